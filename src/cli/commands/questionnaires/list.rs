//! `checkin questionnaires list`: what can be answered.

use std::fmt::Write as _;
use std::sync::Arc;

use clap::Args;
use serde_json::json;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::language::message;
use crate::questionnaire::{Questionnaire, QuestionnaireId};
use crate::render::table::{Layout, Table};
use crate::render::text::printable;

/// List the questionnaires, built-in and your own
#[derive(Debug, Default, Args)]
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

/// The kinds, as they stand in JSON.
const BUILT_IN: &str = "built-in";
const OWN: &str = "own";

/// Returns the name of a kind for people.
fn in_words(kind: &str) -> String {
    if kind == OWN { message!("own") } else { message!("built-in") }
}

/// Lists the definitions; one of the user's own that has mistakes is named, not hidden.
pub(crate) fn list(args: &ListArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let catalogue = workspace.catalogue()?;
    let mut rows: Vec<Row<'_>> = Vec::new();
    for id in catalogue.ids() {
        let kind = if catalogue.is_built_in(id) { BUILT_IN } else { OWN };
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
    for (.., definition) in &mut rows {
        if let Some(known) = definition {
            *known = Arc::new(workspace.in_language(known)?);
        }
    }
    if !workspace.terminal.has_room_for_tables() {
        return workspace.terminal.print_lines(&in_lines(&rows));
    }
    let (id, version, items) =
        (message!("list-id"), message!("column-version"), message!("column-items"));
    let (scores, title) = (message!("list-scores"), message!("column-title"));
    let mut table = Table::new(&[&id, &version, &items, &scores, "", &title]);
    let mistakes = format!("({})", message!("definition-has-mistakes"));
    for (id, kind, definition) in &rows {
        match definition {
            Some(definition) => table.row(&[
                id.as_str(),
                &definition.version.to_string(),
                &definition.items.len().to_string(),
                &match definition.scores.len() {
                    0 => message!("unscored"),
                    scores => scores.to_string(),
                },
                &if *kind == OWN { message!("own") } else { String::new() },
                &printable(&definition.title),
            ]),
            None => table.row(&[id.as_str(), "", "", "", &in_words(kind), &mistakes]),
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
        let kind = in_words(kind);
        let _ = match definition {
            Some(definition) => writeln!(
                text,
                "{id}: {}, {}, {}, {kind}. {}.",
                message!("items-counted", count = definition.items.len()),
                match definition.scores.len() {
                    0 => message!("unscored"),
                    scores => message!("scores-counted", count = scores),
                },
                message!("version-of", version = definition.version.to_string()),
                printable(&definition.title)
            ),
            None => writeln!(text, "{id}: {kind}, {}.", message!("definition-has-mistakes")),
        };
    }
    text
}
