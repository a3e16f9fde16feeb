//! Owns recognising which items a total adds up. No expression is run: a few shapes are known, and
//! what they name becomes a proposal that a person confirms.

use serde_json::Value;

use super::super::finding::{Code, Finding};
use super::super::form::{FormItem, Proposal};
use super::super::text::slugs;
use super::element::{Element, extensions_of};
use super::nature::is_calculated;

const UNRUN: &str = "the score is told by an expression only, which is not run";

type Taken = [(FormItem, Option<String>)];

/// Returns the scores that the computed items describe; those not understood are said.
pub(super) fn proposals<'a>(
    totals: &[Element<'a>],
    questionnaire: Element<'a>,
    taken: &Taken,
    findings: &mut Vec<Finding>,
) -> Vec<Proposal> {
    let links = totals.iter().map(|total| total.word("linkId").unwrap_or_default());
    let ids = slugs(links.clone());
    let mut proposals = Vec::new();
    for ((total, link), id) in totals.iter().zip(links).zip(ids) {
        let Some(calculated) = total.extension("sdc-questionnaire-calculatedExpression") else {
            if is_calculated(*total) {
                findings.push(Finding::item(Code::Expression, link, UNRUN));
            }
            continue;
        };
        let expression = calculated.get("valueExpression");
        let part = |key: &str| expression?.get(key)?.as_str();
        let is_path = part("language") == Some("text/fhirpath");
        let written = part("expression").unwrap_or_default();
        let items = if is_path { items_of(&compact(written), questionnaire, taken) } else { None };
        match items {
            Some(items) if !items.is_empty() => proposals.push(Proposal {
                id,
                title: total.text("text").unwrap_or_else(|| link.to_owned()),
                items,
                because: format!("the calculatedExpression of `{link}`"),
                ..Proposal::default()
            }),
            Some(_) => findings.push(Finding::item(
                Code::Expression,
                link,
                "the expression of the score finds none of the items",
            )),
            None => findings.push(Finding::item(Code::Expression, link, UNRUN)),
        }
    }
    proposals
}

fn compact(expression: &str) -> String {
    expression.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace('"', "'")
}

/// Returns the items that a known shape adds up; `None` for any other expression.
fn items_of(expression: &str, questionnaire: Element<'_>, taken: &Taken) -> Option<Vec<String>> {
    all_weights(expression, questionnaire, taken)
        .or_else(|| ordinals(expression))
        .or_else(|| variables(expression, questionnaire))
        .map(|links| {
            links
                .into_iter()
                .filter(|link| taken.iter().any(|(item, _)| item.link == *link))
                .collect()
        })
}

/// `%resource.repeat(item).answer.weight().sum()`, or over the outermost items but the total.
fn all_weights(expression: &str, questionnaire: Element<'_>, taken: &Taken) -> Option<Vec<String>> {
    let from = expression.strip_suffix(".answer.weight().sum()")?;
    let weighted = taken.iter().map(|(item, _)| item).filter(|item| {
        item.choices().is_some_and(|options| options.iter().any(|option| option.value.is_some()))
    });
    let links = weighted.map(|item| item.link.clone());
    if matches!(from, "%resource.repeat(item)" | "%resource.descendants()") {
        return Some(links.collect());
    }
    let inside = from.strip_prefix("%resource.item")?;
    let but = match inside {
        "" => None,
        _ => Some(inside.strip_prefix(".where(linkId!='")?.strip_suffix("')")?),
    };
    // Without `repeat` only the outermost items are looked at, whatever the author meant.
    let outermost: Vec<&str> = questionnaire
        .list("item")
        .iter()
        .filter_map(|item| item.get("linkId").and_then(Value::as_str))
        .filter(|link| Some(*link) != but)
        .collect();
    Some(links.filter(|link| outermost.contains(&link.as_str())).collect())
}

/// `(%resource.repeat(item).where(linkId='a').answer.valueCoding.ordinal()|0).first()+…`
fn ordinals(expression: &str) -> Option<Vec<String>> {
    let term = |term: &str| {
        let inner = term.strip_prefix('(')?.strip_suffix("|0).first()")?;
        link_in(inner, &[".answer.valueCoding.ordinal()", ".answer.value.ordinal()"])
    };
    let links: Option<Vec<String>> = expression.split('+').map(term).collect();
    distinct(links?)
}

/// Returns the linkId of `%resource.repeat(item).where(linkId='a')` followed by one of `ends`.
fn link_in(term: &str, ends: &[&str]) -> Option<String> {
    let rest = [
        "%resource.repeat(item)",
        "%resource.item",
        "%questionnaire.item",
        "%questionnaire.repeat(item)",
    ]
    .into_iter()
    .find_map(|start| term.strip_prefix(start))?;
    let (link, rest) = rest.strip_prefix(".where(linkId='")?.split_once("')")?;
    ends.iter().any(|end| rest.starts_with(end)).then(|| link.to_owned())
}

/// A sum of variables, each the weight of one item, behind an `iif` that asks whether any is there.
fn variables(expression: &str, questionnaire: Element<'_>) -> Option<Vec<String>> {
    let known: Vec<(String, String)> = extensions_of(questionnaire.value(), "variable")
        .into_iter()
        .filter_map(|variable| {
            let part = |key: &str| variable.get("valueExpression")?.get(key)?.as_str();
            let written = compact(part("expression")?);
            let weighs =
                written.contains(".answerOption.where(") && written.ends_with(".valueDecimal");
            let link = link_in(&written, &[".answerOption.where("])?;
            weighs.then(|| Some((part("name")?.to_owned(), link)))?
        })
        .collect();
    let sum = expression.strip_prefix("iif(").and_then(|inner| inner.strip_suffix(",{})"));
    let sum = sum.and_then(split_arguments).and_then(|parts| parts.into_iter().nth(1));
    let sum = sum.unwrap_or(expression);
    let term = |term: &str| {
        let name = match term.strip_prefix("iif(").and_then(|inner| inner.strip_suffix(",0)")) {
            Some(inner) => {
                let (asked, given) = inner.split_once(',')?;
                (asked.strip_suffix(".exists()") == Some(given)).then_some(given)?
            }
            None => term,
        };
        let name = name.strip_prefix('%')?;
        known.iter().find(|(known, _)| known == name).map(|(_, link)| link.clone())
    };
    let links: Option<Vec<String>> = sum.split('+').map(term).collect();
    distinct(links?)
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
