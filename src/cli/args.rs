//! Owns the command line: the clap types, whose doc comments are the help; must not act.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::commands::{
    config::ConfigArgs, event::EventArgs, explain::ExplainArgs, export::ExportArgs,
    history::HistoryArgs, note::NoteArgs, questionnaires::QuestionnairesArgs, report::ReportArgs,
    resources::ResourcesArgs, score::ScoreArgs, start::StartArgs, status::StatusArgs,
    step::StepArgs, trends::TrendsArgs,
};

/// A private weekly check-in for people who provide mental health care
///
/// Once a week, in about three minutes, answer a short check-in about the conditions of your work
/// and yourself. Everything stays on this machine. Without a command, checkin does the next
/// sensible thing: the first check-in, one left half-way, the one that is due, or the status.
#[derive(Debug, Parser)]
#[command(
    name = "checkin",
    version,
    max_term_width = 100,
    after_help = "Examples:\n  checkin                       do the next sensible thing\n  checkin start pulse           eight questions instead of the usual ones\n  checkin history show          the last check-in, answers and scores\n  checkin explain last strain.strain\n                                how a number came about\n\nThis is self-report and not a diagnosis. The built-in questionnaires are not validated instruments."
)]
pub(crate) struct Cli {
    /// Folder that holds the history and the settings
    #[arg(
        long,
        global = true,
        env = "CHECKIN_DATA_DIR",
        hide_env_values = true,
        value_name = "FOLDER"
    )]
    pub(crate) data_dir: Option<PathBuf>,

    /// Ask and answer line by line, without cursor movement and box characters
    #[arg(long, global = true)]
    pub(crate) plain: bool,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Start(StartArgs),
    Status(StatusArgs),
    History(HistoryArgs),
    Explain(ExplainArgs),
    Trends(TrendsArgs),
    Report(ReportArgs),
    Export(ExportArgs),
    Note(NoteArgs),
    Event(EventArgs),
    Step(StepArgs),
    #[command(visible_alias = "q")]
    Questionnaires(QuestionnairesArgs),
    Score(ScoreArgs),
    Resources(ResourcesArgs),
    Config(ConfigArgs),
}
