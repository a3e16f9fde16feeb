//! Owns the prompts that take a line or a choice, on a terminal that moves its cursor and line by line.
//! What does not fit the width is asked line by line: it wraps, where a list that is drawn anew would not.

use std::fmt;
use std::io;
use std::sync::{Arc, Mutex};

use console::{Key, Term};
use dialoguer::theme::{ColorfulTheme, Theme};
use dialoguer::{MultiSelect, Select};
use rustyline::config::{Behavior, Config};
use rustyline::error::ReadlineError;
use rustyline::{
    Cmd, ConditionalEventHandler, DefaultEditor, Event, EventContext, EventHandler, KeyCode,
    KeyEvent, Modifiers, RepeatCount,
};

use super::error::{CommandError, Kind};
use super::screen;
use super::terminal::{Mode, Terminal};
use crate::language::message;
use crate::render::text::{columns, wrapping};

/// The columns that a list needs beside its prompt and its options.
const MARGIN: usize = 6;

/// How many lines of a list are shown at once at most.
const LINES_OF_LIST: usize = 12;

/// How long a byte is waited for that makes Esc the beginning of another key, in milliseconds.
const ESCAPE: u16 = 50;

/// The columns that what is left of an option must have, so that it is still known by them.
const SHORTEST: usize = 12;

impl Terminal {
    /// Asks for a line of text; Enter alone gives `default`, Esc leaves the question.
    pub(crate) fn ask_line(&self, prompt: &str, default: &str) -> Result<String, CommandError> {
        let shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        let prompt = format!("{prompt}{shown}: ");
        let line = match self.mode() {
            Mode::Screen => match self.type_line(&prompt, "")? {
                Typed::Entered(line) => line,
                Typed::Left(line) => return Err(self.dropped(&line, Kind::Left)),
                Typed::Interrupted(line) => return Err(self.dropped(&line, Kind::Interrupted)),
            },
            Mode::Lines => self.read_line(&prompt)?,
        };
        Ok(if line.trim().is_empty() { default.to_owned() } else { line })
    }

    /// Asks for a line of text that starts out as `text` and can be changed; Esc takes what stands there.
    pub(crate) fn edit_line(&self, prompt: &str, text: &str) -> Result<String, CommandError> {
        let (line, goes_on) = self.edit_line_to_keep(prompt, text)?;
        if goes_on { Ok(line) } else { Err(self.dropped(&line, Kind::Interrupted)) }
    }

    /// Asks as [`Terminal::edit_line`] does, for a caller that keeps what was typed however it ends; `false`
    /// where the person interrupted it.
    pub(crate) fn edit_line_to_keep(
        &self,
        prompt: &str,
        text: &str,
    ) -> Result<(String, bool), CommandError> {
        Ok(match self.mode() {
            Mode::Screen => match self.type_line(&format!("{prompt}: "), text)? {
                Typed::Entered(line) | Typed::Left(line) => (line, true),
                Typed::Interrupted(line) => (line, false),
            },
            Mode::Lines => (self.ask_line(prompt, text)?, true),
        })
    }

    /// Says that what was typed is not kept, if anything was.
    fn dropped(&self, line: &str, kind: Kind) -> CommandError {
        if !line.trim().is_empty() {
            self.say(&message!("line-not-kept"));
        }
        CommandError::of(kind, message!("was-interrupted"))
    }

    /// Asks yes or no; Enter alone gives `default`. On the screen one key answers, and Esc or q is no.
    pub(crate) fn confirm(&self, prompt: &str, default: bool) -> Result<bool, CommandError> {
        let hint = if default {
            message!("yes-or-no-usually-yes")
        } else {
            message!("yes-or-no-usually-no")
        };
        let (yes, no) = (message!("yes-letters"), message!("no-letters"));
        let is_one_of = |words: &str, line: &str| words.split(' ').any(|word| word == line);
        if self.mode() == Mode::Screen {
            screen::guard();
            let term = Term::stderr();
            let question = format!("{prompt} {hint}:");
            let folded = textwrap::fill(&question, wrapping(self.width().saturating_sub(1)));
            term.write_str(&format!("{folded} "))?;
            loop {
                let answer = match term.read_key()? {
                    Key::Enter => default,
                    Key::Char(key) if is_one_of(&yes, &key.to_lowercase().to_string()) => true,
                    Key::Char(key) if is_one_of(&no, &key.to_lowercase().to_string()) => false,
                    Key::Escape | Key::Char('q') => false,
                    _ => continue,
                };
                self.say(&if answer { message!("yes") } else { message!("no") });
                return Ok(answer);
            }
        }
        loop {
            match self.read_line(&format!("{prompt} {hint}: "))?.trim().to_lowercase().as_str() {
                "" => return Ok(default),
                line if is_one_of(&yes, line) => return Ok(true),
                line if is_one_of(&no, line) => return Ok(false),
                _ => self.say(&message!("please-yes-or-no")),
            }
        }
    }

    /// Asks to choose one of `options`; Enter alone, or leaving the list, gives `default`.
    /// Returns its place.
    pub(crate) fn choose(
        &self,
        prompt: &str,
        options: &[String],
        default: usize,
    ) -> Result<usize, CommandError> {
        let question = message!("number-prompt", usual = default + 1);
        Ok(self.choose_of((prompt, &question), options, default)?.unwrap_or(default))
    }

    /// Asks to choose one of `options`; Enter alone gives `default`, Esc or q leaves the list.
    pub(crate) fn choose_or_leave(
        &self,
        prompt: &str,
        options: &[String],
        default: usize,
    ) -> Result<Option<usize>, CommandError> {
        let question = message!("number-or-leave-prompt", usual = default + 1);
        self.choose_of((prompt, &question), options, default)
    }

    /// Asks to choose one of `options`, by their number after `question` where no list can be drawn.
    fn choose_of(
        &self,
        (prompt, question): (&str, &str),
        options: &[String],
        default: usize,
    ) -> Result<Option<usize>, CommandError> {
        if self.fit(options) {
            screen::guard_drawing();
            let theme = self.theme();
            let select = Select::with_theme(theme.as_ref()).items(options);
            let select = select.default(default).max_length(lines_of_list());
            if columns(prompt) + MARGIN <= self.width() && !goes_on(options) {
                return Ok(select.with_prompt(prompt).interact_opt()?);
            }
            self.say(prompt);
            if goes_on(options) {
                self.say(&message!("list-goes-on", count = options.len()));
            }
            let chosen = select.interact_opt()?;
            // With a prompt the list says itself what was chosen.
            if let Some(place) = chosen {
                self.say(&format!("  {}", options[place]));
            }
            return Ok(chosen);
        }
        self.say_list(prompt, options);
        loop {
            let line = self.read_choice(prompt, question)?;
            let line = line.trim();
            match line {
                "" => return Ok(Some(default)),
                "q" => return Ok(None),
                _ => {}
            }
            let by_number = line.parse::<usize>().ok().filter(|n| (1..=options.len()).contains(n));
            let by_name = || options.iter().position(|option| option.eq_ignore_ascii_case(line));
            match by_number.map(|n| n - 1).or_else(by_name) {
                Some(place) => return Ok(Some(place)),
                None => self.say(&message!("please-number", last = options.len())),
            }
        }
    }

    /// Asks to choose any of `options`; Enter alone gives those of `chosen`. Returns their places.
    pub(crate) fn choose_many(
        &self,
        prompt: &str,
        options: &[String],
        chosen: &[bool],
    ) -> Result<Vec<usize>, CommandError> {
        let on_screen = message!("space-changes", prompt = prompt);
        if self.fit(options) && columns(&on_screen) + MARGIN <= self.width() {
            screen::guard_drawing();
            // This theme marks where the cursor is with a sign; the other does it with a hue alone.
            let select = MultiSelect::with_theme(&Bare).items(options).defaults(chosen);
            let select = select.max_length(lines_of_list());
            if !goes_on(options) {
                return Ok(select.with_prompt(on_screen).interact()?);
            }
            self.say(&on_screen);
            self.say(&message!("list-goes-on", count = options.len()));
            return Ok(select.interact()?);
        }
        let usual: Vec<usize> = (0..options.len()).filter(|place| chosen[*place]).collect();
        self.say_list(prompt, options);
        let numbers = match usual.as_slice() {
            [] => "0".to_owned(),
            places => places.iter().map(|n| (n + 1).to_string()).collect::<Vec<_>>().join(","),
        };
        let question = message!("numbers-prompt", usual = numbers);
        loop {
            let line = self.read_choice(prompt, &question)?;
            let places: Option<Vec<usize>> = match line.trim() {
                "" => return Ok(usual),
                "0" => return Ok(Vec::new()),
                text => text
                    .split([',', ' '])
                    .filter(|part| !part.is_empty())
                    .map(|part| part.parse::<usize>().ok()?.checked_sub(1))
                    .collect(),
            };
            match places {
                Some(places) if places.iter().all(|place| *place < options.len()) => {
                    return Ok(places);
                }
                _ => self.say(&message!("please-numbers", last = options.len())),
            }
        }
    }

    /// Reads what was chosen of the list that `prompt` asked about.
    fn read_choice(&self, prompt: &str, question: &str) -> Result<String, CommandError> {
        let width = if self.is_plain() { usize::MAX } else { self.width().saturating_sub(1) };
        let folded = textwrap::fill(question, wrapping(width));
        self.read_line_or_end(&format!("{folded} "))?.ok_or_else(|| Self::ended_at(prompt))
    }

    /// Says a question and then its options, numbered.
    fn say_list(&self, prompt: &str, options: &[String]) {
        self.say(prompt);
        for (place, option) in options.iter().enumerate() {
            self.say(&format!("{} {option}", place + 1));
        }
    }

    /// Returns an option of a list, its text cut so that the list can be drawn; lines stay whole.
    pub(crate) fn as_option(&self, text: &str, behind: &str) -> String {
        let room = self.width().saturating_sub(columns(behind) + MARGIN);
        if self.mode() == Mode::Lines || room < SHORTEST {
            return format!("{text}{behind}");
        }
        let cut = if self.unicode() { "…" } else { "..." };
        format!("{}{behind}", console::truncate_str(text, room, cut))
    }

    /// Returns whether a list can be drawn: there is a cursor to move, and none of its options would wrap.
    fn fit(&self, options: &[String]) -> bool {
        let fits = |option: &String| columns(option) + MARGIN <= self.width();
        self.mode() == Mode::Screen && options.iter().all(fits)
    }

    fn theme(&self) -> Box<dyn Theme> {
        if self.color() && self.unicode() {
            Box::new(ColorfulTheme::default())
        } else {
            Box::new(Bare)
        }
    }

    /// Lets a line be typed, and changed while it is; it may be longer than the terminal is wide. A prompt
    /// that leaves little room for it has lines of its own.
    fn type_line(&self, prompt: &str, text: &str) -> Result<Typed, CommandError> {
        let nothing_else = |error: ReadlineError| match error {
            ReadlineError::Interrupted => io::Error::from(io::ErrorKind::Interrupted),
            ReadlineError::Io(error) => error,
            other => io::Error::other(other),
        };
        screen::guard_drawing();
        let is_long = 2 * columns(prompt) > self.width();
        if is_long {
            self.say(prompt.trim_end());
        }
        // Results may go to a file while the question is on the terminal.
        let config =
            Config::builder().behavior(Behavior::PreferTerm).keyseq_timeout(Some(ESCAPE)).build();
        let mut editor = DefaultEditor::with_config(config).map_err(nothing_else)?;
        let ended = Arc::new(Mutex::new(None));
        for (key, end) in [
            (KeyEvent(KeyCode::Esc, Modifiers::NONE), Typed::Left as fn(String) -> Typed),
            (KeyEvent(KeyCode::Char('C'), Modifiers::CTRL), Typed::Interrupted),
        ] {
            let ending = Ending { end, ended: ended.clone() };
            editor.bind_sequence(key, EventHandler::Conditional(Box::new(ending)));
        }
        // A stop would leave the screen of the answers to the shell.
        editor.bind_sequence(KeyEvent(KeyCode::Char('Z'), Modifiers::CTRL), Cmd::Noop);
        match editor.readline_with_initial(if is_long { "> " } else { prompt }, (text, "")) {
            // Ctrl-D where nothing stands: what stood there before is as it was.
            Err(ReadlineError::Eof) => Ok(Typed::Interrupted(text.to_owned())),
            Err(error) => match ended.lock().ok().and_then(|mut typed| typed.take()) {
                Some(typed) => Ok(typed),
                None => Err(nothing_else(error).into()),
            },
            Ok(line) => Ok(Typed::Entered(line)),
        }
    }
}

/// Returns whether a list is longer than what is shown of it at once. What dialoguer writes beside a prompt then is
/// English.
fn goes_on(options: &[String]) -> bool {
    options.len() > lines_of_list()
}

/// Returns how many lines of a list are shown at once, so that what is asked stays above them.
fn lines_of_list() -> usize {
    let rows = usize::from(Term::stderr().size().0);
    rows.saturating_sub(3).clamp(3, LINES_OF_LIST)
}

/// How the typing of a line ended, with what stood there then.
enum Typed {
    Entered(String),
    /// With Esc.
    Left(String),
    /// With Ctrl-C.
    Interrupted(String),
}

/// How lists look without hues: a question keeps its own sign at the end.
pub(crate) struct Bare;

impl Theme for Bare {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        f.write_str(prompt)
    }

    fn format_password_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        write!(f, "{prompt}: ")
    }

    fn format_password_prompt_selection(
        &self,
        f: &mut dyn fmt::Write,
        prompt: &str,
    ) -> fmt::Result {
        write!(f, "{prompt}: [{}]", message!("is-hidden"))
    }
}

/// A key that ends the typing: it hands over what stands there, which the editor would drop.
struct Ending {
    end: fn(String) -> Typed,
    ended: Arc<Mutex<Option<Typed>>>,
}

impl ConditionalEventHandler for Ending {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, about: &EventContext<'_>) -> Option<Cmd> {
        if let Ok(mut ended) = self.ended.lock() {
            *ended = Some((self.end)(about.line().to_owned()));
        }
        Some(Cmd::Interrupt)
    }
}
