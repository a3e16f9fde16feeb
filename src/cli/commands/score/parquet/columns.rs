//! Owns the columns of scores: what they are called, their types, and how scores get into them.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use super::super::output::plain;
use crate::scoring::{Plan, Scored};

/// Which columns there are: `id`, `error`, then seven a score, named like those of CSV. Questionnaire
/// and version are in the path of the file.
#[derive(Clone, Debug)]
pub(in super::super) struct Layout {
    pub(super) schema: SchemaRef,
}

/// What the columns of a score are called behind its id, and their types.
const PARTS: [(&str, DataType); 7] = [
    ("value", DataType::Float64),
    ("raw", DataType::Float64),
    ("answered", DataType::UInt32),
    ("of", DataType::UInt32),
    ("band", DataType::Utf8),
    ("t_score", DataType::Float64),
    ("reason", DataType::Utf8),
];

impl Layout {
    /// Makes the columns for the scores of a questionnaire; ids that have no type are text.
    pub(in super::super) fn new(plan: &Plan, ids: Option<&DataType>) -> Self {
        let ids = ids.unwrap_or(&DataType::Utf8).clone();
        let mut fields =
            vec![Field::new("id", ids, true), Field::new("error", DataType::Utf8, true)];
        for score in &plan.questionnaire().scores {
            let field =
                |(part, of): (&str, DataType)| Field::new(format!("{}.{part}", score.id), of, true);
            fields.extend(PARTS.map(field));
        }
        Self { schema: Arc::new(Schema::new(fields)) }
    }

    /// Makes empty columns.
    pub(in super::super) fn columns(&self, plan: &Plan) -> Columns {
        let score = |score: &crate::questionnaire::Score| ScoreColumns {
            labels: score.bands.iter().map(|band| band.label.clone()).collect(),
            ..ScoreColumns::default()
        };
        Columns {
            schema: self.schema.clone(),
            ids: StringBuilder::new(),
            errors: StringBuilder::new(),
            scores: plan.questionnaire().scores.iter().map(score).collect(),
        }
    }
}

/// Columns of scores on their way to a data set.
pub(in super::super) struct Columns {
    schema: SchemaRef,
    /// Of answers that are lines; those of a table come back as they are.
    ids: StringBuilder,
    errors: StringBuilder,
    scores: Vec<ScoreColumns>,
}

/// The columns of one score.
#[derive(Default)]
struct ScoreColumns {
    /// The bands' labels.
    labels: Vec<String>,
    value: Float64Builder,
    raw: Float64Builder,
    answered: UInt32Builder,
    of: UInt32Builder,
    band: StringBuilder,
    t_score: Float64Builder,
    reason: StringBuilder,
}

impl Columns {
    /// Adds the scores of one check-in; `id` is JSON text.
    pub(in super::super) fn scored(&mut self, id: &str, scored: &[Scored]) {
        self.id(id);
        self.errors.append_null();
        for (columns, scored) in self.scores.iter_mut().zip(scored) {
            columns.add(scored);
        }
    }

    /// Adds what is wrong with a check-in, in its place; `id` is JSON text.
    pub(in super::super) fn failed(&mut self, id: &str, problem: &str) {
        self.id(id);
        self.errors.append_value(problem);
        self.scores.iter_mut().for_each(ScoreColumns::add_nothing);
    }

    /// Returns the rows that were added since it was last asked, with these ids where they have their own type.
    pub(in super::super) fn take(&mut self, ids: Option<ArrayRef>) -> RecordBatch {
        let own: ArrayRef = Arc::new(self.ids.finish());
        let mut columns = vec![ids.unwrap_or(own), Arc::new(self.errors.finish()) as ArrayRef];
        columns.extend(self.scores.iter_mut().flat_map(ScoreColumns::take));
        RecordBatch::try_new(self.schema.clone(), columns).expect(
            "every row adds a cell to every column, and ids have the type that was found first",
        )
    }

    fn id(&mut self, id: &str) {
        match id {
            "null" => self.ids.append_null(),
            id => self.ids.append_value(plain(id)),
        }
    }
}

impl ScoreColumns {
    fn add(&mut self, Scored { tally, outcome }: &Scored) {
        let value = outcome.as_ref().ok();
        self.value.append_option(value.map(|value| value.value.0));
        self.raw.append_option(value.map(|value| value.raw.0));
        self.answered.append_value(tally.answered);
        self.of.append_value(tally.of);
        let band = value.and_then(|value| value.band);
        self.band.append_option(band.and_then(|band| self.labels.get(band)));
        self.t_score.append_option(value.and_then(|value| Some(value.t_score.as_ref()?.0)));
        self.reason.append_option(outcome.as_ref().err().map(ToString::to_string));
    }

    fn add_nothing(&mut self) {
        self.value.append_null();
        self.raw.append_null();
        self.answered.append_null();
        self.of.append_null();
        self.band.append_null();
        self.t_score.append_null();
        self.reason.append_null();
    }

    /// Returns the columns in the order of [`PARTS`].
    fn take(&mut self) -> [ArrayRef; 7] {
        [
            Arc::new(self.value.finish()),
            Arc::new(self.raw.finish()),
            Arc::new(self.answered.finish()),
            Arc::new(self.of.finish()),
            Arc::new(self.band.finish()),
            Arc::new(self.t_score.finish()),
            Arc::new(self.reason.finish()),
        ]
    }
}
