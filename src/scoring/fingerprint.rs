//! Owns the fingerprint of a score: the hash of what gives it its meaning.
//!
//! Titles, bands, notes, norms, keys and labels of "not applicable" change how a number is read and
//! not what was asked and computed; they are not part of it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use semver::Version;

use crate::questionnaire::{
    Basis, Item, ItemKind, Method, Questionnaire, ResponseOption, Score, canonical_hash, nfc,
};

/// The SHA-256 of a score's meaning, 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// Returns the digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns the fingerprint of a score of `questionnaire`, in the definition's own language.
///
/// # Panics
/// Never: a checked definition has no number that JSON cannot write.
pub fn fingerprint(questionnaire: &Questionnaire, score: &Score) -> Fingerprint {
    let meaning = meaning(questionnaire, score);
    let text = serde_json_canonicalizer::to_string(&meaning)
        .expect("a checked definition has finite numbers only");
    Fingerprint(canonical_hash(text.as_bytes()))
}

/// Returns whether `new` goes on the series of `old`, which came from a definition of `old_version`:
/// the fingerprints agree, or `new` names that version as comparable and range and direction agree.
pub fn continues(
    (new, new_print): (&Score, &Fingerprint),
    (old, old_print): (&Score, &Fingerprint),
    old_version: &Version,
) -> bool {
    let declared = new.comparable_with.contains(old_version)
        && new.output == old.output
        && new.better == old.better;
    new.id == old.id && (new_print == old_print || declared)
}

fn meaning(questionnaire: &Questionnaire, score: &Score) -> Value {
    let mut meaning = Map::new();
    match &score.basis {
        Basis::Items { items, reverse, weights, method, missing } => {
            meaning.insert(
                "method".into(),
                match method {
                    Method::Mean => json!("mean"),
                    Method::Sum => json!("sum"),
                    Method::Count(limit) => json!({ "count": limit }),
                },
            );
            let items: Vec<Value> =
                items.iter().filter_map(|id| questionnaire.item(id)).map(item).collect();
            meaning.insert("items".into(), items.into());
            meaning.insert("reverse".into(), sorted(reverse).into());
            meaning.insert("weights".into(), json!(weights));
            meaning.insert("missing".into(), json!(missing));
        }
        Basis::Scores { scores, reverse, weights } => {
            let parts: Vec<Value> = scores
                .iter()
                .filter_map(|id| questionnaire.score(id))
                .map(|part| json!([part.id, fingerprint(questionnaire, part)]))
                .collect();
            meaning.insert("scores".into(), parts.into());
            meaning.insert("reverse".into(), sorted(reverse).into());
            meaning.insert("weights".into(), json!(weights));
        }
    }
    if let Some(output) = &score.output {
        meaning.insert("output".into(), json!([output.from, output.to]));
    }
    Value::Object(meaning)
}

fn item(item: &Item) -> Value {
    let mut meaning = Map::new();
    meaning.insert("id".into(), json!(item.id));
    meaning.insert("text".into(), nfc(&item.text).into());
    meaning.insert("recall".into(), nfc(&item.recall).into());
    meaning.insert("recall_days".into(), item.recall_days.into());
    let (kind, details) = match &item.kind {
        ItemKind::Scale { options } => ("scale", options_meaning(options)),
        ItemKind::Many { options } => ("many", options_meaning(options)),
        ItemKind::Number { min, max, step, .. } => ("number", json!([min, max, step])),
        ItemKind::YesNo => ("yes-no", Value::Null),
        ItemKind::Text => ("text", Value::Null),
    };
    meaning.insert("kind".into(), kind.into());
    if !details.is_null() {
        meaning.insert("range".into(), details);
    }
    if let Some(condition) = &item.ask_if {
        meaning.insert("ask_if".into(), json!(condition));
    }
    Value::Object(meaning)
}

fn options_meaning(options: &[ResponseOption]) -> Value {
    options.iter().map(|option| json!([option.value, nfc(&option.label)])).collect()
}

/// The order in which reversed items are named has no meaning.
fn sorted<T: Ord + Serialize>(ids: &[T]) -> Vec<Value> {
    let mut ids: Vec<&T> = ids.iter().collect();
    ids.sort();
    ids.into_iter().map(|id| json!(id)).collect()
}
