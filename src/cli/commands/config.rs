//! `checkin config`: the settings.

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use serde_json::{Map, Value};

use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::settings::{SETTINGS, Settings};
use crate::cli::workspace::Workspace;
use crate::files::create_private_folder;
use crate::guidance::Resources;
use crate::render::text::printable;

/// Show or change the settings
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin config\n  checkin config set weekday thursday\n  checkin config set region ie\n  checkin config set questionnaire pulse"
)]
pub(crate) struct ConfigArgs {
    #[command(subcommand)]
    command: Option<ConfigCommand>,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Change a setting
    Set {
        /// Name of the setting
        key: String,
        /// New value
        value: String,
    },
    /// Print where the settings are kept
    Path,
}

/// Shows or changes the settings.
pub(crate) fn config(args: &ConfigArgs, workspace: &mut Workspace) -> Result<(), CommandError> {
    match &args.command {
        None if args.json => {
            let mut object = Map::from_iter([(
                "format".to_owned(),
                Value::from(crate::render::json::JSON_FORMAT),
            )]);
            for setting in &SETTINGS {
                let value = workspace.settings.value(setting.key);
                object.insert(setting.key.to_owned(), value.into());
            }
            print_json(&Value::Object(object), workspace)
        }
        None => workspace.terminal.print_lines(&overview(&workspace.settings)),
        Some(ConfigCommand::Set { key, value }) => set(key, value, workspace),
        Some(ConfigCommand::Path) => {
            let path = Settings::path(workspace.folder());
            workspace.terminal.print(&format!("{}\n", printable(&path.display().to_string())))
        }
    }
}

fn overview(settings: &Settings) -> String {
    let mut text = String::new();
    for setting in &SETTINGS {
        let value = settings.value(setting.key).unwrap_or_default();
        let _ = writeln!(text, "{:<14} {:<10} {}", setting.key, value, setting.about);
    }
    text
}

/// Writes changed settings and goes on with them.
pub(super) fn keep(settings: Settings, workspace: &mut Workspace) -> Result<(), CommandError> {
    create_private_folder(workspace.folder())
        .map_err(|error| CommandError::failed("cannot make the data folder").because(error))?;
    settings.write(workspace.folder())?;
    workspace.settings = settings;
    Ok(())
}

fn set(key: &str, value: &str, workspace: &mut Workspace) -> Result<(), CommandError> {
    let mut settings = workspace.settings.clone();
    settings.set(key, value).map_err(CommandError::usage)?;
    if settings.questionnaire != workspace.settings.questionnaire {
        workspace.questionnaire(&settings.questionnaire)?;
    }
    if let Some(region) = settings.region.as_deref()
        && settings.region != workspace.settings.region
        && Resources::built_in().region(region).is_none()
    {
        let message = format!("there are no resources for the region `{region}`");
        return Err(CommandError::failed(message)
            .hint("`checkin resources --all` shows the regions there are"));
    }
    keep(settings, workspace)?;
    workspace.refresh_due();
    workspace.terminal.say(&format!("Set: {key} is now {value}."));
    Ok(())
}
