//! Owns the words of errors that the stages hand over as facts: of the history, of files, of passphrases,
//! answers and wordings, and the commonest of the system. What libraries say stays in their own words.

#[cfg(test)]
mod tests;

use std::error::Error;
use std::io;
use std::path::Path;

use super::passphrase::PassphraseError;
use crate::checkin::{Allowed, ResponseProblem};
use crate::files::{FolderError, WriteError};
use crate::history::{Damage, HistoryError, RecoveryKeyError};
use crate::interop::RowProblem;
use crate::language::{decimal, message};
use crate::questionnaire::{KeyProblem, WordingProblem};

/// Returns what an error says.
pub(super) fn in_words(error: &(dyn Error + 'static)) -> String {
    if let Some(error) = error.downcast_ref::<HistoryError>() {
        return of_history(error);
    }
    if let Some(error) = error.downcast_ref::<Box<HistoryError>>() {
        return of_history(error);
    }
    if let Some(error) = error.downcast_ref::<PassphraseError>() {
        return of_passphrase(error);
    }
    if let Some(error) = error.downcast_ref::<WriteError>() {
        return of_write(error);
    }
    if let Some(error) = error.downcast_ref::<FolderError>() {
        return of_folder(error);
    }
    if let Some(error) = error.downcast_ref::<RecoveryKeyError>() {
        return of_recovery_key(error);
    }
    if let Some(problem) = error.downcast_ref::<KeyProblem>() {
        return of_key(problem);
    }
    if let Some(problem) = error.downcast_ref::<WordingProblem>() {
        return of_wording(problem);
    }
    let of_system = error.downcast_ref::<io::Error>().and_then(of_system);
    of_system.unwrap_or_else(|| error.to_string())
}

/// Returns what the system says of files, where it is one of the usual things.
fn of_system(error: &io::Error) -> Option<String> {
    use io::ErrorKind as E;
    // Only what comes from the system: a library may give its own words a kind.
    if error.get_ref().is_some() {
        return None;
    }
    Some(match error.kind() {
        E::NotFound => message!("nothing-there"),
        E::PermissionDenied => message!("not-permitted"),
        E::AlreadyExists => message!("is-there-already"),
        E::IsADirectory => message!("is-a-folder"),
        E::NotADirectory => message!("not-a-folder-on-the-way"),
        E::InvalidFilename => message!("name-not-possible"),
        E::ReadOnlyFilesystem => message!("only-readable-there"),
        E::StorageFull | E::QuotaExceeded => message!("disk-full"),
        _ => return None,
    })
}

/// Returns what led to an error, the nearest cause first.
pub(super) fn causes(error: &(dyn Error + 'static)) -> Vec<String> {
    let mut told = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        told.push(in_words(cause));
        next = cause.source();
    }
    told
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn of_history(error: &HistoryError) -> String {
    use HistoryError as E;
    match error {
        E::Newer { found, known, program } => {
            let (found, known) = (found.to_string(), known.to_string());
            let named = program.as_ref().map(ToString::to_string);
            match named.filter(|version| version != env!("CARGO_PKG_VERSION")) {
                Some(program) => {
                    message!("history-newer", found = found, known = known, program = program)
                }
                None => message!("history-newer-unnamed", found = found, known = known),
            }
        }
        E::Damaged(found) => message!("history-damaged-by", damage = damage(found)),
        E::NotHistory => message!("not-a-history"),
        E::Forked { device } => message!("histories-forked", device = device.as_str()),
        E::Busy => message!("history-busy"),
        E::Full => message!("disk-full"),
        E::ReadOnly => message!("history-read-only"),
        E::NoAccess => message!("history-no-access"),
        E::Folder(_) => message!("data-folder-unusable"),
        E::Create(_) => message!("history-not-created"),
        E::Engine(_) => message!("engine-failed"),
        E::Setting { name } => message!("engine-setting", name = *name),
        E::NoRandom => message!("no-random-numbers"),
        E::NotVerified => message!("new-file-not-verified"),
        E::Replaced(_) => message!("replaced-but-failed"),
        E::NotSaved(_) => message!("not-saved"),
        E::Unknown(_) => message!("perhaps-saved"),
        E::NoDefinition => message!("no-answered-definition"),
        E::WrongHash => message!("wrong-definition-hash"),
        E::Unwritable => message!("unwritable-value"),
        other => of_file(other)
            .or_else(|| of_encryption(other))
            .or_else(|| of_record(other))
            .unwrap_or_else(|| other.to_string()),
    }
}

/// What is wrong with the file of a history, its place or that of another one.
fn of_file(error: &HistoryError) -> Option<String> {
    use HistoryError as E;
    Some(match error {
        E::Missing { path } => message!("history-missing", path = shown(path)),
        E::NotPlain { path } => message!("not-plain-file", path = shown(path)),
        E::Lost { path } => message!("history-lost", path = shown(path)),
        E::Empty { path } => message!("history-empty", path = shown(path)),
        E::StrayJournal { path } => message!("stray-journal", path = shown(path)),
        E::Foreign { path } => message!("history-foreign", path = shown(path)),
        E::Other { path, .. } => message!("other-not-taken-in", path = shown(path)),
        E::TooLarge { path } => message!("larger-than-history", path = shown(path)),
        E::Unfinished { path } => message!("left-in-write", path = shown(path)),
        E::Same { path } => message!("history-itself", path = shown(path)),
        _ => return None,
    })
}

fn of_encryption(error: &HistoryError) -> Option<String> {
    use HistoryError as E;
    Some(match error {
        E::NoEncryption => message!("no-encryption-for-history"),
        E::Locked => message!("history-locked"),
        E::NoPassphrase(_) => message!("no-passphrase-for-history"),
        E::WrongPassphrase { in_force: None } => message!("wrong-passphrase"),
        E::WrongPassphrase { in_force: Some(true) } => message!("wrong-passphrase-new-in-force"),
        E::WrongPassphrase { in_force: Some(false) } => message!("wrong-passphrase-old-in-force"),
        E::WrongRecoveryKey => message!("wrong-recovery-key"),
        E::NoRecovery => message!("no-recovery-file"),
        E::NotEncrypted => message!("not-encrypted"),
        _ => return None,
    })
}

fn of_record(error: &HistoryError) -> Option<String> {
    use HistoryError as E;
    Some(match error {
        E::DraftGone { finished: true } => message!("finished-elsewhere"),
        E::DraftGone { finished: false } => message!("discarded-elsewhere"),
        E::NoRecord => message!("no-such-record"),
        E::Ambiguous { count } => message!("ambiguous-id", count = *count),
        E::Deleted { id } => message!("record-deleted", id = id.short()),
        E::Changed { id } => message!("record-changed", id = id.short()),
        E::Taken { id } => message!("record-taken", id = id.short()),
        E::OtherKind { id } => message!("record-of-other-kind", id = id.short()),
        _ => return None,
    })
}

/// Returns what is not as it was written.
pub(super) fn damage(damage: &Damage) -> String {
    match damage {
        Damage::File => message!("damaged-file"),
        Damage::Tables => message!("damaged-tables"),
        Damage::Records => message!("damaged-records"),
        Damage::Record(id) => message!("damaged-record", id = id.short()),
        Damage::Draft(id) => message!("damaged-draft", id = id.record().short()),
        Damage::Definition(hash) => message!("damaged-definition", hash = hash.0.as_str()),
        Damage::Scores(id) => message!("damaged-scores", id = id.short()),
        Damage::Log => message!("damaged-log"),
        Damage::Devices => message!("damaged-devices"),
        Damage::Drafts => message!("damaged-drafts"),
        Damage::Exports => message!("damaged-exports"),
        Damage::Seal => message!("damaged-seal"),
        Damage::Head => message!("damaged-head"),
        Damage::HeadMissing => message!("missing-head"),
        Damage::HeadBehind => message!("earlier-head"),
        Damage::RolledBack => message!("rolled-back"),
        Damage::Recovery => message!("damaged-recovery"),
    }
}

fn of_passphrase(error: &PassphraseError) -> String {
    use PassphraseError as E;
    match error {
        E::NoTerminal => message!("no-terminal-to-ask"),
        E::Wrong => message!("it-was-wrong"),
        E::Left => message!("prompt-was-left"),
        E::Unreadable { name, .. } => message!("source-unreadable", name = name.as_str()),
        E::NotStarted { name, .. } => message!("program-not-started", name = name.as_str()),
        E::Failed { name } => message!("program-failed", name = name.as_str()),
        E::NoText { name } => message!("source-without-passphrase", name = name.as_str()),
    }
}

fn of_recovery_key(error: &RecoveryKeyError) -> String {
    match error {
        RecoveryKeyError::Length(count) => message!("recovery-key-length", count = *count),
        RecoveryKeyError::Sign => message!("recovery-key-sign"),
        RecoveryKeyError::Checksum => message!("recovery-key-checksum"),
    }
}

fn of_key(problem: &KeyProblem) -> String {
    match problem {
        KeyProblem::ItemCount { expected, found } => {
            message!("key-item-count", expected = *expected, found = *found)
        }
        KeyProblem::LabelCount { scale, expected, found } => message!(
            "key-label-count",
            scale = scale.as_str(),
            expected = *expected,
            found = *found
        ),
        KeyProblem::Anchor { .. } => problem.to_string(),
        KeyProblem::Open { question, choices } => {
            message!("key-depends-on", question = question.as_str(), choices = choices.as_str())
        }
    }
}

fn of_wording(problem: &WordingProblem) -> String {
    use WordingProblem as P;
    match problem {
        P::UnknownScale { line, name, known } => message!(
            "wording-unknown-scale",
            line = *line,
            name = name.as_str(),
            known = known.as_str()
        ),
        P::NoLabel { line, example } => {
            message!("wording-no-label", line = *line, example = example.as_str())
        }
        P::Value { line, scale, values } => message!(
            "wording-value",
            line = *line,
            scale = scale.as_str(),
            values = values.as_str()
        ),
        P::Incomplete { scale, values } => {
            message!("wording-incomplete", scale = scale.as_str(), values = values.as_str())
        }
        P::Number { line, number, items } => {
            message!("wording-number", line = *line, number = *number, items = *items)
        }
        P::Partly { line, numbered, items } => {
            message!("wording-partly", line = *line, numbered = *numbered, items = *items)
        }
        P::Misplaced { line, number, place } => {
            message!("wording-misplaced", line = *line, number = *number, place = *place)
        }
    }
}

fn of_write(error: &WriteError) -> String {
    match error {
        WriteError::Exists { path } => message!("file-is-there", path = shown(path)),
        WriteError::NotPlain { path } => message!("not-plain-file", path = shown(path)),
        WriteError::Full { path } => message!("no-space-for", path = shown(path)),
        WriteError::Failed { path, .. } => message!("file-not-written", path = shown(path)),
        WriteError::Unsynced { path, .. } => message!("file-not-synced", path = shown(path)),
    }
}

fn of_folder(error: &FolderError) -> String {
    match error {
        FolderError::NotFolder { path } => message!("not-folder", path = shown(path)),
        FolderError::Link { path } => message!("link-not-followed", path = shown(path)),
        FolderError::WritableByOthers { path } => message!("folder-of-others", path = shown(path)),
        FolderError::Unusable { path, .. } => message!("folder-unusable", path = shown(path)),
    }
}

/// Returns what an item takes; the labels are those of its definition.
fn of_allowed(allowed: &Allowed) -> String {
    match allowed {
        Allowed::SomeOf(options) => message!("allowed-some-of", options = options.as_str()),
        Allowed::Number { min, max, step } => {
            let number = |value: &f64| decimal(&value.to_string());
            let parts = [
                Some(message!("allowed-number")),
                min.as_ref().map(|value| message!("allowed-from", value = number(value))),
                max.as_ref().map(|value| message!("allowed-to", value = number(value))),
                step.as_ref().map(|value| message!("allowed-in-steps", value = number(value))),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        // These are written in one way.
        Allowed::OneOf(_) | Allowed::YesNo | Allowed::Text => allowed.to_string(),
    }
}

/// Returns what is wrong with an answer.
pub(crate) fn of_response(problem: &ResponseProblem) -> String {
    use ResponseProblem as P;
    let item = problem.item().as_str();
    match problem {
        P::UnknownItem { nearest: None, .. } => message!("unknown-item", item = item),
        P::UnknownItem { nearest: Some(near), .. } => {
            message!("unknown-item-near", item = item, near = near.as_str())
        }
        P::NoResponse { .. } => message!("item-without-answer", item = item),
        P::NotAsked { .. } => message!("item-not-asked", item = item),
        P::NotApplicableNotOffered { .. } => message!("item-always-applies", item = item),
        P::NotAllowed { allowed, .. } => {
            message!("answer-not-allowed", item = item, allowed = of_allowed(allowed))
        }
        P::ChosenTwice { .. } => message!("option-named-twice", item = item),
        P::TextTooLong { .. } => message!("item-text-too-long", item = item),
    }
}

/// Returns what is wrong with a row of old check-ins.
pub(super) fn of_row(line: u64, problem: &RowProblem) -> String {
    use RowProblem as P;
    let problem = match problem {
        P::NoDateColumn => message!("row-without-date-column"),
        P::NoDate { column } => message!("row-cell-empty", column = column.as_str()),
        P::DateForm { column, format } => {
            message!("row-date-of-other-form", column = column.as_str(), format = format.as_str())
        }
        P::Early { column } => message!("row-date-before-1900", column = column.as_str()),
        P::NoAnswer { column, item } => {
            message!("row-without-answer", column = column.as_str(), item = item.as_str())
        }
        P::NoValue { column, score, from, to } => message!(
            "row-without-value",
            column = column.as_str(),
            score = score.as_str(),
            from = from.to_string(),
            to = to.to_string()
        ),
        P::Comma { .. } | P::Never { .. } | P::Cells { .. } => problem.to_string(),
        P::Answer(problem) => of_response(problem),
    };
    message!("cause-in-line", line = line, problem = problem)
}
