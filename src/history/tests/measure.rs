//! Measures the store; to be run by hand, optimised:
//! `CARGO_PROFILE_DEV_OPT_LEVEL=3 cargo test --lib -- --ignored --nocapture measure`.

use std::time::Instant;

use super::*;

fn timed<T>(what: &str, run: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let value = run();
    eprintln!("{what}: {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    value
}

#[test]
#[ignore = "measures"]
fn ten_thousand_check_ins() {
    let fixture = Fixture::new();
    let store = &fixture.store;
    let records: Vec<_> =
        (0..10_000).map(|day| (record_id(day), Content::CheckIn(check_in(day)))).collect();
    timed("write 10,000", || store.append_all(&records, &[definition()]).unwrap());
    let size = std::fs::metadata(store.path()).unwrap().len();
    eprintln!("{size} bytes");
    for _ in 0..3 {
        let all = Query::default();
        let summaries = timed("10,000 summaries", || store.check_in_summaries(&all).unwrap());
        assert_eq!(summaries.len(), 10_000);
        timed("10,000 check-ins", || store.check_ins(&all).unwrap());
        timed("last check-in", || store.last_check_in(None).unwrap());
        timed("one check-in", || store.check_in(record_id(77)).unwrap());
        timed("drafts", || store.drafts().unwrap());
    }
    store.start_draft(&draft(20_000), &[]).unwrap();
    for number in 0..3 {
        let answer = Response::number(1.0);
        timed("one answer", || {
            store.keep_response(draft_id(20_000), &item(number), Some(&answer), at(1)).unwrap();
        });
    }
    timed("finish", || fixture.finish(20_000));
    timed("delete", || store.delete(record_id(5)).unwrap());
}
