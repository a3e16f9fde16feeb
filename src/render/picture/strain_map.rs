//! Owns the map of strain against resources, with the path of the last weeks.

use std::fmt::Write as _;

use ratatui::layout::Rect;
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::widgets::canvas::{Line, Points};

use super::{Glyphs, Sheet};
use crate::language::message;
use crate::render::text::{paragraph, printable};
use crate::render::{Options, RenderError};
use crate::report::wording::day;
use crate::report::{MapPoint, Report, StrainMap};

/// The plot's rows and its widest width in columns.
const ROWS: u16 = 15;
const WIDEST: usize = 62;

/// Columns left of the plot.
const MARGIN: u16 = 5;

/// Check-ins on the path at most; earlier ones would only cover later ones.
const PATH: usize = 12;

/// Renders the map, then what can be said of each of the two.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut text = String::new();
    let Some(map) = &report.map else { return Ok(Vec::new()) };
    let path = &map.points[map.points.len().saturating_sub(PATH)..];
    if !options.lines {
        for row in picture(map, path, options) {
            writeln!(text, "{row}")?;
        }
        paragraph(&mut text, &message!("map-key"), options)?;
        text.push('\n');
    }
    for (place, point) in path.iter().enumerate() {
        let mark = mark(place, path.len(), Glyphs::of(options.unicode));
        let key = if options.lines { String::new() } else { format!("{mark} ") };
        let (strain, resources) = (point.strain.shown.as_str(), point.resources.shown.as_str());
        let values =
            message!("strain-and-resources-values", strain = strain, resources = resources);
        let words = format!("{key}{}: {values}.", day(point.date));
        paragraph(&mut text, &words, options)?;
    }
    text.push('\n');
    for sentence in map.verdicts.iter().chain(&report.caveats) {
        paragraph(&mut text, sentence, options)?;
    }
    Ok(text.into_bytes())
}

fn picture(map: &StrainMap, path: &[MapPoint], options: &Options) -> Vec<String> {
    let glyphs = Glyphs::of(options.unicode);
    let width = options.width.clamp(24, WIDEST);
    let across = u16::try_from(width).unwrap_or(u16::MAX) - MARGIN;
    let mut sheet = Sheet::new(width, usize::from(ROWS) + 4);
    sheet.write(0, 0, &message!("upwards", title = printable(&map.resources)));
    for (row, value) in [(1, map.resources_range.1), (ROWS, map.resources_range.0)] {
        sheet.write(0, row, &format!("{value:>3}"));
    }
    for row in 1..=ROWS {
        sheet.write(MARGIN - 1, row, &glyphs.upright.to_string());
    }
    let (low, high) = (map.strain_range, map.resources_range);
    let bounds = ([low.0, low.1], [high.0, high.1]);
    sheet.canvas(Rect::new(MARGIN, 1, across, ROWS), bounds, |context| {
        let place = |point: &MapPoint| (point.strain.raw, point.resources.raw);
        context.marker(glyphs.line);
        for pair in path.windows(2) {
            let ((x1, y1), (x2, y2)) = (place(&pair[0]), place(&pair[1]));
            context.draw(&Line::new(x1, y1, x2, y2, Color::Reset));
        }
        for (number, point) in path.iter().enumerate() {
            context.marker(Marker::Custom(mark(number, path.len(), glyphs)));
            context.draw(&Points::new(&[place(point)], Color::Reset));
        }
    });
    sheet.write(MARGIN - 1, ROWS + 1, &glyphs.corner.to_string());
    let rule: String = std::iter::repeat_n(glyphs.axis, usize::from(across)).collect();
    sheet.write(MARGIN, ROWS + 1, &rule);
    sheet.write(MARGIN, ROWS + 2, &map.strain_range.0.to_string());
    let most = map.strain_range.1.to_string();
    let end = MARGIN + across - u16::try_from(most.len()).unwrap_or(0);
    sheet.write(end, ROWS + 2, &most);
    let title = message!("to-the-right", title = printable(&map.strain));
    let middle = MARGIN + across.saturating_sub(u16::try_from(title.len()).unwrap_or(0)) / 2;
    sheet.write(middle, ROWS + 2, &title);
    let mut lines = sheet.into_lines();
    lines.truncate(usize::from(ROWS) + 3);
    lines
}

/// Returns the mark of a check-in on the path: 1 to 9, then letters; the last one is the point.
fn mark(place: usize, of: usize, glyphs: Glyphs) -> char {
    const MARKS: [char; PATH] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c'];
    if place + 1 == of { glyphs.point } else { MARKS[place % PATH] }
}
