//! Owns the reads: lists in the order of days, single records, and what a record was before.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::thread;

use chrono::NaiveDate;
use rusqlite::Connection;
use semver::Version;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::chain::Entry;
use super::entries::{Entries, FEW};
use super::error::{Damage, HistoryError};
use super::lineage::Lineage;
use super::record::{CheckIn, Content, DefinitionHash, Kept, RecordId, StoredScore};
use super::rows::{Listed, RecordRow, read_values};
use super::store::Store;
use crate::checkin::{Event, Moment, Note, Private, Step};
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

/// A check-in's scores and what it is listed by, without the rest.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckInScores {
    /// The day it is about.
    pub date: NaiveDate,
    /// Whether it was entered for an earlier day.
    pub late: bool,
    /// Which questionnaire was answered.
    pub questionnaire: QuestionnaireId,
    /// Exactly which definition was answered.
    pub definition: DefinitionHash,
    /// The values as computed when it was finished, unrounded, in the order of ids; `None` where a score
    /// has none.
    pub values: Vec<(ScoreId, Option<Private<f64>>)>,
}

impl Store {
    /// Returns the scores of check-ins by day, in the order of [`Store::check_ins`]: those that are
    /// named, or all if none is. Contents are not read, so this is for what is computed over a whole
    /// history.
    pub fn check_in_scores(
        &self,
        query: &Query,
        named: &[ScoreId],
    ) -> Result<Vec<Kept<CheckInScores>>, HistoryError> {
        self.read_snapshot(|snapshot| {
            let scores = |record: &&RecordRow| {
                let content = record.scores(named);
                let content = content.ok_or(HistoryError::Damaged(Damage::Record(record.id)))?;
                let RecordRow { id, first_turn: sequence, edits, .. } = **record;
                Ok(Kept { id, sequence, edits, content })
            };
            let read = |records: &[&RecordRow]| records.iter().map(scores).collect();
            let records = query.of(snapshot.records()?, "check-in");
            if records.len() <= FEW {
                return read(&records);
            }
            let (earlier, later) = records.split_at(records.len() / 2);
            thread::scope(|scope| {
                let later = scope.spawn(|| read(later));
                let mut all: Vec<_> = read(earlier)?;
                all.extend(later.join().unwrap_or_else(|panic| resume_unwind(panic))?);
                Ok(all)
            })
        })
    }

    /// Returns the definitions that check-ins were made with, each once.
    pub fn definitions_of(&self, query: &Query) -> Result<BTreeSet<DefinitionHash>, HistoryError> {
        self.read_snapshot(|snapshot| {
            let records = query.of(snapshot.records()?, "check-in");
            let hashes = records.iter().filter_map(|record| record.listed.definition.as_deref());
            let hashes: BTreeSet<&str> = hashes.collect();
            Ok(hashes.into_iter().map(|hash| DefinitionHash(hash.to_owned())).collect())
        })
    }

    /// Returns check-ins by day, those of one day in the order they were finished.
    pub fn check_ins(&self, query: &Query) -> Result<Vec<Kept<CheckIn>>, HistoryError> {
        self.list("check-in", query, into_check_in)
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
        self.list("note", query, into_note)
    }

    /// Returns all events by first day; what covers a day is for [`Event::covers`] to say.
    pub fn events(&self) -> Result<Vec<Kept<Event>>, HistoryError> {
        self.list("event", &Query::default(), into_event)
    }

    /// Returns all steps, by the day they were chosen.
    pub fn steps(&self) -> Result<Vec<Kept<Step>>, HistoryError> {
        self.list("step", &Query::default(), into_step)
    }

    /// Returns one check-in.
    pub fn check_in(&self, id: RecordId) -> Result<Kept<CheckIn>, HistoryError> {
        let Kept { id, sequence, edits, content } = self.record(id)?;
        match content {
            Content::CheckIn(content) => Ok(Kept { id, sequence, edits, content }),
            Content::Note(_) | Content::Event(_) | Content::Step(_) => {
                Err(HistoryError::OtherKind { id })
            }
        }
    }

    /// Returns one record of any kind.
    pub fn record(&self, id: RecordId) -> Result<Kept<Content>, HistoryError> {
        self.read_snapshot(|snapshot| {
            let record = snapshot.record(id)?.ok_or(HistoryError::NoRecord)?;
            if record.deleted {
                return Err(HistoryError::Deleted { id });
            }
            Entries::new(&snapshot.connection)?.kept(record, content)
        })
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
        self.read_snapshot(|snapshot| {
            let mut found: Vec<&RecordRow> = snapshot.records()?.iter().collect();
            found.retain(|record| record.id.0.simple().to_string().ends_with(&ending));
            let live: Vec<_> = found.iter().filter(|record| !record.deleted).collect();
            match (live.as_slice(), found.first()) {
                ([record], _) => Ok(record.id),
                ([], Some(deleted)) => Err(HistoryError::Deleted { id: deleted.id }),
                ([], None) => Err(HistoryError::NoRecord),
                (several, _) => Err(HistoryError::Ambiguous { count: several.len() }),
            }
        })
    }

    /// Returns what a record was before its edits, the earliest first, each with its place in the log.
    pub fn former_states(&self, id: RecordId) -> Result<Vec<(u64, Content)>, HistoryError> {
        self.entries_of(id, |lineage, entry| !lineage.heads().contains(&entry))
    }

    /// Returns the other versions of a record that two devices changed in different ways, each with its
    /// place in the log; empty for almost every record. An edit settles it.
    pub fn rivals(&self, id: RecordId) -> Result<Vec<(u64, Content)>, HistoryError> {
        self.entries_of(id, |lineage, entry| lineage.rivals().contains(&entry))
    }

    /// Returns the records of which there are several versions side by side.
    pub fn conflicts(&self) -> Result<Vec<RecordId>, HistoryError> {
        self.read_snapshot(|snapshot| {
            let rows = snapshot.records()?.iter();
            Ok(rows.filter(|row| row.rivals > 0 && !row.deleted).map(|row| row.id).collect())
        })
    }

    fn entries_of(
        &self,
        id: RecordId,
        which: impl Fn(&Lineage<'_>, &Entry) -> bool,
    ) -> Result<Vec<(u64, Content)>, HistoryError> {
        let damaged = || HistoryError::Damaged(Damage::Record(id));
        self.read_snapshot(|snapshot| {
            let row = snapshot.record(id)?.ok_or(HistoryError::NoRecord)?;
            let entries = Entry::of_record(&snapshot.connection, id)?;
            let lineage = Lineage::of(id, &entries)?;
            // An index that is from an earlier day would leave entries out.
            if lineage.row()? != *row {
                return Err(damaged());
            }
            let mut states = Vec::new();
            for entry in entries.iter().filter(|entry| which(&lineage, entry)) {
                let Some(text) = &entry.content else { continue };
                if !entry.content_is_whole() {
                    return Err(damaged());
                }
                states.push((entry.turn, content(text.as_bytes()).ok_or_else(damaged)?));
            }
            Ok(states)
        })
    }

    fn list<T: Send>(
        &self,
        kind: &str,
        query: &Query,
        parse: impl Fn(&[u8]) -> Option<T> + Sync,
    ) -> Result<Vec<Kept<T>>, HistoryError> {
        self.read_snapshot(|snapshot| {
            let records = query.of(snapshot.records()?, kind);
            Entries::new(&snapshot.connection)?.all(&records, parse)
        })
    }
}

impl Query {
    /// Returns the records of a kind that it takes, of those that are given by day.
    fn of<'r>(&self, records: &'r [RecordRow], kind: &str) -> Vec<&'r RecordRow> {
        // Days as text sort as days: all are of the form 2026-01-05.
        let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let (from, to) = (text(self.from), text(self.to));
        let taken = |record: &&RecordRow| {
            let listed = &record.listed;
            let date = listed.date.as_deref().filter(|_| record.kind == kind);
            date.is_some_and(|date| {
                from.as_deref().is_none_or(|from| date >= from)
                    && to.as_deref().is_none_or(|to| date <= to)
                    && self.questionnaire.as_ref().is_none_or(|questionnaire| {
                        listed.questionnaire.as_deref() == Some(questionnaire.as_str())
                    })
            })
        };
        let last = self.last.and_then(|last| usize::try_from(last).ok());
        let mut latest: Vec<&RecordRow> =
            records.iter().rev().filter(taken).take(last.unwrap_or(usize::MAX)).collect();
        latest.reverse();
        latest
    }
}

impl RecordRow {
    /// Returns what the row of a check-in says of the scores that are named, of all if none is.
    fn scores(&self, named: &[ScoreId]) -> Option<CheckInScores> {
        let Listed { date, questionnaire, definition, scores, late, .. } = &self.listed;
        Some(CheckInScores {
            date: date.as_ref()?.parse().ok()?,
            late: *late,
            questionnaire: QuestionnaireId::new(questionnaire.clone()?),
            definition: DefinitionHash(definition.clone()?),
            values: read_values(scores.as_ref()?, named)?,
        })
    }

    /// By day, then by the place in the log; the id decides between two devices.
    pub(super) fn order(&self) -> (Option<&str>, u64, RecordId) {
        (self.listed.date.as_deref(), self.first_turn, self.id)
    }
}

/// Reads a record in its present state.
pub(super) fn present(
    connection: &Connection,
    id: RecordId,
) -> Result<Kept<Content>, HistoryError> {
    let record = RecordRow::find(connection, id)?.ok_or(HistoryError::NoRecord)?;
    if record.deleted {
        return Err(HistoryError::Deleted { id });
    }
    Entries::new(connection)?.kept(&record, content)
}

fn content(bytes: &[u8]) -> Option<Content> {
    serde_json::from_slice(bytes).ok()
}

fn into_check_in(bytes: &[u8]) -> Option<CheckIn> {
    if let Content::CheckIn(check_in) = content(bytes)? { Some(check_in) } else { None }
}

fn into_note(bytes: &[u8]) -> Option<Note> {
    if let Content::Note(note) = content(bytes)? { Some(note) } else { None }
}

fn into_step(bytes: &[u8]) -> Option<Step> {
    if let Content::Step(step) = content(bytes)? { Some(step) } else { None }
}

fn into_event(bytes: &[u8]) -> Option<Event> {
    if let Content::Event(event) = content(bytes)? { Some(event) } else { None }
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

fn summary(bytes: &[u8]) -> Option<CheckInSummary> {
    let form: SummaryForm = serde_json::from_slice(bytes).ok()?;
    let AnsweredForm { questionnaire, version, definition } = form.answered;
    Some(CheckInSummary {
        moment: form.moment,
        date: form.date,
        week: form.week,
        late: form.late,
        questionnaire,
        version,
        definition,
        noted: form.item_notes.is_some() || form.note.is_some(),
        scores: form.scores,
    })
}
