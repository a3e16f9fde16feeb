//! Owns what the columns of a table of old check-ins hold: as given, by their names, or as the person says.

use std::collections::BTreeMap;

use super::import::ImportArgs;
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::interop::{Column, PastTable, column_by_name};
use crate::language::message;
use crate::questionnaire::Questionnaire;
use crate::render::text::printable;

/// Returns what each column holds: as given, by its name, or as the person says.
pub(super) fn mapping(
    args: &ImportArgs,
    table: &PastTable,
    questionnaire: &Questionnaire,
    workspace: &Workspace,
) -> Result<BTreeMap<String, Column>, CommandError> {
    let mut columns = BTreeMap::new();
    for given in &args.map {
        let (name, target) = given.rsplit_once('=').ok_or_else(|| {
            CommandError::usage(message!("not-column-and-target", text = given.as_str()))
        })?;
        let name = name.trim().to_lowercase();
        if !table.columns().contains(&name) {
            return Err(CommandError::usage(message!("no-such-column", name = name))
                .hint(message!("columns-are", columns = listed(table))));
        }
        columns.insert(name, target_of(target.trim(), questionnaire)?);
    }
    let asks = !args.yes && !args.json && workspace.terminal.has_person();
    let is_known =
        |name: &String| columns.contains_key(name) || column_by_name(name, questionnaire).is_some();
    if asks && !table.columns().iter().all(is_known) {
        workspace.terminal.say(&targets(questionnaire));
    }
    // What is known by its name is taken before anything is asked.
    for name in table.columns() {
        if !columns.contains_key(name)
            && let Some(column) = column_by_name(name, questionnaire)
        {
            columns.insert(name.clone(), column);
        }
    }
    for name in table.columns() {
        if columns.contains_key(name) {
            continue;
        }
        let column =
            if asks { ask_target(name, &columns, questionnaire, workspace)? } else { Column::Left };
        columns.insert(name.clone(), column);
    }
    refuse_doubles(&columns)?;
    let of = |wanted: fn(&Column) -> bool| columns.values().filter(|column| wanted(column)).count();
    if of(|column| *column == Column::Date) != 1 {
        return Err(CommandError::failed(message!("one-date-column"))
            .hint(message!("map-names-date", columns = listed(table))));
    }
    if of(|column| matches!(column, Column::Item(_) | Column::Score(_))) == 0 {
        let id = &questionnaire.id;
        return Err(CommandError::failed(message!("no-column-is-known", id = id.as_str()))
            .hint(message!("map-names-item", columns = listed(table))));
    }
    Ok(columns)
}

/// Lists what a column can hold.
fn targets(questionnaire: &Questionnaire) -> String {
    let items = questionnaire.items.iter().map(|item| match &item.text {
        text if text.is_empty() => format!("  {}", item.id),
        text => format!("  {}: {}", item.id, printable(text)),
    });
    let scores = questionnaire
        .scores
        .iter()
        .map(|score| format!("  {}: {}", score.id, printable(&score.title)));
    let list: Vec<String> = ["Items:".to_owned()]
        .into_iter()
        .chain(items)
        .chain(["Scores:".to_owned()])
        .chain(scores)
        .collect();
    list.join("\n")
}

/// Asks what a column holds until the answer names something that no other column holds.
fn ask_target(
    name: &str,
    columns: &BTreeMap<String, Column>,
    questionnaire: &Questionnaire,
    workspace: &Workspace,
) -> Result<Column, CommandError> {
    let question = message!("what-does-column-hold", name = printable(name).into_owned());
    loop {
        let line = workspace.terminal.ask_line(&question, "-")?;
        let target = line.trim();
        match target_of(target, questionnaire) {
            Ok(column) => match columns.iter().find(|(_, known)| **known == column) {
                Some((other, _)) if column != Column::Left => workspace.terminal.say(&format!(
                    "`{}` is what `{}` holds already; - leaves this column out.",
                    printable(target),
                    printable(other)
                )),
                _ => return Ok(column),
            },
            Err(_) => {
                let (target, id) = (printable(target), questionnaire.id.as_str());
                let told = message!("neither-item-nor-score", target = target, id = id);
                workspace.terminal.say(&format!("{told}."));
            }
        }
    }
}

/// Refuses two columns for one item or score: neither is more right than the other.
fn refuse_doubles(columns: &BTreeMap<String, Column>) -> Result<(), CommandError> {
    let mut seen: Vec<(&String, &Column)> = Vec::new();
    for (name, column) in columns {
        let target = match column {
            Column::Item(id) => id.to_string(),
            Column::Score(id) => id.to_string(),
            Column::Date | Column::Left => continue,
        };
        if let Some((other, _)) = seen.iter().find(|(_, known)| *known == column) {
            let (one, two) = (printable(other), printable(name));
            let hint = message!("map-leaves-out", name = two.as_ref());
            let message = message!("columns-hold-same", one = one, two = two, target = target);
            return Err(CommandError::failed(message).hint(hint));
        }
        seen.push((name, column));
    }
    Ok(())
}

fn listed(table: &PastTable) -> String {
    table.columns().iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn target_of(target: &str, questionnaire: &Questionnaire) -> Result<Column, CommandError> {
    if target == "-" {
        return Ok(Column::Left);
    }
    column_by_name(target, questionnaire).ok_or_else(|| {
        let id = &questionnaire.id;
        let message = message!("neither-item-nor-score", target = target, id = id.as_str());
        CommandError::usage(message).hint(message!("items-and-scores-listed", id = id.as_str()))
    })
}

/// Returns the columns that nobody left out on purpose and that hold nothing known.
pub(super) fn left<'c>(
    columns: &'c BTreeMap<String, Column>,
    args: &ImportArgs,
) -> impl Iterator<Item = &'c String> {
    let is_meant = |name: &str| {
        let given = args.map.iter().filter_map(|given| given.rsplit_once('='));
        given.into_iter().any(|(column, _)| column.trim().to_lowercase() == name)
    };
    columns
        .iter()
        .filter(move |(name, column)| **column == Column::Left && !is_meant(name))
        .map(|(name, _)| name)
}
