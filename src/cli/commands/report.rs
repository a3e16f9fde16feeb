//! `checkin report`: the look back over the last twelve weeks.

use clap::Args;

use super::trends::print;
use crate::cli::error::CommandError;
use crate::cli::look_back::{PeriodArgs, Selection};
use crate::cli::workspace::Workspace;
use crate::report::look_back;

/// Print the look back over the last twelve weeks
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin report\n  checkin report --last 26\n  checkin report --json"
)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    period: PeriodArgs,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Prints the report.
pub(crate) fn report(args: &ReportArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let material = workspace
        .material(&Selection { period: args.period.period(12, workspace)?, scores: Vec::new() })?;
    print(&look_back(&material), args.json, workspace)
}
