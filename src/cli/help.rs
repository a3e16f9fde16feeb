//! Owns the help in the person's language. Its English is written beside the clap types, as doc comments and
//! examples; the message files `help.<tag>.ftl` have it in every language, under keys that name the command and
//! the argument, so that a test finds what is missing or has changed.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory as _};

use super::args::Cli;
use crate::language::{Language, spoken, text};
use crate::render::text::{columns, wrapping};

/// Gives a text in place of the English one: of its key and that.
type Words<'a> = &'a mut dyn FnMut(&str, &str) -> String;

/// What clap itself writes, with the keys of what stands for it. Longer texts come before those they hold.
const FIXED: [(&str, &str); 14] = [
    ("Print this message or the help of the given subcommand(s)", "help-fixed-of-commands"),
    ("Print help for the subcommand(s)", "help-fixed-for-commands"),
    ("Print help (see a summary with '-h')", "help-fixed-summary"),
    ("Print help (see more with '--help')", "help-fixed-more"),
    ("Print help", "help-fixed-help"),
    ("Print version", "help-fixed-version"),
    ("Possible values:", "help-fixed-values-head"),
    ("[possible values:", "help-fixed-values"),
    ("[default:", "help-fixed-default"),
    ("[alias:", "help-fixed-alias"),
    ("Usage:", "help-fixed-usage"),
    ("Commands:", "help-fixed-commands"),
    ("Arguments:", "help-fixed-arguments"),
    ("Options:", "help-fixed-options"),
];

/// How far what explains an example stands in where it has no room beside it.
const HANGING: &str = "        ";

/// Reads a command line that was refused, or asks for help, once more: what comes of it is in the person's language,
/// and laid out for `width` columns.
pub(crate) fn again(refused: clap::Error, words: &[OsString], width: usize) -> clap::Error {
    let read = laid_out(command(), width).term_width(width).try_get_matches_from(words);
    read.err().unwrap_or(refused)
}

/// Returns the command line as it is described to the person.
pub(crate) fn command() -> Command {
    if spoken() == Language::English {
        return Cli::command();
    }
    worded(Cli::command(), "help", &mut |key, _| text(key, []))
}

/// Returns the help that was asked for as text, with signs for colours where they are wanted.
pub(crate) fn shown(asked: &clap::Error, in_colour: bool) -> String {
    let shown = asked.render();
    with_fixed(if in_colour { shown.ansi().to_string() } else { shown.to_string() })
}

/// Puts what clap itself writes into the person's language.
pub(crate) fn with_fixed(mut shown: String) -> String {
    if spoken() == Language::English {
        return shown;
    }
    for (english, key) in FIXED {
        shown = replaced(&shown, english, &text(key, []));
    }
    // A second form of the command stands below the first.
    let below = " ".repeat(columns(&text("help-fixed-usage", [])) + 1);
    for name in ["checkin ", "\u{1b}[1mcheckin"] {
        shown = shown.replace(&format!("\n       {name}"), &format!("\n{below}{name}"));
    }
    for (english, key) in [("OPTIONS", "help-word-options"), ("COMMAND", "help-word-command")] {
        for (open, close) in [('[', ']'), ('<', '>')] {
            let shape = |word: &str| format!("{open}{word}{close}");
            shown = shown.replace(&shape(english), &shape(&text(key, [])));
        }
    }
    shown
}

/// Puts a text in the place of another one, also where that is broken at the end of a line; the rest of the line
/// then begins behind it.
fn replaced(shown: &str, old: &str, new: &str) -> String {
    let first = old.split(' ').next().unwrap_or(old);
    let mut made = String::new();
    let mut rest = shown;
    while let Some(begin) = rest.find(first) {
        let (before, found) = rest.split_at(begin);
        made.push_str(before);
        if let Some((broken, behind)) = behind_words(found, old) {
            made.push_str(new);
            made.push_str(broken);
            rest = behind;
        } else {
            made.push_str(first);
            rest = &found[first.len()..];
        }
    }
    made + rest
}

/// Returns what breaks these words at the end of a line, if anything does, and what stands behind them; `None` where
/// the text does not begin with them.
fn behind_words<'t>(text: &'t str, words: &str) -> Option<(&'t str, &'t str)> {
    let mut words = words.split(' ');
    let mut rest = text.strip_prefix(words.next()?)?;
    let mut broken = "";
    for word in words {
        let next = rest.trim_start();
        let gap = &rest[..rest.len() - next.len()];
        if gap.contains('\n') {
            broken = gap;
        }
        rest = next.strip_prefix(word).filter(|_| !gap.is_empty())?;
    }
    Some((broken, if broken.is_empty() { rest } else { rest.trim_start_matches(' ') }))
}

/// Lays the examples of a command, and of all below it, out for `width` columns: what explains one comes below it
/// where it has no room beside it, and a long one goes on in the next line as a shell takes it.
fn laid_out(mut command: Command, width: usize) -> Command {
    if let Some(examples) = command.get_after_help().map(ToString::to_string) {
        let lines = examples.lines().map(|line| example_laid_out(line, width));
        command = command.after_help(lines.collect::<Vec<_>>().join("\n"));
    }
    command.mut_subcommands(|below| laid_out(below, width))
}

fn example_laid_out(line: &str, width: usize) -> String {
    let Some(example) = line.strip_prefix("  ").filter(|_| columns(line) > width) else {
        return line.to_owned();
    };
    let explained = |about: &str| {
        let options = wrapping(width).initial_indent(HANGING).subsequent_indent(HANGING);
        textwrap::fill(about.trim(), options)
    };
    match example.trim_start().split_once("  ") {
        // What explains the line before, in its column.
        None if example.len() > example.trim_start().len() + HANGING.len() => explained(example),
        None => call_in_lines(line, width),
        Some((call, about)) => {
            let indent = &line[..line.len() - line.trim_start().len()];
            let call = call_in_lines(&format!("{indent}{call}"), width);
            format!("{call}\n{}", explained(about))
        }
    }
}

/// Breaks a command so that a shell takes it as one: between its words, and never within quotation marks.
fn call_in_lines(call: &str, width: usize) -> String {
    let mut quote = None;
    let whole = call.trim_start().chars().map(|sign| match quote {
        Some(open) => {
            quote = Some(open).filter(|open| *open != sign);
            if sign == ' ' { '\u{a0}' } else { sign }
        }
        None => {
            quote = Some(sign).filter(|sign| matches!(sign, '\'' | '"'));
            sign
        }
    });
    // Each line but the last ends in a blank and a backslash.
    let options = wrapping(width.saturating_sub(HANGING.len() + 2))
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .break_words(false);
    let lines =
        textwrap::wrap(&whole.collect::<String>(), options).join(&format!(" \\\n{HANGING}"));
    let indent = &call[..call.len() - call.trim_start().len()];
    format!("{indent}{}", lines.replace('\u{a0}', " "))
}

/// Puts other words into a command, its arguments, and all commands below it.
fn worded(mut command: Command, key: &str, words: Words<'_>) -> Command {
    if let Some(about) = command.get_about().map(ToString::to_string) {
        command = command.about(words(key, &about));
    }
    if let Some(about) = command.get_long_about().map(ToString::to_string) {
        command = command.long_about(words(&format!("{key}--more"), &about));
    }
    if let Some(examples) = command.get_after_help().map(ToString::to_string) {
        command = command.after_help(words(&format!("{key}--examples"), &examples));
    }
    let visible = command.get_arguments().filter(|argument| !argument.is_hide_set());
    let arguments: Vec<_> = visible.map(|argument| argument.get_id().clone()).collect();
    for id in arguments {
        let key = format!("{key}--{}", id.as_str().replace('_', "-"));
        command = command.mut_arg(id, |argument| worded_argument(argument, &key, words));
    }
    let below = command.get_subcommands().filter(|below| !below.is_hide_set());
    let below: Vec<_> = below.map(|below| below.get_name().to_owned()).collect();
    for name in below {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(name, |below| worded(below, &key, words));
    }
    command
}

fn worded_argument(mut argument: Arg, key: &str, words: Words<'_>) -> Arg {
    if let Some(help) = argument.get_help().map(ToString::to_string) {
        argument = argument.help(words(key, &help));
    }
    if let Some(help) = argument.get_long_help().map(ToString::to_string) {
        argument = argument.long_help(words(&format!("{key}--more"), &help));
    }
    if let Some(heading) = argument.get_help_heading().map(str::to_owned) {
        let key = format!("help-heading-{}", heading.to_lowercase().replace(' ', "-"));
        argument = argument.help_heading(words(&key, &heading));
    }
    if !argument.get_action().takes_values() {
        return argument;
    }
    let names = argument.get_value_names().unwrap_or_default();
    let names: Vec<_> = names.iter().map(|name| worded_name(name, words)).collect();
    if !names.is_empty() {
        argument = argument.value_names(names);
    }
    let values = argument.get_possible_values();
    if values.iter().any(|value| value.get_help().is_some()) {
        let worded = values.into_iter().map(|value| match value.get_help() {
            Some(help) => {
                let key = format!("{key}--value-{}", value.get_name());
                let help = words(&key, &help.to_string());
                value.help(help)
            }
            None => value,
        });
        argument = argument.value_parser(PossibleValuesParser::new(worded.collect::<Vec<_>>()));
    }
    argument
}

/// Puts other words into the name of a value: `COLUMN=TARGET`.
fn worded_name(name: &str, words: Words<'_>) -> String {
    let mut worded = |word: &str| {
        // The form of a day or a time is the same in every language, as is a letter for a number.
        if word.len() < 3 || ["YYYY-MM-DD", "HH:MM"].contains(&word) {
            return word.to_owned();
        }
        words(&format!("help-word-{}", word.to_lowercase()), word)
    };
    let parts = name.split_inclusive(['=', '|']).map(|part| {
        let word = part.trim_end_matches(['=', '|']);
        worded(word) + &part[word.len()..]
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    use super::*;
    use crate::language::tests::{help_file, speaking};

    /// Every text of the help by its key, in English, in the order in which it comes.
    fn english() -> Vec<(String, String)> {
        let mut found: Vec<(String, String)> = Vec::new();
        let mut note = |key: &str, english: &str| {
            match found.iter().find(|(known, _)| known == key) {
                Some((_, known)) => assert_eq!(known, english, "`{key}` is two texts"),
                None => found.push((key.to_owned(), english.to_owned())),
            }
            english.to_owned()
        };
        let _ = worded(Cli::command(), "help", &mut note);
        note("help-word-options", "OPTIONS");
        note("help-word-command", "COMMAND");
        for (english, key) in FIXED {
            note(key, english);
        }
        found
    }

    /// Lays texts out as a message file.
    fn file(texts: &[(String, String)]) -> String {
        let mut file = String::from(
            "# The help in English, written anew from the command line by `UPDATE_DOCS=1 cargo test help`. The files of the\n\
             # other languages have the same keys; in examples the commands stay as they are.\n\n",
        );
        for (key, text) in texts {
            let escaped = |c| match c {
                '{' | '}' => format!("{{\"{c}\"}}"),
                c => c.to_string(),
            };
            let text: String = text.chars().map(escaped).collect();
            if text.contains('\n') {
                let _ = writeln!(file, "{key} =");
                for line in text.lines() {
                    // At the begin of a line it would end the message.
                    let line = match line.trim_start().strip_prefix('[') {
                        Some(rest) => {
                            line.replacen(&format!("[{rest}"), &format!("{{\"[\"}}{rest}"), 1)
                        }
                        None => line.to_owned(),
                    };
                    let line = format!("    {line}");
                    let _ = writeln!(file, "{}", line.trim_end());
                }
            } else {
                let _ = writeln!(file, "{key} = {text}");
            }
        }
        file
    }

    #[test]
    fn the_english_message_file_is_that_of_the_command_line() {
        let expected = file(&english());
        #[expect(clippy::disallowed_methods, reason = "whoever changes the help asks for the file")]
        if std::env::var_os("UPDATE_DOCS").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/messages/help.en.ftl");
            std::fs::write(path, &expected).unwrap();
            return;
        }
        assert_eq!(help_file(Language::English), expected, "UPDATE_DOCS=1 writes it anew");
    }

    /// Returns what must stay: what is in backticks, and the commands of examples.
    fn code(text: &str) -> Vec<String> {
        let mut code: Vec<_> = text.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let examples =
            text.lines().filter(|line| line.starts_with("  ") && line.contains("checkin"));
        code.extend(examples.filter_map(|line| Some(line.trim().split("  ").next()?.to_owned())));
        code.sort();
        code
    }

    #[test]
    fn every_language_has_every_text_of_the_help_with_the_same_commands() {
        let english: BTreeMap<_, _> = english().into_iter().collect();
        for language in Language::ALL.into_iter().skip(1) {
            let lines = help_file(language).lines();
            let keys = lines.filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
            let keys: Vec<_> = keys.filter_map(|line| line.split(' ').next()).collect();
            let known: Vec<_> = english.keys().map(String::as_str).collect();
            let mut sorted = keys.clone();
            sorted.sort_unstable();
            assert_eq!(sorted, known, "{language:?}");
            for (key, english) in &english {
                let said = speaking(language, || text(key, []));
                assert_eq!(code(&said), code(english), "{language:?} `{key}`");
                let is_code = code(english).concat().len() * 2 > english.len();
                let is_name = key.starts_with("help-word-") || !english.contains(' ');
                assert!(is_name || is_code || said != *english, "{language:?} `{key}` is English");
            }
        }
    }

    /// Every command there is, as its words.
    fn commands(command: &Command, before: &[String]) -> Vec<Vec<String>> {
        let below = command.get_subcommands().filter(|below| !below.is_hide_set());
        let below = below.flat_map(|below| {
            let words = [before, &[below.get_name().to_owned()]].concat();
            [vec![words.clone()], commands(below, &words)].concat()
        });
        below.collect()
    }

    #[test]
    fn nothing_of_what_clap_writes_stays_english() {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let all = commands(&Cli::command(), &["checkin".to_owned()]);
        let all = all
            .into_iter()
            .chain([vec!["checkin".to_owned()], vec!["checkin".into(), "help".into()]]);
        let lines = all.flat_map(|line| {
            ["-h", "--help"].map(|option| [line.clone(), vec![option.to_owned()]].concat())
        });
        let mut seen = [false; FIXED.len()];
        for line in lines.chain([vec!["checkin".into(), "help".into(), "help".into()]]) {
            let line: Vec<OsString> = line.iter().map(OsString::from).collect();
            let asked = |width| {
                let refused = Cli::command().try_get_matches_from(&line).unwrap_err();
                again(refused, &line, width)
            };
            for width in [40, 60, 80, 100] {
                let english = shown(&asked(width), false);
                for language in Language::ALL.into_iter().skip(1) {
                    let shown = speaking(language, || shown(&asked(width), false));
                    for (place, (fixed, _)) in FIXED.iter().enumerate() {
                        seen[place] |= words(&english).contains(fixed);
                        assert!(!words(&shown).contains(fixed), "{line:?} {fixed}: {shown}");
                    }
                    assert!(!shown.contains("OPTIONS") && !shown.contains("COMMAND"), "{shown}");
                    // English and its translation describe the same commands and options.
                    let options = |shown: &str| words(shown).matches(" --").count();
                    assert_eq!(options(&shown), options(&english), "{shown}");
                }
            }
        }
        assert!(seen.iter().all(|seen| *seen), "{FIXED:?} {seen:?}");
    }

    #[test]
    fn what_explains_an_example_is_never_taken_for_one() {
        let laid_out =
            |width| example_laid_out("  checkin status       what there is to know", width);
        assert_eq!(laid_out(60), "  checkin status       what there is to know");
        assert_eq!(laid_out(30), "  checkin status\n        what there is to know");
        let long = example_laid_out("  checkin history import old.csv --yes", 34);
        assert_eq!(long, "  checkin history import \\\n        old.csv --yes");
        let quoted = example_laid_out("  checkin note add 'A long walk by the sea' --date x", 30);
        assert_eq!(
            quoted,
            "  checkin note add \\\n        'A long walk by the sea' \\\n        --date x"
        );
        let path =
            example_laid_out("    checkin completions fish >~/.config/fish/checkin.fish", 40);
        assert_eq!(path, "    checkin completions fish \\\n        >~/.config/fish/checkin.fish");
        assert_eq!(replaced("a [default:\n    3]", "[default:", "[x:"), "a [x:\n    3]");
        assert_eq!(
            replaced("a [possible\n    values: b]", "[possible values:", "[x:"),
            "a [x:\n    b]"
        );
        assert_eq!(
            replaced("[possible nothing] Print\nhelp", "Print help", "y"),
            "[possible nothing] y\n"
        );
    }
}
