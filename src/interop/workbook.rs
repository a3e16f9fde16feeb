//! Opens a workbook (xlsx): holds it to a size and to the cells that a sheet has, and reads its sheets.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};
use quick_xml::events::Event;

/// The largest workbook that is opened, in bytes: it is packed, and grows when it is opened.
const LARGEST_WORKBOOK: usize = 2 * 1024 * 1024;
/// The largest that it may be unpacked, in bytes.
const LARGEST_UNPACKED: u64 = 64 * 1024 * 1024;
/// The most columns of a sheet.
const MOST_COLUMNS: u32 = 1_000;
/// The most rows of a sheet.
const MOST_ROWS: usize = 20_000;

/// A workbook that was found fit to be read.
pub(super) struct Workbook<'a>(Xlsx<Cursor<&'a [u8]>>);

impl<'a> Workbook<'a> {
    /// Opens a workbook.
    ///
    /// # Errors
    /// In words what is wrong with it: it is not one, too large, or has cells where no sheet has any.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, String> {
        if bytes.len() > LARGEST_WORKBOOK {
            return Err("the workbook is larger than 2 MiB".into());
        }
        check_parts(bytes)?;
        Xlsx::new(Cursor::new(bytes))
            .map(Self)
            .map_err(|error| format!("the file is no workbook ({error})"))
    }

    /// Returns the names of the sheets, in their order.
    pub(super) fn names(&self) -> Vec<String> {
        self.0.sheet_names()
    }

    /// Reads the cells of a sheet one by one: a cell far away must not make a large table. Each row has its
    /// number, from 1.
    pub(super) fn rows(&mut self, name: &str) -> Result<Vec<(u64, Vec<String>)>, String> {
        let mut reader = self.0.worksheet_cells_reader(name).map_err(|error| error.to_string())?;
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
            let (row, column) = cell.get_position();
            let text = words(cell.get_value());
            if text.is_empty() {
                continue;
            }
            if column >= MOST_COLUMNS || rows.len() > MOST_ROWS {
                return Err("the sheet has more than 1,000 columns or 20,000 rows".into());
            }
            rows.entry(row).or_default().insert(column, text);
        }
        let cells = |mut row: BTreeMap<u32, String>| {
            let last = row.keys().next_back().copied().unwrap_or_default();
            (0..=last).map(|column| row.remove(&column).unwrap_or_default()).collect()
        };
        Ok(rows.into_iter().map(|(row, found)| (u64::from(row) + 1, cells(found))).collect())
    }
}

/// Holds a workbook to a size, since an archive can be far larger than its file, and its references to cells to
/// those of a sheet: `calamine` counts longer ones beyond its numbers, and would put their cells anywhere.
fn check_parts(bytes: &[u8]) -> Result<(), String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| format!("the file is no workbook, or is cut off ({error})"))?;
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|error| error.to_string())?;
        let mut part = Vec::new();
        entry.take(left + 1).read_to_end(&mut part).map_err(|error| error.to_string())?;
        let size = part.len() as u64;
        left = left.checked_sub(size).ok_or("the workbook is larger than 64 MiB unpacked")?;
        if let Some(cell) = beyond_a_sheet(&part) {
            return Err(format!("the workbook has a cell {cell:?}, which no sheet has"));
        }
    }
    Ok(())
}

/// Returns a reference in a part of a workbook that is longer than that of the last cell, `XFD1048576`. A part
/// that is not XML has none, and is refused where it is needed.
fn beyond_a_sheet(part: &[u8]) -> Option<String> {
    let mut reader = quick_xml::Reader::from_reader(part);
    // As `calamine` reads: what it goes on with must not end the search.
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    while let Ok(event) = reader.read_event() {
        let element = match event {
            Event::Start(element) | Event::Empty(element) => element,
            Event::Eof => break,
            _ => continue,
        };
        let mut attributes = element.attributes();
        let mut references = attributes
            .with_checks(false)
            .flatten()
            .filter(|attribute| matches!(attribute.key.as_ref(), "r" | "ref"));
        if let Some(far) = references.find(|attribute| is_beyond(&attribute.value)) {
            return Some(far.value.chars().take(40).collect());
        }
    }
    None
}

/// Returns whether a run of letters or of digits is longer than in the last cell.
fn is_beyond(reference: &str) -> bool {
    let longest = |is: fn(&char) -> bool| {
        reference.split(|letter| !is(&letter)).map(str::len).max().unwrap_or_default()
    };
    longest(char::is_ascii_alphabetic) > 3 || longest(char::is_ascii_digit) > 7
}

/// Returns a cell as text; a whole number without a fraction.
fn words(data: &DataRef<'_>) -> String {
    match data {
        DataRef::Float(number) => crate::questionnaire::value_name(*number),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    /// Packs a workbook with one sheet named `survey`.
    fn workbook(sheet: &str) -> Vec<u8> {
        const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let files = [
            (
                "xl/workbook.xml",
                format!(
                    "<workbook xmlns='{MAIN}' xmlns:r='{OFFICE}'><sheets><sheet name='survey' sheetId='1' r:id='rId1'/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns='{RELATIONS}'><Relationship Id='rId1' Type='{OFFICE}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
                ),
            ),
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns='{RELATIONS}'><Relationship Id='rId1' Type='{OFFICE}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                ),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!("<worksheet xmlns='{MAIN}'><sheetData>{sheet}</sheetData></worksheet>"),
            ),
        ];
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[track_caller]
    fn refuses(bytes: &[u8], expected: &str) {
        let rows = Workbook::open(bytes).and_then(|mut workbook| workbook.rows("survey"));
        let reason = rows.expect_err("it is refused");
        assert!(reason.contains(expected), "{reason}");
    }

    #[test]
    fn a_cell_far_away_makes_no_large_table() {
        let far = "<row r='1'><c r='A1' t='str'><v>type</v></c></row>\
                   <row r='1048576'><c r='XFD1048576' t='str'><v>x</v></c></row>";
        refuses(&workbook(far), "more than 1,000 columns");
    }

    #[test]
    fn a_cell_beyond_every_sheet_is_refused_and_put_nowhere() {
        for far in ["ZZZZZZZZ1", "A4294967297", "AAAA1", "$A$12345678"] {
            let sheet = format!("<row r='1'><c r='{far}' t='str'><v>type</v></c></row>");
            refuses(&workbook(&sheet), far);
        }
        refuses(&workbook("<mergeCells><mergeCell ref='A1:ZZZZZZZZ2'/></mergeCells>"), "A1:ZZ");
        let last = "<row r='1'><c r='XFD1048576' t='str'><v>type</v></c></row>";
        refuses(&workbook(last), "more than 1,000 columns");
    }

    #[test]
    fn a_workbook_that_unpacks_beyond_measure_is_not_opened() {
        let huge = workbook(&" ".repeat(65 * 1024 * 1024));
        assert!(huge.len() < LARGEST_WORKBOOK, "it is small as a file");
        refuses(&huge, "larger than 64 MiB unpacked");
    }

    #[test]
    fn a_broken_workbook_is_refused() {
        refuses(b"PK\x03\x04 and no more", "");
    }
}
