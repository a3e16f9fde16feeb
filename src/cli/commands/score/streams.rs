//! Owns where answers come from and where scores go: standard input and output, a file, a data set.

use std::fs::File;
use std::io::{self, Read, Write as _};

use super::batches::{Batch, Lines};
use super::output::CsvRows;
use super::row::Heading;
use super::writer::{Output, Shape};
use super::{Form, LONGEST_LINE, ScoreArgs};
use crate::cli::error::CommandError;
use crate::scoring::Plan;

/// What every Parquet file begins with.
const PARQUET: &[u8] = b"PAR1";

/// Where answers come from.
pub(super) enum Source {
    /// Lines of JSON, or of CSV, which have a heading.
    Lines { lines: Lines<Box<dyn Read + Send>>, heading: Option<Heading> },
    #[cfg(feature = "parquet")]
    Table(super::parquet::Answers),
}

impl Source {
    /// Opens what the options name.
    pub(super) fn open(args: &ScoreArgs, plan: &Plan) -> Result<Self, CommandError> {
        if args.from() == Form::Parquet {
            return Self::table(args, plan);
        }
        let path = args.input.as_deref().filter(|path| path.as_os_str() != "-");
        let input: Box<dyn Read + Send> = match path {
            None => Box::new(io::stdin()),
            Some(path) => Box::new(File::open(path).map_err(|error| {
                CommandError::failed(format!("cannot read `{}`", path.display())).because(error)
            })?),
        };
        let mut lines = Lines::new(input, LONGEST_LINE).map_err(unreadable)?;
        if lines.begins_with(PARQUET) {
            return Err(CommandError::failed("the answers are Parquet, not lines")
                .hint("name the file: `--from parquet --input FILE`"));
        }
        let heading = match args.from() {
            Form::Csv => Some(heading(&mut lines, plan)?),
            _ => None,
        };
        Ok(Self::Lines { lines, heading })
    }

    #[cfg(feature = "parquet")]
    fn table(args: &ScoreArgs, plan: &Plan) -> Result<Self, CommandError> {
        let path = args.input.as_deref().ok_or_else(|| {
            CommandError::usage("Parquet is read from a file").hint("name it with `--input`")
        })?;
        super::parquet::Answers::open(path, plan).map(Self::Table)
    }

    #[cfg(not(feature = "parquet"))]
    fn table(_: &ScoreArgs, _: &Plan) -> Result<Self, CommandError> {
        Err(without_parquet())
    }

    /// Returns the heading of CSV.
    pub(super) fn heading(&self) -> Option<&Heading> {
        match self {
            Self::Lines { heading, .. } => heading.as_ref(),
            #[cfg(feature = "parquet")]
            Self::Table(_) => None,
        }
    }

    /// Returns the type of the ids, where they have one.
    #[cfg(feature = "parquet")]
    pub(super) fn id_type(&self) -> Option<&arrow_schema::DataType> {
        match self {
            Self::Lines { .. } => None,
            Self::Table(answers) => Some(answers.id_type()),
        }
    }

    /// Replaces a batch, whose room is used again, by the next one; returns whether there was one.
    pub(super) fn next(&mut self, batch: &mut Batch) -> Result<bool, CommandError> {
        let next = match self {
            Self::Lines { lines, .. } => lines.next(batch.take_room()).map_err(unreadable)?,
            #[cfg(feature = "parquet")]
            Self::Table(answers) => answers.next()?.map(Batch::Table),
        };
        Ok(next.map(|next| *batch = next).is_some())
    }
}

/// Reads the heading of CSV.
fn heading<R: Read>(lines: &mut Lines<R>, plan: &Plan) -> Result<Heading, CommandError> {
    match lines.first().map_err(unreadable)? {
        Some(Batch::Lines(line)) => {
            Heading::read(&line, plan).map_err(|problems| unusable("the answers", &problems, plan))
        }
        Some(_) => Err(CommandError::failed("the heading of the answers is too long")),
        None => Err(CommandError::failed("the answers have no heading")
            .hint("the first line of CSV names the columns")),
    }
}

/// Says that a heading cannot be used, and why.
pub(super) fn unusable(whose: &str, problems: &[String], plan: &Plan) -> CommandError {
    let list = problems.iter().map(|problem| format!("- {problem}")).collect();
    CommandError::listed(format!("the heading of {whose} cannot be used"), list).hint(format!(
        "the columns are `id`, `date` and the items of `checkin questionnaires show {}`",
        plan.questionnaire().id
    ))
}

/// Where scores go.
pub(super) enum Sink {
    StandardOutput,
    #[cfg(feature = "parquet")]
    DataSet(Box<super::parquet::Scores>),
}

impl Sink {
    /// Opens what the options name.
    pub(super) fn open(args: &ScoreArgs, plan: &Plan, shape: &Shape) -> Result<Self, CommandError> {
        #[cfg(feature = "parquet")]
        if let Shape::Table(layout) = shape {
            let folder = args.output.as_deref().ok_or_else(|| {
                CommandError::usage("Parquet is written to a folder")
                    .hint("name it with `--output`, or another form with `--to`")
            })?;
            let scores = super::parquet::Scores::create(folder, layout, plan)?;
            return Ok(Self::DataSet(Box::new(scores)));
        }
        if args.output.is_some() {
            return Err(CommandError::usage("`--output` is for Parquet")
                .hint("the other forms go to standard output: `> FILE`"));
        }
        let mut sink = Self::StandardOutput;
        if matches!(shape, Shape::Csv) {
            sink.put(&Output::Text(CsvRows::new(plan).heading()))?;
        }
        Ok(sink)
    }

    /// Writes what became of a batch.
    pub(super) fn put(&mut self, output: &Output) -> Result<(), CommandError> {
        match (self, output) {
            #[cfg(feature = "parquet")]
            (Self::DataSet(scores), Output::Table(rows)) => scores.add(rows),
            (_, Output::Text(text)) => {
                let mut out = io::stdout().lock();
                out.write_all(text).and_then(|()| out.flush()).map_err(unwritable)
            }
            #[cfg(feature = "parquet")]
            (Self::StandardOutput, Output::Table(_)) => unreachable!("a table goes to a data set"),
        }
    }

    /// Ends what was written.
    #[cfg_attr(
        not(feature = "parquet"),
        expect(clippy::unnecessary_wraps, reason = "a data set can fail to end")
    )]
    pub(super) fn finish(self) -> Result<(), CommandError> {
        match self {
            Self::StandardOutput => Ok(()),
            #[cfg(feature = "parquet")]
            Self::DataSet(scores) => scores.finish(),
        }
    }
}

/// Says that this build lacks the feature.
#[cfg(not(feature = "parquet"))]
pub(super) fn without_parquet() -> CommandError {
    CommandError::failed("this build of checkin does not know Parquet")
        .hint("a build that does: `cargo install --path . --features parquet`")
        .hint("`--from` and `--to` take `csv` and `ndjson` in every build")
}

fn unreadable(error: io::Error) -> CommandError {
    CommandError::failed("cannot read the answers").because(error)
}

fn unwritable(error: io::Error) -> CommandError {
    match error.kind() {
        io::ErrorKind::BrokenPipe => error.into(),
        _ => CommandError::failed("cannot write the scores").because(error),
    }
}
