//! LimeSurvey structure, tab-separated: lists, arrays and numbers. The assessment value is the value.

use super::fhir::Wanted;
use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormKind, FormOption, Reading, distinct};
use super::missing::without_named_no_answers;
use super::sheet::{Row, Sheet, separated};
use super::text::{is_language, plain};

/// A question with the rows that belong to it.
struct Question<'s> {
    row: &'s Row,
    /// Whether its group is asked only under a condition.
    group_is_conditional: bool,
    parts: Vec<&'s Row>,
    answers: Vec<&'s Row>,
}

/// Reads a survey.
pub(super) fn read(text: &str, wanted: Wanted<'_>) -> Reading {
    let sheet = match separated(text, b'\t').and_then(Sheet::new) {
        Ok(sheet) => sheet,
        Err(reason) => return Reading::refused(Code::Json, reason),
    };
    if !["class", "type/scale", "name", "text"].iter().all(|column| sheet.has(column)) {
        return Reading::refused(
            Code::Type,
            "the columns class, type/scale, name and text are needed",
        );
    }
    let setting = |name: &str| {
        let of_class = |row: &&Row| matches!(row.cell("class"), Some("S" | "SL"));
        sheet.rows.iter().filter(of_class).find(|row| row.cell("name") == Some(name))?.cell("text")
    };
    let base = setting("language");
    let rows_in = |language: Option<&str>| -> Vec<&Row> {
        let speaks = |row: &&Row| match (language, row.cell("language")) {
            (Some(language), Some(written)) => language == written,
            _ => true,
        };
        sheet.rows.iter().filter(speaks).collect()
    };
    let mut findings = Vec::new();
    let mut language = wanted.language.or(base);
    let is_there = |tag: &str| sheet.rows.iter().any(|row| row.cell("language") == Some(tag));
    if let Some(other) = wanted.language.filter(|tag| !is_there(tag)).filter(|_| base.is_some()) {
        let of_file = plain(base.unwrap_or_default());
        let reason =
            format!("there are no texts in `{}`; those in `{of_file}` are taken", plain(other));
        findings.push(Finding::file(Code::Absent, reason));
        language = base;
    }
    let rows = rows_in(language);
    let mut items = Vec::new();
    let untranslated = match base.filter(|base| language != Some(base)) {
        Some(base) => {
            untranslated(&questions(&rows_in(Some(base))), &questions(&rows), &mut findings)
        }
        None => Vec::new(),
    };
    for question in questions(&rows) {
        if !untranslated.contains(&question.row.cell("name").unwrap_or_default()) {
            take(&question, wanted, &mut items, &mut findings);
        }
    }
    if let Some(finding) = twice(&items) {
        return Reading { form: None, findings: vec![finding] };
    }
    let title = setting("surveyls_title").map(plain).filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| "LimeSurvey questionnaire".into());
    let form = Form {
        format: "LimeSurvey".into(),
        name: title.clone(),
        title,
        about: setting("surveyls_description").map(plain).filter(|about| !about.is_empty()),
        language: language.filter(|tag| is_language(tag)).map(str::to_owned),
        items,
        ..Form::default()
    };
    form.finish(findings, wanted)
}

/// Returns what is to be said of a name that is there twice.
fn twice(items: &[FormItem]) -> Option<Finding> {
    let is_double = |(place, item): &(usize, &FormItem)| {
        items[..*place].iter().any(|known| known.link == item.link)
    };
    let (_, item) = items.iter().enumerate().find(is_double)?;
    Some(Finding::item(Code::LinkId, &item.link, "this name is there twice"))
}

/// Returns the questions that are not wholly in the wanted language, and says so: with a subquestion or an answer
/// less they would be others.
fn untranslated<'s>(
    base: &[Question<'s>],
    wanted: &[Question<'s>],
    findings: &mut Vec<Finding>,
) -> Vec<&'s str> {
    let mut left = Vec::new();
    for question in base {
        let Some(name) = question.row.cell("name") else { continue };
        let translated = wanted.iter().find(|known| known.row.cell("name") == Some(name));
        let is_whole = translated.is_some_and(|translated| {
            translated.parts.len() == question.parts.len()
                && translated.answers.len() == question.answers.len()
        });
        if !is_whole {
            let reason = "it is not wholly in the wanted language; left out";
            findings.push(Finding::item(Code::Absent, name, reason));
            left.push(name);
        }
    }
    left
}

fn questions<'s>(rows: &[&'s Row]) -> Vec<Question<'s>> {
    let mut questions: Vec<Question<'s>> = Vec::new();
    let mut group_is_conditional = false;
    for row in rows {
        match (row.cell("class"), questions.last_mut()) {
            (Some("G"), _) => group_is_conditional = is_conditional(row),
            (Some("Q"), _) => questions.push(Question {
                row,
                group_is_conditional,
                parts: Vec::new(),
                answers: Vec::new(),
            }),
            (Some("SQ"), Some(question)) => question.parts.push(row),
            (Some("A"), Some(question)) => question.answers.push(row),
            _ => {}
        }
    }
    questions
}

fn is_conditional(row: &Row) -> bool {
    let filters = ["array_filter", "array_filter_exclude"];
    row.cell("relevance").is_some_and(|relevance| relevance != "1") || row.any(&filters).is_some()
}

fn is_hidden(row: &Row) -> bool {
    row.cell("hidden").is_some_and(|mark| matches!(mark, "1" | "Y" | "y"))
}

const BRANCH: &str = "it is asked only under a condition; a score needs a fixed set of items";

fn take(
    question: &Question<'_>,
    wanted: Wanted<'_>,
    items: &mut Vec<FormItem>,
    findings: &mut Vec<Finding>,
) {
    let row = question.row;
    let Some(name) = row.cell("name") else {
        findings.push(Finding::file(
            Code::LinkId,
            format!("line {}: a question has no name", row.line),
        ));
        return;
    };
    if is_hidden(row) {
        let reason = "it is hidden, so it is not asked";
        return findings.push(Finding::item(Code::ItemType, name, reason));
    }
    if row.cell("default").is_some() {
        let reason = "a value filled in beforehand would lead the answer; left out";
        findings.push(Finding::item(Code::Initial, name, reason));
    }
    let word = row.cell("type/scale").unwrap_or_default();
    let mut kind = match kind(word, question, wanted) {
        Ok(kind) => kind,
        Err((code, reason)) => return findings.push(Finding::item(code, name, reason)),
    };
    let mut say = |code: Code, reason: &str| findings.push(Finding::item(code, name, reason));
    if is_conditional(row) || question.group_is_conditional {
        return say(Code::Branch, BRANCH);
    }
    if row.cell("other") == Some("Y") {
        return say(Code::Open, "it takes an answer beyond its options, which has no value");
    }
    let no_answers = match &mut kind {
        FormKind::Choice(options) => without_named_no_answers(options),
        _ => Vec::new(),
    };
    let heading = plain(row.cell("text").unwrap_or_default());
    let parts = if matches!(word, "F" | "K") { question.parts.as_slice() } else { &[] };
    if matches!(word, "F" | "K") && parts.is_empty() {
        return say(Code::Option, "it has no subquestions");
    }
    let whole = parts.is_empty().then(|| (name.to_owned(), heading.clone(), false));
    let of_part = |part: &&Row| {
        let text = plain(part.cell("text").unwrap_or_default());
        let text = if heading.is_empty() { text } else { format!("{heading}: {text}") };
        (format!("{name}_{}", part.cell("name").unwrap_or_default()), text, is_conditional(part))
    };
    for (link, text, conditional) in whole.into_iter().chain(parts.iter().map(of_part)) {
        let mut say = |code: Code, reason: &str| findings.push(Finding::item(code, &link, reason));
        if conditional {
            say(Code::Branch, BRANCH);
        } else if text.is_empty() {
            say(Code::ItemType, "it has no text to ask");
        } else if text.chars().count() > 2000 {
            say(Code::Limit, "its text has more than 2,000 characters");
        } else {
            for reason in &no_answers {
                say(Code::NoAnswer, reason);
            }
            weights(&kind, &mut say);
            items.push(FormItem { link, text, kind: kind.clone() });
        }
    }
}

/// Returns what a question takes, or why it is left.
fn kind(
    word: &str,
    question: &Question<'_>,
    wanted: Wanted<'_>,
) -> Result<FormKind, (Code, String)> {
    Ok(match word {
        "L" | "!" | "O" | "F" => {
            let options = options(&question.answers);
            FormKind::Choice(options.map_err(|reason| (Code::Option, reason))?)
        }
        "5" => FormKind::Choice((1..=5).map(place).collect()),
        "N" | "K" => {
            let cell = |column: &str| question.row.cell(column);
            let number = |column: &str| cell(column).and_then(|cell| cell.parse::<f64>().ok());
            let min = number("min_num_value_n").or_else(|| number("min_num_value"));
            let max = number("max_num_value_n").or_else(|| number("max_num_value"));
            let limits = min.zip(max).filter(|(min, max)| min < max);
            let (min, max) = limits.ok_or_else(|| {
                (Code::ItemType, "a number without limits is not scored; left out".to_owned())
            })?;
            FormKind::Number { min, max, step: None, unit: None }
        }
        "Y" => FormKind::YesNo,
        "X" => return Err((Code::Ignored, "a text to read; left out".into())),
        "*" => return Err((Code::Total, "it is computed, so it is not asked".into())),
        "S" | "T" | "U" if wanted.unscored => FormKind::Text,
        "M" | "P" => {
            let reason = "it takes several answers, whose sum is undefined";
            return Err((Code::Repeats, reason.into()));
        }
        other => {
            let reason = format!("a question of type `{}` is not scored; left out", plain(other));
            return Err((Code::ItemType, reason));
        }
    })
}

fn weights(kind: &FormKind, say: &mut dyn FnMut(Code, &str)) {
    match kind {
        FormKind::Choice(options) => {
            let values: Vec<f64> = options.iter().filter_map(|option| option.value).collect();
            if values.is_empty() {
                say(Code::NoWeight, "its answers have no assessment values");
            } else if values.len() < options.len() {
                say(Code::Partial, "some of its answers have no assessment value");
            } else if distinct(values).is_none() {
                say(Code::Ties, "several answers have the same assessment value");
            }
        }
        FormKind::YesNo => say(Code::NoWeight, "yes and no have no weights in the file"),
        _ => {}
    }
}

fn place(number: u32) -> FormOption {
    let value = f64::from(number);
    FormOption { label: number.to_string(), value: Some(value), code: Some(value) }
}

/// Reads the answers of a question: the assessment value stands in the column `relevance`.
fn options(answers: &[&Row]) -> Result<Vec<FormOption>, String> {
    let mut options: Vec<FormOption> = Vec::new();
    let of_scale = |row: &&&Row| row.cell("type/scale").is_none_or(|scale| scale == "0");
    for answer in answers.iter().filter(of_scale) {
        let code = answer.cell("name").unwrap_or_default();
        let label = plain(answer.cell("text").unwrap_or(code));
        if label.is_empty() || label.chars().count() > 200 {
            return Err(format!(
                "line {}: the label of an answer is empty or too long",
                answer.line
            ));
        }
        if answers
            .iter()
            .take_while(|other| other.line != answer.line)
            .any(|other| of_scale(&other) && other.cell("name").unwrap_or_default() == code)
        {
            return Err(format!(
                "line {}: the answer code `{}` is there twice",
                answer.line,
                plain(code)
            ));
        }
        let value = answer.cell("relevance").and_then(|cell| cell.parse().ok());
        let value = value.filter(|value: &f64| value.is_finite() && value.abs() <= 1e9);
        options.push(FormOption {
            label,
            value,
            code: code.parse().ok().filter(|code: &f64| code.is_finite()),
        });
    }
    if options.len() < 2 || options.len() > 100 {
        return Err(format!("it has {} answers; 2 to 100 are taken", options.len()));
    }
    // LimeSurvey writes 0 for every answer where no assessment was set up.
    if options.iter().all(|option| option.value.is_none_or(|value| value == 0.0)) {
        for option in &mut options {
            option.value = None;
        }
    }
    Ok(options)
}
