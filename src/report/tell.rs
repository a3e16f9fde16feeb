//! Owns which verdicts of a report are told, in which order, and which are told together.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::build::ScoreHistory;
use super::model::{Figure, Judgement, Period, ScoreLine, Section};
use super::plot::ShiftMark;
use super::verdict::Telling;
use super::wording::{joined, range_in_figures};
use crate::language::message;
use crate::trend::{Began, Figures, Judged, Reading, Row, Shift, Verdict, judge_latest};

/// A series that was judged, with what its sentences need.
pub(super) struct Judging<'a> {
    pub(super) history: &'a ScoreHistory,
    judged: Judged,
}

/// Judges a series and returns what is said of its reading on `date`, and of the shifts recorded
/// since `from`.
pub fn judgement(history: &ScoreHistory, days: (NaiveDate, NaiveDate)) -> Option<Judgement> {
    Judging::new(history).judgement(days)
}

impl<'a> Judging<'a> {
    pub(super) fn new(history: &'a ScoreHistory) -> Self {
        let range = (history.range.from, history.range.to);
        let entries = history.series.entries(range, &history.baselines);
        Self { history, judged: judge_latest(&entries, history.setup) }
    }

    /// Returns the readings that have a value, each with its row.
    pub(super) fn readings(&self) -> impl Iterator<Item = (&'a Reading, &Row)> {
        let readings = self.history.series.readings.iter();
        readings.filter(|reading| reading.value.is_some()).zip(&self.judged.rows)
    }

    /// Returns what the sentences for a row need.
    pub(super) fn telling(&self, row: &Row) -> Telling {
        let ScoreHistory { better, range, setup, .. } = self.history;
        let since = self.judged.rows[row.segment_start].date;
        let range = (range.from, range.to);
        Telling { better: *better, together: setup.together, range, since }
    }

    /// Returns a score on 0 to 100 as a figure in the score's own unit.
    pub(super) fn figure(&self, score: f64) -> Figure {
        Figure::new(self.own(score))
    }

    fn own(&self, score: f64) -> f64 {
        let range = self.history.range;
        range.from + score / 100.0 * (range.to - range.from)
    }

    /// Returns the recorded shifts that lie in a period.
    pub(super) fn shifts(&self, period: Period) -> Vec<ShiftMark> {
        let lies_in = |shift: &&Shift| period.from <= shift.date && shift.date <= period.to;
        let mark = |shift: &Shift| ShiftMark {
            date: shift.date,
            is_up: shift.after > shift.before,
            confirmed_on: shift.confirmed_on,
            levels: (self.figure(shift.before), self.figure(shift.after)),
            between: (shift.earliest, shift.latest),
            words: self.in_words(shift),
        };
        self.judged.shifts.iter().filter(lies_in).map(mark).collect()
    }

    fn in_words(&self, shift: &Shift) -> String {
        let row = self.judged.rows.iter().find(|row| row.date == shift.confirmed_on);
        row.map(|row| self.telling(row).shift(shift)).unwrap_or_default()
    }

    /// Returns what is said of the reading on `date`, and of the shifts recorded since `from`.
    pub(super) fn judgement(&self, (from, date): (NaiveDate, NaiveDate)) -> Option<Judgement> {
        let row = self.judged.rows.iter().rfind(|row| row.date == date)?.clone();
        let telling = self.telling(&row);
        let earlier = |shift: &&Shift| from <= shift.confirmed_on && shift.confirmed_on < date;
        let shifts = self.judged.shifts.iter().filter(earlier);
        Some(Judgement {
            shifts: shifts.map(|shift| telling.shift(shift)).collect(),
            sentences: telling.sentences(&row),
            drift: telling.drift(&row.drift),
            usual_range: row.figures.as_ref().map(|Figures { range: (low, high), .. }| {
                range_in_figures((self.own(*low), self.own(*high)))
            }),
            thresholds: self.judged.thresholds,
            row,
        })
    }
}

/// Returns the verdicts as paragraphs: what stands out first, each on its own; then what is usual,
/// together; then what is too early, together where the words are the same.
pub(super) fn paragraphs(sections: &[Section]) -> Vec<String> {
    let told: Vec<(&ScoreLine, &Judgement)> = sections
        .iter()
        .flat_map(|section| &section.scores)
        .filter_map(|line| Some((line, line.judgement.as_ref()?)))
        .collect();
    let of = |wanted: fn(Verdict) -> bool| {
        told.iter().filter(move |(_, judgement)| wanted(judgement.row.verdict))
    };
    let stands_out = |verdict| !matches!(verdict, Verdict::Usual | Verdict::TooEarly);
    let mut paragraphs: Vec<String> = of(stands_out)
        .map(|(line, judgement)| format!("{}: {}", line.title, judgement.sentences.join(" ")))
        .collect();
    for (line, judgement) in &told {
        paragraphs.extend(judgement.shifts.iter().map(|words| format!("{}: {words}", line.title)));
    }
    let (since_shift, as_ever): (Vec<_>, Vec<_>) = of(|verdict| verdict == Verdict::Usual)
        .copied()
        .partition(|(_, judgement)| judgement.row.began == Began::Shift);
    for (line, judgement) in since_shift {
        paragraphs.push(format!("{}: {}", line.title, judgement.sentences.join(" ")));
    }
    paragraphs.extend(usual(&as_ever));
    let early: Vec<_> = of(|verdict| verdict == Verdict::TooEarly).copied().collect();
    paragraphs.extend(too_early(&early, early.len() == told.len()));
    for (line, judgement) in &told {
        use crate::trend::DriftVerdict::{Falling, Rising};
        let drifts = matches!(judgement.row.drift.verdict, Rising | Falling) || told.len() == 1;
        if let Some(drift) = judgement.drift.as_ref().filter(|_| drifts) {
            paragraphs.push(format!("{}: {drift}", line.title));
        }
    }
    paragraphs
}

fn usual(told: &[(&ScoreLine, &Judgement)]) -> Option<String> {
    match told {
        [] => None,
        [(line, judgement)] => Some(format!("{}: {}", line.title, judgement.sentences.join(" "))),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|(line, judgement)| {
                    let range = judgement.usual_range.as_deref().unwrap_or_default();
                    format!("{} ({range})", line.title)
                })
                .collect();
            Some(message!("several-usual", scores = joined(&names)))
        }
    }
}

fn too_early(told: &[(&ScoreLine, &Judgement)], is_all: bool) -> Vec<String> {
    let mut by_words: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (line, judgement) in told {
        by_words.entry(judgement.sentences.join(" ")).or_default().push(&line.title);
    }
    let alike = by_words.len() == 1 && is_all;
    by_words
        .into_iter()
        .map(|(words, titles)| if alike { words } else { format!("{}: {words}", joined(&titles)) })
        .collect()
}
