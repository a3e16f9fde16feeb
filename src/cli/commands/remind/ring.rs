//! `checkin remind ring`: what timers call. One fixed sentence, while a check-in is due.

use std::path::Path;
use std::process::{Command, Stdio};

use super::words;
use crate::cli::due::Due;
use crate::cli::error::CommandError;
use crate::cli::settings::Settings;
use crate::cli::workspace::Environment;
use crate::language::speak_as;

/// Shows the notification if a check-in is due; where none can be shown, the sentence is printed.
pub(crate) fn ring(folder: &Path, environment: &Environment) -> Result<(), CommandError> {
    let clock = environment.clock()?;
    if Due::read(folder).is_some_and(|due| !due.reminds(clock.now())) {
        return Ok(());
    }
    // Mistakes in the settings are no reason to be silent.
    let settings = environment.overlay(false, Settings::read(folder).unwrap_or_default());
    speak_as(settings.language.as_deref());
    let words = words();
    let shown = notification(&words)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if shown { Ok(()) } else { environment.terminal().print(&format!("{words}\n")) }
}

#[cfg(target_os = "macos")]
fn notification(words: &str) -> Command {
    let mut command = Command::new("osascript");
    command.arg("-e").arg(format!("display notification \"{words}\" with title \"checkin\""));
    command
}

#[cfg(windows)]
fn notification(words: &str) -> Command {
    let mut command = Command::new("msg");
    command.arg(Environment::variable("USERNAME").unwrap_or_else(|| "*".into())).arg(words);
    command
}

#[cfg(not(any(target_os = "macos", windows)))]
fn notification(words: &str) -> Command {
    let mut command = Command::new("notify-send");
    command.args(["--app-name=checkin", "checkin", words]);
    // cron does not tell where the session's bus is.
    let bus = format!("/run/user/{}/bus", rustix::process::getuid().as_raw());
    if Environment::variable("DBUS_SESSION_BUS_ADDRESS").is_none() && Path::new(&bus).exists() {
        command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={bus}"));
    }
    command
}
