//! Owns where and how the work is done: folders that are thrown away, and all processors at once.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::TempDir;

/// Where a folder lies.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Ground {
    /// On the file system of the build folder.
    Disk,
    /// In memory, where there is such a place: faster, for what the harness itself has put together.
    Memory,
}

impl Ground {
    /// Returns the folder that all others are made in.
    pub(crate) fn path(self) -> PathBuf {
        let memory = Path::new("/dev/shm");
        match self {
            Ground::Memory if memory.is_dir() => memory.to_owned(),
            _ => PathBuf::from(env!("CARGO_TARGET_TMPDIR")),
        }
    }

    /// Returns the kind of file system that it lies on.
    pub(crate) fn file_system(self) -> String {
        let path = self.path();
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let fields = mounts.lines().map(|line| line.split(' ').collect::<Vec<_>>());
        let holding = fields.filter(|fields| fields.len() > 2 && path.starts_with(fields[1]));
        let nearest = holding.max_by_key(|fields| fields[1].len());
        nearest.map_or_else(|| "an unknown file system".to_owned(), |fields| fields[2].to_owned())
    }

    /// Makes an empty folder that is removed when dropped.
    pub(crate) fn folder(self) -> TempDir {
        tempfile::Builder::new().prefix("faults-").tempdir_in(self.path()).expect("a folder")
    }

    /// Makes a copy of a folder that is removed when dropped.
    pub(crate) fn copy_of(self, from: &Path) -> TempDir {
        let folder = self.folder();
        copy(from, folder.path());
        folder
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            make_folder(&target);
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("a copy");
        }
    }
}

/// Makes a folder that only its owner may use.
pub(crate) fn make_folder(path: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(path).expect("a new folder");
}

/// Returns all plain files below a folder, by their path in it.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    fn gather(folder: &Path, prefix: &str, found: &mut Vec<(String, Vec<u8>)>) {
        for entry in fs::read_dir(folder).expect("a readable folder") {
            let entry = entry.expect("a readable entry");
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().expect("a kind").is_dir() {
                gather(&entry.path(), &format!("{name}/"), found);
            } else {
                found.push((name, fs::read(entry.path()).expect("a readable file")));
            }
        }
    }
    let mut found = Vec::new();
    gather(folder, "", &mut found);
    found.sort();
    found
}

/// Does all jobs on all processors and returns what came of each, in their order.
pub(crate) fn each<J: Sync, R: Send>(jobs: &[J], work: impl Fn(&J) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(jobs.len()));
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..processors {
            scope.spawn(|| {
                while let place = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(job) = jobs.get(place)
                {
                    let result = work(job);
                    done.lock().expect("no worker has panicked").push((place, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no worker has panicked");
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}
