//! Owns the reading of CSV: the heading, and one row with its answers by the rules for answers in files.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::memchr;
use serde_json::Value;

use super::Problem;
use crate::checkin::Response;
use crate::questionnaire::nearest;
use crate::render::text::printable;
use crate::scoring::{Plan, Sheet};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Column {
    Id,
    Date,
    /// Answers to the item at this place.
    Item(usize),
}

/// What the columns of a table hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heading(Vec<Column>);

impl Heading {
    /// Reads the first row of CSV; everything wrong with it is told at once.
    pub(super) fn read(line: &[u8], plan: &Plan) -> Result<Self, Vec<String>> {
        let mut cells = Cells::default();
        let names = cells.cut(line).map_err(|problem| vec![problem.to_owned()])?;
        Self::of(names, plan)
    }

    /// Finds out what the columns of these names hold; everything wrong with them is told at once.
    pub(super) fn of<'n>(
        names: impl Iterator<Item = &'n str>,
        plan: &Plan,
    ) -> Result<Self, Vec<String>> {
        let mut columns = Vec::new();
        let mut problems = Vec::new();
        for name in names {
            let name = name.trim();
            let column = match name {
                "id" => Column::Id,
                "date" => Column::Date,
                _ => match plan.place(name, columns.len()) {
                    Some(place) => Column::Item(place),
                    None => {
                        problems.push(unknown(name, plan));
                        continue;
                    }
                },
            };
            if columns.contains(&column) {
                problems.push(format!("the column `{}` is there twice", printable(name)));
            }
            columns.push(column);
        }
        let has_answers = columns.iter().any(|column| matches!(column, Column::Item(_)));
        if problems.is_empty() && !has_answers {
            problems.push("no column is named after an item".into());
        }
        if problems.is_empty() { Ok(Self(columns)) } else { Err(problems) }
    }

    /// Returns what each column holds.
    #[cfg(feature = "parquet")]
    pub(super) fn columns(&self) -> &[Column] {
        &self.0
    }
}

fn unknown(name: &str, plan: &Plan) -> String {
    let questionnaire = plan.questionnaire();
    let id = crate::cli::answer_file::item_id(name, questionnaire);
    let near = nearest(id.as_str(), questionnaire.items.iter().map(|item| item.id.as_str()));
    let near = near.or_else(|| nearest(name, ["id", "date"]));
    let hint = match near {
        _ if name.contains([';', '\t']) => "; columns are separated by commas".to_owned(),
        Some(near) => format!("; did you mean `{near}`?"),
        None => String::new(),
    };
    format!("unknown column `{}`{hint}", printable(name))
}

/// Reads rows under a heading.
#[derive(Debug)]
pub(super) struct Rows {
    heading: Heading,
    cells: Cells,
    /// The id of the row that was read last, as JSON text.
    id: String,
}

impl Rows {
    pub(super) fn new(heading: Heading) -> Self {
        Self { heading, cells: Cells::default(), id: String::new() }
    }

    /// Fills `sheet` from a row and returns the row's id as JSON text.
    pub(super) fn read(
        &mut self,
        line: &[u8],
        plan: &Plan,
        sheet: &mut Sheet,
    ) -> Result<&str, Problem> {
        plan.clear(sheet);
        self.id.clear();
        self.id.push_str("null");
        let mut problems: Vec<String> = Vec::new();
        let cells = self.cells.cut(line).map_err(Problem::new)?;
        let columns = &self.heading.0;
        let mut count = 0;
        for (place, cell) in cells.enumerate() {
            count += 1;
            match columns.get(place) {
                None => {}
                Some(Column::Id) => self.id = Value::from(cell).to_string(),
                Some(Column::Date) if cell.is_empty() || super::line::is_date(cell) => {}
                Some(Column::Date) => problems.push(super::line::NO_DATE.into()),
                Some(Column::Item(item)) => match response(cell.trim()) {
                    Ok(response) => sheet.responses[*item] = response,
                    Err(()) => problems.push(unreadable(plan, *item)),
                },
            }
        }
        if count != columns.len() {
            problems.push(format!("the row has {count} cells, and the heading {}", columns.len()));
        }
        if problems.is_empty() {
            return Ok(&self.id);
        }
        Err(Problem { id: self.id.clone(), text: super::joined(&problems) })
    }
}

/// Says that an item's cell cannot be read.
pub(super) fn unreadable(plan: &Plan, item: usize) -> String {
    format!(
        "`{}` has no answer that can be read; give a number, true or false, a list like [1, 2], \
         skipped or not_applicable, or leave the cell empty",
        plan.questionnaire().items[item].id
    )
}

/// Reads a cell; an empty one is no response at all.
pub(super) fn response(cell: &str) -> Result<Option<Response>, ()> {
    match cell.as_bytes() {
        [] => Ok(None),
        [digit @ b'0'..=b'9'] => Ok(Some(Response::number(f64::from(digit - b'0')))),
        b"skipped" => Ok(Some(Response::Skipped)),
        b"not_applicable" => Ok(Some(Response::NotApplicable)),
        // As spreadsheets and data frames write them.
        b"TRUE" | b"True" => Ok(Some(Response::yes_no(true))),
        b"FALSE" | b"False" => Ok(Some(Response::yes_no(false))),
        _ => {
            let value = crate::cli::input::strict_json(cell).map_err(|_| ())?;
            Response::from_json(&value).filter(|_| !value.is_string()).map(Some).ok_or(())
        }
    }
}

/// Cuts a line into cells (RFC 4180). A cell may not hold a line break, so that every line is a row.
#[derive(Debug)]
struct Cells {
    reader: Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Default for Cells {
    fn default() -> Self {
        Self { reader: ReaderBuilder::new().build(), text: vec![0; 1024], ends: vec![0; 64] }
    }
}

impl Cells {
    fn cut(&mut self, line: &[u8]) -> Result<impl Iterator<Item = &str>, &'static str> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            return Err("the line is empty");
        }
        // Every cell takes at least a comma, and its text never more than it had in the line.
        self.text.resize(self.text.len().max(line.len() + 1), 0);
        self.ends.resize(self.ends.len().max(line.len() + 2), 0);
        self.reader.reset();
        let (_, read, wrote, ended) = self.reader.read_record(line, &mut self.text, &mut self.ends);
        let (result, _, _, last) =
            self.reader.read_record(b"\n", &mut self.text[wrote..], &mut self.ends[ended..]);
        if read != line.len() || result != ReadRecordResult::Record {
            return Err("a quotation mark is not closed on its line");
        }
        if memchr(b'"', line).is_some() && !is_quoted_well(line) {
            return Err(STRAY);
        }
        let ends = &self.ends[..ended + last];
        // What longer rows left behind it is not of this row.
        let text = self.text.get(..ends.last().copied().unwrap_or_default()).unwrap_or_default();
        let text = std::str::from_utf8(text).map_err(|_| NO_TEXT)?;
        // Two halves of a character in two cells are one only where the comma between them is gone.
        if !ends.iter().all(|end| text.is_char_boundary(*end)) {
            return Err(NO_TEXT);
        }
        let starts = std::iter::once(0).chain(ends.iter().copied());
        Ok(starts.zip(ends).map(|(from, to)| text.get(from..*to).unwrap_or_default()))
    }
}

const NO_TEXT: &str = "the line is not UTF-8";

const STRAY: &str =
    "a quotation mark stands within a cell; such a cell stands in quotation marks, its own doubled";

/// Returns whether quotation marks stand at both ends of a cell, or doubled between them. The second half of a
/// cell with a line break has one elsewhere.
fn is_quoted_well(line: &[u8]) -> bool {
    let mut rest = Some(line);
    while let Some(cell) = rest {
        let Some(mut inside) = cell.strip_prefix(b"\"") else {
            let (cell, behind) = cut_at(cell, b',');
            if memchr(b'"', cell).is_some() {
                return false;
            }
            rest = behind;
            continue;
        };
        let behind = loop {
            match cut_at(inside, b'"') {
                (_, None) => return false,
                (_, Some(behind)) => match behind.strip_prefix(b"\"") {
                    Some(doubled) => inside = doubled,
                    None => break behind,
                },
            }
        };
        rest = behind.strip_prefix(b",");
        if rest.is_none() && !behind.is_empty() {
            return false;
        }
    }
    true
}

/// Cuts at the first of this byte, which is in neither half.
fn cut_at(text: &[u8], byte: u8) -> (&[u8], Option<&[u8]>) {
    match memchr(byte, text) {
        Some(at) => (&text[..at], Some(&text[at + 1..])),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_into_its_cells() {
        let mut cells = Cells::default();
        for (line, expected) in [
            ("a,b,c\n", vec!["a", "b", "c"]),
            ("a,,\r\n", vec!["a", "", ""]),
            ("\"a, b\",\"say \"\"x\"\"\"", vec!["a, b", "say \"x\""]),
            ("one", vec!["one"]),
        ] {
            let found: Vec<String> =
                cells.cut(line.as_bytes()).unwrap().map(str::to_owned).collect();
            assert_eq!(found, expected, "{line}");
        }
        assert!(cells.cut(b"a,\"b").is_err());
        assert!(cells.cut(b"\n").is_err());
        assert!(cells.cut(b"\xff,1\n").is_err());
    }

    #[test]
    fn a_row_is_read_as_if_it_were_the_first() {
        let lines: [&[u8]; 13] = [
            "xx\u{e9},1,2".as_bytes(),
            b"a,1,\xc3",
            b"b,1,2",
            "\u{1f600}\u{1f600}\u{1f600}\u{1f600},1,2".as_bytes(),
            b"\xf0\x9f,\x98\x80,2",
            b"aaa\xff,1,2",
            b"c",
            "\"\u{e9}\"\"\u{e9}\",1,2".as_bytes(),
            b"\"\xc3\",1,2",
            b"\xa9,1,2",
            b"",
            "\u{e9},,".as_bytes(),
            b"d,1,2",
        ];
        let cut = |cells: &mut Cells, line: &[u8]| -> Result<Vec<String>, &'static str> {
            cells.cut(line).map(|found| found.map(str::to_owned).collect())
        };
        let mut cells = Cells::default();
        let mut refused = Vec::new();
        for (place, line) in lines.iter().enumerate() {
            let found = cut(&mut cells, line);
            assert_eq!(found, cut(&mut Cells::default(), line), "{line:?}");
            if found.is_err() {
                refused.push(place);
            }
        }
        assert_eq!(refused, [1, 4, 5, 8, 9, 10]);
    }

    #[test]
    fn quotation_marks_stand_around_a_cell_or_doubled_in_it() {
        let mut cells = Cells::default();
        for line in ["\"\",1", "1,\"\"", "\"\"\"\",1", "\"a,\"\"b\"\"\",\"\"\"\"\"\",1"] {
            assert!(cells.cut(line.as_bytes()).is_ok(), "{line}");
        }
        for line in [
            "b\",0,3",
            "a\"b\",1",
            "\"a\"b,1",
            "\"a\" ,1",
            "b\",0,\"c\"",
            " \"a\",1",
            "\"a\"\"b\"c\",1",
        ] {
            assert_eq!(cells.cut(line.as_bytes()).err(), Some(STRAY), "{line}");
        }
    }

    #[test]
    fn cells_take_the_forms_of_answers_in_files() {
        assert_eq!(response(""), Ok(None));
        assert_eq!(response("3.5"), Ok(Some(Response::number(3.5))));
        assert_eq!(response("True"), Ok(Some(Response::yes_no(true))));
        assert_eq!(response("skipped"), Ok(Some(Response::Skipped)));
        assert!(response("[1, 2]").is_ok_and(|response| response.is_some()));
        for wrong in ["\"skipped\"", "maybe", "null", "1 2", "NaN", "0x1"] {
            assert_eq!(response(wrong), Err(()), "{wrong}");
        }
    }
}
