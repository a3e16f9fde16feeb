//! Owns calling the platform's programs, with arguments and without a shell, and the crontab.

use std::io::{self, Write as _};
use std::process::{Command, Output, Stdio};

use super::plan::Call;
use crate::cli::error::CommandError;
use crate::language::message;

/// Calls a program and waits; what it printed is told only if it failed.
pub(super) fn call(call: &Call) -> Result<(), CommandError> {
    let failed = || CommandError::failed(message!("call-failed", call = call.to_string()));
    let output = Command::new(call.program)
        .args(&call.arguments)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| failed().because(error))?;
    if output.status.success() { Ok(()) } else { Err(said(failed(), &output)) }
}

/// Reads the account's crontab; none is an empty one.
pub(super) fn read_crontab() -> Result<String, CommandError> {
    let failed = || CommandError::failed(message!("call-failed", call = "crontab -l"));
    // The language of the message matters: it tells "none" from a failure.
    let output = Command::new("crontab")
        .arg("-l")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| failed().because(error).hint(message!("other-ways-to-remind")))?;
    if !output.status.success() {
        let none = String::from_utf8_lossy(&output.stderr).to_lowercase().contains("no crontab");
        return if none { Ok(String::new()) } else { Err(said(failed(), &output)) };
    }
    String::from_utf8(output.stdout)
        .map_err(|error| CommandError::failed(message!("crontab-not-utf8")).because(error))
}

/// Writes the account's crontab.
pub(super) fn write_crontab(text: &str) -> Result<(), CommandError> {
    let failed = || CommandError::failed(message!("call-failed", call = "crontab -"));
    let write = || -> io::Result<Output> {
        let mut child = Command::new("crontab")
            .arg("-")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(text.as_bytes())?;
        }
        child.wait_with_output()
    };
    let output = write().map_err(|error| failed().because(error))?;
    if output.status.success() { Ok(()) } else { Err(said(failed(), &output)) }
}

fn said(error: CommandError, output: &Output) -> CommandError {
    let words = String::from_utf8_lossy(&output.stderr);
    match words.trim() {
        "" => error.cause(message!("call-ended-with", status = output.status.to_string())),
        words => error.cause(words.lines().next().unwrap_or_default()),
    }
}
