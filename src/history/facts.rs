//! Owns what can be said of the history without opening it: for finding out what is wrong, never content.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::error::HistoryError;
use super::head::Head;
use super::schema::UPGRADES;
use super::store::Store;

/// What can be said of the history without a passphrase.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The version of SQLite.
    pub engine: String,
    /// The version of SQLCipher; absent in a build without encryption.
    pub cipher: Option<String>,
    /// The schema version this program writes.
    pub schema: usize,
    /// Whether the file is encrypted; absent if there is none, or none that can be read.
    pub encrypted: Option<bool>,
    /// What the head file tells.
    pub head: Result<Option<HeadFacts>, String>,
}

/// What the head file tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadFacts {
    /// The schema version of the file.
    pub schema: u32,
    /// How many writes the history has seen.
    pub writes: u64,
    /// The newest place in the log of the device that wrote last.
    pub sequence: u64,
    /// The day on which everything was checked last.
    pub checked: Option<NaiveDate>,
    /// Whether a change of the whole file was interrupted and is not yet settled.
    pub interrupted: bool,
}

impl Store {
    /// Returns what can be said of the history without opening it.
    pub fn facts(&self) -> Facts {
        Facts {
            engine: rusqlite::version().to_owned(),
            cipher: cipher_version(),
            schema: UPGRADES.len(),
            encrypted: if self.exists() { self.is_encrypted().ok() } else { None },
            head: head(self).map_err(|error| error.to_string()),
        }
    }
}

fn head(store: &Store) -> Result<Option<HeadFacts>, HistoryError> {
    let Some(head) = Head::read(store.path())? else { return Ok(None) };
    let interrupted = head.next.is_some();
    Ok(head.current.map(|state| HeadFacts {
        schema: state.schema,
        writes: state.number,
        sequence: state.sequence,
        checked: head.checked,
        interrupted,
    }))
}

fn cipher_version() -> Option<String> {
    let connection = Connection::open_in_memory().ok()?;
    connection.query_row("PRAGMA cipher_version", [], |row| row.get(0)).ok()
}
