//! Owns the scores of an OpenScales definition that are sums or means of items.

use serde_json::Value;

use super::super::finding::{Code, Finding};
use super::super::form::{FormItem, Proposal};
use super::super::text::plain;
use super::{Scale, list};

impl Scale<'_> {
    /// Returns the scores that are sums or means of items, each 1 or reversed; others are said.
    pub(super) fn proposals(
        &self,
        items: &[FormItem],
        findings: &mut Vec<Finding>,
    ) -> Vec<Proposal> {
        let scoring = self.definition.get("scoring").and_then(Value::as_object);
        let mut proposals = Vec::new();
        for (id, score) in scoring.into_iter().flatten() {
            match self.proposal(id, score, items) {
                Ok(proposal) => proposals.push(proposal),
                Err(reason) => findings.push(Finding::item(Code::Expression, id, reason)),
            }
        }
        proposals
    }

    fn proposal(&self, id: &str, score: &Value, items: &[FormItem]) -> Result<Proposal, String> {
        let is_mean = match score.get("method").and_then(Value::as_str) {
            Some("mean_coded") => true,
            Some("sum_coded") => false,
            other => {
                return Err(format!(
                    "its method `{}` is not taken",
                    plain(other.unwrap_or_default())
                ));
            }
        };
        let filled = |key: &str| match score.get(key) {
            None | Some(Value::Null) => false,
            Some(Value::Array(list)) => !list.is_empty(),
            Some(Value::Object(object)) => !object.is_empty(),
            Some(_) => true,
        };
        if let Some(key) =
            ["value_map", "transform", "weights", "scores"].into_iter().find(|key| filled(key))
        {
            return Err(format!("its `{key}` is not taken, so the score would be another one"));
        }
        let known = |link: &String| {
            items.iter().any(|item| {
                item.link == *link && (item.values().is_some() || item.choices().is_none())
            })
        };
        let mut proposal = Proposal {
            id: id.to_owned(),
            title: self.title(id),
            is_mean,
            because: format!("its scoring `{id}`"),
            ..Proposal::default()
        };
        for (link, sign) in coded(score)? {
            if sign == Some(0) {
                continue;
            }
            if !known(&link) {
                return Err(format!("its item `{}` was not taken with values", plain(&link)));
            }
            if sign == Some(-1) {
                proposal.reverse.push(link.clone());
            } else if sign != Some(1) {
                return Err(format!("the coding of its item `{}` is not 1 or -1", plain(&link)));
            }
            proposal.items.push(link);
        }
        if proposal.items.is_empty() { Err("it lists no items".into()) } else { Ok(proposal) }
    }

    fn title(&self, id: &str) -> String {
        let named = |dimension: &&Value| dimension.get("id").and_then(Value::as_str) == Some(id);
        let dimension = list(self.definition, "dimensions").iter().find(named);
        let name = dimension.and_then(|dimension| dimension.get("name")).and_then(Value::as_str);
        plain(name.unwrap_or(id))
    }
}

/// Returns the items of a score with their coding: 1, -1 for reverse-scored, 0 for left out. A list is of items
/// that are all counted, unless the older `item_coding` stands beside it: what it lacks is then left out.
fn coded(score: &Value) -> Result<Vec<(String, Option<i64>)>, String> {
    let old = match score.get("item_coding") {
        None | Some(Value::Null) => None,
        Some(Value::Object(coding)) => Some(coding),
        Some(_) => return Err("its `item_coding` is not a table".into()),
    };
    match score.get("items") {
        Some(Value::Object(object)) => {
            Ok(object.iter().map(|(link, sign)| (link.clone(), sign.as_i64())).collect())
        }
        Some(Value::Array(list)) => {
            let links = list.iter().filter_map(Value::as_str);
            let sign = |link: &str| match old {
                None => Some(1),
                Some(coding) => coding.get(link).map_or(Some(0), Value::as_i64),
            };
            Ok(links.map(|link| (link.to_owned(), sign(link))).collect())
        }
        _ => Err("it lists no items".into()),
    }
}
