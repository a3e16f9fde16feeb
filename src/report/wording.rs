//! Owns the words around numbers: lists, days, headings, names of kinds.

use chrono::{Datelike as _, NaiveDate};

use super::model::{Report, ScoreLine};
use super::verdict::direction;
use crate::checkin::{Event, EventKind, Happened};
use crate::language::{self, decimal, message};
use crate::questionnaire::{Better, Group};
use crate::scoring::{NoValue, shown};

pub use crate::language::{day, list_day};

/// Returns a number as shown: one decimal, half to even, as the person writes it.
pub fn in_figures(value: f64) -> String {
    decimal(&shown(value))
}

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
            message!("listed", first = first.join(", "), last = last.as_ref())
        }
    }
}

/// Returns a range of days: "6 to 20 Nov 2026", the first year left out where both are of one.
pub fn days(from: NaiveDate, to: NaiveDate) -> String {
    let first = if from.year() == to.year() {
        message!("day-in-year", day = from.day(), month = language::month(from))
    } else {
        day(from)
    };
    message!("days", from = first, to = day(to))
}

/// Returns the days of an event: "6 Nov to 20 Nov 2026", "since 6 Nov 2026" of leave that is open.
pub fn event_days(event: &Event) -> String {
    match event.to {
        Some(to) if to != event.from => days(event.from, to),
        None if event.kind.is_leave() => message!("since-day", day = day(event.from)),
        _ => day(event.from),
    }
}

/// Returns the name of a kind of event.
pub fn event_kind(kind: EventKind) -> String {
    match kind {
        EventKind::Leave => message!("leave"),
        EventKind::Illness => message!("illness"),
        EventKind::Incident => message!("critical-incident"),
        EventKind::NewRole => message!("new-role"),
        EventKind::Supervision => message!("supervision"),
        EventKind::Other => message!("other-event"),
    }
}

/// Returns whether a step happened, in words.
pub fn step_course(happened: Happened) -> String {
    match happened {
        Happened::Yes => message!("step-yes"),
        Happened::Partly => message!("step-partly"),
        Happened::No => message!("step-no"),
        Happened::NoLongerMatters => message!("step-no-longer-matters"),
    }
}

/// Returns why a score has no value.
pub fn no_value_words(reason: &NoValue) -> String {
    match reason {
        NoValue::TooFewAnswers { answered, of, needed } => {
            message!("too-few-answered", answered = *answered, of = *of, needed = *needed)
        }
        NoValue::NothingApplies => message!("nothing-applied"),
        NoValue::PartWithoutValue { part } => {
            message!("part-without-value", part = part.as_str())
        }
    }
}

/// Returns the heading of a group of scores.
pub fn heading(group: Group) -> String {
    match group {
        Group::Summary => message!("group-summary"),
        Group::Work => message!("group-work"),
        Group::Person => message!("group-person"),
        Group::Strain => message!("group-strain"),
        Group::Other => message!("group-other"),
    }
}

/// Returns which direction is good, in words.
pub fn better(better: Better) -> String {
    match better {
        Better::Higher => message!("higher-is-better"),
        Better::Lower => message!("lower-is-better"),
        Better::Neither => message!("neither-is-better"),
    }
}

/// Returns the bounds of a range in figures: "34.7 to 64.8".
pub fn range_in_figures((low, high): (f64, f64)) -> String {
    message!("range", low = in_figures(low), high = in_figures(high))
}

/// Returns the bounds of a range: "0 to 100".
pub fn range((low, high): (f64, f64)) -> String {
    message!("range", low = decimal(&low.to_string()), high = decimal(&high.to_string()))
}

/// Returns a difference in words, of the unrounded values: 81.25 to 68.75 is "down 12.5", although the two
/// are shown as 81.2 and 68.8. Whether it is better or worse is said by a verdict alone: from one
/// check-in to the next it is mostly noise. What is good is said where less of it is better.
pub fn difference_words(difference: Option<f64>, better: Better) -> String {
    let Some(difference) = difference else { return String::new() };
    let size = shown(difference.abs());
    if size == "0.0" {
        return message!("the-same");
    }
    let (direction, size) = (direction(difference > 0.0), decimal(&size));
    if better == Better::Lower {
        message!("difference-less-is-better", direction = direction, size = size)
    } else {
        message!("difference", direction = direction, size = size)
    }
}

/// Returns a difference in words, for where it is said elsewhere in which scores less is better.
pub fn bare_difference(line: &ScoreLine) -> String {
    difference_words(line.difference.as_ref().map(|figure| figure.raw), Better::Higher)
}

/// Returns the range and the direction of all scores in a sentence; `None` unless they share the range and
/// each has a direction.
pub fn scales(report: &Report) -> Option<String> {
    let lines: Vec<&ScoreLine> = report.sections.iter().flat_map(|part| &part.scores).collect();
    let first = lines.first()?;
    if lines.iter().any(|line| line.range != first.range || line.better == Better::Neither) {
        return None;
    }
    let lower = lines.iter().filter(|line| line.better == Better::Lower);
    let lower: Vec<_> = lower.map(|line| line.title.as_str()).collect();
    let range = range(first.range);
    Some(if lower.is_empty() || lower.len() == lines.len() {
        message!("scales-alike", range = range, better = better(first.better))
    } else {
        message!("scales-mixed", range = range, lower = joined(&lower))
    })
}
