//! Owns whether responses fit a questionnaire; finds everything wrong at once.
//! Messages name the item and what is allowed, never the answer.

use std::collections::BTreeSet;

use super::asked::is_asked;
use super::private::Private;
use super::response::{Answer, Response, Responses};
use crate::questionnaire::{Item, ItemId, ItemKind, Questionnaire, ResponseOption, nearest};

/// What is wrong with one response, or with its absence.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ResponseProblem {
    /// The questionnaire has no such item.
    #[error("unknown item `{item}`{}", suggestion(.nearest.as_ref()))]
    UnknownItem {
        /// The name given.
        item: ItemId,
        /// The known item that is nearest to it.
        nearest: Option<ItemId>,
    },
    /// The item is asked and has no response.
    #[error("`{item}` has no answer; give one, or \"skipped\"")]
    NoResponse {
        /// The item.
        item: ItemId,
    },
    /// An earlier answer closes the item, and it has a response.
    #[error("`{item}` would not be asked after the other answers; leave it out")]
    NotAsked {
        /// The item.
        item: ItemId,
    },
    /// "Not applicable" is not offered.
    #[error("`{item}` does not offer \"not_applicable\"; it can be \"skipped\"")]
    NotApplicableNotOffered {
        /// The item.
        item: ItemId,
    },
    /// The answer has the wrong form or a value that is not offered.
    #[error("the answer to `{item}` is not one of those allowed: {allowed}")]
    NotAllowed {
        /// The item.
        item: ItemId,
        /// What is allowed, in words.
        allowed: String,
    },
    /// The same option is chosen twice.
    #[error("`{item}` names an option twice")]
    ChosenTwice {
        /// The item.
        item: ItemId,
    },
    /// The text is longer than 20,000 characters.
    #[error("the text of `{item}` is longer than 20,000 characters")]
    TextTooLong {
        /// The item.
        item: ItemId,
    },
}

impl ResponseProblem {
    /// Returns the item that the problem is about.
    pub fn item(&self) -> &ItemId {
        match self {
            Self::UnknownItem { item, .. }
            | Self::NoResponse { item }
            | Self::NotAsked { item }
            | Self::NotApplicableNotOffered { item }
            | Self::NotAllowed { item, .. }
            | Self::ChosenTwice { item }
            | Self::TextTooLong { item } => item,
        }
    }
}

/// Returns everything that is wrong with `responses`, unknown items first, then in the order of
/// the items.
pub fn check_responses(
    questionnaire: &Questionnaire,
    responses: &Responses,
) -> Vec<ResponseProblem> {
    let mut problems = Vec::new();
    let known: BTreeSet<&ItemId> = questionnaire.items.iter().map(|item| &item.id).collect();
    for item in responses.keys().filter(|item| !known.contains(item)) {
        let near = nearest(item.as_str(), known.iter().map(|known| known.as_str()));
        problems.push(ResponseProblem::UnknownItem {
            item: item.clone(),
            nearest: near.map(ItemId::new),
        });
    }
    for item in &questionnaire.items {
        let asked = is_asked(item, questionnaire, responses);
        match responses.get(&item.id) {
            Some(_) if !asked => problems.push(ResponseProblem::NotAsked { item: item.id.clone() }),
            Some(response) => problems.extend(check_response(item, response).err()),
            None if asked && !item.optional => {
                problems.push(ResponseProblem::NoResponse { item: item.id.clone() });
            }
            None => {}
        }
    }
    problems
}

/// Checks one response against its item, whether it is asked or not.
pub fn check_response(item: &Item, response: &Response) -> Result<(), ResponseProblem> {
    let id = || item.id.clone();
    match response {
        Response::Skipped => Ok(()),
        Response::NotApplicable if item.not_applicable.is_some() => Ok(()),
        Response::NotApplicable => Err(ResponseProblem::NotApplicableNotOffered { item: id() }),
        Response::Answered(answer) => check_answer(item, answer),
    }
}

fn check_answer(item: &Item, answer: &Answer) -> Result<(), ResponseProblem> {
    let id = || item.id.clone();
    let offered =
        |options: &[ResponseOption], value: f64| options.iter().any(|o| same(o.value, value));
    let fits = match (&item.kind, answer) {
        (ItemKind::Scale { options }, Answer::Number(Private(value))) => offered(options, *value),
        (ItemKind::Number { .. }, Answer::Number(Private(value))) => number_fits(item, *value),
        (ItemKind::YesNo, Answer::YesNo(_)) => true,
        (ItemKind::Many { options }, Answer::Many(Private(values))) => {
            let twice =
                |(place, value): (usize, &f64)| values[..place].iter().any(|v| same(*v, *value));
            if values.iter().enumerate().any(twice) {
                return Err(ResponseProblem::ChosenTwice { item: id() });
            }
            values.iter().all(|value| offered(options, *value))
        }
        (ItemKind::Text, Answer::Text(text)) => {
            if text.as_written().chars().count() > 20_000 {
                return Err(ResponseProblem::TextTooLong { item: id() });
            }
            true
        }
        _ => false,
    };
    if fits {
        return Ok(());
    }
    Err(ResponseProblem::NotAllowed { item: id(), allowed: allowed(item) })
}

fn number_fits(item: &Item, value: f64) -> bool {
    let ItemKind::Number { min, max, step, .. } = &item.kind else { return false };
    let within = value.is_finite()
        && min.is_none_or(|min| value >= min)
        && max.is_none_or(|max| value <= max);
    let on_step = step.is_none_or(|step| {
        let steps = (value - min.unwrap_or(0.0)) / step;
        (steps - steps.round()).abs() <= 1e-9
    });
    within && on_step
}

/// Returns what an item takes, in words.
fn allowed(item: &Item) -> String {
    let values = |options: &[ResponseOption]| {
        let named = options.iter().map(|option| format!("{} {}", option.value, option.label));
        named.collect::<Vec<_>>().join(", ")
    };
    match &item.kind {
        ItemKind::Scale { options } => values(options),
        ItemKind::Many { options } => format!("a list of {}", values(options)),
        ItemKind::YesNo => "true, false".into(),
        ItemKind::Text => "{\"text\": \"…\"}".into(),
        ItemKind::Number { min, max, step, .. } => {
            let mut words = "a number".to_owned();
            for (word, value) in [(" from ", min), (" to ", max), (" in steps of ", step)] {
                if let Some(value) = value {
                    words.push_str(word);
                    words.push_str(&value.to_string());
                }
            }
            words
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn suggestion(nearest: Option<&ItemId>) -> String {
    nearest.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
