//! Owns whether responses fit a questionnaire; finds everything wrong at once.
//! Messages name the item and what is allowed, never the answer.

use std::collections::BTreeSet;
use std::fmt;

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
        /// What is allowed.
        allowed: Allowed,
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
    Err(ResponseProblem::NotAllowed { item: id(), allowed: Allowed::by(item) })
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

/// What an item takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Allowed {
    /// One of these options, each its value and its label.
    OneOf(String),
    /// Some of these options.
    SomeOf(String),
    /// Yes or no.
    YesNo,
    /// A text, as an object.
    Text,
    /// A number, in what the item counts.
    Number {
        /// The smallest.
        min: Option<f64>,
        /// The largest.
        max: Option<f64>,
        /// From one to the next, beginning with the smallest, or with 0.
        step: Option<f64>,
    },
}

impl Allowed {
    fn by(item: &Item) -> Self {
        let values = |options: &[ResponseOption]| {
            let named = options.iter().map(|option| format!("{} {}", option.value, option.label));
            named.collect::<Vec<_>>().join(", ")
        };
        match &item.kind {
            ItemKind::Scale { options } => Self::OneOf(values(options)),
            ItemKind::Many { options } => Self::SomeOf(values(options)),
            ItemKind::YesNo => Self::YesNo,
            ItemKind::Text => Self::Text,
            ItemKind::Number { min, max, step, .. } => {
                Self::Number { min: *min, max: *max, step: *step }
            }
        }
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneOf(options) => f.write_str(options),
            Self::SomeOf(options) => write!(f, "a list of {options}"),
            Self::YesNo => f.write_str("true, false"),
            Self::Text => f.write_str("{\"text\": \"…\"}"),
            Self::Number { min, max, step } => {
                f.write_str("a number")?;
                for (word, value) in [("from", min), ("to", max), ("in steps of", step)] {
                    if let Some(value) = value {
                        write!(f, " {word} {value}")?;
                    }
                }
                Ok(())
            }
        }
    }
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

fn suggestion(nearest: Option<&ItemId>) -> String {
    nearest.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
