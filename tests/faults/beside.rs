//! Damages what lies beside the database: the head file, the sealed passphrase and the backups.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::damage::Subject;
use crate::disk::write_private;
use crate::prepare::{self, must};
use crate::program::{Call, Key, Program, Watch};
use crate::random::Random;
use crate::state;
use crate::work::{self, Ground};

/// What a command may name where a file beside the database is not in order.
const TOLD: [&str; 7] = [
    "damaged",
    "is gone",
    "recovery key",
    "no file `recovery`",
    "is not whole",
    "no backup",
    "no whole history",
];

/// Flips bits of the head file, cuts it, empties it and takes it away.
pub(crate) fn heads(subject: &Subject, count: usize) -> Vec<Result<(), String>> {
    let home = subject.copy();
    let whole = fs::read(home.path().join("data/head")).expect("a head file");
    let mut random = Random::new(5, "heads");
    let mut jobs: Vec<Option<Vec<u8>>> =
        (0..count).map(|_| Some(flipped(&whole, &mut random))).collect();
    jobs.extend((0..whole.len()).step_by(64).map(|length| Some(whole[..length].to_vec())));
    jobs.push(None);
    work::each(&jobs, |damaged| {
        let home = subject.copy();
        put(&home.path().join("data/head"), damaged.as_deref());
        subject
            .look(home.path())
            .map_err(|error| format!("head, {}: {error}", shape(damaged.as_ref())))
    })
}

/// Damages the sealed passphrase, and opens the history with the recovery key: it works, or it is said.
pub(crate) fn sealed(count: usize) -> Vec<Result<(), String>> {
    let home = Ground::Memory.folder();
    prepare::three_check_ins(home.path(), Some("old"));
    let key = Call::new("protect --new-recovery-key --new-passphrase-file old --yes");
    let shown = Program::Product.must(home.path(), &key.key(Some("old")));
    let groups: Vec<&str> =
        shown.stdout.lines().map(str::trim).filter(|line| line.contains('-')).collect();
    write_private(&home.path().join("key"), groups.join("-").as_bytes());
    let path = home.path().join("data/recovery");
    let whole = fs::read(&path).expect("the sealed passphrase");
    let mut random = Random::new(6, "sealed");
    let mut jobs: Vec<Option<Vec<u8>>> =
        (0..count).map(|_| Some(flipped(&whole, &mut random))).collect();
    jobs.extend([Some(whole.clone()), Some(Vec::new()), Some(whole[..100].to_vec()), None]);
    work::each(&jobs, |damaged| {
        let home = Ground::Memory.copy_of(home.path());
        put(&home.path().join("data/recovery"), damaged.as_deref());
        let call = "protect --recover --recovery-key-file key --new-passphrase-file new --yes";
        let outcome = Program::Product.run(home.path(), &Call::new(call), &Watch::Alone);
        let opens = match outcome.code {
            Some(0) => "new",
            Some(1) if TOLD.iter().any(|word| outcome.stderr.contains(word)) => "old",
            _ => return Err(format!("{}: {}", shape(damaged.as_ref()), outcome.complaint())),
        };
        if damaged.as_ref() == Some(&whole) && opens != "new" {
            return Err("the whole one does not open it".to_owned());
        }
        let list = Call::new("history list --json").key(Some(opens));
        state::value(Program::Product, home.path(), &list).map(drop)
    })
}

/// Damages each file of a backup, and restores it: the whole backup comes back, or it is refused and nothing
/// is changed.
pub(crate) fn backups(key: Key, count: usize) -> Vec<Result<(), String>> {
    let home = Ground::Memory.folder();
    prepare::backed_up(home.path(), key);
    let backup = newest_backup(home.path());
    let name = backup.file_name().expect("a name").to_string_lossy().into_owned();
    let inside = format!("data/backups/{name}");
    let restore = Call::new("restore").with(&name).with("--yes").key(key);
    let shown =
        |home: &Path| state::value(Program::Product, home, &Call::new(state::REPORT).key(key));
    let before = shown(Ground::Memory.copy_of(home.path()).path()).expect("what is there");
    let restored = Ground::Memory.copy_of(home.path());
    must(restored.path(), None, &restore);
    let after = shown(restored.path()).expect("what was restored");
    let mut random = Random::new(7, "backups");
    let files = work::files(&backup);
    let mut jobs: Vec<(String, Option<Vec<u8>>)> = Vec::new();
    for (file, whole) in &files {
        // Most of the bits are the database's, and most of the cases.
        let share = if file == "history.db" { count } else { count / 4 };
        jobs.extend((0..share).map(|_| (file.clone(), Some(flipped(whole, &mut random)))));
        jobs.push((file.clone(), Some(whole[..whole.len() / 2].to_vec())));
        jobs.push((file.clone(), Some(Vec::new())));
        jobs.push((file.clone(), None));
    }
    work::each(&jobs, |(file, damaged)| {
        let home = Ground::Memory.copy_of(home.path());
        put(&home.path().join(&inside).join(file), damaged.as_deref());
        let outcome = Program::Product.run(home.path(), &restore, &Watch::Alone);
        let expected: &Value = match outcome.code {
            Some(0) => &after,
            Some(1) => &before,
            _ => {
                return Err(format!(
                    "{file}, {}: {}",
                    shape(damaged.as_ref()),
                    outcome.complaint()
                ));
            }
        };
        let found = shown(home.path()).map_err(|error| format!("{file}: {error}"))?;
        if found == *expected {
            Ok(())
        } else {
            Err(format!(
                "{file}, {}: code {:?}, something else",
                shape(damaged.as_ref()),
                outcome.code
            ))
        }
    })
}

/// Returns the folder of the newest backup.
fn newest_backup(home: &Path) -> PathBuf {
    let entries = fs::read_dir(home.join("data/backups")).expect("backups");
    entries.flatten().map(|entry| entry.path()).max().expect("a backup")
}

fn flipped(whole: &[u8], random: &mut Random) -> Vec<u8> {
    let mut damaged = whole.to_vec();
    damaged[random.below(whole.len())] ^= 1 << random.below(8);
    damaged
}

fn put(path: &Path, content: Option<&[u8]>) {
    match content {
        Some(bytes) => write_private(path, bytes),
        None => fs::remove_file(path).expect("it is there"),
    }
}

fn shape(damaged: Option<&Vec<u8>>) -> String {
    damaged.map_or("gone".to_owned(), |bytes| format!("{} bytes", bytes.len()))
}
