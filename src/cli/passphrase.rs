//! Owns where passphrases come from: a prompt, a file, a file descriptor, or a program of the person's
//! choice. Never an argument or an environment variable, which other programs could see.

use std::cell::Cell;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::rc::Rc;

use dialoguer::Password;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::prompts::Bare;
use super::screen;
use crate::history::{Ask, Asked, Passphrase};
use crate::language::message;
use crate::render::text::printable;

/// The longest passphrase, in bytes.
const LONGEST: u64 = 4096;

/// How often a person may mistype it before the command ends.
const ATTEMPTS: u32 = 3;

/// Where a passphrase comes from, if not from a prompt.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PassphraseSource {
    /// A file whose first line it is.
    pub(crate) file: Option<PathBuf>,
    /// An open file descriptor.
    pub(crate) descriptor: Option<u32>,
    /// A program, with its arguments, that prints it.
    pub(crate) command: Vec<String>,
}

/// Why there is no passphrase.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PassphraseError {
    /// There is no terminal to ask on.
    #[error("there is no terminal to ask for it")]
    NoTerminal,
    /// It was wrong too often, or what the source gave was wrong.
    #[error("it was wrong")]
    Wrong,
    /// The person left the prompt.
    #[error("the prompt was left")]
    Left,
    /// The source cannot be read.
    #[error("`{name}` cannot be read")]
    Unreadable {
        /// The file or program.
        name: String,
        /// The system's reason.
        source: io::Error,
    },
    /// The program cannot be started.
    #[error("`{name}` cannot be started")]
    NotStarted {
        /// The program.
        name: String,
        /// The system's reason.
        source: io::Error,
    },
    /// The program failed.
    #[error("`{name}` ended with a failure")]
    Failed {
        /// The program.
        name: String,
    },
    /// What came is empty, too long or no text.
    #[error("`{name}` gives no passphrase: it must be one line of text, not empty")]
    NoText {
        /// The file or program.
        name: String,
    },
}

impl PassphraseSource {
    /// Returns whether it comes from somewhere else than a prompt.
    pub(crate) fn is_given(&self) -> bool {
        self.file.is_some() || self.descriptor.is_some() || !self.command.is_empty()
    }

    /// Reads the passphrase; `None` if a person has to be asked.
    pub(crate) fn read(&self) -> Option<Result<Passphrase, PassphraseError>> {
        if let Some(path) = &self.file {
            return Some(read_file(path));
        }
        if let Some(descriptor) = self.descriptor {
            return Some(read_file(Path::new(&format!("/dev/fd/{descriptor}"))));
        }
        let (program, arguments) = self.command.split_first()?;
        Some(run(program, arguments))
    }

    /// Returns whom the history asks: this source, or the person.
    pub(crate) fn ask(self, whose: String) -> Ask {
        // A descriptor can be read once only.
        let read_before = Cell::new(false);
        Rc::new(move |asked: Asked<'_>| {
            if self.is_given()
                && (asked.wrong > 0 || read_before.replace(true) && self.descriptor.is_some())
            {
                return Err(PassphraseError::Wrong.into());
            }
            match self.read() {
                Some(read) => Ok(read?),
                None if asked.wrong >= ATTEMPTS => Err(PassphraseError::Wrong.into()),
                None => Ok(prompt_for(&whose, &asked)?),
            }
        })
    }
}

fn prompt_for(whose: &str, asked: &Asked<'_>) -> Result<Passphrase, PassphraseError> {
    let file = asked.file.display().to_string();
    let file = printable(&file);
    let question = match (whose, asked.wrong > 0) {
        ("", false) => message!("passphrase"),
        ("", true) => message!("passphrase-again"),
        (whose, false) => message!("passphrase-of", whose = whose, file = file),
        (whose, true) => message!("passphrase-of-again", whose = whose, file = file),
    };
    prompt(&question)
}

/// Asks for a passphrase without showing it.
pub(crate) fn prompt(question: &str) -> Result<Passphrase, PassphraseError> {
    if !io::stderr().is_terminal() || !io::stdin().is_terminal() {
        return Err(PassphraseError::NoTerminal);
    }
    screen::guard();
    // Coming back from a stop, a shell would show what is typed.
    let _unstopped = screen::Unstopped::new();
    let typed =
        Password::with_theme(&Bare).with_prompt(question).allow_empty_password(true).interact();
    let mut typed = Zeroizing::new(typed.map_err(|_| PassphraseError::Left)?);
    // Ctrl-Z and Ctrl-\, which stop nothing here, are no part of it.
    typed.retain(|sign| !['\u{1a}', '\u{1c}'].contains(&sign));
    Ok(normal(&typed))
}

/// The same signs give the same passphrase on every keyboard: composed (NFC).
fn normal(text: &Zeroizing<String>) -> Passphrase {
    Passphrase::new(Zeroizing::new(text.nfc().collect()))
}

fn read_file(path: &Path) -> Result<Passphrase, PassphraseError> {
    let name = path.display().to_string();
    let unreadable = |source| PassphraseError::Unreadable { name: name.clone(), source };
    let mut bytes = Zeroizing::new(Vec::new());
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    one_line(&bytes, &name)
}

/// Runs a program directly, without a shell.
fn run(program: &str, arguments: &[String]) -> Result<Passphrase, PassphraseError> {
    let name = program.to_owned();
    let not_started = |source| PassphraseError::NotStarted { name: name.clone(), source };
    let unreadable = |source| PassphraseError::Unreadable { name: name.clone(), source };
    let mut child = Command::new(program)
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(not_started)?;
    let mut bytes = Zeroizing::new(Vec::new());
    if let Some(stdout) = child.stdout.take() {
        stdout.take(LONGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    let status = child.wait().map_err(unreadable)?;
    if status.success() { one_line(&bytes, &name) } else { Err(PassphraseError::Failed { name }) }
}

fn one_line(bytes: &[u8], name: &str) -> Result<Passphrase, PassphraseError> {
    let no_text = || PassphraseError::NoText { name: name.to_owned() };
    let text = std::str::from_utf8(bytes).map_err(|_| no_text())?;
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    if text.is_empty() || text.contains(['\n', '\0']) || bytes.len() as u64 > LONGEST {
        return Err(no_text());
    }
    Ok(normal(&Zeroizing::new(text.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_taken_and_its_end_left_off() {
        for text in ["four words of mine", "four words of mine\n", "four words of mine\r\n"] {
            assert_eq!(one_line(text.as_bytes(), "f").unwrap().reveal(), "four words of mine");
        }
        for text in ["", "\n", "two\nlines\n", "nul\0"] {
            assert!(one_line(text.as_bytes(), "f").is_err(), "{text:?}");
        }
        assert!(one_line(&[b'a'; 5000], "f").is_err());
        assert!(one_line(&[0xff], "f").is_err());
    }

    #[test]
    fn the_same_signs_are_the_same_passphrase() {
        let composed = one_line("caf\u{e9}".as_bytes(), "f").unwrap();
        assert!(one_line("cafe\u{301}".as_bytes(), "f").unwrap() == composed);
    }
}
