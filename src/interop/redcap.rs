//! REDCap data dictionary, CSV: radio, dropdown, yes/no and slider fields. The raw code is the value.

use super::fhir::{Candidate, Outcome, Wanted};
use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormKind, FormOption, Proposal, Reading, distinct};
use super::missing::without_no_answers;
use super::sheet::{Row, Sheet, separated, separator};
use super::text::plain;

/// Columns under both of their names: that of the file and that of the interface.
const FIELD: [&str; 2] = ["variable / field name", "field_name"];
const FORM: [&str; 2] = ["form name", "form_name"];
const KIND: [&str; 2] = ["field type", "field_type"];
const LABEL: [&str; 2] = ["field label", "field_label"];
const HEADER: [&str; 2] = ["section header", "section_header"];
const CHOICES: [&str; 2] =
    ["choices, calculations, or slider labels", "select_choices_or_calculations"];
const MIN: [&str; 2] = ["text validation min", "text_validation_min"];
const MAX: [&str; 2] = ["text validation max", "text_validation_max"];
const VALIDATION: [&str; 2] =
    ["text validation type or show slider number", "text_validation_type_or_show_slider_number"];
const BRANCHING: [&str; 2] = ["branching logic (show field only if...)", "branching_logic"];
const ANNOTATION: [&str; 2] = ["field annotation", "field_annotation"];
const RANKING: [&str; 2] = ["matrix ranking?", "matrix_ranking"];
const IDENTIFIER: [&str; 2] = ["identifier?", "identifier"];

/// Reads a data dictionary. With several forms in it, one is to be named.
pub(super) fn read(text: &str, wanted: Wanted<'_>) -> Outcome {
    let sheet = separated(text, separator(text)).and_then(Sheet::new);
    let sheet = match sheet {
        Ok(sheet) => sheet,
        Err(reason) => return Outcome::Read(Reading::refused(Code::Json, reason)),
    };
    if !FIELD.iter().any(|name| sheet.has(name)) || !KIND.iter().any(|name| sheet.has(name)) {
        let reason = "the columns for the field's name and type are missing";
        return Outcome::Read(Reading::refused(Code::Type, reason));
    }
    let mut forms: Vec<&str> = Vec::new();
    for form in sheet.rows.iter().filter_map(|row| row.any(&FORM)) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let chosen = match (wanted.one, forms.as_slice()) {
        (Some(one), _) if forms.contains(&one) => Some(one),
        (None, []) => None,
        (None, [only]) => Some(*only),
        _ => {
            let candidate = |form: &&str| Candidate { name: plain(form), title: String::new() };
            return Outcome::Several(forms.iter().map(candidate).collect());
        }
    };
    let rows: Vec<&Row> =
        sheet.rows.iter().filter(|row| chosen.is_none() || row.any(&FORM) == chosen).collect();
    Outcome::Read(read_form(chosen.unwrap_or("redcap"), &rows, wanted))
}

fn read_form(name: &str, rows: &[&Row], wanted: Wanted<'_>) -> Reading {
    let mut findings = Vec::new();
    let mut items: Vec<FormItem> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut heading = None;
    for row in rows {
        let Some(field) = row.any(&FIELD) else {
            let reason = format!("line {}: a field has no name", row.line);
            return Reading::refused(Code::LinkId, reason);
        };
        if seen.contains(&field) {
            return Reading {
                form: None,
                findings: vec![Finding::item(Code::LinkId, field, "this field is there twice")],
            };
        }
        seen.push(field);
        if let Some(header) = row.any(&HEADER) {
            heading = Some(plain(header));
        }
        let Some(kind) = kind(row, field, wanted, &mut findings) else { continue };
        let text = plain(row.any(&LABEL).unwrap_or_default());
        if text.is_empty() {
            findings.push(Finding::item(Code::ItemType, field, "it has no label to ask"));
            continue;
        }
        let text = match &heading {
            Some(heading) if !heading.is_empty() => format!("{heading}: {text}"),
            _ => text,
        };
        if text.chars().count() > 2000 {
            findings.push(Finding::item(
                Code::Limit,
                field,
                "its text has more than 2,000 characters",
            ));
            continue;
        }
        items.push(FormItem { link: field.to_owned(), text, kind });
    }
    let mut proposals = Vec::new();
    for row in rows.iter().filter(|row| is_calculated(row)) {
        match proposal(row, &items) {
            Some(proposal) => proposals.push(proposal),
            None => findings.push(Finding::item(
                Code::Expression,
                row.any(&FIELD).unwrap_or_default(),
                "it is not the plain sum or mean of fields that were taken with values, so it is no score here",
            )),
        }
    }
    let form = Form {
        format: "REDCap data dictionary".into(),
        title: plain(&name.replace('_', " ")),
        name: name.to_owned(),
        proposals,
        items,
        ..Form::default()
    };
    form.finish(findings, wanted)
}

/// Returns what a field takes, or says why it is left.
fn kind(
    row: &Row,
    field: &str,
    wanted: Wanted<'_>,
    findings: &mut Vec<Finding>,
) -> Option<FormKind> {
    let mut say = |code: Code, reason: String| findings.push(Finding::item(code, field, reason));
    let word = row.any(&KIND).unwrap_or_default().to_lowercase();
    if let Some((code, reason)) = annotated(row, &mut say) {
        say(code, reason.into());
        return None;
    }
    let kind = match word.as_str() {
        "radio" | "dropdown" => match options(row.any(&CHOICES).unwrap_or_default()) {
            Ok(options) => steps(options, &mut say),
            Err(reason) => {
                say(Code::Option, reason);
                return None;
            }
        },
        "yesno" | "truefalse" => FormKind::YesNo,
        "slider" => match limits(row, Some((0.0, 100.0))) {
            Some((min, max)) => FormKind::Number { min, max, step: Some(1.0), unit: None },
            None => {
                say(Code::ItemType, "the limits of its slider cannot be read".into());
                return None;
            }
        },
        "text" => match number(row) {
            Some(number) => number,
            None => return words(row, wanted, &mut say),
        },
        "notes" => return words(row, wanted, &mut say),
        "descriptive" => {
            say(Code::Ignored, "a text to read; left out".into());
            return None;
        }
        "calc" => {
            let sum = plain(row.any(&CHOICES).unwrap_or_default());
            let reason = format!("it is computed, so it is not asked: {sum}");
            say(Code::Total, super::text::shortened(&reason, 300));
            return None;
        }
        "checkbox" => {
            say(Code::Repeats, "it takes several answers, whose sum is undefined".into());
            return None;
        }
        other => {
            let reason = format!("a field of type `{}` is not scored; left out", plain(other));
            say(Code::ItemType, reason);
            return None;
        }
    };
    if row.any(&BRANCHING).is_some() {
        let reason = "it is asked only under a condition; a score needs a fixed set of items";
        say(Code::Branch, reason.into());
        return None;
    }
    if kind == FormKind::YesNo {
        let reason = "yes and no count 1 and 0 in REDCap; nothing is scored until you say so";
        say(Code::NoWeight, reason.into());
    }
    Some(kind)
}

/// Takes options without those that stand for no answer.
fn steps(mut options: Vec<FormOption>, say: &mut dyn FnMut(Code, String)) -> FormKind {
    for reason in without_no_answers(&mut options) {
        say(Code::NoAnswer, reason);
    }
    FormKind::Choice(options)
}

/// Returns why what stands beside a field keeps it from being asked, and says what is filled in beforehand.
fn annotated(row: &Row, say: &mut dyn FnMut(Code, String)) -> Option<(Code, &'static str)> {
    let annotation = row.any(&ANNOTATION).unwrap_or_default().to_uppercase();
    let tags: Vec<&str> = annotation
        .split('@')
        .skip(1)
        .map(|tag| tag.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next())
        .map(Option::unwrap_or_default)
        // It is still asked on the screen.
        .filter(|tag| *tag != "HIDDEN-PDF")
        .collect();
    let begins = |names: &[&str]| tags.iter().any(|tag| names.iter().any(|n| tag.starts_with(n)));
    if begins(&["DEFAULT", "SETVALUE", "PREFILL"]) {
        let reason = "a value filled in beforehand would lead the answer; left out";
        say(Code::Initial, reason.into());
    }
    if begins(&["CALCTEXT", "CALCDATE"]) {
        Some((Code::Total, "it is computed, so it is not asked"))
    } else if begins(&["HIDDEN"]) {
        Some((Code::ItemType, "it is hidden, so it is not asked"))
    } else if begins(&["READONLY"]) {
        Some((Code::ItemType, "it is read-only, so it is not asked"))
    } else if begins(&["HIDECHOICE", "IF"]) {
        Some((Code::Branch, "its annotation decides what is asked"))
    } else if row.any(&RANKING).is_some_and(|mark| mark.eq_ignore_ascii_case("y")) {
        Some((Code::ItemType, "it is part of a ranking, which is not scored; left out"))
    } else {
        None
    }
}

fn is_calculated(row: &Row) -> bool {
    row.any(&KIND).is_some_and(|kind| kind.eq_ignore_ascii_case("calc"))
}

/// Returns the score that a computed field describes, if it is the plain sum or mean of fields that were taken.
fn proposal(row: &Row, items: &[FormItem]) -> Option<Proposal> {
    let field = row.any(&FIELD)?;
    let written: String = row
        .any(&CHOICES)?
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_lowercase();
    let inside = |name: &str| written.strip_prefix(name)?.strip_suffix(')');
    let (fields, is_mean, separator) = match (inside("sum("), inside("mean(")) {
        (Some(fields), _) => (fields, false, ','),
        (_, Some(fields)) => (fields, true, ','),
        _ => (written.as_str(), false, '+'),
    };
    let known = |part: &str| {
        let link = part.strip_prefix('[')?.strip_suffix(']')?;
        let item = items.iter().find(|item| item.link == link)?;
        (item.values().is_some() || matches!(item.kind, FormKind::Number { .. }))
            .then(|| link.to_owned())
    };
    let links: Vec<String> = fields.split(separator).map(known).collect::<Option<_>>()?;
    let is_once = links.iter().enumerate().all(|(place, link)| !links[..place].contains(link));
    (links.len() > 1 && is_once).then(|| Proposal {
        id: field.to_owned(),
        title: row.any(&LABEL).map_or_else(|| field.to_owned(), plain),
        items: links,
        is_mean,
        because: format!("the calculation of `{field}`"),
        ..Proposal::default()
    })
}

/// Returns the limits of a field, where both can be read; `usual` where they are not given.
fn limits(row: &Row, usual: Option<(f64, f64)>) -> Option<(f64, f64)> {
    let number = |columns: &[&str; 2], usual: Option<f64>| {
        row.any(columns).map_or(usual, |cell| cell.parse().ok())
    };
    let min = number(&MIN, usual.map(|(min, _)| min))?;
    let max = number(&MAX, usual.map(|(_, max)| max))?;
    (min < max).then_some((min, max))
}

/// Returns the number that a field of text takes, where it has limits.
fn number(row: &Row) -> Option<FormKind> {
    let step = match row.any(&VALIDATION)? {
        "integer" => Some(1.0),
        "number" => None,
        _ => return None,
    };
    let (min, max) = limits(row, None)?;
    Some(FormKind::Number { min, max, step, unit: None })
}

fn words(row: &Row, wanted: Wanted<'_>, say: &mut dyn FnMut(Code, String)) -> Option<FormKind> {
    let identifies = row.any(&IDENTIFIER).is_some_and(|mark| mark.eq_ignore_ascii_case("y"));
    if wanted.unscored && row.any(&BRANCHING).is_none() && !identifies {
        return Some(FormKind::Text);
    }
    say(
        Code::ItemType,
        "a field for words, or for a number without limits, is not scored; left out".into(),
    );
    None
}

/// Reads `1, Never | 2, Rarely`: the raw code before the first comma, which must be a number.
fn options(choices: &str) -> Result<Vec<FormOption>, String> {
    let mut options = Vec::new();
    for choice in choices.split('|').map(str::trim).filter(|choice| !choice.is_empty()) {
        let (code, label) = choice.split_once(',').unwrap_or((choice, choice));
        let (code, label) = (code.trim(), plain(label));
        let value: Option<f64> =
            code.parse().ok().filter(|value: &f64| value.is_finite() && value.abs() <= 1e9);
        let Some(value) = value else {
            return Err(format!("its code `{}` is not a number", plain(code)));
        };
        if label.is_empty() || label.chars().count() > 200 {
            return Err(format!("the label of its code {code} is empty or too long"));
        }
        options.push(FormOption { label, value: Some(value), code: Some(value) });
    }
    if options.len() < 2 || options.len() > 100 {
        return Err(format!("it has {} response options; 2 to 100 are taken", options.len()));
    }
    if distinct(options.iter().filter_map(|option| option.value).collect()).is_none() {
        return Err("one of its codes is there twice".into());
    }
    Ok(options)
}
