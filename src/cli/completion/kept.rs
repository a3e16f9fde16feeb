//! Owns what the data folder has to choose from: check-ins, other records, backups. Nothing of an
//! encrypted history, and no text of a note.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use chrono::NaiveDate;
use clap_complete::CompletionCandidate;

use super::with_help;
use crate::history::{Query, RecordId, Store};

/// How many of a kind are offered, the newest first.
const MOST: usize = 60;

/// Returns check-ins by their days, the newest first, behind the word for the last one.
pub(super) fn check_ins(folder: &Path) -> Vec<CompletionCandidate> {
    let Some(store) = plain(folder) else { return Vec::new() };
    let query = Query { last: u32::try_from(MOST).ok(), ..Query::default() };
    let kept = store.check_in_summaries(&query).unwrap_or_default();
    let newest = kept
        .iter()
        .rev()
        .map(|kept| (kept.content.date.to_string(), kept.content.questionnaire.to_string()));
    let last = CompletionCandidate::new("last").display_order(Some(0));
    std::iter::once(last).chain(in_turn(newest, 1)).collect()
}

/// Returns check-ins, and behind them notes, events and steps by their ids, the newest first.
pub(super) fn records(folder: &Path) -> Vec<CompletionCandidate> {
    let Some(store) = plain(folder) else { return Vec::new() };
    let mut others: Vec<(NaiveDate, RecordId, &str)> = Vec::new();
    let notes = store.notes(&Query::default()).unwrap_or_default();
    others.extend(notes.iter().map(|kept| (kept.content.date, kept.id, "note")));
    let events = store.events().unwrap_or_default();
    others.extend(events.iter().map(|kept| (kept.content.from, kept.id, "event")));
    let steps = store.steps().unwrap_or_default();
    others.extend(steps.iter().map(|kept| (kept.content.date, kept.id, "step")));
    others.sort_by(|a, b| b.cmp(a));
    let others = others.into_iter().take(MOST);
    let others = others.map(|(date, id, kind)| (id.short(), format!("{kind} {date}")));
    let mut all = check_ins(folder);
    all.extend(in_turn(others, MOST + 1));
    all
}

/// Returns the names of backups, the newest first.
pub(super) fn backups(folder: &Path) -> Vec<CompletionCandidate> {
    let backups = Store::new(folder).backups().unwrap_or_default();
    in_turn(backups.iter().map(|backup| (backup.name(), String::new())), 0).collect()
}

/// Makes names with their help stay in this order, which begins at a place of the whole list.
fn in_turn(
    names: impl Iterator<Item = (String, String)>,
    from: usize,
) -> impl Iterator<Item = CompletionCandidate> {
    let placed = names.enumerate();
    placed
        .map(move |(place, (name, help))| with_help(&name, &help).display_order(Some(from + place)))
}

/// Returns the history if it is there and not encrypted, by the first bytes of its file
/// (SQLite file format, section 1.3).
fn plain(folder: &Path) -> Option<Store> {
    let store = Store::new(folder);
    let mut head = [0; 16];
    File::open(store.path()).and_then(|mut file| file.read_exact(&mut head)).ok()?;
    (&head == b"SQLite format 3\0").then_some(store)
}
