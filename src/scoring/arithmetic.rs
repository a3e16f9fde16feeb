//! Owns the arithmetic of a score, from its terms to the raw value. The explained computation and the
//! plan for many check-ins both go through it, so that they cannot disagree in a bit.

use crate::questionnaire::{Method, Missing, Range};

/// What one item gives to a score.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub(super) weight: f64,
    pub(super) range: Range,
    /// The answer's number after reversal.
    pub(super) turned: Option<f64>,
    /// The same on 0 to 1, where the items of the score have different ranges.
    pub(super) place: Option<f64>,
}

/// A score before `output`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Raw {
    pub(super) value: f64,
    pub(super) prorated: bool,
}

impl Term {
    /// Makes the term of an item from its answer: reversed is lowest + highest of its scale, minus the answer.
    pub(super) fn new(
        number: Option<f64>,
        (range, weight): (Range, f64),
        reversed: bool,
        unit: bool,
    ) -> Self {
        let turned = number.map(|x| if reversed { range.from + range.to - x } else { x });
        let place = turned.filter(|_| unit).map(|x| (x - range.from) / (range.to - range.from));
        Self { weight, range, turned, place }
    }

    /// The number that goes into a mean: on 0 to 1 where items have different ranges.
    fn counted(&self) -> Option<f64> {
        self.place.or(self.turned)
    }
}

/// Combines the terms of a score that has enough answers.
pub(super) fn combine(
    terms: impl Iterator<Item = Term> + Clone,
    method: Method,
    missing: Missing,
) -> Raw {
    let complete = |value| Raw { value, prorated: false };
    match method {
        Method::Mean => complete(weighted_mean(terms, Term::counted)),
        Method::Count(limit) => {
            let meets = |term: &Term| term.turned.is_some_and(|x| limit.is_met_by(x));
            complete(terms.filter(meets).map(|term| term.weight).sum())
        }
        Method::Sum => {
            let all_answered = terms.clone().all(|term| term.turned.is_some());
            if all_answered || !missing.prorate {
                return complete(terms.filter_map(|term| Some(term.weight * term.turned?)).sum());
            }
            Raw { value: prorated_sum(terms), prorated: true }
        }
    }
}

/// Σ w·x / Σ w over the answered items.
fn weighted_mean(terms: impl Iterator<Item = Term>, x: impl Fn(&Term) -> Option<f64>) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for term in terms {
        if let Some(x) = x(&term) {
            sum += term.weight * x;
            weights += term.weight;
        }
    }
    sum / weights
}

/// The mean of the answered items times Σ w of all; items of different range are taken on 0 to 1,
/// and the mean place is applied to the range of every item.
fn prorated_sum(terms: impl Iterator<Item = Term> + Clone) -> f64 {
    let all: f64 = terms.clone().map(|term| term.weight).sum();
    let first = terms.clone().next().map(|term| term.range);
    if terms.clone().all(|term| Some(term.range) == first) {
        return weighted_mean(terms, |term| term.turned) * all;
    }
    let place = weighted_mean(terms.clone(), |term| term.place);
    let lowest: f64 = terms.clone().map(|term| term.weight * term.range.from).sum();
    let span: f64 = terms.map(|t| t.weight * (t.range.to - t.range.from)).sum();
    lowest + place * span
}

/// Returns the place on 0 to 1 of a part's value in its range, turned round where that is so.
pub(super) fn part_place(value: f64, range: Range, reversed: bool) -> f64 {
    let place = (value - range.from) / (range.to - range.from);
    if reversed { 1.0 - place } else { place }
}

/// Maps a value linearly from one range onto another.
pub(super) fn map(value: f64, from: Range, to: Range) -> f64 {
    to.from + (value - from.from) / (from.to - from.from) * (to.to - to.from)
}
