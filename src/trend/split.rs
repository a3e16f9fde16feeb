//! Owns one split of a segment into *before* and *after*: its z, spread and the usual range.
//!
//! A likelihood-ratio statistic for a shift of the mean (Hawkins 1977) with a prior on the spread and
//! a correction for autocorrelated, unevenly spaced weeks; `docs/trends.md` derives it.

use super::constants::{EPS, N_BEFORE, NU0, PHI0, Z_RANGE};

/// One value of a segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Point {
    /// Days since any fixed day.
    pub(super) day: i64,
    /// The score on 0 to 100.
    pub(super) score: f64,
}

/// What is known of a series before its values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Prior {
    /// The prior within-person SD, in points.
    pub(super) spread: f64,
    /// The smallest spread: one step of one item, in points.
    pub(super) smallest_spread: f64,
}

/// One split of a segment of n check-ins: before the first `k`, after the other n − k.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Split {
    pub(super) k: usize,
    pub(super) z: f64,
    /// Mean of *before*.
    pub(super) before: f64,
    /// Mean of *after*.
    pub(super) after: f64,
    /// s, the within-person SD.
    pub(super) spread: f64,
    /// Degrees of freedom.
    nu: f64,
    /// Variance of the difference of the means, in units of s².
    variance: f64,
}

/// Running sums over a segment, so that each split costs the same.
pub(super) struct Sums<'a> {
    points: &'a [Point],
    prior: Prior,
    /// Sums of the first k scores less `origin`, and of their squares.
    total: Vec<f64>,
    squares: Vec<f64>,
    /// A value near the scores, taken off so that squares lose no digits.
    origin: f64,
    /// For each check-in but the first: phi to the power of the weeks since the one before.
    link: Vec<f64>,
    /// P, and the sum of R within the first k.
    forward: Vec<f64>,
    within_before: Vec<f64>,
    /// Q, and the sum of R within all from k on.
    backward: Vec<f64>,
    within_after: Vec<f64>,
}

impl<'a> Sums<'a> {
    pub(super) fn new(points: &'a [Point], prior: Prior, phi: f64) -> Self {
        let n = points.len();
        let origin = points.first().map_or(0.0, |point| point.score);
        let (mut total, mut squares) = (vec![0.0; n + 1], vec![0.0; n + 1]);
        for (k, point) in points.iter().enumerate() {
            let score = point.score - origin;
            total[k + 1] = total[k] + score;
            squares[k + 1] = squares[k] + score * score;
        }
        let link = links(points, phi);
        let (mut forward, mut within_before) = (vec![1.0; n], vec![0.0; n + 1]);
        for a in 0..n {
            if a > 0 {
                forward[a] = 1.0 + link[a] * forward[a - 1];
            }
            within_before[a + 1] = within_before[a] + 2.0 * forward[a] - 1.0;
        }
        let (mut backward, mut within_after) = (vec![1.0; n], vec![0.0; n + 1]);
        for a in (0..n).rev() {
            if a + 1 < n {
                backward[a] = 1.0 + link[a + 1] * backward[a + 1];
            }
            within_after[a] = within_after[a + 1] + 2.0 * backward[a] - 1.0;
        }
        Self {
            points,
            prior,
            total,
            squares,
            origin,
            link,
            forward,
            within_before,
            backward,
            within_after,
        }
    }

    /// Returns the split after the first `k`, 1 ≤ k < n.
    #[expect(clippy::cast_precision_loss, reason = "a segment has at most 104 check-ins")]
    pub(super) fn split(&self, k: usize) -> Split {
        let n = self.points.len();
        let (n1, n2) = (k as f64, (n - k) as f64);
        let m1 = self.total[k] / n1;
        let m2 = (self.total[n] - self.total[k]) / n2;
        let sse = (self.squares[k] - n1 * m1 * m1).max(0.0)
            + (self.squares[n] - self.squares[k] - n2 * m2 * m2).max(0.0);
        let (within1, within2) = (self.within_before[k], self.within_after[k]);
        let across = self.forward[k - 1] * self.link[k] * self.backward[k];
        let variance = within1 / (n1 * n1) + within2 / (n2 * n2) - 2.0 * across / (n1 * n2);
        let nu = NU0 + n1 + n2 - within1 / n1 - within2 / n2;
        let s = ((NU0 * self.prior.spread * self.prior.spread + sse) / nu).sqrt();
        let spread = s.max(self.prior.smallest_spread);
        let t = (m2 - m1) / (spread * variance.sqrt());
        Split {
            k,
            z: z_of_t(t, nu),
            before: m1 + self.origin,
            after: m2 + self.origin,
            spread,
            nu,
            variance,
        }
    }

    /// Returns the split with the largest |z|; of equal ones the latest.
    pub(super) fn best(&self) -> Split {
        let n = self.points.len();
        let mut best = self.split(n - 1);
        for k in (N_BEFORE..n - 1).rev() {
            let split = self.split(k);
            if split.z.abs() > best.z.abs() + EPS {
                best = split;
            }
        }
        best
    }
}

impl Split {
    /// Returns the usual range for the last check-in, where this is the split k = n − 1.
    pub(super) fn usual_range(&self) -> (f64, f64) {
        let q = Z_RANGE * (8.0 * self.nu + 3.0) / (8.0 * self.nu + 1.0);
        let half =
            (self.nu * (q * q / self.nu).exp_m1()).sqrt() * self.spread * self.variance.sqrt();
        ((self.before - half).clamp(0.0, 100.0), (self.before + half).clamp(0.0, 100.0))
    }
}

/// Turns a t value with `nu` degrees of freedom into a z value; 0 for 0.
fn z_of_t(t: f64, nu: f64) -> f64 {
    if t == 0.0 {
        return 0.0;
    }
    let size = (8.0 * nu + 1.0) / (8.0 * nu + 3.0) * (nu * (t * t / nu).ln_1p()).sqrt();
    size.copysign(t)
}

/// Returns phi to the power of the weeks between neighbours; 0^0 counts as 1.
pub(super) fn links(points: &[Point], phi: f64) -> Vec<f64> {
    let mut links = vec![1.0; points.len()];
    let mut last = (i64::MIN, 1.0);
    for (a, pair) in points.windows(2).enumerate() {
        let days = pair[1].day - pair[0].day;
        if days != last.0 {
            last = (days, correlation(phi, days));
        }
        links[a + 1] = last.1;
    }
    links
}

/// Returns the correlation of two check-ins that lie `days` apart; 1 on the same day.
#[expect(clippy::cast_precision_loss, reason = "a life has fewer than 2^52 days")]
pub(super) fn correlation(phi: f64, days: i64) -> f64 {
    if days == 0 { 1.0 } else { phi.powf(days.abs() as f64 / 7.0) }
}

/// Returns the autocorrelation of the residuals of the best split under the prior one.
#[expect(clippy::cast_precision_loss, reason = "a segment has at most 104 check-ins")]
pub(super) fn estimate_phi(points: &[Point], prior: Prior) -> f64 {
    use super::constants::{PAIR_DAYS, PHI_BIAS, PHI_MAX, PHI_WEIGHT};
    let best = Sums::new(points, prior, PHI0).best();
    let residual =
        |place: usize| points[place].score - if place < best.k { best.before } else { best.after };
    let residuals: Vec<f64> = (0..points.len()).map(residual).collect();
    let (mut pairs, mut products) = (0.0, 0.0);
    for (a, pair) in points.windows(2).enumerate() {
        if pair[1].day - pair[0].day <= PAIR_DAYS {
            pairs += 1.0;
            products += residuals[a] * residuals[a + 1];
        }
    }
    let squares: f64 = residuals.iter().map(|e| e * e).sum();
    if squares <= 1e-12 || pairs == 0.0 {
        return PHI0;
    }
    let n = points.len() as f64;
    let r = (products / pairs) / (squares / n) + PHI_BIAS / n;
    ((PHI_WEIGHT * PHI0 + pairs * r) / (PHI_WEIGHT + pairs)).clamp(0.0, PHI_MAX)
}
