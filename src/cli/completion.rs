//! Owns completion in the shell: which arguments mean something that is known here, and what there is
//! to choose from. It reads and never asks; of an encrypted history it knows nothing.

mod kept;
mod line;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Command, CommandFactory as _, ValueEnum};
use clap_complete::env::{Bash, EnvCompleter, Fish, Powershell, Zsh};
use clap_complete::{ArgValueCandidates, CompletionCandidate};

use super::answer_file::label_word;
use super::args::Cli;
use super::error::CommandError;
use super::help;
use super::settings::alias::{before_command, put_in_place};
use super::settings::{SETTINGS, Settings};
use super::workspace::{Environment, data_folder, read_definitions};
use crate::guidance::Resources;
use crate::language::{Language, speak_as};
use crate::questionnaire::{Catalogue, Item, ItemKind, Key, Questionnaire, ResponseOption};
pub(crate) use line::Line;

/// The variable by which a shell asks; its value is the shell's name.
pub(crate) const VARIABLE: &str = "CHECKIN_COMPLETE";

/// What an argument can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Questionnaires
    Questionnaires,
    /// Scores
    Scores,
    /// Items
    Items,
    /// Items, each with an equals sign, and behind it the answers an item takes
    ItemValues,
    /// Check-ins
    CheckIns,
    /// Check-ins, notes, events and steps
    Records,
    /// Backups
    Backups,
    /// Settings
    Settings,
    /// Values of the setting that is named before
    SettingValues,
    /// Commands below those that are named before
    Commands,
    /// Scoring keys
    Keys,
    /// Regions of support resources
    Regions,
}

impl Kind {
    /// Returns whether it depends on what else stands in the line.
    pub(crate) fn needs_line(self) -> bool {
        matches!(self, Self::ItemValues | Self::SettingValues | Self::Commands)
    }
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
        (_, "check_in") => Kind::CheckIns,
        ("checkin history delete", "id") => Kind::Records,
        ("checkin restore", "backup") => Kind::Backups,
        ("checkin config set" | "checkin config unset", "key") => Kind::Settings,
        ("checkin config set", "value") => Kind::SettingValues,
        ("checkin man", "command") => Kind::Commands,
        ("checkin questionnaires adopt" | "checkin questionnaires import", "key") => Kind::Keys,
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
    #[expect(clippy::disallowed_methods, reason = "shells tell the place of the word here")]
    let at = std::env::var("_CLAP_COMPLETE_INDEX").ok().and_then(|place| place.parse().ok());
    Some(complete(shell, Line::new(line, at)))
}

fn complete(shell: &dyn EnvCompleter, line: Line) -> Result<(), CommandError> {
    let (is_bash, is_zsh) = (shell.name() == Bash.name(), shell.name() == Zsh.name());
    let (line, kept) = if is_bash { line.rejoined() } else { (line, 0) };
    let folder = data_folder(before_command(&line.words).0.as_deref())?;
    // Settings with mistakes have no aliases.
    let settings = Environment::read().overlay(false, Settings::read(&folder).unwrap_or_default());
    speak_as(settings.language.as_deref());
    let aliases = settings.aliases;
    let line = line.with_words(|words| put_in_place(words, &aliases));
    let about = Arc::new((folder, line));
    let command = with_aliases(help::command(), aliases);
    let mut command = with_candidates(command, "checkin", &about);
    let mut out = Vec::new();
    let (here, words) = (std::env::current_dir().ok(), about.1.words.clone());
    if is_bash {
        let found =
            clap_complete::engine::complete(&mut command, words, about.1.at, here.as_deref())?;
        // Bash puts in what stands behind the last sign at which it took the word apart.
        let left = |found: &CompletionCandidate| {
            let value = found.get_value().to_string_lossy().into_owned();
            value.get(kept..).map(str::to_owned).unwrap_or(value)
        };
        // The script takes the names apart at this character.
        out.extend(found.iter().map(left).collect::<Vec<_>>().join("\u{b}").into_bytes());
    } else if is_zsh {
        // The crate's own way takes the place of the word as zsh tells it, which an alias moves.
        let found =
            clap_complete::engine::complete(&mut command, words, about.1.at, here.as_deref())?;
        out.extend(found.iter().map(for_zsh).collect::<Vec<_>>().join("\n").into_bytes());
    } else {
        shell.write_complete(&mut command, words, here.as_deref(), &mut out)?;
    }
    let described = help::with_fixed(String::from_utf8_lossy(&out).into_owned());
    Ok(std::io::stdout().lock().write_all(described.as_bytes())?)
}

/// Returns a candidate as zsh's `_describe` reads it: the name, a colon, the first line of its help.
fn for_zsh(found: &CompletionCandidate) -> String {
    let name = found.get_value().to_string_lossy().replace('\\', "\\\\").replace(':', "\\:");
    let help = found.get_help().map(ToString::to_string);
    match help.as_deref().and_then(|help| help.lines().next()) {
        Some(help) => format!("{name}:{}", help.replace('\\', "\\\\")),
        None => name,
    }
}

/// Adds the aliases as commands.
fn with_aliases(command: Command, aliases: BTreeMap<String, Vec<String>>) -> Command {
    aliases.into_iter().fold(command, |command, (name, words)| {
        command.subcommand(Command::new(name).about(format!("checkin {}", words.join(" "))))
    })
}

/// Lets every argument that means something known offer it.
fn with_candidates(command: Command, path: &str, about: &Arc<(PathBuf, Line)>) -> Command {
    let with = of_arguments(command, path, |argument, kind| {
        let about = about.clone();
        argument.add(ArgValueCandidates::new(move || candidates(kind, &about.0, &about.1)))
    });
    with.mut_subcommands(|sub| {
        let path = format!("{path} {}", sub.get_name());
        with_candidates(sub, &path, about)
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
pub(crate) fn candidates(kind: Kind, folder: &Path, line: &Line) -> Vec<CompletionCandidate> {
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
        Kind::ItemValues => match line.present().rsplit_once('=') {
            // In `--set=item=value` the option stands before.
            Some((item, _)) if !item.starts_with('-') || item.contains('=') => {
                answers(folder, item.rsplit_once('=').map_or(item, |(_, item)| item))
            }
            _ => items(folder, "="),
        },
        Kind::CheckIns => kept::check_ins(folder),
        Kind::Records => kept::records(folder),
        Kind::Backups => kept::backups(folder),
        Kind::Settings => {
            SETTINGS.iter().map(|setting| with_help(setting.key, &(setting.about)())).collect()
        }
        Kind::SettingValues => match line.behind(&["config", "set"]).first() {
            Some(key) => values(key, folder, line),
            None => Vec::new(),
        },
        Kind::Commands => commands(&line.behind(&["man"])),
        Kind::Keys => Key::names()
            .map(|name| with_help(name, &Key::find(name).map(|key| key.title).unwrap_or_default()))
            .collect(),
        Kind::Regions => Resources::built_in()
            .regions
            .iter()
            .map(|region| with_help(&region.id, &region.name))
            .collect(),
    }
}

fn with_help(value: &str, help: &str) -> CompletionCandidate {
    CompletionCandidate::new(value).help((!help.is_empty()).then(|| help.to_owned().into()))
}

/// Returns the values of a setting; one that takes any text or time has none to choose from.
fn values(key: &str, folder: &Path, line: &Line) -> Vec<CompletionCandidate> {
    let none = || CompletionCandidate::new("none");
    let languages = Language::ALL.map(Language::tag);
    match key {
        "region" => with_last(candidates(Kind::Regions, folder, line), none()),
        "questionnaire" => candidates(Kind::Questionnaires, folder, line),
        "language" => with_last(in_order(&languages), none()),
        _ => {
            let setting = SETTINGS.iter().find(|setting| setting.key == key);
            in_order(setting.map_or(&[], |setting| setting.choices))
        }
    }
}

fn in_order(names: &[&str]) -> Vec<CompletionCandidate> {
    let ordered = names.iter().enumerate();
    ordered
        .map(|(place, name)| CompletionCandidate::new(*name).display_order(Some(place)))
        .collect()
}

fn with_last(
    mut candidates: Vec<CompletionCandidate>,
    last: CompletionCandidate,
) -> Vec<CompletionCandidate> {
    candidates.push(last.display_order(Some(candidates.len())));
    candidates
}

/// Returns the commands below the named one that have a manual page.
fn commands(names: &[&str]) -> Vec<CompletionCandidate> {
    let root = Cli::command();
    let below = |command: &Command, name: &&str| command.find_subcommand(name).cloned();
    let Some(command) = names.iter().try_fold(root, |command, name| below(&command, name)) else {
        return Vec::new();
    };
    let shown = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let about = |sub: &Command| sub.get_about().map(ToString::to_string).unwrap_or_default();
    shown.map(|sub| with_help(sub.get_name(), &about(sub))).collect()
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

/// Returns what an item can be answered with, each behind its id and an equals sign.
fn answers(folder: &Path, id: &str) -> Vec<CompletionCandidate> {
    let mut all = definitions(folder).into_iter().flat_map(|definition| definition.items);
    let Some(item) = all.find(|item| item.id.as_str() == id) else { return Vec::new() };
    let mut list = answers_of(&item);
    list.push(("skipped".into(), String::new()));
    if item.not_applicable.is_some() {
        list.push(("not_applicable".into(), String::new()));
    }
    let ordered = list.into_iter().enumerate();
    ordered
        .map(|(place, (value, help))| {
            let help = (!help.is_empty()).then(|| help.into());
            CompletionCandidate::new(format!("{id}={value}")).help(help).display_order(Some(place))
        })
        .collect()
}

/// Returns the answers with a word of help each. A label is offered where no shell would have to
/// quote it, with hyphens for blanks.
fn answers_of(item: &Item) -> Vec<(String, String)> {
    let word = |option: &ResponseOption| {
        let label = label_word(&option.label);
        let is_plain = label.chars().all(|c| c.is_alphabetic() || c == '-');
        if is_plain {
            (label, option.value.to_string())
        } else {
            (option.value.to_string(), option.label.clone())
        }
    };
    match &item.kind {
        ItemKind::Scale { options } => options.iter().map(word).collect(),
        ItemKind::YesNo => vec![("true".into(), String::new()), ("false".into(), String::new())],
        ItemKind::Number { .. } | ItemKind::Many { .. } | ItemKind::Text => Vec::new(),
    }
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
