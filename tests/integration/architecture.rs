//! Holds the house to its plan: who may import whom, how large a file may be, what opens it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What each module may import of ours; `docs/architecture.md` says why.
const MAY_IMPORT: [(&str, &[&str]); 12] = [
    ("language", &[]),
    ("questionnaire", &[]),
    ("checkin", &["questionnaire"]),
    ("scoring", &["questionnaire", "checkin"]),
    ("files", &[]),
    ("interop", &["questionnaire", "checkin", "scoring"]),
    ("history", &["questionnaire", "checkin", "scoring", "files"]),
    ("trend", &["questionnaire", "checkin", "scoring"]),
    ("guidance", &["language", "questionnaire", "scoring", "trend"]),
    ("report", &["language", "questionnaire", "checkin", "scoring", "trend", "guidance"]),
    ("render", &["language", "report"]),
    (
        "cli",
        &[
            "questionnaire",
            "checkin",
            "scoring",
            "files",
            "interop",
            "history",
            "trend",
            "guidance",
            "language",
            "report",
            "render",
        ],
    ),
];

/// Lines a source file may have; tests that grow past 150 lines move to a sibling.
const LONGEST_FILE: usize = 400;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn module_of(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).expect("a source file");
    let first = inside.components().next().expect("a name").as_os_str();
    first.to_string_lossy().trim_end_matches(".rs").to_owned()
}

/// The modules of ours that a text names by `crate::module`, comments left out.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    for line in code {
        for rest in line.split("crate::").skip(1) {
            if let Some(group) = rest.strip_prefix('{') {
                let names = group.trim_end_matches(['}', ';']).split(',');
                found.extend(
                    names.filter_map(|name| name.trim().split("::").next()).map(str::to_owned),
                );
            } else {
                found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            }
        }
    }
    found
}

#[test]
fn modules_import_only_what_they_may() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_IMPORT.into_iter().collect();
    let mut forbidden = Vec::new();
    let mut seen = 0;
    for path in rust_files(&root().join("src")) {
        let module = module_of(&path);
        let Some(allowed) = allowed.get(module.as_str()) else { continue };
        for import in imports(&std::fs::read_to_string(&path).expect("a text")) {
            let ours = MAY_IMPORT.iter().any(|(name, _)| *name == import);
            seen += usize::from(ours);
            if ours && import != module && !allowed.contains(&import.as_str()) {
                forbidden.push(format!("{} imports {import}", path.display()));
            }
        }
    }
    assert!(seen > 50, "the search for imports finds them");
    assert!(forbidden.is_empty(), "{forbidden:#?}");
}

#[test]
fn a_forbidden_import_would_be_found() {
    assert_eq!(imports("use crate::history::Store;"), ["history"]);
    assert_eq!(imports("use crate::{cli, report::Report};"), ["cli", "report"]);
    assert_eq!(imports("    let x = crate::cli::run();"), ["cli"]);
    assert!(imports("// crate::cli is not imported").is_empty());
}

#[test]
fn every_module_has_its_rule() {
    let modules = std::fs::read_dir(root().join("src")).expect("the source folder");
    for module in modules.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir())
    {
        let name = module.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(MAY_IMPORT.iter().any(|(known, _)| *known == name), "no import rule for {name}");
    }
}

#[test]
fn files_are_short_and_say_what_they_own() {
    let mut faults = Vec::new();
    let mut files = rust_files(&root().join("src"));
    files.extend(rust_files(&root().join("tests")));
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a text");
        if !text.starts_with("//!") {
            faults.push(format!("{} does not open with //!", path.display()));
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a beginning");
        let lines = code.lines().count();
        if lines > LONGEST_FILE {
            faults.push(format!("{} has {lines} lines", path.display()));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_test_file_is_included() {
    let folder = root().join("tests/integration");
    let main = std::fs::read_to_string(folder.join("main.rs")).expect("the test binary");
    for path in
        std::fs::read_dir(&folder).expect("the tests").map(|entry| entry.expect("an entry").path())
    {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if name != "main"
            && name != "snapshots"
            && (path.is_dir() || path.extension().is_some_and(|e| e == "rs"))
        {
            assert!(
                main.contains(&format!("mod {name};")),
                "{name} is not part of the test binary"
            );
        }
    }
}

#[test]
fn each_dependency_says_what_it_is_for() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    let mut section = "";
    let mut counted = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]") && line.contains('=') {
            counted += 1;
            assert!(line.contains(" # "), "no reason beside: {line}");
        }
    }
    assert!(counted > 20, "the search for dependencies finds them");
}

#[test]
fn no_crate_in_the_lock_file_can_reach_a_network() {
    const NETWORK: [&str; 12] = [
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "isahc",
        "tokio",
        "async-std",
        "mio",
        "rustls",
        "native-tls",
        "tungstenite",
        "quinn",
    ];
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    let found: Vec<&str> = NETWORK
        .into_iter()
        .filter(|name| lock.contains(&format!("\nname = \"{name}\"\n")))
        .collect();
    assert!(found.is_empty(), "{found:?}");
}
