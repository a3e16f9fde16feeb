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
use crate::render::json::JSON_FORMAT;
use crate::report::wording::{counted, day};

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
        let error = "there is no history here yet, so nothing can be merged into it";
        return Err(CommandError::failed(error)
            .hint("`checkin restore PATH` takes the other history over whole"));
    }
    let ask = match &args.other_passphrase_file {
        Some(file) => {
            PassphraseSource { file: Some(file.clone()), ..PassphraseSource::default() }.ask("")
        }
        None => workspace.passphrases.clone().ask("the other history"),
    };
    let bar = Bar::new("Checking the other history", &workspace.terminal);
    let now = workspace.clock.now().instant;
    let merged =
        workspace.store.merge(&args.path, Some(&ask), now, &mut |done, all| bar.show(done, all))?;
    bar.finish();
    workspace.refresh_due();
    if !merged.deleted.is_empty() {
        renew_copies(
            workspace,
            "it is merged; the next write removes the backups that still hold what was deleted",
        )?;
    }
    if args.json {
        return print_json(&to_json(&merged), workspace);
    }
    let text = in_words(&merged, workspace)?;
    workspace.terminal.print(&text)
}

fn in_words(merged: &Merged, workspace: &Workspace) -> Result<String, CommandError> {
    let mut text = String::new();
    if merged.is_nothing_new() {
        text.push_str("Nothing new: this history has all that the other one has.\n");
    } else {
        for (kind, name) in
            [("check-in", "check-in"), ("note", "note"), ("event", "event"), ("step", "step")]
        {
            let count = merged.added.iter().filter(|(_, found)| found == kind).count();
            if count > 0 {
                let _ = writeln!(text, "New: {}.", counted(count, name));
            }
        }
        let edited = usize::try_from(merged.edited).unwrap_or(usize::MAX);
        for (count, what) in [(edited, "correction"), (merged.deleted.len(), "deletion")] {
            if count > 0 {
                let _ = writeln!(text, "Also: {}.", counted(count, what));
            }
        }
        if text.is_empty() {
            text.push_str("A device came in that has written nothing new.\n");
        }
    }
    for id in &merged.conflicts {
        let _ = writeln!(
            text,
            "Conflict: {} was corrected in different ways; both are kept. `checkin history show {}` shows them.",
            named(*id, workspace)?,
            id.short()
        );
    }
    if merged.drafts_left > 0 {
        let count = usize::try_from(merged.drafts_left).unwrap_or(usize::MAX);
        let _ = writeln!(
            text,
            "{} of the other history stays there until it is finished.",
            counted(count, "open check-in")
        );
    }
    Ok(text)
}

fn named(id: RecordId, workspace: &Workspace) -> Result<String, CommandError> {
    Ok(match workspace.store.record(id)?.content {
        Content::CheckIn(check_in) => format!("the check-in of {}", day(check_in.date)),
        Content::Note(note) => format!("the note of {}", day(note.date)),
        Content::Event(event) => format!("the event of {}", day(event.from)),
        Content::Step(step) => format!("the step of {}", day(step.date)),
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
