//! Owns reading files and standard input: bounded in size, and JSON without duplicate keys.

use std::io::Read as _;
use std::path::Path;

use serde_json::Value;

use super::error::CommandError;
use crate::interop::Strict;
use crate::language::message;

/// Reads a text file, or standard input for `-`; at most `limit` bytes of UTF-8.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, CommandError> {
    let name = shown(path);
    String::from_utf8(read_bytes(path, limit)?).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        CommandError::failed(message!("input-not-utf8", name = name, at = at.to_string()))
            .hint(message!("save-as-utf8"))
    })
}

/// Reads a file, or standard input for `-`; at most `limit` bytes.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, CommandError> {
    let name = shown(path);
    let cannot = |error: std::io::Error| {
        CommandError::failed(message!("cannot-read-input", name = name.as_str())).because(error)
    };
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        let file = std::fs::File::open(path).map_err(cannot)?;
        file.take(limit + 1).read_to_end(&mut bytes).map_err(cannot)?;
    }
    if bytes.len() as u64 > limit {
        return Err(CommandError::failed(message!(
            "input-too-large",
            name = name,
            limit = limit.to_string()
        )));
    }
    Ok(bytes)
}

/// Returns what an error calls a file.
fn shown(path: &Path) -> String {
    if path.as_os_str() == "-" {
        message!("standard-input")
    } else {
        format!("`{}`", path.display())
    }
}

/// Reads JSON, or TOML where neither the name nor a `{` at the beginning tells JSON; duplicate keys are refused in
/// both.
pub(crate) fn read_value(path: &Path, text: &str) -> Result<Value, CommandError> {
    let name = shown(path);
    let wrong = |kind: &str, cause: String| {
        let message = message!("input-not-correct", name = name.as_str(), kind = kind);
        CommandError::failed(message).cause(cause)
    };
    let ends = |with: &str| path.extension().is_some_and(|ending| ending == with);
    // A list of lists may begin like the name of a table; no name of one begins like this.
    let begins = |with: &str| text.trim_start().starts_with(with);
    if ends("json") || !ends("toml") && (begins("{") || begins("[[[")) {
        return strict_json(text).map_err(|error| wrong("JSON", error.to_string()));
    }
    // The parser's own report shows the line, which may hold a note or an answer.
    let place = |error: &toml::de::Error| {
        let at = error.span().map_or(0, |span| span.start).min(text.len());
        let before = &text.as_bytes()[..at];
        let line = before.split(|byte| *byte == b'\n').count();
        message!("cause-in-line", line = line.to_string(), problem = error.message())
    };
    let table: toml::Table = toml::from_str(text).map_err(|error| wrong("TOML", place(&error)))?;
    serde_json::to_value(table).map_err(|error| wrong("TOML", error.to_string()))
}

/// Reads JSON; duplicate keys are refused.
pub(crate) fn strict_json(text: &str) -> Result<Value, serde_json::Error> {
    serde_json::from_str::<Strict>(text).map(|value| value.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duplicate_key_is_refused_in_json_and_toml() {
        for text in ["{\"a\": 1, \"a\": 2}", "{\"x\": {\"a\": 1, \"a\": 2}}", "a = 1\na = 2\n"] {
            assert!(read_value(Path::new("-"), text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_error_names_the_format_and_where_it_stands() {
        let told = |name: &str, text: &str| {
            read_value(Path::new(name), text).expect_err("it is wrong").display()
        };
        let deep = "[".repeat(100_000);
        assert!(told("-", &deep).contains("standard input is not correct JSON"));
        assert!(told("a.json", "answers = 1").contains("`a.json` is not correct JSON"));
        assert!(told("a.toml", "{}").contains("`a.toml` is not correct TOML"));
        assert!(told("-", "answers").contains("standard input is not correct TOML"));
    }

    #[test]
    fn toml_and_json_give_the_same_value() {
        let json = read_value(Path::new("-"), "{\"answers\": {\"support.heard\": 4}}").unwrap();
        let toml = read_value(Path::new("-"), "[answers]\n\"support.heard\" = 4\n").unwrap();
        assert_eq!(json, toml);
    }
}
