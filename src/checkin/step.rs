//! Owns steps: one small thing a person set out to do, and whether it happened.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::private::Untrusted;
use crate::questionnaire::ScoreId;

/// One small step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// The day it was chosen.
    pub date: NaiveDate,
    /// What it is, in the person's own words or those of a suggestion.
    pub text: Untrusted,
    /// The score it is meant for, where it came from a suggestion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<ScoreId>,
    /// How it went; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<Course>,
}

/// How a step went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The day the person said so.
    pub date: NaiveDate,
    /// Whether it happened.
    pub happened: Happened,
}

/// Whether a step happened. None of the four is a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Happened {
    /// It did.
    Yes,
    /// In part.
    Partly,
    /// It did not.
    No,
    /// Something else is more important now.
    NoLongerMatters,
}

impl Happened {
    /// All answers, in the order they are offered.
    pub const ALL: [Happened; 4] =
        [Happened::Yes, Happened::Partly, Happened::No, Happened::NoLongerMatters];

    /// Returns the answer in words.
    pub fn label(self) -> &'static str {
        match self {
            Happened::Yes => "yes",
            Happened::Partly => "partly",
            Happened::No => "no",
            Happened::NoLongerMatters => "no longer matters",
        }
    }
}
