//! Owns the sentences for verdicts: the same wherever a verdict is told.
//!
//! They never say of a person: sudden, gradual, cause, relapse, "no change", "stable", nor how
//! probable it is that a change is real.

use chrono::NaiveDate;

use super::wording::{day, in_figures};
use crate::language::{Value, message, text};
use crate::questionnaire::Better;
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
            sentences.push(message!("afresh-after-gap"));
        }
        let Some(figures) = &row.figures else {
            sentences.push(self.too_early(row));
            return sentences;
        };
        if row.verdict == Verdict::Usual && row.began == Began::Shift {
            sentences.push(message!(
                "usual-since-shift",
                since = day(self.since),
                low = self.own(figures.range.0),
                high = self.own(figures.range.1)
            ));
        } else {
            sentences.push(self.verdict(row.verdict, figures));
        }
        if row.verdict == Verdict::ClearShift && figures.phi >= MUCH_ALIKE {
            sentences.push(message!("weeks-alike"));
        }
        if row.confirmed {
            sentences.push(message!("shift-recorded"));
        }
        sentences
    }

    fn too_early(&self, row: &Row) -> String {
        let (count, since, needed) = (row.n, day(self.since), N_BEFORE + 1);
        match row.began {
            Began::First => message!("too-early", count = count, since = since, needed = needed),
            Began::Shift | Began::Gap => {
                message!("new-level", count = count, since = since, needed = needed)
            }
            Began::Afresh => {
                message!("compared-afresh", count = count, since = since, needed = needed)
            }
        }
    }

    fn verdict(&self, verdict: Verdict, figures: &Figures) -> String {
        let up = figures.z > 0.0;
        let (direction, judged) = (direction(up), self.judged(up));
        match verdict {
            Verdict::TooEarly => String::new(),
            Verdict::Usual => {
                message!("usual", low = self.own(figures.range.0), high = self.own(figures.range.1))
            }
            Verdict::OutsideRange => message!("outside-range"),
            Verdict::PossibleWeek => {
                message!("possible-week", direction = direction, judged = judged)
            }
            Verdict::ClearWeek => message!("clear-week", direction = direction, judged = judged),
            Verdict::PossibleShift => text("possible-shift", self.since_when(figures)),
            Verdict::ClearShift => text("clear-shift", self.since_when(figures)),
        }
    }

    /// Returns a verdict in two or three words, for where there is no room for a sentence.
    pub fn brief(&self, row: &Row) -> String {
        let up = row.figures.as_ref().is_some_and(|figures| figures.z > 0.0);
        let (direction, judged) = (direction(up), self.judged(up));
        match row.verdict {
            Verdict::TooEarly => message!("brief-too-early"),
            Verdict::Usual if row.began == Began::Shift => message!("brief-usual-since-shift"),
            Verdict::Usual => message!("brief-usual"),
            Verdict::OutsideRange => message!("brief-outside"),
            Verdict::PossibleWeek | Verdict::PossibleShift => {
                message!("brief-possibly", direction = direction, judged = judged)
            }
            Verdict::ClearWeek | Verdict::ClearShift => {
                message!("brief-clearly", direction = direction, judged = judged)
            }
        }
    }

    /// Returns what a shift that was recorded earlier says.
    pub fn shift(&self, shift: &Shift) -> String {
        let up = shift.after > shift.before;
        message!(
            "shift",
            direction = direction(up),
            judged = self.judged(up),
            date = day(shift.date),
            span = span(shift.earliest, shift.latest),
            earliest = day(shift.earliest),
            latest = day(shift.latest),
            confirmed = day(shift.confirmed_on),
            after = self.own(shift.after),
            before = self.own(shift.before)
        )
    }

    /// What the message about a shift is made with.
    fn since_when(&self, figures: &Figures) -> [(&'static str, Value<'static>); 10] {
        let up = figures.z > 0.0;
        let split = figures.split_date;
        let (earliest, latest) = figures.between.unwrap_or((split, split));
        [
            ("direction", direction(up).into()),
            ("judged", self.judged(up).into()),
            ("together", if self.together > 1 { "several" } else { "one" }.into()),
            ("count", figures.n_after.into()),
            ("split", day(split).into()),
            ("span", span(earliest, latest).into()),
            ("earliest", day(earliest).into()),
            ("latest", day(latest).into()),
            ("after", self.own(figures.after).into()),
            ("before", self.own(figures.before).into()),
        ]
    }

    /// Returns whether a move up or down is better, worse, or neither.
    fn judged(&self, up: bool) -> &'static str {
        match (self.better, up) {
            (Better::Neither, _) => "neither",
            (Better::Higher, true) | (Better::Lower, false) => "better",
            (Better::Higher, false) | (Better::Lower, true) => "worse",
        }
    }

    /// Returns a score on 0 to 100 in the score's own unit, as shown.
    fn own(&self, score: f64) -> String {
        let (low, high) = self.range;
        in_figures(low + score / 100.0 * (high - low))
    }

    /// Returns a difference on 0 to 100 in the score's own unit, as shown.
    fn own_points(&self, points: f64) -> String {
        let (low, high) = self.range;
        in_figures(points / 100.0 * (high - low))
    }

    /// Returns what can be said of a slow drift; `None` while it is too early.
    pub fn drift(&self, drift: &Drift) -> Option<String> {
        let DriftFigures { slope_per_4_weeks, interval: (low, high), .. } = drift.figures?;
        let slope = self.own_points(slope_per_4_weeks);
        let (low, high) = (self.own_points(low), self.own_points(high));
        let up = match drift.verdict {
            DriftVerdict::TooEarly => return None,
            DriftVerdict::None => {
                let count = drift.n;
                return Some(message!(
                    "no-trend",
                    count = count,
                    slope = slope,
                    low = low,
                    high = high
                ));
            }
            DriftVerdict::Rising => true,
            DriftVerdict::Falling => false,
        };
        Some(message!(
            "drift",
            direction = direction(up),
            judged = self.judged(up),
            count = drift.n,
            slope = slope,
            low = low,
            high = high
        ))
    }
}

/// Returns a direction as the messages name it.
pub(super) fn direction(up: bool) -> &'static str {
    if up { "up" } else { "down" }
}

/// Returns whether a shift can lie on one day alone or on several.
fn span(earliest: NaiveDate, latest: NaiveDate) -> &'static str {
    if earliest == latest { "day" } else { "days" }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use chrono::NaiveDate;

    use super::*;
    use crate::language::Language;
    use crate::language::tests::speaking;

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

    fn told_of_each_verdict() -> String {
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
        told
    }

    #[test]
    fn a_sentence_for_each_verdict() {
        insta::assert_snapshot!(told_of_each_verdict());
    }

    fn told_of_each_beginning_and_drift() -> String {
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
        told
    }

    #[test]
    fn a_sentence_for_each_beginning_and_drift() {
        insta::assert_snapshot!(told_of_each_beginning_and_drift());
    }

    #[test]
    fn the_same_sentences_in_every_other_language() {
        for language in [Language::Spanish, Language::German] {
            let told = speaking(language, || {
                [told_of_each_verdict(), told_of_each_beginning_and_drift()].concat()
            });
            insta::assert_snapshot!(format!("verdicts_in_{}", language.tag()), told);
        }
    }

    #[test]
    fn no_language_has_words_that_claim_too_much() {
        let claims: [(Language, &[&str]); 2] = [
            (Language::Spanish, &["repentin", "súbit", "gradual", "causa", "recaída", "estable"]),
            (Language::German, &["plötzlich", "allmählich", "ursache", "rückfall", "stabil"]),
        ];
        for (language, words) in claims {
            let told = speaking(language, told_of_each_verdict).to_lowercase();
            for word in words {
                assert!(!told.contains(word), "{word}: {told}");
            }
        }
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
