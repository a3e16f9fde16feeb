//! Owns the versions of the database's tables: what marks a file as ours, and how older ones are upgraded.

use std::collections::BTreeSet;

use rusqlite::{Connection, Transaction};
use semver::Version;

use super::error::{Damage, HistoryError};
use super::seal::Seal;

/// Marks the file as a history: the letters `CHKI`.
pub(super) const APPLICATION_ID: i32 = 0x4348_4b49;

/// One step from a version to the next, within the transaction that also writes the number.
pub(super) type Upgrade = fn(&Transaction<'_>) -> Result<(), HistoryError>;

/// The upgrades in order; the schema version is how many of them a file has seen.
pub(super) const UPGRADES: &[Upgrade] = &[version_1, version_2, version_3, version_4, version_5];

/// The first version with a seal and a head file.
pub(super) const SEALED: u32 = 4;

/// The tables that every version has had since the first.
const TABLES: [&str; 7] =
    ["about", "definition", "device", "draft", "draft_part", "entry", "record"];

fn version_1(transaction: &Transaction<'_>) -> Result<(), HistoryError> {
    Ok(transaction.execute_batch(include_str!("schema/v1.sql"))?)
}

fn version_2(transaction: &Transaction<'_>) -> Result<(), HistoryError> {
    transaction.execute_batch(include_str!("schema/v2.sql"))?;
    super::relisting::list_scores(transaction)
}

fn version_3(transaction: &Transaction<'_>) -> Result<(), HistoryError> {
    Ok(transaction.execute_batch(include_str!("schema/v3.sql"))?)
}

fn version_4(transaction: &Transaction<'_>) -> Result<(), HistoryError> {
    transaction.execute_batch(include_str!("schema/v4.sql"))?;
    super::chain::chain_all(transaction)?;
    transaction.execute_batch(include_str!("schema/v4_after.sql"))?;
    let older = transaction.prepare("SELECT 1 FROM device WHERE own = 1")?.exists([])?;
    if older {
        Seal::renew(transaction, None)?;
    }
    Ok(())
}

fn version_5(transaction: &Transaction<'_>) -> Result<(), HistoryError> {
    let sealed = transaction.prepare("SELECT 1 FROM seal")?.exists([])?;
    let before = if sealed { Some(Seal::read(transaction)?) } else { None };
    transaction.execute_batch(include_str!("schema/v5.sql"))?;
    if let Some(before) = before {
        before.check(transaction)?;
        super::relisting::list_late(transaction)?;
        Seal::renew(transaction, Some(&before))?;
    }
    Ok(())
}

/// Returns the schema version of a history that this program can use; run on every open.
pub(super) fn check(connection: &Connection, upgrades: &[Upgrade]) -> Result<u32, HistoryError> {
    let application_id: i32 =
        connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    if application_id != APPLICATION_ID {
        let path = connection.path().unwrap_or_default().into();
        return Err(HistoryError::Foreign { path });
    }
    let known = u32::try_from(upgrades.len()).expect("versions are few");
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let found = u32::try_from(found).map_err(|_| HistoryError::Damaged(Damage::Tables))?;
    if found > known {
        return Err(HistoryError::Newer { found, known, program: needed_program(connection) });
    }
    let tables: usize = connection.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN (?,?,?,?,?,?,?)",
        TABLES,
        |row| row.get(0),
    )?;
    if found == 0 || tables != TABLES.len() {
        return Err(HistoryError::Damaged(Damage::Tables));
    }
    Ok(found)
}

/// Brings an empty or older database to the newest version, within the caller's transaction.
pub(super) fn upgrade(tx: &Transaction<'_>, upgrades: &[Upgrade]) -> Result<(), HistoryError> {
    let found: usize = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (version, step) in upgrades.iter().enumerate().skip(found) {
        step(tx)?;
        tx.pragma_update(None, "user_version", version + 1)?;
    }
    Ok(tx.pragma_update(None, "application_id", APPLICATION_ID)?)
}

/// Returns whether the tables, indexes and triggers are those that this program makes, and no others.
pub(super) fn is_as_made(connection: &Connection) -> Result<bool, HistoryError> {
    let mut made = Connection::open_in_memory()?;
    let tx = made.transaction()?;
    upgrade(&tx, UPGRADES)?;
    Ok(objects(&tx)? == objects(connection)?)
}

fn objects(connection: &Connection) -> Result<BTreeSet<[Option<String>; 4]>, HistoryError> {
    let mut statement =
        connection.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let objects =
        statement.query_map([], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
    Ok(objects.collect::<Result<_, _>>()?)
}

/// Reads the version of the program that a newer file asks for, if it still says so in this place.
fn needed_program(connection: &Connection) -> Option<Version> {
    let text: String =
        connection.query_row("SELECT program FROM about", [], |row| row.get(0)).ok()?;
    Version::parse(&text).ok()
}
