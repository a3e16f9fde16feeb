//! Owns finding the one questionnaire of a file, telling its version, and what refuses it whole.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::super::finding::{Code, Finding};
use super::super::text::{plain, shortened};
use super::element::{last_segment, objects, objects_of_items};

/// A questionnaire among several of a Bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The name by which it can be asked for: its id, its canonical address, its name, or its number in the file.
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
    let named = |(place, value): &(usize, &&Value)| {
        let is_named =
            |one: &str| numbered(*place) == one || names(value).iter().any(|name| name == one);
        one.is_none_or(is_named)
    };
    let fitting: Vec<(usize, &&Value)> = all.iter().enumerate().filter(named).collect();
    match fitting.as_slice() {
        [(_, only)] => find(only, None),
        _ if all.is_empty() => Found::None("the Bundle holds no Questionnaire".into()),
        [] => Found::Several(candidates(all, all.iter().enumerate())),
        several => Found::Several(candidates(all, several.iter().copied())),
    }
}

/// Names each by what no other of the Bundle goes by as well: its number, where there is nothing else.
fn candidates<'a>(
    all: &[&Value],
    these: impl Iterator<Item = (usize, &'a &'a Value)>,
) -> Vec<Candidate> {
    let of_all: Vec<Vec<String>> = all.iter().map(|value| names(value)).collect();
    let is_own = |name: &&String| of_all.iter().filter(|names| names.contains(*name)).count() == 1;
    let candidate = |(place, value): (usize, &&Value)| Candidate {
        name: names(value).iter().find(is_own).map_or_else(|| numbered(place), |name| plain(name)),
        title: plain(value.get("title").and_then(Value::as_str).unwrap_or_default()),
    };
    these.map(candidate).collect()
}

/// Returns the number of a questionnaire in its Bundle, as it can be asked for.
fn numbered(place: usize) -> String {
    format!("#{}", place + 1)
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

/// Returns the LOINC codes of the questionnaire and of its items.
pub(super) fn loinc(questionnaire: &Value) -> Vec<String> {
    let mut codes = Vec::new();
    let mut add = |object: &Map<String, Value>| {
        let list = object.get("code").and_then(Value::as_array).into_iter().flatten();
        for coding in list {
            let word = |key: &str| coding.get(key).and_then(Value::as_str).unwrap_or_default();
            if word("system").starts_with("http://loinc.org") {
                codes.push(word("code").to_owned());
            }
        }
    };
    questionnaire.as_object().into_iter().for_each(&mut add);
    let items = questionnaire.get("item").unwrap_or(&Value::Null);
    objects(items, &mut |object| {
        if object.contains_key("linkId") {
            add(object);
        }
    });
    codes
}

/// Returns the LOINC codes of each item, by its linkId.
pub(super) fn loinc_of_items(questionnaire: &Value) -> BTreeMap<String, Vec<String>> {
    let mut codes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    objects(questionnaire.get("item").unwrap_or(&Value::Null), &mut |object| {
        let Some(link) = object.get("linkId").and_then(Value::as_str) else { return };
        let list = object.get("code").and_then(Value::as_array).into_iter().flatten();
        for coding in list {
            let word = |key: &str| coding.get(key).and_then(Value::as_str).unwrap_or_default();
            if word("system").starts_with("http://loinc.org") {
                codes.entry(link.to_owned()).or_default().push(word("code").to_owned());
            }
        }
    });
    codes
}

/// Returns what refuses the whole file, each with the item where it is in one.
pub(super) fn refusals(questionnaire: &Value, file: &Value) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut say = |code: Code, link: Option<&str>, reason: String| {
        let finding = Finding { code, link: link.map(str::to_owned), reason };
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    };
    let nothing = Map::new();
    let root = questionnaire.as_object().unwrap_or(&nothing);
    objects_of_items(questionnaire, None, &mut |object, link| {
        for sign in stu3_signs(object) {
            let reason = format!("`{sign}` is of FHIR STU3; convert the file to R4 or R5");
            say(Code::Stu3, link, reason);
        }
        // What stands in no item is told with its place below.
        let is_told = link.is_some() || std::ptr::eq(object, root);
        for what in modifiers(object).into_iter().filter(|_| is_told) {
            say(Code::Modifier, link, format!("its {what} {MODIFIES}"));
        }
        let is_item = object.contains_key("linkId") || object.contains_key("resourceType");
        if is_item && object.get("item").is_some_and(|item| !item.is_array()) {
            say(Code::Type, link, "its `item` is not a list".to_owned());
        }
    });
    for (place, value) in root {
        objects_of_items(value, None, &mut |object, link| {
            for what in modifiers(object).into_iter().filter(|_| link.is_none()) {
                say(
                    Code::Modifier,
                    None,
                    format!("a {what} below its `{}` {MODIFIES}", plain(place)),
                );
            }
        });
    }
    if let Some(what) = modifier_around(questionnaire, file) {
        say(Code::Modifier, None, format!("{what} {MODIFIES}"));
    }
    link_ids(questionnaire, &mut findings);
    findings
}

const MODIFIES: &str = "changes the meaning in a way that must be understood and is not";

/// Returns what of an object must be understood and is not.
fn modifiers(object: &Map<String, Value>) -> Vec<&'static str> {
    let signs = [("modifierExtension", has_modifier(object)), ("implicitRules", has_rules(object))];
    signs.into_iter().filter(|(_, is_there)| *is_there).map(|(sign, _)| sign).collect()
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.get("item").and_then(Value::as_array).into_iter().flatten()
}

fn stu3_signs(object: &Map<String, Value>) -> Vec<&'static str> {
    let is_item = object.contains_key("linkId");
    let url = object.get("url").and_then(Value::as_str).unwrap_or_default();
    let signs = [
        ("option", is_item && object.get("option").is_some_and(Value::is_array)),
        ("options", is_item && object.contains_key("options")),
        ("hasAnswer", object.contains_key("hasAnswer")),
        ("questionnaire-ordinalValue", last_segment(url) == "questionnaire-ordinalValue"),
    ];
    signs.into_iter().filter(|(_, is_there)| *is_there).map(|(sign, _)| sign).collect()
}

/// Returns what a Bundle says of itself, or of the entry that holds the questionnaire: both hold for what is
/// in them. What it says of other entries does not touch the questionnaire.
fn modifier_around(questionnaire: &Value, file: &Value) -> Option<String> {
    let bundle = file.as_object().filter(|_| !std::ptr::eq(questionnaire, file))?;
    if has_rules(bundle) {
        return Some("implicitRules of the Bundle".to_owned());
    }
    if has_modifier(bundle) {
        return Some("a modifierExtension of the Bundle".to_owned());
    }
    let holds = |entry: &&Value| {
        entry.get("resource").is_some_and(|resource| std::ptr::eq(resource, questionnaire))
    };
    let entry = bundle.get("entry")?.as_array()?.iter().find(holds)?.as_object()?;
    let mut is_modified = has_modifier(entry);
    for (_, part) in entry.iter().filter(|(key, _)| *key != "resource") {
        objects(part, &mut |object| is_modified |= has_modifier(object));
    }
    is_modified.then(|| "a modifierExtension of the Bundle's entry".to_owned())
}

/// Returns whether anything stands under `modifierExtension`, be it of the right shape or not.
fn has_modifier(object: &Map<String, Value>) -> bool {
    match object.get("modifierExtension") {
        None | Some(Value::Null) => false,
        Some(Value::Array(list)) => !list.is_empty(),
        Some(_) => true,
    }
}

fn has_rules(object: &Map<String, Value>) -> bool {
    object.get("implicitRules").is_some_and(|rules| !rules.is_null())
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
