//! Owns how check-ins of the history become records for other systems, cut to what was chosen.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::page::PageChoice;
use super::shown::Shown;
use crate::checkin::Responses;
use crate::history::{Answered, CheckIn, DefinitionHash, Imported, RecordId, StoredScore};
use crate::questionnaire::{ItemId, Questionnaire, Score};
use crate::report::{Absent, CheckInRecord, Form, Part, RecordKey, RecordedScore};
use crate::scoring::{band_of, score};

/// The records of a page, as they are put together.
pub(crate) struct Records<'c> {
    choice: &'c PageChoice,
    /// What only this history knows, under every id.
    key: [u8; 32],
    forms: BTreeMap<(DefinitionHash, bool), Arc<Form>>,
    list: Vec<CheckInRecord>,
}

impl<'c> Records<'c> {
    /// Begins with none.
    pub(crate) fn new(choice: &'c PageChoice, key: [u8; 32]) -> Self {
        Self { choice, key, forms: BTreeMap::new(), list: Vec::new() }
    }

    /// Adds a check-in: the scores that go in, and of its answers, where answers do, those that may be shown.
    pub(crate) fn take(
        &mut self,
        id: RecordId,
        check_in: &CheckIn,
        (definition, shown): (&Questionnaire, &Shown),
    ) {
        let takes_answers = self.choice.choices.parts.contains(&Part::Answers);
        let answered = &check_in.answered;
        let computed = score(definition, &answered.responses);
        let chosen = definition.scores.iter().zip(computed);
        let chosen = chosen.filter(|(score, _)| self.choice.choices.takes(&score.id));
        let scores = chosen.filter_map(|(score, computed)| {
            let kept = check_in.scores.get(&score.id)?;
            Some(recorded(score, kept, computed.outcome.err()))
        });
        let scores: Vec<RecordedScore> = scores.collect();
        let has_answers = takes_answers && check_in.imported != Some(Imported::Scores);
        if scores.is_empty() && !has_answers {
            return;
        }
        let form = self.form((answered, definition), takes_answers.then_some(shown));
        self.list.push(CheckInRecord {
            key: RecordKey::new(&[&self.key, b"check-in", id.0.as_bytes()]),
            date: check_in.date,
            is_imported: check_in.imported.is_some(),
            // Scores that were imported alone have no answers behind them.
            responses: has_answers.then(|| of_form(&answered.responses, &form)),
            form,
            scores,
        });
    }

    /// Adds the context kept beside a check-in, which is all answers.
    pub(crate) fn take_context(
        &mut self,
        id: RecordId,
        date: NaiveDate,
        (context, definition): (&Answered, &Questionnaire),
        shown: &Shown,
    ) {
        let form = self.form((context, definition), Some(shown));
        self.list.push(CheckInRecord {
            key: RecordKey::new(&[&self.key, b"context", id.0.as_bytes()]),
            date,
            is_imported: false,
            responses: Some(of_form(&context.responses, &form)),
            form,
            scores: Vec::new(),
        });
    }

    /// Returns the records in the order they were added.
    pub(crate) fn into_list(self) -> Vec<CheckInRecord> {
        self.list
    }

    /// Returns the questionnaire without the items that may not be shown.
    fn form(
        &mut self,
        (answered, definition): (&Answered, &Questionnaire),
        may: Option<&Shown>,
    ) -> Arc<Form> {
        let form = || {
            let has = |id: &ItemId| may.is_some_and(|shown| shown.has_answer(id));
            Arc::new(Form::new(definition, has))
        };
        let key = (answered.definition.clone(), may.is_some());
        self.forms.entry(key).or_insert_with(form).clone()
    }
}

/// Returns the responses to items that the form has.
fn of_form(responses: &Responses, form: &Form) -> Responses {
    let is_shown = |id| form.questionnaire.item(id).is_some();
    let shown = responses.iter().filter(|(id, _)| is_shown(id));
    shown.map(|(id, response)| (id.clone(), response.clone())).collect()
}

fn recorded(
    score: &Score,
    kept: &StoredScore,
    kind: Option<crate::scoring::NoValue>,
) -> RecordedScore {
    let absent = || Absent { kind, words: kept.reason.clone().unwrap_or_default() };
    let value = kept.value.as_ref().map(|value| value.0).ok_or_else(absent);
    let band = value.as_ref().ok().and_then(|value| band_of(score, *value));
    RecordedScore {
        id: score.id.clone(),
        value,
        band: band.map(|band| score.bands[band].label.clone()),
    }
}
