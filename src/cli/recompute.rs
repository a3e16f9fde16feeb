//! Owns the recomputation of scores for the history's full check: the history hands out what it holds,
//! scoring computes it again.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::sitting::stored_score;
use crate::history::{CheckIn, DefinitionHash, Imported, Recompute, StoredScore};
use crate::questionnaire::{Questionnaire, from_canonical};
use crate::scoring::score;

/// How far a recomputed value may be from the stored one, for another processor's arithmetic.
const TOLERANCE: f64 = 1e-9;

/// Returns the check of a check-in's scores against its stored definition.
pub(super) fn recompute() -> Recompute {
    let known: RefCell<BTreeMap<DefinitionHash, Option<Rc<Questionnaire>>>> = RefCell::default();
    Recompute(Rc::new(move |check_in, canonical| {
        // Imported scores have no answers to compute them from.
        if check_in.imported == Some(Imported::Scores) {
            return true;
        }
        let definition = known
            .borrow_mut()
            .entry(check_in.answered.definition.clone())
            .or_insert_with(|| from_canonical(canonical).ok().map(Rc::new))
            .clone();
        definition.is_some_and(|definition| scores_agree(check_in, &definition))
    }))
}

/// Returns whether the stored scores are those that the answers give.
fn scores_agree(check_in: &CheckIn, definition: &Questionnaire) -> bool {
    let computed: BTreeMap<_, StoredScore> =
        score(definition, &check_in.answered.responses).into_iter().map(stored_score).collect();
    let same = |stored: &StoredScore, computed: &StoredScore| {
        let values = match (&stored.value, &computed.value) {
            (Some(stored), Some(computed)) => (stored.0 - computed.0).abs() <= TOLERANCE,
            (None, None) => true,
            _ => false,
        };
        values && stored.answered == computed.answered && stored.of == computed.of
    };
    computed.len() == check_in.scores.len()
        && computed
            .iter()
            .all(|(id, computed)| check_in.scores.get(id).is_some_and(|s| same(s, computed)))
}
