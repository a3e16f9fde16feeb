//! Owns how a file is told apart and opened: plain or encrypted, ours or foreign, whole or damaged, and a
//! wrong passphrase, which changes no byte.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use rusqlite::Connection;

use super::connection::{Access, apply_settings, connect};
use super::error::{Damage, HistoryError};
use super::head::{Head, Hex, Lock, State};
use super::recovery;
use super::seal::history_id;
use super::site::Site;
use super::vault::{Key, Kind, SALT, sniff};

/// Opens the database file, with its key if it is encrypted; the settings are applied.
pub(super) fn open(
    site: &Site,
    head: Option<&Head>,
    access: Access,
) -> Result<(Connection, Option<Key>), HistoryError> {
    let path = &site.path;
    let key = match (sniff(path)?, head) {
        (Kind::Plain, _) => None,
        (Kind::Short, None) => return Err(foreign(path)),
        (Kind::Short, Some(_)) => return Err(HistoryError::Damaged(Damage::File)),
        (Kind::Other(salt), head) => Some(key(site, salt, head)?),
    };
    match ready(path, access, key.as_ref()) {
        // The key is right, or none is needed: the file itself is not in order.
        Err(HistoryError::Damaged(Damage::File)) if key.is_none() => {
            let ours = head.is_none_or(|head| holds_part(path, head, None));
            Err(if ours && head.is_some() { damaged() } else { foreign(path) })
        }
        Err(error) => Err(error),
        Ok(connection) => Ok((connection, key)),
    }
}

/// Returns whether any part of the file belongs to the history that the head file speaks of.
pub(super) fn holds_part(path: &Path, head: &Head, key: Option<&Key>) -> bool {
    match key {
        Some(key) => key.wrote_part_of(path),
        None => head
            .states()
            .filter_map(|state| state.history.bytes::<16>())
            .any(|id| holds_bytes(path, &id)),
    }
}

/// Opens the engine on the file; the first read shows whether it is a database under this key.
pub(super) fn ready(
    path: &Path,
    access: Access,
    key: Option<&Key>,
) -> Result<Connection, HistoryError> {
    let connection = connect(path, access, key)?;
    // A writer that was killed leaves a journal behind, which a reader may not roll back.
    match connection.pragma_query_value(None, "schema_version", |row| row.get::<_, i64>(0)) {
        Err(error) if access == Access::Read && HistoryError::needs_writer(&error) => {
            drop(connection);
            return ready(path, Access::Write, key);
        }
        read => read?,
    };
    apply_settings(&connection, access)?;
    Ok(connection)
}

/// Finds the key of a file that is no plain database.
fn key(site: &Site, salt: [u8; SALT], head: Option<&Head>) -> Result<Key, HistoryError> {
    let path = &site.path;
    let Some(head) = head else {
        // Without a head file, only the sealed passphrase beside it says that it may be a history.
        return Err(if recovery::exists(path) {
            HistoryError::Damaged(Damage::HeadMissing)
        } else {
            foreign(path)
        });
    };
    let locks: Vec<&Lock> = head.states().filter_map(|state| state.lock.as_ref()).collect();
    if locks.is_empty() {
        // A plain history is expected.
        return Err(if holds_part(path, head, None) { damaged() } else { foreign(path) });
    }
    if !cfg!(feature = "encryption") {
        return Err(HistoryError::NoEncryption);
    }
    let told = |lock: &&&Lock| lock.salt.bytes() == Some(salt);
    if let Some(lock) = locks.iter().find(told) {
        let changes = |next: &&State| head.current.as_ref().map(State::salt) != Some(next.salt());
        let next = head.next.as_ref().filter(changes);
        let in_force = next.map(|next| next.salt() == Some(salt));
        return site.vault.key(path, salt, Some(lock)).map_err(|error| match error {
            HistoryError::WrongPassphrase { .. } => HistoryError::WrongPassphrase { in_force },
            other => other,
        });
    }
    // Another salt: the first bytes are damaged, or it is another file. The passphrase tells.
    let expected = locks[0];
    let expected_salt = expected.salt.bytes().ok_or(HistoryError::Damaged(Damage::Head))?;
    let key = site.vault.key(path, expected_salt, Some(expected))?;
    if key.wrote_part_of(path) {
        return Err(damaged());
    }
    match site.vault.key_of_same_passphrase(salt) {
        Some(other) if other.wrote_part_of(path) => Err(under_another_key(path, head, &other)),
        _ => Err(foreign(path)),
    }
}

/// Tells a state of this history from before it was encrypted anew from another history, where the same
/// passphrase opens both.
fn under_another_key(path: &Path, head: &Head, key: &Key) -> HistoryError {
    let opened = ready(path, Access::Read, Some(key));
    match opened.and_then(|connection| history_id(&connection)) {
        Ok(id) if head.states().all(|state| state.history != Hex::of(&id)) => foreign(path),
        Ok(_) => HistoryError::Damaged(Damage::RolledBack),
        Err(_) => damaged(),
    }
}

fn damaged() -> HistoryError {
    HistoryError::Damaged(Damage::File)
}

/// Says that a file is not the history that belongs here.
pub(super) fn foreign(path: &Path) -> HistoryError {
    HistoryError::Foreign { path: path.to_owned() }
}

/// Returns whether the file holds these bytes anywhere.
fn holds_bytes(path: &Path, wanted: &[u8; 16]) -> bool {
    let Ok(file) = File::open(path) else { return false };
    let mut file = BufReader::new(file);
    let mut window: Vec<u8> = Vec::new();
    let mut part = vec![0; 64 * 1024];
    loop {
        match file.read(&mut part) {
            Ok(0) | Err(_) => return false,
            Ok(read) => window.extend_from_slice(&part[..read]),
        }
        if window.windows(wanted.len()).any(|bytes| bytes == wanted) {
            return true;
        }
        let keep = window.len().saturating_sub(wanted.len() - 1);
        window.drain(..keep);
    }
}
