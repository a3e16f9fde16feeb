//! Owns what is told of a command line that is not understood: what is wrong with it, the nearest that is known,
//! and the form it has.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::error::CommandError;
use super::help::{self, with_fixed};
use super::settings::alias::before_command;
use crate::language::message;
use crate::questionnaire::nearest;
use crate::render::text::printable;

/// Puts what clap found wrong into words. `words` is the line that was read; `aliases` are those that could stand in
/// the place of a command there is not.
pub(crate) fn in_words(
    error: &clap::Error,
    words: &[OsString],
    aliases: &[String],
) -> CommandError {
    let one = |kind| all(error, kind).join(", ");
    let argument = one(ContextKind::InvalidArg);
    let value = one(ContextKind::InvalidValue);
    let mut command = addressed(words);
    let told = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = one(ContextKind::InvalidSubcommand);
            let similar = all(error, ContextKind::SuggestedSubcommand);
            // An alias can be meant as well as a command.
            let near = nearest(&name, similar.iter().chain(aliases).map(String::as_str));
            let near = near.or(similar.first().map(String::as_str));
            return no_such_command(&name, near, &command);
        }
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            CommandError::usage(message!("no-such-option", option = printable(&argument)))
        }
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => {
            let word = if value.is_empty() { &argument } else { &value };
            CommandError::usage(message!("unexpected-word", word = printable(word)))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => {
            return value_not_taken(error, &argument, &value);
        }
        ErrorKind::InvalidValue
        | ErrorKind::ValueValidation
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => {
            CommandError::usage(message!("value-missing", argument = argument.as_str()))
        }
        ErrorKind::ArgumentConflict => {
            let other = one(ContextKind::PriorArg);
            CommandError::usage(message!(
                "not-together",
                argument = argument.as_str(),
                other = other
            ))
        }
        ErrorKind::MissingRequiredArgument => {
            let missing = all(error, ContextKind::InvalidArg);
            let missing: Vec<_> = missing.iter().map(|name| format!("`{name}`")).collect();
            CommandError::usage(message!("argument-missing", argument = missing.join(", ")))
        }
        ErrorKind::MissingSubcommand => CommandError::usage(message!("command-missing")),
        ErrorKind::InvalidUtf8 => CommandError::usage(message!("line-not-utf8")),
        _ => {
            // What else there may be is told in clap's own words.
            let text = error.to_string();
            let line = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
            CommandError::usage(printable(line).into_owned())
        }
    };
    let told = match error.kind() {
        ErrorKind::UnknownArgument => with_near(told, error, &argument, &command),
        _ => told,
    };
    let usage = command.render_usage().to_string();
    let form = usage.lines().next().and_then(|line| line.split_once(": "));
    let form = form.map_or(usage.as_str(), |(_, form)| form);
    told.hint(message!("form-is", form = with_fixed(form.trim().to_owned())))
}

/// Returns what clap tells of a kind.
fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// Tells of a command that there is not below another one, with the one that may have been meant.
pub(crate) fn no_such_command(name: &str, near: Option<&str>, above: &Command) -> CommandError {
    let told = CommandError::usage(message!("no-such-command", name = printable(name)));
    let above = above.get_bin_name().unwrap_or("checkin");
    told.hint(match near {
        Some(near) => message!("did-you-mean", near = near),
        None => message!("commands-are-listed", command = above),
    })
}

/// Tells of a value that an argument does not take, with those that it does.
fn value_not_taken(error: &clap::Error, argument: &str, value: &str) -> CommandError {
    let value = printable(value).into_owned();
    let told = CommandError::usage(message!(
        "value-not-taken",
        argument = argument,
        value = value.as_str()
    ));
    if let Some(how) = error.source() {
        return told.hint(how.to_string());
    }
    let values = all(error, ContextKind::ValidValue);
    let near = nearest(&value, values.iter().map(String::as_str));
    let told = match near {
        Some(near) => told.hint(message!("did-you-mean", near = near)),
        None => told,
    };
    told.hint(message!("values-there-are", values = values.join(", ")))
}

/// Adds what a word that is not understood may have been meant as.
fn with_near(
    told: CommandError,
    error: &clap::Error,
    typed: &str,
    command: &Command,
) -> CommandError {
    let near_command = || {
        let names = command.get_subcommands().map(Command::get_name);
        nearest(typed.trim_start_matches('-'), names).map(str::to_owned)
    };
    let told = match near_option(typed, command).or_else(near_command) {
        Some(near) => told.hint(message!("did-you-mean", near = near)),
        None => told,
    };
    // clap says so where the command takes words.
    match error.get(ContextKind::Suggested) {
        Some(_) => told.hint(message!("as-a-word", word = printable(typed))),
        None => told,
    }
}

/// Returns the command that a line is addressed to, as far as its words are commands.
fn addressed(words: &[OsString]) -> Command {
    let mut command = help::command();
    command.build();
    let (_, place) = before_command(words);
    // Help on a command is told of as the command is.
    let place = place + usize::from(words.get(place).is_some_and(|word| word == "help"));
    let mut before = "";
    for word in words.iter().skip(place).filter_map(|word| word.to_str()) {
        match command.find_subcommand(word) {
            Some(below) => command = below.clone(),
            // It may be an option, or what one takes.
            None if word.starts_with('-') || before.starts_with('-') => {}
            None => break,
        }
        before = word;
    }
    command
}

/// Returns the option of a command that is nearest to a mistyped one.
fn near_option(typed: &str, command: &Command) -> Option<String> {
    let visible = command.get_arguments().filter(|argument| !argument.is_hide_set());
    let options: Vec<String> =
        visible.filter_map(|argument| Some(format!("--{}", argument.get_long()?))).collect();
    let typed = typed.split(['=', ' ']).next()?;
    nearest(typed, options.iter().map(String::as_str)).map(str::to_owned)
}
