//! Owns the CSV form of a page: tidy, one row a check-in and score. True numbers stay numbers; text that a
//! spreadsheet could take for a formula gets an apostrophe in front (OWASP ASVS 5.0, CSV injection).

use super::text::printable;
use super::{Options, RenderError};
use crate::report::Report;

/// Renders the scores of a page as CSV (RFC 4180, UTF-8).
pub fn render(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record([
        "date",
        "score",
        "title",
        "group",
        "better",
        "lowest",
        "highest",
        "value",
        "usual_low",
        "usual_high",
        "verdict",
        "overlaps",
    ])?;
    for section in &report.sections {
        for line in &section.scores {
            for point in &line.plot.points {
                let usual = |pick: fn(&(crate::report::Figure, crate::report::Figure)) -> f64| {
                    point.usual_range.as_ref().map(pick).map(number).unwrap_or_default()
                };
                writer.write_record([
                    point.date.to_string(),
                    neutral(line.score.as_str()),
                    neutral(&line.title),
                    section.group.name().to_owned(),
                    line.better.name().to_owned(),
                    number(line.range.0),
                    number(line.range.1),
                    number(point.figure.raw),
                    usual(|range| range.0.raw),
                    usual(|range| range.1.raw),
                    super::series_json::verdict(point.verdict).to_owned(),
                    point.overlaps.to_string(),
                ])?;
            }
        }
    }
    writer.into_inner().map_err(|error| RenderError::Csv(error.into_error().into()))
}

/// Returns the shortest text that reads back as the same number.
fn number(value: f64) -> String {
    value.to_string()
}

/// Keeps text from being taken for a formula.
fn neutral(text: &str) -> String {
    let safe = printable(text);
    if safe.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']) {
        format!("'{safe}")
    } else {
        safe.into_owned()
    }
}
