//! `checkin note`: notes that stand on their own.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use serde_json::json;

use super::start::check_date;
use crate::checkin::{Note, Untrusted};
use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::history::{Content, Query};
use crate::language::message;
use crate::render::text::printable;
use crate::report::wording::{day, list_day};

/// Write a note, or list notes
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin note add 'First week on the new ward'\n  checkin note add --date 2026-11-13\n  checkin note list\n\n`checkin history delete ID` erases one."
)]
pub(crate) struct NoteArgs {
    /// What to do; without it, list them
    #[command(subcommand)]
    command: Option<NoteCommand>,
}

#[derive(Debug, Subcommand)]
enum NoteCommand {
    /// Write a note; without the text it is asked for
    #[command(
        after_help = "Examples:\n  checkin note add 'First week on the new ward'\n  checkin note add --date 2026-11-13"
    )]
    Add {
        /// The note
        text: Option<String>,
        /// Day that it is about
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
        date: Option<NaiveDate>,
    },
    /// List the notes, oldest first
    #[command(after_help = "Examples:\n  checkin note list\n  checkin note list --json")]
    List {
        /// Print as JSON
        #[arg(long)]
        json: bool,
    },
}

/// Writes or lists notes.
pub(crate) fn note(args: &NoteArgs, workspace: &Workspace) -> Result<(), CommandError> {
    match &args.command {
        None => list(false, workspace),
        Some(NoteCommand::Add { text, date }) => add(text.as_deref(), *date, workspace),
        Some(NoteCommand::List { json }) => list(*json, workspace),
    }
}

fn add(
    text: Option<&str>,
    date: Option<NaiveDate>,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let date = date.unwrap_or_else(|| workspace.today());
    check_date(date, workspace)?;
    let text = match text {
        Some(text) => text.to_owned(),
        None => workspace
            .terminal
            .ask_line(&message!("note"), "")
            .map_err(|error| error.hint(message!("give-note-text")))?,
    };
    let text = Untrusted::new(text.trim());
    if text.is_blank() {
        return Err(
            CommandError::usage(message!("note-is-empty")).hint(message!("nothing-was-kept"))
        );
    }
    let id = workspace.append(&Content::Note(Note { date, text }))?;
    workspace.terminal.say(&message!("note-kept", day = day(date), id = id.short()));
    Ok(())
}

fn list(as_json: bool, workspace: &Workspace) -> Result<(), CommandError> {
    let notes = workspace.read(|store| store.notes(&Query::default()))?;
    if as_json {
        let list: Vec<_> = notes
            .iter()
            .map(|kept| {
                json!({
                    "format": crate::render::json::JSON_FORMAT,
                    "id": kept.id,
                    "date": kept.content.date,
                    "text": kept.content.text.as_written(),
                })
            })
            .collect();
        return print_list(list.into_iter(), workspace);
    }
    if notes.is_empty() {
        workspace.terminal.say(&message!("no-note-yet"));
    }
    let mut text = String::new();
    for kept in &notes {
        let (date, words) = (kept.content.date, printable(kept.content.text.as_written()));
        let _ = if workspace.terminal.is_plain() {
            let (day, id) = (day(date), kept.id.short());
            writeln!(text, "{}", message!("note-listed", day = day, text = words, id = id))
        } else {
            writeln!(text, "{}  {}  {words}", list_day(date), kept.id.short())
        };
    }
    workspace.terminal.print_lines(&text)
}
