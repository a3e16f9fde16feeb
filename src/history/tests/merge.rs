//! Tests of the merge laws, over random histories of three devices, and of two machines that exchange
//! their histories back and forth.

use proptest::prelude::*;
use rusqlite::params;

use super::super::digest::{canonical, random};
use super::super::error::HistoryError;
use super::super::log;
use super::super::merge::unite;
use super::super::schema::{self, UPGRADES};
use super::*;

/// A history in memory, on a device of its own.
fn empty() -> Connection {
    thread_local! {
        static MADE: Connection = made();
    }
    let mut connection = MADE.with(fork);
    let tx = connection.transaction().unwrap();
    tx.execute(
        "INSERT INTO device VALUES (?1, '', 1, ?2, NULL)",
        params![random::<16>().unwrap(), random::<32>().unwrap()],
    )
    .unwrap();
    tx.commit().unwrap();
    connection
}

fn made() -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    let tx = connection.transaction().unwrap();
    schema::upgrade(&tx, UPGRADES).unwrap();
    tx.execute("INSERT INTO about VALUES (1, zeroblob(16), '0.1.0')", []).unwrap();
    tx.commit().unwrap();
    connection
}

/// Copies a history; the copy goes on as it was.
fn fork(from: &Connection) -> Connection {
    let mut connection = Connection::open_in_memory().unwrap();
    rusqlite::backup::Backup::new(from, &mut connection).unwrap().step(-1).unwrap();
    connection.pragma_update(None, "foreign_keys", "ON").unwrap();
    connection
}

/// Returns the union of two histories, made in a copy of the first.
fn merged(left: &Connection, right: &Connection) -> Connection {
    let mut united = fork(left);
    let tx = united.transaction().unwrap();
    unite(&tx, right).unwrap();
    tx.commit().unwrap();
    united
}

/// Everything that must be the same after merges in any order: the log, the records, the definitions.
fn state(connection: &Connection) -> Vec<String> {
    let mut rows = Vec::new();
    for sql in [
        "SELECT * FROM entry ORDER BY device, sequence",
        "SELECT * FROM record ORDER BY id",
        "SELECT * FROM definition ORDER BY hash",
        "SELECT id, created, chain_key, place FROM device ORDER BY id",
        "SELECT * FROM export ORDER BY id",
    ] {
        let mut statement = connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let row: Vec<String> =
                (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap())).collect();
            rows.push(row.join("|"));
        }
    }
    rows
}

/// What a device does: adds a note, edits or deletes one of those it knows, or hears of another device.
#[derive(Clone, Debug)]
enum Act {
    Add(u8),
    Edit(u8, u8),
    Delete(u8),
    Hear(usize),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => any::<u8>().prop_map(Act::Add),
        5 => (any::<u8>(), 0..4_u8).prop_map(|(which, text)| Act::Edit(which, text)),
        1 => any::<u8>().prop_map(Act::Delete),
        2 => (0..3_usize).prop_map(Act::Hear),
    ]
}

fn known(connection: &Connection) -> Vec<(RecordId, u32)> {
    let mut statement =
        connection.prepare("SELECT id, edits FROM record WHERE deleted = 0 ORDER BY id").unwrap();
    let rows = statement
        .query_map([], |row| Ok((RecordId(uuid::Uuid::from_bytes(row.get(0)?)), row.get(1)?)))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

fn perform(devices: &mut [Connection; 3], at: usize, act: &Act) {
    if let Act::Hear(from) = act {
        if *from != at {
            devices[at] = merged(&devices[at], &devices[*from]);
        }
        return;
    }
    let known = known(&devices[at]);
    let pick = |which: u8| known.get(usize::from(which) % known.len().max(1)).copied();
    let tx = devices[at].transaction().unwrap();
    match act {
        Act::Add(day) => {
            let content = note(u64::from(*day), "first");
            let id = RecordId::new(super::at(u64::from(*day)), &random().unwrap());
            log::add(&tx, id, &content, &canonical(&content).unwrap()).unwrap();
        }
        Act::Edit(which, text) => {
            let Some((id, edits)) = pick(*which) else { return };
            let content = note(3, &format!("changed to {text}"));
            let text = canonical(&content).unwrap();
            log::edit(&tx, id, edits, (&content, &text)).unwrap();
        }
        Act::Delete(which) => {
            let Some((id, _)) = pick(*which) else { return };
            log::delete(&tx, id).unwrap();
        }
        Act::Hear(_) => {}
    }
    tx.commit().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merging_is_commutative_associative_and_idempotent(
        shared in prop::collection::vec(act(), 0..4),
        acts in prop::collection::vec((0..3_usize, act()), 0..14),
    ) {
        let mut devices = [empty(), empty(), empty()];
        for act in &shared {
            perform(&mut devices, 0, act);
        }
        for (at, act) in &acts {
            perform(&mut devices, *at, act);
        }
        let [a, b, c] = &devices;
        let (ab, ba) = (merged(a, b), merged(b, a));
        prop_assert_eq!(state(&ab), state(&ba));
        let (left, right) = (merged(&ab, c), merged(a, &merged(b, c)));
        prop_assert_eq!(state(&left), state(&right));
        prop_assert_eq!(state(&merged(&ab, &ab)), state(&ab));
        prop_assert_eq!(state(&merged(&ab, b)), state(&ab));
        let deleted: u32 = left
            .query_row("SELECT count(*) FROM record WHERE deleted = 1", [], |row| row.get(0))
            .unwrap();
        let resurrected: u32 = left
            .query_row(
                "SELECT count(*) FROM entry JOIN record ON record.id = entry.record
                 WHERE deleted = 1 AND content IS NOT NULL",
                [],
                |row| row.get(0),
            )
            .unwrap();
        prop_assert_eq!(resurrected, 0, "of {} deleted", deleted);
    }
}

fn no_progress() -> impl FnMut(u64, u64) {
    |_, _| {}
}

fn take(into: &Store, from: &Store) -> Merged {
    into.merge(from.path(), None, at(60), &mut no_progress()).unwrap()
}

fn listed(store: &Store) -> (Vec<Kept<CheckIn>>, Vec<Kept<Note>>) {
    let all = Query::default();
    (store.check_ins(&all).unwrap(), store.notes(&all).unwrap())
}

#[test]
fn two_machines_that_exchange_their_histories_end_with_the_same() {
    let (home, work) = (Fixture::new(), Fixture::new());
    for round in 0..4 {
        let day = round * 14;
        let (at_home, at_work) = (home.on(day, 1), work.on(day, 2));
        at_home.finish(draft_id(day), &check_in(day), &[definition()]).unwrap();
        at_work.finish(draft_id(day + 7), &check_in(day + 7), &[definition()]).unwrap();
        at_work.append(record_id(day + 100), &note(day, "from work")).unwrap();
        let first = take(&at_home, &at_work);
        assert_eq!((first.added.len(), first.conflicts.len()), (2, 0));
        take(&at_work, &at_home);
        assert!(take(&at_home, &at_work).is_nothing_new());
        assert_eq!(listed(&at_home), listed(&at_work));
        assert!(at_home.check(&mut no_progress()).unwrap().problems.is_empty());
    }
    assert_eq!(listed(&home.store).0.len(), 8);
}

#[test]
fn edits_on_both_sides_are_a_conflict_that_both_show_and_one_edit_settles() {
    let (home, work) = (Fixture::new(), Fixture::new());
    let (at_home, at_work) = (home.on(0, 1), work.on(0, 2));
    let id = record_id(0);
    at_home.append(id, &note(0, "first")).unwrap();
    at_work.append(record_id(1), &note(1, "other")).unwrap();
    take(&at_work, &at_home);
    at_home.edit(id, 0, &note(0, "changed at home")).unwrap();
    at_work.edit(id, 0, &note(0, "changed at work")).unwrap();
    assert_eq!(take(&at_home, &at_work).conflicts, [id]);
    assert_eq!(take(&at_work, &at_home).conflicts, [id]);
    assert_eq!(at_home.record(id).unwrap(), at_work.record(id).unwrap());
    assert_eq!(at_home.rivals(id).unwrap(), at_work.rivals(id).unwrap());
    assert_eq!(at_home.rivals(id).unwrap().len(), 1);
    let settled = note(0, "settled");
    at_work.edit(id, 1, &settled).unwrap();
    assert_eq!(take(&at_home, &at_work).conflicts, []);
    assert_eq!(at_home.record(id).unwrap().content, settled);
    assert_eq!(at_home.former_states(id).unwrap().len(), 3);
}

#[test]
fn a_deletion_wins_and_erases_on_both_sides() {
    let (home, work) = (Fixture::new(), Fixture::new());
    let (at_home, at_work) = (home.on(0, 1), work.on(0, 2));
    let (id, canary) = (record_id(0), "canary-of-a-deleted-note");
    at_home.append(id, &note(0, canary)).unwrap();
    at_work.append(record_id(1), &note(1, "other")).unwrap();
    take(&at_work, &at_home);
    at_work
        .edit(id, 0, &note(0, "an edit made meanwhile, with the same canary-of-a-deleted-note"))
        .unwrap();
    at_home.delete(id).unwrap();
    let merged = take(&at_work, &at_home);
    assert_eq!(merged.deleted, [id]);
    take(&at_home, &at_work);
    for (fixture, store) in [(&home, &at_home), (&work, &at_work)] {
        assert!(matches!(store.record(id), Err(HistoryError::Deleted { .. })));
        let bytes = std::fs::read(fixture.store.path()).unwrap();
        assert!(!bytes.windows(canary.len()).any(|window| window == canary.as_bytes()));
    }
}

#[test]
fn a_copied_folder_goes_on_as_a_device_of_its_own() {
    let (home, work) = (Fixture::new(), Fixture::new());
    home.on(0, 1).append(record_id(0), &note(0, "first")).unwrap();
    std::fs::create_dir_all(work.folder()).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(work.folder(), mode).unwrap();
    }
    for name in ["history.db", "head"] {
        std::fs::copy(home.folder().join(name), work.folder().join(name)).unwrap();
    }
    let (at_home, at_work) = (home.on(1, 1), work.on(1, 2));
    at_home.append(record_id(1), &note(1, "at home")).unwrap();
    at_work.append(record_id(2), &note(2, "at work")).unwrap();
    take(&at_home, &at_work);
    take(&at_work, &at_home);
    assert_eq!(listed(&at_home), listed(&at_work));
    assert_eq!(listed(&at_home).1.len(), 3);
}

#[test]
fn what_is_no_whole_history_is_not_merged() {
    let (home, work) = (Fixture::new(), Fixture::new());
    let (at_home, at_work) = (home.on(0, 1), work.on(0, 2));
    at_home.append(record_id(0), &note(0, "first")).unwrap();
    at_work.append(record_id(1), &note(1, "other")).unwrap();
    let before = std::fs::read(home.store.path()).unwrap();
    let refused = |change: &str| {
        let whole = std::fs::read(work.store.path()).unwrap();
        work.raw().execute_batch(change).unwrap();
        let refused = at_home.merge(at_work.path(), None, at(1), &mut no_progress()).unwrap_err();
        std::fs::write(work.store.path(), whole).unwrap();
        match refused {
            HistoryError::Other { source, .. } => *source,
            own => panic!("the other file is not named: {own:?}"),
        }
    };
    for change in [
        "UPDATE record SET date = '2026-01-09'",
        "DROP TRIGGER entry_next",
        "CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT * FROM entry",
        "CREATE TABLE more (a)",
        "DROP TRIGGER entry_kept; DELETE FROM entry",
        "UPDATE device SET chain_key = zeroblob(32)",
        "UPDATE definition SET content = '{}'; INSERT INTO definition VALUES (lower(hex(zeroblob(32))), 'a', '1', '{}')",
    ] {
        let error = refused(change);
        assert!(matches!(error, HistoryError::Damaged(_)), "{change}: {error:?}");
    }
    assert!(matches!(refused("PRAGMA application_id = 1"), HistoryError::NotHistory));
    assert!(matches!(refused("PRAGMA user_version = 99"), HistoryError::Newer { .. }));
    let same = at_home.merge(home.store.path(), None, at(1), &mut no_progress());
    assert!(matches!(same, Err(HistoryError::Same { .. })));
    assert_eq!(std::fs::read(home.store.path()).unwrap(), before);
}
