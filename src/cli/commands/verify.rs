//! `checkin verify`: looks at everything: the file, the log, the records, the scores and the backups.

use clap::Args;
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::history_error::hint;
use crate::cli::outcome::print_json;
use crate::cli::progress::Bar;
use crate::cli::words::damage;
use crate::cli::workspace::Workspace;
use crate::history::{Check, HistoryError};
use crate::language::message;
use crate::render::json::JSON_FORMAT;

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
    let bar = Bar::new(message!("checking"), &workspace.terminal);
    let check = workspace.store.check(&mut |done, all| bar.show(done, all))?;
    bar.finish();
    let backups = workspace.store.backups()?;
    let broken: Vec<String> = backups
        .iter()
        .filter(|backup| !backup.is_whole())
        .map(crate::history::Backup::name)
        .collect();
    if args.json {
        let problems: Vec<String> = check.problems.iter().map(damage).collect();
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
    let mut list: Vec<String> = check.problems.iter().map(|p| format!("- {}", damage(p))).collect();
    list.extend(
        broken
            .iter()
            .map(|name| format!("- {}", message!("a-backup-not-as-written", name = name.as_str()))),
    );
    Err(if check.problems.is_empty() {
        CommandError::listed(message!("a-backup-is-damaged"), list)
            .hint(message!("make-new-backup"))
    } else {
        let first = check.problems.first();
        let hint = first.and_then(|first| hint(&HistoryError::Damaged(first.clone())));
        CommandError::listed(message!("history-is-damaged"), list).hint(hint.unwrap_or_default())
    })
}

fn in_words(check: &Check, backups: usize) -> String {
    let log = message!(
        "verified-log",
        entries = check.entries,
        devices = check.devices,
        records = check.records,
        definitions = check.definitions
    );
    let scores = message!("verified-scores", count = check.recomputed, backups = backups);
    let mut text = format!("{log}\n{scores}\n");
    if check.problems.is_empty() {
        text.push_str(&message!("verified-whole"));
        text.push('\n');
    }
    text
}
