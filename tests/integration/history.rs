//! `checkin history`, `explain`, `note` and `event`: what was kept, corrected and erased.

use crate::harness::Harness;
use crate::pty::{Person, Setting};

fn five_weeks() -> Harness {
    let harness = Harness::new();
    for (day, value) in [("2026-10-23", 1), ("2026-10-30", 3), ("2026-11-13", 2), ("2026-11-20", 4)]
    {
        harness.keep("support", day, value);
    }
    harness
}

#[test]
fn list_as_json_has_the_documented_form() {
    let harness = five_weeks();
    let answers = r#"{"answers": {"heard": 4, "recognised": "skipped", "understood": "skipped", "alone": 0}}"#;
    harness.checkin(&["start", "support", "--answers", "-"]).input(answers).run().succeeds();
    let list = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    let list = list.as_array().unwrap();
    assert_eq!(list.len(), 5);
    for check_in in list {
        let keys: Vec<&String> = check_in.as_object().unwrap().keys().collect();
        for key in ["format", "id", "date", "week", "questionnaire", "version", "late", "scores"] {
            assert!(keys.iter().any(|known| *known == key), "{key} in {keys:?}");
        }
        assert_eq!(check_in["format"], 1);
    }
    let dates: Vec<&str> = list.iter().map(|check_in| check_in["date"].as_str().unwrap()).collect();
    assert!(dates.is_sorted(), "oldest first: {dates:?}");
    let first = &list[0]["scores"]["support.support"];
    assert_eq!(
        (first["value"].as_f64(), first["band"].as_str()),
        (Some(37.5), Some("middle third"))
    );
    let latest = &list[4]["scores"]["support.support"];
    assert!(latest["value"].is_null());
    assert_eq!(latest["reason"], "2 of 4 items answered, at least 3 needed");
}

#[test]
fn show_explain_and_trends_of_a_short_history() {
    let harness = five_weeks();
    harness
        .checkin(&["event", "add", "leave", "--from", "2026-11-06", "--to", "2026-11-12", "sea"])
        .run()
        .succeeds();
    harness.checkin(&["note", "add", "new rota", "--date", "2026-11-19"]).run().succeeds();
    for command in [
        vec!["history", "show"],
        vec!["explain"],
        vec!["trends"],
        vec!["report", "--plain"],
        vec!["trends", "--json"],
        vec!["status"],
        vec!["event", "list"],
        vec!["note", "list"],
    ] {
        let outcome = harness.checkin(&command).run().succeeds();
        insta::assert_snapshot!(command.join("_"), outcome.snapshot(&harness));
    }
}

#[test]
fn a_correction_keeps_what_was_there_before() {
    let harness = five_weeks();
    let edit = [
        "history",
        "edit",
        "last",
        "--set",
        "support.heard=0",
        "--set",
        "alone=skipped",
        "--note",
        "misread",
    ];
    harness.checkin(&edit).run().succeeds();
    let shown = harness.checkin(&["history", "show"]).run().succeeds();
    insta::assert_snapshot!(shown.snapshot(&harness));
    let list = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    assert_eq!(list[3]["edited"], true);
    let value = list[3]["scores"]["support.support"]["value"].as_f64().unwrap();
    assert!((value - 200.0 / 3.0).abs() < 1e-9, "0, 4, 4 on 0 to 4: {value}");
}

#[test]
fn a_correction_off_the_scale_changes_nothing() {
    let harness = five_weeks();
    let before = harness.checkin(&["history", "show", "--json"]).run().succeeds().stdout;
    let edit = ["history", "edit", "last", "--set", "support.heard=7", "--set", "support.nobody=1"];
    let outcome = harness.checkin(&edit).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
    assert_eq!(before, harness.checkin(&["history", "show", "--json"]).run().succeeds().stdout);
}

#[test]
fn a_correction_takes_a_label_and_says_what_it_changed() {
    let harness = five_weeks();
    harness.checkin(&["history", "edit", "last", "--set", "support.heard=0"]).run().succeeds();
    let edit = ["history", "edit", "last", "--set", "support.heard=Almost Always"];
    let told = harness.checkin(&edit).run().succeeds().stderr;
    let expected = "`support.heard` is now Almost always (4), before that Never (0)";
    assert!(told.contains(expected), "{told}");
    let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
    assert_eq!(shown["answers"]["support.heard"], 4);
    let edit = ["history", "edit", "last", "--set", "support.heard=Mostly"];
    let told = harness.checkin(&edit).run().ends_with(2).stderr;
    assert!(told.contains("the value of `support.heard` cannot be read"), "{told}");
}

#[test]
fn a_correction_can_be_chosen_line_by_line() {
    let harness = five_weeks();
    let input = "4\n1\n1\n";
    harness.checkin(&["history", "edit", "last"]).input(input).run().succeeds();
    let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
    assert_eq!(shown["answers"]["support.heard"], 0);
}

#[test]
fn delete_erases_after_a_question() {
    let harness = five_weeks();
    let unasked = harness.checkin(&["history", "delete", "last"]).run().ends_with(1);
    assert!(unasked.stderr.contains("--yes"), "{}", unasked.stderr);
    harness.checkin(&["history", "delete", "last"]).input("n\n").run().succeeds();
    assert_eq!(count(&harness), 4);
    harness.checkin(&["history", "delete", "last", "--yes"]).run().succeeds();
    assert_eq!(count(&harness), 3);
}

fn count(harness: &Harness) -> usize {
    let list = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    list.as_array().expect("a list").len()
}

/// Returns everything in a folder and below.
fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let entries = entries.map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| {
            let below = if path.is_dir() { files(&path) } else { Vec::new() };
            std::iter::once(path).chain(below)
        })
        .collect()
}

#[test]
fn deleted_words_are_not_in_any_file() {
    let harness = Harness::new();
    let canary = "a word nobody else uses: zirkonium";
    harness.checkin(&["note", "add", canary]).run().succeeds();
    let id = harness.checkin(&["note", "list", "--json"]).run().succeeds().json()[0]["id"].clone();
    harness.checkin(&["history", "delete", id.as_str().unwrap(), "--yes"]).run().succeeds();
    for file in files(&harness.data()).iter().filter(|path| path.is_file()) {
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.windows(9).any(|window| window == b"zirkonium"), "{}", file.display());
    }
}

#[test]
fn an_unknown_check_in_says_where_to_look() {
    let harness = five_weeks();
    let outcome = harness.checkin(&["history", "show", "00000000"]).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn hostile_words_reach_the_terminal_as_escapes() {
    let harness = Harness::new();
    let hostile = "a\u{1b}[2Jb\u{202e}c\u{200b}d\u{7}e";
    harness.checkin(&["note", "add", hostile]).run().succeeds();
    for command in [vec!["note", "list"], vec!["note", "list", "--json"]] {
        let text = harness.checkin(&command).run().succeeds().stdout;
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        assert!(!text.contains(['\u{202e}', '\u{200b}']), "{text:?}");
    }
    let kept = harness.checkin(&["note", "list", "--json"]).run().succeeds().json();
    assert_eq!(kept[0]["text"], hostile, "what is kept is what was written");
}

#[test]
fn files_are_for_the_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let harness = five_weeks();
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&harness.data()), 0o700);
    for path in files(&harness.data()) {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode(&path), expected, "{}", path.display());
    }
}

#[test]
fn answers_are_corrected_by_the_words_of_either_language() {
    let harness = five_weeks();
    let german = |value: &str| {
        let edit = ["history", "edit", "last", "--set", value];
        harness.checkin(&edit).env("LANG", "de_DE.UTF-8").run()
    };
    let said = german("support.heard=oft").succeeds().stderr;
    assert!(said.contains("Oft (3)"), "{said}");
    german("support.heard=rarely").succeeds();
    let said = german("support.heard=immer").ends_with(2).stderr;
    assert!(said.contains("`Nie`, `Selten`, `Manchmal`, `Oft`, `Fast immer`"), "{said}");
    let said = german("support.herd=oft").ends_with(1).stderr;
    assert!(said.contains("`support.heard`"), "{said}");
}

#[test]
fn a_long_check_in_is_corrected_in_a_list_that_fits_the_screen() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    for columns in [80, 40] {
        let setting = Setting { columns, rows: 24, ..Setting::default() };
        let mut person = Person::sits_down_at(&harness, &["history", "edit", "last"], &setting);
        person.sees("Leave without changing").sees("Sometimes (2)").presses("q");
        person.sees("Nothing was changed.");
        assert_eq!(person.leaves(), 0, "{}", person.screen());
    }
    let mut person = Person::sits_down(&harness, &["history", "edit", "last"]);
    person.sees("Leave without changing").presses("\r");
    person.sees("1 of 32").presses("5").sees("Almost always (4)").presses("q");
    person.sees("Keep what you have changed?").presses("y");
    person.sees("Corrected");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
}

#[test]
fn what_was_changed_before_an_interruption_is_asked_about() {
    let harness = five_weeks();
    let mut person = Person::sits_down(&harness, &["history", "edit", "last"]);
    person.sees("What would you like to correct?").presses("\r").sees("1 of 4").presses("2");
    person.sees("Rarely (1)").presses("\x1b[B\x1b[B\r").sees("Note: ").presses("tired\x03");
    person.sees("Keep what you have changed?").presses("y").sees("Corrected");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
    let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
    assert_eq!((&shown["answers"]["support.heard"], &shown["note"]), (&1.into(), &"tired".into()));
    // Line by line, an ended input says that nothing is kept.
    let ended = harness.checkin(&["history", "edit", "last"]).input("4\n1\n").run().ends_with(1);
    assert!(ended.stderr.contains("hint: what was changed is not kept"), "{}", ended.stderr);
}
