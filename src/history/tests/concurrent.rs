//! Tests of several writers at once, in threads and in processes, and of one that was killed.

use std::process::Command;

use super::super::error::HistoryError;
use super::*;

/// Where the child process of a test finds its folder.
const FOLDER: &str = "CHECKIN_TEST_FOLDER";

fn write_many(store: &Store, days: std::ops::Range<u64>) {
    for day in days {
        store.start_draft(&draft(day), &[definition()]).unwrap();
        store.keep_response(draft_id(day), &item(0), Some(&Response::Skipped), at(day)).unwrap();
        store.finish(draft_id(day), &check_in(day), &[]).unwrap();
    }
}

fn all_are_there(store: &Store, days: u64) {
    let kept = store.check_ins(&Query::default()).unwrap();
    let mut sequences: Vec<_> = kept.iter().map(|kept| kept.sequence).collect();
    sequences.sort_unstable();
    assert_eq!(sequences, (1..=days).collect::<Vec<_>>());
    assert_eq!(store.drafts().unwrap(), []);
}

#[test]
fn threads_that_write_at_once_lose_nothing() {
    let fixture = Fixture::new();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            // One store a thread, as in the program: what a store shares, it shares with itself.
            let folder = fixture.folder().clone();
            scope.spawn(move || write_many(&Store::new(&folder), thread * 5..thread * 5 + 5));
        }
    });
    all_are_there(&fixture.store, 20);
}

#[test]
fn processes_that_write_at_once_lose_nothing() {
    let fixture = Fixture::new();
    let children: Vec<_> = (0..3)
        .map(|number| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--ignored", "--exact", "history::tests::concurrent::child_that_writes"])
                .env(FOLDER, format!("{number}:{}", fixture.folder().display()))
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    all_are_there(&fixture.store, 15);
}

#[test]
#[ignore = "is run as a child process by another test"]
fn child_that_writes() {
    #[expect(clippy::disallowed_methods, reason = "the way in for a test's child process")]
    let Ok(order) = std::env::var(FOLDER) else { return };
    let (number, folder) = order.split_once(':').unwrap();
    let first = number.parse::<u64>().unwrap() * 5;
    write_many(&Store::new(Path::new(folder)), first..first + 5);
}

/// Leaves in `target` what a writer leaves that is killed when a part of its pages is in the file.
fn kill_a_writer(fixture: &Fixture, target: &Path) {
    let raw = fixture.raw();
    raw.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; PRAGMA cache_spill = 1;
         BEGIN IMMEDIATE; DROP TRIGGER entry_fixed;
         UPDATE entry SET content = '\"' || hex(zeroblob(3000)) || '\"';",
    )
    .unwrap();
    std::fs::create_dir(target).unwrap();
    for entry in std::fs::read_dir(fixture.folder()).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, target.join(path.file_name().unwrap())).unwrap();
    }
    raw.execute_batch("ROLLBACK").unwrap();
}

#[test]
fn reader_rolls_back_what_a_killed_writer_left() {
    let fixture = Fixture::with_check_ins(0..20);
    let target = fixture.folder().parent().unwrap().join("killed");
    kill_a_writer(&fixture, &target);
    let store = Store::new(&target);
    let journal = target.join("history.db-journal");
    assert!(journal.metadata().unwrap().len() > 512);
    let control = target.with_file_name("control");
    std::fs::create_dir(&control).unwrap();
    std::fs::copy(store.path(), control.join("history.db")).unwrap();
    assert!(Store::new(&control).check_ins(&Query::default()).is_err(), "the test is blind");
    assert_eq!(
        store.check_ins(&Query::default()).unwrap(),
        fixture.store.check_ins(&Query::default()).unwrap()
    );
    assert!(!journal.exists());
}

#[test]
fn writer_that_never_ends_is_reported_as_busy() {
    let fixture = Fixture::with_check_ins([0]);
    let raw = fixture.raw();
    raw.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let busy = fixture.store.check_ins(&Query::default());
    assert!(matches!(busy, Err(HistoryError::Busy)));
}
