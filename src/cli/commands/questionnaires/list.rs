//! `checkin questionnaires list`: what can be answered.

use std::fmt::Write as _;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::questionnaire::{Questionnaire, QuestionnaireId};
use crate::render::table::{Layout, Table};
use crate::render::text::printable;
use crate::report::wording::counted;

/// List the questionnaires, built-in and your own
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires list\n  checkin questionnaires list --json"
)]
pub(crate) struct ListArgs {
    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// A questionnaire, its kind, and its definition, absent if that has mistakes.
type Row<'a> = (&'a QuestionnaireId, &'static str, Option<Arc<Questionnaire>>);

/// Lists the definitions; one of the user's own that has mistakes is named, not hidden.
pub(crate) fn list(args: &ListArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let catalogue = workspace.catalogue()?;
    let mut rows: Vec<Row<'_>> = Vec::new();
    for id in catalogue.ids() {
        let kind = if catalogue.is_built_in(id) { "built-in" } else { "own" };
        rows.push((id, kind, catalogue.load(id)));
    }
    if args.json {
        let list: Vec<_> = rows
            .iter()
            .map(|(id, kind, definition)| {
                json!({
                    "format": crate::render::json::JSON_FORMAT,
                    "id": id,
                    "kind": kind,
                    "title": definition.as_ref().map(|definition| &definition.title),
                    "version": definition.as_ref().map(|definition| &definition.version),
                    "items": definition.as_ref().map(|definition| definition.items.len()),
                    "scores": definition.as_ref().map(|definition| definition.scores.len()),
                })
            })
            .collect();
        return print_list(list.into_iter(), workspace);
    }
    if workspace.terminal.is_plain() {
        return workspace.terminal.print(&in_lines(&rows));
    }
    let mut table = Table::new(&["Id", "Version", "Items", "Scores", "", "Title"]);
    for (id, kind, definition) in &rows {
        match definition {
            Some(definition) => table.row(&[
                id.as_str(),
                &definition.version.to_string(),
                &definition.items.len().to_string(),
                &match definition.scores.len() {
                    0 => "unscored".to_owned(),
                    scores => scores.to_string(),
                },
                if *kind == "own" { kind } else { "" },
                &printable(&definition.title),
            ]),
            None => table.row(&[id.as_str(), "", "", "", kind, "(the definition has mistakes)"]),
        }
    }
    let layout = Layout {
        width: workspace.terminal.width(),
        unicode: workspace.terminal.unicode(),
        numbers: &[2, 3],
    };
    workspace.terminal.print(&format!("{}\n", table.to_text(layout)))
}

/// Returns a sentence for each, to be read aloud: the numbers before the title.
fn in_lines(rows: &[Row<'_>]) -> String {
    let mut text = String::new();
    for (id, kind, definition) in rows {
        let _ = match definition {
            Some(definition) => writeln!(
                text,
                "{id}: {}, {}, version {}, {kind}. {}.",
                counted(definition.items.len(), "item"),
                match definition.scores.len() {
                    0 => "unscored".to_owned(),
                    scores => counted(scores, "score"),
                },
                definition.version,
                printable(&definition.title)
            ),
            None => writeln!(text, "{id}: {kind}, the definition has mistakes."),
        };
    }
    text
}
