//! Owns reading a person's own copy of an instrument's wording from a text file.

use std::collections::BTreeMap;

use super::diagnostic::inert;
use super::key::{Key, KeyScale, value_name};

/// What a wording file holds: item texts in the order of their numbers, and labels by scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordingFile {
    /// The item texts.
    pub items: Vec<String>,
    /// The labels of the scales that the file gives, in the order of the key's values.
    pub labels: BTreeMap<String, Vec<String>>,
}

/// What is wrong with a wording file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordingProblem {
    /// A line `[…]` names no scale of the key.
    #[error("line {line}: the key has no scale `{name}`; it has {known}")]
    UnknownScale {
        /// The line, from 1.
        line: usize,
        /// What it names.
        name: String,
        /// The scales there are.
        known: String,
    },
    /// A line below `[…]` is not `value = label`.
    #[error("line {line}: a response option is written `value = label`, like `{example} = …`")]
    NoLabel {
        /// The line, from 1.
        line: usize,
        /// A value of the scale.
        example: String,
    },
    /// A value is not one of the scale's, or is there twice.
    #[error("line {line}: the scale `{scale}` has the values {values}, each once")]
    Value {
        /// The line, from 1.
        line: usize,
        /// The scale.
        scale: String,
        /// Its values.
        values: String,
    },
    /// Not all values of a scale have a label.
    #[error("the labels of `{scale}` are not complete; it has the values {values}")]
    Incomplete {
        /// The scale.
        scale: String,
        /// Its values.
        values: String,
    },
    /// The lines are numbered, but not 1 to the number of items, each once.
    #[error("line {line}: the item number {number} is there twice or beyond {items}")]
    Number {
        /// The line, from 1.
        line: usize,
        /// The number.
        number: u32,
        /// The items of the key.
        items: usize,
    },
}

/// Reads a wording file: one item a line, blank lines between them as liked; below a line
/// `[scale]` the labels of that scale as `value = label`. Where every item line begins with its
/// number, `3.` or `3)`, the items may stand in any order.
pub fn read_wording(text: &str, key: &Key) -> Result<WordingFile, WordingProblem> {
    let mut items = Vec::new();
    let mut labels: BTreeMap<String, BTreeMap<usize, String>> = BTreeMap::new();
    let mut scale: Option<&KeyScale> = None;
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).enumerate();
    for (place, content) in lines.filter(|(_, content)| !content.is_empty()) {
        let line = place + 1;
        if let Some(name) = content.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            scale = Some(find_scale(name.trim(), line, key)?);
        } else if let Some(scale) = scale {
            let (value, label) = label(content, line, scale)?;
            let known = labels.entry(scale.id.clone()).or_default();
            if known.insert(value, label).is_some() {
                let (scale, values) = (scale.id.clone(), values(scale));
                return Err(WordingProblem::Value { line, scale, values });
            }
        } else {
            items.push((line, content));
        }
    }
    let mut complete = BTreeMap::new();
    for scale in &key.scales {
        let Some(given) = labels.remove(&scale.id) else { continue };
        if given.len() != scale.values.len() {
            let (scale, values) = (scale.id.clone(), values(scale));
            return Err(WordingProblem::Incomplete { scale, values });
        }
        complete.insert(scale.id.clone(), given.into_values().collect());
    }
    Ok(WordingFile { items: in_order(&items, key.items.len())?, labels: complete })
}

fn find_scale<'k>(name: &str, line: usize, key: &'k Key) -> Result<&'k KeyScale, WordingProblem> {
    key.scales.iter().find(|scale| scale.id == name).ok_or_else(|| {
        let known: Vec<&str> = key.scales.iter().map(|scale| scale.id.as_str()).collect();
        WordingProblem::UnknownScale { line, name: inert(name), known: known.join(", ") }
    })
}

/// Reads `value = label`; gives the value's place in the scale.
fn label(content: &str, line: usize, scale: &KeyScale) -> Result<(usize, String), WordingProblem> {
    let example = || scale.values.first().copied().map(value_name).unwrap_or_default();
    let (value, label) = content
        .split_once('=')
        .map(|(value, label)| (value.trim(), label.trim()))
        .filter(|(_, label)| !label.is_empty())
        .ok_or_else(|| WordingProblem::NoLabel { line, example: example() })?;
    let place = scale.values.iter().position(|known| value_name(*known) == value);
    let place = place.ok_or_else(|| WordingProblem::Value {
        line,
        scale: scale.id.clone(),
        values: values(scale),
    })?;
    Ok((place, label.to_owned()))
}

fn values(scale: &KeyScale) -> String {
    scale.values.iter().map(|value| value_name(*value)).collect::<Vec<_>>().join(", ")
}

/// Puts numbered lines in the order of their numbers; without a number on each they stay as they are.
fn in_order(lines: &[(usize, &str)], items: usize) -> Result<Vec<String>, WordingProblem> {
    let numbered: Option<Vec<(usize, u32, &str)>> = lines
        .iter()
        .map(|(line, content)| {
            let (number, text) = content.split_once(['.', ')'])?;
            Some((*line, number.parse().ok()?, text.trim()))
        })
        .collect();
    let Some(numbered) = numbered else {
        return Ok(lines.iter().map(|(_, content)| (*content).to_owned()).collect());
    };
    let mut ordered: BTreeMap<u32, String> = BTreeMap::new();
    for (line, number, text) in numbered {
        let beyond = number == 0 || usize::try_from(number).is_ok_and(|number| number > items);
        if beyond || ordered.insert(number, text.to_owned()).is_some() {
            return Err(WordingProblem::Number { line, number, items });
        }
    }
    Ok(ordered.into_values().collect())
}
