//! Owns the JSON form of a report, schema format 1; every absent value is `null`.

use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Value, json};

use super::text::is_hostile;
use super::{Options, RenderError};
use crate::report::{
    AnswerLine, Dated, EventLine, Judgement, PlotPoint, Report, ScoreLine, ShiftMark, Slot,
    Untrusted,
};

/// The version of the JSON that is written.
pub const JSON_FORMAT: u32 = 1;

/// Renders a report as JSON.
pub fn render(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    Ok(to_text(&look_back(report))?.into_bytes())
}

fn look_back(report: &Report) -> Value {
    let scores: Vec<Value> = report
        .sections
        .iter()
        .flat_map(|section| section.scores.iter().map(move |line| score(line, report)))
        .collect();
    json!({
        "format": JSON_FORMAT,
        "from": report.from,
        "to": report.to,
        "weeks": report.weeks,
        "check_ins": report.attendance.done,
        "missed": report.attendance.missed,
        "away": report.attendance.away,
        "scores": scores,
        "events": report.events.iter().map(event).collect::<Vec<_>>(),
        "verdicts": report.verdicts,
        "caveats": report.caveats,
    })
}

/// Renders a whole page as JSON: the look back, and what else was chosen to go in.
pub fn render_page(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    Ok(to_text(&page(report))?.into_bytes())
}

/// Returns a whole page as a value.
pub(super) fn page(report: &Report) -> Value {
    let mut value = look_back(report);
    let page = &report.page;
    let steps = page.steps.iter().map(
        |step| json!({ "date": step.date, "text": step.text.as_written(), "course": step.course }),
    );
    let questions = page
        .questions
        .iter()
        .map(|question| json!({ "text": question.text.as_written(), "reason": question.reason }));
    let notes = page.notes.iter().map(
        |note| json!({ "date": note.date, "about": note.about, "text": note.text.as_written() }),
    );
    let answer = |line: &AnswerLine| json!({ "date": line.date, "item": line.item, "answer": line.answer.as_written() });
    let sources = page
        .sources
        .iter()
        .map(|source| json!({ "questionnaire": source.name, "origin": source.origin }));
    value["steps"] = steps.collect();
    value["questions"] = questions.collect();
    value["notes"] = notes.collect();
    value["context"] = page.context.iter().map(answer).collect();
    value["answers"] = page.answers.iter().map(answer).collect();
    value["left_out"] = json!(page.left_out);
    value["sources"] = sources.collect();
    value["method"] = json!(page.method);
    let imported = page.records.iter().filter(|record| record.is_imported);
    value["imported"] = imported.map(|record| json!(record.date)).collect();
    value
}

/// Writes a value as one line of JSON, safe for a terminal like [`to_text`].
pub(super) fn to_line(value: &Value) -> Result<String, serde_json::Error> {
    let mut text = inert(serde_json::to_string(value)?);
    text.push('\n');
    Ok(text)
}

/// Writes a value as indented JSON with a line break at the end.
///
/// Characters that must not reach a terminal are written as escapes; the value stays the same.
pub fn to_text(value: &Value) -> Result<String, serde_json::Error> {
    let mut text = inert(serde_json::to_string_pretty(value)?);
    text.push('\n');
    Ok(text)
}

/// Writes values as a JSON array, one element a line; safe for a terminal like [`to_text`].
pub fn list_to_text<T: Serialize>(
    values: impl Iterator<Item = T>,
) -> Result<String, serde_json::Error> {
    let mut text = String::from("[");
    let mut separator = "\n";
    for value in values {
        text.push_str(separator);
        text.push_str(&inert(serde_json::to_string(&value)?));
        separator = ",\n";
    }
    text.push_str("\n]\n");
    Ok(text)
}

/// Writes what must not reach a terminal as JSON escapes. A line break is layout: within a string
/// JSON has it escaped already, like every other control character but DEL.
pub(crate) fn inert(json: String) -> String {
    if json.is_ascii() && !json.contains('\u{7f}') {
        return json;
    }
    let mut text = String::with_capacity(json.len() + 16);
    for c in json.chars() {
        if c != '\n' && is_hostile(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        } else {
            text.push(c);
        }
    }
    text
}

fn score(line: &ScoreLine, report: &Report) -> Value {
    let group = report
        .sections
        .iter()
        .find(|section| section.scores.iter().any(|other| other.score == line.score))
        .map(|section| section.group);
    let weeks: Vec<Value> =
        report.weeks.iter().zip(&line.slots).map(|(week, slot)| week_slot(*week, slot)).collect();
    json!({
        "score": line.score,
        "title": line.title,
        "group": group,
        "better": line.better,
        "range": [line.range.0, line.range.1],
        "latest": line.latest.as_ref().map(dated),
        "former": line.former.as_ref().map(dated),
        "difference": line.difference.as_ref().map(|figure| figure.raw),
        "judgement": line.judgement.as_ref().map(judgement),
        "weeks": weeks,
        "points": line.plot.points.iter().map(point).collect::<Vec<_>>(),
        "shifts": line.plot.shifts.iter().map(shift).collect::<Vec<_>>(),
    })
}

fn point(point: &PlotPoint) -> Value {
    let range = point.usual_range.as_ref();
    json!({
        "date": point.date,
        "value": point.figure.raw,
        "usual_range": range.map(|(low, high)| [low.raw, high.raw]),
        "verdict": super::series_json::verdict(point.verdict),
        "words": point.sentences,
        "goes_on": point.goes_on,
        "overlaps": point.overlaps,
    })
}

fn shift(shift: &ShiftMark) -> Value {
    json!({
        "date": shift.date,
        "confirmed_on": shift.confirmed_on,
        "before": shift.levels.0.raw,
        "after": shift.levels.1.raw,
        "earliest_date": shift.between.0,
        "latest_date": shift.between.1,
        "words": shift.words,
    })
}

fn judgement(judgement: &Judgement) -> Value {
    json!({
        "row": super::series_json::row(&judgement.row),
        "thresholds": {
            "possible": judgement.thresholds.possible,
            "clear": judgement.thresholds.clear,
        },
        "words": judgement.sentences,
        "trend_words": judgement.drift,
    })
}

fn dated(dated: &Dated) -> Value {
    let figure = &dated.figure;
    json!({ "date": dated.date, "value": figure.raw, "shown": figure.plain() })
}

fn week_slot(week: chrono::NaiveDate, slot: &Slot) -> Value {
    let (state, value) = match slot {
        Slot::Value(figure) => ("value", Some(figure.raw)),
        Slot::NoValue => ("too_few_answers", None),
        Slot::Missed => ("missed", None),
        Slot::Away => ("away", None),
        Slot::Open => ("open", None),
    };
    json!({ "week": week, "state": state, "value": value })
}

fn event(line: &EventLine) -> Value {
    json!({
        "from": line.from,
        "to": line.to,
        "kind": line.kind,
        "text": line.text.as_ref().map(Untrusted::as_written),
    })
}
