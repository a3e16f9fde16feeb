//! `checkin history import`: old check-ins or scores from a table, marked as imported.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::format::{Item, StrftimeItems};
use chrono::{NaiveDate, NaiveTime};
use clap::Args;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::columns::{left, mapping};
use crate::checkin::{Moment, Private, Responses};
use crate::cli::error::CommandError;
use crate::cli::input::read_text;
use crate::cli::outcome::print_json;
use crate::cli::sitting::{kept_definition, nothing_answered, stored_score};
use crate::cli::words::of_row;
use crate::cli::workspace::Workspace;
use crate::files::create_private_folder;
use crate::history::{
    Answered, CheckIn, Content, HistoryError, Imported, Query, RecordId, StoredScore,
};
use crate::interop::{PastContent, PastRow, PastTable, RowProblem};
use crate::language::message;
use crate::questionnaire::{Basis, Questionnaire, QuestionnaireId, ScoreId};
use crate::render::text::printable;
use crate::scoring::score;

/// Bring old check-ins or scores from a CSV file into the history
///
/// Columns are known by their names: `date`, items, scores. Where a row has answers, the scores are
/// computed; where it has scores alone, they are kept as they are. Both are marked as imported.
/// Importing the same file again changes nothing.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin history import old.csv --questionnaire who-5\n  checkin history import scores.csv --map 'total=support.support' --map 'when=date' --map 'notes=-' --yes\n  checkin history import old.csv --date-format %d.%m.%Y"
)]
pub(crate) struct ImportArgs {
    /// CSV file with a heading (- for standard input)
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Questionnaire that was answered (default: that of the weekly check-in)
    #[arg(long, value_name = "ID")]
    questionnaire: Option<String>,

    /// What a column holds: `date`, an item, a score, or `-` for nothing
    #[arg(long, value_name = "COLUMN=TARGET")]
    pub(super) map: Vec<String>,

    /// Form of the dates: %Y year, %m month, %d day
    #[arg(long, value_name = "FORM", default_value = "%Y-%m-%d")]
    date_format: String,

    /// Add rows of a day that has another check-in of the questionnaire, as a second one
    #[arg(long)]
    same_day: bool,

    /// Import without asking
    #[arg(long)]
    pub(super) yes: bool,

    /// Print what was imported as JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// Imports a table.
pub(crate) fn import(args: &ImportArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let id = match &args.questionnaire {
        Some(id) => QuestionnaireId::new(id.as_str()),
        None => workspace.settings.questionnaire.clone(),
    };
    let questionnaire = workspace.questionnaire(&id)?;
    workspace.refuse_silent_change(&questionnaire)?;
    let name = args.file.display().to_string();
    check_format(&args.date_format)?;
    let table = PastTable::read(&read_text(&args.file, 16 * 1024 * 1024)?).map_err(|reason| {
        let message = message!("file-not-table", name = name.as_str());
        CommandError::failed(message).cause(reason).hint(message!("nothing-was-imported"))
    })?;
    let columns = mapping(args, &table, &questionnaire, workspace)?;
    let rows = table.rows(&columns, &args.date_format, &questionnaire).map_err(|problems| {
        let told: Vec<String> =
            problems.iter().map(|(line, problem)| safe(*line, problem)).collect();
        not_fitting(&name, &told)
    })?;
    let today = workspace.today();
    let early = rows.iter().filter(|row| row.date > today).map(|row| {
        let (line, date) = (row.line.to_string(), row.date.to_string());
        message!("row-in-future", line = line, date = date)
    });
    let early: Vec<String> = early.collect();
    if !early.is_empty() {
        return Err(not_fitting(&name, &early));
    }
    let left: Vec<String> = left(&columns, args).map(|name| printable(name).into_owned()).collect();
    if !left.is_empty() && !args.json {
        let list = left.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        workspace.terminal.say(&message!("columns-left", columns = list));
    }
    keep(args, &rows, (&questionnaire, &left), workspace)
}

/// Refuses a table whose rows do not fit, with as many of them as a person reads.
fn not_fitting(name: &str, told: &[String]) -> CommandError {
    let most = 50;
    let mut list: Vec<String> = told.iter().take(most).cloned().collect();
    if told.len() > most {
        list.push(message!("and-more", count = told.len() - most));
    }
    CommandError::listed(message!("rows-do-not-fit", name = name), list)
        .hint(message!("nothing-was-imported"))
}

/// Tells what is wrong with a row, safe to print.
fn safe(line: u64, problem: &RowProblem) -> String {
    printable(&of_row(line, problem)).into_owned()
}

/// Holds the form of the dates to one that tells a day, before any row is blamed.
fn check_format(format: &str) -> Result<(), CommandError> {
    let day = NaiveDate::from_ymd_opt(2026, 9, 4).unwrap_or_default();
    let tells_a_day = || {
        if StrftimeItems::new(format).any(|part| part == Item::Error) {
            return false;
        }
        let mut text = String::new();
        let written = write!(text, "{}", day.and_time(NaiveTime::MIN).and_utc().format(format));
        written.is_ok() && NaiveDate::parse_from_str(&text, format) == Ok(day)
    };
    if tells_a_day() {
        return Ok(());
    }
    Err(CommandError::usage(message!("date-format-tells-no-day", format = format))
        .hint(message!("date-format-signs")))
}

/// What becomes of the rows of a table.
#[derive(Default)]
struct Sorted {
    records: Vec<(RecordId, Content)>,
    /// Those that are there already.
    known: usize,
    /// Those that were deleted before.
    erased: usize,
    /// Those of a day that has another check-in, which are left out.
    second: usize,
    /// What is to be said of single rows.
    said: Vec<String>,
}

fn sorted(
    args: &ImportArgs,
    rows: &[PastRow],
    questionnaire: &Questionnaire,
    workspace: &Workspace,
) -> Result<Sorted, CommandError> {
    let mut sorted = Sorted::default();
    let mut days = days_of(&questionnaire.id, workspace)?;
    let unanswered = nothing_answered(&kept_definition(questionnaire));
    for row in rows {
        let (id, check_in) = record(row, (questionnaire, &unanswered), workspace)?;
        sorted.said.extend(other_scores(row, &check_in));
        sorted.said.extend(row.doubtful.iter().map(|id| {
            format!(
                "line {}: `{id}` is a value that answers to all items do not give; it is kept, since some may have been missing",
                row.line
            )
        }));
        match kept(id, workspace) {
            Ok(()) => sorted.known += 1,
            Err(HistoryError::Deleted { .. }) => sorted.erased += 1,
            Err(HistoryError::NoRecord) if sorted.records.iter().any(|(other, _)| *other == id) => {
                sorted.known += 1;
            }
            Err(HistoryError::NoRecord) if !args.same_day && !days.insert(row.date) => {
                sorted.second += 1;
                sorted.said.push(format!(
                    "line {}: {} has another check-in of `{}` already; left out",
                    row.line, row.date, questionnaire.id
                ));
            }
            Err(HistoryError::NoRecord) => sorted.records.push((id, Content::CheckIn(check_in))),
            Err(other) => return Err(other.into()),
        }
    }
    Ok(sorted)
}

/// Returns the days that have a check-in of a questionnaire.
fn days_of(
    id: &QuestionnaireId,
    workspace: &Workspace,
) -> Result<BTreeSet<NaiveDate>, CommandError> {
    if !workspace.store.exists() {
        return Ok(BTreeSet::new());
    }
    let query = Query { questionnaire: Some(id.clone()), ..Query::default() };
    let check_ins = workspace.store.check_in_scores(&query, &[])?;
    Ok(check_ins.into_iter().map(|check_in| check_in.content.date).collect())
}

fn keep(
    args: &ImportArgs,
    rows: &[PastRow],
    (questionnaire, left): (&Questionnaire, &[String]),
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let Sorted { records, known, erased, second, said } =
        workspace.store.in_one_state(|| sorted(args, rows, questionnaire, workspace))?;
    if !args.json {
        for line in &said {
            workspace.terminal.say(line);
        }
    }
    if second > 0 {
        workspace.terminal.say(
            "To replace a check-in by a corrected row, delete it (`checkin history delete DAY`) and import again; `--same-day` adds a second one.",
        );
    }
    let alone = rows.iter().filter(|row| matches!(row.content, PastContent::Scores(_))).count();
    let mut words = told((records.len(), alone), rows.len(), (known, erased), questionnaire);
    if second > 0 {
        let _ = write!(words, "; {second} of a day that has another, left out");
    }
    if !args.yes && !records.is_empty() {
        agree(&words, workspace)?;
    }
    if !records.is_empty() {
        create_private_folder(workspace.folder()).map_err(|error| {
            CommandError::failed(message!("cannot-make-data-folder")).because(error)
        })?;
        workspace.store.append_all(&records, &[kept_definition(questionnaire)])?;
        workspace.refresh_due();
    }
    if args.json {
        let report = json!({
            "format": crate::render::json::JSON_FORMAT,
            "questionnaire": questionnaire.id,
            "imported": records.len(),
            "known": known,
            "deleted": erased,
            "same_day": second,
            "scores_only": alone > 0 && alone == rows.len(),
            "with_scores_alone": alone,
            "left": left,
            "differing": said,
        });
        return print_json(&report, workspace);
    }
    workspace.terminal.say(&message!("imported-done", what = words));
    Ok(())
}

/// Tells what an import brings: new check-ins, with scores alone among all rows, those known and those erased.
fn told(
    (count, alone): (usize, usize),
    rows: usize,
    (known, erased): (usize, usize),
    questionnaire: &Questionnaire,
) -> String {
    let of = questionnaire.id.as_str();
    let mut words = match alone {
        0 => message!("imported-with-answers", count = count, questionnaire = of),
        all if all == rows => {
            message!("imported-with-scores", count = count, questionnaire = of)
        }
        some => message!("imported-with-both", count = count, alone = some, questionnaire = of),
    };
    if known > 0 {
        let _ = write!(words, "; {}", message!("imported-known", count = known));
    }
    if erased > 0 {
        let _ = write!(words, "; {}", message!("imported-erased", count = erased));
    }
    words
}

/// Looks whether a record is there already, or was.
fn kept(id: RecordId, workspace: &Workspace) -> Result<(), HistoryError> {
    if workspace.store.exists() {
        workspace.store.record(id).map(drop)
    } else {
        Err(HistoryError::NoRecord)
    }
}

/// Asks whether to import, where somebody can be asked.
fn agree(words: &str, workspace: &Workspace) -> Result<(), CommandError> {
    if !workspace.terminal.has_person() {
        return Err(CommandError::failed(message!("import-to-confirm", what = words))
            .hint(message!("yes-imports")));
    }
    if workspace.terminal.confirm(&message!("import-question", what = words), true)? {
        return Ok(());
    }
    Err(CommandError::failed(message!("nothing-was-imported")))
}

/// Tells the scores that stand beside a row's answers and are not what these give. Values are not printed.
fn other_scores(row: &PastRow, check_in: &CheckIn) -> Vec<String> {
    let is_other = |(id, given): &(&ScoreId, &Private<f64>)| {
        let kept = check_in.scores.get(*id).and_then(|kept| kept.value.as_ref());
        // A file may hold rounded values.
        kept.is_none_or(|kept| (kept.0 - given.0).abs() > 0.051)
    };
    let others = row.beside.iter().filter(is_other);
    let told = others.map(|(id, _)| {
        message!("score-differs-in-file", line = row.line.to_string(), score = id.as_str())
    });
    told.collect()
}

/// Makes the record of a row. Its id comes from what the row says, so that it is kept once; its
/// moment is noon of its day, because nobody knows when it was answered.
fn record(
    row: &PastRow,
    (questionnaire, unanswered): (&Questionnaire, &Answered),
    workspace: &Workspace,
) -> Result<(RecordId, CheckIn), CommandError> {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    let instant = row.date.and_time(noon).and_utc();
    let (responses, scores, imported) = match &row.content {
        PastContent::Answers(responses) => {
            let scores = score(questionnaire, responses).into_iter().map(stored_score).collect();
            (responses.clone(), scores, Imported::Answers)
        }
        PastContent::Scores(values) => {
            (Responses::new(), stored(values, questionnaire), Imported::Scores)
        }
    };
    let said = serde_json::to_vec(&(
        &questionnaire.id,
        &questionnaire.version,
        row.date,
        &responses,
        matches!(imported, Imported::Scores).then_some(&scores),
    ))
    .map_err(|error| CommandError::failed(message!("row-unwritable")).because(error))?;
    let digest = Sha256::digest(&said);
    let mut random = [0; 10];
    random.copy_from_slice(&digest[..10]);
    let check_in = CheckIn {
        moment: Moment::new(instant.fixed_offset(), "UTC+00:00"),
        date: row.date,
        week: week(row.date, workspace),
        late: false,
        answered: Answered { responses, ..unanswered.clone() },
        imported: Some(imported),
        seed: None,
        item_notes: BTreeMap::new(),
        note: None,
        context: None,
        scores,
    };
    Ok((RecordId::new(instant, &random), check_in))
}

fn week(date: NaiveDate, workspace: &Workspace) -> NaiveDate {
    workspace.settings.week_start().week_of(date)
}

/// Keeps each score as it is given; how many items were answered is not known.
fn stored(
    values: &BTreeMap<ScoreId, Private<f64>>,
    questionnaire: &Questionnaire,
) -> BTreeMap<ScoreId, StoredScore> {
    let stored = questionnaire.scores.iter().map(|score| {
        let of = match &score.basis {
            Basis::Items { items, .. } => items.len(),
            Basis::Scores { scores, .. } => scores.len(),
        };
        let value = values.get(&score.id).cloned();
        let reason = value.is_none().then(|| "not in the imported file".to_owned());
        let of = u32::try_from(of).unwrap_or(u32::MAX);
        (score.id.clone(), StoredScore { value, reason, answered: 0, of })
    });
    stored.collect()
}
