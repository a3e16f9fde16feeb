//! Owns the reading of one row: its id, and its answers by the rules for CSV, whatever the types of the columns.

use std::fmt::Write as _;

use arrow_array::cast::AsArray as _;
use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::DataType;

use super::super::row::{Column, response, unreadable};
use super::super::{Problem, joined, line};
use crate::checkin::Response;
use crate::scoring::{Plan, Sheet};

/// A cell that is null has no text.
const FORMAT: FormatOptions<'static> = FormatOptions::new();

/// The rows of a table.
pub(in super::super) struct Rows<'t> {
    columns: Vec<(Column, Cells<'t>)>,
    /// The id of the row that was read last, as JSON text.
    id: String,
    cell: String,
}

/// The cells of a column.
enum Cells<'t> {
    Numbers(Float64Array),
    YesNo(&'t BooleanArray),
    /// Days and points in time, which need no second look.
    Times,
    /// No cell holds anything.
    Nothing,
    /// Everything else, by its text.
    Texts(ArrayFormatter<'t>, &'t ArrayRef),
    /// Of a type that has no text.
    Unreadable(&'t ArrayRef),
}

impl<'t> Rows<'t> {
    pub(super) fn new(columns: &[Column], arrays: &'t [ArrayRef]) -> Self {
        let cells =
            |(column, array): (&Column, &'t ArrayRef)| (*column, Cells::new(*column, array));
        let columns = columns.iter().zip(arrays).map(cells).collect();
        Self { columns, id: String::new(), cell: String::new() }
    }

    /// Fills `sheet` from a row and returns the row's id as JSON text: a number where ids are whole
    /// numbers, else text.
    pub(in super::super) fn read(
        &mut self,
        row: usize,
        plan: &Plan,
        sheet: &mut Sheet,
    ) -> Result<&str, Problem> {
        plan.clear(sheet);
        let Self { columns, id, cell } = self;
        id.clear();
        id.push_str("null");
        let mut problems = Vec::new();
        for (column, cells) in columns {
            match column {
                Column::Id => cells.id(row, cell, id),
                Column::Date if cells.is_date(row, cell) => {}
                Column::Date => problems.push(line::NO_DATE.to_owned()),
                Column::Item(place) => match cells.response(row, cell) {
                    Ok(response) => sheet.responses[*place] = response,
                    Err(()) => problems.push(unreadable(plan, *place)),
                },
            }
        }
        if problems.is_empty() {
            return Ok(id);
        }
        Err(Problem { id: id.clone(), text: joined(&problems) })
    }
}

impl<'t> Cells<'t> {
    fn new(column: Column, array: &'t ArrayRef) -> Self {
        let of = array.data_type();
        match column {
            _ if *of == DataType::Null => Self::Nothing,
            Column::Item(_) if of.is_numeric() => match arrow_cast::cast(array, &DataType::Float64)
            {
                Ok(numbers) => Self::Numbers(numbers.as_primitive::<Float64Type>().clone()),
                Err(_) => Self::Unreadable(array),
            },
            Column::Item(_) if *of == DataType::Boolean => Self::YesNo(array.as_boolean()),
            Column::Date if is_time(of) => Self::Times,
            _ => match ArrayFormatter::try_new(array, &FORMAT) {
                Ok(texts) => Self::Texts(texts, array),
                Err(_) => Self::Unreadable(array),
            },
        }
    }

    fn response(&self, row: usize, cell: &mut String) -> Result<Option<Response>, ()> {
        match self {
            Self::Numbers(numbers) if numbers.is_null(row) => Ok(None),
            Self::Numbers(numbers) => {
                let number = numbers.value(row);
                if number.is_finite() { Ok(Some(Response::number(number))) } else { Err(()) }
            }
            Self::YesNo(answers) => {
                Ok(answers.is_valid(row).then(|| Response::yes_no(answers.value(row))))
            }
            Self::Times => Err(()),
            Self::Nothing => Ok(None),
            Self::Texts(..) | Self::Unreadable(_) => match self.text(row, cell)? {
                Some(text) => response(text.trim()),
                None => Ok(None),
            },
        }
    }

    fn is_date(&self, row: usize, cell: &mut String) -> bool {
        match self {
            Self::Times | Self::Nothing => true,
            _ => match self.text(row, cell) {
                Ok(text) => text.is_none_or(|text| text.is_empty() || line::is_date(text)),
                Err(()) => false,
            },
        }
    }

    fn id(&self, row: usize, cell: &mut String, id: &mut String) {
        let Self::Texts(_, array) = self else { return };
        if let Ok(Some(text)) = self.text(row, cell) {
            id.clear();
            if array.data_type().is_integer() {
                id.push_str(text);
            } else {
                id.push_str(&serde_json::Value::from(text).to_string());
            }
        }
    }

    /// Returns the text of a cell; `None` where it is null.
    fn text<'c>(&self, row: usize, cell: &'c mut String) -> Result<Option<&'c str>, ()> {
        let (Self::Texts(_, array) | Self::Unreadable(array)) = self else { return Err(()) };
        if array.is_null(row) {
            return Ok(None);
        }
        let Self::Texts(texts, _) = self else { return Err(()) };
        cell.clear();
        write!(cell, "{}", texts.value(row)).map_err(|_| ())?;
        Ok(Some(cell))
    }
}

fn is_time(of: &DataType) -> bool {
    matches!(of, DataType::Date32 | DataType::Date64 | DataType::Timestamp(..))
}
