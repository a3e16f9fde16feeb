//! Offers a wrong passphrase, damages the file, or puts a foreign one in its place, and looks whether the
//! program tells the three apart.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::disk::write_private;
use crate::prepare::{must, three_check_ins};
use crate::program::{Call, Program, Watch};
use crate::random::Random;
use crate::work::{self, Ground};

/// The size of a page of the database, in bytes.
const PAGE: usize = 4096;

/// What each cause is called; no message may hold the words of another.
const WRONG: &str = "the passphrase is wrong";
const DAMAGED: &str = "the history is damaged";
const FOREIGN: &str = "is not the history that belongs here, nor any part of it";

/// An encrypted history, and what `verify` finds of it.
pub(crate) struct Apart {
    home: TempDir,
}

impl Apart {
    /// Prepares the history.
    pub(crate) fn new() -> Self {
        let home = Ground::Memory.folder();
        three_check_ins(home.path(), Some("old"));
        Self { home }
    }

    /// Offers passphrases that are not the one, near misses among them; no file may change.
    pub(crate) fn wrong_passphrases(&self, count: usize) -> Vec<Result<(), String>> {
        let right = fs::read_to_string(self.home.path().join("old")).expect("the passphrase");
        let right = right.trim_end();
        let mut random = Random::new(8, "wrong passphrases");
        let jobs: Vec<String> = (0..count).map(|_| near(right, &mut random)).collect();
        work::each(&jobs, |passphrase| {
            let home = Ground::Memory.copy_of(self.home.path());
            write_private(&home.path().join("wrong"), format!("{passphrase}\n").as_bytes());
            let before = work::files(home.path());
            let told = says(home.path(), "wrong", WRONG, &[DAMAGED, FOREIGN]);
            told.map_err(|error| format!("`{passphrase}`: {error}"))?;
            if work::files(home.path()) == before {
                Ok(())
            } else {
                Err(format!("`{passphrase}` changed a file"))
            }
        })
    }

    /// Overwrites up to half of the file, cuts it, flips bits; the passphrase is the right one.
    pub(crate) fn damages(&self, count: usize) -> Vec<Result<(), String>> {
        let whole = fs::read(self.home.path().join("data/history.db")).expect("the database");
        let mut random = Random::new(9, "damages");
        let jobs: Vec<Vec<u8>> = (0..count).map(|_| damaged(&whole, &mut random)).collect();
        work::each(&jobs, |bytes| {
            let home = Ground::Memory.copy_of(self.home.path());
            write_private(&home.path().join("data/history.db"), bytes);
            says(home.path(), "old", DAMAGED, &[WRONG, FOREIGN])
        })
    }

    /// Puts other files in its place: encrypted histories of others with the same and with another
    /// passphrase, plain databases of other programs, text, and bytes by chance.
    pub(crate) fn foreign_files(&self, count: usize) -> Vec<Result<(), String>> {
        let jobs = foreign_files(count);
        work::each(&jobs, |bytes| {
            let home = Ground::Memory.copy_of(self.home.path());
            write_private(&home.path().join("data/history.db"), bytes);
            says(home.path(), "old", FOREIGN, &[WRONG, DAMAGED])
        })
    }
}

fn says(home: &Path, key: &'static str, wanted: &str, others: &[&str]) -> Result<(), String> {
    let call = Call::new("verify").key(Some(key));
    let outcome = Program::Product.run(home, &call, &Watch::Alone);
    let said = outcome.stderr.as_str();
    let right = outcome.code == Some(1)
        && said.contains(wanted)
        && !others.iter().any(|other| said.contains(other));
    if right { Ok(()) } else { Err(outcome.complaint()) }
}

/// Returns a passphrase that is not the right one: one letter off, other blanks or case, or quite another.
fn near(right: &str, random: &mut Random) -> String {
    let at = random.below(right.len());
    let mut letters: Vec<char> = right.chars().collect();
    match random.below(5) {
        0 => letters[at] = if letters[at] == 'q' { 'x' } else { 'q' },
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, 'é'),
        3 => letters = right.to_uppercase().chars().collect(),
        _ => letters = (0..=at).map(|_| char::from(b'!' + byte(random) % 90)).collect(),
    }
    letters.into_iter().collect()
}

fn damaged(whole: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    let pages = whole.len() / PAGE;
    match random.below(4) {
        0 => {
            let from = random.below(pages / 2) * PAGE;
            let length = (1 + random.below(pages / 2)) * PAGE;
            bytes[from..from + length].fill(0);
        }
        1 => {
            let from = random.below(whole.len() / 2);
            let length = 16 + random.below(whole.len() / 2 - 16);
            bytes[from..from + length].fill_with(|| byte(random));
        }
        2 => bytes.truncate((1 + random.below(pages - 1)) * PAGE),
        _ => {
            for _ in 0..=random.below(20) {
                bytes[random.below(whole.len())] ^= 1 << random.below(8);
            }
        }
    }
    bytes
}

fn foreign_files(count: usize) -> Vec<Vec<u8>> {
    let mut random = Random::new(10, "foreign files");
    let other = Ground::Memory.folder();
    three_check_ins(other.path(), Some("old"));
    let database = other.path().join("data/history.db");
    let mut keys = ["old", "new"].into_iter().cycle();
    let mut key = keys.next();
    (0..count)
        .map(|number| match number % 4 {
            // The same history encrypted anew is another file each time.
            0 | 1 => {
                let next = keys.next().expect("it goes round");
                let call = Call::new("protect --new-passphrase-file").with(next);
                must(other.path(), key, &call);
                key = Some(next);
                fs::read(&database).expect("the database")
            }
            2 => plain_database(number),
            _ if random.once_in(2) => format!("Notes of {number}\n").repeat(400).into_bytes(),
            _ => {
                let length = 512 + random.below(100_000);
                std::iter::repeat_with(|| byte(&mut random)).take(length).collect()
            }
        })
        .collect()
}

fn plain_database(number: usize) -> Vec<u8> {
    let folder = Ground::Memory.folder();
    let path = folder.path().join("other.db");
    let database = rusqlite::Connection::open(&path).expect("a database");
    database
        .execute_batch(&format!(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT);
             INSERT INTO note (words) VALUES ('note {number}');"
        ))
        .expect("a table");
    drop(database);
    fs::read(&path).expect("the database")
}

fn byte(random: &mut Random) -> u8 {
    u8::try_from(random.below(256)).expect("it is below 256")
}
