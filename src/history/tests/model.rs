//! Runs random operations against the store and against a plain model of it, and compares.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::error::HistoryError;
use super::*;

#[derive(Clone, Debug)]
enum Step {
    Start(u64),
    Answer(u64, u64, Option<u8>),
    Discard(u64),
    Restore(u64),
    Finish(u64),
    Note(u64, String),
    Edit(u64, String),
    Delete(u64),
}

/// What a record is: its first sequence, its former states and its present one.
#[derive(Clone, Debug, Default)]
struct Model {
    drafts: BTreeMap<u64, Draft>,
    records: BTreeMap<u64, (u64, Vec<(u64, Content)>)>,
    deleted: Vec<u64>,
    entries: u64,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let day = 0_u64..5;
    let step = prop_oneof![
        day.clone().prop_map(Step::Start),
        (day.clone(), 0_u64..4, proptest::option::of(0_u8..5))
            .prop_map(|(day, item, value)| Step::Answer(day, item, value)),
        day.clone().prop_map(Step::Discard),
        day.clone().prop_map(Step::Restore),
        day.clone().prop_map(Step::Finish),
        (10_u64..14, ".{0,20}").prop_map(|(day, text)| Step::Note(day, text)),
        (10_u64..14, ".{0,20}").prop_map(|(day, text)| Step::Edit(day, text)),
        prop_oneof![day, 10_u64..14].prop_map(Step::Delete),
    ];
    proptest::collection::vec(step, 1..25)
}

impl Model {
    fn add(&mut self, day: u64, content: Content) {
        self.entries += 1;
        self.records.entry(day).or_default().1.push((self.entries, content));
        let record = self.records.get_mut(&day).unwrap();
        record.0 = record.1[0].0;
    }

    fn apply(&mut self, store: &Store, step: &Step) {
        match step {
            Step::Start(day) | Step::Restore(day) => {
                if store.exists() && matches!(step, Step::Restore(_)) {
                    let known = store.definition(&definition().hash).unwrap().is_some();
                    assert_eq!(store.restore_draft(&draft(*day)).is_ok(), known);
                    if !known {
                        return;
                    }
                } else {
                    store.start_draft(&draft(*day), &[definition()]).unwrap();
                }
                let mut fresh = draft(*day);
                if let Some(old) = self.drafts.remove(day) {
                    for (item, response) in old.answered.responses {
                        fresh.answered.responses.entry(item).or_insert(response);
                    }
                }
                self.drafts.insert(*day, fresh);
            }
            Step::Answer(day, number, value) => self.answer(store, *day, *number, *value),
            Step::Discard(day) => {
                assert_eq!(store.discard_draft(draft_id(*day)).is_ok(), store.exists());
                self.drafts.remove(day);
            }
            Step::Finish(day) => {
                if self.deleted.contains(day) {
                    return;
                }
                let kept = store.finish(draft_id(*day), &check_in(*day), &[definition()]).unwrap();
                self.drafts.remove(day);
                if !self.records.contains_key(day) {
                    self.add(*day, Content::CheckIn(check_in(*day)));
                }
                assert_eq!((kept.id, kept.sequence), (record_id(*day), self.records[day].0));
            }
            Step::Note(day, text) => self.note(store, *day, text),
            Step::Edit(day, text) => self.edit(store, *day, text),
            Step::Delete(day) => {
                let outcome = store.delete(record_id(*day));
                assert_eq!(outcome.is_ok(), self.records.contains_key(day));
                if self.records.remove(day).is_some() {
                    self.entries += 1;
                    self.deleted.push(*day);
                }
            }
        }
    }

    fn answer(&mut self, store: &Store, day: u64, number: u64, value: Option<u8>) {
        let response = value.map(|value| Response::number(f64::from(value)));
        let outcome = store.keep_response(draft_id(day), &item(number), response.as_ref(), at(40));
        let Some(draft) = self.drafts.get_mut(&day) else {
            let finished = self.records.contains_key(&day) || self.deleted.contains(&day);
            match outcome {
                Err(HistoryError::DraftGone { finished: said }) => assert_eq!(said, finished),
                other => assert!(matches!(other, Err(HistoryError::Missing { .. }))),
            }
            return;
        };
        outcome.unwrap();
        draft.touched = at(40);
        match response {
            Some(response) => draft.answered.responses.insert(item(number), response),
            None => draft.answered.responses.remove(&item(number)),
        };
    }

    fn note(&mut self, store: &Store, day: u64, text: &str) {
        let content = note(day, text);
        let outcome = store.append(record_id(day), &content);
        let known = self
            .records
            .get(&day)
            .is_some_and(|record| record.1.iter().any(|(_, former)| *former == content));
        if !self.records.contains_key(&day) && !self.deleted.contains(&day) {
            self.add(day, content);
            outcome.unwrap();
        } else {
            assert_eq!(outcome.is_ok(), known);
        }
    }

    fn edit(&mut self, store: &Store, day: u64, text: &str) {
        let content = note(day, text);
        let edits = self.records.get(&day).map_or(0, |record| record.1.len() - 1);
        let edits = u32::try_from(edits).unwrap();
        assert!(store.edit(record_id(day), edits + 1, &content).is_err());
        let outcome = store.edit(record_id(day), edits, &content);
        assert_eq!(outcome.is_ok(), self.records.contains_key(&day));
        if outcome.is_ok() {
            self.add(day, content);
        }
    }

    fn compare(&self, store: &Store) {
        assert_eq!(store.drafts().unwrap(), self.drafts.values().cloned().collect::<Vec<_>>());
        for (day, (sequence, states)) in &self.records {
            let kept = store.record(record_id(*day)).unwrap();
            let (present, former) = states.split_last().unwrap();
            assert_eq!((kept.sequence, &kept.content), (*sequence, &present.1));
            assert_eq!(store.former_states(record_id(*day)).unwrap(), former);
        }
        for day in &self.deleted {
            let gone = store.record(record_id(*day));
            assert!(matches!(gone, Err(HistoryError::Deleted { .. })));
        }
        let listed = store.check_ins(&Query::default()).unwrap().len()
            + store.notes(&Query::default()).unwrap().len();
        assert_eq!(listed, self.records.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn store_does_what_the_model_does(steps in steps()) {
        let fixture = Fixture::new();
        let mut model = Model::default();
        for step in &steps {
            model.apply(&fixture.store, step);
        }
        if fixture.store.exists() {
            model.compare(&fixture.store);
        }
    }
}
