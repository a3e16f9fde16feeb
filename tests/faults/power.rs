//! Lets the power fail at every moment of a recorded run, with what may be on the disk then.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::case::{Case, Known};
use crate::disk::{Choice, Disk, Outcome};
use crate::program::Watch;
use crate::random::Random;
use crate::recording::{Recording, Step, record};
use crate::work::{self, Ground};

/// One state of the disk, and what was known when the power failed.
struct Cut {
    after: usize,
    choice: Choice,
    outcome: Outcome,
    said: String,
    succeeded: bool,
}

/// Records the case, and judges up to `limit` different outcomes.
pub(crate) fn cut(case: &Case, limit: usize) -> Vec<Result<(), String>> {
    let recording = recording(case);
    let cuts = cuts(&recording, limit, case.scenario.name);
    work::each(&cuts, |cut| {
        let home = Ground::Memory.folder();
        cut.outcome.write(home.path());
        case.judge(home.path(), Known { said: &cut.said, succeeded: cut.succeeded }).map_err(
            |error| {
                let Cut { after, choice, .. } = cut;
                let last = after.checked_sub(1).map(|last| brief(&recording.steps[last]));
                let last = last.unwrap_or_default();
                format!(
                    "after {after} of {} steps, {last}, {choice:?}: {error}",
                    recording.steps.len()
                )
            },
        )
    })
}

/// Records a run and makes sure that it was recorded wholly: replayed, it gives what the run left behind.
fn recording(case: &Case) -> Recording {
    let home = case.copy(Ground::Disk);
    let recording = record(home.path(), |arguments| {
        let outcome = case.run(home.path(), &Watch::Traced(arguments.to_vec()));
        assert_eq!(outcome.code, Some(0), "{}: {}", case.scenario.name, outcome.stderr);
    });
    let mut disk = Disk::before(&recording);
    recording.steps.iter().for_each(|step| disk.take(step));
    let replayed = disk.outcome(Choice::Everything, &mut Random::new(0, ""));
    let left: std::collections::BTreeMap<String, Vec<u8>> =
        work::files(home.path()).into_iter().collect();
    assert!(replayed.files() == &left, "{}: the recording is not whole", case.scenario.name);
    recording
}

fn cuts(recording: &Recording, limit: usize, name: &str) -> Vec<Cut> {
    let mut random = Random::new(1, name);
    let mut known = BTreeSet::new();
    let mut cuts = Vec::new();
    let moments = moments(recording);
    let mut add = |(after, disk, said): &(usize, Disk, String), choice, random: &mut Random| {
        let succeeded = *after == recording.steps.len();
        let outcome = disk.outcome(choice, random);
        let mut hasher = DefaultHasher::new();
        (&outcome, said, succeeded).hash(&mut hasher);
        if cuts.len() < limit && known.insert(hasher.finish()) {
            let said = said.clone();
            cuts.push(Cut { after: *after, choice, outcome, said, succeeded });
        }
    };
    // The end comes first: there all is acknowledged. Then all that leaves nothing to chance, as far as
    // that fits, and the rest by chance; the rounds end, should no more be found.
    let last = moments.last().expect("there is a beginning");
    let thorough = moments.len() * Choice::FIXED.len() < limit;
    for choice in Choice::FIXED {
        add(last, choice, &mut random);
        for moment in moments.iter().filter(|_| thorough) {
            add(moment, choice, &mut random);
        }
    }
    for _ in 0..8 * limit {
        let choice = Choice::ALL[random.below(Choice::ALL.len())];
        add(&moments[random.below(moments.len())], choice, &mut random);
    }
    cuts
}

/// Returns the disk after each step, and what had been said by then.
fn moments(recording: &Recording) -> Vec<(usize, Disk, String)> {
    let mut disk = Disk::before(recording);
    let mut said = String::new();
    let mut moments = vec![(0, disk.clone(), said.clone())];
    for (place, step) in recording.steps.iter().enumerate() {
        disk.take(step);
        if let Step::Say(text) = step {
            said.push_str(text);
        }
        moments.push((place + 1, disk.clone(), said.clone()));
    }
    moments
}

fn brief(step: &Step) -> String {
    match step {
        Step::Write { file, at, bytes } => {
            format!("writing {} bytes at {at} of file {file}", bytes.len())
        }
        Step::Say(text) => format!("saying {:?}", text.trim().lines().next().unwrap_or_default()),
        other => format!("{other:?}"),
    }
}
