//! Owns which items of a questionnaire a page may show: answers, and notes to single items.
//!
//! A private item is shown only where it is named. Where a score goes in that counts one that is not, the other
//! answers behind that score stay out: with them, the private answer is what is missing from the score.

use std::collections::BTreeSet;

use super::page::PageChoice;
use crate::questionnaire::{Item, ItemId, Questionnaire};

/// The items of one questionnaire that may be shown.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    items: BTreeSet<ItemId>,
    /// Those among them whose answers stay out.
    telling: BTreeSet<ItemId>,
    /// The titles of the scores whose answers stay out because a private one is among them.
    pub(crate) held_back: Vec<String>,
}

impl Shown {
    /// Decides it for a questionnaire: with `only`, what those scores are made of; else all that no score
    /// left out is made of alone.
    pub(crate) fn of(definition: &Questionnaire, choice: &PageChoice) -> Self {
        let choices = &choice.choices;
        let (mut chosen, mut others) = (BTreeSet::new(), BTreeSet::new());
        for score in &definition.scores {
            let items = definition.items_of(score);
            if choices.takes(&score.id) { chosen.extend(items) } else { others.extend(items) }
        }
        let is_chosen =
            |id: &ItemId| chosen.contains(id) || (choices.only.is_empty() && !others.contains(id));
        let mut shown = Self::every(definition, choice);
        for score in definition.scores.iter().filter(|score| choices.takes(&score.id)) {
            let items = definition.items_of(score);
            if items.iter().any(|id| !shown.items.contains(*id)) {
                shown.telling.extend(items.into_iter().cloned());
                shown.held_back.push(score.title.clone());
            }
        }
        shown.items.retain(is_chosen);
        shown
    }

    /// Shows every item that is not private or named: for the context, which is chosen as a whole.
    pub(crate) fn every(definition: &Questionnaire, choice: &PageChoice) -> Self {
        let may = |item: &&Item| !item.private || choice.private.contains(&item.id);
        let items = definition.items.iter().filter(may);
        Self { items: items.map(|item| item.id.clone()).collect(), ..Self::default() }
    }

    /// Returns whether a note to an item may be shown.
    pub(crate) fn has_note(&self, id: &ItemId) -> bool {
        self.items.contains(id)
    }

    /// Returns whether an answer to an item may be shown.
    pub(crate) fn has_answer(&self, id: &ItemId) -> bool {
        self.items.contains(id) && !self.telling.contains(id)
    }
}
