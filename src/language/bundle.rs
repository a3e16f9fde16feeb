//! Owns the message files and how a message is made of one.
//!
//! A run says few of the messages, and reading them all would take longer than most commands: each is cut out of
//! its file and read when it is said.

use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use memchr::memmem;
use unic_langid::LanguageIdentifier;

use super::{Form, Language, spoken};

/// What can be put into a message.
pub(crate) type Value<'a> = fluent_bundle::FluentValue<'a>;

/// The messages of one language, and its words for days and numbers.
pub(super) struct Messages {
    files: [&'static str; 3],
    /// Those that have been said.
    read: Mutex<FluentBundle<FluentResource>>,
    pub(super) form: Form,
}

/// The texts of a language's files: what every run may say; errors, hints and maintenance; the help.
pub(super) fn files(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => [
            include_str!("../../messages/en.ftl"),
            include_str!("../../messages/errors.en.ftl"),
            include_str!("../../messages/help.en.ftl"),
        ],
        Language::Spanish => [
            include_str!("../../messages/es.ftl"),
            include_str!("../../messages/errors.es.ftl"),
            include_str!("../../messages/help.es.ftl"),
        ],
        Language::German => [
            include_str!("../../messages/de.ftl"),
            include_str!("../../messages/errors.de.ftl"),
            include_str!("../../messages/help.de.ftl"),
        ],
    }
}

/// Cuts a message out of a file: from its key to the next line that begins with a key or a comment.
pub(super) fn cut<'f>(file: &'f str, key: &str) -> Option<&'f str> {
    let begin = memmem::find(file.as_bytes(), format!("\n{key} =").as_bytes())? + 1;
    let goes_on = |line: &&str| !line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#');
    let mut lines = file[begin..].split_inclusive('\n');
    let first = lines.next()?.len();
    Some(&file[begin..begin + first + lines.take_while(goes_on).map(str::len).sum::<usize>()])
}

/// Returns the keys of the messages that a message names: `{ judged }`.
pub(super) fn named(message: &str) -> impl Iterator<Item = &str> {
    let is_key = |inner: &&str| {
        !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    message
        .split('{')
        .skip(1)
        .filter_map(|part| part.split('}').next())
        .map(str::trim)
        .filter(is_key)
}

impl Messages {
    fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().expect("the tags are well formed");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Marks around arguments are for mixed directions; on a terminal they would be seen.
        bundle.set_use_isolating(false);
        let read = Mutex::new(bundle);
        let mut messages = Self { files: files(language), read, form: Form::default() };
        messages.form = Form::of(&messages);
        messages
    }

    /// Returns the messages of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        static ALL: [OnceLock<Messages>; Language::ALL.len()] = [const { OnceLock::new() }; 3];
        ALL[language as usize].get_or_init(|| Self::new(language))
    }

    /// Returns the messages that have been read, with this one among them if there is such a message.
    fn with(&self, key: &str) -> MutexGuard<'_, FluentBundle<FluentResource>> {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        self.take_in(&mut read, key);
        read
    }

    /// Reads a message and those it names, unless that was done.
    fn take_in(&self, read: &mut FluentBundle<FluentResource>, key: &str) {
        if read.has_message(key) {
            return;
        }
        let Some(text) = self.files.iter().find_map(|file| cut(file, key)) else { return };
        // A test reads every file and finds no error in it; what could be read is used anyway.
        let message = FluentResource::try_new(text.to_owned());
        read.add_resource_overriding(message.unwrap_or_else(|(part, _)| part));
        for other in named(text) {
            self.take_in(read, other);
        }
    }

    /// Returns a message with its arguments. A test holds that none is missing; the key would be shown.
    pub(super) fn text<'a, const N: usize>(
        &self,
        key: &str,
        arguments: [(&'a str, Value<'a>); N],
    ) -> String {
        let read = self.with(key);
        let pattern = read.get_message(key).and_then(|message| message.value());
        debug_assert!(pattern.is_some(), "there is no message `{key}`");
        let Some(pattern) = pattern else { return key.to_owned() };
        let arguments: FluentArgs<'_> = arguments.into_iter().collect();
        let mut problems = Vec::new();
        let text = read.format_pattern(pattern, Some(&arguments), &mut problems);
        debug_assert!(problems.is_empty(), "`{key}`: {problems:?}");
        text.into_owned()
    }
}

/// Returns a message in the person's language.
pub(crate) fn text<'a, const N: usize>(key: &str, arguments: [(&'a str, Value<'a>); N]) -> String {
    Messages::of(spoken()).text(key, arguments)
}
