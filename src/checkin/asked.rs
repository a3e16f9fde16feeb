//! Owns which items are asked, given the responses so far.

use super::private::Private;
use super::response::{Answer, Response, Responses};
use crate::questionnaire::{Condition, Item, Questionnaire, Test};

/// Returns whether `item` is asked.
///
/// A condition looks at earlier items only. An earlier item that is itself not asked has no answer,
/// whatever was kept for it before a change of mind.
pub fn is_asked(item: &Item, questionnaire: &Questionnaire, responses: &Responses) -> bool {
    item.ask_if.as_ref().is_none_or(|condition| holds(condition, questionnaire, responses))
}

fn holds(condition: &Condition, questionnaire: &Questionnaire, responses: &Responses) -> bool {
    match condition {
        Condition::Any(parts) => parts.iter().any(|part| holds(part, questionnaire, responses)),
        Condition::All(parts) => parts.iter().all(|part| holds(part, questionnaire, responses)),
        Condition::Item { item, test } => {
            let asked = questionnaire
                .item(item)
                .is_some_and(|earlier| is_asked(earlier, questionnaire, responses));
            let answer = responses.get(item).filter(|_| asked).and_then(Response::answer);
            passes(*test, answer)
        }
    }
}

/// Returns whether an answer passes a test. Without an answer every test fails but `Answered(false)`.
pub(crate) fn passes(test: Test, answer: Option<&Answer>) -> bool {
    let Some(answer) = answer else { return test == Test::Answered(false) };
    let number = answer.as_number();
    let chosen = |value: f64| match answer {
        Answer::Many(Private(values)) => values.contains(&value),
        _ => number == Some(value),
    };
    match test {
        Test::Answered(answered) => answered,
        Test::AtLeast(limit) => number.is_some_and(|number| number >= limit),
        Test::AtMost(limit) => number.is_some_and(|number| number <= limit),
        Test::Is(value) => chosen(value),
        Test::IsNot(value) => !chosen(value),
    }
}
