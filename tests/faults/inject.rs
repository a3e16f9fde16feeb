//! Kills the program, or lets a call fail, at every call that changes something on the disk.

use std::path::Path;

use tempfile::TempDir;

use crate::case::{Case, Known};
use crate::program::Watch;
use crate::random::Random;
use crate::trace;
use crate::work::{self, Ground};

/// What happens at a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The program is killed before the call is done.
    Kill,
    /// The disk has no space left, this once.
    Full,
    /// The disk fails, this once.
    Broken,
    /// The disk has no space left, from this call on for all of its kind.
    StaysFull,
    /// The disk fails, from this call on for all of its kind.
    StaysBroken,
}

impl Fault {
    pub(crate) const ALL: [Fault; 5] =
        [Self::Kill, Self::Full, Self::Broken, Self::StaysFull, Self::StaysBroken];

    fn action(self) -> &'static str {
        match self {
            Fault::Kill => "signal=KILL",
            Fault::Full | Fault::StaysFull => "error=ENOSPC",
            Fault::Broken | Fault::StaysBroken => "error=EIO",
        }
    }

    fn stays(self) -> bool {
        matches!(self, Fault::StaysFull | Fault::StaysBroken)
    }
}

/// One call of a run: its name, and which of that name it is, counted from 1.
#[derive(Clone, Debug)]
struct Point {
    name: String,
    nth: usize,
}

/// Cuts the case short at its calls with the faults: one of how many, chosen by chance, all where that is 1.
pub(crate) fn interrupt(case: &Case, faults: &[Fault], every: usize) -> Vec<Result<(), String>> {
    let points = points(case);
    let mut random = Random::new(4, case.scenario.name);
    let all = || points.iter().flat_map(|point| faults.iter().map(move |fault| (point, *fault)));
    let mut jobs: Vec<(&Point, Fault)> = all().filter(|_| random.once_in(every)).collect();
    if jobs.is_empty() {
        // A short command has few points, of which chance may have taken none.
        jobs.extend(all().step_by(points.len()));
    }
    work::each(&jobs, |(point, fault)| {
        one(case, point, *fault)
            .map_err(|error| format!("{fault:?} at {} {}: {error}", point.name, point.nth))
    })
}

/// Returns the calls of an undisturbed run, counted as `strace` counts them.
fn points(case: &Case) -> Vec<Point> {
    let home = case.copy(Ground::Disk);
    let logs = Ground::Memory.folder();
    let log = logs.path().join("log");
    let outcome = case.run(home.path(), &Watch::Traced(trace::recording(&log)));
    assert_eq!(outcome.code, Some(0), "{}: {}", case.scenario.name, outcome.stderr);
    let mut counted = std::collections::BTreeMap::new();
    let mut points = Vec::new();
    for call in trace::read(&log) {
        let nth: &mut usize = counted.entry((call.thread, call.name.clone())).or_default();
        *nth += 1;
        if call.changes() {
            points.push(Point { name: call.name, nth: *nth });
        }
    }
    assert!(points.len() > 5, "{}: hardly any call was seen", case.scenario.name);
    points
}

fn one(case: &Case, point: &Point, fault: Fault) -> Result<(), String> {
    let home: TempDir = case.copy(Ground::Disk);
    let logs = Ground::Memory.folder();
    let log = logs.path().join("log");
    let nth = if fault.stays() { format!("{}+", point.nth) } else { point.nth.to_string() };
    let watch = Watch::Traced(trace::injection(&log, &point.name, fault.action(), &nth));
    let outcome = case.run(home.path(), &watch);
    if !happened(&log, fault, outcome.signal) {
        return Err("the fault never came".to_owned());
    }
    match (outcome.code, outcome.signal) {
        (None, Some(9)) if fault == Fault::Kill => {}
        (Some(0 | 1), _) if fault != Fault::Kill => {}
        _ => return Err(format!("ended with {}", outcome.complaint())),
    }
    let said = format!("{}{}", outcome.stdout, outcome.stderr);
    case.judge(home.path(), Known { said: &said, succeeded: outcome.code == Some(0) })
}

fn happened(log: &Path, fault: Fault, signal: Option<i32>) -> bool {
    match fault {
        Fault::Kill => signal == Some(9),
        _ => trace::read(log).iter().any(|call| call.injected),
    }
}
