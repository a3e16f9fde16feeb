//! `checkin history list`: one line a check-in.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::error::CommandError;
use crate::cli::outcome::{SummaryJson, print_list};
use crate::cli::workspace::Workspace;
use crate::history::{CheckInSummary, Kept, Query};
use crate::language::message;
use crate::questionnaire::{Group, Questionnaire, QuestionnaireId, Score};
use crate::render::text::printable;
use crate::report::wording::{day, in_figures};

/// List past check-ins, oldest first
#[derive(Debug, Default, Args)]
#[command(
    after_help = "Examples:\n  checkin history list\n  checkin history list --last 10\n  checkin history list --since 2026-09-01 --questionnaire weekly --json"
)]
pub(crate) struct ListArgs {
    /// Only from this day on
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::day::argument)]
    since: Option<NaiveDate>,

    /// Only up to this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::day::argument)]
    until: Option<NaiveDate>,

    /// Only the last so many
    #[arg(long, value_name = "NUMBER")]
    last: Option<u32>,

    /// Only of this questionnaire
    #[arg(long, value_name = "ID")]
    questionnaire: Option<String>,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Lists check-ins.
pub(crate) fn list(args: &ListArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let query = Query {
        from: args.since,
        to: args.until,
        last: args.last,
        questionnaire: args.questionnaire.as_deref().map(QuestionnaireId::new),
    };
    let kept = if workspace.store.exists() {
        workspace.store.check_in_summaries(&query)?
    } else {
        Vec::new()
    };
    if args.json {
        let mut definitions = Vec::with_capacity(kept.len());
        for kept in &kept {
            definitions.push(workspace.definition(&kept.content.definition)?);
        }
        let elements = kept.iter().zip(&definitions);
        return print_list(elements.map(|(kept, of)| SummaryJson::new(kept, of)), workspace);
    }
    if kept.is_empty() {
        workspace.terminal.say(&message!("no-check-in-start"));
        return Ok(());
    }
    let mut text = String::with_capacity(kept.len() * 80);
    if workspace.terminal.is_plain() {
        for kept in &kept {
            let definition = workspace.definition(&kept.content.definition)?;
            let _ = writeln!(text, "{}", sentence(kept, &definition));
        }
        return workspace.terminal.print(&text);
    }
    let (date, id) = (message!("list-date"), message!("list-id"));
    let (check_in, scores) = (message!("list-check-in"), message!("list-scores"));
    let _ = writeln!(text, "{date:<10}  {id:<8}  {check_in:<14}  {scores}");
    for kept in &kept {
        let definition = workspace.definition(&kept.content.definition)?;
        line(&mut text, kept, &definition);
    }
    workspace.terminal.print_lines(&text)
}

fn line(text: &mut String, kept: &Kept<CheckInSummary>, definition: &Questionnaire) {
    let check_in = &kept.content;
    let questionnaire = printable(check_in.questionnaire.as_str());
    let _ = write!(text, "{}  {}  {questionnaire:<14}  ", check_in.date, kept.id.short());
    let mut separator = "";
    for score in headlines(definition) {
        let Some(stored) = check_in.scores.get(&score.id) else { continue };
        let value = stored.value.as_ref().map_or_else(|| "-".into(), |value| in_figures(value.0));
        let _ = write!(text, "{separator}{} {value}", score.id.local());
        separator = ", ";
    }
    for mark in marks(kept) {
        let _ = write!(text, "  ({mark})");
    }
    text.push('\n');
}

/// Returns what is special about a check-in.
fn marks(kept: &Kept<CheckInSummary>) -> impl Iterator<Item = String> {
    let late = kept.content.late.then(|| message!("late-entry"));
    late.into_iter().chain((kept.edits > 0).then(|| message!("edited")))
}

/// Returns a check-in as a sentence to be read aloud.
fn sentence(kept: &Kept<CheckInSummary>, definition: &Questionnaire) -> String {
    let value = |score: &Score| {
        let stored = kept.content.scores.get(&score.id)?.value.as_ref();
        let value = stored.map_or_else(|| message!("no-value"), |value| in_figures(value.0));
        Some(format!("{} {value}", score.id.local()))
    };
    let scores = headlines(definition).into_iter().filter_map(value).chain(marks(kept));
    message!(
        "check-in-listed",
        day = day(kept.content.date),
        questionnaire = printable(kept.content.questionnaire.as_str()),
        scores = scores.collect::<Vec<_>>().join(", "),
        id = kept.id.short()
    )
}

/// Returns the scores that stand for a check-in in one line: the summary and strain, where there is
/// a summary; else the first three.
fn headlines(definition: &Questionnaire) -> Vec<&Score> {
    let has_summary = definition.scores.iter().any(|score| score.group == Group::Summary);
    let stands_out = |score: &&Score| matches!(score.group, Group::Summary | Group::Strain);
    if has_summary {
        definition.scores.iter().rev().filter(stands_out).collect()
    } else {
        definition.scores.iter().take(3).collect()
    }
}
