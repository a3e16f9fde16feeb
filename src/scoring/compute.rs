//! Owns the computation of scores. One computation serves the score and its explanation, so that
//! they cannot disagree.

use std::collections::BTreeMap;

use super::arithmetic::{Raw, Term, combine, map, part_place};
use super::band::{band_of, t_score};
use super::missing::{lacking, tally};
use super::range::{UNIT, attainable, items_of, score_range, takes_unit_interval};
use super::score::{ItemStep, NoValue, PartStep, ScoreResult, Steps, Tally, Value};
use crate::checkin::{Answer, Private, Response, Responses};
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
    let outcome = raw.map(|raw| value(score, raw, || attainable(score, questionnaire)));
    (ScoreResult { id: score.id.clone(), tally, outcome }, steps)
}

/// Takes a raw score to its value; `attainable` is the range of raw scores.
pub(super) fn value(score: &Score, raw: Raw, attainable: impl FnOnce() -> Range) -> Value {
    let value = match score.output {
        Some(output) => map(raw.value, attainable(), output),
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
        let (terms, steps): (Vec<Term>, Vec<ItemStep>) =
            items.iter().map(|item| self.step(item, responses.get(&item.id), unit)).unzip();
        let raw = match lacking(self.missing, tally) {
            Some(reason) => Err(reason),
            None => Ok(combine(terms.iter().copied(), self.method, self.missing)),
        };
        (raw, Steps::Items { steps, missing: self.missing })
    }

    fn step(&self, item: &Item, response: Option<&Response>, unit: bool) -> (Term, ItemStep) {
        let range = item.range().unwrap_or(UNIT);
        let reversed = self.reverse.contains(&item.id);
        let weight = self.weights.get(&item.id).copied().unwrap_or(1.0);
        let number = response.and_then(Response::answer).and_then(Answer::as_number);
        let term = Term::new(number, (range, weight), reversed, unit);
        let step = ItemStep {
            item: item.id.clone(),
            response: response.cloned(),
            range,
            number: number.map(Private),
            reversed,
            turned: term.turned.map(Private),
            place: term.place.map(Private),
            weight,
        };
        (term, step)
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
        let place = value.as_ref().map(|value| part_place(value.0, range, reversed));
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
