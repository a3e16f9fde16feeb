//! Owns what is said about a mistake in a file: path, line, column, the line itself with a caret, a hint.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::signs::visible;

/// A text with the path to show for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: String,
    text: String,
}

/// One thing found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it must be corrected.
    pub severity: Severity,
    /// What is wrong: a lower-case fragment, the user's words in backticks.
    pub message: String,
    /// Where, in bytes of the text.
    pub span: Range<usize>,
    /// What to do about it.
    pub hint: Option<String>,
}

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// A mistake: the file cannot be used.
    Error,
    /// Something to know: the file can be used.
    Warning,
}

impl Diagnostic {
    /// Makes a mistake.
    pub fn error(message: impl Into<String>, span: Range<usize>) -> Self {
        Self { severity: Severity::Error, message: message.into(), span, hint: None }
    }

    /// Makes a warning.
    pub fn warning(message: impl Into<String>, span: Range<usize>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message, span) }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds "did you mean" where a near name is known.
    #[must_use]
    pub fn with_nearest(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(near) => self.with_hint(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}

impl Source {
    /// Joins a path for display and a text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// Returns the path as given.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the last part of the path without its last ending.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or(&self.path);
        name.strip_suffix(".toml").unwrap_or(name)
    }

    /// Returns the line and column of a byte, both from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let before = &self.text[..self.boundary(byte)];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
    }

    /// Lays a finding out: `path:line:column`, the message, the line with a caret, the hint.
    ///
    /// Nothing in it can act on a terminal: hostile characters of the file are shown as escapes.
    pub fn render(&self, diagnostic: &Diagnostic, color: bool) -> String {
        let (line, column) = self.line_and_column(diagnostic.span.start);
        let (shown, span) = self.shown_line(&diagnostic.span);
        let message = visible(&diagnostic.message);
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let snippet =
            Snippet::source(shown).line_start(line).annotation(AnnotationKind::Primary.span(span));
        let report = [level.primary_title(message).element(snippet)];
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let mut text =
            format!("{}:{line}:{column}: {}", visible(&self.path), renderer.render(&report));
        if let Some(hint) = &diagnostic.hint {
            let _ = write!(text, "\nhint: {}", visible(hint));
        }
        text
    }

    /// Returns the line a span begins in, made inert, and the span within it.
    fn shown_line(&self, span: &Range<usize>) -> (String, Range<usize>) {
        let start = self.boundary(span.start);
        let from = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let to = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let end = self.boundary(span.end).clamp(start, to);
        let before = visible(&self.text[from..start]);
        let marked = visible(&self.text[start..end]);
        let after = visible(self.text[end..to].trim_end_matches('\r'));
        let place = before.len()..before.len() + marked.len();
        (format!("{before}{marked}{after}"), place)
    }

    /// Returns the nearest byte at or before `byte` where a character begins.
    fn boundary(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::super::signs::is_hostile;
    use super::*;

    #[test]
    fn a_mistake_shows_its_place() {
        let source = Source::new("a.toml", "format = 1\nitmes = 2\n");
        let diagnostic =
            Diagnostic::error("unknown key `itmes`", 11..16).with_nearest(Some("items"));
        let shown = source.render(&diagnostic, false);
        assert!(shown.starts_with("a.toml:2:1: error: unknown key `itmes`"), "{shown}");
        assert!(shown.contains("2 | itmes = 2"), "{shown}");
        assert!(shown.contains("^^^^^"), "{shown}");
        assert!(shown.ends_with("hint: did you mean `items`?"), "{shown}");
    }

    #[test]
    fn hostile_text_comes_out_visible() {
        let source = Source::new("a\u{1b}.toml", "x = \"\u{202e}\u{1b}[2J\"\n");
        let shown = source.render(&Diagnostic::error("bad \u{7}", 5..8), false);
        assert!(shown.chars().all(|c| c == '\n' || !is_hostile(c)), "{shown:?}");
        assert!(shown.contains("\\u{202e}"), "{shown}");
    }

    #[test]
    fn a_span_past_the_end_is_no_panic() {
        let source = Source::new("a.toml", "ä");
        for span in [0..9, 1..1, 9..20] {
            source.render(&Diagnostic::error("x", span), false);
        }
    }
}
