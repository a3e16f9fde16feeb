//! Owns what the entries of a record say together: its present state, whichever devices wrote them and
//! in whichever order they came in.
//!
//! A deletion wins over every version. An edit wins over the entry it names as its parent. Versions that
//! stand side by side with different contents are rivals: the present one is chosen by a rule that needs
//! no clock (the longest line of edits, then the later turn, then the device), the others stay beside it.

use std::collections::{BTreeMap, BTreeSet};

use super::chain::{DeviceId, Entry};
use super::error::{Damage, HistoryError};
use super::record::{Content, RecordId};
use super::rows::{Listed, RecordRow};

/// The place of an entry in the log.
type Place = (DeviceId, u64);

/// What the entries of one record say together.
pub(super) struct Lineage<'e> {
    entries: &'e [Entry],
    /// How many edits lie before each entry, with its own.
    depths: BTreeMap<Place, u32>,
    /// The versions that no other supersedes, the present one first.
    heads: Vec<&'e Entry>,
}

impl<'e> Lineage<'e> {
    /// Puts the entries of a record in order.
    pub(super) fn of(record: RecordId, entries: &'e [Entry]) -> Result<Self, HistoryError> {
        let damaged = || HistoryError::Damaged(Damage::Record(record));
        let known: BTreeMap<Place, &Entry> =
            entries.iter().map(|entry| ((entry.device, entry.sequence), entry)).collect();
        let mut depths = BTreeMap::new();
        for entry in entries {
            depths
                .insert((entry.device, entry.sequence), depth(entry, &known).ok_or_else(damaged)?);
        }
        let superseded: BTreeSet<Place> = entries.iter().filter_map(|entry| entry.parent).collect();
        let deleted = entries.iter().any(|entry| entry.change == "delete");
        let mut heads: Vec<&Entry> = entries
            .iter()
            .filter(|entry| {
                if deleted {
                    entry.change == "delete"
                } else {
                    !superseded.contains(&(entry.device, entry.sequence))
                }
            })
            .collect();
        let rank = |entry: &Entry| {
            (depths.get(&(entry.device, entry.sequence)).copied(), entry.turn, entry.device)
        };
        heads.sort_by_key(|entry| std::cmp::Reverse(rank(entry)));
        let one_kind = entries.windows(2).all(|pair| pair[0].kind == pair[1].kind);
        let whole = deleted || heads.iter().all(|entry| entry.content.is_some());
        if heads.is_empty() || !one_kind || !whole {
            return Err(damaged());
        }
        Ok(Self { entries, depths, heads })
    }

    /// Returns the versions that no other supersedes, the present one first.
    pub(super) fn heads(&self) -> &[&'e Entry] {
        &self.heads
    }

    /// Returns the other versions whose content is not that of the present one, each content once.
    pub(super) fn rivals(&self) -> Vec<&'e Entry> {
        let mut seen = BTreeSet::from([self.heads[0].content.as_deref()]);
        self.heads.iter().filter(|entry| seen.insert(entry.content.as_deref())).copied().collect()
    }

    /// Returns the row that the record must have.
    pub(super) fn row(&self) -> Result<RecordRow, HistoryError> {
        let present = self.heads[0];
        let deleted = present.change == "delete";
        let damaged = || HistoryError::Damaged(Damage::Record(present.record));
        let listed = match &present.content {
            Some(text) => {
                let content: Content = serde_json::from_str(text).map_err(|_| damaged())?;
                Listed::of(&content)?
            }
            None => Listed::default(),
        };
        let first = self.entries.iter().filter(|entry| entry.parent.is_none());
        Ok(RecordRow {
            id: present.record,
            kind: present.kind.as_str().into(),
            listed,
            first_turn: first.map(|entry| entry.turn).min().ok_or_else(damaged)?,
            device: present.device,
            sequence: present.sequence,
            edits: self.depths[&(present.device, present.sequence)],
            deleted,
            rivals: u32::try_from(self.rivals().len()).unwrap_or(u32::MAX),
        })
    }
}

/// Counts the edits from the first entry to this one; `None` if a parent is missing or they go in a circle.
fn depth(entry: &Entry, known: &BTreeMap<Place, &Entry>) -> Option<u32> {
    let (mut edits, mut at, mut steps) = (0, entry, 0);
    while let Some(parent) = at.parent {
        edits += u32::from(at.change == "edit");
        at = known.get(&parent)?;
        steps += 1;
        if steps > known.len() {
            return None;
        }
    }
    Some(edits)
}
