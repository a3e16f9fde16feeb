//! Lines of answers for `score`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| checkin::cli::fuzzing::score_lines(bytes));
