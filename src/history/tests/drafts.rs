//! Tests of drafts.

use super::super::error::HistoryError;
use super::*;

#[test]
fn draft_comes_back_as_it_was() {
    let fixture = Fixture::new();
    let context = definition_of("context", "1.0.0");
    let full = Draft { context: Some(answered(&context, responses(3))), ..draft(0) };
    let bare = Draft {
        answered: answered(&definition(), Responses::new()),
        seed: None,
        item_notes: BTreeMap::new(),
        note: None,
        ..draft(1)
    };
    fixture.store.start_draft(&full, &[definition(), context]).unwrap();
    fixture.store.start_draft(&bare, &[]).unwrap();
    assert_eq!(fixture.store.drafts().unwrap(), [full, bare]);
}

#[test]
fn answers_are_kept_and_taken_back_one_by_one() {
    let fixture = Fixture::new();
    let store = &fixture.store;
    let mut expected = draft(0);
    store.start_draft(&expected, &[definition()]).unwrap();
    store.keep_response(draft_id(0), &item(0), Some(&Response::NotApplicable), at(1)).unwrap();
    store.keep_response(draft_id(0), &item(1), None, at(1)).unwrap();
    store.keep_item_note(draft_id(0), &item(2), Some(&Untrusted::new("two")), at(1)).unwrap();
    store.keep_item_note(draft_id(0), &item(1), None, at(1)).unwrap();
    store.keep_draft_note(draft_id(0), None, at(1)).unwrap();
    let context = definition_of("context", "1.0.0");
    store.keep_definition(&context).unwrap();
    let partly = answered(&context, responses(1));
    store.keep_context(draft_id(0), Some(&partly), at(2)).unwrap();
    expected.answered.responses.insert(item(0), Response::NotApplicable);
    expected.answered.responses.remove(&item(1));
    expected.item_notes = BTreeMap::from([(item(2), Untrusted::new("two"))]);
    expected.note = None;
    expected.context = Some(partly);
    expected.touched = at(2);
    assert_eq!(store.drafts().unwrap(), [expected.clone()]);
    let used = store.answered_definitions(&context.questionnaire, &context.version).unwrap();
    assert_eq!(used, [context.hash]);
    store.keep_context(draft_id(0), None, at(3)).unwrap();
    assert_eq!(store.drafts().unwrap()[0].context, None);
}

#[test]
fn answer_to_a_draft_that_is_gone_says_what_became_of_it() {
    let fixture = Fixture::new();
    let store = &fixture.store;
    let keep =
        || store.keep_response(draft_id(0), &item(0), Some(&Response::Skipped), at(0)).unwrap_err();
    store.start_draft(&draft(0), &[definition()]).unwrap();
    store.discard_draft(draft_id(0)).unwrap();
    store.discard_draft(draft_id(0)).unwrap();
    assert!(matches!(keep(), HistoryError::DraftGone { finished: false }));
    store.restore_draft(&draft(0)).unwrap();
    assert_eq!(store.drafts().unwrap(), [draft(0)]);
    fixture.finish(0);
    assert!(matches!(keep(), HistoryError::DraftGone { finished: true }));
    store.restore_draft(&draft(0)).unwrap();
    let other = CheckIn { note: None, ..check_in(0) };
    store.finish(draft_id(0), &other, &[]).unwrap();
    assert_eq!(store.check_ins(&Query::default()).unwrap().len(), 2);
    assert_eq!(store.drafts().unwrap(), []);
}

#[test]
fn restoring_a_draft_loses_no_answer_given_elsewhere() {
    let fixture = Fixture::new();
    let elsewhere = item(99);
    fixture.store.start_draft(&draft(0), &[definition()]).unwrap();
    fixture
        .store
        .keep_response(draft_id(0), &elsewhere, Some(&Response::yes_no(false)), at(0))
        .unwrap();
    fixture.store.restore_draft(&draft(0)).unwrap();
    let responses = &fixture.store.drafts().unwrap()[0].answered.responses;
    assert_eq!(responses.get(&elsewhere), Some(&Response::yes_no(false)));
    assert_eq!(responses.len(), 33);
}

#[test]
fn damaged_draft_is_never_shown_as_good() {
    let changes = [
        "UPDATE draft_part SET content = '4' WHERE item = 'emotional-safety.item-0'",
        "UPDATE draft_part SET item = 'emotional-safety.item-77' WHERE item = 'emotional-safety.item-0'",
        "UPDATE draft_part SET part = 'note', item = '' WHERE part = 'item-note'",
        "UPDATE draft SET content = replace(content, 'true', 'false')",
        "UPDATE draft SET touched = 'x'",
    ];
    for change in changes {
        let fixture = Fixture::new();
        let draft = Draft { note: None, ..draft(0) };
        fixture.store.start_draft(&draft, &[definition()]).unwrap();
        assert_eq!(fixture.raw().execute(change, []).unwrap(), 1, "{change}");
        let read = fixture.store.drafts();
        assert!(
            matches!(&read, Err(HistoryError::Damaged(Damage::Draft(id))) if *id == draft.id),
            "{change}: {read:?}"
        );
    }
}

#[test]
fn a_draft_whose_id_has_a_flipped_bit_anywhere_never_loses_an_answer_unsaid() {
    let fixture = Fixture::new();
    fixture.store.start_draft(&draft(0), &[definition()]).unwrap();
    let good = fixture.store.drafts().unwrap();
    let whole = std::fs::read(fixture.store.path()).unwrap();
    let id = *draft_id(0).0.as_bytes();
    let places: Vec<usize> = (0..whole.len() - id.len())
        .filter(|place| whole[*place..*place + id.len()] == id)
        .collect();
    assert!(places.len() > 30, "the id stands with each of its parts");
    for place in places {
        let mut changed = whole.clone();
        changed[place + 15] ^= 1;
        std::fs::write(fixture.store.path(), changed).unwrap();
        let found = fixture.store.drafts();
        assert!(found.is_err() || found.unwrap() == good, "byte {place}");
    }
}
