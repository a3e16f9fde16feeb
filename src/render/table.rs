//! Owns the layout of tables on a terminal, shared by reports and lists.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle};

/// A table under construction.
#[derive(Debug)]
pub struct Table {
    inner: comfy_table::Table,
    columns: usize,
}

/// How a table is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Layout<'a> {
    /// The width in columns that it must not exceed.
    pub width: usize,
    /// Whether lines may be drawn with characters beyond ASCII.
    pub unicode: bool,
    /// The places of the columns that hold numbers, set to the right.
    pub numbers: &'a [usize],
}

impl Table {
    /// Starts a table with these column heads.
    pub fn new(heads: &[&str]) -> Self {
        let mut inner = comfy_table::Table::new();
        inner.set_header(heads.iter().map(Cell::new));
        Self { inner, columns: heads.len() }
    }

    /// Adds a row of cells, already safe for the terminal.
    pub fn row(&mut self, cells: &[&str]) {
        self.inner.add_row(cells.iter().map(Cell::new));
    }

    /// Adds a row that is a heading for the rows below it.
    pub fn heading(&mut self, text: &str) {
        let mut cells = vec![Cell::new(text)];
        cells.resize_with(self.columns, || Cell::new(""));
        self.inner.add_row(cells);
    }

    /// Lays the table out; the last line has no line break.
    pub fn to_text(mut self, layout: Layout<'_>) -> String {
        let line = if layout.unicode { '─' } else { '-' };
        self.inner.load_style(NOTHING.header_separator(LineStyle::new(line, line, line, line)));
        self.inner.set_content_arrangement(ContentArrangement::Dynamic);
        for column in self.inner.column_iter_mut() {
            column.set_padding((0, 2));
        }
        self.inner.set_width(u16::try_from(layout.width).unwrap_or(u16::MAX));
        for &place in layout.numbers {
            if let Some(column) = self.inner.column_mut(place) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let text = self.inner.to_string();
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }
}
