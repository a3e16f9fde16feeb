//! Owns check-ins as records of their own, for formats that other systems read: already cut to what
//! was chosen, without anything that tells who or which machine.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use crate::checkin::Responses;
use crate::questionnaire::{ItemId, Key, Questionnaire, ScoreId, definition_hash};
use crate::scoring::NoValue;

/// One check-in, or the context kept beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckInRecord {
    /// What the ids of everything exported of it are made from.
    pub key: RecordKey,
    /// The day it is about.
    pub date: NaiveDate,
    /// What was asked, cut to what may be shown.
    pub form: Arc<Form>,
    /// Whether it was brought from a file of another program.
    pub is_imported: bool,
    /// The answers, where answers go in and there are any.
    pub responses: Option<Responses>,
    /// The scores that go in, in the order of the definition.
    pub scores: Vec<RecordedScore>,
}

/// A questionnaire as far as it may be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What its id is made from: the definition and the items that are left.
    pub key: RecordKey,
    /// The scores that a key of checkin computes, each with the key's name and its own name there.
    pub keys: BTreeMap<ScoreId, String>,
    /// The definition; its items are those that may be shown, and none where answers are left out.
    pub questionnaire: Questionnaire,
}

/// One score of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedScore {
    /// Which score.
    pub id: ScoreId,
    /// The value after `output`, unrounded, or why there is none.
    pub value: Result<f64, Absent>,
    /// The label of its band.
    pub band: Option<String>,
}

/// Why a score has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absent {
    /// The kind, where it can be told from the answers.
    pub kind: Option<NoValue>,
    /// In words.
    pub words: String,
}

/// A digest that ids are made from: of a record id and of a key that only the history knows. The id of a record
/// that was imported follows from its answers; without the key all answers could be tried until the digest fits.
/// The same record gives the same digest in every export of a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordKey([u8; 32]);

impl RecordKey {
    /// Makes the key of what these parts name.
    pub fn new(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Self(digest.finalize().into())
    }

    /// Makes the id of something exported of it: a UUID of version 8 (RFC 9562), from a digest.
    pub fn id(self, of: &str) -> Uuid {
        let Self(digest) = Self::new(&[&self.0, of.as_bytes()]);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest[..16]);
        Builder::from_custom_bytes(bytes).into_uuid()
    }
}

impl Form {
    /// Cuts a questionnaire to the items that `shown` allows.
    pub fn new(questionnaire: &Questionnaire, shown: impl Fn(&ItemId) -> bool) -> Self {
        let hash = definition_hash(questionnaire);
        let keys = keys_of(questionnaire);
        let mut questionnaire = questionnaire.clone();
        questionnaire.items.retain(|item| shown(&item.id));
        let mut parts = vec![hash.as_bytes()];
        parts.extend(questionnaire.items.iter().map(|item| item.id.as_str().as_bytes()));
        Self { key: RecordKey::new(&parts), keys, questionnaire }
    }
}

/// Returns the scores that keys compute; whose items are cut later must be told by the whole definition.
fn keys_of(questionnaire: &Questionnaire) -> BTreeMap<ScoreId, String> {
    let Some(source) = &questionnaire.provenance.source else { return BTreeMap::new() };
    let keys = Key::citing(source).flat_map(|key| {
        let computed =
            questionnaire.scores.iter().filter(|score| key.computes(questionnaire, score));
        let named =
            computed.map(|score| (score.id.clone(), format!("{}.{}", key.id, score.id.local())));
        named.collect::<Vec<_>>()
    });
    keys.collect()
}
