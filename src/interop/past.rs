//! Old check-ins or scores in a table: which column is what, and what each row says.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};

use super::sheet::{Sheet, separated, separator};
use super::text::plain;
use crate::checkin::{
    Answer, Private, Response, ResponseProblem, Responses, Untrusted, check_responses, is_asked,
};
use crate::questionnaire::{Item, ItemId, ItemKind, Questionnaire, Score, ScoreId};
use crate::scoring::{Attained, attained, score_range};

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// The day that a row is about.
    Date,
    /// Answers to an item.
    Item(ItemId),
    /// Values of a score.
    Score(ScoreId),
    /// Something that is not taken.
    Left,
}

/// A row that can be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct PastRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// The day.
    pub date: NaiveDate,
    /// What the row says.
    pub content: PastContent,
    /// Scores that stand beside answers; what the answers give is kept.
    pub beside: BTreeMap<ScoreId, Private<f64>>,
    /// Scores that answers to all items do not give, and those to some of them may.
    pub doubtful: Vec<ScoreId>,
}

/// What a row says of a day.
#[derive(Clone, Debug, PartialEq)]
pub enum PastContent {
    /// Answers, from which the definition computes the scores.
    Answers(Responses),
    /// Scores alone.
    Scores(BTreeMap<ScoreId, Private<f64>>),
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum RowProblem {
    /// No column was said to hold the date.
    #[error("no column holds the date")]
    NoDateColumn,
    /// The row has no date.
    #[error("`{column}` is empty")]
    NoDate {
        /// The column of the date.
        column: String,
    },
    /// The date is written otherwise.
    #[error("the date in `{column}` is not of the form {format}; `--date-format` gives another")]
    DateForm {
        /// The column of the date.
        column: String,
        /// The form that was asked for.
        format: String,
    },
    /// The date lies before 1900.
    #[error(
        "the date in `{column}` is before 1900; `--date-format` with %y reads years of two digits"
    )]
    Early {
        /// The column of the date.
        column: String,
    },
    /// A cell is no answer to its item.
    #[error("`{column}` holds no answer to `{item}`")]
    NoAnswer {
        /// The column.
        column: String,
        /// The item.
        item: ItemId,
    },
    /// A cell is no value of its score.
    #[error("`{column}` holds no value of `{score}`, which goes from {from} to {to}")]
    NoValue {
        /// The column.
        column: String,
        /// The score.
        score: ScoreId,
        /// Its lowest value.
        from: f64,
        /// Its highest value.
        to: f64,
    },
    /// A number is written with a comma.
    #[error("`{column}` holds a number with a comma; decimals are written with a point")]
    Comma {
        /// The column.
        column: String,
    },
    /// A value of a score cannot come from answers.
    #[error(
        "`{column}` holds a value of `{score}` that no answers give; a raw sum may have to be converted first"
    )]
    Never {
        /// The column.
        column: String,
        /// The score.
        score: ScoreId,
    },
    /// The row has more or fewer cells than the heading: which of them is missing or too much is not known.
    #[error(
        "the row has {cells} cells, and the heading {columns}; decimals are written with a point, texts with commas in quotes"
    )]
    Cells {
        /// The cells.
        cells: usize,
        /// The columns of the heading.
        columns: usize,
    },
    /// The answers do not fit the questionnaire.
    #[error(transparent)]
    Answer(#[from] ResponseProblem),
}

/// A table of old check-ins.
#[derive(Debug)]
pub struct PastTable {
    sheet: Sheet,
}

impl PastTable {
    /// Reads a table with a heading; the separator is the one that the heading has most of.
    pub fn read(text: &str) -> Result<Self, String> {
        let text = text.trim_start_matches('\u{feff}');
        let sheet = Sheet::new(separated(text, separator(text))?)?;
        let twice = |(place, name): (usize, &String)| {
            (!name.is_empty() && sheet.columns[..place].contains(name)).then(|| plain(name))
        };
        if let Some(name) = sheet.columns.iter().enumerate().find_map(twice) {
            return Err(format!("two columns are named `{name}`"));
        }
        if sheet.rows.is_empty() {
            return Err("the file has no row below its heading".into());
        }
        Ok(Self { sheet })
    }

    /// Returns the names of the columns, in lower case.
    pub fn columns(&self) -> &[String] {
        &self.sheet.columns
    }

    /// Returns how many rows there are.
    pub fn len(&self) -> usize {
        self.sheet.rows.len()
    }

    /// Returns whether there is no row; a table that was read has one.
    pub fn is_empty(&self) -> bool {
        self.sheet.rows.is_empty()
    }

    /// Reads the rows under a mapping. Rows in which nothing is given are passed over. A row's answers are taken
    /// where it has any, since scores can be computed from them; its scores otherwise.
    ///
    /// Fails with everything that is wrong, each with its line.
    pub fn rows(
        &self,
        columns: &BTreeMap<String, Column>,
        format: &str,
        questionnaire: &Questionnaire,
    ) -> Result<Vec<PastRow>, Vec<(u64, RowProblem)>> {
        let reader = Rows { columns, questionnaire, format };
        let mut rows = Vec::new();
        let mut problems = Vec::new();
        for row in &self.sheet.rows {
            if let Some(cells) = row.misfit {
                let columns = self.sheet.columns.len();
                problems.push((row.line, RowProblem::Cells { cells, columns }));
                continue;
            }
            let cell = |column: &str| row.cell(column);
            let content = match (reader.answers(&cell), reader.scores(&cell)) {
                (Ok(None), Ok(None)) => continue,
                (Ok(Some(answers)), Ok(beside)) => {
                    Ok((PastContent::Answers(answers), beside.unwrap_or_default()))
                }
                (Ok(None), Ok(Some(scores))) => Ok((PastContent::Scores(scores), BTreeMap::new())),
                (answers, scores) => {
                    let wrong = [answers.err(), scores.err()].into_iter().flatten().flatten();
                    Err(wrong.collect::<Vec<_>>())
                }
            };
            match (reader.date(&cell), content) {
                (Ok(date), Ok((content, beside))) => {
                    let doubtful = reader.doubtful(&cell, &content);
                    rows.push(PastRow { line: row.line, date, content, beside, doubtful });
                }
                (date, content) => {
                    let wrong = date.err().into_iter().chain(content.err().into_iter().flatten());
                    problems.extend(wrong.map(|problem| (row.line, problem)));
                }
            }
        }
        if problems.is_empty() { Ok(rows) } else { Err(problems) }
    }
}

/// Returns what a column holds by its name: the date, an item or a score of the questionnaire.
pub fn column_by_name(name: &str, questionnaire: &Questionnaire) -> Option<Column> {
    if matches!(name, "date" | "day") {
        return Some(Column::Date);
    }
    let item = questionnaire.items.iter().find(|item| {
        item.id.as_str() == name || is_own(item, questionnaire) && item.id.local() == name
    });
    if let Some(item) = item {
        return Some(Column::Item(item.id.clone()));
    }
    let score = questionnaire.scores.iter().find(|score| {
        score.id.as_str() == name
            || score.id.questionnaire() == questionnaire.id.as_str() && score.id.local() == name
    });
    score.map(|score| Column::Score(score.id.clone()))
}

fn is_own(item: &Item, questionnaire: &Questionnaire) -> bool {
    item.id.questionnaire() == questionnaire.id.as_str()
}

struct Rows<'a> {
    columns: &'a BTreeMap<String, Column>,
    questionnaire: &'a Questionnaire,
    format: &'a str,
}

impl Rows<'_> {
    fn date<'r>(&self, cell: &impl Fn(&str) -> Option<&'r str>) -> Result<NaiveDate, RowProblem> {
        let column = self.columns.iter().find(|(_, column)| **column == Column::Date);
        let Some((name, _)) = column else { return Err(RowProblem::NoDateColumn) };
        let column = || name.clone();
        let text = cell(name).ok_or_else(|| RowProblem::NoDate { column: column() })?;
        let date = NaiveDate::parse_from_str(text, self.format)
            .map_err(|_| RowProblem::DateForm { column: column(), format: self.format.into() })?;
        if date.year() < 1900 {
            return Err(RowProblem::Early { column: column() });
        }
        Ok(date)
    }

    /// Returns the answers of a row, skipped where nothing is given; `None` if nothing is.
    fn answers<'r>(
        &self,
        cell: &impl Fn(&str) -> Option<&'r str>,
    ) -> Result<Option<Responses>, Vec<RowProblem>> {
        let mut given = Responses::new();
        let mut problems = Vec::new();
        for (name, column) in self.columns {
            let Column::Item(id) = column else { continue };
            let (Some(item), Some(text)) = (self.questionnaire.item(id), cell(name)) else {
                continue;
            };
            match response(text, item) {
                Some(response) => drop(given.insert(id.clone(), response)),
                None => {
                    problems.push(if has_comma(text) {
                        RowProblem::Comma { column: name.clone() }
                    } else {
                        RowProblem::NoAnswer { column: name.clone(), item: id.clone() }
                    });
                }
            }
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        if given.is_empty() {
            return Ok(None);
        }
        for item in self.questionnaire.items.iter().filter(|item| !item.optional) {
            if !given.contains_key(&item.id) && is_asked(item, self.questionnaire, &given) {
                given.insert(item.id.clone(), Response::Skipped);
            }
        }
        let wrong = check_responses(self.questionnaire, &given);
        if wrong.is_empty() {
            Ok(Some(given))
        } else {
            Err(wrong.into_iter().map(RowProblem::Answer).collect())
        }
    }

    /// Looks whether answers can give a value, as far as its decimals go.
    fn attained(&self, score: &Score, (value, text): (f64, &str)) -> Attained {
        let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let tolerance = 0.5 * 0.1_f64.powi(i32::try_from(decimals).unwrap_or(i32::MAX));
        attained(self.questionnaire, score, (value, tolerance))
    }

    /// Returns the scores kept by themselves that only answers to some of the items may give.
    fn doubtful<'r>(
        &self,
        cell: &impl Fn(&str) -> Option<&'r str>,
        content: &PastContent,
    ) -> Vec<ScoreId> {
        let PastContent::Scores(scores) = content else { return Vec::new() };
        let is_doubtful = |(name, id): &(&String, &ScoreId)| {
            let score = self.questionnaire.score(id);
            score.zip(scores.get(*id)).zip(cell(name)).is_some_and(|((score, value), text)| {
                self.attained(score, (value.0, text)) == Attained::OnlyWithMissing
            })
        };
        let of_scores = self.columns.iter().filter_map(|(name, column)| match column {
            Column::Score(id) => Some((name, id)),
            _ => None,
        });
        of_scores.filter(is_doubtful).map(|(_, id)| id.clone()).collect()
    }

    fn scores<'r>(
        &self,
        cell: &impl Fn(&str) -> Option<&'r str>,
    ) -> Result<Option<BTreeMap<ScoreId, Private<f64>>>, Vec<RowProblem>> {
        let mut scores = BTreeMap::new();
        let mut problems = Vec::new();
        for (name, column) in self.columns {
            let Column::Score(id) = column else { continue };
            let (Some(score), Some(text)) = (self.questionnaire.score(id), cell(name)) else {
                continue;
            };
            let range = score_range(self.questionnaire, score);
            let value = text.parse::<f64>().ok();
            match value.filter(|value| (range.from..=range.to).contains(value)) {
                None if has_comma(text) => {
                    problems.push(RowProblem::Comma { column: name.clone() });
                }
                None => problems.push(RowProblem::NoValue {
                    column: name.clone(),
                    score: id.clone(),
                    from: range.from,
                    to: range.to,
                }),
                Some(value) if self.attained(score, (value, text)) == Attained::Never => {
                    problems.push(RowProblem::Never { column: name.clone(), score: id.clone() });
                }
                Some(value) => drop(scores.insert(id.clone(), Private(value))),
            }
        }
        match (problems.is_empty(), scores.is_empty()) {
            (false, _) => Err(problems),
            (true, true) => Ok(None),
            (true, false) => Ok(Some(scores)),
        }
    }
}

/// Returns whether a text is a number but for a comma where the point is.
fn has_comma(text: &str) -> bool {
    text.contains(',') && text.replacen(',', ".", 1).parse::<f64>().is_ok()
}

/// Reads an answer as tables write it: a value, a label, yes or no, a word for none.
fn response(text: &str, item: &Item) -> Option<Response> {
    match text.to_lowercase().as_str() {
        "skipped" => return Some(Response::Skipped),
        "not_applicable" => return Some(Response::NotApplicable),
        _ => {}
    }
    match &item.kind {
        ItemKind::Scale { options } => {
            let number: Option<f64> = text.parse().ok();
            let fits = |value: f64, label: &str| {
                number.is_some_and(|number| (number - value).abs() < 1e-9)
                    || plain(label).eq_ignore_ascii_case(text)
            };
            let option = options.iter().find(|option| fits(option.value, &option.label))?;
            Some(Response::number(option.value))
        }
        ItemKind::Number { .. } => text.parse().ok().map(Response::number),
        ItemKind::YesNo => match text.to_lowercase().as_str() {
            "yes" | "true" | "1" => Some(Response::yes_no(true)),
            "no" | "false" | "0" => Some(Response::yes_no(false)),
            _ => None,
        },
        ItemKind::Text => Some(Response::Answered(Answer::Text(Untrusted::new(text)))),
        ItemKind::Many { .. } => None,
    }
}
