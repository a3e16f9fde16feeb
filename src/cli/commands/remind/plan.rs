//! Owns what a reminder consists of: texts with their places, and the programs to call.

use std::fmt;
use std::path::PathBuf;

use chrono::NaiveTime;
use clap::ValueEnum;

use super::place::Places;
use super::{calendar, shells, timers};
use crate::cli::workspace::Workspace;
use crate::language::message;
use crate::render::text::printable;

/// Where a reminder lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Way {
    /// Notification by a systemd timer of your account
    Systemd,
    /// Notification by launchd, on macOS
    Launchd,
    /// Message by the Task Scheduler, on Windows
    TaskScheduler,
    /// Notification by cron
    Cron,
    /// Weekly event in a calendar (iCalendar file)
    Calendar,
    /// Line when bash starts
    Bash,
    /// Line when zsh starts
    Zsh,
    /// Line when fish starts
    Fish,
    /// Line when Nushell starts
    Nushell,
    /// Line when PowerShell starts
    Powershell,
    /// Word in the starship prompt
    Starship,
    /// Word in the Powerlevel10k prompt
    Powerlevel10k,
}

/// What every file of its own says, so that another of the same name is never taken for a reminder.
pub(super) const MARK: &str = "checkin reminder";

/// A text and where it goes.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) place: Place,
    pub(super) text: String,
}

/// Where a text goes.
#[derive(Debug)]
pub(super) enum Place {
    /// A file of its own.
    File(PathBuf),
    /// A marked block in a file that is the person's.
    Block(PathBuf),
    /// A marked block in the account's table of cron.
    Crontab,
    /// Into the midst of something that only the person can change.
    ByHand,
}

/// A program to call, with its arguments; no shell is between.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) program: &'static str,
    pub(super) arguments: Vec<String>,
}

/// All that a reminder consists of.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) way: Way,
    pub(super) parts: Vec<Part>,
    /// Called once the texts are in place.
    pub(super) on_install: Vec<Call>,
    /// Called before the texts go.
    pub(super) on_remove: Vec<Call>,
}

impl Plan {
    /// Puts a reminder together. `at` is the time of day at which a timer rings.
    pub(super) fn new(way: Way, at: NaiveTime, places: &Places, workspace: &Workspace) -> Self {
        match way {
            Way::Systemd => timers::systemd(at, places),
            Way::Launchd => timers::launchd(at, places),
            Way::TaskScheduler => timers::task_scheduler(at, places),
            Way::Cron => timers::cron(at, places),
            Way::Calendar => {
                let now = workspace.clock.now();
                calendar::calendar(now, workspace.settings.week_start(), at, places)
            }
            Way::Bash
            | Way::Zsh
            | Way::Fish
            | Way::Nushell
            | Way::Powershell
            | Way::Starship
            | Way::Powerlevel10k => shells::shell(way, places),
        }
    }

    /// Makes one of texts alone.
    pub(super) fn of_texts(way: Way, parts: Vec<Part>) -> Self {
        Self { way, parts, on_install: Vec::new(), on_remove: Vec::new() }
    }
}

impl Way {
    /// Returns its name on the command line.
    pub(super) fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Returns what it does, in a few words.
    pub(super) fn about(self) -> String {
        match self {
            Self::Systemd => message!("way-systemd"),
            Self::Launchd => message!("way-launchd"),
            Self::TaskScheduler => message!("way-task-scheduler"),
            Self::Cron => message!("way-cron"),
            Self::Calendar => message!("way-calendar"),
            Self::Bash => message!("way-shell", shell = "bash"),
            Self::Zsh => message!("way-shell", shell = "zsh"),
            Self::Fish => message!("way-shell", shell = "fish"),
            Self::Nushell => message!("way-shell", shell = "Nushell"),
            Self::Powershell => message!("way-shell", shell = "PowerShell"),
            Self::Starship => message!("way-prompt", prompt = "starship"),
            Self::Powerlevel10k => message!("way-prompt", prompt = "Powerlevel10k"),
        }
    }

    /// Returns the system it belongs to, if it is not this one.
    pub(super) fn foreign_system(self) -> Option<&'static str> {
        match self {
            Self::Systemd if !cfg!(target_os = "linux") => Some("Linux"),
            Self::Launchd if !cfg!(target_os = "macos") => Some("macOS"),
            Self::TaskScheduler if !cfg!(windows) => Some("Windows"),
            Self::Cron if cfg!(windows) => Some("Unix"),
            _ => None,
        }
    }

    /// Returns whether it comes at a time of day; the others come when something else is begun.
    pub(super) fn has_time(self) -> bool {
        matches!(
            self,
            Self::Systemd | Self::Launchd | Self::TaskScheduler | Self::Cron | Self::Calendar
        )
    }

    /// Returns the programs of which one must be here for it to speak; none where it needs no program.
    pub(super) fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Systemd => &["systemctl"],
            Self::Launchd => &["launchctl"],
            Self::TaskScheduler => &["schtasks"],
            Self::Cron => &["crontab"],
            Self::Calendar => &[],
            Self::Bash => &["bash"],
            Self::Zsh | Self::Powerlevel10k => &["zsh"],
            Self::Fish => &["fish"],
            Self::Nushell => &["nu"],
            Self::Powershell => &["pwsh", "powershell"],
            Self::Starship => &["starship"],
        }
    }

    /// Returns what to do with the printed text.
    pub(super) fn advice(self) -> String {
        let name = self.name();
        match self {
            Self::Powerlevel10k => message!("advice-powerlevel10k"),
            Self::Calendar => message!("advice-calendar"),
            way if let Some(system) = way.foreign_system() => {
                message!("advice-foreign", system = system, name = name)
            }
            _ => message!("advice-install", name = name),
        }
    }
}

impl Call {
    pub(super) fn new(program: &'static str, arguments: &[&str]) -> Self {
        Self { program, arguments: arguments.iter().map(ToString::to_string).collect() }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.program, printable(&self.arguments.join(" ")))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", printable(&path.display().to_string())),
            Self::Block(path) => {
                let path = path.display().to_string();
                f.write_str(&message!("place-end-of", path = printable(&path)))
            }
            Self::Crontab => f.write_str(&message!("place-crontab")),
            Self::ByHand => f.write_str(&message!("place-by-hand")),
        }
    }
}
