//! Owns the sentences for verdicts: the same wherever a verdict is told.
//!
//! They never say of a person: sudden, gradual, cause, relapse, "no change", "stable", nor how
//! probable it is that a change is real.

use super::wording::{counted, day};
use crate::questionnaire::Better;
use crate::scoring::shown;
use crate::trend::{
    Began, Drift, DriftFigures, DriftVerdict, Figures, Row, Shift, Verdict, constants::N_BEFORE,
};

/// What the sentences need beside the row.
#[derive(Clone, Copy, Debug)]
pub struct Telling {
    /// Which direction is good.
    pub better: Better,
    /// Series judged together (m).
    pub together: u32,
    /// The lowest and highest value of the score; sentences give numbers in its own unit.
    pub range: (f64, f64),
    /// The first day of the segment.
    pub since: chrono::NaiveDate,
}

/// How much chance an autocorrelation of this size or more adds to.
const MUCH_ALIKE: f64 = 0.45;

impl Telling {
    /// Returns what a row says, in whole sentences.
    pub fn sentences(&self, row: &Row) -> Vec<String> {
        let mut sentences = Vec::new();
        if row.began == Began::Gap && row.n == 1 {
            sentences.push("More than 26 weeks without a check-in: starting afresh.".into());
        }
        let Some(figures) = &row.figures else {
            sentences.push(self.too_early(row));
            return sentences;
        };
        if row.verdict == Verdict::Usual && row.began == Began::Shift {
            sentences.push(format!(
                "At the level since about {}, which is recorded as a shift: within the usual range of \
                 that level ({}-{}). No sign of a further change; small changes can still be hidden.",
                day(self.since),
                self.own(figures.range.0),
                self.own(figures.range.1)
            ));
        } else {
            sentences.push(self.verdict(row.verdict, figures));
        }
        if row.verdict == Verdict::ClearShift && figures.phi >= MUCH_ALIKE {
            sentences.push(
                "Your weeks resemble each other a lot, which makes chance messages more likely."
                    .into(),
            );
        }
        if row.confirmed {
            sentences.push(
                "Recorded as a shift. From now on you are compared with the new level.".into(),
            );
        }
        sentences
    }

    fn too_early(&self, row: &Row) -> String {
        let needed = N_BEFORE + 1;
        let check_ins = counted(row.n, "check-in");
        let since = day(self.since);
        match row.began {
            Began::First => {
                format!(
                    "Too early to say: {check_ins} since {since}. At least {needed} are needed."
                )
            }
            Began::Shift | Began::Gap => format!(
                "New level since {since}: {check_ins} so far, {needed} are needed for a comparison."
            ),
            Began::Afresh => format!(
                "Compared afresh since {since}, after a change of the questionnaire or a new baseline: \
                 {check_ins} so far, {needed} are needed for a comparison."
            ),
        }
    }

    fn verdict(&self, verdict: Verdict, figures: &Figures) -> String {
        let up = figures.z > 0.0;
        let level = if up { "high" } else { "low" };
        let shift = format!("{}er{}", level, self.judged(up));
        match verdict {
            Verdict::TooEarly => String::new(),
            Verdict::Usual => format!(
                "Within your usual range ({}-{}). No sign of a change; small changes can still be hidden.",
                self.own(figures.range.0),
                self.own(figures.range.1)
            ),
            Verdict::OutsideRange => "Outside your usual range, but 1 check-in in 20 is, with no \
                change at all. Treat as noise unless it goes on."
                .into(),
            Verdict::PossibleWeek => format!(
                "Unusually {level}{} this week. It may be chance, and one check-in cannot show a \
                 lasting change.",
                self.judged(up)
            ),
            Verdict::ClearWeek => format!(
                "Clearly {shift} this week than usual. Chance alone seldom does this. It says \
                 nothing yet about the weeks to come."
            ),
            Verdict::PossibleShift => {
                let people = if self.together > 1 { "about 5" } else { "about 4" };
                format!(
                    "Possibly {shift} {}. It may be chance: of 10 people with no change, {people} \
                     see such a message in a year.",
                    self.since_when(figures)
                )
            }
            Verdict::ClearShift => {
                let people = if self.together > 1 { "1 or 2 see" } else { "about 1 sees" };
                format!(
                    "Clearly {shift} {}. Of 10 people with no change, {people} such a message in a \
                     year.",
                    self.since_when(figures)
                )
            }
        }
    }

    /// Returns a verdict in two or three words, for where there is no room for a sentence.
    pub fn brief(&self, row: &Row) -> String {
        let up = row.figures.as_ref().is_some_and(|figures| figures.z > 0.0);
        let changed = format!("{}{}", if up { "up" } else { "down" }, self.judged(up));
        match row.verdict {
            Verdict::TooEarly => "too early".into(),
            Verdict::Usual if row.began == Began::Shift => "usual since shift".into(),
            Verdict::Usual => "as usual".into(),
            Verdict::OutsideRange => "maybe noise".into(),
            Verdict::PossibleWeek | Verdict::PossibleShift => format!("possibly {changed}"),
            Verdict::ClearWeek | Verdict::ClearShift => format!("clearly {changed}"),
        }
    }

    /// Returns what a shift that was recorded earlier says.
    pub fn shift(&self, shift: &Shift) -> String {
        let up = shift.after > shift.before;
        let direction = if up { "Higher" } else { "Lower" };
        format!(
            "{direction}{} since about {} (between {} and {}), recorded as a shift on {}: average \
             {} when it was recorded, before that {}.",
            self.judged(up),
            day(shift.date),
            day(shift.earliest),
            day(shift.latest),
            day(shift.confirmed_on),
            self.own(shift.after),
            self.own(shift.before)
        )
    }

    fn since_when(&self, figures: &Figures) -> String {
        let split = figures.split_date;
        let (earliest, latest) = figures.between.unwrap_or((split, split));
        let check_ins = counted(figures.n_after, "check-in");
        format!(
            "since about {} (between {} and {}): average {} over {check_ins}, before that {}",
            day(split),
            day(earliest),
            day(latest),
            self.own(figures.after),
            self.own(figures.before)
        )
    }

    /// Returns ", which is better", ", which is worse", or nothing where neither is.
    fn judged(&self, up: bool) -> &'static str {
        match (self.better, up) {
            (Better::Neither, _) => "",
            (Better::Higher, true) | (Better::Lower, false) => " (better)",
            (Better::Higher, false) | (Better::Lower, true) => " (worse)",
        }
    }

    /// Returns a score on 0 to 100 in the score's own unit, as shown.
    fn own(&self, score: f64) -> String {
        let (low, high) = self.range;
        shown(low + score / 100.0 * (high - low))
    }

    /// Returns a difference on 0 to 100 in the score's own unit, as shown.
    fn own_points(&self, points: f64) -> String {
        let (low, high) = self.range;
        shown(points / 100.0 * (high - low))
    }

    /// Returns what can be said of a slow drift; `None` while it is too early.
    pub fn drift(&self, drift: &Drift) -> Option<String> {
        let DriftFigures { slope_per_4_weeks, interval: (low, high), .. } = drift.figures?;
        let n = drift.n;
        let slope = self.own_points(slope_per_4_weeks);
        let (low, high) = (self.own_points(low), self.own_points(high));
        let direction = match drift.verdict {
            DriftVerdict::TooEarly => return None,
            DriftVerdict::None => {
                return Some(format!(
                    "No clear trend over the last {n} check-ins: {slope} points per 4 weeks, but \
                     anything from {low} to {high} is possible."
                ));
            }
            DriftVerdict::Rising => format!("Rising{}", self.judged(true)),
            DriftVerdict::Falling => format!("Falling{}", self.judged(false)),
        };
        Some(format!(
            "{direction} over the last {n} check-ins, about {slope} points per 4 weeks ({low} to \
             {high}). A single shift would look the same."
        ))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use chrono::NaiveDate;

    use super::*;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 5, day).unwrap()
    }

    fn row(verdict: Verdict, z: f64, phi: f64) -> Row {
        let figures = Figures {
            phi,
            z,
            z_week: z,
            split_date: date(15),
            before: 62.5,
            after: 31.25,
            n_before: 12,
            n_after: 3,
            spread: 9.0,
            range: (44.4, 80.6),
            between: Some((date(8), date(22))),
        };
        Row {
            date: date(29),
            score: 30.0,
            n: 15,
            segment_start: 0,
            began: Began::First,
            verdict,
            figures: (verdict != Verdict::TooEarly).then_some(figures),
            confirmed: verdict == Verdict::ClearShift,
            drift: Drift { verdict: DriftVerdict::TooEarly, n: 11, figures: None },
        }
    }

    fn telling(better: Better, together: u32) -> Telling {
        Telling { better, together, range: (0.0, 100.0), since: date(1) }
    }

    #[test]
    fn a_sentence_for_each_verdict() {
        let mut told = String::new();
        for verdict in [
            Verdict::TooEarly,
            Verdict::Usual,
            Verdict::OutsideRange,
            Verdict::PossibleWeek,
            Verdict::PossibleShift,
            Verdict::ClearWeek,
            Verdict::ClearShift,
        ] {
            for (z, better, together, phi) in [
                (-4.0, Better::Higher, 1, 0.3),
                (4.0, Better::Lower, 7, 0.5),
                (-4.0, Better::Neither, 1, 0.3),
            ] {
                let sentences = telling(better, together).sentences(&row(verdict, z, phi));
                let brief = telling(better, together).brief(&row(verdict, z, phi));
                let _ =
                    writeln!(told, "{verdict:?}, {better:?} ({brief}): {}", sentences.join(" "));
            }
        }
        insta::assert_snapshot!(told);
    }

    #[test]
    fn a_sentence_for_each_beginning_and_drift() {
        let mut told = String::new();
        for began in [Began::First, Began::Shift, Began::Gap, Began::Afresh] {
            let row = Row { began, n: 1, ..row(Verdict::TooEarly, 0.0, 0.3) };
            let _ = writeln!(
                told,
                "{began:?}: {}",
                telling(Better::Higher, 1).sentences(&row).join(" ")
            );
        }
        let figures = DriftFigures { z: 3.2, slope_per_4_weeks: 2.6, interval: (0.4, 4.9) };
        for verdict in [DriftVerdict::None, DriftVerdict::Rising, DriftVerdict::Falling] {
            let drift = Drift { verdict, n: 26, figures: Some(figures) };
            let _ =
                writeln!(told, "{verdict:?}: {}", telling(Better::Lower, 1).drift(&drift).unwrap());
        }
        insta::assert_snapshot!(told);
    }

    #[test]
    fn numbers_are_in_the_unit_of_the_score() {
        let telling = Telling { range: (1.0, 5.0), ..telling(Better::Higher, 1) };
        let told = telling.sentences(&row(Verdict::PossibleShift, -3.3, 0.3)).join(" ");
        assert!(told.contains("average 2.2 over 3 check-ins, before that 3.5"), "{told}");
    }

    #[test]
    fn words_that_claim_too_much_are_not_used() {
        for verdict in
            [Verdict::PossibleShift, Verdict::ClearShift, Verdict::ClearWeek, Verdict::Usual]
        {
            let told = telling(Better::Lower, 7)
                .sentences(&row(verdict, 4.0, 0.5))
                .join(" ")
                .to_lowercase();
            for word in ["sudden", "gradual", "cause", "relapse", "stable", "probab"] {
                assert!(!told.contains(word), "{told}");
            }
        }
    }
}
