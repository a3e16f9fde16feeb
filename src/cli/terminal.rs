//! Owns the streams, colour and width; results go out through [`Terminal::print`] alone.
//! Lists and lines to type are in `prompts`, the answer screen is in `answering`.

use std::borrow::Cow;
use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::error::CommandError;
use super::screen;
use super::settings::Color;
use crate::language::message;
use crate::render::text::{TABLE_WIDTH, columns, indent, wrapping};

/// At how many columns errors are wrapped; 0 while no terminal was opened.
static ERROR_WIDTH: AtomicUsize = AtomicUsize::new(0);

/// Returns at how many columns errors are wrapped: those of the terminal, where nothing is read aloud. `None` while
/// no terminal was opened.
pub(crate) fn error_width() -> Option<usize> {
    Some(ERROR_WIDTH.load(Ordering::Relaxed)).filter(|width| *width > 0)
}

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
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Terminal {
    mode: Mode,
    interactive: bool,
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
        let is_whole = surroundings.plain || dumb || !io::stderr().is_terminal();
        let error_width = if is_whole { usize::MAX } else { usize::from(columns.max(20)) };
        ERROR_WIDTH.store(error_width, Ordering::Relaxed);
        Self {
            mode: if lines { Mode::Lines } else { Mode::Screen },
            interactive,
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
    pub(crate) fn has_person(&self) -> bool {
        self.interactive
    }

    /// Returns whether results are said line by line, without tables and pictures.
    pub(crate) fn is_plain(&self) -> bool {
        self.plain
    }

    /// Returns whether tables can be shown: they are not read aloud, and none of their words is broken.
    pub(crate) fn has_room_for_tables(&self) -> bool {
        !self.plain && self.width() >= TABLE_WIDTH
    }

    /// Returns how wide the help is laid out: that of the terminal, up to 100 columns; where it goes elsewhere, 100.
    pub(crate) fn width_of_help(&self) -> usize {
        if io::stdout().is_terminal() { self.width().min(100) } else { 100 }
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
        self.print(&(wrapped(text.trim_end_matches('\n'), self.width()) + "\n"))
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
            Err(error) => Err(CommandError::failed(message!("cannot-write-output")).because(error)),
        }
    }

    /// Returns a list of names and what is said of each: in two columns, or, where lines are read aloud, with
    /// a colon between.
    pub(crate) fn list(&self, rows: &[(String, String)]) -> String {
        let width = rows.iter().map(|(name, _)| columns(name)).max().unwrap_or(0);
        let line = |(name, said): &(String, String)| {
            if self.plain {
                return format!("{name}: {said}\n");
            }
            format!("{name}{}  {said}\n", " ".repeat(width - columns(name)))
        };
        rows.iter().map(line).collect()
    }

    /// Writes a status sentence to standard error, wrapped at the terminal's width unless it is read
    /// aloud; a failure to do so is not the request's.
    pub(crate) fn say(&self, text: &str) {
        let is_whole = self.plain || self.mode == Mode::Lines;
        let folded = if is_whole { Cow::from(text) } else { wrapped(text, self.width()).into() };
        let _ = writeln!(io::stderr().lock(), "{folded}");
    }

    /// Writes `prompt` to standard error and reads one line; the end of the input is an error.
    pub(crate) fn read_line(&self, prompt: &str) -> Result<String, CommandError> {
        self.read_line_or_end(prompt)?.ok_or_else(|| Self::ended_at(prompt))
    }

    /// Returns the error of an input that ended at a question.
    pub(crate) fn ended_at(prompt: &str) -> CommandError {
        let question = prompt.trim().trim_end_matches(':');
        CommandError::failed(message!("input-ended-at", question = question))
    }

    /// Writes `prompt` to standard error and reads one line; `None` at the end of the input.
    pub(crate) fn read_line_or_end(&self, prompt: &str) -> Result<Option<String>, CommandError> {
        screen::guard();
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
}

/// Wraps every line that is wider than `width` columns; what follows stands two columns further in.
fn wrapped(text: &str, width: usize) -> String {
    let folded = text.split('\n').map(|line| {
        if columns(line) <= width {
            return Cow::from(line);
        }
        let indent = " ".repeat((indent(line).len() + 2).min(width / 2));
        textwrap::fill(line, wrapping(width).subsequent_indent(&indent)).into()
    });
    folded.collect::<Vec<_>>().join("\n")
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
        assert_eq!(wrapped("as it is  here\n\n", 40), "as it is  here\n\n");
    }
}
