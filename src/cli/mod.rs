//! The command line: everything that touches the clock, the environment, the terminal and files.
//!
//! Must not be imported by any other module.

mod answer_file;
mod answering;
mod args;
mod clock;
mod commands;
mod due;
mod error;
mod first_run;
mod input;
mod look_back;
mod outcome;
mod page;
mod records;
mod screen;
mod settings;
mod sitting;
mod terminal;
mod workspace;

use std::process::ExitCode;

use clap::Parser as _;

use args::{Cli, Command};
use error::CommandError;
use workspace::{Environment, Workspace};

/// Runs the program and returns its exit code.
pub fn run() -> ExitCode {
    harden();
    screen::guard();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // A failure to print the help has nowhere to be reported to.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match dispatch(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let text = error.display();
            if !text.is_empty() {
                use std::io::Write as _;
                let _ = std::io::stderr().lock().write_all(text.as_bytes());
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
    let mut workspace = Workspace::open(&cli, &environment)?;
    match cli.command {
        None => commands::bare::bare(&mut workspace),
        Some(Command::Start(args)) => commands::start::start(&args, &workspace),
        Some(Command::Status(args)) => commands::status::status(&args, &workspace),
        Some(Command::History(args)) => commands::history::history(&args, &workspace),
        Some(Command::Explain(args)) => commands::explain::explain(&args, &workspace),
        Some(Command::Trends(args)) => commands::trends::trends(&args, &workspace),
        Some(Command::Report(args)) => commands::report::report(&args, &workspace),
        Some(Command::Export(args)) => commands::export::export(&args, &workspace),
        Some(Command::Note(args)) => commands::note::note(&args, &workspace),
        Some(Command::Event(args)) => commands::event::event(&args, &workspace),
        Some(Command::Step(args)) => commands::step::step(&args, &workspace),
        Some(Command::Questionnaires(args)) => {
            commands::questionnaires::questionnaires(&args, &workspace)
        }
        Some(Command::Score(_)) => unreachable!("scored without a workspace"),
        Some(Command::Resources(args)) => commands::resources::resources(&args, &mut workspace),
        Some(Command::Config(args)) => commands::config::config(&args, &mut workspace),
    }
}

/// Makes every file readable by the owner only, and keeps answers out of core dumps.
#[cfg(unix)]
fn harden() {
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(rustix::fs::Mode::from_bits_truncate(0o077));
    // A system that refuses a lower limit for core dumps is no reason not to run.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

#[cfg(not(unix))]
fn harden() {}
