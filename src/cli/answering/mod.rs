//! Answering one questionnaire on the terminal, on the screen or line by line.
//!
//! Owns how items are shown and how keys and lines become responses. Every response is handed to
//! the [`Desk`] and kept before the next item shows.

mod draw;
mod keys;
mod lines;
mod on_screen;

use std::collections::BTreeMap;

use super::error::CommandError;
use super::outcome::asks_for_support;
use super::terminal::{Mode, Terminal};
use super::words::of_response;
use crate::checkin::{Response, Session, Untrusted, check_response};
use crate::language::message;
use crate::questionnaire::{Item, ItemId};
use crate::render::text::sentence;

/// What has changed and must be kept before anything else happens.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change<'a> {
    /// A response to an item.
    Response(&'a ItemId, &'a Response),
    /// A note to an item; blank removes it.
    Note(&'a ItemId, &'a Untrusted),
}

/// Keeps a change on disk, or says why it could not.
pub(crate) type Keep<'a> = dyn FnMut(Change<'_>) -> Result<(), CommandError> + 'a;

/// What answering needs from the command that asked for it.
pub(crate) struct Desk<'a> {
    /// Keeps every change.
    pub(crate) keep: &'a mut Keep<'a>,
    /// The support resources, shown at once where an answer asks for them.
    pub(crate) support: &'a dyn Fn() -> String,
    /// For a late entry, the day it is seen from, put behind the recall period.
    pub(crate) as_of: Option<String>,
    /// The notes to items so far.
    pub(crate) notes: BTreeMap<ItemId, Untrusted>,
}

/// How answering ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Every item asked has a response.
    Complete,
    /// The person left; what was answered is kept.
    Left,
}

/// Asks all open items of `session`.
pub(crate) fn answer(
    terminal: &Terminal,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<Ending, CommandError> {
    match terminal.mode() {
        Mode::Lines => lines::answer(terminal, session, desk),
        Mode::Screen => on_screen::answer(terminal, session, desk),
    }
}

/// Asks one item, whether it has a response or not.
pub(crate) fn answer_one(
    terminal: &Terminal,
    item: &Item,
    session: &mut Session<'_>,
    desk: &mut Desk<'_>,
) -> Result<(), CommandError> {
    if !session.go_to(&item.id) {
        return Ok(());
    }
    match terminal.mode() {
        Mode::Lines => lines::answer_one(terminal, item, session, desk),
        Mode::Screen => on_screen::answer_one(terminal, item, session, desk),
    }
}

impl Desk<'_> {
    /// Checks, keeps and enters a response to the current item; an `Err` is for the person to read.
    fn respond(
        &mut self,
        session: &mut Session<'_>,
        item: &Item,
        response: Response,
    ) -> Result<(), String> {
        check_response(item, &response).map_err(|problem| sentence(&of_response(&problem)))?;
        (self.keep)(Change::Response(&item.id, &response))
            .map_err(|error| format!("{}\n{}", message!("answer-not-kept"), error.display()))?;
        session.respond(response);
        Ok(())
    }

    /// Keeps a note to an item.
    fn note(&mut self, item: &Item, text: &str) -> Result<(), CommandError> {
        let text = Untrusted::new(text.trim());
        (self.keep)(Change::Note(&item.id, &text))?;
        if text.is_blank() {
            self.notes.remove(&item.id);
        } else {
            self.notes.insert(item.id.clone(), text);
        }
        Ok(())
    }

    /// Returns the support resources if the response to `item` asks for them.
    fn support_for(&self, session: &Session<'_>, item: &Item) -> Option<String> {
        asks_for_support(item, session.response(&item.id)).then(|| (self.support)())
    }

    /// Returns the recall period as shown with an item.
    fn recall(&self, item: &Item) -> String {
        match &self.as_of {
            Some(day) => {
                message!("recall-seen-from", recall = item.recall.as_str(), day = day.as_str())
            }
            None => item.recall.clone(),
        }
    }
}
