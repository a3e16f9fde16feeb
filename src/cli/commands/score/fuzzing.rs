//! Opens the readers of answers to their fuzz target.

use super::line;
use super::ordinary::Ordinary;
use super::row::{Heading, Rows};
use crate::questionnaire::{Catalogue, QuestionnaireId};
use crate::scoring::{Plan, Sheet};

/// Reads lines of JSON, and rows of CSV under the heading in the first line, as `score` does.
pub fn score_lines(bytes: &[u8]) {
    let weekly = Catalogue::new(Vec::new()).load(&QuestionnaireId::new("weekly"));
    let weekly = weekly.expect("it is built in");
    let plan = Plan::new(&weekly);
    let ordinary = Ordinary::new(&plan);
    let mut sheet = Sheet::default();
    let mut rows = None;
    for (place, bytes) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line::read(bytes, &ordinary, &plan, &mut sheet).is_ok() {
            line::problems(&plan, &sheet);
        }
        if place == 0 {
            rows = Heading::read(bytes, &plan).ok().map(Rows::new);
        } else if let Some(rows) = &mut rows
            && rows.read(bytes, &plan, &mut sheet).is_ok()
        {
            line::problems(&plan, &sheet);
        }
    }
}
