//! `checkin backup`: makes a verified copy of the history, and lists those there are.

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::history::{Backup, Reason};
use crate::language::message;
use crate::render::json::JSON_FORMAT;
use crate::render::text::printable;

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
                let error = message!("no-such-folder", path = folder.display().to_string());
                return Err(CommandError::failed(error).hint(message!("make-or-mount-first")));
            }
            let now = workspace.clock.now().instant;
            let made = workspace.store.back_up(args.to.as_deref(), now)?;
            let path = made.path.display().to_string();
            workspace.terminal.say(&message!("backed-up"));
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
        workspace.terminal.say(&message!("no-backups-yet"));
        return Ok(());
    }
    let now = workspace.clock.now().instant;
    let row = |backup: &Backup| (printable(&backup.name()).into_owned(), about(backup, now));
    let rows: Vec<_> = backups.iter().map(row).collect();
    workspace.terminal.print_lines(&workspace.terminal.list(&rows))
}

fn about(backup: &Backup, now: DateTime<Utc>) -> String {
    format!(
        "{}, {}{}, {}",
        ago(backup.made, now),
        reason(backup.reason),
        if backup.encrypted {
            format!(", {}", message!("backup-encrypted"))
        } else {
            String::new()
        },
        if backup.is_whole() {
            message!("backup-verified")
        } else {
            message!("backup-not-as-written")
        },
    )
}

/// Returns how long ago something was, in words.
pub(crate) fn ago(then: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let minutes = usize::try_from((now - then).num_minutes()).unwrap_or(0);
    match minutes {
        0 => message!("moment-ago"),
        minutes @ 1..60 => message!("minutes-ago", count = minutes),
        minutes @ 60..2880 => message!("hours-ago", count = minutes / 60),
        minutes => message!("days-ago", count = minutes / 1440),
    }
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::Weekly => message!("backup-weekly"),
        Reason::Asked => message!("backup-asked-for"),
        Reason::BeforeUpgrade => message!("backup-before-upgrade"),
        Reason::BeforeEncryption => message!("backup-before-passphrase"),
        Reason::BeforeMerge => message!("backup-before-merge"),
        Reason::BeforeRestore => message!("backup-before-restore"),
        Reason::AfterDeletion => message!("backup-after-deletion"),
        Reason::AfterEncryption => message!("backup-after-encryption"),
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
