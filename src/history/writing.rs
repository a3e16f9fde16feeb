//! Owns how a write goes: lock, look at the head file, one transaction, the head file anew; and what comes
//! before it: making the history, upgrading it, checking all of it once a day.

use std::fs;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::chain::DeviceId;
use super::check;
use super::connection::{Access, apply_settings, connect, whole_pages};
use super::digest::{Digest, random};
use super::error::{Damage, HistoryError};
use super::head::{Fit, Head};
use super::schema::{self, UPGRADES};
use super::seal::Seal;
use super::site::{Around, FILE, Notice, Opened, Site, state_of};
use super::vault::Key;
use crate::files::{NewFile, Overwrite, create_private_folder};

/// A history that is ready to be written.
pub(super) struct Ready {
    pub(super) connection: Connection,
    pub(super) key: Option<Key>,
    pub(super) head: Head,
}

impl Site {
    /// Makes the history, if there is none: whole and synced before it has its name.
    pub(super) fn create(&self, created: DateTime<Utc>) -> Result<(), HistoryError> {
        create_private_folder(self.folder())?;
        let _lock = self.lock()?;
        if self.exists() {
            return Ok(());
        }
        // A journal without its file would be rolled back into the new one and destroy it.
        let journal = self.path.with_file_name(format!("{FILE}-journal"));
        if fs::symlink_metadata(&journal).is_ok() {
            return Err(HistoryError::StrayJournal { path: journal });
        }
        let file = NewFile::beside(&self.path)?;
        let mut connection = connect(file.path(), Access::Write, None)?;
        apply_settings(&connection, Access::Write)?;
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::upgrade(&tx, UPGRADES)?;
        tx.execute(
            "INSERT INTO about (one, history, program) VALUES (1, ?1, ?2)",
            params![random::<16>()?, env!("CARGO_PKG_VERSION")],
        )?;
        add_device(&tx, created, self.around.as_ref().map(|around| around.place))?;
        let seal = Seal::renew(&tx, None)?;
        let state = state_of(&tx, &seal, None)?;
        tx.commit()?;
        connection.close().map_err(|(_, error)| error)?;
        let mut head = Head::new();
        head.next = Some(state);
        head.write(&self.path)?;
        file.keep(Overwrite::Never)?;
        head.current = head.next.take();
        head.write(&self.path)
    }

    /// Runs `write` in one transaction and waits until it is on the disk.
    pub(super) fn write<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, HistoryError>,
    ) -> Result<T, HistoryError> {
        let _lock = self.lock()?;
        let Ready { mut connection, key, mut head } = self.ready()?;
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        whole_pages(&self.path, &tx)?;
        let before = Seal::read(&tx)?;
        before.check(&tx)?;
        self.claim(&tx)?;
        let value = write(&tx)?;
        let seal = Seal::renew(&tx, Some(&before))?;
        let state = state_of(&tx, &seal, key.as_ref())?;
        tx.commit()?;
        head.current = Some(state);
        if head.write(&self.path).is_err() {
            self.notices.borrow_mut().push(Notice::HeadNotWritten);
        }
        Ok(value)
    }

    /// Opens for writing, under the lock: upgraded, with a head file that tells the present state, and
    /// checked in full once a day.
    pub(super) fn ready(&self) -> Result<Ready, HistoryError> {
        let ready = self.prepared()?;
        super::copies::finish(self, &ready);
        Ok(ready)
    }

    /// As [`Site::ready`], and leaves to the caller what an interruption put off.
    pub(super) fn prepared(&self) -> Result<Ready, HistoryError> {
        self.sweep();
        super::backup::sweep(self);
        let opened = self.open_upgraded()?;
        let Opened { connection, key, sealed, .. } = opened;
        let (mut head, seal, fit) = sealed.ok_or(HistoryError::Damaged(Damage::Head))?;
        connection.execute_batch("COMMIT")?;
        if fit != Fit::Current || head.next.is_some() {
            if head.next.is_some() {
                let new = fit == Fit::Next;
                self.notices.borrow_mut().push(Notice::Interrupted { new });
            }
            head.current = Some(state_of(&connection, &seal, key.as_ref())?);
            head.next = None;
            // What is damaged is written anew below.
            match super::recovery::settle(self, key.as_ref()) {
                Err(HistoryError::Damaged(Damage::Recovery)) if key.is_some() => {}
                settled => settled?,
            }
            head.write(&self.path)?;
        }
        if let Some(key) = &key {
            super::recovery::mend(self, key, &connection)?;
        }
        let ready = Ready { connection, key, head };
        self.daily(ready)
    }

    /// Before the first write of a day, checks everything and makes a backup where one is due.
    fn daily(&self, mut ready: Ready) -> Result<Ready, HistoryError> {
        let Some(around) = &self.around else { return Ok(ready) };
        if ready.head.checked == Some(around.today) {
            return Ok(ready);
        }
        let found = check::full(&ready.connection, &around.recompute, &mut |_, _| {})?;
        if let Some(problem) = found.problems.into_iter().next() {
            return Err(HistoryError::Damaged(problem));
        }
        ready.head.checked = Some(around.today);
        if let Err(error) = super::backup::weekly(self, &ready, around) {
            self.notices.borrow_mut().push(Notice::NoBackup(error.to_string()));
        }
        Ok(ready)
    }

    /// Makes this place the writing device, if the folder was copied or moved here.
    pub(super) fn claim(&self, tx: &Transaction<'_>) -> Result<(), HistoryError> {
        let Some(around) = &self.around else { return Ok(()) };
        let (device, place): (DeviceId, Option<Digest>) =
            tx.query_row("SELECT id, place FROM device WHERE own = 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        match place {
            Some(place) if place == around.place => Ok(()),
            Some(_) => new_device(tx, around),
            None => {
                tx.execute(
                    "UPDATE device SET place = ?2 WHERE id = ?1",
                    params![device, around.place],
                )?;
                Ok(())
            }
        }
    }

    /// Opens for writing, with the newest schema; to be called under the lock.
    pub(super) fn open_upgraded(&self) -> Result<Opened, HistoryError> {
        let opened = self.open(Access::Write)?;
        if !opened.is_older() {
            return Ok(opened);
        }
        self.upgrade(opened)?;
        self.open(Access::Write)
    }

    /// Brings an older file to the newest schema, after a backup of it.
    fn upgrade(&self, opened: Opened) -> Result<(), HistoryError> {
        let Opened { mut connection, key, sealed, .. } = opened;
        if sealed.is_some() {
            connection.execute_batch("COMMIT")?;
        }
        let writes = sealed.as_ref().map_or(0, |(_, seal, _)| seal.number);
        super::backup::before_upgrade(self, (&connection, key.as_ref()), writes)?;
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        schema::upgrade(&tx, UPGRADES)?;
        let seal = Seal::read(&tx)?;
        let mut head = match sealed {
            Some((head, ..)) => head,
            None => Head::new(),
        };
        head.next = Some(state_of(&tx, &seal, key.as_ref())?);
        head.write(&self.path)?;
        tx.commit()?;
        head.current = head.next.take();
        head.write(&self.path)
    }

    /// Removes what an interrupted change of the file left behind; to be called under the lock.
    fn sweep(&self) {
        let Ok(entries) = fs::read_dir(self.folder()) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let ours = name.to_string_lossy().starts_with(&format!(".{FILE}-"));
            if ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
                // What cannot be removed now is tried again by the next write.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// Begins the log of a new device, which is the one that writes here from now on.
pub(super) fn new_device(tx: &Transaction<'_>, around: &Around) -> Result<(), HistoryError> {
    tx.execute("UPDATE device SET own = 0 WHERE own = 1", [])?;
    add_device(tx, around.now, Some(around.place))
}

fn add_device(
    tx: &Transaction<'_>,
    created: DateTime<Utc>,
    place: Option<Digest>,
) -> Result<(), HistoryError> {
    tx.execute(
        "INSERT INTO device (id, created, own, chain_key, place) VALUES (?1, ?2, 1, ?3, ?4)",
        params![random::<16>()?, created.to_rfc3339(), random::<32>()?, place],
    )?;
    Ok(())
}
