//! Owns restoring: a copy takes the place of the history, which is set aside and never overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::backup::ASIDE;
use super::check::Progress;
use super::digest::random;
use super::error::HistoryError;
use super::head::Head;
use super::protect::recompute;
use super::recovery::{RecoveryKey, Sealed};
use super::replace::{self, Lockup, OpenedBy, Successor};
use super::site::{FILE, Site};
use super::source::{self, Source};
use super::store::Store;
use super::vault::{Ask, Key};
use super::writing::new_device;
use crate::files::{NewFolder, Overwrite, create_folder_within, create_private_folder, write_file};

/// What a restore did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Where the history that was there lies now; absent if there was none.
    pub set_aside: Option<PathBuf>,
    /// Whether the restored history is encrypted, with the passphrase of the copy.
    pub encrypted: bool,
    /// Check-ins, notes, events and steps in it.
    pub records: u64,
}

impl Store {
    /// Puts a verified copy in the place of the history.
    ///
    /// `path` is a backup's folder, a data folder or a database file; the history's own file is one too,
    /// where the head file beside it was lost. What is restored goes on as a new device, so that it can be
    /// merged with what the other one wrote since.
    pub fn restore(
        &self,
        path: &Path,
        ask: Option<&Ask>,
        now: DateTime<Utc>,
        progress: &mut Progress<'_>,
    ) -> Result<Restored, HistoryError> {
        let site = &self.site;
        create_private_folder(site.folder())?;
        let _lock = site.lock()?;
        let recompute = recompute(site);
        let source = source::open(site, path, ask, (&recompute, progress))?;
        let lockup = lockup(&source)?;
        let key = lockup.as_ref().map(|(lockup, _)| &lockup.key);
        let (built, records) =
            replace::build(&site.path, &source.connection, key, &recompute, |tx| {
                if let Some(around) = &site.around {
                    new_device(tx, around)?;
                }
                let sql = "SELECT count(*) FROM record WHERE deleted = 0";
                Ok(tx.query_row(sql, [], |row| row.get(0))?)
            })?;
        let opened_by = match lockup {
            Some((lockup, recovery)) => {
                let (salt, passphrase) = (lockup.key.salt(), &lockup.passphrase);
                let sealed = Sealed::new(&recovery, &built.history, &salt, passphrase)?;
                OpenedBy::Passphrase(lockup, sealed)
            }
            None => OpenedBy::Nothing,
        };
        drop(source);
        let encrypted = matches!(opened_by, OpenedBy::Passphrase(..));
        let set_aside = set_aside(site, now)?;
        // The state that was there is no longer what must be there, be it whole or not.
        let mut head = Head::read(&site.path).ok().flatten().unwrap_or_else(Head::new);
        head.next = None;
        replace::swap(site, head, Successor { built, opened_by })?;
        Ok(Restored { set_aside, encrypted, records })
    }
}

/// Returns the passphrase of the source with a fresh key, and its recovery key.
fn lockup(source: &Source) -> Result<Option<(Lockup, RecoveryKey)>, HistoryError> {
    let Some(passphrase) = source.passphrase.clone() else { return Ok(None) };
    let recovery = source.recovery.clone().map_or_else(RecoveryKey::new, Ok)?;
    let key = Key::derive(&passphrase, random()?);
    Ok(Some((Lockup { passphrase, key }, recovery)))
}

/// Puts a second name on the history that is there, or copies it where a file system knows one name only.
/// Its own name stays with it until the new file takes that.
fn set_aside(site: &Site, now: DateTime<Utc>) -> Result<Option<PathBuf>, HistoryError> {
    if fs::symlink_metadata(&site.path).is_err() {
        return Ok(None);
    }
    let parent = site.folder().join(ASIDE);
    create_folder_within(&parent)?;
    let name = now.format("%Y-%m-%dT%H-%M-%SZ").to_string();
    let target = (1..=10_000)
        .map(|n| parent.join(if n == 1 { name.clone() } else { format!("{name}-{n}") }))
        .find(|path| !path.exists())
        .ok_or(HistoryError::NoAccess)?;
    let folder = NewFolder::beside(&target)?;
    for from in site.files() {
        let name = from.file_name().unwrap_or_default();
        let to = folder.path().join(name);
        // The database is linked, so that not a byte of it can be lost; the others will be rewritten.
        if name == FILE && fs::hard_link(&from, &to).is_ok() {
            continue;
        }
        write_file(&to, Overwrite::Never, &fs::read(&from).map_err(|_| HistoryError::NoAccess)?)?;
    }
    folder.keep()?;
    // A journal belongs to the old file alone; under the new one it would be taken for the new one's.
    let journal = format!("{FILE}-journal");
    match fs::rename(site.folder().join(&journal), target.join(&journal)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(HistoryError::NoAccess),
        _ => Ok(Some(target)),
    }
}
