//! Owns the terminal's form of a report, and the one way out for untrusted text to a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::table::{Layout, Table};
use super::{Options, RenderError};
use crate::language::message;
use crate::report::wording::list_day;
use crate::report::{EventLine, Report, ScoreLine, Section, Slot};

/// Renders a report for a terminal.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut text = String::new();
    writeln!(text, "{}", report.title)?;
    let period = message!(
        "period-and-attendance",
        from = list_day(report.from),
        to = list_day(report.to),
        attendance = report.attendance.words.as_str()
    );
    paragraph(&mut text, &period, options)?;
    text.push('\n');
    for section in &report.sections {
        if options.lines {
            section_in_lines(&mut text, section)?;
        }
    }
    if !options.lines && !report.sections.is_empty() {
        writeln!(text, "{}\n", score_table(report, options))?;
    }
    for event in &report.events {
        paragraph(&mut text, &in_words(event), options)?;
    }
    if !report.events.is_empty() {
        text.push('\n');
    }
    sentences(&mut text, report, options)?;
    Ok(text.into_bytes())
}

/// Writes what can be said of the scores, then what to know about the numbers.
pub(super) fn sentences(
    text: &mut String,
    report: &Report,
    options: &Options,
) -> Result<(), RenderError> {
    for sentence in report.verdicts.iter().chain(&report.caveats) {
        paragraph(text, sentence, options)?;
    }
    Ok(())
}

/// Returns an event in words, safe for a terminal.
pub(super) fn in_words(event: &EventLine) -> String {
    let words = event.text.as_ref().map(|words| printable(words.as_written()));
    let words = words.map(|words| format!(": {words}")).unwrap_or_default();
    format!("{}, {}{words}", event.when, event.kind)
}

/// Makes text from outside safe for a terminal: what could move the cursor, change colours, or turn
/// or hide the text becomes a visible escape. Line breaks become spaces; text is not cut.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| !is_hostile(c)) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' | '\t' => safe.push(' '),
            c if is_hostile(c) => safe.extend(c.escape_unicode()),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// Returns whether a character must not reach a terminal: controls, the Bidi_Control characters
/// (Unicode `PropList.txt`), zero-width characters and the line and paragraph separators.
pub(crate) fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{2028}' | '\u{2029}')
}

/// Returns how many columns a text takes on a terminal.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// Returns a row of bars, one a week, on the score's own range; gaps stay gaps.
///
/// `·` is a missed week, `~` leave or illness, `?` too few answers; a blank is a week with nothing expected.
pub fn sparkline(line: &ScoreLine, unicode: bool) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    const DIGITS: [char; 8] = ['1', '2', '3', '4', '5', '6', '7', '8'];
    let bars = if unicode { BARS } else { DIGITS };
    let (from, to) = line.range;
    line.slots
        .iter()
        .map(|slot| match slot {
            Slot::Value(figure) => {
                let share = ((figure.raw - from) / (to - from)).clamp(0.0, 1.0);
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "the share is between 0 and 1"
                )]
                let step = (share * 8.0) as usize;
                bars[step.min(7)]
            }
            Slot::NoValue => '?',
            Slot::Missed if unicode => '·',
            Slot::Missed => '.',
            Slot::Away => '~',
            Slot::Open => ' ',
        })
        .collect()
}

fn score_table(report: &Report, options: &Options) -> String {
    let heads = [
        message!("latest"),
        message!("before"),
        message!("week-by-week"),
        message!("difference-head"),
    ];
    let [latest, before, weeks, difference] = &heads;
    let mut table = Table::new(&["", latest, before, weeks, difference]);
    let none = message!("no-value");
    for section in &report.sections {
        table.heading(&section.heading);
        for line in &section.scores {
            let latest = line.latest.as_ref().map_or(&none, |dated| &dated.figure.shown);
            let former = line.former.as_ref().map_or("", |dated| &dated.figure.shown);
            table.row(&[
                &format!("  {}", printable(&line.title)),
                latest,
                former,
                &sparkline(line, options.unicode),
                &line.difference_words,
            ]);
        }
    }
    table.to_text(Layout { width: options.width, unicode: options.unicode, numbers: &[1, 2] })
}

pub(super) fn section_in_lines(text: &mut String, section: &Section) -> Result<(), RenderError> {
    writeln!(text, "{}.", section.heading)?;
    for line in &section.scores {
        write!(text, "{}: ", printable(&line.title))?;
        match &line.latest {
            Some(latest) => text.push_str(&message!(
                "value-on",
                value = latest.figure.shown.as_str(),
                day = list_day(latest.date)
            )),
            None => text.push_str(&message!("no-value-last")),
        }
        if let Some(former) = &line.former {
            let value = former.figure.shown.as_str();
            let before = message!("before-that-on", value = value, day = list_day(former.date));
            write!(text, ", {before}, {}", line.difference_words)?;
        }
        let weeks: Vec<String> = line.slots.iter().filter_map(slot_word).collect();
        writeln!(
            text,
            ". {}",
            message!("week-by-week-values", weeks = weeks.join(&message!("between-values")))
        )?;
    }
    text.push('\n');
    Ok(())
}

fn slot_word(slot: &Slot) -> Option<String> {
    match slot {
        Slot::Value(figure) => Some(figure.shown.clone()),
        Slot::NoValue => Some(message!("too-few-answers")),
        Slot::Missed => Some(message!("no-check-in")),
        Slot::Away => Some(message!("away")),
        Slot::Open => None,
    }
}

pub(super) fn paragraph(
    text: &mut String,
    sentence: &str,
    options: &Options,
) -> Result<(), RenderError> {
    let width = if options.lines { usize::MAX } else { options.width.min(100) };
    writeln!(text, "{}", textwrap::fill(sentence, width))?;
    Ok(())
}
