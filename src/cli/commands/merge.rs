//! `checkin merge`: brings in what another machine's history has and this one lacks.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::history::delete::renew_copies;
use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::passphrase::PassphraseSource;
use crate::cli::progress::Bar;
use crate::cli::workspace::Workspace;
use crate::history::{Content, Merged, RecordId};
use crate::language::message;
use crate::render::json::JSON_FORMAT;
use crate::report::wording::day;

/// Bring in what another machine's history, or a backup of it, has and this one lacks
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin merge /media/stick/000012-2026-11-20T17-30-00Z\n  checkin merge ~/Sync/laptop/checkin\n\nBoth machines can merge each other's history back and forth, any number of times, and end with the same. The other file is only read. What was deleted on either side is deleted. A check-in that was corrected on both sides in different ways is a conflict: both versions are kept and shown, and `checkin history edit` settles it."
)]
pub(crate) struct MergeArgs {
    /// A backup, a data folder or a database file
    #[arg(value_name = "PATH")]
    path: PathBuf,

    /// Read the other history's passphrase, if it is another one, from the first line of a file
    #[arg(long, value_name = "FILE")]
    other_passphrase_file: Option<PathBuf>,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Merges another history.
pub(crate) fn merge(args: &MergeArgs, workspace: &Workspace) -> Result<(), CommandError> {
    if !workspace.store.exists() {
        let error = message!("nothing-to-merge-into");
        return Err(CommandError::failed(error).hint(message!("restore-takes-over")));
    }
    let ask = match &args.other_passphrase_file {
        Some(file) => PassphraseSource { file: Some(file.clone()), ..PassphraseSource::default() }
            .ask(String::new()),
        None => workspace.passphrases.clone().ask(message!("whose-other-history")),
    };
    let bar = Bar::new(message!("checking-other"), &workspace.terminal);
    let now = workspace.clock.now().instant;
    let merged =
        workspace.store.merge(&args.path, Some(&ask), now, &mut |done, all| bar.show(done, all))?;
    bar.finish();
    workspace.refresh_due();
    if !merged.deleted.is_empty() {
        renew_copies(workspace, || message!("merged-but-backups"))?;
    }
    if args.json {
        return print_json(&to_json(&merged), workspace);
    }
    let text = in_words(&merged, workspace)?;
    workspace.terminal.print(&text)
}

/// Tells how many of something came in.
type Told = fn(usize) -> String;

fn in_words(merged: &Merged, workspace: &Workspace) -> Result<String, CommandError> {
    let mut text = String::new();
    if merged.is_nothing_new() {
        let _ = writeln!(text, "{}", message!("merged-nothing-new"));
    } else {
        let added = |kind: &str| merged.added.iter().filter(|(_, found)| *found == kind).count();
        let edited = usize::try_from(merged.edited).unwrap_or(usize::MAX);
        let parts: [(usize, Told); 6] = [
            (added("check-in"), |count| message!("merged-check-ins", count = count)),
            (added("note"), |count| message!("merged-notes", count = count)),
            (added("event"), |count| message!("merged-events", count = count)),
            (added("step"), |count| message!("merged-steps", count = count)),
            (edited, |count| message!("merged-corrections", count = count)),
            (merged.deleted.len(), |count| message!("merged-deletions", count = count)),
        ];
        for (count, told) in parts.into_iter().filter(|(count, _)| *count > 0) {
            let _ = writeln!(text, "{}", told(count));
        }
        if text.is_empty() {
            let _ = writeln!(text, "{}", message!("merged-idle-device"));
        }
    }
    for id in &merged.conflicts {
        let _ = writeln!(
            text,
            "{}",
            message!("merge-conflict", what = named(*id, workspace)?, id = id.short())
        );
    }
    if merged.drafts_left > 0 {
        let count = usize::try_from(merged.drafts_left).unwrap_or(usize::MAX);
        let _ = writeln!(text, "{}", message!("merge-drafts-left", count = count));
    }
    Ok(text)
}

fn named(id: RecordId, workspace: &Workspace) -> Result<String, CommandError> {
    Ok(match workspace.store.record(id)?.content {
        Content::CheckIn(check_in) => message!("merged-check-in-of", day = day(check_in.date)),
        Content::Note(note) => message!("the-note-of", day = day(note.date)),
        Content::Event(event) => message!("merged-event-of", day = day(event.from)),
        Content::Step(step) => message!("merged-step-of", day = day(step.date)),
    })
}

fn to_json(merged: &Merged) -> serde_json::Value {
    let added: Vec<_> =
        merged.added.iter().map(|(id, kind)| json!({ "id": id, "kind": kind })).collect();
    json!({
        "format": JSON_FORMAT,
        "added": added,
        "edited": merged.edited,
        "deleted": merged.deleted.len(),
        "devices": merged.devices,
        "conflicts": merged.conflicts,
        "drafts_left": merged.drafts_left,
    })
}
