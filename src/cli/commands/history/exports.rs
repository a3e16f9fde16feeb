//! `checkin history exports`: what was given out, when and with which choices.

use clap::Args;
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::history::Store;
use crate::language::message;
use crate::report::Part;
use crate::report::wording::{day, days, joined};

/// List what was exported, when and with which choices; the oldest first
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  checkin history exports\n  checkin history exports --json")]
pub(crate) struct ExportsArgs {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Lists the exports.
pub(crate) fn exports(args: &ExportsArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let exports = workspace.read(Store::exports)?;
    if args.json {
        let list = exports.iter().map(|export| {
            json!({
                "format": crate::render::json::JSON_FORMAT,
                "at": export.moment.local().to_rfc3339(),
                "page_format": export.format,
                "from": export.from,
                "to": export.to,
                "parts": export.parts,
                "scores": export.scores,
                "to_standard_output": export.to_standard_output,
            })
        });
        return print_list(list, workspace);
    }
    if exports.is_empty() {
        workspace.terminal.say(&message!("no-export-yet"));
    }
    let mut rows = Vec::new();
    for export in &exports {
        let parts = match export.parts.as_slice() {
            [] => message!("scores-alone"),
            parts => {
                let named =
                    Part::ALL.into_iter().filter(|part| parts.iter().any(|p| p == part.name()));
                message!("with-parts", parts = joined(&named.map(Part::label).collect::<Vec<_>>()))
            }
        };
        let about = [
            export.format.clone(),
            days(export.from, export.to),
            message!("scores-counted", count = export.scores.len()),
            parts,
        ];
        let given_out = day(export.moment.local().date_naive());
        rows.push((given_out, about.join(", ")));
    }
    workspace.terminal.print_lines(&workspace.terminal.list(&rows))
}
