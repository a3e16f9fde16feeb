//! A command line, an instant, and a recovery key.
#![no_main]

use std::ffi::OsString;

use checkin::history::RecoveryKey;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let words: Vec<OsString> =
        std::iter::once("checkin").chain(text.split('\n')).map(OsString::from).collect();
    checkin::cli::fuzzing::read_arguments(&words, text);
    if let Ok(key) = RecoveryKey::parse(text) {
        let again = RecoveryKey::parse(&key.to_groups()).expect("what was written can be read");
        assert!(again.to_groups() == key.to_groups());
    }
});
