//! Owns the names in worked examples; scoring runs them.

use std::ops::Range;

use super::super::decode::raw::{RawExpectation, RawFile};
use super::super::diagnostic::Diagnostic;
use super::super::model::{Example, Expectation};
use super::super::nearest::nearest;
use super::super::score::Score;
use super::{Names, score_id};

/// Checks the names of all examples.
pub(super) fn examples(
    raw: &RawFile,
    (names, scores): (&Names<'_>, &[Score]),
    problems: &mut Vec<Diagnostic>,
    spans: &mut Vec<Range<usize>>,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for example in &raw.examples {
        let mut answers = std::collections::BTreeMap::new();
        for (name, value) in &example.answers {
            if let Some(placed) = names.item(name, problems)
                && answers.insert(placed.item.id.clone(), value.clone()).is_some()
            {
                let message = format!("`{}` is answered twice", name.value);
                problems.push(Diagnostic::error(message, name.span.clone()));
            }
        }
        let mut expect = std::collections::BTreeMap::new();
        for (name, expectation) in &example.expect {
            let id = score_id(names.own, &name.value);
            if scores.iter().any(|score| score.id == id) {
                let expectation = match *expectation {
                    RawExpectation::None => Expectation::None,
                    RawExpectation::Value { value, tolerance } => {
                        Expectation::Value { value, tolerance }
                    }
                };
                expect.insert(id, expectation);
            } else if raw
                .scores
                .iter()
                .all(|own| own.id.as_ref().is_none_or(|own| own.value != name.value))
            {
                let near = nearest(&name.value, scores.iter().map(|score| score.id.local()));
                let message = format!("there is no score `{}` here", name.value);
                problems.push(Diagnostic::error(message, name.span.clone()).with_nearest(near));
            }
        }
        spans.push(example.span.clone());
        examples.push(Example { answers, expect });
    }
    examples
}
