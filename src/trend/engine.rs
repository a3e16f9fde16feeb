//! Owns the walk along a series: a verdict for each check-in, confirmed shifts, segments.
//!
//! A likelihood-ratio scan for the best split into *before* and *after*, corrected for autocorrelated
//! and unevenly spaced weeks; `docs/trends.md` says why and how well it does.

use chrono::NaiveDate;

use super::constants::{
    C_LOC, EPS, GAP_DAYS, H_CLEAR, H_POSSIBLE, N_BEFORE, N_CONFIRM, N_HISTORY, PHI0, S0, Z_RANGE,
};
use super::drift::{Drift, drift};
use super::split::{Point, Prior, Split, Sums, estimate_phi};

/// One value of a series, on 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entry {
    /// The day it is about; ascending, each day once.
    pub date: NaiveDate,
    /// The score.
    pub score: f64,
    /// Whether it cannot be compared with what came before: a break, or a baseline begun by hand.
    pub starts_afresh: bool,
}

/// What is known of a series beside its values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setup {
    /// The smallest spread: one step of one item, in points; 100 / Σ (options − 1).
    pub smallest_spread: f64,
    /// The prior within-person SD, in points.
    pub prior_spread: f64,
    /// How many series are judged together (m).
    pub together: u32,
}

impl Default for Setup {
    /// Four items of five options, judged alone.
    fn default() -> Self {
        Self { smallest_spread: 100.0 / 16.0, prior_spread: S0, together: 1 }
    }
}

/// The thresholds on |z|, corrected for the series judged together: sqrt(h² + 2 ln m).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// From here on a change is possible.
    pub possible: f64,
    /// From here on a change is clear.
    pub clear: f64,
}

/// What is said of one check-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Fewer than 6 check-ins in the segment.
    TooEarly,
    /// Within the usual range.
    Usual,
    /// Outside the usual range, without a level reached.
    OutsideRange,
    /// This one check-in is possibly different.
    PossibleWeek,
    /// Two or more check-ins are possibly on another level.
    PossibleShift,
    /// This one check-in is clearly different.
    ClearWeek,
    /// Two or more check-ins are clearly on another level.
    ClearShift,
}

/// Why a segment began where it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Began {
    /// With the first check-in.
    First,
    /// A shift was confirmed; the segment begins with the new level.
    Shift,
    /// More than 26 weeks lay before it.
    Gap,
    /// The score changed its meaning, or a new baseline was begun by hand.
    Afresh,
}

/// The judgement of one check-in.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The day.
    pub date: NaiveDate,
    /// The score on 0 to 100.
    pub score: f64,
    /// Check-ins in the segment, this one included.
    pub n: usize,
    /// Place of the segment's first row, after the cut to the last 104.
    pub segment_start: usize,
    /// Why the segment began.
    pub began: Began,
    /// The verdict.
    pub verdict: Verdict,
    /// The figures; absent when it is too early.
    pub figures: Option<Figures>,
    /// Whether a shift was confirmed with this check-in.
    pub confirmed: bool,
    /// Slow drift.
    pub drift: Drift,
}

/// The figures behind a verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// The autocorrelation from one week to the next.
    pub phi: f64,
    /// z of the best split.
    pub z: f64,
    /// z of this check-in alone.
    pub z_week: f64,
    /// The first day of *after*.
    pub split_date: NaiveDate,
    /// The mean before.
    pub before: f64,
    /// The mean after.
    pub after: f64,
    /// Check-ins before.
    pub n_before: usize,
    /// Check-ins after.
    pub n_after: usize,
    /// The within-person SD at the best split.
    pub spread: f64,
    /// The usual range for this check-in.
    pub range: (f64, f64),
    /// Where the shift may lie at the earliest and the latest; present where a level is reached.
    pub between: Option<(NaiveDate, NaiveDate)>,
}

/// A confirmed shift.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    /// The first day of the new level.
    pub date: NaiveDate,
    /// The day of the check-in that confirmed it.
    pub confirmed_on: NaiveDate,
    /// The mean before.
    pub before: f64,
    /// The mean after.
    pub after: f64,
    /// Where it may lie at the earliest.
    pub earliest: NaiveDate,
    /// Where it may lie at the latest.
    pub latest: NaiveDate,
}

/// A whole series, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// How many series were judged together (m).
    pub together: u32,
    /// The thresholds used.
    pub thresholds: Thresholds,
    /// One row a check-in.
    pub rows: Vec<Row>,
    /// The confirmed shifts, in order.
    pub shifts: Vec<Shift>,
}

/// Judges every check-in of a series. `entries` ascend by date, each date once.
pub fn judge(entries: &[Entry], setup: Setup) -> Judged {
    walk(entries, setup, |_| true)
}

/// Judges every check-in like [`judge`], with the figures of drift for the last one only.
pub fn judge_latest(entries: &[Entry], setup: Setup) -> Judged {
    walk(entries, setup, |place| place + 1 == entries.len())
}

fn walk(entries: &[Entry], setup: Setup, wants_drift: impl Fn(usize) -> bool) -> Judged {
    let correction = 2.0 * f64::from(setup.together.max(1)).ln();
    let thresholds = Thresholds {
        possible: (H_POSSIBLE * H_POSSIBLE + correction).sqrt(),
        clear: (H_CLEAR * H_CLEAR + correction).sqrt(),
    };
    let prior = Prior { spread: setup.prior_spread, smallest_spread: setup.smallest_spread };
    let mut sums = Sums::new(prior);
    let points: Vec<Point> = entries
        .iter()
        .map(|entry| Point { day: day_number(entry.date), score: entry.score })
        .collect();
    let together = setup.together;
    let mut judged = Judged { together, thresholds, rows: Vec::new(), shifts: Vec::new() };
    let (mut start, mut began) = (0, Began::First);
    for (place, entry) in entries.iter().enumerate() {
        if place > 0 && entry.starts_afresh {
            (start, began) = (place, Began::Afresh);
        } else if place > 0 && points[place].day - points[place - 1].day > GAP_DAYS {
            (start, began) = (place, Began::Gap);
        }
        let from = start.max((place + 1).saturating_sub(N_HISTORY));
        let segment = Segment { entries: &entries[from..=place], points: &points[from..=place] };
        let mut row = segment.row(&mut sums, thresholds, (from, began));
        if wants_drift(place) {
            let phi = row.figures.as_ref().map(|figures| figures.phi);
            row.drift = drift(segment.points, phi);
        }
        if let Some((shift, k)) = confirmed(&row) {
            judged.shifts.push(shift);
            (start, began) = (from + k, Began::Shift);
        }
        judged.rows.push(row);
    }
    judged
}

/// Days since the common era, so that differences are whole days.
fn day_number(date: NaiveDate) -> i64 {
    i64::from(chrono::Datelike::num_days_from_ce(&date))
}

struct Segment<'a> {
    entries: &'a [Entry],
    points: &'a [Point],
}

impl Segment<'_> {
    fn row(&self, sums: &mut Sums, thresholds: Thresholds, (from, began): (usize, Began)) -> Row {
        let n = self.points.len();
        let last = self.entries[n - 1];
        let mut row = Row {
            date: last.date,
            score: last.score,
            n,
            segment_start: from,
            began,
            verdict: Verdict::TooEarly,
            figures: None,
            confirmed: false,
            drift: drift(self.points, None),
        };
        if n <= N_BEFORE {
            return row;
        }
        sums.take(self.points);
        sums.correlate(PHI0);
        let phi = estimate_phi(self.points, &sums.best());
        sums.correlate(phi);
        let best = sums.best();
        let week = sums.split(n - 1);
        row.verdict = verdict(&best, &week, n, thresholds);
        let has_level = best.z.abs() >= thresholds.possible - EPS;
        row.figures = Some(Figures {
            phi,
            z: best.z,
            z_week: week.z,
            split_date: self.entries[best.k].date,
            before: best.before,
            after: best.after,
            n_before: best.k,
            n_after: n - best.k,
            spread: best.spread,
            range: week.usual_range(),
            between: has_level.then(|| self.between(sums, &best)),
        });
        row.confirmed = row.verdict == Verdict::ClearShift && n - best.k >= N_CONFIRM;
        row
    }

    /// Returns the earliest and the latest day on which *after* may have begun: all splits of the
    /// same sign whose z² is within `C_LOC` of the best one's.
    fn between(&self, sums: &Sums, best: &Split) -> (NaiveDate, NaiveDate) {
        let fits = |k: &usize| {
            let split = sums.split(*k);
            split.z.signum() == best.z.signum()
                && split.z != 0.0
                && best.z * best.z - split.z * split.z <= C_LOC + EPS
        };
        let places: Vec<usize> = (N_BEFORE..self.points.len()).filter(fits).collect();
        let earliest = places.first().copied().unwrap_or(best.k);
        let latest = places.last().copied().unwrap_or(best.k);
        (self.entries[earliest].date, self.entries[latest].date)
    }
}

/// Returns the shift that a row confirms, with the place in its segment where it begins.
fn confirmed(row: &Row) -> Option<(Shift, usize)> {
    let figures = row.figures.as_ref().filter(|_| row.confirmed)?;
    let (earliest, latest) = figures.between?;
    let shift = Shift {
        date: figures.split_date,
        confirmed_on: row.date,
        before: figures.before,
        after: figures.after,
        earliest,
        latest,
    };
    Some((shift, figures.n_before))
}

fn verdict(best: &Split, week: &Split, n: usize, thresholds: Thresholds) -> Verdict {
    let size = best.z.abs();
    let is_week = n - best.k == 1;
    match (size, is_week) {
        (size, true) if size >= thresholds.clear - EPS => Verdict::ClearWeek,
        (size, false) if size >= thresholds.clear - EPS => Verdict::ClearShift,
        (size, true) if size >= thresholds.possible - EPS => Verdict::PossibleWeek,
        (size, false) if size >= thresholds.possible - EPS => Verdict::PossibleShift,
        _ if week.z.abs() >= Z_RANGE - EPS => Verdict::OutsideRange,
        _ => Verdict::Usual,
    }
}
