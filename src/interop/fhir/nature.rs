//! Owns what an item says of itself beside its answers: computed, conditional, closed, filled in.

use serde_json::Value;

use super::element::Element;

/// Returns whether an item is a total or another computed value, which nobody answers.
pub(super) fn is_computed(item: Element<'_>) -> bool {
    let is_number = matches!(item.word("type"), Some("decimal" | "integer" | "quantity"));
    is_calculated(item) || (is_number && (item.is_true("readOnly") || has_total_code(item)))
}

/// Names of the extensions that say that an item is computed, in the standard and around it.
pub(super) const CALCULATED: [&str; 4] = [
    "sdc-questionnaire-calculatedExpression",
    "sdf-calculatedExpression",
    "questionnaire-calculatedExpression",
    "cqf-calculatedValue",
];

/// Returns whether the file says how an item is computed.
pub(super) fn is_calculated(item: Element<'_>) -> bool {
    CALCULATED.into_iter().any(|name| item.extension(name).is_some())
}

/// Returns why nobody is asked an item or what is in a group, if so.
pub(super) fn unasked(item: Element<'_>) -> Option<&'static str> {
    if has_extension_true(item, HIDDEN) {
        Some("hidden")
    } else {
        item.is_true("readOnly").then_some("read-only")
    }
}

/// Returns the first of the properties that say yes or no and here say something else.
pub(super) fn malformed(item: Element<'_>) -> Option<&'static str> {
    let is_other = |key: &&str| item.get(key).is_some_and(|value| !value.is_boolean());
    let hidden = || {
        let extension = item.extension(HIDDEN)?;
        (!extension.get("valueBoolean").is_some_and(Value::is_boolean)).then_some(HIDDEN)
    };
    ["repeats", "readOnly", "required"].into_iter().find(is_other).or_else(hidden)
}

const HIDDEN: &str = "questionnaire-hidden";

/// Returns whether the items of another questionnaire come in the place of this one.
pub(super) fn is_elsewhere(item: Element<'_>) -> bool {
    item.extension("sdc-questionnaire-subQuestionnaire").is_some()
}

/// Returns whether only the options can be answered, as far as R5's `answerConstraint` says so.
pub(super) fn is_closed(item: Element<'_>) -> bool {
    item.word("answerConstraint").is_none_or(|word| word == "optionsOnly")
}

pub(super) fn is_conditional(item: Element<'_>) -> bool {
    item.has("enableWhen")
        || item.get("enableWhen").is_some_and(Value::is_object)
        || item.extension("sdc-questionnaire-enableWhenExpression").is_some()
}

/// Returns whether only an expression tells the options.
pub(super) fn is_filled_by_expression(item: Element<'_>) -> bool {
    let names = ["sdc-questionnaire-answerExpression", "sdc-questionnaire-candidateExpression"];
    !item.has("answerOption")
        && item.get("answerValueSet").is_none()
        && names.into_iter().any(|name| item.extension(name).is_some())
}

pub(super) fn has_initial(item: Element<'_>) -> bool {
    let selected =
        |option: &Value| option.get("initialSelected").and_then(Value::as_bool) == Some(true);
    item.has("initial")
        || item.extension("sdc-questionnaire-initialExpression").is_some()
        || item.list("answerOption").iter().any(selected)
}

fn has_extension_true(item: Element<'_>, name: &str) -> bool {
    item.extension(name)
        .and_then(|extension| extension.get("valueBoolean"))
        .and_then(Value::as_bool)
        == Some(true)
}

/// Returns whether an item has a LOINC code that is known to be a total.
///
/// LOINC: 44261-6 PHQ-9, 55758-7 PHQ-2, 70274-6 GAD-7, 75626-2 AUDIT-C, 48545-8 GDS-15 totals.
fn has_total_code(item: Element<'_>) -> bool {
    const TOTALS: [&str; 5] = ["44261-6", "55758-7", "70274-6", "75626-2", "48545-8"];
    item.list("code").iter().any(|code| {
        let code = item.of(code);
        code.word("system").is_some_and(|system| system.starts_with("http://loinc.org"))
            && code.word("code").is_some_and(|code| TOTALS.contains(&code))
    })
}
