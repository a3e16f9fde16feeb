//! Looks for words in files that must not hold them.

use std::path::Path;

use crate::prepare::{self, STAGES, must};
use crate::program::{Call, Key};
use crate::work::{self, Ground};

/// Words of every kind of content that the tests keep: notes, an event, a step, corrections, the texts of
/// the questionnaires, and the names of scores.
pub(crate) const CANARIES: [&str; 8] = [
    "new rota",
    "incident",
    "tell the team",
    "misread",
    "a word on it",
    "quiet day",
    "recognised",
    "support.alone",
];

/// The note of the check-in that the tests delete.
pub(crate) const DELETED: &str = "quiet day 2026-11-13";

/// Finds the words in the files of a folder, as they are and in two bytes a letter; names those that have one.
pub(crate) fn find(folder: &Path, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, content) in work::files(folder) {
        for word in words {
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            if holds(&content, word.as_bytes()) || holds(&content, &wide) {
                found.push(format!("`{word}` stands in {name}"));
            }
        }
    }
    found
}

/// Lives through everything with a history that is encrypted from its first check-in on, and looks for each
/// word in each file; without a key the same must find them.
pub(crate) fn scenario(key: Key) -> Vec<Result<(), String>> {
    let home = Ground::Disk.folder();
    for stage in STAGES {
        stage(home.path(), key);
    }
    let other = Call::new("--data-dir other start support --answers -");
    must(home.path(), None, &other.input(&prepare::support([1, 1, 1, 1], "")));
    for command in ["backup", "merge other", "verify", "restore --yes", "trends", "doctor"] {
        must(home.path(), key, &Call::new(command));
    }
    if key.is_some() {
        must(home.path(), key, &Call::new("protect --new-passphrase-file new"));
    }
    searched(&home.path().join("data"), &CANARIES)
}

/// Deletes a check-in of a history in the clear that has been backed up and restored, and looks for it.
pub(crate) fn deletion() -> Vec<Result<(), String>> {
    let home = Ground::Disk.folder();
    prepare::backed_up(home.path(), None);
    for command in ["restore --yes", "backup", "history delete 2026-11-13 --yes"] {
        must(home.path(), None, &Call::new(command));
    }
    searched(&home.path().join("data"), &[DELETED])
}

/// Each file is one result.
fn searched(folder: &Path, words: &[&str]) -> Vec<Result<(), String>> {
    let found = find(folder, words);
    work::files(folder)
        .into_iter()
        .map(|(name, _)| match found.iter().find(|found| found.ends_with(&format!(" {name}"))) {
            Some(found) => Err(found.clone()),
            None => Ok(()),
        })
        .collect()
}

fn holds(content: &[u8], word: &[u8]) -> bool {
    content.windows(word.len()).any(|window| window == word)
}
