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

/// Running sums over a segment, so that each split costs the same; its room is used again for the next.
///
/// Each list has the sums of a split after the first k in place k.
pub(super) struct Sums {
    prior: Prior,
    /// Days from each check-in to the one before; the first has none.
    gaps: Vec<i64>,
    /// Sums of the first k scores less `origin`, and of their squares.
    total: Vec<f64>,
    squares: Vec<f64>,
    /// A value near the scores, taken off so that squares lose no digits.
    origin: f64,
    /// The sums of R for the phi in use and for the one before. Every segment is first looked at with
    /// the prior phi, whose sums stay the same while the gaps do.
    correlated: Correlated,
    correlated_before: Correlated,
    /// Each number of check-ins k, and 1/k: multiplying is much faster than dividing.
    count: Vec<f64>,
    inverse: Vec<f64>,
    /// T² of the splits from k = `N_BEFORE` on.
    t_squared: Vec<f64>,
}

/// Sums of the correlations R between check-ins, for one phi.
#[derive(Default)]
struct Correlated {
    phi: f64,
    gaps: Vec<i64>,
    /// Sum of R within the first k, and within all from k on.
    within_before: Vec<f64>,
    within_after: Vec<f64>,
    /// P of the last before, Q of the first after, and the correlation of the two: their product is
    /// the sum of R across.
    forward: Vec<f64>,
    backward: Vec<f64>,
    link: Vec<f64>,
    /// phi to the power of the weeks of a gap, for gaps met already.
    powers: Vec<(i64, f64)>,
}

/// The sums of one split.
#[derive(Clone, Copy)]
struct At {
    /// Check-ins before and after, and one over each.
    counts: (f64, f64),
    over: (f64, f64),
    /// Sums of the scores before and after, and of their squares.
    totals: (f64, f64),
    squares: (f64, f64),
    /// Sums of R within before, within after, and across.
    within: (f64, f64),
    across: f64,
}

/// What a split is computed from.
#[derive(Clone, Copy)]
struct Parts {
    /// Mean of *before* and of *after*, less the origin.
    means: (f64, f64),
    /// s².
    spread_squared: f64,
    nu: f64,
    variance: f64,
}

impl Prior {
    #[inline]
    fn parts(self, at: At) -> Parts {
        let m1 = at.totals.0 * at.over.0;
        let m2 = at.totals.1 * at.over.1;
        let sse = larger(at.squares.0 - at.counts.0 * m1 * m1, 0.0)
            + larger(at.squares.1 - at.counts.1 * m2 * m2, 0.0);
        let v1 = at.within.0 * at.over.0;
        let v2 = at.within.1 * at.over.1;
        let variance = v1 * at.over.0 + v2 * at.over.1 - 2.0 * at.across * at.over.0 * at.over.1;
        let nu = NU0 + at.counts.0 + at.counts.1 - v1 - v2;
        let spread_squared = (NU0 * self.spread * self.spread + sse) / nu;
        let smallest = self.smallest_spread * self.smallest_spread;
        let spread_squared = larger(spread_squared, smallest);
        Parts { means: (m1, m2), spread_squared, nu, variance }
    }
}

/// The larger of two numbers, neither of them NaN: one instruction, where `f64::max` takes several.
#[inline]
fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

impl Sums {
    pub(super) fn new(prior: Prior) -> Self {
        Self {
            prior,
            gaps: Vec::new(),
            total: Vec::new(),
            squares: Vec::new(),
            origin: 0.0,
            correlated: Correlated::default(),
            correlated_before: Correlated::default(),
            count: Vec::new(),
            inverse: Vec::new(),
            t_squared: Vec::new(),
        }
    }

    /// Takes the scores of a segment of one check-in or more.
    pub(super) fn take(&mut self, points: &[Point]) {
        let n = points.len();
        self.origin = points.first().map_or(0.0, |point| point.score);
        self.gaps.clear();
        self.gaps.push(0);
        self.gaps.extend(points.windows(2).map(|pair| pair[1].day - pair[0].day));
        for k in self.count.len()..=n {
            #[expect(clippy::cast_precision_loss, reason = "a segment has at most 104 check-ins")]
            let count = k as f64;
            self.count.push(count);
            self.inverse.push(1.0 / count);
        }
        self.total.resize(n + 1, 0.0);
        self.squares.resize(n + 1, 0.0);
        let (mut total, mut squares) = (0.0, 0.0);
        for (k, point) in points.iter().enumerate() {
            let score = point.score - self.origin;
            total += score;
            squares += score * score;
            self.total[k + 1] = total;
            self.squares[k + 1] = squares;
        }
    }

    /// Sums up the correlations between the check-ins taken, for one phi.
    pub(super) fn correlate(&mut self, phi: f64) {
        std::mem::swap(&mut self.correlated, &mut self.correlated_before);
        self.correlated.sum_up(&self.gaps, phi);
    }

    fn at(&self, k: usize) -> At {
        let (n, sums) = (self.gaps.len(), &self.correlated);
        At {
            counts: (self.count[k], self.count[n - k]),
            over: (self.inverse[k], self.inverse[n - k]),
            totals: (self.total[k], self.total[n] - self.total[k]),
            squares: (self.squares[k], self.squares[n] - self.squares[k]),
            within: (sums.within_before[k], sums.within_after[k]),
            across: sums.forward[k] * sums.link[k] * sums.backward[k],
        }
    }

    /// Returns the split after the first `k`, 1 ≤ k < n.
    pub(super) fn split(&self, k: usize) -> Split {
        let Parts { means: (m1, m2), spread_squared, nu, variance } = self.prior.parts(self.at(k));
        let spread = spread_squared.sqrt();
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
    pub(super) fn best(&mut self) -> Split {
        self.square_all_t();
        let n = self.gaps.len();
        let mut best = self.split(n - 1);
        for k in (N_BEFORE..n - 1).rev() {
            // |z| is smaller than |T|, which is cheaper: most splits need no more than this.
            if self.t_squared[k - N_BEFORE] <= best.z * best.z {
                continue;
            }
            let split = self.split(k);
            if split.z.abs() > best.z.abs() + EPS {
                best = split;
            }
        }
        best
    }

    /// Computes T² of all splits, in a loop over slices of one length that the compiler can do in
    /// steps of several.
    fn square_all_t(&mut self) {
        let n = self.gaps.len();
        let splits = n - N_BEFORE;
        self.t_squared.resize(splits, 0.0);
        let of = N_BEFORE..n;
        let (total, squares) = (&self.total[of.clone()], &self.squares[of.clone()]);
        let sums = &self.correlated;
        let (before, after) = (&sums.within_before[of.clone()], &sums.within_after[of.clone()]);
        let (forward, backward) = (&sums.forward[of.clone()], &sums.backward[of.clone()]);
        let (link, n1, over_n1) =
            (&sums.link[of.clone()], &self.count[of.clone()], &self.inverse[of]);
        let (n2, over_n2) = (&self.count[1..=splits], &self.inverse[1..=splits]);
        let (all, all_squares) = (self.total[n], self.squares[n]);
        let t_squared = &mut self.t_squared[..splits];
        for i in 0..splits {
            let parts = self.prior.parts(At {
                counts: (n1[i], n2[splits - 1 - i]),
                over: (over_n1[i], over_n2[splits - 1 - i]),
                totals: (total[i], all - total[i]),
                squares: (squares[i], all_squares - squares[i]),
                within: (before[i], after[i]),
                across: forward[i] * link[i] * backward[i],
            });
            let difference = parts.means.1 - parts.means.0;
            t_squared[i] = difference * difference / (parts.spread_squared * parts.variance);
        }
    }
}

impl Correlated {
    fn sum_up(&mut self, gaps: &[i64], phi: f64) {
        #[expect(clippy::float_cmp, reason = "another phi, however near, has other sums")]
        if self.phi == phi && self.gaps == gaps {
            return;
        }
        let n = gaps.len();
        self.phi = phi;
        self.gaps.clear();
        self.gaps.extend_from_slice(gaps);
        for list in [
            &mut self.within_before,
            &mut self.within_after,
            &mut self.forward,
            &mut self.backward,
            &mut self.link,
        ] {
            list.resize(n + 1, 0.0);
        }
        self.powers.clear();
        for (place, gap) in gaps.iter().enumerate() {
            self.link[place] = self.power(*gap);
        }
        // P from the front and Q from the back in one loop: neither waits for the other.
        let (mut forward, mut before) = (1.0, 0.0);
        let (mut backward, mut after) = (1.0, 0.0);
        for a in 0..n {
            let b = n - 1 - a;
            if a > 0 {
                forward = 1.0 + self.link[a] * forward;
                backward = 1.0 + self.link[b + 1] * backward;
            }
            before += 2.0 * forward - 1.0;
            after += 2.0 * backward - 1.0;
            self.forward[a + 1] = forward;
            self.within_before[a + 1] = before;
            self.backward[b] = backward;
            self.within_after[b] = after;
        }
    }

    /// Returns phi to the power of the weeks of a gap. Weekly check-ins have few different gaps.
    fn power(&mut self, days: i64) -> f64 {
        if let Some((_, power)) = self.powers.iter().find(|(known, _)| *known == days) {
            return *power;
        }
        let power = correlation(self.phi, days);
        self.powers.push((days, power));
        power
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

/// Returns the correlation of two check-ins that lie `days` apart; 1 on the same day.
#[expect(clippy::cast_precision_loss, reason = "a life has fewer than 2^52 days")]
pub(super) fn correlation(phi: f64, days: i64) -> f64 {
    if days == 0 { 1.0 } else { phi.powf(days.abs() as f64 / 7.0) }
}

/// Returns the autocorrelation of the residuals of `best`, the best split under the prior one.
#[expect(clippy::cast_precision_loss, reason = "a segment has at most 104 check-ins")]
pub(super) fn estimate_phi(points: &[Point], best: &Split) -> f64 {
    use super::constants::{PAIR_DAYS, PHI_BIAS, PHI_MAX, PHI_WEIGHT};
    let residual =
        |place: usize| points[place].score - if place < best.k { best.before } else { best.after };
    let (mut pairs, mut products, mut squares) = (0.0, 0.0, 0.0);
    let mut before = None;
    for (place, point) in points.iter().enumerate() {
        let e = residual(place);
        squares += e * e;
        if let Some((day, e_before)) = before
            && point.day - day <= PAIR_DAYS
        {
            pairs += 1.0;
            products += e_before * e;
        }
        before = Some((point.day, e));
    }
    if squares <= 1e-12 || pairs == 0.0 {
        return PHI0;
    }
    let n = points.len() as f64;
    let r = (products / pairs) / (squares / n) + PHI_BIAS / n;
    ((PHI_WEIGHT * PHI0 + pairs * r) / (PHI_WEIGHT + pairs)).clamp(0.0, PHI_MAX)
}
