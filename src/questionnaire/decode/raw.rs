//! Owns the raw form of a definition file: what was written and where, before rules across fields.

use std::ops::Range;

use semver::Version;

use super::super::model::{Limit, Origin, ResponseOption};
use super::super::score::{Better, Group};
use super::fields::At;

/// A whole file.
#[derive(Debug, Default)]
pub(crate) struct RawFile {
    /// Whether nothing was read, because the text is not TOML or of another format.
    pub(crate) is_unread: bool,
    /// Where something that is missing in the file is reported: its first line.
    pub(crate) span: Range<usize>,
    pub(crate) id: Option<At<String>>,
    pub(crate) version: Option<At<Version>>,
    pub(crate) title: Option<At<String>>,
    pub(crate) language: Option<At<String>>,
    pub(crate) about: Option<At<String>>,
    pub(crate) recall: Option<At<String>>,
    pub(crate) recall_days: Option<At<u32>>,
    pub(crate) origin: Option<At<Origin>>,
    pub(crate) source: Option<At<String>>,
    pub(crate) credit: Option<At<String>>,
    pub(crate) license: Option<At<String>>,
    pub(crate) terms: Option<At<String>>,
    pub(crate) validated: Option<At<bool>>,
    pub(crate) validation: Option<At<String>>,
    pub(crate) shuffle: bool,
    pub(crate) scales: Vec<RawScale>,
    /// Whether a scale has no usable id, so that any name may mean it.
    pub(crate) has_unnamed_scale: bool,
    pub(crate) items: Vec<RawItem>,
    pub(crate) scores: Vec<RawScore>,
    pub(crate) includes: Vec<RawInclude>,
    pub(crate) examples: Vec<RawExample>,
}

/// A `[[scale]]`.
#[derive(Debug)]
pub(crate) struct RawScale {
    pub(crate) id: At<String>,
    /// `None` if the options have mistakes of their own.
    pub(crate) options: Option<Vec<ResponseOption>>,
    pub(crate) not_applicable: Option<String>,
}

/// An `[[item]]`.
#[derive(Debug)]
pub(crate) struct RawItem {
    pub(crate) span: Range<usize>,
    pub(crate) id: Option<At<String>>,
    pub(crate) text: Option<At<String>>,
    pub(crate) kind: Option<RawKind>,
    pub(crate) optional: bool,
    pub(crate) private: bool,
    pub(crate) ask_if: Option<RawCondition>,
    pub(crate) support_if: Option<At<Limit>>,
}

/// The kind of an item.
#[derive(Debug)]
pub(crate) enum RawKind {
    Scale(At<String>),
    Number { min: Option<f64>, max: Option<f64>, step: Option<f64>, unit: Option<String> },
    YesNo,
    Many(Vec<ResponseOption>),
    Text,
}

/// An `ask_if`.
#[derive(Debug)]
pub(crate) enum RawCondition {
    Any(Vec<RawCondition>),
    All(Vec<RawCondition>),
    Item { item: At<String>, tests: Vec<At<RawTest>> },
}

/// One test of an `ask_if`.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RawTest {
    AtLeast(f64),
    AtMost(f64),
    Is(f64),
    IsNot(f64),
    /// `is = true`, for a yes-no item.
    IsYes(bool),
    /// `is_not = true`, for a yes-no item.
    IsNotYes(bool),
    Answered(bool),
}

/// A `[[score]]`.
#[derive(Debug)]
pub(crate) struct RawScore {
    pub(crate) span: Range<usize>,
    pub(crate) id: Option<At<String>>,
    pub(crate) title: Option<At<String>>,
    pub(crate) group: Option<At<Group>>,
    pub(crate) items: Option<At<Vec<At<String>>>>,
    pub(crate) scores: Option<At<Vec<At<String>>>>,
    pub(crate) reverse: Vec<At<String>>,
    pub(crate) weights: Vec<(At<String>, f64)>,
    /// Whether `method` is there, be it wrong.
    pub(crate) has_method: bool,
    pub(crate) method: Option<At<RawMethod>>,
    pub(crate) count: Option<At<Limit>>,
    pub(crate) output: Option<At<(f64, f64)>>,
    pub(crate) t_score: Option<RawNorms>,
    pub(crate) better: Option<At<Better>>,
    pub(crate) missing: Option<RawMissing>,
    pub(crate) bands: Option<At<Vec<RawBand>>>,
    pub(crate) bands_source: Option<At<String>>,
    pub(crate) reliability: Option<RawNorms>,
    pub(crate) comparable_with: Vec<Version>,
}

/// The word behind `method`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum RawMethod {
    Mean,
    Sum,
    Count,
}

/// A `missing` rule.
#[derive(Debug)]
pub(crate) struct RawMissing {
    pub(crate) span: Range<usize>,
    pub(crate) at_least: Option<At<i64>>,
    pub(crate) share: Option<At<f64>>,
    pub(crate) prorate: Option<At<bool>>,
}

/// A band.
#[derive(Debug)]
pub(crate) struct RawBand {
    pub(crate) from: At<f64>,
    pub(crate) label: String,
    pub(crate) note: Option<String>,
}

/// Norms: (`mean`, `sd`, `source`) of a T score or (`alpha`, `sd`, `source`) of a reliability.
#[derive(Debug)]
pub(crate) struct RawNorms {
    pub(crate) first: f64,
    pub(crate) sd: f64,
    pub(crate) source: String,
}

/// An `[[include]]`.
#[derive(Debug)]
pub(crate) struct RawInclude {
    pub(crate) span: Range<usize>,
    pub(crate) from: At<String>,
    /// `None` means all.
    pub(crate) items: Option<Vec<At<String>>>,
}

/// An `[[example]]`.
#[derive(Debug)]
pub(crate) struct RawExample {
    pub(crate) span: Range<usize>,
    pub(crate) answers: Vec<(At<String>, serde_json::Value)>,
    pub(crate) expect: Vec<(At<String>, RawExpectation)>,
}

/// What an example expects.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RawExpectation {
    None,
    Value { value: f64, tolerance: f64 },
}
