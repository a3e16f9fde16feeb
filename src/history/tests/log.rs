//! Tests of finishing, appending, editing and deleting.

use super::super::error::{EngineError, HistoryError};
use super::*;

#[test]
fn finished_check_in_comes_back_as_it_was() {
    let fixture = Fixture::new();
    let kept = fixture.finish(0);
    assert_eq!(kept, Kept { id: record_id(0), sequence: 1, edits: 0, content: check_in(0) });
    assert_eq!(fixture.store.check_in(record_id(0)).unwrap(), kept);
    assert_eq!(fixture.store.check_ins(&Query::default()).unwrap(), [kept]);
}

#[test]
fn every_score_is_read_back_to_the_last_bit() {
    let fixture = Fixture::new();
    let mut check_in = check_in(0);
    let mut bits = 0x3ff0_0000_0000_0001_u64;
    for score in check_in.scores.values_mut() {
        bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1) >> 2;
        score.value = Some(Private(f64::from_bits(bits)));
    }
    fixture.store.finish(draft_id(0), &check_in, &[definition()]).unwrap();
    assert_eq!(fixture.store.check_in(record_id(0)).unwrap().content, check_in);
}

#[test]
fn finishing_twice_keeps_one_check_in() {
    let fixture = Fixture::new();
    fixture.store.start_draft(&draft(0), &[definition()]).unwrap();
    let first = fixture.finish(0);
    assert_eq!(fixture.store.drafts().unwrap(), []);
    assert_eq!(fixture.finish(0), first);
    let edited = CheckIn { note: None, ..check_in(0) };
    fixture.store.edit(first.id, 0, &Content::CheckIn(edited.clone())).unwrap();
    let again = fixture.finish(0);
    assert_eq!((again.edits, again.content), (1, edited));
    assert_eq!(fixture.store.check_ins(&Query::default()).unwrap().len(), 1);
}

#[test]
fn other_content_under_a_finished_id_is_kept_beside_it() {
    let fixture = Fixture::with_check_ins([0]);
    let other = CheckIn { note: Some(Untrusted::new("another")), ..check_in(0) };
    let kept = fixture.store.finish(draft_id(0), &other, &[]).unwrap();
    assert_ne!(kept.id, record_id(0));
    assert_eq!(kept.content, other);
    assert_eq!(fixture.store.check_in(record_id(0)).unwrap().content, check_in(0));
}

#[test]
fn check_in_without_its_definition_is_refused_whole() {
    let fixture = Fixture::new();
    fixture.store.start_draft(&draft(0), &[definition()]).unwrap();
    let mut unknown = check_in(0);
    unknown.answered.definition = definition_of("weekly", "2.0.0").hash;
    let refused = fixture.store.finish(draft_id(0), &unknown, &[]);
    assert!(matches!(refused, Err(HistoryError::NoDefinition)));
    assert_eq!(fixture.store.drafts().unwrap(), [draft(0)]);
    assert_eq!(fixture.store.check_ins(&Query::default()).unwrap(), []);
}

#[test]
fn appended_records_are_idempotent_and_never_replaced() {
    let fixture = Fixture::new();
    let kept = fixture.store.append(record_id(0), &note(0, "one")).unwrap();
    assert_eq!(fixture.store.append(record_id(0), &note(0, "one")).unwrap(), kept);
    let refused = fixture.store.append(record_id(0), &note(0, "two"));
    assert!(matches!(refused, Err(HistoryError::Taken { .. })));
    assert_eq!(fixture.store.record(record_id(0)).unwrap().content, note(0, "one"));
}

#[test]
fn many_records_are_appended_all_or_none() {
    let fixture = Fixture::with_check_ins([0]);
    let records = [(record_id(1), note(1, "one")), (record_id(0), note(0, "taken"))];
    assert!(fixture.store.append_all(&records, &[]).is_err());
    assert_eq!(fixture.store.notes(&Query::default()).unwrap(), []);
    assert_eq!(fixture.store.append_all(&[], &[]).unwrap(), []);
    let check_in = Content::CheckIn(check_in(2));
    let kept = fixture.store.append_all(&[(record_id(2), check_in)], &[definition()]).unwrap();
    assert_eq!((kept[0].id, kept[0].sequence), (record_id(2), 2));
}

#[test]
fn edit_keeps_the_former_states() {
    let fixture = Fixture::with_check_ins([0, 1]);
    let texts = ["first", "second"];
    for (edits, text) in (0..).zip(texts) {
        let changed = CheckIn { note: Some(Untrusted::new(text)), date: date(9), ..check_in(0) };
        let kept = fixture.store.edit(record_id(0), edits, &Content::CheckIn(changed)).unwrap();
        assert_eq!((kept.sequence, kept.edits), (1, edits + 1));
    }
    let former = fixture.store.former_states(record_id(0)).unwrap();
    assert_eq!(former.iter().map(|(sequence, _)| *sequence).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(former[0].1, Content::CheckIn(check_in(0)));
    let days: Vec<_> = fixture
        .store
        .check_ins(&Query::default())
        .unwrap()
        .iter()
        .map(|kept| (kept.content.date, kept.sequence, kept.edits))
        .collect();
    assert_eq!(days, [(date(1), 2, 0), (date(9), 1, 2)]);
}

#[test]
fn edit_of_a_state_that_is_past_is_refused() {
    let fixture = Fixture::new();
    fixture.store.append(record_id(0), &note(0, "one")).unwrap();
    fixture.store.edit(record_id(0), 0, &note(0, "two")).unwrap();
    let refused = fixture.store.edit(record_id(0), 0, &note(0, "three"));
    assert!(matches!(refused, Err(HistoryError::Changed { .. })));
    assert!(matches!(
        fixture.store.edit(record_id(0), 1, &event(0)),
        Err(HistoryError::OtherKind { .. })
    ));
    assert!(matches!(
        fixture.store.edit(record_id(5), 0, &note(0, "x")),
        Err(HistoryError::NoRecord)
    ));
    assert_eq!(fixture.store.record(record_id(0)).unwrap().content, note(0, "two"));
}

#[test]
fn value_without_an_exact_form_is_refused() {
    let fixture = Fixture::new();
    let mut nan = check_in(0);
    nan.answered.responses.insert(item(0), Response::number(f64::NAN));
    let far = CheckIn { date: NaiveDate::MAX, ..check_in(0) };
    for check_in in [nan, far] {
        let refused = fixture.store.finish(draft_id(0), &check_in, &[definition()]);
        assert!(matches!(refused, Err(HistoryError::Unwritable)));
    }
}

#[test]
fn nothing_but_a_first_write_makes_the_file() {
    let fixture = Fixture::new();
    let store = &fixture.store;
    let missing = |outcome: Result<(), HistoryError>| {
        assert!(matches!(outcome, Err(HistoryError::Missing { .. })));
        assert!(!store.exists() && !fixture.folder().exists());
    };
    missing(store.check_ins(&Query::default()).map(|_| ()));
    missing(store.drafts().map(|_| ()));
    missing(store.resolve("0123abcd").map(|_| ()));
    missing(store.keep_definition(&definition()));
    missing(store.restore_draft(&draft(0)));
    missing(store.edit(record_id(0), 0, &note(0, "x")).map(|_| ()));
    missing(store.delete(record_id(0)));
    missing(store.discard_draft(draft_id(0)));
    store.append(record_id(0), &event(0)).unwrap();
    assert!(store.exists());
}

#[cfg(unix)]
#[test]
fn file_and_folder_are_private_and_nothing_is_left_beside_it() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::with_check_ins([0]);
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&fixture.folder()), 0o700);
    assert_eq!(mode(fixture.store.path()), 0o600);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(fixture.folder()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        names.push(path.file_name().unwrap().to_owned());
    }
    names.sort();
    assert_eq!(names, ["head", "history.db", "history.lock"]);
}

#[test]
fn definitions_are_kept_whole_and_checked() {
    let fixture = Fixture::with_check_ins([0]);
    let store = &fixture.store;
    let unused = definition_of("weekly", "2.0.0");
    store.keep_definition(&unused).unwrap();
    store.keep_definition(&unused).unwrap();
    assert_eq!(store.definition(&unused.hash).unwrap().as_ref(), Some(&unused.canonical));
    assert_eq!(store.definition(&definition_of("pulse", "1.0.0").hash).unwrap(), None);
    let wrong = KeptDefinition { hash: definition().hash, ..unused.clone() };
    assert!(matches!(store.keep_definition(&wrong), Err(HistoryError::WrongHash)));
    let of = |version: &str| {
        let version: Version = version.parse().unwrap();
        store.answered_definitions(&QuestionnaireId::new("weekly"), &version).unwrap()
    };
    assert_eq!((of("1.0.0"), of("2.0.0")), (vec![definition().hash], vec![]));
    let mut begun = draft(1);
    begun.answered = answered(&unused, Responses::new());
    store.start_draft(&begun, &[]).unwrap();
    assert_eq!(of("2.0.0"), [unused.hash]);
}

#[test]
fn failure_is_settled_by_looking_at_the_file() {
    let fixture = Fixture::with_check_ins([0]);
    let failure = || Err(HistoryError::Full);
    let found = fixture.store.settle(failure(), |_| Ok(Some(7)));
    assert!(matches!(found, Ok(7)));
    let absent = fixture.store.settle::<u8>(failure(), |_| Ok(None));
    assert!(
        matches!(absent, Err(HistoryError::NotSaved(cause)) if matches!(*cause, HistoryError::Full))
    );
    let certain = fixture.store.settle::<u8>(Err(HistoryError::Busy), |_| Ok(Some(7)));
    assert!(matches!(certain, Err(HistoryError::Busy)));
    std::fs::write(fixture.store.path(), "").unwrap();
    let unknown = fixture.store.settle::<u8>(failure(), |_| Ok(Some(7)));
    assert!(matches!(unknown, Err(HistoryError::Unknown(_))));
    std::fs::remove_file(fixture.store.path()).unwrap();
    let missing = fixture.store.settle::<u8>(failure(), |_| Ok(Some(7)));
    assert!(matches!(missing, Err(HistoryError::NotSaved(_))));
}

#[test]
fn errors_say_nothing_of_the_content() {
    let fixture = Fixture::new();
    fixture.store.append(record_id(0), &note(0, "canary")).unwrap();
    let taken = fixture.store.append(record_id(0), &note(0, "canary two")).unwrap_err();
    let changed = fixture.store.edit(record_id(0), 3, &note(0, "canary three")).unwrap_err();
    let constraint = fixture
        .raw()
        .execute("UPDATE entry SET content = 'canary'", [])
        .map_err(HistoryError::from)
        .unwrap_err();
    for error in [taken, changed, constraint] {
        assert!(!format!("{error} {error:?}").contains("canary"), "{error:?}");
    }
    let _: fn(EngineError) -> HistoryError = HistoryError::Engine;
}
