//! Owns one sitting: a draft is begun or taken up again, answered, and becomes a check-in.
//! Every answer is on disk before the next question; a draft belongs to one process at a time.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::answer_file::AnswerFile;
use super::answering::{Change, Desk, Ending, answer};
use super::error::CommandError;
use super::screen;
use super::workspace::{Workspace, random};
use crate::checkin::{Session, Untrusted};
use crate::files::{FileLock, LockError, create_private_folder};
use crate::history::{
    Answered, CheckIn, DefinitionHash, Draft, DraftId, HistoryError, Kept, KeptDefinition, Store,
    StoredScore,
};
use crate::language::message;
use crate::questionnaire::{
    Questionnaire, QuestionnaireId, canonical, canonical_hash, definition_hash,
};
use crate::report::wording::day;
use crate::scoring::{ScoreResult, score};

/// The questionnaire about the week's context.
pub(crate) const CONTEXT: &str = "context";

/// A draft that this process holds.
pub(crate) struct Sitting<'a> {
    workspace: &'a Workspace,
    questionnaire: Arc<Questionnaire>,
    /// The questionnaire as the history keeps it, once that was needed.
    definition: OnceCell<KeptDefinition>,
    draft: Draft,
    /// Whether the history knows the draft yet; it does from the first answer on.
    begun: bool,
    /// Whether the person wants to see the questions again although none is open.
    reopened: bool,
    /// Held from the first answer on.
    lock: Option<FileLock>,
}

impl<'a> Sitting<'a> {
    /// Begins a new check-in; nothing is written before the first answer.
    pub(crate) fn begin(
        workspace: &'a Workspace,
        questionnaire: Arc<Questionnaire>,
        date: Option<NaiveDate>,
    ) -> Result<Self, CommandError> {
        let now = workspace.clock.now();
        let today = workspace.today();
        let date = date.unwrap_or(today);
        let id = DraftId::new(now.instant, &random()?);
        let seed = if questionnaire.shuffle { Some(u64::from_be_bytes(random()?)) } else { None };
        let definition = kept_definition(&questionnaire);
        let draft = Draft {
            id,
            answered: nothing_answered(&definition),
            begun: now.clone(),
            touched: now.instant,
            date,
            late: date < today,
            seed,
            item_notes: BTreeMap::new(),
            note: None,
            context: None,
        };
        let definition = OnceCell::from(definition);
        let sitting = Self {
            workspace,
            questionnaire,
            definition,
            draft,
            begun: false,
            reopened: false,
            lock: None,
        };
        Ok(sitting)
    }

    /// Takes up a draft again; `None` if another process holds it.
    pub(crate) fn resume(
        workspace: &'a Workspace,
        draft: Draft,
    ) -> Result<Option<Self>, CommandError> {
        let lock = match FileLock::acquire(&lock_path(workspace, draft.id)) {
            Ok(lock) => Some(lock),
            Err(LockError::Held { .. }) => return Ok(None),
            // A file system without locks is no reason not to go on.
            Err(LockError::Unusable { .. }) => None,
        };
        let questionnaire = workspace.definition(&draft.answered.definition)?;
        let definition = OnceCell::new();
        Ok(Some(Self {
            workspace,
            questionnaire,
            definition,
            draft,
            begun: true,
            reopened: false,
            lock,
        }))
    }

    /// Asks all open questions. What was answered is kept, however it ends.
    pub(crate) fn ask(&mut self) -> Result<Ending, CommandError> {
        let workspace = self.workspace;
        let questionnaire = self.questionnaire.clone();
        let responses = self.draft.answered.responses.clone();
        let shown = workspace.in_language(&questionnaire)?;
        let mut session = Session::new(&shown, self.draft.seed, responses);
        if std::mem::take(&mut self.reopened) {
            session.back();
        }
        let as_of = self.draft.late.then(|| day(self.draft.date));
        let notes = self.draft.item_notes.clone();
        let support = || super::commands::resources::for_settings(workspace);
        screen::set_farewell(Some(self.farewell()));
        let ending = {
            let mut keep = |change: Change<'_>| self.keep(change);
            let mut desk = Desk { keep: &mut keep, support: &support, as_of, notes };
            answer(&workspace.terminal, &mut session, &mut desk)?
        };
        Ok(ending)
    }

    /// Returns what an interruption says now.
    fn farewell(&self) -> String {
        if self.begun { message!("left-answers-kept") } else { message!("left-nothing") }
    }

    /// Returns whether nothing was answered or noted yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.draft.answered.responses.is_empty() && self.draft.item_notes.is_empty()
    }

    /// Returns whether something was answered about the week's context.
    pub(crate) fn has_context(&self) -> bool {
        self.draft.context.as_ref().is_some_and(|context| !context.responses.is_empty())
    }

    /// Asks the questions about the week's context, where the person wants to; all of them again
    /// where all are answered.
    pub(crate) fn ask_context(&mut self) -> Result<(), CommandError> {
        let workspace = self.workspace;
        let context = workspace.questionnaire(&QuestionnaireId::new(CONTEXT))?;
        let definition = kept_definition(&context);
        let so_far = self.draft.context.take().unwrap_or_else(|| nothing_answered(&definition));
        workspace.store.keep_definition(&definition)?;
        let shown = workspace.in_language(&context)?;
        let mut session = Session::new(&shown, None, so_far.responses.clone());
        if session.current().is_none()
            && let Some(first) = shown.items.first()
        {
            session.go_to(&first.id);
        }
        self.draft.context = Some(so_far);
        let notes = self.draft.item_notes.clone();
        let support = || super::commands::resources::for_settings(workspace);
        let as_of = self.draft.late.then(|| day(self.draft.date));
        let mut keep = |change: Change<'_>| self.keep_context(change);
        let mut desk = Desk { keep: &mut keep, support: &support, as_of, notes };
        answer(&workspace.terminal, &mut session, &mut desk)?;
        Ok(())
    }

    /// Keeps the note to the whole check-in.
    pub(crate) fn set_note(&mut self, text: &str) -> Result<(), CommandError> {
        let note = Untrusted::new(text.trim());
        self.draft.note = (!note.is_blank()).then_some(note);
        self.save_change(|store, draft| {
            store.keep_draft_note(draft.id, draft.note.as_ref(), draft.touched)
        })
    }

    /// Finishes the check-in: computes the scores and moves it from the drafts into the log. When the
    /// next one is due is for whoever reads the history next to write down.
    pub(crate) fn finish(mut self) -> Result<Kept<CheckIn>, CommandError> {
        let check_in = check_in(self.workspace, &self.questionnaire, self.draft.clone());
        create_private_folder(self.workspace.folder()).map_err(|error| {
            CommandError::failed(message!("cannot-make-data-folder")).because(error)
        })?;
        let kept = self.workspace.store.finish(self.draft.id, &check_in, &self.definitions()?)?;
        screen::set_farewell(None);
        self.give_up_lock();
        Ok(kept)
    }

    /// Lets the next [`Sitting::ask`] begin at the last question.
    pub(crate) fn reopen(&mut self) {
        self.reopened = true;
    }

    /// Throws the draft away.
    pub(crate) fn discard(mut self) -> Result<(), CommandError> {
        self.workspace.store.discard_draft(self.draft.id)?;
        self.give_up_lock();
        Ok(())
    }

    /// Fills a new sitting with answers from a file.
    pub(crate) fn fill(&mut self, answers: AnswerFile, context: &Questionnaire) {
        self.draft.answered.responses = answers.responses;
        self.draft.item_notes = answers.item_notes;
        self.draft.note = answers.note;
        self.draft.context = answers.context.map(|responses| {
            let definition = kept_definition(context);
            Answered { responses, ..nothing_answered(&definition) }
        });
    }

    /// Returns the draft.
    pub(crate) fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Returns the questionnaire.
    pub(crate) fn questionnaire(&self) -> &Questionnaire {
        &self.questionnaire
    }

    fn keep(&mut self, change: Change<'_>) -> Result<(), CommandError> {
        match change {
            Change::Response(item, response) => {
                self.draft.answered.responses.insert(item.clone(), response.clone());
            }
            Change::Note(item, text) if text.is_blank() => {
                self.draft.item_notes.remove(item);
            }
            Change::Note(item, text) => {
                self.draft.item_notes.insert(item.clone(), text.clone());
            }
        }
        self.save_change(|store, draft| match change {
            Change::Response(item, response) => {
                store.keep_response(draft.id, item, Some(response), draft.touched)
            }
            Change::Note(item, text) => {
                let text = Some(text).filter(|text| !text.is_blank());
                store.keep_item_note(draft.id, item, text, draft.touched)
            }
        })
    }

    fn keep_context(&mut self, change: Change<'_>) -> Result<(), CommandError> {
        // Items of every questionnaire have ids of their own, so that all notes are kept together.
        let Change::Response(item, response) = change else { return self.keep(change) };
        if let Some(context) = &mut self.draft.context {
            context.responses.insert(item.clone(), response.clone());
        }
        self.save_change(|store, draft| {
            store.keep_context(draft.id, draft.context.as_ref(), draft.touched)
        })
    }

    /// Writes the whole draft: at its first answer, and where another process has ended it meanwhile.
    fn save(&mut self) -> Result<(), CommandError> {
        create_private_folder(self.workspace.folder()).map_err(|error| {
            CommandError::failed(message!("cannot-make-data-folder")).because(error)
        })?;
        if self.lock.is_none() {
            self.lock = FileLock::acquire(&lock_path(self.workspace, self.draft.id)).ok();
        }
        self.workspace.store.start_draft(&self.draft, &self.definitions()?)?;
        self.begun = true;
        screen::set_farewell(Some(self.farewell()));
        Ok(())
    }

    /// Writes one change; the whole draft where the history does not know it yet or any more.
    fn save_change(
        &mut self,
        write: impl FnOnce(&Store, &Draft) -> Result<(), HistoryError>,
    ) -> Result<(), CommandError> {
        self.draft.touched = self.workspace.clock.now().instant;
        if !self.begun {
            return self.save();
        }
        match write(&self.workspace.store, &self.draft) {
            Err(HistoryError::DraftGone { .. } | HistoryError::Missing { .. }) => self.save(),
            other => Ok(other?),
        }
    }

    /// Returns the definitions that the draft answers.
    fn definitions(&self) -> Result<Vec<KeptDefinition>, CommandError> {
        let own = self.definition.get_or_init(|| kept_definition(&self.questionnaire));
        let mut definitions = vec![own.clone()];
        if let Some(context) = &self.draft.context {
            let questionnaire = self.workspace.questionnaire(&context.questionnaire)?;
            if definition_hash(&questionnaire) == context.definition.0 {
                definitions.push(kept_definition(&questionnaire));
            }
        }
        Ok(definitions)
    }

    fn give_up_lock(&mut self) {
        if self.lock.take().is_some() {
            // A lock file that stays behind holds nothing and is in nobody's way.
            let _ = std::fs::remove_file(lock_path(self.workspace, self.draft.id));
        }
    }
}

/// Makes a check-in of a complete draft.
pub(crate) fn check_in(
    workspace: &Workspace,
    questionnaire: &Questionnaire,
    draft: Draft,
) -> CheckIn {
    let responses = draft.answered.responses.clone();
    let session = Session::new(questionnaire, draft.seed, responses.clone());
    // Answers to questions that a later change of mind has closed are left out.
    let responses = session.finish().unwrap_or(responses);
    let scores = score(questionnaire, &responses);
    CheckIn {
        moment: workspace.clock.now().clone(),
        date: draft.date,
        week: workspace.settings.week_start().week_of(draft.date),
        late: draft.late,
        answered: Answered { responses, ..draft.answered },
        imported: None,
        seed: draft.seed,
        item_notes: draft.item_notes,
        note: draft.note,
        context: draft.context.filter(|context| !context.responses.is_empty()),
        scores: scores.into_iter().map(stored_score).collect(),
    }
}

/// Returns a score as it is kept.
pub(crate) fn stored_score(result: ScoreResult) -> (crate::questionnaire::ScoreId, StoredScore) {
    let stored = StoredScore {
        reason: result.outcome.as_ref().err().map(ToString::to_string),
        value: result.outcome.ok().map(|value| value.value),
        answered: result.tally.answered,
        of: result.tally.of,
    };
    (result.id, stored)
}

/// Returns a questionnaire's answers with nothing answered yet.
pub(crate) fn nothing_answered(definition: &KeptDefinition) -> Answered {
    Answered {
        questionnaire: definition.questionnaire.clone(),
        version: definition.version.clone(),
        definition: definition.hash.clone(),
        responses: BTreeMap::new(),
    }
}

/// Returns a definition as the history keeps it.
pub(crate) fn kept_definition(questionnaire: &Questionnaire) -> KeptDefinition {
    let canonical = canonical(questionnaire);
    KeptDefinition {
        hash: DefinitionHash(canonical_hash(canonical.as_bytes())),
        questionnaire: questionnaire.id.clone(),
        version: questionnaire.version.clone(),
        canonical,
    }
}

fn lock_path(workspace: &Workspace, id: DraftId) -> PathBuf {
    workspace.folder().join(format!("draft-{}.lock", id.0))
}
