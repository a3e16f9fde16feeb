//! Owns the chain of the log: the code of each entry, over what it says and over the code before it.
//! The code stays when a deleted entry loses its content, since it covers the digest of that.

use hmac::{Hmac, KeyInit as _, Mac as _};
use rusqlite::{Connection, Row, Transaction, params};
use sha2::Sha256;
use uuid::Uuid;

use super::digest::{Digest, entry_digest};
use super::error::{Damage, HistoryError};
use super::record::RecordId;

/// The id of a device.
pub(super) type DeviceId = [u8; 16];

/// The columns of an entry, in the order [`Entry::read`] takes them.
pub(super) const COLUMNS: &str = "device, sequence, record, kind, change, parent_device,
     parent_sequence, content, salt, digest, code, turn";

/// An entry of the log as it stands in the table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) device: DeviceId,
    pub(super) sequence: u64,
    pub(super) record: RecordId,
    pub(super) kind: String,
    pub(super) change: String,
    pub(super) parent: Option<(DeviceId, u64)>,
    /// Absent in a deletion, and in what was deleted.
    pub(super) content: Option<String>,
    pub(super) salt: Option<[u8; 16]>,
    pub(super) digest: Digest,
    pub(super) code: Digest,
    pub(super) turn: u64,
}

impl Entry {
    /// Reads an entry; nothing of it is checked yet.
    pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let parent: (Option<DeviceId>, Option<u64>) = (row.get(5)?, row.get(6)?);
        Ok(Self {
            device: row.get(0)?,
            sequence: row.get(1)?,
            record: RecordId(Uuid::from_bytes(row.get(2)?)),
            kind: row.get(3)?,
            change: row.get(4)?,
            parent: parent.0.zip(parent.1),
            content: row.get(7)?,
            salt: row.get(8)?,
            digest: row.get(9)?,
            code: row.get::<_, Option<Digest>>(10)?.unwrap_or_default(),
            turn: row.get(11)?,
        })
    }

    /// Returns the code the entry must have after the one with the code `previous`.
    pub(super) fn code_after(&self, previous: &Digest, key: &Digest) -> Digest {
        let mut mac = keyed(key, b"checkin entry 1");
        mac.update(previous);
        mac.update(&self.device);
        mac.update(&self.sequence.to_be_bytes());
        mac.update(&self.turn.to_be_bytes());
        mac.update(self.record.0.as_bytes());
        for text in [&self.kind, &self.change] {
            mac.update(&(text.len() as u64).to_be_bytes());
            mac.update(text.as_bytes());
        }
        let (device, sequence) = self.parent.unwrap_or_default();
        mac.update(&device);
        mac.update(&sequence.to_be_bytes());
        mac.update(&self.digest);
        mac.finalize().into_bytes().into()
    }

    /// Returns whether the content is the one that was written; one that was erased is.
    pub(super) fn content_is_whole(&self) -> bool {
        match (&self.salt, &self.content) {
            (Some(salt), Some(content)) => entry_digest(salt, content.as_bytes()) == self.digest,
            (None, None) => true,
            _ => false,
        }
    }

    /// Writes the entry.
    pub(super) fn insert(&self, tx: &Transaction<'_>) -> Result<(), HistoryError> {
        let sql = format!(
            "INSERT INTO entry ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"
        );
        tx.prepare(&sql)?.execute(params![
            self.device,
            self.sequence,
            self.record.0.as_bytes(),
            self.kind,
            self.change,
            self.parent.map(|(device, _)| device),
            self.parent.map(|(_, sequence)| sequence),
            self.content,
            self.salt,
            self.digest,
            self.code,
            self.turn,
        ])?;
        Ok(())
    }

    /// Returns all entries of a record, in the order of their turns.
    pub(super) fn of_record(
        connection: &Connection,
        record: RecordId,
    ) -> Result<Vec<Self>, HistoryError> {
        let sql = format!(
            "SELECT {COLUMNS} FROM entry WHERE record = ?1 ORDER BY turn, device, sequence"
        );
        let mut statement = connection.prepare(&sql)?;
        let entries = statement.query_map([record.0.as_bytes()], Self::read)?;
        entries.collect::<Result<_, _>>().map_err(|_| HistoryError::Damaged(Damage::Record(record)))
    }
}

/// Starts a code of its own purpose under a key.
pub(super) fn keyed(key: &[u8], purpose: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::new_from_slice(key).expect("HMAC takes keys of every length");
    mac.update(&(purpose.len() as u64).to_be_bytes());
    mac.update(purpose);
    mac
}

/// Walks through the log of one device and calls `each` with every entry and whether it is in its place,
/// whole, and chained to the one before it.
pub(super) fn walk(
    connection: &Connection,
    device: DeviceId,
    key: &Digest,
    mut each: impl FnMut(Entry, bool) -> Result<(), HistoryError>,
) -> Result<(), HistoryError> {
    let sql = format!("SELECT {COLUMNS} FROM entry WHERE device = ?1 ORDER BY sequence");
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([device])?;
    let (mut previous, mut expected) = (Digest::default(), 1);
    while let Some(row) = rows.next()? {
        let entry = Entry::read(row).map_err(|_| HistoryError::Damaged(Damage::Log))?;
        let good = entry.sequence == expected
            && entry.content_is_whole()
            && entry.code_after(&previous, key) == entry.code;
        (previous, expected) = (entry.code, entry.sequence + 1);
        each(entry, good)?;
    }
    Ok(())
}

/// Gives the entries of a history from before there were codes their codes, and each device its key.
pub(super) fn chain_all(tx: &Transaction<'_>) -> Result<(), HistoryError> {
    tx.execute("UPDATE entry SET turn = sequence", [])?;
    let devices: Vec<DeviceId> = tx
        .prepare("SELECT id FROM device ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for device in devices {
        let key = super::digest::random::<32>()?;
        tx.execute("UPDATE device SET chain_key = ?2 WHERE id = ?1", params![device, key])?;
        let (mut codes, mut previous) = (Vec::new(), Digest::default());
        walk(tx, device, &key, |entry, _| {
            if entry.content_is_whole() {
                previous = entry.code_after(&previous, &key);
                codes.push((entry.sequence, previous));
                Ok(())
            } else {
                Err(HistoryError::Damaged(Damage::Record(entry.record)))
            }
        })?;
        for (sequence, code) in codes {
            tx.execute(
                "UPDATE entry SET code = ?3 WHERE device = ?1 AND sequence = ?2",
                params![device, sequence, code],
            )?;
        }
    }
    Ok(())
}
