//! XLSForm (ODK, Kobo, SurveyCTO), as a workbook or as CSV: the choice's name is the value, if it is a number.

mod choices;

use std::collections::BTreeMap;

use super::fhir::Wanted;
use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormKind, Reading};
use super::sheet::{Row, Sheet, separated, separator};
use super::text::{is_language, plain};
use super::workbook::Workbook;
use choices::{Lists, label_column, lists, tag};

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
    let rows = match separated(text, separator(text)) {
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
    // The name of a sheet may stand before its first row only, or before each.
    let is_sheet = |cell: &String| {
        matches!(cell.trim().to_lowercase().as_str(), "survey" | "choices" | "settings")
    };
    let is_heading = rows.first().is_some_and(|(_, cells)| {
        !cells.first().is_some_and(is_sheet)
            && cells.iter().any(|cell| cell.trim().eq_ignore_ascii_case("type"))
    });
    if is_heading {
        let choices = choices.map(|text| separated(text, separator(text)));
        let choices = choices.transpose()?.unwrap_or_default();
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
    let usual = setting(&["default_language"]);
    let label = label_column(survey, wanted.language.or(usual));
    let of_choices = label_column(&sheets.choices, wanted.language.or(usual));
    // A column without a language is in the usual one, or in the one that the person names.
    let language = label.language.clone().or_else(|| usual.or(wanted.language).map(tag));
    let mut findings = Vec::new();
    if let Some(other) = wanted.language.filter(|tag| language.as_deref() != Some(*tag)) {
        let taken = language.as_deref().map_or_else(|| "the file's own".into(), plain);
        let reason =
            format!("there are no texts in `{}`; those in `{taken}` are taken", plain(other));
        findings.push(Finding::file(Code::Absent, reason));
    }
    let is_mixed = of_choices.language != label.language && !sheets.choices.rows.is_empty();
    if is_mixed && (label.language.is_some() || of_choices.language.is_some()) {
        let reason = "the labels of the choices are not in the language of the questions";
        findings.push(Finding::file(Code::Absent, reason));
    }
    let mut walk = Walk {
        choices: lists(&sheets.choices, &of_choices.name),
        wanted,
        label: label.name,
        above: Vec::new(),
        items: Vec::new(),
        findings,
        seen: Vec::new(),
        left: Vec::new(),
    };
    for row in &survey.rows {
        if let Err(finding) = walk.row(row) {
            return Reading { form: None, findings: vec![finding] };
        }
    }
    if !walk.left.is_empty() {
        let reason = format!("texts to read and headings passed over: {}", walk.left.join(", "));
        walk.findings.push(Finding::file(Code::Ignored, reason));
    }
    let title =
        setting(&["form_title", "title"]).map_or_else(|| "XLSForm questionnaire".into(), plain);
    let form = Form {
        format: "XLSForm".into(),
        name: setting(&["form_id", "id_string"]).map_or_else(|| title.clone(), plain),
        title,
        version: setting(&["version"]).map(plain),
        language: language.filter(|tag| is_language(tag)),
        items: walk.items,
        ..Form::default()
    };
    form.finish(walk.findings, wanted)
}

fn is_yes(row: &Row, columns: &[&str]) -> bool {
    let no = |cell: &str| matches!(cell.to_lowercase().as_str(), "no" | "false" | "false()" | "0");
    row.any(columns).is_some_and(|cell| !no(cell))
}

/// Returns why nobody is asked a question or what is in a group, if so.
fn unasked(row: &Row) -> Option<(Code, &'static str)> {
    let looks = row.cell("appearance").unwrap_or_default().to_lowercase();
    if looks.split_whitespace().any(|word| word == "hidden") {
        Some((Code::ItemType, "it is hidden, so it is not asked"))
    } else if is_yes(row, &["read_only", "readonly"]) {
        Some((Code::ItemType, "it is read-only, so it is not asked"))
    } else {
        let reason = "it is disabled, so it is not asked";
        is_yes(row, &["disabled"]).then_some((Code::ItemType, reason))
    }
}

fn is_conditional(row: &Row) -> bool {
    row.any(&["relevant", "relevance"]).is_some()
}

fn of_group(row: &Row) -> Option<(Code, &'static str)> {
    unasked(row).map(|(code, _)| (code, "its group is hidden, read-only or disabled"))
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
    /// Names of texts and headings that are passed over.
    left: Vec<String>,
}

impl Walk<'_> {
    fn row(&mut self, row: &Row) -> Result<(), Finding> {
        let Some(kind) = row.any(&["type", "command"]) else { return Ok(()) };
        let mut words = kind.split_whitespace();
        let first = words.next().unwrap_or_default().to_lowercase();
        let second = words.next().unwrap_or_default();
        let is_open = words.any(|word| matches!(word, "or_other" | "or_specify"));
        if self.is_structure(&first, second, row) {
            return Ok(());
        }
        let conditional = is_conditional(row);
        let Some(name) = row.any(&["name", "tag", "value"]).map(str::to_owned) else {
            // Metadata such as start and end need no name.
            return Ok(());
        };
        if self.seen.contains(&name) {
            return Err(Finding::item(Code::LinkId, &name, "this name is there twice"));
        }
        self.seen.push(name.clone());
        if row.cell("default").is_some() {
            let reason = "a value filled in beforehand would lead the answer; left out";
            self.say(Code::Initial, &name, reason);
        }
        let computed = row.any(&["calculation", "calculate"]).filter(|_| first != "calculate");
        let unasked = match computed {
            Some(_) => Some((Code::Total, "it is computed, so it is not asked")),
            None => unasked(row),
        };
        if let Some((code, reason)) = unasked {
            self.say(code, &name, reason);
            return Ok(());
        }
        let Some(kind) = self.kind(&first, second, row, &name) else { return Ok(()) };
        let Some(kind) = self.closed(kind, is_open, &name) else { return Ok(()) };
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

    /// Follows groups and texts to read; returns whether a row is one of those and no question.
    fn is_structure(&mut self, first: &str, second: &str, row: &Row) -> bool {
        match (first, second) {
            ("begin", "group") | ("begin_group", _) => {
                self.pass_over(row);
                let reason = "its group is asked only under a condition";
                let conditional = is_conditional(row).then_some((Code::Branch, reason));
                self.above.push(conditional.or_else(|| of_group(row)));
            }
            ("begin", "repeat") | ("begin_repeat", _) => {
                self.pass_over(row);
                self.above.push(Some((Code::Repeats, "it stands in a repeating group")));
            }
            // Without a second word it is the metadatum of when a form was left.
            ("end", "group" | "repeat") | ("end_group" | "end_repeat", _) => {
                self.above.pop();
            }
            ("note", _) => self.pass_over(row),
            _ => return false,
        }
        true
    }

    /// Notes a text that nobody answers.
    fn pass_over(&mut self, row: &Row) {
        if row.cell(&self.label).is_some() {
            let name = row
                .any(&["name", "tag", "value"])
                .map_or_else(|| format!("row {}", row.line), |name| format!("`{}`", plain(name)));
            self.left.push(name);
        }
    }

    /// Returns a kind that can be taken although another answer may be written, if that is wanted.
    fn closed(&mut self, kind: FormKind, is_open: bool, name: &str) -> Option<FormKind> {
        match kind {
            FormKind::Choice(options) if is_open && self.wanted.unscored => {
                let reason = "it takes an answer beyond its options: only the options are taken, and they are not scored";
                self.say(Code::Open, name, reason);
                Some(FormKind::Open(options))
            }
            FormKind::Choice(_) if is_open => {
                let reason = "it takes an answer beyond its options, which has no value; `--unscored` takes the options";
                self.say(Code::Open, name, reason);
                None
            }
            kind => Some(kind),
        }
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
                    Some(Ok((options, said))) => {
                        let (options, said) = (options.clone(), said.clone());
                        for (code, reason) in said {
                            self.say(code, name, reason);
                        }
                        Some(FormKind::Choice(options))
                    }
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
