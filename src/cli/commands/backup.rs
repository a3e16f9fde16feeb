//! `checkin backup`: makes a verified copy of the history, and lists those there are.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::history::{Backup, Reason};
use crate::render::json::JSON_FORMAT;
use crate::render::text::printable;
use crate::report::wording::counted;

/// Make a backup of the history, or list the backups
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin backup                        in the data folder\n  checkin backup --to /media/stick      somewhere else\n  checkin backup list\n\nA backup is made by itself every week and before anything large happens to the history. The newest three and one a month are kept. `checkin restore` brings one back."
)]
pub(crate) struct BackupArgs {
    #[command(subcommand)]
    command: Option<BackupCommand>,

    /// Folder to put it in (default: `backups` in the data folder)
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum BackupCommand {
    /// List the backups in the data folder, with their ages and whether they are whole
    #[command(after_help = "Examples:\n  checkin backup list\n  checkin backup list --json")]
    List {
        /// Print as JSON
        #[arg(long)]
        json: bool,
    },
}

/// Makes a backup, or lists them.
pub(crate) fn backup(args: &BackupArgs, workspace: &Workspace) -> Result<(), CommandError> {
    match args.command {
        Some(BackupCommand::List { json }) => list(json, workspace),
        None => {
            // A stick that is not there must not become a folder of this machine.
            if let Some(folder) = args.to.as_ref().filter(|folder| !folder.is_dir()) {
                let error = format!("there is no folder `{}`", folder.display());
                return Err(CommandError::failed(error).hint("make it, or mount the disk, first"));
            }
            let now = workspace.clock.now().instant;
            let made = workspace.store.back_up(args.to.as_deref(), now)?;
            let path = made.path.display().to_string();
            workspace.terminal.say("Backed up and verified:");
            workspace.terminal.print(&format!("{}\n", printable(&path)))
        }
    }
}

fn list(as_json: bool, workspace: &Workspace) -> Result<(), CommandError> {
    let backups = workspace.store.backups()?;
    if as_json {
        let list: Vec<_> = backups.iter().map(to_json).collect();
        return print_json(&list.into(), workspace);
    }
    if backups.is_empty() {
        workspace.terminal.say("No backups yet; `checkin backup` makes one.");
        return Ok(());
    }
    let now = workspace.clock.now().instant;
    let lines: Vec<String> = backups.iter().map(|backup| line(backup, now)).collect();
    workspace.terminal.print(&lines.concat())
}

fn line(backup: &Backup, now: DateTime<Utc>) -> String {
    format!(
        "{}  {}, {}{}, {}\n",
        printable(&backup.name()),
        age(backup.made, now),
        reason(backup.reason),
        if backup.encrypted { ", encrypted" } else { "" },
        if backup.is_whole() { "verified" } else { "DAMAGED: not what was written" },
    )
}

/// Returns how long ago something was, in words.
pub(crate) fn age(then: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let minutes = usize::try_from((now - then).num_minutes()).unwrap_or(0);
    match minutes {
        0 => "a moment ago".into(),
        minutes @ 1..60 => format!("{} ago", counted(minutes, "minute")),
        minutes @ 60..2880 => format!("{} ago", counted(minutes / 60, "hour")),
        minutes => format!("{} ago", counted(minutes / 1440, "day")),
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Weekly => "weekly",
        Reason::Asked => "asked for",
        Reason::BeforeUpgrade => "before an upgrade",
        Reason::BeforeEncryption => "before the passphrase changed",
        Reason::BeforeMerge => "before a merge",
        Reason::BeforeRestore => "before a restore",
        Reason::AfterDeletion => "after a deletion",
        Reason::AfterEncryption => "after encryption",
    }
}

fn to_json(backup: &Backup) -> serde_json::Value {
    json!({
        "format": JSON_FORMAT,
        "name": backup.name(),
        "path": backup.path.display().to_string(),
        "sequence": backup.sequence,
        "made": backup.made.to_rfc3339(),
        "reason": backup.reason,
        "encrypted": backup.encrypted,
        "verified": backup.is_whole(),
    })
}
