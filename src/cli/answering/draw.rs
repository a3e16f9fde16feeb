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
    Option,
    /// The option under the cursor.
    Chosen,
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
    for (is_chosen, line) in answer_lines(view, look, width) {
        add(if is_chosen { Part::Chosen } else { Part::Option }, vec![line]);
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

/// How many options are seen at least before what explains them is.
const OPTIONS_SEEN: usize = 4;

/// Fits a drawn item into `rows`: what explains goes before what is asked and answered. Where the options do
/// not fit even so, those nearest to the chosen one are shown, and again what explains them.
pub(crate) fn fit(mut lines: Vec<Line>, rows: usize) -> Vec<String> {
    let least = lines.iter().filter(|line| !EXPLAINS.contains(&line.part)).count();
    for part in EXPLAINS {
        let options = lines.iter().filter(|line| line.part == Part::Option).count();
        let needed =
            lines.len() - if least > rows { options.saturating_sub(OPTIONS_SEEN) } else { 0 };
        if needed > rows {
            lines.retain(|line| line.part != part);
        }
    }
    while lines.len() > rows
        && let Some(place) = farthest_option(&lines)
    {
        lines.remove(place);
    }
    // What is left of a terminal of a few rows shows the end: what can be answered, or a message.
    let over = lines.len().saturating_sub(rows);
    lines.into_iter().skip(over).map(|line| line.text).collect()
}

/// Returns the place of the option that is farthest from the chosen one; of the last, where none is chosen.
fn farthest_option(lines: &[Line]) -> Option<usize> {
    let is_option = |line: &Line| line.part == Part::Option;
    let first = lines.iter().position(is_option)?;
    let last = lines.iter().rposition(is_option)?;
    let chosen = lines.iter().position(|line| line.part == Part::Chosen).unwrap_or(first);
    Some(if chosen.abs_diff(first) > chosen.abs_diff(last) { first } else { last })
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

/// What can be answered, a line or a few each, and whether it is where the cursor is.
fn answer_lines(view: &View<'_>, look: Look, width: usize) -> Vec<(bool, String)> {
    let typed = |unit: &str| in_lines(&format!("> {}_{unit}", view.entry.typed), width);
    let here = |lines: Vec<String>| lines.into_iter().map(|line| (true, line)).collect();
    let mut lines: Vec<_> = match &view.item.kind {
        ItemKind::Number { unit, .. } => {
            here(typed(&unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default()))
        }
        ItemKind::Text => here(typed("")),
        ItemKind::Scale { .. } | ItemKind::YesNo | ItemKind::Many { .. } => {
            option_lines(view, look, width)
        }
    };
    if let Some(label) = &view.item.not_applicable {
        lines.extend(in_option_lines(&format!(" - {label}"), width).map(|line| (false, line)));
    }
    lines
}

/// The options on one line where they fit, else one below the other.
fn option_lines(view: &View<'_>, look: Look, width: usize) -> Vec<(bool, String)> {
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
        return vec![(true, cells.join(" "))];
    }
    let below = |(here, cell): (bool, String)| {
        let lines: Vec<_> = in_option_lines(&cell, width).collect();
        lines.into_iter().map(move |line| (here, paint(here, line)))
    };
    cells.into_iter().flat_map(below).collect()
}

/// Wraps an option, what follows below its label.
fn in_option_lines(option: &str, width: usize) -> impl Iterator<Item = String> + use<> {
    let lines = textwrap::wrap(option.trim_end(), wrapping(width).subsequent_indent("   "));
    lines.into_iter().map(Cow::into_owned).collect::<Vec<_>>().into_iter()
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

    fn lines(parts: &[Part]) -> Vec<Line> {
        let line =
            |(place, part): (usize, &Part)| Line { part: *part, text: format!("{part:?} {place}") };
        parts.iter().enumerate().map(line).collect()
    }

    #[test]
    fn a_low_terminal_shows_what_is_asked_and_answered() {
        use Part::{Chosen, Head, Keys, Mark, Message, Option, Recall, Space, Statement};
        let drawn = lines(&[
            Head, Space, Recall, Space, Statement, Statement, Space, Option, Option, Chosen,
            Option, Mark, Space, Keys, Keys, Space, Message,
        ]);
        let shown = |rows| fit(drawn.clone(), rows);
        assert_eq!(shown(17).len(), 17);
        assert_eq!(shown(12).len(), 12);
        let has = |rows, part: &str| shown(rows).iter().any(|line| line.starts_with(part));
        assert!(has(12, "Keys") && !has(12, "Space"));
        assert!(!has(11, "Keys") && has(10, "Recall") && !has(9, "Recall") && has(9, "Mark"));
        let least = ["Head 0", "Statement 4", "Statement 5", "Option 8", "Chosen 9", "Message 16"];
        assert_eq!(shown(6), least);
        assert_eq!(shown(5), ["Head 0", "Statement 4", "Statement 5", "Chosen 9", "Message 16"]);
        assert_eq!(shown(3), ["Statement 5", "Chosen 9", "Message 16"]);
        assert_eq!(shown(1), ["Message 16"]);
    }
}
