//! The binary with a passphrase, with backups and with a second machine.

use std::path::{Path, PathBuf};

use crate::harness::{Harness, Outcome};

/// A history of two weeks, with a word in it that nothing else has.
fn two_weeks() -> Harness {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-06", 2);
    harness.keep("weekly", "2026-11-13", 3);
    harness.checkin(&["note", "add", "zirkonium"]).run().succeeds();
    harness
}

#[cfg(feature = "encryption")]
fn file(harness: &Harness, name: &str, text: &str) -> String {
    let path = harness.home().join(name);
    std::fs::write(&path, text).expect("a file");
    path.display().to_string()
}

/// Returns everything below a folder that is a file.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn holds(folder: &Path, word: &str) -> bool {
    files(folder).iter().any(|path| {
        let bytes = std::fs::read(path).expect("a file");
        bytes.windows(word.len()).any(|window| window == word.as_bytes())
    })
}

/// Encrypts the history and returns the recovery key that was shown.
#[cfg(feature = "encryption")]
fn protect(harness: &Harness, passphrase: &str) -> String {
    harness.checkin(&["protect", "--new-passphrase-file", passphrase]).run().succeeds().stdout
}

fn list(harness: &Harness, options: &[&str]) -> Outcome {
    let arguments: Vec<&str> =
        options.iter().copied().chain(["history", "list", "--json"]).collect();
    harness.checkin(&arguments).run()
}

#[cfg(feature = "encryption")]
#[test]
fn a_passphrase_opens_the_history_and_nothing_else_does() {
    let harness = two_weeks();
    let first = file(&harness, "first", "orbit candle meadow trumpet\n");
    let wrong = file(&harness, "wrong", "orbit candle meadow trombone\n");
    let before = list(&harness, &[]).succeeds().stdout;
    assert!(holds(&harness.data(), "zirkonium"));
    let shown = protect(&harness, &first);
    assert!(!holds(&harness.data(), "zirkonium"), "in no file, backups among them");
    assert!(!holds(&harness.data(), "orbit candle"));
    assert_eq!(list(&harness, &["--passphrase-file", &first]).succeeds().stdout, before);
    let bytes = std::fs::read(harness.data().join("history.db")).expect("a file");
    for options in [vec![], vec!["--passphrase-file", wrong.as_str()]] {
        let refused = list(&harness, &options).ends_with(1);
        assert_eq!(refused.stdout, "");
        assert!(refused.stderr.contains("passphrase"), "{}", refused.stderr);
    }
    assert_eq!(std::fs::read(harness.data().join("history.db")).expect("a file"), bytes);
    harness.checkin(&["--passphrase-file", &first, "verify"]).run().succeeds();
    let key = file(&harness, "key", &shown);
    let second = file(&harness, "second", "pebble lantern cousin walnut\n");
    harness
        .checkin(&[
            "protect",
            "--recover",
            "--recovery-key-file",
            &key,
            "--new-passphrase-file",
            &second,
        ])
        .run()
        .succeeds();
    list(&harness, &["--passphrase-file", &first]).ends_with(1);
    assert_eq!(list(&harness, &["--passphrase-file", &second]).succeeds().stdout, before);
    harness.checkin(&["--passphrase-file", &second, "unprotect", "--yes"]).run().succeeds();
    assert_eq!(list(&harness, &[]).succeeds().stdout, before);
}

#[cfg(feature = "encryption")]
#[test]
fn a_weak_passphrase_is_refused_unless_insisted_on_and_changes_nothing() {
    let harness = two_weeks();
    let weak = file(&harness, "weak", "password1\n");
    let refused = harness.checkin(&["protect", "--new-passphrase-file", &weak]).run().ends_with(1);
    assert!(refused.stderr.contains("easy to guess"), "{}", refused.stderr);
    list(&harness, &[]).succeeds();
    harness.checkin(&["protect", "--new-passphrase-file", &weak, "--accept-weak"]).run().succeeds();
    list(&harness, &["--passphrase-file", &weak]).succeeds();
}

#[cfg(all(unix, feature = "encryption"))]
#[test]
fn a_program_of_the_persons_choice_gives_the_passphrase() {
    let harness = two_weeks();
    let first = file(&harness, "first", "orbit candle meadow trumpet\n");
    protect(&harness, &first);
    let settings = harness.data().join("settings.toml");
    std::fs::write(&settings, format!("passphrase_command = [\"/bin/cat\", \"{first}\"]\n"))
        .expect("the settings");
    list(&harness, &[]).succeeds();
    std::fs::write(&settings, "passphrase_command = [\"/bin/false\"]\n").expect("the settings");
    let refused = list(&harness, &[]).ends_with(1);
    assert!(refused.stderr.contains("`/bin/false` ended with a failure"), "{}", refused.stderr);
}

#[test]
fn a_backup_comes_back_and_what_was_there_is_set_aside() {
    let harness = two_weeks();
    let made = harness.checkin(&["backup"]).run().succeeds();
    let before = list(&harness, &[]).succeeds().stdout;
    harness.keep("weekly", "2026-11-20", 1);
    let backups = harness.checkin(&["backup", "list", "--json"]).run().succeeds().json();
    assert!(backups.as_array().expect("a list").iter().all(|backup| backup["verified"] == true));
    harness.checkin(&["restore", made.stdout.trim(), "--yes"]).run().succeeds();
    assert_eq!(list(&harness, &[]).succeeds().stdout, before);
    let aside = std::fs::read_dir(harness.data().join("aside")).expect("a folder").next();
    let aside = aside.expect("one").expect("an entry").path().display().to_string();
    let merged = harness.checkin(&["merge", &aside]).run().succeeds().stdout;
    assert_eq!(merged, "New: 1 check-in.\n");
    assert_eq!(list(&harness, &[]).json().as_array().expect("a list").len(), 3);
    harness.checkin(&["verify"]).run().succeeds();
}

#[test]
fn a_backup_goes_into_a_folder_that_is_there() {
    let harness = two_weeks();
    let stick = harness.home().join("stick");
    let to = stick.display().to_string();
    let refused = harness.checkin(&["backup", "--to", &to]).run().ends_with(1);
    assert!(refused.stderr.contains("there is no folder"), "{}", refused.stderr);
    assert!(!stick.exists(), "a stick that is not there becomes no folder");
    std::fs::create_dir(&stick).expect("a folder");
    let made = harness.checkin(&["backup", "--to", &to]).run().succeeds().stdout;
    assert!(Path::new(made.trim()).starts_with(&stick), "{made}");
}

#[test]
fn nothing_is_merged_where_there_is_no_history_and_what_to_do_is_said() {
    let (home, empty) = (two_weeks(), Harness::new());
    let other = home.data().display().to_string();
    let refused = empty.checkin(&["merge", &other]).run().ends_with(1);
    assert!(refused.stderr.contains("checkin restore PATH"), "{}", refused.stderr);
    empty.checkin(&["restore", &other, "--yes"]).run().succeeds();
    assert_eq!(list(&empty, &[]).succeeds().stdout, list(&home, &[]).succeeds().stdout);
}

#[test]
fn a_deletion_that_comes_in_by_merge_leaves_the_backups_as_well() {
    let (home, work) = (two_weeks(), Harness::new());
    let data = |harness: &Harness| harness.data().display().to_string();
    work.keep("support", "2026-11-13", 3);
    work.checkin(&["merge", &data(&home)]).run().succeeds();
    work.checkin(&["backup"]).run().succeeds();
    assert!(holds(&work.data(), "zirkonium"));
    let notes = home.checkin(&["note", "list", "--json"]).run().succeeds().json();
    let id = notes[0]["id"].as_str().expect("an id").to_owned();
    home.checkin(&["history", "delete", &id, "--yes"]).run().succeeds();
    let merged = work.checkin(&["merge", &data(&home)]).run().succeeds();
    assert!(merged.stdout.contains("Also: 1 deletion."), "{}", merged.stdout);
    assert!(merged.stderr.contains("A new backup was made"), "{}", merged.stderr);
    assert!(!holds(&work.data(), "zirkonium"), "in no file, backups among them");
    work.checkin(&["verify"]).run().succeeds();
}

#[test]
fn doctor_goes_on_where_the_settings_have_a_mistake() {
    let harness = two_weeks();
    std::fs::write(harness.data().join("settings.toml"), "secret = \"zirkonium\"\n")
        .expect("a file");
    harness.checkin(&["status"]).run().ends_with(1);
    let told = harness.checkin(&["doctor"]).run().succeeds();
    assert!(told.stdout.contains("`checkin config` shows the mistake"), "{}", told.stdout);
    assert!(told.stdout.contains("SQLite"), "{}", told.stdout);
    assert!(!told.stdout.contains("zirkonium") && !told.stderr.contains("zirkonium"));
    assert!(harness.checkin(&["config"]).run().ends_with(1).stderr.contains("secret"));
}

#[test]
fn a_correction_on_two_machines_is_shown_in_both_versions_and_settled() {
    let (home, work) = (Harness::new(), Harness::new());
    home.keep("support", "2026-11-06", 2);
    work.keep("support", "2026-11-13", 3);
    let data = |harness: &Harness| harness.data().display().to_string();
    work.checkin(&["merge", &data(&home)]).run().succeeds();
    for (harness, answer) in [(&home, "support.heard=0"), (&work, "support.heard=4")] {
        harness.checkin(&["history", "edit", "2026-11-06", "--set", answer]).run().succeeds();
    }
    for (into, from) in [(&home, &work), (&work, &home)] {
        let merged = into.checkin(&["merge", &data(from)]).run().succeeds().stdout;
        assert!(merged.contains("Conflict: the check-in of 6 Nov 2026"), "{merged}");
    }
    let shown = |harness: &Harness| {
        harness.checkin(&["history", "show", "2026-11-06", "--json"]).run().succeeds().json()
    };
    assert_eq!(shown(&home), shown(&work));
    let (present, other) = (
        &shown(&home)["answers"]["support.heard"],
        &shown(&home)["versions"][0]["answers"]["support.heard"],
    );
    assert!(present != other && *present != 2 && *other != 2, "{present} {other}");
    let text = home.checkin(&["history", "show", "2026-11-06"]).run().succeeds().stdout;
    assert!(text.contains("--take 1"), "{text}");
    let status = home.checkin(&["status"]).run().succeeds().stdout;
    assert!(status.contains("was corrected in different ways"), "{status}");
    work.checkin(&["history", "edit", "2026-11-06", "--take", "1"]).run().succeeds();
    home.checkin(&["merge", &data(&work)]).run().succeeds();
    for harness in [&home, &work] {
        let status = harness.checkin(&["status"]).run().succeeds().stdout;
        assert!(!status.contains("Conflict"), "{status}");
        assert_eq!(shown(harness)["answers"]["support.heard"], *other);
        assert_eq!(shown(harness)["versions"], serde_json::json!([]));
    }
}

#[test]
fn verify_names_what_is_damaged_and_doctor_tells_nothing_of_it() {
    let harness = two_weeks();
    let path = harness.data().join("history.db");
    let mut bytes = std::fs::read(&path).expect("a file");
    let places: Vec<usize> =
        (0..bytes.len() - 9).filter(|at| bytes[*at..].starts_with(b"zirkonium")).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at] = b'Z';
    }
    std::fs::write(&path, bytes).expect("a file");
    let verified = harness.checkin(&["verify"]).run().ends_with(1);
    assert!(verified.stderr.contains("is not as it was written"), "{}", verified.stderr);
    let doctor = harness.checkin(&["doctor"]).run().succeeds().stdout;
    assert!(doctor.contains("in the clear") && !doctor.to_lowercase().contains("irkonium"));
    assert!(
        !doctor.contains(&harness.home().display().to_string()),
        "the home folder names a person"
    );
}

#[test]
fn a_history_that_is_gone_with_its_head_is_an_alarm_while_backups_are_there() {
    let harness = two_weeks();
    harness.checkin(&["backup"]).run().succeeds();
    for name in ["history.db", "head"] {
        std::fs::remove_file(harness.data().join(name)).expect("it is there");
    }
    let before = files(&harness.data());
    for arguments in [&["history", "list"][..], &["start", "support", "--answers", "-"]] {
        let answers = r#"{"answers": {"heard": 1}}"#;
        let refused = harness.checkin(arguments).input(answers).run().ends_with(1);
        assert!(refused.stderr.contains("is gone"), "{}", refused.stderr);
        assert!(refused.stderr.contains("`checkin restore`"), "{}", refused.stderr);
    }
    let without_lock = |mut files: Vec<PathBuf>| {
        files.retain(|path| !path.ends_with("history.lock"));
        files
    };
    assert_eq!(without_lock(files(&harness.data())), without_lock(before));
    harness.checkin(&["restore", "--yes"]).run().succeeds();
    assert!(list(&harness, &[]).stdout.contains("2026-11-13"));
}

#[cfg(unix)]
#[test]
fn backups_go_through_no_link() {
    let harness = two_weeks();
    let elsewhere = harness.home().join("elsewhere");
    std::fs::create_dir(&elsewhere).expect("a folder");
    let _ = std::fs::remove_dir_all(harness.data().join("backups"));
    std::os::unix::fs::symlink(&elsewhere, harness.data().join("backups")).expect("a link");
    let refused = harness.checkin(&["backup"]).run().ends_with(1);
    assert!(refused.stderr.contains("is a link"), "{}", refused.stderr);
    assert_eq!(files(&elsewhere), Vec::<PathBuf>::new());
}

#[cfg(feature = "encryption")]
#[test]
fn a_damaged_sealed_passphrase_is_told_and_written_anew() {
    let harness = two_weeks();
    let passphrase = file(&harness, "passphrase", "orbit candle meadow trumpet");
    protect(&harness, &passphrase);
    let option = ["--passphrase-file", passphrase.as_str()];
    let sealed = harness.data().join("recovery");
    for damage in [Some("junk"), None] {
        match damage {
            Some(text) => std::fs::write(&sealed, text).expect("it is written"),
            None => std::fs::remove_file(&sealed).expect("it is there"),
        }
        let verified = harness.checkin(&[&["verify"][..], &option].concat()).run().ends_with(1);
        assert!(verified.stderr.contains("`recovery`"), "{}", verified.stderr);
        let noted = harness.checkin(&[&["note", "add", "a word"][..], &option].concat()).run();
        assert!(noted.succeeds().stderr.contains("was written anew"));
        harness.checkin(&[&["verify"][..], &option].concat()).run().succeeds();
    }
}
