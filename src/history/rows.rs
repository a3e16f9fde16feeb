//! Owns the way between rows and types: no row is more than bytes until its digest was checked.

use std::collections::BTreeMap;
use std::fmt;

use compact_str::{CompactString, ToCompactString};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde::Deserializer as _;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::digest::{Digest, canonical};
use super::error::{Damage, HistoryError};
use super::record::{CheckIn, Content, RecordId};
use super::seal::Tally;
use crate::checkin::Private;
use crate::questionnaire::ScoreId;

pub(super) const COLUMNS: &str =
    "id, kind, date, week, questionnaire, definition, context_definition,
     first_sequence, device, sequence, edits, deleted, digest, scores, rivals, late";

/// The row of a record: what it is listed by, and which entry is its present state.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecordRow {
    pub(super) id: RecordId,
    pub(super) kind: CompactString,
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
    pub(super) date: Option<CompactString>,
    pub(super) week: Option<CompactString>,
    pub(super) questionnaire: Option<CompactString>,
    pub(super) definition: Option<String>,
    pub(super) context_definition: Option<String>,
    /// The values of a check-in's scores, [`ScoreValues`] as canonical JSON.
    pub(super) scores: Option<String>,
    /// Whether a check-in was entered for an earlier day.
    pub(super) late: bool,
}

/// The values of a check-in's scores, unrounded; `None` where a score has no value.
type ScoreValues = BTreeMap<ScoreId, Option<Private<f64>>>;

/// The scores that are to be read; none means all.
struct Named<'n>(&'n [ScoreId]);

impl<'de> Visitor<'de> for Named<'_> {
    type Value = Vec<(ScoreId, Option<Private<f64>>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the values of scores")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::with_capacity(if self.0.is_empty() { 16 } else { self.0.len() });
        while let Some(id) = map.next_key::<ScoreId>()? {
            if self.0.is_empty() || self.0.contains(&id) {
                values.push((id, map.next_value()?));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(values)
    }
}

/// Reads from [`Listed::scores`] the scores that are named, or all if none is.
pub(super) fn read_values(
    text: &str,
    named: &[ScoreId],
) -> Option<Vec<(ScoreId, Option<Private<f64>>)>> {
    let mut json = serde_json::Deserializer::from_str(text);
    let values = json.deserialize_map(Named(named)).ok()?;
    json.end().ok().map(|()| values)
}

impl Listed {
    /// Takes from the content what its record is listed by.
    pub(super) fn of(content: &Content) -> Result<Self, HistoryError> {
        let listed = match content {
            Content::CheckIn(check_in) => Self {
                date: Some(check_in.date.to_compact_string()),
                week: Some(check_in.week.to_compact_string()),
                questionnaire: Some(check_in.answered.questionnaire.as_str().into()),
                definition: Some(check_in.answered.definition.0.clone()),
                context_definition: check_in.context.as_ref().map(|c| c.definition.0.clone()),
                scores: Some(canonical(&values_of(check_in))?),
                late: check_in.late,
            },
            Content::Note(note) => {
                Self { date: Some(note.date.to_compact_string()), ..Self::default() }
            }
            Content::Step(step) => {
                Self { date: Some(step.date.to_compact_string()), ..Self::default() }
            }
            Content::Event(event) => {
                Self { date: Some(event.from.to_compact_string()), ..Self::default() }
            }
        };
        // Years past 9999 have a sign in front and would sort wrongly.
        let sorts = |day: &Option<CompactString>| day.as_ref().is_none_or(|day| day.len() == 10);
        if sorts(&listed.date) && sorts(&listed.week) {
            Ok(listed)
        } else {
            Err(HistoryError::Unwritable)
        }
    }
}

impl RecordRow {
    /// Reads a row and checks that it is as it was written; returns it with its digest.
    pub(super) fn read(row: &Row<'_>) -> Result<(Self, Digest), HistoryError> {
        let id = record_id(row.get(0)?);
        match Self::parse(id, row) {
            Ok((read, digest)) if read.digest() == digest => Ok((read, digest)),
            Ok(_) | Err(_) => Err(HistoryError::Damaged(Damage::Record(id))),
        }
    }

    fn parse(id: RecordId, row: &Row<'_>) -> rusqlite::Result<(Self, Digest)> {
        let listed = Listed {
            date: short(row, 2)?,
            week: short(row, 3)?,
            questionnaire: short(row, 4)?,
            definition: row.get(5)?,
            context_definition: row.get(6)?,
            scores: row.get(13)?,
            late: row.get(15)?,
        };
        let read = Self {
            id,
            kind: short(row, 1)?.unwrap_or_default(),
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
        Ok(row.optional()?.transpose()?.map(|(read, _)| read))
    }

    /// Returns all rows, and the tally by which the seal says that they are those which were written.
    pub(super) fn all(connection: &Connection) -> Result<(Vec<Self>, Tally), HistoryError> {
        let count = connection.query_row("SELECT count(*) FROM record", [], |row| row.get(0))?;
        let mut statement = connection.prepare(&format!("SELECT {COLUMNS} FROM record"))?;
        let mut rows = statement.query([])?;
        let (mut records, mut tally) = (Vec::with_capacity(count), Tally::default());
        while let Some(row) = rows.next()? {
            let (record, digest) = Self::read(row)?;
            tally.add(&digest);
            records.push(record);
        }
        Ok((records, tally))
    }

    /// Writes the row, over the record's former one.
    pub(super) fn save(&self, tx: &Transaction<'_>) -> Result<(), HistoryError> {
        tx.execute(
            &format!(
                "INSERT INTO record ({COLUMNS})
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
                 ON CONFLICT (id) DO UPDATE SET date = ?3, week = ?4, questionnaire = ?5,
                     definition = ?6, context_definition = ?7, first_sequence = ?8, device = ?9,
                     sequence = ?10, edits = ?11, deleted = ?12, digest = ?13, scores = ?14,
                     rivals = ?15, late = ?16"
            ),
            params![
                self.id.0.as_bytes(),
                self.kind.as_str(),
                self.listed.date.as_deref(),
                self.listed.week.as_deref(),
                self.listed.questionnaire.as_deref(),
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
                self.listed.late,
            ],
        )?;
        Ok(())
    }

    pub(super) fn digest(&self) -> Digest {
        let texts = [
            Some(self.kind.as_str()),
            self.listed.date.as_deref(),
            self.listed.week.as_deref(),
            self.listed.questionnaire.as_deref(),
            self.listed.definition.as_deref(),
            self.listed.context_definition.as_deref(),
        ];
        let mut hash = Sha256::new().chain_update(self.id.0).chain_update(self.device);
        for text in texts {
            let length = text.map_or(u64::MAX, |text| text.len() as u64);
            hash.update(length.to_be_bytes());
            hash.update(text.unwrap_or_default());
        }
        hash.update(self.first_turn.to_be_bytes());
        hash.update(self.sequence.to_be_bytes());
        hash.update(self.edits.to_be_bytes());
        hash.update([u8::from(self.deleted)]);
        // At the end, so that rows without these have the digest they had before they came.
        if let Some(scores) = &self.listed.scores {
            hash.update(scores);
        }
        if self.rivals > 0 {
            hash.update(self.rivals.to_be_bytes());
        }
        if self.listed.late {
            hash.update([1]);
        }
        hash.finalize().into()
    }
}

/// Returns a text of a few letters, of which a history has thousands.
fn short(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<CompactString>> {
    Ok(row.get_ref(column)?.as_str_or_null()?.map(CompactString::from))
}

fn values_of(check_in: &CheckIn) -> ScoreValues {
    check_in.scores.iter().map(|(id, stored)| (id.clone(), stored.value.clone())).collect()
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
