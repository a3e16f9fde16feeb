//! Owns reading `[[include]]` and `[[example]]`.

use serde_json::{Value, json};
use toml::de::{DeTable, DeValue};

use super::super::diagnostic::Diagnostic;
use super::fields::{At, Fields, LABEL, TEXT, number, text, wrong_type};
use super::raw::{RawExample, RawExpectation, RawInclude};

pub(super) fn includes(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Vec<RawInclude> {
    let mut includes = Vec::new();
    for (table, span) in fields.tables("include", problems) {
        let include = Fields::new(table, span.clone(), &["from", "items"], problems);
        include.require("from", "\"support\"", problems);
        include.require("items", "\"all\"", problems);
        let items = match include.value("items").map(toml::Spanned::get_ref) {
            Some(DeValue::String(word)) if word == "all" => None,
            Some(DeValue::Array(_)) => include.texts("items", problems).map(|texts| texts.value),
            Some(_) => {
                let message = "`items` is \"all\" or a list of items";
                problems.push(Diagnostic::error(message, include.key_span("items")));
                continue;
            }
            None => continue,
        };
        if items.as_ref().is_some_and(Vec::is_empty) {
            let message = "the list of included items is empty";
            problems.push(Diagnostic::error(message, include.key_span("items")));
            continue;
        }
        if let Some(from) = include.text("from", LABEL, problems) {
            includes.push(RawInclude { span, from, items });
        }
    }
    includes
}

pub(super) fn examples(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Vec<RawExample> {
    let mut examples = Vec::new();
    for (table, span) in fields.tables("example", problems) {
        let example = Fields::new(table, span.clone(), &["answers", "expect"], problems);
        example.require("answers", "{ heard = 4 }", problems);
        example.require("expect", "{ support = 100 }", problems);
        let answers = example.table("answers", problems).map(|(table, _)| answers(table, problems));
        let expect = example.table("expect", problems).map(|(table, _)| expect(table, problems));
        if let (Some(answers), Some(expect)) = (answers, expect) {
            examples.push(RawExample { span, answers, expect });
        }
    }
    examples
}

fn answers(table: &DeTable<'_>, problems: &mut Vec<Diagnostic>) -> Vec<(At<String>, Value)> {
    let mut answers = Vec::new();
    for (key, value) in table {
        let name = At { value: key.get_ref().to_string(), span: key.span() };
        let read = match value.get_ref() {
            DeValue::Boolean(truth) => Some(json!(truth)),
            DeValue::Integer(_) | DeValue::Float(_) => {
                number(value, problems).map(|number| json_number(number.value))
            }
            DeValue::String(word) if word == "skipped" || word == "not_applicable" => {
                Some(json!(word))
            }
            DeValue::Array(array) => {
                let numbers: Vec<_> = array.iter().map(|member| number(member, problems)).collect();
                let numbers: Option<Vec<f64>> =
                    numbers.into_iter().map(|number| Some(number?.value)).collect();
                numbers.map(|numbers| numbers.into_iter().map(json_number).collect())
            }
            DeValue::Table(inner) => free_text(inner, value, &name, problems),
            DeValue::String(_) | DeValue::Datetime(_) => {
                problems.push(
                    wrong_type("an answer", value)
                        .with_hint("a number, true, false, a list, \"skipped\", \"not_applicable\" or { text = \"…\" }"),
                );
                None
            }
        };
        answers.extend(read.map(|value| (name, value)));
    }
    answers
}

/// Writes a whole number without a fraction, as the canonical form does.
fn json_number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "at most 1e12")]
    if value.fract() == 0.0 { json!(value as i64) } else { json!(value) }
}

fn free_text(
    inner: &DeTable<'_>,
    value: &toml::Spanned<DeValue<'_>>,
    name: &At<String>,
    problems: &mut Vec<Diagnostic>,
) -> Option<Value> {
    let only = inner.iter().next().filter(|(key, _)| inner.len() == 1 && key.get_ref() == "text");
    match only {
        Some((_, words)) => text(words, TEXT, problems).map(|words| json!({ "text": words.value })),
        None => {
            let message = format!("`{}` is a table here, not an answer", name.value);
            problems.push(Diagnostic::error(message, value.span()).with_hint(
                "put quotation marks around a name with a full stop: \"support.heard\" = 4",
            ));
            None
        }
    }
}

fn expect(
    table: &DeTable<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Vec<(At<String>, RawExpectation)> {
    let mut expect = Vec::new();
    for (key, value) in table {
        let name = At { value: key.get_ref().to_string(), span: key.span() };
        let expected = match value.get_ref() {
            DeValue::String(word) if word == "none" => Some(RawExpectation::None),
            DeValue::String(_) => {
                problems.push(Diagnostic::error("expected a number or \"none\"", value.span()));
                None
            }
            DeValue::Float(digits) => number(value, problems).map(|number| RawExpectation::Value {
                value: number.value,
                tolerance: half_unit(digits.as_str()),
            }),
            _ => number(value, problems)
                .map(|number| RawExpectation::Value { value: number.value, tolerance: 0.5 }),
        };
        expect.extend(expected.map(|expected| (name, expected)));
    }
    expect
}

/// Returns half a unit of the last digit written: 0.05 for 87.5, 0.5 for 87, 0.005 for 1.00.
fn half_unit(digits: &str) -> f64 {
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let decimals = i32::try_from(decimals).unwrap_or(0);
    0.5 * 10f64.powi(exponent.parse().unwrap_or(0) - decimals)
}

#[cfg(test)]
mod tests {
    use super::half_unit;

    #[test]
    fn the_tolerance_is_half_a_unit_of_the_last_digit_written() {
        for (digits, expected) in [("87.5", 0.05), ("1.00", 0.005), ("2e1", 5.0), ("1.5e-1", 0.005)]
        {
            assert!((half_unit(digits) - expected).abs() < 1e-12, "{digits}");
        }
    }
}
