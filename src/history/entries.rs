//! Owns how the present contents of records are read: each is checked against its digest before it is
//! more than bytes.

use std::panic::resume_unwind;
use std::sync::mpsc::{TrySendError, sync_channel};
use std::thread;

use rusqlite::{Connection, Row, Statement, params};

use super::digest::{Digest, entry_digest};
use super::error::{Damage, HistoryError};
use super::record::Kept;
use super::rows::RecordRow;

/// So many records are done sooner than a thread is begun. Tests have few, and see the threads.
pub(super) const FEW: usize = if cfg!(test) { 1 } else { 1000 };

/// So many contents are handed to the other thread at a time.
const BATCH: usize = if cfg!(test) { 1 } else { 64 };

/// So many batches wait for the other thread before this one does one itself.
const WAITING: usize = 4;

/// Reads the present entries of records.
pub(super) struct Entries<'c> {
    statement: Statement<'c>,
}

/// An entry as it stands in the file, not yet checked.
struct Written<'r> {
    record: &'r RecordRow,
    salt: [u8; 16],
    digest: Digest,
    content: Vec<u8>,
}

impl<'c> Entries<'c> {
    pub(super) fn new(connection: &'c Connection) -> Result<Self, HistoryError> {
        let statement = connection.prepare(
            "SELECT record, kind, salt, digest, content FROM entry
             WHERE device = ?1 AND sequence = ?2",
        )?;
        Ok(Self { statement })
    }

    /// Returns the record with what `parse` makes of its content.
    pub(super) fn kept<T>(
        &mut self,
        record: &RecordRow,
        parse: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<Kept<T>, HistoryError> {
        self.written(record)?.kept(parse)
    }

    /// Returns records with what `parse` makes of their contents, in the same order. Where there are
    /// many, a second thread checks and parses while this one reads.
    pub(super) fn all<T: Send>(
        &mut self,
        records: &[&RecordRow],
        parse: impl Fn(&[u8]) -> Option<T> + Sync,
    ) -> Result<Vec<Kept<T>>, HistoryError> {
        let parse = &parse;
        if records.len() <= FEW {
            return records.iter().map(|record| self.kept(record, parse)).collect();
        }
        let parsed = |batch: Vec<Written<'_>>| -> Result<Vec<Kept<T>>, HistoryError> {
            batch.into_iter().map(|written| written.kept(parse)).collect()
        };
        let mut parts = thread::scope(|scope| {
            let (sender, receiver) = sync_channel::<(usize, Vec<Written<'_>>)>(WAITING);
            let other = scope.spawn(move || {
                let parts = receiver.into_iter().map(|(place, batch)| (place, parsed(batch)));
                parts.collect::<Vec<_>>()
            });
            let mut own = Vec::new();
            for (place, chunk) in records.chunks(BATCH).enumerate() {
                let batch = chunk.iter().map(|record| self.written(record)).collect();
                let batch: Vec<Written<'_>> = match batch {
                    Ok(batch) => batch,
                    Err(error) => {
                        own.push((place, Err(error)));
                        break;
                    }
                };
                if let Err(TrySendError::Full((place, batch))) = sender.try_send((place, batch)) {
                    own.push((place, parsed(batch)));
                }
            }
            drop(sender);
            own.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            own
        });
        // Whichever thread came first, the first damage in the order of the records is told.
        parts.sort_by_key(|(place, _)| *place);
        let mut kept = Vec::with_capacity(records.len());
        for (_, part) in parts {
            kept.extend(part?);
        }
        Ok(kept)
    }

    fn written<'r>(&mut self, record: &'r RecordRow) -> Result<Written<'r>, HistoryError> {
        let damaged = || HistoryError::Damaged(Damage::Record(record.id));
        let mut rows = self.statement.query(params![record.device, record.sequence])?;
        let row = rows.next()?.ok_or_else(damaged)?;
        Written::read(row, record).ok_or_else(damaged)
    }
}

impl<'r> Written<'r> {
    /// Reads an entry, if it is one of this record.
    fn read(row: &Row<'_>, record: &'r RecordRow) -> Option<Self> {
        let bytes = |column: usize| row.get_ref(column).ok()?.as_bytes_or_null().ok()?;
        let same = bytes(0)? == record.id.0.as_bytes() && bytes(1)? == record.kind.as_bytes();
        let (salt, digest) = (bytes(2)?.try_into().ok()?, bytes(3)?.try_into().ok()?);
        same.then_some(Self { record, salt, digest, content: bytes(4)?.to_vec() })
    }

    /// Returns the record with what `parse` makes of the content, if that is the one that was written.
    fn kept<T>(self, parse: impl FnOnce(&[u8]) -> Option<T>) -> Result<Kept<T>, HistoryError> {
        let RecordRow { id, first_turn: sequence, edits, .. } = *self.record;
        let whole = entry_digest(&self.salt, &self.content) == self.digest;
        let content = Some(self.content).filter(|_| whole).and_then(|content| parse(&content));
        let content = content.ok_or(HistoryError::Damaged(Damage::Record(id)))?;
        Ok(Kept { id, sequence, edits, content })
    }
}
