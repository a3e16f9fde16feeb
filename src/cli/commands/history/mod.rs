//! `checkin history`: past check-ins.

mod change;
mod columns;
pub(crate) mod delete;
mod exports;
mod import;
mod list;
mod sheet;
mod show;

pub(crate) use show::{in_full, in_words};

use clap::{Args, Subcommand};

use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::history::{CheckIn, HistoryError, Kept, Query};
use crate::language::message;

/// List, show, correct, delete or import past check-ins; list exports
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin history                      all of them\n  checkin history show                 the last one\n  checkin history edit last --set support.heard=often\n  checkin history delete 1a2b3c4d"
)]
pub(crate) struct HistoryArgs {
    /// What to do; without it, list them
    #[command(subcommand)]
    command: Option<HistoryCommand>,
}

#[derive(Debug, Subcommand)]
enum HistoryCommand {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Edit(change::EditArgs),
    Delete(delete::DeleteArgs),
    Exports(exports::ExportsArgs),
    Import(import::ImportArgs),
}

/// Works with past check-ins.
pub(crate) fn history(args: &HistoryArgs, workspace: &Workspace) -> Result<(), CommandError> {
    match &args.command {
        None => list::list(&list::ListArgs::default(), workspace),
        Some(HistoryCommand::List(args)) => list::list(args, workspace),
        Some(HistoryCommand::Show(args)) => show::show(args, workspace),
        Some(HistoryCommand::Edit(args)) => change::edit(args, workspace),
        Some(HistoryCommand::Delete(args)) => delete::delete(args, workspace),
        Some(HistoryCommand::Exports(args)) => exports::exports(args, workspace),
        Some(HistoryCommand::Import(args)) => import::import(args, workspace),
    }
}

/// Returns the check-in that a person means: `last`, its short or whole id, or its date.
pub(crate) fn find(name: &str, workspace: &Workspace) -> Result<Kept<CheckIn>, CommandError> {
    let none = || {
        CommandError::failed(message!("no-such-check-in", name = name))
            .hint(message!("check-ins-are-listed"))
    };
    if !workspace.store.exists() {
        return Err(CommandError::failed(message!("no-check-in-so-far"))
            .hint(message!("checkin-starts-first")));
    }
    if name == "last" {
        return workspace.store.last_check_in(None)?.ok_or_else(none);
    }
    if let Ok(date) = name.parse() {
        let query = Query { from: Some(date), to: Some(date), ..Query::default() };
        return workspace.store.check_ins(&query)?.pop().ok_or_else(none);
    }
    let id = match workspace.store.resolve(name) {
        Err(HistoryError::NoRecord) => return Err(none()),
        other => other?,
    };
    Ok(workspace.store.check_in(id)?)
}
