//! Owns the way from TOML text to the raw form: all mistakes of a file in one run.

mod example;
pub(super) mod fields;
mod item;
pub(super) mod raw;
mod score;
pub(super) mod syntax;

use std::str::FromStr;

use semver::Version;
use toml::de::DeTable;

use super::diagnostic::Diagnostic;
use super::model::{FORMAT, Origin};
use super::nearest::nearest;
use fields::{At, Fields, LABEL, TEXT};
use raw::RawFile;

/// The largest file that is read, in bytes.
const LARGEST: usize = 1024 * 1024;

const KEYS: [&str; 20] = [
    "format",
    "id",
    "version",
    "title",
    "language",
    "about",
    "recall",
    "recall_days",
    "origin",
    "source",
    "credit",
    "license",
    "terms",
    "validated",
    "validation",
    "shuffle",
    "scale",
    "item",
    "score",
    "include",
];

/// Reads a definition's text. The raw file holds what could be read, whatever was wrong beside it.
pub(super) fn decode(text: &str, problems: &mut Vec<Diagnostic>) -> RawFile {
    if text.len() > LARGEST {
        problems.push(
            Diagnostic::error("the file is larger than 1 MiB", 0..0)
                .with_hint("a definition is text; is this the right file?"),
        );
        return RawFile { is_unread: true, ..RawFile::default() };
    }
    if text.len() > MOST_TO_RECOVER
        && let Err(error) = DeTable::parse(text)
    {
        // Going on behind a mistake takes time that grows with the square of a file's mistakes.
        syntax::report(&[error], text, syntax::CORRECT_FILE, problems);
        return RawFile { is_unread: true, ..RawFile::default() };
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    syntax::report(&errors, text, syntax::CORRECT_FILE, problems);
    if !errors.is_empty() {
        // What follows from a broken line is not the author's mistake: syntax comes first.
        return RawFile { is_unread: true, ..RawFile::default() };
    }
    let known: Vec<&str> = KEYS.into_iter().chain(["example"]).collect();
    let whole = 0..text.find('\n').unwrap_or(text.len());
    file(&Fields::new(table.get_ref(), whole, &known, problems), problems)
}

/// Bytes up to which all syntax mistakes of a file are looked for; of a larger one the first is told.
const MOST_TO_RECOVER: usize = 64 * 1024;

fn file(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> RawFile {
    if !format_is_known(fields, problems) {
        return RawFile { is_unread: true, ..RawFile::default() };
    }
    fields.require("id", "\"my-team\"", problems);
    fields.require("version", "\"1.0.0\"", problems);
    fields.require("title", "\"My team\"", problems);
    let scales = item::scales(fields, problems);
    RawFile {
        is_unread: false,
        span: fields.span.clone(),
        id: fields.text("id", LABEL, problems).and_then(|id| local_id(id, problems)),
        version: version(fields, problems),
        title: fields.text("title", LABEL, problems),
        language: language(fields, problems),
        about: fields.text("about", TEXT, problems),
        recall: fields.text("recall", LABEL, problems),
        recall_days: recall_days(fields, problems),
        origin: word(
            fields,
            "origin",
            &[
                ("original", Origin::Original),
                ("adapted", Origin::Adapted),
                ("published", Origin::Published),
            ],
            problems,
        ),
        source: fields.text("source", TEXT, problems),
        credit: fields.text("credit", TEXT, problems),
        license: fields.text("license", TEXT, problems),
        terms: fields.text("terms", TEXT, problems),
        validated: fields.truth("validated", problems),
        validation: fields.text("validation", TEXT, problems),
        shuffle: fields.truth("shuffle", problems).is_some_and(|shuffle| shuffle.value),
        has_unnamed_scale: scales.len() < fields.count("scale"),
        scales,
        items: item::items(fields, problems),
        scores: score::scores(fields, problems),
        includes: example::includes(fields, problems),
        examples: example::examples(fields, problems),
    }
}

/// Checks `format`, on which everything else depends.
fn format_is_known(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> bool {
    fields.require("format", "1", problems);
    match fields.whole("format", problems) {
        Some(format) if format.value != i64::from(FORMAT) => {
            let message =
                format!("format {} is not known; this version reads format 1", format.value);
            problems.push(
                Diagnostic::error(message, format.span)
                    .with_hint("a newer checkin may know it; else write `format = 1`"),
            );
            false
        }
        _ => true,
    }
}

/// Returns whether a text can be a name: up to 60 lower-case letters, digits and single hyphens, a letter first.
pub(crate) fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && !text.contains("--")
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && text.len() <= 60
}

/// Checks a name.
fn local_id(id: At<String>, problems: &mut Vec<Diagnostic>) -> Option<At<String>> {
    let text = &id.value;
    if is_name(text) {
        return Some(id);
    }
    problems.push(
        Diagnostic::error(format!("`{text}` is not a name that can be used"), id.span).with_hint(
            "use up to 60 lower-case letters a-z, digits and single hyphens, a letter first",
        ),
    );
    None
}

fn version(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<At<Version>> {
    let text = fields.text("version", LABEL, problems)?;
    parse_version(text, problems)
}

fn parse_version(text: At<String>, problems: &mut Vec<Diagnostic>) -> Option<At<Version>> {
    match Version::from_str(&text.value) {
        Ok(version) => Some(At { value: version, span: text.span }),
        Err(_) => {
            problems.push(
                Diagnostic::error(format!("`{}` is not a version", text.value), text.span)
                    .with_hint("write three numbers with full stops between them, like \"1.0.0\""),
            );
            None
        }
    }
}

fn language(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<At<String>> {
    let language = fields.text("language", LABEL, problems)?;
    let mut parts = language.value.split('-');
    let first = parts.next().unwrap_or_default();
    let fits = (2..=3).contains(&first.len())
        && first.chars().all(|c| c.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        });
    if fits {
        return Some(language);
    }
    problems.push(
        Diagnostic::error(format!("`{}` is not a language", language.value), language.span)
            .with_hint("write a BCP 47 tag like \"en\" or \"pt-BR\""),
    );
    None
}

fn recall_days(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<At<u32>> {
    let days = fields.whole("recall_days", problems)?;
    match u32::try_from(days.value).ok().filter(|days| (1..=3660).contains(days)) {
        Some(value) => Some(At { value, span: days.span }),
        None => {
            problems.push(
                Diagnostic::error("`recall_days` is from 1 to 3660", days.span)
                    .with_hint("write how many days the recall period covers"),
            );
            None
        }
    }
}

/// Reads one of a few words.
fn word<T: Copy>(
    fields: &Fields<'_, '_>,
    key: &str,
    words: &[(&str, T)],
    problems: &mut Vec<Diagnostic>,
) -> Option<At<T>> {
    let given = fields.text(key, LABEL, problems)?;
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == given.value) {
        return Some(At { value: *value, span: given.span });
    }
    let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    let near = nearest(&given.value, all.iter().copied());
    let message = format!("`{key}` is one of {}, not `{}`", all.join(", "), given.value);
    problems.push(Diagnostic::error(message, given.span).with_nearest(near));
    None
}
