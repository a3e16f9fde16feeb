//! Owns the folders that tests begin with; each is made by the program itself.

use std::path::Path;

use crate::control::Weakness;
use crate::program::{Call, Program, Watch};
use crate::trace;
use crate::work::Ground;

/// Prepares a home in which checkin was never run.
pub(crate) fn nothing(_: &Path) {}

/// Prepares three check-ins, a note and an event.
pub(crate) fn three_check_ins(home: &Path) {
    let weeks = [("2026-10-30", [1, 2, 3, 4]), ("2026-11-06", [3, 3, 2, 1])];
    for (day, answers) in weeks {
        keep(home, day, answers);
    }
    let product = Program::Product;
    product.must(home, &Call::new("note add --date 2026-11-02").with("new rota").on("2026-11-07"));
    product.must(home, &Call::new("event add incident --from 2026-11-05").on("2026-11-07"));
    keep(home, "2026-11-13", [0, 2, 4, 3]);
}

/// The stages of a history with something of everything: corrected, deleted, exported, left open.
pub(crate) const STAGES: &[fn(&Path)] = &[
    |home| keep(home, "2026-10-23", [4, 4, 0, 1]),
    three_check_ins,
    |home| must(home, &Call::new("history edit 2026-11-06 --set support.alone=3")),
    |home| must(home, &Call::new("step add").with("tell the team what helped").on("2026-11-14")),
    |home| must(home, &Call::new("history delete 2026-10-30 --yes")),
    |home| must(home, &Call::new("export --yes -o").with("old.html")),
    |home| must(home, &Call::new("start pulse").input("1\n2\n3\nn a word on it\nq\n")),
    |home| must(home, &Call::new("history edit 2026-11-13 --note").with("misread")),
];

/// The stages of another person's history.
pub(crate) const OTHER: &[fn(&Path)] =
    &[|home| keep(home, "2026-11-06", [0, 0, 1, 4]), |home| keep(home, "2026-11-13", [1, 0, 1, 4])];

/// The stages of the control's database.
pub(crate) const CONTROL: &[fn(&Path)] =
    &[control, |home| drop(Program::Control(Weakness::None).must(home, &Call::new("write")))];

fn must(home: &Path, call: &Call) {
    Program::Product.must(home, call);
}

/// Prepares a history whose last writer was killed when the journal was about to go: it must be rolled back.
pub(crate) fn crashed(home: &Path) {
    three_check_ins(home);
    // The first write of a day makes a backup, which has a journal of its own.
    must(home, &Call::new("note add").with("in time"));
    let log = Ground::Memory.folder();
    let watch = trace::injection(&log.path().join("log"), "unlink", "signal=KILL", "1");
    let call = Call::new("history edit last --set support.heard=4");
    let outcome = Program::Product.run(home, &call, &Watch::Traced(watch));
    assert_eq!(outcome.signal, Some(9), "the writer was to be killed");
    assert!(home.join("data/history.db-journal").exists(), "a journal was to be left");
}

/// Prepares three check-ins, and the files of two passphrases.
pub(crate) fn passphrases(home: &Path) {
    three_check_ins(home);
    crate::disk::write_private(&home.join("old"), b"orbit candle meadow trumpet\n");
    crate::disk::write_private(&home.join("new"), b"pebble lantern cousin walnut\n");
}

/// Prepares an encrypted history.
pub(crate) fn protected(home: &Path) {
    passphrases(home);
    must(home, &Call::new("protect --new-passphrase-file old"));
}

/// Prepares a backup that is older than the history.
pub(crate) fn backed_up(home: &Path) {
    three_check_ins(home);
    must(home, &Call::new("backup"));
    must(home, &Call::new("note add").with("after the backup"));
}

/// Prepares a second history, which has what the first one lacks.
pub(crate) fn two_machines(home: &Path) {
    three_check_ins(home);
    let answers = support([1, 4, 2, 2], "");
    let call = Call::new("--data-dir other start support --answers -").input(&answers);
    must(home, &call.on("2026-11-14"));
}

/// Prepares a history of an older schema version.
pub(crate) fn older_version(home: &Path) {
    let data = home.join("data");
    crate::work::make_folder(&data);
    crate::disk::write_private(&data.join("history.db"), b"");
    let database = rusqlite::Connection::open(data.join("history.db")).expect("a database");
    database.execute_batch(include_str!("version-2.sql")).expect("the dump");
}

/// Prepares the database of the control.
pub(crate) fn control(home: &Path) {
    crate::work::make_folder(&home.join("data"));
    Program::Control(Weakness::None).must(home, &Call::new("make"));
}

/// Keeps a check-in of `support`, its four answers from 0 to 4.
pub(crate) fn keep(home: &Path, day: &str, answers: [u8; 4]) {
    let call = Call::new("start support --answers -").input(&support(answers, "")).on(day);
    Program::Product.must(home, &call);
}

/// Returns a file of answers to `support`, with a note.
pub(crate) fn support([heard, recognised, understood, alone]: [u8; 4], note: &str) -> String {
    format!(
        r#"{{"answers": {{"heard": {heard}, "recognised": {recognised}, "understood": {understood},
        "alone": {alone}}}, "note": "{note}"}}"#
    )
}
