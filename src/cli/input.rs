//! Owns reading files and standard input: bounded in size, and JSON without duplicate keys.

use std::fmt;
use std::io::Read as _;
use std::path::Path;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::error::CommandError;

/// Reads a text file, or standard input for `-`; at most `limit` bytes of UTF-8.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, CommandError> {
    let name = path.display();
    let cannot = |error: std::io::Error| {
        CommandError::failed(format!("cannot read `{name}`")).because(error)
    };
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        let file = std::fs::File::open(path).map_err(cannot)?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(cannot)?;
    }
    if bytes.len() as u64 > limit {
        return Err(CommandError::failed(format!("`{name}` is larger than {limit} bytes")));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        CommandError::failed(format!("`{name}` is not UTF-8 text, from byte {at} on"))
            .hint("save it as UTF-8")
    })
}

/// Reads JSON, or TOML where the text does not begin with `{`; duplicate keys are refused in both.
pub(crate) fn read_value(name: &str, text: &str) -> Result<Value, CommandError> {
    let wrong = |kind: &str, cause: String| {
        CommandError::failed(format!("`{name}` is not correct {kind}")).cause(cause)
    };
    let is_toml = Path::new(name).extension().is_some_and(|ending| ending == "toml");
    if text.trim_start().starts_with('{') && !is_toml {
        return strict_json(text).map_err(|error| wrong("JSON", error.to_string()));
    }
    // The parser's own report shows the line, which may hold a note or an answer.
    let place = |error: &toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        let before = &text.as_bytes()[..at];
        let line = before.split(|byte| *byte == b'\n').count();
        format!("line {line}: {}", error.message())
    };
    let table: toml::Table = toml::from_str(text).map_err(|error| wrong("TOML", place(&error)))?;
    serde_json::to_value(table).map_err(|error| wrong("TOML", error.to_string()))
}

/// Reads JSON; duplicate keys are refused.
pub(crate) fn strict_json(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str::<Strict>(text).map(|value| value.0)
}

/// A JSON value whose objects have each key once.
struct Strict(Value);

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
    fn a_duplicate_key_is_refused_in_json_and_toml() {
        for text in ["{\"a\": 1, \"a\": 2}", "{\"x\": {\"a\": 1, \"a\": 2}}", "a = 1\na = 2\n"] {
            assert!(read_value("-", text).is_err(), "{text}");
        }
    }

    #[test]
    fn toml_and_json_give_the_same_value() {
        let json = read_value("-", "{\"answers\": {\"support.heard\": 4}}").unwrap();
        let toml = read_value("-", "[answers]\n\"support.heard\" = 4\n").unwrap();
        assert_eq!(json, toml);
    }
}
