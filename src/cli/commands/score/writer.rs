//! Owns the choice between the forms of what comes out; what each looks like is for its own file to say.

use super::output::{CsvRows, JsonLines};
use super::streams::Source;
use super::{Form, Problem, ScoreArgs};
use crate::cli::error::CommandError;
use crate::scoring::{Plan, Scored};

/// The form of what comes out.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    Json,
    Csv,
    #[cfg(feature = "parquet")]
    Table(super::parquet::Layout),
}

impl Shape {
    /// Returns the form that the options name, if this build knows it.
    #[cfg_attr(
        feature = "parquet",
        expect(clippy::unnecessary_wraps, reason = "every form is known")
    )]
    #[cfg_attr(
        not(feature = "parquet"),
        expect(unused_variables, reason = "columns depend on the questionnaire and its answers")
    )]
    pub(super) fn of(args: &ScoreArgs, plan: &Plan, source: &Source) -> Result<Self, CommandError> {
        match args.to() {
            Form::Ndjson => Ok(Self::Json),
            Form::Csv => Ok(Self::Csv),
            #[cfg(feature = "parquet")]
            Form::Parquet => Ok(Self::Table(super::parquet::Layout::new(plan, source.id_type()))),
            #[cfg(not(feature = "parquet"))]
            Form::Parquet => Err(super::streams::without_parquet()),
        }
    }
}

/// What became of a batch, in its form.
#[derive(Debug)]
pub(super) enum Output {
    Text(Vec<u8>),
    #[cfg(feature = "parquet")]
    Table(arrow_array::RecordBatch),
}

/// What one thread writes to.
pub(super) enum Writer<'q> {
    Json(JsonLines<'q>, Vec<u8>),
    Csv(CsvRows<'q>, Vec<u8>),
    #[cfg(feature = "parquet")]
    Table(Box<super::parquet::Columns>),
}

impl<'q> Writer<'q> {
    pub(super) fn new(shape: &Shape, plan: &Plan<'q>) -> Self {
        match shape {
            Shape::Json => Self::Json(JsonLines::new(plan), Vec::new()),
            Shape::Csv => Self::Csv(CsvRows::new(plan), Vec::new()),
            #[cfg(feature = "parquet")]
            Shape::Table(layout) => Self::Table(Box::new(layout.columns(plan))),
        }
    }

    /// Takes back the memory of what has been put out.
    pub(super) fn reuse(&mut self, output: &mut Output) {
        match (self, output) {
            (Self::Json(_, out) | Self::Csv(_, out), Output::Text(text)) => {
                text.clear();
                std::mem::swap(out, text);
            }
            #[cfg(feature = "parquet")]
            _ => {}
        }
    }

    /// Writes the scores of one check-in; `id` is JSON text.
    pub(super) fn scored(&mut self, id: &str, scored: &[Scored]) {
        match self {
            Self::Json(lines, out) => lines.scored(out, id, scored),
            Self::Csv(rows, out) => rows.scored(out, id, scored),
            #[cfg(feature = "parquet")]
            Self::Table(columns) => columns.scored(id, scored),
        }
    }

    /// Writes what is wrong with an answer, in its place.
    pub(super) fn failed(&mut self, Problem { id, text }: &Problem) {
        match self {
            Self::Json(_, out) => JsonLines::failed(out, id, text),
            Self::Csv(rows, out) => rows.failed(out, id, text),
            #[cfg(feature = "parquet")]
            Self::Table(columns) => columns.failed(id, text),
        }
    }

    /// Returns what was written since it was last asked.
    pub(super) fn take(&mut self) -> Output {
        match self {
            Self::Json(_, out) | Self::Csv(_, out) => Output::Text(std::mem::take(out)),
            #[cfg(feature = "parquet")]
            Self::Table(columns) => Output::Table(columns.take(None)),
        }
    }

    /// Returns what was written since it was last asked, with the ids as they came.
    #[cfg(feature = "parquet")]
    pub(super) fn take_with(&mut self, ids: arrow_array::ArrayRef) -> Output {
        match self {
            Self::Table(columns) => Output::Table(columns.take(Some(ids))),
            _ => self.take(),
        }
    }
}
