//! Owns the missing-item rule: what became of a score's items, and whether that is enough.

use super::score::{NoValue, Tally};
use crate::checkin::is_asked;
use crate::checkin::response::{Response, Responses};
use crate::questionnaire::{Item, Missing, Need, Questionnaire};

/// Shares count as reached within this.
const EPS: f64 = 1e-9;

/// Counts what became of `items`.
pub(super) fn tally<'a>(
    items: impl Iterator<Item = &'a Item>,
    questionnaire: &Questionnaire,
    responses: &Responses,
) -> Tally {
    let mut tally = Tally::default();
    for item in items {
        tally.count(
            is_asked(item, questionnaire, responses),
            responses.get(&item.id),
            item.optional,
        );
    }
    tally
}

impl Tally {
    /// Counts what became of one more item.
    pub(super) fn count(&mut self, asked: bool, response: Option<&Response>, optional: bool) {
        self.of += 1;
        if !asked {
            self.not_asked += 1;
            return;
        }
        match response {
            Some(Response::Answered(_)) => self.answered += 1,
            Some(Response::NotApplicable) => self.not_applicable += 1,
            // An item that was left out of a file counts as passed over.
            Some(Response::Skipped) | None => {
                self.skipped += 1;
                self.optional_skipped += u32::from(optional);
            }
        }
    }
}

/// Returns how many items count for the rule: all, or for a share those that apply.
pub(super) fn denominator(missing: Missing, tally: Tally) -> u32 {
    match missing.need {
        Need::AtLeast(_) => tally.of,
        Need::Share(_) => {
            tally.of - tally.not_applicable - tally.not_asked - tally.optional_skipped
        }
    }
}

/// Returns how many answered items the rule needs.
pub(super) fn needed(missing: Missing, tally: Tally) -> u32 {
    match missing.need {
        Need::AtLeast(count) => count,
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of at most 500 items"
        )]
        Need::Share(share) => {
            (share * f64::from(denominator(missing, tally)) - EPS).ceil().max(1.0) as u32
        }
    }
}

/// Returns why a score has no value, if the rule says so.
pub(super) fn lacking(missing: Missing, tally: Tally) -> Option<NoValue> {
    let of = denominator(missing, tally);
    let needed = needed(missing, tally);
    if of == 0 || (tally.answered == 0 && tally.skipped == 0) {
        return Some(NoValue::NothingApplies);
    }
    (tally.answered < needed).then_some(NoValue::TooFewAnswers {
        answered: tally.answered,
        of,
        needed,
    })
}
