//! `checkin report`: the look back over the last twelve weeks.

use clap::Args;

use super::trends::print;
use crate::cli::error::CommandError;
use crate::cli::look_back::Selection;
use crate::cli::workspace::Workspace;
use crate::report::look_back;

/// Print the look back over the last twelve weeks
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin report\n  checkin report --weeks 26\n  checkin report --json"
)]
pub(crate) struct ReportArgs {
    /// Weeks to look back over, this one included
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=520))]
    weeks: u32,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Prints the report.
pub(crate) fn report(args: &ReportArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let material = workspace.material(&Selection { weeks: args.weeks, scores: Vec::new() })?;
    print(&look_back(&material), args.json, workspace)
}
