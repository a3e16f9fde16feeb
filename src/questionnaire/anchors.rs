//! Owns what the ends of a key's scale stand for, and whether a copy's labels say the same.

use std::collections::BTreeSet;

use super::key::{Key, KeyScale, Wording, value_name};
use super::key_problem::KeyProblem;

/// What the ends of a scale stand for, as far as the key knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchors<'k> {
    /// What the lowest value stands for.
    pub lowest: Option<&'k str>,
    /// What the highest value stands for.
    pub highest: Option<&'k str>,
}

/// What labels say of the direction of a scale.
#[derive(Clone, Debug, PartialEq)]
pub enum Direction {
    /// An end has the label that the key names for it, and none stands elsewhere.
    AsKey,
    /// Every label of an end that is there stands at the other end.
    Reversed(Misplaced),
    /// A label of an end stands somewhere else.
    Contrary(Misplaced),
    /// No label is one that the key names.
    Untold,
}

/// A label of an end at the wrong value.
#[derive(Clone, Debug, PartialEq)]
pub struct Misplaced {
    /// The label, as the copy writes it.
    pub label: String,
    /// The value that it stands at.
    pub value: f64,
    /// The value that the key has it at.
    pub expected: f64,
}

impl Key {
    /// Returns what the ends of a scale stand for, where copies differ by what the person chose.
    pub fn anchors<'k>(&'k self, scale: &'k KeyScale, choice: Option<&str>) -> Anchors<'k> {
        let choices = self.question.iter().flat_map(|question| &question.choices);
        let chosen = choices.into_iter().find(|known| choice == Some(known.id.as_str()));
        let or = |own: &'k Option<String>, of_choice: Option<&'k String>| {
            own.as_ref().or(of_choice).map(String::as_str)
        };
        Anchors {
            lowest: or(&scale.lowest, chosen.and_then(|choice| choice.lowest.as_ref())),
            highest: or(&scale.highest, chosen.and_then(|choice| choice.highest.as_ref())),
        }
    }

    /// Holds the labels to their values, as far as the key knows what the ends stand for.
    pub(super) fn check_ends(&self, scale: &KeyScale, wording: &Wording) -> Result<(), KeyProblem> {
        let labels = wording.labels.get(&scale.id).map_or(&[][..], Vec::as_slice);
        let anchors = self.anchors(scale, wording.choice.as_deref());
        match anchors.direction(&scale.values, labels) {
            Direction::AsKey | Direction::Untold => Ok(()),
            Direction::Reversed(at) | Direction::Contrary(at) => Err(KeyProblem::Anchor {
                scale: scale.id.clone(),
                label: at.label,
                value: value_name(at.value),
                expected: value_name(at.expected),
            }),
        }
    }
}

impl Anchors<'_> {
    /// Tells by the labels of `values` which end is which.
    pub fn direction(self, values: &[f64], labels: &[String]) -> Direction {
        let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut right = 0;
        let mut wrong = Vec::new();
        let mut is_opposite = true;
        for (named, expected, opposite) in
            [(self.lowest, lowest, highest), (self.highest, highest, lowest)]
        {
            let Some(named) = named else { continue };
            for (value, label) in values.iter().copied().zip(labels) {
                if !is_same_label(label, named) {
                    continue;
                }
                if (value - expected).abs() < 1e-9 {
                    right += 1;
                } else {
                    is_opposite &= (value - opposite).abs() < 1e-9;
                    wrong.push(Misplaced { label: label.clone(), value, expected });
                }
            }
        }
        match (right, wrong.into_iter().next()) {
            (0, None) => Direction::Untold,
            (_, None) => Direction::AsKey,
            (0, Some(first)) if is_opposite => Direction::Reversed(first),
            (_, Some(first)) => Direction::Contrary(first),
        }
    }

    /// Returns whether both ends have the labels that the key names, as far as it names any.
    pub fn are_met(self, values: &[f64], labels: &[String]) -> bool {
        let named = [self.lowest, self.highest].into_iter().flatten();
        named.clone().all(|named| labels.iter().any(|label| is_same_label(label, named)))
            && (named.count() == 0 || self.direction(values, labels) == Direction::AsKey)
    }
}

/// Returns whether two labels have the same words, whatever their order, marks, numbers and small words between
/// alternatives: `Never / almost never` is `never or almost never`.
fn is_same_label(label: &str, named: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && *word != "or" && word.parse::<f64>().is_err())
            .map(str::to_owned)
            .collect()
    };
    words(label) == words(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn direction(labels: [&str; 3]) -> Direction {
        let anchors = Anchors { lowest: Some("none or little"), highest: Some("all of it") };
        anchors.direction(&[2.0, 1.0, 0.0], &labels.map(str::to_owned))
    }

    #[test]
    fn the_ends_tell_the_direction() {
        assert_eq!(direction(["2 - All of it", "Half", "Little / none"]), Direction::AsKey);
        assert_eq!(direction(["ALL OF IT.", "Half", "Else"]), Direction::AsKey);
        assert_eq!(direction(["Much", "Half", "Else"]), Direction::Untold);
        let misplaced =
            |label: &str, value, expected| Misplaced { label: label.into(), value, expected };
        assert_eq!(
            direction(["None or little", "Half", "All of it"]),
            Direction::Reversed(misplaced("None or little", 2.0, 0.0))
        );
        assert_eq!(
            direction(["Much", "All of it", "None or little"]),
            Direction::Contrary(misplaced("All of it", 1.0, 2.0))
        );
    }

    #[test]
    fn a_word_more_or_less_is_another_label() {
        assert!(!is_same_label("not at all of it", "all of it"));
        assert!(!is_same_label("strongly disagree", "strongly agree"));
    }
}
