//! Errors, hints and the commands of maintenance in Spanish and German.

use std::fmt::Write as _;

use crate::harness::{Harness, Outcome};
use crate::languages::{OTHERS, is_not_english};

/// What was said, command by command.
#[derive(Default)]
struct Told(String);

impl Told {
    /// Runs a command, which is to end with this status and to say nothing of the English messages.
    #[track_caller]
    fn run(&mut self, harness: &Harness, arguments: &[&str], status: i32) -> Outcome {
        let outcome = harness.checkin(arguments).run().ends_with(status);
        is_not_english(&outcome);
        let program = env!("CARGO_BIN_EXE_checkin");
        let shown = outcome.snapshot(harness).replace(program, "checkin");
        let name = harness.home().display().to_string();
        let _ = writeln!(self.0, "$ {}\n{shown}", arguments.join(" ").replace(&name, "[home]"));
        outcome
    }
}

/// A machine where this language is set.
fn speaking(language: &str) -> Harness {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "language", language]).run().succeeds();
    harness
}

/// Writes a file in the home of a test and returns its path.
fn file(harness: &Harness, name: &str, text: &str) -> String {
    let path = harness.home().join(name);
    std::fs::write(&path, text).expect("a writable home");
    path.display().to_string()
}

/// Command lines that are wrong, each in its own way.
const WRONG: [&[&str]; 14] = [
    &["staus"],
    &["frobnicate"],
    &["start", "--nwe"],
    &["status", "now"],
    &["--status"],
    &["--plain", "status", "--jsn"],
    &["note", "add", "-5 sessions"],
    &["trends", "--view", "chrt"],
    &["trends", "--until", "yesterday"],
    &["trends", "--last", "0"],
    &["remind", "bash", "--install", "--remove"],
    &["remind", "snooze", "--for", "long"],
    &["history", "edit"],
    &["history", "show", "--json=1"],
];

#[test]
fn a_wrong_command_line_is_told_in_every_language() {
    for language in ["en"].iter().chain(&OTHERS) {
        let harness = speaking(language);
        let mut told = String::new();
        for line in WRONG {
            let outcome = harness.checkin(line).run().ends_with(2);
            let shown = outcome.snapshot(&harness);
            let _ = writeln!(told, "$ {}\n{shown}", line.join(" "));
            if *language != "en" {
                is_not_english(&outcome);
            }
        }
        insta::assert_snapshot!(format!("wrong_command_lines_{language}"), told);
    }
}

#[test]
fn help_comes_in_the_language_that_is_set_and_that_of_an_alias_too() {
    let harness = speaking("de");
    let settings = harness.data().join("settings.toml");
    let text = std::fs::read_to_string(&settings).expect("the settings");
    std::fs::write(&settings, text + "\n[alias]\nwoche = \"trends --view table\"\n")
        .expect("a file");
    let help = |words: &[&str]| harness.checkin(words).run().succeeds().stdout;
    let of_trends = help(&["trends", "--help"]);
    assert!(of_trends.contains("Aufruf: checkin trends"), "{of_trends}");
    for words in [&["help", "trends"][..], &["woche", "--help"], &["help", "woche"]] {
        assert_eq!(help(words), of_trends, "{words:?}");
    }
    assert_eq!(help(&["--version"]), format!("checkin {}\n", env!("CARGO_PKG_VERSION")));
    let english = harness.checkin(&["trends", "--help"]).env("LANG", "es_ES.UTF-8").run();
    assert_eq!(english.succeeds().stdout, of_trends, "the setting comes before the locale");
}

#[test]
fn errors_of_every_day_in_every_language() {
    for language in OTHERS {
        let harness = speaking(language);
        let mut told = Told::default();
        let answers = "{\"answers\": {\"support.heard\": 4, \"x\": 1}, \"noote\": \"\"}";
        let answers = file(&harness, "answers.json", answers);
        for (arguments, status) in [
            (&["history", "show"][..], 1),
            (&["start", "weekli"], 1),
            (&["start", "--date", "2030-01-01"], 2),
            (&["start", "support", "--answers", &answers], 1),
            (&["note", "add", ""], 2),
            (&["event", "end"], 1),
            (&["event", "add", "leave", "--from", "2026-11-10", "--to", "2026-11-01"], 2),
            (&["step", "answer", "yes"], 1),
            (&["trends", "strain"], 1),
            (&["trends", "--since", "2026-12-01"], 2),
            (&["report", "--since-last"], 1),
            (&["export", "--yes"], 1),
            (&["config", "set", "weekday", "nunca"], 2),
            (&["config", "set", "langauge", "de"], 2),
            (&["resources", "--region", "zz"], 1),
            (&["remind", "powerlevel10k", "--install"], 1),
        ] {
            told.run(&harness, arguments, status);
        }
        insta::assert_snapshot!(format!("errors_in_{language}"), told.0);
    }
}

#[test]
fn errors_of_the_history_in_every_language() {
    for language in OTHERS {
        let harness = speaking(language);
        let mut told = Told::default();
        harness.keep("support", "2026-11-13", 3).succeeds();
        harness.checkin(&["backup"]).run().succeeds();
        for (arguments, status) in [
            (&["history", "show", "zzzz"][..], 1),
            (&["history", "edit", "last", "--set", "support.heard"], 2),
            (&["history", "edit", "last", "--set", "support.nothing=1"], 1),
            (&["explain", "last", "nothing"], 1),
            (&["merge", "/nothing"], 1),
            (&["restore", "nothing"], 1),
            (&["unprotect"], 1),
        ] {
            told.run(&harness, arguments, status);
        }
        let database = harness.data().join("history.db");
        std::fs::write(&database, "no database at all").expect("a writable history");
        told.run(&harness, &["status"], 1);
        std::fs::write(&database, "").expect("a writable history");
        told.run(&harness, &["status"], 1);
        std::fs::remove_file(&database).expect("a removable history");
        told.run(&harness, &["verify"], 1);
        insta::assert_snapshot!(format!("errors_of_the_history_in_{language}"), told.0);
    }
}

#[cfg(feature = "encryption")]
#[test]
fn errors_about_passphrases_in_every_language() {
    for language in OTHERS {
        let harness = speaking(language);
        let mut told = Told::default();
        harness.keep("support", "2026-11-13", 3).succeeds();
        let weak = file(&harness, "weak", "x\n");
        let good = file(&harness, "good", "pebble lantern orbit thursday moss\n");
        told.run(&harness, &["protect", "--new-passphrase-file", &weak], 1);
        harness.checkin(&["protect", "--new-passphrase-file", &good]).run().succeeds();
        told.run(&harness, &["status"], 1);
        told.run(&harness, &["--passphrase-file", &weak, "status"], 1);
        told.run(&harness, &["protect", "--recover", "--recovery-key-file", &weak], 1);
        insta::assert_snapshot!(format!("errors_about_passphrases_in_{language}"), told.0);
    }
}

#[test]
fn maintenance_in_every_language() {
    for language in OTHERS {
        let harness = speaking(language);
        let mut told = Told::default();
        told.run(&harness, &["backup", "list"], 0);
        harness.keep("support", "2026-11-13", 3).succeeds();
        let form = file(&harness, "form.csv", "name,type,title\n");
        let old = "date,support.heard,support.recognised,support.understood,support.alone,x\n\
                   2026-10-02,3,3,3,3,1\n";
        let old = file(&harness, "old.csv", old);
        let bad = file(&harness, "bad.csv", "date,support.heard\n2/10/2026,3\n2026-10-02,often?\n");
        for (arguments, status) in [
            (&["config"][..], 0),
            (&["config", "set", "weekday", "monday"], 0),
            (&["config", "defaults"], 0),
            (&["backup"], 0),
            (&["backup", "list"], 0),
            (&["verify"], 0),
            (&["restore", "--yes"], 0),
            (&["remind", "bash"], 0),
            (&["remind", "bash", "--install", "--yes"], 0),
            (&["remind", "bash", "--remove", "--yes"], 0),
            (&["history", "import", &bad, "--questionnaire", "support"], 1),
            (&["history", "import", &old, "--questionnaire", "support"], 1),
            (&["history", "import", &old, "--questionnaire", "support", "--yes"], 0),
            (&["trends", "--file", &form], 1),
            (&["questionnaires", "adopt", "who"], 1),
            (&["questionnaires", "new", "my-team", "--yes"], 0),
            (&["questionnaires", "add", "my-team.toml"], 0),
            (&["questionnaires", "remove", "my-team"], 0),
            (&["questionnaires", "remove", "weekly"], 1),
        ] {
            told.run(&harness, arguments, status);
        }
        insta::assert_snapshot!(format!("maintenance_in_{language}"), told.0);
    }
}

#[test]
fn mistakes_in_the_settings_are_told_in_the_language_of_the_locale() {
    for language in OTHERS {
        let harness = speaking(language);
        std::fs::write(harness.data().join("settings.toml"), "weekday = 5\n").expect("settings");
        let run = harness.checkin(&["status"]).env("LC_ALL", &format!("{language}_XX.UTF-8"));
        let outcome = run.run().ends_with(1);
        insta::assert_snapshot!(format!("settings_in_{language}"), outcome.snapshot(&harness));
    }
}

#[test]
fn no_message_names_one_of_the_other_set() {
    let file = |name: String| {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/messages/");
        std::fs::read_to_string(path.to_owned() + &name).expect("a message file")
    };
    for language in ["en", "es", "de"] {
        let first = file(format!("{language}.ftl"));
        let second = file(format!("errors.{language}.ftl"));
        for (one, other) in [(&first, &second), (&second, &first)] {
            let keys = one.lines().filter_map(|line| line.split_once(" ="));
            let keys: Vec<&str> =
                keys.map(|(key, _)| key).filter(|key| !key.contains(' ')).collect();
            assert!(keys.len() > 200, "the keys are found");
            for key in keys {
                assert!(!other.contains(&format!("{{ {key} }}")), "{language}: `{key}`");
            }
        }
    }
}
