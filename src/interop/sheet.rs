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
            let cells = columns.iter().cloned().zip(cells).collect();
            sheet.rows.push(Row { line, cells });
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
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        let line = record.position().map_or(0, csv::Position::line);
        if rows.len() > MOST_ROWS {
            return Err(format!("more than {MOST_ROWS} rows"));
        }
        rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok(rows)
}
