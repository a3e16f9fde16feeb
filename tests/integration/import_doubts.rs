//! Imports of what can be read in two ways: rows, columns, dates, yes and no, and items in another order. All
//! wording is invented.

use serde_json::{Value, json};

use crate::harness::{Harness, Outcome};
use crate::import::{past_of, with_own};
use crate::pty::Person;

const TWO: &str = "format = 1\nid = \"two\"\nversion = \"1.0.0\"\ntitle = \"Two\"\n[[scale]]\nid = \"often\"\noptions = [{ value = 0, label = \"Never\" }, { value = 1, label = \"Always\" }]\n[[item]]\nid = \"one\"\ntext = \"I could ask.\"\nscale = \"often\"\n[[item]]\nid = \"other\"\ntext = \"I could answer.\"\nscale = \"often\"\n[[score]]\nid = \"all\"\nitems = [\"one\", \"other\"]\nmethod = \"mean\"\noutput = [0, 100]\nbetter = \"higher\"\n";

fn with_two(table: &str) -> Harness {
    with_own(("two", TWO), ("old.csv", table))
}

fn past_two(harness: &Harness, more: &[&str]) -> Outcome {
    past_of("two", harness, more)
}

#[test]
fn a_table_of_answers_and_scores_is_read_row_by_row() {
    let table = "date,one,other,all,remark\n2026-09-04,1,1,100,a\n2026-09-11,1,0,100,b\n2026-09-18,,,50,c\n";
    let harness = with_two(table);
    let told = past_two(&harness, &["--yes"]).succeeds().stderr;
    assert!(told.contains("Columns that are left: `remark`."), "{told}");
    assert!(told.contains("line 3: `two.all` in the file is not what its answers give"), "{told}");
    assert!(!told.contains("line 2"), "what agrees is not worth a word: {told}");
    assert!(told.contains("Imported: 3 check-ins (1 of the rows with scores alone)"), "{told}");
    let value = |day: &str| {
        let shown = harness.checkin(&["history", "show", day, "--json"]).run().succeeds().json();
        shown["scores"]["two.all"]["value"].clone()
    };
    assert_eq!(value("2026-09-11"), json!(50.0), "what the answers give is kept");
    assert_eq!(value("2026-09-18"), json!(50.0));
    let again = past_two(&harness, &["--yes", "--json"]).succeeds().json();
    assert_eq!((&again["known"], &again["with_scores_alone"]), (&json!(3), &json!(1)));
    assert_eq!(again["left"], json!(["remark"]));
}

#[test]
fn two_columns_for_one_item_are_refused() {
    let harness = with_two("date,one,two.one,other\n2026-09-04,1,0,1\n");
    let told = past_two(&harness, &["--yes"]).ends_with(1).stderr;
    assert!(told.contains("`one` and `two.one` both hold `two.one`"), "{told}");
    past_two(&harness, &["--yes", "--map", "two.one=-"]).succeeds();
    let harness = with_two("date,a,b\n2026-09-04,1,0\n");
    let map = ["--yes", "--map", "a=one", "--map", "b=one"];
    assert!(past_two(&harness, &map).ends_with(1).stderr.contains("`a` and `b` both hold"));
    let harness = with_two("date,one,one\n2026-09-04,1,0\n");
    let told = past_two(&harness, &["--yes"]).ends_with(1).stderr;
    assert!(told.contains("two columns are named `one`"), "{told}");
}

#[test]
fn a_person_who_names_an_item_twice_is_asked_again() {
    let harness = with_two("date,a,b\n2026-09-04,1,0\n");
    let import = ["history", "import", "old.csv", "--questionnaire", "two"];
    let mut person = Person::sits_down(&harness, &import);
    person.sees("two.one: I could ask.").sees("What does `a` hold?").presses("one\r");
    person.sees("What does `b` hold?").presses("one\r").sees("is what `a` holds already");
    person.presses("other\r").sees("Import 1 check-in").presses("y");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
    let shown = harness.checkin(&["history", "show", "2026-09-04", "--json"]).run().succeeds();
    assert_eq!(shown.json()["scores"]["two.all"]["value"], json!(50.0));
}

#[test]
fn dates_that_cannot_be_meant_are_refused() {
    let harness = with_two("date,one,other\n09/04/26,1,1\n");
    let told = past_two(&harness, &["--yes", "--date-format", "%m/%d/%Y"]).ends_with(1).stderr;
    assert!(told.contains("line 2: the date in `date` is before 1900"), "{told}");
    past_two(&harness, &["--yes", "--date-format", "%m/%d/%y"]).succeeds();
    for format in ["%Q", "%Y", "day", "%H:%M"] {
        let told = past_two(&harness, &["--yes", "--date-format", format]).ends_with(2).stderr;
        assert!(told.contains(&format!("`--date-format {format}` does not tell a day")), "{told}");
    }
    let told = past_two(&harness, &["--date-format", "%m/%d/%y"]).stderr;
    assert!(!told.contains("[Y/n]"), "nobody is asked: {told}");
}

#[test]
fn yes_and_no_are_scored_with_the_weights_that_a_person_gives() {
    let harness = Harness::new();
    let of = |link: &str| json!({"linkId": link, "type": "boolean", "text": "Item"});
    let file = json!({"resourceType": "Questionnaire", "id": "x", "name": "X", "status": "active", "language": "en", "item": [of("a"), of("b")]});
    std::fs::write(harness.home().join("x.json"), file.to_string()).expect("a file");
    let import = |more: &[&str]| {
        let mut arguments = vec!["questionnaires", "import", "x.json", "--score", "sum"];
        arguments.extend(more);
        harness.checkin(&arguments).run()
    };
    let told = import(&[]).ends_with(1).stderr;
    assert!(told.contains("the options of `a` have no values of their own"), "{told}");
    let told = import(&["--values", "1,0", "--as", "plain"]).succeeds().stdout;
    assert!(told.contains("Score, as you asked for it: X: sum of a, b"), "{told}");
    let shown = harness.checkin(&["questionnaires", "show", "plain"]).run().succeeds().stdout;
    assert!(shown.contains("about 1 minute.\n"), "no recall, no empty sentence: {shown}");
    import(&["--values", "a=2,0", "--values", "b=1,0", "--as", "other"]).succeeds();
    let toml = |id: &str| {
        harness.checkin(&["questionnaires", "show", id, "--toml"]).run().succeeds().stdout
    };
    assert_eq!(toml("plain").matches("yes-no").count(), 2);
    assert!(toml("other").contains("value = 2, label = \"Yes\""), "{}", toml("other"));
    assert_eq!(toml("other").matches("yes-no").count(), 1);
}

/// Items of a sheet with these LOINC codes, in this order; no wording of any instrument.
pub(crate) fn coded(order: &[&str]) -> Value {
    let options = |weights: [i32; 4]| -> Value {
        weights
            .iter()
            .map(|weight| json!({"valueCoding": {"code": format!("c{weight}"), "display": format!("Answer {weight}")}, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": weight}]}))
            .collect()
    };
    let item = |(place, code): (usize, &&str)| json!({"linkId": format!("i{place}"), "type": "choice", "text": format!("Item {place}"), "code": [{"system": "http://loinc.org", "code": code}], "answerOption": options([0, 1, 2, 3])});
    let items: Vec<Value> = order.iter().enumerate().map(item).collect();
    json!({"resourceType": "Questionnaire", "id": "x", "name": "PHQ9", "status": "active", "language": "en", "item": items})
}

#[test]
fn items_with_codes_must_stand_where_the_key_has_them() {
    let harness = Harness::new();
    let mut order = [
        "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
        "44260-8",
    ];
    let import = |file: &Value, more: &[&str]| {
        std::fs::write(harness.home().join("x.json"), file.to_string()).expect("a file");
        let key = ["questionnaires", "import", "x.json", "--key", "phq-9", "--confirm"];
        harness.checkin(&[&key[..], more].concat()).run()
    };
    order.rotate_right(1);
    let told = import(&coded(&order), &[]).ends_with(1).stderr;
    assert!(
        told.contains("`i0` stands at place 1, and by its LOINC code 44260-8 it is item 9"),
        "{told}"
    );
    let items = "i1,i2,i3,i4,i5,i6,i7,i8,i0";
    let done = import(&coded(&order), &["--items", items]).succeeds();
    assert!(done.stderr.contains("Not called validated"), "{}", done.stderr);
    let shown =
        harness.checkin(&["questionnaires", "show", "phq-9", "--toml"]).run().succeeds().stdout;
    let ninth = shown.split("id = \"item-9\"").nth(1).expect("the ninth item");
    assert!(ninth.contains("text = \"Item 0\"") && ninth.contains("private = true"), "{ninth}");
    assert!(shown.contains("validated = false"), "{shown}");
    let mut named = coded(&order);
    for item in named["item"].as_array_mut().expect("items") {
        item["answerOption"][0]["valueCoding"]["display"] = json!("Not at all");
        item["answerOption"][3]["valueCoding"]["display"] = json!("Nearly every day");
    }
    import(&named, &["--items", items, "--replace"]).succeeds();
    let shown =
        harness.checkin(&["questionnaires", "show", "phq-9", "--toml"]).run().succeeds().stdout;
    assert!(shown.contains("validated = true"), "{shown}");
}

#[test]
fn a_row_of_another_length_is_refused_with_its_line() {
    let harness = with_two("date,all\r\n2026-09-04,50\r\n\r\n2026-09-11,0,5\r\n2026-09-18\r\n");
    let told = past_two(&harness, &["--yes"]).ends_with(1).stderr;
    assert!(told.contains("line 4: the row has 3 cells, and the heading 2; decimals"), "{told}");
    assert!(told.contains("line 5: the row has 1 cells, and the heading 2"), "{told}");
    let harness = with_two("date;all\n2026-09-04;50,0\n");
    let told = past_two(&harness, &["--yes"]).ends_with(1).stderr;
    assert!(told.contains("line 2: `all` holds a number with a comma"), "{told}");
    let harness = with_two("date,one\n2026-09-04,7\n");
    let told = past_two(&harness, &["--yes"]).ends_with(1).stderr;
    assert!(!told.contains("comma"), "{told}");
    assert!(!harness.data().join("history.db").exists(), "nothing was begun");
}

#[test]
fn a_score_that_no_answers_give_is_refused() {
    let harness = with_two("date,all\n2026-09-04,50\n2026-09-11,30\n");
    let told = past_two(&harness, &["--yes"]).ends_with(1).stderr;
    assert!(
        told.contains("line 3: `all` holds a value of `two.all` that no answers give"),
        "{told}"
    );
    assert!(told.contains("a raw sum may have to be converted first"), "{told}");
    // Where answers may be missing, the score of the rest is kept, and said.
    let sparse = TWO.replace("better =", "missing = { at_least = 1 }\nbetter =");
    let harness = with_own(("two", &sparse), ("old.csv", "date,all\n2026-09-11,30\n"));
    let told = past_two(&harness, &["--yes"]).succeeds().stderr;
    assert!(
        told.contains("line 2: `two.all` is a value that answers to all items do not"),
        "{told}"
    );
}

#[test]
fn a_corrected_row_is_not_added_beside_the_old_one() {
    let harness = with_two("date,one,other\n2026-09-04,1,1\n");
    past_two(&harness, &["--yes"]).succeeds();
    std::fs::write(
        harness.home().join("old.csv"),
        "date,one,other\n2026-09-04,1,0\n2026-09-11,1,1\n",
    )
    .expect("a file");
    let outcome = past_two(&harness, &["--yes", "--json"]).succeeds();
    let report = outcome.json();
    assert_eq!((&report["imported"], &report["same_day"]), (&json!(1), &json!(1)));
    assert!(outcome.stderr.contains("`checkin history delete DAY`"), "{}", outcome.stderr);
    let told = past_two(&harness, &["--yes"]).succeeds().stderr;
    assert!(told.contains("line 2: 2026-09-04 has another check-in of `two` already"), "{told}");
    assert!(told.contains("1 there already; 1 of a day that has another, left out"), "{told}");
    let second = past_two(&harness, &["--yes", "--json", "--same-day"]).succeeds().json();
    assert_eq!((&second["imported"], &second["same_day"]), (&json!(1), &json!(0)));
}
