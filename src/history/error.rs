//! Owns what can go wrong with the history, and turns the engine's codes into it.

use std::fmt;
use std::path::PathBuf;

use rusqlite::ffi::ErrorCode;
use semver::Version;

pub use super::damage::Damage;
use super::record::RecordId;
use super::vault::AskError;
use crate::files::{FolderError, WriteError};

/// Why the history did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum HistoryError {
    /// There is no history; only a first check-in or a restore makes one.
    #[error("there is no history yet at `{}`", path.display())]
    Missing {
        /// Where it would be.
        path: PathBuf,
    },
    /// There is a link, a folder or a device where the history should be.
    #[error("`{}` is not a plain file", path.display())]
    NotPlain {
        /// Where.
        path: PathBuf,
    },
    /// The history is gone, while the head file says that there is one.
    #[error("the history `{}` is gone; it was there when it was last written", path.display())]
    Lost {
        /// Where it should be.
        path: PathBuf,
    },
    /// The file has no bytes; a history is never empty.
    #[error("the history `{}` is empty: its content was lost", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// There is the journal of a history, but not the history itself.
    #[error("`{}` belongs to a history that is no longer there", path.display())]
    StrayJournal {
        /// The journal.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("`{}` is not the history that belongs here, nor any part of it", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file was written by a later program.
    #[error("the history has schema version {found}, this program knows {known} and earlier; {}", needs(program.as_ref()))]
    Newer {
        /// The file's schema version.
        found: u32,
        /// The newest version known here.
        known: u32,
        /// The oldest version of the program that can open it, where the file tells.
        program: Option<Version>,
    },
    /// Something in the file is not as it was written.
    #[error("the history is damaged: {0}")]
    Damaged(Damage),
    /// A file that was to be taken in is no history.
    #[error("it is no history of checkin")]
    NotHistory,
    /// The history is encrypted, and this build knows no encryption.
    #[error("the history is encrypted, and this build of the program has no encryption")]
    NoEncryption,
    /// The history is encrypted, and there is nobody to ask for the passphrase.
    #[error("the history is encrypted; its passphrase is needed")]
    Locked,
    /// No passphrase was given.
    #[error("the history is encrypted, and there is no passphrase to open it")]
    NoPassphrase(#[source] AskError),
    /// The passphrase is not the one; nothing was changed.
    #[error("the passphrase is wrong{}", in_force_words(*in_force))]
    WrongPassphrase {
        /// After an interrupted change of passphrase: whether the new one is in force.
        in_force: Option<bool>,
    },
    /// The recovery key does not open the sealed passphrase.
    #[error("the recovery key is not the one of this history")]
    WrongRecoveryKey,
    /// There is no sealed passphrase that a recovery key could open.
    #[error("there is no file `recovery` beside the history")]
    NoRecovery,
    /// The history has no passphrase.
    #[error("the history is not encrypted")]
    NotEncrypted,
    /// A copy was not what it was made of; it was thrown away.
    #[error("the new file is not what it was made of; it was thrown away")]
    NotVerified,
    /// The new file is in force, but something after that failed.
    #[error("the new file is in place and in force, but what comes after that failed")]
    Replaced(#[source] Box<HistoryError>),
    /// A backup or the history of another machine cannot be taken in; nothing was changed.
    #[error("`{}` cannot be taken in; nothing was changed", path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// Why.
        source: Box<HistoryError>,
    },
    /// Two histories went on with the log of one device.
    #[error("both histories went on with the log of the device `{device}` in different ways")]
    Forked {
        /// The device's id in hexadecimal digits.
        device: String,
    },
    /// A file of other origin is larger than any history.
    #[error("`{}` is larger than any history", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
    },
    /// A file of other origin was left in the middle of a write.
    #[error("`{}` was left in the middle of a write", path.display())]
    Unfinished {
        /// The file.
        path: PathBuf,
    },
    /// The file of other origin is the history itself.
    #[error("`{}` is the history itself", path.display())]
    Same {
        /// The file.
        path: PathBuf,
    },
    /// Another process kept the history locked for too long.
    #[error("another process is using the history")]
    Busy,
    /// The disk has no space left.
    #[error("no space is left on the disk")]
    Full,
    /// The file, its folder or the disk cannot be written.
    #[error("the history or its folder is read-only")]
    ReadOnly,
    /// The account has no right to the file or its folder.
    #[error("this account may not open the history or write in its folder")]
    NoAccess,
    /// The folder of the history cannot be used.
    #[error("the data folder cannot be used")]
    Folder(#[from] FolderError),
    /// A file could not be written.
    #[error("the history cannot be created")]
    Create(#[from] WriteError),
    /// The engine failed in another way.
    #[error("the database engine failed")]
    Engine(#[from] EngineError),
    /// The engine does not keep to a setting that the safety of the data rests on.
    #[error("the database engine does not take the setting `{name}`")]
    Setting {
        /// The setting.
        name: &'static str,
    },
    /// The system gave no random bytes.
    #[error("the system gives no random numbers")]
    NoRandom,
    /// Nothing was saved; this was made sure of after the failure.
    #[error("it was not saved")]
    NotSaved(#[source] Box<HistoryError>),
    /// Whether it was saved cannot be found out now.
    #[error("it cannot be told whether it was saved")]
    Unknown(#[source] Box<HistoryError>),
    /// The draft is no longer there.
    #[error("{}", if *finished { "the check-in was finished elsewhere" } else { "the draft was discarded elsewhere" })]
    DraftGone {
        /// Whether it became a check-in.
        finished: bool,
    },
    /// No record has this id.
    #[error("there is no such record")]
    NoRecord,
    /// More than one record has an id with this ending.
    #[error("{count} records have an id that ends so")]
    Ambiguous {
        /// How many.
        count: usize,
    },
    /// The record was deleted, and its content with it.
    #[error("the record `{}` was deleted", id.short())]
    Deleted {
        /// The record.
        id: RecordId,
    },
    /// The record is not in the state that the edit began with.
    #[error("the record `{}` was changed meanwhile", id.short())]
    Changed {
        /// The record.
        id: RecordId,
    },
    /// There is another record with this id.
    #[error("there is another record `{}`", id.short())]
    Taken {
        /// The id.
        id: RecordId,
    },
    /// A note was to become an event, or the like.
    #[error("the record `{}` is of another kind", id.short())]
    OtherKind {
        /// The record.
        id: RecordId,
    },
    /// A check-in names a definition that was not kept.
    #[error("the history does not hold the definition that was answered")]
    NoDefinition,
    /// A definition does not have the hash it is said to have.
    #[error("the definition does not match its hash")]
    WrongHash,
    /// The content has no exact written form: a number that is not finite, a year past 9999.
    #[error("it holds a value that cannot be written exactly")]
    Unwritable,
}

/// A failure of the database engine; it shows the engine's code and never a value.
pub struct EngineError(rusqlite::Error);

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.sqlite_error() {
            Some(error) => error.fmt(f),
            None => match &self.0 {
                // These name places, never values.
                rusqlite::Error::InvalidColumnType(_, name, found) => {
                    write!(f, "the column `{name}` has a value of the type {found}")
                }
                rusqlite::Error::QueryReturnedNoRows => f.write_str("a row is missing"),
                rusqlite::Error::ExecuteReturnedResults => f.write_str("a statement gave rows"),
                rusqlite::Error::IntegralValueOutOfRange(column, _) => {
                    write!(f, "a number in column {column} is out of range")
                }
                _ => f.write_str("a value of an unexpected form"),
            },
        }
    }
}

impl fmt::Debug for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for EngineError {}

impl From<rusqlite::Error> for HistoryError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::NoAccess,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged(Damage::File)
            }
            _ => Self::Engine(EngineError(error)),
        }
    }
}

impl HistoryError {
    /// Returns whether a writer at work could make it seem so for a moment.
    pub(super) fn may_be_a_race(&self) -> bool {
        match self {
            Self::Foreign { .. } => true,
            Self::Damaged(damage) => damage.may_be_a_race(),
            _ => false,
        }
    }

    /// Returns whether a write that failed so may yet have reached the disk.
    pub(super) fn leaves_doubt(&self) -> bool {
        matches!(
            self,
            Self::Full
                | Self::ReadOnly
                | Self::NoAccess
                | Self::Engine(_)
                | Self::Create(_)
                | Self::Damaged(Damage::File)
        )
    }

    /// Returns whether it is this damage.
    pub(super) fn is_damage(&self, damage: &Damage) -> bool {
        matches!(self, Self::Damaged(found) if found == damage)
    }

    /// Returns whether a reader met a journal that only a writer can roll back.
    pub(super) fn needs_writer(error: &rusqlite::Error) -> bool {
        error.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_READONLY_ROLLBACK)
    }
}

fn in_force_words(new: Option<bool>) -> &'static str {
    match new {
        None => "",
        Some(true) => {
            ": a change of passphrase was interrupted after it took effect, the new one is in force"
        }
        Some(false) => {
            ": a change of passphrase was interrupted before it took effect, the earlier one is in force"
        }
    }
}

fn needs(program: Option<&Version>) -> String {
    match program {
        Some(version) if version.to_string() != env!("CARGO_PKG_VERSION") => {
            format!("version {version} of the program or later is needed")
        }
        _ => "a later version of the program is needed".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(code: i32) -> HistoryError {
        rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), Some("canary".into()))
            .into()
    }

    #[test]
    fn codes_of_the_engine_become_plain_facts() {
        use rusqlite::ffi;
        let cases = [
            (ffi::SQLITE_FULL, "no space is left on the disk"),
            (ffi::SQLITE_READONLY, "the history or its folder is read-only"),
            (ffi::SQLITE_BUSY, "another process is using the history"),
            (ffi::SQLITE_CANTOPEN, "this account may not open the history or write in its folder"),
            (
                ffi::SQLITE_CORRUPT,
                "the history is damaged: the file is cut short or its inner order is broken",
            ),
            (ffi::SQLITE_IOERR, "the database engine failed"),
        ];
        for (code, message) in cases {
            assert_eq!(failure(code).to_string(), message);
        }
    }

    #[test]
    fn engine_failure_shows_no_value() {
        let error = failure(rusqlite::ffi::SQLITE_CONSTRAINT);
        assert!(!format!("{error:?} {error}").contains("canary"));
    }
}
