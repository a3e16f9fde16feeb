//! `checkin remind`: reminders where the person's machine keeps such things, printed first.
//!
//! All of them rest on the `due` file: none opens the history, and none shows anything of it.

mod block;
mod calendar;
mod calls;
mod install;
mod overview;
mod place;
mod plan;
pub(crate) mod ring;
mod shells;
mod snooze;
mod timers;

use std::fmt::Write as _;

use chrono::NaiveTime;
use clap::{Args, Subcommand};

use crate::cli::error::CommandError;
use crate::cli::workspace::{Environment, Workspace};
use crate::language::message;
use place::Places;
use plan::{Plan, Way};

/// When a reminder comes that has a time of day, unless another is asked for.
const USUAL_TIME: NaiveTime = NaiveTime::from_hms_opt(16, 0, 0).expect("a time of day");

/// Returns what every reminder says; it tells nothing but this. Shells and other programs get it as a
/// quoted text, so that no language may have quotation marks in it.
fn words() -> String {
    message!("reminder")
}

/// Print, install, remove or snooze a reminder
///
/// A reminder speaks only while a check-in is due: not once it is done, not on leave, and not while
/// it is snoozed. It is printed first; `--install` shows what is written and asks.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  checkin remind                             the ways there are, and which are installed\n  checkin remind systemd                     print it\n  checkin remind systemd --install           a notification every day at 16:00 while one is due\n  checkin remind cron --at 12:30 --install\n  checkin remind calendar >checkin.ics       for any calendar\n  checkin remind bash --install              a line when a shell starts\n  checkin remind bash --remove\n  checkin remind snooze --for 2d"
)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(crate) struct RemindArgs {
    #[command(subcommand)]
    command: Option<RemindCommand>,

    /// Where the reminder lives (default: list the ways)
    #[arg(value_enum, value_name = "WAY")]
    way: Option<Way>,

    /// Put it in place, after showing what is written
    #[arg(long, requires = "way", conflicts_with = "remove")]
    install: bool,

    /// Take it away again
    #[arg(long, requires = "way")]
    remove: bool,

    /// Time of day, for the ways that have one (default: 16:00)
    #[arg(long, value_name = "HH:MM", requires = "way", conflicts_with = "remove", value_parser = time_of_day)]
    at: Option<NaiveTime>,

    /// Do not ask
    #[arg(long)]
    yes: bool,

    /// Replace a file of the same name that is there already
    #[arg(long, requires = "install")]
    force: bool,

    /// Print the ways as JSON
    #[arg(long, conflicts_with = "way")]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum RemindCommand {
    Snooze(snooze::SnoozeArgs),
    /// Show the notification if a check-in is due, for timers
    #[command(
        hide = true,
        after_help = "Examples:\n  checkin remind ring\n\nIt says nothing while no check-in is due."
    )]
    Ring,
}

impl RemindArgs {
    /// Returns whether a timer calls, which needs neither history nor settings.
    pub(crate) fn is_ring(&self) -> bool {
        matches!(self.command, Some(RemindCommand::Ring))
    }
}

/// Prints, installs, removes or snoozes a reminder.
pub(crate) fn remind(
    args: &RemindArgs,
    environment: &Environment,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    match (&args.command, args.way) {
        (Some(RemindCommand::Snooze(args)), _) => snooze::snooze(args, workspace),
        (Some(RemindCommand::Ring), _) => ring::ring(workspace.folder(), environment),
        (None, Some(way)) => {
            let places = Places::find(workspace)?;
            if args.at.is_some() && !way.has_time() {
                return Err(CommandError::usage(message!("way-without-time", name = way.name()))
                    .hint(message!("ways-with-time")));
            }
            let plan = Plan::new(way, args.at.unwrap_or(USUAL_TIME), &places, workspace);
            if args.install {
                install::install(&plan, args, workspace)
            } else if args.remove {
                install::remove(&plan, args, workspace)
            } else {
                print(&plan, workspace)
            }
        }
        (None, None) => overview::overview(args, workspace),
    }
}

/// Prints the text itself on standard output and what to do with it beside it.
fn print(plan: &Plan, workspace: &Workspace) -> Result<(), CommandError> {
    let several = plan.parts.len() > 1;
    let mut text = String::new();
    for part in &plan.parts {
        if several {
            let _ = writeln!(text, "# {}", part.place);
        }
        text.push_str(&part.text);
    }
    workspace.terminal.print(&text)?;
    workspace.terminal.say(&plan.way.advice());
    Ok(())
}

fn time_of_day(text: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| message!("write-a-time"))
}
