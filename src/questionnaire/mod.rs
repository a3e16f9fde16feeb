//! Definitions: from the text of a TOML file to a checked [`Questionnaire`].
//!
//! Owns the format, its rules and its error messages. Must not read files: it takes text and a
//! path for display.

mod anchors;
mod canonical;
mod catalogue;
mod changed;
mod decode;
mod diagnostic;
mod id;
mod key;
mod key_problem;
mod model;
mod nearest;
mod outline;
mod score;
mod signs;
mod translation;
mod translations;
mod validate;
mod wording;

pub use anchors::{Anchors, Direction, Misplaced};
pub(crate) use canonical::nfc;
pub use canonical::{canonical, canonical_hash, definition_hash, from_canonical, hex};
pub use catalogue::{Catalogue, Checked};
pub use changed::changed_without_version;
pub(crate) use decode::fields::{Fields, LABEL, wrong_type};
pub(crate) use decode::is_name;
pub(crate) use decode::syntax::report as report_syntax;
pub use diagnostic::{Diagnostic, Severity, Source};
pub use id::{ItemId, QuestionnaireId, ScoreId};
pub use key::{Key, KeyChoice, KeyItem, KeyQuestion, KeyScale, Wording, value_name};
pub use key_problem::KeyProblem;
pub use model::{
    Condition, Example, Expectation, FORMAT, Item, ItemKind, Limit, Origin, Part, Provenance,
    Questionnaire, ResponseOption, Test,
};
pub use nearest::nearest;
pub use outline::{Outline, OutlineItem, OutlineOption, OutlineScale};
pub use score::{
    Band, Basis, Better, Group, Method, Missing, Need, Range, Reliability, Score, TScore,
};
pub use signs::printable;
pub(crate) use signs::{first_hostile, is_hostile, without_marks};
pub use wording::{WordingFile, WordingProblem, read_wording};
