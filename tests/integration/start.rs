//! `checkin start` and bare `checkin` without a terminal: lines, files, refusals.

use crate::harness::Harness;

fn lines(count: usize, line: &str) -> String {
    format!("{line}\n").repeat(count)
}

#[test]
fn a_first_run_in_lines() {
    let harness = Harness::new();
    let input = format!("2\nthursday\n\n{}\n", lines(32, "4"));
    let outcome = harness.checkin(&[]).input(&input).run().succeeds();
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn enter_takes_the_region_of_the_locale() {
    for (locale, region, name) in [
        ("de_DE.UTF-8", "eu", "Europäische Union"),
        ("es_ES.UTF-8", "eu", "Unión Europea"),
        ("en_GB.UTF-8", "gb", "United Kingdom"),
        ("es_AR.UTF-8", "none", "Reino Unido"),
        ("C.UTF-8", "none", "United Kingdom"),
    ] {
        let harness = Harness::new();
        let first = harness.checkin(&[]).env("LANG", locale).input("\n\n\nq\n").run();
        assert!(first.stderr.contains(name), "{locale}: {}", first.stderr);
        let config = harness.checkin(&["config", "--json"]).run().succeeds().json();
        assert_eq!(config["region"], region, "{locale}");
    }
}

#[test]
fn the_input_may_end_after_the_last_answer() {
    let harness = Harness::new();
    harness.checkin(&["start", "support"]).input(&lines(4, "often")).run().succeeds();
    let list = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    assert_eq!(list[0]["scores"]["support.support"]["value"], 62.5);
}

#[test]
fn an_input_that_ends_early_keeps_the_answers() {
    let harness = Harness::new();
    let outcome = harness.checkin(&["start", "support"]).input("1\n2\n").run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
    let resumed = harness.checkin(&[]).input("\n3\n4\n\n").run().succeeds();
    assert!(resumed.stderr.contains("Question 3 of 4"), "{}", resumed.stderr);
}

#[test]
fn the_first_questions_can_be_left_and_nothing_is_kept() {
    for input in ["q\n", "\nq\n", "\n\nq\n"] {
        let harness = Harness::new();
        let outcome = harness.checkin(&[]).input(input).run().succeeds();
        assert!(outcome.stderr.contains("Left. Nothing was answered."), "{}", outcome.stderr);
        assert!(!harness.data().exists(), "{input:?}");
    }
}

#[test]
fn the_list_of_what_to_do_with_a_draft_can_be_left_and_no_is_no() {
    let harness = Harness::new();
    harness.checkin(&["start", "support"]).input("1\nq\n").run().succeeds();
    let left = harness.checkin(&[]).input("q\n").run().succeeds();
    assert!(left.stderr.ends_with("goes on with it.\n"), "{}", left.stderr);
    let kept = harness.checkin(&[]).input("3\nn\nq\n").run().succeeds();
    assert_eq!(kept.stderr.matches("What would you like?").count(), 2, "{}", kept.stderr);
    let status = harness.checkin(&["status"]).run().succeeds().stdout;
    assert_eq!(status.matches("Open: ").count(), 1, "{status}");
}

#[test]
fn a_second_check_in_of_a_week_is_remarked_on() {
    let harness = Harness::new();
    harness.checkin(&["start", "support"]).input(&lines(4, "often")).run().succeeds();
    let list = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    let id = list[0]["id"].as_str().unwrap();
    let edit = format!("checkin history edit {}", &id[id.len() - 8..]);
    let told = |now: &str, questionnaire: &str| {
        let run = harness.checkin(&["start", questionnaire, "--new"]).now(now);
        run.input("q\n").run().succeeds().stderr.replace('\n', " ")
    };
    let same_day = told("2026-11-20T20:00:00+01:00", "support");
    assert!(same_day.contains("of two on one day, the later one counts"), "{same_day}");
    let same_week = told("2026-11-23T20:00:00+01:00", "support");
    assert!(same_week.contains("of this week is finished already, on 20"), "{same_week}");
    for remark in [same_day, same_week] {
        assert!(remark.contains(&edit), "{remark}");
    }
    for (now, questionnaire) in
        [("2026-11-27T20:00:00+01:00", "support"), ("2026-11-20T20:00:00+01:00", "teamwork")]
    {
        let other = told(now, questionnaire);
        assert!(!other.contains("finished already"), "{other}");
    }
}

#[test]
fn lines_know_back_skip_note_help_and_leave() {
    let harness = Harness::new();
    let input = "b\n1\nb\n\nn a note\ns\n?\nbeef\n-\n5\nq\n";
    let outcome = harness.checkin(&["start", "support"]).input(input).run().succeeds();
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn answers_from_json_and_toml_give_the_same_check_in() {
    let json = r#"{"answers": {"support.heard": 4, "support.recognised": 3, "support.understood": "skipped",
        "support.alone": 1}, "note": "late shift", "notes": {"heard": "twice"},
        "context": {"context.client-hours": 21.5, "context.incident": false}}"#;
    let toml = "note = \"late shift\"\n[answers]\nheard = 4\nrecognised = 3\nunderstood = \"skipped\"\nalone = 1\n\
        [notes]\nheard = \"twice\"\n[context]\nclient-hours = 21.5\nincident = false\n";
    let shown = [json, toml].map(|answers| {
        let harness = Harness::new();
        let run = harness.checkin(&["start", "support", "--answers", "-", "--json"]);
        run.input(answers).run().succeeds();
        harness.checkin(&["history", "show"]).run().succeeds().snapshot(&harness)
    });
    assert_eq!(shown[0], shown[1]);
    insta::assert_snapshot!(shown[0]);
}

#[test]
fn everything_wrong_with_the_answers_is_said_at_once() {
    let harness = Harness::new();
    let answers = r#"{"answers": {"support.heart": 4, "support.recognised": 9, "support.understood": "not_applicable",
        "teamwork.together": 2, "support.alone": [1]}, "nota": "x", "notes": {"support.none": "y"}}"#;
    let run = harness.checkin(&["start", "support", "--answers", "-"]);
    let outcome = run.input(answers).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
    assert!(!harness.data().join("history.db").exists(), "nothing is written");
}

#[test]
fn json_with_a_key_twice_is_refused() {
    let harness = Harness::new();
    let answers = r#"{"answers": {"support.heard": 4, "support.heard": 0}}"#;
    let run = harness.checkin(&["start", "support", "--answers", "-"]);
    let outcome = run.input(answers).run().ends_with(1);
    assert!(outcome.stderr.contains("is there twice"), "{}", outcome.stderr);
}

#[test]
fn a_late_entry_is_marked_and_sorted_by_its_day() {
    let harness = Harness::new();
    harness.keep("support", "2026-11-20", 3);
    let answers = harness.answers("support", |_| "1".into());
    let run =
        harness.checkin(&["start", "support", "--date", "2026-11-12", "--answers", "-", "--json"]);
    let late = run.input(&answers).run().succeeds().json();
    assert_eq!(late["late"], true);
    assert_eq!(late["week"], "2026-11-06");
    let list = harness.checkin(&["history", "list"]).run().succeeds();
    insta::assert_snapshot!(list.snapshot(&harness));
}

#[test]
fn a_day_in_the_future_is_refused() {
    let harness = Harness::new();
    let outcome =
        harness.checkin(&["start", "--date", "2026-11-21", "--answers", "-"]).run().ends_with(2);
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn an_unknown_questionnaire_has_a_suggestion() {
    let harness = Harness::new();
    let outcome = harness.checkin(&["start", "weeky"]).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn high_strain_shows_the_support_resources_of_the_region() {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "region", "nz"]).run().succeeds();
    let answers = r#"{"answers": {"emptied": 4, "cold": 3, "foggy": 3, "left-over": 2}}"#;
    let run = harness.checkin(&["start", "strain", "--answers", "-"]);
    let outcome = run.input(answers).run().succeeds();
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn an_old_draft_is_asked_about() {
    let harness = Harness::new();
    harness.checkin(&["start", "support"]).input("1\nq\n").run().succeeds();
    let later =
        harness.checkin(&[]).now("2026-12-04T18:00:00+01:00").input("\nq\n").run().succeeds();
    assert!(later.stderr.contains("older than the days it asks about"), "{}", later.stderr);
    let status = harness.checkin(&["status", "--json"]).run().succeeds().json();
    assert_eq!(status["drafts"].as_array().unwrap().len(), 1, "the old draft stays");
}

#[test]
fn line_by_line_a_second_note_goes_on_with_the_first() {
    let harness = Harness::new();
    let first = harness.checkin(&["start", "support", "--plain"]).input("q\n").run().succeeds();
    assert!(first.stderr.contains("Left. Nothing was answered."), "{}", first.stderr);
    let input = "n on call\nn two admissions\nn\n\n3\nb\nq\n";
    let told = harness.checkin(&["start", "support", "--plain"]).input(input).run().succeeds();
    assert!(told.stderr.contains("Added to the note."), "{}", told.stderr);
    assert!(told.stderr.contains("There is a note: on call; two admissions."), "{}", told.stderr);
    assert!(told.stderr.contains("The note stays as it was."), "{}", told.stderr);
    assert!(told.stderr.contains("There is a note to this question."), "{}", told.stderr);
    let input = "1\nb\nn\n-\nq\n";
    let told = harness.checkin(&["start", "support", "--plain"]).input(input).run().succeeds();
    assert!(told.stderr.contains("The note is removed."), "{}", told.stderr);
}
