//! FHIR Questionnaire, R4, R4B and R5, as JSON: what is taken, what is refused, and why.
//!
//! Nothing is fetched, no expression is run, and no weight is guessed. The codes are those of
//! `docs/importing.md`.

mod element;
mod expression;
mod heading;
mod item;
mod nature;
mod number;
mod options;
mod resource;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde_json::Value;

use super::finding::{Code, Finding};
use super::form::{Form, Reading};
use super::text::{is_language, plain};
use element::Element;
pub use resource::Candidate;
use resource::Found;

/// What a person wants of a FHIR file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The language of the texts, by the file's translations.
    pub language: Option<&'a str>,
    /// Which questionnaire of a Bundle: its id, its canonical address, its name, or its number, like `#2`.
    pub one: Option<&'a str>,
    /// Whether what can only be asked, and not scored, is taken too.
    pub unscored: bool,
}

/// What came of a FHIR file.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "one is made for a file")]
pub enum Outcome {
    /// It was read, or refused with its reasons.
    Read(Reading),
    /// A Bundle holds several questionnaires, and none or not just one of them was named.
    Several(Vec<Candidate>),
}

/// Reads a Questionnaire, or a Bundle that holds one.
pub fn read_fhir(value: &Value, wanted: Wanted<'_>) -> Outcome {
    match resource::find(value, wanted.one) {
        Found::One(questionnaire) => Outcome::Read(read(questionnaire, value, wanted)),
        Found::Several(candidates) => Outcome::Several(candidates),
        Found::None(reason) => Outcome::Read(Reading::refused(Code::Type, reason)),
    }
}

fn read(questionnaire: &Value, file: &Value, wanted: Wanted<'_>) -> Reading {
    let refusals = resource::refusals(questionnaire, file);
    if !refusals.is_empty() {
        return Reading { form: None, findings: refusals };
    }
    let element = Element::new(questionnaire, wanted.language);
    let mut findings = absent(element);
    let wanted =
        Wanted { language: language_of(questionnaire, wanted.language, &mut findings), ..wanted };
    let walked = item::walk(element, wanted, &mut findings);
    untranslated(element, wanted, &walked, &mut findings);
    let form = Form {
        item_codes: resource::loinc_of_items(questionnaire),
        format: format!("FHIR Questionnaire {}", resource::shape(questionnaire)),
        items: walked.items,
        proposals: walked.proposals,
        recall: walked.recall,
        codes: resource::loinc(questionnaire),
        ..about(element, wanted)
    };
    ignored(questionnaire, &mut findings);
    different_scales(&form, &mut findings);
    form.finish(findings, wanted)
}

/// Takes over what the file says about itself.
fn about(element: Element<'_>, wanted: Wanted<'_>) -> Form {
    let name = ["name", "id", "title"].into_iter().find_map(|key| element.text(key));
    let title = element.text("title").or_else(|| element.text("name"));
    let url = element.text("url");
    let version = element.text("version");
    let source = url.map(|url| match &version {
        Some(version) => format!("{url}|{version}"),
        None => url,
    });
    let written = element.text("language").filter(|tag| is_language(tag));
    Form {
        title: title.or_else(|| name.clone()).unwrap_or_else(|| "Imported questionnaire".into()),
        name: name.unwrap_or_else(|| "imported".into()),
        version,
        language: wanted.language.map(str::to_owned).or(written),
        about: element.text("description"),
        source,
        credit: element.text("publisher"),
        terms: element.text("copyright"),
        ..Form::default()
    }
}

/// Warns of what a Questionnaire should have and this one has not.
fn absent(element: Element<'_>) -> Vec<Finding> {
    let missing: Vec<&str> = ["status", "id", "name", "language"]
        .into_iter()
        .filter(|key| element.text(key).is_none())
        .collect();
    if missing.is_empty() {
        return Vec::new();
    }
    vec![Finding::file(Code::Absent, format!("the file gives no {}", missing.join(", no ")))]
}

/// Returns the language the texts are taken in: the wanted one, unless the file says that its texts are in
/// another and has no translation of them.
fn language_of<'a>(
    questionnaire: &Value,
    wanted: Option<&'a str>,
    findings: &mut Vec<Finding>,
) -> Option<&'a str> {
    let tag = wanted?;
    let Some(of_file) = questionnaire.get("language").and_then(Value::as_str) else {
        return wanted;
    };
    if of_file == tag || has_translations(questionnaire, tag) {
        return wanted;
    }
    let reason =
        format!("there are no texts in `{}`; those in `{}` are taken", plain(tag), plain(of_file));
    findings.push(Finding::file(Code::Absent, reason));
    None
}

fn has_translations(questionnaire: &Value, tag: &str) -> bool {
    let mut is_there = false;
    element::extensions(questionnaire, &mut |extension| {
        let parts = extension.get("extension").and_then(Value::as_array).into_iter().flatten();
        let url = extension.get("url").and_then(Value::as_str).unwrap_or_default();
        is_there |= element::last_segment(url) == "translation"
            && parts
                .flat_map(|part| [part.get("valueCode"), part.get("valueString")])
                .flatten()
                .any(|lang| lang == tag);
    });
    is_there
}

/// Names the items that are taken with words of another language, because a translation of their text, of an
/// option or of their heading is missing.
fn untranslated(
    element: Element<'_>,
    wanted: Wanted<'_>,
    walked: &item::Walked,
    findings: &mut Vec<Finding>,
) {
    let Some(tag) = wanted.language else { return };
    let of_file = element.word("language");
    if of_file == Some(tag) || !has_translations(element.value(), tag) {
        return;
    }
    let strict = item::walk(element.translated_only(), wanted, &mut Vec::new());
    for item in walked.items.iter().filter(|item| !strict.items.contains(item)) {
        let reason = format!(
            "it is not wholly in `{}`: a translation of its text or of an option is missing",
            plain(tag)
        );
        findings.push(Finding::item(Code::Absent, &item.link, reason));
    }
}

/// Warns where a proposed score adds items with different values.
fn different_scales(form: &Form, findings: &mut Vec<Finding>) {
    for proposal in &form.proposals {
        let of_score = form.items.iter().filter(|item| proposal.items.contains(&item.link));
        let mut sets: Vec<Vec<f64>> = Vec::new();
        for mut values in of_score.filter_map(super::form::FormItem::values) {
            values.sort_by(f64::total_cmp);
            if !sets.contains(&values) {
                sets.push(values);
            }
        }
        if sets.len() > 1 {
            let reason = format!(
                "`{}` adds items with {} different sets of values",
                proposal.id,
                sets.len()
            );
            findings.push(Finding::file(Code::Scales, reason));
        }
    }
}

/// Lists the extensions that are passed over.
fn ignored(questionnaire: &Value, findings: &mut Vec<Finding>) {
    const UNDERSTOOD: [&str; 19] = [
        "ordinalValue",
        "itemWeight",
        "translation",
        "minValue",
        "maxValue",
        "sliderStepValue",
        "questionnaire-sliderStepValue",
        "questionnaire-unit",
        "questionnaire-hidden",
        "sdc-questionnaire-calculatedExpression",
        "sdf-calculatedExpression",
        "questionnaire-calculatedExpression",
        "cqf-calculatedValue",
        "sdc-questionnaire-answerOptionsToggleExpression",
        "sdc-questionnaire-initialExpression",
        "sdc-questionnaire-enableWhenExpression",
        "variable",
        "sdc-questionnaire-subQuestionnaire",
        "questionnaire-itemControl",
    ];
    let mut names = BTreeSet::new();
    element::extensions(questionnaire, &mut |extension| {
        let url = extension.get("url").and_then(Value::as_str).unwrap_or_default();
        // An address that ends with a slash is its own name.
        let name = Some(element::last_segment(url)).filter(|name| !name.is_empty()).unwrap_or(url);
        if UNDERSTOOD.contains(&name) {
            // One that only looks like it is named in full.
            if !element::is_named(url, name) {
                names.insert(super::text::shortened(&plain(url), 100));
            }
        } else if url.contains(':') {
            names.insert(super::text::shortened(&plain(name), 60));
        }
    });
    if !names.is_empty() {
        let list: Vec<String> = names.into_iter().collect();
        findings.push(Finding::file(
            Code::Ignored,
            format!("extensions passed over: {}", list.join(", ")),
        ));
    }
}
