//! The naive computation, written from the rules of the format over plain data.

use std::collections::BTreeMap;

use super::plan::{Given, Method, Plan, Rule, Score, Summary, range};

/// How often each feature occurred.
pub(super) type Seen = BTreeMap<&'static str, u32>;

/// A score's value, and the lowest and highest it can be.
pub(super) type Scored = (Option<f64>, (f64, f64));

/// The answered items of a score: number after reversal, place on 0 to 1, weight.
struct Answers {
    answered: Vec<(f64, f64, f64)>,
    applicable: u32,
    ranges: Vec<(f64, f64)>,
}

fn count(seen: &mut Seen, what: &'static str) {
    *seen.entry(what).or_insert(0) += 1;
}

fn gather(score: &Score, plan: &Plan, given: &[Given], seen: &mut Seen) -> Answers {
    let ranges = score.items.iter().map(|item| range(&plan.items[*item].kind)).collect();
    let mut answers = Answers { answered: Vec::new(), applicable: 0, ranges };
    for (place, item) in score.items.iter().enumerate() {
        let (low, high) = answers.ranges[place];
        match given[*item] {
            Given::Answer(x) => {
                let x = if score.reverse[place] { low + high - x } else { x };
                answers.answered.push((x, (x - low) / (high - low), score.weights[place]));
                answers.applicable += 1;
            }
            Given::Skipped | Given::LeftOut if plan.items[*item].optional => {
                count(seen, "optional skipped");
            }
            Given::Skipped | Given::LeftOut => answers.applicable += 1,
            Given::NotApplicable => count(seen, "not applicable"),
            Given::NotAsked => count(seen, "not asked"),
        }
    }
    answers
}

#[expect(clippy::cast_precision_loss, reason = "a few items")]
fn is_enough(score: &Score, answers: &Answers, seen: &mut Seen) -> bool {
    let answered = answers.answered.len();
    match score.rule {
        Rule::Default => answered == score.items.len(),
        Rule::AtLeast(n) => answered >= n,
        Rule::Share(share) => {
            count(seen, "share");
            answers.applicable > 0
                && answered as f64 / f64::from(answers.applicable) >= share - 1e-12
        }
    }
}

/// Returns the score's value, if it has one, and the range it is put out on.
pub(super) fn naive(score: &Score, plan: &Plan, given: &[Given], seen: &mut Seen) -> Scored {
    let answers = gather(score, plan, given, seen);
    let attainable = attainable(score, &answers.ranges);
    let put_out = score.output.unwrap_or(attainable);
    if !is_enough(score, &answers, seen) || answers.answered.is_empty() {
        count(seen, "no value");
        return (None, put_out);
    }
    let raw = raw(score, &answers, seen);
    let (low, high) = attainable;
    let value = match score.output {
        None => raw,
        Some((from, to)) => from + (raw - low) / (high - low) * (to - from),
    };
    (Some(value), put_out)
}

fn is_mixed(ranges: &[(f64, f64)]) -> bool {
    ranges.iter().any(|range| *range != ranges[0])
}

fn attainable(score: &Score, ranges: &[(f64, f64)]) -> (f64, f64) {
    let ends = |end: fn(&(f64, f64)) -> f64| -> f64 {
        ranges.iter().zip(&score.weights).map(|(range, weight)| end(range) * weight).sum()
    };
    match score.method {
        Method::Mean if is_mixed(ranges) => (0.0, 1.0),
        Method::Mean => ranges[0],
        Method::Sum => (ends(|range| range.0), ends(|range| range.1)),
        Method::CountAtLeast(_) | Method::CountAtMost(_) => (0.0, score.weights.iter().sum()),
    }
}

fn raw(score: &Score, answers: &Answers, seen: &mut Seen) -> f64 {
    let answered = &answers.answered;
    let complete = answered.len() == score.items.len();
    let weights: f64 = answered.iter().map(|(_, _, w)| w).sum();
    let added: f64 = answered.iter().map(|(x, _, w)| w * x).sum();
    let place: f64 = answered.iter().map(|(_, u, w)| w * u).sum::<f64>() / weights;
    let mixed = is_mixed(&answers.ranges);
    if !complete {
        count(seen, "missing");
    }
    if score.reverse.contains(&true) {
        count(seen, "reversed");
    }
    let counted = |meets: &dyn Fn(f64) -> bool| {
        answered.iter().filter(|(x, _, _)| meets(*x)).map(|(_, _, w)| w).sum()
    };
    match score.method {
        Method::Mean if mixed => {
            count(seen, "mean of mixed ranges");
            place
        }
        Method::Mean => added / weights,
        Method::Sum if complete || !score.prorate => added,
        Method::Sum if mixed => {
            count(seen, "prorated over mixed ranges");
            let (lowest, highest) = attainable(score, &answers.ranges);
            lowest + place * (highest - lowest)
        }
        Method::Sum => {
            count(seen, "prorated");
            added / weights * score.weights.iter().sum::<f64>()
        }
        Method::CountAtLeast(limit) => {
            count(seen, "count");
            counted(&|x| x >= limit)
        }
        Method::CountAtMost(limit) => {
            count(seen, "count");
            counted(&|x| x <= limit)
        }
    }
}

/// Returns the value of a score of scores, if every part has one.
pub(super) fn naive_summary(summary: &Summary, parts: &[Scored]) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    let steps = summary.parts.iter().zip(&summary.reverse).zip(&summary.weights);
    for ((part, turned), weight) in steps {
        let (value, (low, high)) = parts[*part];
        let place = (value? - low) / (high - low);
        sum += weight * if *turned { 1.0 - place } else { place };
        weights += weight;
    }
    Some(summary.output.0 + sum / weights * (summary.output.1 - summary.output.0))
}
