//! Owns the one way in which a file is written: whole under a random name, then renamed.
//! At no time is there half a file under the target's name.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::folder::sync_folder;

/// Whether a plain file that is there already may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// It may; anything but a plain file may not.
    Allowed,
    /// It may not.
    Never,
}

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// There is a file of that name, and it may not be replaced.
    #[error("the file `{}` is there already", path.display())]
    Exists {
        /// The target.
        path: PathBuf,
    },
    /// There is a link, a folder or a device of that name; it is never replaced.
    #[error("`{}` is not a plain file", path.display())]
    NotPlain {
        /// The target.
        path: PathBuf,
    },
    /// The disk has no space left.
    #[error("no space is left to write `{}`", path.display())]
    Full {
        /// The target.
        path: PathBuf,
    },
    /// The system refused; nothing was changed.
    #[error("`{}` cannot be written", path.display())]
    Failed {
        /// The target.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The file is in place, but the system cannot say that it will survive a power cut.
    #[error("`{}` is written, but its folder cannot be synced", path.display())]
    Unsynced {
        /// The target.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

/// A new file under a random name in its target's folder, readable by its owner only.
///
/// It is removed when dropped, unless [`NewFile::keep`] gave it its name.
#[derive(Debug)]
pub struct NewFile {
    temporary: NamedTempFile,
    target: PathBuf,
}

/// Writes a file: whole, synced, or not at all.
pub fn write_file(target: &Path, overwrite: Overwrite, bytes: &[u8]) -> Result<(), WriteError> {
    let mut file = NewFile::beside(target)?;
    file.temporary.write_all(bytes).map_err(|source| failed(target, source))?;
    file.keep(overwrite)
}

/// Writes a file of the person's anew, which keeps who may read it.
pub fn rewrite_file(target: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let mut file = NewFile::beside(target)?;
    file.temporary.write_all(bytes).map_err(|source| failed(target, source))?;
    if let Ok(before) = fs::metadata(target) {
        let as_before = file.temporary.as_file().set_permissions(before.permissions());
        as_before.map_err(|source| failed(target, source))?;
    }
    file.keep(Overwrite::Allowed)
}

impl NewFile {
    /// Makes an empty file in the folder of `target`.
    pub fn beside(target: &Path) -> Result<Self, WriteError> {
        if target.file_name().is_none() {
            return Err(WriteError::NotPlain { path: target.to_owned() });
        }
        let temporary = make_temporary(target).map_err(|e| failed(target, e))?;
        Ok(Self { temporary, target: target.to_owned() })
    }

    /// Returns the random name, for writers that need a path.
    pub fn path(&self) -> &Path {
        self.temporary.path()
    }

    /// Syncs the file and gives it the target's name.
    pub fn keep(self, overwrite: Overwrite) -> Result<(), WriteError> {
        let Self { temporary, target } = self;
        check_target(&target, overwrite)?;
        temporary.as_file().sync_all().map_err(|source| failed(&target, source))?;
        let persisted = match overwrite {
            Overwrite::Allowed => temporary.persist(&target),
            Overwrite::Never => temporary.persist_noclobber(&target),
        };
        persisted.map_err(|refused| match refused.error.kind() {
            io::ErrorKind::AlreadyExists => WriteError::Exists { path: target.clone() },
            _ => failed(&target, refused.error),
        })?;
        sync_folder(folder_of(&target))
            .map_err(|source| WriteError::Unsynced { path: target.clone(), source })
    }
}

/// Writes to the file while it has its random name.
impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.temporary.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.temporary.flush()
    }
}

fn make_temporary(target: &Path) -> io::Result<NamedTempFile> {
    // Exclusive creation under a random name: a name planted by others is passed over, no link followed.
    let mut prefix = OsString::from(".");
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push("-");
    let made = Builder::new().prefix(&prefix).rand_bytes(16).tempfile_in(folder_of(target));
    // The random name in what is said of the usual causes helps nobody.
    let temporary = made.map_err(|error| match error.kind() {
        kind @ (io::ErrorKind::NotFound
        | io::ErrorKind::PermissionDenied
        | io::ErrorKind::NotADirectory
        | io::ErrorKind::InvalidFilename
        | io::ErrorKind::ReadOnlyFilesystem
        | io::ErrorKind::QuotaExceeded
        | io::ErrorKind::StorageFull) => kind.into(),
        _ => error,
    })?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        temporary.as_file().set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    Ok(temporary)
}

fn folder_of(target: &Path) -> &Path {
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The rename replaces whatever is there without following it, so this only has to say no in time.
fn check_target(target: &Path, overwrite: Overwrite) -> Result<(), WriteError> {
    match fs::symlink_metadata(target) {
        Ok(metadata) if !metadata.is_file() => {
            Err(WriteError::NotPlain { path: target.to_owned() })
        }
        Ok(_) if overwrite == Overwrite::Never => {
            Err(WriteError::Exists { path: target.to_owned() })
        }
        Ok(_) => Ok(()),
        Err(missing) if missing.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(source) => Err(failed(target, source)),
    }
}

fn failed(target: &Path, source: io::Error) -> WriteError {
    let path = target.to_owned();
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => WriteError::Full { path },
        _ => WriteError::Failed { path, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn file_is_written_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("report.md");
        write_file(&target, Overwrite::Never, b"first").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"first");
        assert_eq!(names(folder.path()), ["report.md"]);
    }

    #[test]
    fn existing_file_is_replaced_only_if_allowed() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("report.md");
        fs::write(&target, "old").unwrap();
        let refused = write_file(&target, Overwrite::Never, b"new");
        assert!(matches!(refused, Err(WriteError::Exists { .. })));
        assert_eq!(fs::read(&target).unwrap(), b"old");
        write_file(&target, Overwrite::Allowed, b"new").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["report.md"]);
    }

    #[test]
    fn file_that_appears_meanwhile_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("report.md");
        let file = NewFile::beside(&target).unwrap();
        fs::write(&target, "other").unwrap();
        assert!(matches!(file.keep(Overwrite::Never), Err(WriteError::Exists { .. })));
        assert_eq!(fs::read(&target).unwrap(), b"other");
    }

    #[test]
    fn folder_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("sub");
        fs::create_dir(&target).unwrap();
        for overwrite in [Overwrite::Allowed, Overwrite::Never] {
            let refused = write_file(&target, overwrite, b"new");
            assert!(matches!(refused, Err(WriteError::NotPlain { .. })));
        }
        let refused = write_file(Path::new("/"), Overwrite::Allowed, b"new");
        assert!(matches!(refused, Err(WriteError::NotPlain { .. })));
    }

    #[test]
    fn missing_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let refused = write_file(&folder.path().join("no/file"), Overwrite::Never, b"");
        assert!(matches!(refused, Err(WriteError::Failed { .. })));
    }

    #[test]
    fn full_disk_has_its_own_error() {
        let full = failed(Path::new("x"), io::Error::from(io::ErrorKind::StorageFull));
        assert!(matches!(full, WriteError::Full { .. }));
    }

    #[test]
    fn file_without_a_folder_in_its_path_goes_to_the_working_folder() {
        assert_eq!(folder_of(Path::new("report.md")), Path::new("."));
    }

    #[cfg(unix)]
    #[test]
    fn link_and_device_are_never_replaced_or_followed() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = folder.path().join("elsewhere");
        fs::write(&elsewhere, "kept").unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&elsewhere, &link).unwrap();
        for target in [link.as_path(), Path::new("/dev/null")] {
            let refused = write_file(target, Overwrite::Allowed, b"new");
            assert!(matches!(
                refused,
                Err(WriteError::NotPlain { .. } | WriteError::Failed { .. })
            ));
        }
        assert_eq!(fs::read(&elsewhere).unwrap(), b"kept");
        assert!(link.is_symlink());
    }

    #[cfg(unix)]
    #[test]
    fn file_is_readable_by_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("private");
        fs::write(&target, "").unwrap();
        fs::set_permissions(&target, fs::Permissions::from_mode(0o644)).unwrap();
        write_file(&target, Overwrite::Allowed, b"new").unwrap();
        assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
