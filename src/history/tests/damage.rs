//! Tests that what is not as it was written is said, by name, and never shown.

use std::fs;

use super::super::error::HistoryError;
use super::*;

/// Changes bytes of the file wherever they stand.
fn replace_bytes(path: &Path, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let mut bytes = fs::read(path).unwrap();
    let places: Vec<_> = (0..bytes.len() - from.len())
        .filter(|start| bytes[*start..].starts_with(from.as_bytes()))
        .collect();
    assert!(!places.is_empty());
    for start in places {
        bytes[start..start + from.len()].copy_from_slice(to.as_bytes());
    }
    fs::write(path, bytes).unwrap();
}

fn assert_damaged<T: std::fmt::Debug>(outcome: &Result<T, HistoryError>, damage: &Damage) {
    assert!(matches!(outcome, Err(HistoryError::Damaged(found)) if found == damage), "{outcome:?}");
}

#[test]
fn flipped_byte_of_content_names_the_record() {
    let fixture = Fixture::with_check_ins([0, 1, 2]);
    replace_bytes(fixture.store.path(), "note of day 1", "note of day 4");
    let damage = Damage::Record(record_id(1));
    assert_damaged(&fixture.store.check_ins(&Query::default()), &damage);
    assert_damaged(&fixture.store.check_in_summaries(&Query::default()), &damage);
    assert_damaged(&fixture.store.check_in(record_id(1)), &damage);
    assert_eq!(fixture.store.check_in(record_id(0)).unwrap().content, check_in(0));
    let message = fixture.store.check_in(record_id(1)).unwrap_err().to_string();
    assert!(message.contains(&record_id(1).short()), "{message}");
}

#[test]
fn damage_to_the_newest_entry_is_said_by_every_read() {
    let fixture = Fixture::with_check_ins([0, 1]);
    replace_bytes(fixture.store.path(), "note of day 1", "note of day 4");
    let damage = Damage::Record(record_id(1));
    assert_damaged(&fixture.store.check_in(record_id(0)), &damage);
    assert_damaged(&fixture.store.drafts(), &damage);
    let before = fs::read(fixture.store.path()).unwrap();
    assert_damaged(&fixture.store.start_draft(&draft(5), &[]), &damage);
    assert_damaged(&fixture.store.append(record_id(9), &note(9, "x")), &damage);
    assert_eq!(fs::read(fixture.store.path()).unwrap(), before);
}

#[test]
fn record_that_does_not_fit_its_entry_is_damage() {
    let changes = [
        "UPDATE record SET date = '2026-01-09' WHERE first_sequence = 1",
        "UPDATE record SET questionnaire = 'pulse' WHERE first_sequence = 1",
        "UPDATE record SET sequence = 2 WHERE first_sequence = 1",
        "UPDATE record SET sequence = 9 WHERE first_sequence = 1",
        "UPDATE record SET edits = 5000000000 WHERE first_sequence = 1",
        "UPDATE record SET kind = 'note', week = NULL, questionnaire = NULL, definition = NULL WHERE first_sequence = 1",
    ];
    for change in changes {
        let fixture = Fixture::with_check_ins([0, 1]);
        assert_eq!(fixture.raw().execute(change, []).unwrap(), 1);
        assert_damaged(&fixture.store.check_ins(&Query::default()), &Damage::Record(record_id(0)));
    }
}

#[test]
fn definition_that_changed_is_damage() {
    let fixture = Fixture::with_check_ins([0]);
    let changed = definition().canonical.replace("1.0.0", "1.0.1");
    replace_bytes(fixture.store.path(), &definition().canonical, &changed);
    let hash = definition().hash;
    assert_damaged(&fixture.store.definition(&hash), &Damage::Definition(hash.clone()));
}

#[test]
fn empty_cut_short_and_foreign_files_have_messages_of_their_own() {
    let whole = {
        let fixture = Fixture::with_check_ins(0..30);
        fs::read(fixture.store.path()).unwrap()
    };
    let fixture = Fixture::with_check_ins([0]);
    let path = fixture.store.path();
    let reads = |bytes: &[u8]| {
        fs::write(path, bytes).unwrap();
        let read = fixture.store.check_ins(&Query::default()).map(|_| ()).unwrap_err();
        let write = fixture.store.start_draft(&draft(1), &[definition()]).unwrap_err();
        assert_eq!(read.to_string(), write.to_string());
        assert_eq!(fs::read(path).unwrap(), bytes, "an error changes no byte");
        read
    };
    assert!(matches!(reads(b""), HistoryError::Empty { .. }));
    assert!(matches!(
        reads(b"not a database, but long enough to look at"),
        HistoryError::Foreign { .. }
    ));
    assert!(matches!(reads(&[0; 8192]), HistoryError::Foreign { .. }));
    for length in [1, 50, 100, 4096, 5000, whole.len() / 2, whole.len() - 4096, whole.len() - 1] {
        let error = reads(&whole[..length]);
        let said = matches!(error, HistoryError::Damaged(_) | HistoryError::Foreign { .. });
        assert!(said, "{length}: {error:?}");
    }
    let longer = [whole.as_slice(), &[0]].concat();
    assert!(matches!(reads(&longer), HistoryError::Damaged(Damage::File)));
}

#[test]
fn database_of_another_program_is_foreign() {
    let fixture = Fixture::with_check_ins([0]);
    fs::remove_file(fixture.store.path()).unwrap();
    fixture.raw().execute_batch("PRAGMA application_id = 7; CREATE TABLE t (a);").unwrap();
    let refused = fixture.store.check_ins(&Query::default());
    assert!(matches!(refused, Err(HistoryError::Foreign { .. })));
    assert!(fixture.store.append(record_id(1), &note(1, "x")).is_err());
}

#[test]
fn lost_table_is_damage() {
    let fixture = Fixture::with_check_ins([0]);
    fixture.raw().execute_batch("DROP TABLE draft_part").unwrap();
    assert_damaged(&fixture.store.check_ins(&Query::default()), &Damage::Tables);
}

#[cfg(unix)]
#[test]
fn link_and_folder_in_place_of_the_file_are_refused() {
    let fixture = Fixture::with_check_ins([0]);
    let moved = fixture.folder().join("moved.db");
    fs::rename(fixture.store.path(), &moved).unwrap();
    std::os::unix::fs::symlink(&moved, fixture.store.path()).unwrap();
    let refused = |fixture: &Fixture| {
        let read = fixture.store.check_ins(&Query::default()).map(|_| ());
        let write = fixture.store.append(record_id(1), &note(1, "x")).map(|_| ());
        for outcome in [read, write] {
            assert!(matches!(outcome, Err(HistoryError::NotPlain { .. })), "{outcome:?}");
        }
    };
    refused(&fixture);
    fs::remove_file(fixture.store.path()).unwrap();
    fs::create_dir(fixture.store.path()).unwrap();
    refused(&fixture);
}

#[test]
fn journal_without_its_history_is_not_given_to_a_new_one() {
    let fixture = Fixture::with_check_ins([0]);
    let journal = fixture.folder().join("history.db-journal");
    fs::rename(fixture.store.path(), &journal).unwrap();
    let lost = fixture.store.append(record_id(1), &note(1, "x"));
    assert!(matches!(lost, Err(HistoryError::Lost { .. })));
    fs::remove_file(fixture.folder().join("head")).unwrap();
    let refused = fixture.store.append(record_id(1), &note(1, "x"));
    assert!(matches!(refused, Err(HistoryError::StrayJournal { path }) if path == journal));
}

#[cfg(unix)]
#[test]
fn folder_that_others_can_write_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::with_check_ins([0]);
    fs::set_permissions(fixture.folder(), fs::Permissions::from_mode(0o777)).unwrap();
    let refused = fixture.store.check_ins(&Query::default());
    assert!(matches!(refused, Err(HistoryError::Folder(_))));
}

#[test]
fn single_bit_flips_never_change_what_is_shown() {
    let fixture = Fixture::with_check_ins(0..6);
    let good = fixture.store.check_ins(&Query::default()).unwrap();
    let whole = fs::read(fixture.store.path()).unwrap();
    let mut state = 42_u64;
    let mut said = 0;
    for _ in 0..1000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let bit = usize::try_from(state >> 20).unwrap() % (whole.len() * 8);
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(fixture.store.path(), &bytes).unwrap();
        match fixture.store.check_ins(&Query::default()) {
            Ok(shown) => assert_eq!(shown, good, "bit {bit}"),
            Err(_) => said += 1,
        }
    }
    assert!((100..900).contains(&said), "the test is blind: {said}");
}
