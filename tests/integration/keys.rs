//! The scoring keys: their worked examples come out, known wrong keys are rejected, `adopt` works.

use checkin::questionnaire::{
    Catalogue, Key, Outline, Questionnaire, ScoreId, Source, Wording, read_wording,
};
use checkin::scoring::{band_of, failed_examples};

use crate::harness::Harness;

/// Wording of no instrument: numbered placeholders.
fn placeholders(key: &Key, choice: Option<&str>) -> Wording {
    let labels = |values: &[f64]| (1..=values.len()).map(|n| format!("Answer {n}")).collect();
    Wording {
        id: key.id.clone(),
        language: "en".into(),
        items: key.items.iter().map(|item| format!("Item {} of the sheet", item.number)).collect(),
        labels: key.scales.iter().map(|s| (s.id.clone(), labels(&s.values))).collect(),
        choice: choice.map(str::to_owned),
        adapted: false,
    }
}

/// All keys, each with every answer to what it asks.
fn all() -> Vec<(Key, Outline)> {
    let mut all = Vec::new();
    for name in Key::names() {
        let key = Key::find(name).expect("a key");
        let choices: Vec<Option<String>> = match &key.question {
            None => vec![None],
            Some(question) => question.choices.iter().map(|c| Some(c.id.clone())).collect(),
        };
        for choice in choices {
            let outline = key.join(&placeholders(&key, choice.as_deref())).expect("it fits");
            all.push((key.clone(), outline));
        }
    }
    all
}

fn outline(name: &str) -> Outline {
    let found = all().into_iter().find(|(key, _)| key.id == name);
    found.unwrap_or_else(|| panic!("no key {name}")).1
}

/// Reads a definition's text; `None` if it has mistakes.
fn checked(text: &str) -> Option<Questionnaire> {
    let source = Source::new("key.toml", text);
    Catalogue::new(Vec::new()).check(&source).questionnaire
}

fn definition(name: &str) -> Questionnaire {
    checked(&outline(name).to_toml()).expect("a definition")
}

fn band<'d>(definition: &'d Questionnaire, score: &str, value: f64) -> &'d str {
    let score = definition.score(&ScoreId::new(score)).expect("a score");
    let place = band_of(score, value).expect("a band");
    &score.bands[place].label
}

#[test]
fn every_key_makes_a_definition_whose_worked_examples_come_out() {
    let mut examples = 0;
    for (key, outline) in all() {
        let text = outline.to_toml();
        let definition = checked(&text).unwrap_or_else(|| panic!("{}: {text}", key.id));
        let failed = failed_examples(&definition);
        assert!(failed.is_empty(), "{}: {failed:?}", key.id);
        assert!(definition.examples.len() >= 3, "{} proves its key", key.id);
        examples += definition.examples.len();
        assert_eq!(definition.recall_days, key.recall_days);
        assert!(definition.provenance.credit.is_some() && definition.provenance.terms.is_some());
        assert!(definition.provenance.validated);
    }
    assert!(examples > 55, "{examples}");
}

#[test]
fn a_key_is_found_by_what_it_cites() {
    for name in Key::names() {
        let source = Key::find(name).expect("a key").source;
        let found: Vec<String> = Key::citing(&source).map(|key| key.id).collect();
        assert!(found.iter().any(|id| id == name), "{name}: {found:?}");
    }
    assert_eq!(Key::citing("A sheet of our own").count(), 0);
}

#[test]
fn keys_hold_no_wording() {
    for name in Key::names() {
        let path = format!("{}/questionnaires/keys/{name}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a key");
        let table: toml::Table = text.parse().expect("TOML");
        assert_eq!(table["id"].as_str(), Some(name));
        for item in table["item"].as_array().expect("items") {
            assert!(item.get("text").is_none() && item.get("number").is_some(), "{name}");
        }
    }
    let folder = format!("{}/questionnaires/keys", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).expect("the keys").count();
    assert_eq!(files, Key::names().count(), "each key file is compiled in");
}

/// Returns whether the worked examples reject a definition that differs from the key in `from`.
#[track_caller]
fn rejects(name: &str, from: &str, to: &str) {
    let right = outline(name).to_toml();
    assert!(right.contains(from), "the key of {name} has `{from}`:\n{right}");
    let wrong = right.replace(from, to);
    if let Some(definition) = checked(&wrong) {
        assert!(!failed_examples(&definition).is_empty(), "{name} accepts `{to}` for `{from}`");
    }
}

#[test]
fn known_wrong_keys_are_rejected() {
    // PSS-10 with the reversed items of the form of 14.
    rejects(
        "pss-10",
        r#"reverse = ["item-4", "item-5", "item-7", "item-8"]"#,
        r#"reverse = ["item-4", "item-5", "item-6", "item-7", "item-9", "item-10"]"#,
    );
    // CBI split 6, 8 and 5 instead of 6, 7 and 6, without its reversed item, or from 0 to 4.
    rejects("cbi", r#""item-13"]"#, r#""item-13", "item-14"]"#);
    rejects("cbi", "reverse = [\"item-13\"]\n", "");
    rejects("cbi", "value = 75", "value = 3");
    // OLBI on a copy that counts the other way.
    rejects(
        "olbi",
        r#"reverse = ["item-3", "item-6", "item-9", "item-11"]"#,
        r#"reverse = ["item-1", "item-7", "item-13", "item-15"]"#,
    );
    // STSS from 0, or in blocks of neighbouring items.
    rejects("stss", "value = 1", "value = 0");
    rejects(
        "stss",
        r#"items = ["item-2", "item-3", "item-6", "item-10", "item-13"]"#,
        r#"items = ["item-1", "item-2", "item-3", "item-4", "item-5"]"#,
    );
    // BRS with two reversed items.
    rejects(
        "brs",
        r#"reverse = ["item-2", "item-4", "item-6"]"#,
        r#"reverse = ["item-2", "item-4"]"#,
    );
    // PHQ-9 with a last option that counts 4, or missing answers taken as 0.
    rejects("phq-9", "value = 3", "value = 4");
    rejects("phq-9", "missing = { at_least = 7 }", "missing = { at_least = 7, prorate = false }");
    // ProQOL without its reversed items.
    rejects(
        "proqol-5",
        r#"reverse = ["item-1", "item-4", "item-15", "item-17", "item-29"]"#,
        "reverse = []",
    );
    // SCS-SF without reversal, WHO-5 without the factor.
    rejects("scs-sf", r#"reverse = ["item-1", "#, r"reverse = [");
    rejects("who-5", "output = [0, 100]\n", "");
}

#[test]
fn a_change_of_any_reversed_item_is_rejected() {
    let mut changes = 0;
    for (key, outline) in all() {
        for (place, score) in outline.scores.iter().enumerate() {
            let items = score["items"].as_array().expect("items").clone();
            for item in items {
                let mut wrong = outline.clone();
                let list = wrong.scores[place]
                    .entry("reverse")
                    .or_insert_with(|| toml::Value::Array(Vec::new()))
                    .as_array_mut()
                    .expect("a list");
                match list.iter().position(|known| *known == item) {
                    Some(found) => drop(list.remove(found)),
                    None => list.push(item.clone()),
                }
                let definition = checked(&wrong.to_toml()).expect("a definition");
                let failed = failed_examples(&definition);
                assert!(!failed.is_empty(), "{}: {item} turned round goes unnoticed", key.id);
                changes += 1;
            }
        }
    }
    assert!(changes > 200, "{changes}");
}

/// Values beside the bands they belong to, at and next to every published cut-off.
const CUT_OFFS: &str = "\
bat-12.total: 2.5 below the cut-off | 2.54 at risk | 2.95 at risk | 2.96 severe
stss.total: 27 little or none | 28 mild | 38 moderate | 44 high | 49 severe
proqol-5.burnout: 22 low | 23 moderate | 41 moderate | 42 high
phq-9.total: 4 minimal | 5 mild | 10 moderate | 15 moderately severe | 20 severe
gad-7.total: 4 minimal | 5 mild | 10 moderate | 15 severe
phq-2.total: 2 below the cut-off | 3 look further
who-5.total: 28 28 or less: low, look further | 48 50 or less: reduced, look further | 52 above 50
mspss.total: 2.92 low | 3 moderate | 5 moderate | 5.0834 high
scs-sf.total: 2.42 low | 2.5 moderate | 3.5 moderate | 3.5834 high
brs.total: 2.9 low | 3 normal | 4.25 normal | 4.334 high";

#[test]
fn published_cut_offs_divide_where_they_should() {
    for line in CUT_OFFS.lines() {
        let (score, cases) = line.split_once(": ").expect("a score");
        let (name, _) = score.split_once('.').expect("a key");
        let definition = definition(name);
        for case in cases.split(" | ") {
            let (value, expected) = case.split_once(' ').expect("a value");
            let value = value.parse().expect("a number");
            assert_eq!(band(&definition, score, value), expected, "{name} {value}");
        }
    }
    for name in ["cbi", "olbi", "pss-10", "pss-4"] {
        let without = definition(name).scores.iter().all(|score| score.bands.is_empty());
        assert!(without, "{name} has no cut-offs of its authors");
    }
}

#[test]
fn the_item_about_self_harm_is_private_and_leads_to_help() {
    let definition = definition("phq-9");
    for item in &definition.items {
        let is_ninth = item.id.local() == "item-9";
        assert_eq!(item.private, is_ninth);
        assert_eq!(item.support_if.is_some_and(|limit| limit.is_met_by(1.0)), is_ninth);
    }
}

/// A sheet of so many invented items, one a line.
fn sheet(items: usize) -> String {
    let lines: Vec<String> = (1..=items).map(|n| format!("Item {n} of the sheet\n")).collect();
    lines.concat()
}

const WHO5: &str = "3. Item three of the sheet\n1. Item one of the sheet\n2. Item two of the sheet\n\
    4. Item four of the sheet\n5. Item five of the sheet\n\n[frequency]\n5 = All\n4 = Most\n3 = More\n\
    2 = Less\n1 = Some\n0 = None\n";

#[test]
fn adopt_joins_a_copy_and_a_key() {
    let harness = Harness::new();
    std::fs::write(harness.home().join("copy.txt"), WHO5).expect("a file");
    let adopt = ["questionnaires", "adopt", "who-5", "--wording", "copy.txt"];
    let outcome = harness.checkin(&adopt).input("y\ny\n").run().succeeds();
    insta::assert_snapshot!(outcome.snapshot(&harness));
    let shown = harness.checkin(&["questionnaires", "show", "who-5", "--toml"]).run().succeeds();
    insta::assert_snapshot!("adopted_definition", shown.stdout);
    std::fs::write(harness.home().join("who-5.toml"), &shown.stdout).expect("a file");
    harness.checkin(&["questionnaires", "check", "who-5.toml"]).run().succeeds();
    let kept = harness.keep("who-5", "2026-11-20", 3);
    assert!(kept.stdout.contains("60"), "{}", kept.stdout);
    let report = harness.checkin(&["report"]).run().succeeds();
    assert!(
        report.stdout.contains("WHO-5 Well-Being Index, World Health Organization"),
        "{}",
        report.stdout
    );
    let again = harness.checkin(&adopt).run().ends_with(1);
    assert!(again.stderr.contains("you have a questionnaire `who-5` already"), "{}", again.stderr);
}

#[test]
fn adopt_asks_for_what_the_copy_does_not_say() {
    let harness = Harness::new();
    let items = sheet(16);
    let answers = format!("{items}Full\nSome\nLittle\nNone\n2\ny\ny\n");
    let outcome =
        harness.checkin(&["questionnaires", "adopt", "olbi"]).input(&answers).run().succeeds();
    assert!(outcome.stderr.contains("What does the value 1 stand for"), "{}", outcome.stderr);
    let shown =
        harness.checkin(&["questionnaires", "show", "olbi", "--toml"]).run().succeeds().stdout;
    assert!(shown.contains(r#"reverse = ["item-1", "item-7", "item-13", "item-15"]"#), "{shown}");
}

#[test]
fn adopt_refuses_what_does_not_fit_and_adds_nothing() {
    let harness = Harness::new();
    let write = |text: &str| std::fs::write(harness.home().join("copy.txt"), text).expect("a file");
    let adopt = |key: &str, more: &[&str], input: &str| {
        let mut arguments = vec!["questionnaires", "adopt", key, "--wording", "copy.txt"];
        arguments.extend(more);
        harness.checkin(&arguments).input(input).run().ends_with(1).stderr
    };
    write(&WHO5.replace("5. Item five of the sheet\n", ""));
    assert!(adopt("who-5", &["--yes"], "").contains("the key has 5 items, the wording 4"));
    write(&WHO5.replace("5. Item", "4. Item"));
    assert!(adopt("who-5", &["--yes"], "").contains("line 5: the item number 4 is there twice"));
    write(&WHO5.replace("0 = None\n", ""));
    assert!(adopt("who-5", &["--yes"], "").contains("the labels of `frequency` are not complete"));
    write(&WHO5.replace("0 = None", "7 = None"));
    assert!(adopt("who-5", &["--yes"], "").contains("has the values 5, 4, 3, 2, 1, 0, each once"));
    write(&WHO5.replace("[frequency]", "[often]"));
    assert!(
        adopt("who-5", &["--yes"], "").contains("the key has no scale `often`; it has frequency")
    );
    write(WHO5);
    assert!(adopt("who-5", &[], "").contains("`--yes` confirms that the items are as shown"));
    assert!(adopt("who-5", &[], "n\n").contains("not confirmed; nothing was added"));
    assert!(adopt("who5", &[], "").contains("did you mean `who-5`?"));
    let items = sheet(16);
    write(&format!("{items}[agreement]\n1 = A\n2 = B\n3 = C\n4 = D\n"));
    assert!(adopt("olbi", &["--yes"], "").contains("`--choose`, one of agree, disagree"));
    let listed = harness.checkin(&["questionnaires", "list"]).run().succeeds().stdout;
    assert!(!listed.contains("who-5") && !listed.contains("olbi"), "{listed}");
}

#[test]
fn a_copy_is_numbered_throughout_or_not_at_all() {
    let key = Key::find("phq-2").expect("a key");
    let items = |text: &str| read_wording(text, &key).map(|file| file.items);
    let told = |text: &str| items(text).expect_err(text).to_string();
    for numbered in [
        "2. B\n1. A",
        "2) B\n1) A",
        "2: B\n1: A",
        "(2) B\n(1) A",
        "[2] B\n[1] A",
        "Q2. B\nQ1. A",
        "Q2 B\nq1 A",
        "Item 2: B\nitem 1: A",
        "Frage 2. B\nFrage 1. A",
        "Nr. 2: B\nNr. 1: A",
    ] {
        assert_eq!(items(numbered), Ok(vec!["A".into(), "B".into()]), "{numbered}");
    }
    assert_eq!(
        told("\n2. B\nA"),
        "line 3 has no number as line 2 has; number every item, `1.` to `2.`, or none"
    );
    assert!(told("A\nQ1. B").starts_with("line 1 has no number as line 2 has"));
    assert!(told("2 B\n1 A").starts_with("line 1 begins with 2 and is item 1 by its place"));
    assert!(told("Item 2 B\nItem 1 A").starts_with("line 1 begins with 2"));
    for plain in [
        "3 or more drinks\nLess",
        "3.5 hours\n10:30 or later",
        "1 A\n2 B",
        "Question the plan\nNo sleep",
        "Q and A\n(often) B",
        "3 or more\n2 or more",
    ] {
        let lines: Vec<String> = plain.lines().map(str::to_owned).collect();
        assert_eq!(items(plain), Ok(lines), "{plain}");
    }
}

#[test]
fn a_copy_whose_labels_stand_upside_down_is_refused() {
    let harness = Harness::new();
    let adopt = |key: &str, text: &str, more: &[&str]| {
        std::fs::write(harness.home().join("copy.txt"), text).expect("a file");
        let mut arguments = vec!["questionnaires", "adopt", key, "--wording", "copy.txt", "--yes"];
        arguments.extend(more);
        harness.checkin(&arguments).run()
    };
    let reversed =
        WHO5.replace("5 = All", "5 = At no time").replace("0 = None", "0 = All of the time");
    let told = adopt("who-5", &reversed, &[]).ends_with(1).stderr;
    assert!(told.contains("the label `At no time` stands at the value 5"), "{told}");
    let copy = |first: &str, last: &str| {
        format!("{}[agreement]\n1 = {first}\n2 = B\n3 = C\n4 = {last}\n", sheet(16))
    };
    let disagree = copy("Strongly disagree", "Strongly agree");
    let told = adopt("olbi", &disagree, &["--choose", "agree"]).ends_with(1).stderr;
    assert!(told.contains("the label `Strongly agree` stands at the value 4"), "{told}");
    let listed = harness.checkin(&["questionnaires", "list"]).run().succeeds().stdout;
    assert!(!listed.contains("olbi") && !listed.contains("who-5"), "{listed}");
    adopt("olbi", &disagree, &["--choose", "disagree"]).succeeds();
}

#[test]
fn a_changed_wording_is_not_called_validated() {
    let harness = Harness::new();
    std::fs::write(harness.home().join("copy.txt"), WHO5).expect("a file");
    let adopt = ["questionnaires", "adopt", "who-5", "--wording", "copy.txt"];
    harness.checkin(&adopt).input("y\nn\n").run().succeeds();
    let shown =
        harness.checkin(&["questionnaires", "show", "who-5", "--toml"]).run().succeeds().stdout;
    assert!(
        shown.contains("origin = \"adapted\"") && shown.contains("validated = false"),
        "{shown}"
    );
}

#[test]
fn the_keys_are_listed() {
    let harness = Harness::new();
    let listed = harness.checkin(&["questionnaires", "adopt"]).run().succeeds();
    insta::assert_snapshot!(listed.snapshot(&harness));
    let json = harness.checkin(&["questionnaires", "adopt", "--json"]).run().succeeds().json();
    assert_eq!(json.as_array().expect("a list").len(), 14);
    assert_eq!(json[1]["asks"], "anchors");
}
