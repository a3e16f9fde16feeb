//! Owns telling the foreign formats apart by what is in a file, and handing it to its reader.

use super::fhir::{Outcome, Wanted, read_fhir};
use super::finding::Code;
use super::form::Reading;
use super::json::read_json;
use super::sheet::separator;
use super::{limesurvey, openscales, redcap, xlsform};

/// A foreign format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// FHIR Questionnaire, JSON.
    Fhir,
    /// OpenScales definition, JSON.
    OpenScales,
    /// REDCap data dictionary, CSV.
    RedCap,
    /// XLSForm, a workbook or CSV.
    XlsForm,
    /// LimeSurvey, tab-separated.
    LimeSurvey,
}

/// Reads a file of any known format; `choices` is the second sheet of an XLSForm kept as CSV.
pub fn read_foreign(
    bytes: &[u8],
    choices: Option<&[u8]>,
    format: Option<Foreign>,
    wanted: Wanted<'_>,
) -> Outcome {
    let refused = |code: Code, reason: String| Outcome::Read(Reading::refused(code, reason));
    // A workbook is a ZIP archive.
    if bytes.starts_with(b"PK\x03\x04") {
        return match format {
            None | Some(Foreign::XlsForm) => Outcome::Read(xlsform::read_workbook(bytes, wanted)),
            Some(_) => refused(Code::Type, "the file is a workbook or archive".into()),
        };
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}'),
        Err(error) => {
            let at = error.valid_up_to();
            let reason = format!("the file is not UTF-8 text, from byte {at} on; save it as UTF-8");
            return refused(Code::Json, reason);
        }
    };
    let choices = choices.map(String::from_utf8_lossy);
    match format.or_else(|| tell(text)) {
        Some(Foreign::RedCap) => redcap::read(text, wanted),
        Some(Foreign::LimeSurvey) => Outcome::Read(limesurvey::read(text, wanted)),
        Some(Foreign::XlsForm) => Outcome::Read(xlsform::read_csv(text, choices.as_deref(), wanted)),
        Some(of_json) => match read_json(text) {
            Ok(value) if of_json == Foreign::OpenScales => Outcome::Read(openscales::read(&value, wanted)),
            Ok(value) => read_fhir(&value, wanted),
            Err(problem) => refused(Code::Json, problem.to_string()),
        },
        None => refused(
            Code::Type,
            "the format is not recognised; `--from` names one of fhir, openscales, redcap, xlsform, limesurvey".into(),
        ),
    }
}

/// Tells a format by its first signs; what looks like JSON is FHIR unless it names a scale.
fn tell(text: &str) -> Option<Foreign> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        let names_scale = start.contains("\"scale_info\"") && !start.contains("\"resourceType\"");
        return Some(if names_scale { Foreign::OpenScales } else { Foreign::Fhir });
    }
    let first = start.lines().next().unwrap_or_default();
    let cells = |separator: char| -> Vec<String> {
        let cell = |cell: &str| cell.trim().trim_matches('"').to_lowercase();
        first.split(separator).map(cell).collect()
    };
    let has = |cells: &[String], name: &str| cells.iter().any(|cell| cell == name);
    let tabs = cells('\t');
    if has(&tabs, "class") && has(&tabs, "name") {
        return Some(Foreign::LimeSurvey);
    }
    let cells = cells(char::from(separator(start)));
    if has(&cells, "variable / field name") || has(&cells, "field_name") {
        return Some(Foreign::RedCap);
    }
    let is_sheet = has(&cells, "type") && has(&cells, "name");
    (is_sheet || has(&cells, "survey")).then_some(Foreign::XlsForm)
}
