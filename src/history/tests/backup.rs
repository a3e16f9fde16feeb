//! Tests of backups: when they are made, which are kept, and that they come back.

use std::fs;

use super::super::error::HistoryError;
use super::*;

fn back_up(store: &Store, day: u64) -> Backup {
    store.back_up(None, at(day)).unwrap()
}

fn restore(store: &Store, from: &Path, day: u64) -> Result<Restored, HistoryError> {
    store.restore(from, None, at(day), &mut |_, _| {})
}

#[test]
fn a_backup_is_whole_and_has_all_that_the_history_has() {
    let fixture = Fixture::with_check_ins([0, 7]);
    let backup = back_up(&fixture.store, 8);
    assert!(backup.is_whole());
    let copy = Store::new(&backup.path);
    let all = Query::default();
    assert_eq!(copy.check_ins(&all).unwrap(), fixture.store.check_ins(&all).unwrap());
    fs::write(backup.path.join("history.db"), b"x").unwrap();
    assert!(!backup.is_whole());
}

#[test]
fn the_first_write_of_a_day_makes_a_backup_where_a_week_has_passed() {
    let fixture = Fixture::with_check_ins([0]);
    let made = || fixture.store.backups().unwrap().len();
    assert_eq!(made(), 0, "nobody told the store which day it is");
    for (day, expected) in [(1, 1), (1, 1), (7, 1), (8, 2), (9, 2), (15, 3)] {
        let store = fixture.on(day, 1);
        store.append(record_id(day + 200 + made() as u64), &note(day, "x")).unwrap();
        assert_eq!(made(), expected, "day {day}");
        assert_eq!(store.notices(), []);
    }
}

#[test]
fn the_newest_three_and_one_a_month_are_kept_and_foreign_files_stay() {
    let fixture = Fixture::with_check_ins([0]);
    let folder = fixture.folder().join("backups");
    back_up(&fixture.store, 0);
    fs::create_dir(folder.join("mine")).unwrap();
    fs::write(folder.join("mine/manifest.json"), "{}").unwrap();
    fs::write(folder.join("letter.txt"), "x").unwrap();
    for week in 1..20 {
        back_up(&fixture.store, week * 7);
    }
    let sequences: Vec<u64> =
        fixture.store.backups().unwrap().iter().map(|backup| backup.sequence).collect();
    // Of January to April the newest one each; of May the newest three are among the newest anyway.
    assert_eq!(sequences, [20, 19, 18, 17, 13, 8, 4]);
    assert!(folder.join("mine/manifest.json").exists() && folder.join("letter.txt").exists());
}

#[test]
fn a_clock_that_was_set_back_neither_rotates_wrongly_nor_stops_backups() {
    let fixture = Fixture::with_check_ins([0]);
    for day in [300, 10, 11, 12, 13] {
        back_up(&fixture.store, day);
    }
    let sequences: Vec<u64> =
        fixture.store.backups().unwrap().iter().map(|backup| backup.sequence).collect();
    assert_eq!(sequences, [5, 4, 3, 1], "by place, and the only one of its month");
}

#[test]
fn a_restored_backup_sets_the_history_aside_and_can_be_merged_with_it() {
    let fixture = Fixture::with_check_ins([0]);
    let store = fixture.on(1, 1);
    let backup = back_up(&store, 1);
    store.append(record_id(2), &note(2, "after the backup")).unwrap();
    let restored = restore(&store, &backup.path, 3).unwrap();
    assert_eq!(restored.records, 1);
    let all = Query::default();
    assert_eq!(store.notes(&all).unwrap(), []);
    store.append(record_id(4), &note(4, "after the restore")).unwrap();
    let aside = restored.set_aside.unwrap();
    store.merge(&aside, None, at(5), &mut |_, _| {}).unwrap();
    assert_eq!(store.notes(&all).unwrap().len(), 2);
    assert!(store.check(&mut |_, _| {}).unwrap().problems.is_empty());
}

#[test]
fn a_lost_damaged_or_emptied_history_is_an_alarm_and_comes_back_from_its_backup() {
    let cases: [fn(&Path); 4] = [
        |path| fs::remove_file(path).unwrap(),
        |path| fs::write(path, b"").unwrap(),
        |path| fs::write(path, vec![7; 8192]).unwrap(),
        |path| {
            let mut bytes = fs::read(path).unwrap();
            bytes.truncate(9000);
            fs::write(path, bytes).unwrap();
        },
    ];
    for harm in cases {
        let fixture = Fixture::with_check_ins([0, 7]);
        let store = fixture.on(8, 1);
        let backup = back_up(&store, 8);
        harm(store.path());
        assert!(store.exists(), "a history that is gone is not taken for one that never was");
        assert!(store.check_ins(&Query::default()).is_err());
        assert!(store.append(record_id(1), &note(1, "x")).is_err());
        restore(&store, &backup.path, 9).unwrap();
        assert_eq!(store.check_ins(&Query::default()).unwrap().len(), 2);
    }
}

#[test]
fn a_history_whose_head_file_was_lost_is_restored_from_its_own_file() {
    let fixture = Fixture::with_check_ins([0]);
    let store = fixture.on(1, 1);
    fs::remove_file(fixture.folder().join("head")).unwrap();
    let lost = store.check_ins(&Query::default());
    assert!(matches!(lost, Err(HistoryError::Damaged(Damage::HeadMissing))));
    restore(&store, store.path(), 1).unwrap();
    assert_eq!(store.check_ins(&Query::default()).unwrap().len(), 1);
}

#[test]
fn a_damaged_backup_is_refused_and_nothing_is_changed() {
    let fixture = Fixture::with_check_ins([0]);
    let store = fixture.on(1, 1);
    let backup = back_up(&store, 1);
    let file = backup.path.join("history.db");
    let mut bytes = fs::read(&file).unwrap();
    let at = bytes.windows(13).position(|window| window == b"note of day 0").unwrap();
    bytes[at] ^= 1;
    fs::write(&file, bytes).unwrap();
    let before = fs::read(store.path()).unwrap();
    match restore(&store, &backup.path, 2) {
        Err(HistoryError::Other { source, .. }) => {
            assert!(matches!(*source, HistoryError::Damaged(_)), "{source:?}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(store.path()).unwrap(), before);
}

#[test]
fn the_backup_that_a_deletion_itself_makes_first_does_not_keep_what_is_deleted() {
    let fixture = Fixture::with_check_ins([0]);
    let (id, canary) = (record_id(5), "canary-before-the-weekly-backup");
    fixture.on(1, 1).append(id, &note(5, canary)).unwrap();
    // A week later the first write of the day makes a backup, and the deletion is that write.
    let store = fixture.on(12, 1);
    assert_eq!(store.copies_with(id).unwrap(), Vec::<PathBuf>::new());
    store.delete(id).unwrap();
    assert!(holds(&fixture.folder(), canary), "a backup was to be made");
    assert_eq!(store.renew_copies(at(12)).unwrap(), 1);
    assert!(!holds(&fixture.folder(), canary));
}

#[test]
fn a_deletion_that_was_cut_short_leaves_the_backups_at_the_next_write() {
    let fixture = Fixture::with_check_ins([0, 7]);
    let store = fixture.on(1, 1);
    let held = back_up(&store, 1).path;
    let id = store.check_ins(&Query::default()).unwrap()[0].id;
    store.delete(id).unwrap();
    assert!(store.copies_with(id).unwrap().contains(&held));
    store.append(record_id(60), &note(2, "the next write")).unwrap();
    assert_eq!(store.copies_with(id).unwrap(), Vec::<PathBuf>::new());
    assert!(!store.backups().unwrap().is_empty());
    assert!(!fixture.folder().join("erasing").exists());
}

#[test]
fn deleted_content_leaves_the_backups_as_well() {
    let fixture = Fixture::with_check_ins([0]);
    let store = fixture.on(1, 1);
    let (id, canary) = (record_id(5), "canary-that-was-backed-up");
    let clean = back_up(&store, 1);
    store.append(id, &note(5, canary)).unwrap();
    let held = back_up(&store, 2);
    restore(&store, &held.path, 2).unwrap();
    let copies = store.copies_with(id).unwrap();
    assert_eq!(copies.len(), 2, "the backup and what the restore set aside");
    store.delete(id).unwrap();
    assert!(holds(&fixture.folder(), canary));
    assert_eq!(store.renew_copies(at(3)).unwrap(), 2);
    assert!(!holds(&fixture.folder(), canary));
    assert!(clean.path.exists() && !held.path.exists());
    assert_eq!(store.backups().unwrap()[0].reason, Reason::AfterDeletion);
}

#[test]
fn an_upgrade_is_preceded_by_a_backup_in_the_old_form() {
    let fixture = super::upgrade::load(include_str!("../../../tests/fixtures/schema/v3.sql"));
    let before = fixture.store.check_ins(&Query::default()).unwrap();
    let backups = fixture.store.backups().unwrap();
    assert_eq!(backups.len(), 1);
    assert_eq!(backups[0].reason, Reason::BeforeUpgrade);
    let old = Connection::open(backups[0].path.join("history.db")).unwrap();
    let version: u32 = old.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 3);
    drop(old);
    let store = fixture.on(400, 1);
    restore(&store, &backups[0].path, 400).unwrap();
    assert_eq!(store.check_ins(&Query::default()).unwrap(), before);
}
