//! Tests of encryption: what opens a history, what does not, and that nothing stays in the clear.

use std::fs;
use std::rc::Rc;

use zeroize::Zeroizing;

use super::super::error::HistoryError;
use super::super::writing::Ready;
use super::rollback::seen;
use super::*;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(Zeroizing::new(text.to_owned()))
}

/// Opens the history with these passphrases, tried one after the other.
fn with(fixture: &Fixture, texts: &[&str]) -> Store {
    let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
    fixture.on(400, 1).asking(Rc::new(move |asked| {
        let text = texts.get(usize::try_from(asked.wrong).unwrap());
        text.map(|text| passphrase(text)).ok_or_else(|| "no more".into())
    }))
}

fn protect(store: &Store, text: &str, recovery: Option<RecoveryKey>) -> Protected {
    store.protect(Protection { passphrase: passphrase(text), recovery, now: at(400) }).unwrap()
}

#[test]
fn a_protected_history_opens_with_its_passphrase_only_and_holds_nothing_in_the_clear() {
    let fixture = Fixture::with_check_ins([0, 7]);
    fixture.store.back_up(None, at(8)).unwrap();
    let good = seen(&fixture.store).unwrap();
    assert!(holds(&fixture.folder(), "note of day 7"));
    let store = with(&fixture, &[]);
    let protected = protect(&store, "first", None);
    assert!(protected.removed_plain >= 1);
    assert!(!holds(&fixture.folder(), "note of day 7"), "neither history nor backups");
    assert!(store.is_encrypted().unwrap());
    assert_eq!(seen(&store).unwrap(), good, "this process goes on");
    assert_eq!(seen(&with(&fixture, &["first"])).unwrap(), good);
    assert_eq!(seen(&with(&fixture, &["wrong", "first"])).unwrap(), good, "asked again");
    let before = fs::read(store.path()).unwrap();
    let wrong = with(&fixture, &["wrong"]);
    assert!(matches!(seen(&wrong), Err(HistoryError::WrongPassphrase { in_force: None })));
    let refused = wrong.append(record_id(9), &note(9, "x"));
    assert!(matches!(refused, Err(HistoryError::WrongPassphrase { .. })));
    assert!(matches!(seen(&fixture.store), Err(HistoryError::Locked)));
    assert_eq!(fs::read(store.path()).unwrap(), before);
}

#[test]
fn the_passphrase_changes_the_recovery_key_stays_and_unprotecting_brings_all_back() {
    let fixture = Fixture::with_check_ins([0]);
    let good = seen(&fixture.store).unwrap();
    let key = RecoveryKey::new().unwrap();
    protect(&with(&fixture, &[]), "first", Some(key.clone()));
    protect(&with(&fixture, &["first"]), "second", None);
    assert!(matches!(seen(&with(&fixture, &["first"])), Err(HistoryError::WrongPassphrase { .. })));
    assert_eq!(seen(&with(&fixture, &["second"])).unwrap(), good);
    let mut recovered = fixture.on(400, 1);
    let other = RecoveryKey::new().unwrap();
    assert!(matches!(recovered.recover(&other), Err(HistoryError::WrongRecoveryKey)));
    recovered.recover(&key).unwrap();
    assert_eq!(seen(&recovered).unwrap(), good);
    protect(&recovered, "third", None);
    let store = with(&fixture, &["third"]);
    store.unprotect(at(401)).unwrap();
    assert!(!store.is_encrypted().unwrap());
    assert_eq!(seen(&fixture.store).unwrap(), good);
    assert!(matches!(fixture.store.unprotect(at(402)), Err(HistoryError::NotEncrypted)));
}

/// Changes some bytes of a file.
type Harm = fn(&mut Vec<u8>);

#[test]
fn wrong_passphrase_damage_and_foreign_file_are_told_apart() {
    let fixture = Fixture::with_check_ins([0, 7]);
    protect(&with(&fixture, &[]), "first", None);
    let whole = fs::read(fixture.store.path()).unwrap();
    let store = with(&fixture, &["first"]);
    seen(&store).unwrap();
    let damaged: [(&str, Harm); 6] = [
        ("a bit of the salt", |bytes| bytes[3] ^= 1),
        ("the whole salt", |bytes| bytes[..16].fill(0)),
        ("a bit of the first page", |bytes| bytes[100] ^= 1),
        ("the whole first page", |bytes| bytes[..4096].fill(0)),
        ("a page in the middle", |bytes| bytes[8192..12288].fill(9)),
        ("its end", |bytes| bytes.truncate(5000)),
    ];
    for (what, harm) in damaged {
        let mut bytes = whole.clone();
        harm(&mut bytes);
        fs::write(store.path(), &bytes).unwrap();
        let found = seen(&store);
        assert!(matches!(found, Err(HistoryError::Damaged(_))), "{what}: {found:?}");
        assert_eq!(fs::read(store.path()).unwrap(), bytes);
    }
    for foreign in [vec![7; 8192], b"a letter of some length, and no history".to_vec()] {
        fs::write(store.path(), foreign).unwrap();
        assert!(matches!(seen(&store), Err(HistoryError::Foreign { .. })));
    }
    fs::write(store.path(), &whole).unwrap();
    seen(&store).unwrap();
    protect(&store, "second", None);
    fs::write(store.path(), &whole).unwrap();
    let back = seen(&with(&fixture, &["second"]));
    assert!(
        matches!(back, Err(HistoryError::Foreign { .. } | HistoryError::Damaged(_))),
        "{back:?}"
    );
}

#[test]
fn two_encrypted_histories_merge_each_with_its_own_passphrase() {
    let (home, work) = (Fixture::with_check_ins([0]), Fixture::with_check_ins([7]));
    protect(&with(&home, &[]), "at home", None);
    protect(&with(&work, &[]), "at work", None);
    let ask: Ask = Rc::new(|_| Ok(passphrase("at work")));
    let store = with(&home, &["at home"]);
    let merged = store.merge(work.store.path(), Some(&ask), at(401), &mut |_, _| {}).unwrap();
    assert_eq!(merged.added.len(), 1);
    assert_eq!(store.check_ins(&Query::default()).unwrap().len(), 2);
    let backup = store.backups().unwrap().remove(0);
    assert!(backup.encrypted && backup.is_whole());
    let restored = store.restore(&backup.path, None, at(402), &mut |_, _| {}).unwrap();
    assert!(restored.encrypted);
    assert_eq!(with(&home, &["at home"]).check_ins(&Query::default()).unwrap().len(), 1);
}

#[test]
fn a_file_of_ours_opens_with_the_defaults_of_the_cipher() {
    let fixture = Fixture::with_check_ins([0]);
    protect(&with(&fixture, &[]), "it's first", None);
    let raw = Connection::open(fixture.store.path()).unwrap();
    raw.pragma_update(None, "key", "it's first").unwrap();
    let records: u32 = raw.query_row("SELECT count(*) FROM record", [], |row| row.get(0)).unwrap();
    assert_eq!(records, 1);
}

#[test]
fn an_encrypted_history_of_version_4_is_upgraded_after_a_backup_that_can_be_restored() {
    let fixture = Fixture::with_check_ins([0, 7]);
    protect(&with(&fixture, &[]), "first", None);
    let store = with(&fixture, &["first"]);
    let good = seen(&store).unwrap();
    let Ready { connection, mut head, .. } = store.site.ready().unwrap();
    connection
        .execute_batch("ALTER TABLE record DROP COLUMN late; PRAGMA user_version = 4")
        .unwrap();
    drop(connection);
    head.current.as_mut().unwrap().schema = 4;
    head.write(store.path()).unwrap();
    let older = fs::read(store.path()).unwrap();

    let upgraded = with(&fixture, &["first"]);
    assert_eq!(seen(&upgraded).unwrap(), good);
    assert_eq!(upgraded.check(&mut |_, _| {}).unwrap().problems, []);
    let backup = upgraded.backups().unwrap().remove(0);
    assert_eq!((backup.reason, backup.encrypted), (Reason::BeforeUpgrade, true));
    assert_eq!(fs::read(backup.path.join("history.db")).unwrap(), older);
    upgraded.delete(record_id(0)).unwrap();
    upgraded.renew_copies(at(401)).unwrap();
    assert!(!backup.path.exists(), "what was deleted is in no backup");

    let copy = fixture.folder().join("copy");
    fs::create_dir(&copy).unwrap();
    fs::write(copy.join("history.db"), &older).unwrap();
    head.write(&copy.join("history.db")).unwrap();
    upgraded.restore(&copy, None, at(500), &mut |_, _| {}).unwrap();
    assert_eq!(upgraded.check_in(record_id(0)).unwrap().content, check_in(0));
}
