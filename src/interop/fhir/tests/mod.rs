//! What a FHIR file becomes: the verdict of each code. All wording is invented.

mod doubts;
mod items;
mod keys;
mod passed;

use serde_json::{Value, json};

use super::super::finding::Code;
use super::super::form::{Form, FormKind, Reading};
use super::{Outcome, Wanted, read_fhir};

const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
const WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";

fn option(code: &str, weight: Option<f64>) -> Value {
    let coding = json!({"system": "urn:x", "code": code, "display": format!("Answer {code}")});
    match weight {
        None => json!({"valueCoding": coding}),
        Some(weight) => json!({
            "valueCoding": coding,
            "extension": [{"url": ORDINAL, "valueDecimal": weight}]
        }),
    }
}

fn choice(link: &str, weights: [Option<f64>; 3]) -> Value {
    let options = ["a", "b", "c"].iter().zip(weights).map(|(code, weight)| option(code, weight));
    json!({
        "linkId": link, "type": "choice", "text": format!("Item {link} of the sheet"),
        "answerOption": options.collect::<Vec<_>>()
    })
}

fn weighted(link: &str) -> Value {
    choice(link, [Some(0.0), Some(1.0), Some(2.0)])
}

fn unweighted(link: &str) -> Value {
    choice(link, [None, None, None])
}

fn with(mut item: Value, key: &str, value: Value) -> Value {
    item[key] = value;
    item
}

#[expect(clippy::needless_pass_by_value, reason = "calls read better")]
fn of(items: Vec<Value>) -> Value {
    json!({
        "resourceType": "Questionnaire", "id": "sheet", "name": "Sheet", "title": "A sheet",
        "status": "active", "language": "en", "item": items
    })
}

fn read_as(file: &Value, wanted: Wanted<'_>) -> Reading {
    match read_fhir(file, wanted) {
        Outcome::Read(reading) => reading,
        Outcome::Several(candidates) => panic!("several: {candidates:?}"),
    }
}

fn read(file: &Value) -> Reading {
    read_as(file, Wanted::default())
}

fn codes(reading: &Reading) -> Vec<(&'static str, Option<&str>)> {
    reading.findings.iter().map(|f| (f.code.name(), f.link.as_deref())).collect()
}

#[track_caller]
fn taken(items: Vec<Value>) -> (Form, Vec<(&'static str, Option<String>)>) {
    let reading = read(&of(items));
    let found = codes(&reading);
    let found = found.iter().map(|(code, link)| (*code, link.map(str::to_owned))).collect();
    (reading.form.unwrap_or_else(|| panic!("refused: {found:?}")), found)
}

/// One weighted item is taken; `item` is left with `code`.
#[track_caller]
fn leaves(item: Value, code: &'static str) {
    let link = item["linkId"].as_str().expect("a linkId").to_owned();
    let (form, found) = taken(vec![weighted("kept"), item.clone()]);
    assert!(found.contains(&(code, Some(link.clone()))), "{found:?}");
    assert!(form.items.iter().all(|item| item.link != link), "{link} is left");
    let alone = read(&of(vec![item]));
    assert!(alone.form.is_none(), "nothing that can be scored stays");
    let found = codes(&alone);
    assert!(
        found.contains(&(code, Some(&link))) && found.contains(&("E-NOTHING", None)),
        "{found:?}"
    );
}

#[track_caller]
fn refused(file: &Value, code: &str) {
    let reading = read(file);
    assert!(reading.form.is_none(), "it is refused with {code}");
    assert!(codes(&reading).iter().any(|(found, _)| *found == code), "{:?}", codes(&reading));
}
