//! Owns what an upgrade puts into the rows of records: something of their contents that rows did not hold
//! before.

use rusqlite::types::Value;
use rusqlite::{Transaction, params};

use super::entries::Entries;
use super::error::HistoryError;
use super::record::Content;
use super::rows::{COLUMNS, Listed, RecordRow};

/// Puts in the values of scores, which rows have since version 2.
pub(super) fn list_scores(tx: &Transaction<'_>) -> Result<(), HistoryError> {
    // The columns of rivals and of late entries came later still.
    let columns = COLUMNS.replace("rivals, late", "0, 0");
    relist(tx, (&columns, "scores"), |listed, found| {
        listed.scores = found.scores;
        Value::from(listed.scores.clone())
    })
}

/// Puts in which check-ins were entered for an earlier day, which rows have since version 5.
pub(super) fn list_late(tx: &Transaction<'_>) -> Result<(), HistoryError> {
    relist(tx, (COLUMNS, "late"), |listed, found| {
        listed.late = found.late;
        Value::from(listed.late)
    })
}

/// Puts one column into the rows of check-ins: `take` moves it from what is found in the content.
///
/// A row whose content cannot be read stays as it is; its digest tells on every read that it is damaged.
fn relist(
    tx: &Transaction<'_>,
    (columns, column): (&str, &str),
    take: impl Fn(&mut Listed, Listed) -> Value,
) -> Result<(), HistoryError> {
    let mut statement = tx.prepare(&format!("SELECT {columns} FROM record"))?;
    let mut rows = statement.query([])?;
    let mut read = Vec::new();
    while let Some(row) = rows.next()? {
        let whole = RecordRow::read(row).ok().map(|(row, _)| row);
        read.extend(whole.filter(|row| row.kind == "check-in" && !row.deleted));
    }
    let mut entries = Entries::new(tx)?;
    let update = format!("UPDATE record SET {column} = ?2, digest = ?3 WHERE id = ?1");
    for mut row in read {
        let kept = entries.kept(&row, |bytes| serde_json::from_slice::<Content>(bytes).ok());
        let Ok(Ok(found)) = kept.map(|kept| Listed::of(&kept.content)) else { continue };
        let value = take(&mut row.listed, found);
        tx.execute(&update, params![row.id.0.as_bytes(), value, row.digest()])?;
    }
    Ok(())
}
