//! Owns whether a value can come from answers at all: a score of whole answers goes in steps.

use std::collections::BTreeSet;

use super::arithmetic::map;
use super::range::{attainable, takes_unit_interval};
use crate::questionnaire::{Basis, Item, ItemKind, Method, Need, Questionnaire, Score};

/// Different sums that are looked at; beyond them nothing is said.
const MOST_SUMS: usize = 20_000;

/// What can be said of a value of a score that is known without its answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attained {
    /// Some answers give it, or it cannot be told.
    Possible,
    /// Answers to all items do not give it; if some are missing, the rest may.
    OnlyWithMissing,
    /// No answers give it.
    Never,
}

/// Tells whether answers can give `value`, rounded to within `tolerance`, for a sum or mean of items that each
/// have a limited number of answers and the weight 1. Of other scores nothing is told.
pub fn attained(
    questionnaire: &Questionnaire,
    score: &Score,
    (value, tolerance): (f64, f64),
) -> Attained {
    let Some(values) = complete_values(questionnaire, score) else { return Attained::Possible };
    if values.iter().any(|known| (known - value).abs() <= tolerance + 1e-6) {
        return Attained::Possible;
    }
    match &score.basis {
        Basis::Items { items, missing, .. } => match missing.need {
            Need::AtLeast(needed) if usize::try_from(needed).is_ok_and(|n| n >= items.len()) => {
                Attained::Never
            }
            _ => Attained::OnlyWithMissing,
        },
        Basis::Scores { .. } => Attained::Possible,
    }
}

/// Returns the values, after `output`, that answers to all items give.
#[expect(clippy::cast_precision_loss, reason = "sums and counts far below 2^53")]
fn complete_values(questionnaire: &Questionnaire, score: &Score) -> Option<Vec<f64>> {
    let Basis::Items { items, reverse, weights, method, .. } = &score.basis else { return None };
    let of_score: Vec<&Item> =
        items.iter().map(|id| questionnaire.item(id)).collect::<Option<_>>()?;
    if !weights.is_empty() || matches!(method, Method::Count(_)) || takes_unit_interval(&of_score) {
        return None;
    }
    let mut sums = BTreeSet::from([0]);
    for item in &of_score {
        let range = item.range()?;
        let turned = reverse.contains(&item.id);
        let answers: Vec<i64> = answers_of(item)?
            .into_iter()
            .map(|answer| if turned { range.from + range.to - answer } else { answer })
            .map(in_millionths)
            .collect::<Option<_>>()?;
        sums = sums.iter().flat_map(|sum| answers.iter().map(move |answer| sum + answer)).collect();
        if sums.len() > MOST_SUMS {
            return None;
        }
    }
    let count = of_score.len() as f64;
    let raw = sums.into_iter().map(|sum| {
        let sum = sum as f64 / 1e6;
        if *method == Method::Mean { sum / count } else { sum }
    });
    let range = attainable(score, questionnaire);
    let shown = |raw: f64| score.output.map_or(raw, |output| map(raw, range, output));
    Some(raw.map(shown).collect())
}

/// Returns the answers that an item can have; `None` where any number in a range is one.
fn answers_of(item: &Item) -> Option<Vec<f64>> {
    match &item.kind {
        ItemKind::Scale { options } => Some(options.iter().map(|option| option.value).collect()),
        ItemKind::YesNo => Some(vec![0.0, 1.0]),
        ItemKind::Number { min: Some(min), max: Some(max), step: Some(step), .. } => {
            let count = ((max - min) / step).floor();
            (count <= 1000.0).then(|| {
                let places = (0u32..).take_while(|place| f64::from(*place) <= count);
                places.map(|place| min + f64::from(place) * step).collect()
            })
        }
        _ => None,
    }
}

/// Returns a value as a whole number of millionths, where it is small enough.
#[expect(clippy::cast_possible_truncation, reason = "held to a range in which it is exact")]
fn in_millionths(value: f64) -> Option<i64> {
    (value.abs() <= 1e6).then(|| (value * 1e6).round() as i64)
}
