//! What makes a command line comfortable: scripts of shells, manual pages, help, aliases, settings.

use crate::harness::{Harness, Outcome};

#[test]
fn every_shell_has_its_script() {
    let harness = Harness::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = harness.checkin(&["completions", shell]).run().succeeds().stdout;
        assert!(script.contains("CHECKIN_COMPLETE"), "{shell}: {script}");
    }
    let script = harness.checkin(&["completions", "nushell"]).run().succeeds().stdout;
    assert!(
        script.contains("^checkin completions --candidates questionnaires | lines"),
        "{script}"
    );
    assert!(!script.contains("\"@"), "{script}");
    let asked =
        "[context: string] {\n    ^checkin completions --candidates setting-values --line $context";
    assert!(script.contains(asked), "{script}");
    let line = ["--candidates", "setting-values", "--line", "checkin config set contrast "];
    let names = harness.checkin(&[&["completions"][..], &line].concat()).run().succeeds().stdout;
    assert_eq!(names, "normal\nhigh\n");
    let names = harness.checkin(&["completions", "--candidates", "scores"]).run().succeeds().stdout;
    assert!(names.lines().any(|name| name == "strain.strain"), "{names}");
}

#[test]
fn there_is_one_manual_page_a_command_with_its_examples() {
    let harness = Harness::new();
    let run = |arguments: &[&str]| harness.checkin(arguments).run();
    let page = run(&["man", "history", "list"]).succeeds().stdout;
    assert!(page.contains(".SH EXAMPLES\n.nf\ncheckin history list"), "{page}");
    assert!(!page.contains(".SH \"EXIT STATUS\""), "{page}");
    let own = run(&["man"]).succeeds().stdout;
    for heading in ["FILES", "ENVIRONMENT", "\"EXIT STATUS\""] {
        assert!(own.contains(&format!(".SH {heading}\n.TP\n")), "{own}");
    }
    run(&["man", "--out", "pages"]).succeeds();
    let written = |name: &str| harness.home().join("pages").join(name).exists();
    for name in
        ["checkin.1", "checkin-start.1", "checkin-history-list.1", "checkin-remind-snooze.1"]
    {
        assert!(written(name), "{name}");
    }
    assert!(!written("checkin-remind-ring.1") && !written("checkin-help.1"));
    let refused = run(&["man", "--out", "pages"]).ends_with(1);
    assert!(refused.stderr.contains("hint: `--force`"), "{}", refused.stderr);
    run(&["man", "--out", "pages", "--force"]).succeeds();
    let unknown = run(&["man", "histroy"]).ends_with(2);
    assert!(unknown.stderr.contains("did you mean `history`?"), "{}", unknown.stderr);
}

#[test]
fn every_command_shows_examples_that_are_commands() {
    let harness = Harness::new();
    let pages = {
        harness.checkin(&["man", "--out", "pages"]).run().succeeds();
        std::fs::read_dir(harness.home().join("pages")).unwrap()
    };
    let mut without = Vec::new();
    let mut seen = 0;
    for page in pages {
        let name = page.unwrap().file_name().into_string().unwrap();
        let command = name.trim_end_matches(".1").to_owned();
        let text = std::fs::read_to_string(harness.home().join("pages").join(name)).unwrap();
        seen += 1;
        if !text.contains(".SH EXAMPLES\n.nf\n") {
            without.push(command);
        }
    }
    assert!(seen > 30, "the pages are found: {seen}");
    assert!(without.is_empty(), "no examples: {without:?}");
}

/// Returns a data folder with this settings file and nothing else.
pub(crate) fn with_settings(text: &str) -> Harness {
    let harness = Harness::new();
    std::fs::create_dir(harness.data()).expect("a settings file");
    std::fs::write(harness.data().join("settings.toml"), text).expect("a settings file");
    harness
}

/// Runs a command on it.
pub(crate) fn run(harness: &Harness, words: &[&str]) -> Outcome {
    harness.checkin(words).run()
}

#[test]
fn an_alias_stands_for_its_words_and_takes_more() {
    let harness = with_settings(
        "[alias]\nweek = \"trends --view table\"\nwalk = [\"note\", \"add\", \"A long walk\"]\n",
    );
    run(&harness, &["walk"]).succeeds();
    let notes = run(&harness, &["note", "list"]).succeeds().stdout;
    assert!(notes.contains("A long walk"), "{notes}");
    run(&harness, &["--plain", "week", "--last", "4"]).succeeds();
    let folder = harness.data().display().to_string();
    run(&harness, &["--data-dir", &folder, "week"]).succeeds();
    run(&harness, &["week", "--last", "4", "--last", "2"]).succeeds();
    let help = |words: &[&str]| run(&harness, words).succeeds().stdout;
    assert_eq!(help(&["help", "walk"]), help(&["help", "note", "add"]));
    let unknown = run(&harness, &["wek"]).ends_with(2);
    assert!(unknown.stderr.contains("there is no command `wek`"), "{}", unknown.stderr);
    assert!(unknown.stderr.contains("did you mean `week`?"), "{}", unknown.stderr);
    let shown = run(&harness, &["config"]).succeeds().stdout;
    assert!(shown.contains("alias week: checkin trends --view table"), "{shown}");
}

#[test]
fn an_alias_that_hides_a_command_or_calls_another_is_told_in_its_place() {
    let harness = with_settings(
        "[alias]\nstatus = \"trends\"\nq = \"trends\"\na = \"b\"\nb = \"trnds\"\nc = \"\"\nD = \"trends\"\ne = 3\n",
    );
    insta::assert_snapshot!(run(&harness, &["config"]).ends_with(1).snapshot(&harness));
}

#[test]
fn a_mistyped_command_is_suggested() {
    let harness = Harness::new();
    let outcome = run(&harness, &["staus"]).ends_with(2);
    assert!(outcome.stderr.contains("did you mean `status`?"), "{}", outcome.stderr);
    let outcome = run(&harness, &["trend"]).ends_with(2);
    assert!(outcome.stderr.contains("did you mean `trends`?\n"), "{}", outcome.stderr);
    for words in [&["history", "nope"][..], &["help", "history", "nope"]] {
        let told = run(&harness, words).ends_with(2).stderr;
        assert!(told.contains("`checkin history help` lists the commands"), "{told}");
    }
    let outcome = run(&harness, &["history", "lst"]).ends_with(2);
    assert!(outcome.stderr.contains("did you mean `list`?\n"), "{}", outcome.stderr);
}

#[test]
fn a_day_in_another_form_is_told_with_an_example() {
    let harness = Harness::new();
    for words in [
        &["trends", "--until", "yesterday"][..],
        &["event", "add", "leave", "--from", "20/11/2026"],
        &["start", "--date", "20.11.2026"],
        &["remind", "snooze", "--until", "tomorrow"],
    ] {
        let refused = run(&harness, words).ends_with(2).stderr;
        assert!(refused.contains("\nhint: write a day like 2026-11-20\n"), "{refused}");
    }
}

#[test]
fn where_nothing_is_to_look_back_on_the_way_to_begin_is_told() {
    let harness = Harness::new();
    for command in ["report", "trends"] {
        let outcome = run(&harness, &[command]).succeeds();
        assert!(outcome.stderr.contains("`checkin` starts the first one."), "{}", outcome.stderr);
        assert!(outcome.stdout.trim().is_empty(), "{}", outcome.stdout);
    }
}

#[test]
fn a_setting_goes_back_to_its_default_and_its_line_is_switched_off() {
    let harness = Harness::new();
    run(&harness, &["config", "set", "weekday", "Mon"]).succeeds();
    let path = harness.data().join("settings.toml");
    let said = run(&harness, &["config", "unset", "weekday"]).succeeds().stderr;
    assert_eq!(said, "Back to the default: weekday is friday.\n");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.lines().any(|line| line == "# weekday = \"monday\""), "{text}");
    let origins = run(&harness, &["config", "--json"]).succeeds().json()["origins"].clone();
    assert_eq!(origins["weekday"], "default");
    run(&harness, &["config", "set", "weekday", "tuesday"]).succeeds();
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(text.matches("weekday =").count(), 1, "{text}");
    let unknown = run(&harness, &["config", "unset", "weekdy"]).ends_with(2).stderr;
    assert!(unknown.contains("did you mean `weekday`?"), "{unknown}");
}

#[test]
fn support_lines_are_shown_whatever_the_settings_are_like() {
    let harness = Harness::new();
    std::fs::create_dir_all(harness.data()).unwrap();
    std::fs::write(harness.data().join("settings.toml"), "bogus = 1\n").unwrap();
    let shown = run(&harness, &["resources", "--region", "ie"]).ends_with(1);
    assert!(shown.stdout.contains("116 123") || shown.stdout.contains("112"), "{}", shown.stdout);
    assert!(shown.stderr.contains("bogus"), "{}", shown.stderr);
    run(&harness, &["status"]).ends_with(1);
}

#[test]
fn config_tells_where_each_value_comes_from() {
    let harness = with_settings("weekday = \"monday\"\nplain = false\ncolor = \"always\"\n");
    let json = |run: crate::harness::Run<'_>| run.run().succeeds().json();
    let shown = json(harness.checkin(&["config", "--json"]));
    assert_eq!(shown["origins"]["weekday"], "file");
    assert_eq!(shown["origins"]["region"], "default");
    assert_eq!((&shown["plain"], &shown["origins"]["plain"]), (&false.into(), &"file".into()));
    let shown =
        json(harness.checkin(&["config", "--json"]).env("CHECKIN_PLAIN", "1").env("NO_COLOR", "1"));
    assert_eq!(
        (&shown["plain"], &shown["origins"]["plain"]),
        (&true.into(), &"environment CHECKIN_PLAIN".into())
    );
    assert_eq!(
        (&shown["color"], &shown["origins"]["color"]),
        (&"never".into(), &"environment NO_COLOR".into())
    );
    let shown = json(harness.checkin(&["--plain", "config", "--json"]).env("CHECKIN_PLAIN", "0"));
    assert_eq!(
        (&shown["plain"], &shown["origins"]["plain"]),
        (&true.into(), &"option --plain".into())
    );
    // The environment is not written into the file by changing something else.
    harness.checkin(&["config", "set", "region", "ie"]).env("CHECKIN_PLAIN", "1").run().succeeds();
    let text = std::fs::read_to_string(harness.data().join("settings.toml")).unwrap();
    assert!(text.contains("plain = false") && text.contains("color = \"always\""), "{text}");
}

#[test]
fn a_settings_file_explains_itself() {
    let harness = Harness::new();
    let explained = run(&harness, &["config", "defaults"]).succeeds().stdout;
    let page = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/settings.md");
    let page = std::fs::read_to_string(page).expect("the page of the settings");
    assert!(page.contains(&format!("```toml\n{explained}```\n")), "docs/settings.md\n{explained}");
    insta::assert_snapshot!(explained);
    run(&harness, &["config", "defaults", "--write"]).succeeds();
    run(&harness, &["config", "defaults", "--write"]).ends_with(1);
    run(&harness, &["config", "set", "weekday", "monday"]).succeeds();
    let text = std::fs::read_to_string(harness.data().join("settings.toml")).unwrap();
    assert!(text.contains("\nweekday = \"monday\"\n") && text.contains("# region ="), "{text}");
    run(&harness, &["config", "defaults", "--write", "--force"]).succeeds();
}

#[test]
fn colour_follows_the_environment() {
    let harness = Harness::new();
    std::fs::write(harness.home().join("bad.toml"), "format = 2\n").unwrap();
    let colored = |variables: &[(&str, &str)]| {
        let check = harness.checkin(&["questionnaires", "check", "bad.toml"]);
        let run = variables.iter().fold(check, |run, (name, value)| run.env(name, value));
        run.run().ends_with(1).stdout.contains('\u{1b}')
    };
    assert!(!colored(&[]), "a pipe is not coloured");
    assert!(colored(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
    assert!(!colored(&[("CLICOLOR_FORCE", "0")]));
    run(&harness, &["config", "set", "contrast", "high"]).succeeds();
    assert!(!colored(&[("CLICOLOR_FORCE", "1")]), "high contrast does without hues");
}

#[test]
fn help_is_coloured_as_the_settings_say_and_refused_lines_never_are() {
    let harness = with_settings("color = \"always\"\n");
    let styled = || {
        let help = run(&harness, &["status", "--help"]).succeeds().stdout;
        let refused = run(&harness, &["staus"]).ends_with(2).stderr;
        assert!(help.contains("Usage:") && !refused.contains('\u{1b}'), "{help}{refused}");
        help.contains('\u{1b}')
    };
    assert!(styled());
    for (key, value) in [("contrast", "high"), ("contrast", "normal"), ("color", "never")] {
        run(&harness, &["config", "set", key, value]).succeeds();
        assert_eq!(styled(), value == "normal", "{key} {value}");
    }
}

#[test]
fn contacts_are_named_among_the_settings() {
    let harness = Harness::new();
    run(&harness, &["resources", "add", "My supervisor", "555 0100"]).succeeds();
    let shown = run(&harness, &["config"]).succeeds().stdout;
    assert!(shown.contains("contact My supervisor: shown first"), "{shown}");
    assert!(!shown.contains("555 0100"), "{shown}");
    let shown = run(&harness, &["config", "--json"]).succeeds().json();
    assert_eq!(shown["contacts"][0], "My supervisor");
}
