//! `checkin explain`: how every number of a check-in came about.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::Args;
use serde_json::{Value, json};

use super::history::{find, in_words};
use super::trends::score_id;
use crate::checkin::{Private, Response};
use crate::cli::error::CommandError;
use crate::cli::look_back::Selection;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::history::{Imported, StoredScore};
use crate::questionnaire::{
    Basis, Item, Limit, Method, Missing, Need, Questionnaire, Range, Score, nearest,
};
use crate::render::text::printable;
use crate::report::wording::day;
use crate::report::{Period, ScoreHistory, judgement};
use crate::scoring::{Explanation, ItemStep, PartStep, Steps, explain as explain_score};
use crate::trend::{RELIABLE, Reading, reliable_change_index};

/// Show how every number of a check-in came about
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin explain                       all scores of the last check-in\n  checkin explain last strain.strain\n  checkin explain 2026-11-13 weekly.resources --json"
)]
pub(crate) struct ExplainArgs {
    /// Check-in: its id, its date, or `last`
    #[arg(default_value = "last", value_name = "CHECK-IN")]
    check_in: String,

    /// Score to explain, for example `strain.strain` (default: all)
    score: Option<String>,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Explains the scores of a check-in, computed anew from the answers and the definition kept with it.
pub(crate) fn explain(args: &ExplainArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let kept = find(&args.check_in, workspace)?;
    let check_in = &kept.content;
    let definition = workspace.definition(&check_in.answered.definition)?;
    let scores = chosen(args.score.as_deref(), &definition)?;
    if check_in.imported == Some(Imported::Scores) {
        return Err(CommandError::failed(
            "this check-in was imported as scores alone; there are no answers to explain them by",
        )
        .hint(format!("`checkin history show {}` shows the scores", kept.id.short())));
    }
    let mut explained = Vec::new();
    for score in scores {
        let responses = &check_in.answered.responses;
        if let Some(explanation) = explain_score(&definition, responses, &score.id) {
            explained.push((score, explanation));
        }
    }
    let ids = explained.iter().map(|(score, _)| score.id.clone()).collect();
    let period = Period { from: check_in.date, to: check_in.date };
    let histories = workspace.material(&Selection { period, scores: ids })?.scores;
    if args.json {
        let list = explained.iter().map(|(score, explanation)| {
            let mut value = as_json(score, explanation);
            let history = histories.iter().find(|known| known.series.score == score.id);
            let judged =
                history.and_then(|history| judgement(history, (check_in.date, check_in.date)));
            value["verdict"] = json!(judged.map(|judged| judged.sentences));
            let index = history.and_then(|history| reliable_change(score, history, check_in.date));
            value["reliable_change_index"] = json!(index);
            value
        });
        return print_list(list, workspace);
    }
    let mut text = format!(
        "{} {} of {}, check-in {}\n",
        definition.id,
        definition.version,
        day(check_in.date),
        kept.id.short()
    );
    for (score, explanation) in &explained {
        in_full(&mut text, score, explanation, &definition);
        agreement(&mut text, explanation, check_in.scores.get(&score.id));
        if let Some(history) = histories.iter().find(|known| known.series.score == score.id) {
            told(&mut text, score, history, check_in.date);
        }
    }
    if explained.is_empty() {
        text.push_str("This questionnaire has no scores.\n");
    }
    workspace.terminal.print_lines(&text)
}

fn chosen<'d>(
    name: Option<&str>,
    definition: &'d Questionnaire,
) -> Result<Vec<&'d Score>, CommandError> {
    let Some(name) = name else { return Ok(definition.scores.iter().collect()) };
    let id = score_id(name);
    if let Some(score) = definition.score(&id) {
        return Ok(vec![score]);
    }
    let known = definition.scores.iter().map(|score| score.id.as_str());
    let error = CommandError::failed(format!("`{}` has no score `{id}`", definition.id));
    Err(match nearest(id.as_str(), known) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint("without a score all are explained"),
    })
}

fn in_full(
    text: &mut String,
    score: &Score,
    explanation: &Explanation,
    definition: &Questionnaire,
) {
    let _ = writeln!(text, "\n{} ({})", printable(&score.title), score.id);
    match &explanation.steps {
        Steps::Items { steps, missing } => {
            for step in steps {
                item_step(text, step, definition.item(&step.item));
            }
            let _ = writeln!(text, "  {}", rule(*missing, explanation));
        }
        Steps::Parts { steps } => {
            for step in steps {
                part_step(text, step);
            }
            text.push_str("  Rule: every part must have a value.\n");
        }
    }
    let value = match &explanation.result.outcome {
        Ok(value) => value,
        Err(reason) => {
            let _ = writeln!(text, "  No value: {reason}.");
            return;
        }
    };
    let prorated = if value.prorated { ", prorated for the items without an answer" } else { "" };
    let _ = writeln!(text, "  {} = {}{prorated}", how(score), value.raw.0);
    if let Some(output) = score.output {
        let Range { from, to } = explanation.attainable;
        let _ = writeln!(
            text,
            "  Mapped from {from} to {to} onto {} to {}: {}",
            output.from, output.to, value.value.0
        );
    }
    if let (Some(t), Some(norms)) = (&value.t_score, &score.t_score) {
        let _ = writeln!(
            text,
            "  T score: 50 + 10 * (value - {}) / {} = {} ({})",
            norms.mean,
            norms.sd,
            t.0,
            printable(&norms.source)
        );
    }
    if let Some(band) = value.band.and_then(|place| score.bands.get(place)) {
        let source = score.bands_source.as_deref().unwrap_or_default();
        let _ = writeln!(
            text,
            "  Band: {}, from {} ({})",
            printable(&band.label),
            band.from,
            printable(source)
        );
    }
}

fn item_step(text: &mut String, step: &ItemStep, item: Option<&Item>) {
    let given = match (&step.response, item) {
        (Some(response), Some(item)) => in_words(item, response),
        (Some(_), None) => "answered".into(),
        (None, _) => "not asked or left out".into(),
    };
    let _ = write!(text, "  {}: {given}", step.item);
    if let (Some(number), Some(turned)) = (&step.number, &step.turned) {
        let (Private(number), Private(turned)) = (number, turned);
        if step.reversed {
            let (from, to) = (step.range.from, step.range.to);
            let _ = write!(text, ", reverse-scored: {from} + {to} - {number} = {turned}");
        } else {
            let _ = write!(text, ", counts {turned}");
        }
        if let Some(place) = &step.place {
            let _ = write!(text, ", on 0 to 1: {}", place.0);
        }
    }
    if (step.weight - 1.0).abs() > f64::EPSILON {
        let _ = write!(text, ", weight {}", step.weight);
    }
    text.push('\n');
}

fn part_step(text: &mut String, step: &PartStep) {
    let _ = write!(text, "  {}: ", step.score);
    match (&step.value, &step.place) {
        (Some(value), Some(place)) => {
            let turned = if step.reversed { ", turned round" } else { "" };
            let (from, to) = (step.range.from, step.range.to);
            let _ = write!(text, "{} of {from} to {to}, on 0 to 1{turned}: {}", value.0, place.0);
        }
        _ => text.push_str("no value"),
    }
    if (step.weight - 1.0).abs() > f64::EPSILON {
        let _ = write!(text, ", weight {}", step.weight);
    }
    text.push('\n');
}

fn rule(missing: Missing, explanation: &Explanation) -> String {
    let tally = explanation.result.tally;
    let mut others = Vec::new();
    for (count, what) in [
        (tally.skipped, "skipped"),
        (tally.not_applicable, "not applicable"),
        (tally.not_asked, "not asked"),
    ] {
        if count > 0 {
            others.push(format!("{count} {what}"));
        }
    }
    let others =
        if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
    let need = match missing.need {
        Need::AtLeast(count) => format!("at least {count} answers are needed"),
        Need::Share(share) => format!(
            "a share of {share} of the items that apply is needed; not applicable, not asked and \
             skipped optional ones do not count"
        ),
    };
    format!("Rule: {need}; {} of {} answered{others}.", tally.answered, tally.of)
}

fn how(score: &Score) -> String {
    match &score.basis {
        Basis::Scores { .. } => "Mean of the parts".into(),
        Basis::Items { method: Method::Mean, .. } => "Mean of the answered items".into(),
        Basis::Items { method: Method::Sum, .. } => "Sum of the items".into(),
        Basis::Items { method: Method::Count(Limit::AtLeast(limit)), .. } => {
            format!("Count of answers of {limit} or more")
        }
        Basis::Items { method: Method::Count(Limit::AtMost(limit)), .. } => {
            format!("Count of answers of {limit} or less")
        }
    }
}

/// Says whether the value computed now is the one kept when the check-in was finished.
fn agreement(text: &mut String, explanation: &Explanation, stored: Option<&StoredScore>) {
    let now = explanation.result.outcome.as_ref().ok().map(|value| value.value.0);
    let then = stored.and_then(|stored| stored.value.as_ref()).map(|value| value.0);
    let agrees = match (now, then) {
        (Some(now), Some(then)) => (now - then).abs() <= 1e-9,
        (None, None) => true,
        _ => false,
    };
    if !agrees {
        let then = then.map_or_else(|| "no value".into(), |value| value.to_string());
        let _ = writeln!(text, "  This differs from what was kept: {then}.");
    }
}

/// Says what the verdict on this check-in was, and gives the reliable change index where the score has
/// a published reliability.
fn told(text: &mut String, score: &Score, history: &ScoreHistory, date: NaiveDate) {
    if let Some(judgement) = judgement(history, (date, date)) {
        let _ = writeln!(text, "  Verdict: {}", judgement.sentences.join(" "));
    }
    if let (Some(index), Some(reliability)) =
        (reliable_change(score, history, date), &score.reliability)
    {
        let _ = writeln!(
            text,
            "  Reliable change index (RCI) against the check-in before: {index:.2}. For one planned \
             comparison {RELIABLE} or more either way counts as reliable ({}); weekly it raises many \
             false alarms, so it does not replace the verdict.",
            printable(&reliability.source)
        );
    }
}

/// Returns the reliable change index against the reading before, where the score has a published
/// reliability and the two can be compared.
fn reliable_change(score: &Score, history: &ScoreHistory, date: NaiveDate) -> Option<f64> {
    let until: Vec<&Reading> =
        history.series.readings.iter().filter(|reading| reading.date <= date).collect();
    let [.., before, now] = until.as_slice() else { return None };
    let value = |on: &Reading| on.value.as_ref().map(|value| value.0);
    let reliability = score.reliability.as_ref()?;
    let comparable = now.date == date && now.continues;
    let (before, now) = (value(before)?, value(now)?);
    comparable.then(|| reliable_change_index(before, now, reliability.sd, reliability.alpha))
}

fn as_json(score: &Score, explanation: &Explanation) -> Value {
    let number = |value: &Option<Private<f64>>| value.as_ref().map(|value| value.0);
    let (items, parts): (Vec<Value>, Vec<Value>) = match &explanation.steps {
        Steps::Items { steps, .. } => {
            let item = |step: &ItemStep| {
                json!({
                    "item": step.item,
                    "response": step.response.as_ref().map(Response::to_json),
                    "number": number(&step.number),
                    "reversed": step.reversed,
                    "counts": number(&step.turned),
                    "place": number(&step.place),
                    "weight": step.weight,
                })
            };
            (steps.iter().map(item).collect(), Vec::new())
        }
        Steps::Parts { steps } => {
            let part = |step: &PartStep| {
                json!({
                    "score": step.score,
                    "value": number(&step.value),
                    "range": [step.range.from, step.range.to],
                    "reversed": step.reversed,
                    "place": number(&step.place),
                    "weight": step.weight,
                })
            };
            (Vec::new(), steps.iter().map(part).collect())
        }
    };
    let tally = explanation.result.tally;
    let value = explanation.result.outcome.as_ref().ok();
    let band = value.and_then(|value| value.band).and_then(|place| score.bands.get(place));
    json!({
        "format": crate::render::json::JSON_FORMAT,
        "score": score.id,
        "title": score.title,
        "items": items,
        "parts": parts,
        "answered": tally.answered,
        "of": tally.of,
        "skipped": tally.skipped,
        "not_applicable": tally.not_applicable,
        "not_asked": tally.not_asked,
        "reason": explanation.result.outcome.as_ref().err().map(ToString::to_string),
        "prorated": value.is_some_and(|value| value.prorated),
        "raw": value.map(|value| value.raw.0),
        "attainable": [explanation.attainable.from, explanation.attainable.to],
        "range": [explanation.range.from, explanation.range.to],
        "value": value.map(|value| value.value.0),
        "t_score": value.and_then(|value| value.t_score.as_ref()).map(|t| t.0),
        "band": band.map(|band| &band.label),
    })
}
