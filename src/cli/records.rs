//! Owns how check-ins of the history become records for other systems, cut to what was chosen.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::page::PageChoice;
use crate::checkin::Responses;
use crate::history::{Answered, CheckIn, DefinitionHash, Imported, RecordId, StoredScore};
use crate::questionnaire::{Questionnaire, Score};
use crate::report::{Absent, CheckInRecord, Form, Part, RecordKey, RecordedScore};
use crate::scoring::{band_of, score};

/// The records of a page, as they are put together.
pub(crate) struct Records<'c> {
    choice: &'c PageChoice,
    forms: BTreeMap<(DefinitionHash, bool), Arc<Form>>,
    list: Vec<CheckInRecord>,
}

impl<'c> Records<'c> {
    /// Begins with none.
    pub(crate) fn new(choice: &'c PageChoice) -> Self {
        Self { choice, forms: BTreeMap::new(), list: Vec::new() }
    }

    /// Adds a check-in: the scores that go in, and its answers where answers do.
    pub(crate) fn take(&mut self, id: RecordId, check_in: &CheckIn, definition: &Questionnaire) {
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
        let form = self.form((answered, definition), takes_answers);
        self.list.push(CheckInRecord {
            key: RecordKey::new(&[b"check-in", id.0.as_bytes()]),
            date: check_in.date,
            is_imported: check_in.imported.is_some(),
            // Scores that were imported alone have no answers behind them.
            responses: has_answers.then(|| shown(&answered.responses, &form)),
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
    ) {
        let form = self.form((context, definition), true);
        self.list.push(CheckInRecord {
            key: RecordKey::new(&[b"context", id.0.as_bytes()]),
            date,
            is_imported: false,
            responses: Some(shown(&context.responses, &form)),
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
        with_items: bool,
    ) -> Arc<Form> {
        let named = &self.choice.private;
        let form = || {
            let is_shown = |item: &crate::questionnaire::Item| {
                with_items && (!item.private || named.contains(&item.id))
            };
            let items: Vec<_> = definition.items.iter().filter(|item| is_shown(item)).collect();
            Arc::new(Form::new(definition, |id| items.iter().any(|item| item.id == *id)))
        };
        let key = (answered.definition.clone(), with_items);
        self.forms.entry(key).or_insert_with(form).clone()
    }
}

/// Returns the responses to items that may be shown.
fn shown(responses: &Responses, form: &Form) -> Responses {
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
