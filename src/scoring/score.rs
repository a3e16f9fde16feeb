//! Owns the result types of scoring, the steps of a computation among them.

use crate::checkin::{Private, Response};
use crate::questionnaire::{ItemId, Missing, Range, ScoreId};

/// One score of one check-in.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreResult {
    /// Which score.
    pub id: ScoreId,
    /// How many of its items were answered, and what became of the others.
    pub tally: Tally,
    /// The value, or why there is none.
    pub outcome: Result<Value, NoValue>,
}

/// What became of a score's items (or, for a score of scores, of all items of its parts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Items of the score.
    pub of: u32,
    /// Answered.
    pub answered: u32,
    /// Passed over (of these, `optional_skipped` were optional).
    pub skipped: u32,
    /// Passed over and optional.
    pub optional_skipped: u32,
    /// Not applicable.
    pub not_applicable: u32,
    /// Not asked.
    pub not_asked: u32,
}

/// A computed value.
#[derive(Clone, Debug, PartialEq)]
pub struct Value {
    /// Before `output`, in the raw unit (for a mean of items of different range and for a score of scores: 0 to 1).
    pub raw: Private<f64>,
    /// After `output`, unrounded; this is *the* value of the score.
    pub value: Private<f64>,
    /// The T score, where the definition has norms.
    pub t_score: Option<Private<f64>>,
    /// Whether a sum was prorated.
    pub prorated: bool,
    /// The place of the band in the definition's list.
    pub band: Option<usize>,
}

/// Why a score has no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoValue {
    /// Fewer answers than the missing-item rule needs.
    #[error("{answered} of {of} items answered, at least {needed} needed")]
    TooFewAnswers {
        /// Answered items.
        answered: u32,
        /// Items that count for the rule.
        of: u32,
        /// How many answers are needed.
        needed: u32,
    },
    /// No item of the score applied to this week.
    #[error("none of its items applied")]
    NothingApplies,
    /// A score of scores of which a part has no value.
    #[error("`{part}` has no value")]
    PartWithoutValue {
        /// The first such part.
        part: ScoreId,
    },
}

/// Every step from the answers to the raw score.
#[derive(Clone, Debug, PartialEq)]
pub enum Steps {
    /// A score over items.
    Items {
        /// One step an item, in the order of the definition.
        steps: Vec<ItemStep>,
        /// The missing-item rule.
        missing: Missing,
    },
    /// A score of scores.
    Parts {
        /// One step a part, in the order of the definition.
        steps: Vec<PartStep>,
    },
}

/// What one item gives to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemStep {
    /// Which item.
    pub item: ItemId,
    /// What came back; `None` if it was not asked or left out.
    pub response: Option<Response>,
    /// The lowest and highest value of the item.
    pub range: Range,
    /// The answer as a number.
    pub number: Option<Private<f64>>,
    /// Whether the item is reverse-scored.
    pub reversed: bool,
    /// The number after reversal.
    pub turned: Option<Private<f64>>,
    /// The number on 0 to 1, where the items of the score have different ranges.
    pub place: Option<Private<f64>>,
    /// The item's weight.
    pub weight: f64,
}

/// What one part gives to a score of scores.
#[derive(Clone, Debug, PartialEq)]
pub struct PartStep {
    /// Which score.
    pub score: ScoreId,
    /// Its value.
    pub value: Option<Private<f64>>,
    /// Its range.
    pub range: Range,
    /// Whether it is turned round.
    pub reversed: bool,
    /// Its place on 0 to 1, turned round where that is so.
    pub place: Option<Private<f64>>,
    /// Its weight.
    pub weight: f64,
}
