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
use crate::language::{decimal, message};
use crate::questionnaire::{
    Basis, Item, Limit, Method, Missing, Need, Questionnaire, Range, Score, nearest,
};
use crate::render::text::printable;
use crate::report::wording::{day, no_value_words};
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
        return Err(CommandError::failed(message!("scores-imported-alone"))
            .hint(message!("scores-are-shown", id = kept.id.short())));
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
    let mut text = message!(
        "explained",
        title = printable(&workspace.title(&definition)?),
        questionnaire = definition.id.as_str(),
        version = definition.version.to_string(),
        day = day(check_in.date),
        id = kept.id.short()
    ) + "\n";
    let shown = workspace.in_language(&definition)?;
    for (score, explanation) in &explained {
        in_full(&mut text, shown.score(&score.id).unwrap_or(score), explanation, &shown);
        agreement(&mut text, explanation, check_in.scores.get(&score.id));
        if let Some(history) = histories.iter().find(|known| known.series.score == score.id) {
            told(&mut text, score, history, check_in.date);
        }
    }
    if explained.is_empty() {
        let _ = writeln!(text, "{}", message!("no-scores"));
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
    let known = definition.scores.iter().flat_map(|score| [score.id.as_typed(), score.id.as_str()]);
    let error = CommandError::failed(message!(
        "questionnaire-without-score",
        questionnaire = definition.id.as_str(),
        score = id.as_typed()
    ));
    Err(match nearest(id.as_typed(), known) {
        Some(near) => error.hint(message!("did-you-mean", near = near)),
        None => error.hint(message!("all-scores-explained")),
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
                part_step(text, step, definition);
            }
            let _ = writeln!(text, "  {}", message!("rule-every-part"));
        }
    }
    let value = match &explanation.result.outcome {
        Ok(value) => value,
        Err(reason) => {
            let reason = no_value_words(reason);
            let _ = writeln!(text, "  {}", message!("explained-no-value", reason = reason));
            return;
        }
    };
    let prorated =
        if value.prorated { format!(", {}", message!("prorated")) } else { String::new() };
    let _ = writeln!(text, "  {} = {}{prorated}", how(score), exact(value.raw.0));
    if let Some(output) = score.output {
        let Range { from, to } = explanation.attainable;
        let mapped = message!(
            "mapped",
            from = exact(from),
            to = exact(to),
            low = exact(output.from),
            high = exact(output.to),
            value = exact(value.value.0)
        );
        let _ = writeln!(text, "  {mapped}");
    }
    if let (Some(t), Some(norms)) = (&value.t_score, &score.t_score) {
        let t_score = message!(
            "t-score",
            mean = exact(norms.mean),
            sd = exact(norms.sd),
            value = exact(t.0),
            source = printable(&norms.source)
        );
        let _ = writeln!(text, "  {t_score}");
    }
    if let Some(band) = value.band.and_then(|place| score.bands.get(place)) {
        let source = printable(score.bands_source.as_deref().unwrap_or_default());
        let (label, from) = (printable(&band.label), exact(band.from));
        let band = message!("band-line", band = label, from = from, source = source);
        let _ = writeln!(text, "  {band}");
    }
}

/// Returns a number with all its digits, as the person writes it.
fn exact(value: f64) -> String {
    decimal(&value.to_string())
}

fn item_step(text: &mut String, step: &ItemStep, item: Option<&Item>) {
    let given = match (&step.response, item) {
        (Some(response), Some(item)) => in_words(item, response),
        (Some(_), None) => message!("answered"),
        (None, _) => message!("not-asked-or-left-out"),
    };
    let _ = write!(text, "  {}: {given}", step.item);
    if let (Some(number), Some(turned)) = (&step.number, &step.turned) {
        let (Private(number), Private(turned)) = (number, turned);
        if step.reversed {
            let turned = message!(
                "reverse-scored",
                from = exact(step.range.from),
                to = exact(step.range.to),
                number = exact(*number),
                turned = exact(*turned)
            );
            let _ = write!(text, ", {turned}");
        } else {
            let _ = write!(text, ", {}", message!("counts", value = exact(*turned)));
        }
        if let Some(place) = &step.place {
            let _ = write!(text, ", {}", message!("on-0-to-1", place = exact(place.0)));
        }
    }
    if (step.weight - 1.0).abs() > f64::EPSILON {
        let _ = write!(text, ", {}", message!("weight", weight = exact(step.weight)));
    }
    text.push('\n');
}

fn part_step(text: &mut String, step: &PartStep, definition: &Questionnaire) {
    let title = definition.score(&step.score).map_or(step.score.as_str(), |score| &score.title);
    let _ = write!(text, "  {}: ", printable(title));
    match (&step.value, &step.place) {
        (Some(value), Some(place)) => {
            let [value, place] = [value.0, place.0].map(exact);
            let [from, to] = [step.range.from, step.range.to].map(exact);
            text.push_str(&if step.reversed {
                message!("part-place-turned", value = value, from = from, to = to, place = place)
            } else {
                message!("part-place", value = value, from = from, to = to, place = place)
            });
        }
        _ => text.push_str(&message!("no-value")),
    }
    if (step.weight - 1.0).abs() > f64::EPSILON {
        let _ = write!(text, ", {}", message!("weight", weight = exact(step.weight)));
    }
    text.push('\n');
}

fn rule(missing: Missing, explanation: &Explanation) -> String {
    let tally = explanation.result.tally;
    let mut others = Vec::new();
    if tally.skipped > 0 {
        others.push(message!("count-skipped", count = tally.skipped));
    }
    if tally.not_applicable > 0 {
        others.push(message!("count-not-applicable", count = tally.not_applicable));
    }
    if tally.not_asked > 0 {
        others.push(message!("count-not-asked", count = tally.not_asked));
    }
    let others =
        if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
    let need = match missing.need {
        Need::AtLeast(count) => message!("need-at-least", count = count),
        Need::Share(share) => message!("need-share", share = exact(share)),
    };
    let (answered, of) = (tally.answered, tally.of);
    message!("rule", need = need, answered = answered, of = of, others = others)
}

fn how(score: &Score) -> String {
    match &score.basis {
        Basis::Scores { .. } => message!("mean-of-parts"),
        Basis::Items { method: Method::Mean, .. } => message!("mean-of-answered"),
        Basis::Items { method: Method::Sum, .. } => message!("sum-of-items"),
        Basis::Items { method: Method::Count(Limit::AtLeast(limit)), .. } => {
            message!("count-or-more", limit = exact(*limit))
        }
        Basis::Items { method: Method::Count(Limit::AtMost(limit)), .. } => {
            message!("count-or-less", limit = exact(*limit))
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
        let then = then.map_or_else(|| message!("no-value"), exact);
        let _ = writeln!(text, "  {}", message!("differs-from-kept", value = then));
    }
}

/// Says what the verdict on this check-in was, and gives the reliable change index where the score has
/// a published reliability.
fn told(text: &mut String, score: &Score, history: &ScoreHistory, date: NaiveDate) {
    if let Some(judgement) = judgement(history, (date, date)) {
        let verdict = judgement.sentences.join(" ");
        let _ = writeln!(text, "  {}", message!("verdict-line", verdict = verdict));
    }
    if let (Some(index), Some(reliability)) =
        (reliable_change(score, history, date), &score.reliability)
    {
        let told = message!(
            "reliable-change",
            index = decimal(&format!("{index:.2}")),
            limit = exact(RELIABLE),
            source = printable(&reliability.source)
        );
        let _ = writeln!(text, "  {told}");
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
