//! Owns the rules of scores.

use std::collections::BTreeMap;

use super::super::decode::fields::At;
use super::super::decode::raw::{RawFile, RawMethod, RawScore};
use super::super::diagnostic::Diagnostic;
use super::super::id::{ItemId, ScoreId};
use super::super::model::Item;
use super::super::nearest::nearest;
use super::super::score::{
    Band, Basis, Better, Group, Method, Missing, Need, Range, Reliability, Score, TScore,
};
use super::{Names, report_doubles};

/// Checks all scores: included ones first, then own item-based ones, then own scores of scores.
pub(super) fn scores(
    raw: &RawFile,
    names: &Names<'_>,
    included: &[Score],
    problems: &mut Vec<Diagnostic>,
) -> Vec<Score> {
    report_doubles("score", raw.scores.iter().filter_map(|score| score.id.as_ref()), problems);
    let mut scores = included.to_vec();
    let of_items = |score: &&RawScore| score.scores.is_none();
    for score in raw.scores.iter().filter(of_items) {
        scores.extend(Check { raw: score, file: raw, names }.over_items(problems));
    }
    for score in raw.scores.iter().filter(|score| score.scores.is_some()) {
        let summary = Check { raw: score, file: raw, names }.over_scores(&scores, problems);
        scores.extend(summary);
    }
    scores
}

/// One raw score under its rules.
pub(super) struct Check<'a> {
    pub(super) raw: &'a RawScore,
    pub(super) file: &'a RawFile,
    pub(super) names: &'a Names<'a>,
}

impl Check<'_> {
    fn over_items(&self, problems: &mut Vec<Diagnostic>) -> Option<Score> {
        let before = problems.len();
        let Some(listed) = &self.raw.items else {
            problems.push(
                Diagnostic::error("the score has no `items`", self.raw.span.clone()).with_hint(
                    "add `items = [\"…\"]`, or `scores = [\"…\"]` for a score of scores",
                ),
            );
            return None;
        };
        let items = self.items(listed, problems);
        let ids: Vec<ItemId> = items.iter().map(|item| item.id.clone()).collect();
        // Names with mistakes of their own are reported once.
        let own = self.names.own;
        let named: Vec<ItemId> =
            listed.value.iter().map(|name| super::item_id(own, &name.value)).collect();
        let reverse = self.among(&self.raw.reverse, &named, "items", problems);
        let weights = self.weights(&named, problems);
        let method = self.method(problems);
        let mixed = items.iter().any(|item| item.range() != items[0].range());
        if mixed && method == Some(Method::Mean) && self.raw.output.is_none() {
            problems.push(
                Diagnostic::error(
                    "a mean over items of different range needs `output`",
                    listed.span.clone(),
                )
                .with_hint("add `output = [0, 100]`; each item is then taken on 0 to 1"),
            );
        }
        if self.raw.group.as_ref().is_some_and(|group| group.value == Group::Summary) {
            problems.push(Diagnostic::error(
                "the group \"summary\" is for scores of scores",
                self.raw.span.clone(),
            ));
        }
        let missing = self.missing(listed.value.len(), method, problems);
        if problems.len() > before || items.len() != listed.value.len() {
            return None;
        }
        let method = method?;
        let attainable = attainable(&items, &weights, method);
        let basis = Basis::Items { items: ids, reverse, weights, method, missing: missing? };
        self.finish(basis, attainable, problems)
    }

    fn items<'n>(
        &'n self,
        listed: &At<Vec<At<String>>>,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<&'n Item> {
        if listed.value.is_empty() {
            problems.push(Diagnostic::error("the list of items is empty", listed.span.clone()));
        }
        report_doubles("item", listed.value.iter(), problems);
        let mut items: Vec<&Item> = Vec::new();
        for name in &listed.value {
            let Some(placed) = self.names.item(name, problems) else { continue };
            if placed.item.range().is_none() {
                let message = format!("`{}` cannot be scored", name.value);
                problems.push(Diagnostic::error(message, name.span.clone()).with_hint(
                    "scored items are on a scale, yes-no, or a number with `min` and `max`",
                ));
            } else if items.iter().all(|known| known.id != placed.item.id) {
                items.push(&placed.item);
            }
        }
        items
    }

    /// Returns the names of a list that must be among `known`.
    fn among(
        &self,
        list: &[At<String>],
        known: &[ItemId],
        what: &str,
        problems: &mut Vec<Diagnostic>,
    ) -> Vec<ItemId> {
        report_doubles("item", list.iter(), problems);
        let mut found = Vec::new();
        for name in list {
            let id = super::item_id(self.names.own, &name.value);
            if known.contains(&id) {
                found.push(id);
            } else {
                let near = nearest(&name.value, known.iter().map(ItemId::local));
                let message = format!("`{}` is not among the `{what}` of this score", name.value);
                problems.push(Diagnostic::error(message, name.span.clone()).with_nearest(near));
            }
        }
        found
    }

    fn weights(&self, ids: &[ItemId], problems: &mut Vec<Diagnostic>) -> BTreeMap<ItemId, f64> {
        let names: Vec<At<String>> =
            self.raw.weights.iter().map(|(name, _)| name.clone()).collect();
        let found = self.among(&names, ids, "items", problems);
        let by_id = |id: &ItemId| {
            let weight = self
                .raw
                .weights
                .iter()
                .find(|(name, _)| super::item_id(self.names.own, &name.value) == *id);
            weight.map(|(_, weight)| *weight)
        };
        // A weight of 1 is the same as none.
        found
            .into_iter()
            .filter_map(|id| Some((by_id(&id)?, id)))
            .filter(|(weight, _)| (weight - 1.0).abs() > f64::EPSILON)
            .map(|(weight, id)| (id, weight))
            .collect()
    }

    fn method(&self, problems: &mut Vec<Diagnostic>) -> Option<Method> {
        let raw = self.raw;
        let Some(method) = &raw.method else {
            if raw.has_method {
                return None;
            }
            problems.push(
                Diagnostic::error("the score does not say how it is computed", raw.span.clone())
                    .with_hint("add `method = \"mean\"`, \"sum\" or \"count\""),
            );
            return None;
        };
        match (method.value, &raw.count) {
            (RawMethod::Count, Some(limit)) => Some(Method::Count(limit.value)),
            (RawMethod::Count, None) => {
                problems.push(
                    Diagnostic::error("`method = \"count\"` needs `count`", method.span.clone())
                        .with_hint("add `count = { at_least = 3 }`"),
                );
                None
            }
            (_, Some(limit)) => {
                problems.push(
                    Diagnostic::error("`count` needs `method = \"count\"`", limit.span.clone())
                        .with_hint("leave `count` out, or change the method"),
                );
                None
            }
            (RawMethod::Mean, None) => Some(Method::Mean),
            (RawMethod::Sum, None) => Some(Method::Sum),
        }
    }

    fn missing(
        &self,
        items: usize,
        method: Option<Method>,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Missing> {
        let all = u32::try_from(items).ok()?;
        let sum = method == Some(Method::Sum);
        let Some(raw) = &self.raw.missing else {
            return Some(Missing { need: Need::AtLeast(all), prorate: sum });
        };
        let need = match (&raw.at_least, &raw.share) {
            (Some(least), _) => {
                match u32::try_from(least.value).ok().filter(|n| (1..=all).contains(n)) {
                    Some(count) => Need::AtLeast(count),
                    None => {
                        let message = format!("`at_least` is from 1 to the number of items, {all}");
                        problems.push(Diagnostic::error(message, least.span.clone()));
                        return None;
                    }
                }
            }
            (None, Some(share)) if share.value > 0.0 && share.value <= 1.0 => {
                Need::Share(share.value)
            }
            (None, Some(share)) => {
                problems.push(
                    Diagnostic::error("`share` is above 0 and at most 1", share.span.clone())
                        .with_hint("0.75 means three quarters"),
                );
                return None;
            }
            (None, None) => Need::AtLeast(all),
        };
        if let Some(prorate) = &raw.prorate
            && matches!(method, Some(Method::Count(_)))
        {
            problems.push(
                Diagnostic::error("a count cannot be prorated", prorate.span.clone())
                    .with_hint("leave `prorate` out"),
            );
            return None;
        }
        let prorate = sum && raw.prorate.as_ref().is_none_or(|prorate| prorate.value);
        Some(Missing { need, prorate })
    }

    pub(super) fn finish(
        &self,
        basis: Basis,
        attainable: Range,
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Score> {
        let raw = self.raw;
        let id = ScoreId::qualified(self.names.own, &raw.id.as_ref()?.value);
        let output =
            raw.output.as_ref().map(|output| Range { from: output.value.0, to: output.value.1 });
        let bands = self.bands(output.unwrap_or(attainable), problems);
        Some(Score {
            title: raw
                .title
                .as_ref()
                .map_or_else(|| id.local().to_owned(), |title| title.value.clone()),
            id,
            group: raw.group.as_ref().map_or(Group::Other, |group| group.value),
            basis,
            output,
            better: raw.better.as_ref().map_or(Better::Neither, |better| better.value),
            t_score: raw.t_score.as_ref().map(|norms| TScore {
                mean: norms.first,
                sd: norms.sd,
                source: norms.source.clone(),
            }),
            bands,
            bands_source: raw.bands_source.as_ref().map(|source| source.value.clone()),
            reliability: raw.reliability.as_ref().map(|norms| Reliability {
                alpha: norms.first,
                sd: norms.sd,
                source: norms.source.clone(),
            }),
            comparable_with: raw.comparable_with.clone(),
        })
    }

    fn bands(&self, range: Range, problems: &mut Vec<Diagnostic>) -> Vec<Band> {
        let raw = self.raw;
        let Some(bands) = &raw.bands else {
            if let Some(source) = &raw.bands_source {
                let message = "`bands_source` without `bands`";
                problems.push(Diagnostic::error(message, source.span.clone()));
            }
            return Vec::new();
        };
        if raw.bands_source.is_none() {
            problems.push(
                Diagnostic::error("`bands` need `bands_source`", bands.span.clone()).with_hint(
                    "say where the cut-offs come from, or that they are for orientation only",
                ),
            );
        }
        let mut last: Option<f64> = None;
        for band in &bands.value {
            let from = band.from.value;
            let message = match last {
                None if (from - range.from).abs() > 1e-9 => {
                    Some(format!("the first band starts at the lowest value, {}", range.from))
                }
                Some(last) if from <= last => {
                    Some(format!("bands ascend; {from} is not above {last}"))
                }
                _ if from >= range.to => {
                    Some(format!("the band starts at or above the highest value, {}", range.to))
                }
                _ => None,
            };
            if let Some(message) = message {
                problems.push(Diagnostic::error(message, band.from.span.clone()));
            }
            last = Some(from);
        }
        if bands.value.is_empty() {
            problems.push(Diagnostic::error("the list of bands is empty", bands.span.clone()));
        }
        let band = |band: &super::super::decode::raw::RawBand| Band {
            from: band.from.value,
            label: band.label.clone(),
            note: band.note.clone(),
        };
        bands.value.iter().map(band).collect()
    }
}

/// Returns the lowest and highest raw score, for the bands of a score without `output`.
fn attainable(items: &[&Item], weights: &BTreeMap<ItemId, f64>, method: Method) -> Range {
    let weight = |item: &&Item| weights.get(&item.id).copied().unwrap_or(1.0);
    let ends = |of: fn(Range) -> f64| -> f64 {
        items.iter().map(|item| weight(item) * item.range().map_or(0.0, of)).sum()
    };
    match method {
        Method::Mean => items[0].range().unwrap_or(Range { from: 0.0, to: 1.0 }),
        Method::Sum => Range { from: ends(|range| range.from), to: ends(|range| range.to) },
        Method::Count(_) => Range { from: 0.0, to: items.iter().map(weight).sum() },
    }
}
