//! Owns the recording: what a run did to the files of its home, in order, with all data.

use std::collections::BTreeMap;
use std::path::Path;

use crate::trace::{self, Traced};
use crate::work;

/// Which file, counted from 0; names come and go, the file stays the same.
pub(crate) type FileNumber = usize;

/// One thing that a run did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Content of a file was written.
    Write { file: FileNumber, at: usize, bytes: Vec<u8> },
    /// A file was given a length.
    Resize { file: FileNumber, length: usize },
    /// A name came, went or moved.
    Name(NameStep),
    /// The run waited until a file's content was on the disk.
    SyncFile(FileNumber),
    /// The run waited until the names in a folder were on the disk.
    SyncFolder(String),
    /// Something was said on standard output or standard error.
    Say(String),
}

/// A change of names; paths are those within the home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NameStep {
    /// A folder was made.
    Folder(String),
    /// A file got a name, new or another.
    Named(String, FileNumber),
    /// A file went from one name to another.
    Moved { from: String, to: String, file: FileNumber },
    /// A folder went from one name to another, with all that lies in it.
    MovedFolder { from: String, to: String },
    /// A name was taken away.
    Gone(String),
}

impl NameStep {
    /// Returns the path whose folder must be waited for.
    pub(crate) fn path(&self) -> &str {
        match self {
            Self::Folder(path) | Self::Named(path, _) | Self::Gone(path) => path,
            Self::Moved { to, .. } | Self::MovedFolder { to, .. } => to,
        }
    }
}

/// A run, and what was there before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recording {
    /// The folders before the run.
    pub(crate) folders: Vec<String>,
    /// The files before the run: name and number.
    pub(crate) names: BTreeMap<String, FileNumber>,
    /// Their content, by number; files that came later begin empty.
    pub(crate) contents: Vec<Vec<u8>>,
    /// What the run did.
    pub(crate) steps: Vec<Step>,
}

/// What is followed while the log is read.
struct Reader<'a> {
    home: &'a str,
    recording: Recording,
    names: BTreeMap<String, FileNumber>,
    /// Where `write` goes on in an open file.
    places: BTreeMap<i64, usize>,
    lengths: Vec<usize>,
}

impl Recording {
    /// Takes down what `home` holds before the run.
    pub(crate) fn before(home: &Path) -> Self {
        let mut recording = Self { folders: folders(home, ""), ..Self::default() };
        for (name, content) in work::files(home) {
            recording.names.insert(name, recording.contents.len());
            recording.contents.push(content);
        }
        recording
    }

    /// Adds what the log of a run in `home` tells.
    pub(crate) fn read(self, home: &Path, log: &[Traced]) -> Self {
        let home = format!("{}/", home.display());
        let (names, lengths) = (self.names.clone(), self.contents.iter().map(Vec::len).collect());
        let mut reader =
            Reader { home: &home, recording: self, names, places: BTreeMap::new(), lengths };
        for call in log.iter().filter(|call| call.returned.is_some_and(|value| value >= 0)) {
            reader.take(call);
        }
        reader.recording
    }
}

fn folders(home: &Path, prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(home.join(prefix)).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        if entry.file_type().expect("a kind").is_dir() {
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            found.push(path.clone());
            found.extend(folders(home, &format!("{path}/")));
        }
    }
    found
}

impl Reader<'_> {
    fn take(&mut self, call: &Traced) {
        match call.name.as_str() {
            "openat" => self.open(call),
            "write" => self.write(call, None),
            "pwrite64" => self.write(call, Some(call.number(3))),
            "ftruncate" => {
                if let Some(file) = self.file(call, 0) {
                    let length = call.number(1);
                    self.lengths[file] = length;
                    self.recording.steps.push(Step::Resize { file, length });
                }
            }
            "fsync" | "fdatasync" => self.sync(call),
            "mkdir" => self.name(self.inside(&call.path(0)).map(NameStep::Folder)),
            "unlink" => self.gone(&call.path(0)),
            // An empty folder that stays behind is no difference.
            "unlinkat" if call.arguments[2].contains("AT_REMOVEDIR") => {}
            "unlinkat" => match call.opened(0) {
                Some(folder) if !call.path(1).starts_with('/') => {
                    self.gone(&format!("{folder}/{}", call.path(1)));
                }
                _ => self.gone(&call.path(1)),
            },
            "rename" => self.moved(&call.path(0), &call.path(1)),
            "renameat" | "renameat2" => self.moved(&call.path(1), &call.path(3)),
            "link" => self.linked(&call.path(0), &call.path(1)),
            "linkat" => self.linked(&call.path(1), &call.path(3)),
            "chmod" | "fchmod" | "fchmodat" | "rmdir" => {}
            other => assert!(self.is_elsewhere(call), "the recording cannot follow `{other}`"),
        }
    }

    /// Whether no argument of a call lies in the home.
    fn is_elsewhere(&self, call: &Traced) -> bool {
        (0..call.arguments.len()).all(|place| {
            let opened = call.opened(place).unwrap_or_default();
            !opened.starts_with(self.home)
        })
    }

    /// Returns a path within the home; `None` for one outside.
    fn inside(&self, path: &str) -> Option<String> {
        let inside = match path.strip_prefix(self.home) {
            Some(inside) => inside,
            None if path.starts_with('/') => return None,
            None => path,
        };
        Some(inside.split('/').filter(|part| *part != ".").collect::<Vec<_>>().join("/"))
    }

    fn file(&self, call: &Traced, place: usize) -> Option<FileNumber> {
        self.names.get(&self.inside(&call.opened(place)?)?).copied()
    }

    fn open(&mut self, call: &Traced) {
        let descriptor = call.returned.expect("calls that failed are left out");
        self.places.insert(descriptor, 0);
        let flags = &call.arguments[2];
        let Some(path) = self.inside(&call.path(1)).filter(|_| call.changes()) else { return };
        match self.names.get(&path).copied() {
            None if flags.contains("O_CREAT") => {
                let file = self.lengths.len();
                self.lengths.push(0);
                self.name(Some(NameStep::Named(path, file)));
            }
            Some(file) if flags.contains("O_TRUNC") => {
                self.lengths[file] = 0;
                self.recording.steps.push(Step::Resize { file, length: 0 });
            }
            _ => {}
        }
    }

    fn write(&mut self, call: &Traced, at: Option<usize>) {
        let descriptor = call.descriptor(0).expect("an open file");
        let mut bytes = call.bytes(1);
        bytes.truncate(usize::try_from(call.returned.unwrap_or(0)).unwrap_or(0));
        if matches!(descriptor, 1 | 2) {
            let said = String::from_utf8_lossy(&bytes).into_owned();
            self.recording.steps.push(Step::Say(said));
            return;
        }
        let place = self.places.entry(descriptor).or_default();
        let at = at.unwrap_or_else(|| std::mem::replace(place, *place + bytes.len()));
        if let Some(file) = self.file(call, 0) {
            self.lengths[file] = self.lengths[file].max(at + bytes.len());
            self.recording.steps.push(Step::Write { file, at, bytes });
        }
    }

    fn sync(&mut self, call: &Traced) {
        let Some(opened) = call.opened(0) else { return };
        if let Some(file) = self.file(call, 0) {
            self.recording.steps.push(Step::SyncFile(file));
        } else if format!("{opened}/") == self.home {
            self.recording.steps.push(Step::SyncFolder(String::new()));
        } else if let Some(folder) = self.inside(&opened) {
            self.recording.steps.push(Step::SyncFolder(folder));
        }
    }

    fn gone(&mut self, path: &str) {
        self.name(self.inside(path).map(NameStep::Gone));
    }

    fn moved(&mut self, from: &str, to: &str) {
        let (from, to) = (self.inside(from), self.inside(to));
        let (Some(from), Some(to)) = (from, to) else { return };
        if let Some(&file) = self.names.get(&from) {
            self.name(Some(NameStep::Moved { from, to, file }));
            return;
        }
        self.name(Some(NameStep::MovedFolder { from, to }));
    }

    fn linked(&mut self, from: &str, to: &str) {
        let (from, to) = (self.inside(from), self.inside(to));
        if let (Some(from), Some(to)) = (from, to) {
            let file = *self.names.get(&from).expect("only files are linked");
            self.name(Some(NameStep::Named(to, file)));
        }
    }

    fn name(&mut self, step: Option<NameStep>) {
        let Some(step) = step else { return };
        match &step {
            NameStep::Folder(_) => {}
            NameStep::Named(path, file) => {
                self.names.insert(path.clone(), *file);
            }
            NameStep::Moved { from, to, file } => {
                self.names.remove(from);
                self.names.insert(to.clone(), *file);
            }
            NameStep::MovedFolder { from, to } => move_within(&mut self.names, from, to),
            NameStep::Gone(path) => {
                self.names.remove(path);
            }
        }
        self.recording.steps.push(Step::Name(step));
    }
}

/// Gives all that lies in one folder the path of another.
pub(crate) fn move_within(names: &mut BTreeMap<String, FileNumber>, from: &str, to: &str) {
    let within = format!("{from}/");
    let inside: Vec<String> =
        names.keys().filter(|name| name.starts_with(&within)).cloned().collect();
    for name in inside {
        if let Some(file) = names.remove(&name) {
            names.insert(format!("{to}/{}", &name[within.len()..]), file);
        }
    }
}

/// Records a run in `home`; the caller runs it with the arguments it is given.
pub(crate) fn record(home: &Path, run: impl FnOnce(&[String])) -> Recording {
    let before = Recording::before(home);
    let logs = work::Ground::Memory.folder();
    let log = logs.path().join("log");
    run(&trace::recording(&log));
    before.read(home, &trace::read(&log))
}
