//! A questionnaire in a foreign format; the first byte names the format. What is taken gives a definition
//! that passes the check.
#![no_main]

use checkin::interop::{Foreign, Outcome, Plan, Wanted, compose, read_foreign};
use checkin::questionnaire::{Catalogue, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((format, rest)) = bytes.split_first() else { return };
    let format = match format {
        b'f' => Some(Foreign::Fhir),
        b'o' => Some(Foreign::OpenScales),
        b'r' => Some(Foreign::RedCap),
        b'x' => Some(Foreign::XlsForm),
        b'l' => Some(Foreign::LimeSurvey),
        _ => None,
    };
    let wanted = Wanted { language: None, one: None, unscored: true };
    let Outcome::Read(reading) = read_foreign(rest, None, format, wanted) else { return };
    let Some(form) = reading.form else { return };
    let plan = Plan {
        id: "imported".into(),
        language: Some("en".into()),
        recall_days: Some(7),
        file: "a file".into(),
        ..Plan::default()
    };
    let Ok(composed) = compose(&form, &plan) else { return };
    let text = composed.outline.to_toml();
    let checked = Catalogue::new(Vec::new()).check(&Source::new("imported.toml", text.as_str()));
    assert!(!checked.has_errors(), "{text}\n{:?}", checked.diagnostics);
});
