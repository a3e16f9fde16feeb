//! Owns reading a person's own copy of an instrument's wording from a text file.

use std::collections::BTreeMap;

use super::key::{Key, KeyScale, value_name};
use super::signs::printable;

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
    /// Some lines are numbered and others not.
    #[error(
        "line {line} has no number as line {numbered} has; number every item, `1.` to `{items}.`, or none"
    )]
    Partly {
        /// The line without a number, from 1.
        line: usize,
        /// A line with one.
        numbered: usize,
        /// The items of the key.
        items: usize,
    },
    /// The lines begin with the numbers of items, and not in their order.
    #[error(
        "line {line} begins with {number} and is item {place} by its place; write `{number}.` so that the numbers count"
    )]
    Misplaced {
        /// The line, from 1.
        line: usize,
        /// The number at its beginning.
        number: u32,
        /// Its place among the items.
        place: usize,
    },
}

/// Reads a wording file: one item a line, blank lines between them as liked; below a line
/// `[scale]` the labels of that scale as `value = label`. Where every item line begins with its
/// number, like `3.`, `(3)` or `Q3:`, the items may stand in any order.
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
        WordingProblem::UnknownScale {
            line,
            name: printable(name).into_owned(),
            known: known.join(", "),
        }
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

/// A number at the beginning of a line.
struct Numbered<'t> {
    number: u32,
    /// What follows it.
    text: &'t str,
    /// Whether it can be nothing but the number of the item: "3." is, and "3 or more" is not.
    is_certain: bool,
}

impl<'t> Numbered<'t> {
    fn new(number: &str, text: &'t str, is_certain: bool) -> Option<Self> {
        Some(Self { number: number.parse().ok()?, text: text.trim(), is_certain })
    }
}

/// Reads `3.`, `3)`, `3:`, `(3)`, `Q3` or `Item 3:` at the beginning of a line, and a number alone with less
/// certainty.
fn numbered(line: &str) -> Option<Numbered<'_>> {
    const WORDS: [&str; 8] = ["q", "item", "question", "no", "nr", "frage", "pregunta", "ítem"];
    const MARKS: [char; 3] = ['.', ')', ':'];
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inside) = line.strip_prefix(open) {
            let (number, behind) = digits(inside)?;
            let text = behind.strip_prefix(close)?.trim_start_matches(MARKS);
            return Numbered::new(number, text, true);
        }
    }
    let letters = line.find(|c: char| !c.is_alphabetic()).unwrap_or(line.len());
    let (word, rest) = line.split_at(letters);
    let rest = match word.to_lowercase() {
        none if none.is_empty() => rest,
        word if WORDS.contains(&word.as_str()) => rest.trim_start_matches('.').trim_start(),
        _ => return None,
    };
    let (number, behind) = digits(rest)?;
    match behind.strip_prefix(MARKS) {
        // "3.5 hours" and "10:30" are no numbers of items.
        Some(text) if text.starts_with(|c: char| c.is_ascii_digit()) => None,
        Some(text) => Numbered::new(number, text.trim_start_matches(MARKS), true),
        None if behind.is_empty() || behind.starts_with(char::is_whitespace) => {
            Numbered::new(number, behind, word.eq_ignore_ascii_case("q"))
        }
        None => None,
    }
}

/// Cuts off the digits at the beginning of a text, if there are any.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Puts numbered lines in the order of their numbers; without any number they stay as they are. Where some have
/// one and others not, or numbers stand elsewhere than their places say, nobody can tell which item is which.
fn in_order(lines: &[(usize, &str)], items: usize) -> Result<Vec<String>, WordingProblem> {
    let found: Vec<Option<Numbered<'_>>> =
        lines.iter().map(|(_, content)| numbered(content)).collect();
    let is_certain =
        |found: &Option<Numbered<'_>>| found.as_ref().is_some_and(|found| found.is_certain);
    let with = found.iter().position(is_certain);
    let without = found.iter().position(|found| !is_certain(found));
    if let (Some(with), Some(without)) = (with, without) {
        return Err(WordingProblem::Partly {
            line: lines[without].0,
            numbered: lines[with].0,
            items,
        });
    }
    if with.is_none() {
        return match misplaced(&found) {
            Some((at, number)) => {
                Err(WordingProblem::Misplaced { line: lines[at].0, number, place: at + 1 })
            }
            None => Ok(lines.iter().map(|(_, content)| (*content).to_owned()).collect()),
        };
    }
    let mut ordered: BTreeMap<u32, String> = BTreeMap::new();
    let pairs = lines.iter().zip(found).filter_map(|(line, found)| Some((line, found?)));
    for ((line, _), Numbered { number, text, .. }) in pairs {
        let beyond = number == 0 || usize::try_from(number).is_ok_and(|number| number > items);
        if beyond || ordered.insert(number, text.to_owned()).is_some() {
            return Err(WordingProblem::Number { line: *line, number, items });
        }
    }
    Ok(ordered.into_values().collect())
}

/// Returns the first line whose number is not its place, where every line has one and they are 1 to the number of
/// lines: nothing but numbers of items is like that.
fn misplaced(found: &[Option<Numbered<'_>>]) -> Option<(usize, u32)> {
    let numbers: Vec<u32> = found
        .iter()
        .map(|found| found.as_ref().map(|found| found.number))
        .collect::<Option<_>>()?;
    let mut sorted = numbers.clone();
    sorted.sort_unstable();
    let is_whole = sorted.iter().zip(1..).all(|(number, place)| *number == place);
    let mut places = numbers.iter().copied().zip(1..).enumerate();
    places
        .find(|(_, (number, place))| is_whole && number != place)
        .map(|(at, (number, _))| (at, number))
}
