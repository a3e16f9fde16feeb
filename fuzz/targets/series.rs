//! A file of scores for `trends --file`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| checkin::cli::fuzzing::read_series(text));
