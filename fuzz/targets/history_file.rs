//! A history of another machine that is to be merged: a whole one with bytes changed, or any file. It is taken
//! or refused, and refused it changes nothing.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use checkin::checkin::{Event, EventKind};
use checkin::history::{Content, RecordId, Store};
use chrono::{DateTime, NaiveDate, Utc};
use libfuzzer_sys::fuzz_target;

/// A whole history of another machine.
static WHOLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    keep(&folder.path().join("other"), 2);
    std::fs::read(folder.path().join("other/history.db")).expect("the file")
});

fn at(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + day * 86_400, 0).expect("an instant")
}

fn keep(folder: &Path, first: u8) -> Store {
    let store = Store::new(folder);
    for number in first..first + 3 {
        let id = RecordId::new(at(i64::from(number)), &[number; 10]);
        let from = NaiveDate::from_ymd_opt(2026, 1, u32::from(number)).expect("a day");
        let event = Event { kind: EventKind::Leave, from, to: None, text: None, new_baseline: false };
        store.append(id, &Content::Event(event)).expect("it is kept");
    }
    store
}

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let store = keep(&folder.path().join("own"), 1);
    let before = std::fs::read(store.path()).expect("the file");
    let other = folder.path().join("other.db");
    // Either changes of single bytes, each of a place and a value, or a whole file.
    let file = match bytes.split_first() {
        Some((b'c', changes)) => {
            let mut file = WHOLE.clone();
            for change in changes.chunks_exact(4) {
                let place = u32::from_le_bytes([change[0], change[1], change[2], 0]) as usize;
                let length = file.len();
                file[place % length] = change[3];
            }
            file
        }
        _ => bytes.to_vec(),
    };
    std::fs::write(&other, file).expect("the other file");
    let merged = store.merge(&other, None, at(40), &mut |_, _| {});
    if merged.is_err() {
        assert!(std::fs::read(store.path()).expect("the file") == before, "{merged:?}");
    }
    assert!(store.check(&mut |_, _| {}).expect("it can be checked").problems.is_empty());
});
