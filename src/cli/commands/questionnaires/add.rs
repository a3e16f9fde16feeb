//! `checkin questionnaires add` and `remove`: the user's own definitions.

use std::path::PathBuf;

use clap::Args;

use super::check::check_source;
use crate::cli::error::CommandError;
use crate::cli::workspace::{Workspace, read_definition};
use crate::files::{Overwrite, create_private_folder, write_file};
use crate::questionnaire::{QuestionnaireId, Severity, Source};

/// Add a definition of your own, or replace it by a newer one
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires add my-team.toml\n  checkin questionnaires add my-team.es.toml\n\nAn item or scale that has been answered may only change together with the version."
)]
pub(crate) struct AddArgs {
    /// Definition file, named after its id
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Remove a definition of your own; past check-ins keep theirs
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  checkin questionnaires remove my-team")]
pub(crate) struct RemoveArgs {
    /// Questionnaire to remove
    #[arg(value_name = "ID")]
    id: String,
}

/// Adds or replaces a definition.
pub(crate) fn add(args: &AddArgs, workspace: &Workspace) -> Result<(), CommandError> {
    add_source(&read_definition(&args.file)?, workspace)
}

/// Adds or replaces the definition with this text, once it is free of mistakes.
pub(super) fn add_source(source: &Source, workspace: &Workspace) -> Result<(), CommandError> {
    let catalogue = workspace.catalogue()?;
    let checked = check_source(source, catalogue);
    for diagnostic in checked.diagnostics.iter().filter(|d| d.severity == Severity::Warning) {
        workspace.terminal.say(&source.render(diagnostic, workspace.terminal.color()));
    }
    let mistakes: Vec<String> = checked
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| source.render(diagnostic, workspace.terminal.color()))
        .collect();
    if !mistakes.is_empty() {
        return Err(CommandError::listed("the file has mistakes; nothing was added", mistakes)
            .hint("correct them and try again"));
    }
    let Some(questionnaire) = checked.questionnaire else {
        keep(source.stem(), source.text(), workspace)?;
        workspace.terminal.say(&format!("Added: the translation {}.", source.stem()));
        return Ok(());
    };
    let (id, version) = (&questionnaire.id, &questionnaire.version);
    if catalogue.is_built_in(id) {
        return Err(CommandError::failed(format!("`{id}` is the id of a built-in questionnaire"))
            .hint("give yours another id, and name the file after it"));
    }
    workspace.refuse_silent_change(&questionnaire)?;
    keep(id.as_str(), source.text(), workspace)?;
    let done = if catalogue.source(id).is_some() { "Replaced" } else { "Added" };
    workspace.terminal.say(&format!("{done}: {id} {version}. `checkin start {id}` answers it."));
    Ok(())
}

/// Writes a file into the folder of the user's own definitions.
fn keep(stem: &str, text: &str, workspace: &Workspace) -> Result<(), CommandError> {
    let folder = workspace.own_definitions();
    create_private_folder(workspace.folder())
        .and_then(|()| create_private_folder(&folder))
        .map_err(|error| CommandError::failed("cannot make the data folder").because(error))?;
    let path = folder.join(format!("{stem}.toml"));
    write_file(&path, Overwrite::Allowed, text.as_bytes()).map_err(|error| {
        CommandError::failed(format!("cannot write `{}`", path.display())).because(error)
    })
}

/// Removes a definition.
pub(crate) fn remove(args: &RemoveArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let id = QuestionnaireId::new(args.id.as_str());
    let catalogue = workspace.catalogue()?;
    if let Some((original, language)) = args.id.split_once('.') {
        return remove_translation(original, language, workspace);
    }
    if catalogue.is_built_in(&id) {
        return Err(CommandError::failed(format!("`{id}` is built in and stays"))
            .hint("`checkin config set questionnaire ID` chooses another for every week"));
    }
    if catalogue.source(&id).is_none() {
        return Err(CommandError::failed(format!("there is no questionnaire `{id}`"))
            .hint("`checkin questionnaires list` shows those there are"));
    }
    let users: Vec<String> =
        catalogue.included_by(&id).iter().map(|user| format!("`{user}`")).collect();
    if !users.is_empty() {
        return Err(CommandError::failed(format!("`{id}` is included by {}", users.join(", ")))
            .hint("remove or change those first"));
    }
    let path = workspace.own_definitions().join(format!("{id}.toml"));
    std::fs::remove_file(&path).map_err(|error| {
        CommandError::failed(format!("cannot remove `{}`", path.display())).because(error)
    })?;
    workspace.terminal.say(&format!("Removed: {id}. Past check-ins stay readable."));
    if workspace.settings.questionnaire == id {
        workspace.terminal.say(
            "It was the weekly questionnaire; `checkin config set questionnaire weekly` chooses another.",
        );
    }
    Ok(())
}

fn remove_translation(
    original: &str,
    language: &str,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let path = workspace.own_definitions().join(format!("{original}.{language}.toml"));
    if !path.is_file() {
        let message = format!("there is no translation `{original}.{language}` of your own");
        return Err(CommandError::failed(message));
    }
    std::fs::remove_file(&path).map_err(|error| {
        CommandError::failed(format!("cannot remove `{}`", path.display())).because(error)
    })?;
    workspace.terminal.say(&format!("Removed: the translation {original}.{language}."));
    Ok(())
}
