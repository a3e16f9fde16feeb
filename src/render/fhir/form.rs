//! Owns the FHIR form of a questionnaire: its items with their values, and when each is asked.

use serde_json::{Value, json};

use super::{number, put_list, put_text, text, url};
use crate::report::{Condition, Form, Item, ItemKind, Origin, ResponseOption, Test};

/// What an option counts as when it is scored.
const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

/// Returns the Questionnaire; items that may not be shown are not in `form`.
pub(super) fn questionnaire(form: &Form) -> Value {
    let of = &form.questionnaire;
    let mut resource = json!({
        "resourceType": "Questionnaire",
        "url": url(form),
        "version": of.version,
        "status": "active",
        "subjectType": ["Practitioner"],
    });
    put_text(&mut resource, "language", Some(&of.language));
    put_text(&mut resource, "title", Some(&text(&of.title)));
    put_text(&mut resource, "description", Some(&text(&described(form))));
    let terms = [&of.provenance.credit, &of.provenance.license, &of.provenance.terms];
    let terms: Vec<String> = terms.into_iter().flatten().cloned().collect();
    put_text(&mut resource, "copyright", Some(&text(&terms.join("; "))));
    put_list(&mut resource, "item", of.items.iter().map(|each| item(form, each)).collect());
    resource
}

fn described(form: &Form) -> String {
    let of = &form.questionnaire;
    let provenance = &of.provenance;
    let origin = match provenance.origin {
        Origin::Original => "Own wording",
        Origin::Adapted => "Adapted",
        Origin::Published => "Published instrument",
    };
    let validated = if provenance.validated { "validated" } else { "not a validated instrument" };
    let mut parts: Vec<String> = of.about.iter().cloned().collect();
    if !of.recall.trim().is_empty() {
        parts.push(format!("Recall period: {}.", of.recall));
    }
    parts.push(format!("{origin}, {validated}."));
    parts.extend(provenance.source.iter().map(|source| format!("Source: {source}.")));
    parts.join(" ")
}

fn item(form: &Form, item: &Item) -> Value {
    let kind = match &item.kind {
        ItemKind::Scale { .. } | ItemKind::Many { .. } => "choice",
        ItemKind::Number { .. } => "decimal",
        ItemKind::YesNo => "boolean",
        ItemKind::Text => "text",
    };
    let mut resource =
        json!({ "linkId": item.id.as_str(), "text": text(&item.text), "type": kind });
    let mut limits = Vec::new();
    if let ItemKind::Number { min, max, .. } = &item.kind {
        for (name, limit) in [("minValue", min), ("maxValue", max)] {
            let url = format!("http://hl7.org/fhir/StructureDefinition/{name}");
            limits.extend(limit.map(|limit| json!({ "url": url, "valueDecimal": number(limit) })));
        }
    }
    put_list(&mut resource, "extension", limits);
    let asked = item.ask_if.as_ref().and_then(|condition| enabled(form, condition));
    if let Some((conditions, all)) = asked {
        if conditions.len() > 1 {
            resource["enableBehavior"] = if all { "all" } else { "any" }.into();
        }
        put_list(&mut resource, "enableWhen", conditions);
    }
    if matches!(item.kind, ItemKind::Many { .. }) {
        resource["repeats"] = true.into();
    }
    let options = options(item).iter().map(|option| {
        let ordinal = json!([{ "url": ORDINAL, "valueDecimal": number(option.value) }]);
        json!({ "extension": ordinal, "valueCoding": coding_of(form, item, option) })
    });
    put_list(&mut resource, "answerOption", options.collect());
    resource
}

fn options(item: &Item) -> &[ResponseOption] {
    match &item.kind {
        ItemKind::Scale { options } | ItemKind::Many { options } => options,
        ItemKind::Number { .. } | ItemKind::YesNo | ItemKind::Text => &[],
    }
}

/// Returns the coding of an option's value; `None` for an item without options.
pub(super) fn coding(form: &Form, item: &Item, value: f64) -> Option<Value> {
    let near = |option: &&ResponseOption| (option.value - value).abs() < 1e-9;
    options(item).iter().find(near).map(|option| coding_of(form, item, option))
}

/// A value is a code of its item's own system, so that the same number in two items never means one thing.
fn coding_of(form: &Form, item: &Item, option: &ResponseOption) -> Value {
    let system = format!("urn:uuid:{}", form.key.id(item.id.as_str()));
    let code = number(option.value).to_string();
    let mut coding = json!({ "system": system, "code": code });
    put_text(&mut coding, "display", Some(&text(&option.label)));
    coding
}

/// Returns the conditions and whether all must hold; `None` where FHIR has no way to say it, or where
/// it would name an item that may not be shown.
fn enabled(form: &Form, condition: &Condition) -> Option<(Vec<Value>, bool)> {
    match condition {
        Condition::Item { item, test } => {
            let item = form.questionnaire.item(item)?;
            let conditions = tests(form, item, *test)?;
            Some((conditions, !matches!(test, Test::AtLeast(_) | Test::AtMost(_))))
        }
        Condition::Any(parts) => {
            let mut any = Vec::new();
            for part in parts {
                let (conditions, all) = enabled(form, part)?;
                if all && conditions.len() > 1 {
                    return None;
                }
                any.extend(conditions);
            }
            Some((any, false))
        }
        Condition::All(parts) => {
            let mut every = Vec::new();
            for part in parts {
                let (conditions, all) = enabled(form, part)?;
                if !all && conditions.len() > 1 {
                    return None;
                }
                every.extend(conditions);
            }
            Some((every, true))
        }
    }
}

/// Returns the conditions, any of which is the test. Options are not ordered in FHIR, so a limit on an
/// item with options names each option that reaches it.
fn tests(form: &Form, item: &Item, test: Test) -> Option<Vec<Value>> {
    let question = item.id.as_str();
    let one = |operator: &str, answer: (&str, Value)| {
        let mut condition = json!({ "question": question, "operator": operator });
        condition[answer.0] = answer.1;
        vec![condition]
    };
    let value = |value: f64| match &item.kind {
        ItemKind::Scale { .. } | ItemKind::Many { .. } => {
            Some(("answerCoding", coding(form, item, value)?))
        }
        ItemKind::YesNo => Some(("answerBoolean", (value > 0.5).into())),
        ItemKind::Number { .. } => Some(("answerDecimal", number(value))),
        ItemKind::Text => None,
    };
    let reaching = |reaches: &dyn Fn(f64) -> bool| {
        let values: Vec<f64> = match &item.kind {
            ItemKind::YesNo => vec![0.0, 1.0],
            _ => options(item).iter().map(|option| option.value).collect(),
        };
        let reached = values.into_iter().filter(|value| reaches(*value));
        let conditions: Vec<Value> =
            reached.filter_map(|each| Some(one("=", value(each)?))).flatten().collect();
        (!conditions.is_empty()).then_some(conditions)
    };
    let is_number = matches!(item.kind, ItemKind::Number { .. });
    Some(match test {
        Test::Answered(answered) => one("exists", ("answerBoolean", answered.into())),
        Test::Is(is) => one("=", value(is)?),
        Test::IsNot(is) => one("!=", value(is)?),
        Test::AtLeast(limit) if is_number => one(">=", value(limit)?),
        Test::AtMost(limit) if is_number => one("<=", value(limit)?),
        Test::AtLeast(limit) => reaching(&|value| value >= limit)?,
        Test::AtMost(limit) => reaching(&|value| value <= limit)?,
    })
}
