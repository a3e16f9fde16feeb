//! Owns the FHIR form of a page: an R4 (4.0.1) Bundle of Questionnaires, QuestionnaireResponses and
//! Observations. It names no person and no machine; notes, events and steps have no place in it.

mod form;

use serde_json::{Map, Value, json};

use super::{Options, RenderError, json};
use crate::report::{
    Absent, Answer, Basis, CheckInRecord, Form, NoValue, Private, RecordedScore, Report, Response,
    ScoreId, Untrusted,
};

/// The code system of scores: a UUID of its own, since it is published nowhere.
const SCORES: &str = "urn:uuid:5d0d8f2c-7c1e-4d3a-9a53-0f6b1c2e8a71";

/// LOINC codes of whole scores by the key that computes them (LOINC 2.77): PHQ-9, PHQ-2 and GAD-7 totals.
const LOINC: [(&str, &str, &str); 3] = [
    (
        "phq-9.total",
        "44261-6",
        "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]",
    ),
    (
        "phq-2.total",
        "55758-7",
        "Patient Health Questionnaire 2 item (PHQ-2) total score [Reported]",
    ),
    (
        "gad-7.total",
        "70274-6",
        "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]",
    ),
];

/// Marks what was brought from a file of another program.
const TAGS: &str = "urn:uuid:0a6f1f0e-52b7-4c0e-8a6e-9a1f3d7c2b54";

/// Renders the records of a page as a Bundle.
pub fn render(report: &Report, _options: &Options) -> Result<Vec<u8>, RenderError> {
    Ok(json::to_text(&bundle(&report.page.records))?.into_bytes())
}

fn bundle(records: &[CheckInRecord]) -> Value {
    let mut forms: Vec<&Form> = Vec::new();
    for record in records {
        if forms.iter().all(|form| form.key != record.form.key) {
            forms.push(&record.form);
        }
    }
    let forms = forms.into_iter().map(|form| entry(&url(form), &form::questionnaire(form)));
    let all = forms.chain(records.iter().flat_map(entries)).collect::<Vec<_>>();
    let mut bundle = json!({ "resourceType": "Bundle", "type": "collection" });
    // An empty array is not allowed.
    if !all.is_empty() {
        bundle["entry"] = all.into();
    }
    bundle
}

fn entry(url: &str, resource: &Value) -> Value {
    json!({ "fullUrl": url, "resource": resource })
}

/// The canonical URL of a questionnaire, which is its place in the Bundle as well.
fn url(form: &Form) -> String {
    format!("urn:uuid:{}", form.key.id("questionnaire"))
}

fn response_url(record: &CheckInRecord) -> String {
    format!("urn:uuid:{}", record.key.id("response"))
}

fn score_url(record: &CheckInRecord, score: &ScoreId) -> String {
    format!("urn:uuid:{}", record.key.id(score.as_str()))
}

fn entries(record: &CheckInRecord) -> Vec<Value> {
    let response = record.responses.is_some();
    let response = response.then(|| entry(&response_url(record), &response_of(record)));
    let scores = record
        .scores
        .iter()
        .map(|score| entry(&score_url(record, &score.id), &observation(record, score)));
    response.into_iter().chain(scores).collect()
}

fn response_of(record: &CheckInRecord) -> Value {
    let form = &record.form;
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "questionnaire": format!("{}|{}", url(form), form.questionnaire.version),
        "status": "completed",
        "authored": record.date,
    });
    tag(&mut response, record);
    let responses = record.responses.as_ref();
    let items = form.questionnaire.items.iter().filter_map(|item| {
        let answer = responses?.get(&item.id).and_then(Response::answer)?;
        let answers = answers(answer, &|value| form::coding(form, item, value));
        (!answers.is_empty()).then(
            || json!({ "linkId": item.id.as_str(), "text": text(&item.text), "answer": answers }),
        )
    });
    put_list(&mut response, "item", items.collect());
    response
}

/// Returns an answer's values; an answer of blanks alone has none that FHIR could hold.
fn answers(answer: &Answer, coding: &dyn Fn(f64) -> Option<Value>) -> Vec<Value> {
    let coded = |value: f64| match coding(value) {
        Some(coding) => json!({ "valueCoding": coding }),
        None => json!({ "valueDecimal": number(value) }),
    };
    match answer {
        Answer::Number(Private(value)) => vec![coded(*value)],
        Answer::YesNo(Private(value)) => vec![json!({ "valueBoolean": value })],
        Answer::Many(Private(values)) => values.iter().copied().map(coded).collect(),
        Answer::Text(words) if words.is_blank() => Vec::new(),
        Answer::Text(words) => vec![json!({ "valueString": text(words.as_written()) })],
    }
}

fn observation(record: &CheckInRecord, score: &RecordedScore) -> Value {
    let of = &record.form.questionnaire;
    let definition = of.score(&score.id);
    let mut coding = json!({
        "system": SCORES, "version": of.version, "code": score.id.as_str(),
    });
    let title = definition.map(|definition| text(&definition.title));
    put_text(&mut coding, "display", title.as_deref());
    let mut codings = vec![coding];
    let key = record.form.keys.get(&score.id);
    if let Some((_, code, display)) = LOINC.iter().find(|(id, ..)| key.is_some_and(|k| k == id)) {
        let loinc = json!({ "system": "http://loinc.org", "code": code, "display": display });
        codings.insert(0, loinc);
    }
    let mut observation = json!({
        "resourceType": "Observation",
        "status": "final",
        "category": [{ "coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
        }] }],
        "code": { "coding": codings },
        "effectiveDateTime": record.date,
        "note": [{ "text": "Self-report; not a diagnosis." }],
    });
    tag(&mut observation, record);
    match &score.value {
        Ok(value) => {
            observation["valueQuantity"] = json!({
                "value": number(*value),
                "unit": "score",
                "system": "http://unitsofmeasure.org",
                "code": "{score}",
            });
            if let Some(band) = &score.band {
                observation["interpretation"] = json!([{ "text": text(band) }]);
            }
        }
        Err(absent) => observation["dataAbsentReason"] = reason(absent),
    }
    let members = parts(record, score).iter().map(|url| json!({ "reference": url })).collect();
    put_list(&mut observation, "hasMember", members);
    if record.responses.is_some() {
        observation["derivedFrom"] = json!([{ "reference": response_url(record) }]);
    }
    observation
}

fn tag(resource: &mut Value, record: &CheckInRecord) {
    if record.is_imported {
        let tag =
            json!([{ "system": TAGS, "code": "imported", "display": "Imported from a file" }]);
        resource["meta"] = json!({ "tag": tag });
    }
}

/// Returns where the parts of a score of scores stand in the Bundle, as far as they went in.
fn parts(record: &CheckInRecord, score: &RecordedScore) -> Vec<String> {
    let definition = record.form.questionnaire.score(&score.id);
    let Some(Basis::Scores { scores, .. }) = definition.map(|score| &score.basis) else {
        return Vec::new();
    };
    let is_in = |id: &&ScoreId| record.scores.iter().any(|score| score.id == **id);
    scores.iter().filter(is_in).map(|id| score_url(record, id)).collect()
}

fn reason(absent: &Absent) -> Value {
    let code = match &absent.kind {
        Some(NoValue::TooFewAnswers { .. }) => "asked-declined",
        Some(NoValue::NothingApplies) => "not-applicable",
        Some(NoValue::PartWithoutValue { .. }) | None => "unknown",
    };
    let mut reason = json!({ "coding": [{
        "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": code,
    }] });
    put_text(&mut reason, "text", Some(&text(&absent.words)));
    reason
}

/// Writes a whole number without a fraction; FHIR decimals keep the digits that are written.
fn number(value: f64) -> Value {
    Response::number(value).to_json()
}

/// Returns text as FHIR takes it: no control characters but tab and line breaks.
fn text(text: &str) -> String {
    let plain = |c: char| if c.is_control() && !"\t\r\n".contains(c) { '\u{fffd}' } else { c };
    text.chars().map(plain).collect()
}

/// Adds a text unless there is nothing in it, which FHIR forbids.
fn put_text(resource: &mut Value, name: &str, text: Option<&str>) {
    let text = text.filter(|text| !Untrusted::new(*text).is_blank());
    if let (Some(text), Value::Object(resource)) = (text, resource) {
        resource.insert(name.to_owned(), text.into());
    }
}

/// Adds a list unless it is empty, which FHIR forbids.
fn put_list(resource: &mut Value, name: &str, list: Vec<Value>) {
    if let Value::Object(resource) = resource {
        put_list_in(resource, name, list);
    }
}

fn put_list_in(resource: &mut Map<String, Value>, name: &str, list: Vec<Value>) {
    if !list.is_empty() {
        resource.insert(name.to_owned(), list.into());
    }
}
