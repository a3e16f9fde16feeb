//! Owns the seal: one row that stands for the state of the whole file and is renewed by every write.
//!
//! What the log does not cover (drafts, exports, which rows there are) is under the seal, so that a page
//! or a row put back from an earlier day is found. The head file beside the database repeats the seal.

use hmac::Mac as _;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use sha2::{Digest as _, Sha256};

use super::chain::{DeviceId, Entry, keyed};
use super::digest::Digest;
use super::error::{Damage, HistoryError};

/// The state of the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seal {
    /// How many writes the history has seen.
    pub(super) number: u64,
    /// The code of the state before.
    pub(super) previous: Digest,
    parts: Parts,
    /// Covers the rest, and the history's id, under the writing device's key.
    pub(super) code: Digest,
}

/// The tallies of the tables; the order of rows does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Parts {
    records: Digest,
    drafts: Digest,
    exports: Digest,
    devices: Digest,
}

/// A tally of digests in any order: each is added by exclusive or.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally(Digest);

impl Tally {
    /// Adds one digest.
    pub(super) fn add(&mut self, digest: &Digest) {
        for (sum, byte) in self.0.iter_mut().zip(digest) {
            *sum ^= byte;
        }
    }
}

/// The writing device, and the newest place in its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Newest {
    pub(super) device: DeviceId,
    pub(super) key: Digest,
    /// 0 before the first entry.
    pub(super) sequence: u64,
    pub(super) code: Digest,
}

impl Seal {
    /// Reads the seal and checks it and the newest entry of every device, which costs little.
    pub(super) fn read(connection: &Connection) -> Result<Self, HistoryError> {
        let damaged = || HistoryError::Damaged(Damage::Seal);
        let seal = connection
            .prepare("SELECT number, previous, records, drafts, exports, devices, code FROM seal")?
            .query_row([], |row| {
                let parts = Parts {
                    records: row.get(2)?,
                    drafts: row.get(3)?,
                    exports: row.get(4)?,
                    devices: row.get(5)?,
                };
                Ok(Self { number: row.get(0)?, previous: row.get(1)?, parts, code: row.get(6)? })
            })
            .optional()
            .map_err(|_| damaged())?
            .ok_or_else(damaged)?;
        let (devices, own) = check_newest(connection)?;
        if seal.parts.devices != devices || seal.sum(connection, &own)? != seal.code {
            return Err(damaged());
        }
        Ok(seal)
    }

    /// Checks that the tables hold the rows that were sealed, without reading contents.
    pub(super) fn check(&self, connection: &Connection) -> Result<(), HistoryError> {
        let found = Parts::of(connection)?;
        for (sealed, found, damage) in [
            (self.parts.records, found.records, Damage::Records),
            (self.parts.drafts, found.drafts, Damage::Drafts),
            (self.parts.exports, found.exports, Damage::Exports),
        ] {
            if sealed != found {
                return Err(HistoryError::Damaged(damage));
            }
        }
        Ok(())
    }

    /// Returns whether these are the rows of the records.
    pub(super) fn covers_records(&self, rows: Tally) -> bool {
        self.parts.records == rows.0
    }

    /// Checks that the drafts and their parts are those that were sealed.
    pub(super) fn check_drafts(&self, connection: &Connection) -> Result<(), HistoryError> {
        let whole = drafts(connection)? == self.parts.drafts;
        if whole { Ok(()) } else { Err(HistoryError::Damaged(Damage::Drafts)) }
    }

    /// Checks that the exports are those that were sealed.
    pub(super) fn check_exports(&self, connection: &Connection) -> Result<(), HistoryError> {
        let whole = tally(connection, "SELECT digest FROM export")? == self.parts.exports;
        if whole { Ok(()) } else { Err(HistoryError::Damaged(Damage::Exports)) }
    }

    /// Seals what the tables hold now, after the state `before`.
    pub(super) fn renew(tx: &Transaction<'_>, before: Option<&Self>) -> Result<Self, HistoryError> {
        let (devices, own) = check_newest(tx)?;
        let parts = Parts { devices, ..Parts::of(tx)? };
        let number = before.map_or(0, |before| before.number) + 1;
        let previous = before.map(|before| before.code).unwrap_or_default();
        let mut seal = Self { number, previous, parts, code: Digest::default() };
        seal.code = seal.sum(tx, &own)?;
        let Parts { records, drafts, exports, devices } = &seal.parts;
        tx.execute(
            "INSERT INTO seal (one, number, previous, records, drafts, exports, devices, code)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (one) DO UPDATE SET number = ?1, previous = ?2, records = ?3,
                 drafts = ?4, exports = ?5, devices = ?6, code = ?7",
            params![seal.number, seal.previous, records, drafts, exports, devices, seal.code],
        )?;
        Ok(seal)
    }

    fn sum(&self, connection: &Connection, own: &Newest) -> Result<Digest, HistoryError> {
        let mut mac = keyed(&own.key, b"checkin seal 1");
        mac.update(&history_id(connection)?);
        mac.update(&self.number.to_be_bytes());
        let Parts { records, drafts, exports, devices } = &self.parts;
        for part in [&self.previous, records, drafts, exports, devices] {
            mac.update(part);
        }
        Ok(mac.finalize().into_bytes().into())
    }
}

impl Parts {
    fn of(connection: &Connection) -> Result<Self, HistoryError> {
        Ok(Self {
            records: tally(connection, "SELECT digest FROM record")?,
            drafts: drafts(connection)?,
            exports: tally(connection, "SELECT digest FROM export")?,
            devices: Digest::default(),
        })
    }
}

/// Returns the random id of the history.
pub(super) fn history_id(connection: &Connection) -> Result<[u8; 16], HistoryError> {
    connection
        .prepare("SELECT history FROM about")?
        .query_row([], |row| row.get(0))
        .map_err(|_| HistoryError::Damaged(Damage::Seal))
}

/// Returns the device that writes here, with the newest place in its log.
pub(super) fn own_device(connection: &Connection) -> Result<Newest, HistoryError> {
    check_newest(connection).map(|(_, own)| own)
}

fn tally(connection: &Connection, sql: &str) -> Result<Digest, HistoryError> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut tally = Tally::default();
    while let Some(row) = rows.next()? {
        tally.add(&row.get(0).map_err(|_| HistoryError::Damaged(Damage::File))?);
    }
    Ok(tally.0)
}

/// Drafts with when they were touched, and their parts; each digest knows its place.
fn drafts(connection: &Connection) -> Result<Digest, HistoryError> {
    let damaged = |_| HistoryError::Damaged(Damage::Drafts);
    let mut tally = Tally(self::tally(connection, "SELECT digest FROM draft_part")?);
    let mut statement =
        connection.prepare("SELECT id, touched, digest, context_definition FROM draft")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, touched): ([u8; 16], String) =
            (row.get(0).map_err(damaged)?, row.get(1).map_err(damaged)?);
        let digest: Digest = row.get(2).map_err(damaged)?;
        let context: Option<String> = row.get(3).map_err(damaged)?;
        let hash = Sha256::new().chain_update(id).chain_update(digest).chain_update(touched);
        tally.add(&hash.chain_update(context.unwrap_or_default()).finalize().into());
    }
    Ok(tally.0)
}

/// Checks the newest entry of every device, and returns the digest over the devices and the own one.
fn check_newest(connection: &Connection) -> Result<(Digest, Newest), HistoryError> {
    let damaged = || HistoryError::Damaged(Damage::Devices);
    let mut statement = connection.prepare(
        "SELECT id, own, created, chain_key, place,
             coalesce((SELECT max(sequence) FROM entry WHERE device = id), 0)
         FROM device ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let (mut hash, mut own) = (Sha256::new(), None);
    while let Some(row) = rows.next()? {
        let read = || {
            let id: DeviceId = row.get(0)?;
            let (is_own, created): (bool, String) = (row.get(1)?, row.get(2)?);
            let (key, place): (Digest, Option<Digest>) = (row.get(3)?, row.get(4)?);
            rusqlite::Result::Ok((id, is_own, created, key, place, row.get::<_, u64>(5)?))
        };
        let (device, is_own, created, key, place, sequence) =
            read().map_err(|_: rusqlite::Error| damaged())?;
        let code = newest_code(connection, device, &key, sequence)?;
        hash.update(device);
        hash.update([u8::from(is_own), u8::from(place.is_some())]);
        hash.update((created.len() as u64).to_be_bytes());
        hash.update(created);
        hash.update(key);
        hash.update(place.unwrap_or_default());
        hash.update(sequence.to_be_bytes());
        hash.update(code);
        if is_own {
            own = Some(Newest { device, key, sequence, code });
        }
    }
    hash.update(recovery_digest(connection)?);
    Ok((hash.finalize().into(), own.ok_or_else(damaged)?))
}

/// The recovery key is under the seal as well; its digest tells nothing of it.
fn recovery_digest(connection: &Connection) -> Result<Digest, HistoryError> {
    let found = connection
        .prepare("SELECT key FROM recovery")?
        .query_row([], |row| Ok(Sha256::digest(row.get_ref(0)?.as_blob()?).into()))
        .optional()
        .map_err(|_| HistoryError::Damaged(Damage::Devices))?;
    Ok(found.unwrap_or_default())
}

fn newest_code(
    connection: &Connection,
    device: DeviceId,
    key: &Digest,
    sequence: u64,
) -> Result<Digest, HistoryError> {
    if sequence == 0 {
        return Ok(Digest::default());
    }
    let sql = format!(
        "SELECT {} FROM entry WHERE device = ?1 AND sequence IN (?2 - 1, ?2) ORDER BY sequence",
        super::chain::COLUMNS
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query(params![device, sequence])?;
    let (mut previous, mut newest) = (Digest::default(), None);
    while let Some(row) = rows.next()? {
        let entry = Entry::read(row).map_err(|_| HistoryError::Damaged(Damage::Log))?;
        if entry.sequence == sequence {
            newest = Some(entry);
        } else {
            previous = entry.code;
        }
    }
    let newest = newest.ok_or(HistoryError::Damaged(Damage::Log))?;
    let good = newest.content_is_whole() && newest.code_after(&previous, key) == newest.code;
    if good { Ok(newest.code) } else { Err(HistoryError::Damaged(Damage::Record(newest.record))) }
}
