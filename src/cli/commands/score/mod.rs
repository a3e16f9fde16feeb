//! `checkin score`: a filter, answers in and scores out. It touches no history and needs no data
//! folder; the rules are those of a check-in.

mod batches;
#[cfg(fuzzing)]
pub(in crate::cli) mod fuzzing;
mod line;
mod output;
mod row;

use std::io::{self, BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::questionnaires::check::check_source;
use crate::cli::args::Cli;
use crate::cli::error::CommandError;
use crate::cli::workspace::{data_folder, installed, read_definition, read_definitions};
use crate::questionnaire::{Catalogue, Questionnaire, QuestionnaireId};
use crate::report::wording::counted;
use crate::scoring::{Plan, Scored, Sheet};
use batches::{Batch, Lines, in_order};
use output::{CsvRows, JsonLines, Numbers};
use row::{Heading, Rows};

/// How long a line may be, in bytes.
const LONGEST_LINE: usize = 1024 * 1024;

/// How many problems of one line are told.
const MOST_PROBLEMS: usize = 5;

/// Score many answers: lines of answers in, lines of scores out
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin score weekly < answers.ndjson > scores.ndjson\n  checkin score ./my-team.toml --from csv < answers.csv > scores.csv\n  checkin score weekly --from csv --to ndjson < answers.csv\n\nA line in:   {\"id\": 7, \"date\": \"2026-09-04\", \"answers\": {\"support.heard\": 3, …}}\nA line out:  {\"id\": 7, \"questionnaire\": \"weekly\", \"version\": \"1.0.0\", \"scores\": {\"support.support\":\n             {\"value\": …, \"raw\": …, \"answered\": 4, \"of\": 4, \"band\": …, \"t_score\": null, \"reason\": null}, …}}\nA bad line:  {\"id\": 7, \"error\": \"…\"}; the exit code is then 1.\n\nEvery line in gives one line out, in the same order. No history is read or written."
)]
pub(crate) struct ScoreArgs {
    /// Questionnaire by its id, or a definition file by its path
    #[arg(value_name = "QUESTIONNAIRE|FILE")]
    questionnaire: String,

    /// Form of the answers on standard input
    #[arg(long, value_enum, value_name = "FORM", default_value_t = Form::Ndjson)]
    from: Form,

    /// Form of the scores on standard output (default: that of the answers)
    #[arg(long, value_enum, value_name = "FORM")]
    to: Option<Form>,

    /// Threads that score (default: one a core)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// One JSON object a line
    Ndjson,
    /// A heading, then one row a line; empty cells are not given
    Csv,
}

/// What is wrong with one line.
#[derive(Debug, PartialEq)]
struct Problem {
    /// The line's id as JSON text, `null` where it has none.
    id: String,
    text: String,
}

impl Problem {
    /// Makes the problem of a line whose id cannot be told.
    fn new(text: &str) -> Self {
        Self { id: "null".into(), text: text.into() }
    }
}

/// Joins what is wrong with one line.
fn joined(problems: &[String]) -> String {
    let told = problems.iter().take(MOST_PROBLEMS).cloned().collect::<Vec<_>>().join("; ");
    match problems.len().saturating_sub(MOST_PROBLEMS) {
        0 => told,
        more => format!("{told}; and {more} more"),
    }
}

/// Scores standard input.
pub(crate) fn score(args: &ScoreArgs, cli: &Cli) -> Result<(), CommandError> {
    let questionnaire = definition(&args.questionnaire, cli)?;
    let plan = Plan::new(&questionnaire);
    let mut lines = Lines::new(io::stdin().lock(), LONGEST_LINE).map_err(unreadable)?;
    let heading = match args.from {
        Form::Ndjson => None,
        Form::Csv => Some(heading(&mut lines, &plan)?),
    };
    let writer = match args.to.unwrap_or(args.from) {
        Form::Ndjson => Writer::Json(JsonLines::new(&plan)),
        Form::Csv => Writer::Csv(CsvRows::new(&plan)),
    };
    let threads = args
        .threads
        .map_or_else(|| std::thread::available_parallelism().map_or(1, usize::from), usize::from);
    let mut counted_lines = Tally::default();
    print(&writer.heading())?;
    in_order(
        threads,
        || lines.next().map_err(unreadable),
        || {
            let mut scorer = Scorer {
                plan: &plan,
                writer: &writer,
                rows: heading.clone().map(Rows::new),
                sheet: Sheet::default(),
                numbers: Numbers::new(),
            };
            move |batch| scorer.batch(&batch)
        },
        |done: Done| {
            counted_lines.lines += done.tally.lines;
            counted_lines.bad += done.tally.bad;
            print(&done.out)
        },
    )?;
    counted_lines.judge()
}

/// How many lines there were, and how many of them could not be scored.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    lines: usize,
    bad: usize,
}

impl Tally {
    fn judge(self) -> Result<(), CommandError> {
        if self.bad == 0 {
            return Ok(());
        }
        let lines = counted(self.lines, "line");
        Err(CommandError::failed(format!("{} of {lines} could not be scored", self.bad))
            .hint("each has its `error` in its place among the scores"))
    }
}

/// What became of a batch.
struct Done {
    out: Vec<u8>,
    tally: Tally,
}

/// The form of what comes out.
enum Writer<'q> {
    Json(JsonLines),
    Csv(CsvRows<'q>),
}

impl Writer<'_> {
    fn heading(&self) -> Vec<u8> {
        match self {
            Writer::Json(_) => Vec::new(),
            Writer::Csv(rows) => rows.heading(),
        }
    }

    fn scored(&self, (out, numbers): (&mut Vec<u8>, &mut Numbers), id: &str, scored: &[Scored]) {
        match self {
            Writer::Json(lines) => lines.scored((out, numbers), id, scored),
            Writer::Csv(rows) => rows.scored(out, id, scored),
        }
    }

    fn failed(&self, out: &mut Vec<u8>, problem: &Problem) {
        match self {
            Writer::Json(_) => JsonLines::failed(out, &problem.id, &problem.text),
            Writer::Csv(rows) => rows.failed(out, &problem.id, &problem.text),
        }
    }
}

/// What one thread works with.
struct Scorer<'p, 'q> {
    plan: &'p Plan<'q>,
    writer: &'p Writer<'q>,
    /// Where the answers are CSV.
    rows: Option<Rows>,
    sheet: Sheet,
    numbers: Numbers,
}

impl Scorer<'_, '_> {
    fn batch(&mut self, batch: &Batch) -> Done {
        let mut done = Done { out: Vec::new(), tally: Tally::default() };
        match batch {
            Batch::TooLong => self.too_long(&mut done),
            Batch::Lines(bytes) => {
                done.out.reserve(2 * bytes.len());
                let mut rest = bytes.as_slice();
                while !rest.is_empty() {
                    let mut after = rest;
                    let length = after.skip_until(b'\n').expect("memory can be read");
                    let line = &rest[..length];
                    if length > LONGEST_LINE {
                        self.too_long(&mut done);
                    } else {
                        self.line(line, &mut done);
                    }
                    rest = after;
                }
            }
        }
        done
    }

    fn line(&mut self, line: &[u8], done: &mut Done) {
        let Self { plan, writer, rows, sheet, numbers } = self;
        done.tally.lines += 1;
        let read = match rows {
            None => line::read(line, plan, sheet),
            Some(rows) => rows.read(line, plan, sheet),
        };
        let problem = match read {
            Ok(id) => match plan.score(sheet) {
                Some(scored) => return writer.scored((&mut done.out, numbers), id, scored),
                None => Problem { id: id.to_owned(), text: joined(&line::problems(plan, sheet)) },
            },
            Err(problem) => problem,
        };
        done.tally.bad += 1;
        writer.failed(&mut done.out, &problem);
    }
}

impl Scorer<'_, '_> {
    fn too_long(&self, done: &mut Done) {
        done.tally.lines += 1;
        done.tally.bad += 1;
        let text = format!("the line is longer than {LONGEST_LINE} bytes");
        self.writer.failed(&mut done.out, &Problem::new(&text));
    }
}

/// Reads the heading of a CSV file.
fn heading(lines: &mut Lines<io::StdinLock>, plan: &Plan) -> Result<Heading, CommandError> {
    match lines.first().map_err(unreadable)? {
        Some(Batch::Lines(line)) => Heading::read(&line, plan).map_err(|problems| {
            let list = problems.iter().map(|problem| format!("- {problem}")).collect();
            CommandError::listed("the heading of the answers cannot be used", list).hint(format!(
                "the columns are `id`, `date` and the items of `checkin questionnaires show {}`",
                plan.questionnaire().id
            ))
        }),
        Some(Batch::TooLong) => Err(CommandError::failed("the heading of the answers is too long")),
        None => Err(CommandError::failed("the answers have no heading")
            .hint("the first line of CSV names the columns")),
    }
}

/// Finds the definition: a file by its path, else a built-in one, else one of the user's own.
fn definition(name: &str, cli: &Cli) -> Result<Arc<Questionnaire>, CommandError> {
    let path = Path::new(name);
    let is_path = path.components().count() > 1
        || path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let id = QuestionnaireId::new(name);
    let built_in = Catalogue::new(Vec::new());
    if !is_path && built_in.is_built_in(&id) {
        return installed(&built_in, &id);
    }
    let own = data_folder(cli.data_dir.as_deref()).ok().map(|folder| folder.join("questionnaires"));
    let own = own.map_or(Ok(Vec::new()), |folder: PathBuf| read_definitions(&folder))?;
    let catalogue = Catalogue::new(own);
    if !is_path {
        return installed(&catalogue, &id);
    }
    let source = read_definition(path)?;
    let checked = check_source(&source, &catalogue);
    match checked.questionnaire {
        Some(ref questionnaire) if !checked.has_errors() => Ok(Arc::new(questionnaire.clone())),
        _ => {
            let list =
                checked.diagnostics.iter().map(|found| source.render(found, false)).collect();
            Err(CommandError::listed(format!("the definition `{name}` has mistakes"), list))
        }
    }
}

fn unreadable(error: io::Error) -> CommandError {
    CommandError::failed("cannot read the answers").because(error)
}

fn print(bytes: &[u8]) -> Result<(), CommandError> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => error.into(),
        _ => CommandError::failed("cannot write the scores").because(error),
    })
}
