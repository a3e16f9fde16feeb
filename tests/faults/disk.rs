//! Owns the model of a disk that loses power: what may be on it then, and what must.
//!
//! Content of a file must be there once the file was synced; before that each write may be there,
//! missing, or there in some of its sectors only, and in any order. A name that came, went or moved must
//! be so once its folder was synced; before that it may be so or not, each on its own. This is stricter
//! than the common file systems, which keep changes of names in order.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::random::Random;
use crate::recording::{FileNumber, NameStep, Recording, Step, move_within};
use crate::work;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// What may be on the disk, to be chosen from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    folders: BTreeSet<String>,
    names: BTreeMap<String, FileNumber>,
    contents: Vec<Vec<u8>>,
    /// Changes of content that are not synced, by file.
    waiting: BTreeMap<FileNumber, Vec<Step>>,
    /// Changes of names that are not synced.
    waiting_names: Vec<NameStep>,
}

/// How the choice is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// Everything that waits is there, as after the crash of a program alone.
    Everything,
    /// Nothing that waits is there.
    Nothing,
    /// All content, and no change of names.
    ContentOnly,
    /// All changes of names, and no content.
    NamesOnly,
    /// Names in order up to some point, and any content, torn or not.
    InOrder,
    /// Any changes of names and any content, torn or not.
    Any,
}

impl Choice {
    /// All; those that leave most open twice, because they have the most outcomes.
    pub(crate) const ALL: [Choice; 8] = [
        Self::Everything,
        Self::Nothing,
        Self::ContentOnly,
        Self::NamesOnly,
        Self::InOrder,
        Self::InOrder,
        Self::Any,
        Self::Any,
    ];

    /// Those that leave nothing to chance.
    pub(crate) const FIXED: [Choice; 4] =
        [Self::Everything, Self::Nothing, Self::ContentOnly, Self::NamesOnly];
}

/// One outcome: folders, and files with their content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Outcome {
    folders: BTreeSet<String>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Disk {
    /// Returns the disk before the run: all that is there is safe.
    pub(crate) fn before(recording: &Recording) -> Self {
        Self {
            folders: recording.folders.iter().cloned().collect(),
            names: recording.names.clone(),
            contents: recording.contents.clone(),
            ..Self::default()
        }
    }

    /// Lets the run do one thing.
    pub(crate) fn take(&mut self, step: &Step) {
        match step {
            Step::Write { file, .. } | Step::Resize { file, .. } => {
                self.waiting.entry(*file).or_default().push(step.clone());
            }
            Step::Name(step) => self.waiting_names.push(step.clone()),
            Step::SyncFile(file) => {
                for step in self.waiting.remove(file).unwrap_or_default() {
                    apply(content(&mut self.contents, *file), &step);
                }
            }
            Step::SyncFolder(folder) => {
                for step in std::mem::take(&mut self.waiting_names) {
                    if folder_of(step.path()) == folder {
                        rename(&mut self.folders, &mut self.names, &step);
                    } else {
                        self.waiting_names.push(step);
                    }
                }
            }
            Step::Say(_) => {}
        }
    }

    /// Returns one state that the disk may be in after a power cut at this moment.
    pub(crate) fn outcome(&self, choice: Choice, random: &mut Random) -> Outcome {
        let (mut folders, mut names) = (self.folders.clone(), self.names.clone());
        let until = random.below(self.waiting_names.len() + 1);
        for (place, step) in self.waiting_names.iter().enumerate() {
            let is_there = match choice {
                Choice::Everything | Choice::NamesOnly => true,
                Choice::Nothing | Choice::ContentOnly => false,
                Choice::InOrder => place < until,
                Choice::Any => random.once_in(2),
            };
            if is_there {
                rename(&mut folders, &mut names, step);
            }
        }
        let mut contents = self.contents.clone();
        for (file, steps) in &self.waiting {
            for step in steps {
                let content = content(&mut contents, *file);
                match choice {
                    Choice::Everything | Choice::ContentOnly => apply(content, step),
                    Choice::Nothing | Choice::NamesOnly => {}
                    Choice::InOrder | Choice::Any => apply_in_part(content, step, random),
                }
            }
        }
        let files = names
            .into_iter()
            .filter(|(name, _)| reachable(name, &folders))
            .map(|(name, file)| (name, contents.get(file).cloned().unwrap_or_default()))
            .collect();
        let all = folders.clone();
        folders.retain(|folder| reachable(folder, &all));
        Outcome { folders, files }
    }
}

impl Outcome {
    /// Writes it into an empty folder.
    pub(crate) fn write(&self, home: &Path) {
        for folder in &self.folders {
            work::make_folder(&home.join(folder));
        }
        for (name, content) in &self.files {
            write_private(&home.join(name), content);
        }
    }

    /// Returns the files by name.
    pub(crate) fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }
}

/// Writes a file that only its owner may use.
pub(crate) fn write_private(path: &Path, content: &[u8]) {
    use std::os::unix::fs::PermissionsExt;
    fs::write(path, content).expect("the file is written");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("its owner may do so");
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn reachable(path: &str, folders: &BTreeSet<String>) -> bool {
    let folder = folder_of(path);
    folder.is_empty() || (folders.contains(folder) && reachable(folder, folders))
}

fn rename(
    folders: &mut BTreeSet<String>,
    names: &mut BTreeMap<String, FileNumber>,
    step: &NameStep,
) {
    match step {
        NameStep::Folder(path) => {
            folders.insert(path.clone());
        }
        NameStep::Named(path, file) => {
            names.insert(path.clone(), *file);
        }
        NameStep::Moved { from, to, file } => {
            // What the name stands for may be another file, where its coming was lost.
            if names.get(from) == Some(file) {
                names.remove(from);
            }
            names.insert(to.clone(), *file);
        }
        NameStep::MovedFolder { from, to } => {
            folders.remove(from);
            folders.insert(to.clone());
            move_within(names, from, to);
        }
        NameStep::Gone(path) => {
            names.remove(path);
        }
    }
}

fn content(contents: &mut Vec<Vec<u8>>, file: FileNumber) -> &mut Vec<u8> {
    if contents.len() <= file {
        contents.resize(file + 1, Vec::new());
    }
    &mut contents[file]
}

fn apply(content: &mut Vec<u8>, step: &Step) {
    match step {
        Step::Write { at, bytes, .. } => put(content, *at, bytes),
        Step::Resize { length, .. } => content.resize(*length, 0),
        _ => {}
    }
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if content.len() < end {
        content.resize(end, 0);
    }
    content[at..end].copy_from_slice(bytes);
}

/// Applies a change, or not, or some sectors of it; the length may grow without its content.
fn apply_in_part(content: &mut Vec<u8>, step: &Step, random: &mut Random) {
    let Step::Write { at, bytes, .. } = step else {
        if random.once_in(2) {
            apply(content, step);
        }
        return;
    };
    match random.below(5) {
        0 | 1 => apply(content, step),
        2 => {}
        3 => content.resize(content.len().max(at + bytes.len()), 0),
        _ => {
            let mut begin = 0;
            while begin < bytes.len() {
                // Sectors are counted from the beginning of the file.
                let end = (begin + SECTOR - (at + begin) % SECTOR).min(bytes.len());
                if random.once_in(2) {
                    put(content, at + begin, &bytes[begin..end]);
                }
                begin = end;
            }
        }
    }
}
