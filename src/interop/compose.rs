//! Owns making a definition of a foreign form and of what the person decided: values and scores.
//! What nobody decided is not scored.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormKind, FormOption, Proposal};
use super::text::{is_language, shortened, slug, slugs};
use crate::questionnaire::{Outline, OutlineItem, OutlineOption, OutlineScale};

/// What was decided about a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The id of the definition.
    pub id: String,
    /// The language, taken where the form does not tell that of its texts.
    pub language: Option<String>,
    /// The recall period in days.
    pub recall_days: Option<u32>,
    /// The file's name, where the form does not tell where it comes from.
    pub file: String,
    /// Values of options by item, in the order of the options; they go before those of the file.
    pub values: BTreeMap<String, Vec<f64>>,
    /// The scores to compute; only those that were confirmed.
    pub scores: Vec<Proposal>,
}

/// A definition made of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Composed {
    /// The definition.
    pub outline: Outline,
    /// The local ids by the names of the file.
    pub ids: BTreeMap<String, String>,
    /// Items whose options are only numbered in the order of the file, because nothing tells their values.
    pub numbered: Vec<String>,
    /// What is to be said of the scores.
    pub findings: Vec<Finding>,
}

/// Why a form and a plan give no definition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ComposeProblem {
    /// A score names an item that was not taken.
    #[error("`{0}` is not among the items that were taken")]
    Unknown(String),
    /// A score names an item that cannot be scored.
    #[error("`{0}` cannot be scored")]
    Unscorable(String),
    /// A score names an item whose options have no values, or equal ones.
    #[error("the options of `{0}` have no values of their own; give them")]
    NoValues(String),
    /// There are not as many values as options, or two are equal.
    #[error("`{item}` has {options} options, each with a value of its own")]
    Values {
        /// The item.
        item: String,
        /// Its options.
        options: usize,
    },
}

/// Makes a definition.
pub fn compose(form: &Form, plan: &Plan) -> Result<Composed, ComposeProblem> {
    let ids = slugs(form.items.iter().map(|item| item.link.as_str()));
    let by_link: BTreeMap<String, String> =
        form.items.iter().map(|item| item.link.clone()).zip(ids.iter().cloned()).collect();
    let mut scales: Vec<OutlineScale> = Vec::new();
    let mut numbered = Vec::new();
    let mut items = Vec::new();
    for (item, id) in form.items.iter().zip(&ids) {
        let values = values_of(item, plan)?;
        if values.is_none() && item.choices().is_some() {
            numbered.push(item.link.clone());
        }
        items.push(written(item, id, values, &mut scales));
    }
    let mut scores = Vec::new();
    let mut findings = Vec::new();
    for score in &plan.scores {
        check(score, form, plan, &numbered)?;
        let of_score: Vec<&OutlineItem> = score
            .items
            .iter()
            .filter_map(|link| items.iter().find(|item| by_link.get(link) == Some(&item.id)))
            .collect();
        let ranges: Vec<Option<(f64, f64)>> =
            of_score.iter().map(|item| range(item, &scales)).collect();
        let mixed = ranges.windows(2).any(|pair| pair[0] != pair[1]);
        if mixed {
            let reason = format!("`{}` is computed from items with different values", score.id);
            findings.push(Finding::file(Code::Scales, reason));
        }
        scores.push(score_table(score, &by_link, mixed));
    }
    let outline = outline(form, plan, (scales, items, scores));
    Ok(Composed { outline, ids: by_link, numbered, findings })
}

/// Returns the values of an item's options: the person's, else the file's where each has its own.
fn values_of(item: &FormItem, plan: &Plan) -> Result<Option<Vec<f64>>, ComposeProblem> {
    let Some(given) = plan.values.get(&item.link) else { return Ok(item.values()) };
    let options = item.option_count();
    match super::form::distinct(given.clone()) {
        Some(values) if values.len() == options => Ok(Some(values)),
        _ => Err(ComposeProblem::Values { item: item.link.clone(), options }),
    }
}

fn check(
    score: &Proposal,
    form: &Form,
    plan: &Plan,
    numbered: &[String],
) -> Result<(), ComposeProblem> {
    for link in score.items.iter().chain(&score.reverse) {
        let Some(item) = form.items.iter().find(|item| item.link == *link) else {
            return Err(ComposeProblem::Unknown(link.clone()));
        };
        if !item.is_scorable() {
            return Err(ComposeProblem::Unscorable(link.clone()));
        }
        let is_open = item.kind == FormKind::YesNo && !plan.values.contains_key(link);
        if is_open || numbered.contains(link) {
            return Err(ComposeProblem::NoValues(link.clone()));
        }
    }
    match score.reverse.iter().find(|link| !score.items.contains(link)) {
        Some(stray) => Err(ComposeProblem::Unknown(stray.clone())),
        None => Ok(()),
    }
}

fn written(
    item: &FormItem,
    id: &str,
    values: Option<Vec<f64>>,
    scales: &mut Vec<OutlineScale>,
) -> OutlineItem {
    let plain =
        OutlineItem { id: id.to_owned(), text: item.text.clone(), ..OutlineItem::default() };
    match &item.kind {
        FormKind::Choice(options) => {
            let options = numbered_options(options, values);
            OutlineItem { scale: Some(scale_of(options, scales)), ..plain }
        }
        FormKind::Open(options) => {
            let options = numbered_options(options, None);
            OutlineItem { scale: Some(scale_of(options, scales)), ..plain }
        }
        FormKind::Number { min, max, step, unit } => OutlineItem {
            kind: Some("number".into()),
            min: Some(*min),
            max: Some(*max),
            step: *step,
            unit: unit.clone(),
            ..plain
        },
        // Other values than 1 and 0 need options of their own.
        FormKind::YesNo => match values.filter(|values| *values != [1.0, 0.0]) {
            Some(values) => {
                let options = ["Yes", "No"].into_iter().zip(values);
                let option =
                    |(label, value): (&str, f64)| OutlineOption { value, label: label.into() };
                OutlineItem {
                    scale: Some(scale_of(options.map(option).collect(), scales)),
                    ..plain
                }
            }
            None => OutlineItem { kind: Some("yes-no".into()), ..plain },
        },
        FormKind::Many(options) => OutlineItem {
            kind: Some("many".into()),
            options: numbered_options(options, None),
            ..plain
        },
        FormKind::Text => OutlineItem { kind: Some("text".into()), optional: true, ..plain },
    }
}

/// Gives each option its value, or its place from 1.
fn numbered_options(options: &[FormOption], values: Option<Vec<f64>>) -> Vec<OutlineOption> {
    let places = || (1u32..).take(options.len()).map(f64::from).collect();
    let values: Vec<f64> = values.unwrap_or_else(places);
    let pairs = options.iter().zip(values);
    pairs.map(|(option, value)| OutlineOption { value, label: option.label.clone() }).collect()
}

/// Returns the id of the scale with these options; equal ones are written once.
fn scale_of(options: Vec<OutlineOption>, scales: &mut Vec<OutlineScale>) -> String {
    if let Some(known) = scales.iter().find(|scale| scale.options == options) {
        return known.id.clone();
    }
    let id = format!("scale-{}", scales.len() + 1);
    scales.push(OutlineScale { id: id.clone(), options });
    id
}

fn range(item: &OutlineItem, scales: &[OutlineScale]) -> Option<(f64, f64)> {
    let Some(scale) = &item.scale else {
        return item.min.zip(item.max).or(Some((0.0, 1.0)));
    };
    let values = scales.iter().find(|known| known.id == *scale)?.options.iter().map(|o| o.value);
    Some((values.clone().reduce(f64::min)?, values.reduce(f64::max)?))
}

fn score_table(score: &Proposal, ids: &BTreeMap<String, String>, mixed: bool) -> Table {
    let names = |links: &[String]| -> Value {
        links
            .iter()
            .filter_map(|link| ids.get(link))
            .cloned()
            .map(Value::String)
            .collect::<Vec<_>>()
            .into()
    };
    let mut table = Table::new();
    table.insert("id".into(), slug(&score.id).into());
    table.insert("title".into(), shortened(&score.title, 200).into());
    table.insert("items".into(), names(&score.items));
    if !score.reverse.is_empty() {
        table.insert("reverse".into(), names(&score.reverse));
    }
    table.insert("method".into(), if score.is_mean { "mean" } else { "sum" }.into());
    if mixed && score.is_mean {
        table.insert("output".into(), Value::Array(vec![0.into(), 100.into()]));
    }
    table
}

fn outline(
    form: &Form,
    plan: &Plan,
    (scales, items, scores): (Vec<OutlineScale>, Vec<OutlineItem>, Vec<Table>),
) -> Outline {
    let version = form.version.as_ref().and_then(|version| semver::Version::parse(version).ok());
    let text = |text: &Option<String>| text.as_ref().map(|text| shortened(text, 2000));
    let language = form.language.clone().or_else(|| plan.language.clone());
    let source = format!("{}, {}", form.source.as_ref().unwrap_or(&plan.file), form.format);
    Outline {
        format: 1,
        id: plan.id.clone(),
        version: version.map_or_else(|| "1.0.0".into(), |version| version.to_string()),
        title: shortened(&form.title, 200),
        language: language.filter(|tag| is_language(tag)).unwrap_or_else(|| "en".into()),
        about: text(&form.about),
        recall: form.recall.as_ref().map(|recall| shortened(recall, 200)),
        recall_days: plan.recall_days,
        origin: "published".into(),
        source: Some(shortened(&source, 2000)),
        credit: text(&form.credit),
        terms: text(&form.terms),
        validated: false,
        validation: None,
        scales,
        items,
        scores,
        examples: Vec::new(),
    }
}
