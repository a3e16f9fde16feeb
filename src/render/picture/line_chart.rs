//! Owns the picture of one score: a line on a true axis of time, with the usual range as a band,
//! recorded shifts, gaps, and events below.

use std::fmt::Write as _;

use chrono::{NaiveDate, TimeDelta};
use ratatui::layout::Rect;

use super::{Glyphs, Sheet, TimeAxis, draw_plot};
use crate::language::{decimal, message};
use crate::render::text::{
    columns, in_lines, in_words, paragraph, printable, sentence, sentences, slot_words,
};
use crate::render::{Options, RenderError};
use crate::report::wording::{better, day, days};
use crate::report::{EventLine, Period, PlotPoint, Report, ScoreLine};

/// How tall a plot is and what is pointed at.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Rows between two quarters of the range.
    pub step: u16,
    /// The day pointed at below the axis.
    pub chosen: Option<NaiveDate>,
}

impl Default for Frame {
    /// Thirteen rows, a quarter of the range every third, with nothing pointed at.
    fn default() -> Self {
        Self { step: 3, chosen: None }
    }
}

/// The widest chart; wider ones are no easier to read.
const WIDEST: usize = 100;

/// Renders each score of a report as a chart, then what can be said.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut text = String::new();
    for line in report.sections.iter().flat_map(|section| &section.scores) {
        if line.plot.points.is_empty() {
            let title = printable(&line.title);
            paragraph(&mut text, &message!("no-value-in-period", title = title), options)?;
        } else if options.lines {
            said(&mut text, line, (report, options))?;
        } else {
            for row in chart(line, report, options, Frame::default()) {
                writeln!(text, "{row}")?;
            }
        }
        text.push('\n');
    }
    numbered_events(&mut text, report, options)?;
    sentences(&mut text, report, options)?;
    Ok(text.into_bytes())
}

/// Returns a chart line by line.
pub fn chart(line: &ScoreLine, report: &Report, options: &Options, frame: Frame) -> Vec<String> {
    let height = 4 * frame.step + 1;
    let glyphs = Glyphs::of(options.unicode);
    let width = options.width.clamp(20, WIDEST);
    let marks = ticks(line.range);
    let margin = marks.iter().map(|mark| columns(mark)).max().unwrap_or(0) + 1;
    let left = u16::try_from(margin + 1).unwrap_or(u16::MAX);
    let across = u16::try_from(width).unwrap_or(u16::MAX).saturating_sub(left);
    let axis = TimeAxis::new(Period { from: report.from, to: report.to }, left, across);
    let bars = event_bars(&report.marks, axis, glyphs);
    let rows = usize::from(height) + 3 + usize::from(frame.chosen.is_some()) + bars.rows;
    let mut sheet = Sheet::new(width, rows);
    let mut above = heading(line, report, width);
    sheet.write(0, 0, &above.pop().unwrap_or_default());
    for (place, mark) in marks.iter().enumerate() {
        let row = height - u16::try_from(place).unwrap_or(0) * frame.step;
        let indent = u16::try_from(margin - 1 - columns(mark)).unwrap_or(0);
        sheet.write(indent, row, mark);
    }
    for row in 1..=height {
        sheet.write(left - 1, row, &glyphs.upright.to_string());
    }
    let area = Rect::new(left, 1, across, height);
    sheet.canvas(area, (axis.bounds(), [line.range.0, line.range.1]), |context| {
        draw_plot(context, &line.plot, (axis, line.range), (glyphs, true));
    });
    draw_axis(&mut sheet, axis, height + 1, glyphs);
    let mut below = height + 3;
    if let Some(day) = frame.chosen {
        sheet.write(axis.column(day), below, "^");
        below += 1;
    }
    for (row, column, text) in bars.texts {
        sheet.write(column, below + row, &text);
    }
    let mut lines = sheet.into_lines();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.push(legend(line, glyphs, width));
    above.extend(lines);
    above
}

/// Writes the events with the numbers they have below the axis.
pub fn numbered_events(
    text: &mut String,
    report: &Report,
    options: &Options,
) -> Result<(), RenderError> {
    for (place, event) in report.marks.iter().enumerate() {
        let number = if options.lines { String::new() } else { format!("{}  ", place + 1) };
        paragraph(text, &format!("{number}{}", in_words(event)), options)?;
    }
    if !report.marks.is_empty() {
        text.push('\n');
    }
    Ok(())
}

/// The title with its direction, and the days; on a narrow terminal in lines of their own.
fn heading(line: &ScoreLine, report: &Report, width: usize) -> Vec<String> {
    let days = days(report.from, report.to);
    let titled = format!("{} ({})", printable(&line.title), better(line.better));
    let room = width.saturating_sub(columns(&days) + 2);
    if columns(&titled) <= room {
        return vec![format!("{titled:room$}  {days}")];
    }
    [titled, days].iter().flat_map(|text| in_lines(text, width)).collect()
}

/// The range at its quarters, from the lowest.
fn ticks((low, high): (f64, f64)) -> Vec<String> {
    let mark = |quarter: u8| low + f64::from(quarter) / 4.0 * (high - low);
    let shown = |mark: f64| decimal(&((mark * 100.0).round() / 100.0).to_string());
    (0..=4).map(|quarter| shown(mark(quarter))).collect()
}

fn draw_axis(sheet: &mut Sheet, axis: TimeAxis, row: u16, glyphs: Glyphs) {
    sheet.write(axis.left - 1, row, &glyphs.corner.to_string());
    let rule: String = std::iter::repeat_n(glyphs.axis, usize::from(axis.width)).collect();
    sheet.write(axis.left, row, &rule);
    for (day, label) in axis.months(8) {
        let column = axis.column(day);
        sheet.write(column, row, &glyphs.tick.to_string());
        sheet.write_if_free(column, row + 1, &label);
    }
}

/// Where the events are drawn below the axis.
struct Bars {
    rows: usize,
    texts: Vec<(u16, u16, String)>,
}

/// Puts each event's number at its first day, with a bar to its last, on the first row with room.
fn event_bars(events: &[EventLine], axis: TimeAxis, glyphs: Glyphs) -> Bars {
    let mut ends: Vec<u16> = Vec::new();
    let mut texts = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let number = (place + 1).to_string();
        let first = axis.column(event.from);
        let last = axis.column(event.to.unwrap_or(event.from));
        let bar = usize::from(last.saturating_sub(first) + 1).saturating_sub(number.len());
        let text: String = number.chars().chain(std::iter::repeat_n(glyphs.range, bar)).collect();
        let end = first + u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        let row = ends.iter().position(|taken| *taken < first).unwrap_or(ends.len());
        if row == ends.len() {
            ends.push(end);
        } else {
            ends[row] = end;
        }
        texts.push((u16::try_from(row).unwrap_or(u16::MAX), first, text));
    }
    Bars { rows: ends.len(), texts }
}

fn legend(line: &ScoreLine, glyphs: Glyphs, width: usize) -> String {
    let points = &line.plot.points;
    let mut parts = vec![message!("check-in-mark", mark = glyphs.point.to_string())];
    if points.iter().any(|point| point.overlaps) {
        parts.push(message!("overlap-mark", mark = glyphs.overlapping.to_string()));
    }
    if points.iter().any(|point| point.usual_range.is_some()) {
        parts.push(message!("usual-range-mark", mark = glyphs.band.to_string()));
    }
    if !line.plot.shifts.is_empty() {
        parts.push(message!("shift-mark", mark = glyphs.shift.to_string()));
    }
    if points.iter().skip(1).any(|point| !point.goes_on) {
        parts.push(message!("no-line"));
    }
    side_by_side(&parts, width)
}

/// Puts short texts on as few lines as they fit on, none of them broken.
fn side_by_side(parts: &[String], width: usize) -> String {
    const GAP: &str = "   ";
    let mut lines = vec![String::new()];
    for part in parts {
        let line = lines.last().map_or("", String::as_str);
        if !line.is_empty() && columns(line) + GAP.len() + columns(part) > width {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(if line.is_empty() { "" } else { GAP });
            line.push_str(part);
        }
    }
    lines.join("\n")
}

/// Says what the chart shows, check-in by check-in, and where there is none.
fn said(
    text: &mut String,
    line: &ScoreLine,
    (report, options): (&Report, &Options),
) -> Result<(), RenderError> {
    let [low, high] = [line.range.0, line.range.1].map(|bound| decimal(&bound.to_string()));
    let (title, direction) = (printable(&line.title), better(line.better));
    let head =
        message!("from-to-direction", title = title, low = low, high = high, direction = direction);
    writeln!(text, "{head}")?;
    let mut before: Option<NaiveDate> = None;
    for point in &line.plot.points {
        let lies_between = |week: NaiveDate| {
            before.is_some_and(|before| before < week) && week + TimeDelta::days(6) < point.date
        };
        let weeks = report.weeks.iter().zip(&line.slots).filter(|(week, _)| lies_between(**week));
        for words in slot_words(&weeks.map(|(_, slot)| slot).collect::<Vec<_>>()) {
            paragraph(text, &sentence(&words), options)?;
        }
        paragraph(text, &point_in_words(point), options)?;
        before = Some(point.date);
    }
    // The sentences below the charts tell of those that were recorded in the period.
    let is_told = |words: &str| report.verdicts.iter().any(|verdict| verdict.contains(words));
    for shift in line.plot.shifts.iter().filter(|shift| !is_told(&shift.words)) {
        paragraph(text, &shift.words, options)?;
    }
    Ok(())
}

fn point_in_words(point: &PlotPoint) -> String {
    let mut words = format!("{}: {}, {}", day(point.date), point.figure.shown, point.brief);
    if let Some((low, high)) = point.judged_by_range() {
        let (low, high) = (low.shown.as_str(), high.shown.as_str());
        let _ = write!(words, ", {}", message!("usual-range-from-to", low = low, high = high));
    }
    if point.overlaps {
        let _ = write!(words, ", {}", message!("overlaps"));
    }
    words.push('.');
    words
}
