//! Parquet on both sides of `score`: answers from a file or a folder of files, scores to a partitioned data set.
//!
//! What an answer in a cell means is for the rules of CSV to say (`row.rs`).

mod answers;
mod cells;
mod columns;
mod scores;
#[cfg(test)]
mod tests;

pub(super) use answers::{Answers, Table};
pub(super) use columns::{Columns, Layout};
pub(super) use scores::Scores;
