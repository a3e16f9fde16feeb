//! Owns reading the settings file: like a definition, all its mistakes at once, each in its place.

use toml::de::DeTable;

use super::{Contact, Form, SETTINGS, Settings, alias};
use crate::cli::error::CommandError;
use crate::language::{Language, message, speak, spoken};
use crate::questionnaire::{Diagnostic, Fields, LABEL, Source, report_syntax};

/// The table of the file that holds a contact.
pub(super) const CONTACT: &str = "contact";

/// The setting that names a program which prints the passphrase.
pub(super) const PASSPHRASE_COMMAND: &str = "passphrase_command";

/// The table of the file that holds the aliases.
pub(super) const ALIAS: &str = "alias";

/// Reads the file's text. What is wrong in its lines is said in English, like mistakes in definitions.
pub(super) fn decode(source: &Source) -> Result<Settings, CommandError> {
    let language = spoken();
    speak(Language::English);
    let (settings, mut problems) = read(source);
    speak(language);
    if problems.is_empty() {
        return Ok(settings);
    }
    problems.sort_by_key(|problem| problem.span.start);
    let list = problems.iter().map(|problem| source.render(problem, false)).collect();
    Err(CommandError::listed(message!("settings-unreadable"), list)
        .hint(message!("correct-or-remove-settings")))
}

fn read(source: &Source) -> (Settings, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let otherwise = "`checkin config defaults` prints a correct file";
    report_syntax(&errors, source.text(), otherwise, &mut problems);
    let known: Vec<&str> = SETTINGS
        .iter()
        .map(|setting| setting.key)
        .chain([CONTACT, ALIAS, PASSPHRASE_COMMAND])
        .collect();
    let fields = Fields::new(table.get_ref(), 0..0, &known, &mut problems);
    let mut settings = Settings::default();
    for setting in &SETTINGS {
        let written = match setting.form {
            Form::Text => fields.text(setting.key, LABEL, &mut problems),
            Form::Truth => {
                fields.truth(setting.key, &mut problems).map(|truth| truth.map(|it| it.to_string()))
            }
        };
        if let Some(written) = written
            && let Err(refused) = settings.set(setting.key, &written.value)
        {
            problems.push(Diagnostic::error(refused.message, written.span).with_hint(refused.hint));
        }
    }
    if let Some(words) = fields.texts(PASSPHRASE_COMMAND, &mut problems) {
        settings.passphrase_command = words.value.into_iter().map(|word| word.value).collect();
    }
    settings.contacts = contacts(&fields, &mut problems);
    if let Some((table, _)) = fields.table(ALIAS, &mut problems) {
        settings.aliases = alias::decode(table, &mut problems);
    }
    (settings, problems)
}

/// Reads the contacts; what is wrong with them is added to `problems`.
fn contacts(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Vec<Contact> {
    if !fields.has(CONTACT) {
        return Vec::new();
    }
    let mut contacts = Vec::new();
    for (table, span) in fields.tables(CONTACT, problems) {
        let fields = Fields::new(table, span, &["name", "contact", "purpose"], problems);
        fields.require("name", "\"My supervisor\"", problems);
        fields.require("contact", "\"+353 1 555 0100\"", problems);
        let mut text = |key| fields.text(key, LABEL, problems).map(|text| text.value);
        contacts.push(Contact {
            name: text("name").unwrap_or_default(),
            number: text("contact").unwrap_or_default(),
            purpose: text("purpose").unwrap_or_default(),
        });
    }
    contacts
}
