//! The README and the generated pages of `docs/` say what the program does.

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::harness::Harness;
use crate::pty::Person;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn readme() -> String {
    std::fs::read_to_string(path("README.md")).expect("the README")
}

/// Holds a generated file to what it must be; with `UPDATE_DOCS` set it is written anew.
#[track_caller]
#[expect(
    clippy::disallowed_methods,
    reason = "the maintainer asks for new pages by the environment"
)]
fn is_up_to_date(name: &str, expected: &str) {
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path(name), expected).expect("the page is written");
    }
    let found = std::fs::read_to_string(path(name)).unwrap_or_default();
    assert!(found == expected, "{name} is out of date; run the tests with UPDATE_DOCS=1");
}

fn at_the_third_question(harness: &Harness) -> Person {
    harness.checkin(&["config", "set", "weekday", "friday"]).run().succeeds();
    let mut person = Person::sits_down(harness, &["start"]);
    person
        .sees("1 of 32")
        .presses("3")
        .sees("2 of 32")
        .presses("4")
        .sees("3 of 32")
        .sees("q leave");
    person
}

fn trimmed(screen: &str) -> String {
    screen.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

#[test]
fn the_screen_in_the_readme_is_the_real_one() {
    let harness = Harness::new();
    let screen = trimmed(&at_the_third_question(&harness).screen());
    assert!(readme().contains(&format!("```text\n{screen}\n```")), "{screen}");
}

#[test]
fn the_result_in_the_readme_is_a_real_one() {
    let harness = Harness::new();
    for (day, middle) in
        [("2026-10-23", 2), ("2026-10-30", 3), ("2026-11-13", 2), ("2026-11-20", 3)]
    {
        let answers =
            harness.answers(
                "weekly",
                |place| if place % 4 == 3 { "1".into() } else { middle.to_string() },
            );
        let run =
            harness.checkin(&["start", "--answers", "-"]).now(&format!("{day}T18:30:00+01:00"));
        run.input(&answers).run().succeeds();
    }
    harness
        .checkin(&["event", "add", "leave", "--from", "2026-11-06", "--to", "2026-11-12"])
        .run()
        .succeeds();
    let trends = harness.checkin(&["trends", "--view", "table"]).run().succeeds().stdout;
    let readme = readme();
    let shown = readme
        .split("```text\n")
        .nth(2)
        .and_then(|rest| rest.split("\n```").next())
        .expect("a result");
    assert!(shown.lines().count() >= 6 && trends.contains(shown), "{trends}");
}

#[test]
fn the_picture_in_the_readme_is_the_real_screen() {
    let harness = Harness::new();
    let screen = trimmed(&at_the_third_question(&harness).screen());
    let lines: Vec<&str> = screen.lines().collect();
    let height = 30 + lines.len() * 20;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 {height}\" role=\"img\" \
         aria-label=\"A terminal with one question, five answers and the keys\">\n\
         <rect width=\"640\" height=\"{height}\" rx=\"8\" fill=\"#1c1f24\"/>\n\
         <g font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"14\" fill=\"#e6e6e6\" xml:space=\"preserve\">\n"
    );
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let text = line.replace('&', "&amp;").replace('<', "&lt;");
        let _ = writeln!(svg, "<text x=\"16\" y=\"{}\">{text}</text>", 30 + place * 20);
    }
    svg.push_str("</g>\n</svg>\n");
    is_up_to_date("docs/check-in.svg", &svg);
}

#[test]
fn every_command_in_the_readme_exists() {
    let harness = Harness::new();
    harness.keep("weekly", "2026-11-20", 2);
    let mut tried = 0;
    for line in readme().lines().filter(|line| line.starts_with("| ")) {
        for command in
            line.split('`').skip(1).step_by(2).filter(|text| text.starts_with("checkin "))
        {
            let words: Vec<&str> = command.split_whitespace().skip(1).collect();
            let asks =
                ["start", "edit", "delete", "export"].iter().any(|word| words.contains(word));
            let arguments: Vec<&str> =
                if asks { words.into_iter().chain(["--help"]).collect() } else { words };
            let outcome = harness.checkin(&arguments).run();
            assert!([0, 3].contains(&outcome.status), "{command}: {}", outcome.stderr);
            tried += 1;
        }
    }
    assert!(tried >= 12, "{tried}");
}

#[test]
fn the_readme_is_short_and_its_links_lead_somewhere() {
    let readme = readme();
    assert!(readme.lines().count() <= 250);
    for target in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        if !target.starts_with("http") {
            assert!(path(target).exists(), "{target}");
        }
    }
}

#[test]
fn the_reference_is_the_help_of_every_command() {
    let harness = Harness::new();
    let help = |words: &[&str]| {
        let arguments: Vec<&str> = words.iter().copied().chain(["--help"]).collect();
        let text = harness.checkin(&arguments).run().succeeds().stdout;
        let heading = format!("checkin {}", words.join(" "));
        format!("\n## {}\n\n```text\n{}\n```\n", heading.trim(), text.trim_end())
    };
    let mut page = String::from(
        "# Command reference\n\nThe help of every command, as the program prints it.\n",
    );
    page.push_str(&help(&[]));
    for command in subcommands(&harness, &[]) {
        page.push_str(&help(&[&command]));
        for inner in subcommands(&harness, &[&command]) {
            page.push_str(&help(&[&command, &inner]));
        }
    }
    assert!(page.matches("\n## ").count() > 20, "the commands are found");
    is_up_to_date("docs/cli-reference.md", &page);
}

/// Returns the commands that the help of a command lists.
fn subcommands(harness: &Harness, words: &[&str]) -> Vec<String> {
    let arguments: Vec<&str> = words.iter().copied().chain(["--help"]).collect();
    let text = harness.checkin(&arguments).run().succeeds().stdout;
    let after = text.split("Commands:\n").nth(1).unwrap_or_default();
    after
        .lines()
        .take_while(|line| line.starts_with("  "))
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != "help")
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_promise_names_tests_that_there_are() {
    let page = std::fs::read_to_string(path("docs/privacy.md")).expect("the page");
    let sources = ["src", "tests"].map(|folder| sources(&path(folder))).concat();
    let (_, table) = page.split_once("| what happens |").expect("the table of promises");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut promises = 0;
    for row in rows {
        let proof = row.trim_end_matches('|').rsplit('|').next().expect("a last column");
        let named: Vec<&str> = proof.split('`').skip(1).step_by(2).collect();
        assert!(!named.is_empty(), "no test stands behind: {row}");
        for name in named {
            let is_there = if name.contains('/') {
                path(name).is_file()
            } else {
                sources.contains(&format!("fn {name}("))
            };
            assert!(is_there, "there is no test `{name}`: {row}");
        }
        promises += 1;
    }
    assert!(promises > 10, "{promises} promises were found");
}

/// Returns the text of all source files below a folder.
fn sources(folder: &std::path::Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            text.push_str(&sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&std::fs::read_to_string(&path).expect("a readable file"));
        }
    }
    text
}
