//! `checkin export --format fhir`: what the Bundle holds. `tests/fhir/run` holds it to the standard.

use serde_json::Value;

use crate::harness::Harness;

fn resources<'b>(bundle: &'b Value, kind: &str) -> Vec<&'b Value> {
    let entries = bundle["entry"].as_array().expect("entries").iter();
    entries.map(|entry| &entry["resource"]).filter(|each| each["resourceType"] == kind).collect()
}

fn export(harness: &Harness, arguments: &[&str]) -> Value {
    let all = [["export", "--yes", "-o", "-", "--format", "fhir"].as_slice(), arguments].concat();
    harness.checkin(&all).run().succeeds().json()
}

fn told() -> Harness {
    let harness = Harness::new();
    for (day, answers) in [
        ("2026-11-13", r#"{"heard": 4, "recognised": 3, "understood": 2, "alone": 1}"#),
        (
            "2026-11-20",
            r#"{"heard": 4, "recognised": "skipped", "understood": "skipped", "alone": 1}"#,
        ),
    ] {
        let run = harness.checkin(&["start", "support", "--answers", "-"]);
        let run = run.now(&format!("{day}T18:30:00+01:00"));
        run.input(&format!("{{\"answers\": {answers}}}")).run().succeeds();
    }
    harness
}

#[test]
fn a_score_has_its_value_or_the_reason_for_none() {
    let bundle = export(&told(), &[]);
    let scores = resources(&bundle, "Observation");
    assert_eq!(scores.len(), 2);
    assert_eq!(scores[0]["valueQuantity"]["value"], 75);
    assert_eq!(scores[0]["interpretation"][0]["text"], "upper third");
    assert_eq!(scores[0]["effectiveDateTime"], "2026-11-13");
    assert!(scores[0].get("dataAbsentReason").is_none());
    assert!(scores[1].get("valueQuantity").is_none());
    let reason = &scores[1]["dataAbsentReason"];
    assert_eq!(reason["coding"][0]["code"], "asked-declined");
    assert_eq!(reason["text"], "2 of 4 items answered, at least 3 needed");
}

#[test]
fn answers_are_in_only_where_they_are_chosen() {
    let harness = told();
    let without = export(&harness, &[]);
    assert!(resources(&without, "QuestionnaireResponse").is_empty());
    let questionnaires = resources(&without, "Questionnaire");
    assert_eq!(questionnaires.len(), 1);
    assert!(questionnaires[0].get("item").is_none());
    let with = export(&harness, &["--include", "answers"]);
    let responses = resources(&with, "QuestionnaireResponse");
    let links = |response: &Value| -> Vec<String> {
        let items = response["item"].as_array().expect("items").iter();
        items.map(|item| item["linkId"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(links(responses[1]), ["support.heard", "support.alone"]);
    assert_eq!(responses[1]["item"][0]["answer"][0]["valueCoding"]["code"], "4");
    let form = &resources(&with, "Questionnaire")[0];
    let canonical = format!("{}|1.0.0", form["url"].as_str().expect("a URL"));
    assert_eq!(responses[0]["questionnaire"], canonical.as_str());
    assert_eq!(form["item"].as_array().map(Vec::len), Some(4));
    let scores = resources(&with, "Observation");
    let urls: Vec<&Value> =
        with["entry"].as_array().expect("entries").iter().map(|entry| &entry["fullUrl"]).collect();
    assert!(scores.iter().all(|score| urls.contains(&&score["derivedFrom"][0]["reference"])));
}

#[test]
fn record_ids_cannot_be_seen_and_stay_the_same() {
    let harness = told();
    let ids = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    let text = export(&harness, &["--include", "answers"]).to_string();
    let ids: Vec<&str> =
        ids.as_array().expect("check-ins").iter().filter_map(|each| each["id"].as_str()).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.iter().all(|id| !text.contains(id)));
    let urls = |bundle: &Value| -> Vec<String> {
        let entries = bundle["entry"].as_array().expect("entries").iter();
        entries
            .filter(|entry| entry["resource"]["resourceType"] == "Observation")
            .map(|entry| entry["fullUrl"].to_string())
            .collect()
    };
    let all = urls(&export(&harness, &[]));
    let last = urls(&export(&harness, &["--last", "1"]));
    assert_eq!(last, all[1..]);
}

/// Adds a questionnaire of nine items under the id of a key, with these values and source.
fn under_the_id_of_a_key(harness: &Harness, highest: u32, source: &str) {
    let items: Vec<String> = (1..=9)
        .map(|n| format!("[[item]]\nid = \"item-{n}\"\ntext = \"Item {n}\"\nscale = \"often\"\n"))
        .collect();
    let items = items.concat();
    let ids = (1..=9).map(|n| format!("\"item-{n}\"")).collect::<Vec<_>>().join(", ");
    let text = format!(
        "format = 1\nid = \"phq-9\"\nversion = \"1.0.0\"\ntitle = \"Sheet\"\norigin = \"published\"\nsource = \"{source}\"\n\
         [[scale]]\nid = \"often\"\noptions = [{{ value = 0, label = \"A\" }}, {{ value = 1, label = \"B\" }}, {{ value = 2, label = \"C\" }}, {{ value = {highest}, label = \"D\" }}]\n\
         {items}[[score]]\nid = \"total\"\nitems = [{ids}]\nmethod = \"sum\"\nbetter = \"lower\"\nmissing = {{ at_least = 7 }}\n"
    );
    std::fs::write(harness.home().join("phq-9.toml"), text).expect("a file");
    harness.checkin(&["questionnaires", "add", "phq-9.toml"]).run().succeeds();
}

fn score_codes(harness: &Harness) -> Vec<String> {
    let table = "date,item-1,item-2,item-3,item-4,item-5,item-6,item-7,item-8,item-9\n2026-11-13,1,1,1,1,1,1,1,1,0\n";
    std::fs::write(harness.home().join("old.csv"), table).expect("a file");
    let import = ["history", "import", "old.csv", "--questionnaire", "phq-9", "--yes"];
    harness.checkin(&import).run().succeeds();
    let bundle = export(harness, &[]);
    let scores = resources(&bundle, "Observation");
    assert_eq!(scores[0]["meta"]["tag"][0]["code"], "imported");
    let codings = scores[0]["code"]["coding"].as_array().expect("codings").iter();
    codings.map(|coding| coding["code"].as_str().expect("a code").to_owned()).collect()
}

const CITED: &str = "Kroenke K, Spitzer RL, Williams JBW (2001) The PHQ-9: validity of a brief depression severity measure. J Gen Intern Med 16:606-613";

#[test]
fn a_loinc_code_needs_the_key_and_not_its_id() {
    for (highest, source, expected) in [
        (3, CITED, &["44261-6", "phq-9.total"][..]),
        (4, CITED, &["phq-9.total"]),
        (3, "A sheet of our own", &["phq-9.total"]),
    ] {
        let harness = Harness::new();
        under_the_id_of_a_key(&harness, highest, source);
        assert_eq!(score_codes(&harness), expected, "{highest} {source}");
    }
}

#[test]
fn the_ids_of_imported_check_ins_do_not_tell_their_answers() {
    // The ids of imported records follow from what they say; in exports they are under a key of the history.
    let urls = [(); 2].map(|()| {
        let harness = Harness::new();
        std::fs::write(harness.home().join("old.csv"), "date,support.support\n2026-11-06,50\n")
            .expect("a file");
        let import = ["history", "import", "old.csv", "--questionnaire", "support", "--yes"];
        harness.checkin(&import).run().succeeds();
        let ids = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
        (ids[0]["id"].clone(), export(&harness, &[])["entry"][1]["fullUrl"].clone())
    });
    assert_eq!(urls[0].0, urls[1].0, "the same row has the same id");
    assert!(urls[0].1.is_string() && urls[0].1 != urls[1].1, "{urls:?}");
}

#[test]
fn scores_imported_alone_have_no_response() {
    let harness = told();
    std::fs::write(harness.home().join("old.csv"), "date,support.support\n2026-11-06,50\n")
        .expect("a file");
    let import = ["history", "import", "old.csv", "--questionnaire", "support", "--yes"];
    harness.checkin(&import).run().succeeds();
    let bundle = export(&harness, &["--include", "answers"]);
    assert_eq!(resources(&bundle, "QuestionnaireResponse").len(), 2);
    let scores = resources(&bundle, "Observation");
    let old = scores.iter().find(|score| score["effectiveDateTime"] == "2026-11-06").expect("it");
    assert!(old.get("derivedFrom").is_none(), "{old}");
    assert_eq!(old["meta"]["tag"][0]["code"], "imported");
    assert!(scores.iter().filter(|score| score.get("meta").is_none()).count() == 2);
}
