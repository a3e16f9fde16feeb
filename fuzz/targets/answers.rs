//! A file of answers, JSON or TOML.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| checkin::cli::fuzzing::read_answers(text));
