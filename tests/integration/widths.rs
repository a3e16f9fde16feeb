//! Terminals from 40 to 200 columns, wide and right-to-left characters, and what is read aloud.

use unicode_width::UnicodeWidthStr as _;

use crate::harness::Harness;
use crate::pty::{Person, Setting};

/// Every command that prints lines or a table of what is known.
const COMMANDS: [&[&str]; 20] = [
    &["status"],
    &["history", "list"],
    &["history", "show"],
    &["explain"],
    &["trends"],
    &["trends", "--view", "table"],
    &["trends", "--view", "calendar"],
    &["trends", "--view", "map"],
    &["trends", "strain"],
    &["report"],
    &["questionnaires", "list"],
    &["questionnaires", "show", "weekly"],
    &["config"],
    &["resources", "--all"],
    &["note", "list"],
    &["event", "list"],
    &["step", "list"],
    &["remind"],
    &["questionnaires", "adopt"],
    &["backup", "list"],
];

/// Some weeks of check-ins, with words in other scripts.
fn lived() -> Harness {
    let harness = Harness::new();
    for day in ["2026-11-06", "2026-11-13", "2026-11-20"] {
        harness.keep("weekly", day, 2);
    }
    let words = "\u{6f22}\u{5b57}\u{306e}\u{8a00}\u{8449} \u{645}\u{631}\u{62d}\u{628}\u{627} cafe\u{301} and so on for a while";
    harness.checkin(&["note", "add", words]).run().succeeds();
    harness.checkin(&["step", "add", words]).run().succeeds();
    harness.checkin(&["event", "add", "other", words]).run().succeeds();
    harness.checkin(&["backup"]).run().succeeds();
    harness
}

/// Runs a command on a terminal of so many columns and returns what came, bare of control sequences.
fn on_terminal(harness: &Harness, command: &[&str], columns: u16) -> String {
    let setting = Setting { rows: 50, columns, ..Setting::default() };
    let mut person = Person::sits_down_at(harness, command, &setting);
    person.leaves();
    let text = String::from_utf8_lossy(&person.transcript).replace('\r', "");
    console::strip_ansi_codes(&text).into_owned()
}

#[test]
fn nothing_is_wider_than_the_terminal_and_no_word_is_lost() {
    let harness = lived();
    for command in COMMANDS {
        for columns in [40, 57, 80, 120, 200] {
            let shown = on_terminal(&harness, command, columns);
            assert!(!shown.trim().is_empty(), "{command:?} at {columns}");
            let wide: Vec<&str> =
                shown.lines().filter(|line| line.width() > usize::from(columns)).collect();
            assert!(wide.is_empty(), "{command:?} at {columns}: {wide:#?}");
        }
    }
    let words = |text: &str| text.split_whitespace().collect::<String>();
    for command in [["note", "list"], ["step", "list"], ["event", "list"]] {
        let whole = harness.checkin(&command).run().succeeds().stdout;
        assert_eq!(words(&on_terminal(&harness, &command, 40)), words(&whole), "{command:?}");
    }
}

#[test]
fn what_is_read_aloud_has_no_lines_bars_or_columns() {
    let harness = lived();
    for command in COMMANDS {
        let words: Vec<&str> = ["--plain"].iter().chain(command).copied().collect();
        let shown = harness.checkin(&words).run().succeeds().stdout;
        for line in shown.lines() {
            let drawn = line.chars().any(|c| ('\u{2500}'..='\u{28ff}').contains(&c));
            assert!(
                !drawn && !line.contains("---") && !line.contains("==="),
                "{command:?}: {line}"
            );
        }
    }
}
