//! Owns the charts in SVG. They are written here and not by a plotting crate: those draw shapes without
//! titles, roles or classes, so that neither a screen reader nor a dark page could use them.

use std::fmt::Write as _;

use maud::{Markup, html};

use super::shown;
use crate::language::message;
use crate::render::BAND_REACH;
use crate::report::wording::{day, days};
use crate::report::{EventLine, MapPoint, PlotPoint, Report, ScoreLine, StrainMap};

/// The size of a chart in its own units, and the part of it that the range takes.
const WIDTH: f64 = 260.0;
const HEIGHT: f64 = 48.0;
const TOP: f64 = 4.0;
const BOTTOM: f64 = 36.0;
const MARGIN: f64 = 5.0;

/// Where days and values land.
#[derive(Clone, Copy)]
struct Plane {
    first: chrono::NaiveDate,
    days: f64,
    range: (f64, f64),
}

impl Plane {
    #[expect(clippy::cast_precision_loss, reason = "a period has fewer than 2^52 days")]
    fn days_to(&self, date: chrono::NaiveDate) -> f64 {
        (date - self.first).num_days() as f64
    }

    fn x(&self, days: f64) -> f64 {
        MARGIN + (days / self.days).clamp(0.0, 1.0) * (WIDTH - 2.0 * MARGIN)
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = self.range;
        BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP)
    }

    fn place(&self, point: &PlotPoint) -> (f64, f64) {
        (self.x(self.days_to(point.date)), self.y(point.figure.raw))
    }
}

/// Returns a coordinate with one decimal, so that the same report gives the same bytes.
fn at(value: f64) -> String {
    format!("{value:.1}")
}

/// Draws one score over the period: usual range, recorded shifts, the line with its gaps, events below.
pub(in crate::render) fn course(line: &ScoreLine, report: &Report) -> Markup {
    let mut plane = Plane { first: report.from, days: 1.0, range: line.range };
    plane.days = plane.days_to(report.to).max(1.0);
    let points = &line.plot.points;
    html! {
        svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(in_words(line, report)) {
            rect.edge x=(at(MARGIN)) y=(at(TOP)) width=(at(WIDTH - 2.0 * MARGIN))
                height=(at(BOTTOM - TOP)) {}
            @for point in points { (band(point, plane)) }
            @for shift in &line.plot.shifts {
                @let x = at(plane.x(plane.days_to(shift.date)));
                line.shift x1=(x) x2=(x) y1=(at(TOP)) y2=(at(BOTTOM)) { title { (shift.words) } }
            }
            path.course d=(path(points, plane)) {}
            @for point in points {
                @let (x, y) = plane.place(point);
                circle.point.overlap[point.overlaps] cx=(at(x)) cy=(at(y)) r="2.2" {
                    title { (point_in_words(point)) }
                }
            }
            @for (place, event) in report.marks.iter().enumerate() {
                (event_mark(place + 1, event, report, plane))
            }
        }
    }
}

fn band(point: &PlotPoint, plane: Plane) -> Markup {
    let Some((low, high)) = &point.usual_range else { return html! {} };
    let day = plane.days_to(point.date);
    let (left, right) = (plane.x(day - BAND_REACH), plane.x(day + BAND_REACH));
    let (top, bottom) = (plane.y(high.raw), plane.y(low.raw));
    html! {
        rect.band x=(at(left)) y=(at(top)) width=(at(right - left)) height=(at(bottom - top)) {}
    }
}

/// The line, broken where a week is missing or cannot be compared.
fn path(points: &[PlotPoint], plane: Plane) -> String {
    let mut path = String::new();
    for (place, point) in points.iter().enumerate() {
        let (x, y) = plane.place(point);
        let command = if place > 0 && point.goes_on { "L" } else { "M" };
        let _ = write!(path, "{command}{} {} ", at(x), at(y));
    }
    path.trim_end().to_owned()
}

fn event_mark(number: usize, event: &EventLine, report: &Report, plane: Plane) -> Markup {
    let last = event.to.unwrap_or(event.from).min(report.to);
    let left = plane.x(plane.days_to(event.from));
    let right = plane.x(plane.days_to(last)).max(left + 2.0);
    let words = format!("{number}: {}, {}", event.when, event.kind);
    html! {
        line.event x1=(at(left)) x2=(at(right)) y1="39" y2="39" { title { (words) } }
        text x=(at(left)) y="47" { (number) }
    }
}

fn point_in_words(point: &PlotPoint) -> String {
    let usual = point.judged_by_range().map(|(low, high)| {
        let (low, high) = (low.shown.as_str(), high.shown.as_str());
        format!(", {}", message!("usual-range-from-to", low = low, high = high))
    });
    let usual = usual.unwrap_or_default();
    format!("{}: {}{usual}, {}", day(point.date), point.figure.shown, point.brief)
}

/// The chart for those who cannot see it: every value, and what is said of the last one.
pub(in crate::render) fn in_words(line: &ScoreLine, report: &Report) -> String {
    let values: Vec<String> = line
        .plot
        .points
        .iter()
        .map(|point| {
            let value = point.figure.shown.as_str();
            message!("value-on", value = value, day = day(point.date))
        })
        .collect();
    let title = shown(&line.title);
    format!(
        "{title}, {}: {}.",
        days(report.from, report.to),
        values.join(&message!("between-values"))
    )
}

/// Draws strain against resources with the path of the check-ins.
pub(in crate::render) fn map(map: &StrainMap) -> Markup {
    const SIZE: f64 = 120.0;
    const EDGE: f64 = 12.0;
    let share = |value: f64, (low, high): (f64, f64)| (value - low) / (high - low);
    let place = |point: &MapPoint| {
        let x = EDGE + share(point.strain.raw, map.strain_range) * (SIZE - EDGE - 4.0);
        let y = SIZE - EDGE - share(point.resources.raw, map.resources_range) * (SIZE - EDGE - 4.0);
        (x, y)
    };
    let path: Vec<String> = map
        .points
        .iter()
        .enumerate()
        .map(|(number, point)| {
            let (x, y) = place(point);
            format!("{}{} {}", if number == 0 { "M" } else { "L" }, at(x), at(y))
        })
        .collect();
    let last = map.points.len().saturating_sub(1);
    html! {
        svg.map viewBox=(format!("0 0 {SIZE} {SIZE}")) role="img" aria-label=(map_in_words(map)) {
            rect.edge x=(at(EDGE)) y="4" width=(at(SIZE - EDGE - 4.0)) height=(at(SIZE - EDGE - 4.0)) {}
            path.course d=(path.join(" ")) {}
            @for (number, point) in map.points.iter().enumerate() {
                @let (x, y) = place(point);
                circle.point.overlap[number != last] cx=(at(x)) cy=(at(y)) r=(if number == last { "3.2" } else { "1.8" }) {
                    title { (place_in_words(point)) }
                }
            }
            text x=(at(EDGE)) y=(at(SIZE - 3.0)) { (shown(&map.strain)) " →" }
            text x="9" y=(at(SIZE - EDGE)) transform=(format!("rotate(-90 9 {})", at(SIZE - EDGE))) {
                (shown(&map.resources)) " →"
            }
        }
    }
}

fn place_in_words(point: &MapPoint) -> String {
    let (strain, resources) = (point.strain.shown.as_str(), point.resources.shown.as_str());
    let values = message!("strain-and-resources-values", strain = strain, resources = resources);
    format!("{}: {values}", day(point.date))
}

/// The map for those who cannot see it.
pub(in crate::render) fn map_in_words(map: &StrainMap) -> String {
    map.points.iter().map(place_in_words).collect::<Vec<_>>().join("; ")
}
