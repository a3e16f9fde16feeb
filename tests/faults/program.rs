//! Owns how a program is run: in an empty environment, at a fixed time, alone or under `strace`.

use std::fmt;
use std::io::Write as _;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::control::Weakness;

/// "Now" of all runs: a Friday evening.
const NOW: &str = "2026-11-20T18:30:00+01:00";

/// How long a run may take, in seconds; one that hangs has failed.
const LONGEST: &str = "60";

/// The file in the home that holds the passphrase of a history; `None` stands for a plain one.
pub(crate) type Key = Option<&'static str>;

/// What is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// The release build of checkin.
    Product,
    /// The small program of the harness that does its own transactions, with weaker settings.
    Control(Weakness),
}

/// One run of a program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Call {
    arguments: Vec<String>,
    input: String,
    now: Option<String>,
}

/// What watches a run.
#[derive(Clone, Debug)]
pub(crate) enum Watch {
    /// Nothing.
    Alone,
    /// `strace` with these arguments.
    Traced(Vec<String>),
}

/// What a run gave.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The exit code; absent when a signal ended it.
    pub(crate) code: Option<i32>,
    /// The signal that ended it.
    pub(crate) signal: Option<i32>,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

impl Program {
    fn command(self) -> (PathBuf, Vec<String>) {
        match self {
            Program::Product => (PathBuf::from(env!("CARGO_BIN_EXE_checkin")), Vec::new()),
            Program::Control(weakness) => {
                let own = std::env::current_exe().expect("the path of this program");
                (own, vec!["control".to_owned(), weakness.name().to_owned()])
            }
        }
    }

    /// Runs it in `home`, whose folder `data` is the data folder, to its end.
    pub(crate) fn run(self, home: &Path, call: &Call, watch: &Watch) -> Outcome {
        let (path, first) = self.command();
        let mut command = match watch {
            Watch::Alone => {
                let mut command = Command::new("timeout");
                command.args(["-s", "KILL", LONGEST]);
                command
            }
            Watch::Traced(arguments) => {
                let mut command = Command::new("strace");
                command.args(arguments).arg("--");
                command
            }
        };
        let mut child = command
            .arg(path)
            .args(first)
            .args(&call.arguments)
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .env("HOME", home)
            .env("CHECKIN_DATA_DIR", home.join("data"))
            .env("CHECKIN_NOW", call.now.as_deref().unwrap_or(NOW))
            .env("LANG", "C.UTF-8")
            .env("TERM", "dumb")
            .current_dir(home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A run that ends before it has read everything is no failure of the harness.
        let _ = stdin.write_all(call.input.as_bytes());
        drop(stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().expect("the run ends");
        Outcome {
            code: status.code(),
            signal: status.signal(),
            stdout: String::from_utf8_lossy(&stdout).into_owned(),
            stderr: String::from_utf8_lossy(&stderr).into_owned(),
        }
    }

    /// Runs it unwatched and fails unless it succeeds: for what a test takes for granted.
    #[track_caller]
    pub(crate) fn must(self, home: &Path, call: &Call) -> Outcome {
        let outcome = self.run(home, call, &Watch::Alone);
        assert_eq!(outcome.code, Some(0), "{call:?}\n{}\n{}", outcome.stdout, outcome.stderr);
        outcome
    }
}

impl Call {
    /// Prepares a run with these arguments, split at spaces.
    pub(crate) fn new(arguments: &str) -> Self {
        Self { arguments: arguments.split(' ').map(str::to_owned).collect(), ..Self::default() }
    }

    /// Adds an argument that may hold spaces.
    pub(crate) fn with(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }

    /// Gives it something to read.
    pub(crate) fn input(mut self, text: &str) -> Self {
        text.clone_into(&mut self.input);
        self
    }

    /// Lets it happen on another day.
    pub(crate) fn on(mut self, day: &str) -> Self {
        self.now = Some(format!("{day}T18:30:00+01:00"));
        self
    }

    /// Opens the history with the passphrase in this file of the home; `None` for a plain one.
    pub(crate) fn key(self, file: Option<&str>) -> Self {
        match file {
            Some(file) => self.with("--passphrase-file").with(file),
            None => self,
        }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.arguments.join(" "))
    }
}

impl Outcome {
    /// Returns whether it ended as another run did and said the same.
    pub(crate) fn is_as(&self, other: &Self) -> bool {
        self.code == other.code && self.stdout == other.stdout && self.stderr == other.stderr
    }

    /// Returns the first line of what was said, for a message.
    pub(crate) fn complaint(&self) -> String {
        let first = self.stderr.lines().find(|line| line.starts_with("error")).unwrap_or("");
        match (self.code, self.signal) {
            (Some(code), _) => format!("exit code {code}: {first}"),
            (None, signal) => format!("signal {signal:?}: {first}"),
        }
    }
}
