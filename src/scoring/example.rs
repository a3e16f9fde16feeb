//! Owns the running of worked examples: a definition proves its own key.

use crate::checkin::response::{Response, Responses};
use crate::checkin::{ResponseProblem, check_responses};
use crate::questionnaire::{Example, Expectation, ItemId, Questionnaire, ScoreId};

use super::compute::score;

/// A worked example that does not come out.
#[derive(Clone, Debug, PartialEq)]
pub struct FailedExample {
    /// The example's place in the definition, from 0.
    pub index: usize,
    /// What is wrong.
    pub problem: ExampleProblem,
}

/// What is wrong with a worked example.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ExampleProblem {
    /// An answer has none of the forms of answers.
    #[error("the example's answer to `{0}` cannot be read")]
    Unreadable(ItemId),
    /// An answer does not fit its item, or is missing.
    #[error("in the example {0}")]
    Response(ResponseProblem),
    /// A score comes out differently.
    #[error("the example expects `{score}` to be {expected}, and it is {actual}")]
    Differs {
        /// The score.
        score: ScoreId,
        /// What the example says.
        expected: String,
        /// What is computed.
        actual: String,
    },
}

/// Runs all worked examples and returns those that do not come out.
pub fn failed_examples(questionnaire: &Questionnaire) -> Vec<FailedExample> {
    let mut failed = Vec::new();
    for (index, example) in questionnaire.examples.iter().enumerate() {
        failed.extend(
            problems(example, questionnaire)
                .into_iter()
                .map(|problem| FailedExample { index, problem }),
        );
    }
    failed
}

fn problems(example: &Example, questionnaire: &Questionnaire) -> Vec<ExampleProblem> {
    let mut responses = Responses::new();
    let mut problems = Vec::new();
    for (item, value) in &example.answers {
        match Response::from_json(value) {
            Some(response) => {
                responses.insert(item.clone(), response);
            }
            None => problems.push(ExampleProblem::Unreadable(item.clone())),
        }
    }
    problems.extend(
        check_responses(questionnaire, &responses)
            .into_iter()
            .filter(|problem| {
                !example.answers.contains_key(problem.item())
                    || responses.contains_key(problem.item())
            })
            .map(ExampleProblem::Response),
    );
    if !problems.is_empty() {
        return problems;
    }
    let results = score(questionnaire, &responses);
    for (id, expected) in &example.expect {
        let Some(result) = results.iter().find(|result| result.id == *id) else { continue };
        let actual = result.outcome.as_ref().ok().map(|value| value.value.0);
        let agrees = match (expected, actual) {
            (Expectation::None, None) => true,
            (Expectation::Value { value, tolerance }, Some(actual)) => {
                (actual - value).abs() <= tolerance + 1e-9
            }
            _ => false,
        };
        if !agrees {
            problems.push(ExampleProblem::Differs {
                score: id.clone(),
                expected: match expected {
                    Expectation::None => "without a value".into(),
                    Expectation::Value { value, .. } => value.to_string(),
                },
                actual: actual.map_or_else(|| "without a value".into(), |value| value.to_string()),
            });
        }
    }
    problems
}
