//! Holds that every message file can be read, and how days, numbers and plurals come out.

use std::cell::Cell;

use chrono::NaiveDate;
use fluent_bundle::FluentResource;

use super::{Language, bundle, day, day_of_week, decimal, list_day, message};

thread_local! {
    /// The language of a test, in place of that of the run.
    pub(super) static SPOKEN_HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// The help of a language, as its file has it.
pub(crate) fn help_file(language: Language) -> &'static str {
    bundle::files(language)[2]
}

/// Does something as if this were the person's language.
pub(crate) fn speaking<T>(language: Language, work: impl FnOnce() -> T) -> T {
    let before = SPOKEN_HERE.replace(Some(language));
    let outcome = work();
    SPOKEN_HERE.set(before);
    outcome
}

#[test]
fn every_file_is_read_without_an_error_and_each_message_alone_as_in_its_file() {
    let read = |text: &str| {
        let read = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| errors).unwrap();
        let entries = read.entries().map(|entry| format!("{entry:?}"));
        entries.filter(|entry| entry.starts_with("Message(")).collect::<Vec<_>>()
    };
    for file in Language::ALL.into_iter().flat_map(bundle::files) {
        let keys = file.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let alone = keys.flat_map(|line| {
            let key = line.split(' ').next().unwrap();
            read(bundle::cut(file, key).unwrap_or_else(|| panic!("no `{key}`")))
        });
        let alone: Vec<String> = alone.collect();
        assert!(alone.len() > 200, "{} messages", alone.len());
        assert_eq!(alone, read(file));
    }
}

#[test]
fn a_message_comes_with_those_it_names() {
    assert_eq!(bundle::named("a = { $n ->\n [one] { b } {c-d}\n *[other] { $e }\n}").count(), 2);
    for language in Language::ALL {
        let said = speaking(language, || message!("reminder-in-shell"));
        assert!(said.contains(&speaking(language, || message!("reminder"))), "{said}");
    }
}

#[test]
fn days_and_numbers_are_those_of_the_language() {
    let date = NaiveDate::from_ymd_opt(2026, 11, 6).unwrap();
    let shown = |language| {
        speaking(language, || {
            [day(date), day_of_week(date), list_day(date), decimal("-62.5")].join("; ")
        })
    };
    assert_eq!(shown(Language::English), "6 Nov 2026; Friday 6 Nov 2026; 2026-11-06; -62.5");
    assert_eq!(shown(Language::Spanish), "6 nov 2026; viernes 6 nov 2026; 06/11/2026; -62,5");
    assert_eq!(shown(Language::German), "6. Nov. 2026; Freitag, 6. Nov. 2026; 06.11.2026; -62,5");
}

#[test]
fn english_names_of_months_and_weekdays_are_those_of_chrono() {
    for days in 0..400 {
        let date = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(days);
        assert_eq!(day_of_week(date), date.format("%A %-d %b %Y").to_string());
    }
}

#[test]
fn plurals_are_those_of_the_language_without_marks_around_arguments() {
    let weeks =
        |language, count: usize| speaking(language, || message!("weeks-without", count = count));
    assert_eq!(weeks(Language::English, 1), "1 week without one");
    assert_eq!(weeks(Language::English, 0), "0 weeks without one");
    assert_eq!(weeks(Language::Spanish, 1), "1 semana sin registro");
    assert_eq!(weeks(Language::Spanish, 1200), "1200 semanas sin registro");
    assert_eq!(weeks(Language::German, 2), "2 Wochen ohne Check-in");
}

#[test]
fn a_language_is_known_by_its_first_part() {
    assert_eq!(Language::of("es-MX"), Some(Language::Spanish));
    assert_eq!(Language::of("de_AT.UTF-8"), Some(Language::German));
    assert_eq!(Language::of("EN"), Some(Language::English));
    assert_eq!(Language::of("pt-BR"), None);
    assert_eq!(Language::of("C.UTF-8"), None);
}
