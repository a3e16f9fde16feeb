//! Owns the words around numbers: plurals, lists, days, headings.

use chrono::{Datelike as _, NaiveDate};

use crate::questionnaire::{Better, Group};
use crate::scoring::shown;

/// Returns "1 week", "2 weeks".
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// Returns "a", "a and b", "a, b and c".
pub fn joined<T: AsRef<str>>(parts: &[T]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// Returns a day as people write it: "6 Nov 2026".
pub fn day(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// Returns a range of days: "6 to 20 Nov 2026", the first year left out where both are of one.
pub fn days(from: NaiveDate, to: NaiveDate) -> String {
    let first =
        if from.year() == to.year() { from.format("%-d %b").to_string() } else { day(from) };
    format!("{first} to {}", day(to))
}

/// Returns the heading of a group of scores.
pub fn heading(group: Group) -> &'static str {
    match group {
        Group::Summary => "Overall",
        Group::Work => "Conditions at work",
        Group::Person => "Yourself",
        Group::Strain => "Strain",
        Group::Other => "Other",
    }
}

/// Returns which direction is good, in words.
pub fn better(better: Better) -> &'static str {
    match better {
        Better::Higher => "higher is better",
        Better::Lower => "lower is better",
        Better::Neither => "neither direction is better",
    }
}

/// Returns a difference in words. Whether it is better or worse is said by a verdict alone: from one
/// check-in to the next it is mostly noise. What is good is said where less of it is better.
pub fn difference_words(difference: Option<f64>, better: Better) -> String {
    let Some(difference) = difference else { return String::new() };
    let size = shown(difference.abs());
    if size == "0.0" {
        return "the same".into();
    }
    let direction = if difference > 0.0 { "up" } else { "down" };
    let less = if better == Better::Lower { " (less is better)" } else { "" };
    format!("{direction} {size}{less}")
}
