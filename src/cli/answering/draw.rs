//! Owns what the answer screen looks like: one item as lines of text, cut to the width; pure.

use super::keys::{Entry, choices};
use crate::checkin::{Progress, Response};
use crate::cli::terminal::Emphasis;
use crate::language::message;
use crate::questionnaire::{Item, ItemKind};
use crate::render::text::{columns, in_lines, parts_in_lines};

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

/// Draws one item.
pub(crate) fn draw(view: &View<'_>, look: Look) -> Vec<String> {
    let width = look.width.clamp(20, 100) - 2;
    let mut lines = vec![head(view, look, width), String::new()];
    lines.extend(in_lines(view.recall, width).into_iter().map(|line| look.dim(&line)));
    lines.push(String::new());
    lines.extend(in_lines(&view.item.text, width).into_iter().map(|line| look.strong(&line)));
    lines.push(String::new());
    lines.extend(answer_lines(view, look, width));
    lines.extend(marks(view, look, width));
    lines.push(String::new());
    if view.help {
        lines.extend(message!("keys-help").lines().flat_map(|line| in_lines(line, width)));
    } else {
        let between = if look.unicode { " \u{b7} " } else { " | " };
        let legend = parts_in_lines(&legend(view), between, width);
        lines.extend(legend.iter().map(|line| look.dim(line)));
    }
    if let Some(message) = view.message {
        lines.push(String::new());
        lines.extend(in_lines(message, width));
    }
    lines.into_iter().map(|line| format!(" {line}")).collect()
}

/// Fits a drawn item into `rows`: blank lines go first, then the view moves so that the chosen option,
/// or what stands at the end (the keys, a message), stays on the screen. The head always stays.
pub(crate) fn fit(mut lines: Vec<String>, rows: usize) -> Vec<String> {
    if lines.len() > rows {
        lines.retain(|line| !is_blank(line));
    }
    if lines.len() <= rows || rows < 3 {
        return lines;
    }
    // The option under the cursor stands in brackets.
    let is_chosen = |line: &String| {
        let bare = console::strip_ansi_codes(line);
        bare.trim().starts_with('[') && bare.trim().ends_with(']')
    };
    let last = lines.len();
    let end = match lines.iter().position(is_chosen) {
        Some(place) => (place + rows / 2).clamp(rows, last),
        None => last,
    };
    let mut shown = vec![lines[0].clone()];
    shown.extend(lines[end + 1 - rows..end].iter().cloned());
    shown
}

/// Returns how many rows a drawn item needs to be seen whole.
pub(crate) fn least_rows(lines: &[String]) -> usize {
    lines.iter().filter(|line| !is_blank(line)).count()
}

fn is_blank(line: &str) -> bool {
    console::strip_ansi_codes(line).trim().is_empty()
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

fn answer_lines(view: &View<'_>, look: Look, width: usize) -> Vec<String> {
    match &view.item.kind {
        ItemKind::Number { unit, .. } => {
            let unit = unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
            vec![format!("> {}_{unit}", view.entry.typed)]
        }
        ItemKind::Text => in_lines(&format!("> {}_", view.entry.typed), width),
        ItemKind::Scale { .. } | ItemKind::YesNo | ItemKind::Many { .. } => {
            option_lines(view, look, width)
        }
    }
}

/// The options on one line where they fit, else one below the other.
fn option_lines(view: &View<'_>, look: Look, width: usize) -> Vec<String> {
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
    let paint =
        |(here, cell): &(bool, String)| if *here { look.strong(cell) } else { cell.clone() };
    if needed <= width && !many {
        return vec![cells.iter().map(paint).collect::<Vec<_>>().join(" ")];
    }
    cells.iter().map(paint).collect()
}

fn marks(view: &View<'_>, look: Look, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(label) = &view.item.not_applicable {
        lines.push(format!(" - {label}"));
    }
    let state = match view.given {
        Some(Response::Skipped) => Some(message!("skipped-so-far")),
        Some(Response::NotApplicable) => Some(message!("not-applicable-so-far")),
        Some(Response::Answered(_)) | None => None,
    };
    let note = view.has_note.then(|| message!("has-note"));
    for line in [state, note].into_iter().flatten() {
        lines.extend(in_lines(&line, width).into_iter().map(|line| look.dim(&line)));
    }
    lines
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
