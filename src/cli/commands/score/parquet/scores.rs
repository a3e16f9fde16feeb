//! Owns the writing of scores: one file of a partitioned data set, whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use super::columns::Layout;
use crate::cli::error::CommandError;
use crate::files::{NewFile, Overwrite, WriteError, create_private_folder};
use crate::scoring::Plan;

/// Rows that are kept in memory before they are written as one group.
const GROUP_ROWS: usize = 64 * 1024;

/// A data set of scores, partitioned by questionnaire and version in folders as Hive names them.
pub(in super::super) struct Scores {
    writer: ArrowWriter<NewFile>,
    path: PathBuf,
}

impl Scores {
    /// Begins a data set in `folder`, or adds a partition to one.
    pub(in super::super) fn create(
        folder: &Path,
        layout: &Layout,
        plan: &Plan,
    ) -> Result<Self, CommandError> {
        let of = plan.questionnaire();
        let folder = folder
            .join(format!("questionnaire={}", of.id.as_str()))
            .join(format!("version={}", of.version));
        let path = folder.join("part-00000.parquet");
        if fs::symlink_metadata(&path).is_ok() {
            return Err(exists(WriteError::Exists { path }));
        }
        create_private_folder(&folder).map_err(|error| cannot(&path).because(error))?;
        let file = NewFile::beside(&path).map_err(|error| cannot(&path).because(error))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(GROUP_ROWS))
            .build();
        let writer = ArrowWriter::try_new(file, layout.schema.clone(), Some(properties))
            .map_err(|error| cannot(&path).because(error))?;
        Ok(Self { writer, path })
    }

    /// Adds rows.
    pub(in super::super) fn add(&mut self, rows: &RecordBatch) -> Result<(), CommandError> {
        self.writer.write(rows).map_err(|error| cannot(&self.path).because(error))
    }

    /// Ends the file and gives it its name.
    pub(in super::super) fn finish(self) -> Result<(), CommandError> {
        let Self { writer, path } = self;
        let file =
            writer.into_inner().map_err(|error: ParquetError| cannot(&path).because(error))?;
        file.keep(Overwrite::Never).map_err(|error| match error {
            WriteError::Exists { .. } => exists(error),
            _ => cannot(&path).because(error),
        })
    }
}

fn cannot(path: &Path) -> CommandError {
    CommandError::failed(format!("cannot write `{}`", path.display()))
}

fn exists(error: WriteError) -> CommandError {
    CommandError::failed("nothing is written over").because(error).hint("name another folder")
}
