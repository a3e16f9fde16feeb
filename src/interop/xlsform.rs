//! XLSForm (ODK, Kobo, SurveyCTO), as a workbook or as CSV: the choice's name is the value, if it is a number.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};

use super::fhir::Wanted;
use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormKind, FormOption, Reading, distinct};
use super::sheet::{Row, Sheet, separated};
use super::text::{is_language, plain};

/// The largest workbook that is opened, in bytes: it is packed, and grows when it is opened.
const LARGEST_WORKBOOK: usize = 2 * 1024 * 1024;
/// The largest that it may be unpacked, in bytes.
const LARGEST_UNPACKED: u64 = 64 * 1024 * 1024;
/// The most columns of a sheet.
const MOST_COLUMNS: u32 = 1_000;
/// The most rows of a sheet.
const MOST_ROWS: usize = 20_000;

/// The three sheets of a form.
#[derive(Default)]
struct Sheets {
    survey: Sheet,
    choices: Sheet,
    settings: Sheet,
}

/// Reads a workbook.
pub(super) fn read_workbook(bytes: &[u8], wanted: Wanted<'_>) -> Reading {
    if bytes.len() > LARGEST_WORKBOOK {
        return Reading::refused(Code::Json, "the workbook is larger than 2 MiB");
    }
    match sheets(bytes) {
        Ok(sheets) => read(&sheets, wanted),
        Err(reason) => Reading::refused(Code::Json, reason),
    }
}

fn sheets(bytes: &[u8]) -> Result<Sheets, String> {
    check_size(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut sheets = Sheets::default();
    for name in workbook.sheet_names() {
        let target = match name.trim().to_lowercase().as_str() {
            "survey" => &mut sheets.survey,
            "choices" => &mut sheets.choices,
            "settings" => &mut sheets.settings,
            _ => continue,
        };
        *target = Sheet::new(rows(&mut workbook, &name)?)?;
    }
    Ok(sheets)
}

/// Holds a workbook to a size: it is an archive, which can be far larger than its file.
fn check_size(bytes: &[u8]) -> Result<(), String> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut left = LARGEST_UNPACKED;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|error| error.to_string())?;
        let size = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink());
        let size = size.map_err(|error| error.to_string())?;
        left = left.checked_sub(size).ok_or("the workbook is larger than 64 MiB unpacked")?;
    }
    Ok(())
}

/// Reads the cells of a sheet one by one: a cell far away must not make a large table.
fn rows(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<(u64, Vec<String>)>, String> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|error| error.to_string())?;
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

/// Reads CSV: one file with a column of sheet names before the cells, or the survey sheet and,
/// apart from it, the choices sheet.
pub(super) fn read_csv(text: &str, choices: Option<&str>, wanted: Wanted<'_>) -> Reading {
    let rows = match separated(text, b',') {
        Ok(rows) => rows,
        Err(reason) => return Reading::refused(Code::Json, reason),
    };
    let sheets = csv_sheets(rows, choices);
    match sheets {
        Ok(sheets) => read(&sheets, wanted),
        Err(reason) => Reading::refused(Code::Json, reason),
    }
}

fn csv_sheets(rows: Vec<(u64, Vec<String>)>, choices: Option<&str>) -> Result<Sheets, String> {
    let is_heading = rows.first().is_some_and(|(_, cells)| {
        cells.iter().any(|cell| cell.trim().eq_ignore_ascii_case("type"))
    });
    if is_heading {
        let choices = choices.map(|text| separated(text, b',')).transpose()?.unwrap_or_default();
        return Ok(Sheets {
            survey: Sheet::new(rows)?,
            choices: Sheet::new(choices)?,
            ..Sheets::default()
        });
    }
    let mut parts: BTreeMap<String, Vec<(u64, Vec<String>)>> = BTreeMap::new();
    let mut name = String::new();
    for (line, mut cells) in rows {
        if cells.is_empty() {
            continue;
        }
        let first = cells.remove(0).trim().to_lowercase();
        if !first.is_empty() {
            name = first;
        }
        parts.entry(name.clone()).or_default().push((line, cells));
    }
    let mut part = |name: &str| Sheet::new(parts.remove(name).unwrap_or_default());
    Ok(Sheets { survey: part("survey")?, choices: part("choices")?, settings: part("settings")? })
}

fn read(sheets: &Sheets, wanted: Wanted<'_>) -> Reading {
    let survey = &sheets.survey;
    if !(survey.has("type") || survey.has("command"))
        || !["name", "tag", "value"].iter().any(|n| survey.has(n))
    {
        return Reading::refused(
            Code::Type,
            "the survey sheet with the columns type and name is missing",
        );
    }
    let settings = sheets.settings.rows.first();
    let setting = |names: &[&str]| settings.and_then(|row| row.any(names));
    let language = wanted.language.or_else(|| setting(&["default_language"]));
    let label = label_column(survey, language);
    let mut walk = Walk {
        choices: lists(&sheets.choices, &label_column(&sheets.choices, language)),
        wanted,
        label,
        above: Vec::new(),
        items: Vec::new(),
        findings: Vec::new(),
        seen: Vec::new(),
    };
    for row in &survey.rows {
        if let Err(finding) = walk.row(row) {
            return Reading { form: None, findings: vec![finding] };
        }
    }
    let title =
        setting(&["form_title", "title"]).map_or_else(|| "XLSForm questionnaire".into(), plain);
    let form = Form {
        format: "XLSForm".into(),
        name: setting(&["form_id", "id_string"]).map_or_else(|| title.clone(), plain),
        title,
        version: setting(&["version"]).map(plain),
        language: language.map(tag).filter(|tag| is_language(tag)),
        items: walk.items,
        ..Form::default()
    };
    form.finish(walk.findings, wanted)
}

/// Returns the tag of a language as XLSForm names it: `English (en)`, or the tag alone.
fn tag(language: &str) -> String {
    let inner = language.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    inner.unwrap_or(language).trim().to_owned()
}

/// Returns the column of labels: that of the language, else the plain one, else the first there is.
fn label_column(sheet: &Sheet, language: Option<&str>) -> String {
    let language = language.map(str::to_lowercase);
    let speaks = |column: &&String| {
        let Some((name, written)) = column.split_once(':') else { return false };
        let written = written.trim_start_matches(':').trim();
        let matches = |language: &String| written == language || tag(written) == *language;
        matches!(name.trim(), "label" | "caption") && language.as_ref().is_some_and(matches)
    };
    let columns = &sheet.columns;
    let plain = || columns.iter().find(|column| matches!(column.as_str(), "label" | "caption"));
    let any = || {
        columns.iter().find(|column| column.starts_with("label:") || column.starts_with("caption:"))
    };
    columns
        .iter()
        .find(speaks)
        .or_else(plain)
        .or_else(any)
        .cloned()
        .unwrap_or_else(|| "label".into())
}

type Lists = BTreeMap<String, Result<Vec<FormOption>, String>>;

fn lists(sheet: &Sheet, label: &str) -> Lists {
    let mut lists: BTreeMap<String, Result<Vec<FormOption>, String>> = BTreeMap::new();
    for row in &sheet.rows {
        let Some(list) = row.any(&["list_name", "list name"]) else { continue };
        let Ok(options) = lists.entry(list.to_owned()).or_insert_with(|| Ok(Vec::new())) else {
            continue;
        };
        let name = row.any(&["name", "value"]).unwrap_or_default();
        let text = plain(row.cell(label).unwrap_or(name));
        let value: Option<f64> =
            name.parse().ok().filter(|value: &f64| value.is_finite() && value.abs() <= 1e9);
        if name.is_empty() || text.is_empty() || text.chars().count() > 200 {
            let reason = format!(
                "row {} of its choices has no name, or a label that is empty or too long",
                row.line
            );
            lists.insert(list.to_owned(), Err(reason));
            continue;
        }
        options.push(FormOption { label: text, value, code: value });
    }
    for options in lists.values_mut() {
        let Ok(listed) = options else { continue };
        let values: Vec<f64> = listed.iter().filter_map(|option| option.value).collect();
        if listed.len() < 2 || listed.len() > 100 {
            *options = Err(format!("it has {} choices; 2 to 100 are taken", listed.len()));
        } else if distinct(values).is_none() {
            *options = Err("one of its choices is there twice".into());
        }
    }
    lists
}

struct Walk<'a> {
    choices: Lists,
    wanted: Wanted<'a>,
    label: String,
    /// For each open group why its items are refused, if they are.
    above: Vec<Option<(Code, &'static str)>>,
    items: Vec<FormItem>,
    findings: Vec<Finding>,
    seen: Vec<String>,
}

impl Walk<'_> {
    fn row(&mut self, row: &Row) -> Result<(), Finding> {
        let Some(kind) = row.any(&["type", "command"]) else { return Ok(()) };
        let mut words = kind.split_whitespace();
        let first = words.next().unwrap_or_default().to_lowercase();
        let second = words.next().unwrap_or_default();
        let conditional = row.any(&["relevant", "relevance"]).is_some();
        match (first.as_str(), second) {
            ("begin", "group") | ("begin_group", _) => {
                let reason = (Code::Branch, "its group is asked only under a condition");
                self.above.push(conditional.then_some(reason));
                return Ok(());
            }
            ("begin", "repeat") | ("begin_repeat", _) => {
                self.above.push(Some((Code::Repeats, "it stands in a repeating group")));
                return Ok(());
            }
            ("end" | "end_group" | "end_repeat", _) => {
                self.above.pop();
                return Ok(());
            }
            ("note", _) => return Ok(()),
            _ => {}
        }
        let Some(name) = row.any(&["name", "tag", "value"]).map(str::to_owned) else {
            // Metadata such as start and end need no name.
            return Ok(());
        };
        if self.seen.contains(&name) {
            return Err(Finding::item(Code::LinkId, &name, "this name is there twice"));
        }
        self.seen.push(name.clone());
        let Some(kind) = self.kind(&first, second, row, &name) else { return Ok(()) };
        let refused = self.above.iter().flatten().next().copied();
        let own = conditional.then_some((
            Code::Branch,
            "it is asked only under a condition; a score needs a fixed set of items",
        ));
        let text = plain(row.cell(&self.label).unwrap_or_default());
        if let Some((code, reason)) = own.or(refused) {
            self.say(code, &name, reason);
        } else if text.is_empty() {
            self.say(Code::ItemType, &name, "it has no label to ask");
        } else if text.chars().count() > 2000 {
            self.say(Code::Limit, &name, "its text has more than 2,000 characters");
        } else {
            self.weights(&kind, &name);
            self.items.push(FormItem { link: name, text, kind });
        }
        Ok(())
    }

    fn say(&mut self, code: Code, name: &str, reason: impl Into<String>) {
        self.findings.push(Finding::item(code, name, reason));
    }

    fn weights(&mut self, kind: &FormKind, name: &str) {
        let FormKind::Choice(options) = kind else { return };
        let numbers = options.iter().filter(|option| option.value.is_some()).count();
        if numbers == 0 {
            self.say(Code::NoWeight, name, "the names of its choices are no numbers");
        } else if numbers < options.len() {
            self.say(Code::Partial, name, "the names of some of its choices are no numbers");
        }
    }

    /// Returns what a question takes, or says why it is left.
    fn kind(&mut self, first: &str, second: &str, row: &Row, name: &str) -> Option<FormKind> {
        match first {
            "select_one" | "select1" => {
                if row.cell("choice_filter").is_some() {
                    self.say(Code::Branch, name, "its choices depend on other answers");
                    return None;
                }
                match self.choices.get(second) {
                    Some(Ok(options)) => Some(FormKind::Choice(options.clone())),
                    Some(Err(reason)) => {
                        let reason = reason.clone();
                        self.say(Code::Option, name, reason);
                        None
                    }
                    None => {
                        let reason = format!(
                            "the list `{}` of its choices is not in the file",
                            plain(second)
                        );
                        self.say(Code::ExternalValueSet, name, reason);
                        None
                    }
                }
            }
            "select_multiple" => {
                self.say(Code::Repeats, name, "it takes several answers, whose sum is undefined");
                None
            }
            "range" => self.range(row, name),
            "calculate" => {
                self.say(Code::Total, name, "it is computed, so it is not asked");
                None
            }
            "text" if self.wanted.unscored => Some(FormKind::Text),
            "start" | "end" | "today" | "deviceid" | "username" | "audit" => None,
            other => {
                let reason =
                    format!("a question of type `{}` is not scored; left out", plain(other));
                self.say(Code::ItemType, name, reason);
                None
            }
        }
    }

    fn range(&mut self, row: &Row, name: &str) -> Option<FormKind> {
        let parameters = row.cell("parameters").unwrap_or_default();
        let number = |wanted: &str, usual: f64| {
            let given = parameters.split([' ', ',', ';']).filter_map(|part| part.split_once('='));
            let mut given = given.filter(|(key, _)| key.trim() == wanted);
            given.next().map_or(Some(usual), |(_, value)| value.trim().parse().ok())
        };
        // The defaults of XLSForm: 1 to 10 in steps of 1.
        match (number("start", 1.0), number("end", 10.0), number("step", 1.0)) {
            (Some(min), Some(max), Some(step)) if min < max && step > 0.0 => {
                let fits = ((max - min) / step).fract().abs() < 1e-9;
                Some(FormKind::Number { min, max, step: fits.then_some(step), unit: None })
            }
            _ => {
                self.say(Code::ItemType, name, "the parameters of its range cannot be read");
                None
            }
        }
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
        let reading = read_workbook(bytes, Wanted::default());
        assert!(reading.form.is_none());
        let reason = &reading.findings[0].reason;
        assert!(reason.contains(expected), "{reason}");
    }

    #[test]
    fn a_cell_far_away_makes_no_large_table() {
        let far = "<row r='1'><c r='A1' t='str'><v>type</v></c></row>\
                   <row r='1048576'><c r='XFD1048576' t='str'><v>x</v></c></row>";
        refuses(&workbook(far), "more than 1,000 columns");
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
        refuses(&workbook("<row r='1'><c r='A1' t='str'><v>nothing</v></c></row>"), "survey sheet");
    }
}
