//! The persons of the simulation: items answered from a level that drifts with a longer memory than
//! the engine's own model, so that the engine is wrong on purpose.

use checkin::trend::Entry;
use chrono::{Days, NaiveDate};

/// SplitMix64 (Steele, Lea and Flood 2014) with normal deviates by Box and Muller (1958).
pub(crate) struct Random {
    state: u64,
}

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random =
            Self { state: seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x9e37_79b9_7f4a_7c15 };
        random.unit();
        random
    }

    /// Returns a number from 0 up to 1.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit")]
    pub(crate) fn unit(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}

/// What a person's weeks are like.
#[derive(Clone, Debug)]
pub(crate) struct Life {
    /// How many weeks.
    pub(crate) weeks: u32,
    /// Lag-1 autocorrelation of the score, about.
    pub(crate) phi: f64,
    /// SD of the score, about.
    pub(crate) sd: f64,
    /// Items, each of five options.
    pub(crate) items: u32,
    /// The level, and how far a person's own may be from it.
    pub(crate) level: f64,
    pub(crate) level_width: f64,
    /// The share of weeks that are missed.
    pub(crate) gaps: f64,
    /// The share of weeks that are worse by 25.
    pub(crate) bad_weeks: f64,
    /// The week (from 0) of a change, its size, and the weeks it takes to reach it.
    pub(crate) change: Option<(u32, f64, u32)>,
}

impl Default for Life {
    fn default() -> Self {
        Self {
            weeks: 64,
            phi: 0.3,
            sd: 10.0,
            items: 4,
            level: 60.0,
            level_width: 12.5,
            gaps: 0.0,
            bad_weeks: 0.0,
            change: None,
        }
    }
}

impl Life {
    /// Returns the check-ins of one person, with the week of each.
    pub(crate) fn lived(&self, random: &mut Random) -> (Vec<Entry>, Vec<u32>) {
        let first = NaiveDate::from_ymd_opt(2020, 1, 3).expect("a Friday");
        let level = self.level + self.level_width * (2.0 * random.unit() - 1.0);
        let slow = (0.7 * self.sd * self.sd).sqrt();
        let memory = self.phi / 0.7;
        let items = f64::from(self.items);
        let own = (0.3 * items * self.sd * self.sd - 625.0 / 12.0).max(0.0).sqrt();
        let mut drift = slow * random.normal();
        let (mut entries, mut weeks) = (Vec::new(), Vec::new());
        for week in 0..self.weeks {
            if week > 0 {
                drift = memory * drift + slow * (1.0 - memory * memory).sqrt() * random.normal();
            }
            let bad = if random.unit() < self.bad_weeks { -25.0 } else { 0.0 };
            let base = level + drift + bad + self.shift(week);
            let mut sum = 0.0;
            for item in 0..self.items {
                let offset = 25.0 * ((f64::from(item) + 0.5) / items - 0.5);
                let wish = base + offset + own * random.normal();
                sum += 25.0 * (wish / 25.0 + 0.5).floor().clamp(0.0, 4.0);
            }
            if random.unit() >= self.gaps {
                let date = first + Days::new(7 * u64::from(week));
                entries.push(Entry { date, score: sum / items, starts_afresh: false });
                weeks.push(week);
            }
        }
        (entries, weeks)
    }

    fn shift(&self, week: u32) -> f64 {
        match self.change {
            Some((from, ..)) if week < from => 0.0,
            Some((from, size, takes)) => {
                size * (f64::from(week - from + 1) / f64::from(takes)).min(1.0)
            }
            None => 0.0,
        }
    }
}
