//! `checkin questionnaires add` and `remove`: the user's own definitions.

use std::path::PathBuf;

use clap::Args;

use super::check::check_source;
use crate::cli::error::CommandError;
use crate::cli::workspace::{Workspace, read_definition};
use crate::files::{Overwrite, create_private_folder, write_file};
use crate::language::message;
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
        return Err(CommandError::listed(message!("file-has-mistakes"), mistakes)
            .hint(message!("correct-and-try-again")));
    }
    let Some(questionnaire) = checked.questionnaire else {
        keep(source.stem(), source.text(), workspace)?;
        workspace.terminal.say(&message!("translation-added", name = source.stem()));
        return Ok(());
    };
    let (id, version) = (&questionnaire.id, &questionnaire.version);
    if catalogue.is_built_in(id) {
        return Err(CommandError::failed(message!("id-of-built-in", id = id.as_str()))
            .hint(message!("give-another-id")));
    }
    workspace.refuse_silent_change(&questionnaire)?;
    keep(id.as_str(), source.text(), workspace)?;
    let (known, version) = (catalogue.source(id).is_some(), version.to_string());
    workspace.terminal.say(&if known {
        message!("questionnaire-replaced", id = id.as_str(), version = version)
    } else {
        message!("questionnaire-added", id = id.as_str(), version = version)
    });
    Ok(())
}

/// Writes a file into the folder of the user's own definitions.
fn keep(stem: &str, text: &str, workspace: &Workspace) -> Result<(), CommandError> {
    let folder = workspace.own_definitions();
    create_private_folder(workspace.folder())
        .and_then(|()| create_private_folder(&folder))
        .map_err(|error| {
            CommandError::failed(message!("cannot-make-data-folder")).because(error)
        })?;
    let path = folder.join(format!("{stem}.toml"));
    write_file(&path, Overwrite::Allowed, text.as_bytes()).map_err(|error| {
        CommandError::failed(message!("cannot-write", path = path.display().to_string()))
            .because(error)
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
        return Err(CommandError::failed(message!("built-in-stays", id = id.as_str()))
            .hint(message!("config-chooses-another")));
    }
    if catalogue.source(&id).is_none() {
        return Err(CommandError::failed(message!("no-such-questionnaire", id = id.as_str()))
            .hint(message!("questionnaires-are-listed")));
    }
    let users: Vec<String> =
        catalogue.included_by(&id).iter().map(|user| format!("`{user}`")).collect();
    if !users.is_empty() {
        return Err(CommandError::failed(message!(
            "is-included-by",
            id = id.as_str(),
            users = users.join(", ")
        ))
        .hint(message!("remove-those-first")));
    }
    let path = workspace.own_definitions().join(format!("{id}.toml"));
    std::fs::remove_file(&path).map_err(|error| {
        CommandError::failed(message!("cannot-remove", path = path.display().to_string()))
            .because(error)
    })?;
    workspace.terminal.say(&message!("questionnaire-removed", id = id.as_str()));
    if workspace.settings.questionnaire == id {
        workspace.terminal.say(&message!("was-weekly"));
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
        let name = format!("{original}.{language}");
        return Err(CommandError::failed(message!("no-own-translation", name = name)));
    }
    std::fs::remove_file(&path).map_err(|error| {
        CommandError::failed(message!("cannot-remove", path = path.display().to_string()))
            .because(error)
    })?;
    workspace
        .terminal
        .say(&message!("translation-removed", name = format!("{original}.{language}")));
    Ok(())
}
