//! Owns backups: whole copies of the history, each in a folder of its own, verified before they count.
//!
//! A backup's folder has the database, its head file, the sealed passphrase of an encrypted one, and a
//! manifest. What else lies in the folder of backups is never touched.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::connection::Access;
use super::digest::random;
use super::error::{Damage, HistoryError};
use super::head::Hex;
use super::recovery::{self, RecoveryKey, Sealed};
use super::replace::{self, Built};
use super::site::{Around, FILE, Site};
use super::store::Store;
use super::unlock;
use super::vault::Key;
use super::writing::Ready;
use crate::files::{
    NewFolder, Overwrite, create_folder_within, create_private_folder, sync_folder, write_file,
};

/// The folder of backups in the data folder, and of what a restore set aside.
const FOLDER: &str = "backups";
pub(super) const ASIDE: &str = "aside";

/// The manifest in a backup's folder.
const MANIFEST: &str = "manifest.json";

/// The version of the manifest's form.
const FORMAT: u32 = 1;

/// The newest backups that are kept, beside the newest of each month.
const NEWEST: usize = 3;

/// Days after which the next backup is due.
const DAYS: i64 = 7;

/// Why a backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A week has passed since the one before.
    Weekly,
    /// The person asked for it.
    Asked,
    /// Before the tables were upgraded.
    BeforeUpgrade,
    /// Before the history was encrypted anew or decrypted.
    BeforeEncryption,
    /// Before another history was merged in.
    BeforeMerge,
    /// Before a backup was restored.
    BeforeRestore,
    /// After something was deleted, in place of those that still held it.
    AfterDeletion,
    /// After the history was encrypted, in place of those in the clear.
    AfterEncryption,
}

/// A backup, as its manifest tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Backup {
    format: u32,
    /// Its place among the backups of this folder; they are ordered and rotated by it, not by the date.
    pub sequence: u64,
    /// When it was made.
    pub made: DateTime<Utc>,
    /// Why.
    pub reason: Reason,
    /// Whether it is encrypted.
    pub encrypted: bool,
    /// How many writes the history had seen; 0 if it is from before that was counted.
    pub writes: u64,
    /// The SHA-256 of the database file, in hexadecimal digits.
    pub sha256: String,
    /// Where it lies.
    #[serde(skip)]
    pub path: PathBuf,
}

impl Backup {
    /// Returns whether the file is still the one that was verified when it was made.
    pub fn is_whole(&self) -> bool {
        sha256(&self.path.join(FILE)).is_ok_and(|found| found == self.sha256)
    }

    /// Returns the name of its folder.
    pub fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

impl Store {
    /// Returns the backups in the data folder, the newest first.
    pub fn backups(&self) -> Result<Vec<Backup>, HistoryError> {
        all(&folder(&self.site))
    }

    /// Makes a backup now, in the data folder or in another one that is there.
    pub fn back_up(&self, to: Option<&Path>, now: DateTime<Utc>) -> Result<Backup, HistoryError> {
        let _lock = self.site.lock()?;
        let ready = self.site.ready()?;
        let own = folder(&self.site);
        make(&self.site, &ready, to.unwrap_or(&own), (Reason::Asked, now))
    }
}

/// Returns the folder of backups.
pub(super) fn folder(site: &Site) -> PathBuf {
    site.folder().join(FOLDER)
}

/// Returns what restores set aside.
pub(super) fn set_aside(site: &Site) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(site.folder().join(ASIDE)) else { return Vec::new() };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.join(FILE).is_file());
    folders.sort();
    folders
}

/// Makes a backup where the last one is a week old. To be called under the lock.
pub(super) fn weekly(site: &Site, ready: &Ready, around: &Around) -> Result<(), HistoryError> {
    let anything = ready.connection.prepare("SELECT 1 FROM entry")?.exists([])?;
    let backups = all(&folder(site))?;
    // A backup from the future, after a clock was set back, is none to wait for.
    let fresh = |backup: &Backup| {
        let age = around.now - backup.made;
        age < TimeDelta::days(DAYS) && age > TimeDelta::days(-1)
    };
    if anything && !backups.first().is_some_and(fresh) {
        make(site, ready, &folder(site), (Reason::Weekly, around.now))?;
    }
    Ok(())
}

/// Makes a backup of the present state, and removes those that are no longer kept. Under the lock.
pub(super) fn make(
    site: &Site,
    ready: &Ready,
    into: &Path,
    (reason, now): (Reason, DateTime<Utc>),
) -> Result<Backup, HistoryError> {
    if into == folder(site) {
        create_folder_within(into)?;
    }
    let backup = make_in(into, now, reason, |database| {
        let key = match &ready.key {
            Some(_) => Some(fresh_key(site)?),
            None => None,
        };
        let built = replace::duplicate(database, &ready.connection, key.as_ref())?;
        if let (Some(key), Some(recovery)) = (&key, recovery_key(&ready.connection)?)
            && let Some(passphrase) = site.vault.passphrase()
        {
            let sealed = Sealed::new(&recovery, &built.history, &key.salt(), &passphrase)?;
            recovery::write(database, &built.history, &[sealed])?;
        }
        let mut head = ready.head.clone();
        (head.current, head.next) = (Some(built.state.clone()), None);
        head.write(database)?;
        let writes = built.state.number;
        Built::place(built)?;
        Ok((key.is_some(), writes))
    })?;
    if into == folder(site) {
        rotate(&all(into)?)?;
    }
    Ok(backup)
}

/// Makes a backup of a file that is about to be upgraded, in the form it has: a copy of it and of the files
/// beside it, as they are. To be called under the lock, outside of any transaction.
pub(super) fn before_upgrade(
    site: &Site,
    (old, key): (&Connection, Option<&Key>),
    writes: u64,
) -> Result<(), HistoryError> {
    let now = site.around.as_ref().map(|around| around.now).unwrap_or_default();
    make_in(&folder(site), now, Reason::BeforeUpgrade, |database| {
        for from in site.files() {
            let to = database.with_file_name(from.file_name().unwrap_or_default());
            let bytes = fs::read(&from).map_err(|_| HistoryError::NoAccess)?;
            write_file(&to, Overwrite::Never, &bytes)?;
        }
        let copy = unlock::ready(database, Access::Read, key)?;
        if every_row(&copy)? != every_row(old)? {
            return Err(HistoryError::NotVerified);
        }
        Ok((key.is_some(), writes))
    })?;
    Ok(())
}

/// Makes a backup's folder under a random name; it has its own name once everything in it is verified.
fn make_in(
    into: &Path,
    now: DateTime<Utc>,
    reason: Reason,
    fill: impl FnOnce(&Path) -> Result<(bool, u64), HistoryError>,
) -> Result<Backup, HistoryError> {
    create_private_folder(into)?;
    let mut sequence = 1 + all(into)?.first().map_or(0, |newest| newest.sequence);
    let named =
        |sequence: u64| into.join(format!("{sequence:06}-{}", now.format("%Y-%m-%dT%H-%M-%SZ")));
    // What a power cut left of a backup is passed over.
    while named(sequence).exists() {
        sequence += 1;
    }
    let path = named(sequence);
    let new = NewFolder::beside(&path)?;
    let database = new.path().join(FILE);
    let (encrypted, writes) = fill(&database)?;
    let sha256 = sha256(&database).map_err(|_| HistoryError::NoAccess)?;
    let backup =
        Backup { format: FORMAT, sequence, made: now, reason, encrypted, writes, sha256, path };
    let text = serde_json::to_vec_pretty(&backup).map_err(|_| HistoryError::Unwritable)?;
    write_file(&new.path().join(MANIFEST), Overwrite::Never, &text)?;
    new.keep()?;
    Ok(backup)
}

/// Returns the backups in a folder, the newest first; a folder that is not there has none.
pub(super) fn all(folder: &Path) -> Result<Vec<Backup>, HistoryError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(_) => return Err(HistoryError::NoAccess),
    };
    let mut backups: Vec<Backup> = entries.flatten().filter_map(|e| manifest(&e.path())).collect();
    backups.sort_by_key(|backup| std::cmp::Reverse(backup.sequence));
    Ok(backups)
}

/// Reads the manifest of a backup's folder; anything else is none of ours.
fn manifest(folder: &Path) -> Option<Backup> {
    if folder.file_name()?.to_string_lossy().starts_with('.') {
        return None;
    }
    let mut text = Vec::new();
    File::open(folder.join(MANIFEST)).ok()?.take(16 * 1024).read_to_end(&mut text).ok()?;
    let backup: Backup = serde_json::from_slice(&text).ok()?;
    (backup.format == FORMAT).then(|| Backup { path: folder.to_owned(), ..backup })
}

/// Removes backups that are neither among the newest nor the newest of their month; those left half made
/// by an interruption go as well.
fn rotate(backups: &[Backup]) -> Result<(), HistoryError> {
    let mut months = std::collections::BTreeSet::new();
    for (place, backup) in backups.iter().enumerate() {
        let first_of_month = months.insert(backup.made.format("%Y-%m").to_string());
        if place >= NEWEST && !first_of_month {
            remove(&backup.path)?;
        }
    }
    Ok(())
}

/// Removes a backup, if it is there: first under another name, so that no half of it is ever taken for a backup.
pub(super) fn remove(folder: &Path) -> Result<(), HistoryError> {
    let parent = folder.parent().unwrap_or(Path::new("."));
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let gone = parent.join(format!(".gone-{name}"));
    match fs::rename(folder, &gone) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        renamed => renamed.map_err(|_| HistoryError::NoAccess)?,
    }
    fs::remove_dir_all(&gone).map_err(|_| HistoryError::NoAccess)?;
    sync_folder(parent).map_err(|_| HistoryError::NoAccess)
}

/// Removes what interrupted backups and removals left behind. To be called under the lock.
pub(super) fn sweep(site: &Site) {
    for folder in [folder(site), site.folder().join(ASIDE)] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(".new-") || name.starts_with(".gone-") {
                // What cannot be removed now is tried again by the next write.
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// Derives a key with a fresh salt from the passphrase in force.
pub(super) fn fresh_key(site: &Site) -> Result<Key, HistoryError> {
    site.vault.key_of_same_passphrase(random()?).ok_or(HistoryError::Locked)
}

/// Returns the recovery key that an encrypted history holds.
pub(super) fn recovery_key(connection: &Connection) -> Result<Option<RecoveryKey>, HistoryError> {
    let mut statement = connection.prepare("SELECT key FROM recovery")?;
    let mut rows = statement.query([])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let key = row.get_ref(0)?.as_blob().ok().and_then(RecoveryKey::from_bytes);
    key.map(Some).ok_or(HistoryError::Damaged(Damage::Devices))
}

/// Returns the rows of every table of a file of an earlier version, as text; equal for equal content.
fn every_row(connection: &Connection) -> Result<Vec<u8>, HistoryError> {
    let names: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut hash = Sha256::new();
    for name in names {
        let mut statement =
            connection.prepare(&format!("SELECT * FROM \"{name}\" ORDER BY 1, 2"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let mut text = String::new();
            for column in 0..columns {
                let _ = write!(text, "{:?};", row.get_ref(column)?);
            }
            hash.update(text);
        }
    }
    Ok(hash.finalize().to_vec())
}

fn sha256(path: &Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut part = vec![0; 64 * 1024];
    loop {
        match file.read(&mut part)? {
            0 => break,
            read => hash.update(&part[..read]),
        }
    }
    let digest: [u8; 32] = hash.finalize().into();
    Ok(Hex::of(&digest).text().to_owned())
}
