//! `checkin history list`: one line a check-in.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::error::CommandError;
use crate::cli::outcome::{print_json, summary_json};
use crate::cli::workspace::Workspace;
use crate::history::{CheckInSummary, Kept, Query};
use crate::questionnaire::{Group, Questionnaire, QuestionnaireId};
use crate::render::text::printable;
use crate::scoring::shown;

/// List past check-ins, oldest first
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Only from this day on
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<NaiveDate>,

    /// Only up to this day
    #[arg(long, value_name = "YYYY-MM-DD")]
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
        let mut list = Vec::with_capacity(kept.len());
        for kept in &kept {
            list.push(summary_json(kept, workspace.definition(&kept.content.definition)?.as_ref()));
        }
        return print_json(&list.into(), workspace);
    }
    if kept.is_empty() {
        workspace.terminal.say("No check-in yet; `checkin` starts the first one.");
        return Ok(());
    }
    let mut text = String::with_capacity(kept.len() * 80);
    let _ = writeln!(
        text,
        "{:<10}  {:<8}  {:<12}  {:>9}  {:>6}",
        "Date", "Id", "Check-in", "Resources", "Strain"
    );
    for kept in &kept {
        let definition = workspace.definition(&kept.content.definition)?;
        line(&mut text, kept, &definition);
    }
    workspace.terminal.print(&text)
}

fn line(text: &mut String, kept: &Kept<CheckInSummary>, definition: &Questionnaire) {
    let check_in = &kept.content;
    let _ = write!(
        text,
        "{}  {}  {:<12}  {:>9}  {:>6}",
        check_in.date,
        kept.id.short(),
        printable(check_in.questionnaire.as_str()),
        headline(check_in, definition, Group::Summary),
        headline(check_in, definition, Group::Strain),
    );
    if check_in.late {
        text.push_str("  late entry");
    }
    if kept.edits > 0 {
        text.push_str("  edited");
    }
    let kept_length = text.trim_end().len();
    text.truncate(kept_length);
    text.push('\n');
}

/// Returns the first score of a group as shown; a dash if it has no value, nothing if there is none.
fn headline(check_in: &CheckInSummary, definition: &Questionnaire, group: Group) -> String {
    let score = definition.scores.iter().find(|score| score.group == group);
    let Some(stored) = score.and_then(|score| check_in.scores.get(&score.id)) else {
        return String::new();
    };
    stored.value.as_ref().map_or_else(|| "-".into(), |value| shown(value.0))
}
