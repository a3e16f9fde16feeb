//! `checkin history show`: one check-in whole, answers and scores.

use std::fmt::Write as _;

use clap::Args;
use serde_json::{Map, Value, json};

use super::find;
use crate::checkin::{Answer, Private, Response, Responses, Untrusted};
use crate::cli::error::CommandError;
use crate::cli::outcome::{print_json, summary, summary_json};
use crate::cli::workspace::Workspace;
use crate::history::{Answered, CheckIn, Content, Imported, Kept};
use crate::language::{decimal, message};
use crate::questionnaire::{Item, ItemKind, Questionnaire, ResponseOption, ScoreId};
use crate::render::text::printable;
use crate::report::wording::{day, event_kind, in_figures, no_value_words};
use crate::scoring::{band_of, explain};

/// Show a past check-in: answers, notes, context and scores
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin history show                 the last one\n  checkin history show 2026-11-13\n  checkin history show last --json"
)]
pub(crate) struct ShowArgs {
    /// Check-in: its id, its date, or `last`
    #[arg(default_value = "last", value_name = "CHECK-IN")]
    check_in: String,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Shows one check-in.
pub(crate) fn show(args: &ShowArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let kept = find(&args.check_in, workspace)?;
    if args.json {
        let definition = workspace.definition(&kept.content.answered.definition)?;
        let mut value = as_json(&kept, &definition)?;
        value["versions"] = versions(&kept, workspace)?;
        return print_json(&value, workspace);
    }
    workspace.terminal.print_lines(&in_full(&kept, workspace)?)
}

/// Returns a check-in whole, in words: answers, notes, context, scores, events, former states.
pub(crate) fn in_full(kept: &Kept<CheckIn>, workspace: &Workspace) -> Result<String, CommandError> {
    let definition = workspace.definition(&kept.content.answered.definition)?;
    let definition = workspace.in_language(&definition)?;
    let mut text = heading(kept, &definition);
    responses(&mut text, &kept.content.answered.responses, &definition, &kept.content);
    if let Some(context) = &kept.content.context {
        let definition = workspace.definition(&context.definition)?;
        let definition = workspace.in_language(&definition)?;
        let _ = writeln!(text, "\n{}", printable(&definition.title));
        responses(&mut text, &context.responses, &definition, &kept.content);
    }
    if let Some(note) = &kept.content.note {
        let note = printable(note.as_written());
        let _ = writeln!(text, "\n{}", message!("note-line", text = note));
    }
    scores(&mut text, &kept.content, &definition);
    for event in workspace.events()? {
        let week = kept.content.week;
        if (0..7).any(|days| event.covers(week + chrono::Days::new(days))) {
            let words = event.text.as_ref().map(|text| printable(text.as_written()));
            let words = words.map(|words| format!(": {words}")).unwrap_or_default();
            let (kind, day) = (event_kind(event.kind), day(event.from));
            let _ = writeln!(text, "{}{words}", message!("event-line", kind = kind, day = day));
        }
    }
    rivals(&mut text, kept, &definition, workspace)?;
    former(&mut text, kept, &definition, workspace)?;
    Ok(text)
}

/// Tells of the versions that another machine left beside this one, numbered as `edit --take` takes them.
fn rivals(
    text: &mut String,
    kept: &Kept<CheckIn>,
    definition: &Questionnaire,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    for (place, (_, content)) in workspace.store.rivals(kept.id)?.iter().enumerate() {
        let Content::CheckIn(rival) = content else { continue };
        let told = message!(
            "conflict-versions",
            number = place + 1,
            differences = differences(rival, &kept.content, definition).join(", "),
            id = kept.id.short()
        );
        let _ = writeln!(text, "\n{told}");
    }
    Ok(())
}

fn heading(kept: &Kept<CheckIn>, definition: &Questionnaire) -> String {
    let check_in = &kept.content;
    let late = match check_in.imported {
        Some(Imported::Answers) => format!(", {}", message!("imported")),
        Some(Imported::Scores) => format!(", {}", message!("imported-scores")),
        None if check_in.late => format!(", {}", message!("late-entry")),
        None => String::new(),
    };
    let line = message!(
        "check-in-line",
        id = kept.id.short(),
        questionnaire = definition.id.as_str(),
        version = definition.version.to_string(),
        week = day(check_in.week)
    );
    format!("{}, {}{late}\n{line}\n\n", printable(&definition.title), day(check_in.date))
}

fn responses(
    text: &mut String,
    responses: &Responses,
    definition: &Questionnaire,
    check_in: &CheckIn,
) {
    for item in &definition.items {
        let Some(response) = responses.get(&item.id) else { continue };
        let _ = writeln!(text, "{}", printable(&item.text));
        let _ = writeln!(text, "    {} ({})", in_words(item, response), item.id);
        if let Some(note) = check_in.item_notes.get(&item.id) {
            let note = printable(note.as_written());
            let _ = writeln!(text, "    {}", message!("note-line", text = note));
        }
    }
}

/// Returns a response in the words of the item.
pub(crate) fn in_words(item: &Item, response: &Response) -> String {
    let label = |options: &[ResponseOption], value: f64| {
        let option = options.iter().find(|option| (option.value - value).abs() < 1e-9);
        option.map_or_else(|| value.to_string(), |option| format!("{} ({value})", option.label))
    };
    let answer = match response {
        Response::Skipped => return message!("skipped"),
        Response::NotApplicable => {
            return item.not_applicable.clone().unwrap_or_else(|| message!("not-applicable"));
        }
        Response::Answered(answer) => answer,
    };
    match (answer, &item.kind) {
        (Answer::Number(Private(value)), ItemKind::Scale { options }) => label(options, *value),
        (Answer::Number(Private(value)), ItemKind::Number { unit: Some(unit), .. }) => {
            format!("{} {unit}", decimal(&value.to_string()))
        }
        (Answer::Number(Private(value)), _) => decimal(&value.to_string()),
        (Answer::YesNo(Private(true)), _) => message!("answer-yes"),
        (Answer::YesNo(Private(false)), _) => message!("answer-no"),
        (Answer::Many(Private(values)), ItemKind::Many { options }) if !values.is_empty() => {
            values.iter().map(|value| label(options, *value)).collect::<Vec<_>>().join(", ")
        }
        (Answer::Many(_), _) => message!("none-of-them"),
        (Answer::Text(text), _) => printable(text.as_written()).into_owned(),
    }
}

fn scores(text: &mut String, check_in: &CheckIn, definition: &Questionnaire) {
    if !definition.scores.is_empty() {
        text.push('\n');
    }
    for score in &definition.scores {
        let Some(stored) = check_in.scores.get(&score.id) else { continue };
        let shown_value = match (&stored.value, &stored.reason) {
            (Some(value), _) => {
                let band = band_of(score, value.0).map(|place| &score.bands[place].label);
                let band = band.map(|label| format!(", {}", printable(label))).unwrap_or_default();
                format!("{}{band}", in_figures(value.0))
            }
            (None, Some(kept)) => {
                let reason = reason(&score.id, check_in, definition);
                message!("no-value-because", reason = reason.unwrap_or_else(|| kept.clone()))
            }
            (None, None) => message!("no-value"),
        };
        let tally = message!("answered-of", answered = stored.answered, of = stored.of);
        let _ = writeln!(text, "{}: {shown_value} ({tally})", printable(&score.title));
    }
}

/// Returns why a score has no value, computed anew: it is kept in English.
fn reason(id: &ScoreId, check_in: &CheckIn, definition: &Questionnaire) -> Option<String> {
    let explained = explain(definition, &check_in.answered.responses, id)?;
    explained.result.outcome.err().map(|reason| no_value_words(&reason))
}

fn former(
    text: &mut String,
    kept: &Kept<CheckIn>,
    definition: &Questionnaire,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    if kept.edits == 0 {
        return Ok(());
    }
    let _ = writeln!(text, "\n{}", message!("edited-before"));
    for state in workspace.store.former_states(kept.id)? {
        let (sequence, Content::CheckIn(before)) = &state else { continue };
        let changed = differences(before, &kept.content, definition);
        let entry = message!("entry-line", number = *sequence, differences = changed.join(", "));
        let _ = writeln!(text, "  {entry}");
    }
    Ok(())
}

/// Returns what an earlier state had that the present one has not.
fn differences(before: &CheckIn, now: &CheckIn, definition: &Questionnaire) -> Vec<String> {
    let mut changed = Vec::new();
    if before.date != now.date {
        changed.push(message!("had-date", day = before.date.to_string()));
    }
    for (item, response) in &before.answered.responses {
        if now.answered.responses.get(item) != Some(response) {
            let given = match definition.item(item) {
                Some(item) => in_words(item, response),
                None => response.to_json().to_string(),
            };
            changed.push(format!("{item} = {}", printable(&given)));
        }
    }
    for item in now.answered.responses.keys() {
        if !before.answered.responses.contains_key(item) {
            changed.push(message!("had-no-answer", item = item.as_str()));
        }
    }
    if before.context != now.context {
        changed.push(message!("had-context"));
    }
    if before.note != now.note {
        changed.push(match &before.note {
            Some(note) => message!("had-note", text = printable(note.as_written())),
            None => message!("had-no-note"),
        });
    }
    if before.item_notes != now.item_notes {
        changed.push(message!("had-item-notes"));
    }
    if changed.is_empty() {
        changed.push(message!("had-no-difference"));
    }
    changed
}

/// Returns the answers and notes of the versions that stand beside this one.
fn versions(kept: &Kept<CheckIn>, workspace: &Workspace) -> Result<Value, CommandError> {
    let rivals = workspace.store.rivals(kept.id)?;
    let version = |(_, content): &(u64, Content)| match content {
        Content::CheckIn(rival) => Some(json!({
            "answers": given(&rival.answered),
            "note": rival.note.as_ref().map(Untrusted::as_written),
        })),
        _ => None,
    };
    Ok(rivals.iter().filter_map(version).collect())
}

fn given(answered: &Answered) -> Map<String, Value> {
    answered.responses.iter().map(|(id, r)| (id.to_string(), r.to_json())).collect()
}

fn as_json(kept: &Kept<CheckIn>, definition: &Questionnaire) -> Result<Value, CommandError> {
    let check_in = &kept.content;
    let mut value = summary_json(&summary(kept), definition)?;
    value["answers"] = given(&check_in.answered).into();
    value["context"] = check_in.context.as_ref().map(given).into();
    value["note"] = json!(check_in.note.as_ref().map(Untrusted::as_written));
    value["notes"] = check_in
        .item_notes
        .iter()
        .map(|(id, note)| (id.to_string(), Value::from(note.as_written())))
        .collect::<Map<_, _>>()
        .into();
    value["imported"] = json!(check_in.imported);
    value["definition"] = json!(check_in.answered.definition);
    value["finished"] = json!(check_in.moment.local().to_rfc3339());
    value["zone"] = json!(check_in.moment.zone);
    Ok(value)
}
