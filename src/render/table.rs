//! Owns the layout of tables on a terminal, shared by reports and lists.

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle};

use super::text::{columns, indent, wrapping};

/// What stands beside the text of a cell: a space before it and two after.
const BESIDE: usize = 3;

/// A table under construction.
#[derive(Debug)]
pub struct Table {
    /// The column heads, then the rows.
    rows: Vec<Vec<String>>,
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
        let mut table = Self { rows: Vec::new() };
        table.row(heads);
        table
    }

    /// Adds a row of cells, already safe for the terminal.
    pub fn row(&mut self, cells: &[&str]) {
        self.rows.push(cells.iter().map(|cell| (*cell).to_owned()).collect());
    }

    /// Adds a row that is a heading for the rows below it.
    pub fn heading(&mut self, text: &str) {
        let mut cells = vec![text];
        cells.resize(self.rows[0].len(), "");
        self.row(&cells);
    }

    /// Lays the table out; the last line has no line break.
    ///
    /// Where it is too wide the widest column is made narrower, down to its longest word; what goes on in
    /// the next line of a cell stands under its first word.
    pub fn to_text(self, layout: Layout<'_>) -> String {
        let widths = self.widths(layout.width);
        let mut rows = self.rows.into_iter().map(|cells| {
            let folded = |(cell, width): (String, &usize)| Cell::new(folded(&cell, *width));
            cells.into_iter().zip(&widths).map(folded).collect::<Vec<Cell>>()
        });
        let mut inner = comfy_table::Table::new();
        inner.set_header(rows.next().unwrap_or_default());
        inner.add_rows(rows);
        let line = if layout.unicode { '─' } else { '-' };
        inner.load_style(NOTHING.header_separator(LineStyle::new(line, line, line, line)));
        inner.set_content_arrangement(ContentArrangement::Dynamic);
        for column in inner.column_iter_mut() {
            column.set_padding((0, 2));
        }
        inner.set_width(u16::try_from(layout.width).unwrap_or(u16::MAX));
        for &place in layout.numbers {
            if let Some(column) = inner.column_mut(place) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let text = inner.to_string();
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// Returns how wide the text of each column may be.
    fn widths(&self, available: usize) -> Vec<usize> {
        let count = self.rows[0].len();
        let most = |of: fn(&str) -> usize| -> Vec<usize> {
            let cells = |place: usize| self.rows.iter().filter_map(move |cells| cells.get(place));
            (0..count).map(|place| cells(place).map(|cell| of(cell)).max().unwrap_or(0)).collect()
        };
        let (mut widths, least) = (most(columns), most(longest_word));
        // There is room for a border at the end as well.
        let room = available.saturating_sub(count * BESIDE + 1);
        while widths.iter().sum::<usize>() > room {
            let wider = (0..count).filter(|place| widths[*place] > least[*place]);
            let Some(widest) = wider.max_by_key(|place| widths[*place]) else { break };
            widths[widest] -= 1;
        }
        widths
    }
}

/// Returns the columns that the longest word of a cell takes, behind its indent.
fn longest_word(cell: &str) -> usize {
    let longest = cell.split(' ').map(columns).max().unwrap_or(0);
    indent(cell).len() + longest
}

fn folded(cell: &str, width: usize) -> String {
    if columns(cell) <= width {
        return cell.to_owned();
    }
    let options = wrapping(width).initial_indent(indent(cell)).subsequent_indent(indent(cell));
    textwrap::fill(cell.trim_start_matches(' '), options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(width: usize) -> Layout<'static> {
        Layout { width, unicode: false, numbers: &[1] }
    }

    fn table() -> Table {
        let mut table = Table::new(&["Id", "Items", "Title"]);
        table.heading("All of them");
        table.row(&["  vicarious-resilience and more", "4", "What is learnt from clients"]);
        table
    }

    #[test]
    fn no_word_is_broken_and_what_goes_on_stands_under_its_first_word() {
        let shown = table().to_text(layout(44));
        let expected = [
            " Id                       Items   Title",
            "--------------------------------------------",
            " All of them",
            "   vicarious-resilience       4   What is",
            "   and more                       learnt",
            "                                  from",
            "                                  clients",
        ];
        assert_eq!(shown.lines().collect::<Vec<_>>(), expected);
        assert!(shown.lines().all(|line| columns(line) <= 44), "{shown}");
    }

    #[test]
    fn what_has_room_stays_in_one_line() {
        let shown = table().to_text(layout(80));
        assert_eq!(shown.lines().count(), 4, "{shown}");
    }
}
