//! Owns what a history holds, read through the program's own commands, and cut to what must be equal.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use crate::program::{Call, Key, Program, Watch};

/// What is there, part by part: `records`, `drafts`, `exports`, `page`, `key`; of the control `kept`.
pub(crate) type State = BTreeMap<&'static str, Value>;

/// The command that shows the most; a history is opened with it.
pub(crate) const REPORT: &str =
    "report --last 520 --include events,steps,notes,answers,context --no-questions --json";

/// The file that an export writes.
pub(crate) const PAGE: &str = "page.html";

/// The files of the passphrases that may open the history; `None` stands for a plain one.
pub(crate) type Keys = &'static [Key];

/// Reads the state of `home`; an error says what could not be read, or is broken.
pub(crate) fn read(program: Program, home: &Path, keys: Keys) -> Result<State, String> {
    match program {
        Program::Control(_) => {
            let kept = value(program, home, &Call::new("read"))?;
            Ok(BTreeMap::from([("kept", kept)]))
        }
        Program::Product => product(home, keys),
    }
}

/// Reads JSON that a command prints.
pub(crate) fn value(program: Program, home: &Path, call: &Call) -> Result<Value, String> {
    let outcome = program.run(home, call, &Watch::Alone);
    if outcome.code != Some(0) {
        return Err(format!("cannot be read: {}", outcome.complaint()));
    }
    serde_json::from_str(&outcome.stdout).map_err(|error| format!("no JSON: {error}"))
}

fn product(home: &Path, keys: Keys) -> Result<State, String> {
    let (key, page) = opened(home, keys)?;
    let read = |command: &str| value(Program::Product, home, &Call::new(command).key(key));
    // Each look into an encrypted history derives its key anew, so what the page tells is not read twice.
    let list = if key.is_none() { without_ids(read("history list --json")?) } else { json!(null) };
    let status = read("status --json")?;
    let drafts = status["drafts"].as_array().cloned().unwrap_or_default();
    let drafts: Vec<Value> =
        drafts.iter().map(|draft| draft_of(&draft["questionnaire"], &draft["answered"])).collect();
    let mut state = BTreeMap::from([
        ("records", json!([list, page])),
        ("drafts", drafts.into()),
        ("exports", read("history exports --json")?),
        ("key", json!(key)),
    ]);
    let written = std::fs::read_to_string(home.join(PAGE)).ok();
    state.insert("page", json!(written));
    whole(home, key)?;
    Ok(state)
}

/// Returns a draft as it stands in a state.
pub(crate) fn draft_of(questionnaire: &Value, answered: &Value) -> Value {
    json!({ "questionnaire": questionnaire, "answered": answered })
}

/// Finds the one key that opens the history, and reads its page.
fn opened(home: &Path, keys: Keys) -> Result<(Key, Value), String> {
    let mut found = Vec::new();
    let mut refused = String::new();
    for &key in keys {
        match value(Program::Product, home, &Call::new(REPORT).key(key)) {
            // A plain history opens whatever passphrase is offered.
            Ok(page) if key.is_none() => return Ok((key, page)),
            Ok(page) => found.push((key, page)),
            Err(error) => refused = error,
        }
    }
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(refused),
        _ => Err("more than one passphrase opens it".to_owned()),
    }
}

fn without_ids(mut list: Value) -> Value {
    for check_in in list.as_array_mut().into_iter().flatten() {
        if let Some(check_in) = check_in.as_object_mut() {
            check_in.remove("id");
        }
    }
    list
}

/// Checks all of the history, with the program and, where it is not encrypted, past it.
fn whole(home: &Path, key: Key) -> Result<(), String> {
    let path = home.join("data/history.db");
    if !path.exists() {
        return Ok(());
    }
    let verified = Program::Product.run(home, &Call::new("verify").key(key), &Watch::Alone);
    if verified.code != Some(0) {
        let found =
            verified.stdout.lines().filter(|line| !line.starts_with("ok")).collect::<Vec<_>>();
        return Err(format!("does not verify: {}", found.join("; ")));
    }
    if key.is_some() {
        return Ok(());
    }
    let failed = |error: rusqlite::Error| format!("the engine cannot read it: {error}");
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = rusqlite::Connection::open_with_flags(&path, flags).map_err(failed)?;
    let found: String =
        connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).map_err(failed)?;
    let broken = connection
        .prepare("PRAGMA foreign_key_check")
        .and_then(|mut statement| statement.exists([]))
        .map_err(failed)?;
    match (found.as_str(), broken) {
        ("ok", false) => Ok(()),
        ("ok", true) => Err("a foreign key leads nowhere".to_owned()),
        _ => Err(format!("the integrity check finds: {found}")),
    }
}
