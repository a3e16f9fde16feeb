//! Owns the reads: lists in the order of days, single records, and what a record was before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use semver::Version;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{Damage, HistoryError};
use super::record::{CheckIn, Content, DefinitionHash, Kept, RecordId, StoredScore};
use super::rows::{COLUMNS, KeptRow, Listed, content, content_of, place, record_id};
use super::store::Store;
use crate::checkin::{Event, Moment, Note};
use crate::questionnaire::{QuestionnaireId, ScoreId};

/// Which records to read; the default is all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Only those of this day or later.
    pub from: Option<NaiveDate>,
    /// Only those of this day or earlier.
    pub to: Option<NaiveDate>,
    /// Only check-ins of this questionnaire.
    pub questionnaire: Option<QuestionnaireId>,
    /// Of these, only so many, the latest.
    pub last: Option<u32>,
}

/// A check-in without its responses and notes.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckInSummary {
    /// When it was finished.
    pub moment: Moment,
    /// The day it is about.
    pub date: NaiveDate,
    /// The day that names its week.
    pub week: NaiveDate,
    /// Whether it was entered for an earlier day.
    pub late: bool,
    /// Which questionnaire was answered.
    pub questionnaire: QuestionnaireId,
    /// Which version.
    pub version: Version,
    /// Exactly which definition.
    pub definition: DefinitionHash,
    /// Whether it has a note, to the whole or to an item.
    pub noted: bool,
    /// The scores as computed when it was finished, unrounded.
    pub scores: BTreeMap<ScoreId, StoredScore>,
}

impl Store {
    /// Returns check-ins by day, those of one day in the order they were finished.
    pub fn check_ins(&self, query: &Query) -> Result<Vec<Kept<CheckIn>>, HistoryError> {
        self.list("check-in", query, |bytes| content_of(bytes, into_check_in))
    }

    /// Returns check-ins without responses and notes, in the same order; much faster.
    pub fn check_in_summaries(
        &self,
        query: &Query,
    ) -> Result<Vec<Kept<CheckInSummary>>, HistoryError> {
        self.list("check-in", query, summary)
    }

    /// Returns the latest check-in by day.
    pub fn last_check_in(
        &self,
        questionnaire: Option<&QuestionnaireId>,
    ) -> Result<Option<Kept<CheckIn>>, HistoryError> {
        let query =
            Query { questionnaire: questionnaire.cloned(), last: Some(1), ..Query::default() };
        Ok(self.check_ins(&query)?.pop())
    }

    /// Returns notes by day; they belong to no questionnaire.
    pub fn notes(&self, query: &Query) -> Result<Vec<Kept<Note>>, HistoryError> {
        self.list("note", query, |bytes| content_of(bytes, into_note))
    }

    /// Returns all events by first day; what covers a day is for [`Event::covers`] to say.
    pub fn events(&self) -> Result<Vec<Kept<Event>>, HistoryError> {
        self.list("event", &Query::default(), |bytes| content_of(bytes, into_event))
    }

    /// Returns one check-in.
    pub fn check_in(&self, id: RecordId) -> Result<Kept<CheckIn>, HistoryError> {
        let Kept { id, sequence, edits, content } = self.record(id)?;
        match content {
            Content::CheckIn(content) => Ok(Kept { id, sequence, edits, content }),
            Content::Note(_) | Content::Event(_) => Err(HistoryError::OtherKind { id }),
        }
    }

    /// Returns one record of any kind.
    pub fn record(&self, id: RecordId) -> Result<Kept<Content>, HistoryError> {
        self.read(|connection| present(connection, id))
    }

    /// Returns the record that has this id, or whose id ends with these hexadecimal digits.
    pub fn resolve(&self, id: &str) -> Result<RecordId, HistoryError> {
        let ending: String =
            id.chars().filter(|c| *c != '-').map(|c| c.to_ascii_lowercase()).collect();
        let well_formed = (4..=32).contains(&ending.len())
            && ending.bytes().all(|digit| digit.is_ascii_hexdigit());
        if !well_formed {
            return Err(HistoryError::NoRecord);
        }
        self.read(|connection| {
            let mut statement = connection.prepare("SELECT id, deleted FROM record")?;
            let mut found = (Vec::new(), Vec::new());
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = record_id(row.get(0)?);
                if id.0.simple().to_string().ends_with(&ending) {
                    let of_state = if row.get(1)? { &mut found.1 } else { &mut found.0 };
                    of_state.push(id);
                }
            }
            match (found.0.as_slice(), found.1.as_slice()) {
                ([id], _) => Ok(*id),
                ([], [id, ..]) => Err(HistoryError::Deleted { id: *id }),
                ([], []) => Err(HistoryError::NoRecord),
                (several, _) => Err(HistoryError::Ambiguous { count: several.len() }),
            }
        })
    }

    /// Returns what a record was before its edits, the earliest first, each with its place in the log.
    pub fn former_states(&self, id: RecordId) -> Result<Vec<(u64, Content)>, HistoryError> {
        self.read(|connection| {
            let present = place(connection, id)?.ok_or(HistoryError::NoRecord)?;
            let mut statement = connection.prepare(
                "SELECT r.id, r.first_sequence, r.edits, r.kind, r.date, r.questionnaire,
                     e.record, e.kind, e.salt, e.digest, e.content, e.sequence
                 FROM record AS r JOIN entry AS e ON e.record = r.id
                 WHERE r.id = ?1 AND e.content IS NOT NULL
                   AND NOT (e.device = ?2 AND e.sequence = ?3) ORDER BY e.sequence",
            )?;
            let key = params![id.0.as_bytes(), present.device, present.sequence];
            let mut rows = statement.query(key)?;
            let mut states = Vec::new();
            while let Some(row) = rows.next()? {
                let (content, _) = content(KeptRow::new(row)?.checked()?)
                    .ok_or(HistoryError::Damaged(Damage::Record(id)))?;
                states.push((row.get(11)?, content));
            }
            Ok(states)
        })
    }

    fn list<T>(
        &self,
        kind: &str,
        query: &Query,
        parse: impl Fn(&[u8]) -> Option<(T, Listed)>,
    ) -> Result<Vec<Kept<T>>, HistoryError> {
        self.read(|connection| {
            // A negative limit is none. Taken from the end, so that the limit keeps the latest.
            let mut statement = connection.prepare(&format!(
                "SELECT {COLUMNS} WHERE r.kind = ?1 AND r.deleted = 0
                   AND r.date >= coalesce(?2, '') AND r.date <= coalesce(?3, '9999-12-31')
                   AND (?4 IS NULL OR r.questionnaire = ?4)
                 ORDER BY r.date DESC, r.first_sequence DESC, r.id DESC LIMIT ?5"
            ))?;
            let mut rows = statement.query(params![
                kind,
                query.from.map(|day| day.to_string()),
                query.to.map(|day| day.to_string()),
                query.questionnaire.as_ref().map(QuestionnaireId::as_str),
                query.last.map_or(-1, i64::from),
            ])?;
            let mut kept = Vec::new();
            while let Some(row) = rows.next()? {
                kept.push(KeptRow::new(row)?.kept(&parse)?);
            }
            kept.reverse();
            Ok(kept)
        })
    }
}

/// Reads a record in its present state.
pub(super) fn present(
    connection: &Connection,
    id: RecordId,
) -> Result<Kept<Content>, HistoryError> {
    let place = place(connection, id)?.ok_or(HistoryError::NoRecord)?;
    if place.deleted {
        return Err(HistoryError::Deleted { id });
    }
    let mut statement = connection.prepare(&format!("SELECT {COLUMNS} WHERE r.id = ?1"))?;
    let read = |row: &Row<'_>| Ok(KeptRow::new(row).and_then(|row| row.kept(content)));
    statement.query_row([id.0.as_bytes()], read).optional()?.ok_or(HistoryError::NoRecord)?
}

fn into_check_in(content: Content) -> Option<CheckIn> {
    if let Content::CheckIn(check_in) = content { Some(check_in) } else { None }
}

fn into_note(content: Content) -> Option<Note> {
    if let Content::Note(note) = content { Some(note) } else { None }
}

fn into_event(content: Content) -> Option<Event> {
    if let Content::Event(event) = content { Some(event) } else { None }
}

/// The parts of a check-in's JSON that a summary needs; what is long is read past, not built.
#[derive(Deserialize)]
struct SummaryForm {
    moment: Moment,
    date: NaiveDate,
    week: NaiveDate,
    late: bool,
    answered: AnsweredForm,
    #[serde(default)]
    item_notes: Option<IgnoredAny>,
    #[serde(default)]
    note: Option<IgnoredAny>,
    scores: BTreeMap<ScoreId, StoredScore>,
}

#[derive(Deserialize)]
struct AnsweredForm {
    questionnaire: QuestionnaireId,
    version: Version,
    definition: DefinitionHash,
}

fn summary(bytes: &[u8]) -> Option<(CheckInSummary, Listed)> {
    let form: SummaryForm = serde_json::from_slice(bytes).ok()?;
    let AnsweredForm { questionnaire, version, definition } = form.answered;
    let listed = Listed {
        date: form.date.to_string(),
        questionnaire: Some(questionnaire.as_str().to_owned()),
    };
    let summary = CheckInSummary {
        moment: form.moment,
        date: form.date,
        week: form.week,
        late: form.late,
        questionnaire,
        version,
        definition,
        noted: form.item_notes.is_some() || form.note.is_some(),
        scores: form.scores,
    };
    Some((summary, listed))
}
