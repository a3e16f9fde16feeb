//! Owns the response options of an item and what the file says about their weights.

use serde_json::Value;

use super::super::form::FormOption;
use super::super::text::plain;
use super::element::{Element, extensions_of};

/// An option with where its value comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    label: Option<String>,
    /// What tells it from the others: system and code, or the value itself.
    identity: Option<String>,
    pub(super) weight: Weight,
    /// The value of an option that is a whole number.
    pub(super) own: Option<f64>,
    code: Option<f64>,
    pub(super) is_chosen: bool,
}

/// What a file says about the weight of an option.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Weight {
    #[default]
    None,
    /// There is one, but it is no number.
    Unreadable,
    /// There are several, and they differ.
    Disputed,
    Number(f64),
}

/// Why the options of an item cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    /// They are in a ValueSet that the file does not hold.
    Elsewhere(String),
    /// They are too few, have no label, or are there twice.
    Unusable(String),
    /// There are too many, or a label is too long.
    Beyond(String),
}

/// Returns the options of an item, its own or those of a contained ValueSet, and what is doubtful about which
/// they are.
pub(super) fn choices(
    item: Element<'_>,
    questionnaire: Element<'_>,
) -> Result<(Vec<Choice>, Option<String>), Trouble> {
    if item.has("answerOption") && item.get("answerValueSet").is_some() {
        let reason = "it has both answerOption and answerValueSet, and only one of them can hold";
        return Err(Trouble::Unusable(reason.into()));
    }
    let (found, doubt) = if item.has("answerOption") {
        let own = item.list("answerOption").iter().map(|option| answer_option(item.of(option)));
        (own.collect(), None)
    } else if let Some(reference) = item.word("answerValueSet") {
        value_set(reference, questionnaire)?
    } else {
        (Vec::new(), None)
    };
    check(&found)?;
    Ok((found, doubt))
}

fn check(choices: &[Choice]) -> Result<(), Trouble> {
    if choices.len() < 2 {
        return Err(Trouble::Unusable(match choices.len() {
            0 => "it has no response options".into(),
            _ => "it has one response option only".into(),
        }));
    }
    if choices.len() > 100 {
        return Err(Trouble::Beyond(format!("{} options; at most 100", choices.len())));
    }
    for (place, choice) in choices.iter().enumerate() {
        let Some(label) = &choice.label else {
            return Err(Trouble::Unusable(format!(
                "option {} has neither display nor code",
                place + 1
            )));
        };
        if label.chars().count() > 200 {
            return Err(Trouble::Beyond(format!(
                "the label of option {} has more than 200 characters",
                place + 1
            )));
        }
        let same = |other: &Choice| other.identity.is_some() && other.identity == choice.identity;
        if choices[..place].iter().any(same) {
            return Err(Trouble::Unusable(format!("option {} is there twice", place + 1)));
        }
    }
    Ok(())
}

/// Reads an `answerOption`. Its own weight wins over that of its coding.
fn answer_option(option: Element<'_>) -> Choice {
    let mut choice = match option.get("valueCoding") {
        Some(coding) => of_coding(option.of(coding)),
        None => of_value(option),
    };
    match weight(option) {
        Weight::None => {}
        own => choice.weight = own,
    }
    choice.is_chosen = option.is_true("initialSelected");
    choice
}

fn of_coding(coding: Element<'_>) -> Choice {
    let code = coding.word("code");
    let system = coding.word("system").unwrap_or_default();
    let display = coding.text("display");
    Choice {
        identity: code.map(|code| format!("{system}|{code}")).or_else(|| display.clone()),
        label: display.or_else(|| code.map(plain)),
        weight: weight_of(std::iter::once(coding).chain(beside(coding, ["code", "display"]))),
        code: code.and_then(number),
        ..Choice::default()
    }
}

fn of_value(option: Element<'_>) -> Choice {
    let weight = weight_of(beside(option, ["valueInteger"].into_iter().chain(WORDS)));
    if let Some(number) = option.get("valueInteger").and_then(Value::as_f64) {
        let written = number.to_string();
        return Choice {
            label: Some(written.clone()),
            identity: Some(written),
            own: Some(number),
            weight,
            ..Choice::default()
        };
    }
    let words = WORDS.into_iter().find_map(|key| option.text(key));
    Choice { identity: words.clone(), label: words, weight, ..Choice::default() }
}

/// What an option can be that is neither a coding nor a number.
const WORDS: [&str; 3] = ["valueString", "valueDate", "valueTime"];

fn number(code: &str) -> Option<f64> {
    let plain = code.trim_start_matches('-');
    let is_number = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || c == '.');
    is_number.then(|| code.parse().ok()).flatten().filter(|number: &f64| number.is_finite())
}

/// Reads the weight of an option, coding or concept; a concept may carry it as a property instead. Of several
/// that differ none is chosen.
fn weight(element: Element<'_>) -> Weight {
    weight_of(std::iter::once(element))
}

/// Returns the elements in which JSON keeps the extensions of simple values: those of `code` are in `_code`.
fn beside(
    element: Element<'_>,
    keys: impl IntoIterator<Item = &'static str>,
) -> impl Iterator<Item = Element<'_>> {
    let beside = move |key: &str| element.get(&format!("_{key}")).map(|value| element.of(value));
    keys.into_iter().filter_map(beside)
}

fn weight_of<'a>(elements: impl Iterator<Item = Element<'a>>) -> Weight {
    let names = ["itemWeight", "ordinalValue"];
    let is_weight = |property: &&Value| {
        property.get("code").and_then(Value::as_str).is_some_and(|code| names.contains(&code))
    };
    let holders = elements.flat_map(|element| {
        let extensions =
            names.into_iter().flat_map(move |name| extensions_of(element.value(), name));
        extensions.chain(element.list("property").iter().filter(is_weight))
    });
    let number = |holder: &Value| {
        let number = ["valueDecimal", "valueInteger"].iter().find_map(|key| holder.get(*key));
        number.and_then(Value::as_f64).filter(|weight| weight.abs() <= 1e9)
    };
    let mut found = Weight::None;
    for weight in holders.map(number) {
        found = match (found, weight) {
            (Weight::None, Some(weight)) => Weight::Number(weight),
            (Weight::Number(known), Some(weight)) if (known - weight).abs() < 1e-9 => found,
            (Weight::Number(_) | Weight::Disputed, Some(_)) => Weight::Disputed,
            (_, None) | (Weight::Unreadable, _) => return Weight::Unreadable,
        };
    }
    found
}

/// Reads the options of a contained ValueSet; one that is elsewhere is never looked up.
fn value_set(
    reference: &str,
    questionnaire: Element<'_>,
) -> Result<(Vec<Choice>, Option<String>), Trouble> {
    let elsewhere = |what: &str| {
        Trouble::Elsewhere(format!(
            "its options are in the ValueSet `{}`, {what}",
            plain(reference)
        ))
    };
    let contained = questionnaire.list("contained").iter().map(|value| questionnaire.of(value));
    let of_file = |set: &Element<'_>| {
        let by_id = reference.strip_prefix('#').is_some_and(|id| set.word("id") == Some(id));
        let address = reference.split('|').next();
        set.word("resourceType") == Some("ValueSet")
            && (by_id || (set.word("url").is_some() && set.word("url") == address))
    };
    let mut sets = contained.filter(of_file);
    let Some(set) = sets.next() else {
        return Err(elsewhere("which the questionnaire does not contain; nothing is looked up"));
    };
    if sets.next().is_some() {
        let reason =
            format!("the questionnaire contains its ValueSet `{}` twice", plain(reference));
        return Err(Trouble::Unusable(reason));
    }
    let composed = composed(set, questionnaire);
    let expansion = set.get("expansion").map(|expansion| set.of(expansion));
    let Some(expansion) = expansion.filter(|expansion| expansion.has("contains")) else {
        return composed.map(|choices| (choices, None)).map_err(elsewhere);
    };
    let mut choices = Vec::new();
    let listed = expanded(expansion, &mut choices);
    let total = expansion.get("total").and_then(Value::as_u64);
    if total.is_some_and(|total| total > listed) {
        return Err(elsewhere("of which the file holds a part only"));
    }
    let composed = composed.unwrap_or_default();
    disputed(&mut choices, &composed);
    let unlisted = (composed.len() as u64 > listed).then(|| {
        format!(
            "its ValueSet is composed of {} options, and its expansion, which is taken, lists {}",
            composed.len(),
            choices.len()
        )
    });
    Ok((choices, unlisted))
}

/// Marks options to which the same ValueSet gives another weight where it is composed.
fn disputed(choices: &mut [Choice], composed: &[Choice]) {
    for choice in choices {
        let same = |other: &&Choice| other.identity.is_some() && other.identity == choice.identity;
        let other = composed.iter().find(same).map_or(Weight::None, |other| other.weight);
        if let (Weight::Number(one), Weight::Number(other)) = (choice.weight, other)
            && (one - other).abs() > 1e-9
        {
            choice.weight = Weight::Disputed;
        }
    }
}

/// Reads the options that a ValueSet is composed of, or says why they are not all in the file.
fn composed(set: Element<'_>, questionnaire: Element<'_>) -> Result<Vec<Choice>, &'static str> {
    let contained = || questionnaire.list("contained").iter().map(|value| questionnaire.of(value));
    let compose = set.get("compose").map(|compose| set.of(compose));
    if compose.is_some_and(|compose| compose.has("exclude")) {
        return Err("which is composed by a rule");
    }
    let mut choices = Vec::new();
    for include in compose.map_or(&[][..], |compose| compose.list("include")) {
        let include = set.of(include);
        let system = include.word("system").unwrap_or_default();
        let concepts: Vec<&Value> = if include.has("filter") || include.has("valueSet") {
            return Err("which is composed by a rule");
        } else if include.has("concept") {
            include.list("concept").iter().collect()
        } else {
            match code_system(system, contained()) {
                Some((concepts, true)) => concepts,
                Some((_, false)) => return Err("of whose codes the file holds a part only"),
                None => return Err("whose codes are not in the file"),
            }
        };
        for concept in concepts {
            choices.push(of_concept(set.of(concept), system, contained()));
        }
    }
    Ok(choices)
}

/// Adds what an expansion lists, and returns how many concepts that are, with those that are only headings.
fn expanded(element: Element<'_>, choices: &mut Vec<Choice>) -> u64 {
    let mut listed = 0;
    for value in element.list("contains") {
        let concept = element.of(value);
        if !concept.is_true("abstract") {
            choices.push(of_coding(concept));
        }
        listed += 1 + expanded(concept, choices);
    }
    listed
}

/// Reads a concept; a label or weight that it lacks may be in a contained CodeSystem.
fn of_concept<'a>(
    concept: Element<'a>,
    system: &str,
    contained: impl Iterator<Item = Element<'a>>,
) -> Choice {
    let mut choice = of_coding(concept);
    choice.identity =
        concept.word("code").map(|code| format!("{system}|{code}")).or(choice.identity);
    let listed = code_system(system, contained).map(|(concepts, _)| concepts).unwrap_or_default();
    let same = |known: &&Value| known.get("code").and_then(Value::as_str) == concept.word("code");
    if let Some(known) = listed.into_iter().find(same) {
        let known = of_coding(concept.of(known));
        if concept.text("display").is_none() {
            choice.label = known.label;
        }
        if choice.weight == Weight::None {
            choice.weight = known.weight;
        }
    }
    choice
}

/// Returns the concepts of a contained CodeSystem, those below others among them, and whether these are all.
fn code_system<'a>(
    system: &str,
    contained: impl Iterator<Item = Element<'a>>,
) -> Option<(Vec<&'a Value>, bool)> {
    let mut found = contained.filter(|value| {
        !system.is_empty()
            && value.word("resourceType") == Some("CodeSystem")
            && value.word("url") == Some(system)
    });
    let first = found.next()?;
    let mut concepts = Vec::new();
    if found.next().is_some() {
        // Two of one address: neither tells labels or weights.
        return Some((concepts, false));
    }
    let is_whole = first.word("content").is_none_or(|content| content == "complete");
    below(first.value(), &mut concepts);
    Some((concepts, is_whole))
}

fn below<'a>(value: &'a Value, concepts: &mut Vec<&'a Value>) {
    for concept in value.get("concept").and_then(Value::as_array).into_iter().flatten() {
        concepts.push(concept);
        below(concept, concepts);
    }
}

/// Returns whether any element of the file weighs something: used for what is refused anyway.
pub(super) fn is_weighted(choices: &[Choice]) -> bool {
    choices.iter().any(|choice| choice.weight != Weight::None || choice.own.is_some())
}

/// Makes the options of a form: a weight wins over a whole number of the option's own. Where some options have
/// weights, the own numbers of the others are no weights.
pub(super) fn options(choices: Vec<Choice>) -> Vec<FormOption> {
    let is_weighed = choices.iter().any(|choice| choice.weight != Weight::None);
    let option = |choice: Choice| FormOption {
        value: match choice.weight {
            Weight::Number(weight) => Some(weight),
            Weight::None => choice.own.filter(|_| !is_weighed),
            Weight::Unreadable | Weight::Disputed => None,
        },
        label: choice.label.unwrap_or_default(),
        code: choice.code.or(choice.own),
    };
    choices.into_iter().map(option).collect()
}
