//! Owns what `strace` writes: its arguments and its lines, read into calls.

use std::path::Path;

/// Every call that changes a file, a name or a mode, or waits for the disk.
pub(crate) const CHANGING: &[&str] = &[
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "pwritev2",
    "copy_file_range",
    "sendfile",
    "ftruncate",
    "truncate",
    "fallocate",
    "fsync",
    "fdatasync",
    "sync_file_range",
    "syncfs",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "unlink",
    "unlinkat",
    "rmdir",
    "mkdir",
    "mkdirat",
    "open",
    "openat",
    "openat2",
    "creat",
    "chmod",
    "fchmod",
    "fchmodat",
];

/// One call as `strace` wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Traced {
    /// The thread.
    pub(crate) thread: u32,
    /// The name of the call.
    pub(crate) name: String,
    /// Its arguments, each as written.
    pub(crate) arguments: Vec<String>,
    /// What it returned; absent when the process was killed in it.
    pub(crate) returned: Option<i64>,
    /// Whether the outcome was put in by `strace`.
    pub(crate) injected: bool,
}

/// Returns the arguments that write down the changing calls into `log`, with all their data.
pub(crate) fn recording(log: &Path) -> Vec<String> {
    let calls = CHANGING.join(",");
    let mut arguments = vec!["-f".to_owned(), "--seccomp-bpf".into(), "-qq".into(), "-y".into()];
    arguments.extend(["-xx", "-s", "33554432", "-e", "signal=none"].map(str::to_owned));
    arguments.extend([
        "-e".to_owned(),
        format!("trace={calls}"),
        "-o".into(),
        log.display().to_string(),
    ]);
    arguments
}

/// Returns the arguments that write down the calls of these names into `log`, without their data.
pub(crate) fn counting(log: &Path, names: &[&str]) -> Vec<String> {
    let mut arguments = vec!["-f".to_owned(), "--seccomp-bpf".into(), "-qq".into(), "-xx".into()];
    arguments.extend(["-s", "0", "-e", "signal=none", "-e"].map(str::to_owned));
    arguments.push(format!("trace={}", names.join(",")));
    arguments.extend(["-o".to_owned(), log.display().to_string()]);
    arguments
}

/// Returns the arguments that do `action` at the `nth` call of this name, counted from 1.
pub(crate) fn injection(log: &Path, name: &str, action: &str, nth: &str) -> Vec<String> {
    // With `--seccomp-bpf`, strace 6.1 does not deliver the signal.
    let mut arguments = vec!["-f".to_owned(), "-qq".into(), "-e".into(), "signal=none".into()];
    arguments.extend(["-e".to_owned(), format!("trace={name}")]);
    arguments.extend(["-e".to_owned(), format!("inject={name}:{action}:when={nth}")]);
    arguments.extend(["-o".to_owned(), log.display().to_string()]);
    arguments
}

/// Reads a log.
pub(crate) fn read(log: &Path) -> Vec<Traced> {
    let text = std::fs::read_to_string(log).expect("the log of strace");
    text.lines().filter_map(line).collect()
}

/// Reads a line such as `17 pwrite64(3</f>, "\x68", 1, 0) = 1`; `None` for one that is no call.
fn line(line: &str) -> Option<Traced> {
    let (thread, rest) = line.split_once(' ')?;
    let rest = rest.trim_start();
    let (name, rest) = rest.split_once('(')?;
    if !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        assert!(!line.contains("unfinished"), "two threads at once: {line}");
        return None;
    }
    assert!(!line.ends_with("<unfinished ...>"), "two threads at once: {line}");
    let (inside, after) = rest.rsplit_once(" = ")?;
    let inside = inside.trim_end().strip_suffix(')')?;
    Some(Traced {
        thread: thread.parse().ok()?,
        name: name.to_owned(),
        arguments: split(inside),
        returned: after.split([' ', '<']).next().and_then(|number| number.parse().ok()),
        injected: after.contains("(INJECTED)"),
    })
}

/// Splits at commas outside of brackets and quotes. With `-xx` neither names nor data hold any of these.
fn split(inside: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut depth, mut quoted) = (0_i32, false);
    for c in inside.chars() {
        match c {
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("there is one").push(c);
    }
    parts.into_iter().map(|part| part.trim().to_owned()).collect()
}

impl Traced {
    /// Returns whether it can change anything: an opening that only reads cannot.
    pub(crate) fn changes(&self) -> bool {
        let reads = |flags: Option<&String>| {
            flags.is_some_and(|flags| {
                flags.contains("O_RDONLY")
                    && !flags.contains("O_CREAT")
                    && !flags.contains("O_TRUNC")
            })
        };
        match self.name.as_str() {
            "open" => !reads(self.arguments.get(1)),
            "openat" | "openat2" => !reads(self.arguments.get(2)),
            _ => true,
        }
    }

    /// Returns the bytes of a quoted argument.
    pub(crate) fn bytes(&self, place: usize) -> Vec<u8> {
        let text = &self.arguments[place];
        assert!(!text.ends_with("..."), "cut short: {} {}", self.name, text.len());
        unescape(text.trim_matches('"'))
    }

    /// Returns a quoted path.
    pub(crate) fn path(&self, place: usize) -> String {
        String::from_utf8(self.bytes(place)).expect("a path in UTF-8")
    }

    /// Returns a number.
    pub(crate) fn number(&self, place: usize) -> usize {
        self.arguments[place].parse().expect("a number that is not negative")
    }

    /// Returns the path that `-y` gives for an open file or folder; `None` if its name is gone.
    pub(crate) fn opened(&self, place: usize) -> Option<String> {
        let text = &self.arguments[place];
        if text.ends_with("(deleted)") {
            return None;
        }
        let (_, path) = text.split_once('<')?;
        String::from_utf8(unescape(path.trim_end_matches('>'))).ok()
    }

    /// Returns the number of an open file.
    pub(crate) fn descriptor(&self, place: usize) -> Option<i64> {
        self.arguments[place].split('<').next()?.parse().ok()
    }
}

/// Turns `\x41` into bytes; other characters stand for themselves.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4);
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if let [b'x', high, low, after @ ..] = after
            && first == b'\\'
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            bytes.push(high * 16 + low);
            rest = after;
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    bytes
}

fn digit(c: u8) -> Option<u8> {
    char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
