//! A translation, held against the questionnaire that it translates.
#![no_main]

use checkin::questionnaire::{Catalogue, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let catalogue = Catalogue::new(Vec::new());
    let _ = catalogue.check_translation(&Source::new("support.es.toml", text));
});
