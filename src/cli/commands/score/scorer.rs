//! Owns the scoring of a batch: what was read is scored, and every line or row has its place in what comes out.

use super::batches::Batch;
use super::ordinary::Ordinary;
use super::row::Rows;
use super::writer::{Output, Writer};
use super::{LONGEST_LINE, Problem, joined, line};
use crate::cli::error::CommandError;
use crate::report::wording::counted;
use crate::scoring::{Plan, Sheet};

/// How many lines there were, and how many of them could not be scored.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    lines: usize,
    bad: usize,
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        self.lines += other.lines;
        self.bad += other.bad;
    }

    /// Fails where one could not be scored; `noun` says what they are.
    pub(super) fn judge(self, noun: &str) -> Result<(), CommandError> {
        if self.bad == 0 {
            return Ok(());
        }
        let lines = counted(self.lines, noun);
        Err(CommandError::failed(format!("{} of {lines} could not be scored", self.bad))
            .hint("each has its `error` in its place among the scores"))
    }
}

/// What one thread works with.
pub(super) struct Scorer<'p, 'q> {
    plan: &'p Plan<'q>,
    writer: Writer<'q>,
    ordinary: Ordinary,
    /// Where the answers are CSV.
    rows: Option<Rows>,
    sheet: Sheet,
    /// What is to be scored.
    pub(super) batch: Batch,
    /// What became of the batch.
    pub(super) out: Output,
    pub(super) tally: Tally,
}

impl<'p, 'q> Scorer<'p, 'q> {
    pub(super) fn new(plan: &'p Plan<'q>, writer: Writer<'q>, rows: Option<Rows>) -> Self {
        Self {
            plan,
            writer,
            ordinary: Ordinary::new(plan),
            rows,
            sheet: Sheet::default(),
            batch: Batch::Lines(Vec::new()),
            out: Output::Text(Vec::new()),
            tally: Tally::default(),
        }
    }

    /// Scores the batch.
    pub(super) fn score(&mut self) {
        self.tally = Tally::default();
        self.writer.reuse(&mut self.out);
        let batch = std::mem::replace(&mut self.batch, Batch::TooLong);
        match &batch {
            Batch::TooLong => self.too_long(),
            Batch::Lines(lines) => self.lines(lines),
            #[cfg(feature = "parquet")]
            Batch::Table(table) => self.table(table),
        }
        self.out = match &batch {
            #[cfg(feature = "parquet")]
            Batch::Table(table) => self.writer.take_with(table.ids()),
            _ => self.writer.take(),
        };
        self.batch = batch;
    }

    fn lines(&mut self, mut rest: &[u8]) {
        while !rest.is_empty() {
            let length = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let (line, after) = rest.split_at(length);
            if length > LONGEST_LINE {
                self.too_long();
            } else {
                self.line(line);
            }
            rest = after;
        }
    }

    fn line(&mut self, line: &[u8]) {
        let Self { plan, writer, ordinary, rows, sheet, tally, .. } = self;
        let read = match rows {
            None => line::read(line, ordinary, plan, sheet),
            Some(rows) => rows.read(line, plan, sheet),
        };
        settle(plan, sheet, read, (writer, tally), String::new);
    }

    #[cfg(feature = "parquet")]
    fn table(&mut self, table: &super::parquet::Table) {
        let Self { plan, writer, sheet, tally, .. } = self;
        let mut rows = table.rows();
        for row in 0..table.len() {
            let read = rows.read(row, plan, sheet);
            settle(plan, sheet, read, (writer, tally), || table.place(row));
        }
    }

    fn too_long(&mut self) {
        let text = format!("the line is longer than {LONGEST_LINE} bytes");
        self.tally.lines += 1;
        self.tally.bad += 1;
        self.writer.failed(&Problem::new(&text));
    }
}

/// Writes the scores of what was read, or what is wrong with it; `place` says where it is, if its place
/// among what comes out does not.
fn settle(
    plan: &Plan,
    sheet: &mut Sheet,
    read: Result<&str, Problem>,
    (writer, tally): (&mut Writer, &mut Tally),
    place: impl Fn() -> String,
) {
    tally.lines += 1;
    let mut problem = match read {
        Ok(id) => match plan.score(sheet) {
            Some(scored) => return writer.scored(id, scored),
            None => Problem { id: id.to_owned(), text: joined(&line::problems(plan, sheet)) },
        },
        Err(problem) => problem,
    };
    tally.bad += 1;
    problem.text.insert_str(0, &place());
    writer.failed(&problem);
}
