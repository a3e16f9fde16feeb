//! Owns the terminal's form of a report, and the one way out for untrusted text to a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::table::{Layout, Table};
use super::{Options, RenderError};
use crate::language::message;
pub(crate) use crate::report::is_hostile;
pub use crate::report::printable;
use crate::report::wording::{bare_difference, better, day, days, range, scales};
use crate::report::{EventLine, Report, ScoreLine, Section, Slot};

/// The narrowest terminal, in columns, that tables are shown on.
pub(crate) const TABLE_WIDTH: usize = 64;

/// Renders a report for a terminal.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut text = String::new();
    writeln!(text, "{}", report.title)?;
    let period = format!("{}. {}", days(report.from, report.to), report.attendance.words);
    paragraph(&mut text, &period, options)?;
    text.push('\n');
    // On a narrow terminal the cells of a table would break words.
    if options.lines || options.width < TABLE_WIDTH {
        for section in &report.sections {
            section_in_lines(&mut text, section, options)?;
        }
    } else if !report.sections.is_empty() {
        let scales = scales(report);
        writeln!(text, "{}\n", score_table(report, scales.is_none(), options))?;
        if let Some(scales) = scales {
            paragraph(&mut text, &printable(&scales), options)?;
        }
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

/// Returns words as a sentence begins, with a capital.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns a fragment as a sentence of its own.
pub(crate) fn sentence(fragment: &str) -> String {
    capitalised(fragment) + "."
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

/// Returns the scores as a table; `with_direction` where no sentence says where less is better.
fn score_table(report: &Report, with_direction: bool, options: &Options) -> String {
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
                &if with_direction { line.difference_words.clone() } else { bare_difference(line) },
            ]);
        }
    }
    table.to_text(Layout { width: options.width, unicode: options.unicode, numbers: &[1, 2] })
}

/// Returns the heading of a section, with the range that its scores share and the direction of the first.
fn heading(section: &Section) -> String {
    let heading = section.heading.as_str();
    match section.scores.first() {
        Some(first) if section.scores.iter().all(|line| line.range == first.range) => {
            let (range, better) = (range(first.range), better(first.better));
            message!("scale-of", heading = heading, range = range, better = better)
        }
        _ => heading.to_owned(),
    }
}

/// Returns the title of a score, with its direction where that is not what the heading tells.
fn named(line: &ScoreLine, section: &Section) -> String {
    let title = printable(&line.title);
    match section.scores.first() {
        Some(first) if first.range == line.range && first.better == line.better => title.into(),
        _ => format!("{title} ({})", better(line.better)),
    }
}

pub(super) fn section_in_lines(
    text: &mut String,
    section: &Section,
    options: &Options,
) -> Result<(), RenderError> {
    paragraph(text, &format!("{}.", heading(section)), options)?;
    for line in &section.scores {
        let mut sentence = format!("{}: ", named(line, section));
        match &line.latest {
            Some(latest) => sentence.push_str(&message!(
                "value-on",
                value = latest.figure.shown.as_str(),
                day = day(latest.date)
            )),
            None => sentence.push_str(&message!("no-value-last")),
        }
        if let Some(former) = &line.former {
            let value = former.figure.shown.as_str();
            let before = message!("before-that-on", value = value, day = day(former.date));
            write!(sentence, ", {before}, {}", line.difference_words)?;
        }
        let weeks =
            slot_words(&line.slots.iter().collect::<Vec<_>>()).join(&message!("between-values"));
        write!(sentence, ". {}", message!("week-by-week-values", weeks = weeks))?;
        paragraph(text, &sentence, options)?;
    }
    text.push('\n');
    Ok(())
}

/// Returns the weeks in words; weeks without a check-in that follow each other are counted.
pub(super) fn slot_words(slots: &[&Slot]) -> Vec<String> {
    let alike = |a: &&Slot, b: &&Slot| {
        matches!((a, b), (Slot::Missed, Slot::Missed) | (Slot::Away, Slot::Away))
    };
    let runs = slots.chunk_by(alike).filter_map(|run| {
        Some(match (run[0], run.len()) {
            (Slot::Value(figure), _) => figure.shown.clone(),
            (Slot::NoValue, _) => message!("too-few-answers"),
            (Slot::Missed, 1) => message!("no-check-in"),
            (Slot::Missed, weeks) => message!("no-check-in-weeks", count = weeks),
            (Slot::Away, 1) => message!("away"),
            (Slot::Away, weeks) => message!("away-weeks", count = weeks),
            (Slot::Open, _) => return None,
        })
    });
    runs.collect()
}

pub(super) fn paragraph(
    text: &mut String,
    sentence: &str,
    options: &Options,
) -> Result<(), RenderError> {
    let width = options.sentence_width();
    writeln!(text, "{}", textwrap::fill(sentence, wrapping(width)))?;
    Ok(())
}

/// Returns the blanks that a line begins with.
pub(crate) fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches(' ').len()]
}

/// Wraps a text into lines of so many columns.
pub(crate) fn in_lines(text: &str, width: usize) -> Vec<String> {
    textwrap::wrap(text, wrapping(width)).into_iter().map(Cow::into_owned).collect()
}

/// Wraps parts that stand `between` apart, each of them whole: a key and what it does stay in one line.
pub(crate) fn parts_in_lines(parts: &[String], between: &str, width: usize) -> Vec<String> {
    let whole: Vec<String> = parts.iter().map(|part| part.replace(' ', "\u{a0}")).collect();
    let lines = in_lines(&whole.join(between), width);
    lines.into_iter().map(|line| line.replace('\u{a0}', " ")).collect()
}

/// Returns how text is wrapped at so many columns: between words, never after a hyphen.
pub(crate) fn wrapping<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation)
}
