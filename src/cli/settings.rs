//! Owns the settings: their names, defaults and rules. How their file is read is in `decode`, how it
//! is changed in `document`, and what an alias may be in `alias`.

pub(crate) mod alias;
mod decode;
mod document;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{NaiveTime, Weekday};

use self::decode::PASSPHRASE_COMMAND;
use super::error::CommandError;
use crate::checkin::WeekStart;
use crate::files::{Overwrite, write_file};
use crate::language::message;
use crate::questionnaire::{QuestionnaireId, Source, nearest};

/// The name of the file in the data folder.
const FILE: &str = "settings.toml";

/// The validated settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Settings {
    /// The region whose support resources are shown.
    pub(crate) region: Option<String>,
    /// The questionnaire of the weekly check-in.
    pub(crate) questionnaire: QuestionnaireId,
    /// The weekday on which it falls due.
    pub(crate) weekday: Weekday,
    /// The clock time at which a day ends.
    pub(crate) day_end: NaiveTime,
    /// The language of the messages and, where a questionnaire is translated, of the questions; absent:
    /// English, and as written.
    pub(crate) language: Option<String>,
    /// Whether the week's context is offered at the end of a check-in.
    pub(crate) context: bool,
    /// Whether everything is asked line by line.
    pub(crate) plain: bool,
    /// A program, with its arguments, that prints the passphrase; empty: the person is asked.
    pub(crate) passphrase_command: Vec<String>,
    /// When the terminal is coloured.
    pub(crate) color: Color,
    /// Whether emphasis does without hues and faint text.
    pub(crate) high_contrast: bool,
    /// The person's own contacts, shown before all other support resources.
    pub(crate) contacts: Vec<Contact>,
    /// Short names for commands, each with the words it stands for.
    pub(crate) aliases: BTreeMap<String, Vec<String>>,
    /// Where each value comes from that is not the default.
    pub(crate) origins: BTreeMap<&'static str, Origin>,
}

/// When the terminal is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// In files and pipes too.
    Always,
    /// Nowhere.
    Never,
}

/// Where the value of a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Nothing was set.
    Default,
    /// The settings file.
    File,
    /// This variable of the environment.
    Environment(&'static str),
    /// This option of the command line.
    Option(&'static str),
}

/// Why a value cannot be set, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) message: String,
    pub(crate) hint: String,
}

/// Someone to turn to, of the person's own choice.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Contact {
    /// Who it is.
    pub(crate) name: String,
    /// A number or an address.
    pub(crate) number: String,
    /// What it is for; may be empty.
    pub(crate) purpose: String,
}

/// A setting's name, what it means and the values it takes, for `config`, its file and its errors.
pub(crate) struct Setting {
    pub(crate) key: &'static str,
    pub(crate) about: fn() -> String,
    pub(crate) values: fn() -> String,
    /// The values, where these are all.
    pub(crate) choices: &'static [&'static str],
    /// How it is written in the file.
    pub(crate) form: Form,
}

/// How a setting is written in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Text in quotation marks.
    Text,
    /// `true` or `false`.
    Truth,
}

/// All settings.
pub(crate) const SETTINGS: [Setting; 9] = [
    Setting {
        key: "region",
        about: || message!("about-region"),
        values: || message!("takes-region"),
        choices: &[],
        form: Form::Text,
    },
    Setting {
        key: "questionnaire",
        about: || message!("about-questionnaire"),
        values: || message!("takes-questionnaire"),
        choices: &[],
        form: Form::Text,
    },
    Setting {
        key: "weekday",
        about: || message!("about-weekday"),
        values: || message!("takes-weekday"),
        choices: &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        form: Form::Text,
    },
    Setting {
        key: "day_end",
        about: || message!("about-day-end"),
        values: || message!("takes-day-end"),
        choices: &[],
        form: Form::Text,
    },
    Setting {
        key: "language",
        about: || message!("about-language"),
        values: || message!("takes-language"),
        choices: &[],
        form: Form::Text,
    },
    Setting {
        key: "context",
        about: || message!("about-context"),
        values: || message!("takes-truth"),
        choices: &["true", "false"],
        form: Form::Truth,
    },
    Setting {
        key: "plain",
        about: || message!("about-plain"),
        values: || message!("takes-truth"),
        choices: &["true", "false"],
        form: Form::Truth,
    },
    Setting {
        key: "color",
        about: || message!("about-color"),
        values: || message!("takes-color"),
        choices: &["auto", "always", "never"],
        form: Form::Text,
    },
    Setting {
        key: "contrast",
        about: || message!("about-contrast"),
        values: || message!("takes-contrast"),
        choices: &["normal", "high"],
        form: Form::Text,
    },
];

impl Default for Settings {
    fn default() -> Self {
        Self {
            region: None,
            questionnaire: QuestionnaireId::new("weekly"),
            weekday: Weekday::Fri,
            day_end: NaiveTime::from_hms_opt(4, 0, 0).expect("four o'clock is a time"),
            language: None,
            context: true,
            plain: false,
            passphrase_command: Vec::new(),
            color: Color::Auto,
            high_contrast: false,
            contacts: Vec::new(),
            aliases: BTreeMap::new(),
            origins: BTreeMap::new(),
        }
    }
}

impl Settings {
    /// Returns the file's path.
    pub(crate) fn path(folder: &Path) -> PathBuf {
        folder.join(FILE)
    }

    /// Reads the settings; a missing file means the defaults.
    pub(crate) fn read(folder: &Path) -> Result<Self, CommandError> {
        let path = Self::path(folder);
        match std::fs::read_to_string(&path) {
            Ok(text) => decode::decode(&Source::new(path.display().to_string(), text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(CommandError::failed(message!(
                "cannot-read-settings",
                path = path.display().to_string()
            ))
            .because(error)),
        }
    }

    /// Writes what was changed into the file, whose comments stay; a new file explains itself.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), CommandError> {
        let path = Self::path(folder);
        let cannot = || {
            CommandError::failed(message!(
                "cannot-write-settings",
                path = path.display().to_string()
            ))
        };
        let present = Self::read(folder)?;
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => document::defaults(),
            Err(error) => return Err(cannot().because(error)),
        };
        let text = document::changed(&text, &present, self);
        // What could not be read again is not written.
        decode::decode(&Source::new(path.display().to_string(), text.as_str()))?;
        write_file(&path, Overwrite::Allowed, text.as_bytes())
            .map_err(|error| cannot().because(error))
    }

    /// Returns the text of a file with every setting explained and at its default.
    pub(crate) fn defaults_file() -> String {
        document::defaults()
    }

    /// Returns where the value of a setting comes from.
    pub(crate) fn origin(&self, key: &str) -> Origin {
        self.origins.get(key).copied().unwrap_or(Origin::Default)
    }

    /// Returns the week's rhythm.
    pub(crate) fn week_start(&self) -> WeekStart {
        WeekStart { weekday: self.weekday, day_end: self.day_end }
    }

    /// Returns the value of a setting as written in the file, without quotes.
    pub(crate) fn value(&self, key: &str) -> Option<String> {
        Some(match key {
            "region" => self.region.clone().unwrap_or_else(|| "none".into()),
            "questionnaire" => self.questionnaire.to_string(),
            "weekday" => weekday_name(self.weekday).into(),
            "day_end" => self.day_end.format("%H:%M").to_string(),
            "language" => self.language.clone().unwrap_or_else(|| "none".into()),
            "context" => self.context.to_string(),
            "plain" => self.plain.to_string(),
            "color" => self.color.name().into(),
            "contrast" => if self.high_contrast { "high" } else { "normal" }.into(),
            _ => return None,
        })
    }

    /// Sets a setting from its written value, as from the file.
    pub(crate) fn set(&mut self, key: &str, value: &str) -> Result<(), Refused> {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
            let near = nearest(key, SETTINGS.iter().map(|setting| setting.key));
            return Err(Refused {
                message: message!("no-such-setting", key = key),
                hint: match near {
                    _ if ["alias", "contact", PASSPHRASE_COMMAND]
                        .iter()
                        .any(|name| key.starts_with(name)) =>
                    {
                        message!("tables-stand-in-file")
                    }
                    None => message!("settings-are-shown"),
                    Some(near) => message!("did-you-mean", near = near),
                },
            });
        };
        if self.assign(key, value).is_none() {
            let values = (setting.values)();
            let words = values.split([',', ' ']).filter(|word| word.len() > 2);
            let near = nearest(value, words);
            return Err(Refused {
                message: message!("no-value-of-setting", value = value, key = key),
                hint: near.map_or_else(
                    || message!("setting-takes", values = values.as_str()),
                    |near| message!("did-you-mean", near = near),
                ),
            });
        }
        self.origins.insert(setting.key, Origin::File);
        Ok(())
    }

    /// Puts a setting back to its default; the file no longer says anything of it.
    pub(crate) fn unset(&mut self, key: &str) -> Result<(), Refused> {
        let default = Self::default().value(key).unwrap_or_default();
        self.set(key, &default)?;
        self.origins.remove(key);
        Ok(())
    }

    /// Gives a setting its value; `None` if it does not take this one.
    fn assign(&mut self, key: &str, value: &str) -> Option<()> {
        let unless_none = |text: String| (value != "none").then_some(text);
        match key {
            "region" => self.region = unless_none(value.to_lowercase()),
            "questionnaire" => self.questionnaire = QuestionnaireId::new(value),
            "weekday" => self.weekday = value.parse().ok()?,
            "day_end" => self.day_end = NaiveTime::parse_from_str(value, "%H:%M").ok()?,
            "language" => {
                let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
                if value.is_empty() || value.len() > 35 || !value.chars().all(fits) {
                    return None;
                }
                self.language = unless_none(value.to_owned());
            }
            "context" => self.context = value.parse().ok()?,
            "plain" => self.plain = value.parse().ok()?,
            "color" => self.color = Color::named(value)?,
            "contrast" => {
                self.high_contrast = match value {
                    "high" => true,
                    "normal" => false,
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }
}

impl Color {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Auto, "auto"), (Self::Always, "always"), (Self::Never, "never")];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(color, _)| color)
    }

    /// Returns its name in the file.
    fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(color, _)| *color == self).map_or("auto", |(_, name)| name)
    }
}

impl Origin {
    /// Returns it in the person's language.
    pub(crate) fn in_words(self) -> String {
        match self {
            Self::Default => message!("origin-default"),
            Self::File => message!("origin-file"),
            Self::Environment(name) => message!("origin-environment", name = name),
            Self::Option(name) => message!("origin-option", name = name),
        }
    }
}

/// As JSON has it.
impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File => f.write_str("file"),
            Self::Environment(name) => write!(f, "environment {name}"),
            Self::Option(name) => write!(f, "option {name}"),
        }
    }
}

/// Returns a weekday's English name in lower case.
pub(crate) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}
