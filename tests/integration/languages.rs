//! The program in Spanish and German: no message is missing, unused or left in English.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::harness::{Harness, Outcome};

/// The languages beside English.
pub(crate) const OTHERS: [&str; 2] = ["es", "de"];

/// What both files of a language say under each key, with the names of its arguments, those of messages in it
/// included.
struct Messages(BTreeMap<String, (String, BTreeSet<String>)>);

impl Messages {
    fn of(language: &str) -> Self {
        let file = |name: String| {
            std::fs::read_to_string(root().join("messages").join(name)).expect("a message file")
        };
        let file = file(format!("{language}.ftl")) + &file(format!("errors.{language}.ftl"));
        let mut texts: BTreeMap<String, String> = BTreeMap::new();
        let mut key = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" =") {
                Some((name, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    name.clone_into(&mut key);
                    let known = texts.insert(key.clone(), text.trim().to_owned());
                    assert!(known.is_none(), "{language}: `{key}` is there twice");
                }
                _ if line.is_empty() => {}
                _ => {
                    let text = texts.get_mut(&key).expect("a line of a message");
                    text.push('\n');
                    text.push_str(line);
                }
            }
        }
        let arguments = |text: &str| arguments(text, &texts);
        Self(
            texts
                .iter()
                .map(|(key, text)| (key.clone(), (text.clone(), arguments(text))))
                .collect(),
        )
    }

    fn keys(&self) -> BTreeSet<&String> {
        self.0.keys().collect()
    }

    /// Returns the parts of messages that stand in the output as they are, if they are long enough
    /// to be no accident.
    fn fixed_parts(&self) -> BTreeSet<String> {
        let texts = self.0.values().map(|(text, _)| without_code(text));
        let texts: Vec<String> = texts.collect();
        texts
            .iter()
            .flat_map(|text| text.lines())
            .flat_map(|line| line.split(['{', '}']))
            .map(|part| part.trim().trim_end_matches(" ->").to_owned())
            .filter(|part| part.len() >= 12 && part.contains(' ') && !part.starts_with('$'))
            .collect()
    }
}

/// Returns a text without what stands in backticks, which is the same in every language.
fn without_code(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("{}")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the arguments that a text takes, itself and through the messages it names.
fn arguments(text: &str, all: &BTreeMap<String, String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in text.split('{').skip(1) {
        let part = part.trim_start();
        let is_name = |c: &char| c.is_ascii_alphanumeric() || "-_".contains(*c);
        if let Some(rest) = part.strip_prefix('$') {
            found.insert(rest.chars().take_while(is_name).collect());
        } else {
            let name: String = part.chars().take_while(is_name).collect();
            if let Some(text) = all.get(&name) {
                found.extend(arguments(text, all));
            }
        }
    }
    found
}

/// A use of a message in the source: its key and the names of the arguments given.
type Use = (String, BTreeSet<String>);

/// Returns every `message!("key", name = …)` of a source text.
fn uses(source: &str) -> Vec<Use> {
    let mut found = Vec::new();
    for (start, _) in source.match_indices("message!(") {
        let rest = source[start + "message!(".len()..].trim_start();
        let Some(rest) = rest.strip_prefix('"') else { continue };
        let Some((key, rest)) = rest.split_once('"') else { continue };
        let mut names = BTreeSet::new();
        let (mut depth, mut in_text, mut part) = (0, false, String::new());
        for c in rest.chars() {
            match c {
                '"' => in_text = !in_text,
                _ if in_text => {}
                '(' | '[' | '{' => depth += 1,
                ')' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => part.clear(),
                '=' if depth == 0 => {
                    let name = part.trim();
                    if !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_')
                    {
                        names.insert(name.to_owned());
                    }
                }
                c => part.push(c),
            }
        }
        found.push((key.to_owned(), names));
    }
    found
}

fn sources(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            sources(&path, texts);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            texts.push(std::fs::read_to_string(path).expect("a source file"));
        }
    }
}

#[test]
fn every_message_has_the_same_keys_and_arguments_in_every_language() {
    let english = Messages::of("en");
    assert!(english.0.len() > 200, "the file is found");
    for language in OTHERS {
        let other = Messages::of(language);
        assert_eq!(other.keys(), english.keys(), "{language}");
        for (key, (_, arguments)) in &english.0 {
            assert_eq!(&other.0[key].1, arguments, "{language}: `{key}`");
        }
    }
}

#[test]
fn no_message_is_left_in_english() {
    let english = Messages::of("en");
    for language in OTHERS {
        let other = Messages::of(language);
        for (key, (text, _)) in &english.0 {
            let is_sentence = without_code(text).split(['{', '}']).any(|part| {
                part.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count()
                    > 2
            });
            assert!(!is_sentence || other.0[key].0 != *text, "{language}: `{key}`");
        }
    }
}

#[test]
fn every_message_is_used_with_its_arguments_and_every_use_has_a_message() {
    let english = Messages::of("en");
    let mut texts = Vec::new();
    sources(&root().join("src"), &mut texts);
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut wrong = Vec::new();
    for (key, given) in texts.iter().flat_map(|text| uses(text)) {
        match english.0.get(&key) {
            Some((_, arguments)) if *arguments == given => {}
            Some((_, arguments)) => {
                wrong.push(format!("`{key}` takes {arguments:?}, not {given:?}"));
            }
            // The macro's own documentation has an example.
            None if key == "key" => {}
            None => wrong.push(format!("there is no message `{key}`")),
        }
        used.insert(key);
    }
    assert!(used.len() > 200, "the search for uses finds them");
    let named = |key: &String| {
        let called = format!("text(\"{key}\"");
        let in_message = format!("{{ {key} }}");
        texts.iter().any(|text| text.contains(&called))
            || english.0.values().any(|(text, _)| text.contains(&in_message))
    };
    for key in english.keys() {
        if !used.contains(key) && !named(key) {
            wrong.push(format!("`{key}` is used nowhere"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_use_is_found_with_its_arguments() {
    let source = r#"a(&message!(
        "one", count = f(x, "a = b"), day = day(date)
    )); message!("two")"#;
    let found = uses(source);
    assert_eq!(found[0].0, "one");
    assert_eq!(found[0].1, BTreeSet::from(["count".to_owned(), "day".to_owned()]));
    assert_eq!(found[1], ("two".to_owned(), BTreeSet::new()));
}

#[test]
fn what_shells_quote_has_no_quotation_marks() {
    for language in ["en", "es", "de"] {
        let messages = Messages::of(language);
        for key in ["reminder", "reminder-in-shell", "reminder-short"] {
            assert!(!messages.0[key].0.contains(['\'', '"', '\\', '$']), "{language}: {key}");
        }
    }
}

/// A machine where this language is set and fourteen weeks are kept, the last three lower.
fn settled(language: &str) -> Harness {
    let harness = Harness::new();
    harness.checkin(&["config", "set", "language", language]).run().succeeds();
    for week in 0..14_u64 {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 8, 14).expect("a day");
        let day = (day + chrono::Days::new(7 * week)).to_string();
        let value = if week < 11 { 3 } else { 1 };
        let answers = harness.answers("weekly", |place| {
            ((value + (place + usize::try_from(week).expect("small")) % 2).min(4)).to_string()
        });
        harness
            .checkin(&["start", "weekly", "--answers", "-"])
            .now(&format!("{day}T18:30:00+01:00"))
            .input(&answers)
            .run()
            .succeeds();
    }
    harness
        .checkin(&["event", "add", "leave", "--from", "2026-10-05", "--to", "2026-10-09"])
        .run()
        .succeeds();
    harness.checkin(&["step", "add", "x"]).run().succeeds();
    harness.checkin(&["step", "answer", "partly"]).run().succeeds();
    harness
}

/// Fails the test if a sentence of the English file stands in what was said.
#[track_caller]
pub(crate) fn is_not_english(outcome: &Outcome) {
    let said = [outcome.stdout.as_str(), &outcome.stderr].concat();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in Messages::of("en").fixed_parts() {
        assert!(!said.contains(&part), "`{part}` in:\n{said}");
    }
}

#[test]
fn english_would_be_found() {
    let outcome = Harness::new().checkin(&["status"]).run().succeeds();
    let found = std::panic::catch_unwind(|| is_not_english(&outcome));
    assert!(found.is_err(), "the search for English finds it");
}

#[test]
fn a_whole_check_in_in_every_language() {
    for language in OTHERS {
        let harness = Harness::new();
        harness.checkin(&["config", "set", "language", language]).run().succeeds();
        harness.checkin(&["step", "add", "x"]).now("2026-11-13T18:30:00+01:00").run().succeeds();
        let input =
            format!("?\nb\nn\nuno\ns\n{}2\n2\nuno\n3\n40\nq\n1\n2\nuno\n", "4\n".repeat(31));
        let outcome = harness.checkin(&["start"]).input(&input).run().succeeds();
        is_not_english(&outcome);
        insta::assert_snapshot!(format!("a_check_in_in_{language}"), outcome.snapshot(&harness));
        let left = harness.checkin(&["start", "support"]).input("1\nq\n").run().succeeds();
        let resumed = harness.checkin(&["start", "support"]).input("\n1\nq\n").run().succeeds();
        is_not_english(&left);
        is_not_english(&resumed);
        insta::assert_snapshot!(format!("a_draft_in_{language}"), resumed.snapshot(&harness));
    }
}

#[test]
fn a_first_run_speaks_the_language_of_the_locale_and_keeps_it() {
    for language in OTHERS {
        let harness = Harness::new();
        let first = harness.checkin(&[]).env("LC_ALL", &format!("{language}_XX.UTF-8"));
        let first = first.input("\n\n\n4\nq\n").run().succeeds();
        is_not_english(&first);
        insta::assert_snapshot!(format!("a_first_run_in_{language}"), first.snapshot(&harness));
        let set = harness.checkin(&["config", "--json"]).run().succeeds().json();
        assert_eq!(set["origins"]["language"], "file");
        is_not_english(&harness.checkin(&["status"]).run().succeeds());
        harness.checkin(&["config", "set", "language", "none"]).run().succeeds();
        let english = harness.checkin(&["status"]).env("LANG", "de_DE.UTF-8").run().succeeds();
        assert!(english.stdout.contains("Open: "), "{}", english.stdout);
    }
}

#[test]
fn the_look_back_in_every_language() {
    for language in OTHERS {
        let harness = settled(language);
        let mut told = String::new();
        for arguments in [
            &["status"][..],
            &["trends"],
            &["trends", "strain"],
            &["trends", "strain", "--plain"],
            &["trends", "--view", "table"],
            &["trends", "--view", "table", "--plain"],
            &["trends", "--view", "calendar", "--plain"],
            &["trends", "--view", "map"],
            &["report", "--include", "events,steps,notes,context"],
            &["history", "list", "--last", "2"],
            &["history", "show"],
            &["explain", "last", "strain"],
            &["questionnaires", "list"],
            &["questionnaires", "show", "context"],
            &["questionnaires", "show", "support"],
            &["step", "list"],
            &["event", "list"],
        ] {
            let outcome = harness.checkin(arguments).run().succeeds();
            is_not_english(&outcome);
            let shown = outcome.snapshot(&harness);
            let _ = writeln!(told, "$ {}\n{shown}", arguments.join(" "));
        }
        insta::assert_snapshot!(format!("a_look_back_in_{language}"), told);
    }
}

#[test]
fn the_written_page_in_every_language() {
    for language in OTHERS {
        let harness = settled(language);
        let page = |format: &str| {
            let run = harness.checkin(&["export", "--yes", "--format", format, "-o", "-"]);
            run.run().succeeds()
        };
        let html = page("html");
        assert!(html.stdout.contains(&format!("<html lang=\"{language}\">")));
        is_not_english(&html);
        let markdown = page("md");
        is_not_english(&markdown);
        insta::assert_snapshot!(format!("a_page_in_{language}"), markdown.stdout);
    }
}

#[test]
fn what_machines_read_is_the_same_in_every_language() {
    let numbers = |language: &str| {
        let harness = settled(language);
        let json = harness.checkin(&["trends", "--json"]).run().succeeds().json();
        let csv = harness.checkin(&["export", "--yes", "--format", "csv", "-o", "-"]).run();
        let of_score = |score: &serde_json::Value| {
            let row = &score["judgement"]["row"];
            serde_json::json!([score["score"], score["latest"], score["weeks"], row])
        };
        let scores: Vec<serde_json::Value> =
            json["scores"].as_array().expect("scores").iter().map(of_score).collect();
        (scores, without_titles(&csv.succeeds().stdout))
    };
    let english = numbers("en");
    for language in OTHERS {
        assert_eq!(numbers(language), english, "{language}");
    }
}

/// Returns the rows of the scores without the column that is text for people.
fn without_titles(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let cells = |row: csv::StringRecord| {
        let others = row.iter().enumerate().filter(|(place, _)| *place != 2);
        others.map(|(_, cell)| cell.to_owned()).collect()
    };
    reader.records().map(|row| cells(row.expect("a row"))).collect()
}
