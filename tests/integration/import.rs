//! `checkin questionnaires import`: foreign files through the binary. All wording is invented.

use serde_json::{Value, json};

use crate::harness::{Harness, Outcome};

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/interop/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn import(harness: &Harness, name: &str, more: &[&str]) -> Outcome {
    let file = fixture(name);
    let mut arguments = vec!["questionnaires", "import", &file];
    arguments.extend(more);
    harness.checkin(&arguments).run()
}

/// Imports as JSON; gives the report, and the definition as TOML, which passes `check`.
fn taken(name: &str, more: &[&str]) -> (Value, String) {
    let harness = Harness::new();
    let arguments: Vec<&str> = ["--json", "--as", "sheet"].iter().chain(more).copied().collect();
    let report = import(&harness, name, &arguments).succeeds().json();
    let text =
        harness.checkin(&["questionnaires", "show", "sheet", "--toml"]).run().succeeds().stdout;
    std::fs::write(harness.home().join("sheet.toml"), &text).expect("a file");
    harness.checkin(&["questionnaires", "check", "sheet.toml"]).run().succeeds();
    (report, text)
}

fn found(report: &Value) -> Vec<(String, Option<String>)> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let findings = report["findings"].as_array().expect("findings");
    findings.iter().map(|f| (text(&f["code"]).expect("a code"), text(&f["item"]))).collect()
}

fn items(report: &Value) -> Vec<&str> {
    let taken = report["taken"].as_array().expect("a list");
    taken.iter().filter_map(|item| item["item"].as_str()).collect()
}

#[track_caller]
fn says(report: &Value, expected: &[(&str, &str)]) {
    let found = found(report);
    let expected: Vec<(String, Option<String>)> =
        expected.iter().map(|(code, item)| ((*code).into(), Some((*item).into()))).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_report_tells_what_was_taken_left_and_why() {
    let harness = Harness::new();
    let outcome = import(&harness, "redcap.csv", &["--as", "sheet"]).succeeds();
    insta::assert_snapshot!(outcome.snapshot(&harness));
    let shown = harness.checkin(&["questionnaires", "show", "sheet", "--toml"]).run().succeeds();
    insta::assert_snapshot!("imported_definition", shown.stdout);
}

#[test]
fn redcap_codes_are_values() {
    let (report, text) = taken(
        "redcap.csv",
        &["--score", "sum", "--items", "one,two", "--reverse", "two", "--confirm"],
    );
    assert_eq!(items(&report), ["one", "two", "three", "nine", "ten"]);
    says(
        &report,
        &[
            ("E-OPTION", "four"),
            ("E-BRANCH", "five"),
            ("E-REPEATS", "six"),
            ("K-TOTAL", "seven"),
            ("E-TYPE-ITEM", "eight"),
            ("W-NOWEIGHT", "nine"),
        ],
    );
    assert_eq!(report["taken"][0]["values"], json!([0.0, 1.0, 2.0]));
    assert!(text.contains("Item one of the sheet") && text.contains("Answer, much"), "{text}");
    assert!(text.contains("reverse = [\"two\"]") && text.contains("method = \"sum\""), "{text}");
    assert_eq!(report["key"], "confirmed");
}

#[test]
fn a_workbook_and_its_csv_give_the_same() {
    let (book, of_book) = taken("form.xlsx", &[]);
    let (csv, of_csv) = taken("form.csv", &[]);
    assert_eq!(of_book.replace("form.xlsx", ""), of_csv.replace("form.csv", ""));
    for report in [book, csv] {
        assert_eq!(items(&report), ["one", "two", "five"]);
        assert_eq!(report["taken"][0]["values"], json!([0.0, 1.0, 2.0]));
        let expected = [
            ("E-BRANCH", Some("three")),
            ("E-REPEATS", Some("four")),
            ("K-TOTAL", Some("sum")),
            ("E-TYPE-ITEM", Some("six")),
            ("W-IGNORED", None),
        ];
        let found = found(&report);
        let found: Vec<_> = found.iter().map(|(c, i)| (c.as_str(), i.as_deref())).collect();
        assert_eq!(found, expected, "the heading of the group is passed over");
    }
    let (_, spanish) = taken("form.xlsx", &["--language", "es"]);
    assert!(spanish.contains("Pregunta uno") && spanish.contains("language = \"es\""), "{spanish}");
}

#[test]
fn limesurvey_assessment_values_are_values_and_zeros_are_none() {
    let (report, text) = taken("limesurvey.txt", &[]);
    assert_eq!(items(&report), ["q1_SQ001", "q1_SQ002", "q2", "q5"]);
    assert_eq!(report["taken"][0]["values"], json!([0.0, 1.0, 2.0]));
    assert_eq!(report["taken"][2]["values"], Value::Null);
    says(
        &report,
        &[("W-NOWEIGHT", "q2"), ("E-BRANCH", "q3"), ("E-REPEATS", "q4"), ("E-TYPE-ITEM", "q6")],
    );
    assert!(text.contains("Over the past days: Item one of the sheet"), "{text}");
}

#[test]
fn openscales_scores_are_proposed_and_taken_once_confirmed() {
    let (report, text) = taken("scale.osd", &[]);
    assert_eq!(items(&report), ["one", "two", "three", "six_1", "six_2"]);
    says(
        &report,
        &[
            ("W-IGNORED", "inst"),
            ("W-NOWEIGHT", "three"),
            ("E-TYPE-ITEM", "four"),
            ("E-BRANCH", "five"),
            ("K-EXPR", "other"),
            ("K-EXPR", "sd"),
        ],
    );
    assert_eq!(report["key"], "to be confirmed");
    assert!(!text.contains("[[score]]"), "nothing is scored that nobody confirmed: {text}");
    let harness = Harness::new();
    let refused = import(&harness, "scale.osd", &["--score", "file"]).ends_with(1);
    assert!(refused.stderr.contains("the key is to be confirmed"), "{}", refused.stderr);
    let (report, text) = taken("scale.osd", &["--score", "file", "--confirm"]);
    assert_eq!(report["scores"][0]["reverse"], json!(["two"]));
    assert!(text.contains("method = \"mean\"") && text.contains("reverse = [\"two\"]"), "{text}");
}

#[test]
fn values_are_given_never_guessed() {
    let harness = Harness::new();
    let unvalued = import(&harness, "limesurvey.txt", &["--score", "sum"]).ends_with(1);
    assert!(
        unvalued.stderr.contains("the options of `q2` have no values of their own"),
        "{}",
        unvalued.stderr
    );
    let (report, text) = taken("limesurvey.txt", &["--score", "sum", "--values", "q2=3,7"]);
    assert_eq!(report["taken"][2]["values"], json!([3.0, 7.0]));
    assert_eq!(report["taken"][0]["values"], json!([0.0, 1.0, 2.0]), "the file's values stay");
    assert!(text.contains("value = 7"), "{text}");
    let equal = import(&harness, "limesurvey.txt", &["--values", "q2=3,3"]).ends_with(1);
    assert!(equal.stderr.contains("each with a value of its own"), "{}", equal.stderr);
    let listed = harness.checkin(&["questionnaires", "list"]).run().succeeds().stdout;
    assert!(!listed.contains("own"), "nothing was added: {listed}");
}

#[test]
fn a_recognised_total_is_scored_only_when_confirmed() {
    let (report, text) = taken("five.json", &[]);
    assert_eq!(report["proposals"][0]["items"], json!(["w1", "w2", "w3", "w4", "w5"]));
    assert!(!text.contains("[[score]]"), "{text}");
    let harness = Harness::new();
    for more in [&["--score", "file"][..], &["--score", "sum"]] {
        let refused = import(&harness, "five.json", more).ends_with(1);
        assert!(refused.stderr.contains("K-TOTAL T"), "{}", refused.stderr);
    }
    let (_, text) = taken("five.json", &["--score", "file", "--confirm"]);
    assert!(text.contains("method = \"sum\""), "{text}");
}

#[test]
fn a_key_of_checkin_scores_imported_wording() {
    let harness = Harness::new();
    import(&harness, "five.json", &["--key", "who-5", "--json"]).ends_with(1);
    let report =
        import(&harness, "five.json", &["--key", "who-5", "--confirm", "--json"]).succeeds().json();
    assert_eq!((&report["id"], &report["key"]), (&json!("who-5"), &json!("key of checkin")));
    let kept = harness.keep("who-5", "2026-11-20", 3);
    assert!(kept.stdout.contains("60"), "{}", kept.stdout);
    let other = import(&harness, "five.json", &["--key", "phq-9", "--confirm"]).ends_with(1);
    assert!(other.stderr.contains("the key has 9 items, and there are 5"), "{}", other.stderr);
}

#[test]
fn weights_that_differ_from_the_key_are_said_and_the_key_counts() {
    let harness = Harness::new();
    let text = std::fs::read_to_string(fixture("five.json")).expect("a file");
    let file = harness.home().join("five.json");
    std::fs::write(&file, text.replace("\"valueDecimal\": 5", "\"valueDecimal\": 6"))
        .expect("a file");
    let import = ["questionnaires", "import", "five.json", "--key", "who-5", "--confirm", "--json"];
    let report = harness.checkin(&import).run().succeeds().json();
    let codes = found(&report);
    assert!(codes.contains(&("K-OTHERKEY".into(), Some("w1".into()))), "{codes:?}");
    let shown =
        harness.checkin(&["questionnaires", "show", "who-5", "--toml"]).run().succeeds().stdout;
    assert!(
        shown.contains("value = 5, label = \"Answer all\"") && !shown.contains("value = 6"),
        "{shown}"
    );
}

#[test]
fn hostile_and_broken_files_are_refused_with_a_reason() {
    let harness = Harness::new();
    let cases: [(&str, &[u8], &str); 9] = [
        (
            "twice.json",
            b"{\"resourceType\": \"Questionnaire\", \"resourceType\": \"Bundle\"}",
            "E-JSON the key `resourceType` is there twice",
        ),
        ("cut.json", b"{\"resourceType\": ", "E-JSON EOF while parsing"),
        ("deep.json", "[".repeat(5000).leak().as_bytes(), "E-JSON values are nested deeper"),
        (
            "latin.csv",
            b"field_name,field_type\n\xe9,radio\n",
            "E-JSON the file is not UTF-8 text, from byte 22 on",
        ),
        ("empty.txt", b"", "E-TYPE the format is not recognised"),
        ("other.zip", b"PK\x03\x04nothing", "E-JSON the file is no workbook"),
        (
            "names.csv",
            b"field_name,field_type,field_label\nx,yesno,Item\nx,yesno,Item\n",
            "E-LINKID x: this field is there twice",
        ),
        ("bare.osd", b"{\"scale_info\": {}}", "E-TYPE the file holds no `translations`"),
        (
            "tabs.txt",
            b"class\tname\tid\n",
            "E-TYPE the columns class, type/scale, name and text are needed",
        ),
    ];
    for (name, bytes, expected) in cases {
        std::fs::write(harness.home().join(name), bytes).expect("a file");
        let outcome = harness.checkin(&["questionnaires", "import", name]).run().ends_with(1);
        assert!(
            outcome.stdout.contains(expected),
            "{name}: {}\n{}",
            outcome.stdout,
            outcome.stderr
        );
        let json = harness
            .checkin(&["questionnaires", "import", name, "--json"])
            .run()
            .ends_with(1)
            .json();
        assert_eq!(json["verdict"], "refused", "{name}");
    }
}

#[test]
fn markup_and_control_characters_of_a_file_reach_neither_definition_nor_terminal() {
    let harness = Harness::new();
    let file = json!({"resourceType": "Questionnaire", "title": "A\u{1b}[2J sheet", "item": [{"linkId": "a\u{202e}\u{7}", "type": "boolean", "text": "<b>Item</b>\u{200b} one"}, {"linkId": "b\u{1b}[31m", "type": "url", "text": "x"}]});
    std::fs::write(harness.home().join("x.json"), file.to_string()).expect("a file");
    let outcome =
        harness.checkin(&["questionnaires", "import", "x.json", "--as", "x"]).run().succeeds();
    let printed = format!("{}{}", outcome.stdout, outcome.stderr);
    assert!(
        printed.chars().all(|c| c == '\n' || !(c.is_control() || c == '\u{202e}')),
        "{printed:?}"
    );
    let shown = harness.checkin(&["questionnaires", "show", "x", "--toml"]).run().succeeds().stdout;
    assert!(shown.contains("text = \"Item one\""), "{shown}");
}

#[test]
fn several_questionnaires_are_asked_about() {
    let harness = Harness::new();
    let of = |id: &str| json!({"resource": {"resourceType": "Questionnaire", "id": id, "item": [{"linkId": "1", "type": "boolean", "text": "Item one"}]}});
    let bundle = json!({"resourceType": "Bundle", "entry": [of("a"), of("b")]});
    std::fs::write(harness.home().join("x.json"), bundle.to_string()).expect("a file");
    let asked = harness.checkin(&["questionnaires", "import", "x.json"]).run().ends_with(1);
    assert!(asked.stderr.contains("`--id NAME` says which one"), "{}", asked.stderr);
    let json = harness
        .checkin(&["questionnaires", "import", "x.json", "--json"])
        .run()
        .ends_with(1)
        .json();
    assert_eq!((&json["verdict"], &json["candidates"][1]["id"]), (&json!("ask"), &json!("b")));
    assert_eq!((&json["file"], &json["findings"]), (&json!("x.json"), &json!([])));
    harness.checkin(&["questionnaires", "import", "x.json", "--id", "b"]).run().succeeds();
}

#[test]
fn the_language_of_a_definition_is_that_of_its_texts() {
    let (_, text) = taken("five.json", &["--language", "fr"]);
    assert!(!text.contains("language = \"fr\""), "{text}");
}

const OLD: &str = "Date;team.asked;remark\n2026-09-04;1;x\n2026-09-11;Never;y\n2026-09-18;;z\n";
const TEAM: &str = "format = 1\nid = \"team\"\nversion = \"1.0.0\"\ntitle = \"Team\"\n[[scale]]\nid = \"often\"\noptions = [{ value = 0, label = \"Never\" }, { value = 1, label = \"Always\" }]\n[[item]]\nid = \"asked\"\ntext = \"I could ask.\"\nscale = \"often\"\n[[score]]\nid = \"all\"\nitems = [\"asked\"]\nmethod = \"mean\"\noutput = [0, 100]\nbetter = \"higher\"\n";

/// Returns a home with a questionnaire of one's own and a file beside it.
pub(crate) fn with_own((id, definition): (&str, &str), (name, text): (&str, &str)) -> Harness {
    let harness = Harness::new();
    let file = format!("{id}.toml");
    std::fs::write(harness.home().join(&file), definition).expect("a file");
    harness.checkin(&["questionnaires", "add", &file]).run().succeeds();
    std::fs::write(harness.home().join(name), text).expect("a file");
    harness
}

/// Imports `old.csv` as past check-ins of a questionnaire.
pub(crate) fn past_of(id: &str, harness: &Harness, more: &[&str]) -> Outcome {
    let mut arguments = vec!["history", "import", "old.csv", "--questionnaire", id];
    arguments.extend(more);
    harness.checkin(&arguments).run()
}

fn with_team(name: &str, text: &str) -> Harness {
    with_own(("team", TEAM), (name, text))
}

fn past(harness: &Harness, more: &[&str]) -> Outcome {
    past_of("team", harness, more)
}

#[test]
fn old_answers_are_scored_marked_and_imported_once() {
    let harness = with_team("old.csv", OLD);
    let first = past(&harness, &["--yes", "--json"]).succeeds().json();
    assert_eq!((&first["imported"], &first["known"]), (&json!(2), &json!(0)));
    let again = past(&harness, &["--yes", "--json"]).succeeds().json();
    assert_eq!((&again["imported"], &again["known"]), (&json!(0), &json!(2)));
    let shown = harness.checkin(&["history", "show", "2026-09-04"]).run().succeeds().stdout;
    assert!(shown.contains("4 Sep 2026, imported\n") && shown.contains("100"), "{shown}");
    let explained = harness.checkin(&["explain", "2026-09-11"]).run().succeeds().stdout;
    assert!(explained.contains("team.all"), "{explained}");
    harness.checkin(&["history", "delete", "2026-09-04", "--yes"]).run().succeeds();
    let deleted = past(&harness, &["--yes", "--json"]).succeeds().json();
    assert_eq!(
        (&deleted["imported"], &deleted["deleted"]),
        (&json!(0), &json!(1)),
        "what was deleted stays so"
    );
}

#[test]
fn old_scores_are_kept_as_they_are_and_shown_in_trends() {
    let harness = with_team("old.csv", "when,total\n04.09.2026,0\n11.09.2026,100\n18.09.2026,\n");
    let map = ["--map", "when=date", "--map", "total=team.all", "--date-format", "%d.%m.%Y"];
    let outcome = past(&harness, &map).ends_with(1);
    assert!(outcome.stderr.contains("`--yes` imports without asking"), "{}", outcome.stderr);
    let map: Vec<&str> = map.into_iter().chain(["--yes"]).collect();
    let told = past(&harness, &map).succeeds().stderr;
    assert!(told.contains("Imported: 2 check-ins with scores alone of team."), "{told}");
    let shown = harness.checkin(&["history", "show", "2026-09-11"]).run().succeeds().stdout;
    assert!(shown.contains("imported as scores alone") && shown.contains("100"), "{shown}");
    let explained = harness.checkin(&["explain", "2026-09-11"]).run().ends_with(1).stderr;
    assert!(explained.contains("there are no answers to explain them by"), "{explained}");
    let edit = harness.checkin(&["history", "edit", "2026-09-11"]);
    let edited = edit.input("3\nFrom the old sheet\n1\n").run().succeeds().stderr;
    assert!(edited.contains("Corrected"), "{edited}");
    let trends = harness.checkin(&["trends", "team.all", "--json"]).run().succeeds().json();
    assert_eq!(
        trends["scores"][0]["latest"]["value"], 100.0,
        "a note leaves the score alone: {trends}"
    );
    harness.checkin(&["report"]).run().succeeds();
}

#[test]
fn rows_that_do_not_fit_are_all_named_and_nothing_is_imported() {
    let harness = with_team("old.csv", "date,asked\n2026-09-04,7\nyesterday,1\n2027-09-04,1\n");
    let told = past(&harness, &["--yes"]).ends_with(1).stderr;
    assert!(told.contains("line 2: `asked` holds no answer to `team.asked`"), "{told}");
    assert!(told.contains("line 3: the date in `date` is not of the form %Y-%m-%d"), "{told}");
    assert!(!told.contains('7') || !told.contains("yesterday"), "no answer is printed: {told}");
    let early = "date,asked\n2027-09-04,1\n2026-09-04,1\n2028-09-04,1\n";
    std::fs::write(harness.home().join("old.csv"), early).expect("a file");
    assert_eq!(past(&harness, &["--yes"]).ends_with(1).stderr.matches("in the future").count(), 2);
    std::fs::write(harness.home().join("old.csv"), "day,x\n2026-09-04,1\n").expect("a file");
    assert!(
        past(&harness, &["--yes"])
            .ends_with(1)
            .stderr
            .contains("no column is an item or a score of `team`")
    );
    assert!(
        past(&harness, &["--yes", "--map", "y=date"])
            .ends_with(2)
            .stderr
            .contains("there is no column `y`")
    );
    assert!(
        past(&harness, &["--yes", "--map", "x=al"])
            .ends_with(2)
            .stderr
            .contains("neither an item nor a score")
    );
    assert!(!harness.data().join("history.db").exists(), "nothing was begun");
}
