//! Opens the reader of score files to its fuzz target.

/// Reads a file of scores, as `trends --file` does.
pub fn read_series(text: &str) {
    super::file::read_table(text);
}
