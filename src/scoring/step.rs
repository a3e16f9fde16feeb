//! Owns the smallest step of a score: below it no spread can be told.

use super::range::items_of;
use crate::questionnaire::{Item, ItemKind, Questionnaire, Score};

/// Returns the smallest spread of a score in points of 0 to 100: one step of one item.
///
/// That is 100 / Σ over the score's items of their steps: options − 1 on a scale, 1 for yes-no,
/// (max − min) / step for a number, 100 without a step. Weights are ignored. A score of scores has
/// the items of all its parts together.
pub fn smallest_spread(questionnaire: &Questionnaire, score: &Score) -> f64 {
    let steps: f64 = items_of(score, questionnaire).into_iter().map(steps).sum();
    100.0 / steps.max(1.0)
}

#[expect(clippy::cast_precision_loss, reason = "a scale has at most 100 options")]
fn steps(item: &Item) -> f64 {
    match &item.kind {
        ItemKind::Scale { options } => (options.len() - 1) as f64,
        ItemKind::Number { min: Some(min), max: Some(max), step: Some(step), .. } => {
            (max - min) / step
        }
        ItemKind::Number { .. } => 100.0,
        ItemKind::YesNo => 1.0,
        ItemKind::Many { .. } | ItemKind::Text => 0.0,
    }
}
