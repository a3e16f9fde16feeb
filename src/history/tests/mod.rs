//! Tests of the store as a whole, and the made-up history they share.

mod backup;
mod concurrent;
mod damage;
mod drafts;
mod erasure;
#[cfg(unix)]
mod failure;
mod log;
mod measure;
mod merge;
mod model;
#[cfg(feature = "encryption")]
mod protect;
mod query;
mod rollback;
mod upgrade;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use rusqlite::Connection;
use semver::Version;
use tempfile::TempDir;

use super::*;
use crate::checkin::{
    Answer, Event, EventKind, Moment, Note, Private, Response, Responses, Untrusted,
};
use crate::questionnaire::{ItemId, QuestionnaireId, ScoreId};

/// A store in a folder of its own.
pub(super) struct Fixture {
    pub(super) store: Store,
    _folder: TempDir,
}

impl Fixture {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { store: Store::new(&folder.path().join("checkin")), _folder: folder }
    }

    /// Finishes the check-ins of these days (counted from a Monday).
    pub(super) fn with_check_ins(days: impl IntoIterator<Item = u64>) -> Self {
        let fixture = Self::new();
        for day in days {
            fixture.finish(day);
        }
        fixture
    }

    /// Goes on with the same history on another day, or as another machine.
    pub(super) fn on(&self, day: u64, machine: u8) -> Store {
        Store::new(&self.folder()).around(around(day, machine))
    }

    pub(super) fn finish(&self, day: u64) -> Kept<CheckIn> {
        self.store.finish(draft_id(day), &check_in(day), &[definition()]).unwrap()
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.store.path().parent().unwrap().to_owned()
    }

    /// Opens the file as any program could, without the store's checks.
    pub(super) fn raw(&self) -> Connection {
        let connection = Connection::open(self.store.path()).unwrap();
        connection.pragma_update(None, "foreign_keys", "OFF").unwrap();
        connection
    }
}

pub(super) fn at(day: u64) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-01-05T17:30:00.25Z").unwrap().with_timezone(&Utc)
        + TimeDelta::days(i64::try_from(day).unwrap())
}

pub(super) fn date(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(day)
}

pub(super) fn moment(day: u64) -> Moment {
    Moment { instant: at(day), offset_seconds: 3600, zone: "Europe/Oslo".into() }
}

pub(super) fn draft_id(day: u64) -> DraftId {
    let mut random = [0; 10];
    random[2..].copy_from_slice(&day.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    DraftId::new(at(day), &random)
}

pub(super) fn record_id(day: u64) -> RecordId {
    draft_id(day).record()
}

pub(super) fn definition_of(name: &str, version: &str) -> KeptDefinition {
    let canonical = format!(r#"{{"id":"{name}","version":"{version}"}}"#);
    KeptDefinition {
        hash: DefinitionHash(crate::questionnaire::canonical_hash(canonical.as_bytes())),
        questionnaire: QuestionnaireId::new(name),
        version: version.parse().unwrap(),
        canonical,
    }
}

pub(super) fn definition() -> KeptDefinition {
    definition_of("weekly", "1.0.0")
}

pub(super) fn item(number: u64) -> ItemId {
    ItemId::new(format!("emotional-safety.item-{number}"))
}

pub(super) fn answered(definition: &KeptDefinition, responses: Responses) -> Answered {
    Answered {
        questionnaire: definition.questionnaire.clone(),
        version: definition.version.clone(),
        definition: definition.hash.clone(),
        responses,
    }
}

/// Thirty-two responses, one of each kind among them.
pub(super) fn responses(day: u64) -> Responses {
    let mut responses: Responses = (0..28)
        .map(|number| {
            (item(number), Response::number(f64::from(u32::try_from(number + day).unwrap() % 5)))
        })
        .collect();
    let many = Answer::Many(Private(vec![0.1, 2.0]));
    responses.insert(item(28), Response::Skipped);
    responses.insert(item(29), Response::yes_no(true));
    responses.insert(item(30), Response::Answered(many));
    responses
        .insert(item(31), Response::Answered(Answer::Text(Untrusted::new("a\u{0}\u{202e}\"b"))));
    responses
}

pub(super) fn check_in(day: u64) -> CheckIn {
    let part = f64::from(u32::try_from(day).unwrap());
    let score = |number: u64| {
        let id = ScoreId::new(format!("emotional-safety.score-{number}"));
        let value = Some(Private(200.0 / 3.0 + part * 0.1));
        (id, StoredScore { value, reason: None, answered: 4, of: 4 })
    };
    CheckIn {
        moment: moment(day),
        date: date(day),
        week: date(day - day % 7),
        late: false,
        answered: answered(&definition(), responses(day)),
        imported: None,
        seed: Some(u64::MAX - day),
        item_notes: BTreeMap::from([(item(3), Untrusted::new("a note to an item"))]),
        note: Some(Untrusted::new(format!("note of day {day}"))),
        context: None,
        scores: (0..9).map(score).collect(),
    }
}

pub(super) fn note(day: u64, text: &str) -> Content {
    Content::Note(Note { date: date(day), text: Untrusted::new(text) })
}

pub(super) fn event(day: u64) -> Content {
    Content::Event(Event {
        kind: EventKind::Leave,
        from: date(day),
        to: Some(date(day + 6)),
        text: None,
        new_baseline: false,
    })
}

pub(super) fn draft(day: u64) -> Draft {
    Draft {
        id: draft_id(day),
        answered: answered(&definition(), responses(day)),
        begun: moment(day),
        touched: at(day),
        date: date(day),
        late: true,
        seed: Some(u64::MAX),
        item_notes: BTreeMap::from([(item(1), Untrusted::new("so"))]),
        note: Some(Untrusted::new("draft note")),
        context: None,
    }
}

/// Returns whether any file in the folder or below, whatever its name, holds these bytes.
pub(super) fn holds(folder: &Path, canary: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, canary);
        }
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(canary.len()).any(|window| window == canary.as_bytes())
    })
}

/// The world on a day, on the machine of this number.
pub(super) fn around(day: u64, machine: u8) -> Around {
    let recompute = Recompute(std::rc::Rc::new(|_, _| true));
    Around { now: at(day), today: date(day), place: [machine; 32], recompute }
}
