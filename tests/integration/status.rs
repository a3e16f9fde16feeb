//! `checkin status --due` and the settings it depends on.

use crate::harness::Harness;

fn due(harness: &Harness, now: &str) -> i32 {
    let outcome = harness.checkin(&["status", "--due"]).now(now).run();
    assert!(outcome.stdout.is_empty() && outcome.stderr.is_empty(), "nothing is printed");
    outcome.status
}

#[test]
fn it_is_due_before_the_first_check_in() {
    assert_eq!(due(&Harness::new(), "2026-11-20T18:30:00+01:00"), 0);
}

#[test]
fn it_is_due_from_the_set_weekday_at_day_end() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    assert_eq!(due(&harness, "2026-11-20T19:00:00+01:00"), 3);
    assert_eq!(due(&harness, "2026-11-27T03:59:59+01:00"), 3);
    assert_eq!(due(&harness, "2026-11-27T04:00:00+01:00"), 0);
}

#[test]
fn another_questionnaire_does_not_settle_it() {
    let harness = Harness::new();
    harness.keep("pulse", "2026-11-20", 2);
    assert_eq!(due(&harness, "2026-11-20T19:00:00+01:00"), 0);
}

#[test]
fn nothing_is_due_during_leave() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    harness
        .checkin(&["event", "add", "leave", "--from", "2026-11-26", "--to", "2026-12-05"])
        .run()
        .succeeds();
    assert_eq!(due(&harness, "2026-11-28T12:00:00+01:00"), 3);
    assert_eq!(due(&harness, "2026-12-06T12:00:00+01:00"), 0);
}

#[test]
fn leave_moves_the_day_that_is_told() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-12-18", 2);
    let leave = ["event", "add", "leave", "--from", "2026-12-21", "--to", "2027-01-03"];
    harness.checkin(&leave).now("2026-12-18T20:00:00+01:00").run().succeeds();
    let told = |now: &str| harness.checkin(&["status"]).now(now).run().succeeds().stdout;
    let shown = told("2026-12-19T12:00:00+01:00");
    assert!(shown.contains("Next one due: Monday 4 Jan 2027."), "{shown}");
    let shown = told("2027-01-02T12:00:00+01:00");
    assert!(shown.contains("Away until 3 Jan 2027"), "{shown}");
    let shown = told("2027-01-04T12:00:00+01:00");
    assert!(shown.contains("Due since 4 Jan 2027."), "{shown}");
    let status = harness.checkin(&["status", "--json"]).now("2027-01-05T12:00:00+01:00");
    let status = status.run().succeeds().json();
    assert_eq!(
        (&status["due"], &status["due_from"]),
        (&true.into(), &"2027-01-04T04:00:00+01:00".into())
    );
    // What prompts ask is answered as before: not in the leave, and from its end on.
    assert_eq!(due(&harness, "2027-01-04T03:59:59+01:00"), 3);
    assert_eq!(due(&harness, "2027-01-04T04:00:00+01:00"), 0);
}

#[test]
fn open_illness_lasts_until_it_is_ended() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-13", 2);
    harness.checkin(&["event", "add", "illness", "--from", "2026-11-18"]).run().succeeds();
    assert_eq!(due(&harness, "2026-11-20T19:00:00+01:00"), 3);
    harness.checkin(&["event", "end"]).run().succeeds();
    assert_eq!(due(&harness, "2026-11-20T19:00:00+01:00"), 0);
}

#[test]
fn a_changed_weekday_moves_it() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    harness.checkin(&["config", "set", "weekday", "monday"]).run().succeeds();
    assert_eq!(due(&harness, "2026-11-22T19:00:00+01:00"), 3);
    assert_eq!(due(&harness, "2026-11-23T19:00:00+01:00"), 0);
}

#[test]
fn an_unreadable_due_file_means_due() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    std::fs::write(harness.data().join("due"), "nonsense").unwrap();
    assert_eq!(due(&harness, "2026-11-20T19:00:00+01:00"), 0);
}

#[test]
fn reads_create_nothing() {
    let harness = Harness::new();
    for command in [
        vec!["status"],
        vec!["status", "--json"],
        vec!["history", "list"],
        vec!["trends"],
        vec!["report"],
        vec!["questionnaires", "list"],
        vec!["config"],
        vec!["resources"],
        vec!["note", "list"],
        vec!["event", "list"],
    ] {
        harness.checkin(&command).run().succeeds();
        assert!(!harness.data().exists(), "{command:?} made the data folder");
    }
}

#[test]
fn a_damaged_history_is_not_shown_as_good() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    let path = harness.data().join("history.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.windows(10).position(|w| w == b"strain.str").expect("plain text in the file");
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let outcome = harness.checkin(&["history", "show"]).run().ends_with(1);
    assert!(outcome.stderr.contains("damaged"), "{}", outcome.stderr);
}

#[test]
fn an_emptied_history_is_an_alarm_and_not_a_new_one() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    std::fs::write(harness.data().join("history.db"), b"").unwrap();
    let outcome = harness.checkin(&["status"]).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
    let outcome = harness.checkin(&["start", "support"]).input("1\n1\n").run();
    assert_ne!(outcome.status, 0);
    assert_eq!(std::fs::metadata(harness.data().join("history.db")).unwrap().len(), 0);
}

#[test]
fn settings_with_mistakes_are_told_apart() {
    let harness = Harness::new();
    std::fs::create_dir(harness.data()).unwrap();
    let text = "weekday = \"fryday\"\nregoin = \"gb\"\ncontext = 3\nday_end = \"25:00\"\n";
    std::fs::write(harness.data().join("settings.toml"), text).unwrap();
    let outcome = harness.checkin(&["status"]).run().ends_with(1);
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn config_shows_and_sets() {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "weekday", "tue"]).run().succeeds();
    harness.checkin(&["config", "set", "region", "gb"]).run().succeeds();
    for wrong in
        [["weekday", "soon"], ["colour", "red"], ["region", "zz"], ["questionnaire", "weekli"]]
    {
        let outcome = harness.checkin(&["config", "set", wrong[0], wrong[1]]).run();
        assert!([1, 2].contains(&outcome.status), "{wrong:?}");
        insta::assert_snapshot!(format!("config_set_{}", wrong[0]), outcome.snapshot(&harness));
    }
    insta::assert_snapshot!(harness.checkin(&["config"]).run().succeeds().snapshot(&harness));
}

#[test]
fn what_a_setting_does_not_do_is_said() {
    let harness = Harness::new();
    let set = |key, value| harness.checkin(&["config", "set", key, value]).run();
    let french = set("language", "fr").succeeds().stderr;
    assert!(french.contains("speaks English, Spanish and German (en, es, de)"), "{french}");
    assert_eq!(set("language", "es-MX").succeeds().stderr.lines().count(), 1);
    assert_eq!(set("language", "none").succeeds().stderr.lines().count(), 1);
    let refused = set("region", "UK").ends_with(1).stderr;
    assert!(
        refused.contains("hint: did you mean `gb`?\nhint: the regions there are: eu, gb, "),
        "{refused}"
    );
    let refused = harness.checkin(&["resources", "--region", "FR"]).run().ends_with(1).stderr;
    assert!(refused.contains("hint: did you mean `eu`?"), "{refused}");
}

#[test]
fn an_event_is_not_marked_twice() {
    let harness = Harness::new();
    let add = |words: &str| {
        let event = ["event", "add", "incident", "--from", "2026-11-18", words];
        harness.checkin(&event).run().succeeds().stderr
    };
    assert!(add("a threat").starts_with("Marked: "));
    assert!(add("a threat").starts_with("That is marked already (event "));
    assert!(add("another").starts_with("Marked: "));
    let list = harness.checkin(&["event", "list", "--json"]).run().succeeds().json();
    assert_eq!(list.as_array().unwrap().len(), 2);
}

#[test]
fn what_the_settings_file_names_and_is_not_there_is_said() {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "weekday", "friday"]).run().succeeds();
    let file = harness.data().join("settings.toml");
    std::fs::write(&file, "questionnaire = \"weekli\"").unwrap();
    let told = harness.checkin(&["config"]).run().ends_with(1);
    assert!(told.stdout.contains("weekday") && told.stderr.contains("did you mean `weekly`"));
    let doctor = harness.checkin(&["doctor"]).run().succeeds().stdout;
    assert!(doctor.contains("there is no questionnaire `weekli`"), "{doctor}");
    std::fs::write(&file, "questionnaire = \"weekli\"\nregion = \"uk\"\n").unwrap();
    let told = harness.checkin(&["config"]).run().ends_with(1).stderr;
    assert!(told.contains("`weekly`") && told.contains("did you mean `gb`"), "both: {told}");
    let resources = harness.checkin(&["resources"]).run().succeeds();
    assert!(resources.stdout.contains("Samaritans"), "whatever the settings: {}", resources.stdout);
    assert!(resources.stderr.contains("region `uk`"), "{}", resources.stderr);
    harness.checkin(&["config", "set", "region", "gb"]).run().succeeds();
}

#[test]
fn the_end_of_the_day_decides_when_a_check_in_is_due() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-13", 2);
    let night = "2026-11-20T01:30:00+01:00";
    let due = || harness.checkin(&["status", "--due"]).now(night).run().status;
    assert_eq!(due(), 3, "the day of the person goes on until four");
    harness.checkin(&["config", "set", "day_end", "00:00"]).now(night).run().succeeds();
    assert_eq!(due(), 0);
    harness.checkin(&["config", "unset", "day_end"]).now(night).run().succeeds();
    assert_eq!(due(), 3);
}

#[cfg(feature = "encryption")]
#[test]
fn a_setting_asks_for_no_passphrase_and_says_what_waits_for_it() {
    let harness = Harness::new();
    let passphrase = harness.data().with_file_name("passphrase");
    std::fs::write(&passphrase, "orbit candle meadow trumpet\n").unwrap();
    harness.keep("support", "2026-11-20", 2);
    let file = passphrase.display().to_string();
    harness.checkin(&["protect", "--new-passphrase-file", &file]).run().succeeds();
    let set = |key, value| harness.checkin(&["config", "set", key, value]).run().succeeds().stderr;
    assert_eq!(set("contrast", "high"), "Set: contrast is now high.\n");
    let told = set("weekday", "monday");
    assert!(told.starts_with("Set: weekday is now monday.\nThe day of the next"), "{told}");
    assert!(told.contains("`checkin status` does it:"), "{told}");
}

#[test]
fn now_must_be_a_date_and_time() {
    let harness = Harness::new();
    let outcome = harness.checkin(&["status"]).now("yesterday").run().ends_with(2);
    insta::assert_snapshot!(outcome.snapshot(&harness));
}

#[test]
fn own_contacts_come_first_and_are_checked_like_the_settings() {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "region", "ie"]).run().succeeds();
    let add = ["resources", "add", "My supervisor", "+353 1 555 0100", "--purpose", "Any day"];
    harness.checkin(&add).run().succeeds();
    let shown = harness.checkin(&["resources"]).run().succeeds().stdout;
    let own = shown.find("My supervisor: +353 1 555 0100").expect("the contact");
    assert!(own < shown.find("Samaritans").expect("the region's"), "{shown}");
    let list = harness.checkin(&["resources", "--json"]).run().succeeds().json();
    assert_eq!(list[0]["resources"][0]["name"], "My supervisor");
    let value = harness.checkin(&["config", "set", "weekday", "monday"]).run();
    assert_eq!(value.status, 0);
    let kept = harness.checkin(&["resources"]).run().succeeds().stdout;
    assert!(kept.contains("My supervisor"), "another setting leaves them: {kept}");
    harness.checkin(&["resources", "remove", "My supervisor"]).run().succeeds();
    assert!(!harness.checkin(&["resources"]).run().succeeds().stdout.contains("My supervisor"));
    harness.checkin(&["resources", "remove", "My supervisor"]).run().ends_with(1);
    let file = harness.data().join("settings.toml");
    std::fs::write(&file, "[[contact]]\nname = 3\nnmae = \"x\"\n[[contact]]\nname = \"A\"\n")
        .expect("a file");
    insta::assert_snapshot!(harness.checkin(&["status"]).run().ends_with(1).snapshot(&harness));
}

#[test]
fn the_verdict_is_that_of_the_weekly_questionnaire_whatever_came_between() {
    let harness = Harness::new();
    for day in ["10-09", "10-16", "10-23", "10-30", "11-06", "11-13"] {
        harness.keep("weekly", &format!("2026-{day}"), 2);
    }
    let verdict = |harness: &Harness| {
        let status = harness.checkin(&["status", "--json"]).run().succeeds().json();
        status["verdicts"].clone()
    };
    let weekly = verdict(&harness);
    assert!(weekly[0].as_str().unwrap().contains("usual"), "{weekly}");
    harness.keep("pulse", "2026-11-16", 2);
    assert_eq!(verdict(&harness), weekly);
    let last = harness.checkin(&["status"]).run().succeeds().stdout;
    assert!(last.starts_with("Last check-in: Pulse"), "{last}");
}

#[test]
fn contacts_are_kept_without_marks_of_direction_and_refused_where_the_settings_could_not_be_read() {
    let harness = Harness::new();
    let add = |name: &str| harness.checkin(&["resources", "add", name, "1"]).run();
    add("Rosa \u{200f}\u{5dc}\u{5d5}\u{5d9}").succeeds();
    add("Nurse \u{1f469}\u{200d}\u{2695}\u{fe0f}").succeeds();
    let refused = add("Tab\tin it").ends_with(2);
    assert!(refused.stderr.contains("U+0009"), "{}", refused.stderr);
    add(&"long ".repeat(60)).ends_with(2);
    harness.checkin(&["config", "set", "plain", "true"]).run().succeeds();
    let shown = harness.checkin(&["resources", "--region", "ie"]).run().succeeds().stdout;
    assert!(shown.contains("Rosa \u{5dc}\u{5d5}\u{5d9}"), "{shown}");
    harness
        .checkin(&["resources", "remove", "Rosa \u{200f}\u{5dc}\u{5d5}\u{5d9}"])
        .run()
        .succeeds();
}

#[test]
fn words_that_are_joined_stay_whole_on_the_page() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    let words = "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645} \u{1f469}\u{200d}\u{2695}\u{fe0f}";
    harness.checkin(&["note", "add", words]).run().succeeds();
    assert!(harness.checkin(&["note", "list"]).run().succeeds().stdout.contains(words));
    for format in ["html", "md"] {
        let export = ["export", "--include", "notes", "--format", format, "--output", "-", "--yes"];
        let page = harness.checkin(&export).run().succeeds().stdout;
        assert!(page.contains(words), "{page}");
    }
}

#[test]
fn leave_that_goes_on_where_other_leave_ends_is_one_with_it() {
    let harness = Harness::new();
    let add =
        |words: &[&str]| harness.checkin(&[&["event", "add"], words].concat()).run().succeeds();
    add(&["illness", "--from", "2026-11-16", "--to", "2026-11-20"]);
    add(&["leave", "--from", "2026-11-21", "--to", "2026-11-27"]);
    harness.keep("weekly", "2026-11-13", 2);
    let status = harness.checkin(&["status"]).run().succeeds().stdout;
    assert!(status.contains("Away until 27 Nov 2026"), "{status}");
}

#[test]
fn a_list_without_what_was_asked_for_is_not_an_empty_history() {
    let harness = Harness::new();
    let list = ["history", "list", "--since", "2026-12-01"];
    let told = |harness: &Harness| harness.checkin(&list).run().succeeds().stderr;
    assert!(told(&harness).contains("No check-in yet"));
    harness.keep("weekly", "2026-11-20", 2);
    assert!(told(&harness).contains("No check-in fits"), "{}", told(&harness));
    harness.checkin(&["history", "list", "--last", "0"]).run().ends_with(2);
}

#[test]
fn an_empty_variable_for_the_data_folder_is_none() {
    let harness = Harness::new();
    let home = harness.home().display().to_string();
    let path = harness.checkin(&["config", "path"]).env("CHECKIN_DATA_DIR", "").env("HOME", &home);
    let path = path.without_env("XDG_DATA_HOME").run().succeeds().stdout;
    assert!(path.ends_with("settings.toml\n"), "{path}");
    let wrong = harness.checkin(&["config", "set", "weekday"]).run().ends_with(2);
    assert!(!wrong.stderr.contains("--data-dir"), "{}", wrong.stderr);
}
