//! Owns a scenario made ready, and the judgement of what was found after it was cut short.

use std::path::Path;

use tempfile::TempDir;

use crate::leak;
use crate::prepare::support;
use crate::program::{Call, Outcome, Program, Watch};
use crate::scenario::{Between, Hidden, LINES, Scenario, lines};
use crate::state::{self, State};
use crate::work::Ground;

/// A scenario with its folder, and the states that may be found, in their order.
pub(crate) struct Case {
    /// What is run.
    pub(crate) scenario: Scenario,
    /// The folder that each run has a copy of.
    pub(crate) home: TempDir,
    states: Vec<State>,
}

/// What is known of a run that was cut short.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    /// All that it said.
    pub(crate) said: &'a str,
    /// Whether it ended with success.
    pub(crate) succeeded: bool,
}

impl Case {
    /// Prepares the folder, runs the command once undisturbed, and reads what is there before and after.
    pub(crate) fn new(scenario: Scenario) -> Self {
        let home = Ground::Disk.folder();
        (scenario.prepare)(home.path(), scenario.key);
        let after = Ground::Disk.copy_of(home.path());
        scenario.program.must(after.path(), &(scenario.call)().key(scenario.key));
        let read = |home: &Path| {
            state::read(scenario.program, home, scenario.keys)
                .unwrap_or_else(|error| panic!("{}: {error}", scenario.name))
        };
        let (before, after) = (read(Ground::Disk.copy_of(home.path()).path()), read(after.path()));
        let states = states(scenario.between, before, after);
        Self { scenario, home, states }
    }

    /// Returns a copy of the folder, to be run on.
    pub(crate) fn copy(&self, ground: Ground) -> TempDir {
        ground.copy_of(self.home.path())
    }

    /// Runs the command in `home`, watched.
    pub(crate) fn run(&self, home: &Path, watch: &Watch) -> Outcome {
        let Scenario { program, call, key, .. } = self.scenario;
        program.run(home, &call().key(key), watch)
    }

    /// Returns how many states were acknowledged: said to be kept, so that they must be found.
    fn acknowledged(&self, known: Known<'_>) -> usize {
        if known.succeeded {
            return self.states.len() - 1;
        }
        let (word, before) = self.scenario.said;
        if word.is_empty() {
            return 0;
        }
        let numbers = known.said.split(word).skip(1).map(|rest| {
            let digits = rest.chars().take_while(char::is_ascii_digit);
            digits.collect::<String>().parse().unwrap_or(1_usize)
        });
        numbers.max().unwrap_or(0).saturating_sub(before).min(self.states.len() - 1)
    }

    /// Returns how far the state may be, where what went wrong was said: no further than acknowledged, but
    /// nothing is shown after the last answer, so that one more may be kept.
    fn furthest(&self, acknowledged: usize) -> usize {
        match self.scenario.between {
            Between::Count("drafts", count, _) if acknowledged + 1 == count => count,
            _ => acknowledged,
        }
    }

    /// Says what is wrong with what is found in `home`; that something is left to do there is tried as well.
    pub(crate) fn judge(&self, home: &Path, known: Known<'_>) -> Result<(), String> {
        let Scenario { program, keys, .. } = self.scenario;
        let acknowledged = self.acknowledged(known);
        let found = state::read(program, home, keys)?;
        let Some(place) = self.states.iter().position(|state| *state == found) else {
            return Err(format!("half a state: {}", self.nearest(&found)));
        };
        if place < acknowledged {
            return Err(format!("state {acknowledged} was acknowledged, {place} is there"));
        }
        if refused(known.said) && place > self.furthest(acknowledged) {
            return Err(format!("said not to be saved, but state {place} is there"));
        }
        if let Hidden::Always(words) = self.scenario.hidden {
            none_of(home, words)?;
        }
        if program == Program::Product {
            self.goes_on(home, place, refused(known.said))?;
        }
        match self.scenario.hidden {
            Hidden::Afterwards(words) if place + 1 == self.states.len() => none_of(home, words),
            _ => Ok(()),
        }
    }

    /// Tries that the history can be used further; a draft is taken up and must end as it would have, unless
    /// an answer was refused: then what was meant for the next question has answered this one.
    fn goes_on(&self, home: &Path, place: usize, refused: bool) -> Result<(), String> {
        let keys = self.scenario.keys;
        let is_draft = matches!(self.scenario.between, Between::Count("drafts", ..));
        let last = self.states.last().expect("there are at least two");
        if is_draft && place > 0 && place + 1 < self.states.len() {
            let rest = format!("\n{}", lines(&LINES[place..]));
            let call = Call::new("start support").input(&rest).key(self.scenario.key);
            let outcome = Program::Product.run(home, &call, &Watch::Alone);
            if outcome.code != Some(0) {
                return Err(format!("the draft cannot be finished: {}", outcome.complaint()));
            }
            let found = state::read(Program::Product, home, keys)?;
            return if found == *last || refused && found["drafts"] == last["drafts"] {
                Ok(())
            } else {
                Err(format!("the draft held other answers: {}", self.nearest(&found)))
            };
        }
        let key = self.states[place].get("key").and_then(serde_json::Value::as_str);
        let call =
            Call::new("start support --answers -").input(&support([1, 1, 1, 1], "")).key(key);
        let outcome = Program::Product.run(home, &call, &Watch::Alone);
        match outcome.code {
            Some(0) => Ok(()),
            _ => Err(format!("cannot be written to any more: {}", outcome.complaint())),
        }
    }

    /// Names the parts in which a state differs from the one that fits best.
    fn nearest(&self, found: &State) -> String {
        let differing = |state: &State| {
            let parts = found.iter().filter(|(part, value)| state.get(*part) != Some(value));
            parts.map(|(part, _)| *part).collect::<Vec<_>>()
        };
        let best = self.states.iter().enumerate().map(|(place, state)| (differing(state), place));
        let (parts, place) = best.min_by_key(|(parts, _)| parts.len()).expect("there are states");
        format!("{} not as in state {place}", parts.join(", "))
    }
}

fn none_of(home: &Path, words: &[&str]) -> Result<(), String> {
    let found = leak::find(&home.join("data"), words);
    if found.is_empty() { Ok(()) } else { Err(found.join(", ")) }
}

/// Whether it was said that something is not kept, and nothing is left in doubt.
fn refused(said: &str) -> bool {
    let words = ["it was not saved", "could not be kept", "not safely kept yet"];
    words.iter().any(|word| said.contains(word)) && !said.contains("cannot be told")
}

fn states(between: Between, before: State, after: State) -> Vec<State> {
    let mut states = vec![before.clone()];
    match between {
        Between::Nothing => {}
        Between::Parts(parts) => {
            let mut state = before;
            for part in parts {
                state.insert(part, after[part].clone());
                states.push(state.clone());
            }
        }
        Between::Count(part, count, value) => {
            for number in 1..=count {
                let mut state = before.clone();
                state.insert(part, value(number));
                states.push(state);
            }
        }
    }
    if states.last() != Some(&after) {
        states.push(after);
    }
    states
}
