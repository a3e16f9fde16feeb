//! Owns the command line: the clap types, whose doc comments are the help; must not act.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::commands::{
    backup::BackupArgs, completions::CompletionsArgs, config::ConfigArgs, doctor::DoctorArgs,
    event::EventArgs, explain::ExplainArgs, export::ExportArgs, history::HistoryArgs, man::ManArgs,
    merge::MergeArgs, note::NoteArgs, protect::ProtectArgs, protect::UnprotectArgs,
    questionnaires::QuestionnairesArgs, remind::RemindArgs, report::ReportArgs,
    resources::ResourcesArgs, restore::RestoreArgs, score::ScoreArgs, start::StartArgs,
    status::StatusArgs, step::StepArgs, trends::TrendsArgs, verify::VerifyArgs,
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
    args_override_self = true,
    max_term_width = 100,
    after_help = "Examples:\n  checkin                       do the next sensible thing\n  checkin start pulse           eight questions instead of the usual ones\n  checkin history show          the last check-in, answers and scores\n  checkin explain last strain.strain\n                                how a number came about\n\nThis is self-report and not a diagnosis. The built-in questionnaires are not validated instruments."
)]
pub(crate) struct Cli {
    /// Folder that holds the history and the settings (also `CHECKIN_DATA_DIR`)
    #[arg(long, global = true, help_heading = "For every command", value_name = "FOLDER")]
    pub(crate) data_dir: Option<PathBuf>,

    /// Ask and answer line by line, without cursor movement and box characters (also `CHECKIN_PLAIN=1`)
    #[arg(long, global = true, help_heading = "For every command")]
    pub(crate) plain: bool,

    /// Read the passphrase of an encrypted history from the first line of a file
    #[arg(long, global = true, help_heading = "For every command", value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,

    /// Read the passphrase of an encrypted history from an open file descriptor
    #[arg(
        long,
        global = true,
        help_heading = "For every command",
        value_name = "N",
        value_parser = crate::cli::argument::whole::<u32>,
        conflicts_with = "passphrase_file"
    )]
    pub(crate) passphrase_fd: Option<u32>,

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
    #[command(alias = "q")]
    Questionnaires(QuestionnairesArgs),
    Score(ScoreArgs),
    Resources(ResourcesArgs),
    Protect(ProtectArgs),
    Unprotect(UnprotectArgs),
    Backup(BackupArgs),
    Restore(RestoreArgs),
    Merge(MergeArgs),
    Verify(VerifyArgs),
    Doctor(DoctorArgs),
    Remind(RemindArgs),
    Config(ConfigArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}
