//! Owns what is shown once a check-in is finished, and the JSON of a check-in.

use std::sync::Arc;

use chrono::NaiveDate;
use semver::Version;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::commands::resources;
use super::error::CommandError;
use super::look_back::Selection;
use super::workspace::Workspace;
use crate::checkin::Response;
use crate::guidance::{Chosen, Moved, PromptKind, Prompts, Side};
use crate::history::{CheckIn, CheckInSummary, Kept, RecordId, StoredScore};
use crate::language::message;
use crate::questionnaire::{Better, Group, Item, Questionnaire, QuestionnaireId};
use crate::render::{json, text};
use crate::report::{Material, Report, levels, look_back, moved, wording::day};
use crate::scoring::{band_of, score_range, shown};

/// Strain from here on shows the support resources: the upper third of 0 to 100, as shown
/// (design of the built-in content; orientation, not a norm).
const STRAIN_FOR_RESOURCES: &str = "66.7";

/// How many weeks the look back at the end of a check-in covers.
const WEEKS: u32 = 12;

/// Writes down when the next check-in is due, and shows the result of a finished one: table, words, one
/// suggestion, resources where strain is high. Returns all suggestions that fit.
pub(crate) fn show(
    kept: &Kept<CheckIn>,
    workspace: &Workspace,
) -> Result<Vec<Chosen>, CommandError> {
    let check_in = &kept.content;
    let (definition, material) = workspace.store.in_one_state(|| {
        workspace.refresh_due();
        told_and_looked_back(kept, workspace)
    })?;
    let Some(material) = material else {
        if wants_resources(check_in, &definition) {
            workspace.terminal.print_lines(&resources::for_settings(workspace))?;
        }
        return Ok(Vec::new());
    };
    let report = look_back(&material);
    let options = workspace.layout();
    let bytes =
        text::render(&report, &options).map_err(|error| CommandError::failed(error.to_string()))?;
    let mut words = String::from_utf8_lossy(&bytes).into_owned();
    let suggestions = suggestions(check_in, &report);
    if let Some(Chosen { reason, text, .. }) = suggestions.first() {
        words.push('\n');
        let suggestion =
            message!("something-small", reason = reason.as_str(), suggestion = text.as_str());
        words.push_str(&textwrap::fill(&suggestion, text::wrapping(options.sentence_width())));
        words.push('\n');
    }
    workspace.terminal.print(&words)?;
    if wants_resources(check_in, &definition) || strain_rose(&report) {
        let resources = resources::for_settings(workspace);
        workspace.terminal.print_lines(&format!("\n{resources}"))?;
    }
    Ok(suggestions)
}

/// Says that a check-in is kept, and reads what its result is shown with; nothing where it has no scores.
fn told_and_looked_back(
    kept: &Kept<CheckIn>,
    workspace: &Workspace,
) -> Result<(Arc<Questionnaire>, Option<Material>), CommandError> {
    let check_in = &kept.content;
    let definition = workspace.definition(&check_in.answered.definition)?;
    let id = kept.id.short();
    let title = workspace.title(&definition)?;
    let told = message!("kept-check-in", title = title, day = day(check_in.date), id = id);
    workspace.terminal.say(&format!("{told}\n"));
    let scores = check_in.scores.keys().cloned().collect::<Vec<_>>();
    if scores.is_empty() {
        return Ok((definition, None));
    }
    let period = workspace.last_weeks(WEEKS);
    Ok((definition, Some(workspace.material(&Selection { period, scores })?)))
}

/// How many suggestions are offered as a step.
const SUGGESTIONS: usize = 3;

/// Suggestions for something small to do, each with its reason, what stands out most first.
fn suggestions(check_in: &CheckIn, report: &Report) -> Vec<Chosen> {
    let week = chrono::Datelike::num_days_from_ce(&check_in.week) / 7;
    let turn = usize::try_from(week).unwrap_or(0);
    Prompts::in_language().choose(
        PromptKind::Suggestion,
        &levels(&report.sections),
        turn,
        SUGGESTIONS,
    )
}

/// Returns whether a strain score is told to be clearly higher.
fn strain_rose(report: &Report) -> bool {
    let strain = report.sections.iter().filter(|section| section.group == Group::Strain);
    let risen = Some(Moved { to: Side::High, is_clear: true });
    strain
        .flat_map(|section| &section.scores)
        .any(|line| line.judgement.as_ref().and_then(|told| moved(&told.row)) == risen)
}

/// Returns whether the answer to `item` meets its `support_if`.
pub(crate) fn asks_for_support(item: &Item, response: Option<&Response>) -> bool {
    let number = || response?.answer()?.as_number();
    item.support_if.is_some_and(|limit| number().is_some_and(|value| limit.is_met_by(value)))
}

/// Returns whether an answer asks for the support resources, or strain is high.
fn wants_resources(check_in: &CheckIn, definition: &Questionnaire) -> bool {
    let responses = &check_in.answered.responses;
    if definition.items.iter().any(|item| asks_for_support(item, responses.get(&item.id))) {
        return true;
    }
    let threshold: f64 = STRAIN_FOR_RESOURCES.parse().unwrap_or(f64::INFINITY);
    definition
        .scores
        .iter()
        .filter(|score| score.group == Group::Strain && score.better == Better::Lower)
        .filter_map(|score| {
            let value = check_in.scores.get(&score.id)?.value.as_ref()?.0;
            let range = score_range(definition, score);
            let percent = (value - range.from) / (range.to - range.from) * 100.0;
            shown(percent).parse::<f64>().ok()
        })
        .any(|percent| percent >= threshold)
}

/// Prints a value as JSON.
pub(crate) fn print_json(value: &Value, workspace: &Workspace) -> Result<(), CommandError> {
    workspace.terminal.print(&to_text(value)?)
}

/// Prints values as a JSON array, one element a line.
pub(crate) fn print_list<T: Serialize>(
    values: impl Iterator<Item = T>,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let text = json::list_to_text(values)
        .map_err(|error| CommandError::failed(message!("cannot-write-json")).because(error))?;
    workspace.terminal.print(&text)
}

fn to_text(value: &Value) -> Result<String, CommandError> {
    json::to_text(value)
        .map_err(|error| CommandError::failed(message!("cannot-write-json")).because(error))
}

/// Returns a check-in without its responses and notes.
pub(crate) fn summary(kept: &Kept<CheckIn>) -> Kept<CheckInSummary> {
    let check_in = &kept.content;
    let content = CheckInSummary {
        moment: check_in.moment.clone(),
        date: check_in.date,
        week: check_in.week,
        late: check_in.late,
        questionnaire: check_in.answered.questionnaire.clone(),
        version: check_in.answered.version.clone(),
        definition: check_in.answered.definition.clone(),
        noted: check_in.note.is_some() || !check_in.item_notes.is_empty(),
        scores: check_in.scores.clone(),
    };
    Kept { id: kept.id, sequence: kept.sequence, edits: kept.edits, content }
}

/// Writes down when the next check-in is due, and returns a finished one as the JSON of `history list`,
/// with its line break.
pub(crate) fn json(kept: &Kept<CheckIn>, workspace: &Workspace) -> Result<String, CommandError> {
    workspace.refresh_due();
    let definition = workspace.definition(&kept.content.answered.definition)?;
    to_text(&summary_json(&summary(kept), &definition)?)
}

/// A check-in as JSON: `{format, id, date, week, questionnaire, version, late, edited, scores}`.
///
/// Written straight from the records, because a list can have thousands.
#[derive(Serialize)]
pub(crate) struct SummaryJson<'a> {
    format: u32,
    id: RecordId,
    date: NaiveDate,
    week: NaiveDate,
    questionnaire: &'a QuestionnaireId,
    version: &'a Version,
    late: bool,
    edited: bool,
    scores: ScoresJson<'a>,
}

struct ScoresJson<'a> {
    definition: &'a Questionnaire,
    check_in: &'a CheckInSummary,
}

/// A score with a value: the band is `null` where there is none.
#[derive(Serialize)]
struct ValueJson<'a> {
    value: f64,
    answered: u32,
    of: u32,
    band: Option<&'a str>,
}

/// A score without a value.
#[derive(Serialize)]
struct NoValueJson<'a> {
    value: Option<f64>,
    reason: Option<&'a str>,
    answered: u32,
    of: u32,
}

impl<'a> SummaryJson<'a> {
    /// Takes the summary of a check-in and the definition it was made with.
    pub(crate) fn new(kept: &'a Kept<CheckInSummary>, definition: &'a Questionnaire) -> Self {
        let check_in = &kept.content;
        Self {
            format: json::JSON_FORMAT,
            id: kept.id,
            date: check_in.date,
            week: check_in.week,
            questionnaire: &check_in.questionnaire,
            version: &check_in.version,
            late: check_in.late,
            edited: kept.edits > 0,
            scores: ScoresJson { definition, check_in },
        }
    }
}

impl Serialize for ScoresJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for score in &self.definition.scores {
            let Some(stored) = self.check_in.scores.get(&score.id) else { continue };
            let StoredScore { answered, of, .. } = *stored;
            match &stored.value {
                Some(value) => {
                    let band =
                        band_of(score, value.0).map(|place| score.bands[place].label.as_str());
                    map.serialize_entry(
                        &score.id,
                        &ValueJson { value: value.0, answered, of, band },
                    )?;
                }
                None => {
                    let reason = stored.reason.as_deref();
                    map.serialize_entry(
                        &score.id,
                        &NoValueJson { value: None, reason, answered, of },
                    )?;
                }
            }
        }
        map.end()
    }
}

/// Returns the summary of a check-in as a JSON value, to which more can be added.
pub(crate) fn summary_json(
    kept: &Kept<CheckInSummary>,
    definition: &Questionnaire,
) -> Result<Value, CommandError> {
    serde_json::to_value(SummaryJson::new(kept, definition))
        .map_err(|error| CommandError::failed(message!("cannot-write-json")).because(error))
}
