//! Owns the place of the history: the database and what lies beside it, and how it is opened and found to
//! be the state that must be there.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

use super::backup;
use super::check::Recompute;
use super::connection::{Access, BUSY, whole_pages};
use super::digest::Digest;
use super::error::{Damage, HistoryError};
use super::head::{Fit, Head, Hex, Misfit, State};
use super::recovery;
use super::schema::{self, UPGRADES};
use super::seal::{Seal, history_id, own_device};
use super::unlock::{self, holds_part};
use super::vault::{Key, Kind, Vault, sniff};
use crate::files::{FileLock, LockError, require_private_folder};

/// The name of the database file in the data folder.
pub(super) const FILE: &str = "history.db";

/// What the history must be told of the world around it.
#[derive(Clone, Debug)]
pub struct Around {
    /// The present instant.
    pub now: DateTime<Utc>,
    /// The person's day; before its first write everything is checked.
    pub today: NaiveDate,
    /// A digest of the machine and the data folder; a copied folder is a device of its own.
    pub place: Digest,
    /// Computes the scores of a check-in again.
    pub recompute: Recompute,
}

/// What happened on the way and is no error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The write is saved, but the head file still tells of the state before.
    HeadNotWritten,
    /// A change of passphrase, a merge or a restore was interrupted; which side of it is in force.
    Interrupted {
        /// Whether the new file is in force.
        new: bool,
    },
    /// The weekly backup could not be made.
    NoBackup(String),
    /// The file with the sealed passphrase was damaged or gone, and was written anew.
    RecoveryMended,
    /// Copies still hold what was deleted, or stand in the clear; why they could not be removed.
    CopiesLeft(String),
}

/// The place of a history.
#[derive(Debug)]
pub(super) struct Site {
    pub(super) path: PathBuf,
    pub(super) vault: Vault,
    pub(super) around: Option<Around>,
    pub(super) notices: RefCell<Vec<Notice>>,
}

/// The head file, the seal, and how the one fits the other.
pub(super) type Sealed = (Head, Seal, Fit);

/// An open file, and what was found out about it.
pub(super) struct Opened {
    pub(super) connection: Connection,
    pub(super) key: Option<Key>,
    /// The schema version of the file.
    version: u32,
    /// Absent before the first upgrade to a version with a head file.
    pub(super) sealed: Option<Sealed>,
}

impl Opened {
    /// Returns whether the file is to be upgraded before it is used.
    pub(super) fn is_older(&self) -> bool {
        usize::try_from(self.version) != Ok(UPGRADES.len())
    }
}

impl Site {
    pub(super) fn new(folder: &Path) -> Self {
        Self {
            path: folder.join(FILE),
            vault: Vault::default(),
            around: None,
            notices: RefCell::default(),
        }
    }

    /// Returns the data folder.
    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// Returns the files that there are of a history: the database first, then those beside it.
    pub(super) fn files(&self) -> impl Iterator<Item = PathBuf> {
        let files = [self.path.clone(), Head::path(&self.path), recovery::path(&self.path)];
        files.into_iter().filter(|file| file.is_file())
    }

    /// Returns whether there is a history or should be one, be it whole or not.
    pub(super) fn exists(&self) -> bool {
        match require_file(&self.path) {
            Err(HistoryError::Missing { .. }) => match Head::read(&self.path) {
                Ok(head) => head.is_some_and(|head| head.expects_file()) || self.left_something(),
                Err(_) => true,
            },
            _ => true,
        }
    }

    /// Returns whether a history left backups or its sealed passphrase behind.
    fn left_something(&self) -> bool {
        let backups = backup::all(&backup::folder(self));
        recovery::exists(&self.path) || backups.map_or(true, |backups| !backups.is_empty())
    }

    /// Takes the lock under which the database and the head file are written together.
    pub(super) fn lock(&self) -> Result<Option<FileLock>, HistoryError> {
        let path = self.path.with_file_name("history.lock");
        let pause = Duration::from_millis(10);
        for _ in 0..BUSY.as_millis() / pause.as_millis() {
            match FileLock::acquire(&path) {
                Ok(lock) => return Ok(Some(lock)),
                Err(LockError::Held { .. }) => sleep(pause),
                // A file system without locks, or a folder that only lets read, is no reason not to go on.
                Err(LockError::Unusable { .. }) => return Ok(None),
            }
        }
        Err(HistoryError::Busy)
    }

    /// Opens one consistent state of the file, read-only; it lasts until the connection is dropped.
    pub(super) fn open_state(&self) -> Result<(Connection, Seal), HistoryError> {
        match self.read_once() {
            Ok(Some(state)) => return Ok(state),
            // An older file is upgraded first.
            Ok(None) => {}
            // A writer may have come between the database and the head file: look again while none can.
            Err(error) if error.may_be_a_race() => {}
            Err(error) => return Err(error),
        }
        let _lock = self.lock()?;
        if let Some(state) = self.read_once()? {
            return Ok(state);
        }
        drop(self.open_upgraded()?);
        self.read_once()?.ok_or(HistoryError::Damaged(Damage::Tables))
    }

    /// As [`Site::open_state`]; `None` if the file is older than this program.
    fn read_once(&self) -> Result<Option<(Connection, Seal)>, HistoryError> {
        let opened = self.open(Access::Read)?;
        if opened.is_older() {
            return Ok(None);
        }
        let (_, seal, _) = opened.sealed.ok_or(HistoryError::Damaged(Damage::Tables))?;
        Ok(Some((opened.connection, seal)))
    }

    /// Opens the file and finds out whether it is the state that must be there.
    pub(super) fn open(&self, access: Access) -> Result<Opened, HistoryError> {
        let head = Head::read(&self.path)?;
        match require_file(&self.path) {
            Err(HistoryError::Missing { path })
                if head.as_ref().is_some_and(Head::expects_file) || self.left_something() =>
            {
                return Err(HistoryError::Lost { path });
            }
            found => found?,
        }
        require_private_folder(self.folder())?;
        let (connection, key) = unlock::open(self, head.as_ref(), access)?;
        match self.look(&connection, key.as_ref(), head.clone()) {
            Ok((version, sealed)) => Ok(Opened { connection, key, version, sealed }),
            Err(error) => Err(self.in_truth(error, key.as_ref(), head.as_ref())),
        }
    }

    /// Returns what is wrong with the sealed passphrase of an encrypted history.
    pub(super) fn recovery_problem(
        &self,
        connection: &Connection,
    ) -> Result<Option<Damage>, HistoryError> {
        let Kind::Other(salt) = sniff(&self.path)? else { return Ok(None) };
        let key = self.vault.key(&self.path, salt, None)?;
        let is_right = recovery::is_right(self, &key, connection)?;
        Ok(if is_right { None } else { Some(Damage::Recovery) })
    }

    /// Opens a file that is damaged, to find out how far.
    pub(super) fn open_as_it_is(&self) -> Result<Connection, HistoryError> {
        let head = Head::read(&self.path).ok().flatten();
        unlock::open(self, head.as_ref(), Access::Read).map(|(connection, _)| connection)
    }

    fn look(
        &self,
        connection: &Connection,
        key: Option<&Key>,
        head: Option<Head>,
    ) -> Result<(u32, Option<Sealed>), HistoryError> {
        let version = schema::check(connection, UPGRADES)?;
        connection.execute_batch("BEGIN DEFERRED")?;
        whole_pages(&self.path, connection)?;
        let told = head.as_ref().and_then(|head| head.current.as_ref()).map(|state| state.schema);
        if told.is_some_and(|told| told > version) {
            return Err(HistoryError::Damaged(Damage::RolledBack));
        }
        if version < schema::SEALED {
            connection.execute_batch("COMMIT")?;
            return Ok((version, None));
        }
        let head = head.ok_or(HistoryError::Damaged(Damage::HeadMissing))?;
        let seal = Seal::read(connection)?;
        let salt = key.map(Key::salt);
        let fit = head.fit(&history_id(connection)?, &seal, salt.as_ref());
        let fit = match fit {
            Ok(fit) => fit,
            Err(Misfit::Damage(damage)) => return Err(HistoryError::Damaged(damage)),
            Err(Misfit::OtherHistory) => return Err(unlock::foreign(&self.path)),
        };
        Ok((version, Some((head, seal, fit))))
    }

    /// A file that seems foreign or too new, but holds pages of this history, is this history, damaged.
    fn in_truth(
        &self,
        error: HistoryError,
        key: Option<&Key>,
        head: Option<&Head>,
    ) -> HistoryError {
        let known = u32::try_from(UPGRADES.len()).unwrap_or(u32::MAX);
        let told = head.and_then(|head| head.current.as_ref()).map(|state| state.schema);
        let ours = || head.is_some_and(|head| holds_part(&self.path, head, key));
        match error {
            HistoryError::Foreign { .. } if ours() => HistoryError::Damaged(Damage::File),
            HistoryError::Newer { .. } if told.is_some_and(|told| told <= known) && ours() => {
                HistoryError::Damaged(Damage::File)
            }
            other => other,
        }
    }
}

/// Returns what the head file tells of a sealed state.
pub(super) fn state_of(
    connection: &Connection,
    seal: &Seal,
    key: Option<&Key>,
) -> Result<State, HistoryError> {
    let own = own_device(connection)?;
    Ok(State {
        history: Hex::of(&history_id(connection)?),
        schema: u32::try_from(UPGRADES.len()).expect("versions are few"),
        device: Hex::of(&own.device),
        sequence: own.sequence,
        entry: Hex::of(&own.code),
        number: seal.number,
        seal: Hex::of(&seal.code),
        lock: key.map(Key::lock),
    })
}

/// Refuses what is not a plain file with something in it.
pub(super) fn require_file(path: &Path) -> Result<(), HistoryError> {
    let path = path.to_owned();
    match fs::symlink_metadata(&path) {
        Ok(metadata) if !metadata.is_file() => Err(HistoryError::NotPlain { path }),
        Ok(metadata) if metadata.len() == 0 => Err(HistoryError::Empty { path }),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(HistoryError::Missing { path })
        }
        Err(_) => Err(HistoryError::NoAccess),
    }
}
