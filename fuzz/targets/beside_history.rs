//! What lies beside a history: `head`, `recovery`, the manifest of a backup. Whatever they hold, the history
//! is shown as it is, or it is said that something is wrong.
#![no_main]

use checkin::checkin::{Event, EventKind};
use checkin::history::{Content, RecordId, RecoveryKey, Store};
use chrono::{DateTime, NaiveDate, Utc};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    let mut store = Store::new(&data);
    let now: DateTime<Utc> = DateTime::from_timestamp(1_800_000_000, 0).expect("an instant");
    let from = NaiveDate::from_ymd_opt(2026, 1, 5).expect("a day");
    let event = Event { kind: EventKind::Leave, from, to: None, text: None, new_baseline: false };
    let id = RecordId::new(now, &[7; 10]);
    store.append(id, &Content::Event(event.clone())).expect("it is kept");
    let backup = store.back_up(None, now).expect("a backup");
    std::fs::write(backup.path.join("manifest.json"), bytes).expect("the manifest");
    let _ = store.backups().expect("the folder can be read");
    std::fs::write(data.join("erasing"), bytes).expect("the file");
    std::fs::write(data.join("recovery"), bytes).expect("the file");
    let _ = store.recover(&RecoveryKey::new().expect("chance"));
    assert_eq!(store.record(id).expect("it is whole").content, Content::Event(event.clone()));
    std::fs::write(data.join("head"), bytes).expect("the file");
    if let Ok(found) = store.record(id) {
        assert_eq!(found.content, Content::Event(event));
    }
});
