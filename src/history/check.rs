//! Owns the full check: everything in the file is looked at, and the scores are computed again.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

use rusqlite::Connection;

use super::chain::{self, DeviceId, Entry};
use super::digest::Digest;
use super::error::{Damage, HistoryError};
use super::lineage::Lineage;
use super::record::{CheckIn, Content, DefinitionHash, RecordId};
use super::rows::RecordRow;
use super::schema;
use super::seal::Seal;
use crate::questionnaire::canonical_hash;

/// Tells whether the scores of a check-in are those that its answers give under its stored definition,
/// which is handed over in canonical form.
#[derive(Clone)]
pub struct Recompute(pub Rc<ScoresAgree>);

/// Compares the scores of a check-in with what its answers give under a definition.
pub type ScoresAgree = dyn Fn(&CheckIn, &str) -> bool;

impl fmt::Debug for Recompute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(recompute)")
    }
}

/// Is told how much of the work is done: entries seen, and entries in all.
pub type Progress<'a> = dyn FnMut(u64, u64) + 'a;

/// What a full check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    /// Entries of the log.
    pub entries: u64,
    /// Records that are not deleted.
    pub records: u64,
    /// Check-ins, former states among them, whose scores were computed again.
    pub recomputed: u64,
    /// Definitions.
    pub definitions: u64,
    /// Devices that wrote.
    pub devices: u64,
    /// All that is not as it was written; empty if everything is.
    pub problems: Vec<Damage>,
}

/// Problems beyond this many are not looked for.
const MOST_PROBLEMS: usize = 100;

/// Checks everything; an error means that the check could not be made.
pub(super) fn full(
    connection: &Connection,
    recompute: &Recompute,
    progress: &mut Progress<'_>,
) -> Result<Check, HistoryError> {
    let mut check = Check::default();
    if !engine_finds_it_whole(connection)? {
        // What the engine cannot walk through cannot be read record by record either.
        check.problems.push(Damage::File);
        return Ok(check);
    }
    if !schema::is_as_made(connection)? {
        check.problems.push(Damage::Tables);
    }
    match Seal::read(connection).and_then(|seal| seal.check(connection)) {
        Ok(()) => {}
        Err(HistoryError::Damaged(damage)) => check.problems.push(damage),
        Err(other) => return Err(other),
    }
    let definitions = definitions(connection, &mut check)?;
    let records = log(connection, &mut check, progress)?;
    rows(connection, &records, &mut check)?;
    for entry in records.values().flatten() {
        recompute_entry(entry, &definitions, recompute, &mut check);
    }
    for read in [
        super::drafts::read_all(connection).map(drop),
        super::exports::read_all(connection).map(drop),
    ] {
        note(read, &mut check)?;
    }
    check.problems.dedup();
    check.problems.truncate(MOST_PROBLEMS);
    Ok(check)
}

/// The engine's own checks: every page, every index, every reference.
fn engine_finds_it_whole(connection: &Connection) -> Result<bool, HistoryError> {
    let first = |pragma: &str| -> Result<Option<String>, HistoryError> {
        let mut statement = match connection.prepare(pragma) {
            Ok(statement) => statement,
            Err(error) => return damage_or(error).map(Some),
        };
        let mut rows = statement.query([])?;
        match rows.next() {
            Ok(Some(row)) => Ok(Some(row.get::<_, String>(0).unwrap_or_default())),
            Ok(None) => Ok(None),
            Err(error) => damage_or(error).map(Some),
        }
    };
    let whole = first("PRAGMA integrity_check(1)")?.as_deref() == Some("ok");
    Ok(whole && first("PRAGMA foreign_key_check")?.is_none())
}

/// Damage that stops the engine in its check is a finding and no failure of the check.
fn damage_or(error: rusqlite::Error) -> Result<String, HistoryError> {
    match HistoryError::from(error) {
        HistoryError::Damaged(_) => Ok("damaged".into()),
        other => Err(other),
    }
}

fn note<T>(read: Result<T, HistoryError>, check: &mut Check) -> Result<Option<T>, HistoryError> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(HistoryError::Damaged(damage)) => {
            check.problems.push(damage);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

fn definitions(
    connection: &Connection,
    check: &mut Check,
) -> Result<BTreeMap<DefinitionHash, String>, HistoryError> {
    let mut statement = connection.prepare("SELECT hash, content FROM definition ORDER BY hash")?;
    let mut rows = statement.query([])?;
    let mut kept = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let hash = DefinitionHash(row.get(0)?);
        let content: String = row.get(1)?;
        check.definitions += 1;
        if canonical_hash(content.as_bytes()) == hash.0 {
            kept.insert(hash, content);
        } else {
            check.problems.push(Damage::Definition(hash));
        }
    }
    Ok(kept)
}

/// Walks through the log of every device and returns its entries by record.
fn log(
    connection: &Connection,
    check: &mut Check,
    progress: &mut Progress<'_>,
) -> Result<BTreeMap<RecordId, Vec<Entry>>, HistoryError> {
    let all: u64 = connection.query_row("SELECT count(*) FROM entry", [], |row| row.get(0))?;
    let devices: Vec<(DeviceId, Digest)> = connection
        .prepare("SELECT id, chain_key FROM device ORDER BY id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()
        .map_err(|_| HistoryError::Damaged(Damage::Devices))?;
    let mut records: BTreeMap<RecordId, Vec<Entry>> = BTreeMap::new();
    for (device, key) in devices {
        check.devices += 1;
        let mut seen = check.entries;
        let mut bad = Vec::new();
        chain::walk(connection, device, &key, |entry, good| {
            seen += 1;
            progress(seen, all);
            if !good {
                bad.push(Damage::Record(entry.record));
            }
            records.entry(entry.record).or_default().push(entry);
            Ok(())
        })?;
        check.entries = seen;
        check.problems.append(&mut bad);
    }
    if check.entries != all {
        check.problems.push(Damage::Log);
    }
    for entries in records.values_mut() {
        entries.sort_by_key(|entry| (entry.turn, entry.device, entry.sequence));
    }
    Ok(records)
}

/// Compares the list of records with what follows from the log.
fn rows(
    connection: &Connection,
    records: &BTreeMap<RecordId, Vec<Entry>>,
    check: &mut Check,
) -> Result<(), HistoryError> {
    let Some((listed, _)) = note(RecordRow::all(connection), check)? else { return Ok(()) };
    let mut listed: BTreeMap<RecordId, RecordRow> =
        listed.into_iter().map(|row| (row.id, row)).collect();
    for (id, entries) in records {
        let row = listed.remove(id);
        let erased = entries.iter().all(|entry| entry.content.is_none());
        match Lineage::of(*id, entries).and_then(|lineage| lineage.row()) {
            Ok(expected) if row.as_ref() == Some(&expected) && expected.deleted == erased => {
                check.records += u64::from(!expected.deleted);
            }
            Ok(_) | Err(HistoryError::Damaged(_)) => check.problems.push(Damage::Record(*id)),
            Err(other) => return Err(other),
        }
    }
    if !listed.is_empty() {
        check.problems.push(Damage::Records);
    }
    Ok(())
}

fn recompute_entry(
    entry: &Entry,
    definitions: &BTreeMap<DefinitionHash, String>,
    recompute: &Recompute,
    check: &mut Check,
) {
    let Some(text) = &entry.content else { return };
    match serde_json::from_str::<Content>(text) {
        Ok(Content::CheckIn(check_in)) => {
            let definition = definitions.get(&check_in.answered.definition);
            if definition.is_some_and(|definition| (recompute.0)(&check_in, definition)) {
                check.recomputed += 1;
            } else {
                check.problems.push(Damage::Scores(entry.record));
            }
        }
        Ok(_) => {}
        Err(_) => check.problems.push(Damage::Record(entry.record)),
    }
}
