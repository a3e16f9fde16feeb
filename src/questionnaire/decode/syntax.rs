//! Owns what is said about text that is not TOML: the parser's findings, in our form, with a hint.

use super::super::diagnostic::Diagnostic;

/// Where a correct definition is found.
pub(crate) const CORRECT_FILE: &str =
    "`checkin questionnaires show support --toml` is a correct file";

/// How many lines with syntax errors are reported; what follows from a quotation mark that is
/// missing would fill pages.
const MOST_LINES: usize = 10;

/// What the parser's words mean for someone who does not know it. The first that fits is taken.
const HINTS: [(&str, &str); 12] = [
    ("must be quoted", "put quotation marks around text"),
    ("duplicate key", "each key stands once in its table; leave one of them out"),
    ("key with no value", "write it like `key = value`, or put # before a comment"),
    ("carriage return", "save the file with ordinary line ends"),
    ("unclosed", "close it on the same line, or where it ends"),
    ("recurse", "it is nested too deeply; a definition needs a few levels only"),
    (
        "basic string",
        "close the text with a quotation mark; a quotation mark inside it is written \\\"",
    ),
    ("escape", "a backslash is written twice: \\\\"),
    ("unicode", "a backslash is written twice: \\\\"),
    ("comma", "put one comma between two values"),
    ("leading zero", "write the number without the zero in front"),
    ("boolean", "write true or false in small letters"),
];

/// Reports syntax errors, one a line; `otherwise` is the hint where none is known.
pub(crate) fn report(
    errors: &[toml::de::Error],
    text: &str,
    otherwise: &str,
    problems: &mut Vec<Diagnostic>,
) {
    let mut lines: Vec<usize> = Vec::new();
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line = text[..text.floor_char_boundary(span.start)].matches('\n').count();
        if lines.contains(&line) || lines.len() == MOST_LINES {
            continue;
        }
        lines.push(line);
        let message = error.message().lines().next().unwrap_or_default().trim();
        let hint = HINTS.iter().find(|(words, _)| message.contains(words)).map(|(_, hint)| *hint);
        problems.push(
            Diagnostic::error(format!("this is not TOML: {}", message.trim_end_matches('.')), span)
                .with_hint(hint.unwrap_or(otherwise)),
        );
    }
}
