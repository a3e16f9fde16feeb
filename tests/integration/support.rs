//! `support_if`: an answer that asks for the support resources is met with them, however it came.

use std::fmt::Write as _;
use std::time::Duration;

use crate::harness::Harness;
use crate::pty::{Person, Setting};

/// One question that may ask for support, the last of the questionnaire, after an ordinary one.
fn asked(order: [&str; 2]) -> Harness {
    let harness = Harness::new();
    let mut text = String::from(
        "format = 1\nid = \"sup\"\nversion = \"1.0.0\"\ntitle = \"Sup\"\n[[scale]]\nid = \"s\"\n\
         options = [{ value = 0, label = \"No\" }, { value = 1, label = \"A little\" }, { value = 2, label = \"Yes\" }]\n",
    );
    for id in order {
        let _ =
            write!(text, "[[item]]\nid = \"{id}\"\ntext = \"The question {id}?\"\nscale = \"s\"\n");
        if id == "hard" {
            text.push_str("support_if = { at_least = 1 }\n");
        }
    }
    std::fs::write(harness.home().join("sup.toml"), text).expect("a file");
    harness.checkin(&["questionnaires", "add", "sup.toml"]).run().succeeds();
    harness.checkin(&["config", "set", "region", "ie"]).run().succeeds();
    harness
}

#[test]
fn it_is_shown_at_once_also_after_the_last_question_and_on_a_small_terminal() {
    for (order, keys) in [(["easy", "hard"], "12"), (["hard", "easy"], "2")] {
        for (columns, rows) in [(80, 24), (40, 12)] {
            let harness = asked(order);
            let setting = Setting { rows, columns, ..Setting::default() };
            let mut person = Person::sits_down_at(&harness, &["start", "sup"], &setting);
            person.sees("1 of 2").presses(keys).sees("112 or 999");
            until_seen();
            person.presses(" ").presses(" ").presses(" ");
            if order[0] == "hard" {
                person.sees("2 of 2");
            } else {
                person.sees(if columns == 80 {
                    "last question"
                } else {
                    "Number, q to leave, Enter for 1"
                });
            }
            person.presses("q\r");
            person.leaves();
        }
    }
}

#[test]
fn keys_typed_ahead_do_not_close_it() {
    let harness = asked(["hard", "easy"]);
    let mut person = Person::sits_down(&harness, &["start", "sup"]);
    person.sees("1 of 2");
    for _ in 0..6 {
        person.presses("2");
        std::thread::sleep(Duration::from_millis(80));
    }
    until_seen();
    person.sees("112 or 999").sees("Any key").presses(" ").sees("2 of 2").presses("q");
    person.leaves();
}

/// A person sees the page before a key closes it.
fn until_seen() {
    std::thread::sleep(Duration::from_millis(1200));
}

#[test]
fn it_is_shown_for_answers_from_a_file_and_not_for_others() {
    let harness = asked(["easy", "hard"]);
    let keep = |value: u8| {
        let answers = format!("{{\"answers\": {{\"easy\": 2, \"hard\": {value}}}}}");
        harness.checkin(&["start", "sup", "--answers", "-"]).input(&answers).run().succeeds().stdout
    };
    assert!(keep(1).contains("Samaritans"));
    assert!(!keep(0).contains("Samaritans"));
}

#[test]
fn everything_stays_within_reach_on_a_small_terminal() {
    let harness = Harness::new();
    let options: Vec<String> =
        (1..=30).map(|n| format!("{{ value = {n}, label = \"Option number {n}\" }}")).collect();
    let text = format!(
        "format = 1\nid = \"wide\"\nversion = \"1.0.0\"\ntitle = \"Wide\"\n[[item]]\nid = \"m\"\ntext = \"Which?\"\nkind = \"many\"\noptions = [{}]\n",
        options.join(", ")
    );
    std::fs::write(harness.home().join("wide.toml"), text).expect("a file");
    harness.checkin(&["questionnaires", "add", "wide.toml"]).run().succeeds();
    let mut person = Person::sits_down(&harness, &["start", "wide"]);
    person.sees("1 of 1").sees("q leave");
    for _ in 0..30 {
        person.presses("\x1b[C");
    }
    person.sees("Option number 30]").sees("1 of 1");
    person.presses("q");
    person.leaves();
    let setting = Setting { columns: 40, rows: 12, ..Setting::default() };
    let mut person = Person::sits_down_at(&harness, &["start", "pulse"], &setting);
    person.sees("1 of 8").sees("q leave").presses("?").sees("Enter, answers.");
    person
        .presses(" ")
        .sees("close this help")
        .presses(" ")
        .sees("1 of 8")
        .presses("x")
        .sees("no meaning");
    person.presses("q");
    person.leaves();
}

#[test]
fn a_flood_of_mistakes_is_told_in_bounded_length() {
    let harness = Harness::new();
    let mut unknown = String::new();
    for number in 0..3000 {
        let _ = writeln!(unknown, "unknown-{number} = 1");
    }
    std::fs::write(harness.home().join("flood.toml"), unknown).expect("a file");
    let outcome = harness.checkin(&["questionnaires", "check", "flood.toml"]).run().ends_with(1);
    let told = format!("{}{}", outcome.stdout, outcome.stderr);
    assert!(told.contains("more mistakes follow"), "{}", &told[..500.min(told.len())]);
    assert!(told.lines().count() < 1500, "{}", told.lines().count());
    std::fs::write(harness.home().join("flood.toml"), "= =\n".repeat(50_000)).expect("a file");
    let outcome = harness.checkin(&["questionnaires", "check", "flood.toml"]).run().ends_with(1);
    assert!(outcome.stdout.contains("flood.toml:1:") || outcome.stderr.contains("flood.toml:1:"));
}

#[test]
fn answers_in_toml_need_no_quotes_and_errors_tell_nothing_of_them() {
    let harness = Harness::new();
    let text = "note = \"fine\"\n[answers]\nsupport.heard = 4\nsupport.recognised = 3\nsupport.understood = 2\nsupport.alone = 1\n";
    harness.checkin(&["start", "support", "--answers", "-"]).input(text).run().succeeds();
    let broken = "note = \"secret about Mr. X\" x\n[answers]\n";
    let outcome =
        harness.checkin(&["start", "support", "--answers", "-"]).input(broken).run().ends_with(1);
    assert!(
        !outcome.stderr.contains("secret") && outcome.stderr.contains("line 1"),
        "{}",
        outcome.stderr
    );
    let unknown = "{\"answers\": {\"support.hidden\": null, \"support.heard\": 1}}";
    let outcome =
        harness.checkin(&["start", "support", "--answers", "-"]).input(unknown).run().ends_with(1);
    assert!(outcome.stderr.contains("`support.hidden` is not an item"), "{}", outcome.stderr);
}
