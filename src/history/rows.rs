//! Owns the way between rows and types: no row is more than bytes until its digest was checked.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, Statement, Transaction, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::digest::{Digest, canonical, entry_digest};
use super::error::{Damage, HistoryError};
use super::record::{CheckIn, Content, Kept, RecordId};
use crate::checkin::Private;
use crate::questionnaire::ScoreId;

pub(super) const COLUMNS: &str =
    "id, kind, date, week, questionnaire, definition, context_definition,
     first_sequence, device, sequence, edits, deleted, digest, scores, rivals";

/// The row of a record: what it is listed by, and which entry is its present state.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecordRow {
    pub(super) id: RecordId,
    pub(super) kind: String,
    pub(super) listed: Listed,
    /// The turn of the record's first entry, by which records of one day are ordered.
    pub(super) first_turn: u64,
    pub(super) device: [u8; 16],
    pub(super) sequence: u64,
    pub(super) edits: u32,
    pub(super) deleted: bool,
    /// How many other versions stand beside the present one.
    pub(super) rivals: u32,
}

/// The part of a record's row that comes from its content; all absent once that is erased.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Listed {
    pub(super) date: Option<String>,
    pub(super) week: Option<String>,
    pub(super) questionnaire: Option<String>,
    pub(super) definition: Option<String>,
    pub(super) context_definition: Option<String>,
    /// The values of a check-in's scores, [`ScoreValues`] as canonical JSON.
    pub(super) scores: Option<String>,
}

/// The values of a check-in's scores, unrounded; `None` where a score has no value.
pub(super) type ScoreValues = BTreeMap<ScoreId, Option<Private<f64>>>;

impl Listed {
    /// Takes from the content what its record is listed by.
    pub(super) fn of(content: &Content) -> Result<Self, HistoryError> {
        let listed = match content {
            Content::CheckIn(check_in) => Self {
                date: Some(check_in.date.to_string()),
                week: Some(check_in.week.to_string()),
                questionnaire: Some(check_in.answered.questionnaire.to_string()),
                definition: Some(check_in.answered.definition.0.clone()),
                context_definition: check_in.context.as_ref().map(|c| c.definition.0.clone()),
                scores: Some(canonical(&values_of(check_in))?),
            },
            Content::Note(note) => Self { date: Some(note.date.to_string()), ..Self::default() },
            Content::Step(step) => Self { date: Some(step.date.to_string()), ..Self::default() },
            Content::Event(event) => Self { date: Some(event.from.to_string()), ..Self::default() },
        };
        // Years past 9999 have a sign in front and would sort wrongly.
        let sorts = |day: &Option<String>| day.as_ref().is_none_or(|day| day.len() == 10);
        if sorts(&listed.date) && sorts(&listed.week) {
            Ok(listed)
        } else {
            Err(HistoryError::Unwritable)
        }
    }
}

impl RecordRow {
    /// Reads a row and checks that it is as it was written.
    fn read(row: &Row<'_>) -> Result<Self, HistoryError> {
        let id = record_id(row.get(0)?);
        match Self::parse(id, row) {
            Ok((read, digest)) if read.digest() == digest => Ok(read),
            Ok(_) | Err(_) => Err(HistoryError::Damaged(Damage::Record(id))),
        }
    }

    fn parse(id: RecordId, row: &Row<'_>) -> rusqlite::Result<(Self, Digest)> {
        let listed = Listed {
            date: row.get(2)?,
            week: row.get(3)?,
            questionnaire: row.get(4)?,
            definition: row.get(5)?,
            context_definition: row.get(6)?,
            scores: row.get(13)?,
        };
        let read = Self {
            id,
            kind: row.get(1)?,
            listed,
            first_turn: row.get(7)?,
            device: row.get(8)?,
            sequence: row.get(9)?,
            edits: row.get(10)?,
            deleted: row.get(11)?,
            rivals: row.get(14)?,
        };
        Ok((read, row.get(12)?))
    }

    /// Returns the row of a record, if there is such a record.
    pub(super) fn find(
        connection: &Connection,
        id: RecordId,
    ) -> Result<Option<Self>, HistoryError> {
        let sql = format!("SELECT {COLUMNS} FROM record WHERE id = ?1");
        let mut statement = connection.prepare(&sql)?;
        let row = statement.query_row([id.0.as_bytes()], |row| Ok(Self::read(row)));
        row.optional()?.transpose()
    }

    /// Returns all rows; that they are those which were written is for the seal to say.
    pub(super) fn all(connection: &Connection) -> Result<Vec<Self>, HistoryError> {
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM record"))?;
        let mut rows = statement.query([])?;
        let mut records = Vec::new();
        while let Some(row) = rows.next()? {
            records.push(Self::read(row)?);
        }
        Ok(records)
    }

    /// Writes the row, over the record's former one.
    pub(super) fn save(&self, tx: &Transaction<'_>) -> Result<(), HistoryError> {
        tx.execute(
            &format!(
                "INSERT INTO record ({COLUMNS})
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
                 ON CONFLICT (id) DO UPDATE SET date = ?3, week = ?4, questionnaire = ?5,
                     definition = ?6, context_definition = ?7, first_sequence = ?8, device = ?9,
                     sequence = ?10, edits = ?11, deleted = ?12, digest = ?13, scores = ?14,
                     rivals = ?15"
            ),
            params![
                self.id.0.as_bytes(),
                self.kind,
                self.listed.date,
                self.listed.week,
                self.listed.questionnaire,
                self.listed.definition,
                self.listed.context_definition,
                self.first_turn,
                self.device,
                self.sequence,
                self.edits,
                self.deleted,
                self.digest(),
                self.listed.scores,
                self.rivals,
            ],
        )?;
        Ok(())
    }

    pub(super) fn digest(&self) -> Digest {
        let texts = [
            Some(&self.kind),
            self.listed.date.as_ref(),
            self.listed.week.as_ref(),
            self.listed.questionnaire.as_ref(),
            self.listed.definition.as_ref(),
            self.listed.context_definition.as_ref(),
        ];
        let mut hash = Sha256::new().chain_update(self.id.0).chain_update(self.device);
        for text in texts {
            let length = text.map_or(u64::MAX, |text| text.len() as u64);
            hash.update(length.to_be_bytes());
            hash.update(text.map_or("", String::as_str));
        }
        hash.update(self.first_turn.to_be_bytes());
        hash.update(self.sequence.to_be_bytes());
        hash.update(self.edits.to_be_bytes());
        hash.update([u8::from(self.deleted)]);
        // At the end, so that rows without scores have the digest they had before version 2.
        if let Some(scores) = &self.listed.scores {
            hash.update(scores);
        }
        if self.rivals > 0 {
            hash.update(self.rivals.to_be_bytes());
        }
        hash.finalize().into()
    }
}

fn values_of(check_in: &CheckIn) -> ScoreValues {
    check_in.scores.iter().map(|(id, stored)| (id.clone(), stored.value.clone())).collect()
}

/// Puts the scores into the rows of a history that was written before rows had them.
///
/// A row whose content cannot be read stays as it is; its digest tells on every read that it is damaged.
pub(super) fn list_scores(tx: &Transaction<'_>) -> Result<(), HistoryError> {
    // The column of rivals came later still.
    let columns = COLUMNS.replace("rivals", "0");
    let mut statement = tx.prepare(&format!("SELECT {columns} FROM record"))?;
    let mut rows = statement.query([])?;
    let mut read = Vec::new();
    while let Some(row) = rows.next()? {
        read.extend(RecordRow::read(row).ok().filter(|row| row.kind == "check-in" && !row.deleted));
    }
    for mut row in read {
        let content = |bytes: &[u8]| serde_json::from_slice::<Content>(bytes).ok();
        let kept = Entries::new(tx).and_then(|mut entries| entries.kept(&row, content));
        let Ok(Ok(listed)) = kept.map(|kept| Listed::of(&kept.content)) else { continue };
        row.listed.scores = listed.scores;
        tx.execute(
            "UPDATE record SET scores = ?2, digest = ?3 WHERE id = ?1",
            params![row.id.0.as_bytes(), row.listed.scores, row.digest()],
        )?;
    }
    Ok(())
}

/// Reads the present entries of records, one after the other.
pub(super) struct Entries<'c> {
    statement: Statement<'c>,
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
        let damaged = || HistoryError::Damaged(Damage::Record(record.id));
        let mut rows = self.statement.query(params![record.device, record.sequence])?;
        let row = rows.next()?.ok_or_else(damaged)?;
        let content = checked(row, record).and_then(parse).ok_or_else(damaged)?;
        let RecordRow { id, first_turn: sequence, edits, .. } = *record;
        Ok(Kept { id, sequence, edits, content })
    }
}

/// Returns the content of an entry, the first five columns of `row`, if it is the one that was written.
pub(super) fn checked<'r>(row: &'r Row<'_>, record: &RecordRow) -> Option<&'r [u8]> {
    let bytes = |column: usize| row.get_ref(column).ok()?.as_bytes_or_null().ok()?;
    let same = bytes(0)? == record.id.0.as_bytes() && bytes(1)? == record.kind.as_bytes();
    let (salt, digest, content) = (bytes(2)?, bytes(3)?, bytes(4)?);
    (same && entry_digest(salt, content) == digest).then_some(content)
}

/// Returns the name of the content's kind in the tables, the same as in its JSON.
pub(super) fn kind(content: &Content) -> &'static str {
    match content {
        Content::CheckIn(_) => "check-in",
        Content::Note(_) => "note",
        Content::Event(_) => "event",
        Content::Step(_) => "step",
    }
}

fn record_id(bytes: [u8; 16]) -> RecordId {
    RecordId(Uuid::from_bytes(bytes))
}
