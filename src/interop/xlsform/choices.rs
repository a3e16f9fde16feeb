//! Owns the labels and the choices of an XLSForm: in which column and language they stand.

use std::collections::BTreeMap;

use super::super::finding::Code;
use super::super::form::{FormOption, distinct};
use super::super::missing::without_no_answers;
use super::super::sheet::Sheet;
use super::super::text::plain;

/// Returns the tag of a language as XLSForm names it: `English (en)`, or the tag alone.
pub(super) fn tag(language: &str) -> String {
    let inner = language.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    inner.unwrap_or(language).trim().to_owned()
}

/// A column of labels, and the tag of its language where its name tells one.
pub(super) struct LabelColumn {
    pub(super) name: String,
    pub(super) language: Option<String>,
}

/// Returns the column of labels: that of the language, else the plain one, else the first there is.
pub(super) fn label_column(sheet: &Sheet, language: Option<&str>) -> LabelColumn {
    let language = language.map(str::to_lowercase);
    let written = |column: &String| {
        let (name, written) = column.split_once(':')?;
        let written = written.trim_start_matches(':').trim().to_owned();
        matches!(name.trim(), "label" | "caption").then_some(written)
    };
    let speaks = |column: &&String| {
        written(column).is_some_and(|written| {
            language.as_ref().is_some_and(|tag_| written == *tag_ || tag(&written) == *tag_)
        })
    };
    let columns = &sheet.columns;
    let plain = || columns.iter().find(|column| matches!(column.as_str(), "label" | "caption"));
    let any = || columns.iter().find(|column| written(column).is_some());
    let found = columns.iter().find(speaks).or_else(plain).or_else(any);
    LabelColumn {
        language: found.and_then(written).map(|written| tag(&written)),
        name: found.cloned().unwrap_or_else(|| "label".into()),
    }
}

/// The options of a list, and what is to be said of each item that takes it.
pub(super) type List = (Vec<FormOption>, Vec<(Code, String)>);
pub(super) type Lists = BTreeMap<String, Result<List, String>>;

pub(super) fn lists(sheet: &Sheet, label: &str) -> Lists {
    let mut lists: Lists = BTreeMap::new();
    for row in &sheet.rows {
        let Some(list) = row.any(&["list_name", "list name"]) else { continue };
        let entry = lists.entry(list.to_owned()).or_insert_with(|| Ok(List::default()));
        let Ok((options, said)) = entry else { continue };
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
        if row.cell(label).is_none() {
            let reason = format!("its choice `{}` has no label; its name stands", plain(name));
            said.push((Code::Absent, reason));
        }
        options.push(FormOption { label: text, value, code: value });
    }
    for options in lists.values_mut() {
        let Ok((listed, said)) = options else { continue };
        let values: Vec<f64> = listed.iter().filter_map(|option| option.value).collect();
        if listed.len() < 2 || listed.len() > 100 {
            *options = Err(format!("it has {} choices; 2 to 100 are taken", listed.len()));
        } else if distinct(values).is_none() {
            *options = Err("one of its choices is there twice".into());
        } else {
            let no_answers = without_no_answers(listed);
            said.extend(no_answers.into_iter().map(|reason| (Code::NoAnswer, reason)));
        }
    }
    lists
}
