//! `checkin remind`: what is printed, what is put in place and taken away, and when it is quiet.

use std::path::PathBuf;

use crate::harness::{Harness, Outcome, Run};

/// Returns what a run printed, with the program's path made equal.
fn shown(outcome: &Outcome, harness: &Harness) -> String {
    outcome.snapshot(harness).replace(env!("CARGO_BIN_EXE_checkin"), "/opt/checkin")
}

/// Puts a program of this name first in the search path: it notes its arguments and its input.
#[cfg(unix)]
pub(crate) fn pretend(harness: &Harness, name: &str, script: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let folder = harness.home().join("bin");
    std::fs::create_dir_all(&folder).expect("a program to pretend with");
    let calls = harness.home().join(format!("{name}.calls"));
    let text = format!("#!/bin/sh\nprintf '%s\\n' \"$*\" >>'{}'\n{script}\n", calls.display());
    std::fs::write(folder.join(name), text).expect("a program to pretend with");
    std::fs::set_permissions(folder.join(name), std::fs::Permissions::from_mode(0o755))
        .expect("a program to pretend with");
    calls
}

/// Looks for programs among those that are pretended, and then where the system has them.
pub(crate) fn with_path<'h>(run: Run<'h>, harness: &Harness) -> Run<'h> {
    let folder = harness.home().join("bin");
    run.env("PATH", &format!("{}:/usr/bin:/bin", folder.display()))
}

#[test]
fn each_way_is_printed_and_changes_nothing() {
    for way in [
        "systemd",
        "launchd",
        "task-scheduler",
        "cron",
        "calendar",
        "bash",
        "zsh",
        "fish",
        "nushell",
        "powershell",
        "starship",
        "powerlevel10k",
    ] {
        let harness = Harness::new();
        let outcome = harness.checkin(&["remind", way]).run().succeeds();
        let name = format!("remind_{way}");
        // Only the user's number is the machine's own.
        insta::assert_snapshot!(name, shown(&outcome, &harness));
        assert_eq!(std::fs::read_dir(harness.home()).unwrap().count(), 0, "{way}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_timer_is_shown_installed_listed_and_removed() {
    let harness = Harness::new();
    let calls = pretend(&harness, "systemctl", "");
    let run = |arguments: &[&str]| with_path(harness.checkin(arguments), &harness).run();
    let declined = with_path(harness.checkin(&["remind", "systemd", "--install"]), &harness);
    let declined = declined.input("n\n").run().succeeds();
    assert!(declined.stderr.contains("OnCalendar=*-*-* 16:00:00"), "{}", declined.stderr);
    assert!(declined.stderr.contains("Nothing was changed."), "{}", declined.stderr);
    let folder = harness.home().join(".config/systemd/user");
    assert!(!folder.exists() && !calls.exists());
    run(&["remind", "systemd", "--install", "--yes", "--at", "12:30"]).succeeds();
    let timer = std::fs::read_to_string(folder.join("checkin-reminder.timer")).unwrap();
    assert!(timer.contains("OnCalendar=*-*-* 12:30:00"), "{timer}");
    let called = std::fs::read_to_string(&calls).unwrap();
    assert_eq!(called, "--user daemon-reload\n--user enable --now checkin-reminder.timer\n");
    assert!(run(&["remind"]).succeeds().stdout.contains("account, installed"));
    run(&["remind", "systemd", "--install", "--yes", "--force"]).succeeds();
    run(&["remind", "systemd", "--remove", "--yes"]).succeeds();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    let again = run(&["remind", "systemd", "--remove", "--yes"]).succeeds();
    assert!(again.stderr.contains("There is no reminder by systemd."), "{}", again.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_platform_that_refuses_is_told_with_what_to_do() {
    let harness = Harness::new();
    pretend(&harness, "systemctl", "echo 'Failed to connect to bus' >&2; exit 1");
    let install = harness.checkin(&["remind", "systemd", "--install", "--yes"]);
    let outcome = with_path(install, &harness).run().ends_with(1);
    assert!(outcome.stderr.contains("caused by: Failed to connect to bus"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("are taken away again"), "{}", outcome.stderr);
    let folder = harness.home().join(".config/systemd/user");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    let listed = with_path(harness.checkin(&["remind"]), &harness).run().succeeds();
    assert!(listed.stdout.contains("by a systemd timer of your account\n"), "{}", listed.stdout);
}

#[cfg(target_os = "linux")]
#[test]
fn a_platform_that_forgot_a_timer_is_no_error() {
    let harness = Harness::new();
    let run = |arguments: &[&str]| with_path(harness.checkin(arguments), &harness).run();
    pretend(&harness, "systemctl", "");
    run(&["remind", "systemd", "--install", "--yes"]).succeeds();
    pretend(&harness, "systemctl", "echo 'Unit file does not exist' >&2; exit 1");
    let removed = run(&["remind", "systemd", "--remove", "--yes"]).succeeds();
    assert!(!removed.stderr.contains("error:"), "{}", removed.stderr);
    let told = "failed: Unit file does not exist. What was written for it is removed all the same.";
    assert!(removed.stderr.contains(told), "{}", removed.stderr);
}

#[cfg(unix)]
#[test]
fn ways_whose_programs_are_not_here_are_named_apart() {
    let harness = Harness::new();
    pretend(&harness, "zsh", "");
    let folder = harness.home().join("bin");
    let listed = harness.checkin(&["remind"]).env("PATH", folder.to_str().unwrap());
    let listed = listed.run().succeeds();
    assert!(listed.stdout.contains("Line when zsh starts"), "{}", listed.stdout);
    assert!(!listed.stdout.contains("Line when fish starts"), "{}", listed.stdout);
    assert!(listed.stdout.contains("Not found here: "), "{}", listed.stdout);
    let json = harness.checkin(&["remind", "--json"]).env("PATH", folder.to_str().unwrap());
    let json: serde_json::Value = serde_json::from_str(&json.run().succeeds().stdout).unwrap();
    let ways = json["ways"].as_array().unwrap();
    let fish = ways.iter().find(|way| way["way"] == "fish").unwrap();
    assert_eq!((&fish["found"], &fish["installed"]), (&false.into(), &false.into()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_way_of_another_system_is_only_printed() {
    let harness = Harness::new();
    let outcome = harness.checkin(&["remind", "launchd", "--install", "--yes"]).run().ends_with(1);
    assert!(outcome.stderr.contains("`launchd` belongs to macOS"), "{}", outcome.stderr);
    let by_hand = ["remind", "powerlevel10k", "--install", "--yes"];
    assert!(harness.checkin(&by_hand).run().ends_with(1).stderr.contains("by hand"));
}

#[test]
fn a_start_file_keeps_all_that_is_not_ours() {
    let harness = Harness::new();
    let file = harness.home().join(".bashrc");
    let own = "export EDITOR=vi\n# the end";
    std::fs::write(&file, own).unwrap();
    harness.checkin(&["remind", "bash", "--install", "--yes"]).run().succeeds();
    let with = std::fs::read_to_string(&file).unwrap();
    assert!(with.starts_with(own) && with.contains("status --due"), "{with}");
    harness.checkin(&["remind", "bash", "--install", "--yes"]).run().succeeds();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), with);
    harness.checkin(&["remind", "bash", "--remove", "--yes"]).run().succeeds();
    assert_eq!(std::fs::read_to_string(&file).unwrap().trim_end(), own);
    std::fs::remove_file(&file).unwrap();
    harness.checkin(&["remind", "bash", "--install", "--yes"]).run().succeeds();
    harness.checkin(&["remind", "bash", "--remove", "--yes"]).run().succeeds();
    assert!(!file.exists(), "what was made for the line stays");
}

#[cfg(unix)]
#[test]
fn a_start_file_that_is_a_link_is_not_followed() {
    let harness = Harness::new();
    let elsewhere = harness.home().join("dotfiles");
    std::fs::write(&elsewhere, "mine\n").unwrap();
    std::os::unix::fs::symlink(&elsewhere, harness.home().join(".zshrc")).unwrap();
    let outcome = harness.checkin(&["remind", "zsh", "--install", "--yes"]).run().ends_with(1);
    assert!(outcome.stderr.contains("put the printed lines in by hand"), "{}", outcome.stderr);
    assert_eq!(std::fs::read_to_string(elsewhere).unwrap(), "mine\n");
}

#[test]
fn a_time_of_day_is_refused_where_there_is_none() {
    let harness = Harness::new();
    let at = |way: &str| harness.checkin(&["remind", way, "--at", "08:05"]).run();
    let refused = at("bash").ends_with(2).stderr;
    assert!(refused.contains("`bash` has no time of day"), "{refused}");
    assert!(at("calendar").succeeds().stdout.contains("T080500"));
}

#[cfg(unix)]
#[test]
fn the_crontab_keeps_its_other_lines() {
    let harness = Harness::new();
    let table = harness.home().join("table");
    let script = format!(
        "if [ \"$1\" = -l ]; then cat '{0}' 2>/dev/null || {{ echo 'no crontab for me' >&2; exit 1; }}; \
         else cat >'{0}'; fi",
        table.display()
    );
    pretend(&harness, "crontab", &script);
    let run = |arguments: &[&str]| with_path(harness.checkin(arguments), &harness).run().succeeds();
    run(&["remind", "cron", "--install", "--yes"]);
    assert!(std::fs::read_to_string(&table).unwrap().contains("\n0 16 * * * "));
    run(&["remind", "cron", "--remove", "--yes"]);
    assert_eq!(std::fs::read_to_string(&table).unwrap(), "");
    std::fs::write(&table, "5 4 * * * backup\n").unwrap();
    run(&["remind", "cron", "--install", "--yes", "--at", "08:05"]);
    let with = std::fs::read_to_string(&table).unwrap();
    assert!(with.starts_with("5 4 * * * backup\n") && with.contains("\n5 8 * * * "), "{with}");
    run(&["remind", "cron", "--remove", "--yes"]);
    assert_eq!(std::fs::read_to_string(&table).unwrap(), "5 4 * * * backup\n");
}

/// Every way that calls checkin, run where the variables of this shell are not known.
#[cfg(target_os = "linux")]
#[test]
fn a_reminder_finds_the_data_folder_from_a_bare_environment() {
    let harness = Harness::new();
    let (elsewhere, usual) = (harness.home().join("xdg"), harness.home().join(".local/share"));
    let named = format!("--data-dir {}", elsewhere.join("checkin").display());
    let print = |way: &str, share: &std::path::Path| {
        let run = harness.checkin(&["remind", way]).without_env("CHECKIN_DATA_DIR");
        run.env("XDG_DATA_HOME", &share.display().to_string()).run().succeeds().stdout
    };
    for way in ["systemd", "launchd", "task-scheduler", "cron", "bash", "zsh", "starship"] {
        let line = |share| {
            let text = print(way, share).replace("</string>\n    <string>", " ");
            text.replace("&quot;", "").replace('"', "")
        };
        assert!(line(&elsewhere).contains(&named), "{way}");
        assert!(!line(&usual).contains("--data-dir"), "{way}");
    }
    // What this very environment would take elsewhere is named too.
    let folder = usual.join("checkin").display().to_string();
    let moved = harness.checkin(&["--data-dir", &folder, "remind", "bash"]).run().succeeds();
    assert!(moved.stdout.contains("--data-dir"), "{}", moved.stdout);
    // cron's own call is silent once the check-in is done.
    let answers = harness.answers("weekly", |_| "2".into());
    let start = harness.checkin(&["start", "--answers", "-"]).input(&answers);
    let start = start.without_env("CHECKIN_DATA_DIR");
    start.env("XDG_DATA_HOME", &elsewhere.display().to_string()).run().succeeds();
    let table = print("cron", &elsewhere);
    let call = table.trim().splitn(6, ' ').nth(5).expect("a command after five fields");
    let output = std::process::Command::new("/bin/sh")
        .args(["-c", call])
        .env_clear()
        .env("HOME", harness.home())
        .env("PATH", "/nowhere")
        .env("CHECKIN_NOW", crate::harness::NOW)
        .output()
        .expect("a shell");
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
}

#[cfg(unix)]
#[test]
fn a_crontab_that_cannot_be_read_is_not_written_over() {
    let harness = Harness::new();
    let calls = pretend(&harness, "crontab", "echo 'you are not allowed' >&2; exit 1");
    let install = harness.checkin(&["remind", "cron", "--install", "--yes"]);
    let outcome = with_path(install, &harness).run().ends_with(1);
    assert!(outcome.stderr.contains("caused by: you are not allowed"), "{}", outcome.stderr);
    assert_eq!(std::fs::read_to_string(calls).unwrap(), "-l\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_notification_says_one_sentence_and_only_while_due() {
    let harness = Harness::new();
    let calls = pretend(&harness, "notify-send", "");
    let ring = |now: &str| {
        let outcome =
            with_path(harness.checkin(&["remind", "ring"]), &harness).now(now).run().succeeds();
        assert!(outcome.stdout.is_empty() && outcome.stderr.is_empty(), "{}", outcome.stderr);
        std::fs::read_to_string(&calls).unwrap_or_default().lines().count()
    };
    harness.keep("weekly", "2026-11-20", 2);
    assert_eq!(ring("2026-11-20T19:00:00+01:00"), 0, "done");
    assert_eq!(ring("2026-11-27T16:00:00+01:00"), 1, "due");
    let said = std::fs::read_to_string(&calls).unwrap();
    assert_eq!(said, "--app-name=checkin checkin The weekly check-in is due.\n");
    harness
        .checkin(&["event", "add", "leave", "--from", "2026-11-26", "--to", "2026-11-30"])
        .run()
        .succeeds();
    assert_eq!(ring("2026-11-27T16:00:00+01:00"), 1, "leave");
    assert_eq!(ring("2026-12-01T16:00:00+01:00"), 2, "back");
    // Neither a broken history nor broken settings keep a reminder from speaking.
    std::fs::write(harness.data().join("history.db"), "broken").unwrap();
    std::fs::write(harness.data().join("settings.toml"), "= =").unwrap();
    assert_eq!(ring("2026-12-01T16:00:00+01:00"), 3);
    assert_eq!(
        harness.checkin(&["status", "--due"]).now("2026-12-01T16:00:00+01:00").run().status,
        0
    );
}

#[test]
fn without_a_desktop_the_sentence_is_printed() {
    let harness = Harness::new();
    let outcome = harness.checkin(&["remind", "ring"]).env("PATH", "/nowhere").run().succeeds();
    assert_eq!(outcome.stdout, "The weekly check-in is due.\n");
}

#[test]
fn snoozing_quiets_reminders_and_the_check_in_stays_due() {
    let harness = Harness::new();
    let due = |now: &str| harness.checkin(&["status", "--due"]).now(now).run().status;
    let friday = "2026-11-20T18:30:00+01:00";
    assert_eq!(due(friday), 0);
    let outcome = harness.checkin(&["remind", "snooze"]).now(friday).run().succeeds();
    assert_eq!(outcome.stderr, "Reminders are quiet until Saturday 21 Nov 2026, 04:00.\n");
    assert_eq!((due(friday), due("2026-11-21T04:00:00+01:00")), (3, 0));
    let status = harness.checkin(&["status"]).now(friday).run().succeeds().stdout;
    assert!(
        status.contains("first check-in can begin") && status.contains("Reminders are quiet until"),
        "{status}"
    );
    // What brings the file up to date leaves the snoozing in it.
    harness.checkin(&["remind", "snooze", "--for", "2d"]).now(friday).run().succeeds();
    harness.keep("pulse", "2026-11-20", 2);
    // docs/privacy.md says what the file holds, which is never encrypted.
    let file = std::fs::read_to_string(harness.data().join("due")).unwrap();
    let keys: Vec<&str> = file.lines().filter_map(|line| line.split(" = ").next()).collect();
    assert_eq!(keys, ["due", "away", "snoozed"]);
    assert_eq!((due("2026-11-22T18:00:00+01:00"), due("2026-11-22T18:31:00+01:00")), (3, 0));
    harness.checkin(&["remind", "snooze", "--off"]).now(friday).run().succeeds();
    assert_eq!(due(friday), 0);
    harness.checkin(&["remind", "snooze", "--until", "2026-11-20"]).now(friday).run().ends_with(2);
    harness.checkin(&["remind", "snooze", "--until", "2028-01-01"]).now(friday).run().ends_with(2);
}

#[test]
fn a_path_with_special_characters_is_quoted_for_each_reader() {
    let harness = Harness::new();
    let odd = harness.home().join("a $b 'c' 50% \"d\"");
    let folder = odd.display().to_string();
    let print = |way: &str| {
        harness.checkin(&["--data-dir", &folder, "remind", way]).run().succeeds().stdout
    };
    assert!(print("systemd").contains("a $$b 'c' 50%% \\\"d\\\"\""));
    assert!(print("cron").contains("50\\%"));
    assert!(print("powershell").contains("a $b ''c'' 50%"));
    assert!(print("fish").contains("a $b \\'c\\' 50%"));
    assert!(print("launchd").contains("a $b 'c' 50% &quot;d&quot;"));
}
