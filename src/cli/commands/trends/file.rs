//! `checkin trends --file`: the same judgement for scores from a CSV file; the history is not touched.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use crate::cli::error::CommandError;
use crate::cli::input::read_text;
use crate::cli::workspace::Workspace;
use crate::language::message;
use crate::questionnaire::{Better, nearest};
use crate::render::series_json::{self, NamedSeries};
use crate::render::text::{printable, wrapping};
use crate::report::Telling;
use crate::scoring::shown;
use crate::trend::constants::S0;
use crate::trend::{Entry, Judged, Row, Setup, judge};

/// How to read a file of scores.
#[derive(Debug, Args)]
pub(super) struct FileArgs {
    /// Analyse a CSV file with a `date` column and score columns (- for standard input)
    #[arg(long, value_name = "FILE", conflicts_with_all = ["scores", "last", "since", "until", "view", "browse"])]
    pub(super) file: Option<PathBuf>,

    /// Column to analyse (default: all but `date`)
    #[arg(long, value_name = "NAME", requires = "file")]
    column: Vec<String>,

    /// Items of the score, each with five options; sets the smallest spread
    #[arg(long, value_name = "N", default_value_t = 4, requires = "file", value_parser = crate::cli::argument::number::<1, 500>)]
    items: u32,

    /// Lowest and highest possible score
    #[arg(long, num_args = 2, value_parser = crate::cli::argument::decimal, value_names = ["MIN", "MAX"], allow_negative_numbers = true, default_values_t = [0.0, 100.0], requires = "file")]
    range: Vec<f64>,

    /// Series that are judged together
    #[arg(long, value_name = "M", default_value_t = 1, requires = "file", value_parser = crate::cli::argument::number::<1, 500>)]
    series: u32,

    /// Spread of one person's scores to begin with, in points of 0 to 100
    #[arg(long, value_name = "POINTS", value_parser = crate::cli::argument::decimal, default_value_t = S0, requires = "file")]
    prior_spread: f64,
}

/// Analyses a file of scores.
pub(super) fn trends_of_file(
    path: &Path,
    args: &FileArgs,
    as_json: bool,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let [low, high] = args.range.as_slice() else {
        return Err(CommandError::usage(message!("range-takes-two")));
    };
    if !(low.is_finite() && high.is_finite() && low < high) {
        return Err(CommandError::usage(message!(
            "range-is-empty",
            low = low.to_string(),
            high = high.to_string()
        ))
        .hint(message!("lowest-first")));
    }
    if !(args.prior_spread.is_finite() && args.prior_spread > 0.0) {
        return Err(CommandError::usage(message!("prior-spread-above-0")));
    }
    let text = read_text(path, 64 * 1024 * 1024)?;
    let table = Table::read(&text, &args.column, (*low, *high))
        .map_err(|problem| problem.of(&path.display().to_string()))?;
    let setup = Setup {
        smallest_spread: 100.0 / (4.0 * f64::from(args.items)),
        prior_spread: args.prior_spread,
        together: args.series,
    };
    let judged: Vec<(String, Judged)> =
        table.series.into_iter().map(|(name, entries)| (name, judge(&entries, setup))).collect();
    let series: Vec<NamedSeries<'_>> =
        judged.iter().map(|(name, judged)| NamedSeries { name, judged }).collect();
    if as_json {
        let text = series_json::to_text(&series)
            .map_err(|error| CommandError::failed(message!("cannot-write-json")).because(error))?;
        return workspace.terminal.print(&text);
    }
    let width = workspace.layout().sentence_width();
    workspace.terminal.print_lines(&in_words(&series, width))
}

/// Reads the series of a file, in no build but that of the fuzz targets.
#[cfg(fuzzing)]
pub(super) fn read_table(text: &str) {
    let _ = Table::read(text, &[], (0.0, 100.0)).map_err(|problem| problem.of("a file"));
}

/// The series of a file by column, in the order of the columns.
struct Table {
    series: Vec<(String, Vec<Entry>)>,
}

/// What is wrong with a file.
struct Problem {
    list: Vec<String>,
    message: String,
    hint: Option<String>,
}

impl Problem {
    fn new(message: impl Into<String>) -> Self {
        Self { list: Vec::new(), message: message.into(), hint: None }
    }

    fn of(self, name: &str) -> CommandError {
        let list = self.list.iter().map(|line| format!("{}:{}", printable(name), printable(line)));
        let error = CommandError::listed(
            message!("problem-of-file", name = name, problem = self.message),
            list.collect(),
        );
        match self.hint {
            Some(hint) => error.hint(hint),
            None => error,
        }
    }
}

impl Table {
    fn read(text: &str, columns: &[String], range: (f64, f64)) -> Result<Self, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let unreadable =
            |error: csv::Error| Problem::new(message!("not-csv", cause = error.to_string()));
        let heads = reader.headers().map_err(unreadable)?.clone();
        let date = date_column(&heads)?;
        let chosen = chosen(&heads, date, columns)?;
        let mut values: Vec<BTreeMap<NaiveDate, f64>> = vec![BTreeMap::new(); chosen.len()];
        let mut wrong = Vec::new();
        for record in reader.records() {
            let record = record.map_err(unreadable)?;
            let line = record.position().map_or(0, csv::Position::line);
            let day = record.get(date).unwrap_or_default();
            if record.iter().all(str::is_empty) {
                continue;
            }
            if record.len() != heads.len() {
                let problem =
                    message!("cells-and-heads", cells = record.len(), heads = heads.len());
                wrong.push(format!("{line}: {problem}"));
                continue;
            }
            let Ok(day) = day.parse::<NaiveDate>() else {
                wrong.push(format!("{line}: {}", message!("not-a-day", text = day)));
                continue;
            };
            for (place, column) in chosen.iter().enumerate() {
                match score(record.get(*column).unwrap_or_default(), range) {
                    Ok(Some(score)) => {
                        values[place].insert(day, score);
                    }
                    Ok(None) => {}
                    Err(problem) => wrong.push(format!("{line}: `{}`: {problem}", &heads[*column])),
                }
            }
        }
        if !wrong.is_empty() {
            let message = message!("lines-unusable");
            let hint = message!("columns-range-decimals");
            wrong.truncate(50);
            return Err(Problem { list: wrong, message, hint: Some(hint) });
        }
        let entries = |values: BTreeMap<NaiveDate, f64>| {
            let entry = |(date, score)| Entry { date, score, starts_afresh: false };
            values.into_iter().map(entry).collect()
        };
        let names = chosen.iter().map(|column| heads[*column].to_owned());
        Ok(Self { series: names.zip(values.into_iter().map(entries)).collect() })
    }
}

/// Returns the place of the `date` column.
fn date_column(heads: &csv::StringRecord) -> Result<usize, Problem> {
    let is_date = |head: &str| head.eq_ignore_ascii_case("date");
    heads.iter().position(is_date).ok_or_else(|| Problem {
        hint: Some(if heads.len() == 1 && heads[0].contains([';', '\t']) {
            message!("write-commas")
        } else {
            message!("first-line-names-columns")
        }),
        ..Problem::new(message!("no-date-column"))
    })
}

/// Returns the places of the columns to analyse.
fn chosen(
    heads: &csv::StringRecord,
    date: usize,
    columns: &[String],
) -> Result<Vec<usize>, Problem> {
    if columns.is_empty() {
        let all: Vec<usize> = (0..heads.len()).filter(|column| *column != date).collect();
        return if all.is_empty() {
            Err(Problem::new(message!("no-score-column")))
        } else {
            Ok(all)
        };
    }
    let find = |name: &String| {
        heads.iter().position(|head| head == name).ok_or_else(|| Problem {
            hint: nearest(name, heads.iter()).map(|near| message!("did-you-mean", near = near)),
            ..Problem::new(message!("no-such-column", name = name.as_str()))
        })
    };
    columns.iter().map(find).collect()
}

/// Returns a cell's score on 0 to 100; `None` for an empty cell.
fn score(cell: &str, (low, high): (f64, f64)) -> Result<Option<f64>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let value: f64 = cell.parse().map_err(|_| message!("not-a-number", text = cell))?;
    if !(low..=high).contains(&value) {
        let (low, high) = (low.to_string(), high.to_string());
        return Err(message!("outside-possible-range", text = cell, low = low, high = high));
    }
    Ok(Some((value - low) / (high - low) * 100.0))
}

fn in_words(series: &[NamedSeries<'_>], width: usize) -> String {
    let mut text = String::new();
    for NamedSeries { name, judged } in series {
        let _ = writeln!(text, "{}", message!("scores-on-0-to-100", name = printable(name)));
        for row in &judged.rows {
            let range = row.figures.as_ref().map_or_else(String::new, |figures| {
                let (low, high) = figures.range;
                message!("range", low = shown(low), high = shown(high))
            });
            let confirmed = if row.confirmed {
                format!(", {}", message!("confirmed-mark"))
            } else {
                String::new()
            };
            let verdict = telling(judged, row).brief(row);
            let _ = writeln!(
                text,
                "{}  {:>5}  {range:<14}  {verdict}{confirmed}",
                row.date,
                shown(row.score)
            );
        }
        let Some(last) = judged.rows.last() else {
            let _ = writeln!(text, "{}\n", message!("no-scores-in-column"));
            continue;
        };
        let telling = telling(judged, last);
        let shifts = judged.shifts.iter().map(|shift| telling.shift(shift));
        let last_words = format!("{}: {}", last.date, telling.sentences(last).join(" "));
        for sentence in shifts.chain([last_words]).chain(telling.drift(&last.drift)) {
            let _ = writeln!(text, "{}", textwrap::fill(&sentence, wrapping(width)));
        }
        text.push('\n');
    }
    text
}

/// Returns what the sentences for a row need. Which direction is good is not known of a file.
fn telling(judged: &Judged, row: &Row) -> Telling {
    let since = judged.rows[row.segment_start].date;
    let together = judged.together;
    Telling { better: Better::Neither, together, range: (0.0, 100.0), since }
}
