//! `checkin restore`: a backup takes the place of the history, which is set aside.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use crate::cli::error::CommandError;
use crate::cli::passphrase::PassphraseSource;
use crate::cli::progress::Bar;
use crate::cli::workspace::Workspace;
use crate::history::Restored;
use crate::language::message;
use crate::render::text::printable;

/// Bring a backup back; the history that is there is set aside
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin restore                       the newest backup that is whole\n  checkin restore 000012-2026-11-20T17-30-00Z\n  checkin restore /media/stick/000012-2026-11-20T17-30-00Z\n\nNothing is overwritten: the history that is there moves to the folder `aside`. Check-ins made since the backup can be brought in again with `checkin merge`."
)]
pub(crate) struct RestoreArgs {
    /// Backup: its name in `checkin backup list`, or the path of a backup, data folder or database file
    #[arg(value_name = "BACKUP")]
    backup: Option<PathBuf>,

    /// Read the backup's passphrase, if it is another one, from the first line of a file
    #[arg(long, value_name = "FILE")]
    backup_passphrase_file: Option<PathBuf>,

    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Restores a backup.
pub(crate) fn restore(args: &RestoreArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let path = choose(args, workspace)?;
    if !args.yes && workspace.store.exists() {
        let shown = path.display().to_string();
        let question = message!("restore-question", path = printable(&shown));
        let sure = workspace
            .terminal
            .confirm(&question, false)
            .map_err(|error| error.hint(message!("restore-without-question")))?;
        if !sure {
            workspace.terminal.say(&message!("nothing-changed"));
            return Ok(());
        }
    }
    let ask = match &args.backup_passphrase_file {
        Some(file) => PassphraseSource { file: Some(file.clone()), ..PassphraseSource::default() }
            .ask(String::new()),
        None => workspace.passphrases.clone().ask(message!("whose-backup")),
    };
    let bar = Bar::new(message!("checking-backup"), &workspace.terminal);
    let now = workspace.clock.now().instant;
    let was_encrypted = workspace.store.is_encrypted().unwrap_or(false);
    let restored =
        workspace.store.restore(&path, Some(&ask), now, &mut |done, all| bar.show(done, all))?;
    bar.finish();
    workspace.refresh_due();
    workspace.terminal.say(&told(&restored, was_encrypted));
    Ok(())
}

/// Finds what to restore: as named, or the newest backup that is still what was verified.
fn choose(args: &RestoreArgs, workspace: &Workspace) -> Result<PathBuf, CommandError> {
    let backups = workspace.store.backups()?;
    let Some(named) = &args.backup else {
        let newest = backups.into_iter().find(crate::history::Backup::is_whole);
        return newest.map(|backup| backup.path).ok_or_else(|| {
            CommandError::failed(message!("no-whole-backup")).hint(message!("name-own-copy"))
        });
    };
    let by_name = backups.into_iter().find(|backup| backup.name().as_str() == named.as_os_str());
    match by_name {
        Some(backup) if backup.is_whole() => Ok(backup.path),
        Some(backup) => {
            Err(CommandError::failed(message!("backup-is-damaged", name = backup.name()))
                .hint(message!("whole-backups-are-listed")))
        }
        None if named.exists() => Ok(named.clone()),
        None => Err(CommandError::failed(message!(
            "no-such-backup",
            name = named.display().to_string()
        ))
        .hint(message!("backups-are-listed"))),
    }
}

fn told(restored: &Restored, was_encrypted: bool) -> String {
    let records = usize::try_from(restored.records).unwrap_or(usize::MAX);
    let mut text = message!("restored", count = records);
    if restored.encrypted {
        text.push(' ');
        text.push_str(&message!("restored-with-passphrase"));
    } else if was_encrypted {
        text.push(' ');
        text.push_str(&message!("restored-in-the-clear"));
    }
    if let Some(path) = &restored.set_aside {
        let path = path.display().to_string();
        let _ = write!(text, " {}", message!("restored-set-aside", path = printable(&path)));
    }
    text
}
