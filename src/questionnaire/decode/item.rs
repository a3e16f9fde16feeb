//! Owns reading `[[scale]]` and `[[item]]`.

use toml::de::{DeTable, DeValue};

use super::super::diagnostic::Diagnostic;
use super::super::model::{Limit, ResponseOption};
use super::fields::{At, Fields, LABEL, TEXT, wrong_type};
use super::local_id;
use super::raw::{RawCondition, RawItem, RawKind, RawScale, RawTest};

/// How many options a scale may have.
const MOST_OPTIONS: usize = 100;
/// How deep conditions may be nested.
const DEEPEST_CONDITION: usize = 8;

pub(super) fn scales(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Vec<RawScale> {
    let mut scales = Vec::new();
    for (table, span) in fields.tables("scale", problems) {
        let scale = Fields::new(table, span, &["id", "options", "not_applicable"], problems);
        scale.require("id", "\"frequency\"", problems);
        scale.require("options", "[{ value = 0, label = \"Never\" }, …]", problems);
        let not_applicable = scale.text("not_applicable", LABEL, problems).map(|text| text.value);
        let options = options(&scale, problems);
        let id = scale.text("id", LABEL, problems).and_then(|id| local_id(id, problems));
        if let Some(id) = id {
            scales.push(RawScale { id, options, not_applicable });
        }
    }
    scales
}

pub(super) fn items(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Vec<RawItem> {
    fields
        .tables("item", problems)
        .into_iter()
        .map(|(table, span)| item(table, span, problems))
        .collect()
}

fn item(
    table: &DeTable<'_>,
    span: std::ops::Range<usize>,
    problems: &mut Vec<Diagnostic>,
) -> RawItem {
    const KEYS: [&str; 13] = [
        "id",
        "text",
        "scale",
        "kind",
        "options",
        "min",
        "max",
        "step",
        "unit",
        "optional",
        "private",
        "ask_if",
        "support_if",
    ];
    let fields = Fields::new(table, span.clone(), &KEYS, problems);
    fields.require("id", "\"heard\"", problems);
    fields.require("text", "\"Someone listened to me.\"", problems);
    let support_if =
        fields.table("support_if", problems).and_then(|(table, span)| limit(table, span, problems));
    RawItem {
        span,
        id: fields.text("id", LABEL, problems).and_then(|id| local_id(id, problems)),
        text: fields.text("text", TEXT, problems),
        kind: kind(&fields, problems),
        optional: fields.truth("optional", problems).is_some_and(|truth| truth.value),
        private: fields.truth("private", problems).is_some_and(|truth| truth.value),
        ask_if: fields.value("ask_if").and_then(|value| condition(value, 0, problems)),
        support_if,
    }
}

/// The word that says how an item is answered.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    Scale,
    Number,
    YesNo,
    Many,
    Text,
}

impl Word {
    const ALL: [(&'static str, Self); 5] = [
        ("number", Self::Number),
        ("yes-no", Self::YesNo),
        ("many", Self::Many),
        ("text", Self::Text),
        ("scale", Self::Scale),
    ];

    /// Returns the kind in words, and which of the keys that depend on it it takes.
    fn takes(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Scale => ("on a scale", &[]),
            Self::Number => ("of kind number", &["min", "max", "step", "unit"]),
            Self::YesNo => ("of kind yes-no", &[]),
            Self::Many => ("of kind many", &["options"]),
            Self::Text => ("of kind text", &[]),
        }
    }
}

/// Reads what an item takes, and reports keys that its kind does not know.
fn kind(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<RawKind> {
    let word = kind_word(fields, problems)?;
    let (name, allowed) = word.takes();
    for key in ["min", "max", "step", "unit", "options"] {
        if fields.has(key) && !allowed.contains(&key) {
            let message = format!("an item {name} has no `{key}`");
            problems
                .push(Diagnostic::error(message, fields.key_span(key)).with_hint("leave it out"));
        }
    }
    match word {
        Word::Scale => {
            fields.require("scale", "\"frequency\"", problems);
            fields.text("scale", LABEL, problems).map(RawKind::Scale)
        }
        Word::Number => Some(number_kind(fields, problems)),
        Word::YesNo => Some(RawKind::YesNo),
        Word::Text => Some(RawKind::Text),
        Word::Many => {
            fields.require("options", "[{ value = 0, label = \"…\" }, …]", problems);
            options(fields, problems).map(RawKind::Many)
        }
    }
}

/// Returns how an item is answered: by the scale it names, or by its kind.
fn kind_word(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<Word> {
    if !fields.has("kind") && !fields.has("scale") {
        problems.push(
            Diagnostic::error("the item does not say how it is answered", fields.span.clone())
                .with_hint("add `scale = \"…\"`, or `kind` with \"number\", \"yes-no\", \"many\" or \"text\""),
        );
        return None;
    }
    if !fields.has("kind") {
        return Some(Word::Scale);
    }
    let word = super::word(fields, "kind", &Word::ALL, problems)?.value;
    if fields.has("scale") && word != Word::Scale {
        problems.push(
            Diagnostic::error(
                "an item has a `scale` or a `kind`, not both",
                fields.key_span("kind"),
            )
            .with_hint("leave one of them out"),
        );
        return None;
    }
    Some(word)
}

fn number_kind(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> RawKind {
    let min = fields.number("min", problems);
    let max = fields.number("max", problems);
    let step = fields.number("step", problems);
    if let (Some(min), Some(max)) = (&min, &max)
        && min.value >= max.value
    {
        problems.push(Diagnostic::error(
            format!("`min` {} is not below `max` {}", min.value, max.value),
            max.span.clone(),
        ));
    }
    if let Some(step) = &step {
        let whole = match (&min, &max) {
            (Some(min), Some(max)) => {
                let steps = (max.value - min.value) / step.value;
                (steps - steps.round()).abs() < 1e-9
            }
            _ => true,
        };
        if step.value <= 0.0 {
            problems.push(Diagnostic::error("`step` is above 0", step.span.clone()));
        } else if min.is_none() {
            problems.push(
                Diagnostic::error("`step` needs `min` to count from", step.span.clone())
                    .with_hint("add `min`, or leave `step` out"),
            );
        } else if !whole {
            problems.push(
                Diagnostic::error(
                    "`max` cannot be reached from `min` in whole steps",
                    step.span.clone(),
                )
                .with_hint("choose a step that divides the range"),
            );
        }
    }
    RawKind::Number {
        min: min.map(|min| min.value),
        max: max.map(|max| max.value),
        step: step.map(|step| step.value),
        unit: fields.text("unit", LABEL, problems).map(|unit| unit.value),
    }
}

/// Reads response options; `None` if any of them has a mistake.
fn options(fields: &Fields<'_, '_>, problems: &mut Vec<Diagnostic>) -> Option<Vec<ResponseOption>> {
    let before = problems.len();
    let array = fields.array("options", problems)?;
    if array.value.len() < 2 || array.value.len() > MOST_OPTIONS {
        let message = format!("there are 2 to {MOST_OPTIONS} options, not {}", array.value.len());
        problems.push(Diagnostic::error(message, array.span.clone()));
    }
    let mut options: Vec<ResponseOption> = Vec::new();
    let mut keys: Vec<char> = Vec::new();
    for (place, member) in array.value.into_iter().take(MOST_OPTIONS).enumerate() {
        let DeValue::Table(table) = member.get_ref() else {
            problems.push(wrong_type("an option like { value = 0, label = \"Never\" }", member));
            continue;
        };
        let option = Fields::new(table, member.span(), &["value", "label", "key"], problems);
        option.require("value", "0", problems);
        option.require("label", "\"Never\"", problems);
        let value = option.number("value", problems);
        if let Some(value) = &value
            && options.iter().any(|known| (known.value - value.value).abs() < 1e-9)
        {
            let message = format!("the value {} is there twice", value.value);
            problems.push(Diagnostic::error(message, value.span.clone()));
        }
        let key = option.text("key", LABEL, problems).and_then(|key| option_key(key, problems));
        let effective = key.or_else(|| char::from_digit(u32::try_from(place + 1).ok()?, 10));
        if let Some(effective) = effective {
            if keys.contains(&effective) {
                let message = format!("the key `{effective}` answers two options");
                problems.push(
                    Diagnostic::error(message, member.span())
                        .with_hint("without `key` the first nine options have the keys 1 to 9"),
                );
            }
            keys.push(effective);
        }
        let label = option.text("label", LABEL, problems);
        if let (Some(value), Some(label)) = (value, label) {
            options.push(ResponseOption { value: value.value, label: label.value, key });
        }
    }
    (problems.len() == before).then_some(options)
}

fn option_key(key: At<String>, problems: &mut Vec<Diagnostic>) -> Option<char> {
    let mut letters = key.value.chars();
    let first = letters.next().filter(|c| !c.is_whitespace() && letters.next().is_none());
    match first {
        Some(c) if "snq?-".contains(c) => {
            problems.push(
                Diagnostic::error(format!("the key `{c}` has a meaning of its own"), key.span)
                    .with_hint(
                        "s skips, n notes, q leaves, ? helps, - is not applicable; choose another",
                    ),
            );
            None
        }
        Some(c) => Some(c),
        None => {
            problems.push(Diagnostic::error("a key is one printable character", key.span));
            None
        }
    }
}

/// Reads `{ at_least = … }` or `{ at_most = … }`.
pub(super) fn limit(
    table: &DeTable<'_>,
    span: std::ops::Range<usize>,
    problems: &mut Vec<Diagnostic>,
) -> Option<At<Limit>> {
    let fields = Fields::new(table, span.clone(), &["at_least", "at_most"], problems);
    let least = fields.number("at_least", problems);
    let most = fields.number("at_most", problems);
    let value = match (least, most) {
        (Some(least), None) => Limit::AtLeast(least.value),
        (None, Some(most)) => Limit::AtMost(most.value),
        (None, None) if fields.has("at_least") || fields.has("at_most") => return None,
        _ => {
            problems.push(Diagnostic::error("give either `at_least` or `at_most`", span));
            return None;
        }
    };
    Some(At { value, span })
}

fn condition(
    value: &toml::Spanned<DeValue<'_>>,
    depth: usize,
    problems: &mut Vec<Diagnostic>,
) -> Option<RawCondition> {
    const TESTS: [&str; 5] = ["at_least", "at_most", "is", "is_not", "answered"];
    let DeValue::Table(table) = value.get_ref() else {
        problems.push(wrong_type("a condition like { item = \"clients\", at_least = 1 }", value));
        return None;
    };
    if depth > DEEPEST_CONDITION {
        problems.push(Diagnostic::error("conditions are nested too deeply", value.span()));
        return None;
    }
    let known: Vec<&str> = ["item", "any", "all"].into_iter().chain(TESTS).collect();
    let fields = Fields::new(table, value.span(), &known, problems);
    let shapes = ["item", "any", "all"].into_iter().filter(|key| fields.has(key)).count();
    let stray = TESTS.into_iter().find(|key| fields.has(key)).filter(|_| !fields.has("item"));
    if shapes != 1 || stray.is_some() {
        problems.push(
            Diagnostic::error("a condition has one of `item`, `any` and `all`", value.span())
                .with_hint("for example { item = \"clients\", at_least = 1 } or { any = [ … ] }"),
        );
        return None;
    }
    for (key, make) in [
        ("any", RawCondition::Any as fn(Vec<RawCondition>) -> RawCondition),
        ("all", RawCondition::All),
    ] {
        if let Some(array) = fields.array(key, problems) {
            if array.value.is_empty() {
                problems.push(Diagnostic::error(format!("`{key}` is empty"), array.span));
                return None;
            }
            let parts: Vec<Option<RawCondition>> =
                array.value.into_iter().map(|part| condition(part, depth + 1, problems)).collect();
            return parts.into_iter().collect::<Option<Vec<_>>>().map(make);
        }
    }
    let item = fields.text("item", LABEL, problems)?;
    let tests: Vec<At<RawTest>> =
        TESTS.into_iter().filter_map(|key| test(&fields, key, problems)).collect();
    if tests.is_empty() {
        if TESTS.into_iter().all(|key| !fields.has(key)) {
            problems.push(
                Diagnostic::error(
                    "the condition does not say what the answer must be",
                    value.span(),
                )
                .with_hint("add at_least, at_most, is, is_not or answered"),
            );
        }
        return None;
    }
    Some(RawCondition::Item { item, tests })
}

fn test(fields: &Fields<'_, '_>, key: &str, problems: &mut Vec<Diagnostic>) -> Option<At<RawTest>> {
    let is_truth = matches!(fields.value(key)?.get_ref(), DeValue::Boolean(_));
    if key == "answered" {
        return Some(fields.truth(key, problems)?.map(RawTest::Answered));
    }
    if is_truth && key != "at_least" && key != "at_most" {
        let truth = fields.truth(key, problems)?;
        return Some(truth.map(if key == "is" { RawTest::IsYes } else { RawTest::IsNotYes }));
    }
    let make = match key {
        "at_least" => RawTest::AtLeast as fn(f64) -> RawTest,
        "at_most" => RawTest::AtMost,
        "is" => RawTest::Is,
        _ => RawTest::IsNot,
    };
    Some(fields.number(key, problems)?.map(make))
}
