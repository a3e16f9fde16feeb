//! Lets several processes work on one history at once and looks whether each acknowledged change is there.

use std::path::Path;

use crate::prepare::{support, three_check_ins};
use crate::program::{Call, Outcome, Program, Watch};
use crate::state::value;
use crate::work::Ground;

/// What one process tries, and what must be found if it succeeds.
struct Attempt {
    call: Call,
    /// The command that shows it.
    shown_by: &'static str,
    /// The words that are then in what that command prints.
    words: String,
}

/// Runs rounds of processes that all begin at the same time.
pub(crate) fn rounds(count: usize) -> Vec<Result<(), String>> {
    (0..count).flat_map(|_| round()).collect()
}

fn round() -> Vec<Result<(), String>> {
    let home = Ground::Disk.folder();
    three_check_ins(home.path(), None);
    let attempts = attempts();
    let outcomes = at_once(Program::Product, home.path(), &attempts);
    let seen: Vec<(&str, Outcome)> = attempts
        .iter()
        .map(|attempt| {
            let shown =
                Program::Product.run(home.path(), &Call::new(attempt.shown_by), &Watch::Alone);
            (attempt.shown_by, shown)
        })
        .collect();
    let mut results: Vec<Result<(), String>> = attempts
        .iter()
        .zip(&outcomes)
        .zip(&seen)
        .map(|((attempt, outcome), (by, shown))| {
            let is_there = shown.stdout.contains(&attempt.words);
            match (outcome.code, is_there) {
                (Some(0), true) | (Some(1), false) => Ok(()),
                (Some(0), false) => Err(format!("`{}` succeeded, `{by}` lacks it", attempt.call)),
                _ => Err(format!("`{}`: {}", attempt.call, outcome.complaint())),
            }
        })
        .collect();
    results.push(edits(home.path()));
    results
}

/// Check-ins from files and line by line, notes, and answers left open, three processes of each.
fn attempts() -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for number in 1..=3 {
        let day = format!("2026-11-1{}", number + 3);
        let (note, words) = (format!("note {number}"), format!("shift {number}"));
        attempts.push(Attempt {
            call: Call::new("start support --answers - --date")
                .with(&day)
                .input(&support([number, 1, 2, 3], &words)),
            shown_by: "report --include notes --json",
            words,
        });
        attempts.push(Attempt {
            call: Call::new("note add").with(&note),
            shown_by: "note list --json",
            words: note,
        });
        let lines = format!("{number}\nn line {number}\n{number}\n2\n3\n");
        attempts.push(Attempt {
            call: Call::new("start support --new").input(&lines),
            shown_by: "report --include notes --json",
            words: format!("line {number}"),
        });
    }
    attempts
}

fn at_once(program: Program, home: &Path, attempts: &[Attempt]) -> Vec<Outcome> {
    std::thread::scope(|scope| {
        let running: Vec<_> = attempts
            .iter()
            .map(|attempt| scope.spawn(|| program.run(home, &attempt.call, &Watch::Alone)))
            .collect();
        running.into_iter().map(|thread| thread.join().expect("it has not panicked")).collect()
    })
}

/// Four processes correct the same check-in: each success is a correction that the log still knows.
fn edits(home: &Path) -> Result<(), String> {
    let attempts: Vec<Attempt> = (0..4)
        .map(|number| Attempt {
            call: Call::new("history edit 2026-11-06 --note").with(&format!("correction {number}")),
            shown_by: "history show 2026-11-06",
            words: String::new(),
        })
        .collect();
    let outcomes = at_once(Program::Product, home, &attempts);
    let succeeded = outcomes.iter().filter(|outcome| outcome.code == Some(0)).count();
    let shown = Program::Product.must(home, &Call::new("history show 2026-11-06"));
    let known = shown.stdout.lines().filter(|line| line.trim_start().starts_with("entry ")).count();
    value(Program::Product, home, &Call::new("history list --json"))?;
    match succeeded {
        0 => Err("no correction succeeded".to_owned()),
        number if number == known => Ok(()),
        number => Err(format!("{number} corrections succeeded, {known} are known")),
    }
}

/// Lets processes of the control count at once without a transaction; the count must come out too low.
pub(crate) fn unguarded(program: Program) -> Vec<Result<(), String>> {
    let home = Ground::Disk.folder();
    crate::prepare::control(home.path(), None);
    let attempts: Vec<Attempt> = (0..8)
        .map(|_| Attempt { call: Call::new("count"), shown_by: "counted", words: String::new() })
        .collect();
    let outcomes = at_once(program, home.path(), &attempts);
    let succeeded = outcomes.iter().filter(|outcome| outcome.code == Some(0)).count();
    let shown = program.must(home.path(), &Call::new("counted"));
    let counted: usize = shown.stdout.trim().parse().expect("a number");
    let lost = succeeded.saturating_sub(counted);
    (0..succeeded)
        .map(|place| if place < lost { Err("a count was lost".to_owned()) } else { Ok(()) })
        .collect()
}
