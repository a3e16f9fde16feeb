//! Owns the definition of a score: what it is computed from, how, and what its values mean.

use std::collections::BTreeMap;

use semver::Version;
use serde::{Deserialize, Serialize};

use super::id::{ItemId, ScoreId};
use super::model::Limit;

/// A number computed from answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The qualified id.
    pub id: ScoreId,
    /// The title as shown.
    pub title: String,
    /// Where the report puts it.
    pub group: Group,
    /// What it is computed from, and how.
    pub basis: Basis,
    /// The range onto which the attainable range is mapped; absent: the raw unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<Range>,
    /// Which direction is good.
    pub better: Better,
    /// A further unit, mean 50 and SD 10 in a norm sample.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub t_score: Option<TScore>,
    /// Severity or orientation bands, ascending, the first at the lowest value; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Where the bands come from; present if there are bands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bands_source: Option<String>,
    /// The published reliability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Reliability>,
    /// Older versions whose series this one goes on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparable_with: Vec<Version>,
}

/// The section of the report that a score belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// A score of scores, over all domains.
    Summary,
    /// Conditions at work.
    Work,
    /// The person.
    #[serde(rename = "self")]
    Person,
    /// Burnout strain.
    Strain,
    /// Anything else.
    Other,
}

impl Group {
    /// Returns the name that files use.
    pub fn name(self) -> &'static str {
        match self {
            Group::Summary => "summary",
            Group::Work => "work",
            Group::Person => "self",
            Group::Strain => "strain",
            Group::Other => "other",
        }
    }
}

/// Which direction of a score is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither direction is better.
    Neither,
}

impl Better {
    /// Returns the name that files use.
    pub fn name(self) -> &'static str {
        match self {
            Better::Higher => "higher",
            Better::Lower => "lower",
            Better::Neither => "neither",
        }
    }
}

/// What a score is computed from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "lowercase", deny_unknown_fields)]
pub enum Basis {
    /// Answers to items.
    Items {
        /// The items in order, each scorable, each once.
        items: Vec<ItemId>,
        /// Which of them are reverse-scored.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reverse: Vec<ItemId>,
        /// Weights other than 1, finite and above 0.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        weights: BTreeMap<ItemId, f64>,
        /// How the answers are combined.
        method: Method,
        /// How many answers are needed.
        missing: Missing,
    },
    /// Other, item-based scores of the same questionnaire; their weighted mean on 0 to 1.
    Scores {
        /// The scores in order.
        scores: Vec<ScoreId>,
        /// Which of them are turned round.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reverse: Vec<ScoreId>,
        /// Weights other than 1, finite and above 0.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        weights: BTreeMap<ScoreId, f64>,
    },
}

/// How answers are combined.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// The weighted mean of the answered items.
    Mean,
    /// The weighted sum.
    Sum,
    /// The sum of the weights of the answered items that meet the limit after reversal.
    Count(Limit),
}

/// The missing-item rule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    /// How many answers are needed for a value.
    pub need: Need,
    /// Whether a sum with missing items is prorated; always false for a mean and a count, where it has no effect.
    pub prorate: bool,
}

/// How many answers a score needs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// This many answered items, 1 or more. The default is the number of items.
    AtLeast(u32),
    /// This share, above 0 and at most 1, of the items without those not applicable, not asked, or optional and skipped.
    Share(f64),
}

/// A closed range, `from` below `to`, both finite.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The lowest value.
    pub from: f64,
    /// The highest value.
    pub to: f64,
}

/// The norms behind a T score: 50 + 10 · (value − mean) / sd, of the value after `output`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TScore {
    /// The norm sample's mean.
    pub mean: f64,
    /// The norm sample's standard deviation, above 0.
    pub sd: f64,
    /// Where the norms come from.
    pub source: String,
}

/// A band that runs from `from` (inclusive) to the next band's `from` (exclusive), the last one to the end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The cut-off, reached when met exactly.
    pub from: f64,
    /// The label shown.
    pub label: String,
    /// What the band says and does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A published reliability, for the reliable change index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reliability {
    /// Cronbach's alpha, above 0 and below 1.
    pub alpha: f64,
    /// The standard deviation in the sample, in the unit after `output`, above 0.
    pub sd: f64,
    /// Where both come from.
    pub source: String,
}
