//! Completion in the shell: what is offered, and where.

use crate::harness::Harness;
use crate::shell::{run, with_settings};

/// Completes the last of these words as fish would: one candidate a line, with its help.
fn complete(harness: &Harness, words: &[&str]) -> Vec<String> {
    let line: Vec<&str> = ["--", "checkin"].iter().chain(words).copied().collect();
    let outcome = harness.checkin(&line).env("CHECKIN_COMPLETE", "fish").run().succeeds();
    assert!(outcome.stderr.is_empty(), "{}", outcome.stderr);
    outcome
        .stdout
        .lines()
        .map(|line| line.split('\t').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn commands_questionnaires_scores_and_check_ins_are_completed() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-13", 2);
    harness.keep("pulse", "2026-11-20", 3);
    assert_eq!(complete(&harness, &["hist"]), ["history"]);
    assert_eq!(complete(&harness, &["start", "s"]), ["support", "stigma", "self-care", "strain"]);
    assert_eq!(complete(&harness, &["trends", "strain"]), ["strain.strain"]);
    assert_eq!(complete(&harness, &["explain", "2026-11-13", "weekly."]), ["weekly.resources"]);
    assert_eq!(
        complete(&harness, &["history", "show", ""])[..3],
        ["last", "2026-11-20", "2026-11-13"]
    );
    assert_eq!(
        complete(&harness, &["history", "edit", "last", "--set", "support.al"]),
        ["support.alone="]
    );
    assert_eq!(complete(&harness, &["config", "set", "week"]), ["weekday"]);
    assert!(complete(&harness, &["resources", "--region", "i"]).contains(&"ie".to_owned()));
}

#[test]
fn values_pages_keys_and_answers_are_completed() {
    let harness = Harness::new();
    let set = |key: &str, typed: &str| {
        let offered = complete(&harness, &["config", "set", key, typed]).into_iter();
        offered.filter(|name| !name.starts_with('-')).collect::<Vec<_>>()
    };
    for (key, typed, expected) in [
        ("weekday", "t", vec!["tuesday", "thursday"]),
        ("region", "n", vec!["nz", "none"]),
        ("contrast", "", vec!["normal", "high"]),
        ("questionnaire", "pu", vec!["pulse"]),
        ("language", "", vec!["en", "es", "de", "none"]),
        ("plain", "", vec!["true", "false"]),
        ("color", "a", vec!["auto", "always"]),
        ("day_end", "", vec![]),
    ] {
        assert_eq!(set(key, typed), expected, "{key}");
        for value in set(key, typed) {
            run(&harness, &["config", "set", key, &value]).succeeds();
        }
        run(&harness, &["config", "set", "language", "none"]).succeeds();
    }
    assert_eq!(complete(&harness, &["man", "hist"]), ["history"]);
    assert_eq!(complete(&harness, &["man", "history", "li"]), ["list"]);
    assert_eq!(complete(&harness, &["q", "adopt", "who"]), ["who-5"]);
    let edit = |typed: &[&str]| complete(&harness, &[&["history", "edit", "last"], typed].concat());
    let answers = ["never", "rarely", "sometimes", "often", "almost-always", "skipped"];
    let answers = answers.map(|answer| format!("support.heard={answer}"));
    assert_eq!(edit(&["--set", "support.heard="]), answers);
    assert_eq!(edit(&["--set", "support.heard=ra"]), answers[1..2]);
    assert_eq!(edit(&["--set=support.heard=of"]), [format!("--set={}", answers[3])]);
    harness.keep("support", "2026-11-20", 2);
    let changed = run(&harness, &["history", "edit", "last", "--set", &answers[4]]).succeeds();
    assert!(changed.stderr.contains("Almost always"), "{}", changed.stderr);
}

#[test]
fn bash_takes_words_apart_at_equals_signs_and_gets_the_rest() {
    let harness = Harness::new();
    let complete = |words: &[&str]| {
        let line: Vec<&str> = ["--", "checkin"].iter().chain(words).copied().collect();
        let run = harness.checkin(&line).env("CHECKIN_COMPLETE", "bash");
        run.env("_CLAP_COMPLETE_INDEX", &words.len().to_string()).run().succeeds().stdout
    };
    let edit = ["history", "edit", "last", "--set"];
    let typed = |rest: &[&str]| complete(&[&edit, rest].concat());
    assert_eq!(typed(&["support.al"]), "support.alone=");
    assert_eq!(typed(&["support.alone", "=", "o"]), "often");
    assert_eq!(typed(&["support.alone", "="]).split('\u{b}').count(), 6);
    assert_eq!(complete(&["trends", "--view", "=", "ta"]), "table");
    let script = run(&harness, &["completions", "bash"]).succeeds().stdout;
    assert!(script.contains("== \"=\" ]] || words[COMP_CWORD]"), "{script}");
}

#[test]
fn own_questionnaires_and_aliases_are_completed_also_in_a_named_folder() {
    let harness = Harness::new();
    harness.checkin(&["questionnaires", "new", "my-team", "--yes"]).run().succeeds();
    harness.checkin(&["questionnaires", "add", "my-team.toml"]).run().succeeds();
    let settings = "[alias]\nwalk = [\"note\", \"add\", \"A walk\"]\n";
    std::fs::write(harness.data().join("settings.toml"), settings).unwrap();
    assert_eq!(complete(&harness, &["start", "my"]), ["my-team"]);
    assert_eq!(complete(&harness, &["wal"]), ["walk"]);
    let elsewhere = harness.home().join("other").display().to_string();
    assert!(complete(&harness, &["--data-dir", &elsewhere, "start", "my"]).is_empty());
}

#[test]
fn records_and_backups_are_completed_and_behind_an_alias_what_its_command_takes() {
    let harness = with_settings("[alias]\nlast-one = \"history show\"\n");
    harness.keep("support", "2026-11-20", 2);
    let id = |words: &[&str], list: &[&str]| {
        run(&harness, words).succeeds();
        run(&harness, list).succeeds().json()[0]["id"].as_str().unwrap()[28..].to_owned()
    };
    let note = id(&["note", "add", "Tired"], &["note", "list", "--json"]);
    let event = id(&["event", "add", "supervision"], &["event", "list", "--json"]);
    let step = id(&["step", "add", "A walk"], &["step", "list", "--json"]);
    let offered = complete(&harness, &["history", "delete", ""]);
    assert_eq!(offered[..2], ["last", "2026-11-20"]);
    for id in [&note, &event, &step] {
        assert!(offered.contains(id), "{id} is not in {offered:?}");
    }
    run(&harness, &["backup"]).succeeds();
    let backup = run(&harness, &["backup", "list"]).succeeds().stdout;
    let name = backup.split_whitespace().next().unwrap();
    assert_eq!(complete(&harness, &["restore", "0"]).first().map(String::as_str), Some(name));
    assert_eq!(complete(&harness, &["last-one", ""])[..2], ["last", "2026-11-20"]);
    // zsh tells the place of the word, which the words of an alias move.
    let zsh = harness.checkin(&["--", "checkin", "last-one", "20"]).env("CHECKIN_COMPLETE", "zsh");
    let zsh = zsh.env("_CLAP_COMPLETE_INDEX", "2").run().succeeds().stdout;
    assert_eq!(zsh, "2026-11-20:support");
    assert!(!complete(&harness, &[""]).contains(&"q".to_owned()));
    let help = run(&harness, &["help", "last-one"]).succeeds().stdout;
    assert!(help.contains("Usage: checkin history show"), "{help}");
}

#[test]
fn of_what_is_no_plain_history_no_check_ins_are_offered_and_nothing_is_asked() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-13", 2);
    std::fs::write(harness.data().join("history.db"), [7; 4096]).unwrap();
    std::fs::write(harness.data().join("settings.toml"), "= =").unwrap();
    assert!(
        !complete(&harness, &["history", "show", ""]).iter().any(|name| name.starts_with("20"))
    );
    assert_eq!(complete(&harness, &["start", "pul"]), ["pulse"]);
}

#[test]
fn what_is_completed_is_described_in_the_persons_language() {
    let harness = Harness::new();
    let described = |locale: &str| {
        let fish = harness.checkin(&["--", "checkin", "sta"]).env("CHECKIN_COMPLETE", "fish");
        fish.env("LANG", locale).run().succeeds().stdout
    };
    assert!(described("C.UTF-8").contains("status\tShow the last check-in"));
    let german = described("de_DE.UTF-8");
    assert!(german.contains("status\t") && !german.contains("Show"), "{german}");
    let option = harness.checkin(&["--", "checkin", "status", "--he"]);
    let option = option.env("CHECKIN_COMPLETE", "fish").env("LANG", "de_DE.UTF-8").run();
    assert!(option.stdout.contains("--help\tHilfe"), "{}", option.stdout);
    let nushell = harness.checkin(&["completions", "nushell"]).env("LANG", "de_DE.UTF-8");
    let module = nushell.run().succeeds().stdout;
    assert!(
        module.contains("# Zeile für Zeile fragen") && !module.contains("# Print help"),
        "{module}"
    );
}
