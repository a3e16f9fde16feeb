//! `checkin remind`: whose files are written over, what a failure leaves, and the file that it all rests on.

use crate::harness::Harness;
use crate::remind::{pretend, with_path};

#[cfg(target_os = "linux")]
#[test]
fn a_reminder_is_installed_anew_over_its_own_and_never_over_another_file() {
    let harness = Harness::new();
    pretend(&harness, "systemctl", "");
    let run = |arguments: &[&str]| with_path(harness.checkin(arguments), &harness).run();
    let first = run(&["remind", "systemd", "--install", "--yes"]).succeeds().stderr;
    assert!(!first.contains("Instead of"), "{first}");
    let again =
        run(&["remind", "systemd", "--install", "--yes", "--at", "08:00"]).succeeds().stderr;
    assert_eq!(again.matches("Instead of what is there").count(), 1, "{again}");
    let timer = harness.home().join(".config/systemd/user/checkin-reminder.timer");
    assert!(std::fs::read_to_string(&timer).unwrap().contains("*-*-* 08:00:00"));
    std::fs::write(&timer, "mine\n").unwrap();
    let refused = run(&["remind", "systemd", "--install", "--yes"]).ends_with(1);
    assert!(refused.stderr.contains("`--force` replaces it"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("taken away again"), "{}", refused.stderr);
    run(&["remind", "systemd", "--remove", "--yes"]).succeeds();
    assert_eq!(std::fs::read_to_string(&timer).unwrap(), "mine\n");
}

#[cfg(unix)]
#[test]
fn a_start_file_keeps_who_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let harness = Harness::new();
    let file = harness.home().join(".bashrc");
    std::fs::write(&file, "export A=1\n").unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
    for option in ["--install", "--remove"] {
        harness.checkin(&["remind", "bash", option, "--yes"]).run().succeeds();
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o644);
    }
}

#[test]
fn a_lost_or_damaged_due_file_is_written_again_by_a_look_at_the_status() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    let due = || harness.checkin(&["status", "--due"]).run().status;
    let file = harness.data().join("due");
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(due(), 3);
    for damaged in [None, Some(""), Some("due = 3\n")] {
        match damaged {
            Some(text) => std::fs::write(&file, text).unwrap(),
            None => std::fs::remove_file(&file).unwrap(),
        }
        assert_eq!(due(), 0, "what is not known counts as due");
        harness.checkin(&["status"]).run().succeeds();
        assert_eq!((due(), std::fs::read_to_string(&file).unwrap()), (3, written.clone()));
    }
}

#[test]
fn a_notification_follows_the_locale_where_the_settings_name_no_language() {
    let harness = Harness::new();
    let ring = harness.checkin(&["remind", "ring"]).env("LANG", "es_ES.UTF-8");
    let ring = ring.env("PATH", "/nowhere").now("2026-11-28T18:00:00+01:00").run().succeeds();
    assert!(!ring.stdout.contains("weekly check-in"), "{}", ring.stdout);
    assert!(ring.stdout.contains("registro"), "{}", ring.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn a_reminder_that_could_not_be_changed_goes_on_as_it_was() {
    let harness = Harness::new();
    let run = |arguments: &[&str]| with_path(harness.checkin(arguments), &harness).run();
    pretend(&harness, "systemctl", "");
    run(&["remind", "systemd", "--install", "--yes"]).succeeds();
    pretend(&harness, "systemctl", "case \"$*\" in *enable*) exit 1;; esac");
    let failed = run(&["remind", "systemd", "--install", "--yes", "--at", "08:00"]).ends_with(1);
    assert!(failed.stderr.contains("the former reminder is in its place"), "{}", failed.stderr);
    let timer = harness.home().join(".config/systemd/user/checkin-reminder.timer");
    assert!(std::fs::read_to_string(timer).unwrap().contains("*-*-* 16:00:00"));
}

#[test]
fn a_table_that_is_there_is_not_written_a_second_time() {
    let harness = Harness::new();
    let file = harness.home().join(".config/starship.toml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(&file, "[custom.checkin]\nwhen = \"x\"\n").unwrap();
    let refused = harness.checkin(&["remind", "starship", "--install", "--yes"]).run().ends_with(1);
    assert!(refused.stderr.contains("`[custom.checkin]` stands in it"), "{}", refused.stderr);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "[custom.checkin]\nwhen = \"x\"\n");
}
