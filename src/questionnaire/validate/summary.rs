//! Owns the rules of scores of scores.

use std::collections::BTreeMap;

use super::super::decode::fields::At;
use super::super::decode::raw::{RawMethod, RawScore};
use super::super::diagnostic::Diagnostic;
use super::super::id::ScoreId;
use super::super::nearest::nearest;
use super::super::score::{Basis, Range, Score};
use super::score::Check;
use super::{report_doubles, score_id};

impl Check<'_> {
    /// Checks a score of scores; its parts are among `known`.
    pub(super) fn over_scores(
        &self,
        known: &[Score],
        problems: &mut Vec<Diagnostic>,
    ) -> Option<Score> {
        let before = problems.len();
        let raw = self.raw;
        let listed = raw.scores.as_ref()?;
        self.report_misfits(problems);
        if listed.value.is_empty() {
            problems.push(Diagnostic::error("the list of scores is empty", listed.span.clone()));
        }
        report_doubles("score", listed.value.iter(), problems);
        let mut parts: Vec<ScoreId> = Vec::new();
        for name in &listed.value {
            let id = score_id(self.names.own, &name.value);
            match known.iter().find(|score| score.id == id) {
                Some(Score { basis: Basis::Items { .. }, .. }) => parts.push(id),
                Some(_) => problems.push(
                    Diagnostic::error(
                        format!("`{}` is a score of scores itself", name.value),
                        name.span.clone(),
                    )
                    .with_hint("name its parts instead"),
                ),
                None => self.report_unknown_score(name, known, problems),
            }
        }
        let own = self.names.own;
        let mut reverse = Vec::new();
        for name in &raw.reverse {
            let id = score_id(own, &name.value);
            if parts.contains(&id) {
                reverse.push(id);
            } else {
                let message = format!("`{}` is not among the `scores` of this score", name.value);
                problems.push(Diagnostic::error(message, name.span.clone()));
            }
        }
        let mut weights = BTreeMap::new();
        for (name, weight) in &raw.weights {
            let id = score_id(own, &name.value);
            if !parts.contains(&id) {
                let message = format!("`{}` is not among the `scores` of this score", name.value);
                problems.push(Diagnostic::error(message, name.span.clone()));
            } else if (weight - 1.0).abs() > f64::EPSILON {
                weights.insert(id, *weight);
            }
        }
        if problems.len() > before {
            return None;
        }
        let basis = Basis::Scores { scores: parts, reverse, weights };
        self.finish(basis, Range { from: 0.0, to: 1.0 }, problems)
    }

    fn report_unknown_score(
        &self,
        name: &At<String>,
        known: &[Score],
        problems: &mut Vec<Diagnostic>,
    ) {
        // A score of this file that has mistakes of its own is reported there.
        let local = name.value.strip_prefix(&format!("{}.", self.names.own)).unwrap_or(&name.value);
        let own = |score: &RawScore| score.id.as_ref().is_some_and(|id| id.value == local);
        if self.file.scores.iter().any(own)
            && local != self.raw.id.as_ref().map_or("", |id| &id.value)
        {
            return;
        }
        let near = nearest(&name.value, known.iter().map(|score| score.id.as_str()));
        let message = format!("there is no score `{}` here", name.value);
        problems.push(Diagnostic::error(message, name.span.clone()).with_nearest(near));
    }

    /// Reports what a score of scores cannot have.
    fn report_misfits(&self, problems: &mut Vec<Diagnostic>) {
        let raw = self.raw;
        if raw.items.is_some() {
            let message = "a score has `items` or `scores`, not both";
            problems.push(Diagnostic::error(message, raw.span.clone()));
        }
        if let Some(method) = raw.method.as_ref().filter(|method| method.value != RawMethod::Mean) {
            let message = "a score of scores is a mean";
            problems.push(
                Diagnostic::error(message, method.span.clone())
                    .with_hint("write `method = \"mean\"`"),
            );
        }
        if let Some(missing) = &raw.missing {
            let message = "a score of scores has no `missing` rule; it needs every part";
            problems
                .push(Diagnostic::error(message, missing.span.clone()).with_hint("leave it out"));
        }
        if let Some(count) = &raw.count {
            problems
                .push(Diagnostic::error("a score of scores counts nothing", count.span.clone()));
        }
        if raw.output.is_none() {
            problems.push(
                Diagnostic::error("a score of scores needs `output`", raw.span.clone())
                    .with_hint("add `output = [0, 100]`"),
            );
        }
    }
}
