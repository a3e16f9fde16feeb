//! Owns the record of what was given out: when and with which choices, never what it said.

use chrono::NaiveDate;
use hmac::Mac as _;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::chain::keyed;
use super::digest::{canonical, entry_digest};
use super::error::{Damage, HistoryError};
use super::record::RecordId;
use super::store::Store;
use crate::checkin::Moment;
use crate::questionnaire::ScoreId;

/// One page that was given out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// When.
    pub moment: Moment,
    /// In which format, by the ending of its files.
    pub format: String,
    /// The first day of its period.
    pub from: NaiveDate,
    /// The last day of its period.
    pub to: NaiveDate,
    /// What went in beside the scores.
    pub parts: Vec<String>,
    /// The scores that went in.
    pub scores: Vec<ScoreId>,
    /// Whether it went to standard output and not into a file.
    pub to_standard_output: bool,
}

impl Store {
    /// Keeps the record of an export.
    pub fn keep_export(&self, id: RecordId, export: &Export) -> Result<(), HistoryError> {
        let text = canonical(export)?;
        let digest = entry_digest(id.0.as_bytes(), text.as_bytes());
        self.write(|tx| {
            tx.execute(
                "INSERT INTO export (id, content, digest) VALUES (?1, ?2, ?3)",
                params![id.0.as_bytes(), text, digest],
            )?;
            Ok(())
        })
    }

    /// Returns the key under the ids that records have in exports: 32 bytes that only this history knows, the
    /// same at every export.
    pub fn export_key(&self) -> Result<[u8; 32], HistoryError> {
        self.read_snapshot(|snapshot| {
            let sql = "SELECT chain_key FROM device WHERE own = 1";
            let chain: [u8; 32] = snapshot.connection.query_row(sql, [], |row| row.get(0))?;
            Ok(keyed(&chain, b"checkin ids of exports 1").finalize().into_bytes().into())
        })
    }

    /// Returns all exports, the earliest first.
    pub fn exports(&self) -> Result<Vec<Export>, HistoryError> {
        self.read_snapshot(|snapshot| {
            let exports = read_all(&snapshot.connection)?;
            snapshot.seal.check_exports(&snapshot.connection)?;
            Ok(exports)
        })
    }
}

/// Reads all exports, the earliest first; each is checked by itself.
pub(super) fn read_all(connection: &Connection) -> Result<Vec<Export>, HistoryError> {
    let mut statement = connection.prepare("SELECT id, content, digest FROM export ORDER BY id")?;
    let mut rows = statement.query([])?;
    let mut exports = Vec::new();
    while let Some(row) = rows.next()? {
        let id: [u8; 16] = row.get(0)?;
        let content = row.get_ref(1)?.as_bytes().unwrap_or_default();
        let digest = row.get_ref(2)?.as_bytes().unwrap_or_default();
        let good = entry_digest(&id, content) == digest;
        let export = serde_json::from_slice(content).ok().filter(|_| good);
        let record = RecordId(uuid::Uuid::from_bytes(id));
        exports.push(export.ok_or(HistoryError::Damaged(Damage::Record(record)))?);
    }
    Ok(exports)
}
