//! `checkin questionnaires`: the definitions, built-in and the user's own.

mod add;
mod adopt;
pub(crate) mod check;
mod import;
mod import_plan;
mod import_report;
mod list;
mod new;
mod placing;
mod show;
mod typed;

use clap::{Args, Subcommand};

use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;

/// List, show, check, write, add, adopt, import and remove questionnaires (also `q`)
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires list\n  checkin questionnaires show support\n  checkin questionnaires show weekly --toml\n  checkin questionnaires new my-team\n  checkin questionnaires check my-team.toml\n  checkin questionnaires add my-team.toml\n  checkin questionnaires adopt who-5"
)]
pub(crate) struct QuestionnairesArgs {
    /// What to do; without it, list them
    #[command(subcommand)]
    command: Option<QuestionnairesCommand>,
}

#[derive(Debug, Subcommand)]
enum QuestionnairesCommand {
    List(list::ListArgs),
    Show(show::ShowArgs),
    Check(check::CheckArgs),
    New(new::NewArgs),
    Add(add::AddArgs),
    Remove(add::RemoveArgs),
    Adopt(adopt::AdoptArgs),
    Import(Box<import::ImportArgs>),
}

/// Works with definitions.
pub(crate) fn questionnaires(
    args: &QuestionnairesArgs,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    match &args.command {
        None => list::list(&list::ListArgs::default(), workspace),
        Some(QuestionnairesCommand::List(args)) => list::list(args, workspace),
        Some(QuestionnairesCommand::Show(args)) => show::show(args, workspace),
        Some(QuestionnairesCommand::Check(args)) => check::check(args, workspace),
        Some(QuestionnairesCommand::New(args)) => new::new(args, workspace),
        Some(QuestionnairesCommand::Add(args)) => add::add(args, workspace),
        Some(QuestionnairesCommand::Remove(args)) => add::remove(args, workspace),
        Some(QuestionnairesCommand::Adopt(args)) => adopt::adopt(args, workspace),
        Some(QuestionnairesCommand::Import(args)) => import::import(args, workspace),
    }
}
