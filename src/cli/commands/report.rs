//! `checkin report`: the supervision page on the terminal.

use clap::Args;

use crate::cli::error::CommandError;
use crate::cli::page::PageArgs;
use crate::cli::workspace::Workspace;
use crate::language::message;
use crate::render::Format;
use crate::report::look_back;

/// Show the page for supervision, as `export` writes it
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin report\n  checkin report --last 26 --include events,steps,notes\n  checkin report --without stigma --no-questions\n  checkin report --json\n\n`checkin export` writes it as HTML, Markdown, CSV or JSON."
)]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    page: PageArgs,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Shows the page.
pub(crate) fn report(args: &ReportArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let choice = args.page.choice(workspace)?;
    let material = workspace.page_material(&choice)?;
    if !args.json && material.check_in_days.is_empty() && !workspace.has_check_in()? {
        workspace.terminal.say(&message!("no-check-in-start"));
        return Ok(());
    }
    let report = look_back(&material);
    let format = if args.json { Format::Json } else { Format::Text };
    let bytes = format.render(&report, &workspace.layout());
    let bytes = bytes
        .map_err(|error| CommandError::failed(message!("cannot-lay-out-page")).because(error))?;
    if !args.json && report.sections.is_empty() {
        workspace.terminal.say(&message!("no-check-in-in-period"));
    }
    workspace.terminal.print_bytes(&bytes)
}
