//! Owns where a definition that adopt or import made goes: among the person's own, or into a file.

use std::path::PathBuf;

use clap::Args;

use super::add::add_source;
use super::check::check_source;
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::files::{Overwrite, write_file};
use crate::language::message;
use crate::questionnaire::{Outline, QuestionnaireId, Source};

/// Where the definition goes.
#[derive(Clone, Debug, Args)]
pub(crate) struct Place {
    /// Id of the definition, in lower-case letters, digits and hyphens
    #[arg(long = "as", value_name = "ID")]
    as_id: Option<String>,

    /// Write the definition to this file, to be edited, and do not add it
    #[arg(long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,

    /// Replace a definition of your own that has this id
    #[arg(long)]
    replace: bool,
}

impl Place {
    /// Returns the id: the one given, or `usual`.
    pub(super) fn id(&self, usual: &str) -> String {
        self.as_id.clone().unwrap_or_else(|| usual.to_owned())
    }

    /// Refuses an id that is taken, before anything is asked.
    pub(super) fn refuse_taken(
        &self,
        usual: &str,
        workspace: &Workspace,
    ) -> Result<(), CommandError> {
        let id = QuestionnaireId::new(self.id(usual));
        let catalogue = workspace.catalogue()?;
        if self.output.is_some() || catalogue.source(&id).is_none() {
            return Ok(());
        }
        if catalogue.is_built_in(&id) {
            return Err(CommandError::failed(message!("id-of-built-in", id = id.as_str()))
                .hint(message!("as-gives-another")));
        }
        if self.replace {
            return Ok(());
        }
        Err(CommandError::failed(message!("have-questionnaire-already", id = id.as_str()))
            .hint(message!("as-or-replace")))
    }
}

/// Checks a definition and puts it where it belongs.
pub(super) fn place(
    outline: &Outline,
    place: &Place,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let source = Source::new(format!("{}.toml", outline.id), outline.to_toml());
    let Some(path) = &place.output else { return add_source(&source, workspace) };
    let checked = check_source(&source, workspace.catalogue()?);
    if checked.has_errors() {
        let list = checked.diagnostics.iter().map(|d| source.render(d, false)).collect();
        return Err(CommandError::listed(message!("definition-not-written"), list));
    }
    let overwrite = if place.replace { Overwrite::Allowed } else { Overwrite::Never };
    write_file(path, overwrite, source.text().as_bytes()).map_err(|error| {
        CommandError::failed(message!("cannot-write", path = path.display().to_string()))
            .because(error)
            .hint(message!("replace-replaces-file"))
    })?;
    workspace.terminal.say(&message!("definition-written", path = path.display().to_string()));
    Ok(())
}
