//! Owns what the answer screen looks like: one item as lines of text, cut to the width; pure.

use std::borrow::Cow;

use super::keys::{Entry, choices};
use crate::checkin::{Progress, Response};
use crate::cli::terminal::Emphasis;
use crate::language::message;
use crate::questionnaire::{Item, ItemKind};
use crate::render::text::{columns, in_lines, parts_in_lines, wrapping};

/// All that the screen shows of one item. Scores and former answers are not among it, on purpose:
/// they would pull the answer towards themselves.
#[derive(Debug)]
pub(crate) struct View<'a> {
    pub(crate) title: &'a str,
    pub(crate) progress: Progress,
    pub(crate) recall: &'a str,
    pub(crate) item: &'a Item,
    pub(crate) entry: &'a Entry,
    pub(crate) given: Option<&'a Response>,
    pub(crate) has_note: bool,
    pub(crate) message: Option<&'a str>,
    pub(crate) help: bool,
}

/// How it may be drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) width: usize,
    pub(crate) emphasis: Emphasis,
    pub(crate) unicode: bool,
}

/// What a drawn line is, in the order in which lines are given up where the terminal is too low for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Space,
    Keys,
    Recall,
    Mark,
    /// A line of an option, by its place, and whether the cursor is on it.
    Option {
        place: usize,
        chosen: bool,
    },
    Head,
    Statement,
    Message,
}

/// A line of the screen.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    part: Part,
    text: String,
}

/// Draws one item.
pub(crate) fn draw(view: &View<'_>, look: Look) -> Vec<Line> {
    let width = look.width.clamp(20, 100) - 2;
    let dimmed = |line: String| look.dim(&line);
    let mut drawn = Vec::new();
    let mut add = |part, lines: Vec<String>| {
        drawn.extend(lines.into_iter().map(|line| Line { part, text: format!(" {line}") }));
    };
    let space = || vec![String::new()];
    add(Part::Head, vec![head(view, look, width)]);
    add(Part::Space, space());
    add(Part::Recall, in_lines(view.recall, width).into_iter().map(dimmed).collect());
    add(Part::Space, space());
    let statement = in_lines(&view.item.text, width);
    add(Part::Statement, statement.iter().map(|line| look.strong(line)).collect());
    add(Part::Space, space());
    for (place, (chosen, lines)) in answer_options(view, look, width).into_iter().enumerate() {
        add(Part::Option { place, chosen }, lines);
    }
    add(Part::Mark, marks(view, look, width));
    add(Part::Space, space());
    if view.help {
        let help = message!("keys-help");
        add(Part::Keys, help.lines().flat_map(|line| in_lines(line, width)).collect());
    } else {
        let between = if look.unicode { " \u{b7} " } else { " | " };
        let legend = parts_in_lines(&legend(view), between, width);
        add(Part::Keys, legend.into_iter().map(dimmed).collect());
    }
    if let Some(message) = view.message {
        add(Part::Space, space());
        add(Part::Message, in_lines(message, width));
    }
    drawn
}

/// What can be left out, in the order in which it is.
const EXPLAINS: [Part; 4] = [Part::Space, Part::Keys, Part::Recall, Part::Mark];

/// How many lines of options, beside two signs for those left out, are seen before what explains them is.
const OPTIONS_SEEN: usize = 4;

/// Fits a drawn item into `rows`: what explains goes before what is asked and answered. Where the options do
/// not fit even so, those nearest to the chosen one are shown, and what explains them as far as there is room.
pub(crate) fn fit(mut lines: Vec<Line>, rows: usize, look: Look) -> Vec<String> {
    let is_option = |line: &Line| matches!(line.part, Part::Option { .. });
    let least = lines.iter().filter(|line| !EXPLAINS.contains(&line.part)).count();
    for part in EXPLAINS {
        let options = lines.iter().filter(|line| is_option(line)).count();
        let hidden = if least > rows { options.saturating_sub(OPTIONS_SEEN + 2) } else { 0 };
        if lines.len() - hidden > rows {
            lines.retain(|line| line.part != part);
        }
    }
    let lines = with_options_that_fit(&lines, rows, look);
    // What is left of a terminal of a few rows shows the end: what can be answered, or a message.
    let over = lines.len().saturating_sub(rows);
    lines.into_iter().skip(over).map(|line| line.text).collect()
}

/// Leaves out whole options, those farthest from the chosen one first; a sign stands where some are left out.
fn with_options_that_fit(lines: &[Line], rows: usize, look: Look) -> Vec<Line> {
    let places = lines.iter().filter_map(|line| match line.part {
        Part::Option { place, chosen } => Some((place, chosen)),
        _ => None,
    });
    let places: Vec<(usize, bool)> = places.collect();
    let count = places.last().map_or(0, |(place, _)| place + 1);
    let chosen = places.iter().find(|(_, chosen)| *chosen).map_or(0, |(place, _)| *place);
    let (mut first, mut end) = (0, count);
    let is_shown = |line: &Line, first: usize, end: usize| match line.part {
        Part::Option { place, .. } => (first..end).contains(&place),
        _ => true,
    };
    let needed = |first: usize, end: usize| {
        let shown = lines.iter().filter(|line| is_shown(line, first, end)).count();
        shown + usize::from(first > 0) + usize::from(end < count)
    };
    while end - first > 1 && needed(first, end) > rows {
        if chosen - first >= end - 1 - chosen { first += 1 } else { end -= 1 }
    }
    let sign =
        Line { part: Part::Space, text: if look.unicode { "  …" } else { "  ..." }.into() };
    let mut fitted = Vec::new();
    for line in lines {
        match line.part {
            Part::Option { place, .. } if !(first..end).contains(&place) => {
                let is_signed = fitted.last().is_some_and(|last: &Line| last.text == sign.text);
                if !is_signed {
                    fitted.push(sign.clone());
                }
            }
            _ => fitted.push(line.clone()),
        }
    }
    fitted
}

/// Returns how many rows a drawn item needs to be seen whole.
pub(crate) fn least_rows(lines: &[Line]) -> usize {
    lines.iter().filter(|line| line.part != Part::Space).count()
}

/// Wraps a text of several lines for a page of its own.
pub(crate) fn page(text: &str, width: usize) -> Vec<String> {
    let width = width.clamp(20, 100) - 2;
    text.lines().flat_map(|line| in_lines(line, width)).map(|line| format!(" {line}")).collect()
}

fn head(view: &View<'_>, look: Look, width: usize) -> String {
    let Progress { number, of } = view.progress;
    let count = message!("progress", number = number, of = of);
    let room = width.saturating_sub(columns(view.title) + columns(&count) + 4).min(of.max(8));
    if room < 8 {
        return look.dim(&count);
    }
    let done = (number.saturating_sub(1) * room) / of.max(1);
    let (full, empty) = if look.unicode { ("━", "─") } else { ("#", "-") };
    let bar = format!("{}{}", full.repeat(done), empty.repeat(room - done));
    look.dim(&format!("{}  {count}  {bar}", view.title))
}

/// What can be answered, each in as many lines as it needs, and whether the cursor is on it.
fn answer_options(view: &View<'_>, look: Look, width: usize) -> Vec<(bool, Vec<String>)> {
    let typed = |unit: &str| in_lines(&format!("> {}_{unit}", view.entry.typed), width);
    let mut options = match &view.item.kind {
        ItemKind::Number { unit, .. } => {
            vec![(true, typed(&unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default()))]
        }
        ItemKind::Text => vec![(true, typed(""))],
        ItemKind::Scale { .. } | ItemKind::YesNo | ItemKind::Many { .. } => {
            labelled_options(view, look, width)
        }
    };
    if let Some(label) = &view.item.not_applicable {
        options.push((false, option_in_lines(&format!(" - {label}"), width)));
    }
    options
}

/// The options on one line where they fit, else one below the other.
fn labelled_options(view: &View<'_>, look: Look, width: usize) -> Vec<(bool, Vec<String>)> {
    let many = matches!(view.item.kind, ItemKind::Many { .. });
    let cells: Vec<(bool, String)> = choices(view.item)
        .into_iter()
        .enumerate()
        .map(|(place, (key, label))| {
            let here = view.entry.cursor == Some(place);
            let key = key.map_or_else(|| " ".to_owned(), |key| key.to_string());
            let mark = match (many, view.entry.chosen.contains(&place)) {
                (true, true) => "[x] ",
                (true, false) => "[ ] ",
                (false, _) => "",
            };
            let text = format!("{key} {mark}{label}");
            (here, if here { format!("[{text}]") } else { format!(" {text} ") })
        })
        .collect();
    let needed: usize = cells.iter().map(|(_, cell)| columns(cell) + 1).sum();
    let paint = |here: bool, cell: String| if here { look.strong(&cell) } else { cell };
    if needed <= width && !many {
        let cells: Vec<_> = cells.into_iter().map(|(here, cell)| paint(here, cell)).collect();
        return vec![(true, vec![cells.join(" ")])];
    }
    let below = |(here, cell): (bool, String)| {
        let lines = option_in_lines(&cell, width);
        (here, lines.into_iter().map(|line| paint(here, line)).collect())
    };
    cells.into_iter().map(below).collect()
}

/// Wraps an option, what follows below its label.
fn option_in_lines(option: &str, width: usize) -> Vec<String> {
    let lines = textwrap::wrap(option.trim_end(), wrapping(width).subsequent_indent("   "));
    lines.into_iter().map(Cow::into_owned).collect()
}

fn marks(view: &View<'_>, look: Look, width: usize) -> Vec<String> {
    let state = match view.given {
        Some(Response::Skipped) => Some(message!("skipped-so-far")),
        Some(Response::NotApplicable) => Some(message!("not-applicable-so-far")),
        Some(Response::Answered(_)) | None => None,
    };
    let note = view.has_note.then(|| message!("has-note"));
    let lines = [state, note].into_iter().flatten().flat_map(|line| in_lines(&line, width));
    lines.map(|line| look.dim(&line)).collect()
}

/// The keys that mean something now.
fn legend(view: &View<'_>) -> Vec<String> {
    let answer = match &view.item.kind {
        ItemKind::Number { .. } => message!("key-type-number"),
        ItemKind::Text => {
            return vec![
                message!("key-write"),
                message!("key-enter-skips"),
                message!("key-back"),
                message!("key-tab-note"),
                message!("key-help"),
                message!("key-escape"),
            ];
        }
        ItemKind::Many { .. } => message!("key-number-marks"),
        ItemKind::Scale { .. } | ItemKind::YesNo => message!("key-number-answers"),
    };
    let mut keys = vec![answer, message!("key-back")];
    if view.given.is_some() {
        keys.push(message!("key-on"));
    }
    keys.extend([
        message!("key-skip"),
        message!("key-note"),
        message!("key-help"),
        message!("key-leave"),
    ]);
    keys
}

impl Look {
    /// Emphasises, where the terminal may; the layout never depends on it.
    pub(crate) fn strong(self, text: &str) -> String {
        if self.emphasis == Emphasis::None { text.to_owned() } else { styled("1", text) }
    }

    /// Puts back, where the terminal may.
    pub(crate) fn dim(self, text: &str) -> String {
        if self.emphasis == Emphasis::Shaded { styled("2", text) } else { text.to_owned() }
    }
}

fn styled(code: &str, text: &str) -> String {
    format!("\x1b[{code}m{text}\x1b[0m")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look = Look { width: 80, emphasis: Emphasis::None, unicode: true };

    /// A screen with five options of two lines each, the fourth under the cursor.
    fn drawn() -> Vec<Line> {
        let mut parts = vec![Part::Head, Part::Space, Part::Recall, Part::Space, Part::Statement];
        for place in 0..5 {
            parts.extend([Part::Option { place, chosen: place == 3 }; 2]);
        }
        parts.extend([Part::Mark, Part::Space, Part::Keys, Part::Keys, Part::Space, Part::Message]);
        let text = |part: &Part| match part {
            Part::Option { place, .. } => format!("Option {place}"),
            other => format!("{other:?}"),
        };
        parts.iter().map(|part| Line { part: *part, text: text(part) }).collect()
    }

    fn shown(rows: usize) -> Vec<String> {
        fit(drawn(), rows, LOOK)
    }

    #[test]
    fn a_low_terminal_shows_what_is_asked_and_answered() {
        assert_eq!(shown(21).len(), 21);
        let has = |rows, text: &str| shown(rows).iter().any(|line| line == text);
        assert!(has(17, "Keys") && !has(17, "Space"));
        assert!(!has(16, "Keys") && has(15, "Recall") && !has(14, "Recall") && has(14, "Mark"));
        assert_eq!(shown(13).len(), 13, "all options without what explains them");
        assert_eq!(shown(1), ["Message"]);
    }

    #[test]
    fn options_are_left_out_whole_and_a_sign_stands_for_them() {
        let both = |place: usize| vec![format!("Option {place}"); 2];
        let around = |options: Vec<String>| {
            [vec!["Head".into(), "Statement".into()], options, vec!["Message".to_owned()]].concat()
        };
        let sign = || vec!["  …".to_owned()];
        let nine = [sign(), both(3), both(4)].concat();
        assert_eq!(shown(8), around(nine.clone()));
        assert_eq!(shown(7), around([sign(), both(3), sign()].concat()));
        for rows in 1..=21 {
            assert!(shown(rows).len() <= rows, "{rows}");
        }
    }
}
