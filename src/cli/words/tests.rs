//! Holds that the words of errors are in English what the errors are called, and others in other languages.

use std::io;
use std::path::PathBuf;

use super::*;
use crate::history::{DefinitionHash, RecordId};
use crate::language::Language;
use crate::language::tests::speaking;

fn history_errors() -> Vec<HistoryError> {
    use HistoryError as E;
    let path = || PathBuf::from("/data/history.db");
    let id = RecordId::new(chrono::DateTime::UNIX_EPOCH, &[7; 10]);
    let newer = |program| E::Newer { found: 9, known: 8, program };
    vec![
        E::Missing { path: path() },
        E::NotPlain { path: path() },
        E::Lost { path: path() },
        E::Empty { path: path() },
        E::StrayJournal { path: path() },
        E::Foreign { path: path() },
        newer(None),
        newer(Some(semver::Version::new(9, 9, 9))),
        E::NotHistory,
        E::NoEncryption,
        E::Locked,
        E::NoPassphrase(Box::new(PassphraseError::NoTerminal)),
        E::WrongPassphrase { in_force: None },
        E::WrongPassphrase { in_force: Some(true) },
        E::WrongPassphrase { in_force: Some(false) },
        E::WrongRecoveryKey,
        E::NoRecovery,
        E::NotEncrypted,
        E::NotVerified,
        E::Replaced(Box::new(E::Full)),
        E::Other { path: path(), source: Box::new(E::NotHistory) },
        E::Forked { device: "ab".into() },
        E::TooLarge { path: path() },
        E::Unfinished { path: path() },
        E::Same { path: path() },
        E::Busy,
        E::Full,
        E::ReadOnly,
        E::NoAccess,
        E::Folder(FolderError::Link { path: path() }),
        E::Create(WriteError::Full { path: path() }),
        E::Setting { name: "x" },
        E::NoRandom,
        E::NotSaved(Box::new(E::Full)),
        E::Unknown(Box::new(E::Full)),
        E::DraftGone { finished: true },
        E::DraftGone { finished: false },
        E::NoRecord,
        E::Ambiguous { count: 2 },
        E::Deleted { id },
        E::Changed { id },
        E::Taken { id },
        E::OtherKind { id },
        E::NoDefinition,
        E::WrongHash,
        E::Unwritable,
    ]
}

fn damages() -> impl Iterator<Item = HistoryError> {
    let id = RecordId::new(chrono::DateTime::UNIX_EPOCH, &[7; 10]);
    let damages = [
        Damage::File,
        Damage::Tables,
        Damage::Records,
        Damage::Record(id),
        Damage::Definition(DefinitionHash("ab".into())),
        Damage::Scores(id),
        Damage::Log,
        Damage::Devices,
        Damage::Drafts,
        Damage::Exports,
        Damage::Seal,
        Damage::Head,
        Damage::HeadMissing,
        Damage::HeadBehind,
        Damage::RolledBack,
        Damage::Recovery,
    ];
    damages.into_iter().map(HistoryError::Damaged)
}

fn others() -> Vec<Box<dyn Error>> {
    let path = || PathBuf::from("/data/x");
    let (name, source) = (|| "pass".to_owned(), || io::Error::other("x"));
    vec![
        Box::new(PassphraseError::NoTerminal),
        Box::new(PassphraseError::Wrong),
        Box::new(PassphraseError::Left),
        Box::new(PassphraseError::Unreadable { name: name(), source: source() }),
        Box::new(PassphraseError::NotStarted { name: name(), source: source() }),
        Box::new(PassphraseError::Failed { name: name() }),
        Box::new(PassphraseError::NoText { name: name() }),
        Box::new(WriteError::Exists { path: path() }),
        Box::new(WriteError::NotPlain { path: path() }),
        Box::new(WriteError::Full { path: path() }),
        Box::new(WriteError::Failed { path: path(), source: source() }),
        Box::new(WriteError::Unsynced { path: path(), source: source() }),
        Box::new(FolderError::NotFolder { path: path() }),
        Box::new(FolderError::Link { path: path() }),
        Box::new(FolderError::WritableByOthers { path: path() }),
        Box::new(FolderError::Unusable { path: path(), source: source() }),
        Box::new(RecoveryKeyError::Length(3)),
        Box::new(RecoveryKeyError::Sign),
        Box::new(RecoveryKeyError::Checksum),
    ]
}

fn problems_of_keys() -> Vec<Box<dyn Error>> {
    let text = || "a".to_owned();
    vec![
        Box::new(KeyProblem::ItemCount { expected: 5, found: 4 }),
        Box::new(KeyProblem::LabelCount { scale: text(), expected: 5, found: 4 }),
        Box::new(KeyProblem::Open { question: text(), choices: text() }),
        Box::new(WordingProblem::UnknownScale { line: 1, name: text(), known: text() }),
        Box::new(WordingProblem::NoLabel { line: 1, example: text() }),
        Box::new(WordingProblem::Value { line: 1, scale: text(), values: text() }),
        Box::new(WordingProblem::Incomplete { scale: text(), values: text() }),
        Box::new(WordingProblem::Number { line: 1, number: 2, items: 3 }),
    ]
}

#[test]
fn errors_say_in_english_what_they_are_called_and_something_else_in_other_languages() {
    let errors: Vec<HistoryError> = history_errors().into_iter().chain(damages()).collect();
    let boxed: Vec<_> = others().into_iter().chain(problems_of_keys()).collect();
    let history = errors.iter().map(|error| error as &(dyn Error + 'static));
    for error in history.chain(boxed.iter().map(AsRef::as_ref)) {
        let called = error.to_string();
        assert_eq!(speaking(Language::English, || in_words(error)), called);
        for language in [Language::Spanish, Language::German] {
            assert_ne!(speaking(language, || in_words(error)), called, "{}", language.tag());
        }
    }
}

#[test]
fn problems_of_answers_say_in_english_what_they_are_called() {
    use ResponseProblem as P;
    let item = || crate::questionnaire::ItemId::new("a.b");
    let problems = [
        P::UnknownItem { item: item(), nearest: None },
        P::UnknownItem { item: item(), nearest: Some(item()) },
        P::NoResponse { item: item() },
        P::NotAsked { item: item() },
        P::NotApplicableNotOffered { item: item() },
        P::NotAllowed { item: item(), allowed: Allowed::OneOf("0, 1".into()) },
        P::NotAllowed { item: item(), allowed: Allowed::SomeOf("0 A, 1 B".into()) },
        P::NotAllowed {
            item: item(),
            allowed: Allowed::Number { min: Some(0.0), max: Some(10.0), step: Some(0.5) },
        },
        P::ChosenTwice { item: item() },
        P::TextTooLong { item: item() },
    ];
    for problem in problems {
        assert_eq!(of_response(&problem), problem.to_string());
        assert_ne!(speaking(Language::German, || of_response(&problem)), problem.to_string());
    }
}

#[test]
fn problems_of_rows_say_in_english_what_they_are_called() {
    use RowProblem as P;
    let column = || "a".to_owned();
    let item = crate::questionnaire::ItemId::new("a.b");
    let score = crate::questionnaire::ScoreId::new("a.b");
    let problems = [
        P::NoDateColumn,
        P::NoDate { column: column() },
        P::DateForm { column: column(), format: "%Y".into() },
        P::Early { column: column() },
        P::NoAnswer { column: column(), item: item.clone() },
        P::NoValue { column: column(), score, from: 0.0, to: 62.5 },
        P::Answer(ResponseProblem::ChosenTwice { item }),
    ];
    for problem in problems {
        let called = format!("line 3: {problem}");
        assert_eq!(of_row(3, &problem), called);
        let german = speaking(Language::German, || of_row(3, &problem));
        assert_ne!(german.trim_start_matches("Zeile 3: "), problem.to_string());
    }
}

#[test]
fn what_the_system_says_of_files_is_in_the_language_of_the_person() {
    let missing = std::fs::read("/nowhere/at all").unwrap_err();
    assert_eq!(in_words(&missing), "there is no such file or folder");
    let german = speaking(Language::German, || in_words(&missing));
    assert!(german.starts_with("eine solche Datei"), "{german}");
    let own = io::Error::new(io::ErrorKind::NotFound, "a library's own words");
    assert_eq!(in_words(&own), "a library's own words");
}

#[test]
fn causes_within_causes_are_put_into_words_as_well() {
    let error = HistoryError::Other {
        path: "/x".into(),
        source: Box::new(HistoryError::NoPassphrase(Box::new(PassphraseError::Wrong))),
    };
    let told = speaking(Language::German, || causes(&error));
    assert_eq!(told.last().map(String::as_str), Some("sie war falsch"));
    assert!(told[0].starts_with("der Verlauf ist verschlüsselt"), "{told:?}");
}
