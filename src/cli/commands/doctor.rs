//! `checkin doctor`: the circumstances, for finding out what is wrong. No content; safe to paste, and in English
//! whatever the language, for those who read it then.

use std::path::Path;

use chrono::{DateTime, Utc};
use clap::Args;

use super::config::wrong_names;
use crate::cli::error::CommandError;
use crate::cli::settings::SETTINGS;
use crate::cli::workspace::Workspace;
use crate::history::Facts;
use crate::render::text::printable;
use crate::report::wording::counted;

/// Show versions, settings, file system and file modes; no content, safe to paste
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  checkin doctor")]
pub(crate) struct DoctorArgs {}

/// Folders that other programs copy to other machines while they are written.
const SYNCED: [&str; 8] = [
    "Dropbox",
    "OneDrive",
    "Nextcloud",
    "ownCloud",
    "Syncthing",
    "Google Drive",
    "Mobile Documents",
    "iCloud",
];

/// Shows the circumstances.
pub(crate) fn doctor(_: &DoctorArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let mut rows = Vec::new();
    let mut line = |name: &str, value: &str| {
        let value = hidden_home(value);
        rows.push((name.to_owned(), printable(&value).into_owned()));
    };
    let facts = workspace.store.facts();
    line("checkin", env!("CARGO_PKG_VERSION"));
    line("system", &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    line("SQLite", &facts.engine);
    line("SQLCipher", facts.cipher.as_deref().unwrap_or("not in this build"));
    line("data folder", &workspace.folder().display().to_string());
    line("file system", &file_system(workspace.folder()));
    if let Some(name) = synced(workspace.folder()) {
        line(
            "warning",
            &format!("the data folder seems to be synced by {name}; sync backups, not the folder"),
        );
    }
    history(&facts, workspace, &mut line);
    for name in ["", "history.db", "head", "recovery", "due", "settings.toml", "backups", "aside"] {
        let path = workspace.folder().join(name);
        let shown = if name.is_empty() { "the folder" } else { name };
        line(&format!("mode, {shown}"), &mode(&path));
    }
    backups(workspace, &mut line);
    settings(workspace, &mut line);
    workspace.terminal.print_lines(&workspace.terminal.list(&rows))
}

fn settings(workspace: &Workspace, line: &mut impl FnMut(&str, &str)) {
    if workspace.settings_problem.is_some() {
        line("settings", "cannot be read; `checkin config` shows the mistake");
        return;
    }
    for setting in &SETTINGS {
        let value = workspace.settings.value(setting.key).unwrap_or_default();
        line(&format!("setting {}", setting.key), &value);
    }
    for wrong in wrong_names(workspace) {
        line("warning", &wrong.reasons().join(": "));
    }
    let command = !workspace.settings.passphrase_command.is_empty();
    line("passphrase_command", if command { "set" } else { "not set" });
}

fn history(facts: &Facts, workspace: &Workspace, line: &mut impl FnMut(&str, &str)) {
    let state = match (workspace.store.exists(), facts.encrypted) {
        (false, _) => "none yet",
        (true, Some(true)) => "encrypted",
        (true, Some(false)) => "in the clear",
        (true, None) if !workspace.store.path().exists() => "gone",
        (true, None) => "there, but its file cannot be read",
    };
    line("history", state);
    let bytes = std::fs::metadata(workspace.store.path()).map(|found| found.len());
    if let Ok(bytes) = bytes {
        line("size", &format!("{bytes} bytes"));
    }
    line("schema", &format!("this program writes version {}", facts.schema));
    match &facts.head {
        Ok(Some(head)) => {
            let checked = head.checked.map_or_else(|| "never".into(), |day| day.to_string());
            line(
                "head",
                &format!(
                    "schema {}, {} writes, entry {} of this device, checked {checked}",
                    head.schema, head.writes, head.sequence
                ),
            );
            if head.interrupted {
                line(
                    "warning",
                    "a change of the whole file was interrupted; the next write settles it",
                );
            }
        }
        Ok(None) => line("head", "none"),
        Err(error) => line("head", error),
    }
}

fn backups(workspace: &Workspace, line: &mut impl FnMut(&str, &str)) {
    let now = workspace.clock.now().instant;
    match workspace.store.backups() {
        Err(error) => line("backups", &error.to_string()),
        Ok(backups) => {
            line("backups", &backups.len().to_string());
            let whole = backups.iter().find(|backup| backup.is_whole());
            let words = whole.map_or_else(|| "none".into(), |b| age(b.made, now));
            line("newest verified", &words);
        }
    }
}

/// Returns how long ago something was, in English as everything here.
fn age(then: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let minutes = usize::try_from((now - then).num_minutes()).unwrap_or(0);
    match minutes {
        0 => "a moment ago".into(),
        minutes @ 1..60 => format!("{} ago", counted(minutes, "minute")),
        minutes @ 60..2880 => format!("{} ago", counted(minutes / 60, "hour")),
        minutes => format!("{} ago", counted(minutes / 1440, "day")),
    }
}

/// Returns the name of the program that seems to sync the folder.
fn synced(folder: &Path) -> Option<&'static str> {
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let names: Vec<String> =
        real.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    let by_name = SYNCED.into_iter().find(|synced| names.iter().any(|name| name.contains(synced)));
    let by_mark = || real.ancestors().any(|folder| folder.join(".stfolder").exists());
    by_name.or_else(|| by_mark().then_some("Syncthing"))
}

/// The home folder names the person.
fn hidden_home(text: &str) -> String {
    match directories::BaseDirs::new() {
        Some(dirs) => text.replace(&dirs.home_dir().display().to_string(), "~"),
        None => text.to_owned(),
    }
}

#[cfg(unix)]
fn mode(path: &Path) -> String {
    use std::os::unix::fs::MetadataExt as _;
    match std::fs::symlink_metadata(path) {
        Ok(found) => format!("{:o}", found.mode() & 0o7777),
        Err(_) => "not there".into(),
    }
}

#[cfg(not(unix))]
fn mode(path: &Path) -> String {
    if path.exists() { "there" } else { "not there" }.into()
}

/// The magic numbers of statfs(2), as the manual page lists them.
#[cfg(target_os = "linux")]
fn file_system(folder: &Path) -> String {
    const KNOWN: [(rustix::fs::FsWord, &str); 14] = [
        (0xef53, "ext"),
        (0x9123_683e, "btrfs"),
        (0x5846_5342, "xfs"),
        (0x0102_1994, "tmpfs"),
        (0x2fc1_2fc1, "zfs"),
        (0xf2f5_2010, "f2fs"),
        (0x6969, "nfs: a history on a network is at its mercy"),
        (0xff53_4d42, "smb: a history on a network is at its mercy"),
        (0xfe53_4d42, "smb: a history on a network is at its mercy"),
        (0x6573_5546, "fuse"),
        (0x4d44, "fat: keeps no file modes"),
        (0x2011_bab0, "exfat: keeps no file modes"),
        (0x794c_7630, "overlay"),
        (0x5346_544e, "ntfs"),
    ];
    let there = folder.ancestors().find(|folder| folder.exists()).unwrap_or(folder);
    match rustix::fs::statfs(there) {
        Ok(found) => {
            let kind = found.f_type;
            let known = KNOWN.iter().find(|(magic, _)| *magic == kind).map(|(_, name)| *name);
            known.map_or_else(|| format!("unknown ({kind:#x})"), str::to_owned)
        }
        Err(_) => "cannot be told".into(),
    }
}

#[cfg(not(target_os = "linux"))]
fn file_system(_: &Path) -> String {
    "not told on this system".into()
}
