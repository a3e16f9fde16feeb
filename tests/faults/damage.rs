//! Damages the database file as worn or careless disks do, and looks whether any command that reads then
//! shows something else than before without saying so.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::disk::write_private;
use crate::prepare::Stage;
use crate::program::{Call, Key, Outcome, Program, Watch};
use crate::random::Random;
use crate::trace;
use crate::work::{self, Ground};

/// The size of a page of the database, in bytes.
const PAGE: usize = 4096;

/// What a command says of damage that it found, or took for one of its causes.
const TOLD: [&str; 7] = [
    "damaged",
    "not the history that belongs here",
    "is gone",
    "is empty",
    "has schema version",
    "no longer there",
    "database engine",
];

/// The commands that read; the last one takes up the open draft and goes back over its answers.
const READS: [&str; 13] = [
    "history list --json",
    "history show 2026-11-06 --json",
    "history show 2026-11-06",
    "history show 2026-11-13",
    "status --json",
    "trends --json",
    "explain --json",
    "report --last 520 --include events,steps,notes,answers,context --json",
    "history exports --json",
    "note list --json",
    "event list --json",
    "step list --json",
    "start pulse",
];

/// Those of an encrypted history, where each derives the key anew: together they read all that is shown.
const ENCRYPTED_READS: [&str; 3] = [
    "history show 2026-11-06",
    "report --last 520 --include events,steps,notes,answers,context --json",
    "start pulse",
];

/// What goes into the last of the reads.
const BACK: &str = "\nb\nb\nb\nq\n";

/// A home, its database as it went through time, and what its commands show.
pub(crate) struct Subject {
    program: Program,
    file: &'static str,
    home: TempDir,
    stages: Vec<Vec<u8>>,
    shown: Vec<(Call, Outcome)>,
}

impl Subject {
    /// Goes through the stages and keeps the database after each.
    pub(crate) fn new(program: Program, key: Key, stages: &[Stage]) -> Self {
        let reads: &[&str] = if key.is_some() { &ENCRYPTED_READS } else { &READS };
        let (file, calls): (_, Vec<Call>) = match program {
            Program::Product => {
                ("data/history.db", reads.iter().map(|command| read(command).key(key)).collect())
            }
            Program::Control(_) => ("data/control.db", vec![Call::new("show")]),
        };
        let home = Ground::Memory.folder();
        let stages: Vec<Vec<u8>> = stages
            .iter()
            .map(|stage| {
                stage(home.path(), key);
                fs::read(home.path().join(file)).expect("the database")
            })
            .collect();
        let copy = Ground::Memory.copy_of(home.path());
        let shown = calls
            .into_iter()
            .map(|call| (call.clone(), run(program, copy.path(), &call, &Watch::Alone)));
        let shown: Vec<(Call, Outcome)> = shown.collect();
        for (call, outcome) in &shown {
            assert_eq!(outcome.code, Some(0), "{call:?}: {}", outcome.stderr);
        }
        Self { program, file, home, stages, shown }
    }

    /// Returns the database as it is now.
    pub(crate) fn now(&self) -> &[u8] {
        self.stages.last().expect("there are stages")
    }

    /// Flips single bits, each in a copy of its own.
    pub(crate) fn flips(&self, count: usize) -> Vec<Result<(), String>> {
        let mut random = Random::new(2, "flips");
        let jobs: Vec<(usize, usize)> =
            (0..count).map(|_| (random.below(self.now().len()), random.below(8))).collect();
        work::each(&jobs, |(byte, bit)| {
            let mut damaged = self.now().to_vec();
            damaged[*byte] ^= 1 << bit;
            self.judge(Some(&damaged)).map_err(|error| format!("bit {bit} of byte {byte}: {error}"))
        })
    }

    /// Cuts the file at every edge of a page, and in the middle of every page.
    pub(crate) fn truncations(&self) -> Vec<Result<(), String>> {
        let jobs: Vec<usize> = (1..self.now().len()).filter(|at| at % (PAGE / 2) == 0).collect();
        work::each(&jobs, |length| {
            self.judge(Some(&self.now()[..*length]))
                .map_err(|error| format!("cut to {length} bytes: {error}"))
        })
    }

    /// Puts pages back as they were: each alone, and `mixtures` random choices for each stage.
    pub(crate) fn page_rollbacks(&self, mixtures: usize) -> Vec<Result<(), String>> {
        let mut random = Random::new(3, "rollbacks");
        let mut jobs: Vec<(usize, Vec<usize>)> = Vec::new();
        for (stage, older) in self.stages.iter().enumerate().rev().skip(1) {
            let pages: Vec<usize> = (0..older.len() / PAGE)
                .filter(|page| page_of(older, *page) != page_of(self.now(), *page))
                .collect();
            jobs.extend(pages.iter().map(|page| (stage, vec![*page])));
            for _ in 0..mixtures {
                let some: Vec<usize> =
                    pages.iter().copied().filter(|_| random.once_in(2)).collect();
                if !some.is_empty() && some.len() < pages.len() {
                    jobs.push((stage, some));
                }
            }
        }
        jobs.sort();
        jobs.dedup();
        work::each(&jobs, |(stage, pages)| {
            let mut damaged = self.now().to_vec();
            for page in pages {
                let range = page * PAGE..(page + 1) * PAGE;
                damaged[range].copy_from_slice(page_of(&self.stages[*stage], *page));
            }
            self.judge(Some(&damaged))
                .map_err(|error| format!("pages {pages:?} as after stage {stage}: {error}"))
        })
    }

    /// Puts the whole file back as it was after each earlier stage.
    pub(crate) fn file_rollbacks(&self) -> Vec<Result<(), String>> {
        let jobs: Vec<usize> = (0..self.stages.len() - 1).collect();
        work::each(&jobs, |stage| {
            self.judge(Some(&self.stages[*stage]))
                .map_err(|error| format!("the file as after stage {stage}: {error}"))
        })
    }

    /// Returns a copy of the home.
    pub(crate) fn copy(&self) -> TempDir {
        Ground::Memory.copy_of(self.home.path())
    }

    /// Puts something else where the database was: `None` takes it away.
    pub(crate) fn replaced(&self, by: Option<&[u8]>) -> Vec<Result<(), String>> {
        vec![self.judge(by)]
    }

    /// Lets every how many-th reading of the disk fail, each alone, of every command that reads.
    pub(crate) fn failing_reads(&self, every: usize) -> Vec<Result<(), String>> {
        const READING: [&str; 4] = ["read", "pread64", "openat", "statx"];
        let home = self.copy();
        let mut jobs = Vec::new();
        for (place, (call, _)) in self.shown.iter().enumerate() {
            let log = home.path().join("log");
            let watch = Watch::Traced(trace::counting(&log, &READING));
            self.program.run(home.path(), call, &watch);
            let mut counted = std::collections::BTreeMap::new();
            for traced in trace::read(&log) {
                *counted.entry(traced.name).or_insert(0_usize) += 1;
            }
            for (name, count) in counted {
                jobs.extend((1..=count).map(|nth| (place, name.clone(), nth)));
            }
        }
        let jobs: Vec<_> = jobs.into_iter().step_by(every).collect();
        work::each(&jobs, |(place, name, nth)| {
            let home = self.copy();
            let (call, shown) = &self.shown[*place];
            let log = home.path().join("log");
            let arguments = trace::injection(&log, name, "error=EIO", &nth.to_string());
            let outcome = run(self.program, home.path(), call, &Watch::Traced(arguments));
            if !trace::read(&log).iter().any(|call| call.injected) {
                return Err(format!("{name} {nth}: `{call}`: the fault never came"));
            }
            let error = match outcome.code {
                Some(0) if outcome.is_as(shown) => return Ok(()),
                Some(0) => difference(&outcome, shown),
                Some(1) if outcome.stdout.is_empty() => return Ok(()),
                // The loader of the system ends with this, before the program has begun.
                Some(127) => return Ok(()),
                _ => outcome.complaint(),
            };
            Err(format!("{name} {nth} fails: `{call}`: {error}"))
        })
    }

    /// Writes the damaged file and runs every command that reads.
    fn judge(&self, damaged: Option<&[u8]>) -> Result<(), String> {
        let home = self.copy();
        let path = home.path().join(self.file);
        match damaged {
            Some(bytes) => write_private(&path, bytes),
            None => fs::remove_file(&path).expect("it is there"),
        }
        self.look(home.path())
    }

    /// Runs every command that reads in a copy of the home that was damaged.
    pub(crate) fn look(&self, home: &Path) -> Result<(), String> {
        for (call, shown) in &self.shown {
            let outcome = run(self.program, home, call, &Watch::Alone);
            if outcome.is_as(shown) {
                continue;
            }
            let told = TOLD.iter().any(|word| outcome.stderr.contains(word));
            match outcome.code {
                Some(1) if told && outcome.stdout.is_empty() => {}
                Some(1) if outcome.stdout.is_empty() => {
                    return Err(format!("`{call}` names another cause: {}", outcome.complaint()));
                }
                Some(0) => return Err(format!("`{call}` shows {}", difference(&outcome, shown))),
                _ => return Err(format!("`{call}`: {}", outcome.complaint())),
            }
        }
        Ok(())
    }
}

fn read(command: &str) -> Call {
    let call = Call::new(command);
    if command.starts_with("start") { call.input(BACK) } else { call }
}

/// Runs a command; the path of the home, which differs, is taken out of what it says.
fn run(program: Program, home: &Path, call: &Call, watch: &Watch) -> Outcome {
    let outcome = program.run(home, call, watch);
    let path = home.display().to_string();
    Outcome {
        stdout: outcome.stdout.replace(&path, ""),
        stderr: outcome.stderr.replace(&path, ""),
        ..outcome
    }
}

/// Returns the first line that was not there before.
fn difference(outcome: &Outcome, before: &Outcome) -> String {
    let streams = [(&outcome.stdout, &before.stdout), (&outcome.stderr, &before.stderr)];
    let mut lines = streams.into_iter().flat_map(|(now, before)| {
        now.lines().filter(|line| !before.lines().any(|known| known == *line))
    });
    let line: String = lines.next().unwrap_or("less than before").chars().take(120).collect();
    format!("something else: {}", line.trim())
}

fn page_of(file: &[u8], page: usize) -> &[u8] {
    let begin = (page * PAGE).min(file.len());
    &file[begin..(begin + PAGE).min(file.len())]
}
