//! Owns the content of a definition file before it is checked, and its layout as TOML.
//! Must not check anything: what is written goes through the catalogue like any other file.

use serde::Serialize;
use toml::{Table, Value};

/// What a definition file says, in the order in which it is written.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Outline {
    /// The definition format.
    pub format: u32,
    /// The id, also the file's name.
    pub id: String,
    /// The semantic version.
    pub version: String,
    /// The title.
    pub title: String,
    /// The BCP 47 tag of all texts.
    pub language: String,
    /// What it asks about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The recall period in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall: Option<String>,
    /// The recall period in days; absent: a week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall_days: Option<u32>,
    /// `original`, `adapted` or `published`.
    pub origin: String,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The line that reports print.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// What the owner asks of those who use it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<String>,
    /// Whether it is a validated instrument.
    pub validated: bool,
    /// The citation of the validation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validation: Option<String>,
    /// The sets of response options.
    #[serde(rename = "scale", skip_serializing_if = "Vec::is_empty")]
    pub scales: Vec<OutlineScale>,
    /// The items.
    #[serde(rename = "item")]
    pub items: Vec<OutlineItem>,
    /// The scores, key by key.
    #[serde(rename = "score", skip_serializing_if = "Vec::is_empty")]
    pub scores: Vec<Table>,
    /// The worked examples: `answers` and `expect`.
    #[serde(rename = "example", skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Table>,
}

/// A set of response options.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlineScale {
    /// The local id.
    pub id: String,
    /// The options in the order shown.
    pub options: Vec<OutlineOption>,
}

/// A response option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutlineOption {
    /// The value that is stored and scored.
    #[serde(serialize_with = "plain")]
    pub value: f64,
    /// The label shown.
    pub label: String,
}

/// An item.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OutlineItem {
    /// The local id.
    pub id: String,
    /// The wording.
    pub text: String,
    /// The scale it is answered on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<String>,
    /// The kind, where it is not on a scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The lowest number.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain_option")]
    pub min: Option<f64>,
    /// The highest number.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain_option")]
    pub max: Option<f64>,
    /// The step between numbers.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "plain_option")]
    pub step: Option<f64>,
    /// The unit of a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The options of an item that takes several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<OutlineOption>,
    /// Whether it may be left out without being counted as missing.
    #[serde(skip_serializing_if = "is_false")]
    pub optional: bool,
    /// Whether it stays out of exports.
    #[serde(skip_serializing_if = "is_false")]
    pub private: bool,
    /// The answer at which the support resources are shown, `at_least` or `at_most`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub support_if: Option<Table>,
}

impl Outline {
    /// Lays the definition out as the text of a TOML file.
    ///
    /// # Panics
    /// Never: everything in an outline has a form in TOML.
    pub fn to_toml(&self) -> String {
        let table = Table::try_from(self).expect("an outline is plain data");
        let mut text = String::new();
        for (key, value) in table.iter().filter(|(_, value)| !is_tables(value)) {
            text.push_str(&line(key, value));
        }
        for (key, value) in &table {
            let Value::Array(members) = value else { continue };
            for member in members.iter().filter_map(Value::as_table) {
                text.push_str("\n[[");
                text.push_str(key);
                text.push_str("]]\n");
                for (name, value) in member {
                    text.push_str(&line(name, value));
                }
            }
        }
        text
    }
}

/// Writes one key; a list of tables has one of them a line.
fn line(name: &str, value: &Value) -> String {
    match value {
        Value::Array(members) if is_tables(value) => {
            let members: Vec<String> =
                members.iter().map(|member| format!("  {member},")).collect();
            format!("{name} = [\n{}\n]\n", members.join("\n"))
        }
        _ => format!("{name} = {value}\n"),
    }
}

fn is_tables(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|members| !members.is_empty() && members.iter().all(Value::is_table))
}

/// Writes a whole number without a fraction, as people do.
pub(crate) fn number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole and far below 2^53")]
    if value.fract() == 0.0 && value.abs() < 1e12 {
        Value::Integer(value as i64)
    } else {
        Value::Float(value)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn plain<S: serde::Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    number(*value).serialize(serializer)
}

#[expect(clippy::ref_option, reason = "serde calls it with a reference to the field")]
fn plain_option<S: serde::Serializer>(
    value: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.map(number).serialize(serializer)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(truth: &bool) -> bool {
    !truth
}
