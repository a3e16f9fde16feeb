//! Opens the readers of answers to their fuzz target.

use super::line;
use super::ordinary::Ordinary;
use super::row::{Heading, Rows};
use crate::questionnaire::{Catalogue, QuestionnaireId};
use crate::scoring::{Plan, Sheet};

/// Reads lines of JSON, and rows of CSV under the heading in the first line, as `score` does. What came before a
/// row must not tell in how it is read.
pub fn score_lines(bytes: &[u8]) {
    let weekly = Catalogue::new(Vec::new()).load(&QuestionnaireId::new("weekly"));
    let weekly = weekly.expect("it is built in");
    let plan = Plan::new(&weekly);
    let ordinary = Ordinary::new(&plan);
    let mut sheet = Sheet::default();
    let mut rows: Option<(Heading, Rows)> = None;
    for (place, bytes) in bytes.split(|byte| *byte == b'\n').enumerate() {
        if line::read(bytes, &ordinary, &plan, &mut sheet).is_ok() {
            line::problems(&plan, &sheet);
        }
        if place == 0 {
            let heading = Heading::read(bytes, &plan).ok();
            rows = heading.map(|heading| (heading.clone(), Rows::new(heading)));
        } else if let Some((heading, rows)) = &mut rows {
            let mut alone = Sheet::default();
            let mut first = Rows::new(heading.clone());
            let read = rows.read(bytes, &plan, &mut sheet);
            assert_eq!(read, first.read(bytes, &plan, &mut alone));
            if read.is_ok() {
                assert_eq!(sheet.responses, alone.responses);
                line::problems(&plan, &sheet);
            }
        }
    }
}
