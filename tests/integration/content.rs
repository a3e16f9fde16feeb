//! The built-in questionnaires, prompts and support resources hold what they promise.

use std::collections::BTreeSet;

use checkin::guidance::{Prompts, Resources};
use checkin::questionnaire::{
    Basis, Better, Catalogue, Group, ItemKind, Method, Need, Questionnaire, QuestionnaireId, Source,
};
use checkin::scoring::failed_examples;

/// The domains with their direction and group, as agreed.
const DOMAINS: [(&str, Better, Group); 8] = [
    ("support", Better::Higher, Group::Work),
    ("emotional-safety", Better::Higher, Group::Work),
    ("stigma", Better::Lower, Group::Work),
    ("teamwork", Better::Higher, Group::Work),
    ("vicarious-resilience", Better::Higher, Group::Person),
    ("self-care", Better::Higher, Group::Person),
    ("growth", Better::Higher, Group::Person),
    ("strain", Better::Lower, Group::Strain),
];

/// School grade (Flesch-Kincaid) that an item must not exceed.
const ITEM_GRADE: f64 = 7.0;
/// School grade that other sentences must not exceed.
const TEXT_GRADE: f64 = 9.0;

fn load(id: &str) -> std::sync::Arc<Questionnaire> {
    Catalogue::new(Vec::new()).load(&QuestionnaireId::new(id)).expect("a built-in questionnaire")
}

#[test]
fn all_built_in_definitions_are_without_findings_and_prove_their_keys() {
    let catalogue = Catalogue::new(Vec::new());
    assert_eq!(catalogue.ids().len(), 11);
    for id in catalogue.ids() {
        let source = catalogue.source(id).expect("a text");
        let checked = catalogue.check(source);
        assert!(checked.diagnostics.is_empty(), "{id}: {:#?}", checked.diagnostics);
        let questionnaire = checked.questionnaire.expect("a questionnaire");
        assert_eq!(failed_examples(&questionnaire), [], "{id}");
        assert!(!questionnaire.provenance.validated, "{id} does not claim to be validated");
        let scored = !questionnaire.scores.is_empty();
        assert!(!scored || questionnaire.examples.len() >= 2, "{id} has worked examples");
    }
}

#[test]
fn each_domain_is_built_as_agreed() {
    for (id, better, group) in DOMAINS {
        let domain = load(id);
        assert_eq!(domain.items.len(), 4, "{id}");
        assert_eq!(domain.recall, "In the past seven days");
        let [score] = domain.scores.as_slice() else { panic!("{id} has one score") };
        assert_eq!((score.better, score.group), (better, group), "{id}");
        let output = score.output.expect("an output range");
        assert_eq!((output.from, output.to), (0.0, 100.0));
        let Basis::Items { items, reverse, method, missing, .. } = &score.basis else { panic!() };
        assert_eq!(items.len(), 4);
        assert_eq!(reverse.as_slice(), &items[3..], "{id}: the last item is turned round");
        assert_eq!((*method, missing.need), (Method::Mean, Need::AtLeast(3)));
        for item in &domain.items {
            let ItemKind::Scale { options } = &item.kind else { panic!("{} has a scale", item.id) };
            let labels: Vec<(f64, &str)> =
                options.iter().map(|option| (option.value, option.label.as_str())).collect();
            let words = ["Never", "Rarely", "Sometimes", "Often", "Almost always"];
            let agreed: Vec<(f64, &str)> =
                [0.0, 1.0, 2.0, 3.0, 4.0].into_iter().zip(words).collect();
            assert_eq!(labels, agreed, "{}", item.id);
        }
        for band in &score.bands {
            for word in ["normal", "severe", "mild", "moderate", "risk", "burnout"] {
                assert!(!band.label.to_lowercase().contains(word), "{id}: {}", band.label);
            }
        }
    }
}

#[test]
fn weekly_and_pulse_are_made_of_the_domains() {
    let weekly = load("weekly");
    assert_eq!((weekly.items.len(), weekly.scores.len(), weekly.parts.len()), (32, 9, 8));
    let resources = weekly
        .scores
        .iter()
        .find(|score| score.id.as_str() == "weekly.resources")
        .expect("a summary");
    let Basis::Scores { scores, reverse, .. } = &resources.basis else {
        panic!("a score of scores")
    };
    assert_eq!((scores.len(), reverse.len()), (7, 1));
    assert_eq!(reverse[0].as_str(), "stigma.stigma");
    let pulse = load("pulse");
    assert_eq!((pulse.items.len(), pulse.scores.len()), (8, 8));
    for score in &pulse.scores {
        assert_eq!(score.id.questionnaire(), "pulse", "a series of its own");
    }
    assert!(load("context").scores.is_empty());
}

#[test]
fn items_differ_and_each_says_why_it_is_worded_so() {
    let mut texts = BTreeSet::new();
    for (id, ..) in DOMAINS {
        for item in &load(id).items {
            assert!(texts.insert(item.text.to_lowercase()), "{} repeats a text", item.id);
        }
        let catalogue = Catalogue::new(Vec::new());
        let text = catalogue.source(&QuestionnaireId::new(id)).expect("a text").text().to_owned();
        let lines: Vec<&str> = text.lines().collect();
        let mut items = 0;
        for (place, line) in lines.iter().enumerate().filter(|(_, line)| **line == "[[item]]") {
            items += 1;
            assert!(lines[place - 1].starts_with("# "), "{id}: no comment above {line}");
        }
        assert_eq!(items, 4);
    }
    assert_eq!(texts.len(), 32);
}

#[test]
fn everything_reads_easily() {
    let mut hard = Vec::new();
    let mut read = |name: &str, text: &str, limit: f64| {
        let grade = textstat::flesch_kincaid_grade(text);
        if grade > limit {
            hard.push(format!("{grade:.1} {name}: {text}"));
        }
    };
    let catalogue = Catalogue::new(Vec::new());
    for id in catalogue.ids() {
        let questionnaire = catalogue.load(id).expect("a questionnaire");
        for item in &questionnaire.items {
            read(item.id.as_str(), &item.text, ITEM_GRADE);
        }
        read(id.as_str(), questionnaire.about.as_deref().expect("an about"), TEXT_GRADE);
    }
    for prompt in Prompts::built_in().prompts {
        read(&prompt.id, &prompt.text, TEXT_GRADE);
    }
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn the_reading_grade_tells_easy_from_hard() {
    assert!(textstat::flesch_kincaid_grade("I was tired when I got home.") < 3.0);
    let hard = "Interdisciplinary collaboration facilitated organisational accountability.";
    assert!(textstat::flesch_kincaid_grade(hard) > 20.0);
}

#[test]
fn prompts_are_unique_calm_and_belong_to_a_score() {
    let prompts = Prompts::built_in();
    let mut ids = BTreeSet::new();
    for prompt in &prompts.prompts {
        assert!(ids.insert(prompt.id.clone()), "{} is there twice", prompt.id);
        let domain = prompt.score.questionnaire().to_owned();
        assert!(DOMAINS.iter().any(|(id, ..)| *id == domain), "{}", prompt.id);
        assert!(!prompt.text.contains('!'), "{}", prompt.id);
        for word in ["medication", "diagnos", "fit to", "always", "should"] {
            assert!(!prompt.text.to_lowercase().contains(word), "{}: {word}", prompt.id);
        }
    }
    assert_eq!(ids.len(), 80);
}

#[test]
fn support_resources_begin_with_the_emergency_number_and_name_their_source() {
    let resources = Resources::built_in();
    assert!(resources.regions.len() >= 7);
    for region in &resources.regions {
        assert!(region.resources[0].name.contains("Emergency"), "{}", region.id);
        assert!(region.resources.len() >= 2, "{}", region.id);
        for resource in &region.resources {
            assert!(resource.source.starts_with("http"), "{}", resource.name);
            assert!(resource.contact.chars().any(|c| c.is_ascii_digit()), "{}", resource.name);
            assert!(resource.checked.to_string().as_str() >= "2026-01-01", "{}", resource.name);
        }
    }
}

#[test]
fn everything_that_is_asked_is_translated_whole() {
    let catalogue = Catalogue::new(Vec::new());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
    for id in catalogue.ids() {
        assert_eq!(catalogue.languages(id), ["de", "es"], "{id}");
        for language in catalogue.languages(id) {
            let name = format!("{id}.{language}.toml");
            let text = std::fs::read_to_string(folder.join(&name)).expect("the translation");
            let found = catalogue.check_translation(&Source::new(name.as_str(), text));
            assert!(found.is_empty(), "{name}: {found:?}");
            let original = load(id.as_str());
            let shown = catalogue.translated(&original, language);
            for (item, original) in shown.items.iter().zip(&original.items) {
                assert!(item.text != original.text, "{name}: `{}` is not translated", item.id);
            }
        }
    }
}

#[test]
fn every_prompt_is_translated() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
    let read = |name: &str| -> toml::Table {
        let text = std::fs::read_to_string(folder.join(name)).expect("the prompts");
        toml::from_str(&text).expect("TOML")
    };
    let original = read("prompts.toml");
    let prompts = original["prompt"].as_array().expect("prompts");
    for language in ["de", "es"] {
        let translated = read(&format!("prompts.{language}.toml"));
        assert_eq!(translated["language"].as_str(), Some(language));
        let texts = translated["prompts"].as_table().expect("texts by id");
        assert_eq!(texts.len(), prompts.len());
        for prompt in prompts {
            let id = prompt["id"].as_str().expect("an id");
            let text = texts.get(id).and_then(toml::Value::as_str).unwrap_or_default();
            assert!(!text.is_empty() && Some(text) != prompt["text"].as_str(), "{language}: {id}");
        }
    }
}
