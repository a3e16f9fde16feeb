//! Owns the form of `--answers`: responses, notes and context from a file, everything wrong at once.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::error::CommandError;
use super::words::of_response;
use crate::checkin::{Response, Responses, Untrusted, check_responses};
use crate::language::message;
use crate::questionnaire::{Item, ItemId, ItemKind, Questionnaire, ResponseOption, nearest};

/// Returns a label as it can be given in one word: in small letters, with hyphens for blanks.
pub(crate) fn label_word(label: &str) -> String {
    label.trim().to_lowercase().replace(' ', "-")
}

/// What a file of answers holds, checked against the definitions.
#[derive(Debug, Default)]
pub(crate) struct AnswerFile {
    pub(crate) responses: Responses,
    pub(crate) note: Option<Untrusted>,
    pub(crate) item_notes: BTreeMap<ItemId, Untrusted>,
    pub(crate) context: Option<Responses>,
}

const KEYS: [&str; 4] = ["answers", "note", "notes", "context"];

impl AnswerFile {
    /// Checks a decoded file against the questionnaire and the context's definition.
    pub(crate) fn check(
        value: &Value,
        questionnaire: &Questionnaire,
        context: &Questionnaire,
    ) -> Result<Self, CommandError> {
        let mut problems = Vec::new();
        let mut file = Self::default();
        let empty = Map::new();
        let object = value.as_object().unwrap_or(&empty);
        if !value.is_object() || !object.contains_key("answers") {
            problems.push(message!("no-answers-there"));
        }
        for (key, value) in object {
            match key.as_str() {
                "answers" => file.responses = responses(value, questionnaire, &mut problems),
                "context" => {
                    let given = responses(value, context, &mut problems);
                    file.context = (!given.is_empty()).then_some(given);
                }
                "note" => file.note = text(key, value, &mut problems),
                "notes" => file.item_notes = notes(value, questionnaire, &mut problems),
                other => problems.push(match nearest(other, KEYS) {
                    Some(near) => message!("unknown-key-near", key = other, near = near),
                    None => message!("unknown-key", key = other, keys = KEYS.join(", ")),
                }),
            }
        }
        if problems.is_empty() {
            return Ok(file);
        }
        let list =
            problems.iter().map(|problem| format!("- {}", crate::render::text::printable(problem)));
        Err(CommandError::listed(message!("answers-unusable"), list.collect())
            .hint(message!("items-and-values-are-listed", id = questionnaire.id.as_str())))
    }
}

/// Reads answers by item, adding everything that is wrong with them to `problems`.
pub(crate) fn responses(
    value: &Value,
    questionnaire: &Questionnaire,
    problems: &mut Vec<String>,
) -> Responses {
    let Some(object) = value.as_object() else {
        problems.push(message!("answers-not-table", id = questionnaire.id.as_str()));
        return Responses::new();
    };
    let object = &unfolded(object, questionnaire);
    let mut responses = Responses::new();
    let mut malformed = Vec::new();
    for (name, value) in object {
        let id = item_id(name, questionnaire);
        match read_response(value, questionnaire.item(&id).as_slice()) {
            Some(response) => {
                if responses.insert(id, response).is_some() {
                    problems.push(message!("item-answered-twice", name = name.as_str()));
                }
            }
            None => malformed.push(id),
        }
    }
    for id in &malformed {
        if questionnaire.item(id).is_none() {
            problems.push(message!(
                "not-item-of",
                item = id.as_str(),
                id = questionnaire.id.as_str()
            ));
            continue;
        }
        problems.push(message!("answer-unreadable", item = id.as_str()));
    }
    let found = check_responses(questionnaire, &responses);
    let unread = |problem: &crate::checkin::ResponseProblem| malformed.contains(problem.item());
    problems.extend(found.iter().filter(|problem| !unread(problem)).map(of_response));
    responses
}

/// Reads an answer: the value as in JSON, or the label of an option in one of these wordings of an item, in
/// any case and with hyphens for blanks.
pub(crate) fn read_response(value: &Value, wordings: &[&Item]) -> Option<Response> {
    Response::from_json(value).or_else(|| {
        let label = label_word(value.as_str()?);
        let mut options = wordings.iter().flat_map(|item| options(item));
        let option = options.find(|option| label_word(&option.label) == label)?;
        Some(Response::number(option.value))
    })
}

/// Returns the options of a scale, which have labels to be named by.
pub(crate) fn options(item: &Item) -> &[ResponseOption] {
    if let ItemKind::Scale { options } = &item.kind { options } else { &[] }
}

/// Returns answers by item id where they are written as tables: `support.heard = 4` without quotes is
/// `{"support": {"heard": 4}}` in TOML.
fn unfolded(object: &Map<String, Value>, questionnaire: &Questionnaire) -> Map<String, Value> {
    let mut flat = Map::new();
    for (name, value) in object {
        let is_item = questionnaire.item(&item_id(name, questionnaire)).is_some();
        match value.as_object().filter(|_| !is_item && !name.contains('.')) {
            Some(inner) if !inner.is_empty() => {
                flat.extend(
                    inner.iter().map(|(part, value)| (format!("{name}.{part}"), value.clone())),
                );
            }
            _ => {
                flat.insert(name.clone(), value.clone());
            }
        }
    }
    flat
}

fn notes(
    value: &Value,
    questionnaire: &Questionnaire,
    problems: &mut Vec<String>,
) -> BTreeMap<ItemId, Untrusted> {
    let Some(object) = value.as_object() else {
        problems.push(message!("notes-not-table"));
        return BTreeMap::new();
    };
    let mut notes = BTreeMap::new();
    for (name, value) in object {
        let id = item_id(name, questionnaire);
        if questionnaire.item(&id).is_none() {
            problems.push(message!("notes-name-no-item", name = name.as_str()));
        }
        if let Some(text) = text(name, value, problems) {
            notes.insert(id, text);
        }
    }
    notes
}

fn text(key: &str, value: &Value, problems: &mut Vec<String>) -> Option<Untrusted> {
    match value.as_str() {
        Some(text) if text.len() > 20_000 => {
            problems.push(message!("text-too-long", key = key));
            None
        }
        Some(text) => Some(Untrusted::new(text)).filter(|text| !text.is_blank()),
        None => {
            problems.push(message!("not-text", key = key));
            None
        }
    }
}

/// Returns the item that a name in a file means; without a full stop it is one of the questionnaire's own.
pub(crate) fn item_id(name: &str, questionnaire: &Questionnaire) -> ItemId {
    if name.contains('.') { ItemId::new(name) } else { ItemId::qualified(&questionnaire.id, name) }
}
