//! Owns the NDJSON form of a page: the JSON form cut into lines, one object each, for streams.

use serde_json::{Value, json};

use super::json;
use super::{Options, RenderError};
use crate::report::Report;

/// Renders a page as lines of JSON: first the page itself, then each score, then everything else.
pub fn render(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    let Value::Object(mut page) = json::page(report) else { return Ok(Vec::new()) };
    let mut lines = Vec::new();
    let lists = ["scores", "events", "steps", "questions", "notes", "context", "answers"];
    let parts: Vec<(&str, Option<Value>)> = lines_of(&mut page, &lists);
    lines.push(typed("page", Value::Object(page)));
    for (name, list) in parts {
        let Some(Value::Array(list)) = list else { continue };
        let kind = name.trim_end_matches('s');
        lines.extend(list.into_iter().map(|value| typed(kind, value)));
    }
    let mut text = String::new();
    for line in lines {
        text.push_str(&json::to_line(&line)?);
    }
    Ok(text.into_bytes())
}

/// Takes the lists out of the page.
fn lines_of<'n>(
    page: &mut serde_json::Map<String, Value>,
    names: &[&'n str],
) -> Vec<(&'n str, Option<Value>)> {
    names.iter().map(|name| (*name, page.remove(*name))).collect()
}

fn typed(kind: &str, value: Value) -> Value {
    let mut line = json!({ "format": json::JSON_FORMAT, "type": kind });
    if let (Value::Object(line), Value::Object(value)) = (&mut line, value) {
        line.extend(value.into_iter().filter(|(key, _)| key != "format"));
    }
    line
}
