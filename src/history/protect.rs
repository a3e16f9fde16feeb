//! Owns encrypting and decrypting a history, the change of its passphrase and the way in by recovery key.
//!
//! Never by `PRAGMA rekey`: interrupted, it leaves files that no passphrase opens. Always by a new file.

use std::rc::Rc;

use chrono::{DateTime, Utc};
use rusqlite::Transaction;

use super::backup::{self, Reason};
use super::check::Recompute;
use super::copies::{self, Erasure};
use super::digest::random;
use super::error::HistoryError;
use super::recovery::{self, RecoveryKey, Sealed};
use super::replace::{self, Leftover, Lockup, OpenedBy, Successor};
use super::site::{Site, require_file};
use super::store::Store;
use super::vault::{Key, Kind, Passphrase, sniff};
use super::writing::Ready;

/// What `protect` needs.
pub struct Protection {
    /// The passphrase from now on.
    pub passphrase: Passphrase,
    /// A new recovery key; the one there is stays if this is absent.
    pub recovery: Option<RecoveryKey>,
    /// The present instant.
    pub now: DateTime<Utc>,
}

/// What changed beside the history itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Protected {
    /// Backups in the clear that were removed, since an encrypted one has taken their place.
    pub removed_plain: usize,
    /// Backups that keep an earlier passphrase.
    pub older_passphrase: usize,
}

impl Store {
    /// Returns whether the history is encrypted; reads its first bytes only.
    pub fn is_encrypted(&self) -> Result<bool, HistoryError> {
        if !self.exists() {
            return Ok(false);
        }
        match require_file(&self.site.path) {
            Err(HistoryError::Missing { path }) => return Err(HistoryError::Lost { path }),
            found => found?,
        }
        Ok(matches!(sniff(&self.site.path)?, Kind::Other(_)))
    }

    /// Makes an empty history, for a person who wants it encrypted from the first answer on.
    pub fn begin(&self, now: DateTime<Utc>) -> Result<(), HistoryError> {
        self.site.create(now)
    }

    /// Asks for the passphrase now, if one is needed, so that it is not asked for later.
    pub fn unlock(&self) -> Result<(), HistoryError> {
        if self.is_encrypted()? {
            self.site.open_state()?;
        }
        Ok(())
    }

    /// Encrypts the history, or encrypts it anew with another passphrase.
    ///
    /// However it ends, exactly one passphrase opens the history afterwards: an error after which the new
    /// one is in force is [`HistoryError::Replaced`].
    pub fn protect(&self, new: Protection) -> Result<Protected, HistoryError> {
        let _lock = self.site.lock()?;
        let ready = self.site.ready()?;
        let was_plain = ready.key.is_none();
        let anything = ready.connection.prepare("SELECT 1 FROM entry")?.exists([])?;
        if anything {
            let reason = (Reason::BeforeEncryption, new.now);
            backup::make(&self.site, &ready, &backup::folder(&self.site), reason)?;
        }
        let recovery = match (new.recovery, backup::recovery_key(&ready.connection)?) {
            (Some(recovery), _) | (None, Some(recovery)) => recovery,
            (None, None) => RecoveryKey::new()?,
        };
        let key = Key::derive(&new.passphrase, random()?);
        let keep_key = |tx: &Transaction<'_>| {
            tx.execute("DELETE FROM recovery", [])?;
            tx.execute("INSERT INTO recovery (one, key) VALUES (1, ?1)", [recovery.bytes()])?;
            Ok(())
        };
        let recompute = recompute(&self.site);
        let path = &self.site.path;
        let (built, ()) =
            replace::build(path, &ready.connection, Some(&key), &recompute, keep_key)?;
        let sealed = Sealed::new(&recovery, &built.history, &key.salt(), &new.passphrase)?;
        if sealed.open(&recovery, &built.history).as_ref() != Some(&new.passphrase) {
            return Err(HistoryError::NotVerified);
        }
        let leftover = if was_plain { Leftover::of(path) } else { None };
        let lockup = Lockup { passphrase: new.passphrase, key };
        let opened_by = OpenedBy::Passphrase(lockup, sealed);
        let Ready { connection, head, .. } = ready;
        drop(connection);
        copies::note_down(&self.site, Erasure::Clear)?;
        replace::swap(&self.site, head, Successor { built, opened_by })?;
        if let Some(leftover) = leftover {
            leftover.wipe();
        }
        after_encryption(&self.site, new.now)
    }

    /// Decrypts the history.
    pub fn unprotect(&self, now: DateTime<Utc>) -> Result<(), HistoryError> {
        let _lock = self.site.lock()?;
        let ready = self.site.ready()?;
        if ready.key.is_none() {
            return Err(HistoryError::NotEncrypted);
        }
        let reason = (Reason::BeforeEncryption, now);
        backup::make(&self.site, &ready, &backup::folder(&self.site), reason)?;
        let forget_key = |tx: &Transaction<'_>| {
            tx.execute("DELETE FROM recovery", [])?;
            Ok(())
        };
        let recompute = recompute(&self.site);
        let (built, ()) =
            replace::build(&self.site.path, &ready.connection, None, &recompute, forget_key)?;
        let Ready { connection, head, .. } = ready;
        drop(connection);
        replace::swap(&self.site, head, Successor { built, opened_by: OpenedBy::Nothing })
    }

    /// Opens the history with its recovery key from now on, in this process.
    pub fn recover(&mut self, key: &RecoveryKey) -> Result<(), HistoryError> {
        let (history, sealed) = recovery::read(&self.site.path)?.ok_or(HistoryError::NoRecovery)?;
        let opened: Vec<Passphrase> =
            sealed.iter().filter_map(|sealed| sealed.open(key, &history)).collect();
        if opened.is_empty() {
            return Err(HistoryError::WrongRecoveryKey);
        }
        // Two are sealed only after an interrupted change; the file itself tells which is in force.
        let last = opened.len() - 1;
        self.site.vault.ask = Some(Rc::new(move |asked| {
            let place = usize::try_from(asked.wrong).unwrap_or(usize::MAX);
            let tried = last.checked_sub(place).and_then(|place| opened.get(place));
            tried
                .cloned()
                .ok_or_else(|| Box::from("the sealed passphrase does not open the history"))
        }));
        self.unlock()
    }
}

/// Returns how scores are computed again; where nobody said, every score is taken as it stands.
pub(super) fn recompute(site: &Site) -> Recompute {
    site.around.as_ref().map_or_else(|| Recompute(Rc::new(|_, _| true)), |a| a.recompute.clone())
}

/// Replaces copies in the clear by an encrypted backup, and counts those that keep an earlier passphrase.
fn after_encryption(site: &Site, now: DateTime<Utc>) -> Result<Protected, HistoryError> {
    let ready = site.prepared()?;
    let removed_plain = copies::clear(site, &ready, now)?;
    let older = |backup: &backup::Backup| backup.reason != Reason::AfterEncryption;
    let backups = backup::all(&backup::folder(site))?;
    Ok(Protected { removed_plain, older_passphrase: backups.iter().filter(|b| older(b)).count() })
}
