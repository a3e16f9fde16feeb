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

use clap::{Args, Subcommand};

use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;

/// List, show, check, write, add, adopt, import and remove questionnaires
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires list\n  checkin questionnaires show support\n  checkin questionnaires show weekly --toml\n  checkin questionnaires new my-team\n  checkin questionnaires check my-team.toml\n  checkin questionnaires add my-team.toml\n  checkin questionnaires adopt who-5"
)]
pub(crate) struct QuestionnairesArgs {
    #[command(subcommand)]
    command: QuestionnairesCommand,
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
        QuestionnairesCommand::List(args) => list::list(args, workspace),
        QuestionnairesCommand::Show(args) => show::show(args, workspace),
        QuestionnairesCommand::Check(args) => check::check(args, workspace),
        QuestionnairesCommand::New(args) => new::new(args, workspace),
        QuestionnairesCommand::Add(args) => add::add(args, workspace),
        QuestionnairesCommand::Remove(args) => add::remove(args, workspace),
        QuestionnairesCommand::Adopt(args) => adopt::adopt(args, workspace),
        QuestionnairesCommand::Import(args) => import::import(args, workspace),
    }
}
