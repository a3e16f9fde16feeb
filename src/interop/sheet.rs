//! Owns tables of cells with a heading, whatever file they come from.

use std::collections::BTreeMap;

/// The most rows that are read.
const MOST_ROWS: usize = 20_000;
/// The most columns that are read.
const MOST_COLUMNS: usize = 1_000;

/// A table: rows of cells by lower-case column name, with the line each begins at.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// One row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// The line of the file, or the row of the sheet, from 1.
    pub(super) line: u64,
    cells: BTreeMap<String, String>,
    /// How many cells it has, where that is not the number of columns. Blank cells beyond them do not count.
    pub(super) misfit: Option<usize>,
}

impl Row {
    /// Returns a cell that is not blank, trimmed.
    pub(super) fn cell(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// Returns the first of several columns that is filled.
    pub(super) fn any(&self, columns: &[&str]) -> Option<&str> {
        columns.iter().find_map(|column| self.cell(column))
    }
}

impl Sheet {
    /// Makes a table of rows of which the first is the heading.
    pub(super) fn new(rows: impl IntoIterator<Item = (u64, Vec<String>)>) -> Result<Self, String> {
        let mut rows =
            rows.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
        let Some((_, heading)) = rows.next() else { return Ok(Self::default()) };
        if heading.len() > MOST_COLUMNS {
            return Err(format!("more than {MOST_COLUMNS} columns"));
        }
        let columns: Vec<String> = heading.iter().map(|name| name.trim().to_lowercase()).collect();
        let mut sheet = Self { columns: columns.clone(), rows: Vec::new() };
        for (line, cells) in rows {
            if sheet.rows.len() == MOST_ROWS {
                return Err(format!("more than {MOST_ROWS} rows"));
            }
            let filled = cells.iter().rposition(|cell| !cell.trim().is_empty());
            let beyond = filled.map(|last| last + 1).filter(|count| *count > columns.len());
            let misfit =
                beyond.or_else(|| Some(cells.len()).filter(|count| *count < columns.len()));
            let cells = columns.iter().cloned().zip(cells).collect();
            sheet.rows.push(Row { line, cells, misfit });
        }
        Ok(sheet)
    }

    /// Returns whether there is a column of this name.
    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|known| known == column)
    }
}

/// Returns the separator that the first line has most of: comma, semicolon or tab.
pub(super) fn separator(text: &str) -> u8 {
    let heading = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| heading.bytes().filter(|byte| byte == separator).count();
    // Of equals the last is returned, so the comma comes last.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// Reads separated values, quoted or not; rows may differ in length.
pub(super) fn separated(text: &str, separator: u8) -> Result<Vec<(u64, Vec<String>)>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines::new(text);
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let line = lines.line_of(record.position().map_or(0, csv::Position::byte));
        if rows.len() > MOST_ROWS {
            return Err(format!("more than {MOST_ROWS} rows"));
        }
        rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok(rows)
}

/// Counts the lines of a text, front to back. The reader tells where it began to look for a row, which is before
/// the blank lines above it and within a line's end of two characters.
struct Lines<'t> {
    text: &'t [u8],
    counted: usize,
    line: u64,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self { text: text.as_bytes(), counted: 0, line: 1 }
    }

    /// Returns the line, from 1, of the first character from `byte` on that ends no line.
    fn line_of(&mut self, byte: u64) -> u64 {
        let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
        let from = usize::try_from(byte).unwrap_or(usize::MAX).clamp(self.counted, self.text.len());
        let ends = self.text[from..].iter().take_while(|byte| is_end(byte)).count();
        let passed = &self.text[self.counted..from + ends];
        let next = |place: usize| passed.get(place + 1);
        let is_line = |(place, byte): &(usize, &u8)| {
            is_end(byte) && !(**byte == b'\r' && next(*place) == Some(&b'\n'))
        };
        let lines = passed.iter().enumerate().filter(is_line).count();
        self.line += u64::try_from(lines).unwrap_or(0);
        self.counted = from + ends;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_by_their_lines_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "1,2", "", "", "\"3", "3\",4", "5,6"].join(end);
            let rows = separated(&text, b',').expect("a table");
            let lines: Vec<u64> = rows.iter().map(|(line, _)| *line).collect();
            assert_eq!(lines, [1, 2, 5, 7], "{end:?}");
        }
    }

    #[test]
    fn a_row_of_another_length_is_marked() {
        let rows = separated("a,b\n1,2\n1\n1,2,3\n1,2,,\n", b',').expect("a table");
        let sheet = Sheet::new(rows).expect("a sheet");
        let marks: Vec<Option<usize>> = sheet.rows.iter().map(|row| row.misfit).collect();
        assert_eq!(marks, [None, Some(1), Some(3), None]);
    }
}
