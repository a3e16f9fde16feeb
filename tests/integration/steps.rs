//! `checkin step`, and the steps at the end of one check-in and of the next.

use crate::harness::Harness;
use crate::pty::{Person, Setting};

fn at_work() -> Harness {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "context", "false"]).run().succeeds();
    harness
}

#[test]
fn a_step_is_chosen_answered_and_listed() {
    let harness = at_work();
    harness.checkin(&["step", "add", "  Ask Sam for ten minutes "]).run().succeeds();
    harness.checkin(&["step", "add", "A walk on Tuesday"]).run().succeeds();
    harness.checkin(&["step", "answer", "no-longer-matters"]).run().succeeds();
    let list = harness.checkin(&["step", "list", "--json"]).run().succeeds().json();
    let told: Vec<(&str, Option<&str>)> = list
        .as_array()
        .expect("a list")
        .iter()
        .map(|step| (step["text"].as_str().expect("a text"), step["happened"].as_str()))
        .collect();
    let expected =
        [("Ask Sam for ten minutes", None), ("A walk on Tuesday", Some("no-longer-matters"))];
    assert_eq!(told, expected);
    let id = list[0]["id"].as_str().expect("an id");
    harness.checkin(&["step", "answer", "partly", id]).run().succeeds();
    insta::assert_snapshot!(harness.checkin(&["step", "list"]).run().succeeds().snapshot(&harness));
    insta::assert_snapshot!(
        "none_open",
        harness.checkin(&["step", "answer", "yes"]).run().ends_with(1).snapshot(&harness)
    );
    harness.checkin(&["step", "add", "   "]).run().ends_with(2);
    harness.checkin(&["history", "delete", id, "--yes"]).run().succeeds();
    let list = harness.checkin(&["step", "list", "--json"]).run().succeeds().json();
    assert_eq!(list.as_array().expect("a list").len(), 1);
}

#[test]
fn a_step_of_one_check_in_is_asked_about_in_the_next() {
    let harness = at_work();
    let last_week =
        Setting { rows: 40, now: "2026-11-13T18:30:00+01:00".into(), ..Setting::default() };
    let mut person = Person::sits_down_at(&harness, &["start", "support"], &last_week);
    person.sees("1 of 4").presses("1115").sees("last question").presses("\r");
    person.sees("Something small for the week, because");
    person.sees("One small step").sees("Not this week").presses("2\r").sees("Kept (step");
    assert_eq!(person.leaves(), 0);
    let list = harness.checkin(&["step", "list", "--json"]).run().succeeds().json();
    assert_eq!(list[0]["score"], "support.support");
    let today = Setting { rows: 40, ..Setting::default() };
    let mut person = Person::sits_down_at(&harness, &["start", "support"], &today);
    person.sees("1 of 4").presses("2222").sees("Did it happen?").sees("ask me next time");
    person.presses("\x1b[B\x1b[B\r").sees("part of it counts").sees("last question");
    person.presses("\r").sees("One small step").presses("\r");
    assert_eq!(person.leaves(), 0);
    let list = harness.checkin(&["step", "list", "--json"]).run().succeeds().json();
    assert_eq!(
        (list[0]["happened"].as_str(), list[0]["answered"].as_str()),
        (Some("partly"), Some("2026-11-20"))
    );
    let mut person = Person::sits_down_at(&harness, &["start", "support"], &today);
    person.sees("A check-in of that day is finished").sees("Begin another one?").presses("\r");
    person.sees("1 of 4").presses("2222").sees("last question");
    assert!(!String::from_utf8_lossy(&person.transcript).contains("Did it happen?"));
    person.presses("q");
    person.leaves();
}

#[test]
fn what_is_typed_is_kept_however_the_typing_ends() {
    let harness = at_work();
    harness.checkin(&["config", "set", "context", "true"]).run().succeeds();
    let mut person = Person::sits_down(&harness, &["start", "support"]);
    person.sees("1 of 4").presses("n").sees("Enter keeps it").presses("left with Esc\x1b");
    person.sees("There is a note").presses("444").sees("4 of 4").presses("n");
    person
        .sees("Enter keeps it")
        .presses("left with Ctrl-C\x03")
        .sees("Every answer so far is kept");
    person.leaves();
    let mut person = Person::sits_down(&harness, &["start", "support"]);
    person.sees("What would you like?").presses("\r").sees("There is a note").presses("4");
    // A number that is typed stays when one looks back.
    person.sees("last question").presses("\x1b[B\x1b[B\r").sees("1 of 6").presses("12\r");
    person.sees("2 of 6").presses("7").sees("> 7_").presses("\x1b[A").sees("1 of 6");
    person.presses("\x1b[B").sees("> 7_").presses("\r");
    person.sees("3 of 6").presses("2").sees("4 of 6").presses("s").sees("5 of 6").presses("s");
    person.sees("6 of 6").presses("s").sees("last question");
    // An event that is left, or ends before it begins, leaves nobody outside.
    person.presses("\x1b[B\x1b[B\x1b[B\r").sees("What kind of event").presses("\r");
    person.sees("First day").presses("\x1b").sees("Nothing was marked").sees("last question");
    person
        .presses("\x1b[B\x1b[B\x1b[B\r")
        .sees("What kind of event")
        .presses("\r")
        .sees("First day");
    person.presses("\r").sees("Last day").presses("2026-11-01\r").sees("is before 2026-11-20.");
    person.sees("Last day").presses("2026-11-22\r").sees("A few words").presses("\r");
    person.sees("Marked: leave").sees("Leave for now").presses("\r");
    person.sees("One small step").presses("\r");
    assert_eq!(person.leaves(), 0);
    let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
    assert_eq!(shown["notes"]["support.heard"], "left with Esc");
    assert_eq!(shown["notes"]["support.alone"], "left with Ctrl-C");
    assert_eq!(shown["context"]["context.other-hours"], 7.0);
}
