//! Owns the streams, colour, width and the prompts that take a line or a choice.
//! The answer screen is in `answering`; results go out through [`Terminal::print`] alone.

use std::io::{self, BufRead, IsTerminal, Write};

use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, Input, MultiSelect, Select};

use super::error::CommandError;
use super::settings::Color;
use crate::language::{Language, message, spoken};
use crate::render::text::columns;

/// How a person is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// On a terminal that can move its cursor.
    Screen,
    /// Line by line: screen readers, pipes, `TERM=dumb`, `--plain`.
    Lines,
}

/// How text may be set off. The layout and the words never depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Emphasis {
    /// Not at all.
    None,
    /// Strong and faint.
    Shaded,
    /// Strong alone; nothing is faint.
    Strong,
}

/// What the environment says about the terminal.
#[derive(Clone, Debug)]
pub(crate) struct Surroundings {
    /// Whether the person asked for lines.
    pub(crate) plain: bool,
    /// When the terminal is coloured.
    pub(crate) color: Color,
    /// Whether emphasis does without hues and faint text.
    pub(crate) high_contrast: bool,
    /// The value of `TERM`.
    pub(crate) term: Option<String>,
    /// Whether the locale is UTF-8.
    pub(crate) utf8: bool,
}

/// The streams of this run.
#[derive(Debug)]
pub(crate) struct Terminal {
    mode: Mode,
    /// Whether standard output and standard error are coloured.
    color: (bool, bool),
    high_contrast: bool,
    unicode: bool,
    plain: bool,
    width: u16,
}

impl Terminal {
    /// Looks at the streams and the environment once.
    pub(crate) fn open(surroundings: &Surroundings) -> Self {
        let dumb = surroundings.term.as_deref() == Some("dumb");
        let interactive = io::stdin().is_terminal() && io::stderr().is_terminal();
        let lines = surroundings.plain || dumb || !interactive;
        let colored = |is_terminal: bool| match surroundings.color {
            Color::Always => true,
            Color::Auto => is_terminal && !dumb,
            Color::Never => false,
        };
        let color = (colored(io::stdout().is_terminal()), colored(io::stderr().is_terminal()));
        console::set_colors_enabled(color.0);
        console::set_colors_enabled_stderr(color.1);
        let (_, columns) = console::Term::stderr().size_checked().unwrap_or((24, 80));
        Self {
            mode: if lines { Mode::Lines } else { Mode::Screen },
            color,
            high_contrast: surroundings.high_contrast,
            unicode: surroundings.utf8 && !surroundings.plain && !dumb,
            plain: surroundings.plain || dumb,
            width: if interactive || io::stdout().is_terminal() { columns.max(20) } else { 80 },
        }
    }

    /// Returns how a person is asked.
    pub(crate) fn mode(&self) -> Mode {
        self.mode
    }

    /// Returns whether somebody sits at the terminal and can be asked, line by line or not.
    #[expect(clippy::unused_self, reason = "the terminal owns the streams")]
    pub(crate) fn has_person(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Returns whether results are said line by line, without tables and pictures.
    pub(crate) fn is_plain(&self) -> bool {
        self.plain
    }

    /// Returns the number of columns.
    pub(crate) fn width(&self) -> usize {
        usize::from(self.width)
    }

    /// Returns whether characters beyond ASCII may be drawn with.
    pub(crate) fn unicode(&self) -> bool {
        self.unicode
    }

    /// Returns whether hues may be used on standard error.
    pub(crate) fn color(&self) -> bool {
        self.color.1 && !self.high_contrast
    }

    /// Returns whether hues may be used in results on standard output.
    pub(crate) fn result_color(&self) -> bool {
        self.color.0 && !self.high_contrast
    }

    /// Returns how the answer screen, on standard error, may set text off.
    pub(crate) fn emphasis(&self) -> Emphasis {
        match (self.color.1, self.high_contrast) {
            (false, _) => Emphasis::None,
            (true, false) => Emphasis::Shaded,
            (true, true) => Emphasis::Strong,
        }
    }

    /// Writes a result to standard output.
    pub(crate) fn print(&self, text: &str) -> Result<(), CommandError> {
        self.print_bytes(text.as_bytes())
    }

    /// Writes a result made of lines of text. On a terminal they are wrapped at its width, what
    /// follows indented; elsewhere, and where lines are read aloud, each stays whole.
    pub(crate) fn print_lines(&self, text: &str) -> Result<(), CommandError> {
        if self.plain || !io::stdout().is_terminal() {
            return self.print(text);
        }
        self.print(&wrapped(text, self.width()))
    }

    /// Writes a result, given as bytes, to standard output.
    #[expect(
        clippy::unused_self,
        reason = "the terminal owns the streams, and results go out here"
    )]
    pub(crate) fn print_bytes(&self, bytes: &[u8]) -> Result<(), CommandError> {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(error.into()),
            Err(error) => Err(CommandError::failed("cannot write the output").because(error)),
        }
    }

    /// Writes a status sentence to standard error; a failure to do so is not the request's.
    #[expect(
        clippy::unused_self,
        reason = "the terminal owns the streams, and sentences go out here"
    )]
    pub(crate) fn say(&self, text: &str) {
        let mut err = io::stderr().lock();
        let _ = writeln!(err, "{text}");
    }

    /// Asks for a line of text; Enter alone gives `default`.
    pub(crate) fn ask_line(&self, prompt: &str, default: &str) -> Result<String, CommandError> {
        match self.mode {
            Mode::Screen => {
                let theme = self.theme();
                let input = Input::<String>::with_theme(theme.as_ref())
                    .with_prompt(prompt)
                    .allow_empty(true);
                let input = if default.is_empty() { input } else { input.default(default.into()) };
                Ok(input.interact_text()?)
            }
            Mode::Lines => {
                let shown =
                    if default.is_empty() { String::new() } else { format!(" [{default}]") };
                let line = self.read_line(&format!("{prompt}{shown}: "))?;
                Ok(if line.trim().is_empty() { default.to_owned() } else { line })
            }
        }
    }

    /// Asks for a line of text that starts out as `text` and can be changed.
    pub(crate) fn edit_line(&self, prompt: &str, text: &str) -> Result<String, CommandError> {
        match self.mode {
            Mode::Screen => Ok(Input::<String>::with_theme(self.theme().as_ref())
                .with_prompt(prompt)
                .with_initial_text(text)
                .allow_empty(true)
                .interact_text()?),
            Mode::Lines => self.ask_line(prompt, text),
        }
    }

    /// Asks yes or no; Enter alone gives `default`.
    pub(crate) fn confirm(&self, prompt: &str, default: bool) -> Result<bool, CommandError> {
        // The library's own question knows the letters y and n alone.
        if self.mode == Mode::Screen && spoken() == Language::English {
            let theme = self.theme();
            let confirm = Confirm::with_theme(theme.as_ref()).with_prompt(prompt).default(default);
            return Ok(confirm.interact()?);
        }
        let hint = if default {
            message!("yes-or-no-usually-yes")
        } else {
            message!("yes-or-no-usually-no")
        };
        let (yes, no) = (message!("yes-letters"), message!("no-letters"));
        let is_one_of = |words: &str, line: &str| words.split(' ').any(|word| word == line);
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
        Ok(self.choose_or_leave(prompt, options, default)?.unwrap_or(default))
    }

    /// Asks to choose one of `options`; Enter alone gives `default`, Esc or q leaves the list.
    pub(crate) fn choose_or_leave(
        &self,
        prompt: &str,
        options: &[String],
        default: usize,
    ) -> Result<Option<usize>, CommandError> {
        if self.mode == Mode::Screen {
            let theme = self.theme();
            let select = Select::with_theme(theme.as_ref()).with_prompt(prompt).items(options);
            return Ok(select.default(default).max_length(12).interact_opt()?);
        }
        for (place, option) in options.iter().enumerate() {
            self.say(&format!("{} {option}", place + 1));
        }
        loop {
            let line = self.read_line(&format!("{prompt} [{}]: ", default + 1))?;
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
        if self.mode == Mode::Screen {
            let theme = self.theme();
            let prompt = message!("space-changes", prompt = prompt);
            let select = MultiSelect::with_theme(theme.as_ref()).with_prompt(prompt);
            return Ok(select.items(options).defaults(chosen).max_length(12).interact()?);
        }
        let usual: Vec<usize> = (0..options.len()).filter(|place| chosen[*place]).collect();
        for (place, option) in options.iter().enumerate() {
            self.say(&format!("{} {option}", place + 1));
        }
        let numbers: Vec<String> = usual.iter().map(|place| (place + 1).to_string()).collect();
        loop {
            let question =
                message!("numbers-with-commas", prompt = prompt, usual = numbers.join(","));
            let line = self.read_line(&format!("{question} "))?;
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

    /// Writes `prompt` to standard error and reads one line; the end of the input is an error.
    pub(crate) fn read_line(&self, prompt: &str) -> Result<String, CommandError> {
        self.read_line_or_end(prompt)?.ok_or_else(|| {
            let question = prompt.trim().trim_end_matches(':');
            CommandError::failed(format!("the input ended at the question `{question}`"))
        })
    }

    /// Writes `prompt` to standard error and reads one line; `None` at the end of the input.
    pub(crate) fn read_line_or_end(&self, prompt: &str) -> Result<Option<String>, CommandError> {
        let mut err = io::stderr().lock();
        let _ = write!(err, "{prompt}");
        let _ = err.flush();
        drop(err);
        let mut line = Vec::new();
        let limit = 64 * 1024;
        io::Read::take(io::stdin().lock(), limit).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            self.say("");
            return Ok(None);
        }
        let text = String::from_utf8_lossy(&line);
        Ok(Some(text.trim_end_matches(['\n', '\r']).to_owned()))
    }

    fn theme(&self) -> Box<dyn Theme> {
        if self.color() && self.unicode {
            Box::new(ColorfulTheme::default())
        } else {
            Box::new(SimpleTheme)
        }
    }
}

/// Wraps every line that is wider than `width` columns; what follows stands two columns further in.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if columns(line) <= width {
            out.push_str(line);
        } else {
            let own = line.len() - line.trim_start_matches(' ').len();
            let indent = " ".repeat((own + 2).min(width / 2));
            let options = textwrap::Options::new(width).subsequent_indent(&indent);
            out.push_str(&textwrap::fill(line, options));
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_wrapped_at_words_by_columns() {
        let text =
            "  support.heard: \u{6f22}\u{5b57}\u{6f22}\u{5b57} and a few words more\nshort\n";
        let shown = wrapped(text, 24);
        assert!(shown.lines().all(|line| columns(line) <= 24), "{shown}");
        assert!(shown.lines().nth(1).is_some_and(|line| line.starts_with("    ")), "{shown}");
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(joined(&shown), joined(text));
        assert_eq!(wrapped("as it is  here\n", 40), "as it is  here\n");
    }
}
