//! Owns the ranges of scores: what can be attained, and what is put out.

use crate::questionnaire::{Basis, Item, Method, Questionnaire, Range, Score};

/// The range of a mean over items of different range, and of a score of scores, before `output`.
pub(super) const UNIT: Range = Range { from: 0.0, to: 1.0 };

/// Returns the lowest and highest value that a score can have, after `output`.
pub fn score_range(questionnaire: &Questionnaire, score: &Score) -> Range {
    score.output.unwrap_or_else(|| attainable(score, questionnaire))
}

/// Returns the lowest and highest raw score.
pub(super) fn attainable(score: &Score, questionnaire: &Questionnaire) -> Range {
    let Basis::Items { weights, method, .. } = &score.basis else { return UNIT };
    let items = items_of(score, questionnaire);
    let weight = |item: &&Item| weights.get(&item.id).copied().unwrap_or(1.0);
    match method {
        Method::Mean if takes_unit_interval(&items) => UNIT,
        Method::Mean => items.first().and_then(|item| item.range()).unwrap_or(UNIT),
        Method::Count(_) => Range { from: 0.0, to: items.iter().map(weight).sum() },
        Method::Sum => {
            let end = |of: fn(Range) -> f64| {
                items.iter().map(|item| weight(item) * item.range().map_or(0.0, of)).sum()
            };
            Range { from: end(|range| range.from), to: end(|range| range.to) }
        }
    }
}

/// Returns the items behind a score, each once, in order; of a score of scores those of its parts.
pub(crate) fn items_of<'q>(score: &Score, questionnaire: &'q Questionnaire) -> Vec<&'q Item> {
    match &score.basis {
        Basis::Items { items, .. } => {
            items.iter().filter_map(|id| questionnaire.item(id)).collect()
        }
        Basis::Scores { scores, .. } => {
            let mut all: Vec<&Item> = Vec::new();
            for part in scores.iter().filter_map(|id| questionnaire.score(id)) {
                for item in items_of(part, questionnaire) {
                    if all.iter().all(|known| known.id != item.id) {
                        all.push(item);
                    }
                }
            }
            all
        }
    }
}

/// Returns whether items have different ranges, so that each is taken on 0 to 1.
pub(super) fn takes_unit_interval(items: &[&Item]) -> bool {
    items.iter().any(|item| item.range() != items[0].range())
}
