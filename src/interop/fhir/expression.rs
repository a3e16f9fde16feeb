//! Owns recognising which items a total adds up. No expression is run: a few shapes are known, and
//! what they name becomes a proposal that a person confirms.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::finding::{Code, Finding};
use super::super::form::{FormItem, Proposal};
use super::super::text::{plain, slugs};
use super::element::{Element, extensions_of, is_named};
use super::item::has_options;
use super::nature::is_calculated;
use super::options::{Choice, Weight, choices};

const UNRUN: &str = "the score is told by an expression only, which is not run";

type Taken = [(FormItem, Option<String>)];

/// What an expression can add up: the items by their linkIds.
struct Sheet<'a> {
    questionnaire: Element<'a>,
    taken: &'a Taken,
    standing: BTreeMap<&'a str, Standing>,
}

/// What is known of an item that an expression may count.
#[derive(Clone, Copy)]
struct Standing {
    /// Whether it stands in no group and below no question.
    is_outermost: bool,
    /// Whether its options have weights, or may have because they are elsewhere.
    is_weighted: bool,
    is_taken: bool,
}

/// What a known shape adds up.
#[derive(Debug)]
enum Sum {
    /// These items, by their linkIds.
    Of(Vec<String>),
    /// Items of which this one was left, so that the rest of them is another score.
    Without(String),
}

/// Returns the scores that the computed items describe; those not understood are said.
pub(super) fn proposals<'a>(
    totals: &[Element<'a>],
    questionnaire: Element<'a>,
    taken: &'a Taken,
    findings: &mut Vec<Finding>,
) -> Vec<Proposal> {
    let links = totals.iter().map(|total| total.word("linkId").unwrap_or_default());
    let ids = slugs(links.clone());
    let mut proposals = Vec::new();
    if totals.is_empty() {
        return proposals;
    }
    let sheet = Sheet::new(questionnaire, taken);
    for ((total, link), id) in totals.iter().zip(links).zip(ids) {
        let Some(calculated) = total.extension("sdc-questionnaire-calculatedExpression") else {
            if is_calculated(*total) {
                findings.push(Finding::item(Code::Expression, link, UNRUN));
            }
            continue;
        };
        let sum = calculated
            .get("valueExpression")
            .and_then(path)
            .and_then(|written| sum_of(&written, &sheet));
        let reason = match sum {
            Some(Sum::Of(items)) if !items.is_empty() => {
                proposals.push(Proposal {
                    id,
                    title: total.text("text").unwrap_or_else(|| link.to_owned()),
                    items,
                    because: format!("the calculatedExpression of `{link}`"),
                    ..Proposal::default()
                });
                continue;
            }
            Some(Sum::Of(_)) => "the expression of the score finds none of the items".to_owned(),
            Some(Sum::Without(left)) => format!(
                "the expression of the score counts `{}`, which was not taken with values; without it the score would be another",
                plain(&left)
            ),
            None => UNRUN.to_owned(),
        };
        findings.push(Finding::item(Code::Expression, link, reason));
    }
    proposals
}

/// Says of every computed item that it may count what is in another questionnaire; so none is proposed.
pub(super) fn unproposed(
    totals: &[Element<'_>],
    elsewhere: &str,
    findings: &mut Vec<Finding>,
) -> Vec<Proposal> {
    let computed = totals.iter().filter(|total| is_calculated(**total));
    findings.extend(computed.map(|total| {
        let reason = format!(
            "the score may count the items that come in the place of `{}`, which are not in the file",
            plain(elsewhere)
        );
        Finding::item(Code::Expression, total.word("linkId").unwrap_or_default(), reason)
    }));
    Vec::new()
}

/// Returns a FHIRPath expression without its white space; `None` for another language.
fn path(expression: &Value) -> Option<String> {
    let part = |key: &str| expression.get(key)?.as_str();
    (part("language") == Some("text/fhirpath")).then(|| compact(part("expression")?))?
}

/// Takes out white space, but not in quoted texts. What may hide a quote in a text is not looked into.
fn compact(expression: &str) -> Option<String> {
    if expression.contains(['\\', '"', '`']) {
        return None;
    }
    let mut is_quoted = false;
    let kept = expression.chars().filter(|c| {
        is_quoted ^= *c == '\'';
        is_quoted || !c.is_whitespace()
    });
    Some(kept.collect())
}

/// Returns what one of the known shapes adds up; `None` for any other expression. The whole of it must be of the
/// shape.
fn sum_of(expression: &str, sheet: &Sheet<'_>) -> Option<Sum> {
    if let Some(sum) = all_weights(expression, sheet) {
        return Some(sum);
    }
    let links = ordinals(expression, sheet).or_else(|| variables(expression, sheet))?;
    let counts = |known: &Standing| known.is_weighted && known.is_taken;
    let missing = links.iter().find(|link| !sheet.standing.get(link.as_str()).is_some_and(counts));
    Some(missing.cloned().map_or(Sum::Of(links), Sum::Without))
}

impl<'a> Sheet<'a> {
    fn new(questionnaire: Element<'a>, taken: &'a Taken) -> Self {
        let choices_taken: BTreeSet<&str> = taken
            .iter()
            .filter(|(item, _)| item.choices().is_some())
            .map(|(item, _)| item.link.as_str())
            .collect();
        let mut standing = BTreeMap::new();
        let mut below: Vec<(Element<'a>, bool)> = vec![(questionnaire, true)];
        while let Some((parent, is_outermost)) = below.pop() {
            for item in parent.list("item").iter().map(|item| questionnaire.of(item)) {
                below.push((item, false));
                let Some(link) = item.word("linkId") else { continue };
                let has_none = |(choices, _): (Vec<Choice>, Option<String>)| {
                    choices.iter().all(|choice| choice.weight == Weight::None)
                };
                // Options that are elsewhere or cannot be used may have weights.
                let is_weighted =
                    has_options(item) && !choices(item, questionnaire).is_ok_and(has_none);
                let is_taken = choices_taken.contains(link);
                standing.insert(link, Standing { is_outermost, is_weighted, is_taken });
            }
        }
        Self { questionnaire, taken, standing }
    }

    /// Returns whether `item` finds an item: with `repeat` any, without it the outermost.
    fn has(&self, link: &str, is_deep: bool) -> bool {
        self.standing.get(link).is_some_and(|known| is_deep || known.is_outermost)
    }

    /// Returns the items with weights that are among those wanted, in the order they were taken.
    fn weighted(&self, is_wanted: impl Fn(&str, Standing) -> bool) -> Sum {
        let is_counted = |link: &str| {
            self.standing
                .get(link)
                .is_some_and(|known| known.is_weighted && is_wanted(link, *known))
        };
        let left = |(link, known): (&&str, &Standing)| {
            (!known.is_taken && is_counted(link)).then(|| (*link).to_owned())
        };
        if let Some(left) = self.standing.iter().find_map(left) {
            return Sum::Without(left);
        }
        let links = self.taken.iter().map(|(item, _)| &item.link);
        Sum::Of(links.filter(|link| is_counted(link)).cloned().collect())
    }
}

/// `%resource.repeat(item).answer.weight().sum()`, or over the outermost items, or those but one.
fn all_weights(expression: &str, sheet: &Sheet<'_>) -> Option<Sum> {
    let from = expression.strip_suffix(".answer.weight().sum()")?;
    if matches!(from, "%resource.repeat(item)" | "%resource.descendants()") {
        return Some(sheet.weighted(|_, _| true));
    }
    let inside = from.strip_prefix("%resource.item")?;
    let but = match inside {
        "" => None,
        _ => Some(quoted(inside.strip_prefix(".where(linkId!=")?.strip_suffix(')')?)?),
    };
    // Without `repeat` only the outermost items are looked at, whatever the author meant.
    Some(sheet.weighted(|link, known| known.is_outermost && Some(link) != but))
}

/// Returns what stands between the quotes of a text that is nothing else.
fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('\'')?.strip_suffix('\'').filter(|inner| !inner.contains('\''))
}

/// `(%resource.repeat(item).where(linkId='a').answer.valueCoding.ordinal()|0).first()+…`
fn ordinals(expression: &str, sheet: &Sheet<'_>) -> Option<Vec<String>> {
    let term = |term: &str| {
        let inner = term.strip_prefix('(')?.strip_suffix("|0).first()")?;
        let (link, rest) = link_in(inner, "%resource", sheet)?;
        matches!(rest, ".answer.valueCoding.ordinal()" | ".answer.value.ordinal()")
            .then(|| link.to_owned())
    };
    let links: Option<Vec<String>> = summands(expression).into_iter().map(term).collect();
    distinct(links?)
}

/// Splits a sum at its plus signs outside quotes.
fn summands(expression: &str) -> Vec<&str> {
    let mut is_quoted = false;
    expression
        .split(|c| {
            is_quoted ^= c == '\'';
            c == '+' && !is_quoted
        })
        .collect()
}

/// Returns the linkId of `%resource.repeat(item).where(linkId='a')` and what follows. Without `repeat` it finds the
/// outermost items only.
fn link_in<'t>(term: &'t str, of: &str, sheet: &Sheet<'_>) -> Option<(&'t str, &'t str)> {
    let rest = term.strip_prefix(of)?;
    let (rest, is_deep) = match rest.strip_prefix(".repeat(item)") {
        Some(rest) => (rest, true),
        None => (rest.strip_prefix(".item")?, false),
    };
    let (link, rest) = rest.strip_prefix(".where(linkId='")?.split_once("')")?;
    sheet.has(link, is_deep).then_some((link, rest))
}

/// A sum of variables, each the weight of one item, behind an `iif` that asks whether any or all are there.
fn variables(expression: &str, sheet: &Sheet<'_>) -> Option<Vec<String>> {
    let mut written: BTreeMap<String, String> = BTreeMap::new();
    for variable in extensions_of(sheet.questionnaire.value(), "variable") {
        let Some(expression) = variable.get("valueExpression") else { continue };
        let name = expression.get("name").and_then(Value::as_str).unwrap_or_default();
        if let Some(path) = path(expression)
            && written.insert(name.to_owned(), path).is_some()
        {
            return None;
        }
    }
    let sum = match expression.strip_prefix("iif(").and_then(|inner| inner.strip_suffix(",{})")) {
        Some(inner) => {
            let parts = split_arguments(inner)?;
            let [asked, sum] = parts.as_slice() else { return None };
            asks_for_answers(asked, &written).then_some(*sum)?
        }
        None => expression,
    };
    let term = |term: &str| {
        let name = match term.strip_prefix("iif(").and_then(|inner| inner.strip_suffix(",0)")) {
            Some(inner) => {
                let (asked, given) = inner.split_once(',')?;
                (asked.strip_suffix(".exists()") == Some(given)).then_some(given)?
            }
            None => term,
        };
        weight_of(written.get(name.strip_prefix('%')?)?, &written, sheet)
    };
    let links: Option<Vec<String>> = summands(sum).into_iter().map(term).collect();
    distinct(links?)
}

/// Returns the item whose weight a variable is: that of its option with the code that was answered to it.
fn weight_of(
    variable: &str,
    written: &BTreeMap<String, String>,
    sheet: &Sheet<'_>,
) -> Option<String> {
    let (link, rest) = link_in(variable, "%questionnaire", sheet)?;
    let answer = rest.strip_prefix(".answerOption.where(valueCoding.code=")?;
    let (same, rest) = link_in(answer, "%resource", sheet)?;
    let address = rest
        .strip_prefix(".answer.valueCoding.code).extension.where(url=")?
        .strip_suffix(").valueDecimal")?;
    let address = match address.strip_prefix('%') {
        Some(name) => written.get(name)?,
        None => address,
    };
    let address = quoted(address)?;
    let is_weight = ["ordinalValue", "itemWeight"].into_iter().any(|name| is_named(address, name));
    (is_weight && link == same).then(|| link.to_owned())
}

/// Returns whether a condition only asks whether there are answers: `%a.exists()or%b.exists()`, or a variable that
/// does.
fn asks_for_answers(condition: &str, written: &BTreeMap<String, String>) -> bool {
    let variable = condition.strip_prefix('%').and_then(|name| written.get(name));
    let mut rest = variable.map_or(condition, String::as_str);
    loop {
        let Some((name, after)) =
            rest.strip_prefix('%').and_then(|rest| rest.split_once(".exists()"))
        else {
            return false;
        };
        if !written.contains_key(name) {
            return false;
        }
        rest = match after.strip_prefix("or").or_else(|| after.strip_prefix("and")) {
            Some(more) => more,
            None => return after.is_empty(),
        };
    }
}

/// Splits arguments at commas outside brackets.
fn split_arguments(text: &str) -> Option<Vec<&str>> {
    let (mut depth, mut start, mut parts) = (0usize, 0, Vec::new());
    for (place, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1)?,
            ',' if depth == 0 => {
                parts.push(&text[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    (depth == 0).then_some(parts)
}

fn distinct(links: Vec<String>) -> Option<Vec<String>> {
    let mut seen: Vec<&String> = Vec::new();
    for link in &links {
        if seen.contains(&link) {
            return None;
        }
        seen.push(link);
    }
    Some(links)
}
