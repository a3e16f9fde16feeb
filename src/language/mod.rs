//! What the program says, in the person's language: messages by key, days and numbers.
//!
//! The texts are `messages/<tag>.ftl`, for errors, hints and the commands of maintenance
//! `messages/errors.<tag>.ftl`, and for `--help` `messages/help.<tag>.ftl` (Project Fluent, compiled in); nothing
//! else holds a sentence that is translated. `message!` puts the arguments into one of them, looked for in one file
//! after the other, and read when it is said. The language is that of the setting
//! `language`, given at the start by `cli`; until the settings are read it is that of the locale, and English
//! before that and for every language that is not here. Stages that compute hand out data, and errors that
//! are facts; `report`, `render` and `cli` put them into words.
//!
//! What machines read is not translated: keys and ids in JSON, columns of CSV, exit codes. Nor are manual pages,
//! mistakes in definitions and settings, `doctor`, `score`, and what libraries and the system say.

mod bundle;
mod form;
#[cfg(test)]
pub(crate) mod tests;

use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) use bundle::{Value, text};
pub(crate) use form::{Form, day_of_week, decimal, moment, month, weekday};
pub use form::{day, list_day};

/// The languages the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// The language everything is written in first.
    English,
    /// Spanish.
    Spanish,
    /// German.
    German,
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Self; 3] = [Self::English, Self::Spanish, Self::German];

    /// Returns its BCP 47 tag, which is also the name of its file.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::German => "de",
        }
    }

    /// Returns the language of a BCP 47 tag or a locale, whatever the region: `es-MX`, `de_AT.UTF-8`.
    /// `None` if the program does not speak it.
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }
}

/// The language of this run: its place in [`Language::ALL`].
static SPOKEN: AtomicUsize = AtomicUsize::new(0);

/// Chooses the language of what is said from now on.
pub(crate) fn speak(language: Language) {
    SPOKEN.store(language as usize, Ordering::Relaxed);
}

/// Chooses the language of a tag: English where there is none, or the program does not speak it.
pub(crate) fn speak_as(tag: Option<&str>) {
    speak(tag.and_then(Language::of).unwrap_or(Language::English));
}

/// Returns the language of this run.
pub(crate) fn spoken() -> Language {
    #[cfg(test)]
    if let Some(language) = tests::SPOKEN_HERE.get() {
        return language;
    }
    Language::ALL[SPOKEN.load(Ordering::Relaxed)]
}

/// Returns a message in the person's language: `message!("key", name = value, …)`.
macro_rules! message {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::language::text(
            $key,
            [$((stringify!($name), $crate::language::Value::from($value))),*],
        )
    };
}
pub(crate) use message;
