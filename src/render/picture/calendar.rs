//! Owns the calendar: one mark a week, so that check-ins done and gaps are seen at once.

use std::fmt::Write as _;

use chrono::{Datelike as _, NaiveDate};

use super::{Glyphs, Sheet};
use crate::language::{self, message};
use crate::render::text::paragraph;
use crate::render::{Options, RenderError};
use crate::report::wording::day;
use crate::report::{Attended, Report};

/// Columns left of the weeks, for the year.
const MARGIN: u16 = 6;

/// Renders the weeks of a report's period.
pub fn render(report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut text = String::new();
    let all = report.weeks.iter().copied().zip(report.attendance.weeks.iter().copied());
    let weeks: Vec<(NaiveDate, Attended)> =
        all.skip_while(|(_, attended)| *attended == Attended::Open).collect();
    if options.lines {
        for (week, attended) in &weeks {
            let state = in_words(*attended);
            writeln!(text, "{}", message!("week-of", day = day(*week), state = state))?;
        }
    } else {
        for row in rows(&weeks, options) {
            writeln!(text, "{row}")?;
        }
        let Glyphs { done, missed, away, .. } = Glyphs::of(options.unicode);
        let [done, missed, away] = [done, missed, away].map(String::from);
        let key = message!("calendar-key", done = done, missed = missed, away = away);
        paragraph(&mut text, &key, options)?;
    }
    paragraph(&mut text, &report.attendance.words, options)?;
    Ok(text.into_bytes())
}

fn in_words(attended: Attended) -> String {
    match attended {
        Attended::Done => message!("check-in-done"),
        Attended::Missed => message!("no-check-in"),
        Attended::Away => message!("away"),
        Attended::Open => message!("nothing-expected"),
    }
}

/// Returns the weeks, year by year, in as many weeks a line as fit.
fn rows(weeks: &[(NaiveDate, Attended)], options: &Options) -> Vec<String> {
    let glyphs = Glyphs::of(options.unicode);
    let room = options.width.saturating_sub(usize::from(MARGIN)).clamp(4, 53);
    let mut lines = Vec::new();
    for year in weeks.chunk_by(|(a, _), (b, _)| a.year() == b.year()) {
        for chunk in year.chunks(room) {
            let mut sheet = Sheet::new(usize::from(MARGIN) + room, 2);
            sheet.write(0, 1, &chunk[0].0.year().to_string());
            let mut month = None;
            for (place, (week, attended)) in chunk.iter().enumerate() {
                let column = MARGIN + u16::try_from(place).unwrap_or(u16::MAX);
                let mark = match attended {
                    Attended::Done => glyphs.done,
                    Attended::Missed => glyphs.missed,
                    Attended::Away => glyphs.away,
                    Attended::Open => ' ',
                };
                sheet.write(column, 1, &mark.to_string());
                if month != Some(week.month()) {
                    sheet.write_if_free(column, 0, language::month(*week));
                    month = Some(week.month());
                }
            }
            lines.extend(sheet.into_lines());
        }
    }
    lines
}
