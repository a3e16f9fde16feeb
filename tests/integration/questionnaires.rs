//! `checkin questionnaires`: list, show, check, new, add, remove.

use crate::harness::Harness;

const TEAM: &str = r#"format = 1
id = "team"
version = "1.0.0"
title = "Team"
[[scale]]
id = "frequency"
options = [{ value = 0, label = "Never" }, { value = 1, label = "Always" }]
[[item]]
id = "asked"
text = "I could ask."
scale = "frequency"
[[score]]
id = "team"
items = ["asked"]
method = "mean"
output = [0, 100]
better = "higher"
[[example]]
answers = { asked = 1 }
expect = { team = 100 }
"#;

fn write(harness: &Harness, name: &str, text: &str) {
    std::fs::write(harness.home().join(name), text).expect("a file");
}

#[test]
fn list_and_show() {
    let harness = Harness::new();
    for command in [
        vec!["questionnaires", "list"],
        vec!["questionnaires", "show", "support"],
        vec!["questionnaires", "show", "context"],
        vec!["questionnaires", "show", "suport"],
    ] {
        let outcome = harness.checkin(&command).run();
        insta::assert_snapshot!(command.join("_"), outcome.snapshot(&harness));
    }
}

#[test]
fn show_as_toml_is_the_file_and_passes_check() {
    let harness = Harness::new();
    let text =
        harness.checkin(&["questionnaires", "show", "strain", "--toml"]).run().succeeds().stdout;
    assert!(text.starts_with("# Burnout strain"));
    write(&harness, "strain.toml", &text);
    harness.checkin(&["questionnaires", "check", "strain.toml"]).run().succeeds();
}

#[test]
fn check_finds_everything_in_one_run() {
    let harness = Harness::new();
    let text = TEAM
        .replace("title = ", "titel = ")
        .replace("scale = \"frequency\"", "scale = \"frequncy\"")
        .replace("method = \"mean\"", "method = \"average\"")
        .replace("version = \"1.0.0\"", "version = \"one\"");
    write(&harness, "team.toml", &text);
    let outcome = harness.checkin(&["questionnaires", "check", "team.toml"]).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
    let json = harness
        .checkin(&["questionnaires", "check", "team.toml", "--json"])
        .run()
        .ends_with(1)
        .json();
    assert!(json[0]["findings"].as_array().unwrap().len() >= 4, "{json}");
}

#[test]
fn a_wrong_worked_example_is_a_mistake() {
    let harness = Harness::new();
    write(&harness, "team.toml", &TEAM.replace("team = 100", "team = 99"));
    let outcome = harness.checkin(&["questionnaires", "check", "team.toml"]).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn a_recall_period_beyond_the_rhythm_is_warned_about() {
    let harness = Harness::new();
    write(
        &harness,
        "team.toml",
        &TEAM.replace("title =", "recall = \"In the past month\"\nrecall_days = 30\ntitle ="),
    );
    let outcome = harness.checkin(&["questionnaires", "check", "team.toml"]).run().succeeds();
    assert!(outcome.stdout.contains("warning"), "{}", outcome.stdout);
}

#[test]
fn add_answer_change_and_remove() {
    let harness = Harness::new();
    write(&harness, "team.toml", TEAM);
    harness.checkin(&["questionnaires", "add", "team.toml"]).run().succeeds();
    harness.keep("team", "2026-11-19", 1);
    write(&harness, "team.toml", &TEAM.replace("I could ask.", "I could ask anyone."));
    let refused = harness.checkin(&["questionnaires", "add", "team.toml"]).run().ends_with(1);
    insta::assert_snapshot!(refused.snapshot(&harness));
    let raised = TEAM.replace("I could ask.", "I could ask anyone.").replace("1.0.0", "1.1.0");
    write(&harness, "team.toml", &raised);
    harness.checkin(&["questionnaires", "add", "team.toml"]).run().succeeds();
    harness.keep("team", "2026-11-20", 0);
    let trends = harness.checkin(&["trends", "team", "--json"]).run().succeeds().json();
    assert_eq!(trends["scores"][0]["latest"]["value"], 0.0);
    assert!(trends["scores"][0]["former"].is_null(), "a changed item breaks the series: {trends}");
    let told = harness.checkin(&["trends", "team"]).run().succeeds().stdout;
    assert!(told.contains("not compared with 1.0.0 before it"), "{told}");
    harness.checkin(&["questionnaires", "remove", "team"]).run().succeeds();
    harness.checkin(&["explain", "2026-11-19"]).run().succeeds();
    harness.checkin(&["start", "team"]).run().ends_with(1);
}

#[test]
fn a_comparable_version_goes_on_with_the_series() {
    let harness = Harness::new();
    write(&harness, "team.toml", TEAM);
    harness.checkin(&["questionnaires", "add", "team.toml"]).run().succeeds();
    harness.keep("team", "2026-11-19", 1);
    let raised = TEAM
        .replace("I could ask.", "I was able to ask.")
        .replace("version = \"1.0.0\"", "version = \"1.0.1\"")
        .replace("method = ", "comparable_with = [\"1.0.0\"]\nmethod = ");
    write(&harness, "team.toml", &raised);
    harness.checkin(&["questionnaires", "add", "team.toml"]).run().succeeds();
    harness.keep("team", "2026-11-20", 0);
    let trends = harness.checkin(&["trends", "team", "--json"]).run().succeeds().json();
    assert_eq!(trends["scores"][0]["former"]["value"], 100.0);
    for command in [["trends", "team"].as_slice(), &["trends", "--view", "table"], &["report"]] {
        let told = harness.checkin(command).run().succeeds().stdout;
        assert!(told.contains("declared comparable with 1.0.0"), "{told}");
    }
}

#[test]
fn built_in_questionnaires_cannot_be_replaced_or_removed() {
    let harness = Harness::new();
    write(
        &harness,
        "support.toml",
        &TEAM.replace("\"team\"", "\"support\"").replace("team = 100", "support = 100"),
    );
    for command in
        [vec!["questionnaires", "add", "support.toml"], vec!["questionnaires", "remove", "support"]]
    {
        let outcome = harness.checkin(&command).run().ends_with(1);
        insta::assert_snapshot!(command.join("_"), outcome.snapshot(&harness));
    }
}

#[test]
fn new_writes_a_skeleton_that_passes_check() {
    let harness = Harness::new();
    harness.checkin(&["questionnaires", "new", "my-team", "--yes"]).run().succeeds();
    harness.checkin(&["questionnaires", "check", "my-team.toml"]).run().succeeds();
    let again = harness.checkin(&["questionnaires", "new", "my-team", "--yes"]).run().ends_with(1);
    insta::assert_snapshot!(again.snapshot(&harness));
    let input = "My \"quoted\" team\n\nI slept well.\nI woke up at night.\n\ny\ny\n";
    harness.checkin(&["questionnaires", "new", "sleep"]).input(input).run().succeeds();
    harness.checkin(&["questionnaires", "add", "sleep.toml"]).run().succeeds();
    let shown = harness.checkin(&["questionnaires", "show", "sleep"]).run().succeeds();
    insta::assert_snapshot!(shown.snapshot(&harness));
}

#[test]
fn a_hostile_definition_is_never_added() {
    let harness = Harness::new();
    write(&harness, "team.toml", &TEAM.replace("I could ask.", "I could \u{202e}ask\\u001b[2J."));
    let outcome = harness.checkin(&["questionnaires", "add", "team.toml"]).run().ends_with(1);
    assert!(!outcome.stderr.contains(['\u{202e}', '\u{1b}']), "{:?}", outcome.stderr);
    assert!(!harness.data().join("questionnaires").exists());
}

#[test]
fn wording_that_was_typed_before_leaving_is_gone_on_with() {
    let harness = Harness::new();
    let adopt =
        |input: &str| harness.checkin(&["questionnaires", "adopt", "phq-2"]).input(input).run();
    let kept = harness.home().join("data/adopting-phq-2.json");
    let told = adopt("The first\n").ends_with(1).stderr;
    assert!(told.contains("`checkin questionnaires adopt phq-2` goes on with it"), "{told}");
    let told = adopt("1\nThe secnd\nNone\nSome\n").ends_with(1).stderr;
    assert!(told.contains("You typed one line of this copy before."), "{told}");
    // All is there, and one line is wrong: they come again, each to be kept or changed.
    let told = adopt("1\nMore\nMost\nn\n").ends_with(1).stderr;
    assert!(told.contains("not confirmed") && kept.exists(), "{told}");
    let told = adopt("2\n\nThe second\n\n\n\n\ny\ny\n").succeeds().stderr;
    assert!(told.contains("[The secnd]"), "{told}");
    assert!(!kept.exists(), "it is in the questionnaire now");
    let show = ["questionnaires", "show", "phq-2", "--json"];
    let shown = harness.checkin(&show).run().succeeds().json();
    assert_eq!(shown["items"][0]["text"], "The first");
    assert_eq!(shown["items"][1]["text"], "The second");
    assert_eq!(shown["items"][1]["kind"]["options"][3]["label"], "Most");
}
