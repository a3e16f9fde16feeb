//! OpenScales definitions (OSD), JSON with its translations: items with values, and scores with a
//! key, which a person confirms.

mod scores;

use serde_json::Value;

use super::fhir::Wanted;
use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormKind, FormOption, Reading, distinct};
use super::missing::without_named_no_answers;
use super::text::{is_language, plain};

const BRANCH: &str = "it is asked only under a condition; a score needs a fixed set of items";

struct Scale<'a> {
    definition: &'a Value,
    texts: &'a Value,
    wanted: Wanted<'a>,
}

/// Reads a scale with its texts in one file.
pub(super) fn read(file: &Value, wanted: Wanted<'_>) -> Reading {
    let definition = file.get("definition").unwrap_or(file);
    let Some(about) = definition.get("scale_info").filter(|about| about.is_object()) else {
        return Reading::refused(Code::Type, "`scale_info` is missing");
    };
    let Some(translations) = file.get("translations").and_then(Value::as_object) else {
        return Reading::refused(
            Code::Type,
            "the file holds no `translations`, so it has no texts",
        );
    };
    let language = wanted.language.filter(|tag| translations.contains_key(*tag)).or_else(|| {
        let known = |tag: &&str| translations.contains_key(*tag);
        Some("en").filter(known).or_else(|| translations.keys().next().map(String::as_str))
    });
    let Some((language, texts)) = language.and_then(|tag| Some((tag, translations.get(tag)?)))
    else {
        return Reading::refused(Code::Type, "`translations` is empty, so there are no texts");
    };
    let scale = Scale { definition, texts, wanted };
    let mut findings = Vec::new();
    if let Some(other) = wanted.language.filter(|tag| *tag != language) {
        findings.push(Finding::file(
            Code::Absent,
            format!("there are no texts in `{}`; `{language}` is taken", plain(other)),
        ));
    }
    let items = match scale.items(&mut findings) {
        Ok(items) => items,
        Err(finding) => return Reading { form: None, findings: vec![finding] },
    };
    let word = |key: &str| {
        about.get(key).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty())
    };
    let proposals = scale.proposals(&items, &mut findings);
    let form = Form {
        format: "OpenScales".into(),
        title: word("name").unwrap_or_else(|| "OpenScales questionnaire".into()),
        name: word("code").or_else(|| word("name")).unwrap_or_else(|| "openscales".into()),
        version: word("version"),
        language: is_language(language).then(|| language.to_owned()),
        about: word("description"),
        source: word("citation").or_else(|| word("url")),
        credit: word("citation"),
        terms: word("license_explanation").or_else(|| word("license")),
        items,
        proposals,
        ..Form::default()
    };
    form.finish(findings, wanted)
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn number(value: &Value, key: &str) -> Option<f64> {
    value.get(key).and_then(Value::as_f64).filter(|number| number.abs() <= 1e9)
}

impl<'a> Scale<'a> {
    fn text(&self, key: Option<&Value>) -> Option<String> {
        let text = plain(self.texts.get(key?.as_str()?)?.as_str()?);
        (!text.is_empty()).then_some(text)
    }

    fn items(&self, findings: &mut Vec<Finding>) -> Result<Vec<FormItem>, Finding> {
        let mut items: Vec<FormItem> = Vec::new();
        let mut conditional_section = false;
        let (arms, dimensions) = (arms(self.definition), unsteady_dimensions(self.definition));
        for item in list(self.definition, "items").iter().chain(list(self.definition, "questions"))
        {
            let Some(id) = item.get("id").and_then(Value::as_str).filter(|id| !id.is_empty())
            else {
                return Err(Finding::file(Code::LinkId, "an item has no id"));
            };
            let kind = item.get("type").and_then(Value::as_str).unwrap_or_default();
            let conditional = item.get("visible_when").is_some_and(|when| !when.is_null());
            if kind == "section" {
                conditional_section = conditional || arms.contains(&id);
                continue;
            }
            if kind.starts_with("inst") {
                findings.push(Finding::item(Code::Ignored, id, "a text to read; left out"));
                continue;
            }
            if let Some(gate) = ["branch", "gate"].iter().find(|key| item.get(**key).is_some()) {
                let reason = format!("its `{gate}` decides what is asked");
                findings.push(Finding::item(Code::Branch, id, reason));
                continue;
            }
            let taken = self.kinds(item, id, kind, findings);
            for taken in taken {
                if items.iter().any(|known| known.link == taken.link) {
                    return Err(Finding::item(Code::LinkId, &taken.link, "this id is there twice"));
                }
                if conditional || conditional_section || arms.contains(&id) {
                    findings.push(Finding::item(Code::Branch, &taken.link, BRANCH));
                } else if let Some(reason) = of_dimension(item, &dimensions) {
                    findings.push(Finding::item(Code::Branch, &taken.link, reason));
                } else if let Some((code, reason)) = gap(&taken) {
                    findings.push(Finding::item(code, &taken.link, reason));
                } else if taken.text.chars().count() > 2000 {
                    findings.push(Finding::item(
                        Code::Limit,
                        id,
                        "its text has more than 2,000 characters",
                    ));
                } else {
                    items.push(taken);
                }
            }
        }
        Ok(items)
    }

    /// Returns the items that one entry stands for: a grid is one for each row.
    fn kinds(
        &self,
        item: &'a Value,
        id: &str,
        kind: &str,
        findings: &mut Vec<Finding>,
    ) -> Vec<FormItem> {
        let mut say = |code: Code, reason: String| {
            findings.push(Finding::item(code, id, reason));
            Vec::new()
        };
        let defaults = &self.definition["likert_options"];
        let head = self.text(item.get("question_head").or_else(|| defaults.get("question_head")));
        let own = self.text(item.get("text_key"));
        let headed = |text: String| match &head {
            Some(head) => format!("{head} {text}"),
            None => text,
        };
        let mut taken = match self.kind(item, kind) {
            Ok(taken) => taken,
            Err((code, reason)) => return say(code, reason),
        };
        if let FormKind::Choice(options) = &mut taken {
            for reason in without_named_no_answers(options) {
                say(Code::NoAnswer, reason);
            }
            let values: Vec<f64> = options.iter().filter_map(|option| option.value).collect();
            if values.is_empty() {
                say(Code::NoWeight, "its options have no values".into());
            } else if values.len() < options.len() {
                say(Code::Partial, "some of its options have no value".into());
            } else if distinct(values).is_none() {
                say(Code::Ties, "several options have the same value".into());
            }
        }
        if kind == "grid" {
            let rows = list(item, "rows").iter().zip(1..);
            let lead = own.map_or_else(String::new, |own| format!("{own}: "));
            let row = |(row, place): (&Value, u32)| {
                let row = if row.is_object() { row.get("text_key") } else { Some(row) };
                let text = format!("{lead}{}", self.text(row)?);
                Some(FormItem {
                    link: format!("{id}_{place}"),
                    text: headed(text),
                    kind: taken.clone(),
                })
            };
            let items: Option<Vec<FormItem>> = rows.map(row).collect();
            return items.unwrap_or_else(|| say(Code::ItemType, "a row has no text".into()));
        }
        let Some(text) = own else { return say(Code::ItemType, "it has no text to ask".into()) };
        vec![FormItem { link: id.to_owned(), text: headed(text), kind: taken }]
    }

    /// Returns what an item takes, or why it is left.
    fn kind(&self, item: &Value, kind: &str) -> Result<FormKind, (Code, String)> {
        let taken = match kind {
            "likert" => self.likert(item, &self.definition["likert_options"]),
            "multi" => self.listed(list(item, "options"), false),
            "grid" => self.listed(list(item, "columns"), true),
            "vas" => match (number(item, "min"), number(item, "max")) {
                (Some(min), Some(max)) if min < max => {
                    Ok(FormKind::Number { min, max, step: None, unit: None })
                }
                _ => Err("its limits cannot be read".into()),
            },
            "multicheck" => {
                let reason = "it takes several answers, whose sum is undefined";
                return Err((Code::Repeats, reason.into()));
            }
            "short" | "long" if self.wanted.unscored => Ok(FormKind::Text),
            other => {
                let reason = format!("an item of type `{}` is not scored; left out", plain(other));
                return Err((Code::ItemType, reason));
            }
        };
        taken.map_err(|reason| (Code::Option, reason))
    }

    /// A number of points from a lowest value, with a label or the number itself for each. What the item says
    /// goes before what holds for all, and its own number of points before the shared highest value.
    fn likert(&self, item: &Value, defaults: &Value) -> Result<FormKind, String> {
        let of = |holder: &Value, key: &str| match holder.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(_) => number(holder, key).map(Some).ok_or(format!("its `{key}` is no number")),
        };
        let min = of(item, "likert_min")?.or(of(defaults, "min")?).unwrap_or(1.0);
        let last = |points: f64| min + points - 1.0;
        let own = of(item, "likert_max")?.or(of(item, "likert_points")?.map(last));
        let shared = of(defaults, "max")?.or(of(defaults, "points")?.map(last));
        let max = own.or(shared).ok_or("the number of its points is missing")?;
        let points = max - min + 1.0;
        if !(min < max && points <= 100.0 && points.fract() == 0.0) {
            return Err("the values of its points cannot be read".into());
        }
        if of(item, "likert_points")?.is_some_and(|own| (own - points).abs() > 1e-9) {
            return Err(
                "its number of points is not what its lowest and highest values give".into()
            );
        }
        let values: Vec<f64> =
            std::iter::successors(Some(min), |value| Some(value + 1.0).filter(|v| *v <= max))
                .collect();
        let labels = list(item, "likert_labels");
        let labels = if labels.is_empty() { list(defaults, "labels") } else { labels };
        // Two labels for more points stand at the ends.
        let place = |place: usize| match labels.len() {
            count if count == values.len() => Some(place),
            2 if place == 0 => Some(0),
            2 if place + 1 == values.len() => Some(1),
            _ => None,
        };
        let option = |(at, value): (usize, &f64)| FormOption {
            label: self
                .text(place(at).and_then(|place| labels.get(place)))
                .unwrap_or_else(|| crate::questionnaire::value_name(*value)),
            value: Some(*value),
            code: Some(*value),
        };
        checked(values.iter().enumerate().map(option).collect())
    }

    /// Reads options; a column of a grid that is a text alone has its place from 1 as its value.
    fn listed(&self, entries: &[Value], are_columns: bool) -> Result<FormKind, String> {
        let option = |(entry, place): (&Value, u32)| {
            let is_plain = entry.is_string();
            let key = if is_plain { Some(entry) } else { entry.get("text_key") };
            let written = entry.get("value");
            let text = written.and_then(Value::as_str).and_then(|text| text.trim().parse().ok());
            let place = (is_plain && are_columns).then(|| f64::from(place));
            let value = written.and_then(Value::as_f64).or(text).or(place);
            self.text(key).map(|label| FormOption { label, value, code: value })
        };
        let options: Option<Vec<FormOption>> = entries.iter().zip(1..).map(option).collect();
        checked(options.ok_or("an option has no text")?)
    }
}

/// Returns the ids of the sections and items that are arms of a branch: who answers sees one arm only.
fn arms(definition: &Value) -> Vec<&str> {
    let branches = list(definition, "branches").iter();
    let arms = branches.flat_map(|branch| list(branch, "arms"));
    let of_arm =
        |arm| ["sections", "items", "questions"].into_iter().flat_map(move |key| list(arm, key));
    arms.flat_map(of_arm).filter_map(Value::as_str).collect()
}

/// Returns the dimensions whose items are not asked every time, each with why.
fn unsteady_dimensions(definition: &Value) -> Vec<(&str, &'static str)> {
    let why = |dimension: &Value| {
        let is_off = dimension.get("default_enabled").and_then(Value::as_bool) == Some(false);
        let when = dimension.get("visible_when").is_some_and(|when| !when.is_null());
        if when {
            Some("its dimension is asked only under a condition")
        } else {
            is_off.then_some("its dimension is off unless somebody switches it on")
        }
    };
    let named = |dimension| Some((dimension, why(dimension)?));
    let unsteady = list(definition, "dimensions").iter().filter_map(named);
    unsteady.filter_map(|(dimension, why)| Some((dimension.get("id")?.as_str()?, why))).collect()
}

fn of_dimension<'w>(item: &Value, unsteady: &[(&str, &'w str)]) -> Option<&'w str> {
    let own = item.get("dimension")?;
    let several = own.as_array().map_or(&[][..], Vec::as_slice);
    let mut names = std::iter::once(own).chain(several).filter_map(Value::as_str);
    names.find_map(|name| unsteady.iter().find(|(id, _)| *id == name)).map(|(_, why)| *why)
}

/// Returns why an item cannot be asked whose words have a gap that is filled in while it is asked, such as
/// `{answer.a}` or `{system}`.
fn gap(item: &FormItem) -> Option<(Code, String)> {
    let labels = item.choices().into_iter().flatten().map(|option| option.label.as_str());
    let gap = std::iter::once(item.text.as_str()).chain(labels).find_map(gap_in)?;
    let depends = ["answer.", "score.", "computed.", "correct."];
    Some(if depends.iter().any(|from| gap.starts_with(from)) {
        (Code::Branch, format!("its words depend on other answers: `{{{gap}}}`"))
    } else {
        (Code::ItemType, format!("its words have a gap to be filled in: `{{{gap}}}`"))
    })
}

/// Returns the name in the first pair of braces that stands as a word.
fn gap_in(text: &str) -> Option<&str> {
    text.match_indices('{').find_map(|(at, _)| {
        let (name, behind) = text[at + 1..].split_once('}')?;
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_part = is_letter(text[..at].chars().next_back()) && is_letter(behind.chars().next());
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-');
        (!name.is_empty() && name.chars().all(is_name) && !is_part).then_some(name)
    })
}

fn checked(options: Vec<FormOption>) -> Result<FormKind, String> {
    if options.len() < 2 || options.len() > 100 {
        return Err(format!("it has {} options; 2 to 100 are taken", options.len()));
    }
    if options.iter().any(|option| option.label.chars().count() > 200) {
        return Err("a label has more than 200 characters".into());
    }
    Ok(FormKind::Choice(options))
}
