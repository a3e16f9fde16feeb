//! Owns the form of what comes out: one line a check-in, as JSON or as CSV.

use serde::Serialize;

use super::known::KnownTexts;
use crate::questionnaire::Score;
use crate::render::json::inert;
use crate::scoring::{Plan, Scored};

/// Writes lines of JSON.
#[derive(Debug)]
pub(super) struct JsonLines<'q> {
    /// From the end of the id to the beginning of the scores.
    head: String,
    scores: Vec<(NamedScore<'q>, KnownTexts)>,
}

/// A score with its beginning: `"support.support":`, after the first with a comma in front.
#[derive(Debug)]
struct NamedScore<'q> {
    head: String,
    score: &'q Score,
}

/// What is written of a score, in this order.
#[derive(Serialize)]
struct ScoreObject<'s> {
    value: Option<f64>,
    raw: Option<f64>,
    answered: u32,
    of: u32,
    band: Option<&'s str>,
    t_score: Option<f64>,
    reason: Option<String>,
}

impl<'s> ScoreObject<'s> {
    fn new(score: &'s Score, Scored { tally, outcome }: &Scored) -> Self {
        let value = outcome.as_ref().ok();
        let band = value.and_then(|value| score.bands.get(value.band?));
        Self {
            value: value.map(|value| value.value.0),
            raw: value.map(|value| value.raw.0),
            answered: tally.answered,
            of: tally.of,
            band: band.map(|band| band.label.as_str()),
            t_score: value.and_then(|value| Some(value.t_score.as_ref()?.0)),
            reason: outcome.as_ref().err().map(ToString::to_string),
        }
    }
}

impl NamedScore<'_> {
    fn text(&self, scored: &Scored) -> String {
        let object = ScoreObject::new(self.score, scored);
        let json = serde_json::to_string(&object).expect("numbers and texts are JSON");
        format!("{}{}", self.head, inert(json))
    }
}

impl<'q> JsonLines<'q> {
    pub(super) fn new(plan: &Plan<'q>) -> Self {
        let of = plan.questionnaire();
        let version = of.version.to_string();
        let head = format!(
            ",\"questionnaire\":{},\"version\":{},\"scores\":{{",
            text(of.id.as_str()),
            text(&version)
        );
        let named = |(place, score): (usize, &'q Score)| {
            let comma = if place > 0 { "," } else { "" };
            let head = format!("{comma}{}:", text(score.id.as_str()));
            (NamedScore { head, score }, KnownTexts::new())
        };
        Self { head, scores: of.scores.iter().enumerate().map(named).collect() }
    }

    /// Writes the scores of one check-in; `id` is JSON text.
    pub(super) fn scored(&mut self, out: &mut Vec<u8>, id: &str, scored: &[Scored]) {
        open(out, id);
        out.extend_from_slice(self.head.as_bytes());
        for ((named, known), scored) in self.scores.iter_mut().zip(scored) {
            out.extend_from_slice(known.find(scored, || named.text(scored)).as_bytes());
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

/// Writes rows of CSV: id, questionnaire, version, error, then seven columns a score.
#[derive(Debug)]
pub(super) struct CsvRows<'q> {
    questionnaire: &'q str,
    version: String,
    scores: Vec<(&'q Score, KnownTexts)>,
}

/// What the columns of a score are called behind its id.
const PARTS: [&str; 7] = ["value", "raw", "answered", "of", "band", "t_score", "reason"];

impl<'q> CsvRows<'q> {
    pub(super) fn new(plan: &Plan<'q>) -> Self {
        let of = plan.questionnaire();
        let scores = of.scores.iter().map(|score| (score, KnownTexts::new())).collect();
        Self { questionnaire: of.id.as_str(), version: of.version.to_string(), scores }
    }

    /// Writes the heading.
    pub(super) fn heading(&self) -> Vec<u8> {
        let mut names = ["id", "questionnaire", "version", "error"].map(str::to_owned).to_vec();
        for (score, _) in &self.scores {
            names.extend(PARTS.map(|part| format!("{}.{part}", score.id)));
        }
        let mut out = Vec::new();
        row(&mut out, names.iter().map(String::as_str));
        out
    }

    /// Writes the scores of one check-in; `id` is JSON text.
    pub(super) fn scored(&mut self, out: &mut Vec<u8>, id: &str, scored: &[Scored]) {
        let id = plain(id);
        if id.chars().any(crate::render::text::is_hostile) {
            return self.failed(out, "null", "the id holds a control character");
        }
        row(out, [&id, self.questionnaire, &self.version, ""].into_iter());
        for ((score, known), scored) in self.scores.iter_mut().zip(scored) {
            // The cells go on in the same row.
            out.pop();
            out.push(b',');
            out.extend_from_slice(known.find(scored, || cells(score, scored)).as_bytes());
        }
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

/// Returns the cells of a score as a row of their own.
fn cells(score: &Score, scored: &Scored) -> String {
    let ScoreObject { value, raw, answered, of, band, t_score, reason } =
        ScoreObject::new(score, scored);
    let number = |number: Option<f64>| number.map(json_number).unwrap_or_default();
    let (answered, of) = (answered.to_string(), of.to_string());
    let (band, reason) = (band.unwrap_or_default(), reason.unwrap_or_default());
    let numbers = [value, raw, t_score].map(number);
    let mut out = Vec::new();
    let [value, raw, t_score] = &numbers;
    row(&mut out, [value, raw, &answered, &of, band, t_score, &reason].into_iter());
    String::from_utf8(out).expect("the cells are text")
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
