//! Owns the canonical form of a definition: the text that is hashed and that the history keeps.

use std::borrow::Cow;

use serde_json::Value;
use sha2::{Digest, Sha256};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::model::Questionnaire;

/// Returns the canonical form: RFC 8785 JSON, texts in NFC, includes expanded, absent keys left out.
///
/// # Panics
/// Never: a checked definition has no number that JSON cannot write.
pub fn canonical(questionnaire: &Questionnaire) -> String {
    let value = serde_json::to_value(questionnaire).expect("a definition is plain data");
    serde_json_canonicalizer::to_string(&composed(value)).expect("its numbers are finite")
}

/// Returns the SHA-256 of the canonical form, 64 lower-case hexadecimal digits.
pub fn definition_hash(questionnaire: &Questionnaire) -> String {
    canonical_hash(canonical(questionnaire).as_bytes())
}

/// Returns the SHA-256 of a canonical form, 64 lower-case hexadecimal digits.
pub fn canonical_hash(canonical: &[u8]) -> String {
    hex(&Sha256::digest(canonical))
}

/// Reads a canonical form back.
pub fn from_canonical(text: &str) -> Result<Questionnaire, serde_json::Error> {
    serde_json::from_str(text)
}

/// Returns bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]])
        .map(char::from)
        .collect()
}

/// Returns a text in NFC; nearly every text is written so already.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

fn composed(value: Value) -> Value {
    let in_nfc = |text: String| match nfc(&text) {
        Cow::Owned(text) => text,
        Cow::Borrowed(_) => text,
    };
    match value {
        Value::String(text) => Value::String(in_nfc(text)),
        Value::Array(values) => values.into_iter().map(composed).collect(),
        Value::Object(object) => {
            object.into_iter().map(|(key, value)| (in_nfc(key), composed(value))).collect()
        }
        other => other,
    }
}
