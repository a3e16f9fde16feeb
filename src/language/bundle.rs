//! Owns the message files and how a message is made of one.
//!
//! There are two sets of them: what every run may say, and errors, hints and maintenance. The second is read
//! when one of its messages is said, so that a run without an error does not pay for it.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Form, Language, spoken};

/// What can be put into a message.
pub(crate) type Value<'a> = fluent_bundle::FluentValue<'a>;

/// One of the two sets.
type Set = FluentBundle<FluentResource>;

/// The messages of one language, read on first use, and its words for days and numbers.
pub(super) struct Messages {
    language: Language,
    first: Set,
    /// The second set, read when one of its messages is said.
    errors: OnceLock<Set>,
    pub(super) form: Form,
}

/// The text of a language's file: what every run may say.
pub(super) fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../messages/en.ftl"),
        Language::Spanish => include_str!("../../messages/es.ftl"),
        Language::German => include_str!("../../messages/de.ftl"),
    }
}

/// The text of a language's second file: errors, hints and maintenance.
pub(super) fn errors_file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../messages/errors.en.ftl"),
        Language::Spanish => include_str!("../../messages/errors.es.ftl"),
        Language::German => include_str!("../../messages/errors.de.ftl"),
    }
}

/// Reads the text of a file.
fn set(language: Language, text: &str) -> Set {
    let tag: LanguageIdentifier = language.tag().parse().expect("the tags are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Marks around arguments are for mixed directions; on a terminal they would be seen.
    bundle.set_use_isolating(false);
    // A test reads every file and finds no error in it; what could be read is used anyway.
    let resource = FluentResource::try_new(text.to_owned());
    bundle.add_resource_overriding(resource.unwrap_or_else(|(read, _)| read));
    bundle
}

impl Messages {
    pub(super) fn read(language: Language) -> Self {
        let first = set(language, file(language));
        let mut messages = Self { language, first, errors: OnceLock::new(), form: Form::default() };
        messages.form = Form::of(&messages);
        messages
    }

    /// Returns a message with the set it belongs to.
    fn find(&self, key: &str) -> Option<(&Set, FluentMessage<'_>)> {
        let in_set = |set| Set::get_message(set, key).map(|message| (set, message));
        let errors = || self.errors.get_or_init(|| set(self.language, errors_file(self.language)));
        in_set(&self.first).or_else(|| in_set(errors()))
    }

    /// Returns whether the second set has been read.
    #[cfg(test)]
    pub(super) fn has_read_errors(&self) -> bool {
        self.errors.get().is_some()
    }

    /// Returns the messages of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Messages>; Language::ALL.len()] = [const { OnceLock::new() }; 3];
        ALL[language as usize].get_or_init(|| Self::read(language))
    }

    /// Returns a message with its arguments. A test holds that none is missing; the key would be shown.
    pub(super) fn text<'a, const N: usize>(
        &self,
        key: &str,
        arguments: [(&'a str, Value<'a>); N],
    ) -> String {
        let found = self.find(key).and_then(|(set, message)| Some((set, message.value()?)));
        debug_assert!(found.is_some(), "there is no message `{key}`");
        let Some((set, pattern)) = found else { return key.to_owned() };
        let arguments: FluentArgs<'_> = arguments.into_iter().collect();
        let mut problems = Vec::new();
        let text = set.format_pattern(pattern, Some(&arguments), &mut problems);
        debug_assert!(problems.is_empty(), "`{key}`: {problems:?}");
        text.into_owned()
    }
}

/// Returns a message in the person's language.
pub(crate) fn text<'a, const N: usize>(key: &str, arguments: [(&'a str, Value<'a>); N]) -> String {
    Messages::of(spoken()).text(key, arguments)
}
