//! Owns how a whole file takes the place of the history: encrypted, in the clear, merged or restored.
//!
//! The new file is made beside the old one and verified. Then the head file tells of both, the new file is
//! renamed over the old, and the head file tells of the new one alone. Wherever this is interrupted, the
//! salt and the seal of the file that is there say which of the two is in force.

use std::fs::{File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::check::{self, Recompute};
use super::connection::{Access, apply_settings, connect};
use super::copy;
use super::error::HistoryError;
use super::head::{Head, State};
use super::recovery::{self, Sealed};
use super::schema::{self, UPGRADES};
use super::seal::{Seal, history_id};
use super::site::{Site, state_of};
use super::unlock;
use super::vault::{Key, Passphrase};
use crate::files::{NewFile, Overwrite, WriteError};

/// A passphrase with the key it gives for one file.
#[derive(Clone, Debug)]
pub(super) struct Lockup {
    pub(super) passphrase: Passphrase,
    pub(super) key: Key,
}

/// A new file, whole, synced and verified, which has not taken its place yet.
pub(super) struct Built {
    file: NewFile,
    pub(super) state: State,
    pub(super) history: [u8; 16],
}

/// Makes a new file for `target` of all rows of `from`, as they are; nothing is changed on the way.
pub(super) fn duplicate(
    target: &Path,
    from: &Connection,
    key: Option<&Key>,
) -> Result<Built, HistoryError> {
    let (file, seal) = fill(target, from, key, |tx| Seal::read(tx))?;
    let copied = unlock::ready(file.path(), Access::Read, key)?;
    if copy::digest(&copied)? != copy::digest(from)? {
        return Err(HistoryError::NotVerified);
    }
    built(file, &copied, &seal, key)
}

/// Makes a new file for `target` of all rows of `from`, then changes it; the outcome is checked in full.
pub(super) fn build<T>(
    target: &Path,
    from: &Connection,
    key: Option<&Key>,
    recompute: &Recompute,
    change: impl FnOnce(&Transaction<'_>) -> Result<T, HistoryError>,
) -> Result<(Built, T), HistoryError> {
    let (file, (seal, outcome)) = fill(target, from, key, |tx| {
        let before = Seal::read(tx)?;
        let outcome = change(tx)?;
        Ok((Seal::renew(tx, Some(&before))?, outcome))
    })?;
    let made = unlock::ready(file.path(), Access::Read, key)?;
    let found = check::full(&made, recompute, &mut |_, _| {})?;
    if let Some(problem) = found.problems.into_iter().next() {
        return Err(HistoryError::Damaged(problem));
    }
    Ok((built(file, &made, &seal, key)?, outcome))
}

fn fill<T>(
    target: &Path,
    from: &Connection,
    key: Option<&Key>,
    change: impl FnOnce(&Transaction<'_>) -> Result<T, HistoryError>,
) -> Result<(NewFile, T), HistoryError> {
    let file = NewFile::beside(target)?;
    let mut connection = connect(file.path(), Access::Write, key)?;
    apply_settings(&connection, Access::Write)?;
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::upgrade(&tx, UPGRADES)?;
    copy::copy(from, &tx)?;
    let outcome = change(&tx)?;
    tx.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok((file, outcome))
}

fn built(
    file: NewFile,
    connection: &Connection,
    seal: &Seal,
    key: Option<&Key>,
) -> Result<Built, HistoryError> {
    let state = state_of(connection, seal, key)?;
    Ok(Built { file, state, history: history_id(connection)? })
}

impl Built {
    /// Gives the file its name, where there is none of that name.
    pub(super) fn place(self) -> Result<State, HistoryError> {
        self.file.keep(Overwrite::Never)?;
        Ok(self.state)
    }
}

/// What takes the place of the history, and how it is opened from then on.
pub(super) struct Successor {
    pub(super) built: Built,
    pub(super) opened_by: OpenedBy,
}

/// How a new file is opened.
pub(super) enum OpenedBy {
    /// As the old one: with the same key, or with none.
    TheSame,
    /// With this passphrase, sealed with the recovery key.
    Passphrase(Lockup, Sealed),
    /// With none.
    Nothing,
}

/// Puts the new file in the place of the history. To be called under the lock.
pub(super) fn swap(site: &Site, mut head: Head, new: Successor) -> Result<(), HistoryError> {
    let Successor { built: Built { file, state, history }, opened_by } = new;
    if let OpenedBy::Passphrase(_, sealed) = &opened_by {
        let mut both = recovery::read(&site.path).ok().flatten().map_or(Vec::new(), |read| read.1);
        both.push(sealed.clone());
        recovery::write(&site.path, &history, &both)?;
    }
    head.next = Some(state);
    head.write(&site.path)?;
    match file.keep(Overwrite::Allowed) {
        Ok(()) => {}
        // The new file has its name, and the head file knows of it.
        Err(error @ WriteError::Unsynced { .. }) => {
            return Err(HistoryError::Replaced(Box::new(error.into())));
        }
        Err(error) => return Err(HistoryError::NotSaved(Box::new(error.into()))),
    }
    head.current = head.next.take();
    finish(site, &head, &history, opened_by)
        .map_err(|error| HistoryError::Replaced(Box::new(error)))
}

/// Tells the files beside the database that the new one is in force.
fn finish(
    site: &Site,
    head: &Head,
    history: &[u8; 16],
    opened_by: OpenedBy,
) -> Result<(), HistoryError> {
    match opened_by {
        OpenedBy::TheSame => {}
        OpenedBy::Passphrase(Lockup { passphrase, key }, sealed) => {
            site.vault.keep(passphrase, key);
            recovery::write(&site.path, history, &[sealed])?;
        }
        OpenedBy::Nothing => {
            site.vault.forget();
            recovery::remove(&site.path)?;
        }
    }
    head.write(&site.path)
}

/// The old plain file, held open so that its content can be overwritten once it has lost its name.
pub(super) struct Leftover(File, u64);

impl Leftover {
    /// Opens the file that is about to be replaced.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let file = OpenOptions::new().write(true).open(path).ok()?;
        let length = file.metadata().ok()?.len();
        Some(Self(file, length))
    }

    /// Overwrites it with zeros, as far as the disk lets; what a disk keeps elsewhere is beyond reach.
    pub(super) fn wipe(mut self) {
        let zeros = [0; 4096];
        let mut left = self.1;
        if self.0.seek(SeekFrom::Start(0)).is_err() {
            return;
        }
        while left > 0 {
            let part = usize::try_from(left.min(4096)).unwrap_or(4096);
            if self.0.write_all(&zeros[..part]).is_err() {
                return;
            }
            left -= part as u64;
        }
        let _ = self.0.sync_all();
    }
}
