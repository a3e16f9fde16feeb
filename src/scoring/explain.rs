//! Owns the explanation of a score: the result with every step that led to it.

use super::compute::compute;
use super::range::{attainable, score_range};
use super::score::{ScoreResult, Steps};
use crate::checkin::response::Responses;
use crate::questionnaire::{Questionnaire, Range, ScoreId};

/// How a score came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The result; the same computation as [`super::score()`].
    pub result: ScoreResult,
    /// The steps to the raw score.
    pub steps: Steps,
    /// The lowest and highest raw score.
    pub attainable: Range,
    /// The lowest and highest value after `output`.
    pub range: Range,
}

/// Explains a score; `None` if the questionnaire has no such score.
pub fn explain(
    questionnaire: &Questionnaire,
    responses: &Responses,
    id: &ScoreId,
) -> Option<Explanation> {
    let score = questionnaire.score(id)?;
    let (result, steps) = compute(score, questionnaire, responses);
    Some(Explanation {
        result,
        steps,
        attainable: attainable(score, questionnaire),
        range: score_range(questionnaire, score),
    })
}
