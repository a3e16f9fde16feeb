//! Owns what a person is told, and what to do next, when the history cannot do what it was asked.

use super::error::CommandError;
use crate::history::{Damage, HistoryError};

impl From<HistoryError> for CommandError {
    fn from(error: HistoryError) -> Self {
        let hint = hint(&error);
        let mut causes = Vec::new();
        let mut next = std::error::Error::source(&error);
        while let Some(cause) = next {
            causes.push(cause.to_string());
            next = cause.source();
        }
        let plain =
            causes.into_iter().fold(CommandError::failed(error.to_string()), CommandError::cause);
        if hint.is_empty() { plain } else { plain.hint(hint) }
    }
}

/// Says what to do next, where there is something to say.
pub(crate) fn hint(error: &HistoryError) -> &'static str {
    match error {
        HistoryError::Full => "make room and try again; what was kept before is still there",
        HistoryError::Busy => "close the other checkin and try again",
        HistoryError::ReadOnly | HistoryError::NoAccess => {
            "check who owns the data folder and whether its disk can be written"
        }
        HistoryError::Newer { .. } => "use the newer checkin that wrote it",
        HistoryError::Foreign { .. } | HistoryError::NotPlain { .. } => {
            "nothing was changed; move it away, then `checkin restore` brings the newest backup back; or name \
                 another folder with `--data-dir`"
        }
        HistoryError::StrayJournal { .. } => {
            "`checkin restore` brings the newest backup back; move this file away first"
        }
        HistoryError::Empty { .. } | HistoryError::Lost { .. } => {
            "nothing was changed; `checkin restore` brings the newest backup back"
        }
        HistoryError::Damaged(Damage::Head | Damage::HeadMissing | Damage::HeadBehind) => {
            "if the history itself is right, `checkin restore` with the path of its own file checks it \
                 in full and writes `head` anew; else `checkin restore` brings the newest backup back"
        }
        HistoryError::Damaged(Damage::Recovery) => {
            "the history itself is whole; the next check-in writes the file anew; without the passphrase copy \
                 `recovery` from the newest folder in `backups` beside the history"
        }
        HistoryError::NoRecovery => {
            "copy `recovery` from the newest folder in `backups` beside the history and try again"
        }
        HistoryError::Engine(_) => {
            "`checkin verify` tells whether the history is damaged, `checkin restore` brings \
                 the newest backup back"
        }
        HistoryError::Damaged(_) => {
            "nothing damaged is shown; `checkin verify` tells more, `checkin restore` brings the newest \
                 backup back"
        }
        HistoryError::NoEncryption => "use a checkin built with its default features",
        HistoryError::Locked | HistoryError::NoPassphrase(_) => {
            "give it with `--passphrase-file`, `--passphrase-fd` or the setting `passphrase_command`"
        }
        HistoryError::WrongPassphrase { .. } => {
            "nothing was changed; if it is lost, `checkin protect --recover` opens the history with the \
                 recovery key"
        }
        HistoryError::WrongRecoveryKey => {
            "the recovery key is the one shown when this history was protected; nothing was changed"
        }
        HistoryError::Replaced(_) => {
            "after a change of passphrase the new one is in force; the next command completes the rest"
        }
        HistoryError::Other { source, .. } => hint_of_other(source),
        HistoryError::Forked { .. } => {
            "a data folder was copied while in use; restore one side's backup first, then merge"
        }
        HistoryError::Unfinished { .. } => "run checkin once where it was written, then try again",
        HistoryError::NoRecord | HistoryError::Ambiguous { .. } => {
            "`checkin history list` shows all check-ins with their ids"
        }
        _ => "",
    }
}

/// The same, where it is about a file that was to be merged or restored.
fn hint_of_other(error: &HistoryError) -> &'static str {
    match error {
        HistoryError::NotHistory
        | HistoryError::NotPlain { .. }
        | HistoryError::Missing { .. }
        | HistoryError::Empty { .. } => {
            "name a backup, the data folder of another machine, or the `history.db` in one of them"
        }
        HistoryError::Damaged(_) => {
            "take another backup of it; `checkin backup list` shows which are whole"
        }
        HistoryError::Locked
        | HistoryError::NoPassphrase(_)
        | HistoryError::WrongPassphrase { .. } => {
            "give its passphrase with `--other-passphrase-file` to `merge`, with `--backup-passphrase-file` \
                 to `restore`"
        }
        other => hint(other),
    }
}
