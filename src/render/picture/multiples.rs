//! Owns the picture of all scores at once: one small chart each, side by side.

use std::fmt::Write as _;

use ratatui::layout::Rect;

use super::{Glyphs, Sheet, TimeAxis, draw_plot};
use crate::language::message;
use crate::render::text::{columns, printable, section_in_lines, sentences, wrapping};
use crate::render::{Options, RenderError};
use crate::report::wording::days;
use crate::report::{Period, Report, ScoreLine};

/// The least columns that a small chart needs, the gap to the next included.
const NARROWEST: usize = 26;

/// The most columns that one takes.
const WIDEST: usize = 40;

/// So many rows of small charts fit a screen of 24 rows.
const FITTING: usize = 3;

/// Rows of one small chart: title, value and verdict, plot, and a blank below.
const PLOT_ROWS: u16 = 4;
const ROWS: u16 = PLOT_ROWS + 3;

/// Renders all scores of a report: first what can be said, then the pictures, so that they are what is
/// left on the screen. Nine of them fit on 80 columns by 24 rows with a line to spare.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut text = String::new();
    sentences(&mut text, report, options)?;
    text.push('\n');
    let lines: Vec<&ScoreLine> = report.sections.iter().flat_map(|part| &part.scores).collect();
    let words = &report.attendance.words;
    let heading = format!("{}. {words}", days(report.from, report.to));
    writeln!(text, "{}", textwrap::fill(&heading, wrapping(options.width)))?;
    if options.lines {
        text.push('\n');
        for section in &report.sections {
            section_in_lines(&mut text, section, options)?;
        }
        return Ok(text.into_bytes());
    }
    for row in charts(&lines, report, options) {
        writeln!(text, "{row}")?;
    }
    let glyphs = Glyphs::of(options.unicode);
    let mut marks = Vec::new();
    if !options.unicode {
        marks.push(message!("check-in-mark", mark = glyphs.point.to_string()));
    }
    marks.push(message!("usual-range-mark", mark = glyphs.band.to_string()));
    marks.push(message!("shift-mark", mark = glyphs.shift.to_string()));
    let (key, more) = (message!("small-key"), message!("small-hint"));
    let hint = format!("{key}  {}\n{more}", marks.join("  "));
    if !lines.is_empty() {
        writeln!(text, "{}", textwrap::fill(&hint, wrapping(options.width)))?;
    }
    Ok(text.into_bytes())
}

fn charts(lines: &[&ScoreLine], report: &Report, options: &Options) -> Vec<String> {
    let most = ((options.width + 1) / NARROWEST).clamp(1, lines.len().max(1));
    // No more side by side than the rows that fit a screen ask for: each has the more room for its title.
    let fewest = lines.len().div_ceil(most);
    let rows = if fewest > 1 { fewest.max(FITTING) } else { fewest };
    let abreast = lines.len().div_ceil(rows.max(1)).clamp(1, most);
    let rows = lines.len().div_ceil(abreast);
    let height = (rows * usize::from(ROWS)).saturating_sub(1);
    let mut sheet = Sheet::new(options.width.max(1), height);
    let pitch = ((options.width + 1) / abreast).min(WIDEST + 1);
    let width = u16::try_from(pitch - 1).unwrap_or(u16::MAX);
    for (place, line) in lines.iter().enumerate() {
        let left = u16::try_from(place % abreast * pitch).unwrap_or(u16::MAX);
        let top = u16::try_from(place / abreast).unwrap_or(u16::MAX).saturating_mul(ROWS);
        small(&mut sheet, line, (report, options), (left, top, width));
    }
    sheet.into_lines()
}

fn small(
    sheet: &mut Sheet,
    line: &ScoreLine,
    (report, options): (&Report, &Options),
    (left, top, width): (u16, u16, u16),
) {
    let (room, glyphs) = (usize::from(width), Glyphs::of(options.unicode));
    let sign = if options.unicode { "…" } else { "~" };
    sheet.write(left, top, &cut(&printable(&line.title), room, sign));
    let said = match (&line.latest, line.plot.points.last()) {
        (Some(latest), Some(point)) => format!("{} {}", latest.figure.shown, point.brief),
        _ => message!("no-value"),
    };
    // What a verdict has in brackets goes before any of its words.
    let said = if columns(&said) > room { said.split(" (").next().unwrap_or(&said) } else { &said };
    sheet.write(left, top + 1, &cut(said, room, sign));
    let axis = TimeAxis::new(Period { from: report.from, to: report.to }, left, width);
    let area = Rect::new(left, top + 2, width, PLOT_ROWS);
    sheet.canvas(area, (axis.bounds(), [line.range.0, line.range.1]), |context| {
        draw_plot(context, &line.plot, (axis, line.range), (glyphs, false));
    });
}

/// Returns text cut to `room` columns; `sign` stands for what is cut off.
fn cut(text: &str, room: usize, sign: &str) -> String {
    if columns(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if columns(&kept) + columns(&c.to_string()) + columns(sign) > room {
            break;
        }
        kept.push(c);
    }
    kept.trim_end().to_owned() + sign
}
