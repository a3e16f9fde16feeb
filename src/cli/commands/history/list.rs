//! `checkin history list`: one line a check-in.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::error::CommandError;
use crate::cli::outcome::{SummaryJson, print_list};
use crate::cli::workspace::Workspace;
use crate::history::{CheckInScores, DefinitionHash, Kept, Query};
use crate::language::message;
use crate::questionnaire::{Group, Questionnaire, QuestionnaireId, Score, ScoreId};
use crate::render::text::{columns, printable};
use crate::report::wording::{day, in_figures, list_day};

/// List past check-ins, oldest first
#[derive(Debug, Default, Args)]
#[command(
    after_help = "Examples:\n  checkin history list\n  checkin history list --last 10\n  checkin history list --since 2026-09-01 --questionnaire weekly --json"
)]
pub(crate) struct ListArgs {
    /// Only from this day on
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
    since: Option<NaiveDate>,

    /// Only up to this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
    until: Option<NaiveDate>,

    /// Only the last so many
    #[arg(long, value_name = "NUMBER", value_parser = crate::cli::argument::number::<1, 100_000>)]
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
    if args.json {
        let mut kept = Vec::new();
        if workspace.store.exists() {
            kept = workspace.store.check_in_summaries(&query)?;
        }
        let mut definitions = Vec::with_capacity(kept.len());
        for kept in &kept {
            definitions.push(workspace.definition(&kept.content.definition)?);
        }
        let elements = kept.iter().zip(&definitions);
        return print_list(elements.map(|(kept, of)| SummaryJson::new(kept, of)), workspace);
    }
    let (kept, headings) = workspace.store.in_one_state(|| listed(&query, workspace))?;
    if kept.is_empty() {
        let told = if workspace.has_check_in()? {
            message!("no-check-in-fits")
        } else {
            message!("no-check-in-start")
        };
        workspace.terminal.say(&told);
        return Ok(());
    }
    let mut text = String::with_capacity(kept.len() * 96);
    let of = |kept: &Kept<CheckInScores>| &headings[&kept.content.definition];
    if workspace.terminal.is_plain() {
        for kept in &kept {
            let _ = writeln!(text, "{}", sentence(kept, of(kept)));
        }
        return workspace.terminal.print(&text);
    }
    let (date, id) = (message!("list-date"), message!("list-id"));
    let (check_in, scores) = (message!("list-check-in"), message!("list-scores"));
    let titles = headings.values().map(|heading| columns(&heading.title));
    let width = titles.chain([columns(&check_in)]).max().unwrap_or(0);
    let room = " ".repeat(width - columns(&check_in));
    let _ = writeln!(text, "{date:<10}  {id:<8}  {check_in}{room}  {scores}");
    for kept in &kept {
        line(&mut text, kept, of(kept), width);
    }
    workspace.terminal.print_lines(&text)
}

/// What a line tells of the questionnaire, in the person's language and safe to print.
struct Heading {
    title: String,
    /// The scores that stand for a check-in, each with its title.
    scores: Vec<(ScoreId, String)>,
}

/// Returns check-ins with the scores that a line shows, and what each definition is called there.
fn listed(query: &Query, workspace: &Workspace) -> Result<Listed, CommandError> {
    let mut headings = BTreeMap::new();
    if !workspace.store.exists() {
        return Ok((Vec::new(), headings));
    }
    for hash in workspace.store.definitions_of(query)? {
        let shown = workspace.in_language(&*workspace.definition(&hash)?)?;
        let title = |score: &Score| (score.id.clone(), printable(&score.title).into_owned());
        let scores = headlines(&shown).into_iter().map(title).collect();
        headings.insert(hash, Heading { title: printable(&shown.title).into_owned(), scores });
    }
    let named = headings.values().flat_map(|heading| &heading.scores);
    let named: Vec<ScoreId> = named.map(|(id, _)| id.clone()).collect();
    Ok((workspace.store.check_in_scores(query, &named)?, headings))
}

type Listed = (Vec<Kept<CheckInScores>>, BTreeMap<DefinitionHash, Heading>);

fn line(text: &mut String, kept: &Kept<CheckInScores>, heading: &Heading, width: usize) {
    let check_in = &kept.content;
    let room = width - columns(&heading.title);
    let (day, id, title) = (list_day(check_in.date), kept.id.short(), &heading.title);
    let _ = write!(text, "{day}  {id}  {title}{:room$}  ", "");
    let mut separator = "";
    for (id, title) in &heading.scores {
        let Some(value) = figure(check_in, id, || "-".into()) else { continue };
        let _ = write!(text, "{separator}{title} {value}");
        separator = ", ";
    }
    for mark in marks(kept) {
        let _ = write!(text, "  ({mark})");
    }
    text.push('\n');
}

/// Returns a score in figures, or the word for no value; nothing if the check-in does not have it.
fn figure(check_in: &CheckInScores, score: &ScoreId, none: fn() -> String) -> Option<String> {
    let (_, value) = check_in.values.iter().find(|(id, _)| id == score)?;
    Some(value.as_ref().map_or_else(none, |value| in_figures(value.0)))
}

/// Returns what is special about a check-in.
fn marks(kept: &Kept<CheckInScores>) -> impl Iterator<Item = String> {
    let late = kept.content.late.then(|| message!("late-entry"));
    late.into_iter().chain((kept.edits > 0).then(|| message!("edited")))
}

/// Returns a check-in as a sentence to be read aloud.
fn sentence(kept: &Kept<CheckInScores>, heading: &Heading) -> String {
    let value = |(id, title): &(ScoreId, String)| {
        let value = figure(&kept.content, id, || message!("no-value"))?;
        Some(format!("{title} {value}"))
    };
    let scores = heading.scores.iter().filter_map(value).chain(marks(kept));
    message!(
        "check-in-listed",
        day = day(kept.content.date),
        questionnaire = heading.title.as_str(),
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
