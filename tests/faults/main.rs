//! The fault harness: interrupts the release build of checkin at every call that changes the disk, lets the
//! power fail, damages the files, and judges what is left. `tests/faults/run` starts it.

mod apart;
mod beside;
mod case;
mod control;
mod damage;
mod disk;
mod inject;
mod leak;
mod power;
mod prepare;
mod program;
mod random;
mod recording;
mod scenario;
mod state;
mod table;
mod together;
mod trace;
mod work;

use std::process::ExitCode;

use apart::Apart;
use case::Case;
use control::Weakness;
use damage::Subject;
use inject::Fault;
use program::Program;
use scenario::{SCENARIOS, control};
use table::{Line, Must, Table, say};
use work::Ground;

/// How much is run.
#[derive(Clone, Copy, Debug)]
struct Extent {
    /// Of the faults of a scenario every how many-th.
    faults_every: usize,
    /// Outcomes of power cuts in each scenario.
    cuts: usize,
    /// The same of a history that is encrypted, where each look takes a key derivation.
    encrypted_faults_every: usize,
    encrypted_cuts: usize,
    /// Flipped bits, and those of an encrypted history.
    flips: usize,
    encrypted_flips: usize,
    /// Wrong passphrases, damaged files and foreign files, of each; and damage to what lies beside.
    cases: usize,
    /// Of the readings of a command every how many-th fails.
    reads_every: usize,
    /// Mixtures of pages of two times, for each time.
    mixtures: usize,
    /// Rounds of processes that work at once.
    rounds: usize,
}

const BOUNDED: Extent = Extent {
    faults_every: 20,
    cuts: 24,
    encrypted_faults_every: 200,
    encrypted_cuts: 3,
    flips: 200,
    encrypted_flips: 30,
    cases: 20,
    reads_every: 7,
    mixtures: 3,
    rounds: 2,
};
const FULL: Extent = Extent {
    faults_every: 2,
    cuts: 400,
    encrypted_faults_every: 12,
    encrypted_cuts: 60,
    flips: 3_000,
    encrypted_flips: 2_000,
    cases: 200,
    reads_every: 1,
    mixtures: 20,
    rounds: 20,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |word: &str| arguments.iter().any(|argument| argument == word);
    match arguments.split_first() {
        Some((first, rest)) if first == "control" => return control::main(rest),
        Some((first, logs)) if first == "--page" => return page(logs),
        _ => {}
    }
    let extent = match (has("--bounded"), has("--full")) {
        (true, _) => BOUNDED,
        (_, true) => FULL,
        _ => {
            say("not run: `tests/faults/run` runs the bounded set, with `--full` the full one");
            return ExitCode::SUCCESS;
        }
    };
    // `--only WORD` runs the parts and scenarios whose name holds the word.
    let only = arguments.iter().skip_while(|argument| *argument != "--only").nth(1).cloned();
    let mut run = Run { extent, only, table: Table::new() };
    run.all();
    run.table.sum_up();
    if run.table.wrong() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes the page of what full runs printed into these files.
fn page(logs: &[String]) -> ExitCode {
    let mut table = Table::new();
    for log in logs.iter().filter(|log| *log != "--bench") {
        table.read(&std::fs::read_to_string(log).expect("a file of what a run printed"));
    }
    table.write_page(&facts());
    if table.wrong() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A test by name, what must come of it, and what runs it.
type Test<'a> = (&'static str, Must, &'a dyn Fn() -> Vec<Result<(), String>>);

/// A run of the harness.
struct Run {
    extent: Extent,
    only: Option<String>,
    table: Table,
}

impl Run {
    fn all(&mut self) {
        for scenario in SCENARIOS {
            let names = [format!("faults: {}", scenario.name), format!("power: {}", scenario.name)];
            let wanted = names.map(|name| self.wants(&name));
            if wanted.contains(&true) {
                let case = Case::new(*scenario);
                self.scenario(&case, wanted, Must::Hold);
            }
        }
        if self.only.as_ref().is_none_or(|only| only.starts_with("damage")) {
            self.damage();
            self.encrypted_damage();
        }
        self.apart();
        self.leaks();
        self.together();
        for weakness in [Weakness::None, Weakness::Full, Weakness::Unsynced, Weakness::NoJournal] {
            if self.wants(&format!("control: {}", weakness.name())) {
                self.control(weakness);
            }
        }
    }

    fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| name.contains(only.as_str()))
    }

    fn scenario(&mut self, case: &Case, [faults, power]: [bool; 2], must: Must) {
        let name = case.scenario.name;
        let Extent { faults_every, cuts, encrypted_faults_every, encrypted_cuts, .. } = self.extent;
        let (every, cuts) = if case.scenario.keys.iter().any(Option::is_some) {
            (encrypted_faults_every, encrypted_cuts)
        } else {
            (faults_every, cuts)
        };
        if faults {
            let results = inject::interrupt(case, &Fault::ALL, every);
            self.table.add(Line::new("kill, full and broken disk", name, must, results));
        }
        if power {
            let results = power::cut(case, cuts);
            self.table.add(Line::new("power cut", name, must, results));
        }
    }

    fn damage(&mut self) {
        let Extent { flips, cases, mixtures, reads_every, .. } = self.extent;
        let subject = Subject::new(Program::Product, None, prepare::STAGES);
        let other = Subject::new(Program::Product, None, prepare::OTHER);
        let control = Subject::new(Program::Control(Weakness::None), None, prepare::CONTROL);
        let tests: [Test<'_>; 14] = [
            ("bit flips", Must::Hold, &|| subject.flips(flips)),
            ("readings that fail", Must::Hold, &|| subject.failing_reads(reads_every)),
            ("truncation at and within every page", Must::Hold, &|| subject.truncations()),
            ("pages put back", Must::Hold, &|| subject.page_rollbacks(mixtures)),
            ("an older file put back", Must::Hold, &|| subject.file_rollbacks()),
            ("emptied", Must::Hold, &|| subject.replaced(Some(&[]))),
            ("taken away", Must::Hold, &|| subject.replaced(None)),
            ("another person's file", Must::Hold, &|| subject.replaced(Some(other.now()))),
            ("another file", Must::Hold, &|| subject.replaced(Some(&vec![b'x'; 65_536]))),
            ("the head file", Must::Hold, &|| beside::heads(&subject, cases)),
            ("a backup that is restored", Must::Hold, &|| beside::backups(None, cases)),
            ("an encrypted backup that is restored", Must::Hold, &|| {
                beside::backups(Some("old"), cases / 4)
            }),
            ("control without digests, bit flips", Must::Fail, &|| control.flips(flips)),
            ("control without digests, pages put back", Must::Fail, &|| {
                control.page_rollbacks(mixtures)
            }),
        ];
        self.each("damage", &tests);
    }

    fn encrypted_damage(&mut self) {
        let Extent { encrypted_flips: flips, cases, mixtures, .. } = self.extent;
        let subject = Subject::new(Program::Product, Some("old"), prepare::STAGES);
        let other = Subject::new(Program::Product, Some("old"), prepare::OTHER);
        let tests: [Test<'_>; 8] = [
            ("bit flips, encrypted", Must::Hold, &|| subject.flips(flips)),
            ("truncation, encrypted", Must::Hold, &|| subject.truncations()),
            ("pages put back, encrypted", Must::Hold, &|| subject.page_rollbacks(mixtures / 3)),
            ("an older file put back, encrypted", Must::Hold, &|| subject.file_rollbacks()),
            ("emptied or gone, encrypted", Must::Hold, &|| {
                [subject.replaced(Some(&[])), subject.replaced(None)].concat()
            }),
            ("another person's file, the same passphrase", Must::Hold, &|| {
                subject.replaced(Some(other.now()))
            }),
            ("the head file, encrypted", Must::Hold, &|| beside::heads(&subject, cases / 2)),
            ("the sealed passphrase", Must::Hold, &|| beside::sealed(cases / 2)),
        ];
        self.each("damage", &tests);
    }

    fn apart(&mut self) {
        if self.only.as_ref().is_some_and(|only| !"told apart".contains(only.as_str())) {
            return;
        }
        let count = self.extent.cases;
        let apart = Apart::new();
        let tests: [Test<'_>; 3] = [
            ("a wrong passphrase", Must::Hold, &|| apart.wrong_passphrases(count)),
            ("a damaged file", Must::Hold, &|| apart.damages(count)),
            ("a foreign file", Must::Hold, &|| apart.foreign_files(count)),
        ];
        self.each("told apart", &tests);
    }

    fn leaks(&mut self) {
        let tests: [Test<'_>; 3] = [
            ("words in the files of an encrypted history", Must::Hold, &|| {
                leak::scenario(Some("old"))
            }),
            ("control, words in the files of a plain history", Must::Fail, &|| {
                leak::scenario(None)
            }),
            ("words that were deleted from a plain history", Must::Hold, &leak::deletion),
        ];
        self.each("leak", &tests);
    }

    fn each(&mut self, part: &'static str, tests: &[Test<'_>]) {
        for (name, must, test) in tests {
            if self.wants(&format!("{part}: {name}")) {
                self.table.add(Line::new(part, *name, *must, test()));
            }
        }
    }

    fn together(&mut self) {
        if !self.wants("together") {
            return;
        }
        let results = together::rounds(self.extent.rounds);
        self.table.add(Line::new("at once", "check-ins, notes, corrections", Must::Hold, results));
        let results = together::unguarded(Program::Control(Weakness::None));
        self.table.add(Line::new("at once", "control without a transaction", Must::Fail, results));
    }

    /// Runs the tests on the control; what a weakness cannot break is not tested with it.
    fn control(&mut self, weakness: Weakness) {
        let case = Case::new(control(weakness));
        let (tests, must) = match weakness {
            Weakness::None => ([true, true], Must::Hold),
            Weakness::Full | Weakness::Unsynced => ([false, true], Must::Fail),
            Weakness::NoJournal => ([true, true], Must::Fail),
        };
        self.scenario(&case, tests, must);
    }
}

/// Says on what the figures were found.
fn facts() -> String {
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let [disk, memory] = [Ground::Disk, Ground::Memory].map(Ground::file_system);
    // The rest of it names a build.
    let kernel = kernel.trim().split('-').next().unwrap_or_default();
    let engine = rusqlite::version();
    format!(
        "SQLite {engine}, Linux {kernel}; runs on {disk}, judgement of power cuts and damage on {memory}."
    )
}
