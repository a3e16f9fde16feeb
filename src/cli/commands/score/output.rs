//! Owns the form of what comes out: one line a check-in, as JSON or as CSV.

use serde::Serialize;

use crate::questionnaire::Score;
use crate::render::json::inert;
use crate::scoring::{Plan, Scored, Value, items_of};

/// Texts of numbers that were written before: scores have few different values, and working out the
/// shortest text of one takes longer than finding it here.
#[derive(Debug)]
struct Numbers(Vec<(u64, Vec<u8>)>);

impl Numbers {
    /// Makes one that knows nothing yet.
    fn new() -> Self {
        let zero = 0.0_f64.to_bits();
        Self(vec![(zero, b"0.0".to_vec()); 256])
    }

    fn put(&mut self, out: &mut Vec<u8>, value: f64) {
        let bits = value.to_bits();
        // Fibonacci hashing (Knuth 1973): the upper bits of the product are well spread.
        let place = bits.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56;
        let (known, text) = &mut self.0[place as usize];
        if *known != bits {
            *known = bits;
            text.clear();
            put(text, value);
        }
        out.extend_from_slice(text);
    }

    fn put_or_null(&mut self, out: &mut Vec<u8>, value: Option<f64>) {
        match value {
            Some(value) => self.put(out, value),
            None => out.extend_from_slice(b"null"),
        }
    }
}

/// Writes lines of JSON.
#[derive(Debug)]
pub(super) struct JsonLines {
    /// From the end of the id to the beginning of the scores.
    head: String,
    scores: Vec<NamedScore>,
    numbers: Numbers,
}

/// A score with the texts that are the same in every line.
#[derive(Debug)]
struct NamedScore {
    /// `"support.support":{"value":`, after the first with a comma in front.
    head: String,
    /// From the raw score to the band, by the number of answered items.
    tallies: Vec<String>,
    /// From the band to the end, where there is a value and no T score: by band, then without one.
    ends: Vec<String>,
    /// The bands' labels.
    bands: Vec<String>,
}

impl JsonLines {
    pub(super) fn new(plan: &Plan) -> Self {
        let of = plan.questionnaire();
        let version = of.version.to_string();
        let head = format!(
            ",\"questionnaire\":{},\"version\":{},\"scores\":{{",
            text(of.id.as_str()),
            text(&version)
        );
        let named = |(place, score): (usize, &Score)| {
            let comma = if place > 0 { "," } else { "" };
            let count = items_of(score, of).len();
            let tally = |answered| format!(",\"answered\":{answered},\"of\":{count},\"band\":");
            let bands = score.bands.iter().map(|band| text(&band.label));
            let end = |band: String| format!("{band},\"t_score\":null,\"reason\":null}}");
            NamedScore {
                head: format!("{comma}{}:{{\"value\":", text(score.id.as_str())),
                tallies: (0..=count).map(tally).collect(),
                bands: score.bands.iter().map(|band| band.label.clone()).collect(),
                ends: bands.chain(["null".to_owned()]).map(end).collect(),
            }
        };
        let scores = of.scores.iter().enumerate().map(named).collect();
        Self { head, scores, numbers: Numbers::new() }
    }

    /// Writes the scores of one check-in; `id` is JSON text.
    pub(super) fn scored(&mut self, out: &mut Vec<u8>, id: &str, scored: &[Scored]) {
        let Self { head, scores, numbers } = self;
        open(out, id);
        out.extend_from_slice(head.as_bytes());
        for (named, Scored { tally, outcome }) in scores.iter().zip(scored) {
            out.extend_from_slice(named.head.as_bytes());
            let value = outcome.as_ref().ok();
            numbers.put_or_null(out, value.map(|value| value.value.0));
            out.extend_from_slice(b",\"raw\":");
            numbers.put_or_null(out, value.map(|value| value.raw.0));
            out.extend_from_slice(named.tallies[tally.answered as usize].as_bytes());
            match outcome {
                Ok(Value { t_score: None, band, .. }) => {
                    let without = named.ends.len() - 1;
                    out.extend_from_slice(named.ends[band.unwrap_or(without)].as_bytes());
                }
                Ok(Value { t_score: Some(t_score), band, .. }) => {
                    put(out, band.map(|band| &named.bands[band]));
                    out.extend_from_slice(b",\"t_score\":");
                    numbers.put(out, t_score.0);
                    out.extend_from_slice(b",\"reason\":null}");
                }
                Err(reason) => {
                    out.extend_from_slice(b"null,\"t_score\":null,\"reason\":");
                    put(out, reason.to_string());
                    out.push(b'}');
                }
            }
        }
        out.extend_from_slice(b"}}\n");
    }

    /// Writes what is wrong with a line, in its place; `id` is JSON text.
    pub(super) fn failed(out: &mut Vec<u8>, id: &str, problem: &str) {
        open(out, id);
        out.extend_from_slice(b",\"error\":");
        out.extend_from_slice(text(problem).as_bytes());
        out.extend_from_slice(b"}\n");
    }
}

/// Writes the beginning of a line, with what must not reach a terminal as escapes.
fn open(out: &mut Vec<u8>, id: &str) {
    out.extend_from_slice(b"{\"id\":");
    if id.is_ascii() && !id.contains(['\n', '\r', '\t', '\u{7f}']) {
        out.extend_from_slice(id.as_bytes());
    } else {
        let one_line = id.replace(['\n', '\r', '\t'], " ");
        out.extend_from_slice(inert(one_line).as_bytes());
    }
}

fn text(text: &str) -> String {
    inert(serde_json::Value::from(text).to_string())
}

fn put(out: &mut Vec<u8>, value: impl Serialize) {
    serde_json::to_writer(out, &value).expect("memory takes every number and text");
}

/// Writes rows of CSV: id, questionnaire, version, error, then seven columns a score.
#[derive(Debug)]
pub(super) struct CsvRows<'q> {
    questionnaire: &'q str,
    version: String,
    scores: &'q [Score],
}

/// What the columns of a score are called behind its id.
const PARTS: [&str; 7] = ["value", "raw", "answered", "of", "band", "t_score", "reason"];

impl<'q> CsvRows<'q> {
    pub(super) fn new(plan: &Plan<'q>) -> Self {
        let of = plan.questionnaire();
        Self { questionnaire: of.id.as_str(), version: of.version.to_string(), scores: &of.scores }
    }

    /// Writes the heading.
    pub(super) fn heading(&self) -> Vec<u8> {
        let mut names = ["id", "questionnaire", "version", "error"].map(str::to_owned).to_vec();
        for score in self.scores {
            names.extend(PARTS.map(|part| format!("{}.{part}", score.id)));
        }
        let mut out = Vec::new();
        row(&mut out, names.iter().map(String::as_str));
        out
    }

    /// Writes the scores of one check-in; `id` is JSON text.
    pub(super) fn scored(&self, out: &mut Vec<u8>, id: &str, scored: &[Scored]) {
        let id = plain(id);
        if id.chars().any(crate::render::text::is_hostile) {
            return self.failed(out, "null", "the id holds a control character");
        }
        let mut cells =
            vec![id, self.questionnaire.to_owned(), self.version.clone(), String::new()];
        for (score, Scored { tally, outcome }) in self.scores.iter().zip(scored) {
            let value = outcome.as_ref().ok();
            let number = |number: Option<f64>| number.map(json_number).unwrap_or_default();
            let band = value.and_then(|value| score.bands.get(value.band?));
            cells.push(number(value.map(|value| value.value.0)));
            cells.push(number(value.map(|value| value.raw.0)));
            cells.push(tally.answered.to_string());
            cells.push(tally.of.to_string());
            cells.push(band.map(|band| band.label.clone()).unwrap_or_default());
            cells.push(number(value.and_then(|value| Some(value.t_score.as_ref()?.0))));
            cells.push(outcome.as_ref().err().map(ToString::to_string).unwrap_or_default());
        }
        row(out, cells.iter().map(String::as_str));
    }

    /// Writes what is wrong with a row, in its place; `id` is JSON text.
    pub(super) fn failed(&self, out: &mut Vec<u8>, id: &str, problem: &str) {
        let id = plain(id);
        let id = if id.chars().any(crate::render::text::is_hostile) { "" } else { &id };
        let problem = crate::render::text::printable(problem);
        let empty = std::iter::repeat_n("", PARTS.len() * self.scores.len());
        row(out, [id, self.questionnaire, &self.version, &problem].into_iter().chain(empty));
    }
}

/// Returns the shortest text that reads back as the same number, as JSON has it.
fn json_number(value: f64) -> String {
    serde_json::Value::from(value).to_string()
}

/// Returns an id as a cell: text without its quotation marks, nothing for null, else its JSON.
pub(super) fn plain(id: &str) -> String {
    match serde_json::from_str(id) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(serde_json::Value::Null) => String::new(),
        _ => id.to_owned(),
    }
}

fn row<'c>(out: &mut Vec<u8>, cells: impl Iterator<Item = &'c str>) {
    let mut writer = csv::WriterBuilder::new().buffer_capacity(4096).from_writer(out);
    writer.write_record(cells).expect("memory takes every row");
    writer.flush().expect("memory takes every row");
}
