//! Owns merging: the log of another history is united with ours, entry by entry.
//!
//! The outcome depends on nothing but which entries there are, so that it is the same in whichever order,
//! and however often, histories are merged.

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{DateTime, Utc};
use data_encoding::HEXLOWER;
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use uuid::Uuid;

use super::backup::{self, Reason};
use super::chain::{self, DeviceId, Entry};
use super::check::Progress;
use super::copies::{self, Erasure};
use super::digest::Digest;
use super::error::HistoryError;
use super::log::{erase, renew_row};
use super::protect::recompute;
use super::record::RecordId;
use super::replace::{self, OpenedBy, Successor};
use super::source;
use super::store::Store;
use super::vault::Ask;
use super::writing::Ready;

/// What came in with a merge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// New records, by their kind's name in the log.
    pub added: Vec<(RecordId, String)>,
    /// Edits of records.
    pub edited: u64,
    /// Records that were deleted there; their content leaves the copies with [`Store::renew_copies`].
    pub deleted: Vec<RecordId>,
    /// Devices that were not known here.
    pub devices: u64,
    /// Records with several versions side by side; from this merge or an earlier one.
    pub conflicts: Vec<RecordId>,
    /// Open check-ins of the other history; they stay there.
    pub drafts_left: u64,
}

impl Merged {
    /// Returns whether nothing came in.
    pub fn is_nothing_new(&self) -> bool {
        self.added.is_empty() && self.edited == 0 && self.deleted.is_empty() && self.devices == 0
    }
}

impl Store {
    /// Brings in what another history, or a backup of it, has and this one lacks.
    ///
    /// The other file is only read. A backup is made first; the union is made in a new file, checked in
    /// full, and put in the place of the history.
    pub fn merge(
        &self,
        path: &Path,
        ask: Option<&Ask>,
        now: DateTime<Utc>,
        progress: &mut Progress<'_>,
    ) -> Result<Merged, HistoryError> {
        let other = source::database(path);
        let same = |other: &Path| {
            other
                .canonicalize()
                .is_ok_and(|other| self.site.path.canonicalize().is_ok_and(|ours| ours == other))
        };
        if same(&other) {
            return Err(HistoryError::Same { path: other });
        }
        let _lock = self.site.lock()?;
        let ready = self.site.ready()?;
        let recompute = recompute(&self.site);
        let source = source::open(&self.site, path, ask, (&recompute, progress))?;
        backup::make(&self.site, &ready, &backup::folder(&self.site), (Reason::BeforeMerge, now))?;
        let (built, merged) = replace::build(
            &self.site.path,
            &ready.connection,
            ready.key.as_ref(),
            &recompute,
            |tx| {
                self.site.claim(tx)?;
                unite(tx, &source.connection)
            },
        )?;
        for record in &merged.deleted {
            copies::note_down(&self.site, Erasure::Record(*record))?;
        }
        let Ready { connection, head, .. } = ready;
        drop(connection);
        replace::swap(&self.site, head, Successor { built, opened_by: OpenedBy::TheSame })?;
        Ok(merged)
    }
}

/// Unites the log of `from` with that of the file in `tx`.
pub(super) fn unite(tx: &Transaction<'_>, from: &Connection) -> Result<Merged, HistoryError> {
    let mut merged = Merged::default();
    copy_missing(tx, from, "definition", "hash, questionnaire, version, content")?;
    let mut touched = BTreeSet::new();
    let mut statement =
        from.prepare("SELECT id, created, chain_key, place FROM device ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let device: DeviceId = row.get(0)?;
        let (created, key): (String, Digest) = (row.get(1)?, row.get(2)?);
        let place: Option<Digest> = row.get(3)?;
        let known: Option<Digest> = tx
            .query_row("SELECT chain_key FROM device WHERE id = ?1", [device], |row| row.get(0))
            .optional()?;
        match known {
            Some(known) if known != key => return Err(forked(device)),
            Some(_) => {}
            None => {
                tx.execute(
                    "INSERT INTO device (id, created, own, chain_key, place) VALUES (?1, ?2, 0, ?3, ?4)",
                    params![device, created, key, place],
                )?;
                merged.devices += 1;
            }
        }
        take_log(tx, from, (device, &key), &mut |entry| {
            match entry.change.as_str() {
                "add" => merged.added.push((entry.record, entry.kind.clone())),
                "edit" => merged.edited += 1,
                _ => merged.deleted.push(entry.record),
            }
            touched.insert(entry.record);
        })?;
    }
    for record in &touched {
        settle(tx, *record)?;
    }
    copy_missing(tx, from, "export", "id, content, digest")?;
    merged.added.retain(|(record, _)| is_present(tx, *record));
    merged.conflicts = conflicts(tx)?;
    merged.drafts_left = from.query_row("SELECT count(*) FROM draft", [], |row| row.get(0))?;
    Ok(merged)
}

/// Takes the entries of one device that are not here, after comparing those that are.
fn take_log(
    tx: &Transaction<'_>,
    from: &Connection,
    (device, key): (DeviceId, &Digest),
    taken: &mut dyn FnMut(&Entry),
) -> Result<(), HistoryError> {
    let mut ours = tx.prepare("SELECT code FROM entry WHERE device = ?1 AND sequence = ?2")?;
    chain::walk(from, device, key, |entry, good| {
        let code: Option<Digest> =
            ours.query_row(params![device, entry.sequence], |row| row.get(0)).optional()?;
        match code {
            Some(code) if code == entry.code => Ok(()),
            None if good => {
                entry.insert(tx)?;
                taken(&entry);
                Ok(())
            }
            Some(_) | None => Err(forked(device)),
        }
    })
}

/// Brings a record in order after entries came in: erased if it is deleted anywhere, and no longer open.
fn settle(tx: &Transaction<'_>, record: RecordId) -> Result<(), HistoryError> {
    let entries = Entry::of_record(tx, record)?;
    if entries.iter().any(|entry| entry.change == "delete") {
        erase(tx, record)?;
    }
    renew_row(tx, record)?;
    tx.execute("DELETE FROM draft WHERE id = ?1", [record.0.as_bytes()])?;
    Ok(())
}

fn is_present(tx: &Transaction<'_>, record: RecordId) -> bool {
    tx.prepare("SELECT 1 FROM record WHERE id = ?1 AND deleted = 0")
        .and_then(|mut statement| statement.exists([record.0.as_bytes()]))
        .unwrap_or(false)
}

fn conflicts(tx: &Transaction<'_>) -> Result<Vec<RecordId>, HistoryError> {
    let mut statement =
        tx.prepare("SELECT id FROM record WHERE rivals > 0 AND deleted = 0 ORDER BY id")?;
    let ids = statement.query_map([], |row| Ok(RecordId(Uuid::from_bytes(row.get(0)?))))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

fn copy_missing(
    tx: &Transaction<'_>,
    from: &Connection,
    table: &str,
    columns: &str,
) -> Result<(), HistoryError> {
    let places: Vec<String> = (1..=columns.split(',').count()).map(|at| format!("?{at}")).collect();
    let mut insert = tx.prepare(&format!(
        "INSERT INTO {table} ({columns}) VALUES ({}) ON CONFLICT DO NOTHING",
        places.join(", ")
    ))?;
    let mut statement = from.prepare(&format!("SELECT {columns} FROM {table}"))?;
    let count = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let values = (0..count).map(|at| row.get::<_, rusqlite::types::Value>(at));
        insert.execute(rusqlite::params_from_iter(values.collect::<Result<Vec<_>, _>>()?))?;
    }
    Ok(())
}

fn forked(device: DeviceId) -> HistoryError {
    HistoryError::Forked { device: HEXLOWER.encode(&device) }
}
