//! `checkin score`: a filter, answers in and scores out. It touches no history and needs no data
//! folder; the rules are those of a check-in.

mod batches;
#[cfg(fuzzing)]
pub(in crate::cli) mod fuzzing;
mod known;
mod line;
mod ordinary;
mod output;
#[cfg(feature = "parquet")]
mod parquet;
mod row;
mod scorer;
mod streams;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::questionnaires::check::check_source;
use crate::cli::args::Cli;
use crate::cli::error::CommandError;
use crate::cli::workspace::{data_folder, installed, read_definition, read_definitions};
use crate::questionnaire::{Catalogue, Questionnaire, QuestionnaireId};
use crate::scoring::Plan;
use batches::in_order;
use row::Rows;
use scorer::{Scorer, Tally};
use streams::{Sink, Source};
use writer::{Shape, Writer};

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

    /// File of answers, or a folder of Parquet files (default: standard input)
    #[arg(long, short, value_name = "FILE")]
    input: Option<PathBuf>,

    /// Folder for a data set of scores in Parquet; other forms go to standard output
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,

    /// Form of the answers (default: by the ending of --input, else ndjson)
    #[arg(long, value_enum, value_name = "FORM")]
    from: Option<Form>,

    /// Form of the scores (default: parquet with --output, else that of the answers)
    #[arg(long, value_enum, value_name = "FORM")]
    to: Option<Form>,

    /// Threads that score (default: one a core)
    #[arg(long, value_name = "N", value_parser = crate::cli::argument::number::<1, 256>)]
    threads: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// One JSON object a line
    Ndjson,
    /// A heading, then a row for each set of answers; an empty cell is no answer
    Csv,
    /// Parquet, from --input and to --output, in builds with the feature parquet
    Parquet,
}

impl ScoreArgs {
    /// Returns the form of the answers: a folder holds Parquet, a file what its ending says.
    fn from(&self) -> Form {
        let guessed = || {
            let path = self.input.as_deref()?;
            let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
            match ending.to_str() {
                Some("parquet") => Some(Form::Parquet),
                _ if path.is_dir() => Some(Form::Parquet),
                Some("csv") => Some(Form::Csv),
                _ => None,
            }
        };
        self.from.or_else(guessed).unwrap_or(Form::Ndjson)
    }

    /// Returns the form of the scores.
    fn to(&self) -> Form {
        let guessed = || if self.output.is_some() { Form::Parquet } else { self.from() };
        self.to.unwrap_or_else(guessed)
    }
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

/// Scores what the options name.
pub(crate) fn score(args: &ScoreArgs, cli: &Cli) -> Result<(), CommandError> {
    let questionnaire = definition(&args.questionnaire, cli)?;
    let plan = Plan::new(&questionnaire);
    let mut source = Source::open(args, &plan)?;
    let heading = source.heading().cloned();
    let shape = Shape::of(args, &plan, &source)?;
    let mut sink = Sink::open(args, &plan, &shape)?;
    let cores = || std::thread::available_parallelism().map_or(1, usize::from);
    let threads = args.threads.and_then(|count| usize::try_from(count).ok()).unwrap_or_else(cores);
    let mut tally = Tally::default();
    in_order(
        threads,
        || Scorer::new(&plan, Writer::new(&shape, &plan), heading.clone().map(Rows::new)),
        |scorer| source.next(&mut scorer.batch),
        Scorer::score,
        |scorer| {
            tally.add(scorer.tally);
            sink.put(&scorer.out)
        },
    )?;
    sink.finish()?;
    tally.judge(if args.from() == Form::Parquet { "row" } else { "line" })
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
