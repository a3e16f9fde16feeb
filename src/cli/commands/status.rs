//! `checkin status`: last, due, open, damaged; `--due` for prompts and scripts.

use std::fmt::Write as _;
use std::path::Path;

use clap::Args;
use serde_json::json;

use super::start::age;
use crate::cli::clock::Clock;
use crate::cli::due::Due;
use crate::cli::error::{CommandError, Kind};
use crate::cli::look_back::Selection;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::history::{CheckInSummary, Draft, Kept, Query, RecordId};
use crate::language::{day_of_week, message, moment};
use crate::questionnaire::{Group, Score, ScoreId};
use crate::render::text::{printable, wrapping};
use crate::report::wording::day;
use crate::report::{Period, look_back};

/// Show the last check-in, when the next is due, and open drafts
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin status\n  checkin status --due && echo 'time to check in'\n\n--due reads neither history nor settings and asks for nothing. Its exit code is 0 when a check-in is due, 3 when it is not, on leave and while reminders are snoozed; any other code is a failure."
)]
pub(crate) struct StatusArgs {
    /// Print nothing; exit code 0 when a check-in is due, 3 when not
    #[arg(long)]
    due: bool,

    /// Print as JSON
    #[arg(long, conflicts_with = "due")]
    json: bool,
}

impl StatusArgs {
    /// Returns whether only the exit code is asked for.
    pub(crate) fn is_question(&self) -> bool {
        self.due
    }
}

/// Answers `--due` from the `due` file alone.
pub(crate) fn answer_due(folder: &Path, clock: &Clock) -> Result<(), CommandError> {
    match Due::read(folder) {
        Some(due) if !due.reminds(clock.now()) => Err(CommandError::of(Kind::NotDue, "not due")),
        _ => Ok(()),
    }
}

/// What the status tells.
struct Status {
    last: Option<Kept<CheckInSummary>>,
    /// What can be said about change in the headline scores of the questionnaire in the settings.
    verdicts: Vec<String>,
    drafts: Vec<Draft>,
    /// Records that two machines corrected in different ways.
    conflicts: Vec<RecordId>,
    due: Due,
}

/// Shows the status.
pub(crate) fn status(args: &StatusArgs, workspace: &Workspace) -> Result<(), CommandError> {
    if args.json {
        return print_json(&as_json(&gather(workspace)?, workspace), workspace);
    }
    show_status(workspace)
}

/// Prints the status in words.
pub(crate) fn show_status(workspace: &Workspace) -> Result<(), CommandError> {
    let status = gather(workspace)?;
    let mut text = String::new();
    match &status.last {
        Some(kept) => {
            let check_in = &kept.content;
            let days = (workspace.today() - check_in.date).num_days();
            let ago = match usize::try_from(days) {
                Ok(0) => message!("today"),
                Ok(days) => message!("days-ago", count = days),
                Err(_) => message!("day-to-come"),
            };
            let title = workspace.title(&*workspace.definition(&check_in.definition)?)?;
            let title = printable(&title);
            let day = day(check_in.date);
            let last = message!("last-check-in", questionnaire = title, day = day, ago = ago);
            let _ = writeln!(text, "{last}");
        }
        None => {
            let _ = writeln!(text, "{}", message!("no-check-in-yet"));
        }
    }
    for verdict in &status.verdicts {
        let _ = writeln!(text, "{}", wrapped(verdict, workspace));
    }
    let _ = writeln!(text, "{}", due_words(&status, workspace));
    if let Some(until) = status.due.snoozed {
        let _ = writeln!(text, "{}", message!("reminders-quiet-until", moment = moment(until)));
    }
    for draft in &status.drafts {
        let title = workspace.title(&*workspace.definition(&draft.answered.definition)?)?;
        let open = message!(
            "draft-in-status",
            questionnaire = printable(&title),
            day = day(draft.date),
            answered = draft.answered.responses.len(),
            age = age(draft, workspace)
        );
        let _ = writeln!(text, "{open}");
    }
    for id in &status.conflicts {
        let _ = writeln!(text, "{}", message!("conflict-in-status", id = id.short()));
    }
    let folder = workspace.folder().display().to_string();
    let folder = printable(&folder);
    let _ = writeln!(text, "{}", message!("data-folder", folder = folder));
    workspace.terminal.print_lines(&text)
}

/// Returns a sentence in lines that fit; line by line, whole.
fn wrapped(sentence: &str, workspace: &Workspace) -> String {
    textwrap::fill(sentence, wrapping(workspace.layout().sentence_width()))
}

fn gather(workspace: &Workspace) -> Result<Status, CommandError> {
    workspace.store.in_one_state(|| gather_in_one_state(workspace))
}

fn gather_in_one_state(workspace: &Workspace) -> Result<Status, CommandError> {
    let due = workspace.due()?;
    workspace.mend_due(&due);
    if !workspace.store.exists() {
        return Ok(Status {
            last: None,
            verdicts: Vec::new(),
            drafts: Vec::new(),
            conflicts: Vec::new(),
            due,
        });
    }
    let query = Query { last: Some(1), ..Query::default() };
    let last = workspace.store.check_in_summaries(&query)?.pop();
    // The verdicts are on the questionnaire that is answered week by week, whatever came between.
    let weekly = &workspace.settings.questionnaire;
    let judged = match &last {
        Some(kept) if kept.content.questionnaire != *weekly => {
            let query = Query { questionnaire: Some(weekly.clone()), ..query };
            workspace.store.check_in_summaries(&query)?.pop()
        }
        _ => None,
    };
    let verdicts = match judged.as_ref().or(last.as_ref()) {
        Some(kept) => headlines(&kept.content, workspace)?,
        None => Vec::new(),
    };
    let (drafts, conflicts) = (workspace.store.drafts()?, workspace.store.conflicts()?);
    Ok(Status { last, verdicts, drafts, conflicts, due })
}

/// Returns the verdicts on the summary and on strain; of a questionnaire without them, on all scores.
fn headlines(
    check_in: &CheckInSummary,
    workspace: &Workspace,
) -> Result<Vec<String>, CommandError> {
    let definition = workspace.definition(&check_in.definition)?;
    let is_headline = |score: &&Score| matches!(score.group, Group::Summary | Group::Strain);
    let ids = |scores: &mut dyn Iterator<Item = &Score>| -> Vec<ScoreId> {
        scores.map(|score| score.id.clone()).collect()
    };
    let mut scores = ids(&mut definition.scores.iter().filter(is_headline));
    if scores.is_empty() {
        scores = ids(&mut definition.scores.iter());
    }
    if scores.is_empty() {
        return Ok(Vec::new());
    }
    let period = Period { from: check_in.date, to: workspace.today().max(check_in.date) };
    Ok(look_back(&workspace.material(&Selection { period, scores })?).verdicts)
}

fn due_words(Status { due, last, .. }: &Status, workspace: &Workspace) -> String {
    let today = workspace.today();
    match due.away_on(today) {
        Some((_, Some(until))) => message!("away-until", day = day(until)),
        Some((_, None)) => message!("away-open"),
        // Nobody missed the weeks before the first one.
        None if last.is_none() => message!("first-due"),
        None if due.is_due(workspace.clock.now().local(), today) => {
            message!("due-since", day = day(due.from.date_naive()))
        }
        None => message!("next-due", day = day_of_week(due.from.date_naive())),
    }
}

fn as_json(status: &Status, workspace: &Workspace) -> serde_json::Value {
    let now = workspace.clock.now();
    let last = status.last.as_ref().map(|kept| {
        json!({
            "id": kept.id,
            "date": kept.content.date,
            "week": kept.content.week,
            "questionnaire": kept.content.questionnaire,
        })
    });
    let drafts: Vec<_> = status
        .drafts
        .iter()
        .map(|draft| {
            json!({
                "questionnaire": draft.answered.questionnaire,
                "date": draft.date,
                "touched": draft.touched,
                "answered": draft.answered.responses.len(),
            })
        })
        .collect();
    json!({
        "format": crate::render::json::JSON_FORMAT,
        "due": status.due.is_due(now.local(), workspace.today()),
        "due_from": status.due.from.to_rfc3339(),
        "snoozed_until": status.due.snoozed.map(|until| until.to_rfc3339()),
        "last": last,
        "verdicts": status.verdicts,
        "drafts": drafts,
        "conflicts": status.conflicts,
        "data_folder": workspace.folder().display().to_string(),
    })
}
