//! Owns how a file of other origin is read: a backup, or the history of another machine. It is opened
//! read-only, nothing in it can run, its tables must be ours, and everything in it is checked first.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::backup::recovery_key;
use super::check::{self, Progress, Recompute};
use super::connection::{Access, confine, whole_pages};
use super::error::{Damage, HistoryError};
use super::head::Head;
use super::recovery::RecoveryKey;
use super::schema::{self, UPGRADES};
use super::site::{FILE, Site, require_file};
use super::unlock;
use super::vault::{Ask, Key, Kind, Passphrase, Vault, sniff};
use crate::files::NewFile;

/// The largest file that is read: two thousand years of weekly check-ins.
const LARGEST: u64 = 1024 * 1024 * 1024;

/// A file of other origin, open and found whole.
pub(super) struct Source {
    pub(super) connection: Connection,
    /// What opened it, if it is encrypted.
    pub(super) passphrase: Option<Passphrase>,
    pub(super) recovery: Option<RecoveryKey>,
    /// Keeps the upgraded copy of an older file for as long as it is read.
    _upgraded: Option<NewFile>,
}

/// Returns the database file that a path names: itself, or the one in the folder.
pub(super) fn database(path: &Path) -> PathBuf {
    if path.is_dir() { path.join(FILE) } else { path.to_owned() }
}

/// Opens a backup, a data folder or a database file, and checks all of it.
pub(super) fn open(
    site: &Site,
    path: &Path,
    ask: Option<&Ask>,
    (recompute, progress): (&Recompute, &mut Progress<'_>),
) -> Result<Source, HistoryError> {
    let path = database(path);
    open_file(site, &path, ask, (recompute, progress))
        .map_err(|source| match source {
            HistoryError::Foreign { .. } => HistoryError::NotHistory,
            source => source,
        })
        .map_err(|source| HistoryError::Other { path, source: Box::new(source) })
}

fn open_file(
    site: &Site,
    path: &Path,
    ask: Option<&Ask>,
    (recompute, progress): (&Recompute, &mut Progress<'_>),
) -> Result<Source, HistoryError> {
    require_file(path)?;
    let length = fs::metadata(path).map_err(|_| HistoryError::NoAccess)?.len();
    if length > LARGEST {
        return Err(HistoryError::TooLarge { path: path.to_owned() });
    }
    let journal = path.with_file_name(format!(
        "{}-journal",
        path.file_name().unwrap_or_default().to_string_lossy()
    ));
    if fs::metadata(journal).is_ok_and(|found| found.len() > 0) {
        return Err(HistoryError::Unfinished { path: path.to_owned() });
    }
    let lockup = key(site, path, ask)?;
    let key = lockup.as_ref().map(|lockup| &lockup.1);
    let mut connection = unlock::ready(path, Access::Read, key).map_err(|e| not_ours(e, path))?;
    confine(&connection)?;
    let mut upgraded = None;
    if usize::try_from(schema::check(&connection, UPGRADES)?) != Ok(UPGRADES.len()) {
        // An older file is upgraded in a copy of its own; it stays as it is.
        let (file, copy) = upgrade_copy(site, path, key)?;
        (connection, upgraded) = (copy, Some(file));
        confine(&connection)?;
    }
    connection.execute_batch("BEGIN DEFERRED")?;
    whole_pages(upgraded.as_ref().map_or(path, NewFile::path), &connection)?;
    if !schema::is_as_made(&connection)? {
        return Err(HistoryError::Damaged(Damage::Tables));
    }
    let found = check::full(&connection, recompute, progress)?;
    if let Some(problem) = found.problems.into_iter().next() {
        return Err(HistoryError::Damaged(problem));
    }
    let recovery = recovery_key(&connection)?;
    let passphrase = lockup.map(|lockup| lockup.0);
    Ok(Source { connection, passphrase, recovery, _upgraded: upgraded })
}

/// Finds the key: first with the passphrase in force here, then by asking.
fn key(
    site: &Site,
    path: &Path,
    ask: Option<&Ask>,
) -> Result<Option<(Passphrase, Key)>, HistoryError> {
    let salt = match sniff(path)? {
        Kind::Plain => return Ok(None),
        Kind::Short => return Err(HistoryError::Foreign { path: path.to_owned() }),
        Kind::Other(salt) => salt,
    };
    let head = Head::read(path).ok().flatten();
    let lock = head.as_ref().and_then(|head| {
        head.states()
            .filter_map(|s| s.lock.as_ref())
            .find(|l| l.salt.bytes() == Some(salt))
            .cloned()
    });
    let fits = |key: &Key| match &lock {
        Some(lock) => key.opens(lock),
        None => key.wrote_part_of(path),
    };
    if let Some(passphrase) = site.vault.passphrase() {
        let key = Key::derive(&passphrase, salt);
        if fits(&key) {
            return Ok(Some((passphrase, key)));
        }
    }
    if lock.is_none() && !super::recovery::exists(path) {
        return Err(HistoryError::Foreign { path: path.to_owned() });
    }
    let mut vault = Vault::default();
    vault.ask = ask.cloned();
    let key = vault.key(path, salt, lock.as_ref())?;
    if !fits(&key) {
        return Err(HistoryError::WrongPassphrase { in_force: None });
    }
    let passphrase = vault.passphrase().ok_or(HistoryError::Locked)?;
    Ok(Some((passphrase, key)))
}

fn not_ours(error: HistoryError, path: &Path) -> HistoryError {
    match error {
        HistoryError::Damaged(Damage::File) => HistoryError::Foreign { path: path.to_owned() },
        other => other,
    }
}

fn upgrade_copy(
    site: &Site,
    path: &Path,
    key: Option<&Key>,
) -> Result<(NewFile, Connection), HistoryError> {
    let file = NewFile::beside(&site.path)?;
    fs::copy(path, file.path()).map_err(|_| HistoryError::NoAccess)?;
    let mut copy = unlock::ready(file.path(), Access::Write, key)?;
    confine(&copy)?;
    let tx = copy.transaction()?;
    schema::upgrade(&tx, UPGRADES)?;
    tx.commit()?;
    drop(copy);
    let copy = unlock::ready(file.path(), Access::Read, key)?;
    Ok((file, copy))
}
