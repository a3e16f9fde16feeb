//! Foreign formats: text in, model out; one file or folder a format.
//!
//! Pure: must not read files, open the network or run anything that a file holds.

mod compose;
mod fhir;
mod finding;
mod foreign;
mod form;
mod join;
mod json;
mod limesurvey;
mod missing;
mod openscales;
mod past;
mod recognise;
mod redcap;
mod sheet;
#[cfg(test)]
mod tests;
mod text;
mod workbook;
mod xlsform;

pub use compose::{ComposeProblem, Composed, Plan, compose};
pub use fhir::{Candidate, Outcome, Wanted, read_fhir};
pub use finding::{Code, Finding};
pub use foreign::{Foreign, read_foreign};
pub use form::{Form, FormItem, FormKind, FormOption, Proposal, Reading};
pub use join::{JoinProblem, Joined, join};
pub(crate) use json::Strict;
pub use json::{JsonProblem, LARGEST, read_json};
pub use past::{Column, PastContent, PastRow, PastTable, RowProblem, column_by_name};
pub use recognise::known_keys;
pub(crate) use text::slug;
