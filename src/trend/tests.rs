//! The engine against a naive computation with whole correlation matrices, and its edge cases.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "small counts and days"
)]

use chrono::{Days, NaiveDate};

use super::constants::*;
use super::*;

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, limit: u32) -> u32 {
        (self.unit() * f64::from(limit)) as u32
    }
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 5).unwrap() + Days::new(u64::from(number))
}

fn weekly(scores: &[f64]) -> Vec<Entry> {
    let at = |(place, score): (usize, &f64)| Entry {
        date: day(u32::try_from(place).unwrap() * 7),
        score: *score,
        starts_afresh: false,
    };
    scores.iter().enumerate().map(at).collect()
}

/// z, spread, V and nu of one split by the definitions, with the whole matrix R.
struct Naive {
    z: f64,
    spread: f64,
    means: (f64, f64),
    v: f64,
    nu: f64,
}

fn naive_split(x: &[f64], d: &[f64], phi: f64, k: usize, setup: Setup) -> Naive {
    let n = x.len();
    let r = |a: usize, b: usize| {
        if (d[a] - d[b]).abs() < 0.5 { 1.0 } else { phi.powf((d[a] - d[b]).abs() / 7.0) }
    };
    let (k_f, l_f) = (k as f64, (n - k) as f64);
    let means = (x[..k].iter().sum::<f64>() / k_f, x[k..].iter().sum::<f64>() / l_f);
    let c = |i: usize| if i < k { -1.0 / k_f } else { 1.0 / l_f };
    let (mut v, mut v1, mut v2) = (0.0, 0.0, 0.0);
    for a in 0..n {
        for b in 0..n {
            v += c(a) * r(a, b) * c(b);
            if a < k && b < k {
                v1 += r(a, b) / k_f;
            } else if a >= k && b >= k {
                v2 += r(a, b) / l_f;
            }
        }
    }
    let sse: f64 = x[..k].iter().map(|x| (x - means.0).powi(2)).sum::<f64>()
        + x[k..].iter().map(|x| (x - means.1).powi(2)).sum::<f64>();
    let nu = NU0 + n as f64 - v1 - v2;
    let s = ((NU0 * setup.prior_spread.powi(2) + sse) / nu).sqrt().max(setup.smallest_spread);
    let t = (means.1 - means.0) / (s * v.sqrt());
    let size = (8.0 * nu + 1.0) / (8.0 * nu + 3.0) * (nu * (1.0 + t * t / nu).ln()).sqrt();
    Naive { z: if t == 0.0 { 0.0 } else { size * t.signum() }, spread: s, means, v, nu }
}

fn naive_best(x: &[f64], d: &[f64], phi: f64, setup: Setup) -> usize {
    let z = |k| naive_split(x, d, phi, k, setup).z.abs();
    let mut best = x.len() - 1;
    for k in (N_BEFORE..x.len() - 1).rev() {
        if z(k) > z(best) + EPS {
            best = k;
        }
    }
    best
}

fn naive_phi(x: &[f64], d: &[f64], setup: Setup) -> f64 {
    let k = naive_best(x, d, PHI0, setup);
    let split = naive_split(x, d, PHI0, k, setup);
    let e: Vec<f64> = x
        .iter()
        .enumerate()
        .map(|(i, x)| x - if i < k { split.means.0 } else { split.means.1 })
        .collect();
    let near: Vec<usize> = (1..x.len()).filter(|i| d[*i] - d[i - 1] <= 10.0).collect();
    let squares: f64 = e.iter().map(|e| e * e).sum();
    if squares <= 1e-12 || near.is_empty() {
        return PHI0;
    }
    let (p, n) = (near.len() as f64, x.len() as f64);
    let r = near.iter().map(|i| e[i - 1] * e[*i]).sum::<f64>() / p / (squares / n) + PHI_BIAS / n;
    ((PHI_WEIGHT * PHI0 + p * r) / (PHI_WEIGHT + p)).clamp(0.0, PHI_MAX)
}

/// A random series with uneven gaps, ties, breaks and one step.
fn random_series(random: &mut Random) -> Vec<Entry> {
    let step = f64::from(random.below(60)) - 30.0;
    let mut at = 0;
    (0..70)
        .map(|place| {
            at += if random.below(10) == 0 { 1 + random.below(40) } else { 7 };
            at += if random.below(90) == 0 { 200 } else { 0 };
            let level = 50.0 + if place > 35 { step } else { 0.0 };
            let noise = (random.unit() + random.unit() + random.unit() - 1.5) * 25.0;
            let score = (((level + noise) / 6.25).round() * 6.25).clamp(0.0, 100.0);
            Entry { date: day(at), score, starts_afresh: random.below(150) == 0 }
        })
        .collect()
}

fn same(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-7, "{found}, expected {expected}");
}

/// Holds the figures and the verdict of a row to the naive computation over its segment.
fn compare(row: &Row, figures: &Figures, part: &[Entry], setup: Setup) {
    let x: Vec<f64> = part.iter().map(|entry| entry.score).collect();
    let d: Vec<f64> = part.iter().map(|entry| (entry.date - day(0)).num_days() as f64).collect();
    let phi = naive_phi(&x, &d, setup);
    let k = naive_best(&x, &d, phi, setup);
    let best = naive_split(&x, &d, phi, k, setup);
    let week = naive_split(&x, &d, phi, x.len() - 1, setup);
    same(figures.phi, phi);
    same(figures.z, best.z);
    same(figures.z_week, week.z);
    same(figures.before, best.means.0);
    same(figures.after, best.means.1);
    same(figures.spread, best.spread);
    assert_eq!((figures.n_before, figures.n_after), (k, x.len() - k));
    assert_eq!(figures.split_date, part[k].date);
    let q = Z_RANGE * (8.0 * week.nu + 3.0) / (8.0 * week.nu + 1.0);
    let half = (week.nu * ((q * q / week.nu).exp() - 1.0)).sqrt() * week.spread * week.v.sqrt();
    same(figures.range.0, (week.means.0 - half).max(0.0));
    same(figures.range.1, (week.means.0 + half).min(100.0));
    let h = |h: f64| (h * h + 2.0 * f64::from(setup.together).ln()).sqrt();
    let is_week = k == x.len() - 1;
    let expected = match best.z.abs() {
        z if z >= h(H_CLEAR) && is_week => Verdict::ClearWeek,
        z if z >= h(H_CLEAR) => Verdict::ClearShift,
        z if z >= h(H_POSSIBLE) && is_week => Verdict::PossibleWeek,
        z if z >= h(H_POSSIBLE) => Verdict::PossibleShift,
        _ if week.z.abs() >= Z_RANGE => Verdict::OutsideRange,
        _ => Verdict::Usual,
    };
    assert_eq!(row.verdict, expected);
    assert_eq!(row.confirmed, expected == Verdict::ClearShift && x.len() - k >= N_CONFIRM);
}

#[test]
fn every_row_is_as_the_definitions_say() {
    let mut random = Random(7);
    let (mut figures_seen, mut shifts_seen, mut drifts_seen) = (0, 0, 0);
    for _ in 0..16 {
        let setup = Setup {
            smallest_spread: 100.0 / f64::from(4 + 4 * random.below(6)),
            prior_spread: [10.0, 7.0][random.below(2) as usize],
            together: 1 + random.below(7),
        };
        let entries = random_series(&mut random);
        let judged = judge(&entries, setup);
        for (place, row) in judged.rows.iter().enumerate() {
            let part = &entries[row.segment_start..=place];
            assert_eq!(row.n, part.len());
            assert_eq!(row.figures.is_some(), row.n >= 6);
            if let Some(figures) = &row.figures {
                compare(row, figures, part, setup);
                figures_seen += 1;
            }
            if row.confirmed {
                let found = judged.shifts.iter().filter(|shift| shift.confirmed_on == row.date);
                assert_eq!(found.count(), 1);
                shifts_seen += 1;
            }
            drifts_seen += usize::from(row.drift.figures.is_some());
        }
    }
    assert!(figures_seen > 500 && shifts_seen > 3 && drifts_seen > 100);
}

#[test]
fn thresholds_grow_with_the_series_judged_together() {
    let judged = judge(&weekly(&[50.0]), Setup { together: 7, ..Setup::default() });
    assert!((judged.thresholds.clear - 4.237_254).abs() < 1e-6, "{:?}", judged.thresholds);
    assert!((judged.thresholds.possible - 3.674_482).abs() < 1e-6, "{:?}", judged.thresholds);
}

#[test]
fn a_constant_series_is_usual_and_has_no_drift() {
    let judged = judge(&weekly(&[50.0; 30]), Setup::default());
    assert_eq!(judged.rows[4].verdict, Verdict::TooEarly);
    for row in &judged.rows[5..] {
        assert_eq!(row.verdict, Verdict::Usual);
        let figures = row.figures.as_ref().unwrap();
        assert_eq!((figures.z, figures.phi, figures.n_after), (0.0, PHI0, 1));
    }
    assert_eq!(judged.rows[29].drift.verdict, DriftVerdict::None);
    assert!(judged.rows[29].drift.figures.unwrap().slope_per_4_weeks.abs() < 1e-12);
}

#[test]
fn a_large_step_is_clear_confirmed_and_starts_a_new_segment() {
    let mut scores = vec![70.0, 65.0, 75.0, 70.0, 62.5, 72.5, 67.5, 70.0, 75.0, 65.0, 70.0, 68.0];
    scores.extend([25.0, 30.0, 20.0, 27.5, 25.0, 22.5]);
    let judged = judge(&weekly(&scores), Setup::default());
    assert_eq!(judged.rows[12].verdict, Verdict::ClearWeek);
    assert_eq!(judged.rows[13].verdict, Verdict::ClearShift);
    assert_eq!(judged.shifts.len(), 1);
    let shift = &judged.shifts[0];
    assert_eq!((shift.date, shift.confirmed_on), (day(84), day(105)));
    assert_eq!(judged.rows[16].segment_start, 12);
    assert_eq!((judged.rows[16].began, judged.rows[16].verdict), (Began::Shift, Verdict::TooEarly));
}

#[test]
fn a_long_gap_and_a_break_start_afresh() {
    let mut entries = weekly(&[50.0; 20]);
    for entry in &mut entries[10..] {
        entry.date = entry.date + Days::new(183);
    }
    entries[15].starts_afresh = true;
    let judged = judge(&entries, Setup::default());
    assert_eq!((judged.rows[10].segment_start, judged.rows[10].began), (10, Began::Gap));
    assert_eq!((judged.rows[15].segment_start, judged.rows[15].began), (15, Began::Afresh));
    let mut entries = weekly(&[50.0; 20]);
    for entry in &mut entries[10..] {
        entry.date = entry.date + Days::new(175);
    }
    assert_eq!(judge(&entries, Setup::default()).rows[10].segment_start, 0, "182 days are no gap");
}

#[test]
fn no_more_than_the_last_104_are_looked_at() {
    let judged = judge(&weekly(&[50.0; 150]), Setup::default());
    assert_eq!((judged.rows[149].n, judged.rows[149].segment_start), (104, 46));
    assert_eq!(judged.rows[149].drift.n, 26);
}

#[test]
fn the_usual_range_ends_at_floor_and_ceiling() {
    for level in [0.0, 100.0] {
        let judged = judge(&weekly(&[level; 10]), Setup::default());
        let (low, high) = judged.rows[9].figures.as_ref().unwrap().range;
        assert!(low >= 0.0 && high <= 100.0 && low < high);
    }
}

#[test]
fn a_steady_rise_is_drift() {
    let scores: Vec<f64> = (0..26).map(|week| 20.0 + 2.0 * f64::from(week)).collect();
    let judged = judge(&weekly(&scores), Setup::default());
    let drift = judged.rows[25].drift;
    // A ramp may be taken for a shift first; without one the drift shows.
    if judged.shifts.is_empty() {
        assert_eq!(drift.verdict, DriftVerdict::Rising);
        assert!((drift.figures.unwrap().slope_per_4_weeks - 8.0).abs() < 1e-9);
    } else {
        assert!(judged.rows.iter().any(|row| row.drift.verdict == DriftVerdict::Rising));
    }
}
