//! Owns slow drift: Mann-Kendall with a correction for autocorrelation, and the Theil-Sen slope.

use super::constants::{EPS, T_MIN, T_SPAN, T_WINDOW, Z_TREND};
use super::split::{Point, correlation};

/// What can be said about a slow drift at one check-in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// The verdict.
    pub verdict: DriftVerdict,
    /// How many check-ins were looked at.
    pub n: usize,
    /// The figures; absent when it is too early.
    pub figures: Option<DriftFigures>,
}

/// The figures behind a verdict on drift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DriftFigures {
    /// The corrected Mann-Kendall z.
    pub z: f64,
    /// Theil-Sen slope, in points per 4 weeks.
    pub slope_per_4_weeks: f64,
    /// Its 95 % interval.
    pub interval: (f64, f64),
}

/// Verdicts on drift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriftVerdict {
    /// Fewer than 12 check-ins or 70 days.
    TooEarly,
    /// No clear trend.
    None,
    /// A clear rise.
    Rising,
    /// A clear fall.
    Falling,
}

/// Judges drift over the segment's last check-ins, with the autocorrelation found for its split.
#[expect(clippy::cast_precision_loss, reason = "at most 26 check-ins")]
pub(super) fn drift(segment: &[Point], phi: Option<f64>) -> Drift {
    let points = &segment[segment.len().saturating_sub(T_WINDOW)..];
    let n = points.len();
    let span = points.last().zip(points.first()).map_or(0, |(last, first)| last.day - first.day);
    let (Some(phi), true) = (phi, n >= T_MIN && span >= T_SPAN) else {
        return Drift { verdict: DriftVerdict::TooEarly, n, figures: None };
    };
    let (rises, mut slopes) = pairs(points);
    let variance = tie_corrected_variance(points) * inflation(points, phi);
    let z = if rises == 0 || variance <= 0.0 {
        0.0
    } else {
        (rises - rises.signum()) as f64 / variance.sqrt()
    };
    slopes.sort_by(f64::total_cmp);
    let count = slopes.len() as f64;
    let reach = 1.96 * variance.max(0.0).sqrt();
    let ranked = |rank: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the rank is clamped to the number of slopes"
        )]
        let place = rank.clamp(1.0, count) as usize;
        slopes[place - 1] * 4.0
    };
    let lower = f64::midpoint(count, -reach).floor();
    let upper = f64::midpoint(count, reach).ceil() + 1.0;
    let interval = (ranked(lower), ranked(upper));
    let verdict = match z {
        z if z.abs() < Z_TREND - EPS => DriftVerdict::None,
        z if z > 0.0 => DriftVerdict::Rising,
        _ => DriftVerdict::Falling,
    };
    let figures = DriftFigures { z, slope_per_4_weeks: median(&slopes) * 4.0, interval };
    Drift { verdict, n, figures: Some(figures) }
}

/// Returns Mann-Kendall's S and the slopes of all pairs, in points a week.
#[expect(clippy::cast_precision_loss, reason = "days of a life")]
fn pairs(points: &[Point]) -> (i64, Vec<f64>) {
    let mut s = 0;
    let mut slopes = Vec::with_capacity(points.len() * points.len() / 2);
    for (place, later) in points.iter().enumerate() {
        for earlier in &points[..place] {
            let rise = later.score - earlier.score;
            s += match rise {
                rise if rise > EPS => 1,
                rise if rise < -EPS => -1,
                _ => 0,
            };
            slopes.push(rise * 7.0 / (later.day - earlier.day) as f64);
        }
    }
    (s, slopes)
}

/// Returns the variance of S with ties: (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18 (Kendall 1975).
#[expect(clippy::cast_precision_loss, reason = "at most 26 check-ins")]
fn tie_corrected_variance(points: &[Point]) -> f64 {
    let term = |t: usize| (t * t.saturating_sub(1) * (2 * t + 5)) as f64;
    let mut scores: Vec<f64> = points.iter().map(|point| point.score).collect();
    scores.sort_by(f64::total_cmp);
    let ties: f64 = scores.chunk_by(|a, b| (a - b).abs() <= EPS).map(|tied| term(tied.len())).sum();
    (term(points.len()) - ties) / 18.0
}

/// Returns t'Rt / t't with t the centred weeks: how much autocorrelation inflates the variance.
#[expect(clippy::cast_precision_loss, reason = "days of a life")]
fn inflation(points: &[Point], phi: f64) -> f64 {
    let first = points[0].day;
    let weeks: Vec<f64> = points.iter().map(|p| (p.day - first) as f64 / 7.0).collect();
    let mean = weeks.iter().sum::<f64>() / weeks.len() as f64;
    let (mut quadratic, mut plain) = (0.0, 0.0);
    for (a, point_a) in points.iter().enumerate() {
        let ta = weeks[a] - mean;
        plain += ta * ta;
        for (b, point_b) in points.iter().enumerate() {
            quadratic += ta * (weeks[b] - mean) * correlation(phi, point_b.day - point_a.day);
        }
    }
    quadratic / plain
}

fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 {
        sorted[middle]
    } else {
        f64::midpoint(sorted[middle - 1], sorted[middle])
    }
}
