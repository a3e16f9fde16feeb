//! Owns the rule of identity: what has been answered may only change together with the version.

use super::id::ItemId;
use super::model::Questionnaire;

/// Returns the items whose text or answers differ between two definitions of the same version.
/// Empty if the versions differ. An item that came or went counts as changed.
pub fn changed_without_version(old: &Questionnaire, new: &Questionnaire) -> Vec<ItemId> {
    if old.id != new.id || old.version != new.version {
        return Vec::new();
    }
    let differs = |id: &ItemId| match (old.item(id), new.item(id)) {
        (Some(old), Some(new)) => {
            old.text != new.text
                || old.kind != new.kind
                || old.not_applicable != new.not_applicable
                || old.recall != new.recall
        }
        _ => true,
    };
    let mut changed: Vec<ItemId> = Vec::new();
    for item in old.items.iter().chain(&new.items) {
        if differs(&item.id) && !changed.contains(&item.id) {
            changed.push(item.id.clone());
        }
    }
    changed
}
