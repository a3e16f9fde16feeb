//! A check-in at a real terminal: keys, screens, leaving, resuming, pulling the plug.

use crate::harness::Harness;
use crate::pty::{Person, Setting};

/// Settings without the welcome, so that a test begins at the questions.
fn at_work() -> Harness {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "context", "true"]).run().succeeds();
    harness
}

#[test]
fn a_first_run_goes_from_the_welcome_to_a_finished_check_in() {
    let harness = Harness::new();
    let mut person =
        Person::sits_down_at(&harness, &[], &Setting { rows: 50, ..Setting::default() });
    person.sees("Welcome to checkin").sees("no network code").sees("Where do you work?");
    person.sees("European Union").sees("South Africa").sees("Another, or none");
    person.presses("\r").sees("On which day").presses("\r").sees("Which check-in?").presses("\r");
    if cfg!(feature = "encryption") {
        person.sees("Protect your answers with a passphrase?").presses("n");
    }
    person.sees("1 of 32").sees("In the past seven days");
    for number in 2..=32 {
        person.presses("3").sees(&format!("{number} of 32"));
    }
    person.presses("3").sees("That was the last question.").presses("\r");
    person.sees("Too early to say: 1 check-in since 20 Nov 2026. At least 6 are needed.");
    person.sees("One small step").presses("\r");
    assert_eq!(person.leaves(), 0);
    let list = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["scores"]["support.support"]["answered"], 4);
}

#[cfg(feature = "encryption")]
#[test]
fn a_passphrase_that_was_agreed_to_can_still_be_left() {
    let harness = Harness::new();
    let mut person = Person::sits_down(&harness, &[]);
    person.sees("Where do you work?").presses("\r").sees("On which day").presses("\r");
    person.sees("Which check-in?").presses("\r").sees("Protect your answers").presses("y");
    person.sees("New passphrase").presses("tea\r").sees("Take it all the same?").presses("n");
    person.sees("[y/N]: No").presses("\r").sees("Enter once more goes on without one.");
    person.presses("\r").sees("No new passphrase was set.");
    person.sees("1 of 32").presses("3").sees("2 of 32").presses("q");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
    let status = harness.checkin(&["status"]).run().succeeds().stdout;
    assert!(status.contains("1 question done"), "{status}");
}

#[test]
fn thirty_two_keys_answer_thirty_two_items() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start"]);
    person.sees("1 of 32").presses(&"2".repeat(32)).sees("That was the last question.");
}

#[test]
fn back_skip_note_and_not_applicable_are_kept() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start", "teamwork"]);
    person.sees("1 of 4").presses("1").sees("2 of 4");
    person.presses("\x1b[A").sees("1 of 4").sees("[1 Never]");
    person.presses("5").sees("2 of 4").presses("s").sees("3 of 4");
    person.presses("n").sees("Note").presses("busy ward\r").sees("There is a note");
    person.presses("-").sees("4 of 4").presses("\x1b[C\x1b[C").sees("[2 Rarely]").presses("\r");
    person.sees("That was the last question.").presses("\r").sees("One small step").presses("\r");
    assert_eq!(person.leaves(), 0);
    let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
    let values: Vec<String> =
        shown["answers"].as_object().unwrap().values().map(ToString::to_string).collect();
    for value in ["4", "\"skipped\"", "\"not_applicable\"", "1"] {
        assert!(values.iter().any(|given| given == value), "{value} in {values:?}");
    }
    assert_eq!(shown["notes"].as_object().unwrap().values().next().unwrap(), "busy ward");
}

#[test]
fn leaving_keeps_the_draft_and_resuming_starts_at_the_first_open_item() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start"]);
    person.sees("1 of 32").presses("12345").sees("6 of 32").presses("q");
    assert_eq!(person.leaves(), 0);
    assert!(!person.is_on_alternate_screen());
    let mut person = Person::sits_down(&harness, &[]);
    person.sees("A check-in is open").sees("5 questions").presses("\r").sees("6 of 32");
}

#[test]
fn ctrl_c_gives_the_terminal_back_and_keeps_the_draft() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start"]);
    person.sees("1 of 32").presses("3").sees("2 of 32").presses("\x03");
    person.leaves();
    assert!(!person.is_on_alternate_screen() && !person.cursor_is_hidden());
    assert!(person.screen().contains("kept"), "{}", person.screen());
    let status = harness.checkin(&["status", "--json"]).run().succeeds().json();
    assert_eq!(status["drafts"][0]["answered"], 1);
}

#[test]
fn no_color_writes_no_style() {
    let harness = at_work();
    let setting =
        Setting { environment: vec![("NO_COLOR".into(), "1".into())], ..Setting::default() };
    let mut person = Person::sits_down_at(&harness, &["start"], &setting);
    person.sees("1 of 32").presses("3").sees("2 of 32").presses("\x1b[A").sees("[3 Sometimes]");
    let text = String::from_utf8_lossy(&person.transcript).into_owned();
    assert!(!text.contains("\x1b[1m") && !text.contains("\x1b[2m"), "{text:?}");
    person.presses("q").leaves();
}

#[test]
fn a_narrow_terminal_shows_everything() {
    let harness = at_work();
    let setting = Setting { columns: 34, rows: 30, ..Setting::default() };
    let mut person = Person::sits_down_at(&harness, &["start", "support"], &setting);
    person.sees("1 of 4").sees("1 Never").sees("5 Almost always").sees("q leave");
    let longest = person.screen().lines().map(|line| line.chars().count()).max().unwrap();
    assert!(longest <= 34, "{}", person.screen());
    person.presses("q").leaves();
}

#[test]
fn earlier_scores_are_not_shown_while_answering() {
    let harness = at_work();
    harness.keep("strain", "2026-11-13", 4);
    let mut person = Person::sits_down(&harness, &["start", "strain"]);
    person.sees("1 of 4").presses("2222").sees("That was the last question.");
    let text = String::from_utf8_lossy(&person.transcript).into_owned();
    assert!(!text.contains("75.0") && !text.contains("100"), "{text}");
    person.presses("\r").sees("One small step").presses("\r");
    person.leaves();
}

/// Kills the program at 24 moments of a check-in and looks for every answer acknowledged until then:
/// an answer is acknowledged when the next question shows.
#[test]
fn an_acknowledged_answer_survives_kill_9() {
    for moment in 0..24u64 {
        let harness = at_work();
        let acknowledged = (moment * 7 % 31) + 1;
        let mut person = Person::sits_down(&harness, &["start"]);
        person.sees("1 of 32");
        for number in 0..acknowledged {
            person.presses("4").sees(&format!("{} of 32", number + 2));
        }
        // The plug goes somewhere within the next answer.
        person.presses("4");
        std::thread::sleep(std::time::Duration::from_micros(moment * 397));
        person.pulls_the_plug();
        let status = harness.checkin(&["status", "--json"]).run().succeeds().json();
        let kept = status["drafts"][0]["answered"].as_u64().unwrap();
        assert!(
            kept == acknowledged || kept == acknowledged + 1,
            "{acknowledged} acknowledged, {kept} kept"
        );
        let mut person = Person::sits_down(&harness, &[]);
        person.sees("A check-in is open").sees(&format!("{kept} question")).presses("\r");
        let next =
            if kept == 32 { "last question".to_owned() } else { format!("{} of 32", kept + 1) };
        person.sees(&next).presses("q");
        assert_eq!(person.leaves(), 0);
    }
}

#[test]
fn two_check_ins_at_once_lose_nothing() {
    let harness = at_work();
    let mut one = Person::sits_down(&harness, &["start", "support"]);
    one.sees("1 of 4").presses("11").sees("3 of 4");
    let mut two = Person::sits_down(&harness, &["start", "support"]);
    two.sees("is open in another window").sees("Begin another one?").presses("y");
    two.sees("1 of 4")
        .presses("5555")
        .sees("last question")
        .presses("\r")
        .sees("One small step")
        .presses("\r");
    assert_eq!(two.leaves(), 0);
    one.presses("11").sees("last question").presses("\r").sees("One small step").presses("\r");
    assert_eq!(one.leaves(), 0);
    let list = harness.checkin(&["history", "list", "--json"]).run().succeeds().json();
    assert_eq!(list.as_array().unwrap().len(), 2);
}

#[test]
fn a_dumb_terminal_is_asked_line_by_line() {
    let harness = at_work();
    let answers = "3\n".repeat(4);
    let run = harness.checkin(&["start", "support"]).env("TERM", "dumb").input(&answers).run();
    let outcome = run.succeeds();
    assert!(outcome.stdout.is_ascii(), "no box characters: {}", outcome.stdout);
    assert!(outcome.stdout.contains("Support and validation: 50.0"), "{}", outcome.stdout);
}

#[test]
fn help_opens_and_closes() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start", "support"]);
    person.sees("1 of 4").presses("?").sees("close this help").presses("?");
    person.no_longer_sees("close this help").presses("x").sees("has no meaning here");
    person.presses("q").leaves();
}

#[test]
fn context_and_going_back_at_the_end() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start", "support"]);
    person.sees("1 of 4").presses("4441").sees("last question");
    person
        .presses("\x1b[B\x1b[B\r")
        .sees("How many hours did you spend")
        .presses("2x")
        .sees("> 2_");
    person
        .presses("\x7f12\r")
        .sees("2 of 6")
        .presses("s")
        .sees("3 of 6")
        .presses("2")
        .sees("4 of 6");
    person.presses("3\r").sees("5 of 6").presses("9\r").sees("not one of those allowed");
    person.presses("\x7f2\r").sees("6 of 6").presses("1").sees("last question");
    person.presses("\x1b[B\x1b[B\x1b[B\x1b[B\r").sees("4 of 4").sees("[1 Never]").presses("2");
    person.sees("last question").presses("\r").sees("One small step").presses("\r");
    assert_eq!(person.leaves(), 0);
    let shown = harness.checkin(&["history", "show", "--json"]).run().succeeds().json();
    assert_eq!(shown["context"]["context.client-hours"], 12);
    assert_eq!(shown["context"]["context.poor-sleep"], 2);
    assert_eq!(shown["context"]["context.supervision"], true);
    assert_eq!(shown["answers"]["support.alone"], 1);
}

#[test]
fn without_a_utf8_locale_the_screen_is_ascii() {
    let harness = at_work();
    let setting = Setting { environment: vec![("LANG".into(), "C".into())], ..Setting::default() };
    let mut person = Person::sits_down_at(&harness, &["start", "support"], &setting);
    person.sees("1 of 4").presses("333").sees("4 of 4").sees("######--");
    assert!(person.screen().is_ascii(), "{}", person.screen());
    person.presses("3").sees("last question").presses("\r").sees("One small step").presses("\r");
    assert_eq!(person.leaves(), 0);
    assert!(String::from_utf8_lossy(&person.transcript).is_ascii());
}

#[test]
fn another_size_of_the_terminal_is_drawn_without_a_key() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start", "support"]);
    person.sees("1 of 4").presses("x").sees("no meaning").sees("q leave");
    person.resizes(40, 10).no_longer_sees("q leave").sees("5 Almost always").sees("no meaning");
    person.resizes(80, 24).sees("q leave").presses("?").sees("close this help");
    person.presses("?").no_longer_sees("close this help").presses("3").sees("2 of 4");
    // Ctrl-C is a key of its own at any time.
    person.presses("\x03");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
    harness.keep("support", "2026-11-20", 2);
    let mut person = Person::sits_down(&harness, &["trends", "--browse"]);
    person.sees("1 of").resizes(50, 30).sees("Enter");
    person.presses("\r").sees("Check-in ").resizes(44, 12).sees("1-10 of").presses("q");
    person.sees("1 of").presses("q");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
}

#[test]
fn ctrl_c_at_a_list_gives_the_cursor_back() {
    let harness = Harness::new();
    let mut person = Person::sits_down(&harness, &[]);
    person.sees("Where do you work?").presses("\x1b[B").presses("\x03");
    assert_eq!(person.leaves(), 130, "{}", person.screen());
    assert!(!person.cursor_is_hidden());
}

#[test]
fn the_end_of_the_input_in_a_note_is_an_interruption_and_loses_nothing() {
    let harness = at_work();
    let mut person = Person::sits_down(&harness, &["start", "support"]);
    person.sees("1 of 4").presses("3").sees("2 of 4").presses("n").sees("Note").presses("\x04");
    person.sees("Every answer so far is kept");
    assert_eq!(person.leaves(), 0, "{}", person.screen());
}

#[test]
fn the_last_list_is_a_list_in_every_language() {
    for (locale, of, choice) in [
        ("C.UTF-8", "of", "Finish"),
        ("es_ES.UTF-8", "de", "Terminar"),
        ("de_DE.UTF-8", "von", "Abschließen"),
    ] {
        let harness = at_work();
        let environment = vec![("LANG".to_owned(), locale.to_owned())];
        let setting = Setting { environment, ..Setting::default() };
        let mut person = Person::sits_down_at(&harness, &["start", "support"], &setting);
        for number in 1..=4 {
            person.sees(&format!("{number} {of} 4")).presses("3");
        }
        person.sees(&format!("❯ {choice}")).presses("\x1b");
        person.leaves();
    }
}
