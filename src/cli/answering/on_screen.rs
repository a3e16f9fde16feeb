//! Owns the loop of the answer screen: draw, read a key, act. One item a screen.

use std::time::Duration;

use console::Key;

use super::draw::{Line, Look, View, draw, fit, least_rows, page};
use super::keys::{Action, Entry, interpret};
use super::{Desk, Ending};
use crate::checkin::Session;
use crate::cli::error::CommandError;
use crate::cli::screen::{self, Input, Screen};
use crate::cli::terminal::Terminal;
use crate::language::message;
use crate::questionnaire::Item;

/// How long a page takes to be seen by somebody who types on.
const UNTIL_SEEN: Duration = Duration::from_millis(700);

/// Asks all open items of `session` on the screen.
pub(super) fn answer(
    terminal: &Terminal,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<Ending, CommandError> {
    let mut state = State::new(terminal)?;
    while let Some(item) = session.current() {
        if state.ask(item, session, desk)? == Step::Leave {
            return Ok(Ending::Left);
        }
    }
    Ok(Ending::Complete)
}

/// Asks one item on the screen.
pub(super) fn answer_one(
    terminal: &Terminal,
    item: &Item,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<(), CommandError> {
    State::new(terminal)?.ask(item, session, desk).map(drop)
}

/// Keeps what was typed and not yet entered, and stays at the item; an `Err` is for the person to read.
fn keep_unfinished(
    entry: &Entry,
    item: &Item,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<(), String> {
    match entry.unfinished(item) {
        Action::Respond(response) if session.response(&item.id) != Some(&response) => {
            desk.respond(session, item, response)?;
            session.go_to(&item.id);
            Ok(())
        }
        Action::Say(text) => Err(text),
        _ => Ok(()),
    }
}

struct State<'a> {
    terminal: &'a Terminal,
    screen: Screen,
    message: Option<String>,
    help: bool,
}

#[derive(PartialEq)]
enum Step {
    /// Another item is current now.
    Moved,
    Leave,
}

impl<'a> State<'a> {
    fn new(terminal: &'a Terminal) -> Result<Self, CommandError> {
        Ok(Self { terminal, screen: Screen::enter()?, message: None, help: false })
    }

    /// Asks one item until the person moves on, back or away.
    fn ask(
        &mut self,
        item: &Item,
        session: &mut Session<'_>,
        desk: &mut Desk<'_>,
    ) -> Result<Step, CommandError> {
        let mut entry = Entry::new(item, session.response(&item.id));
        // What was typed and could not be kept: it is told once, and then let go.
        let mut refused: Option<String> = None;
        loop {
            self.show(item, &entry, session, desk)?;
            let Input::Key(key) = self.screen.read()? else { continue };
            self.message = None;
            let has_response = session.response(&item.id).is_some();
            match interpret(&key, item, &mut entry, has_response) {
                Action::Redraw => {}
                Action::Help => {
                    self.help = !self.help;
                    let (rows, _) = self.screen.size();
                    if self.help && least_rows(&self.drawn(item, &entry, session, desk)) > rows {
                        self.help = false;
                        if self.show_until_a_key(&message!("keys-help"))? == Step::Leave {
                            return Ok(Step::Leave);
                        }
                    }
                }
                Action::Say(text) => self.message = Some(text),
                Action::Note => {
                    if self.write_note(item, desk)? == Step::Leave {
                        return Ok(Step::Leave);
                    }
                }
                action @ (Action::Next | Action::Back | Action::Leave) => {
                    // What was typed but not yet entered is not thrown away, nor what cannot be kept
                    // without a word.
                    if let Err(text) = keep_unfinished(&entry, item, session, desk)
                        && refused.as_ref() != Some(&entry.typed)
                    {
                        self.message = Some(text);
                        refused = Some(entry.typed.clone());
                        continue;
                    }
                    match action {
                        Action::Leave => return Ok(Step::Leave),
                        Action::Next => {
                            session.next();
                            return Ok(Step::Moved);
                        }
                        _ if session.back() => return Ok(Step::Moved),
                        _ => self.message = Some(message!("first-question")),
                    }
                }
                Action::Respond(response) => match desk.respond(session, item, response) {
                    Ok(()) => {
                        self.help = false;
                        return match desk.support_for(session, item) {
                            Some(support) => self.show_support(&support),
                            None => Ok(Step::Moved),
                        };
                    }
                    Err(text) => self.message = Some(text),
                },
            }
        }
    }

    fn show(
        &self,
        item: &Item,
        entry: &Entry,
        session: &Session<'_>,
        desk: &Desk<'_>,
    ) -> Result<(), CommandError> {
        let (rows, _) = self.screen.size();
        let drawn = self.drawn(item, entry, session, desk);
        Ok(self.screen.show(&fit(drawn, rows, self.look()))?)
    }

    fn drawn(
        &self,
        item: &Item,
        entry: &Entry,
        session: &Session<'_>,
        desk: &Desk<'_>,
    ) -> Vec<Line> {
        let view = View {
            title: &session.questionnaire().title,
            progress: session.progress(),
            recall: &desk.recall(item),
            item,
            entry,
            given: session.response(&item.id),
            has_note: desk.notes.contains_key(&item.id),
            message: self.message.as_deref(),
            help: self.help,
        };
        draw(&view, self.look())
    }

    fn look(&self) -> Look {
        let (_, width) = self.screen.size();
        Look { width, emphasis: self.terminal.emphasis(), unicode: self.terminal.unicode() }
    }

    /// Shows a text alone until a key is pressed, so that nothing can hide it; Ctrl-C leaves.
    fn show_until_a_key(&self, text: &str) -> Result<Step, CommandError> {
        let words = format!("{}\n\n{}", text.trim_end(), message!("any-key"));
        let mut seen = 0;
        loop {
            let (rows, width) = self.screen.size();
            let lines = page(&words, width);
            let rest = &lines[seen.min(lines.len() - 1)..];
            let is_last = rest.len() <= rows.max(1);
            let more = page(&message!("any-key-more"), width);
            let room = if is_last { rest.len() } else { rows.saturating_sub(more.len()).max(1) };
            let after = if is_last { &[] } else { more.as_slice() };
            self.screen.show(&[&rest[..room], after].concat())?;
            match self.screen.read()? {
                Input::Key(Key::CtrlC) => return Ok(Step::Leave),
                Input::Key(_) if is_last => return Ok(Step::Moved),
                Input::Key(_) => seen += room,
                // The lines are others now.
                Input::Resized => seen = 0,
            }
        }
    }

    /// Shows the support resources. Keys that come before a person can have seen them are meant for the questions.
    fn show_support(&self, text: &str) -> Result<Step, CommandError> {
        let (_, width) = self.screen.size();
        self.screen.show(&page(text, width))?;
        std::thread::sleep(UNTIL_SEEN);
        screen::forget_keys();
        self.show_until_a_key(text)
    }

    /// Lets a note be written, which is kept however the writing ends; Ctrl-C leaves then.
    fn write_note(&mut self, item: &Item, desk: &mut Desk<'_>) -> Result<Step, CommandError> {
        let before = desk.notes.get(&item.id).map(|note| note.as_written().to_owned());
        let typed = self.screen.with_cursor(|| {
            let before = before.as_deref().unwrap_or_default();
            self.terminal.edit_line_to_keep(&message!("note-prompt"), before)
        })?;
        let (text, goes_on) = typed?;
        self.message = match desk.note(item, &text) {
            Ok(()) => None,
            Err(error) => Some(format!("{}\n{}", message!("note-not-kept"), error.display())),
        };
        // What could not be kept is told before anything else.
        if goes_on || self.message.is_some() { Ok(Step::Moved) } else { Ok(Step::Leave) }
    }
}
