//! Imports under a key: which items are meant, by their codes. All wording is invented.

use serde_json::{Value, json};

use crate::harness::{Harness, Outcome};
use crate::import_doubts::coded;
use crate::pty::Person;

const PHQ9: [&str; 9] = [
    "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
    "44260-8",
];

/// How much of a difficulty it all was: in most files, in no score.
const DIFFICULTY: &str = "69722-7";

fn with_difficulty() -> Value {
    let all: Vec<&str> = PHQ9.into_iter().chain([DIFFICULTY]).collect();
    coded(&all)
}

fn import(harness: &Harness, file: &Value, more: &[&str]) -> Outcome {
    std::fs::write(harness.home().join("x.json"), file.to_string()).expect("a file");
    let import = ["questionnaires", "import", "x.json"];
    harness.checkin(&[&import[..], more].concat()).run()
}

#[test]
fn an_item_of_another_instrument_is_refused() {
    let harness = Harness::new();
    let gad = ["--key", "gad-7", "--confirm"];
    let told = import(&harness, &coded(&PHQ9[..7]), &gad).ends_with(1).stderr;
    assert!(
        told.contains(
            "`i0` stands at place 1, where the key has LOINC code 69725-0, and the file says 44250-9"
        ),
        "{told}"
    );
    let items = "i0,i1,i2,i3,i4,i5,i6,i7,i9";
    let phq = ["--key", "phq-9", "--confirm", "--items", items];
    let told = import(&harness, &with_difficulty(), &phq).ends_with(1).stderr;
    assert!(told.contains("`i9` stands at place 9") && told.contains(DIFFICULTY), "{told}");
    let listed = harness.checkin(&["questionnaires", "list"]).run().succeeds().stdout;
    assert!(!listed.contains("phq-9") && !listed.contains("gad-7"), "{listed}");
    // An item without codes says nothing against its place.
    let mut file = coded(&PHQ9);
    file["item"][3].as_object_mut().expect("an item").remove("code");
    import(&harness, &file, &["--key", "phq-9", "--confirm"]).succeeds();
}

#[test]
fn the_items_of_a_key_are_found_by_their_codes_among_more() {
    let harness = Harness::new();
    let mut file = with_difficulty();
    file["item"].as_array_mut().expect("items").rotate_right(1);
    let key = ["--key", "phq-9", "--confirm", "--json"];
    let report = import(&harness, &file, &key).succeeds().json();
    let said = report["findings"].to_string();
    assert!(said.contains("left as none of them: `i9`"), "{said}");
    let taken = |place: usize| (&report["taken"][place]["item"], &report["taken"][place]["id"]);
    assert_eq!(taken(0), (&json!("i9"), &Value::Null));
    assert_eq!(taken(9), (&json!("i8"), &json!("item-9")));
    assert_eq!(report["scores"][0]["method"], "sum");
    assert_eq!(report["scores"][0]["items"][8], "i8");
    let shown = harness.checkin(&["questionnaires", "show", "phq-9", "--toml"]).run().succeeds();
    let ninth = shown.stdout.split("id = \"item-9\"").nth(1).expect("the ninth item");
    assert!(ninth.contains("text = \"Item 8\"") && ninth.contains("private = true"), "{ninth}");
    assert!(!shown.stdout.contains("Item 9\""), "{}", shown.stdout);
    // A code that is there twice chooses nothing.
    file["item"][9]["code"][0]["code"] = json!(PHQ9[0]);
    file["item"][1]["code"][0]["code"] = json!(PHQ9[0]);
    let told = import(&harness, &file, &["--key", "phq-9", "--confirm", "--replace"]).ends_with(1);
    assert!(told.stderr.contains("the key has 9 items, and there are 10"), "{}", told.stderr);
}

#[test]
fn a_person_is_offered_the_key_before_any_total() {
    let harness = Harness::new();
    std::fs::write(harness.home().join("x.json"), with_difficulty().to_string()).expect("a file");
    let import = ["questionnaires", "import", "x.json"];
    let mut person = Person::sits_down(&harness, &import);
    person.sees("How is it scored?").sees("By the key phq-9 of checkin");
    person.presses("\r").sees("Does every item of your copy stand");
    drop(person);
    let mut person = Person::sits_down(&harness, &import);
    person.sees("Without a key").presses("\u{1b}[B\r").sees("No score for now");
    person.sees("The sum of all 10 items, where the key phq-9 counts 9");
}
