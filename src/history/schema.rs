//! Owns the versions of the database's tables: what marks a file as ours, and how older ones are upgraded.

use rusqlite::{Connection, Transaction, TransactionBehavior};
use semver::Version;

use super::error::{Damage, HistoryError};

/// Marks the file as a history: the letters `CHKI`.
pub(super) const APPLICATION_ID: i32 = 0x4348_4b49;

/// One step from a version to the next, within the transaction that also writes the number.
pub(super) type Upgrade = fn(&Transaction<'_>) -> rusqlite::Result<()>;

/// The upgrades in order; the schema version is how many of them a file has seen.
pub(super) const UPGRADES: &[Upgrade] = &[version_1, version_2, version_3];

/// The tables that every version has had since the first.
const TABLES: [&str; 7] =
    ["about", "definition", "device", "draft", "draft_part", "entry", "record"];

fn version_1(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(include_str!("schema/v1.sql"))
}

fn version_2(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(include_str!("schema/v2.sql"))?;
    super::rows::list_scores(transaction)
}

fn version_3(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    transaction.execute_batch(include_str!("schema/v3.sql"))
}

/// What a file is, by its own marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// It has the schema of this program.
    Present,
    /// It has an earlier one.
    Older,
}

/// Tells whether the file is a history that this program can use; run on every open.
pub(super) fn check(connection: &Connection, upgrades: &[Upgrade]) -> Result<State, HistoryError> {
    let application_id: i32 =
        connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    if application_id != APPLICATION_ID {
        let path = connection.path().unwrap_or_default().into();
        return Err(HistoryError::Foreign { path });
    }
    let known = u32::try_from(upgrades.len()).expect("versions are few");
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
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
    Ok(if found == known { State::Present } else { State::Older })
}

/// Brings an empty or older database to the newest version, wholly or not at all.
pub(super) fn upgrade(
    connection: &mut Connection,
    upgrades: &[Upgrade],
) -> Result<(), HistoryError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Read again under the lock: another process may have been first.
    let found: usize = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (version, step) in upgrades.iter().enumerate().skip(found) {
        step(&transaction)?;
        transaction.pragma_update(None, "user_version", version + 1)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(transaction.commit()?)
}

/// Reads the version of the program that a newer file asks for, if it still says so in this place.
fn needed_program(connection: &Connection) -> Option<Version> {
    let text: String =
        connection.query_row("SELECT program FROM about", [], |row| row.get(0)).ok()?;
    Version::parse(&text).ok()
}
