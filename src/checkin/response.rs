//! Owns what was answered to an item, skipped ones among it, and its form in files.
//! Must not know how an answer is asked for or what is computed from it.

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::private::{Private, Untrusted};
use crate::questionnaire::ItemId;

/// All responses of one check-in, by item. An item that is not in it was not asked.
pub type Responses = BTreeMap<ItemId, Response>;

/// What came back for an item that was asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// It was answered.
    Answered(Answer),
    /// It was passed over.
    Skipped,
    /// It did not apply, where the item offers that.
    NotApplicable,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// The value of a scale's option, or a number.
    Number(Private<f64>),
    /// Yes or no.
    YesNo(Private<bool>),
    /// The values of the chosen options.
    Many(Private<Vec<f64>>),
    /// Free text.
    Text(Untrusted),
}

impl Response {
    /// Returns the answer, if there is one.
    pub fn answer(&self) -> Option<&Answer> {
        match self {
            Response::Answered(answer) => Some(answer),
            Response::Skipped | Response::NotApplicable => None,
        }
    }

    /// Makes the answer with this number: a scale's value or a number.
    pub fn number(value: f64) -> Self {
        Response::Answered(Answer::Number(Private(value)))
    }

    /// Makes the answer yes (true) or no (false).
    pub fn yes_no(value: bool) -> Self {
        Response::Answered(Answer::YesNo(Private(value)))
    }

    /// Returns the form used in files: a number, true or false, an array of values,
    /// `{"text": …}`, `"skipped"` or `"not_applicable"`.
    pub fn to_json(&self) -> Value {
        match self {
            Response::Skipped => Value::from("skipped"),
            Response::NotApplicable => Value::from("not_applicable"),
            Response::Answered(Answer::Number(Private(value))) => json_number(*value),
            Response::Answered(Answer::YesNo(Private(value))) => Value::from(*value),
            Response::Answered(Answer::Many(Private(values))) => {
                values.iter().copied().map(json_number).collect()
            }
            Response::Answered(Answer::Text(text)) => {
                serde_json::json!({ "text": text.as_written() })
            }
        }
    }

    /// Reads the form used in files; `None` if `value` has none of the allowed forms.
    ///
    /// Whether it fits an item is for [`super::check_responses`] to say.
    pub fn from_json(value: &Value) -> Option<Self> {
        Some(match value {
            Value::String(word) if word == "skipped" => Response::Skipped,
            Value::String(word) if word == "not_applicable" => Response::NotApplicable,
            Value::Number(number) => Response::number(number.as_f64()?),
            Value::Bool(value) => Response::yes_no(*value),
            Value::Array(values) => {
                let values = values.iter().map(Value::as_f64).collect::<Option<Vec<_>>>()?;
                Response::Answered(Answer::Many(Private(values)))
            }
            Value::Object(object) if object.len() == 1 => {
                let text = object.get("text")?.as_str()?;
                Response::Answered(Answer::Text(Untrusted::new(text)))
            }
            Value::Null | Value::String(_) | Value::Object(_) => return None,
        })
    }
}

impl Answer {
    /// Returns the number that an answer counts as: a scale's value, a number, yes as 1 and no as 0.
    /// `None` for the kinds that are never scored.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Answer::Number(Private(value)) => Some(*value),
            Answer::YesNo(Private(value)) => Some(if *value { 1.0 } else { 0.0 }),
            Answer::Many(_) | Answer::Text(_) => None,
        }
    }
}

/// Writes a whole number without a fraction, as people write it in files.
fn json_number(value: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "whole and far below 2^53")]
    if value.fract() == 0.0 && value.abs() < 1e15 {
        Value::from(value as i64)
    } else {
        Value::from(value)
    }
}

impl Serialize for Response {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Response {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Response::from_json(&value).ok_or_else(|| D::Error::custom("not a response"))
    }
}
