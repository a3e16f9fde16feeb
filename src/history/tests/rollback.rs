//! Tests that what was put back to an earlier day, or swapped, is found: pages, rows, files.

use std::fmt::Write as _;
use std::fs;

use super::super::error::HistoryError;
use super::*;

/// Everything that a person can see of a history; an error if anything is not as it was written.
pub(super) fn seen(store: &Store) -> Result<String, HistoryError> {
    let all = Query::default();
    let check_ins = store.check_ins(&all)?;
    let mut text = format!("{check_ins:?}{:?}", store.check_in_scores(&all, &[])?);
    let _ = write!(text, "{:?}{:?}", store.notes(&all)?, store.events()?);
    let _ = write!(text, "{:?}{:?}", store.drafts()?, store.exports()?);
    for kept in check_ins {
        let _ = write!(text, "{:?}", store.former_states(kept.id)?);
    }
    Ok(text)
}

/// A history with something of everything, and the bytes it had after each step.
fn steps(fixture: &Fixture) -> Vec<Vec<u8>> {
    let store = &fixture.store;
    let mut states = Vec::new();
    let mut keep = || states.push(fs::read(store.path()).unwrap());
    for day in 0..4 {
        fixture.finish(day * 7);
        keep();
    }
    let changed = CheckIn { note: None, ..check_in(7) };
    store.edit(record_id(7), 0, &Content::CheckIn(changed)).unwrap();
    keep();
    store.append(record_id(50), &note(50, "a note")).unwrap();
    keep();
    store.start_draft(&draft(60), &[]).unwrap();
    keep();
    store.keep_response(draft_id(60), &item(2), None, at(61)).unwrap();
    keep();
    store.delete(record_id(50)).unwrap();
    keep();
    store.append(record_id(51), &event(51)).unwrap();
    keep();
    states
}

#[test]
fn every_page_put_back_to_an_earlier_day_is_found_or_changes_nothing() {
    let fixture = Fixture::new();
    let states = steps(&fixture);
    let good = seen(&fixture.store).unwrap();
    let present = states.last().unwrap();
    let (mut tried, mut said) = (0, 0);
    for earlier in &states[..states.len() - 1] {
        for page in (0..earlier.len()).step_by(4096) {
            if present[page..page + 4096] == earlier[page..page + 4096] {
                continue;
            }
            let mut changed = present.clone();
            changed[page..page + 4096].copy_from_slice(&earlier[page..page + 4096]);
            fs::write(fixture.store.path(), &changed).unwrap();
            tried += 1;
            match seen(&fixture.store) {
                Err(_) => said += 1,
                Ok(now) => assert!(now == good, "page {}", page / 4096),
            }
        }
    }
    // Pages of indexes that no read rests on change nothing.
    assert!(tried > 50 && said * 3 > tried, "{said} of {tried}");
}

#[test]
fn an_earlier_or_another_file_in_its_place_is_found() {
    let fixture = Fixture::new();
    let states = steps(&fixture);
    for earlier in &states[..states.len() - 1] {
        fs::write(fixture.store.path(), earlier).unwrap();
        let found = seen(&fixture.store);
        assert!(matches!(found, Err(HistoryError::Damaged(Damage::RolledBack))), "{found:?}");
        let written = fixture.store.append(record_id(99), &note(9, "x"));
        assert!(matches!(written, Err(HistoryError::Damaged(Damage::RolledBack))));
    }
    let other = Fixture::new();
    let others = steps(&other);
    fs::write(fixture.store.path(), others.last().unwrap()).unwrap();
    let found = seen(&fixture.store);
    assert!(matches!(found, Err(HistoryError::Foreign { .. })), "{found:?}");
}

#[test]
fn a_head_file_of_an_earlier_day_is_found_and_of_the_write_before_is_mended() {
    let fixture = Fixture::with_check_ins([0]);
    let head = fixture.folder().join("head");
    let first = fs::read(&head).unwrap();
    fixture.finish(7);
    fixture.finish(14);
    let second = fs::read(&head).unwrap();
    fs::write(&head, &first).unwrap();
    let found = seen(&fixture.store);
    assert!(matches!(found, Err(HistoryError::Damaged(Damage::HeadBehind))));
    // A process that was killed after its write and before the head file leaves it one write behind.
    fs::write(&head, &second).unwrap();
    fixture.store.append(record_id(50), &note(50, "x")).unwrap();
    let third = fs::read(&head).unwrap();
    fs::write(&head, &second).unwrap();
    seen(&fixture.store).unwrap();
    fixture.store.append(record_id(51), &note(51, "y")).unwrap();
    seen(&fixture.store).unwrap();
    assert!(fs::read(&head).unwrap() != third);
}

#[test]
fn a_draft_or_an_answer_that_vanished_is_found() {
    for change in [
        "DELETE FROM draft",
        "DELETE FROM draft_part WHERE item = 'emotional-safety.item-3'",
        "UPDATE draft SET touched = '2026-01-09T00:00:00Z'",
        "DELETE FROM export",
        "UPDATE device SET created = ''",
        "UPDATE seal SET number = number + 1",
        "DELETE FROM seal",
        "UPDATE about SET history = zeroblob(16)",
    ] {
        let fixture = Fixture::new();
        steps(&fixture);
        let export = Export {
            moment: moment(70),
            format: "html".into(),
            from: date(0),
            to: date(70),
            parts: Vec::new(),
            scores: Vec::new(),
            to_standard_output: false,
        };
        fixture.store.keep_export(record_id(70), &export).unwrap();
        seen(&fixture.store).unwrap();
        fixture.raw().execute_batch(change).unwrap();
        assert!(matches!(seen(&fixture.store), Err(HistoryError::Damaged(_))), "{change}");
    }
}
