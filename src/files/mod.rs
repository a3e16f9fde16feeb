//! Files and folders on disk: atomic writing, private modes, locks and syncing.
//!
//! Must not know what is written, nor for whom.

mod folder;
mod lock;
mod write;

pub use folder::{FolderError, NewFolder, create_private_folder, require_private_folder};
pub(crate) use folder::{create_folder_within, sync_folder};
pub use lock::{FileLock, LockError};
pub use write::{NewFile, Overwrite, WriteError, rewrite_file, write_file};
