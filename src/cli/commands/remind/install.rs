//! Owns putting a reminder in place and taking it away, each after showing what is done.

use std::path::{Path, PathBuf};

use super::block::{BEGIN, END, block, with_block};
use super::calls::{call, read_crontab, write_crontab};
use super::overview::is_found;
use super::plan::{MARK, Part, Place, Plan, Way};
use super::{RemindArgs, calls};
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::files::{Overwrite, WriteError, create_private_folder, rewrite_file, write_file};
use crate::language::message;

/// Shows what will be written and called, asks, and does it.
pub(super) fn install(
    plan: &Plan,
    args: &RemindArgs,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let name = plan.way.name();
    if let Some(system) = plan.way.foreign_system() {
        return Err(CommandError::failed(message!(
            "system-reminder",
            name = name.as_str(),
            system = system
        ))
        .hint(message!("reminder-can-be-printed", name = name)));
    }
    if plan.parts.iter().any(|part| matches!(part.place, Place::ByHand)) {
        return Err(
            CommandError::failed(message!("reminder-by-hand", name = name)).hint(plan.way.advice())
        );
    }
    let terminal = &workspace.terminal;
    for part in &plan.parts {
        let place = part.place.to_string();
        let there = match &part.place {
            Place::File(path) if args.force => std::fs::read_to_string(path).ok(),
            place => stands_there(place)?,
        };
        let replaces = there.is_some_and(|text| text != part.text);
        let to_write = if replaces {
            message!("reminder-text-to-replace", place = place)
        } else {
            message!("reminder-text-to-write", place = place)
        };
        terminal.say(&format!("{to_write}\n{}", part.text));
    }
    for call in &plan.on_install {
        terminal.say(&message!("reminder-to-call", call = call.to_string()));
    }
    if !agreed(&message!("do-this"), args, workspace)? {
        terminal.say(&message!("nothing-changed"));
        return Ok(());
    }
    put_in_place(plan, args.force)?;
    if plan.way == Way::Calendar {
        hand_over(plan)?;
        terminal.say(&message!("reminder-handed-over"));
        return Ok(());
    }
    terminal.say(&message!("reminder-installed", name = name));
    if !is_found(plan.way.programs()) {
        let programs = plan.way.programs().join(", ");
        terminal.say(&message!("reminder-program-missing", programs = programs));
    }
    Ok(())
}

/// Writes the texts and calls the platform; what was written is taken back where either fails.
fn put_in_place(plan: &Plan, force: bool) -> Result<(), CommandError> {
    let overwrite = if force { Overwrite::Allowed } else { Overwrite::Never };
    let mut written = Vec::new();
    for part in &plan.parts {
        match put(part, overwrite) {
            Ok(file) => written.extend(file),
            Err(error) => return Err(undo(&written, error)),
        }
    }
    if force || written.iter().any(|file| file.before.is_some()) {
        // The platform may know one already, which it must let go; that it knows none is no failure.
        for known in &plan.on_remove {
            let _ = call(known);
        }
    }
    for known in &plan.on_install {
        let Err(error) = call(known) else { continue };
        if written.is_empty() {
            return Err(error.hint(message!("reminder-half-installed", name = plan.way.name())));
        }
        let replaced = written.iter().any(|file| file.before.is_some());
        let error = undo(&written, error);
        if replaced {
            // The former reminder goes on as far as the platform lets it.
            for known in &plan.on_install {
                let _ = call(known);
            }
        }
        return Err(error);
    }
    Ok(())
}

/// Takes a reminder away; what is not there is no failure.
pub(super) fn remove(
    plan: &Plan,
    args: &RemindArgs,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let name = plan.way.name();
    let terminal = &workspace.terminal;
    let mut there = Vec::new();
    for part in &plan.parts {
        if is_there(&part.place)? {
            there.push(part);
        }
    }
    if there.is_empty() {
        terminal.say(&message!("reminder-not-there", name = name));
        return Ok(());
    }
    for part in &there {
        terminal.say(&message!("reminder-to-remove", place = part.place.to_string()));
    }
    for call in &plan.on_remove {
        terminal.say(&message!("reminder-to-call", call = call.to_string()));
    }
    if !agreed(&message!("do-this"), args, workspace)? {
        terminal.say(&message!("nothing-changed"));
        return Ok(());
    }
    for known in &plan.on_remove {
        // The platform may have forgotten it already; the files go all the same.
        if let Err(error) = call(known) {
            let reasons = error.reasons().join(": ");
            terminal.say(&message!("reminder-removed-all-the-same", reason = reasons));
        }
    }
    for part in there {
        take_away(&part.place)?;
    }
    terminal.say(&message!("reminder-removed", name = name));
    if plan.way == Way::Calendar {
        terminal.say(&message!("event-stays-in-calendar"));
    }
    Ok(())
}

/// Returns whether a file of its own is a reminder, by the mark that each has.
fn is_marked(text: &str) -> bool {
    text.contains(MARK)
}

/// Returns whether a reminder is in its place.
pub(super) fn is_there(place: &Place) -> Result<bool, CommandError> {
    Ok(stands_there(place)?.is_some())
}

/// Returns the text of the reminder that is in this place; a file of the same name that is not checkin's is none.
fn stands_there(place: &Place) -> Result<Option<String>, CommandError> {
    Ok(match place {
        Place::File(path) => std::fs::read_to_string(path).ok().filter(|text| is_marked(text)),
        Place::Block(path) => block(&read(path)?),
        Place::Crontab => block(&calls::read_crontab()?),
        Place::ByHand => None,
    })
}

fn agreed(question: &str, args: &RemindArgs, workspace: &Workspace) -> Result<bool, CommandError> {
    if args.yes {
        return Ok(true);
    }
    let answer = workspace.terminal.confirm(question, true);
    answer.map_err(|error| error.hint(message!("asked-nothing-yes")))
}

/// A file of its own that was written, and what was in it before.
struct Written {
    path: PathBuf,
    before: Option<String>,
}

/// Puts a text in its place; returns the file if that is one of its own and was written.
fn put(part: &Part, overwrite: Overwrite) -> Result<Option<Written>, CommandError> {
    match &part.place {
        Place::File(path) => {
            make_folder(path)?;
            let before = std::fs::read_to_string(path).ok();
            if before.as_ref() == Some(&part.text) {
                return Ok(None);
            }
            // A reminder of ours, for another time or another folder, is in nobody's way.
            let is_ours = before.as_deref().is_some_and(is_marked);
            let overwrite = if is_ours { Overwrite::Allowed } else { overwrite };
            write_file(path, overwrite, part.text.as_bytes()).map_err(|error| match error {
                WriteError::Exists { .. } => {
                    CommandError::failed(message!("reminder-not-installed"))
                        .because(error)
                        .hint(message!("force-replaces"))
                }
                error => CommandError::failed(message!("reminder-not-installed")).because(error),
            })?;
            return Ok(Some(Written { path: path.clone(), before }));
        }
        Place::Block(path) => {
            make_folder(path)?;
            let present = read(path)?;
            refuse_second_table(path, &present, &part.text)?;
            change(path, &present, Some(&part.text))?;
        }
        Place::Crontab => {
            let changed = with_block(&read_crontab()?, Some(&part.text));
            write_crontab(&changed.map_err(|_| broken(message!("the-crontab")))?)?;
        }
        Place::ByHand => {}
    }
    Ok(None)
}

/// Puts files back as they were: a reminder that could not be put in place is not there by half.
fn undo(written: &[Written], error: CommandError) -> CommandError {
    if written.is_empty() {
        return error;
    }
    let put_back = |file: &Written| match &file.before {
        None => std::fs::remove_file(&file.path).is_ok(),
        Some(text) => write_file(&file.path, Overwrite::Allowed, text.as_bytes()).is_ok(),
    };
    let left = written.iter().filter(|file| !put_back(file));
    let left: Vec<_> = left.map(|file| file.path.display().to_string()).collect();
    error.hint(if left.is_empty() && written.iter().any(|file| file.before.is_some()) {
        message!("reminder-as-before")
    } else if left.is_empty() {
        message!("reminder-taken-back")
    } else {
        message!("reminder-left", files = left.join(", "))
    })
}

fn take_away(place: &Place) -> Result<(), CommandError> {
    match place {
        Place::File(path) => std::fs::remove_file(path).map_err(|error| {
            CommandError::failed(message!("cannot-remove", path = path.display().to_string()))
                .because(error)
        }),
        Place::Block(path) => change(path, &read(path)?, None),
        Place::Crontab => {
            let changed = with_block(&read_crontab()?, None);
            write_crontab(&changed.map_err(|_| broken(message!("the-crontab")))?)
        }
        Place::ByHand => Ok(()),
    }
}

/// Refuses a block that begins a table which the person has already: twice it would be no TOML any more.
fn refuse_second_table(path: &Path, present: &str, text: &str) -> Result<(), CommandError> {
    let Some(header) = text.lines().next().filter(|line| line.starts_with('[')) else {
        return Ok(());
    };
    let own = with_block(present, None).unwrap_or_default();
    if !header.ends_with(']') || !own.lines().any(|line| line.trim() == header) {
        return Ok(());
    }
    let name = format!("`{}`", path.display());
    Err(CommandError::failed(message!("cannot-change", name = name))
        .cause(message!("table-is-there", header = header))
        .hint(message!("put-in-by-hand")))
}

/// Writes a file of the person's with its block changed; all else stays as it is.
fn change(path: &Path, present: &str, content: Option<&str>) -> Result<(), CommandError> {
    let name = path.display().to_string();
    let changed = with_block(present, content).map_err(|_| broken(format!("`{name}`")))?;
    if changed.is_empty() && content.is_none() && !path.is_symlink() {
        // It was made for the block.
        return std::fs::remove_file(path).map_err(|error| {
            CommandError::failed(message!("cannot-remove", path = name)).because(error)
        });
    }
    rewrite_file(path, changed.as_bytes()).map_err(|error| {
        let cannot = CommandError::failed(message!("cannot-change", name = format!("`{name}`")));
        match error {
            WriteError::NotPlain { .. } => {
                cannot.because(error).hint(message!("links-not-followed"))
            }
            error => cannot.because(error),
        }
    })
}

fn broken(name: String) -> CommandError {
    CommandError::failed(message!("cannot-change", name = name))
        .cause(message!("block-is-broken", begin = BEGIN, end = END))
        .hint(message!("correct-lines-by-hand"))
}

/// Reads a file of the person's; a missing one is empty.
fn read(path: &Path) -> Result<String, CommandError> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => {
            Err(CommandError::failed(message!("cannot-read", path = path.display().to_string()))
                .because(error))
        }
    }
}

fn make_folder(path: &Path) -> Result<(), CommandError> {
    let folder = path.parent().unwrap_or(path);
    if folder.is_dir() {
        return Ok(());
    }
    create_private_folder(folder)
        .map_err(|error| CommandError::failed(message!("reminder-not-installed")).because(error))
}

/// Opens the calendar file with the person's own calendar.
fn hand_over(plan: &Plan) -> Result<(), CommandError> {
    for part in &plan.parts {
        if let Place::File(path) = &part.place {
            open::that_detached(path).map_err(|error| {
                CommandError::failed(message!("no-calendar-started"))
                    .because(error)
                    .hint(message!("open-with-calendar", path = path.display().to_string()))
            })?;
        }
    }
    Ok(())
}
