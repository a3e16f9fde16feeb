//! Tests of the reads.

use super::super::error::HistoryError;
use super::*;

fn days(fixture: &Fixture, query: &Query) -> Vec<NaiveDate> {
    let check_ins = fixture.store.check_ins(query).unwrap();
    let summaries = fixture.store.check_in_summaries(query).unwrap();
    assert_eq!(
        check_ins.iter().map(|kept| (kept.id, kept.sequence)).collect::<Vec<_>>(),
        summaries.iter().map(|kept| (kept.id, kept.sequence)).collect::<Vec<_>>(),
    );
    check_ins.into_iter().map(|kept| kept.content.date).collect()
}

#[test]
fn check_ins_come_by_day_then_by_sequence() {
    let fixture = Fixture::with_check_ins([14, 0, 7]);
    let twin = CheckIn { late: true, ..check_in(7) };
    fixture.store.finish(draft_id(8), &twin, &[]).unwrap();
    let all = fixture.store.check_ins(&Query::default()).unwrap();
    let order: Vec<_> = all.iter().map(|kept| (kept.content.date, kept.sequence)).collect();
    assert_eq!(order, [(date(0), 2), (date(7), 3), (date(7), 4), (date(14), 1)]);
}

#[test]
fn query_limits_days_questionnaire_and_number() {
    let fixture = Fixture::with_check_ins([0, 7, 14, 21]);
    let pulse = definition_of("pulse", "1.0.0");
    let short = CheckIn { answered: answered(&pulse, Responses::new()), ..check_in(10) };
    fixture.store.finish(draft_id(10), &short, &[pulse]).unwrap();
    let query = Query { from: Some(date(7)), to: Some(date(14)), ..Query::default() };
    assert_eq!(days(&fixture, &query), [date(7), date(10), date(14)]);
    let query = Query { questionnaire: Some(QuestionnaireId::new("weekly")), ..query };
    assert_eq!(days(&fixture, &query), [date(7), date(14)]);
    assert_eq!(days(&fixture, &Query { last: Some(2), ..Query::default() }), [date(14), date(21)]);
    assert_eq!(days(&fixture, &Query { last: Some(0), ..Query::default() }), []);
    let last = |name: &str| {
        fixture.store.last_check_in(Some(&QuestionnaireId::new(name))).unwrap().map(|k| k.id)
    };
    assert_eq!(last("pulse"), Some(record_id(10)));
    assert_eq!(last("other"), None);
    assert_eq!(fixture.store.last_check_in(None).unwrap().unwrap().id, record_id(21));
}

#[test]
fn summary_is_the_check_in_without_responses_and_notes() {
    let fixture = Fixture::with_check_ins([3]);
    let plain = CheckIn { note: None, item_notes: BTreeMap::new(), ..check_in(4) };
    fixture.store.finish(draft_id(4), &plain, &[]).unwrap();
    let summaries = fixture.store.check_in_summaries(&Query::default()).unwrap();
    let whole = check_in(3);
    let expected = CheckInSummary {
        moment: whole.moment,
        date: whole.date,
        week: whole.week,
        late: whole.late,
        questionnaire: whole.answered.questionnaire,
        version: whole.answered.version,
        definition: whole.answered.definition,
        noted: true,
        scores: whole.scores,
    };
    assert_eq!(summaries[0].content, expected);
    assert!(!summaries[1].content.noted);
}

#[test]
fn notes_and_events_come_by_day() {
    let fixture = Fixture::new();
    fixture.store.append(record_id(0), &note(5, "later")).unwrap();
    fixture.store.append(record_id(1), &note(2, "earlier")).unwrap();
    fixture.store.append(record_id(2), &event(3)).unwrap();
    let notes = fixture.store.notes(&Query::default()).unwrap();
    let dates: Vec<_> = notes.iter().map(|kept| kept.content.date).collect();
    assert_eq!(dates, [date(2), date(5)]);
    let events = fixture.store.events().unwrap();
    assert_eq!(Content::Event(events[0].content.clone()), event(3));
    assert!(matches!(fixture.store.check_in(record_id(2)), Err(HistoryError::OtherKind { .. })));
}

#[test]
fn record_is_found_by_the_end_of_its_id() {
    let fixture = Fixture::with_check_ins([0, 1]);
    let store = &fixture.store;
    let id = record_id(1);
    let long = id.0.to_string();
    for text in [id.short(), id.short().to_uppercase(), long.clone(), id.short()[2..].to_owned()] {
        assert_eq!(store.resolve(&text).unwrap(), id, "{text}");
    }
    for text in ["", "abc", "ffffffff", "%%%%%%%%", &format!("0{long}")] {
        assert!(matches!(store.resolve(text), Err(HistoryError::NoRecord)), "{text}");
    }
    let twin = RecordId::new(at(9), &[9, 9, 9, 9, 9, 9, 0, 0, 0, 7]);
    let other = RecordId::new(at(9), &[8, 8, 8, 8, 8, 8, 0, 0, 0, 7]);
    store.append(twin, &note(9, "a")).unwrap();
    store.append(other, &note(9, "b")).unwrap();
    assert!(matches!(store.resolve("00000007"), Err(HistoryError::Ambiguous { count: 2 })));
    store.delete(twin).unwrap();
    assert_eq!(store.resolve("00000007").unwrap(), other);
    assert!(matches!(store.resolve(&twin.0.to_string()), Err(HistoryError::Deleted { .. })));
}
