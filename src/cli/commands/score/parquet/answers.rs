//! Owns the reading of answers: which files there are, whether their columns can be used, rows a batch at a time.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, new_null_array};
use arrow_schema::{ArrowError, DataType};
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};

use super::super::row::{Column, Heading};
use super::super::streams::unusable;
use super::cells::Rows;
use crate::cli::error::CommandError;
use crate::scoring::Plan;

/// Rows that are read at once.
const BATCH_ROWS: usize = 4096;

/// The type of ids where there are none.
const NO_IDS: DataType = DataType::Utf8;

/// Files of answers: `id`, `date` and a column an item, of any types.
pub(in super::super) struct Answers {
    files: std::vec::IntoIter<OpenLater>,
    reading: Option<Reading>,
    id_type: DataType,
}

/// A file whose columns were looked at.
struct OpenLater {
    path: PathBuf,
    heading: Arc<Heading>,
}

/// A file that is being read.
struct Reading {
    file: OpenLater,
    reader: ParquetRecordBatchReader,
    /// How many of its rows were read.
    rows: usize,
}

impl Answers {
    /// Looks at the columns of every file before any is read, so that nothing is scored in vain.
    pub(in super::super) fn open(path: &Path, plan: &Plan) -> Result<Self, CommandError> {
        let mut files = Vec::new();
        let mut ids: Option<(DataType, PathBuf)> = None;
        for path in files_in(path)? {
            let schema = reader_of(&path)?.schema().clone();
            let names = schema.fields().iter().map(|field| field.name().as_str());
            let heading = Heading::of(names, plan)
                .map_err(|problems| unusable(&format!("`{}`", path.display()), &problems, plan))?;
            let id = schema.field_with_name("id").map_or(NO_IDS, |id| id.data_type().clone());
            match &ids {
                Some((other, first)) if *other != id => {
                    return Err(CommandError::failed(format!(
                        "`id` is {id} in `{}` and {other} in `{}`",
                        path.display(),
                        first.display()
                    ))
                    .hint("ids of one data set have one type; score the files one by one"));
                }
                Some(_) => {}
                None => ids = Some((id, path.clone())),
            }
            files.push(OpenLater { path, heading: Arc::new(heading) });
        }
        let id_type = ids.map_or(NO_IDS, |(id, _)| id);
        Ok(Self { files: files.into_iter(), reading: None, id_type })
    }

    /// Returns the type of the ids.
    pub(in super::super) fn id_type(&self) -> &DataType {
        &self.id_type
    }

    /// Returns the next rows; `None` at the end of the last file.
    pub(in super::super) fn next(&mut self) -> Result<Option<Table>, CommandError> {
        loop {
            let reading = match &mut self.reading {
                Some(reading) => reading,
                none => match self.files.next() {
                    Some(file) => none.insert(Reading::begin(file)?),
                    None => return Ok(None),
                },
            };
            match reading.next()? {
                Some(table) => return Ok(Some(table)),
                None => self.reading = None,
            }
        }
    }
}

impl Reading {
    fn begin(file: OpenLater) -> Result<Self, CommandError> {
        let reader = reader_of(&file.path)?.with_batch_size(BATCH_ROWS).build();
        let reader = reader.map_err(|error| unreadable(&file.path).because(error))?;
        Ok(Self { file, reader, rows: 0 })
    }

    fn next(&mut self) -> Result<Option<Table>, CommandError> {
        let rows: RecordBatch = match self.reader.next() {
            None => return Ok(None),
            Some(rows) => rows.map_err(|error: ArrowError| {
                let after =
                    format!("cannot read `{}` after row {}", self.file.path.display(), self.rows);
                CommandError::failed(after).because(error)
            })?,
        };
        let first = self.rows;
        self.rows += rows.num_rows();
        let file = self.file.path.display().to_string();
        Ok(Some(Table { rows, heading: self.file.heading.clone(), file, first }))
    }
}

/// Rows of one file.
#[derive(Debug, PartialEq)]
pub(in super::super) struct Table {
    rows: RecordBatch,
    heading: Arc<Heading>,
    file: String,
    /// How many rows of the file came before.
    first: usize,
}

impl Table {
    /// Returns how many rows there are.
    pub(in super::super) fn len(&self) -> usize {
        self.rows.num_rows()
    }

    /// Makes the rows ready to be read one by one.
    pub(in super::super) fn rows(&self) -> Rows<'_> {
        Rows::new(self.heading.columns(), self.rows.columns())
    }

    /// Returns the ids as they came.
    pub(in super::super) fn ids(&self) -> ArrayRef {
        let place = self.heading.columns().iter().position(|column| *column == Column::Id);
        match place {
            Some(place) => self.rows.column(place).clone(),
            None => new_null_array(&NO_IDS, self.len()),
        }
    }

    /// Says where a row is, in front of what is wrong with it.
    pub(in super::super) fn place(&self, row: usize) -> String {
        format!("row {} of {}: ", self.first + row + 1, self.file)
    }
}

/// Returns the files that a path names, in the order of their names: itself, or what a folder holds.
/// What begins with a dot or an underscore is no data, by the custom of engines.
fn files_in(path: &Path) -> Result<Vec<PathBuf>, CommandError> {
    let mut files = Vec::new();
    if path.is_dir() {
        gather(path, &mut files).map_err(|error| {
            CommandError::failed(format!("cannot read `{}`", path.display())).because(error)
        })?;
        files.sort();
    } else {
        files.push(path.to_owned());
    }
    if files.is_empty() {
        return Err(CommandError::failed(format!("no Parquet file is in `{}`", path.display()))
            .hint("their names end with `.parquet`"));
    }
    Ok(files)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in folder.read_dir()? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with(['.', '_']) {
            continue;
        }
        // A link to a folder is not followed: it may lead back.
        if entry.file_type()?.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("parquet")) {
            files.push(path);
        }
    }
    Ok(())
}

fn reader_of(path: &Path) -> Result<ParquetRecordBatchReaderBuilder<File>, CommandError> {
    let file = File::open(path).map_err(|error| {
        CommandError::failed(format!("cannot read `{}`", path.display())).because(error)
    })?;
    ParquetRecordBatchReaderBuilder::try_new(file).map_err(|error| unreadable(path).because(error))
}

fn unreadable(path: &Path) -> CommandError {
    CommandError::failed(format!("cannot read `{}` as Parquet", path.display()))
}
