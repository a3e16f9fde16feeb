//! Owns how days and numbers are written in the person's language.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, Weekday};

use super::bundle::Messages;
use super::{message, spoken};

/// A language's words for days and numbers, looked up once.
#[derive(Default)]
pub(crate) struct Form {
    decimal_sign: String,
    months: Vec<String>,
    /// A day in figures, as chrono's `format` wants it told; lists have thousands.
    list_day: String,
}

impl Form {
    pub(super) fn of(messages: &Messages) -> Self {
        let month = |number: u32| messages.text("month", [("number", number.into())]);
        Self {
            decimal_sign: messages.text("decimal-sign", []),
            months: (1..=12).map(month).collect(),
            list_day: messages.text("list-day", []),
        }
    }
}

/// Returns a number, written with a decimal point, as the person writes it.
pub(crate) fn decimal(number: &str) -> String {
    number.replace('.', &Messages::of(spoken()).form.decimal_sign)
}

/// Returns the short name of a day's month: "Nov".
pub(crate) fn month(date: NaiveDate) -> &'static str {
    let months = &Messages::of(spoken()).form.months;
    &months[date.month0() as usize]
}

/// Returns a day as people write it: "6 Nov 2026".
pub fn day(date: NaiveDate) -> String {
    message!("day", day = date.day(), month = month(date), year = date.year().to_string())
}

/// Returns a day in figures, for lists: "2026-11-06".
pub fn list_day(date: NaiveDate) -> String {
    date.format(&Messages::of(spoken()).form.list_day).to_string()
}

/// Returns a weekday: "Friday".
pub(crate) fn weekday(weekday: Weekday) -> String {
    message!("weekday", number = weekday.number_from_monday())
}

/// Returns a day with its weekday: "Friday 6 Nov 2026".
pub(crate) fn day_of_week(date: NaiveDate) -> String {
    message!("weekday-and-day", weekday = weekday(date.weekday()), day = day(date))
}

/// Returns a day with its weekday and a clock time: "Friday 6 Nov 2026, 17:00".
pub(crate) fn moment(at: DateTime<FixedOffset>) -> String {
    let date = at.date_naive();
    message!(
        "moment",
        weekday = weekday(date.weekday()),
        day = day(date),
        time = at.format("%H:%M").to_string()
    )
}
