//! Renderers: a report in, bytes out. They lay out what the report holds and compute nothing.

use crate::report::Report;

pub mod csv;
pub mod fhir;
pub mod html;
pub mod json;
pub mod markdown;
pub mod ndjson;
pub mod page_text;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod picture;
pub mod series_json;
pub mod table;
pub mod text;

/// How far from a check-in its usual range is drawn at most, in days.
const BAND_REACH: f64 = 3.5;

/// How a report is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The width in columns.
    pub width: usize,
    /// Whether characters beyond ASCII may be drawn with.
    pub unicode: bool,
    /// Whether everything is said line by line, without tables and pictures.
    pub lines: bool,
}

impl Options {
    /// Returns at how many columns sentences are wrapped; what is read line by line is not.
    pub fn sentence_width(&self) -> usize {
        if self.lines { usize::MAX } else { self.width.min(100) }
    }
}

/// The forms a page can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For a terminal.
    Text,
    /// CommonMark.
    Markdown,
    /// One HTML file.
    Html,
    /// Tidy CSV of the scores.
    Csv,
    /// One JSON document.
    Json,
    /// JSON line by line.
    Ndjson,
    /// A FHIR R4 Bundle.
    Fhir,
    /// PDF.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// Renders a page.
    pub fn render(self, report: &Report, options: &Options) -> Result<Vec<u8>, RenderError> {
        match self {
            Format::Text => page_text::render(report, options),
            Format::Markdown => markdown::render(report, options),
            Format::Html => html::render(report, options),
            Format::Csv => csv::render(report, options),
            Format::Json => json::render_page(report, options),
            Format::Ndjson => ndjson::render(report, options),
            Format::Fhir => fhir::render(report, options),
            #[cfg(feature = "pdf")]
            Format::Pdf => pdf::render(report, options),
        }
    }

    /// Returns how the names of its files end, without the full stop.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Ndjson => "ndjson",
            Format::Fhir => "fhir.json",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
        }
    }
}

/// Why a report could not be laid out.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// Text could not be put together.
    #[error("cannot lay out the text")]
    Text(#[from] std::fmt::Error),
    /// CSV could not be written.
    #[error("cannot write the CSV")]
    Csv(#[from] ::csv::Error),
    /// A PDF could not be typeset.
    #[cfg(feature = "pdf")]
    #[error("the template cannot be typeset: {0}")]
    Pdf(String),
    /// JSON could not be written.
    #[error("cannot write the JSON")]
    Json(#[from] serde_json::Error),
}
