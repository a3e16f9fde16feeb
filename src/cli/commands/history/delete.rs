//! `checkin history delete`: erases a check-in, a note, an event or a step.

use chrono::NaiveDate;
use clap::Args;

use super::find;
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::history::{Content, RecordId};
use crate::language::message;
use crate::report::wording::{day, event_kind};

/// Delete a check-in, note, event or step; its content is erased
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin history delete 1a2b3c4d\n  checkin history delete last --yes\n\nThe log keeps that something was deleted, not what. Copies you made elsewhere stay."
)]
pub(crate) struct DeleteArgs {
    /// Check-in, note, event or step: its id; for a check-in also its date or `last`
    #[arg(value_name = "ID")]
    id: String,

    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Deletes a record.
pub(crate) fn delete(args: &DeleteArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let (id, words) = target(&args.id, workspace)?;
    let copies = workspace.store.copies_with(id)?;
    let also = match copies.len() {
        0 => String::new(),
        n => format!(" {}", message!("backups-removed-too", count = n)),
    };
    if !args.yes {
        let prompt = message!("delete-question", what = words.as_str()) + &also;
        let sure = workspace
            .terminal
            .confirm(&prompt, false)
            .map_err(|error| error.hint(message!("delete-without-question")))?;
        if !sure {
            workspace.terminal.say(&message!("nothing-deleted"));
            return Ok(());
        }
    }
    workspace.store.delete(id)?;
    workspace.refresh_due();
    workspace.terminal.say(&message!("deleted", what = words));
    renew_copies(workspace, || message!("deleted-but-backups"))
}

/// Makes a backup without what was deleted, removes those that still hold it, and says how many.
///
/// # Errors
/// Where that cannot be done now, with a hint that says what is done already.
pub(crate) fn renew_copies(
    workspace: &Workspace,
    hint: impl FnOnce() -> String,
) -> Result<(), CommandError> {
    let renewed = workspace.store.renew_copies(workspace.clock.now().instant);
    let removed = renewed.map_err(|error| CommandError::from(error).hint(hint()))?;
    if removed > 0 {
        workspace.terminal.say(&message!("backups-renewed", count = removed));
    }
    Ok(())
}

fn target(name: &str, workspace: &Workspace) -> Result<(RecordId, String), CommandError> {
    let is_check_in = name == "last" || name.parse::<NaiveDate>().is_ok();
    let kept = if is_check_in || !workspace.store.exists() {
        let kept = find(name, workspace)?;
        (kept.id, Content::CheckIn(kept.content))
    } else {
        let kept = workspace.store.record(workspace.store.resolve(name)?)?;
        (kept.id, kept.content)
    };
    let words = match &kept.1 {
        Content::CheckIn(check_in) => {
            let questionnaire = check_in.answered.questionnaire.as_str();
            let day = day(check_in.date);
            message!("the-check-in-of", day = day, questionnaire = questionnaire)
        }
        Content::Note(note) => message!("the-note-of", day = day(note.date)),
        Content::Step(step) => message!("the-step-of", day = day(step.date)),
        Content::Event(event) => {
            message!("the-event-of", kind = event_kind(event.kind), day = day(event.from))
        }
    };
    Ok((kept.0, words))
}
