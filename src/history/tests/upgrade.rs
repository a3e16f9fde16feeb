//! Tests of schema versions: upgrades start from the dumps of released versions.

use std::fmt::Write as _;

use rusqlite::types::ValueRef;

use super::super::error::HistoryError;
use super::super::head::{Head, State};
use super::super::rows::RecordRow;
use super::super::schema::{self, APPLICATION_ID, UPGRADES, Upgrade};
use super::super::seal::Seal;
use super::super::site::state_of;
use super::*;

const VERSION_1: &str = include_str!("../../../tests/fixtures/schema/v1.sql");
const VERSION_4: &str = include_str!("../../../tests/fixtures/schema/v4.sql");

/// Makes a store of a dump.
pub(super) fn load(dump: &str) -> Fixture {
    let fixture = Fixture::new();
    std::fs::create_dir(fixture.folder()).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(fixture.folder(), mode).unwrap();
    }
    Connection::open(fixture.store.path()).unwrap().execute_batch(dump).unwrap();
    fixture
}

/// Makes a store of a dump of a version that has a seal, with the head file that belongs to it.
fn load_sealed(dump: &str, schema: u32) -> Fixture {
    let fixture = load(dump);
    let raw = fixture.raw();
    let state = state_of(&raw, &Seal::read(&raw).unwrap(), None).unwrap();
    let mut head = Head::new();
    head.current = Some(State { schema, ..state });
    head.write(fixture.store.path()).unwrap();
    fixture
}

/// The history that the dumps hold; each version's test compares its dump with it.
fn sample() -> Fixture {
    let fixture = Fixture::with_check_ins([0, 7]);
    let store = &fixture.store;
    let context = definition_of("context", "1.0.0");
    let rich = CheckIn { context: Some(answered(&context, responses(2))), ..check_in(14) };
    store.finish(draft_id(14), &rich, &[context]).unwrap();
    let changed = CheckIn { note: None, late: true, ..check_in(7) };
    store.edit(record_id(7), 0, &Content::CheckIn(changed)).unwrap();
    store.append(record_id(8), &note(8, "it's a note")).unwrap();
    store.append(record_id(9), &event(9)).unwrap();
    store.append(record_id(10), &note(10, "to be deleted")).unwrap();
    store.delete(record_id(10)).unwrap();
    store.start_draft(&draft(21), &[]).unwrap();
    fixture
}

fn assert_same_data(left: &Store, right: &Store) {
    let all = Query::default();
    assert_eq!(left.check_ins(&all).unwrap(), right.check_ins(&all).unwrap());
    assert_eq!(left.notes(&all).unwrap(), right.notes(&all).unwrap());
    assert_eq!(left.events().unwrap(), right.events().unwrap());
    assert_eq!(left.drafts().unwrap(), right.drafts().unwrap());
    for day in [7, 8] {
        let id = record_id(day);
        assert_eq!(left.former_states(id).unwrap(), right.former_states(id).unwrap());
    }
    let deleted =
        |store: &Store| matches!(store.record(record_id(10)), Err(HistoryError::Deleted { .. }));
    assert!(deleted(left) && deleted(right));
    let hash = definition().hash;
    assert_eq!(left.definition(&hash).unwrap(), right.definition(&hash).unwrap());
}

#[test]
fn dump_of_version_1_opens_with_the_same_data() {
    let old = load(VERSION_1);
    assert_same_data(&old.store, &sample().store);
    old.store.append(record_id(30), &note(30, "written after")).unwrap();
    assert_eq!(old.store.record(record_id(30)).unwrap().sequence, 9);
}

#[test]
fn dump_of_version_2_opens_with_the_same_data() {
    let old = load(include_str!("../../../tests/fixtures/schema/v2.sql"));
    assert_same_data(&old.store, &sample().store);
}

#[test]
fn dump_of_version_3_opens_with_the_same_data() {
    let old = load(include_str!("../../../tests/fixtures/schema/v3.sql"));
    assert_same_data(&old.store, &sample().store);
    assert_eq!(old.store.exports().unwrap(), []);
}

#[test]
fn dump_of_version_4_opens_with_the_same_data() {
    let old = load_sealed(VERSION_4, 4);
    assert_same_data(&old.store, &sample().store);
    assert_eq!(old.store.check(&mut |_, _| {}).unwrap().problems, []);
    old.store.append(record_id(30), &note(30, "written after")).unwrap();
    assert_eq!(old.store.check(&mut |_, _| {}).unwrap().problems, []);
}

#[test]
fn an_upgraded_history_lists_the_scores_that_its_contents_hold() {
    lists_what_contents_hold(&load(VERSION_1));
    lists_what_contents_hold(&load_sealed(VERSION_4, 4));
}

fn lists_what_contents_hold(old: &Fixture) {
    let all = Query::default();
    let listed = old.store.check_in_scores(&all, &[]).unwrap();
    let whole = old.store.check_ins(&all).unwrap();
    assert_eq!(listed.len(), 3);
    assert_eq!(listed.iter().filter(|kept| kept.content.late).count(), 1);
    for (listed, whole) in listed.iter().zip(&whole) {
        assert_eq!(
            (listed.id, listed.sequence, listed.edits),
            (whole.id, whole.sequence, whole.edits)
        );
        assert_eq!(listed.content.date, whole.content.date);
        assert_eq!(listed.content.late, whole.content.late);
        let values = whole.content.scores.iter().map(|(id, s)| (id.clone(), s.value.clone()));
        assert_eq!(listed.content.values, values.collect::<Vec<_>>());
        assert!(!listed.content.values.is_empty());
    }
    for change in ["scores = '{}'", "late = 1 - late"] {
        let mut raw = old.raw();
        let tx = raw.transaction().unwrap();
        tx.execute(&format!("UPDATE record SET {change} WHERE kind = 'check-in'"), []).unwrap();
        let read = RecordRow::all(&tx).unwrap_err();
        assert!(matches!(read, HistoryError::Damaged(_)), "{change}: {read}");
    }
}

/// Stands for a later version.
fn version_after(tx: &rusqlite::Transaction<'_>) -> Result<(), HistoryError> {
    Ok(tx.execute_batch("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;")?)
}

fn failing(tx: &rusqlite::Transaction<'_>) -> Result<(), HistoryError> {
    Ok(tx.execute_batch(
        "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; SELECT * FROM missing;",
    )?)
}

#[test]
fn upgrade_is_whole_or_not_at_all() {
    let old = load(VERSION_1);
    let mut raw = old.raw();
    let later: Vec<Upgrade> = UPGRADES.iter().copied().chain([version_after as Upgrade]).collect();
    let broken: Vec<Upgrade> = later.iter().copied().chain([failing as Upgrade]).collect();
    assert_eq!(schema::check(&raw, &later).unwrap(), 1);
    let upgrade = |raw: &mut Connection, upgrades: &[Upgrade]| {
        let tx = raw.transaction().unwrap();
        schema::upgrade(&tx, upgrades).map(|()| tx.commit().unwrap())
    };
    assert!(upgrade(&mut raw, &broken).is_err());
    assert_same_data(&old.store, &sample().store);
    upgrade(&mut raw, &later).unwrap();
    upgrade(&mut raw, &later).unwrap();
    assert_eq!(schema::check(&raw, &later).unwrap(), u32::try_from(later.len()).unwrap());
    assert!(!raw.table_exists(None, "half").unwrap());
}

#[test]
fn newer_schema_is_refused_by_name_of_the_version_needed() {
    let fixture = Fixture::with_check_ins([0]);
    fixture
        .raw()
        .execute_batch("UPDATE about SET program = '9.8.7'; PRAGMA user_version = 99")
        .unwrap();
    let mut head = Head::read(fixture.store.path()).unwrap().unwrap();
    head.current.as_mut().unwrap().schema = 99;
    head.write(fixture.store.path()).unwrap();
    let before = std::fs::read(fixture.store.path()).unwrap();
    let read = fixture.store.check_ins(&Query::default()).unwrap_err().to_string();
    let write = fixture.store.append(record_id(1), &note(1, "x")).unwrap_err().to_string();
    assert_eq!(
        read,
        "the history has schema version 99, this program knows 5 and earlier; \
         version 9.8.7 of the program or later is needed"
    );
    assert_eq!(write, read);
    assert_eq!(std::fs::read(fixture.store.path()).unwrap(), before);
    fixture.raw().execute_batch("DROP TABLE about").unwrap();
    let read = fixture.store.check_ins(&Query::default()).unwrap_err().to_string();
    assert!(read.ends_with("a later version of the program is needed"), "{read}");
}

#[test]
fn tables_are_strict() {
    let fixture = Fixture::with_check_ins([0]);
    let raw = fixture.raw();
    for wrong in [
        "UPDATE record SET edits = 'many'",
        "UPDATE record SET edits = -1",
        "UPDATE record SET date = 'yesterday'",
        "UPDATE record SET deleted = 1",
        "UPDATE record SET kind = 'thought'",
        "UPDATE definition SET content = '{'",
        "UPDATE device SET id = x'00'",
        "INSERT INTO device VALUES (zeroblob(16), '', 1, NULL, NULL)",
        "INSERT INTO about VALUES (2, zeroblob(16), '0.1.0')",
    ] {
        assert!(raw.execute(wrong, []).is_err(), "{wrong}");
    }
    let loose: u32 = raw
        .query_row("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(loose, 0);
}

#[test]
fn new_history_has_the_newest_version() {
    let raw = Fixture::with_check_ins([0]);
    let raw = raw.raw();
    let id: i32 = raw.pragma_query_value(None, "application_id", |row| row.get(0)).unwrap();
    let version: usize = raw.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!((id, version), (APPLICATION_ID, UPGRADES.len()));
}

/// Writes the sample as SQL. To be run once for each released version, before the next is begun:
/// `cargo test --lib -- --ignored dump_of_the_present_version`.
#[test]
#[ignore = "writes a fixture"]
fn dump_of_the_present_version() {
    let fixture = sample();
    let path =
        format!("{}/tests/fixtures/schema/v{}.sql", env!("CARGO_MANIFEST_DIR"), UPGRADES.len());
    std::fs::write(path, dump(&fixture.raw())).unwrap();
}

fn dump(raw: &Connection) -> String {
    let mut text = format!(
        "PRAGMA foreign_keys = OFF;\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {};\nBEGIN;\n",
        UPGRADES.len()
    );
    let of_type = |kind: &str| -> Vec<(String, String)> {
        let mut statement = raw
            .prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type = ?1 ORDER BY rowid")
            .unwrap();
        let rows = statement.query_map([kind], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let tables = of_type("table");
    for (_, sql) in &tables {
        writeln!(text, "{sql};").unwrap();
    }
    for (name, _) in &tables {
        let mut statement = raw.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<_> = (0..columns).map(|i| literal(row.get_ref(i).unwrap())).collect();
            writeln!(text, "INSERT INTO {name} VALUES ({});", values.join(", ")).unwrap();
        }
    }
    for (_, sql) in of_type("index").iter().chain(&of_type("trigger")) {
        writeln!(text, "{sql};").unwrap();
    }
    text + "COMMIT;\n"
}

fn literal(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "NULL".into(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => format!("'{}'", str::from_utf8(text).unwrap().replace('\'', "''")),
        ValueRef::Blob(bytes) => {
            let start = String::from("x'");
            let digits = bytes.iter().fold(start, |text, byte| format!("{text}{byte:02x}"));
            digits + "'"
        }
    }
}
