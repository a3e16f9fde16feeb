//! Owns how the database file is opened: for one operation, with settings that are read back.
//! Must not keep a connection open while a person thinks.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use super::error::{Damage, HistoryError};
use super::schema::{self, State, UPGRADES};
use crate::files::{NewFile, Overwrite, WriteError, create_private_folder, require_private_folder};

/// How long one process waits for another that writes.
const BUSY: Duration = Duration::from_secs(if cfg!(test) { 3 } else { 10 });

/// SQLite 3.51.3; earlier ones have faults that matter here.
const OLDEST_ENGINE: i32 = 3_051_003;

/// The settings, each with the value that must be read back.
///
/// `synchronous=EXTRA` syncs the folder after the journal is removed: with the usual `FULL`, a power
/// cut can bring the journal back and undo a commit that was reported as done.
const SETTINGS: [(&str, &str, i64); 8] = [
    ("synchronous", "EXTRA", 3),
    ("fullfsync", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("recursive_triggers", "ON", 1),
];

/// Opens one consistent state of the file, read-only; it lasts until the connection is dropped.
pub(super) fn open_state(path: &Path) -> Result<Connection, HistoryError> {
    let connection = match open(path, Access::Read)? {
        (connection, State::Present) => connection,
        (older, State::Older) => {
            drop(older);
            open_upgraded(path)?
        }
    };
    connection.execute_batch("BEGIN DEFERRED")?;
    whole_pages(path, &connection)?;
    Ok(connection)
}

/// Runs `write` in one transaction and waits until it is on the disk.
pub(super) fn write<T>(
    path: &Path,
    write: impl FnOnce(&Transaction<'_>) -> Result<T, HistoryError>,
) -> Result<T, HistoryError> {
    let mut connection = open_upgraded(path)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    whole_pages(path, &transaction)?;
    let value = write(&transaction)?;
    transaction.commit()?;
    Ok(value)
}

/// Makes the file, if it is missing: whole and synced before it has its name.
pub(super) fn create(
    path: &Path,
    first_rows: impl FnOnce(&Transaction<'_>) -> Result<(), HistoryError>,
) -> Result<(), HistoryError> {
    if let Some(folder) = path.parent() {
        create_private_folder(folder)?;
    }
    // A journal without its file would be rolled back into the new one and destroy it.
    let journal = journal_of(path);
    if fs::symlink_metadata(&journal).is_ok() {
        return Err(HistoryError::StrayJournal { path: journal });
    }
    let file = NewFile::beside(path)?;
    let mut connection = connect(file.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    apply_settings(&connection, Access::Write)?;
    schema::upgrade(&mut connection, UPGRADES)?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    first_rows(&transaction)?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    match file.keep(Overwrite::Never) {
        // Another process was first; its history is the one.
        Ok(()) | Err(WriteError::Exists { .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Returns whether there is something at the path, be it good or not.
pub(super) fn exists(path: &Path) -> bool {
    !matches!(require_file(path), Err(HistoryError::Missing { .. }))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    Write,
}

fn open(path: &Path, access: Access) -> Result<(Connection, State), HistoryError> {
    require_file(path)?;
    if let Some(folder) = path.parent() {
        require_private_folder(folder)?;
    }
    let flags = match access {
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
    };
    let connection = connect(path, flags)?;
    // A writer that was killed leaves a journal behind, which a reader may not roll back.
    match connection.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0)) {
        Err(error) if access == Access::Read && HistoryError::needs_writer(&error) => {
            drop(connection);
            return open(path, Access::Write);
        }
        read => read.map_err(|error| tell_apart(path, error))?,
    };
    apply_settings(&connection, access)?;
    let state = schema::check(&connection, UPGRADES)?;
    Ok((connection, state))
}

/// Opens for writing, with the newest schema. The backup that goes before an upgrade belongs here.
fn open_upgraded(path: &Path) -> Result<Connection, HistoryError> {
    let (mut connection, state) = open(path, Access::Write)?;
    if state == State::Older {
        schema::upgrade(&mut connection, UPGRADES)?;
    }
    Ok(connection)
}

/// Opens the engine on the file; a link is not followed, the folder's own path may hold some.
fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, HistoryError> {
    if rusqlite::version_number() < OLDEST_ENGINE {
        return Err(HistoryError::Setting { name: "version" });
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize();
    let real = match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => return Err(HistoryError::Missing { path: path.to_owned() }),
    };
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let connection = Connection::open_with_flags(real, flags)?;
    connection.busy_timeout(BUSY)?;
    // A key, once there is one, is set here, before any other statement.
    Ok(connection)
}

fn apply_settings(connection: &Connection, access: Access) -> Result<(), HistoryError> {
    let busy: i64 = connection.pragma_query_value(None, "busy_timeout", |row| row.get(0))?;
    if u128::try_from(busy) != Ok(BUSY.as_millis()) {
        return Err(HistoryError::Setting { name: "busy_timeout" });
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    for (name, value, expected) in SETTINGS {
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

fn journal_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push("-journal");
    path.with_file_name(name)
}

fn require_file(path: &Path) -> Result<(), HistoryError> {
    let path = path.to_owned();
    match fs::symlink_metadata(&path) {
        Ok(metadata) if !metadata.is_file() => Err(HistoryError::NotPlain { path }),
        Ok(metadata) if metadata.len() == 0 => Err(HistoryError::Empty { path }),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(HistoryError::Missing { path })
        }
        Err(_) => Err(HistoryError::NoAccess),
    }
}

/// The engine itself finds a file that lacks whole pages, but reads a part of a page as if it were whole.
fn whole_pages(path: &Path, connection: &Connection) -> Result<(), HistoryError> {
    let pages: u64 = connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let size: u64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let length = fs::metadata(path).map_err(|_| HistoryError::NoAccess)?.len();
    if length == pages * size { Ok(()) } else { Err(HistoryError::Damaged(Damage::File)) }
}

/// Says whether a file that the engine does not take was never ours or is broken.
fn tell_apart(path: &Path, error: rusqlite::Error) -> HistoryError {
    match error.sqlite_error_code() {
        Some(rusqlite::ffi::ErrorCode::NotADatabase) => {
            HistoryError::Foreign { path: path.to_owned() }
        }
        _ => error.into(),
    }
}
