//! Owns aliases: what they may be, and putting the words one stands for in its place.
//!
//! An alias hides no command and calls no other alias, so it is expanded once and nothing that is
//! typed out ever means something else.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::CommandFactory as _;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Settings;
use crate::cli::args::Cli;
use crate::cli::error::CommandError;
use crate::cli::workspace::data_folder;
use crate::questionnaire::{Diagnostic, nearest, wrong_type};

/// Reads the table of aliases; what is wrong with them is added to `problems`.
pub(super) fn decode(
    table: &DeTable<'_>,
    problems: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Vec<String>> {
    let commands = commands();
    let names: Vec<&str> = table.keys().map(|name| name.get_ref().as_ref()).collect();
    let mut aliases = BTreeMap::new();
    for (name, value) in table {
        let Some(words) = words(value, problems) else { continue };
        let spans = (name.span(), value.span());
        match check(name.get_ref(), &words, &names, &commands) {
            Ok(()) => {
                aliases.insert(name.get_ref().to_string(), words);
            }
            Err(Fault::Name(message, hint)) => {
                problems.push(Diagnostic::error(message, spans.0).with_hint(hint));
            }
            Err(Fault::Words(message, hint)) => {
                problems.push(Diagnostic::error(message, spans.1).with_hint(hint));
            }
        }
    }
    aliases
}

/// What is wrong with an alias, with what to do about it.
enum Fault {
    Name(String, String),
    Words(String, String),
}

fn check(name: &str, words: &[String], names: &[&str], commands: &[String]) -> Result<(), Fault> {
    let fits = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !fits {
        let hint = "use lower-case letters a-z, digits and hyphens, a letter first";
        return Err(Fault::Name(format!("`{name}` cannot be the name of an alias"), hint.into()));
    }
    if commands.iter().any(|command| command == name) {
        let message = format!("`{name}` is a command, which no alias can hide");
        return Err(Fault::Name(message, "choose another name".into()));
    }
    let Some(first) = words.first() else {
        let hint = "write the words it stands for, beginning with a command";
        return Err(Fault::Words(format!("the alias `{name}` is empty"), hint.into()));
    };
    if commands.contains(first) {
        return Ok(());
    }
    if names.contains(&first.as_str()) {
        let message = format!("the alias `{name}` calls the alias `{first}`");
        return Err(Fault::Words(message, "write out what it stands for".into()));
    }
    let near = nearest(first, commands.iter().map(String::as_str));
    let message = format!("the alias `{name}` begins with `{first}`, which is not a command");
    Err(Fault::Words(
        message,
        near.map_or_else(
            || "`checkin help` lists the commands".into(),
            |near| format!("did you mean `{near}`?"),
        ),
    ))
}

/// Reads the words: a text, split at blanks, or a list, for words with blanks in them.
fn words(value: &Spanned<DeValue<'_>>, problems: &mut Vec<Diagnostic>) -> Option<Vec<String>> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.split_whitespace().map(str::to_owned).collect()),
        DeValue::Array(list) => {
            let mut words = Vec::new();
            for word in list {
                match word.get_ref() {
                    DeValue::String(word) => words.push(word.to_string()),
                    _ => problems.push(wrong_type("text in quotes", word)),
                }
            }
            (words.len() == list.len()).then_some(words)
        }
        _ => {
            problems.push(wrong_type("text in quotes, or a list of texts", value));
            None
        }
    }
}

/// Returns the names of all commands and the short names of their own.
fn commands() -> Vec<String> {
    let cli = Cli::command();
    let names = cli.get_subcommands().flat_map(|command| {
        std::iter::once(command.get_name()).chain(command.get_all_aliases()).map(str::to_owned)
    });
    names.chain(std::iter::once("help".to_owned())).collect()
}

/// Returns the data folder that is named before the command, and the place of the command's name.
///
/// `words` begins with the program's name.
pub(crate) fn before_command(words: &[OsString]) -> (Option<PathBuf>, usize) {
    let mut folder = None;
    let mut place = 1;
    while let Some(word) = words.get(place).and_then(|word| word.to_str()) {
        if let Some(named) = word.strip_prefix("--data-dir=") {
            folder = Some(PathBuf::from(named));
        } else if word == "--data-dir" {
            place += 1;
            folder = words.get(place).map(PathBuf::from);
        } else if matches!(word, "--passphrase-file" | "--passphrase-fd") {
            place += 1;
        } else if word != "--plain" && !word.starts_with("--passphrase-") {
            break;
        }
        place += 1;
    }
    (folder, place)
}

/// What a command line that was refused may mean.
pub(crate) enum Meaning {
    /// This command line: an alias in it is expanded.
    Line(Vec<OsString>),
    /// Nothing known; these names could have stood in its place, beside those that clap knows of.
    Unknown(Vec<String>),
}

/// Looks for an alias in a command line.
///
/// `words` begins with the program's name and has been refused as it is.
pub(crate) fn expand(words: &[OsString]) -> Result<Meaning, CommandError> {
    let (folder, mut place) = before_command(words);
    // The help of an alias is that of the command that it calls.
    let is_help = words.get(place).is_some_and(|word| word == "help");
    place += usize::from(is_help);
    let name = words.get(place).and_then(|word| word.to_str());
    // What was refused behind a command is no alias: none can stand there.
    let Some(name) = name.filter(|name| !commands().iter().any(|command| command == name)) else {
        return Ok(Meaning::Unknown(Vec::new()));
    };
    let aliases = Settings::read(&data_folder(folder.as_deref())?)?.aliases;
    let Some(meant) = aliases.get(name) else {
        // Of a command that is asked for help on, clap says nothing near.
        let known = if is_help { commands() } else { Vec::new() };
        return Ok(Meaning::Unknown(aliases.into_keys().chain(known).collect()));
    };
    let meant = if is_help { named(meant) } else { meant.clone() };
    Ok(Meaning::Line(replaced(words, place, &meant)))
}

/// Returns those of the words that name a command, which is what help can be asked for.
fn named(words: &[String]) -> Vec<String> {
    let mut command = Cli::command();
    let names = words.iter().map_while(|word| {
        command = command.find_subcommand(word)?.clone();
        Some(word.clone())
    });
    names.collect()
}

/// Puts the words that an alias stands for in its place; `None` where there is no alias.
///
/// `words` begins with the program's name.
pub(crate) fn put_in_place(
    words: &[OsString],
    aliases: &BTreeMap<String, Vec<String>>,
) -> Option<Vec<OsString>> {
    let (_, place) = before_command(words);
    let meant = aliases.get(words.get(place)?.to_str()?)?;
    Some(replaced(words, place, meant))
}

fn replaced(words: &[OsString], place: usize, meant: &[String]) -> Vec<OsString> {
    let before = words[..place].iter().map(OsString::as_os_str);
    let after = words[place + 1..].iter().map(OsString::as_os_str);
    before.chain(meant.iter().map(OsStr::new)).chain(after).map(OsStr::to_owned).collect()
}
