//! Owns the folders that tests begin with; each is made by the program itself.

use std::path::Path;

use crate::control::Weakness;
use crate::program::{Call, Key, Program, Watch};
use crate::trace;
use crate::work::Ground;

/// Prepares a home in which checkin was never run.
pub(crate) fn nothing(_: &Path, _: Key) {}

/// Prepares three check-ins, a note and an event; with a key encrypted from the first check-in on.
pub(crate) fn three_check_ins(home: &Path, key: Key) {
    keep(home, key, "2026-10-30", [1, 2, 3, 4]);
    if key.is_some() {
        passphrases(home);
        must(home, None, &Call::new("protect --new-passphrase-file old").on("2026-10-30"));
    }
    keep(home, key, "2026-11-06", [3, 3, 2, 1]);
    let note = Call::new("note add --date 2026-11-02").with("new rota").on("2026-11-07");
    must(home, key, &note);
    must(home, key, &Call::new("event add incident --from 2026-11-05").on("2026-11-07"));
    keep(home, key, "2026-11-13", [0, 2, 4, 3]);
}

/// A step in the life of a history.
pub(crate) type Stage = fn(&Path, Key);

/// The stages of a history with something of everything: corrected, deleted, exported, left open.
pub(crate) const STAGES: &[Stage] = &[
    three_check_ins,
    |home, key| keep(home, key, "2026-10-23", [4, 4, 0, 1]),
    |home, key| must(home, key, &Call::new("history edit 2026-11-06 --set support.alone=3")),
    |home, key| {
        must(home, key, &Call::new("step add").with("tell the team what helped").on("2026-11-14"));
    },
    |home, key| must(home, key, &Call::new("history delete 2026-10-30 --yes")),
    |home, key| must(home, key, &Call::new("export --yes -o").with("old.html")),
    |home, key| must(home, key, &Call::new("start pulse").input("1\n2\n3\nn a word on it\nq\n")),
    |home, key| must(home, key, &Call::new("history edit 2026-11-13 --note").with("misread")),
];

/// The stages of another person's history.
pub(crate) const OTHER: &[Stage] = &[three_check_ins, |home, key| {
    must(home, key, &Call::new("history edit 2026-11-06 --set support.alone=1"));
}];

/// The stages of the control's database.
pub(crate) const CONTROL: &[Stage] =
    &[control, |home, _| drop(Program::Control(Weakness::None).must(home, &Call::new("write")))];

/// Runs what a test takes for granted.
pub(crate) fn must(home: &Path, key: Key, call: &Call) {
    Program::Product.must(home, &call.clone().key(key));
}

/// Prepares a history whose last writer was killed when the journal was about to go: it must be rolled back.
pub(crate) fn crashed(home: &Path, key: Key) {
    three_check_ins(home, key);
    // The first write of a day makes a backup, which has a journal of its own.
    must(home, key, &Call::new("note add").with("in time"));
    let log = Ground::Memory.folder();
    let watch = trace::injection(&log.path().join("log"), "unlink", "signal=KILL", "1");
    let call = Call::new("history edit last --set support.heard=4").key(key);
    let outcome = Program::Product.run(home, &call, &Watch::Traced(watch));
    assert_eq!(outcome.signal, Some(9), "the writer was to be killed");
    assert!(home.join("data/history.db-journal").exists(), "a journal was to be left");
}

/// Prepares a plain history, and the files of two passphrases.
pub(crate) fn to_be_protected(home: &Path, key: Key) {
    three_check_ins(home, key);
    passphrases(home);
}

fn passphrases(home: &Path) {
    crate::disk::write_private(&home.join("old"), b"orbit candle meadow trumpet\n");
    crate::disk::write_private(&home.join("new"), b"pebble lantern cousin walnut\n");
}

/// Prepares a backup that is older than the history.
pub(crate) fn backed_up(home: &Path, key: Key) {
    three_check_ins(home, key);
    must(home, key, &Call::new("backup"));
    must(home, key, &Call::new("note add").with("after the backup"));
}

/// Prepares a second history, which has what the first one lacks.
pub(crate) fn two_machines(home: &Path, key: Key) {
    three_check_ins(home, key);
    let answers = support([1, 4, 2, 2], "");
    let call = Call::new("--data-dir other start support --answers -").input(&answers);
    must(home, None, &call.on("2026-11-14"));
}

/// Prepares a history of an older schema version.
pub(crate) fn older_version(home: &Path, _: Key) {
    let data = home.join("data");
    crate::work::make_folder(&data);
    crate::disk::write_private(&data.join("history.db"), b"");
    let database = rusqlite::Connection::open(data.join("history.db")).expect("a database");
    database.execute_batch(include_str!("version-2.sql")).expect("the dump");
}

/// Prepares a history of the version before the present one, which has a head file: what came since is taken
/// out of a history that the program made.
pub(crate) fn version_before(home: &Path, key: Key) {
    three_check_ins(home, key);
    let data = home.join("data");
    let database = rusqlite::Connection::open(data.join("history.db")).expect("a database");
    let undo = "ALTER TABLE record DROP COLUMN late; PRAGMA user_version = 4;";
    database.execute_batch(undo).expect("the column was the last to come");
    let path = data.join("head");
    let text = std::fs::read(&path).expect("a head file");
    let mut file: serde_json::Value = serde_json::from_slice(&text).expect("its JSON");
    file["head"]["current"]["schema"] = 4.into();
    let sum = serde_json_canonicalizer::to_string(&file["head"]).expect("its canonical form");
    file["sum"] = checkin::questionnaire::canonical_hash(sum.as_bytes()).into();
    crate::disk::write_private(&path, file.to_string().as_bytes());
}

/// Prepares the database of the control.
pub(crate) fn control(home: &Path, _: Key) {
    crate::work::make_folder(&home.join("data"));
    Program::Control(Weakness::None).must(home, &Call::new("make"));
}

/// Keeps a check-in of `support`, its four answers from 0 to 4.
pub(crate) fn keep(home: &Path, key: Key, day: &str, answers: [u8; 4]) {
    let answers = support(answers, &format!("quiet day {day}"));
    let call = Call::new("start support --answers -").input(&answers).on(day);
    must(home, key, &call);
}

/// Returns a file of answers to `support`, with a note.
pub(crate) fn support([heard, recognised, understood, alone]: [u8; 4], note: &str) -> String {
    format!(
        r#"{{"answers": {{"heard": {heard}, "recognised": {recognised}, "understood": {understood},
        "alone": {alone}}}, "note": "{note}"}}"#
    )
}
