//! Definitions: from the text of a TOML file to a checked [`Questionnaire`].
//!
//! Owns the format, its rules and its error messages. Must not read files: it takes text and a
//! path for display.

mod id;
mod model;

pub use id::{ItemId, QuestionnaireId, ScoreId};
pub use model::{
    Band, Basis, Better, Condition, Example, Expectation, FORMAT, Group, Item, ItemKind, Limit,
    Method, Missing, Need, Origin, Part, Provenance, Questionnaire, Range, Reliability,
    ResponseOption, Score, TScore, Test,
};
