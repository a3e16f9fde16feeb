//! Owns joining imported wording with a key that comes with checkin: labels find their values by
//! what the file says, and every difference from the key is said.

use std::collections::BTreeMap;

use super::finding::{Code, Finding};
use super::form::{Form, FormItem, FormOption};
use super::recognise::item_codes;
use super::text::listed;
use crate::questionnaire::{Anchors, Direction, Key, KeyScale, value_name};

/// Wording for a key: item texts in the order of its numbers, and labels by scale.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// The names of the items in the file, in the order of the key.
    pub links: Vec<String>,
    /// The item texts.
    pub items: Vec<String>,
    /// The labels in the order of the key's values.
    pub labels: BTreeMap<String, Vec<String>>,
    /// Whether the file's own values are the key's.
    pub has_values_of_key: bool,
    /// What the person must confirm.
    pub findings: Vec<Finding>,
    /// The scales whose labels stand in the order of the file, since nothing else tells their values, with the
    /// first item of each.
    in_file_order: BTreeMap<String, String>,
}

impl Joined {
    /// Returns whether the file's own values are the key's, and its labels at the ends of each scale those that
    /// the key names: without being asked, a person says nothing of the rest of the wording.
    pub fn is_as_published(&self, key: &Key, choice: Option<&str>) -> bool {
        let is_met = |scale: &KeyScale| {
            let labels = self.labels.get(&scale.id).map_or(&[][..], Vec::as_slice);
            key.anchors(scale, choice).are_met(&scale.values, labels)
        };
        self.has_values_of_key && key.scales.iter().all(is_met)
    }

    /// Says which labels have their values by nothing but their order in the file: neither values nor codes nor
    /// a label that the key names tells which end is which.
    pub fn by_order_alone(&self, key: &Key, choice: Option<&str>) -> Vec<Finding> {
        let said = key.scales.iter().filter_map(|scale| {
            let item = self.in_file_order.get(&scale.id)?;
            let labels = self.labels.get(&scale.id)?;
            let direction = key.anchors(scale, choice).direction(&scale.values, labels);
            (direction == Direction::Untold).then(|| {
                let pair =
                    |(value, label): (&f64, &String)| format!("{} {label}", value_name(*value));
                let pairs: Vec<String> = scale.values.iter().zip(labels).map(pair).collect();
                let reason = format!(
                    "nothing tells the values of the options but their order in the file: {}",
                    pairs.join(", ")
                );
                Finding::item(Code::Order, item, reason)
            })
        });
        said.collect()
    }
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
    /// An item is none of the instrument, or of another place in it, by its codes.
    #[error(
        "`{item}` stands at place {place}, where the key has LOINC code {wanted}, and the file says {codes}"
    )]
    Other {
        /// The item in the file.
        item: String,
        /// Its place among the items for the key.
        place: usize,
        /// The code of the item of the key.
        wanted: &'static str,
        /// The codes in the file.
        codes: String,
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
    /// Items on one scale of the key have the same labels at different values.
    #[error(
        "`{item}` has the labels of the items before it on the key's scale `{scale}`, but at other values"
    )]
    Turned {
        /// The item in the file.
        item: String,
        /// The scale of the key.
        scale: String,
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
    let mut joined = Joined { has_values_of_key: true, ..Joined::default() };
    if chosen.is_empty() {
        joined.findings.extend(left(form, &items));
    }
    for (item, numbered) in items.iter().zip(&key.items) {
        let Some(scale) = key.scale_of(numbered) else { continue };
        let (labels, basis) = labels(item, scale, &mut joined.findings)?;
        joined.has_values_of_key &= has_values_of(item, scale);
        if basis == Basis::Order {
            joined.in_file_order.entry(scale.id.clone()).or_insert_with(|| item.link.clone());
        }
        match joined.labels.get(&scale.id) {
            Some(known) if *known != labels => {
                let (item, scale) = (item.link.clone(), scale.id.clone());
                let is_same = labels.iter().all(|label| known.contains(label));
                return Err(if is_same {
                    JoinProblem::Turned { item, scale }
                } else {
                    JoinProblem::Labels { item, scale }
                });
            }
            Some(_) => {}
            None => {
                joined.labels.insert(scale.id.clone(), labels);
            }
        }
        joined.links.push(item.link.clone());
        joined.items.push(item.text.clone());
    }
    Ok(joined)
}

/// Holds the items to their places, as far as their codes tell which they are: the key turns round, keeps private
/// or answers with support by number.
fn in_order(form: &Form, key: &Key, items: &[&FormItem]) -> Result<(), JoinProblem> {
    let known = item_codes(&key.id);
    for ((item, wanted), place) in items.iter().zip(known).zip(1..) {
        let codes = form.item_codes.get(&item.link).map_or(&[][..], Vec::as_slice);
        let mut numbers =
            codes.iter().filter_map(|code| known.iter().position(|known| known == code));
        if let Some(at) = numbers.find(|at| at + 1 != place) {
            let item = item.link.clone();
            return Err(JoinProblem::Order { item, place, code: known[at], number: at + 1 });
        }
        if !codes.is_empty() && !codes.iter().any(|code| code == wanted) {
            let (item, codes) = (item.link.clone(), codes.join(", "));
            return Err(JoinProblem::Other { item, place, wanted, codes });
        }
    }
    Ok(())
}

/// Says which of the items that could be meant are none of the key's.
fn left(form: &Form, items: &[&FormItem]) -> Option<Finding> {
    let could = form.items.iter().filter(|item| item.choices().is_some());
    let left = could.filter(|item| !items.iter().any(|taken| taken.link == item.link));
    let links = listed(left.map(|item| item.link.as_str()));
    (!links.is_empty()).then(|| {
        let reason = format!(
            "the items of the key are known by their LOINC codes; left as none of them: {links}"
        );
        Finding::file(Code::Ignored, reason)
    })
}

fn has_values_of(item: &FormItem, scale: &KeyScale) -> bool {
    let mut values = item.values().unwrap_or_default();
    let mut of_key = scale.values.clone();
    values.sort_by(f64::total_cmp);
    of_key.sort_by(f64::total_cmp);
    values == of_key
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
    if let Some(coded) = by_codes(form, key, &items).filter(|_| chosen.is_empty()) {
        return Ok(coded);
    }
    let names: Vec<String> = items.iter().map(|item| format!("`{}`", item.link)).collect();
    Err(JoinProblem::Count {
        expected: key.items.len(),
        found: items.len(),
        names: names.join(", "),
    })
}

/// Returns the items of the key among others in the file, where each of its codes stands at one item.
fn by_codes<'f>(form: &Form, key: &Key, items: &[&'f FormItem]) -> Option<Vec<&'f FormItem>> {
    let known = item_codes(&key.id);
    let with = |code: &&str| {
        let has = |item: &&&FormItem| {
            let codes = form.item_codes.get(&item.link);
            codes.is_some_and(|codes| codes.iter().any(|found| found == code))
        };
        let mut found = items.iter().filter(has);
        found.next().copied().filter(|_| found.next().is_none())
    };
    let found: Vec<&FormItem> = known.iter().map(with).collect::<Option<_>>()?;
    (found.len() == key.items.len()).then_some(found)
}

/// By what labels found their values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Basis {
    /// Values or codes of the file.
    File,
    /// Their order alone.
    Order,
}

/// Returns an item's labels in the order of the key's values.
fn labels(
    item: &FormItem,
    scale: &KeyScale,
    findings: &mut Vec<Finding>,
) -> Result<(Vec<String>, Basis), JoinProblem> {
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
            return Ok((labels, Basis::File));
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
        return Ok((by_rank(options, &values, scale), Basis::File));
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
        return Ok((labels, Basis::File));
    }
    let mut labels: Vec<String> = options.iter().map(|option| option.label.clone()).collect();
    let anchors = Anchors { lowest: scale.lowest.as_deref(), highest: scale.highest.as_deref() };
    if matches!(anchors.direction(&scale.values, &labels), Direction::Reversed(_)) {
        labels.reverse();
    }
    Ok((labels, Basis::Order))
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
