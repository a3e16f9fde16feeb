//! Owns the canonical form of a definition: the text that is hashed and that the history keeps.

use serde_json::Value;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::model::Questionnaire;

/// Returns the canonical form: RFC 8785 JSON, texts in NFC, includes expanded, absent keys left out.
///
/// # Panics
/// Never: a checked definition has no number that JSON cannot write.
pub fn canonical(questionnaire: &Questionnaire) -> String {
    let value = serde_json::to_value(questionnaire).expect("a definition is plain data");
    serde_json_canonicalizer::to_string(&nfc(value)).expect("its numbers are finite")
}

/// Returns the SHA-256 of the canonical form, 64 lower-case hexadecimal digits.
pub fn definition_hash(questionnaire: &Questionnaire) -> String {
    hex(&Sha256::digest(canonical(questionnaire).as_bytes()))
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

fn nfc(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.nfc().collect()),
        Value::Array(values) => values.into_iter().map(nfc).collect(),
        Value::Object(object) => object
            .into_iter()
            .map(|(key, value)| (key.nfc().collect::<String>(), nfc(value)))
            .collect(),
        other => other,
    }
}
