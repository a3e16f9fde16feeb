//! Holds that every message file can be read, and how days, numbers and plurals come out.

use std::cell::Cell;

use chrono::NaiveDate;
use fluent_bundle::FluentResource;

use super::{Language, bundle, day, day_of_week, decimal, list_day, message};

thread_local! {
    /// The language of a test, in place of that of the run.
    pub(super) static SPOKEN_HERE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Does something as if this were the person's language.
pub(crate) fn speaking<T>(language: Language, work: impl FnOnce() -> T) -> T {
    let before = SPOKEN_HERE.replace(Some(language));
    let outcome = work();
    SPOKEN_HERE.set(before);
    outcome
}

#[test]
fn every_file_is_read_without_an_error() {
    for language in Language::ALL {
        for text in [bundle::file(language), bundle::errors_file(language)] {
            let read = FluentResource::try_new(text.to_owned());
            let errors = read.err().map(|(_, errors)| errors);
            assert!(errors.is_none(), "{}: {errors:?}", language.tag());
        }
    }
}

#[test]
fn the_second_set_is_read_when_one_of_its_messages_is_said() {
    for language in Language::ALL {
        let messages = bundle::Messages::read(language);
        messages.text("and", []);
        assert!(!messages.has_read_errors(), "{}", language.tag());
        assert_ne!(messages.text("error-label", []), "error-label");
        assert!(messages.has_read_errors(), "{}", language.tag());
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
