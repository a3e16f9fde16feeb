//! Owns joining imported wording with a key that comes with checkin: labels find their values by
//! what the file says, and every difference from the key is said.

use std::collections::BTreeMap;

use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormOption};
use super::recognise::item_codes;
use crate::questionnaire::{Key, KeyScale, value_name};

/// Wording for a key: item texts in the order of its numbers, and labels by scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// The item texts.
    pub items: Vec<String>,
    /// The labels in the order of the key's values.
    pub labels: BTreeMap<String, Vec<String>>,
    /// Whether the file's own values are the key's, and its labels at the ends of each scale those that the key
    /// names: without being asked, a person says nothing of the rest of the wording.
    pub is_as_published: bool,
    /// What the person must confirm.
    pub findings: Vec<Finding>,
}

/// Why a form does not fit a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JoinProblem {
    /// A named item was not taken.
    #[error("`{0}` is not among the items that were taken")]
    Unknown(String),
    /// The number of items differs.
    #[error("the key has {expected} items, and there are {found} to choose from: {names}")]
    Count {
        /// Items of the key.
        expected: usize,
        /// Items that can be meant.
        found: usize,
        /// Their names in the file.
        names: String,
    },
    /// An item is another one of the instrument than its place says.
    #[error("`{item}` stands at place {place}, and by its LOINC code {code} it is item {number}")]
    Order {
        /// The item in the file.
        item: String,
        /// Its place among the items for the key.
        place: usize,
        /// The code.
        code: &'static str,
        /// The number of the item with this code.
        number: usize,
    },
    /// The number of options differs.
    #[error("`{item}` has {found} options, and the key's scale `{scale}` has {expected} values")]
    Options {
        /// The item in the file.
        item: String,
        /// Its options.
        found: usize,
        /// The scale of the key.
        scale: String,
        /// Its values.
        expected: usize,
    },
    /// Items on one scale of the key have different labels.
    #[error("`{item}` has other labels than the items before it on the key's scale `{scale}`")]
    Labels {
        /// The item in the file.
        item: String,
        /// The scale of the key.
        scale: String,
    },
}

/// Joins a form and a key. `chosen` names the items in the order of the key; empty: all, in the
/// order of the file.
pub fn join(form: &Form, key: &Key, chosen: &[String]) -> Result<Joined, JoinProblem> {
    let items = items_for(form, key, chosen)?;
    in_order(form, key, &items)?;
    let mut joined = Joined { is_as_published: true, ..Joined::default() };
    for (item, numbered) in items.iter().zip(&key.items) {
        let Some(scale) = key.scale_of(numbered) else { continue };
        let labels = labels(item, scale, &mut joined.findings)?;
        joined.is_as_published &= is_as_published(item, scale, &labels);
        match joined.labels.get(&scale.id) {
            Some(known) if *known != labels => {
                let (item, scale) = (item.link.clone(), scale.id.clone());
                return Err(JoinProblem::Labels { item, scale });
            }
            Some(_) => {}
            None => {
                joined.labels.insert(scale.id.clone(), labels);
            }
        }
        joined.items.push(item.text.clone());
    }
    Ok(joined)
}

/// Holds the items to their places, as far as their codes tell which they are: the key turns round, keeps private
/// or answers with support by number.
fn in_order(form: &Form, key: &Key, items: &[&FormItem]) -> Result<(), JoinProblem> {
    let known = item_codes(&key.id);
    for (item, place) in items.iter().zip(1..) {
        let codes = form.item_codes.get(&item.link).into_iter().flatten();
        let numbers = codes.filter_map(|code| known.iter().position(|known| known == code));
        if let Some(at) = numbers.into_iter().find(|at| at + 1 != place) {
            let item = item.link.clone();
            return Err(JoinProblem::Order { item, place, code: known[at], number: at + 1 });
        }
    }
    Ok(())
}

fn is_as_published(item: &FormItem, scale: &KeyScale, labels: &[String]) -> bool {
    let mut values = item.values().unwrap_or_default();
    let mut of_key = scale.values.clone();
    values.sort_by(f64::total_cmp);
    of_key.sort_by(f64::total_cmp);
    let end = |value: Option<&f64>, named: &Option<String>| {
        let place = scale.values.iter().position(|known| Some(known) == value);
        let label = place.and_then(|place| labels.get(place));
        named.as_ref().is_none_or(|named| label.is_some_and(|l| l.eq_ignore_ascii_case(named)))
    };
    values == of_key && end(of_key.first(), &scale.lowest) && end(of_key.last(), &scale.highest)
}

fn items_for<'f>(
    form: &'f Form,
    key: &Key,
    chosen: &[String],
) -> Result<Vec<&'f FormItem>, JoinProblem> {
    let mut items: Vec<&FormItem> =
        form.items.iter().filter(|item| item.choices().is_some()).collect();
    if !chosen.is_empty() {
        let find = |link: &String| {
            let item = items.iter().find(|item| item.link == *link).copied();
            item.ok_or_else(|| JoinProblem::Unknown(link.clone()))
        };
        items = chosen.iter().map(find).collect::<Result<_, _>>()?;
    }
    if items.len() == key.items.len() {
        return Ok(items);
    }
    let names: Vec<String> = items.iter().map(|item| format!("`{}`", item.link)).collect();
    Err(JoinProblem::Count {
        expected: key.items.len(),
        found: items.len(),
        names: names.join(", "),
    })
}

/// Returns an item's labels in the order of the key's values.
fn labels(
    item: &FormItem,
    scale: &KeyScale,
    findings: &mut Vec<Finding>,
) -> Result<Vec<String>, JoinProblem> {
    let options = item.choices().unwrap_or_default();
    if options.len() != scale.values.len() {
        return Err(JoinProblem::Options {
            item: item.link.clone(),
            found: options.len(),
            scale: scale.id.clone(),
            expected: scale.values.len(),
        });
    }
    let by = |values: &[f64]| -> Option<Vec<String>> {
        scale.values.iter().map(|value| find(options, values, *value)).collect()
    };
    if let Some(values) = item.values() {
        if let Some(labels) = by(&values) {
            return Ok(labels);
        }
        let list = |values: &[f64]| {
            values.iter().map(|value| value_name(*value)).collect::<Vec<_>>().join(", ")
        };
        findings.push(Finding::item(
            Code::OtherKey,
            &item.link,
            format!(
                "the file weights its options {}, the key {}; the key counts",
                list(&values),
                list(&scale.values)
            ),
        ));
        return Ok(by_rank(options, &values, scale));
    }
    let has_weights = options.iter().any(|option| option.value.is_some());
    if has_weights {
        findings.push(Finding::item(
            Code::OtherKey,
            &item.link,
            "the file's weights are incomplete or equal; the options are taken in the order of the key",
        ));
    }
    if let Some(labels) = item.codes().filter(|_| !has_weights).and_then(|codes| by(&codes)) {
        return Ok(labels);
    }
    Ok(options.iter().map(|option| option.label.clone()).collect())
}

fn find(options: &[FormOption], values: &[f64], wanted: f64) -> Option<String> {
    let place = values.iter().position(|value| (value - wanted).abs() < 1e-9)?;
    options.get(place).map(|option| option.label.clone())
}

/// Matches the lowest weight with the lowest value, and so on.
fn by_rank(options: &[FormOption], weights: &[f64], scale: &KeyScale) -> Vec<String> {
    let order = |values: &[f64]| {
        let mut places: Vec<usize> = (0..values.len()).collect();
        places.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
        places
    };
    let mut labels = vec![String::new(); options.len()];
    for (of_key, of_file) in order(&scale.values).into_iter().zip(order(weights)) {
        labels[of_key].clone_from(&options[of_file].label);
    }
    labels
}
