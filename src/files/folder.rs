//! Owns folders: making private ones, refusing unsafe ones, and syncing an entry to the disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// Why a folder cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is something else of that name.
    #[error("`{}` is not a folder", path.display())]
    NotFolder {
        /// The path.
        path: PathBuf,
    },
    /// It is a link; where it leads is not followed.
    #[error("`{}` is a link, and is not followed", path.display())]
    Link {
        /// The path.
        path: PathBuf,
    },
    /// Another account could put or replace files in it.
    #[error("other accounts can write in the folder `{}`", path.display())]
    WritableByOthers {
        /// The folder.
        path: PathBuf,
    },
    /// It cannot be made or looked at.
    #[error("the folder `{}` cannot be used", path.display())]
    Unusable {
        /// The folder.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

/// Makes a private folder within our own, where no link is followed.
pub(crate) fn create_folder_within(path: &Path) -> Result<(), FolderError> {
    if fs::symlink_metadata(path).is_ok_and(|found| found.file_type().is_symlink()) {
        return Err(FolderError::Link { path: path.to_owned() });
    }
    create_private_folder(path)
}

/// Makes the folder with access for its owner only, and its parents as needed, and waits until all are on
/// the disk: a power cut that took the folder would take what was acknowledged in it.
///
/// A folder that is there already is left as it is, but refused if others can write in it.
pub fn create_private_folder(path: &Path) -> Result<(), FolderError> {
    let new: Vec<&Path> = path.ancestors().take_while(|folder| !folder.exists()).collect();
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path).map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            FolderError::NotFolder { path: path.to_owned() }
        }
        _ => FolderError::Unusable { path: path.to_owned(), source },
    })?;
    for parent in new.iter().filter_map(|folder| folder.parent()) {
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        sync_folder(parent)
            .map_err(|source| FolderError::Unusable { path: parent.to_owned(), source })?;
    }
    require_private_folder(path)
}

/// Refuses a folder in which another account could put or replace files.
pub fn require_private_folder(path: &Path) -> Result<(), FolderError> {
    let metadata = fs::metadata(path)
        .map_err(|source| FolderError::Unusable { path: path.to_owned(), source })?;
    if !metadata.is_dir() {
        return Err(FolderError::NotFolder { path: path.to_owned() });
    }
    if writable_by_others(&metadata) {
        return Err(FolderError::WritableByOthers { path: path.to_owned() });
    }
    Ok(())
}

#[cfg(unix)]
fn writable_by_others(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let user = rustix::process::geteuid();
    let foreign = metadata.uid() != user.as_raw() && !user.is_root();
    foreign || metadata.mode() & 0o022 != 0
}

/// Elsewhere the folders of a user's profile are private by inheritance.
#[cfg(not(unix))]
fn writable_by_others(_: &fs::Metadata) -> bool {
    false
}

/// A new private folder under a random name beside its target; removed when dropped, unless
/// [`NewFolder::keep`] gave it its name.
#[derive(Debug)]
pub struct NewFolder {
    temporary: TempDir,
    target: PathBuf,
}

impl NewFolder {
    /// Makes an empty folder in the parent of `target`, which is there and private.
    pub fn beside(target: &Path) -> Result<Self, FolderError> {
        let parent = target.parent().unwrap_or(Path::new("."));
        require_private_folder(parent)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".new-").rand_bytes(16);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o700));
        }
        let temporary = builder
            .tempdir_in(parent)
            .map_err(|source| FolderError::Unusable { path: parent.to_owned(), source })?;
        Ok(Self { temporary, target: target.to_owned() })
    }

    /// Returns where it is until it has its name.
    pub fn path(&self) -> &Path {
        self.temporary.path()
    }

    /// Syncs the folder and gives it the target's name, if there is nothing of that name.
    pub fn keep(self) -> Result<(), FolderError> {
        let Self { temporary, target } = self;
        let unusable = |source| FolderError::Unusable { path: target.clone(), source };
        if fs::symlink_metadata(&target).is_ok() {
            return Err(unusable(io::Error::from(io::ErrorKind::AlreadyExists)));
        }
        sync_folder(temporary.path()).map_err(unusable)?;
        fs::rename(temporary.path(), &target).map_err(unusable)?;
        // Nothing of the random name is left to remove.
        let _ = temporary.keep();
        sync_folder(target.parent().unwrap_or(Path::new("."))).map_err(unusable)
    }
}

/// Waits until the folder's entries (a new name, a rename) are on the disk.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    // Windows can neither open a folder as a file nor needs it: NTFS logs its renames.
    if cfg!(unix) { fs::File::open(path)?.sync_all() } else { Ok(()) }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn new_folder_and_its_parents_are_private() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("share/checkin");
        create_private_folder(&folder).unwrap();
        for path in [&folder, &home.path().join("share")] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o700);
        }
        create_private_folder(&folder).unwrap();
    }

    #[test]
    fn folder_that_others_can_write_is_refused() {
        let home = tempfile::tempdir().unwrap();
        for mode in [0o770, 0o722, 0o1777] {
            fs::set_permissions(home.path(), fs::Permissions::from_mode(mode)).unwrap();
            let refused = create_private_folder(home.path());
            assert!(matches!(refused, Err(FolderError::WritableByOthers { .. })), "{mode:o}");
        }
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
        create_private_folder(home.path()).unwrap();
    }

    #[test]
    fn file_and_missing_folder_are_refused() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("file");
        fs::write(&file, "").unwrap();
        for path in [file.clone(), file.join("below")] {
            assert!(matches!(create_private_folder(&path), Err(FolderError::NotFolder { .. })));
        }
        assert!(matches!(require_private_folder(&file), Err(FolderError::NotFolder { .. })));
        let missing = require_private_folder(&home.path().join("missing"));
        assert!(matches!(missing, Err(FolderError::Unusable { .. })));
    }
}
