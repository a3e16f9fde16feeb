//! What is asked and told line by line, on narrow terminals, and where a command is given without what to do.

use unicode_width::UnicodeWidthStr as _;

use crate::harness::Harness;
use crate::pty::{Person, Setting};

fn narrow(columns: u16) -> Setting {
    Setting { columns, ..Setting::default() }
}

/// A history with one check-in, one note, one event and one step.
fn one_of_each(questionnaire: &str) -> Harness {
    let harness = Harness::new();
    harness.keep(questionnaire, "2026-11-13", 3);
    harness.checkin(&["note", "add", "a note"]).run().succeeds();
    harness.checkin(&["event", "add", "leave", "--to", "2026-11-27"]).run().succeeds();
    harness.checkin(&["step", "add", "a step"]).run().succeeds();
    harness
}

#[test]
fn a_group_of_commands_alone_lists() {
    let harness = one_of_each("support");
    for group in ["history", "note", "event", "step", "questionnaires"] {
        let alone = harness.checkin(&[group]).run().succeeds().stdout;
        assert!(!alone.is_empty(), "{group}");
        assert_eq!(alone, harness.checkin(&[group, "list"]).run().succeeds().stdout);
    }
}

#[test]
fn what_is_empty_is_said_and_not_a_result() {
    let harness = Harness::new();
    for (list, said) in [
        (&["history"][..], "No check-in yet"),
        (&["note"], "No note outside of check-ins yet"),
        (&["event"], "No event yet"),
        (&["step"], "No step yet"),
        (&["history", "exports"], "Nothing has been exported yet"),
    ] {
        let outcome = harness.checkin(list).run().succeeds();
        assert!(outcome.stdout.is_empty(), "{list:?}: {}", outcome.stdout);
        assert!(outcome.stderr.starts_with(said), "{list:?}: {}", outcome.stderr);
    }
}

#[test]
fn whole_words_mean_what_their_letters_mean() {
    let harness = Harness::new();
    let input = "back\n2\nBack\n\nskip\nhelp\nnote\nlate shift\nquit\n";
    let said = harness.checkin(&["start", "support"]).input(input).run().succeeds().stderr;
    let expected = [
        "This is the first question.",
        "Your answer:",
        "Question 3 of 4",
        "n and your words",
        "Noted.",
        "Left.",
    ];
    let mut rest = said.as_str();
    for text in expected {
        let at =
            rest.find(text).unwrap_or_else(|| panic!("`{text}` is not where it belongs:\n{said}"));
        rest = &rest[at..];
    }
    let german = harness.checkin(&["start", "pulse"]).env("LANG", "de_DE.UTF-8");
    let said = german.input("überspringen\naufhören\n").run().succeeds().stderr;
    assert!(said.contains("Frage 2 von 8"), "{said}");
}

#[test]
fn a_question_is_said_before_its_list() {
    let harness = Harness::new();
    let said = harness.checkin(&["--plain"]).input("\n\n\n").run().stderr;
    let question = said.find("Where do you work?").expect("the question");
    let first = said.find("\n1 ").expect("the first option");
    assert!(question < first, "{said}");
    assert!(said.contains("Number, q to leave, Enter for 5: "), "{said}");
}

#[test]
fn what_is_read_aloud_is_sentences_with_days_in_words() {
    let harness = one_of_each("weekly");
    for list in ["history", "note", "event", "step"] {
        let said = harness.checkin(&["--plain", list]).run().succeeds().stdout;
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(" Nov 2026") && !said.contains("  "), "{said}");
    }
    let report = harness.checkin(&["--plain", "report"]).now("2027-01-08T18:30:00+01:00");
    let said = report.run().succeeds().stdout;
    assert!(said.contains("62.5, away for 2 weeks, no check-in for 5 weeks."), "{said}");
}

#[test]
fn words_stay_whole_on_a_narrow_terminal() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 3);
    for columns in [40, 57, 63] {
        let mut person =
            Person::sits_down_at(&harness, &["report"], &Setting { rows: 200, ..narrow(columns) });
        person.leaves();
        let screen = person.screen();
        for word in ["Teamwork: ", "validation", "(0 to 100, higher", "resilience"] {
            assert!(screen.contains(word), "{word} at {columns}:\n{screen}");
        }
        assert!(screen.lines().all(|line| line.width() <= usize::from(columns)));
    }
}

#[test]
fn a_line_longer_than_the_terminal_can_be_typed_and_changed() {
    let harness = Harness::new();
    let mut person = Person::sits_down_at(&harness, &["note", "add"], &narrow(40));
    person.sees("Note:");
    let text = "more words than fit on a line of forty columns, and some";
    person.presses(text).sees("and some");
    person.presses("\x1b[D\x1b[D\x1b[D\x1b[Dthen \x01One: ").sees("One: more");
    person.presses("\r");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
    assert_eq!(person.screen().matches("more words").count(), 1, "{}", person.screen());
    let kept = harness.checkin(&["note", "list", "--json"]).run().succeeds().json();
    let expected = format!("One: {}", text.replace("and some", "and then some"));
    assert_eq!(kept[0]["text"].as_str(), Some(expected.as_str()));
}

#[test]
fn a_list_that_would_wrap_is_asked_by_number() {
    let harness = Harness::new();
    let mut person = Person::sits_down_at(&harness, &["start", "support"], &narrow(40));
    for question in ["1 of 4", "2 of 4", "3 of 4", "4 of 4"] {
        person.sees(question).presses("3");
    }
    person.sees("1 Finish").sees("Number, q to leave, Enter for 1:").presses("q\r");
    person.sees("Left.");
    assert_eq!(person.leaves(), 0);
}

#[test]
fn the_weeks_context_can_be_changed_before_the_end() {
    let harness = Harness::new();
    let context = "20\n12\nno\n4\n3\nno\n";
    let input = format!("{}3\n{context}3\n25\n\n\n\n\n\n1\n", "3\n".repeat(4));
    let said = harness.checkin(&["start", "support"]).input(&input).run().succeeds().stderr;
    assert!(said.contains("Change the week's context"), "{said}");
    let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
    assert_eq!(shown["context"]["context.client-hours"], 25.0, "{said}");
}

#[test]
fn leaving_the_list_of_kinds_marks_no_event() {
    let harness = Harness::new();
    let said = harness.checkin(&["event", "add"]).input("q\n").run().succeeds().stderr;
    assert!(said.contains("Nothing was marked."), "{said}");
    let said = harness.checkin(&["event", "add", "leave"]).run().succeeds().stderr;
    assert!(said.contains("It stays open"), "{said}");
}

#[test]
fn ctrl_c_at_a_prompt_is_no_error() {
    let harness = Harness::new();
    let mut person = Person::sits_down(&harness, &["note", "add"]);
    person.sees("Note:").presses("words\x03").sees("Interrupted.");
    assert_eq!(person.leaves(), 130);
    assert!(!person.screen().contains("error"), "{}", person.screen());
}

#[test]
fn what_a_key_stood_for_is_said_before_the_next_question() {
    let harness = Harness::new();
    let said = harness.checkin(&["start", "support"]).input("4\ns\nquit\n").run().succeeds().stderr;
    let (often, skipped) = (said.find("Often."), said.find("Skipped."));
    let place = |text| said.find(text);
    assert!(often < place("Question 2") && place("Question 2") < skipped, "{said}");
    assert!(often.is_some() && skipped < place("Question 3"), "{said}");
}

#[test]
fn a_note_to_a_question_about_the_week_is_kept_and_goes_out_with_the_context() {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "context", "true"]).run().succeeds();
    let input = format!("{}3\nn Two of them new\n20\n12\nno\n4\n3\nno\n1\n", "3\n".repeat(4));
    let said = harness.checkin(&["start", "support"]).input(&input).run().succeeds().stderr;
    let shown = harness.checkin(&["history", "show", "last"]).run().succeeds().stdout;
    assert!(shown.contains("Note: Two of them new"), "{said}{shown}");
    let page = |parts: &str| {
        let export = ["export", "--include", parts, "--format", "md", "--output", "-", "--yes"];
        harness.checkin(&export).run().succeeds().stdout
    };
    assert!(page("notes,context").contains("Two of them new"));
    assert!(!page("notes").contains("Two of them new"), "context was not chosen");
    let set = ["history", "edit", "last", "--set", "context.client-hours=25"];
    let edited = harness.checkin(&set).run().succeeds().stderr;
    assert!(edited.contains("`context.client-hours` is now 25"), "{edited}");
    let shown = harness.checkin(&["history", "show", "last"]).run().succeeds().stdout;
    assert!(
        shown.contains("25 hours") && shown.contains("something else about the week"),
        "{shown}"
    );
    let set = ["history", "edit", "last", "--set", "context.client-hours=1000"];
    harness.checkin(&set).run().ends_with(1);
}

#[test]
fn the_week_of_a_past_check_in_is_told_afterwards_and_corrected() {
    let harness = Harness::new();
    harness.keep("support", "2026-11-20", 2);
    let week = || {
        let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
        shown["context"].clone()
    };
    assert_eq!(week(), serde_json::Value::Null);
    let set = ["history", "edit", "last", "--set", "context.client-hours=25"];
    harness.checkin(&set).run().succeeds();
    assert_eq!(week()["context.client-hours"], 25);
    // The note, and four questions of its own, stand before those about the week.
    let input = "8\n31\n9\nn A long week\n9\n1\n";
    let told = harness.checkin(&["history", "edit", "last"]).input(input).run().succeeds().stderr;
    let corrected = told.lines().find(|line| line.contains("is now")).expect(&told);
    assert!(corrected.contains("`context.client-hours` is now 31 hours"), "{corrected}");
    assert!(
        corrected.contains("`context.other-hours` is now 9 hours, before that open"),
        "{corrected}"
    );
    assert_eq!(week()["context.client-hours"], 31);
    harness.checkin(&["verify"]).run().succeeds();
    harness.checkin(&["config", "set", "context", "false"]).run().succeeds();
    harness.keep("support", "2026-11-27", 2);
    let told = harness.checkin(&["history", "edit", "last"]).input("2\n").run().succeeds().stderr;
    assert!(!told.contains("hours"), "{told}");
}

#[test]
fn lists_read_aloud_have_no_columns() {
    let harness = Harness::new();
    harness.keep("support", "2026-11-20", 2);
    harness.checkin(&["backup"]).run().succeeds();
    let export = ["export", "--format", "md", "--output", "-", "--yes"];
    harness.checkin(&export).run().succeeds();
    for command in [
        &["backup", "list"][..],
        &["history", "exports"],
        &["doctor"],
        &["questionnaires", "adopt"],
        &["remind"],
    ] {
        let shown = harness.checkin(&[&["--plain"], command].concat()).run().succeeds().stdout;
        let first = shown.lines().next().expect("a line");
        assert!(first.contains(": ") && !first.contains("  "), "{shown}");
        let columns = harness.checkin(command).run().succeeds().stdout;
        assert!(columns.lines().next().is_some_and(|line| line.contains("  ")), "{columns}");
    }
}
