//! Owns finding the one questionnaire of a file, telling its version, and what refuses it whole.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::finding::{Code, Finding};
use super::super::text::{plain, shortened};
use super::element::{last_segment, objects};

/// A questionnaire among several of a Bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name by which it can be asked for: its id, its canonical address or its name.
    pub name: String,
    /// Its title.
    pub title: String,
}

/// What a file holds.
pub(super) enum Found<'a> {
    One(&'a Value),
    Several(Vec<Candidate>),
    None(String),
}

/// Finds the questionnaire of a file.
pub(super) fn find<'a>(file: &'a Value, one: Option<&str>) -> Found<'a> {
    let kind = |value: &Value| value.get("resourceType").and_then(Value::as_str).map(str::to_owned);
    match kind(file).as_deref() {
        Some("Questionnaire") if file.get("group").is_some_and(Value::is_object) => {
            Found::None("it is a Questionnaire of FHIR DSTU2, whose root is `group`".into())
        }
        Some("Questionnaire") => Found::One(file),
        Some("Bundle") => {
            let entries = file.get("entry").and_then(Value::as_array).into_iter().flatten();
            let all: Vec<&Value> = entries
                .filter_map(|entry| entry.get("resource"))
                .filter(|resource| kind(resource).as_deref() == Some("Questionnaire"))
                .collect();
            among(&all, one)
        }
        Some(other) => Found::None(format!(
            "`resourceType` is `{}`, not Questionnaire or Bundle",
            shortened(&plain(other), 60)
        )),
        None => Found::None(
            "`resourceType` is missing; a FHIR file says Questionnaire or Bundle".into(),
        ),
    }
}

fn among<'a>(all: &[&'a Value], one: Option<&str>) -> Found<'a> {
    let named = |value: &&&Value| one.is_none_or(|one| names(value).iter().any(|name| name == one));
    let fitting: Vec<&&Value> = all.iter().filter(named).collect();
    match (fitting.as_slice(), all) {
        ([only], [only_one]) if std::ptr::eq(**only, *only_one) => find(only, None),
        ([only], _) => find(only, None),
        (_, []) => Found::None("the Bundle holds no Questionnaire".into()),
        ([], _) => Found::Several(candidates(all)),
        (several, _) => {
            Found::Several(candidates(&several.iter().map(|v| **v).collect::<Vec<_>>()))
        }
    }
}

fn candidates(all: &[&Value]) -> Vec<Candidate> {
    let candidate = |value: &&Value| Candidate {
        name: plain(names(value).first().map_or("", String::as_str)),
        title: plain(value.get("title").and_then(Value::as_str).unwrap_or_default()),
    };
    all.iter().map(candidate).collect()
}

fn names(value: &Value) -> Vec<String> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let versioned =
        text("url").zip(text("version")).map(|(url, version)| format!("{url}|{version}"));
    [text("id"), text("url"), versioned, text("name")].into_iter().flatten().collect()
}

/// Returns the version of FHIR, told by the shape, since no file names it.
pub(super) fn shape(questionnaire: &Value) -> &'static str {
    let mut is_r5 = false;
    objects(questionnaire, &mut |object| {
        let of_type = object.contains_key("linkId")
            && object.get("type").and_then(Value::as_str) == Some("coding");
        is_r5 |= of_type
            || object.contains_key("answerConstraint")
            || object.contains_key("disabledDisplay");
    });
    if is_r5 { "R5" } else { "R4" }
}

/// Returns what refuses the whole file.
pub(super) fn refusals(questionnaire: &Value, file: &Value) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(sign) = stu3_sign(questionnaire) {
        findings.push(Finding::file(
            Code::Stu3,
            format!("`{sign}` is of FHIR STU3; convert the file to R4 or R5"),
        ));
    }
    let modifier = modifier(questionnaire).or_else(|| {
        // A Bundle's own modifiers hold for what is in it.
        let text = file.get("implicitRules").and_then(Value::as_str);
        text.map(|_| "implicitRules".to_owned())
    });
    if let Some(what) = modifier {
        findings.push(Finding::file(
            Code::Modifier,
            format!("{what} changes the meaning in a way that must be understood and is not"),
        ));
    }
    link_ids(questionnaire, &mut findings);
    findings
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.get("item").and_then(Value::as_array).into_iter().flatten()
}

fn stu3_sign(questionnaire: &Value) -> Option<&'static str> {
    let mut sign = None;
    objects(questionnaire, &mut |object| {
        if object.contains_key("linkId") {
            if object.get("option").is_some_and(Value::is_array) {
                sign = Some("option");
            } else if object.contains_key("options") {
                sign = Some("options");
            }
        }
        if object.contains_key("hasAnswer") {
            sign = Some("hasAnswer");
        }
        let url = object.get("url").and_then(Value::as_str).unwrap_or_default();
        if last_segment(url) == "questionnaire-ordinalValue" {
            sign = Some("questionnaire-ordinalValue");
        }
    });
    sign
}

fn modifier(questionnaire: &Value) -> Option<String> {
    let mut found = None;
    objects(questionnaire, &mut |object| {
        let modifiers = object.get("modifierExtension").and_then(Value::as_array);
        if modifiers.is_some_and(|list| !list.is_empty()) {
            let link = object.get("linkId").and_then(Value::as_str);
            found = Some(match link {
                Some(link) => format!("the modifierExtension of `{}`", plain(link)),
                None => "a modifierExtension".to_owned(),
            });
        }
        if object.get("implicitRules").is_some_and(Value::is_string) {
            found = Some("implicitRules".to_owned());
        }
    });
    found
}

/// Reports items without a linkId and linkIds that are there twice.
fn link_ids(questionnaire: &Value, findings: &mut Vec<Finding>) {
    fn look<'a>(value: &'a Value, seen: &mut BTreeSet<&'a str>, findings: &mut Vec<Finding>) {
        for item in items(value) {
            match item.get("linkId").and_then(Value::as_str).filter(|id| !id.trim().is_empty()) {
                None => {
                    let text = item.get("text").and_then(Value::as_str).unwrap_or_default();
                    let text = shortened(&plain(text), 60);
                    let reason = format!("an item has no linkId (`{text}`)");
                    findings.push(Finding::file(Code::LinkId, reason));
                }
                Some(link) if !seen.insert(link) => {
                    findings.push(Finding::item(Code::LinkId, link, "this linkId is there twice"));
                }
                Some(_) => {}
            }
            look(item, seen, findings);
        }
    }
    look(questionnaire, &mut BTreeSet::new(), findings);
}
