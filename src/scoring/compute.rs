//! Owns the computation of scores. One computation serves the score and its explanation, so that
//! they cannot disagree.

use std::collections::BTreeMap;

use super::band::{band_of, t_score};
use super::missing::{lacking, tally};
use super::range::{attainable, items_of, score_range, takes_unit_interval};
use super::score::{ItemStep, NoValue, PartStep, ScoreResult, Steps, Tally, Value};
use crate::checkin::Private;
use crate::checkin::response::Responses;
use crate::questionnaire::{
    Basis, Item, ItemId, Method, Missing, Questionnaire, Range, Score, ScoreId,
};

/// Computes all scores of a questionnaire, in the order of its definition.
///
/// `responses` have been checked against it; an item without a response counts as passed over.
pub fn score(questionnaire: &Questionnaire, responses: &Responses) -> Vec<ScoreResult> {
    questionnaire.scores.iter().map(|score| compute(score, questionnaire, responses).0).collect()
}

/// Computes one score with every step.
pub(super) fn compute(
    score: &Score,
    questionnaire: &Questionnaire,
    responses: &Responses,
) -> (ScoreResult, Steps) {
    let tally = tally(items_of(score, questionnaire).into_iter(), questionnaire, responses);
    let (raw, steps) = match &score.basis {
        Basis::Items { items, reverse, weights, method, missing } => {
            let sum = Summed { items, reverse, weights, method: *method, missing: *missing };
            sum.compute(questionnaire, responses, tally)
        }
        Basis::Scores { scores, reverse, weights } => {
            parts(scores, reverse, weights, (questionnaire, responses))
        }
    };
    let outcome = raw.map(|raw| value(score, questionnaire, raw));
    (ScoreResult { id: score.id.clone(), tally, outcome }, steps)
}

fn value(score: &Score, questionnaire: &Questionnaire, raw: Raw) -> Value {
    let value = match score.output {
        Some(output) => map(raw.value, attainable(score, questionnaire), output),
        None => raw.value,
    };
    Value {
        raw: Private(raw.value),
        value: Private(value),
        t_score: score.t_score.as_ref().map(|norms| Private(t_score(norms, value))),
        prorated: raw.prorated,
        band: band_of(score, value),
    }
}

/// Maps a value linearly from one range onto another.
fn map(value: f64, from: Range, to: Range) -> f64 {
    to.from + (value - from.from) / (from.to - from.from) * (to.to - to.from)
}

#[derive(Clone, Copy)]
struct Raw {
    value: f64,
    prorated: bool,
}

/// A score over items.
struct Summed<'a> {
    items: &'a [ItemId],
    reverse: &'a [ItemId],
    weights: &'a BTreeMap<ItemId, f64>,
    method: Method,
    missing: Missing,
}

impl Summed<'_> {
    fn compute(
        &self,
        questionnaire: &Questionnaire,
        responses: &Responses,
        tally: Tally,
    ) -> (Result<Raw, NoValue>, Steps) {
        let items: Vec<&Item> = self.items.iter().filter_map(|id| questionnaire.item(id)).collect();
        let unit = takes_unit_interval(&items);
        let steps: Vec<ItemStep> =
            items.iter().map(|item| self.step(item, responses.get(&item.id), unit)).collect();
        let raw = match lacking(self.missing, tally) {
            Some(reason) => Err(reason),
            None => Ok(self.combine(&steps)),
        };
        (raw, Steps::Items { steps, missing: self.missing })
    }

    fn step(
        &self,
        item: &Item,
        response: Option<&crate::checkin::Response>,
        unit: bool,
    ) -> ItemStep {
        let range = item.range().unwrap_or(Range { from: 0.0, to: 1.0 });
        let reversed = self.reverse.contains(&item.id);
        let number = response
            .and_then(|r| r.answer())
            .and_then(super::super::checkin::response::Answer::as_number);
        let turned = number.map(|x| if reversed { range.from + range.to - x } else { x });
        ItemStep {
            item: item.id.clone(),
            response: response.cloned(),
            range,
            number: number.map(Private),
            reversed,
            turned: turned.map(Private),
            place: turned
                .filter(|_| unit)
                .map(|x| Private((x - range.from) / (range.to - range.from))),
            weight: self.weights.get(&item.id).copied().unwrap_or(1.0),
        }
    }

    fn combine(&self, steps: &[ItemStep]) -> Raw {
        let complete = |value| Raw { value, prorated: false };
        match self.method {
            Method::Mean => complete(weighted_mean(steps, ItemStep::counted)),
            Method::Count(limit) => {
                let meets =
                    |step: &&ItemStep| step.turned.as_ref().is_some_and(|x| limit.is_met_by(x.0));
                complete(steps.iter().filter(meets).map(|step| step.weight).sum())
            }
            Method::Sum => {
                let all_answered = steps.iter().all(|step| step.turned.is_some());
                if all_answered || !self.missing.prorate {
                    let added =
                        steps.iter().filter_map(|step| Some(step.weight * step.turned.as_ref()?.0));
                    return complete(added.sum());
                }
                Raw { value: prorated_sum(steps), prorated: true }
            }
        }
    }
}

/// Σ w·x / Σ w over the answered items.
fn weighted_mean(steps: &[ItemStep], x: impl Fn(&ItemStep) -> Option<f64>) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for step in steps {
        if let Some(x) = x(step) {
            sum += step.weight * x;
            weights += step.weight;
        }
    }
    sum / weights
}

/// The mean of the answered items times Σ w of all; items of different range are taken on 0 to 1,
/// and the mean place is applied to the range of every item.
fn prorated_sum(steps: &[ItemStep]) -> f64 {
    let all: f64 = steps.iter().map(|step| step.weight).sum();
    if steps.iter().all(|step| step.range == steps[0].range) {
        return weighted_mean(steps, |step| step.turned.as_ref().map(|x| x.0)) * all;
    }
    let place = weighted_mean(steps, |step| step.place.as_ref().map(|x| x.0));
    let lowest: f64 = steps.iter().map(|step| step.weight * step.range.from).sum();
    let span: f64 = steps.iter().map(|s| s.weight * (s.range.to - s.range.from)).sum();
    lowest + place * span
}

impl ItemStep {
    /// The number that goes into a mean: on 0 to 1 where items have different ranges.
    fn counted(&self) -> Option<f64> {
        self.place.as_ref().or(self.turned.as_ref()).map(|x| x.0)
    }
}

/// The mean of other scores, each on 0 to 1 of its own range.
fn parts(
    scores: &[ScoreId],
    reverse: &[ScoreId],
    weights: &BTreeMap<ScoreId, f64>,
    (questionnaire, responses): (&Questionnaire, &Responses),
) -> (Result<Raw, NoValue>, Steps) {
    let mut steps = Vec::with_capacity(scores.len());
    let mut without = None;
    let (mut sum, mut all) = (0.0, 0.0);
    for part in scores.iter().filter_map(|id| questionnaire.score(id)) {
        let (result, _) = compute(part, questionnaire, responses);
        let range = score_range(questionnaire, part);
        let reversed = reverse.contains(&part.id);
        let weight = weights.get(&part.id).copied().unwrap_or(1.0);
        let value = result.outcome.ok().map(|value| value.value);
        let place = value.as_ref().map(|value| {
            let place = (value.0 - range.from) / (range.to - range.from);
            if reversed { 1.0 - place } else { place }
        });
        match place {
            Some(place) => sum += weight * place,
            None => without = without.or_else(|| Some(part.id.clone())),
        }
        all += weight;
        let place = place.map(Private);
        steps.push(PartStep { score: part.id.clone(), value, range, reversed, place, weight });
    }
    let raw = match without {
        Some(part) => Err(NoValue::PartWithoutValue { part }),
        None => Ok(Raw { value: sum / all, prorated: false }),
    };
    (raw, Steps::Parts { steps })
}
