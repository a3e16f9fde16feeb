//! Tests that a deleted record's content is in no file of the folder.

use super::super::error::HistoryError;
use super::*;

#[test]
fn deleted_record_is_gone_and_its_digests_stay() {
    let fixture = Fixture::with_check_ins([0, 1]);
    let changed = CheckIn { note: Some(Untrusted::new("changed")), ..check_in(0) };
    fixture.store.edit(record_id(0), 0, &Content::CheckIn(changed)).unwrap();
    let digests = |fixture: &Fixture| -> Vec<Vec<u8>> {
        let raw = fixture.raw();
        let mut statement =
            raw.prepare("SELECT digest FROM entry WHERE sequence < 4 ORDER BY sequence").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    let before = digests(&fixture);
    fixture.store.delete(record_id(0)).unwrap();
    assert_eq!(digests(&fixture), before);
    let (erased, change): (u32, String) = fixture
        .raw()
        .query_row(
            "SELECT (SELECT count(*) FROM entry WHERE content IS NULL AND salt IS NULL), change
             FROM entry WHERE sequence = 4 AND parent_sequence = 3",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!((erased, change.as_str()), (3, "delete"));
    for outcome in [
        fixture.store.delete(record_id(0)),
        fixture.store.check_in(record_id(0)).map(|_| ()),
        fixture.store.edit(record_id(0), 1, &Content::CheckIn(check_in(0))).map(|_| ()),
    ] {
        assert!(matches!(outcome, Err(HistoryError::Deleted { id }) if id == record_id(0)));
    }
    assert!(matches!(fixture.store.delete(record_id(7)), Err(HistoryError::NoRecord)));
    assert_eq!(fixture.store.former_states(record_id(0)).unwrap(), []);
    assert_eq!(fixture.store.check_ins(&Query::default()).unwrap().len(), 1);
}

#[test]
fn deleted_content_is_in_no_file() {
    let fixture = Fixture::with_check_ins(0..12);
    let canary = |number: u32| format!("canary-{number}-in-the-coal-mine");
    let long = "x".repeat(20_000);
    for number in 0..8 {
        let text = format!("{long}{}{long}", canary(number));
        let content =
            note(u64::from(number), if number % 2 == 0 { &text } else { &text[20_000..20_040] });
        fixture.store.append(record_id(u64::from(number) + 50), &content).unwrap();
        fixture
            .store
            .edit(record_id(u64::from(number) + 50), 0, &note(0, &canary(number)))
            .unwrap();
    }
    for number in 0..8 {
        assert!(holds(&fixture.folder(), &canary(number)));
        fixture.store.delete(record_id(u64::from(number) + 50)).unwrap();
        assert!(!holds(&fixture.folder(), &canary(number)), "note {number}");
    }
    assert_eq!(fixture.store.check_ins(&Query::default()).unwrap().len(), 12);
}

#[test]
fn discarded_and_finished_drafts_leave_nothing_behind() {
    let fixture = Fixture::with_check_ins(0..4);
    for day in 10..30 {
        let mut begun = draft(day);
        begun.note = Some(Untrusted::new(format!("canary-{day}-of-a-draft")));
        fixture.store.start_draft(&begun, &[definition()]).unwrap();
    }
    for day in 10..30 {
        let canary = format!("canary-{day}-of-a-draft");
        assert!(holds(&fixture.folder(), &canary));
        if day % 2 == 0 {
            fixture.store.discard_draft(draft_id(day)).unwrap();
        } else {
            fixture.finish(day);
        }
        assert!(!holds(&fixture.folder(), &canary), "draft {day}");
    }
}

#[test]
fn entries_only_ever_lose_their_content() {
    let fixture = Fixture::with_check_ins([0]);
    let raw = fixture.raw();
    for change in [
        "DELETE FROM entry",
        "UPDATE entry SET content = '1'",
        "UPDATE entry SET digest = zeroblob(32), content = NULL, salt = NULL",
        "UPDATE entry SET sequence = 2, content = NULL, salt = NULL",
        "UPDATE entry SET code = zeroblob(32)",
        "INSERT INTO entry SELECT device, 3, record, kind, change, NULL, NULL, content, salt, digest, NULL FROM entry",
        "INSERT OR REPLACE INTO entry SELECT device, 1, record, kind, change, NULL, NULL, '2', salt, digest, NULL FROM entry",
    ] {
        assert!(raw.execute(change, []).is_err(), "{change}");
    }
    assert_eq!(fixture.store.check_in(record_id(0)).unwrap().content, check_in(0));
}

/// Adds and deletes notes of many lengths, so that pages split, merge and are freed.
fn churn(seed: u64, mut each: impl FnMut(Churn)) {
    let mut state = seed;
    let mut random = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut live = Vec::new();
    for number in 0..120 {
        let length = [1, 5, 30, 110, 180, 260, 450, 1100][usize::try_from(random(8)).unwrap()];
        each(Churn::Add(number, format!("canary-{number:05}-").repeat(length)));
        live.push(number);
        if random(3) > 0 {
            let place = usize::try_from(random(live.len() as u64)).unwrap();
            each(Churn::Delete(live.swap_remove(place)));
        }
    }
}

enum Churn {
    Add(u64, String),
    Delete(u64),
}

#[test]
fn moving_rows_between_pages_leaves_no_copy() {
    let fixture = Fixture::new();
    churn(7, |step| match step {
        Churn::Add(number, text) => {
            fixture.store.append(record_id(number), &note(number, &text)).unwrap();
        }
        Churn::Delete(number) => {
            fixture.store.delete(record_id(number)).unwrap();
            assert!(!holds(&fixture.folder(), &format!("canary-{number:05}-")), "{number}");
        }
    });
}

#[test]
fn without_overwriting_the_search_finds_copies() {
    let fixture = Fixture::with_check_ins([0]);
    let raw = fixture.raw();
    raw.execute_batch(
        "PRAGMA secure_delete = OFF; PRAGMA synchronous = OFF; CREATE TABLE t (i, x)",
    )
    .unwrap();
    let mut found = 0;
    churn(7, |step| match step {
        Churn::Add(number, text) => {
            raw.execute("INSERT INTO t VALUES (?1, ?2)", rusqlite::params![number, text]).unwrap();
        }
        Churn::Delete(number) => {
            raw.execute("UPDATE t SET x = NULL WHERE i = ?1", [number]).unwrap();
            found += u32::from(holds(&fixture.folder(), &format!("canary-{number:05}-")));
        }
    });
    assert!(found > 0, "the test is blind");
}
