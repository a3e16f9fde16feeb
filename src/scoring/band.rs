//! Owns what a value means: its band and its T score.

use crate::questionnaire::{Score, TScore};

/// A cut-off counts as reached within this, so that rounding in the last digit flips no band.
const EPS: f64 = 1e-9;

/// Returns the place of the band that holds `value` (after `output`); `None` without bands.
pub fn band_of(score: &Score, value: f64) -> Option<usize> {
    score.bands.iter().rposition(|band| value >= band.from - EPS)
}

/// Returns the T score: 50 + 10 · (value − mean) / sd in the norm sample (McCall 1922).
pub(super) fn t_score(norms: &TScore, value: f64) -> f64 {
    50.0 + 10.0 * (value - norms.mean) / norms.sd
}
