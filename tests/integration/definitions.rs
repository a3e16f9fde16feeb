//! Definitions good and bad: every mistake found, in its place, in words that help.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use checkin::questionnaire::{
    Catalogue, Checked, Severity, Source, canonical, definition_hash, from_canonical,
};
use checkin::scoring::{failed_examples, fingerprint};
use proptest::prelude::*;

fn fixtures(folder: &str) -> Vec<Source> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/definitions").join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("fixtures")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            Source::new(name, std::fs::read_to_string(path).expect("a text"))
        })
        .collect()
}

/// Checks a text as if it were the file x.toml.
fn check(text: &str) -> Checked {
    Catalogue::new(Vec::new()).check(&Source::new("x.toml", text))
}

fn is_hostile(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[test]
fn every_bad_definition_has_its_mistake_found_in_its_place() {
    let sources = fixtures("bad");
    assert!(sources.len() >= 200, "{}", sources.len());
    let catalogue = Catalogue::new(Vec::new());
    let mut all = String::new();
    for source in &sources {
        let checked = catalogue.check(&Source::new("x.toml", source.text()));
        assert!(checked.has_errors(), "{} has no mistake", source.path());
        assert!(checked.questionnaire.is_none(), "{} can be used", source.path());
        let _ = writeln!(all, "### {}", source.path());
        for found in &checked.diagnostics {
            let (start, end) = (found.span.start, found.span.end);
            assert!(
                end <= source.text().len() && start <= end,
                "{}: {start}..{end}",
                source.path()
            );
            assert!(source.text().is_char_boundary(start) && source.text().is_char_boundary(end));
            let (line, column) = source.line_and_column(start);
            assert!(line >= 1 && column >= 1);
            assert!(found.message.len() > 8 && !found.message.ends_with('.'), "{}", found.message);
            let shown = source.render(found, false);
            assert!(!shown.contains(is_hostile), "{}: {shown:?}", source.path());
            let hint = found.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
            let severity = if found.severity == Severity::Error { "" } else { "warning: " };
            let text: String = format!("{line}:{column}: {severity}{}{hint}\n", found.message)
                .chars()
                .map(|c| if is_hostile(c) { '\u{fffd}' } else { c })
                .collect();
            all.push_str(&text);
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn five_mistakes_are_found_in_one_run() {
    let text = include_str!("../fixtures/definitions/several.toml");
    let checked = check(text);
    let messages: Vec<&str> = checked.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(messages.len(), 6, "{messages:#?}");
}

#[test]
fn good_definitions_are_fine_and_their_examples_come_out() {
    let sources = fixtures("good");
    assert!(sources.len() >= 4);
    let own = sources.clone();
    let catalogue = Catalogue::new(own);
    for source in sources.iter().filter(|source| !source.stem().contains('.')) {
        let checked = catalogue.check(source);
        assert!(checked.diagnostics.is_empty(), "{}: {:#?}", source.path(), checked.diagnostics);
        let questionnaire = checked.questionnaire.expect("a questionnaire");
        assert_eq!(failed_examples(&questionnaire), [], "{}", source.path());
        let text = canonical(&questionnaire);
        let again = from_canonical(&text).expect("the canonical form is read back");
        assert_eq!(again, questionnaire, "{}", source.path());
        assert_eq!(canonical(&again), text);
    }
}

#[test]
fn layout_does_not_change_the_hash_and_words_do() {
    let text = include_str!("../fixtures/definitions/good/everything.toml");
    let hash = |text: &str| definition_hash(&check(text).questionnaire.expect("a questionnaire"));
    let spaced = text.replace(" = ", "   =  ").replace("\n[[", "\n# a comment\n\n\n[[");
    assert_eq!(hash(text), hash(&spaced));
    let moved = text.replace(
        "version = \"2.1.0\"\ntitle = \"Everything\"",
        "title = \"Everything\"\nversion = \"2.1.0\"",
    );
    assert_ne!(text, moved);
    assert_eq!(hash(text), hash(&moved));
    let reworded = text.replace("I had time.", "I had some time.");
    assert_ne!(text, reworded);
    assert_ne!(hash(text), hash(&reworded));
}

#[test]
fn a_translation_changes_texts_and_nothing_else() {
    let catalogue = Catalogue::new(fixtures("good"));
    let id = checkin::questionnaire::QuestionnaireId::new("short");
    let original = catalogue.load(&id).expect("the original");
    assert_eq!(catalogue.languages(&id), ["es"]);
    let translated = catalogue.translated(&original, "es");
    assert_eq!(translated.title, "Breve");
    assert_eq!(translated.items[0].text, "Tuve tiempo.");
    assert_eq!(translated.items[0].recall, "En los últimos siete días");
    assert_eq!(translated.items[0].not_applicable.as_deref(), Some("Sin equipo"));
    assert_eq!(translated.items[0].id, original.items[0].id);
    assert_eq!(translated.items[0].range(), original.items[0].range());
    assert_eq!(translated.scores[0].basis, original.scores[0].basis);
    let own = fingerprint(&original, &original.scores[0]);
    assert_ne!(
        own,
        fingerprint(&translated, &translated.scores[0]),
        "texts are part of it, so the original's counts"
    );
    assert_eq!(catalogue.translated(&original, "fr"), *original);
}

#[test]
fn a_translation_has_every_text_or_none() {
    let sources = fixtures("good");
    let text = sources
        .iter()
        .find(|source| source.stem() == "short.es")
        .expect("a translation")
        .text()
        .to_owned();
    let catalogue = Catalogue::new(sources);
    let check = |text: &str| catalogue.check_translation(&Source::new("short.es.toml", text));
    assert_eq!(check(&text), []);
    let without = text.replace("\"Never\" = \"Nunca\"\n", "").replace("title = \"Breve\"\n", "");
    let messages: Vec<String> = check(&without).into_iter().map(|found| found.message).collect();
    assert_eq!(
        messages,
        ["`title` is missing", "the translation of `Never` is missing under [labels]"]
    );
    let beside = text.replace("[labels]", "[labels]\n\"Nevr\" = \"Nunca\"");
    assert_eq!(check(&beside)[0].hint.as_deref(), Some("did you mean `Never`?"));
}

#[test]
fn includes_that_lead_back_are_found() {
    let one = "format = 1\nid = \"one\"\nversion = \"1.0.0\"\ntitle = \"One\"\n[[include]]\nfrom = \"two\"\nitems = \"all\"\n";
    let two = one
        .replace("\"one\"", "\"here\"")
        .replace("\"two\"", "\"one\"")
        .replace("\"here\"", "\"two\"");
    let catalogue =
        Catalogue::new(vec![Source::new("one.toml", one), Source::new("two.toml", two)]);
    let checked = catalogue.check(&Source::new("one.toml", one));
    assert!(checked.has_errors());
    assert!(checked.questionnaire.is_none());
}

fn looks_sound(text: &str) {
    let checked = check(text);
    let source = Source::new("x.toml", text);
    for found in &checked.diagnostics {
        assert!(found.span.end <= text.len());
        let shown = source.render(found, false);
        assert!(!shown.contains(is_hostile));
    }
    assert!(checked.questionnaire.is_none() || !checked.has_errors());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_decoder_panic(text in "\\PC{0,400}") {
        looks_sound(&text);
    }

    #[test]
    fn no_change_of_a_good_file_makes_the_decoder_panic(
        at in 0.0..1.0f64,
        length in 0usize..40,
        insert in "[\\PC\"\\[\\]{}=,\n]{0,12}",
    ) {
        let text = include_str!("../fixtures/definitions/good/everything.toml");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a short text")]
        let start = text.floor_char_boundary((at * text.len() as f64) as usize);
        let end = text.floor_char_boundary((start + length).min(text.len()));
        looks_sound(&format!("{}{insert}{}", &text[..start], &text[end..]));
    }
}
