//! `checkin man`: manual pages, one a command, from the same text as the help.

use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::args::Cli;
use crate::cli::error::CommandError;
use crate::cli::refused::no_such_command;
use crate::cli::terminal::Terminal;
use crate::cli::words::in_words;
use crate::files::{Overwrite, WriteError, write_file};
use crate::language::message;
use crate::questionnaire::nearest;
use crate::render::text::printable;

/// A heading, and what stands under it: names with what they mean.
type Section = (&'static str, &'static [(&'static str, &'static str)]);

const AROUND: [Section; 3] = [
    (
        "FILES",
        &[
            (
                "the data folder",
                "$XDG_DATA_HOME/checkin, else ~/.local/share/checkin; on macOS ~/Library/Application \
                 Support/checkin, on Windows %APPDATA%\\checkin\\data. `checkin doctor` names it.",
            ),
            ("history.db, head, recovery", "the history, and what tells whether it is whole"),
            ("settings.toml", "the settings; `checkin config defaults` explains each"),
            ("questionnaires/", "questionnaires of your own"),
            ("backups/, aside/", "backups, and what a restore set aside"),
            ("due", "when the next check-in is due; never encrypted"),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            ("CHECKIN_DATA_DIR", "the data folder, as --data-dir names it"),
            ("CHECKIN_PLAIN", "1: line by line, as with --plain; 0: not"),
            ("NO_COLOR, CLICOLOR, CLICOLOR_FORCE", "whether colour is used"),
        ],
    ),
    (
        "EXIT STATUS",
        &[
            ("0", "done; with `status --due`: a check-in is due"),
            ("1", "it failed, and an error says why"),
            ("2", "the command line is wrong"),
            ("3", "`status --due`: no check-in is due"),
            ("130", "interrupted"),
        ],
    ),
];

/// Print a manual page, or write those of all commands
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin man | man -l -                     the page of checkin\n  checkin man history list | man -l -\n  checkin man --out ~/.local/share/man/man1  one page a command"
)]
pub(crate) struct ManArgs {
    /// Command whose page is printed (default: checkin itself)
    #[arg(value_name = "COMMAND", conflicts_with = "out")]
    command: Vec<String>,

    /// Folder to write the pages of all commands into
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,

    /// Replace pages that are there already
    #[arg(long, requires = "out")]
    force: bool,
}

/// Prints one page or writes all.
pub(crate) fn man(args: &ManArgs, terminal: &Terminal) -> Result<(), CommandError> {
    let mut root = Cli::command().disable_help_subcommand(true);
    root.build();
    if let Some(folder) = &args.out {
        let overwrite = if args.force { Overwrite::Allowed } else { Overwrite::Never };
        return write_all(&root, folder, overwrite, terminal);
    }
    let mut command = &root;
    for name in &args.command {
        command = command.find_subcommand(name).ok_or_else(|| unknown(command, name))?;
    }
    terminal.print_bytes(&page(command)?)
}

fn unknown(command: &Command, name: &str) -> CommandError {
    let known = visible(command);
    let near = nearest(name, known.iter().map(|command| command.get_name()));
    no_such_command(name, near, command)
}

fn write_all(
    root: &Command,
    folder: &Path,
    overwrite: Overwrite,
    terminal: &Terminal,
) -> Result<(), CommandError> {
    let shown = folder.display().to_string();
    std::fs::create_dir_all(folder).map_err(|error| {
        CommandError::failed(message!("cannot-make-folder", path = shown.as_str())).because(error)
    })?;
    let commands = all(root);
    // Nothing is written unless all of it can be.
    let pages = commands
        .iter()
        .map(|command| Ok((folder.join(file_name(command)), page(command)?)))
        .collect::<Result<Vec<_>, CommandError>>()?;
    if let Some((path, _)) =
        pages.iter().find(|(path, _)| overwrite == Overwrite::Never && path.exists())
    {
        return Err(exists(&WriteError::Exists { path: path.clone() }));
    }
    for (path, bytes) in &pages {
        write_file(path, overwrite, bytes).map_err(|error| match error {
            WriteError::Exists { .. } => exists(&error),
            error => CommandError::failed(message!("manual-not-written")).because(error),
        })?;
    }
    terminal.say(&message!("pages-written", count = pages.len(), folder = printable(&shown)));
    Ok(())
}

fn exists(error: &WriteError) -> CommandError {
    CommandError::failed(message!("manual-not-written"))
        .cause(in_words(error))
        .hint(message!("force-replaces-pages"))
}

fn visible(command: &Command) -> Vec<&Command> {
    command.get_subcommands().filter(|sub| !sub.is_hide_set()).collect()
}

/// Returns a command and all below it.
fn all(command: &Command) -> Vec<&Command> {
    let below = visible(command).into_iter().flat_map(all);
    std::iter::once(command).chain(below).collect()
}

fn file_name(command: &Command) -> String {
    format!("{}.1", command.get_display_name().unwrap_or_else(|| command.get_name()))
}

/// Lays a page out. The examples keep their lines, which the crate's own section would fill.
fn page(command: &Command) -> Result<Vec<u8>, CommandError> {
    let man = Man::new(command.clone())
        .source(concat!("checkin ", env!("CARGO_PKG_VERSION")))
        .manual("checkin");
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    // Options of every command are told of below, and would hide the command's own here.
    let own = command.clone().mut_args(|argument| {
        let is_global = argument.is_global_set();
        argument.hide(is_global)
    });
    Man::new(own).render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    if !visible(command).is_empty() {
        man.render_subcommands_section(&mut out)?;
    }
    if let Some(text) = command.get_after_help() {
        let text = text.to_string();
        let (examples, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
        let mut roff = Roff::new();
        roff.control("SH", ["EXAMPLES"]).control("nf", []);
        for line in examples.lines().filter(|line| *line != "Examples:") {
            roff.text([roman(line.strip_prefix("  ").unwrap_or(line))]);
        }
        roff.control("fi", []);
        if !rest.is_empty() {
            roff.control("SH", ["NOTES"]);
            roff.text([roman(rest)]);
        }
        roff.to_writer(&mut out)?;
    }
    if command.get_name() == "checkin" {
        around().to_writer(&mut out)?;
    }
    Ok(out)
}

/// Lays out what the page of checkin itself tells of the world around: places, variables, exit codes.
fn around() -> Roff {
    let mut roff = Roff::new();
    for (heading, entries) in AROUND {
        roff.control("SH", [heading]);
        for (name, meaning) in entries {
            roff.control("TP", []);
            roff.text([bold(*name)]).text([roman(*meaning)]);
        }
    }
    roff
}
