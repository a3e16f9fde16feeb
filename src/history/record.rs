//! Owns the records of the history: what a finished check-in, a note or an event keeps.
//! Their JSON, in RFC 8785 form, is the content of a log entry.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use semver::Version;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::checkin::{Event, Moment, Note, Private, Responses, Step, Untrusted};
use crate::questionnaire::{ItemId, QuestionnaireId, ScoreId};

/// The id of a record, a version 7 UUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(pub Uuid);

/// The id of a draft, a version 7 UUID; the finished check-in keeps it as its record id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftId(pub Uuid);

/// The SHA-256 of a definition in canonical form, 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DefinitionHash(pub String);

/// What a log entry holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "most records are check-ins")]
pub enum Content {
    /// A finished check-in.
    CheckIn(CheckIn),
    /// A note of its own.
    Note(Note),
    /// An event.
    Event(Event),
    /// A small step.
    Step(Step),
}

/// A finished check-in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckIn {
    /// When it was finished.
    pub moment: Moment,
    /// The day it is about: the person's day at the start, or the date given for a late entry.
    pub date: NaiveDate,
    /// The day that names its week.
    pub week: NaiveDate,
    /// Whether it was entered for an earlier day.
    pub late: bool,
    /// What was answered: the questionnaire, its version and the definition's hash.
    pub answered: Answered,
    /// Where it was imported: what the file held. Absent for a check-in made here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported: Option<Imported>,
    /// The seed of the item order, where the definition shuffles.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "digits")]
    pub seed: Option<u64>,
    /// Notes to single items.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub item_notes: BTreeMap<ItemId, Untrusted>,
    /// The note to the whole check-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Untrusted>,
    /// The answers about the week's context.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Answered>,
    /// The scores as computed when it was finished, unrounded.
    pub scores: BTreeMap<ScoreId, StoredScore>,
}

/// What an imported check-in was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Imported {
    /// Answers, from which the scores were computed.
    Answers,
    /// Scores alone: there are no answers, so the scores cannot be computed anew.
    Scores,
}

/// The answers to one questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    /// Which questionnaire.
    pub questionnaire: QuestionnaireId,
    /// Which version.
    pub version: Version,
    /// Exactly which definition; the history keeps it whole.
    pub definition: DefinitionHash,
    /// The responses.
    pub responses: Responses,
}

/// A score as it is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredScore {
    /// The value after `output`, unrounded; absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Private<f64>>,
    /// Why there is no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Answered items.
    pub answered: u32,
    /// Items of the score.
    pub of: u32,
}

/// A check-in that is under way; it lies outside the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// What it answers, with the responses so far.
    pub answered: Answered,
    /// When it was begun.
    pub begun: Moment,
    /// When the last answer was kept.
    pub touched: DateTime<Utc>,
    /// The day it is about.
    pub date: NaiveDate,
    /// Whether that day was given for a late entry.
    pub late: bool,
    /// The seed of the item order, where the definition shuffles.
    pub seed: Option<u64>,
    /// Notes to single items.
    pub item_notes: BTreeMap<ItemId, Untrusted>,
    /// The note to the whole check-in.
    pub note: Option<Untrusted>,
    /// The answers about the week's context so far.
    pub context: Option<Answered>,
}

/// A record in its present state.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// The record's id.
    pub id: RecordId,
    /// The place of the record's first entry in the device's log; an edit keeps it.
    pub sequence: u64,
    /// How often it was edited.
    pub edits: u32,
    /// The content.
    pub content: T,
}

/// A number as a string of digits: RFC 8785 keeps numbers exactly up to 2^53 only.
pub(super) mod digits {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
    pub(in crate::history) fn serialize<S: Serializer>(
        number: &Option<u64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        number.map(|number| number.to_string()).serialize(serializer)
    }

    pub(in crate::history) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<u64>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(|_| D::Error::custom("not a number"))).transpose()
    }
}
