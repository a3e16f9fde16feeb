//! Owns the results: how often each test ran and failed, and the page that says so.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Instant;

/// How many failures a table of one run shows in words.
const SHOWN: usize = 5;

/// What the number of failures must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Must {
    /// None.
    Hold,
    /// At least one: a control.
    Fail,
}

/// One line: a test and what came of it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    part: String,
    name: String,
    must: Must,
    runs: usize,
    failed: usize,
    failures: Vec<String>,
}

/// All lines so far.
#[derive(Debug)]
pub(crate) struct Table {
    begun: Instant,
    lines: Vec<Line>,
}

impl Line {
    /// Counts what came of the runs of one test.
    pub(crate) fn new(
        part: impl Into<String>,
        name: impl Into<String>,
        must: Must,
        results: Vec<Result<(), String>>,
    ) -> Self {
        let runs = results.len();
        let failures: Vec<String> = results.into_iter().filter_map(Result::err).collect();
        let (part, failed) = (part.into(), failures.len());
        Self { part, name: name.into(), must, runs, failed, failures }
    }

    /// Reads a line as [`Table::add`] prints it.
    fn read(printed: &str) -> Option<Self> {
        let (_, line) = printed.trim_start().split_once(" s  ")?;
        let (line, verdict) = line.rsplit_once(" failed, ")?;
        let (line, runs) = line.rsplit_once(" of ")?;
        let (line, failed) = line.rsplit_once(": ")?;
        let (part, name) = line.split_once(": ")?;
        let (runs, failed) = (runs.parse().ok()?, failed.parse::<usize>().ok()?);
        let is_right = verdict == "as it must be";
        let must = if (failed == 0) == is_right { Must::Hold } else { Must::Fail };
        let (part, name) = (part.to_owned(), name.to_owned());
        Some(Self { part, name, must, runs, failed, failures: Vec::new() })
    }

    /// Returns whether it came out as it must; a test that never ran has not.
    fn is_right(&self) -> bool {
        self.runs > 0 && (self.failed == 0) == (self.must == Must::Hold)
    }
}

impl Table {
    /// Returns an empty table.
    pub(crate) fn new() -> Self {
        Self { begun: Instant::now(), lines: Vec::new() }
    }

    /// Adds a line and prints it.
    pub(crate) fn add(&mut self, line: Line) {
        let Line { part, name, must, runs, failed, failures } = &line;
        let verdict = if line.is_right() { "as it must be" } else { "WRONG" };
        say(&format!(
            "{:6.0} s  {part}: {name}: {failed} of {runs} failed, {verdict}",
            self.begun.elapsed().as_secs_f64(),
        ));
        if *must == Must::Hold {
            for failure in failures.iter().take(SHOWN) {
                say(&format!("          {failure}"));
            }
        }
        self.lines.push(line);
    }

    /// Takes up the lines that a run printed; a later line takes the place of an earlier one of its name.
    pub(crate) fn read(&mut self, printed: &str) {
        for line in printed.lines().filter_map(Line::read) {
            match self
                .lines
                .iter_mut()
                .find(|known| (&known.part, &known.name) == (&line.part, &line.name))
            {
                Some(known) => *known = line,
                None => self.lines.push(line),
            }
        }
    }

    /// Returns how many lines did not come out as they must.
    pub(crate) fn wrong(&self) -> usize {
        self.lines.iter().filter(|line| !line.is_right()).count()
    }

    /// Prints the sums.
    pub(crate) fn sum_up(&self) {
        let held = self.lines.iter().filter(|line| line.must == Must::Hold);
        let runs: usize = held.map(|line| line.runs).sum();
        say(&format!("{runs} runs, {} of {} lines wrong", self.wrong(), self.lines.len()));
    }

    /// Writes the table into `docs/reliability.md`, between its two marks.
    pub(crate) fn write_page(&self, facts: &str) {
        const BEGIN: &str = "<!-- figures -->\n";
        const END: &str = "<!-- end of figures -->";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/reliability.md");
        let page = std::fs::read_to_string(path).expect("the page");
        let (before, rest) = page.split_once(BEGIN).expect("the first mark");
        let (_, after) = rest.split_once(END).expect("the second mark");
        let mut figures =
            format!("{facts}\n\n| test | runs | failures | must be |\n| --- | --- | --- | --- |\n");
        for Line { part, name, must, runs, failed, .. } in &self.lines {
            let must = if *must == Must::Hold { "0" } else { "more than 0" };
            let _ = writeln!(figures, "| {part}: {name} | {runs} | {failed} | {must} |");
        }
        std::fs::write(path, format!("{before}{BEGIN}{figures}{END}{after}"))
            .expect("the page is written");
    }
}

/// Prints a line.
pub(crate) fn say(text: &str) {
    writeln!(std::io::stdout(), "{text}").expect("an open standard output");
}
