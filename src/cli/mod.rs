//! The command line: everything that touches the clock, the environment, the terminal and files.
//!
//! Must not be imported by any other module.

mod answer_file;
mod answering;
mod args;
mod argument;
mod clock;
mod commands;
mod completion;
mod due;
mod error;
mod first_run;
#[cfg(fuzzing)]
pub mod fuzzing;
mod help;
mod history_error;
mod input;
mod look_back;
mod outcome;
mod page;
mod passphrase;
mod place;
mod progress;
mod prompts;
mod recompute;
mod records;
mod refused;
mod screen;
mod settings;
mod shown;
mod sitting;
mod terminal;
mod words;
mod workspace;

use std::ffi::OsString;
use std::io::{self, Write as _};

use clap::Parser as _;
use clap::error::ErrorKind;

use args::{Cli, Command};
use error::CommandError;
use settings::Settings;
use settings::alias::{Meaning, before_command};
use workspace::{Environment, Workspace};

use crate::language::speak_as;

/// Runs the program and returns its exit code.
pub fn run() -> u8 {
    harden();
    let words: Vec<OsString> = std::env::args_os().collect();
    if let Some(outcome) = completion::answer(&words) {
        return end(outcome);
    }
    match parse(&words) {
        Ok(cli) => end(dispatch(cli)),
        Err(Refusal::Line { error, words, aliases }) => refuse(error, &words, &aliases),
        Err(Refusal::Settings(error)) => end(Err(error)),
    }
}

/// Ends the program with this exit code. What libraries have set up to be taken down at the end is left to the
/// system, which takes the memory back anyway: for OpenSSL alone that is a tenth of what a short command takes.
/// Call it when everything that must be closed, given back or wiped has been dropped.
#[expect(clippy::disallowed_methods, reason = "this is where it is called for")]
pub fn leave(code: u8) -> ! {
    let _ = io::stdout().flush();
    signal_hook::low_level::exit(code.into())
}

/// Why a command line is not carried out.
enum Refusal {
    /// It is wrong, or asks for help. What was read is without aliases; `aliases` are those that could have stood in
    /// the place of an unknown command.
    Line { error: clap::Error, words: Vec<OsString>, aliases: Vec<String> },
    /// It may hold an alias, and the settings cannot be read.
    Settings(CommandError),
}

/// Parses a command line. What is no command may be an alias, which is then put in its place.
fn parse(words: &[OsString]) -> Result<Cli, Refusal> {
    let line = |error, words: &[OsString], aliases| Refusal::Line {
        error,
        words: words.to_vec(),
        aliases,
    };
    Cli::try_parse_from(words).or_else(|error| {
        if error.kind() != ErrorKind::InvalidSubcommand {
            return Err(line(error, words, Vec::new()));
        }
        match settings::alias::expand(words).map_err(Refusal::Settings)? {
            Meaning::Line(meant) => {
                Cli::try_parse_from(&meant).map_err(|error| line(error, &meant, Vec::new()))
            }
            Meaning::Unknown(aliases) => Err(line(error, words, aliases)),
        }
    })
}

/// Shows the help that was asked for, or tells what is wrong with a command line, in the person's language and in
/// colour only where colour is wanted.
fn refuse(error: clap::Error, words: &[OsString], aliases: &[String]) -> u8 {
    let environment = Environment::read();
    if error.kind() == ErrorKind::DisplayVersion {
        // It is the same in every language, and needs no settings.
        return end(environment.terminal().print(&error.to_string()));
    }
    let (folder, _) = before_command(words);
    let settings = workspace::data_folder(folder.as_deref()).and_then(|it| Settings::read(&it));
    // Settings with mistakes are told of by the commands that they are for.
    let settings = environment.overlay(false, settings.unwrap_or_default());
    speak_as(settings.language.as_deref());
    let terminal = environment.terminal_with(&settings);
    let error = help::again(error, words, terminal.width_of_help());
    if error.kind() == ErrorKind::DisplayHelp {
        return end(terminal.print(&help::shown(&error, terminal.result_color())));
    }
    end(Err(refused::in_words(&error, words, aliases)))
}

/// Tells an error, and gives the exit code.
fn end(outcome: Result<(), CommandError>) -> u8 {
    match outcome {
        Ok(()) => 0,
        Err(error) => {
            // A list that was broken off has left its cursor hidden.
            screen::restore();
            let text = match error.kind() {
                error::Kind::Interrupted | error::Kind::Left => screen::farewell() + "\n",
                _ => {
                    // Before the settings are read, the environment alone tells.
                    let width = terminal::error_width().or_else(|| {
                        Environment::read().terminal();
                        terminal::error_width()
                    });
                    error.display_at(width.unwrap_or(usize::MAX))
                }
            };
            if !text.is_empty() {
                let _ = io::stderr().lock().write_all(text.as_bytes());
            }
            error.kind().exit_code()
        }
    }
}

fn dispatch(cli: Cli) -> Result<(), CommandError> {
    if let Some(Command::Score(args)) = &cli.command {
        return commands::score::score(args, &cli);
    }
    let environment = Environment::read();
    if let Some(outcome) = answer_lightly(&cli, &environment) {
        return outcome;
    }
    let mut workspace = Workspace::open(&cli, &environment)?;
    let outcome = run_command(cli.command, &environment, &mut workspace);
    workspace.tell_notices();
    outcome
}

fn run_command(
    command: Option<Command>,
    environment: &Environment,
    workspace: &mut Workspace,
) -> Result<(), CommandError> {
    match command {
        None => commands::bare::bare(workspace),
        Some(Command::Start(args)) => commands::start::start(&args, workspace),
        Some(Command::Status(args)) => commands::status::status(&args, workspace),
        Some(Command::History(args)) => commands::history::history(&args, workspace),
        Some(Command::Explain(args)) => commands::explain::explain(&args, workspace),
        Some(Command::Trends(args)) => commands::trends::trends(&args, workspace),
        Some(Command::Report(args)) => commands::report::report(&args, workspace),
        Some(Command::Export(args)) => commands::export::export(&args, workspace),
        Some(Command::Note(args)) => commands::note::note(&args, workspace),
        Some(Command::Event(args)) => commands::event::event(&args, workspace),
        Some(Command::Step(args)) => commands::step::step(&args, workspace),
        Some(Command::Questionnaires(args)) => {
            commands::questionnaires::questionnaires(&args, workspace)
        }
        Some(Command::Score(_)) => unreachable!("scored without a workspace"),
        Some(Command::Resources(args)) => commands::resources::resources(&args, workspace),
        Some(Command::Protect(args)) => commands::protect::protect(&args, workspace),
        Some(Command::Unprotect(args)) => commands::protect::unprotect(&args, workspace),
        Some(Command::Backup(args)) => commands::backup::backup(&args, workspace),
        Some(Command::Restore(args)) => commands::restore::restore(&args, workspace),
        Some(Command::Merge(args)) => commands::merge::merge(&args, workspace),
        Some(Command::Verify(args)) => commands::verify::verify(&args, workspace),
        Some(Command::Doctor(args)) => commands::doctor::doctor(&args, workspace),
        Some(Command::Config(args)) => commands::config::config(&args, workspace),
        Some(Command::Remind(args)) => commands::remind::remind(&args, environment, workspace),
        Some(Command::Completions(args)) => {
            commands::completions::completions(&args, workspace.folder(), &workspace.terminal)
        }
        Some(Command::Man(args)) => commands::man::man(&args, &workspace.terminal),
    }
}

/// Answers what prompts, timers and shells ask, without the settings and the history: it costs next to
/// nothing, and mistakes in the settings do not break a prompt. `None` if something else is asked.
fn answer_lightly(cli: &Cli, environment: &Environment) -> Option<Result<(), CommandError>> {
    let folder = || workspace::data_folder(cli.data_dir.as_deref());
    match &cli.command {
        Some(Command::Status(args)) if args.is_question() => Some(
            folder()
                .and_then(|folder| commands::status::answer_due(&folder, &environment.clock()?)),
        ),
        Some(Command::Remind(args)) if args.is_ring() => {
            Some(folder().and_then(|folder| commands::remind::ring::ring(&folder, environment)))
        }
        _ => None,
    }
}

/// Makes every file readable by the owner only, and keeps answers out of core dumps.
#[cfg(unix)]
fn harden() {
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(rustix::fs::Mode::from_bits_truncate(0o077));
    // A system that refuses a lower limit for core dumps is no reason not to run.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    // A collector of core dumps that is a program gets one whatever the limit; this keeps it from it.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

#[cfg(not(unix))]
fn harden() {}
