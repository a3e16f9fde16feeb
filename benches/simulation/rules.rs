//! The usual rules on the same data: share of unchanged person-years with an alarm.

use std::fmt::Write as _;

use checkin::trend::{Setup, judge};

use crate::is_clear;
use crate::person::{Life, Random};

/// Check-ins before the 52 weeks that count.
const BASELINE: usize = 12;

type Rule = fn(&[f64]) -> bool;

/// Returns a table of false alarms for phi 0, .3 and .5.
pub(crate) fn table(persons: u64) -> String {
    let rules: [(&str, Rule); 5] = [
        ("XmR chart, rule 1 (2.66 times the mean moving range)", xmr),
        ("EWMA, lambda .2, L 2.86", ewma),
        ("reliable change index (SD 20, r .8) against the first score", rci_first),
        ("reliable change index (SD 20, r .8) against last week", rci_last),
        ("**best split, clear**", best_split),
    ];
    let mut text = String::from(
        "Unchanged persons with an alarm within a year, after 12 check-ins, in %:\n\n\
         | rule | phi 0 | phi .3 | phi .5 |\n| --- | --- | --- | --- |\n",
    );
    for (name, rule) in rules {
        let _ = write!(text, "| {name} |");
        for (cell, phi) in [(70, 0.0), (71, 0.3), (72, 0.5)] {
            let life = Life { phi, ..Life::default() };
            let alarms = (0..persons).filter(|number| {
                let (entries, _) = life.lived(&mut Random::new(cell * 1_000_003 + number));
                let scores: Vec<f64> = entries.iter().map(|entry| entry.score).collect();
                rule(&scores)
            });
            let count = u32::try_from(alarms.count()).expect("a count of persons");
            let persons = u32::try_from(persons).expect("a count of persons");
            let _ = write!(text, " {:.0} |", 100.0 * f64::from(count) / f64::from(persons));
        }
        text.push('\n');
    }
    text
}

#[expect(clippy::cast_precision_loss, reason = "a few check-ins")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Returns the mean of the baseline and the mean of its moving ranges.
fn baseline(scores: &[f64]) -> (f64, f64) {
    let before = &scores[..BASELINE];
    let ranges: Vec<f64> = before.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    (mean(before), mean(&ranges))
}

/// Returns the sample's standard deviation; the moving range would shrink with autocorrelated weeks.
#[expect(clippy::cast_precision_loss, reason = "a few check-ins")]
fn spread(values: &[f64]) -> f64 {
    let centre = mean(values);
    let squares: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    (squares / (values.len() as f64 - 1.0)).sqrt()
}

fn xmr(scores: &[f64]) -> bool {
    let (centre, range) = baseline(scores);
    scores[BASELINE..].iter().any(|score| (score - centre).abs() > 2.66 * range)
}

fn ewma(scores: &[f64]) -> bool {
    const LAMBDA: f64 = 0.2;
    let (centre, sigma) = (mean(&scores[..BASELINE]), spread(&scores[..BASELINE]));
    let mut average = centre;
    let mut weeks = 0;
    scores[BASELINE..].iter().any(|score| {
        weeks += 1;
        average += LAMBDA * (score - average);
        let width = (LAMBDA / (2.0 - LAMBDA) * (1.0 - (1.0 - LAMBDA).powi(2 * weeks))).sqrt();
        (average - centre).abs() > 2.86 * sigma * width
    })
}

/// The difference that the index calls reliable: 1.96 · SD · √2 · √(1 − r) (Jacobson and Truax 1991).
fn reliable() -> f64 {
    1.96 * 20.0 * 2.0f64.sqrt() * (1.0f64 - 0.8).sqrt()
}

fn rci_first(scores: &[f64]) -> bool {
    scores[BASELINE..].iter().any(|score| (score - scores[0]).abs() >= reliable())
}

fn rci_last(scores: &[f64]) -> bool {
    scores[BASELINE - 1..].windows(2).any(|pair| (pair[1] - pair[0]).abs() >= reliable())
}

fn best_split(scores: &[f64]) -> bool {
    let first = chrono::NaiveDate::from_ymd_opt(2020, 1, 3).expect("a Friday");
    let entries: Vec<_> = scores
        .iter()
        .zip((0..).step_by(7))
        .map(|(score, days)| checkin::trend::Entry {
            date: first + chrono::Days::new(days),
            score: *score,
            starts_afresh: false,
        })
        .collect();
    judge(&entries, Setup::default()).rows[BASELINE..].iter().any(|row| is_clear(row.verdict))
}
