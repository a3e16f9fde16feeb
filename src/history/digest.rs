//! Owns the canonical form of contents and the digests over it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::error::HistoryError;
use super::record::DraftId;

pub(super) type Digest = [u8; 32];

/// Returns the RFC 8785 form, once it is sure that reading it gives the same value.
///
/// A number that is not finite, for example, has no such form.
pub(super) fn canonical<T>(value: &T) -> Result<String, HistoryError>
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let text = serde_json_canonicalizer::to_string(value).map_err(|_| HistoryError::Unwritable)?;
    match serde_json::from_str::<T>(&text) {
        Ok(read) if read == *value => Ok(text),
        Ok(_) | Err(_) => Err(HistoryError::Unwritable),
    }
}

/// Returns the digest of a log entry's content.
pub(super) fn entry_digest(salt: &[u8], content: &[u8]) -> Digest {
    Sha256::new().chain_update(salt).chain_update(content).finalize().into()
}

/// Returns the digest of one part of a draft; it holds the part in its place.
pub(super) fn draft_digest(draft: DraftId, key: (&str, &str), content: &[u8]) -> Digest {
    let mut hash = Sha256::new().chain_update(draft.0.as_bytes());
    for field in [key.0, key.1] {
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field);
    }
    hash.chain_update(content).finalize().into()
}

/// Fills an array with random bytes from the system.
pub(super) fn random<const N: usize>() -> Result<[u8; N], HistoryError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| HistoryError::NoRandom)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::canonical_hash;

    #[test]
    fn canonical_form_sorts_keys_and_writes_numbers_shortest() {
        let value = serde_json::json!({ "b": 3.0, "a": 0.1 });
        assert!(canonical(&value).is_err(), "3.0 and 3 differ as JSON values");
        let value = std::collections::BTreeMap::from([("b", 3.0), ("a", 0.1)]);
        assert_eq!(serde_json_canonicalizer::to_string(&value).unwrap(), r#"{"a":0.1,"b":3}"#);
    }

    #[test]
    fn number_that_is_not_finite_is_refused() {
        assert_eq!(canonical(&1.5).unwrap(), "1.5");
        for value in [f64::NAN, f64::INFINITY] {
            assert!(matches!(canonical(&value), Err(HistoryError::Unwritable)));
        }
    }

    #[test]
    fn digests_are_those_of_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(canonical_hash(b"abc"), abc);
        assert_eq!(entry_digest(b"a", b"bc"), entry_digest(b"", b"abc"));
    }
}
