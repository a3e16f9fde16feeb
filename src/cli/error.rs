//! Owns where an error becomes the user's: its kind, its hints and its exit code.

use std::error::Error;
use std::fmt::Write as _;
use std::io;

use super::words::{causes, in_words};
use crate::language::message;
use crate::render::text::{printable, wrapping};

/// What kind of failure it was; gives the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The request could not be carried out: exit code 1.
    Failed,
    /// The command line was wrong: exit code 2.
    Usage,
    /// A check-in is not due (`status --due`): exit code 3, nothing is printed.
    NotDue,
    /// The person interrupted it: exit code 130.
    Interrupted,
    /// The person left a question with Esc: to be caught where there is a way back, else as interrupted.
    Left,
    /// Nobody reads the output any more: a quiet end, exit code 0.
    ClosedPipe,
}

/// An error as the user meets it.
#[derive(Clone, Debug)]
pub(crate) struct CommandError {
    kind: Kind,
    message: String,
    /// What led to it, the nearest cause first.
    causes: Vec<String>,
    hints: Vec<String>,
    /// Further problems of the same request, each already laid out and safe to print.
    list: Vec<String>,
}

impl CommandError {
    /// Makes a failed request from a message: a fragment without a full stop, which begins in lower case.
    pub(crate) fn failed(message: impl Into<String>) -> Self {
        Self::of(Kind::Failed, message)
    }

    /// Makes a usage error from a message.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::of(Kind::Usage, message)
    }

    /// Makes an error of `kind`.
    pub(crate) fn of(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            causes: Vec::new(),
            hints: Vec::new(),
            list: Vec::new(),
        }
    }

    /// Makes a failed request that lists all problems found, each already laid out and safe to print.
    pub(crate) fn listed(message: impl Into<String>, list: Vec<String>) -> Self {
        Self { list, ..Self::failed(message) }
    }

    /// Adds the cause, with what led to it in turn.
    pub(crate) fn because(mut self, source: impl Error + 'static) -> Self {
        self.causes.push(in_words(&source));
        self.causes.extend(causes(&source));
        self
    }

    /// Takes away what to do next.
    pub(crate) fn without_hints(self) -> Self {
        Self { hints: Vec::new(), ..self }
    }

    /// Adds a cause that is only known in words.
    pub(crate) fn cause(mut self, cause: impl Into<String>) -> Self {
        self.causes.push(cause.into());
        self
    }

    /// Adds what to do next.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Returns the kind.
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns what is wrong and what led to it, in words.
    pub(crate) fn reasons(&self) -> Vec<String> {
        let list = self.list.iter().chain([&self.message]).chain(&self.causes);
        list.cloned().collect()
    }

    /// Returns the text for stderr; empty for the quiet kinds.
    pub(crate) fn display(&self) -> String {
        self.display_at(usize::MAX)
    }

    /// Returns the text for stderr, its sentences wrapped at so many columns; what is listed is laid out
    /// already.
    pub(crate) fn display_at(&self, width: usize) -> String {
        if matches!(self.kind, Kind::NotDue | Kind::ClosedPipe) {
            return String::new();
        }
        let mut text = String::new();
        for problem in &self.list {
            let _ = writeln!(text, "{problem}");
        }
        let mut line = |label: String, words: &str| {
            let options = wrapping(width).subsequent_indent("  ");
            let line = format!("{label} {}", printable(words));
            let _ = writeln!(text, "{}", textwrap::fill(&line, options));
        };
        line(message!("error-label"), &self.message);
        for cause in &self.causes {
            line(message!("cause-label"), cause);
        }
        for hint in &self.hints {
            line(message!("hint-label"), hint);
        }
        text
    }
}

impl Kind {
    /// Returns the process's exit code.
    pub(crate) fn exit_code(self) -> u8 {
        match self {
            Kind::ClosedPipe => 0,
            Kind::Failed => 1,
            Kind::Usage => 2,
            Kind::NotDue => 3,
            Kind::Interrupted | Kind::Left => 130,
        }
    }
}

impl From<io::Error> for CommandError {
    /// An error of the terminal or of standard input and output.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::of(Kind::ClosedPipe, "the output was closed"),
            io::ErrorKind::Interrupted => Self::of(Kind::Interrupted, message!("was-interrupted")),
            _ => Self::failed(message!("terminal-fails")).because(error),
        }
    }
}

impl From<dialoguer::Error> for CommandError {
    fn from(error: dialoguer::Error) -> Self {
        match error {
            dialoguer::Error::IO(error) => error.into(),
        }
    }
}
