//! Owns the constants of the trend method. Changing one means running the whole simulation again.
//!
//! All were set by simulation for weekly scores on 0 to 100; `docs/trends.md` shows the figures.

/// Threshold on |z| for a clear change, for one series judged alone.
pub const H_CLEAR: f64 = 3.75;
/// Threshold on |z| for a possible change, for one series judged alone.
pub const H_POSSIBLE: f64 = 3.10;
/// Threshold on |z| of a single check-in against the usual range: 95 % of a normal distribution.
pub const Z_RANGE: f64 = 1.96;
/// Threshold on |z| for slow drift.
pub const Z_TREND: f64 = 3.00;
/// Smallest *before* part, in check-ins.
pub const N_BEFORE: usize = 5;
/// Smallest *after* part, in check-ins, from which a clear shift is confirmed.
pub const N_CONFIRM: usize = 4;
/// Longest history looked back at, in check-ins.
pub const N_HISTORY: usize = 104;
/// A gap of more days than this starts a new segment.
pub const GAP_DAYS: i64 = 182;
/// Prior autocorrelation from one week to the next.
pub const PHI0: f64 = 0.3;
/// Weight of the prior autocorrelation, in pairs.
pub const PHI_WEIGHT: f64 = 20.0;
/// Highest autocorrelation assumed.
pub const PHI_MAX: f64 = 0.7;
/// Small-sample correction of the autocorrelation: this over n is added.
pub const PHI_BIAS: f64 = 3.0;
/// Longest distance of two neighbours, in days, that count as a pair.
pub const PAIR_DAYS: i64 = 10;
/// Degrees of freedom of the prior on the within-person SD.
pub const NU0: f64 = 4.0;
/// The prior within-person SD, in points.
pub const S0: f64 = 10.0;
/// The prior within-person SD of a score of scores, in points.
pub const S0_SUMMARY: f64 = 7.0;
/// Width of the interval for when it shifted, on the scale of z².
pub const C_LOC: f64 = 8.0;
/// Drift: how many of the last check-ins are looked at.
pub const T_WINDOW: usize = 26;
/// Drift: fewest check-ins.
pub const T_MIN: usize = 12;
/// Drift: fewest days spanned.
pub const T_SPAN: i64 = 70;
/// Comparisons count as reached within this.
pub const EPS: f64 = 1e-9;
