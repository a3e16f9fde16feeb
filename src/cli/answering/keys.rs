//! Owns what a key means at an item; pure. Must not draw, read or keep anything.

use std::borrow::Cow;

use console::Key;

use crate::checkin::{Answer, Private, Response, Untrusted};
use crate::language::{decimal, message};
use crate::questionnaire::{Item, ItemKind, ResponseOption};

/// What the person is entering at the present item.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Entry {
    /// The place of the option under the cursor.
    pub(crate) cursor: Option<usize>,
    /// The places of the options chosen so far, for `many`.
    pub(crate) chosen: Vec<usize>,
    /// The number or text typed so far.
    pub(crate) typed: String,
}

/// What a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// Keep this response and go on.
    Respond(Response),
    /// Go on; the item has a response.
    Next,
    /// Go back one item.
    Back,
    /// Write a note to the item.
    Note,
    /// Show or hide the help.
    Help,
    /// Leave and keep the draft.
    Leave,
    /// Only the entry has changed.
    Redraw,
    /// Say this; nothing has changed.
    Say(String),
}

impl Entry {
    /// Starts from the response given before, if any.
    pub(crate) fn new(item: &Item, given: Option<&Response>) -> Self {
        let mut entry = Self::default();
        let answer = given.and_then(Response::answer);
        match (&item.kind, answer) {
            (ItemKind::Scale { options }, Some(Answer::Number(Private(value)))) => {
                entry.cursor = place_of(options, *value);
            }
            (ItemKind::YesNo, Some(Answer::YesNo(Private(yes)))) => {
                entry.cursor = Some(usize::from(!yes));
            }
            (ItemKind::Many { options }, Some(Answer::Many(Private(values)))) => {
                entry.chosen = values.iter().filter_map(|v| place_of(options, *v)).collect();
            }
            (ItemKind::Number { .. }, Some(Answer::Number(Private(value)))) => {
                entry.typed = decimal(&value.to_string());
            }
            (ItemKind::Text, Some(Answer::Text(text))) => {
                text.as_written().clone_into(&mut entry.typed);
            }
            _ => {}
        }
        entry
    }
}

/// Returns the labels that a person chooses from, with the key of each.
pub(crate) fn choices(item: &Item) -> Vec<(Option<char>, Cow<'_, str>)> {
    match &item.kind {
        ItemKind::Scale { options } | ItemKind::Many { options } => options
            .iter()
            .enumerate()
            .map(|(place, option)| (key_of(option, place), option.label.as_str().into()))
            .collect(),
        ItemKind::YesNo => {
            vec![(Some('1'), message!("yes").into()), (Some('2'), message!("no").into())]
        }
        ItemKind::Number { .. } | ItemKind::Text => Vec::new(),
    }
}

/// Returns what `key` means at `item`, and changes `entry` accordingly.
pub(crate) fn interpret(key: &Key, item: &Item, entry: &mut Entry, has_response: bool) -> Action {
    match key {
        Key::CtrlC => return Action::Leave,
        Key::ArrowUp | Key::PageUp => return Action::Back,
        Key::ArrowDown | Key::PageDown if has_response => return Action::Next,
        Key::ArrowDown | Key::PageDown => return Action::Say(message!("still-open")),
        _ => {}
    }
    if matches!(item.kind, ItemKind::Number { .. } | ItemKind::Text) {
        typed(key, item, entry)
    } else {
        chosen(key, item, entry)
    }
}

/// A key that means the same at every item where nothing is being typed.
fn common(key: char, item: &Item) -> Option<Action> {
    Some(match key {
        's' => Action::Respond(Response::Skipped),
        '-' if item.not_applicable.is_some() => Action::Respond(Response::NotApplicable),
        '-' => Action::Say(message!("not-applicable-not-offered")),
        'n' => Action::Note,
        '?' => Action::Help,
        'q' => Action::Leave,
        _ => return None,
    })
}

fn chosen(key: &Key, item: &Item, entry: &mut Entry) -> Action {
    let choices = choices(item);
    let last = choices.len().saturating_sub(1);
    match key {
        Key::Char(' ') if matches!(item.kind, ItemKind::Many { .. }) => match entry.cursor {
            Some(place) => toggle(entry, place),
            None => Action::Say(message!("move-first")),
        },
        Key::Char(typed) => {
            if let Some(action) = common(*typed, item) {
                return action;
            }
            match choices.iter().position(|(key, _)| *key == Some(*typed)) {
                Some(place) if matches!(item.kind, ItemKind::Many { .. }) => toggle(entry, place),
                Some(place) => answer(item, place),
                None if *typed == 'y' && item.kind == ItemKind::YesNo => answer(item, 0),
                None => Action::Say(message!("key-without-meaning")),
            }
        }
        Key::ArrowLeft => {
            entry.cursor = Some(entry.cursor.map_or(last, |place| place.saturating_sub(1)));
            Action::Redraw
        }
        Key::ArrowRight => {
            entry.cursor = Some(entry.cursor.map_or(0, |place| (place + 1).min(last)));
            Action::Redraw
        }
        Key::Home => {
            entry.cursor = Some(0);
            Action::Redraw
        }
        Key::End => {
            entry.cursor = Some(last);
            Action::Redraw
        }
        Key::Enter => enter(item, entry),
        Key::Backspace => Action::Back,
        _ => Action::Redraw,
    }
}

fn enter(item: &Item, entry: &Entry) -> Action {
    if let ItemKind::Many { options } = &item.kind {
        let mut places = entry.chosen.clone();
        places.sort_unstable();
        let values = places.into_iter().map(|place| options[place].value).collect();
        return Action::Respond(Response::Answered(Answer::Many(Private(values))));
    }
    match entry.cursor {
        Some(place) => answer(item, place),
        None => Action::Say(message!("press-number")),
    }
}

fn answer(item: &Item, place: usize) -> Action {
    match &item.kind {
        ItemKind::Scale { options } => Action::Respond(Response::number(options[place].value)),
        ItemKind::YesNo => Action::Respond(Response::yes_no(place == 0)),
        ItemKind::Number { .. } | ItemKind::Many { .. } | ItemKind::Text => Action::Redraw,
    }
}

fn toggle(entry: &mut Entry, place: usize) -> Action {
    match entry.chosen.iter().position(|&chosen| chosen == place) {
        Some(found) => {
            entry.chosen.remove(found);
        }
        None => entry.chosen.push(place),
    }
    entry.cursor = Some(place);
    Action::Redraw
}

fn typed(key: &Key, item: &Item, entry: &mut Entry) -> Action {
    let is_text = item.kind == ItemKind::Text;
    match key {
        Key::Escape => Action::Leave,
        Key::Tab => Action::Note,
        Key::Backspace if entry.typed.is_empty() => Action::Back,
        Key::Backspace => {
            entry.typed.pop();
            Action::Redraw
        }
        Key::Enter if !entry.typed.trim().is_empty() => entry.unfinished(item),
        Key::Enter if is_text => Action::Respond(Response::Skipped),
        Key::Enter => Action::Say(message!("type-number")),
        Key::Char('?') if entry.typed.is_empty() => Action::Help,
        Key::Char(c) if !is_text => number_key(*c, item, entry),
        Key::Char(c) if !c.is_control() && entry.typed.chars().count() < 2_000 => {
            entry.typed.push(*c);
            Action::Redraw
        }
        _ => Action::Redraw,
    }
}

fn number(typed: &str) -> Action {
    match typed.replace(',', ".").parse::<f64>() {
        Ok(value) => Action::Respond(Response::number(value)),
        Err(_) => Action::Say(message!("type-number")),
    }
}

fn number_key(key: char, item: &Item, entry: &mut Entry) -> Action {
    let below_zero =
        matches!(item.kind, ItemKind::Number { min, .. } if min.is_none_or(|m| m < 0.0));
    let sign = key == '-' && entry.typed.is_empty() && below_zero && item.not_applicable.is_none();
    if key.is_ascii_digit() || matches!(key, '.' | ',') || sign {
        if entry.typed.len() < 20 {
            entry.typed.push(key);
        }
        return Action::Redraw;
    }
    common(key, item).unwrap_or_else(|| Action::Say(message!("type-number")))
}

fn key_of(option: &ResponseOption, place: usize) -> Option<char> {
    option.key.or_else(|| (place < 9).then(|| char::from(b'1' + u8::try_from(place).unwrap_or(0))))
}

fn place_of(options: &[ResponseOption], value: f64) -> Option<usize> {
    options.iter().position(|option| (option.value - value).abs() < 1e-9)
}

impl Entry {
    /// Returns what going on or away now would keep of what is being typed: a response, what is wrong with
    /// it, or nothing to do.
    pub(crate) fn unfinished(&self, item: &Item) -> Action {
        let typed = self.typed.trim();
        match item.kind {
            ItemKind::Text if !typed.is_empty() => {
                Action::Respond(Response::Answered(Answer::Text(Untrusted::new(typed))))
            }
            ItemKind::Number { .. } if !typed.is_empty() => number(typed),
            _ => Action::Redraw,
        }
    }
}
