//! `checkin verify`: looks at everything: the file, the log, the records, the scores and the backups.

use std::fmt::Write as _;

use clap::Args;
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::history_error::hint;
use crate::cli::outcome::print_json;
use crate::cli::progress::Bar;
use crate::cli::workspace::Workspace;
use crate::history::{Check, HistoryError};
use crate::render::json::JSON_FORMAT;
use crate::report::wording::counted;

/// Check everything: the file, the log, every record, and the scores computed again
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin verify\n  checkin verify --json\n\nThe exit code is 0 if everything is as it was written, else 1. The same check runs by itself before the first write of a day."
)]
pub(crate) struct VerifyArgs {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Checks everything.
pub(crate) fn verify(args: &VerifyArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let bar = Bar::new("Checking", &workspace.terminal);
    let check = workspace.store.check(&mut |done, all| bar.show(done, all))?;
    bar.finish();
    let backups = workspace.store.backups()?;
    let broken: Vec<String> = backups
        .iter()
        .filter(|backup| !backup.is_whole())
        .map(crate::history::Backup::name)
        .collect();
    if args.json {
        let problems: Vec<String> = check.problems.iter().map(ToString::to_string).collect();
        let value = json!({
            "format": JSON_FORMAT,
            "whole": check.problems.is_empty() && broken.is_empty(),
            "entries": check.entries,
            "records": check.records,
            "recomputed": check.recomputed,
            "definitions": check.definitions,
            "devices": check.devices,
            "problems": problems,
            "backups": backups.len(),
            "backups_damaged": broken,
        });
        print_json(&value, workspace)?;
    } else if check.entries > 0 || check.problems.is_empty() {
        workspace.terminal.print(&in_words(&check, backups.len() - broken.len()))?;
    }
    if check.problems.is_empty() && broken.is_empty() {
        return Ok(());
    }
    let mut list: Vec<String> = check.problems.iter().map(|p| format!("- {p}")).collect();
    list.extend(broken.iter().map(|name| format!("- the backup {name} is not what was written")));
    Err(if check.problems.is_empty() {
        CommandError::listed("a backup is damaged", list)
            .hint("the history itself is whole; `checkin backup` makes a new backup")
    } else {
        let hint = check.problems.first().map(|first| hint(&HistoryError::Damaged(first.clone())));
        CommandError::listed("the history is damaged", list).hint(hint.unwrap_or_default())
    })
}

fn in_words(check: &Check, backups: usize) -> String {
    let count = |number: u64, what: &str| {
        counted(usize::try_from(number).unwrap_or(usize::MAX), what).replace("entrys", "entries")
    };
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{} of the log by {}, {}, {}.",
        count(check.entries, "entry"),
        count(check.devices, "device"),
        count(check.records, "record"),
        count(check.definitions, "definition"),
    );
    let _ = writeln!(
        text,
        "Scores computed again: {}. Backups that are whole: {backups}.",
        count(check.recomputed, "check-in")
    );
    if check.problems.is_empty() {
        text.push_str("The history is as it was written.\n");
    }
    text
}
