//! Opens the parsers of the command line to the fuzz targets: each takes what anybody may have written, and
//! has to end without a panic. In no build but that of the targets.

use std::ffi::OsString;
use std::path::Path;

use clap::Parser as _;

use super::answer_file::AnswerFile;
use super::args::Cli;
use super::clock::Clock;
use super::due::Due;
use super::input::read_value;
use super::settings::Settings;
use crate::questionnaire::{Catalogue, QuestionnaireId};

pub use super::commands::score::fuzzing::score_lines;
pub use super::commands::trends::fuzzing::read_series;

/// Reads a file of answers to the weekly check-in.
pub fn read_answers(text: &str) {
    let catalogue = Catalogue::new(Vec::new());
    let load = |id: &str| catalogue.load(&QuestionnaireId::new(id)).expect("it is built in");
    if let Ok(value) = read_value(Path::new("answers"), text) {
        let _ = AnswerFile::check(&value, &load("weekly"), &load("context"));
    }
}

/// Reads the settings in a folder, sets one value anew, and reads what was written.
pub fn read_settings(folder: &Path) {
    let Ok(mut settings) = Settings::read(folder) else { return };
    settings.set("weekday", "monday").expect("the value is right");
    settings.write(folder).expect("what was read can be written");
    let again = Settings::read(folder).expect("what was written can be read");
    assert_eq!(again.value("weekday"), settings.value("weekday"));
}

/// Reads the file that tells when a check-in is due.
pub fn read_due(folder: &Path) {
    let _ = Due::read(folder);
}

/// Reads a command line, and the instant that stands for now.
pub fn read_arguments(words: &[OsString], now: &str) {
    let _ = Cli::try_parse_from(words);
    let _ = Clock::read(Some(now));
}
