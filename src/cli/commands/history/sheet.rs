//! Owns the answers of a check-in while they are corrected: its own, and those about the week's context.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::checkin::{Response, Responses, Session, Untrusted};
use crate::cli::answering::{Change, Desk, answer_one};
use crate::cli::commands::resources::for_settings;
use crate::cli::error::CommandError;
use crate::cli::sitting::{CONTEXT, kept_definition, nothing_answered};
use crate::cli::workspace::Workspace;
use crate::history::{Answered, CheckIn};
use crate::questionnaire::{Item, ItemId, Questionnaire, QuestionnaireId};

/// Answers to one questionnaire.
pub(super) struct Sheet {
    /// The questionnaire that was answered.
    pub(super) definition: Arc<Questionnaire>,
    /// The same in the person's language.
    pub(super) shown: Questionnaire,
    answered: Answered,
    seed: Option<u64>,
}

/// Notes to single items.
type Notes = BTreeMap<ItemId, Untrusted>;

impl Sheet {
    /// Returns the answers of a check-in: its own, and then those about its week, none yet where they were
    /// not given. A check-in that is about the week itself has no others.
    pub(super) fn all_of(
        check_in: &CheckIn,
        workspace: &Workspace,
    ) -> Result<Vec<Self>, CommandError> {
        let definition = workspace.definition(&check_in.answered.definition)?;
        let own = Self::new(definition, check_in.answered.clone(), check_in.seed, workspace)?;
        let (definition, answered) = match &check_in.context {
            Some(given) => (workspace.definition(&given.definition)?, given.clone()),
            None if own.definition.id.as_str() == CONTEXT => return Ok(vec![own]),
            None => {
                let asked = workspace.questionnaire(&QuestionnaireId::new(CONTEXT))?;
                let answered = nothing_answered(&kept_definition(&asked));
                (asked, answered)
            }
        };
        Ok(vec![own, Self::new(definition, answered, None, workspace)?])
    }

    /// Puts answers back into the check-in that they are of.
    pub(super) fn put_back(sheets: &[Self], check_in: &mut CheckIn) {
        let mut answered = sheets.iter().map(|sheet| sheet.answered.clone());
        if let Some(own) = answered.next() {
            check_in.answered = own;
        }
        check_in.context = answered.next().filter(|context| !context.responses.is_empty());
    }

    fn new(
        definition: Arc<Questionnaire>,
        answered: Answered,
        seed: Option<u64>,
        workspace: &Workspace,
    ) -> Result<Self, CommandError> {
        let shown = workspace.in_language(&definition)?;
        Ok(Self { definition, shown, answered, seed })
    }

    /// Returns whether these are the check-in's own answers.
    pub(super) fn is_of(&self, check_in: &CheckIn) -> bool {
        self.definition.id == check_in.answered.questionnaire
    }

    /// Returns what was answered.
    pub(super) fn responses(&self) -> &Responses {
        &self.answered.responses
    }

    /// Puts an answer in the place of another.
    pub(super) fn put(&mut self, item: ItemId, response: Response) {
        self.answered.responses.insert(item, response);
    }

    /// Returns the items that these answers leave open to be asked, in the order in which they were.
    pub(super) fn items_asked(&self) -> Vec<Item> {
        let session = Session::new(&self.shown, self.seed, self.answered.responses.clone());
        session.items_asked().into_iter().cloned().collect()
    }

    /// Asks one item again.
    pub(super) fn ask_again(
        &mut self,
        item: &Item,
        notes: &mut Notes,
        workspace: &Workspace,
    ) -> Result<(), CommandError> {
        let so_far = self.answered.responses.clone();
        let mut session = Session::new(&self.shown, self.seed, so_far);
        let mut written = notes.clone();
        let mut responses = BTreeMap::new();
        let mut keep = |change: Change<'_>| {
            match change {
                Change::Response(item, response) => {
                    responses.insert(item.clone(), response.clone());
                }
                Change::Note(item, text) if text.is_blank() => {
                    written.remove(item);
                }
                Change::Note(item, text) => {
                    written.insert(item.clone(), text.clone());
                }
            }
            Ok(())
        };
        let support = || for_settings(workspace);
        let mut desk =
            Desk { keep: &mut keep, support: &support, as_of: None, notes: notes.clone() };
        // What an error says of a check-in that is being made is not so of one that is corrected.
        answer_one(&workspace.terminal, item, &mut session, &mut desk)
            .map_err(CommandError::without_hints)?;
        *notes = written;
        self.answered.responses.extend(responses);
        // A change can close later questions: their answers go, as at the end of a check-in.
        let asked = self.items_asked();
        self.answered.responses.retain(|id, _| asked.iter().any(|item| item.id == *id));
        Ok(())
    }
}
