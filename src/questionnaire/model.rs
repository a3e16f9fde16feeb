//! Owns the validated definition of a questionnaire, includes expanded, as every later stage reads it.
//! Its JSON is the canonical form that is hashed and stored; it must not hold anything unchecked.

use std::collections::BTreeMap;

use semver::Version;
use serde::{Deserialize, Serialize};

use super::id::{ItemId, QuestionnaireId, ScoreId};
use super::score::{Basis, Range, Score};

/// The format number of definition files that this version reads and writes.
pub const FORMAT: u32 = 1;

/// One questionnaire, checked in full and with its includes expanded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The definition format, always [`FORMAT`].
    pub format: u32,
    /// The id, also the file's name.
    pub id: QuestionnaireId,
    /// The semantic version; a composed questionnaire's version covers its parts.
    pub version: Version,
    /// The title as shown.
    pub title: String,
    /// The BCP 47 language tag of all texts.
    pub language: String,
    /// What it asks about, for the person who answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The recall period shown with every item of this file.
    pub recall: String,
    /// The recall period in days, 1 or more.
    pub recall_days: u32,
    /// Where the wording and the key come from.
    pub provenance: Provenance,
    /// Whether items are shuffled within their domain, by a seed kept with the check-in.
    pub shuffle: bool,
    /// The questionnaires it was composed of, in order of first mention; empty if it has no includes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// All items, in the order in which they are asked.
    pub items: Vec<Item>,
    /// All scores: item-based ones before those built on them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Score>,
    /// The worked examples of this file (not those of its parts).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

/// Where a questionnaire comes from and on what terms it may be used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Whether the wording is the project's or the user's own, adapted, or published.
    pub origin: Origin,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The line that reports print to give credit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The licence of the wording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// What the owner asks of those who use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// Whether it is a validated instrument.
    pub validated: bool,
    /// The citation of the validation; present if and only if `validated`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation: Option<String>,
}

/// The origin of a questionnaire's wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Written for this definition.
    Original,
    /// Adapted from another instrument.
    Adapted,
    /// A published instrument, unchanged.
    Published,
}

/// A questionnaire that another one includes, for headings and for the provenance lines of reports.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// The included questionnaire.
    pub id: QuestionnaireId,
    /// Its version at the time of composing.
    pub version: Version,
    /// Its title.
    pub title: String,
    /// Its provenance.
    pub provenance: Provenance,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The qualified id.
    pub id: ItemId,
    /// The wording.
    pub text: String,
    /// What can be answered.
    pub kind: ItemKind,
    /// The label offered for "not applicable"; absent where it is not offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<String>,
    /// Whether it may be skipped without being counted as missing.
    pub optional: bool,
    /// Whether it is left out of every export unless asked for by name.
    pub private: bool,
    /// When it is asked; absent: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_if: Option<Condition>,
    /// The answer at which the support resources are shown at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support_if: Option<Limit>,
    /// The recall period shown with it (that of the file that defines it).
    pub recall: String,
    /// The recall period in days.
    pub recall_days: u32,
}

/// What kind of answer an item takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ItemKind {
    /// One option of a scale.
    Scale {
        /// The response options in the order shown; values finite and distinct, two or more.
        options: Vec<ResponseOption>,
    },
    /// A number from `min` to `max`.
    Number {
        /// The lowest answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        min: Option<f64>,
        /// The highest answer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        max: Option<f64>,
        /// Answers are `min` + a multiple of it; absent: any decimal in range.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<f64>,
        /// The unit shown behind the number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
    },
    /// Yes (1) or no (0).
    YesNo,
    /// Any number of options; never scored.
    Many {
        /// The options in the order shown.
        options: Vec<ResponseOption>,
    },
    /// Free text; never scored.
    Text,
}

/// One option of a scale or of a `many` item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseOption {
    /// The value that is stored and scored.
    pub value: f64,
    /// The label shown.
    pub label: String,
    /// The key that answers; absent: the digit of its place, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<char>,
}

/// A lower or upper limit, reached when met exactly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// The value is this or more.
    AtLeast(f64),
    /// The value is this or less.
    AtMost(f64),
}

/// When an item is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// One earlier item's answer passes a test.
    Item {
        /// The earlier item.
        item: ItemId,
        /// What its answer must meet.
        test: Test,
    },
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// All of them hold.
    All(Vec<Condition>),
}

/// What an earlier answer is held against. Without an answer all are false but `Answered(false)`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// The answer is this or more (yes counts 1, no 0).
    AtLeast(f64),
    /// The answer is this or less.
    AtMost(f64),
    /// The answer is this; for `many`: this is among the chosen.
    Is(f64),
    /// The answer is not this; for `many`: this is not among the chosen.
    IsNot(f64),
    /// Whether there is an answer.
    Answered(bool),
}

/// A worked example: answers and the scores that they must give.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The answers by item, in the form used in files (see `checkin::response`).
    pub answers: BTreeMap<ItemId, serde_json::Value>,
    /// The expected scores.
    pub expect: BTreeMap<ScoreId, Expectation>,
}

/// What a worked example expects of a score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expectation {
    /// A value, within `tolerance` (half a unit of the last digit written).
    Value {
        /// The expected value.
        value: f64,
        /// How far the computed value may be from it.
        tolerance: f64,
    },
    /// No value.
    None,
}

impl Questionnaire {
    /// Returns the item with this qualified id.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == *id)
    }

    /// Returns the items that a score is computed from, directly or through other scores.
    pub fn items_of<'q>(&'q self, score: &'q Score) -> Vec<&'q ItemId> {
        match &score.basis {
            Basis::Items { items, .. } => items.iter().collect(),
            Basis::Scores { scores, .. } => {
                let parts = scores.iter().filter_map(|part| self.score(part));
                parts.flat_map(|part| self.items_of(part)).collect()
            }
        }
    }

    /// Returns the score with this qualified id.
    pub fn score(&self, id: &ScoreId) -> Option<&Score> {
        self.scores.iter().find(|score| score.id == *id)
    }
}

impl Item {
    /// Returns the lowest and highest value of a scorable item; `None` for `many`, `text` and a number without limits.
    pub fn range(&self) -> Option<Range> {
        match &self.kind {
            ItemKind::Scale { options } => {
                let from = options.iter().map(|option| option.value).reduce(f64::min)?;
                let to = options.iter().map(|option| option.value).reduce(f64::max)?;
                Some(Range { from, to })
            }
            ItemKind::Number { min: Some(from), max: Some(to), .. } => {
                Some(Range { from: *from, to: *to })
            }
            ItemKind::YesNo => Some(Range { from: 0.0, to: 1.0 }),
            ItemKind::Number { .. } | ItemKind::Many { .. } | ItemKind::Text => None,
        }
    }
}

impl Limit {
    /// Returns whether `value` reaches the limit.
    pub fn is_met_by(self, value: f64) -> bool {
        match self {
            Limit::AtLeast(limit) => value >= limit,
            Limit::AtMost(limit) => value <= limit,
        }
    }
}
