//! `checkin history import`: old check-ins or scores from a table, marked as imported.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use chrono::{NaiveDate, NaiveTime};
use clap::Args;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::checkin::{Moment, Private, Responses};
use crate::cli::error::CommandError;
use crate::cli::input::read_text;
use crate::cli::outcome::print_json;
use crate::cli::sitting::{empty, kept_definition, stored_score};
use crate::cli::workspace::Workspace;
use crate::files::create_private_folder;
use crate::history::{Answered, CheckIn, Content, HistoryError, Imported, RecordId, StoredScore};
use crate::interop::{Column, PastContent, PastRow, PastTable, column_by_name};
use crate::questionnaire::{Basis, Questionnaire, QuestionnaireId, ScoreId};
use crate::render::text::printable;
use crate::report::wording::counted;
use crate::scoring::score;

/// Bring old check-ins or scores from a CSV file into the history
///
/// Columns are known by their names: `date`, items, scores. Where a file has answers, the scores are
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
    map: Vec<String>,

    /// Form of the dates: %Y year, %m month, %d day
    #[arg(long, value_name = "FORM", default_value = "%Y-%m-%d")]
    date_format: String,

    /// Import without asking
    #[arg(long)]
    yes: bool,

    /// Print what was imported as JSON
    #[arg(long)]
    json: bool,
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
    let refused = |error: CommandError| error.hint("nothing was imported");
    let table = PastTable::read(&read_text(&args.file, 16 * 1024 * 1024)?).map_err(|reason| {
        refused(CommandError::failed(format!("`{name}` cannot be read as a table")).cause(reason))
    })?;
    let columns = mapping(args, &table, &questionnaire, workspace)?;
    let rows = table.rows(&columns, &args.date_format, &questionnaire).map_err(|problems| {
        let most = 50;
        let more = problems.len().saturating_sub(most);
        let mut list: Vec<String> =
            problems.iter().take(most).map(|problem| printable(problem).into_owned()).collect();
        if more > 0 {
            list.push(format!("and {more} more"));
        }
        refused(CommandError::listed(format!("`{name}` has rows that do not fit"), list))
    })?;
    let today = workspace.today();
    if let Some(row) = rows.iter().find(|row| row.date > today) {
        let message = format!("line {}: `{}` is in the future", row.line, row.date);
        return Err(refused(CommandError::failed(message)));
    }
    keep(args, &rows, &questionnaire, workspace)
}

/// Returns what each column holds: as given, by its name, or as the person says.
fn mapping(
    args: &ImportArgs,
    table: &PastTable,
    questionnaire: &Questionnaire,
    workspace: &Workspace,
) -> Result<BTreeMap<String, Column>, CommandError> {
    let mut columns = BTreeMap::new();
    for given in &args.map {
        let (name, target) = given.rsplit_once('=').ok_or_else(|| {
            CommandError::usage(format!("`{given}` is not of the form COLUMN=TARGET"))
        })?;
        let name = name.trim().to_lowercase();
        if !table.columns().contains(&name) {
            return Err(CommandError::usage(format!("there is no column `{name}`"))
                .hint(format!("the columns are {}", listed(table))));
        }
        columns.insert(name, target_of(target.trim(), questionnaire)?);
    }
    let asks = !args.yes && !args.json && workspace.terminal.has_person();
    for name in table.columns() {
        if columns.contains_key(name) {
            continue;
        }
        let column = match column_by_name(name, questionnaire) {
            Some(column) => column,
            None if asks => {
                let question = format!(
                    "What does `{}` hold? An item, a score, date, or - for nothing",
                    printable(name)
                );
                target_of(workspace.terminal.ask_line(&question, "-")?.trim(), questionnaire)?
            }
            None => Column::Left,
        };
        columns.insert(name.clone(), column);
    }
    let of = |wanted: fn(&Column) -> bool| columns.values().filter(|column| wanted(column)).count();
    if of(|column| *column == Column::Date) != 1 {
        return Err(CommandError::failed("one column must hold the date")
            .hint(format!("`--map COLUMN=date` names it; the columns are {}", listed(table))));
    }
    if of(|column| matches!(column, Column::Item(_) | Column::Score(_))) == 0 {
        let id = &questionnaire.id;
        return Err(CommandError::failed(format!("no column is an item or a score of `{id}`"))
            .hint(format!("`--map COLUMN=ITEM` names one; the columns are {}", listed(table))));
    }
    Ok(columns)
}

fn listed(table: &PastTable) -> String {
    table.columns().iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn target_of(target: &str, questionnaire: &Questionnaire) -> Result<Column, CommandError> {
    if target == "-" {
        return Ok(Column::Left);
    }
    column_by_name(target, questionnaire).ok_or_else(|| {
        let id = &questionnaire.id;
        CommandError::usage(format!("`{target}` is neither an item nor a score of `{id}`"))
            .hint(format!("`checkin questionnaires show {id}` lists both"))
    })
}

fn keep(
    args: &ImportArgs,
    rows: &[PastRow],
    questionnaire: &Questionnaire,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let mut records = Vec::new();
    let (mut known, mut erased) = (0, 0);
    for row in rows {
        let (id, check_in) = record(row, questionnaire, workspace)?;
        let found = if workspace.store.exists() {
            workspace.store.record(id).map(drop)
        } else {
            Err(HistoryError::NoRecord)
        };
        match found {
            Ok(()) => known += 1,
            Err(HistoryError::Deleted { .. }) => erased += 1,
            Err(HistoryError::NoRecord) if records.iter().any(|(other, _)| *other == id) => {
                known += 1;
            }
            Err(HistoryError::NoRecord) => records.push((id, Content::CheckIn(check_in))),
            Err(other) => return Err(other.into()),
        }
    }
    let scores_only = rows.iter().any(|row| matches!(row.content, PastContent::Scores(_)));
    let what = if scores_only { "with scores alone" } else { "with answers" };
    let mut words =
        format!("{} {what} of {}", counted(records.len(), "check-in"), questionnaire.id);
    if known > 0 {
        let _ = write!(words, "; {known} there already");
    }
    if erased > 0 {
        let _ = write!(words, "; {erased} deleted before, left out");
    }
    if !args.yes && !records.is_empty() {
        let hint = "`--yes` imports without asking";
        let agreed = workspace
            .terminal
            .confirm(&format!("Import {words}?"), true)
            .map_err(|error| error.hint(hint))?;
        if !agreed {
            return Err(CommandError::failed("nothing was imported"));
        }
    }
    if !records.is_empty() {
        create_private_folder(workspace.folder())
            .map_err(|error| CommandError::failed("cannot make the data folder").because(error))?;
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
            "scores_only": scores_only,
        });
        return print_json(&report, workspace);
    }
    workspace.terminal.say(&format!("Imported: {words}."));
    Ok(())
}

/// Makes the record of a row. Its id comes from what the row says, so that it is kept once; its
/// moment is noon of its day, because nobody knows when it was answered.
fn record(
    row: &PastRow,
    questionnaire: &Questionnaire,
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
    .map_err(|error| CommandError::failed("a row cannot be written").because(error))?;
    let digest = Sha256::digest(&said);
    let mut random = [0; 10];
    random.copy_from_slice(&digest[..10]);
    let check_in = CheckIn {
        moment: Moment::new(instant.fixed_offset(), "UTC+00:00"),
        date: row.date,
        week: week(row.date, workspace),
        late: false,
        answered: Answered { responses, ..empty(questionnaire) },
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
