//! Owns what must leave the copies as well: content that was deleted, and all that stands in the clear once
//! the history is encrypted. It is written down first, so that an interruption only puts it off.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction};
use uuid::Uuid;

use super::backup::{self, Reason};
use super::connection::Access;
use super::error::{Damage, HistoryError};
use super::record::RecordId;
use super::site::{FILE, Notice, Site};
use super::store::Store;
use super::unlock;
use super::vault::{Kind, sniff};
use super::writing::Ready;
use crate::files::{Overwrite, sync_folder, write_file};

/// The file in the data folder that says what is left to do; it names records by their ids.
const TO_DO: &str = "erasing";

/// The line for copies in the clear; every other line is the id of a record.
const CLEAR: &str = "clear";

/// What is to leave the copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Erasure {
    /// The content of a deleted record.
    Record(RecordId),
    /// Copies in the clear, of a history that is encrypted.
    Clear,
}

impl Store {
    /// Returns the backups, and the folders that a restore set aside, in which the content of a record
    /// still stands or which cannot be opened to look.
    pub fn copies_with(&self, id: RecordId) -> Result<Vec<PathBuf>, HistoryError> {
        copies_with(&self.site, id)
    }

    /// Makes a backup without what was deleted, then removes the copies in which it still stands, those
    /// among them that the deletion itself made before its work; returns how many there were.
    ///
    /// Where that fails or is cut short, the next write does it.
    pub fn renew_copies(&self, now: DateTime<Utc>) -> Result<usize, HistoryError> {
        let _lock = self.site.lock()?;
        let ready = self.site.prepared()?;
        clear(&self.site, &ready, now)
    }
}

/// Writes down what is to leave the copies, before it leaves the history itself.
pub(super) fn note_down(site: &Site, erasure: Erasure) -> Result<(), HistoryError> {
    let mut lines = read(site)?;
    lines.push(erasure);
    let text: String = lines
        .iter()
        .map(|line| match line {
            Erasure::Record(id) => format!("{}\n", id.0.simple()),
            Erasure::Clear => format!("{CLEAR}\n"),
        })
        .collect();
    Ok(write_file(&site.folder().join(TO_DO), Overwrite::Allowed, text.as_bytes())?)
}

/// Deletes a record within a transaction of `log`, having written down that the copies are to follow.
pub(super) fn delete(site: &Site, tx: &Transaction<'_>, id: RecordId) -> Result<(), HistoryError> {
    super::log::delete(tx, id)?;
    note_down(site, Erasure::Record(id))
}

/// Does what an interruption put off; where it fails, that is told, and it is tried again next time.
pub(super) fn finish(site: &Site, ready: &Ready) {
    let Some(around) = &site.around else { return };
    if let Err(error) = clear(site, ready, around.now) {
        site.notices.borrow_mut().push(Notice::CopiesLeft(error.to_string()));
    }
}

/// Removes the copies that hold what was written down; returns how many there were.
pub(super) fn clear(site: &Site, ready: &Ready, now: DateTime<Utc>) -> Result<usize, HistoryError> {
    let to_do = read(site)?;
    let mut removed = 0;
    for erasure in &to_do {
        match erasure {
            Erasure::Record(id) if !content_of(&ready.connection, *id)? => {
                let copies = copies_with(site, *id)?;
                replace_copies(site, ready, &copies, now)?;
                removed += copies.len();
            }
            Erasure::Clear if ready.key.is_some() => removed += remove_clear(site, ready, now)?,
            // It never came to that.
            Erasure::Record(_) | Erasure::Clear => {}
        }
    }
    if !to_do.is_empty() {
        forget(site)?;
    }
    Ok(removed)
}

fn replace_copies(
    site: &Site,
    ready: &Ready,
    copies: &[PathBuf],
    now: DateTime<Utc>,
) -> Result<(), HistoryError> {
    if copies.is_empty() {
        return Ok(());
    }
    backup::make(site, ready, &backup::folder(site), (Reason::AfterDeletion, now))?;
    copies.iter().try_for_each(|copy| backup::remove(copy))
}

/// Puts an encrypted backup in the place of those in the clear, and returns how many went.
fn remove_clear(site: &Site, ready: &Ready, now: DateTime<Utc>) -> Result<usize, HistoryError> {
    let folder = backup::folder(site);
    if ready.connection.prepare("SELECT 1 FROM entry")?.exists([])? {
        backup::make(site, ready, &folder, (Reason::AfterEncryption, now))?;
    }
    let clear = backup::all(&folder)?.into_iter().filter(|backup| !backup.encrypted);
    let mut copies: Vec<PathBuf> = clear.map(|backup| backup.path).collect();
    for aside in backup::set_aside(site) {
        if matches!(sniff(&aside.join(FILE))?, Kind::Plain) {
            copies.push(aside);
        }
    }
    copies.iter().try_for_each(|copy| backup::remove(copy))?;
    Ok(copies.len())
}

fn copies_with(site: &Site, id: RecordId) -> Result<Vec<PathBuf>, HistoryError> {
    let backups = backup::all(&backup::folder(site))?;
    let mut folders: Vec<PathBuf> = backups.into_iter().map(|backup| backup.path).collect();
    folders.extend(backup::set_aside(site));
    folders.retain(|folder| holds(site, &folder.join(FILE), id).unwrap_or(true));
    Ok(folders)
}

/// Returns whether a copy holds content of a record, or of the draft it came from.
fn holds(site: &Site, database: &Path, id: RecordId) -> Result<bool, HistoryError> {
    let key = match sniff(database)? {
        Kind::Plain => None,
        Kind::Short => return Err(HistoryError::Damaged(Damage::File)),
        Kind::Other(salt) => {
            Some(site.vault.key_of_same_passphrase(salt).ok_or(HistoryError::Locked)?)
        }
    };
    content_of(&unlock::ready(database, Access::Read, key.as_ref())?, id)
}

fn content_of(connection: &Connection, id: RecordId) -> Result<bool, HistoryError> {
    let sql = "SELECT 1 FROM entry WHERE record = ?1 AND content IS NOT NULL
               UNION ALL SELECT 1 FROM draft WHERE id = ?1";
    Ok(connection.prepare(sql)?.exists([id.0.as_bytes()])?)
}

/// Reads what is left to do; a line that says nothing is passed over.
fn read(site: &Site) -> Result<Vec<Erasure>, HistoryError> {
    let text = match fs::read_to_string(site.folder().join(TO_DO)) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(_) => return Err(HistoryError::NoAccess),
    };
    let erasure = |line: &str| match line {
        CLEAR => Some(Erasure::Clear),
        id => Uuid::try_parse(id).ok().map(|id| Erasure::Record(RecordId(id))),
    };
    Ok(text.lines().filter_map(erasure).collect())
}

fn forget(site: &Site) -> Result<(), HistoryError> {
    match fs::remove_file(site.folder().join(TO_DO)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(HistoryError::NoAccess),
        _ => sync_folder(site.folder()).map_err(|_| HistoryError::NoAccess),
    }
}
