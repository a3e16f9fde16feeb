//! Owns what a person is told, and what to do next, when the history cannot do what it was asked.

use super::error::CommandError;
use super::words::{causes, in_words};
use crate::history::{Damage, HistoryError};
use crate::language::message;

impl From<HistoryError> for CommandError {
    fn from(error: HistoryError) -> Self {
        let failed = CommandError::failed(in_words(&error));
        let plain = causes(&error).into_iter().fold(failed, CommandError::cause);
        match hint(&error) {
            Some(hint) => plain.hint(hint),
            None => plain,
        }
    }
}

/// Says what to do next, where there is something to say.
pub(crate) fn hint(error: &HistoryError) -> Option<String> {
    use HistoryError as E;
    Some(match error {
        E::Full => message!("make-room"),
        E::Busy => message!("close-other-checkin"),
        E::ReadOnly | E::NoAccess => message!("check-owner"),
        E::Newer { .. } => message!("use-newer-checkin"),
        E::Foreign { .. } | E::NotPlain { .. } => message!("move-away-and-restore"),
        E::StrayJournal { .. } => message!("restore-after-journal"),
        E::Empty { .. } | E::Lost { .. } => message!("unchanged-and-restore"),
        E::Damaged(Damage::Head | Damage::HeadMissing | Damage::HeadBehind) => {
            message!("restore-own-file")
        }
        E::Damaged(Damage::Recovery) => message!("recovery-made-anew"),
        E::NoRecovery => message!("copy-recovery"),
        E::Engine(_) => message!("verify-or-restore"),
        E::Damaged(_) => message!("damage-and-restore"),
        E::NoEncryption => message!("use-default-features"),
        E::Locked | E::NoPassphrase(_) => message!("give-passphrase"),
        E::WrongPassphrase { .. } => message!("recover-with-key"),
        E::WrongRecoveryKey => message!("recovery-key-is-the-one"),
        E::Replaced(_) => message!("new-passphrase-in-force"),
        E::Other { source, .. } => return hint_of_other(source),
        E::Forked { .. } => message!("restore-one-side"),
        E::Unfinished { .. } => message!("run-where-written"),
        E::NoRecord | E::Ambiguous { .. } => message!("ids-are-listed"),
        _ => return None,
    })
}

/// The same, where it is about a file that was to be merged or restored.
fn hint_of_other(error: &HistoryError) -> Option<String> {
    use HistoryError as E;
    Some(match error {
        E::NotHistory | E::NotPlain { .. } | E::Missing { .. } | E::Empty { .. } => {
            message!("name-other-history")
        }
        E::Damaged(_) => message!("take-other-backup"),
        E::Locked | E::NoPassphrase(_) | E::WrongPassphrase { .. } => {
            message!("give-other-passphrase")
        }
        other => return hint(other),
    })
}
