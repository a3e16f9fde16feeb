//! A definition of a questionnaire: what is accepted keeps its meaning in the canonical form, and can be scored.
#![no_main]

use checkin::questionnaire::{Catalogue, Source, canonical, from_canonical};
use checkin::scoring::Plan;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let catalogue = Catalogue::new(Vec::new());
    let checked = catalogue.check(&Source::new("own.toml", text));
    let has_errors = checked.has_errors();
    if let Some(questionnaire) = checked.questionnaire.filter(|_| !has_errors) {
        let kept = canonical(&questionnaire);
        let read = from_canonical(&kept).expect("what was written can be read");
        assert_eq!(canonical(&read), kept);
        let _ = Plan::new(&read);
    }
});
