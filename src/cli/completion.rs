//! Owns completion in the shell: which arguments mean something that is known here, and what there is
//! to choose from. It reads and never asks; of an encrypted history it knows nothing.

use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::{Command, CommandFactory as _, ValueEnum};
use clap_complete::env::{Bash, EnvCompleter, Fish, Powershell, Zsh};
use clap_complete::{ArgValueCandidates, CompletionCandidate};

use super::args::Cli;
use super::error::CommandError;
use super::settings::alias::before_command;
use super::settings::{SETTINGS, Settings};
use super::workspace::{data_folder, read_definitions};
use crate::guidance::Resources;
use crate::history::{Query, Store};
use crate::questionnaire::{Catalogue, Questionnaire};

/// The variable by which a shell asks; its value is the shell's name.
pub(crate) const VARIABLE: &str = "CHECKIN_COMPLETE";

/// How many check-ins are offered, the newest first.
const MOST_CHECK_INS: u32 = 60;

/// What an argument can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Questionnaires
    Questionnaires,
    /// Scores
    Scores,
    /// Items
    Items,
    /// Items, each with an equals sign
    ItemValues,
    /// Check-ins
    CheckIns,
    /// Settings
    Settings,
    /// Regions of support resources
    Regions,
}

/// Returns what an argument means, by its command and its name.
fn kind_of(command: &str, argument: &str) -> Option<Kind> {
    Some(match (command, argument) {
        (_, "questionnaire")
        | ("checkin questionnaires show" | "checkin questionnaires remove", "id") => {
            Kind::Questionnaires
        }
        (_, "score" | "scores" | "only" | "without") => Kind::Scores,
        (_, "private") => Kind::Items,
        ("checkin history edit", "set") => Kind::ItemValues,
        (_, "check_in") | ("checkin history delete", "id") => Kind::CheckIns,
        ("checkin config set", "key") => Kind::Settings,
        ("checkin resources", "region") => Kind::Regions,
        _ => return None,
    })
}

/// Answers a shell that asks for completions; `None` if none asks.
pub(crate) fn answer(words: &[OsString]) -> Option<Result<(), CommandError>> {
    #[expect(clippy::disallowed_methods, reason = "a shell asks before anything else is read")]
    let shell = std::env::var_os(VARIABLE).filter(|name| !name.is_empty())?;
    let known: [&dyn EnvCompleter; 4] = [&Bash, &Zsh, &Fish, &Powershell];
    let shell =
        known.into_iter().find(|known| shell.to_str().is_some_and(|name| known.is(name)))?;
    let line =
        words.iter().position(|word| word == "--").map(|place| words[place + 1..].to_vec())?;
    Some(complete(shell, line))
}

fn complete(shell: &dyn EnvCompleter, line: Vec<OsString>) -> Result<(), CommandError> {
    let folder = data_folder(before_command(&line).0.as_deref())?;
    let mut command = with_candidates(with_aliases(Cli::command(), &folder), "checkin", &folder);
    let mut out = Vec::new();
    let here = std::env::current_dir().ok();
    shell.write_complete(&mut command, line, here.as_deref(), &mut out)?;
    Ok(std::io::stdout().lock().write_all(&out)?)
}

/// Adds the aliases as commands; settings with mistakes have none.
fn with_aliases(command: Command, folder: &Path) -> Command {
    let aliases = Settings::read(folder).map(|settings| settings.aliases).unwrap_or_default();
    aliases.into_iter().fold(command, |command, (name, words)| {
        command.subcommand(Command::new(name).about(format!("checkin {}", words.join(" "))))
    })
}

/// Lets every argument that means something known offer it.
fn with_candidates(command: Command, path: &str, folder: &Path) -> Command {
    let with = of_arguments(command, path, |argument, kind| {
        let folder = folder.to_owned();
        argument.add(ArgValueCandidates::new(move || candidates(kind, &folder)))
    });
    with.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        with_candidates(sub, &path, folder)
    })
}

/// Changes every argument of a command that means something known.
pub(crate) fn of_arguments(
    command: Command,
    path: &str,
    change: impl Fn(clap::Arg, Kind) -> clap::Arg,
) -> Command {
    let ids: Vec<clap::Id> = command.get_arguments().map(|it| it.get_id().clone()).collect();
    // A changed argument goes to the end, and the place of a positional one counts: all are moved.
    ids.into_iter().fold(command, |command, id| {
        let kind = kind_of(path, id.as_str());
        command.mut_arg(id.as_str(), |argument| match kind {
            Some(kind) => change(argument, kind),
            None => argument,
        })
    })
}

/// Returns what there is to choose from; what cannot be read offers nothing.
pub(crate) fn candidates(kind: Kind, folder: &Path) -> Vec<CompletionCandidate> {
    let with_help = |value: &str, help: &str| {
        CompletionCandidate::new(value).help(Some(help.to_owned().into()))
    };
    match kind {
        Kind::Questionnaires => definitions(folder)
            .iter()
            .map(|definition| with_help(definition.id.as_str(), &definition.title))
            .collect(),
        Kind::Scores => definitions(folder)
            .iter()
            .flat_map(|definition| &definition.scores)
            .map(|score| with_help(score.id.as_str(), &score.title))
            .collect(),
        Kind::Items => items(folder, ""),
        Kind::ItemValues => items(folder, "="),
        Kind::CheckIns => check_ins(folder),
        Kind::Settings => {
            SETTINGS.iter().map(|setting| with_help(setting.key, &(setting.about)())).collect()
        }
        Kind::Regions => Resources::built_in()
            .regions
            .iter()
            .map(|region| with_help(&region.id, &region.name))
            .collect(),
    }
}

/// Returns all definitions without mistakes, each item and score in the first that has it.
fn definitions(folder: &Path) -> Vec<Questionnaire> {
    let own = read_definitions(&folder.join("questionnaires")).unwrap_or_default();
    let catalogue = Catalogue::new(own);
    let all = catalogue.ids().iter().filter_map(|id| catalogue.load(id));
    let mut seen = Vec::new();
    all.map(|definition| {
        let mut definition = (*definition).clone();
        definition.scores.retain(|score| {
            let is_new = !seen.contains(&score.id);
            if is_new {
                seen.push(score.id.clone());
            }
            is_new
        });
        definition
    })
    .collect()
}

fn items(folder: &Path, ending: &str) -> Vec<CompletionCandidate> {
    let all = definitions(folder).into_iter().flat_map(|definition| definition.items);
    let mut ids: Vec<String> = all.map(|item| format!("{}{ending}", item.id)).collect();
    ids.sort();
    ids.dedup();
    ids.into_iter().map(CompletionCandidate::new).collect()
}

fn check_ins(folder: &Path) -> Vec<CompletionCandidate> {
    let store = Store::new(folder);
    if !is_plain(store.path()) {
        return Vec::new();
    }
    let query = Query { last: Some(MOST_CHECK_INS), ..Query::default() };
    let kept = store.check_in_summaries(&query).unwrap_or_default();
    let newest = kept.iter().rev().enumerate().map(|(place, kept)| {
        CompletionCandidate::new(kept.content.date.to_string())
            .help(Some(kept.content.questionnaire.to_string().into()))
            .display_order(Some(place + 1))
    });
    let last = CompletionCandidate::new("last").display_order(Some(0));
    std::iter::once(last).chain(newest).collect()
}

/// Returns whether a history is there and not encrypted, by the first bytes of its file
/// (SQLite file format, section 1.3).
fn is_plain(path: &Path) -> bool {
    let mut head = [0; 16];
    let read = std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && &head == b"SQLite format 3\0"
}

/// Returns how the scripts call this program: by its name where it was called so, else by its path.
/// A path that a script would have to quote is not taken: not every script quotes well.
pub(crate) fn caller() -> String {
    let called = std::env::args_os().next().map(PathBuf::from).unwrap_or_default();
    let path = std::path::absolute(&called).unwrap_or(called.clone()).display().to_string();
    let needs_no_quotes = |c: char| c.is_alphanumeric() || "/._-+\\:".contains(c);
    if called.components().count() < 2 || !path.chars().all(needs_no_quotes) {
        return "checkin".into();
    }
    path
}
