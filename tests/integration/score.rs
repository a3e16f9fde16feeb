//! `checkin score`: every line in gives one line out, by the rules of a check-in, whatever the line.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::harness::{Harness, Outcome};

pub(crate) fn score(harness: &Harness, arguments: &[&str], input: &str) -> Outcome {
    let mut all = vec!["score"];
    all.extend(arguments);
    harness.checkin(&all).input(input).run()
}

pub(crate) fn lines(outcome: &Outcome) -> Vec<Value> {
    outcome.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

pub(crate) const HEARD: &str = r#"{"id": 7, "date": "2026-09-04", "answers": {"support.heard": 4, "recognised": 3, "support.understood": "skipped", "support.alone": 1}}"#;

#[test]
fn a_line_of_answers_gives_a_line_of_scores() {
    let harness = Harness::new();
    let outcome = score(&harness, &["support"], &format!("{HEARD}\n")).succeeds();
    insta::assert_snapshot!(outcome.stdout, @r#"{"id":7,"questionnaire":"support","version":"1.0.0","scores":{"support.support":{"value":83.33333333333334,"raw":3.3333333333333335,"answered":3,"of":4,"band":"upper third","t_score":null,"reason":null}}}"#);
    assert!(!harness.data().exists(), "no folder is made");
}

#[test]
fn scores_are_those_of_the_history() {
    let harness = Harness::new();
    let answers = harness.answers("weekly", |place| (place * 7 % 5).to_string());
    harness.checkin(&["start", "weekly", "--answers", "-"]).input(&answers).run().succeeds();
    let kept = harness.checkin(&["explain", "--json"]).run().succeeds().json();
    let line = answers.replace('\n', " ");
    let scored = &lines(&score(&harness, &["weekly"], &line).succeeds())[0]["scores"];
    let mut compared = 0;
    for explained in kept.as_array().expect("scores") {
        let name = explained["score"].as_str().expect("an id");
        assert_eq!(scored[name]["value"], explained["value"], "{name}");
        assert_eq!(scored[name]["raw"], explained["raw"], "{name}");
        compared += 1;
    }
    assert_eq!(compared, 9);
}

#[test]
fn a_bad_line_says_what_is_wrong_in_its_place() {
    let harness = Harness::new();
    let good = r#""answers": {"heard": 1, "recognised": 1, "understood": 1, "alone": 1}"#;
    let cases = [
        (format!("{{\"id\": 1, {good}}}"), None),
        (String::new(), Some("the line is empty")),
        ("{\"id\": 2, \"answers\": {\"heard\": 1".into(), Some("not correct JSON at column 32")),
        ("[1, 2]".into(), Some("not a JSON object")),
        ("{\"id\": 3}".into(), Some("there are no `answers`")),
        (format!("{{\"id\": 4, \"anwsers\": {{}}, {good}}}"), Some("did you mean `answers`")),
        (format!("{{\"id\": 5, {good}, {good}}}"), Some("`answers` is there twice")),
        (format!("{{\"id\": 6, \"id\": 6, {good}}}"), Some("`id` is there twice")),
        (format!("{{\"date\": \"4.9.2026\", {good}, \"id\": 7}}"), Some("`date` is not a day")),
        (
            "{\"answers\": {\"heard\": 1, \"heard\": 2}, \"id\": {\"a\": [8]}}".into(),
            Some("`heard` is there twice"),
        ),
        ("{\"id\": 9, \"answers\": {\"herd\": 1}}".into(), Some("unknown item `support.herd`")),
        (
            "{\"id\": 10, \"answers\": {\"heard\": 9, \"recognised\": null, \"understood\": 1}}"
                .into(),
            Some(
                "not one of those allowed: 0 Never, 1 Rarely, 2 Sometimes, 3 Often, 4 Almost always",
            ),
        ),
        (format!("{{\"id\": 11, {good}}} x"), Some("not correct JSON")),
        ("{\"id\": 12, \"answers\": 5}".into(), Some("not a table")),
        (format!("{{\"id\": 13, \"date\": null, {good}}}"), None),
    ];
    let mut input = String::new();
    for (line, _) in &cases {
        let _ = writeln!(input, "{line}");
    }
    for threads in ["1", "3"] {
        let outcome = score(&harness, &["support", "--threads", threads], &input).ends_with(1);
        assert!(outcome.stderr.contains("error: 13 of 15 lines could not be scored"));
        let found = lines(&outcome);
        assert_eq!(found.len(), cases.len());
        for (found, (line, problem)) in found.iter().zip(&cases) {
            match problem {
                None => assert!(found["scores"]["support.support"]["value"].is_number(), "{found}"),
                Some(problem) => {
                    let error = found["error"].as_str().expect("an error");
                    assert!(error.contains(problem), "{line}: {error}");
                    assert!(found.get("scores").is_none());
                }
            }
        }
        let ids: Vec<&Value> = found.iter().map(|found| &found["id"]).collect();
        let expected =
            [json!(1), Value::Null, json!(2), Value::Null, json!(3), json!(4), json!(5), json!(6)];
        assert_eq!(ids[..8], expected.iter().collect::<Vec<_>>()[..]);
        assert_eq!(*ids[8], json!(7));
        assert_eq!(*ids[9], json!({"a": [8]}));
    }
}

#[test]
fn an_id_comes_back_as_it_was() {
    let harness = Harness::new();
    for id in [
        "12345678901234567890123",
        "1.50",
        "\"a\\u0041\"",
        "[1,  2]",
        "{\"k\": null}",
        "null",
        "-0",
    ] {
        for extra in ["", ", \"date\": null"] {
            let line = format!(
                "{{\"id\": {id}{extra}, \"answers\": {{\"heard\": 1, \"recognised\": 1, \"understood\": 1, \"alone\": 1}}}}"
            );
            let outcome = score(&harness, &["support"], &line).succeeds();
            assert!(outcome.stdout.starts_with(&format!("{{\"id\":{id},")), "{}", outcome.stdout);
        }
    }
    let hostile = "{\"id\": \"\u{202e}\u{7f}\", \"answers\": {}}";
    let outcome = score(&harness, &["support"], hostile).ends_with(1);
    assert!(outcome.stdout.starts_with("{\"id\":\"\\u202e\\u007f\","), "{}", outcome.stdout);
}

#[test]
fn answers_may_be_nested_by_questionnaire() {
    let harness = Harness::new();
    let nested =
        r#"{"answers": {"support": {"heard": 1, "recognised": 1, "understood": 1, "alone": 1}}}"#;
    let flat = r#"{"answers": {"support.heard": 1, "support.recognised": 1, "support.understood": 1, "support.alone": 1}}"#;
    let nested = score(&harness, &["support"], nested).succeeds().stdout;
    assert_eq!(nested, score(&harness, &["support"], flat).succeeds().stdout);
}

#[test]
fn a_definition_is_taken_by_its_path() {
    let harness = Harness::new();
    let text = harness.checkin(&["questionnaires", "show", "support", "--toml"]).run().succeeds();
    let folder = harness.home().join("other");
    std::fs::create_dir(&folder).expect("a folder");
    let path = folder.join("support.toml");
    std::fs::write(&path, text.stdout).expect("a file");
    let by_path = score(&harness, &[path.to_str().expect("a path")], HEARD).succeeds();
    assert_eq!(by_path.stdout, score(&harness, &["support"], HEARD).succeeds().stdout);
    std::fs::write(&path, "format = 1\n").expect("a file");
    let broken = score(&harness, &[path.to_str().expect("a path")], HEARD).ends_with(1);
    assert!(broken.stderr.contains("has mistakes"), "{}", broken.stderr);
    let unknown = score(&harness, &["suport"], HEARD).ends_with(1);
    assert!(unknown.stderr.contains("did you mean `support`?"), "{}", unknown.stderr);
}

#[test]
fn neither_folder_nor_settings_are_needed() {
    let harness = Harness::new();
    std::fs::create_dir(harness.data()).expect("a folder");
    std::fs::write(harness.data().join("settings.toml"), "this is no TOML").expect("a file");
    std::fs::write(harness.data().join("history.db"), "this is no history").expect("a file");
    score(&harness, &["support"], HEARD).succeeds();
}

#[test]
fn many_lines_keep_their_order_on_many_threads() {
    let harness = Harness::new();
    let mut input = String::new();
    for id in 0..20_000 {
        let _ = if id % 1_000 == 999 {
            writeln!(input, "{{\"id\": {id}, \"answers\": {{}}}}")
        } else {
            writeln!(
                input,
                "{{\"id\": {id}, \"answers\": {{\"heard\": {}, \"recognised\": {}, \"understood\": {}, \"alone\": {}}}}}",
                id % 5,
                id / 5 % 5,
                id / 25 % 5,
                id / 125 % 5
            )
        };
    }
    let file = harness.home().join("answers.ndjson");
    std::fs::write(&file, input).expect("a file");
    let scored = |threads: &str| {
        let answers = std::fs::File::open(&file).expect("a file");
        let output = Command::new(env!("CARGO_BIN_EXE_checkin"))
            .args(["score", "support", "--threads", threads])
            .env_clear()
            .stdin(answers)
            .output()
            .expect("an end");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).expect("text")
    };
    let many = scored("7");
    assert!(scored("1") == many, "the same bytes");
    for (place, line) in many.lines().enumerate() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(line["id"], json!(place));
        assert_eq!(line.get("error").is_some(), place % 1_000 == 999);
    }
}

#[test]
fn a_line_past_the_limit_is_told_and_the_next_is_scored() {
    let harness = Harness::new();
    let long = format!("{{\"id\": \"{}\"}}", "x".repeat(3 * 1024 * 1024));
    let outcome =
        score(&harness, &["support"], &format!("{HEARD}\n{long}\n{HEARD}\n")).ends_with(1);
    let found = lines(&outcome);
    assert_eq!(found.len(), 3);
    assert!(found[1]["error"].as_str().is_some_and(|error| error.contains("longer than")));
    assert!(found[2]["scores"].is_object());
}

fn spawned(harness: &Harness, stdout: Stdio) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_checkin"))
        .args(["score", "support"])
        .env_clear()
        .env("HOME", harness.home())
        .stdin(Stdio::piped())
        .stdout(stdout)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts")
}

/// Writes lines until the other end has gone; a filter that does not end would fill the pipe for ever.
fn feed(child: &mut std::process::Child) -> String {
    let mut stdin = child.stdin.take().expect("a pipe");
    let line = format!("{HEARD}\n");
    let written = (0..1_000_000).take_while(|_| stdin.write_all(line.as_bytes()).is_ok()).count();
    assert!(written < 1_000_000, "it stopped reading");
    drop(stdin);
    let mut stderr = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut stderr).expect("text");
    stderr
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let harness = Harness::new();
    let mut child = spawned(&harness, Stdio::piped());
    drop(child.stdout.take());
    assert_eq!(feed(&mut child), "");
    assert!(child.wait().expect("an end").success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let harness = Harness::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("the device");
    let mut child = spawned(&harness, full.into());
    let stderr = feed(&mut child);
    assert!(stderr.starts_with("error: cannot write the scores"), "{stderr}");
    assert_eq!(child.wait().expect("an end").code(), Some(1));
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    use std::io::{BufRead as _, BufReader};
    let harness = Harness::new();
    let mut child = spawned(&harness, Stdio::piped());
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    for _ in 0..3 {
        stdin.write_all(format!("{HEARD}\n").as_bytes()).expect("it reads");
        let mut line = String::new();
        stdout.read_line(&mut line).expect("it answers");
        assert!(line.starts_with("{\"id\":7,"), "{line}");
    }
    drop(stdin);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn answers_come_from_a_file_too() {
    let harness = Harness::new();
    std::fs::write(harness.home().join("a.ndjson"), HEARD).expect("a file");
    let from_file = score(&harness, &["support", "--input", "a.ndjson"], "").succeeds();
    assert_eq!(from_file.stdout, score(&harness, &["support"], HEARD).succeeds().stdout);
    let none = score(&harness, &["support", "--input", "b.ndjson"], "").ends_with(1);
    assert!(none.stderr.contains("cannot read `b.ndjson`"), "{}", none.stderr);
    let csv = "heard,recognised,understood,alone\n4,3,skipped,1\n";
    std::fs::write(harness.home().join("a.csv"), csv).expect("a file");
    let by_ending = score(&harness, &["support", "--input", "a.csv"], "").succeeds();
    assert_eq!(
        by_ending.stdout,
        score(&harness, &["support", "--from", "csv"], csv).succeeds().stdout
    );
    let to_folder = ["support", "--to", "ndjson", "--output", "x"];
    let elsewhere = score(&harness, &to_folder, HEARD).ends_with(2);
    assert!(elsewhere.stderr.contains("`--output` is for Parquet"), "{}", elsewhere.stderr);
}

#[test]
fn parquet_on_standard_input_is_told() {
    let harness = Harness::new();
    let outcome = score(&harness, &["support"], "PAR1\u{15}\n").ends_with(1);
    assert!(outcome.stderr.contains("`--from parquet --input FILE`"), "{}", outcome.stderr);
    assert_eq!(outcome.stdout, "");
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_build_without_parquet_says_how_to_get_one() {
    let harness = Harness::new();
    std::fs::write(harness.home().join("a.parquet"), "PAR1").expect("a file");
    std::fs::create_dir(harness.home().join("folder")).expect("a folder");
    for arguments in [
        ["--from", "parquet"],
        ["--to", "parquet"],
        ["--output", "scores"],
        ["--input", "a.parquet"],
        ["--input", "folder"],
    ] {
        let outcome = score(&harness, &["support", arguments[0], arguments[1]], HEARD).ends_with(1);
        insta::allow_duplicates! {
            insta::assert_snapshot!(outcome.stderr, @"
            error: this build of checkin does not know Parquet
            hint: a build that does: `cargo install --path . --features parquet`
            hint: `--from` and `--to` take `csv` and `ndjson` in every build
            ");
        }
        assert_eq!(outcome.stdout, "");
        assert!(!harness.home().join("scores").exists());
    }
}

#[cfg(feature = "parquet")]
#[test]
fn parquet_needs_names_for_both_sides() {
    let harness = Harness::new();
    for (arguments, hint) in
        [(["--from", "parquet"], "name it with `--input`"), (["--to", "parquet"], "`--output`")]
    {
        let outcome = score(&harness, &["support", arguments[0], arguments[1]], HEARD).ends_with(2);
        assert!(outcome.stderr.contains(hint), "{}", outcome.stderr);
    }
}
