//! Runs what the pages of `docs/guide/` show, in the order of the page and in one fresh home a page.
//!
//! - A block ```` ```console ```` holds commands (`$ checkin …`) and, below each, all that it prints:
//!   first what it says (standard error), then the result (standard output). `…` stands for anything up to the end of its line;
//!   a line of nothing but `…` stands for any number of lines.
//! - A block ```` ```toml NAME ```` is a file of that name, written before the next command.
//! - A block ```` ```text ```` is a screen that the README shows as well, where other tests hold it to
//!   the program.
//! - A comment `<!-- kept: PATH -->` fills the history from a file of past weeks, whose lines are
//!   `check-in DAY ANSWERS` and `leave FROM TO`.
//!
//! With `UPDATE_DOCS` set, outputs that differ are written anew.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::harness::{Harness, NOW};

/// A part of a page.
enum Part<'p> {
    /// Everything that is not run.
    Prose(&'p str),
    /// A comment that fills the history.
    Kept(&'p str),
    /// A fenced block: what stands behind its fence, and its lines.
    Block(&'p str, Vec<&'p str>),
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn pages() -> Vec<PathBuf> {
    let folder = root().join("docs/guide");
    let entries = std::fs::read_dir(folder).expect("the guide");
    let mut pages: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    pages.sort();
    pages
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn parts(page: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            parts.push(Part::Block(
                kind,
                lines.by_ref().take_while(|line| *line != "```").collect(),
            ));
        } else if let Some(rest) = line.strip_prefix("<!-- kept: ") {
            parts.push(Part::Kept(rest.trim_end_matches(" -->")));
        } else {
            parts.push(Part::Prose(line));
        }
    }
    parts
}

/// Fills the history with the past weeks of a file.
fn keep(harness: &Harness, weeks: &str) {
    for line in weeks.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["check-in", day, answers @ ..] => {
                let digits: Vec<char> = answers.concat().chars().collect();
                let file = harness.answers("weekly", |place| digits[place].to_string());
                let run = harness.checkin(&["start", "--answers", "-"]).input(&file);
                run.now(&format!("{day}T18:30:00+01:00")).run().succeeds();
            }
            ["leave", from, to] => {
                let marks = harness.checkin(&["event", "add", "leave", "--from", from, "--to", to]);
                marks.now(NOW).run().succeeds();
            }
            _ => panic!("neither a check-in nor leave: {line}"),
        }
    }
}

/// Runs a command as the page gives it and returns what it prints, the home's path made `~`.
fn printed(harness: &Harness, command: &str) -> Vec<String> {
    let words = shlex::split(command).unwrap_or_else(|| panic!("open quotes: {command}"));
    let (name, arguments) = words.split_first().expect("a command");
    assert_eq!(name, "checkin", "a page runs nothing else: {command}");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = harness.checkin(&arguments).run();
    let is_shown_failing = outcome.stderr.contains("error: ");
    assert!([0, 3].contains(&outcome.status) || is_shown_failing, "{command}: {}", outcome.status);
    let all = format!("{}{}", outcome.stderr, outcome.stdout);
    let home = harness.home().display().to_string();
    all.replace(&home, "~").lines().map(|line| line.trim_end().to_owned()).collect()
}

fn line_fits(shown: &str, real: &str) -> bool {
    match shown.split_once('…') {
        Some((beginning, _)) if real != shown => real.starts_with(beginning),
        _ => shown == real,
    }
}

/// Returns whether what the page shows is what was printed.
fn fits(shown: &[&str], real: &[String]) -> bool {
    match (shown.split_first(), real.split_first()) {
        (None, None) => true,
        (Some((&"…", after)), _) => (0..=real.len()).any(|skipped| fits(after, &real[skipped..])),
        (Some((line, after)), Some((printed, rest))) => {
            line_fits(line, printed) && fits(after, rest)
        }
        _ => false,
    }
}

/// Runs a block of commands; returns it with the outputs as they are, and what did not fit.
fn rerun(harness: &Harness, lines: &[&str]) -> (String, String) {
    let (mut block, mut differences) = (String::new(), String::new());
    let starts: Vec<usize> =
        (0..lines.len()).filter(|place| lines[*place].starts_with("$ ")).collect();
    assert_eq!(starts.first(), Some(&0), "a block begins with a command: {lines:?}");
    for (place, start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(lines.len());
        let shown = &lines[start + 1..end];
        let real = printed(harness, &lines[*start][2..]);
        let _ = writeln!(block, "{}", lines[*start]);
        if fits(shown, &real) {
            block.extend(shown.iter().flat_map(|line| [*line, "\n"]));
        } else {
            block.extend(real.iter().flat_map(|line| [line.as_str(), "\n"]));
            let _ = writeln!(differences, "{}\n{}", lines[*start], real.join("\n"));
        }
    }
    (block, differences)
}

/// Runs a page; returns it as it should be, what did not fit, and how many blocks of commands it has.
fn run_through(page: &str) -> (String, String, usize) {
    let harness = Harness::new();
    // The stick of the pages about backups is in its place.
    std::fs::create_dir(harness.home().join("stick")).expect("a folder");
    let readme = text(&root().join("README.md"));
    let (mut written, mut differences, mut blocks) = (String::new(), String::new(), 0);
    for part in parts(page) {
        match part {
            Part::Prose(line) => written.extend([line, "\n"]),
            Part::Kept(path) => {
                keep(&harness, &text(&root().join(path)));
                let _ = writeln!(written, "<!-- kept: {path} -->");
            }
            Part::Block(kind, lines) => {
                let mut block = lines.iter().fold(String::new(), |all, line| all + line + "\n");
                if kind == "console" {
                    let (real, different) = rerun(&harness, &lines);
                    block = real;
                    differences.push_str(&different);
                    blocks += 1;
                } else if kind == "text" && !readme.contains(&block) {
                    let _ = writeln!(differences, "a screen that is not in the README:\n{block}");
                } else if let Some(name) = kind.strip_prefix("toml ") {
                    std::fs::write(harness.home().join(name), &block).expect("the file is written");
                }
                let _ = writeln!(written, "```{kind}\n{block}```");
            }
        }
    }
    (written, differences, blocks)
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the maintainer asks for new pages by the environment"
)]
fn what_the_guide_shows_is_what_the_program_prints() {
    let (mut blocks, mut wrong) = (0, String::new());
    for path in pages() {
        let (written, differences, ran) = run_through(&text(&path));
        blocks += ran;
        if !differences.is_empty() {
            let _ = writeln!(wrong, "{}\n{differences}", path.display());
            if std::env::var_os("UPDATE_DOCS").is_some() {
                std::fs::write(&path, written).expect("the page is written");
            }
        }
    }
    assert!(wrong.is_empty(), "run the tests with UPDATE_DOCS=1\n{wrong}");
    assert!(blocks >= 12, "{blocks} blocks were run");
}

#[test]
fn a_page_that_shows_something_else_is_noticed() {
    for (shown, is_true) in [
        ("No check-in yet.\nThe first check-in can begin at any time: `checkin`.\nData: …", true),
        ("No check-in yet.\n…", true),
        ("No check-in yet.", false),
        ("One check-in.\n…", false),
        ("…\nDue since 20 Nov 2026.…\n…", false),
    ] {
        let page = format!("```console\n$ checkin status\n{shown}\n```\n");
        let (written, differences, _) = run_through(&page);
        assert_eq!(differences.is_empty(), is_true, "{shown}: {differences}");
        assert_eq!(written == page, is_true, "{written}");
    }
}

#[test]
fn pages_of_the_guide_are_short_and_their_links_lead_somewhere() {
    let readers_index = root().join("docs/README.md");
    let index = text(&readers_index);
    for path in pages().into_iter().chain([readers_index.clone()]) {
        let page = text(&path);
        assert!(page.lines().count() <= 135, "{} is long", path.display());
        let folder = path.parent().expect("a folder");
        for target in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            assert!(target.starts_with("http") || folder.join(file).exists(), "{target}");
        }
        let name = path.file_name().expect("a name").to_string_lossy();
        assert!(
            path == readers_index || index.contains(&format!("](guide/{name})")),
            "{name} is not in the index"
        );
    }
}
