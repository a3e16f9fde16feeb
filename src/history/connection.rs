//! Owns how the engine is opened on a file: with settings that are read back.
//! Must not know which history the file should be; that is for `site` to say.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use super::error::{Damage, HistoryError};
use super::vault::Key;

/// How long one process waits for another that writes.
pub(super) const BUSY: Duration = Duration::from_secs(if cfg!(test) { 3 } else { 10 });

/// SQLite 3.51.3; earlier ones have faults that matter here.
const OLDEST_ENGINE: i32 = 3_051_003;

/// The settings, each with the value that must be read back.
///
/// `synchronous=EXTRA` syncs the folder after the journal is removed: with the usual `FULL`, a power
/// cut can bring the journal back and undo a commit that was reported as done. Those that only a write
/// meets are for writers.
const SETTINGS: [(&str, &str, i64, Access); 8] = [
    ("temp_store", "MEMORY", 2, Access::Read),
    ("trusted_schema", "OFF", 0, Access::Read),
    ("cell_size_check", "ON", 1, Access::Read),
    ("synchronous", "EXTRA", 3, Access::Write),
    ("fullfsync", "ON", 1, Access::Write),
    ("secure_delete", "ON", 1, Access::Write),
    ("foreign_keys", "ON", 1, Access::Write),
    ("recursive_triggers", "ON", 1, Access::Write),
];

/// What a file of other origin may make the engine do at most; ours stay far below.
const LIMITS: [(Limit, i32); 7] = [
    (Limit::SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 64 * 1024),
    (Limit::SQLITE_LIMIT_COLUMN, 64),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 4),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

/// Whether a connection may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
}

/// Opens the engine on the file; a link is not followed, the folder's own path may hold some.
pub(super) fn connect(
    path: &Path,
    access: Access,
    key: Option<&Key>,
) -> Result<Connection, HistoryError> {
    if rusqlite::version_number() < OLDEST_ENGINE {
        return Err(HistoryError::Setting { name: "version" });
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize();
    let real = match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => return Err(HistoryError::Missing { path: path.to_owned() }),
    };
    let flags = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(real, flags)?;
    connection.busy_timeout(BUSY)?;
    if let Some(key) = key {
        enter_key(&connection, key)?;
    }
    Ok(connection)
}

/// Gives the engine the key, before any statement that reads; it wipes what it frees from before that on.
#[cfg(feature = "encryption")]
fn enter_key(connection: &Connection, key: &Key) -> Result<(), HistoryError> {
    for (name, value) in [("cipher_memory_security", "ON"), ("cipher_log_level", "NONE")] {
        connection.pragma(None, name, value, |_| Ok(()))?;
    }
    connection.pragma_update(None, "key", key.for_engine().as_str())?;
    Ok(())
}

#[cfg(not(feature = "encryption"))]
fn enter_key(_: &Connection, _: &Key) -> Result<(), HistoryError> {
    Err(HistoryError::NoEncryption)
}

/// Applies the settings that the safety of the data rests on, and reads them back.
pub(super) fn apply_settings(connection: &Connection, access: Access) -> Result<(), HistoryError> {
    let busy: i64 = connection.pragma_query_value(None, "busy_timeout", |row| row.get(0))?;
    if u128::try_from(busy) != Ok(BUSY.as_millis()) {
        return Err(HistoryError::Setting { name: "busy_timeout" });
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    for (name, value, expected, of) in SETTINGS {
        if access == Access::Read && of == Access::Write {
            continue;
        }
        connection.pragma(None, name, value, |_| Ok(()))?;
        let found: i64 = connection.pragma_query_value(None, name, |row| row.get(0))?;
        if found != expected {
            return Err(HistoryError::Setting { name });
        }
    }
    if access == Access::Write {
        connection.pragma(None, "journal_mode", "DELETE", |_| Ok(()))?;
    }
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode == "delete" { Ok(()) } else { Err(HistoryError::Setting { name: "journal_mode" }) }
}

/// Takes from a file of other origin what could run, and limits what it can ask of the engine.
pub(super) fn confine(connection: &Connection) -> Result<(), HistoryError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    for (limit, value) in LIMITS {
        connection.set_limit(limit, value)?;
    }
    Ok(())
}

/// The engine itself finds a file that lacks whole pages, but reads a part of a page as if it were whole.
pub(super) fn whole_pages(path: &Path, connection: &Connection) -> Result<(), HistoryError> {
    let pages: u64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    // SQLCipher gives the size of an encrypted file's pages as text.
    let size = connection.pragma_query_value(None, "page_size", |row| {
        Ok(match row.get(0)? {
            Value::Integer(size) => u64::try_from(size).unwrap_or(0),
            Value::Text(size) => size.parse().unwrap_or(0),
            _ => 0,
        })
    })?;
    let length = fs::metadata(path).map_err(|_| HistoryError::NoAccess)?.len();
    if length == pages * size { Ok(()) } else { Err(HistoryError::Damaged(Damage::File)) }
}
