//! Pictures for a terminal: drawn once into a buffer of characters, given out as lines of text.
//!
//! Owns the sheet, its characters and the axis of time. Nothing is told by colour: every picture is
//! whole in one colour, in ASCII, and, line by line, in words.

pub mod calendar;
pub mod line_chart;
pub mod multiples;
pub mod strain_map;

use chrono::{Datelike as _, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::widgets::Widget as _;
use ratatui::widgets::canvas::{Canvas, Context, Line, Painter, Points, Shape};

use super::BAND_REACH;
use crate::language;
use crate::report::{Period, Plot, PlotPoint};

/// The characters a picture is made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyphs {
    pub(super) point: char,
    pub(super) overlapping: char,
    pub(super) band: char,
    pub(super) shift: char,
    pub(super) done: char,
    pub(super) missed: char,
    pub(super) away: char,
    pub(super) range: char,
    pub(super) axis: char,
    pub(super) tick: char,
    pub(super) corner: char,
    pub(super) upright: char,
    pub(super) line: Marker,
}

impl Glyphs {
    pub(super) fn of(unicode: bool) -> Self {
        if unicode {
            Self {
                point: '●',
                overlapping: '○',
                band: '░',
                shift: '┊',
                done: '■',
                missed: '·',
                away: '~',
                range: '─',
                axis: '─',
                tick: '┬',
                corner: '└',
                upright: '│',
                line: Marker::Braille,
            }
        } else {
            Self {
                point: '*',
                overlapping: 'o',
                band: ':',
                shift: '!',
                done: '#',
                missed: '.',
                away: '~',
                range: '-',
                axis: '-',
                tick: '+',
                corner: '+',
                upright: '|',
                line: Marker::Custom('.'),
            }
        }
    }
}

/// Paper to draw on.
pub(super) struct Sheet {
    buffer: Buffer,
}

impl Sheet {
    pub(super) fn new(width: usize, height: usize) -> Self {
        let size = |length: usize| u16::try_from(length).unwrap_or(u16::MAX);
        Self { buffer: Buffer::empty(Rect::new(0, 0, size(width), size(height))) }
    }

    /// Writes safe text; what does not fit on the line is left out.
    pub(super) fn write(&mut self, column: u16, row: u16, text: &str) {
        if row < self.buffer.area.height && column < self.buffer.area.width {
            self.buffer.set_string(column, row, text, Style::default());
        }
    }

    /// Writes safe text unless it would touch what is there; returns whether it was written.
    pub(super) fn write_if_free(&mut self, column: u16, row: u16, text: &str) -> bool {
        let width = u16::try_from(super::text::columns(text)).unwrap_or(u16::MAX);
        let area = self.buffer.area;
        let last = column.saturating_add(width);
        if row >= area.height || last > area.width {
            return false;
        }
        let with_margin = column.saturating_sub(1)..(last + 1).min(area.width);
        let free = with_margin.into_iter().all(|x| self.buffer[(x, row)].symbol() == " ");
        if free {
            self.write(column, row, text);
        }
        free
    }

    /// Draws on a part of the sheet that spans `x` and `y` in units of its own.
    pub(super) fn canvas(
        &mut self,
        area: Rect,
        (x, y): ([f64; 2], [f64; 2]),
        paint: impl Fn(&mut Context<'_>),
    ) {
        let canvas = Canvas::default().x_bounds(x).y_bounds(y).paint(paint);
        canvas.render(area.intersection(self.buffer.area), &mut self.buffer);
    }

    /// Returns the sheet line by line, blanks at the ends left out.
    pub(super) fn into_lines(self) -> Vec<String> {
        let width = usize::from(self.buffer.area.width).max(1);
        let line = |cells: &[ratatui::buffer::Cell]| {
            let (mut text, mut covered) = (String::new(), 0);
            for cell in cells {
                // The cells behind a wide character are blank and belong to it.
                if covered == 0 {
                    text.push_str(cell.symbol());
                    covered = super::text::columns(cell.symbol()).max(1);
                }
                covered -= 1;
            }
            text.trim_end().to_owned()
        };
        self.buffer.content.chunks(width).map(line).collect()
    }
}

/// Days laid out over columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct TimeAxis {
    period: Period,
    left: u16,
    width: u16,
}

impl TimeAxis {
    pub(super) fn new(period: Period, left: u16, width: u16) -> Self {
        Self { period, left, width }
    }

    /// The days of the period, from 0.
    pub(super) fn bounds(&self) -> [f64; 2] {
        [0.0, self.place(self.period.to).max(1.0)]
    }

    /// Returns where a day lies: days since the first of the period.
    #[expect(clippy::cast_precision_loss, reason = "a period has fewer than 2^52 days")]
    pub(super) fn place(&self, date: NaiveDate) -> f64 {
        (date - self.period.from).num_days() as f64
    }

    /// Returns the column of a day, by the canvas's own rounding; days outside lie at the ends.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the share is between 0 and 1"
    )]
    pub(super) fn column(&self, date: NaiveDate) -> u16 {
        let share = (self.place(date) / self.bounds()[1]).clamp(0.0, 1.0);
        self.left + (share * f64::from(self.width.saturating_sub(1))).round() as u16
    }

    /// Returns the first days of months to label, with their labels, at least `room` columns apart.
    pub(super) fn months(&self, room: u16) -> Vec<(NaiveDate, String)> {
        let first = NaiveDate::from_ymd_opt(self.period.from.year(), 1, 1);
        let steps = [1, 2, 3, 6, 12, 24, 60, 120, 600];
        let months = self.bounds()[1] / 30.4;
        let fits =
            |step: &&u32| months / f64::from(**step) * f64::from(room) <= f64::from(self.width);
        let step = *steps.iter().find(fits).unwrap_or(&600);
        let next = |day: &NaiveDate| day.checked_add_months(chrono::Months::new(step));
        let days = std::iter::successors(first, next).take_while(|day| *day <= self.period.to);
        let inside = days.filter(|day| self.period.from <= *day);
        let label = |(place, day): (usize, NaiveDate)| {
            let with_year = place == 0 || day.month() == 1 || step >= 12;
            let (month, year) = (language::month(day), day.year());
            let label = if step >= 12 {
                year.to_string()
            } else if with_year {
                format!("{month} {year}")
            } else {
                month.to_owned()
            };
            (day, label)
        };
        inside.enumerate().map(label).collect()
    }
}

/// The usual range as a band: for each check-in from half-way to its neighbours.
struct Band<'a> {
    points: &'a [PlotPoint],
    axis: TimeAxis,
}

impl Shape for Band<'_> {
    fn draw(&self, painter: &mut Painter<'_, '_>) {
        let [first, last] = self.axis.bounds();
        for point in self.points {
            let Some((low, high)) = &point.usual_range else { continue };
            let day = self.axis.place(point.date);
            let left = (day - BAND_REACH).max(first);
            let right = (day + BAND_REACH).min(last);
            let corners = painter.get_point(left, high.raw).zip(painter.get_point(right, low.raw));
            let Some(((left, top), (right, bottom))) = corners else { continue };
            for x in left..=right {
                for y in top..=bottom {
                    painter.paint(x, y, Color::Reset);
                }
            }
        }
    }
}

/// Draws a plot: band, shifts, the line with its gaps, and the points if `marks`.
fn draw_plot(
    context: &mut Context<'_>,
    plot: &Plot,
    (axis, range): (TimeAxis, (f64, f64)),
    (glyphs, marks): (Glyphs, bool),
) {
    context.marker(Marker::Custom(glyphs.band));
    context.draw(&Band { points: &plot.points, axis });
    context.marker(Marker::Custom(glyphs.shift));
    for shift in &plot.shifts {
        let x = axis.place(shift.date);
        context.draw(&Line::new(x, range.0, x, range.1, Color::Reset));
    }
    context.marker(glyphs.line);
    let place = |point: &PlotPoint| (axis.place(point.date), point.figure.raw);
    // In ASCII a small line would only hide its points.
    let draws_line = marks || glyphs.line == Marker::Braille;
    for pair in plot.points.windows(2).filter(|pair| pair[1].goes_on && draws_line) {
        let ((x1, y1), (x2, y2)) = (place(&pair[0]), place(&pair[1]));
        context.draw(&Line::new(x1, y1, x2, y2, Color::Reset));
    }
    if !marks {
        let all: Vec<(f64, f64)> = plot.points.iter().map(place).collect();
        if glyphs.line != Marker::Braille {
            context.marker(Marker::Custom(glyphs.point));
        }
        context.draw(&Points::new(&all, Color::Reset));
        return;
    }
    for (glyph, overlaps) in [(glyphs.point, false), (glyphs.overlapping, true)] {
        let of_kind = plot.points.iter().filter(|point| point.overlaps == overlaps);
        let places: Vec<(f64, f64)> = of_kind.map(place).collect();
        context.marker(Marker::Custom(glyph));
        context.draw(&Points::new(&places, Color::Reset));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.parse().unwrap(), to: to.parse().unwrap() }
    }

    #[test]
    fn wide_characters_take_two_columns_and_no_blank_behind_them() {
        let mut sheet = Sheet::new(10, 1);
        sheet.write(0, 0, "支援 a");
        assert_eq!(sheet.into_lines(), ["支援 a"]);
    }

    #[test]
    fn text_is_not_written_over_text() {
        let mut sheet = Sheet::new(10, 1);
        assert!(sheet.write_if_free(0, 0, "abc"));
        assert!(!sheet.write_if_free(3, 0, "de"), "they would touch");
        assert!(!sheet.write_if_free(9, 0, "de"), "it would not fit");
        assert!(sheet.write_if_free(4, 0, "de"));
        assert_eq!(sheet.into_lines(), ["abc de"]);
    }

    #[test]
    fn days_lie_on_a_true_axis() {
        let axis = TimeAxis::new(period("2026-01-01", "2026-01-11"), 5, 21);
        let column = |day: &str| axis.column(day.parse().unwrap());
        assert_eq!((column("2026-01-01"), column("2026-01-06"), column("2026-01-11")), (5, 15, 25));
        assert_eq!((column("2025-12-01"), column("2026-03-01")), (5, 25), "others at the ends");
    }

    #[test]
    fn months_are_labelled_as_far_apart_as_there_is_room() {
        let labels = |from: &str, to: &str| -> Vec<String> {
            let axis = TimeAxis::new(period(from, to), 0, 75);
            axis.months(8).into_iter().map(|(_, label)| label).collect()
        };
        assert_eq!(labels("2025-11-20", "2026-02-10"), ["Dec 2025", "Jan 2026", "Feb"]);
        assert_eq!(labels("2024-01-01", "2025-12-31").len(), 8, "every third month");
        assert_eq!(labels("2006-01-01", "2015-12-31"), ["2006", "2008", "2010", "2012", "2014"]);
    }
}
