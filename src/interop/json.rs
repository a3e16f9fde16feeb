//! Owns reading foreign JSON: limits before parsing, each key once, a byte order mark tolerated.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The largest foreign file that is read, in bytes.
pub const LARGEST: usize = 16 * 1024 * 1024;
/// How deep its values may be nested.
const DEEPEST: usize = 100;
/// How many values it may have.
const MOST_VALUES: usize = 2_000_000;

/// Why a text is not read as JSON.
#[derive(Debug, thiserror::Error)]
pub enum JsonProblem {
    /// It is too large.
    #[error("the file is larger than 16 MiB")]
    Large,
    /// Its values are nested too deeply.
    #[error("values are nested deeper than {DEEPEST} levels, from byte {0} on")]
    Deep(usize),
    /// It has too many values.
    #[error("the file has more than {MOST_VALUES} values")]
    Many,
    /// It is not JSON, or a key is there twice.
    #[error(transparent)]
    Syntax(#[from] serde_json::Error),
}

/// Reads JSON in which each object has each key once.
pub fn read_json(text: &str) -> Result<Value, JsonProblem> {
    if text.len() > LARGEST {
        return Err(JsonProblem::Large);
    }
    let text = text.trim_start_matches('\u{feff}');
    check_shape(text)?;
    Ok(serde_json::from_str::<Strict>(text)?.0)
}

/// Holds the text to the limits before anything is built from it.
fn check_shape(text: &str) -> Result<(), JsonProblem> {
    let (mut depth, mut values, mut in_text, mut escaped) = (0usize, 0usize, false, false);
    for (place, byte) in text.bytes().enumerate() {
        if in_text {
            in_text = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
            continue;
        }
        match byte {
            b'"' => in_text = true,
            b'{' | b'[' => {
                depth += 1;
                values += 1;
                if depth > DEEPEST {
                    return Err(JsonProblem::Deep(place));
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b',' => values += 1,
            _ => {}
        }
        if values > MOST_VALUES {
            return Err(JsonProblem::Many);
        }
    }
    Ok(())
}

/// A JSON value whose objects have each key once.
#[derive(Debug)]
pub(crate) struct Strict(pub(crate) Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value);
        number.map(Value::Number).ok_or_else(|| E::custom("a number is out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(Strict(value)) = seq.next_element()? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if object.contains_key(&key) {
                return Err(serde::de::Error::custom(format!("the key `{key}` is there twice")));
            }
            let Strict(value) = map.next_value()?;
            object.insert(key, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duplicate_key_is_refused_at_any_depth() {
        for text in ["{\"a\": 1, \"a\": 1}", "[{\"b\": {\"a\": 1, \"a\": 2}}]"] {
            let problem = read_json(text).unwrap_err().to_string();
            assert!(problem.contains("the key `a` is there twice"), "{problem}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_tolerated() {
        assert_eq!(read_json("\u{feff}{}").unwrap(), serde_json::json!({}));
    }

    #[test]
    fn limits_hold_before_parsing() {
        let deep = "[".repeat(DEEPEST + 1);
        assert!(matches!(read_json(&deep), Err(JsonProblem::Deep(_))));
        let many = format!("[{}", "1,".repeat(MOST_VALUES + 1));
        assert!(matches!(read_json(&many), Err(JsonProblem::Many)));
        let large = " ".repeat(LARGEST + 1);
        assert!(matches!(read_json(&large), Err(JsonProblem::Large)));
    }

    #[test]
    fn brackets_within_texts_are_no_depth() {
        let text = format!("\"{}\\\"{}\"", "[".repeat(200), "{".repeat(200));
        assert!(read_json(&text).is_ok());
    }
}
