//! Owns advisory locks: one holder at a time among the processes that ask for the lock.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A lock that is held until the value is dropped.
///
/// The file stays: removing it would let two processes hold locks on two files of one name.
#[derive(Debug)]
#[must_use = "the lock is given up when the value is dropped"]
pub struct FileLock {
    file: File,
}

/// Why a lock was not taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process, or another part of this one, holds it.
    #[error("another process holds the lock `{}`", path.display())]
    Held {
        /// The lock file.
        path: PathBuf,
    },
    /// The lock file cannot be made, or the file system knows no locks.
    #[error("the lock `{}` cannot be taken", path.display())]
    Unusable {
        /// The lock file.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
}

impl FileLock {
    /// Takes the lock without waiting; makes the file, readable by its owner only, if it is missing.
    pub fn acquire(path: &Path) -> Result<Self, LockError> {
        let unusable = |source| LockError::Unusable { path: path.to_owned(), source };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        if path.is_symlink() {
            return Err(unusable(io::Error::from(io::ErrorKind::InvalidInput)));
        }
        let file = options.open(path).map_err(unusable)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Held { path: path.to_owned() }),
            Err(TryLockError::Error(source)) => Err(unusable(source)),
        }
    }
}

impl Drop for FileLock {
    fn drop(&mut self) {
        // Closing the file gives the lock up as well; a failure here has no one to tell.
        let _ = self.file.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_has_one_holder_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let held = FileLock::acquire(&path).unwrap();
        assert!(matches!(FileLock::acquire(&path), Err(LockError::Held { .. })));
        drop(held);
        drop(FileLock::acquire(&path).unwrap());
        assert!(path.exists());
    }

    #[test]
    fn lock_in_a_missing_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let refused = FileLock::acquire(&folder.path().join("missing/lock"));
        assert!(matches!(refused, Err(LockError::Unusable { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn lock_follows_no_link() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("lock");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &link).unwrap();
        assert!(matches!(FileLock::acquire(&link), Err(LockError::Unusable { .. })));
        assert!(!folder.path().join("elsewhere").exists());
    }
}
