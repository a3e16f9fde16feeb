//! Runs the real binary in an empty environment: a home of its own, a fixed "now", no colour.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// "Now" unless a test says otherwise: a Friday evening.
pub(crate) const NOW: &str = "2026-11-20T18:30:00+01:00";

/// A machine of its own for one test.
pub(crate) struct Harness {
    home: TempDir,
}

/// One run of the binary under preparation.
#[must_use = "a run does nothing until `run`"]
pub(crate) struct Run<'h> {
    harness: &'h Harness,
    arguments: Vec<String>,
    input: Vec<u8>,
    now: String,
    environment: Vec<(String, String)>,
    unset: Vec<String>,
}

/// What a run gave.
pub(crate) struct Outcome {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Harness {
    pub(crate) fn new() -> Self {
        Self { home: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Returns the data folder, which need not exist yet.
    pub(crate) fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Prepares a run with these arguments.
    pub(crate) fn checkin<'h>(&'h self, arguments: &[&str]) -> Run<'h> {
        Run {
            harness: self,
            arguments: arguments.iter().map(ToString::to_string).collect(),
            input: Vec::new(),
            now: NOW.into(),
            environment: Vec::new(),
            unset: Vec::new(),
        }
    }

    /// Keeps a check-in of `questionnaire` on `day`, every item answered with `value`.
    pub(crate) fn keep(&self, questionnaire: &str, day: &str, value: u8) -> Outcome {
        let answers = self.answers(questionnaire, |_| value.to_string());
        self.checkin(&["start", questionnaire, "--answers", "-"])
            .now(&format!("{day}T18:30:00+01:00"))
            .input(&answers)
            .run()
            .succeeds()
    }

    /// Makes a file of answers: `value` gives each item's, by its place.
    pub(crate) fn answers(&self, questionnaire: &str, value: impl Fn(usize) -> String) -> String {
        let shown = self.checkin(&["questionnaires", "show", questionnaire, "--json"]).run();
        let definition: serde_json::Value =
            serde_json::from_str(&shown.succeeds().stdout).expect("a definition");
        let items = definition["items"].as_array().expect("items");
        let answers: Vec<String> = items
            .iter()
            .enumerate()
            .map(|(place, item)| format!("{}: {}", item["id"], value(place)))
            .collect();
        format!("{{\"answers\": {{{}}}}}", answers.join(", "))
    }
}

impl Run<'_> {
    pub(crate) fn input(mut self, text: &str) -> Self {
        self.input = text.as_bytes().to_vec();
        self
    }

    pub(crate) fn now(mut self, now: &str) -> Self {
        now.clone_into(&mut self.now);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Leaves a variable out that a run has otherwise.
    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.unset.push(name.into());
        self
    }

    /// Runs the binary to its end.
    pub(crate) fn run(self) -> Outcome {
        let mut command = Command::new(env!("CARGO_BIN_EXE_checkin"));
        command
            .args(&self.arguments)
            .env_clear()
            .env("HOME", self.harness.home())
            .env("CHECKIN_DATA_DIR", self.harness.data())
            .env("CHECKIN_NOW", &self.now)
            .env("LANG", "C.UTF-8")
            .env("TERM", "xterm")
            .envs(self.environment)
            .current_dir(self.harness.home())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for name in &self.unset {
            command.env_remove(name);
        }
        let mut child = command.spawn().expect("the binary starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A run that ends before it has read everything is no failure of the harness.
        let _ = stdin.write_all(&self.input);
        drop(stdin);
        let Output { status, stdout, stderr } = child.wait_with_output().expect("the run ends");
        Outcome {
            status: status.code().unwrap_or(-1),
            stdout: String::from_utf8(stdout).expect("UTF-8 on stdout"),
            stderr: String::from_utf8(stderr).expect("UTF-8 on stderr"),
        }
    }
}

impl Outcome {
    /// Fails the test unless the run succeeded.
    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        assert_eq!(self.status, 0, "{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Fails the test unless the run ended with this exit code.
    #[track_caller]
    pub(crate) fn ends_with(self, status: i32) -> Self {
        assert_eq!(self.status, status, "{}\n{}", self.stdout, self.stderr);
        self
    }

    /// Returns standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", self.stdout))
    }

    /// Puts status and both streams into one text for a snapshot; ids and the home's path are made equal.
    pub(crate) fn snapshot(&self, harness: &Harness) -> String {
        let mut text = format!("status: {}\n", self.status);
        for (name, stream) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !stream.is_empty() {
                let _ = write!(text, "--- {name}\n{stream}");
            }
        }
        let home = harness.home().display().to_string();
        mask_ids(&text.replace(&home, "[home]"))
    }
}

/// Replaces record ids, whole and short, by `[id]`.
fn mask_ids(text: &str) -> String {
    let is_id = |word: &str| {
        (word.len() == 36 || word.len() == 8)
            && word.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
            // One in some thousand ids has letters alone.
            && word.chars().any(|c| c.is_ascii_hexdigit())
            && !(word.starts_with("2026") && word.chars().all(|c| c.is_ascii_digit()))
    };
    let mut masked = String::new();
    let mut word = String::new();
    for c in text.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_alphanumeric() || c == '-' {
            word.push(c);
            continue;
        }
        masked.push_str(if is_id(&word) { "[id]" } else { &word });
        word.clear();
        if c != '\0' {
            masked.push(c);
        }
    }
    masked
}
