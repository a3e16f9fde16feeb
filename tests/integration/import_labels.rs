//! Imports under a key: which way the labels go, and what is asked. All wording is invented, but for the labels
//! that the keys themselves name.

use serde_json::{Value, json};

use crate::harness::{Harness, Outcome};

/// A questionnaire of five items, whose options have these labels, and weights where they are given.
fn five(labels: [&str; 6], weights: Option<[u32; 6]>) -> String {
    let option = |place: usize| {
        let coding =
            json!({"system": "urn:x", "code": format!("c{place}"), "display": labels[place]});
        match weights {
            None => json!({"valueCoding": coding}),
            Some(weights) => {
                json!({"valueCoding": coding, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": weights[place]}]})
            }
        }
    };
    let options: Vec<Value> = (0..6).map(option).collect();
    let item = |n: usize| json!({"linkId": format!("w{n}"), "type": "choice", "text": format!("Item {n} of the sheet"), "answerOption": options});
    let items: Vec<Value> = (1..=5).map(item).collect();
    json!({"resourceType": "Questionnaire", "status": "active", "id": "five", "name": "Five", "language": "en", "item": items}).to_string()
}

fn import_five(harness: &Harness, file: &str, more: &[&str]) -> Outcome {
    std::fs::write(harness.home().join("five.json"), file).expect("a file");
    let mut arguments = vec!["questionnaires", "import", "five.json", "--key", "who-5"];
    arguments.extend(more);
    harness.checkin(&arguments).run()
}

const UPWARD: [&str; 6] = ["At no time", "Some", "Less", "More", "Most", "All of the time"];

#[test]
fn labels_at_the_ends_tell_which_way_a_scale_goes() {
    let harness = Harness::new();
    let report = import_five(&harness, &five(UPWARD, None), &["--confirm", "--json"]).succeeds();
    assert_eq!(
        report.json()["findings"]
            .as_array()
            .map(|all| { all.iter().filter(|finding| finding["code"] == "K-ORDER").count() }),
        Some(0)
    );
    let shown = harness.checkin(&["questionnaires", "show", "who-5", "--toml"]).run().succeeds();
    let right = "value = 5, label = \"All of the time\"";
    assert!(shown.stdout.contains(right), "it is turned round: {}", shown.stdout);
    // The file's own values say otherwise, so one of the two is wrong.
    let harness = Harness::new();
    let file = five(UPWARD, Some([5, 4, 3, 2, 1, 0]));
    let told = import_five(&harness, &file, &["--confirm"]).ends_with(1).stderr;
    assert!(
        told.contains(
            "the label `At no time` stands at the value 5, and in the key it belongs to 0"
        ),
        "{told}"
    );
    let file = five(UPWARD, Some([0, 1, 2, 3, 4, 5]));
    import_five(&harness, &file, &["--confirm"]).succeeds();
}

#[test]
fn an_item_whose_values_alone_are_turned_round_is_told_so() {
    let harness = Harness::new();
    let labels = ["A", "B", "C", "D", "E", "F"];
    let read = |text: String| -> Value { serde_json::from_str(&text).expect("JSON") };
    let mut file = read(five(labels, Some([0, 1, 2, 3, 4, 5])));
    let turned = read(five(labels, Some([5, 4, 3, 2, 1, 0])));
    file["item"][2] = turned["item"][2].clone();
    let told = import_five(&harness, &file.to_string(), &["--confirm"]).ends_with(1).stderr;
    assert!(told.contains("`w3` has the labels of the items before it"), "{told}");
    assert!(told.contains("but at other values"), "{told}");
}

#[test]
fn values_by_the_order_of_the_file_alone_are_asked_about() {
    let file = five(["A", "B", "C", "D", "E", "F"], None);
    let harness = Harness::new();
    let outcome = import_five(&harness, &file, &["--json"]).ends_with(1);
    let report = outcome.json();
    assert_eq!(report["verdict"], "ask");
    let reasons = report["reasons"].to_string();
    assert!(reasons.contains("K-ORDER w1") && reasons.contains("5 A, 4 B, 3 C"), "{reasons}");
    assert!(outcome.stderr.contains("`--confirm`") && !outcome.stderr.contains("--yes"));
    let import = ["questionnaires", "import", "five.json", "--key", "who-5"];
    let told = harness.checkin(&import).input("y\ny\nn\n").run().ends_with(1).stderr;
    assert!(told.contains("Do the labels stand at the right values?"), "{told}");
    assert!(told.contains("not confirmed; nothing was added"), "{told}");
    import_five(&harness, &file, &["--confirm"]).succeeds();
}

#[test]
fn an_import_as_json_asks_nothing() {
    let harness = Harness::new();
    let file = five(UPWARD, Some([0, 1, 2, 3, 4, 5]));
    std::fs::write(harness.home().join("five.json"), &file).expect("a file");
    let import = |more: &[&str]| {
        let mut arguments = vec!["questionnaires", "import", "five.json", "--json"];
        arguments.extend(more);
        let outcome = harness.checkin(&arguments).input("y\ny\ny\n").run().ends_with(1);
        let report = outcome.json();
        assert_eq!(report["verdict"], "ask", "{more:?}");
        assert!(!outcome.stderr.contains("--yes"), "{}", outcome.stderr);
        report["reasons"].to_string()
    };
    assert!(import(&["--key", "who-5"]).contains("the key is to be confirmed"));
    assert!(import(&["--key", "phq-9"]).contains("the key has 9 items"));
    let listed = harness.checkin(&["questionnaires", "list"]).run().succeeds().stdout;
    assert!(!listed.contains("who-5"), "nothing was added: {listed}");
}
