//! Owns the head file beside the database: which state of which history must be there.
//!
//! It finds what the database cannot find of itself: that it was emptied, put back to an earlier day or
//! replaced by another file. In an encrypted history it also tells a wrong passphrase from a damaged file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::digest::{Digest, canonical};
use super::error::{Damage, HistoryError};
use super::seal::Seal;
use super::vault::SALT;
use crate::files::{Overwrite, write_file};

/// The name of the file, in the data folder and in every backup.
pub(super) const FILE: &str = "head";

/// The version of the file's form.
const FORMAT: u32 = 1;

/// The longest file that is read.
const LONGEST: u64 = 16 * 1024;

/// Which state must be there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    format: u32,
    /// The state in force; absent while the history is being made or upgraded for the first time.
    pub(super) current: Option<State>,
    /// The state that a new file brings, from before it takes the old one's place until afterwards.
    pub(super) next: Option<State>,
    /// The day on which everything was checked last.
    pub(super) checked: Option<NaiveDate>,
}

/// One state of the history, and the file that holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct State {
    /// The random id of the history.
    pub(super) history: Hex,
    /// The schema version.
    pub(super) schema: u32,
    /// The device that wrote last, and the newest place in its log.
    pub(super) device: Hex,
    pub(super) sequence: u64,
    pub(super) entry: Hex,
    /// The number and the code of the seal.
    pub(super) number: u64,
    pub(super) seal: Hex,
    /// The file's salt and what the key must give, if the file is encrypted.
    pub(super) lock: Option<Lock>,
}

/// What tells whether a passphrase is right without opening the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lock {
    /// A copy of the salt in the file's first 16 bytes.
    pub(super) salt: Hex,
    /// The key check value.
    pub(super) check: Hex,
}

/// Bytes as lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Hex(String);

impl Hex {
    /// Writes bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(HEXLOWER.encode(bytes))
    }

    /// Returns the digits.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Reads as many bytes as are expected.
    pub(super) fn bytes<const N: usize>(&self) -> Option<[u8; N]> {
        HEXLOWER.decode(self.0.as_bytes()).ok()?.try_into().ok()
    }
}

/// The file: the head and a sum over it, so that a changed bit is found.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadFile {
    head: Head,
    sum: Hex,
}

/// How a file fits the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is the state in force.
    Current,
    /// It is one write further: that write was not yet told to the head.
    Ahead,
    /// It is the state that a new file brings.
    Next,
}

/// How a file does not fit the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It is the history that belongs here, in another state.
    Damage(Damage),
    /// It is another history.
    OtherHistory,
}

impl Head {
    /// Makes the head of a history that is about to come to be.
    pub(super) fn new() -> Self {
        Self { format: FORMAT, current: None, next: None, checked: None }
    }

    /// Returns the states that may be in force.
    pub(super) fn states(&self) -> impl Iterator<Item = &State> {
        [&self.current, &self.next].into_iter().flatten()
    }

    /// Returns where the head file of a database file is.
    pub(super) fn path(database: &Path) -> PathBuf {
        database.with_file_name(FILE)
    }

    /// Reads the head file beside a database file, if there is one.
    pub(super) fn read(database: &Path) -> Result<Option<Self>, HistoryError> {
        let damaged = || HistoryError::Damaged(Damage::Head);
        let path = Self::path(database);
        match fs::symlink_metadata(&path) {
            Ok(found) if !found.is_file() => return Err(HistoryError::NotPlain { path }),
            Ok(found) if found.len() > LONGEST => return Err(damaged()),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(_) => return Err(HistoryError::NoAccess),
        }
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(_) => return Err(HistoryError::NoAccess),
        };
        let HeadFile { head, sum } = serde_json::from_slice(&text).map_err(|_| damaged())?;
        let whole = head.sum()? == sum && head.format == FORMAT;
        if whole { Ok(Some(head)) } else { Err(damaged()) }
    }

    /// Writes the head file beside a database file, whole and synced.
    pub(super) fn write(&self, database: &Path) -> Result<(), HistoryError> {
        let file = HeadFile { head: self.clone(), sum: self.sum()? };
        let mut text = serde_json::to_vec_pretty(&file).map_err(|_| HistoryError::Unwritable)?;
        text.push(b'\n');
        Ok(write_file(&Self::path(database), Overwrite::Allowed, &text)?)
    }

    /// Tells how the sealed state of a file with this salt fits the head; `salt` is `None` of a plain file.
    pub(super) fn fit(
        &self,
        history: &[u8; 16],
        seal: &Seal,
        salt: Option<&[u8; SALT]>,
    ) -> Result<Fit, Misfit> {
        let history = Hex::of(history);
        if self.states().all(|state| state.history != history) {
            return Err(Misfit::OtherHistory);
        }
        let same_file = |state: &State| state.history == history && state.salt() == salt.copied();
        let exactly = |state: &State| {
            same_file(state) && state.number == seal.number && state.seal == Hex::of(&seal.code)
        };
        let current = self.current.as_ref();
        if current.is_some_and(exactly) {
            return Ok(Fit::Current);
        }
        if self.next.as_ref().is_some_and(exactly) {
            return Ok(Fit::Next);
        }
        match current {
            Some(state)
                if same_file(state)
                    && seal.number == state.number + 1
                    && Hex::of(&seal.previous) == state.seal =>
            {
                Ok(Fit::Ahead)
            }
            Some(state) if seal.number <= state.number => Err(Misfit::Damage(Damage::RolledBack)),
            Some(_) => Err(Misfit::Damage(Damage::HeadBehind)),
            None => Err(Misfit::OtherHistory),
        }
    }

    /// Returns whether a history must be there.
    pub(super) fn expects_file(&self) -> bool {
        self.current.is_some()
    }

    fn sum(&self) -> Result<Hex, HistoryError> {
        let text = canonical(self)?;
        let sum: Digest = Sha256::digest(text).into();
        Ok(Hex::of(&sum))
    }
}

impl State {
    /// Returns the salt of the file; `None` if it is plain.
    pub(super) fn salt(&self) -> Option<[u8; SALT]> {
        self.lock.as_ref().and_then(|lock| lock.salt.bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_changed_byte_of_the_file_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("history.db");
        assert_eq!(Head::read(&database).unwrap(), None);
        let mut head = Head::new();
        head.current = Some(State {
            history: Hex::of(&[7; 16]),
            schema: 4,
            device: Hex::of(&[1; 16]),
            sequence: 9,
            entry: Hex::of(&[2; 32]),
            number: 12,
            seal: Hex::of(&[3; 32]),
            lock: Some(Lock { salt: Hex::of(&[4; 16]), check: Hex::of(&[5; 32]) }),
        });
        head.checked = NaiveDate::from_ymd_opt(2026, 1, 5);
        head.write(&database).unwrap();
        assert_eq!(Head::read(&database).unwrap(), Some(head.clone()));
        let path = Head::path(&database);
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            fs::write(&path, &changed).unwrap();
            match Head::read(&database) {
                Err(HistoryError::Damaged(Damage::Head)) => {}
                // A blank that became another blank changes nothing.
                Ok(read) => assert_eq!(read, Some(head.clone()), "byte {at}"),
                Err(other) => panic!("byte {at}: {other:?}"),
            }
        }
    }
}
