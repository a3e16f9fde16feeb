//! Owns the message files and how a message is made of one.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Form, Language, spoken};

/// What can be put into a message.
pub(crate) type Value<'a> = fluent_bundle::FluentValue<'a>;

/// The messages of one language, read on first use, and its words for days and numbers.
pub(super) struct Messages {
    bundle: FluentBundle<FluentResource>,
    pub(super) form: Form,
}

/// The text of a language's file.
pub(super) fn file(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../messages/en.ftl"),
        Language::Spanish => include_str!("../../messages/es.ftl"),
        Language::German => include_str!("../../messages/de.ftl"),
    }
}

impl Messages {
    fn read(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().expect("the tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around arguments are for mixed directions; on a terminal they would be seen.
        bundle.set_use_isolating(false);
        // A test reads every file and finds no error in it; what could be read is used anyway.
        let resource = FluentResource::try_new(file(language).to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(read, _)| read));
        let mut messages = Self { bundle, form: Form::default() };
        messages.form = Form::of(&messages);
        messages
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
        let pattern = self.bundle.get_message(key).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "there is no message `{key}`");
        let Some(pattern) = pattern else { return key.to_owned() };
        let arguments: FluentArgs<'_> = arguments.into_iter().collect();
        let mut problems = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut problems);
        debug_assert!(problems.is_empty(), "`{key}`: {problems:?}");
        text.into_owned()
    }
}

/// Returns a message in the person's language.
pub(crate) fn text<'a, const N: usize>(key: &str, arguments: [(&'a str, Value<'a>); N]) -> String {
    Messages::of(spoken()).text(key, arguments)
}
