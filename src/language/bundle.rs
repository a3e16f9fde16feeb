//! Owns the message files and how a message is made of one.
//!
//! There are two sets of them: what every run may say, and errors, hints and maintenance. The second is read
//! when one of its messages is said, so that a run without an error does not pay for it.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Form, Language, spoken};

/// What can be put into a message.
pub(crate) type Value<'a> = fluent_bundle::FluentValue<'a>;

/// The messages of one language, read on first use, and its words for days and numbers.
pub(super) struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// The second set, read when one of its messages is said.
    errors: OnceLock<FluentBundle<FluentResource>>,
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
fn bundle(language: Language, text: &str) -> FluentBundle<FluentResource> {
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
        let bundle = bundle(language, file(language));
        let mut messages =
            Self { language, bundle, errors: OnceLock::new(), form: Form::default() };
        messages.form = Form::of(&messages);
        messages
    }

    /// Returns the set that a message belongs to.
    fn set_of(&self, key: &str) -> &FluentBundle<FluentResource> {
        if self.bundle.has_message(key) {
            return &self.bundle;
        }
        self.errors.get_or_init(|| bundle(self.language, errors_file(self.language)))
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
        let set = self.set_of(key);
        let pattern = set.get_message(key).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "there is no message `{key}`");
        let Some(pattern) = pattern else { return key.to_owned() };
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
