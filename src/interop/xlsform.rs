//! XLSForm (ODK, Kobo, SurveyCTO), as a workbook or as CSV: the choice's name is the value, if it is a number.

use std::collections::BTreeMap;

use super::fhir::Wanted;
use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormKind, FormOption, Reading, distinct};
use super::sheet::{Row, Sheet, separated};
use super::text::{is_language, plain};
use super::workbook::Workbook;

/// The three sheets of a form.
#[derive(Default)]
struct Sheets {
    survey: Sheet,
    choices: Sheet,
    settings: Sheet,
}

/// Reads a workbook.
pub(super) fn read_workbook(bytes: &[u8], wanted: Wanted<'_>) -> Reading {
    match sheets(bytes) {
        Ok(sheets) => read(&sheets, wanted),
        Err(reason) => Reading::refused(Code::Json, reason),
    }
}

fn sheets(bytes: &[u8]) -> Result<Sheets, String> {
    let mut workbook = Workbook::open(bytes)?;
    let mut sheets = Sheets::default();
    for name in workbook.names() {
        let target = match name.trim().to_lowercase().as_str() {
            "survey" => &mut sheets.survey,
            "choices" => &mut sheets.choices,
            "settings" => &mut sheets.settings,
            _ => continue,
        };
        *target = Sheet::new(workbook.rows(&name)?)?;
    }
    Ok(sheets)
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
