//! Renderers: a report in, bytes out. They lay out what the report holds and compute nothing.

pub mod json;
pub mod picture;
pub mod series_json;
pub mod table;
pub mod text;

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

/// Why a report could not be laid out.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// Text could not be put together.
    #[error("cannot lay out the text")]
    Text(#[from] std::fmt::Error),
    /// JSON could not be written.
    #[error("cannot write the JSON")]
    Json(#[from] serde_json::Error),
}
