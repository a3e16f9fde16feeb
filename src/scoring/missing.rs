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
        tally.of += 1;
        if !is_asked(item, questionnaire, responses) {
            tally.not_asked += 1;
            continue;
        }
        match responses.get(&item.id) {
            Some(Response::Answered(_)) => tally.answered += 1,
            Some(Response::NotApplicable) => tally.not_applicable += 1,
            // An item that was left out of a file counts as passed over.
            Some(Response::Skipped) | None => {
                tally.skipped += 1;
                tally.optional_skipped += u32::from(item.optional);
            }
        }
    }
    tally
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
