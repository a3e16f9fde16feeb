//! Owns answering line by line: for screen readers, pipes and terminals without a cursor.
//! The same questions, keys and order as on the screen; no box characters, no cursor movement.

use std::fmt::Write as _;

use super::keys::{Entry, choices};
use super::{Desk, Ending, sentence};
use crate::checkin::{Answer, Private, Progress, Response, Session, Untrusted};
use crate::cli::error::CommandError;
use crate::cli::terminal::Terminal;
use crate::language::{decimal, message};
use crate::questionnaire::{Item, ItemKind};
use crate::render::text::printable;

/// What a line asks for.
#[derive(Debug, PartialEq)]
enum Line {
    Respond(Response),
    Next,
    Back,
    Note(String),
    Help,
    Leave,
    Unclear,
}

/// What came of asking an item once.
#[derive(PartialEq)]
enum Step {
    /// The person moved on or back.
    Moved,
    /// The same item is asked again.
    Again,
    Leave,
}

/// Asks all open items of `session` line by line.
pub(super) fn answer(
    terminal: &Terminal,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<Ending, CommandError> {
    let mut hinted = false;
    while let Some(item) = session.current() {
        terminal.say(&question(session, item, desk));
        if !hinted {
            terminal.say(&message!("lines-keys"));
            hinted = true;
        }
        if ask(terminal, item, session, desk)? == Step::Leave {
            return Ok(Ending::Left);
        }
    }
    Ok(Ending::Complete)
}

/// Asks one item line by line.
pub(super) fn answer_one(
    terminal: &Terminal,
    item: &Item,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<(), CommandError> {
    loop {
        terminal.say(&question(session, item, desk));
        if ask(terminal, item, session, desk)? != Step::Again {
            return Ok(());
        }
    }
}

fn ask(
    terminal: &Terminal,
    item: &Item,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<Step, CommandError> {
    let prompt = format!("{}: ", message!("answer-prompt"));
    let line = terminal.read_line_or_end(&prompt)?.ok_or_else(|| {
        let Progress { number, of } = session.progress();
        let ended =
            CommandError::failed(message!("input-ended-at-number", number = number, of = of));
        let ended = match session.answered() {
            0 => ended,
            _ => ended.hint(message!("answers-so-far-kept")),
        };
        ended.hint(message!("answers-from-file"))
    })?;
    match understand(&line, item, session.response(&item.id).is_some()) {
        Line::Unclear => terminal.say(&message!("not-an-answer")),
        Line::Help => terminal.say(&message!("lines-help")),
        Line::Leave => return Ok(Step::Leave),
        Line::Next => {
            session.next();
            return Ok(Step::Moved);
        }
        Line::Back if session.back() => return Ok(Step::Moved),
        Line::Back => terminal.say(&message!("first-question")),
        Line::Note(text) => write_note(terminal, item, &text, desk)?,
        Line::Respond(response) => match desk.respond(session, item, response.clone()) {
            Ok(()) => {
                // What a key stood for is heard before the next question; own words were heard already.
                if !matches!(item.kind, ItemKind::Text) || response == Response::Skipped {
                    terminal.say(&sentence(&in_words(item, &response)));
                }
                if let Some(support) = desk.support_for(session, item) {
                    terminal.say(&support);
                }
                return Ok(Step::Moved);
            }
            Err(text) => terminal.say(&text),
        },
    }
    Ok(Step::Again)
}

fn write_note(
    terminal: &Terminal,
    item: &Item,
    text: &str,
    desk: &mut Desk<'_>,
) -> Result<(), CommandError> {
    let before = desk.notes.get(&item.id).map(|note| note.as_written().to_owned());
    if let Some(note) = before.as_deref().filter(|_| text.is_empty()) {
        terminal.say(&message!("note-there", note = printable(note).into_owned()));
    }
    let text = if text.is_empty() {
        terminal.read_line(&format!("{}: ", message!("note")))?
    } else {
        text.to_owned()
    };
    // What was typed before is not lost to what is typed now.
    let (note, told) = match (before, text.trim()) {
        (None, "") => (String::new(), message!("nothing-noted")),
        (None, new) => (new.to_owned(), message!("noted")),
        (Some(old), "") => (old, message!("note-stays")),
        (Some(_), "-") => (String::new(), message!("note-removed")),
        (Some(old), new) => (format!("{old}; {new}"), message!("note-added")),
    };
    desk.note(item, &note)?;
    terminal.say(&told);
    Ok(())
}

/// Returns the question as lines to be read aloud.
fn question(session: &Session<'_>, item: &Item, desk: &Desk<'_>) -> String {
    let Progress { number, of } = session.progress();
    let given = session.response(&item.id);
    let question = message!(
        "question",
        number = number,
        of = of,
        recall = desk.recall(item),
        item = item.text.as_str()
    );
    let mut text = format!("\n{question}\n");
    text.push_str(&offer(item));
    if let Some(label) = &item.not_applicable {
        let _ = write!(text, ", - {label}");
    }
    text.push('.');
    if let Some(given) = given {
        let _ = write!(text, "\n{}", message!("your-answer", answer = in_words(item, given)));
    }
    if desk.notes.contains_key(&item.id) {
        let _ = write!(text, "\n{}", message!("has-note"));
    }
    text
}

fn offer(item: &Item) -> String {
    match &item.kind {
        ItemKind::Number { min, max, unit, .. } => {
            let unit = unit.as_deref().map(|unit| format!(" ({unit})")).unwrap_or_default();
            let shown = |limit: &f64| decimal(&limit.to_string());
            let words = match (min, max) {
                (Some(min), Some(max)) => {
                    message!("a-number-between", min = shown(min), max = shown(max))
                }
                (Some(min), None) => message!("a-number-from", min = shown(min)),
                (None, Some(max)) => message!("a-number-up-to", max = shown(max)),
                (None, None) => message!("a-number"),
            };
            words + &unit
        }
        ItemKind::Text => message!("own-words"),
        ItemKind::Scale { .. } | ItemKind::YesNo | ItemKind::Many { .. } => choices(item)
            .into_iter()
            .map(|(key, label)| match key {
                Some(key) => format!("{key} {label}"),
                None => label.into_owned(),
            })
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// Returns a response in words.
fn in_words(item: &Item, response: &Response) -> String {
    match response {
        Response::Skipped => message!("skipped"),
        Response::NotApplicable => message!("not-applicable"),
        Response::Answered(answer) => {
            let entry = Entry::new(item, Some(response));
            let labels = choices(item);
            match (answer, entry.cursor) {
                (_, Some(place)) => labels[place].1.to_string(),
                (Answer::Many(_), None) => entry
                    .chosen
                    .iter()
                    .map(|&place| labels[place].1.as_ref())
                    .collect::<Vec<_>>()
                    .join(&format!(" {} ", message!("and"))),
                _ => entry.typed,
            }
        }
    }
}

fn understand(line: &str, item: &Item, has_response: bool) -> Line {
    let line = line.trim();
    if item.kind == ItemKind::Text
        && let Some(text) = line.strip_prefix('=')
    {
        return Line::Respond(Response::Answered(Answer::Text(Untrusted::new(text.trim()))));
    }
    match line {
        "" if has_response => return Line::Next,
        "" if item.kind == ItemKind::Text => return Line::Respond(Response::Skipped),
        "b" => return Line::Back,
        "s" => return Line::Respond(Response::Skipped),
        "q" => return Line::Leave,
        "?" => return Line::Help,
        "-" if item.not_applicable.is_some() => return Line::Respond(Response::NotApplicable),
        "n" => return Line::Note(String::new()),
        _ => {}
    }
    if let Some(meant) = command(line, item) {
        return meant;
    }
    if let Some(text) = line.strip_prefix("n ") {
        return Line::Note(text.trim().to_owned());
    }
    let response = match &item.kind {
        ItemKind::Number { .. } => line.replace(',', ".").parse().ok().map(Response::number),
        ItemKind::Text if !line.is_empty() => {
            Some(Response::Answered(Answer::Text(Untrusted::new(line))))
        }
        ItemKind::Text => None,
        ItemKind::YesNo => place(line, item).map(|place| Response::yes_no(place == 0)),
        ItemKind::Scale { options } => {
            place(line, item).map(|place| Response::number(options[place].value))
        }
        ItemKind::Many { options } => {
            let places: Option<Vec<usize>> =
                line.split_whitespace().map(|word| place(word, item)).collect();
            places.filter(|places| !places.is_empty()).map(|places| {
                let values = places.into_iter().map(|place| options[place].value).collect();
                Response::Answered(Answer::Many(Private(values)))
            })
        }
    };
    response.map_or(Line::Unclear, Line::Respond)
}

/// Returns what a whole word asks for, in the person's language. Where words are the answer none does, and
/// an option of that name goes before it.
fn command(word: &str, item: &Item) -> Option<Line> {
    let word = word.to_lowercase();
    if item.kind == ItemKind::Text
        || choices(item).iter().any(|(_, label)| label.to_lowercase() == word)
    {
        return None;
    }
    let means = |words: String| words.split(' ').any(|known| known == word);
    if means(message!("words-back")) {
        Some(Line::Back)
    } else if means(message!("words-skip")) {
        Some(Line::Respond(Response::Skipped))
    } else if means(message!("words-leave")) {
        Some(Line::Leave)
    } else if means(message!("words-help")) {
        Some(Line::Help)
    } else if means(message!("words-note")) {
        Some(Line::Note(String::new()))
    } else {
        None
    }
}

/// Returns the place of the option that `word` names: its key, its number or the beginning of its label.
fn place(word: &str, item: &Item) -> Option<usize> {
    let choices = choices(item);
    let mut letters = word.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && let Some(place) = choices.iter().position(|(key, _)| *key == Some(letter))
    {
        return Some(place);
    }
    if let Some(number) = word.parse::<usize>().ok().filter(|n| (10..=choices.len()).contains(n)) {
        return Some(number - 1);
    }
    let lower = word.to_lowercase();
    let mut fitting = choices
        .iter()
        .enumerate()
        .filter(|(_, (_, label))| label.to_lowercase().starts_with(&lower))
        .map(|(place, _)| place);
    match (fitting.next(), fitting.next()) {
        (Some(place), None) => Some(place),
        _ => choices.iter().position(|(_, label)| label.to_lowercase() == lower),
    }
}
