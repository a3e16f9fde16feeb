//! `checkin` alone: the next sensible thing.

use super::start::{TakeUp, conduct, take_up};
use super::status::show_status;
use crate::cli::error::CommandError;
use crate::cli::first_run::welcome;
use crate::cli::settings::Settings;
use crate::cli::workspace::Workspace;

/// Does the next sensible thing: first run, a draft, a check-in that is due, else the status.
pub(crate) fn bare(workspace: &mut Workspace) -> Result<(), CommandError> {
    if !workspace.store.exists() && !Settings::path(workspace.folder()).exists() {
        return if welcome(workspace)? { begin(workspace) } else { Ok(()) };
    }
    match take_up(workspace, None, None)? {
        TakeUp::GoOn(sitting) => return conduct(*sitting, workspace),
        TakeUp::BeginNew => return begin(workspace),
        TakeUp::Left => return Ok(()),
        TakeUp::Nothing => {}
    }
    if !workspace.due()?.is_due(workspace.clock.now().local(), workspace.today()) {
        return show_status(workspace);
    }
    begin(workspace)
}

fn begin(workspace: &Workspace) -> Result<(), CommandError> {
    let questionnaire = workspace.questionnaire(&workspace.settings.questionnaire)?;
    workspace.refuse_silent_change(&questionnaire)?;
    super::start::begin(questionnaire, None, workspace)
}
