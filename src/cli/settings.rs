//! Owns the settings: their names, defaults, checks, and their file in the data folder.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::{NaiveTime, Weekday};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::CommandError;
use crate::checkin::WeekStart;
use crate::files::{Overwrite, write_file};
use crate::questionnaire::{Diagnostic, QuestionnaireId, Source};

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
    /// The language of the questions, where a questionnaire is translated; absent: as written.
    pub(crate) language: Option<String>,
    /// Whether the week's context is offered at the end of a check-in.
    pub(crate) context: bool,
    /// Whether everything is asked line by line.
    pub(crate) plain: bool,
    /// A program, with its arguments, that prints the passphrase; empty: the person is asked.
    pub(crate) passphrase_command: Vec<String>,
    /// The person's own contacts, shown before all other support resources.
    pub(crate) contacts: Vec<Contact>,
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

/// The table of the file that holds a contact.
const CONTACT: &str = "contact";

/// The setting that names a program which prints the passphrase.
const PASSPHRASE_COMMAND: &str = "passphrase_command";

/// The most characters that a part of a contact may have.
const LONGEST_CONTACT: usize = 200;

/// A setting's name, what it means and the values it takes, for `config` and its errors.
pub(crate) struct Setting {
    pub(crate) key: &'static str,
    pub(crate) about: &'static str,
    pub(crate) values: &'static str,
}

/// All settings.
pub(crate) const SETTINGS: [Setting; 7] = [
    Setting {
        key: "region",
        about: "country whose support resources are shown",
        values: "a region of `checkin resources --all`, or `none`",
    },
    Setting {
        key: "questionnaire",
        about: "questionnaire of the weekly check-in",
        values: "an id of `checkin questionnaires list`",
    },
    Setting {
        key: "weekday",
        about: "day on which the check-in falls due",
        values: "monday, tuesday, wednesday, thursday, friday, saturday or sunday",
    },
    Setting {
        key: "day_end",
        about: "time at which a day ends; what comes before it belongs to the day before",
        values: "a time like 04:00",
    },
    Setting {
        key: "language",
        about: "language of the questions, where a questionnaire is translated",
        values: "a tag like es or pt-BR, or `none`",
    },
    Setting {
        key: "context",
        about: "whether the week's context is offered after a check-in",
        values: "true or false",
    },
    Setting {
        key: "plain",
        about: "whether everything is asked line by line",
        values: "true or false",
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
            contacts: Vec::new(),
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
            Ok(text) => Self::decode(&Source::new(path.display().to_string(), text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => {
                Err(CommandError::failed(format!("cannot read the settings `{}`", path.display()))
                    .because(error))
            }
        }
    }

    /// Writes the settings.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), CommandError> {
        let path = Self::path(folder);
        write_file(&path, Overwrite::Allowed, self.encode().as_bytes()).map_err(|error| {
            CommandError::failed(format!("cannot write the settings `{}`", path.display()))
                .because(error)
        })
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
            _ => return None,
        })
    }

    /// Sets a setting from its written value; `Err` says what it takes.
    pub(crate) fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.key == key) else {
            return Err(format!("there is no setting `{key}`; {}", nearest(key)));
        };
        let wrong = || format!("`{key}` takes {}, not `{value}`", setting.values);
        match key {
            "region" if value == "none" => self.region = None,
            "region" => self.region = Some(value.to_lowercase()),
            "questionnaire" => self.questionnaire = QuestionnaireId::new(value),
            "weekday" => self.weekday = value.parse().map_err(|_| wrong())?,
            "day_end" => {
                self.day_end = NaiveTime::parse_from_str(value, "%H:%M").map_err(|_| wrong())?;
            }
            "language" if value == "none" => self.language = None,
            "language"
                if value.len() > 35
                    || !value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') =>
            {
                return Err(wrong());
            }
            "language" => self.language = Some(value.to_owned()),
            "context" => self.context = value.parse().map_err(|_| wrong())?,
            _ => self.plain = value.parse().map_err(|_| wrong())?,
        }
        Ok(())
    }

    fn encode(&self) -> String {
        let mut text =
            String::from("# Settings of checkin; `checkin config` explains and changes them.\n");
        for setting in &SETTINGS {
            let value = self.value(setting.key).unwrap_or_default();
            let value = match setting.key {
                "context" | "plain" => value,
                _ => toml::Value::String(value).to_string(),
            };
            let _ = writeln!(text, "{} = {value} # {}", setting.key, setting.about);
        }
        if !self.passphrase_command.is_empty() {
            let parts: Vec<String> = self
                .passphrase_command
                .iter()
                .map(|part| toml::Value::String(part.clone()).to_string())
                .collect();
            let _ = writeln!(
                text,
                "{PASSPHRASE_COMMAND} = [{}] # a program that prints the passphrase; run without a shell",
                parts.join(", ")
            );
        }
        for contact in &self.contacts {
            let quoted = |part: &str| toml::Value::String(part.to_owned()).to_string();
            let _ = writeln!(text, "\n[[{CONTACT}]]\nname = {}", quoted(&contact.name));
            let _ = writeln!(text, "contact = {}", quoted(&contact.number));
            let _ = writeln!(text, "purpose = {}", quoted(&contact.purpose));
        }
        text
    }

    /// Reads the file's text; all its mistakes at once, each with its position.
    fn decode(source: &Source) -> Result<Self, CommandError> {
        let (table, errors) = DeTable::parse_recoverable(source.text());
        let mut problems: Vec<Diagnostic> = errors
            .iter()
            .map(|error| Diagnostic::error(error.message(), error.span().unwrap_or(0..0)))
            .collect();
        let mut settings = Self::default();
        for (key, value) in table.get_ref() {
            if key.get_ref() == PASSPHRASE_COMMAND {
                settings.passphrase_command = command(value, &mut problems);
                continue;
            }
            if key.get_ref() == CONTACT {
                settings.contacts = contacts(value, &mut problems);
                continue;
            }
            let text = match value.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Boolean(value) => value.to_string(),
                DeValue::Integer(digits) => digits.to_string(),
                other => {
                    let message = format!("expected text, found {}", other.type_str());
                    problems.push(Diagnostic::error(message, value.span()));
                    continue;
                }
            };
            if let Err(problem) = settings.set(key.get_ref(), &text) {
                problems.push(Diagnostic::error(problem, value.span()));
            }
        }
        if problems.is_empty() {
            return Ok(settings);
        }
        let list: Vec<String> =
            problems.iter().map(|problem| source.render(problem, false)).collect();
        Err(CommandError::listed("the settings cannot be read", list)
            .hint("correct the file, or remove it to go back to the defaults"))
    }
}

/// Reads a program and its arguments; what is wrong with them is added to `problems`.
fn command(value: &Spanned<DeValue<'_>>, problems: &mut Vec<Diagnostic>) -> Vec<String> {
    let parts = match value.get_ref() {
        DeValue::Array(parts) if !parts.is_empty() => parts,
        _ => {
            let message = "expected a list of texts, the program first, like [\"pass\", \"show\", \"checkin\"]";
            problems.push(Diagnostic::error(message, value.span()));
            return Vec::new();
        }
    };
    let mut command = Vec::new();
    for part in parts {
        match part.get_ref() {
            DeValue::String(text) => command.push(text.to_string()),
            _ => problems.push(Diagnostic::error("expected text", part.span())),
        }
    }
    command
}

/// Reads the contacts; what is wrong with them is added to `problems`.
fn contacts(value: &Spanned<DeValue<'_>>, problems: &mut Vec<Diagnostic>) -> Vec<Contact> {
    let DeValue::Array(list) = value.get_ref() else {
        let message = format!("contacts are written as `[[{CONTACT}]]`");
        problems.push(Diagnostic::error(message, value.span()));
        return Vec::new();
    };
    let mut contacts = Vec::new();
    for entry in list {
        let mut contact = Contact::default();
        let DeValue::Table(parts) = entry.get_ref() else {
            problems.push(Diagnostic::error("expected a table", entry.span()));
            continue;
        };
        for (key, part) in parts {
            let field = match key.get_ref().as_ref() {
                "name" => &mut contact.name,
                "contact" => &mut contact.number,
                "purpose" => &mut contact.purpose,
                other => {
                    let message = format!("a contact has name, contact and purpose, not `{other}`");
                    problems.push(Diagnostic::error(message, key.span()));
                    continue;
                }
            };
            match part.get_ref() {
                DeValue::String(text) if text.chars().count() <= LONGEST_CONTACT => {
                    *field = text.to_string();
                }
                _ => {
                    let message = format!("expected text of at most {LONGEST_CONTACT} characters");
                    problems.push(Diagnostic::error(message, part.span()));
                }
            }
        }
        if contact.name.trim().is_empty() || contact.number.trim().is_empty() {
            problems.push(Diagnostic::error("a contact needs name and contact", entry.span()));
        }
        contacts.push(contact);
    }
    contacts
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

fn nearest(key: &str) -> String {
    SETTINGS
        .iter()
        .map(|setting| (strsim::damerau_levenshtein(setting.key, key), setting.key))
        .min()
        .filter(|(distance, _)| *distance <= 3)
        .map_or_else(
            || "`checkin config` shows all".into(),
            |(_, key)| format!("did you mean `{key}`?"),
        )
}
