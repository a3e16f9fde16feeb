//! `checkin config`: the settings.

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use serde_json::{Map, Value};

use super::resources::region;
use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::settings::{Form, SETTINGS, Settings};
use crate::cli::workspace::{Environment, Workspace};
use crate::files::{Overwrite, WriteError, create_private_folder, write_file};
use crate::guidance::Resources;
use crate::language::{Language, message, speak_as};
use crate::render::table::{Layout, Table};
use crate::render::text::printable;

/// Show or change the settings
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin config                             what holds, and where it comes from\n  checkin config set weekday thursday\n  checkin config set region ie\n  checkin config set questionnaire pulse\n  checkin config defaults --write            a file that explains every setting\n\nAn option comes before the environment, the environment before the file, the file before the default. The file is settings.toml in the data folder; its mistakes are shown in their place. In its table [alias] a name stands for a command: week = \"trends --view table --last 4\"."
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
    #[command(
        after_help = "Examples:\n  checkin config set weekday thursday\n  checkin config set region none\n  checkin config set contrast high\n\nThe comments in the file stay."
    )]
    Set {
        /// Name of the setting
        key: String,
        /// New value
        value: String,
    },
    /// Put a setting back to its default
    #[command(
        after_help = "Examples:\n  checkin config unset weekday\n  checkin config unset language"
    )]
    Unset {
        /// Name of the setting
        key: String,
    },
    /// Print where the settings are kept
    #[command(
        after_help = "Examples:\n  checkin config path\n  $EDITOR \"$(checkin config path)\""
    )]
    Path,
    /// Print a settings file that explains every setting, or write it
    #[command(
        after_help = "Examples:\n  checkin config defaults\n  checkin config defaults --write\n\nEverything in it is switched off, so that the defaults hold."
    )]
    Defaults {
        /// Write it into the data folder
        #[arg(long)]
        write: bool,
        /// Replace the settings that are there already
        #[arg(long, requires = "write")]
        force: bool,
    },
}

/// Shows or changes the settings.
pub(crate) fn config(args: &ConfigArgs, workspace: &mut Workspace) -> Result<(), CommandError> {
    match &args.command {
        None if args.json => {
            print_json(&as_json(&workspace.settings), workspace)?;
            refuse_wrong_names(workspace)
        }
        None => {
            let text = overview(workspace);
            workspace.terminal.print_lines(&text)?;
            refuse_wrong_names(workspace)
        }
        Some(ConfigCommand::Set { key, value }) => set(key, value, workspace),
        Some(ConfigCommand::Unset { key }) => unset(key, workspace),
        Some(ConfigCommand::Path) => {
            let path = Settings::path(workspace.folder());
            workspace.terminal.print(&format!("{}\n", printable(&path.display().to_string())))
        }
        Some(ConfigCommand::Defaults { write: false, .. }) => {
            workspace.terminal.print(&Settings::defaults_file())
        }
        Some(ConfigCommand::Defaults { force, .. }) => write_defaults(*force, workspace),
    }
}

fn as_json(settings: &Settings) -> Value {
    let mut object =
        Map::from_iter([("format".to_owned(), Value::from(crate::render::json::JSON_FORMAT))]);
    let mut origins = Map::new();
    for setting in &SETTINGS {
        let value = settings.value(setting.key).unwrap_or_default();
        let value = match setting.form {
            Form::Text => value.into(),
            Form::Truth => (value == "true").into(),
        };
        object.insert(setting.key.to_owned(), value);
        origins.insert(setting.key.to_owned(), settings.origin(setting.key).to_string().into());
    }
    object.insert("origins".into(), origins.into());
    object.insert("aliases".into(), serde_json::json!(settings.aliases));
    let contacts: Vec<&str> = settings.contacts.iter().map(|it| it.name.as_str()).collect();
    object.insert("contacts".into(), contacts.into());
    object.insert("passphrase_command".into(), settings.passphrase_command.clone().into());
    Value::Object(object)
}

/// Returns every setting with its value, where that comes from, and what it means.
fn overview(workspace: &Workspace) -> String {
    let settings = &workspace.settings;
    let layout = workspace.layout();
    let in_lines = !workspace.terminal.has_room_for_tables();
    let mut text = String::new();
    let heads = [
        message!("setting-head"),
        message!("value-head"),
        message!("from-head"),
        message!("meaning-head"),
    ];
    let mut table = Table::new(&[&heads[0], &heads[1], &heads[2], &heads[3]]);
    for setting in &SETTINGS {
        let value = settings.value(setting.key).unwrap_or_default();
        let value = printable(&value).into_owned();
        let origin = settings.origin(setting.key).in_words();
        let about = (setting.about)();
        if in_lines {
            let _ = writeln!(
                text,
                "{}",
                message!(
                    "setting-line",
                    key = setting.key,
                    value = value,
                    origin = origin,
                    about = about
                )
            );
        } else {
            table.row(&[setting.key, &value, &origin, &about]);
        }
    }
    if !in_lines {
        let width = layout.width.min(100);
        text = table.to_text(Layout { width, unicode: layout.unicode, numbers: &[] }) + "\n";
    }
    for (name, words) in &settings.aliases {
        let _ = writeln!(
            text,
            "{}",
            message!(
                "alias-line",
                name = name.as_str(),
                words = format!("checkin {}", printable(&words.join(" ")))
            )
        );
    }
    if !settings.passphrase_command.is_empty() {
        let command = settings.passphrase_command.join(" ");
        let command = printable(&command);
        let _ = writeln!(text, "{}", message!("passphrase-command-line", command = command));
    }
    for contact in &settings.contacts {
        let name = printable(&contact.name);
        let _ = writeln!(text, "{}", message!("contact-line", name = name));
    }
    text
}

fn write_defaults(force: bool, workspace: &Workspace) -> Result<(), CommandError> {
    let path = Settings::path(workspace.folder());
    make_folder(workspace)?;
    let overwrite = if force { Overwrite::Allowed } else { Overwrite::Never };
    write_file(&path, overwrite, Settings::defaults_file().as_bytes()).map_err(|error| {
        let cannot = CommandError::failed(message!("settings-not-written"));
        match error {
            WriteError::Exists { .. } => {
                cannot.because(error).hint(message!("force-replaces-settings"))
            }
            error => cannot.because(error),
        }
    })?;
    workspace.refresh_due();
    workspace
        .terminal
        .say(&message!("written", path = printable(&path.display().to_string()).into_owned()));
    Ok(())
}

fn make_folder(workspace: &Workspace) -> Result<(), CommandError> {
    create_private_folder(workspace.folder())
        .map_err(|error| CommandError::failed(message!("cannot-make-data-folder")).because(error))
}

/// Writes changed settings and goes on with them.
pub(super) fn keep(settings: Settings, workspace: &mut Workspace) -> Result<(), CommandError> {
    make_folder(workspace)?;
    settings.write(workspace.folder())?;
    workspace.settings = settings;
    Ok(())
}

fn set(key: &str, value: &str, workspace: &mut Workspace) -> Result<(), CommandError> {
    let mut settings = workspace.settings.clone();
    settings
        .set(key, value)
        .map_err(|refused| CommandError::usage(refused.message).hint(refused.hint))?;
    match key {
        "questionnaire" => check_questionnaire(&settings, workspace)?,
        "region" => check_region(&settings)?,
        _ => {}
    }
    let wanted = settings.language.clone();
    // A new language is that of the answer, and of a new file that explains itself.
    speak_as(wanted.as_deref());
    keep(settings, workspace)?;
    let now = workspace.settings.value(key).unwrap_or_default();
    workspace.terminal.say(&message!("setting-set", key = key, value = now));
    refresh_due(key, workspace);
    if let Some(language) = wanted.filter(|tag| key == "language" && Language::of(tag).is_none()) {
        workspace.terminal.say(&message!("language-not-spoken", language = language));
    }
    Ok(())
}

fn unset(key: &str, workspace: &mut Workspace) -> Result<(), CommandError> {
    let mut settings = workspace.settings.clone();
    settings
        .unset(key)
        .map_err(|refused| CommandError::usage(refused.message).hint(refused.hint))?;
    if key == "language" {
        // The locale's is that of the answer.
        let around = Environment::read().overlay(false, settings.clone());
        speak_as(around.language.as_deref());
    }
    keep(settings, workspace)?;
    let value = workspace.settings.value(key).unwrap_or_default();
    workspace.terminal.say(&message!("setting-unset", key = key, value = value));
    refresh_due(key, workspace);
    Ok(())
}

/// Works out the next check-in anew where the setting has a say in it, so that no other asks for a passphrase.
fn refresh_due(key: &str, workspace: &Workspace) {
    if ["weekday", "day_end", "questionnaire"].contains(&key) {
        workspace.refresh_due();
    }
}

/// Returns what is wrong with what the settings name: the file can hold it whether it is there or not.
pub(super) fn wrong_names(workspace: &Workspace) -> Vec<CommandError> {
    let settings = &workspace.settings;
    let checked = [check_questionnaire(settings, workspace), check_region(settings)];
    checked.into_iter().filter_map(Result::err).collect()
}

fn refuse_wrong_names(workspace: &Workspace) -> Result<(), CommandError> {
    let mut wrong = wrong_names(workspace);
    let Some(last) = wrong.pop() else { return Ok(()) };
    for other in wrong {
        workspace.terminal.say(other.display().trim_end());
    }
    Err(last)
}

fn check_questionnaire(settings: &Settings, workspace: &Workspace) -> Result<(), CommandError> {
    workspace.questionnaire(&settings.questionnaire).map(|_| ())
}

fn check_region(settings: &Settings) -> Result<(), CommandError> {
    let id = settings.region.as_deref();
    id.map_or(Ok(()), |id| region(&Resources::built_in(), id).map(|_| ()))
}
