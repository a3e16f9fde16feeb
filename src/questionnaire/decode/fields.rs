//! Owns reading the fields of one TOML table: types, unknown and missing keys, each with its place.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::diagnostic::Diagnostic;
use super::super::nearest::nearest;
use super::super::signs::first_hostile;

/// Characters that a label, a title or a unit may have.
pub(crate) const LABEL: usize = 200;
/// Characters that any other text may have.
pub(crate) const TEXT: usize = 2_000;

/// A value with its place in the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct At<T> {
    pub(crate) value: T,
    pub(crate) span: Range<usize>,
}

impl<T> At<T> {
    pub(crate) fn map<U>(self, change: impl FnOnce(T) -> U) -> At<U> {
        At { value: change(self.value), span: self.span }
    }
}

/// The fields of one table. Reading one that is there and wrong reports it and gives `None`.
pub(crate) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    /// The place of the table, for what is missing in it.
    pub(crate) span: Range<usize>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl<'t, 'i> Fields<'t, 'i> {
    /// Looks at a table whose keys are `known`; every other key is reported.
    pub(crate) fn new(
        table: &'t DeTable<'i>,
        span: Range<usize>,
        known: &[&str],
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        for key in table.keys() {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                let near = nearest(name, known.iter().copied());
                let unknown = Diagnostic::error(format!("unknown key `{name}`"), key.span());
                problems.push(match near {
                    Some(_) => unknown.with_nearest(near),
                    None => unknown.with_hint(format!("the keys here are {}", known.join(", "))),
                });
            }
        }
        Self { table, span }
    }

    /// Returns the value of a key, whatever its type.
    pub(crate) fn value(&self, key: &str) -> Option<&'t Value<'i>> {
        self.table.iter().find(|(known, _)| known.get_ref().as_ref() == key).map(|(_, value)| value)
    }

    /// Returns whether a key is there.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// Returns the place of a key's name, for a message about the whole field.
    pub(crate) fn key_span(&self, key: &str) -> Range<usize> {
        self.table
            .keys()
            .find(|known| known.get_ref().as_ref() == key)
            .map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// Reports a key that must be there.
    pub(crate) fn require(&self, key: &str, example: &str, problems: &mut Vec<Diagnostic>) {
        // A mistyped key is reported with what was meant; that is one mistake and not two.
        let meant = |known: &toml::Spanned<toml::de::DeString<'_>>| {
            nearest(known.get_ref(), [key]).is_some()
        };
        if !self.has(key) && !self.table.keys().any(meant) {
            problems.push(
                Diagnostic::error(format!("`{key}` is missing"), self.span.clone())
                    .with_hint(format!("add a line like `{key} = {example}`")),
            );
        }
    }

    pub(crate) fn text(
        &self,
        key: &str,
        limit: usize,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<At<String>> {
        text(self.value(key)?, limit, problems)
    }

    pub(crate) fn number(&self, key: &str, problems: &mut Vec<Diagnostic>) -> Option<At<f64>> {
        number(self.value(key)?, problems)
    }

    pub(crate) fn whole(&self, key: &str, problems: &mut Vec<Diagnostic>) -> Option<At<i64>> {
        let value = self.value(key)?;
        let DeValue::Integer(digits) = value.get_ref() else {
            problems.push(wrong_type("a whole number", value));
            return None;
        };
        let parsed = i64::from_str_radix(digits.as_str(), digits.radix());
        match parsed {
            Ok(number) => Some(At { value: number, span: value.span() }),
            Err(_) => {
                problems.push(
                    Diagnostic::error("this number is too large", value.span())
                        .with_hint("is a digit there twice?"),
                );
                None
            }
        }
    }

    pub(crate) fn truth(&self, key: &str, problems: &mut Vec<Diagnostic>) -> Option<At<bool>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Boolean(truth) => Some(At { value: *truth, span: value.span() }),
            _ => {
                problems.push(wrong_type("true or false", value));
                None
            }
        }
    }

    /// Returns the members of an array.
    pub(crate) fn array(
        &self,
        key: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<At<Vec<&'t Value<'i>>>> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Array(array) => Some(At { value: array.iter().collect(), span: value.span() }),
            _ => {
                problems.push(wrong_type("a list in brackets", value));
                None
            }
        }
    }

    /// Returns an array of texts; members of another type are reported and left out.
    pub(crate) fn texts(
        &self,
        key: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<At<Vec<At<String>>>> {
        let array = self.array(key, problems)?;
        Some(array.map(|members| {
            members.into_iter().filter_map(|member| text(member, LABEL, problems)).collect()
        }))
    }

    /// Returns the tables of `[[key]]`.
    pub(crate) fn tables(
        &self,
        key: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<(&'t DeTable<'i>, Range<usize>)> {
        if let Some(value) = self.value(key)
            && let DeValue::Table(table) = value.get_ref()
        {
            problems.push(
                Diagnostic::error(format!("`[{key}]` has one bracket too few"), value.span())
                    .with_hint(format!("write [[{key}]]: there can be several")),
            );
            return vec![(table, value.span())];
        }
        let Some(array) = self.array(key, problems) else { return Vec::new() };
        let mut tables = Vec::new();
        for member in array.value {
            match member.get_ref() {
                DeValue::Table(table) => tables.push((table, member.span())),
                _ => problems.push(wrong_type(&format!("a table as in [[{key}]]"), member)),
            }
        }
        tables
    }

    /// Returns how many tables `[[key]]` there are, whatever is in them.
    pub(crate) fn count(&self, key: &str) -> usize {
        match self.value(key).map(Spanned::get_ref) {
            Some(DeValue::Array(tables)) => tables.len(),
            Some(DeValue::Table(_)) => 1,
            _ => 0,
        }
    }

    /// Returns a table in braces.
    pub(crate) fn table(
        &self,
        key: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<(&'t DeTable<'i>, Range<usize>)> {
        let value = self.value(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some((table, value.span())),
            _ => {
                problems.push(wrong_type("a table in braces", value));
                None
            }
        }
    }
}

/// Reads a text: clean, not blank, and not longer than `limit` characters.
pub(crate) fn text(
    value: &Value<'_>,
    limit: usize,
    problems: &mut Vec<Diagnostic>,
) -> Option<At<String>> {
    let DeValue::String(text) = value.get_ref() else {
        problems.push(wrong_type("text in quotes", value));
        return None;
    };
    if let Some(c) = first_hostile(text) {
        let code = u32::from(c);
        problems.push(
            Diagnostic::error(
                format!("the text holds the invisible or control character U+{code:04X}"),
                value.span(),
            )
            .with_hint("write the text anew without it"),
        );
        return None;
    }
    let length = text.chars().count();
    if length > limit {
        let message = format!("the text has {length} characters; at most {limit} are allowed here");
        problems.push(Diagnostic::error(message, value.span()).with_hint("make it shorter"));
        return None;
    }
    if text.trim().is_empty() {
        problems.push(
            Diagnostic::error("the text is empty", value.span())
                .with_hint("write something between the quotation marks, or leave the key out"),
        );
        return None;
    }
    Some(At { value: text.to_string(), span: value.span() })
}

/// Reads a finite number, whole or not.
pub(crate) fn number(value: &Value<'_>, problems: &mut Vec<Diagnostic>) -> Option<At<f64>> {
    let parsed = match value.get_ref() {
        DeValue::Integer(digits) if digits.radix() == 10 => digits.as_str().parse::<f64>().ok(),
        DeValue::Float(digits) => digits.as_str().parse::<f64>().ok(),
        _ => {
            problems.push(wrong_type("a number", value));
            return None;
        }
    };
    match parsed.filter(|number| number.is_finite() && number.abs() <= 1e12) {
        Some(number) => Some(At { value: number, span: value.span() }),
        None => {
            problems.push(
                Diagnostic::error("this is not a number that can be used", value.span())
                    .with_hint("write a decimal number between -1e12 and 1e12"),
            );
            None
        }
    }
}

/// Reports a value of the wrong type.
pub(crate) fn wrong_type(expected: &str, value: &Value<'_>) -> Diagnostic {
    let found = match value.get_ref() {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    let mut diagnostic =
        Diagnostic::error(format!("expected {expected}, found {found}"), value.span());
    if expected.starts_with("text") {
        diagnostic = diagnostic.with_hint("put quotation marks around it");
    } else if found == "text" && expected.starts_with("a list") {
        diagnostic = diagnostic.with_hint("write it in brackets, like [\"one\", \"two\"]");
    } else if found == "text" {
        diagnostic = diagnostic.with_hint("write it without quotation marks");
    }
    diagnostic
}
