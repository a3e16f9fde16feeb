//! `checkin questionnaires adopt`: a scoring key and a person's own copy of the wording become a
//! definition.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::placing::{Place, place};
use super::typed::Typed;
use crate::cli::error::CommandError;
use crate::cli::input::read_text;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::language::message;
use crate::questionnaire::{
    Key, KeyProblem, KeyQuestion, KeyScale, Wording, WordingFile, nearest, read_wording, value_name,
};
use crate::render::text::{printable, wrapping};

/// Make a questionnaire of a published instrument's scoring key and your own copy of its wording
///
/// Keys are facts and come with checkin; wording belongs to its authors and does not. Without a key,
/// lists those there are.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires adopt                              the keys there are\n  checkin questionnaires adopt who-5                        asks for the wording\n  checkin questionnaires adopt olbi --wording my-copy.txt --choose agree --yes\n\nThe file has one item a line. Labels of the response options follow below a line with the scale's name:\n\n  [frequency]\n  0 = …\n  1 = …\n\nWhere every item line begins with its number (`3. …`), the items may stand in any order."
)]
pub(crate) struct AdoptArgs {
    /// Key to adopt
    #[arg(value_name = "KEY")]
    key: Option<String>,

    /// File with the wording of your own copy
    #[arg(long, value_name = "FILE", requires = "key")]
    wording: Option<PathBuf>,

    /// Answer to what the key asks about your copy
    #[arg(long, value_name = "CHOICE", requires = "key")]
    choose: Option<String>,

    /// Language of the wording, a BCP 47 tag
    #[arg(long, value_name = "TAG", default_value = "en")]
    language: String,

    /// Your copy differs from the published wording; the result is not called validated
    #[arg(long)]
    adapted: bool,

    /// Confirm that the items belong to the key as shown
    #[arg(long)]
    yes: bool,

    /// Print the keys there are as JSON
    #[arg(long, conflicts_with = "key")]
    json: bool,

    #[command(flatten)]
    place: Place,
}

/// Adopts a key.
pub(crate) fn adopt(args: &AdoptArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let Some(name) = &args.key else { return list(args.json, workspace) };
    let key = find_key(name)?;
    args.place.refuse_taken(&key.id, workspace)?;
    introduce(&key, workspace);
    let mut typed = match &args.wording {
        Some(_) => Typed::beside_a_file(workspace),
        None => Typed::of(&key, workspace)?,
    };
    match join(args, &key, &mut typed, workspace) {
        Ok(()) => {
            typed.done();
            Ok(())
        }
        Err(error) => Err(typed.told(&key, error)),
    }
}

/// Joins a key with the wording of a copy, from a file or as it is typed, and puts the outcome in its place.
fn join(
    args: &AdoptArgs,
    key: &Key,
    typed: &mut Typed<'_>,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let file = match &args.wording {
        Some(path) => {
            let text = read_text(path, 1024 * 1024)?;
            read_wording(&text, key).map_err(|problem| {
                let path = path.display().to_string();
                CommandError::failed(message!("wording-file-unusable", path = path))
                    .because(problem)
                    .hint(message!("correct-wording-file"))
            })?
        }
        None => WordingFile { items: typed.items(key)?, labels: BTreeMap::new() },
    };
    let fits = |problem| CommandError::failed(message!("wording-does-not-fit")).because(problem);
    let (expected, found) = (key.items.len(), file.items.len());
    if expected != found {
        // Before anything is asked of somebody who has to begin again.
        return Err(
            fits(KeyProblem::ItemCount { expected, found }).hint(message!("one-item-a-line"))
        );
    }
    let mut wording = Wording {
        id: args.place.id(&key.id),
        language: args.language.clone(),
        labels: ask_labels(key, &file, typed, workspace)?,
        items: file.items,
        choice: ask_choice(key, args.choose.as_deref(), workspace)?,
        adapted: args.adapted,
    };
    key.join(&wording).map_err(|problem| {
        let hint = fitting(&problem);
        fits(problem).hint(hint)
    })?;
    confirm(key, &mut wording, (args.yes, message!("yes-confirms-items")), workspace)?;
    let outline = key.join(&wording).map_err(fits)?;
    place(&outline, &args.place, workspace)
}

/// Says what to do about a copy that does not fit.
pub(super) fn fitting(problem: &KeyProblem) -> String {
    match problem {
        KeyProblem::Anchor { .. } => "look at your copy: at which values do the labels stand, and does the answer to `--choose` fit? nothing was added".into(),
        _ => message!("one-item-a-line"),
    }
}

/// Returns a key by its name.
pub(super) fn find_key(name: &str) -> Result<Key, CommandError> {
    Key::find(name).ok_or_else(|| {
        let error = CommandError::failed(message!("no-such-key", name = name));
        match nearest(name, Key::names()) {
            Some(near) => error.hint(message!("did-you-mean", near = near)),
            None => error.hint(message!("keys-are-listed")),
        }
    })
}

fn list(as_json: bool, workspace: &Workspace) -> Result<(), CommandError> {
    let keys = || Key::names().filter_map(Key::find);
    if as_json {
        let rows = keys().map(|key| {
            json!({
                "format": crate::render::json::JSON_FORMAT,
                "key": key.id,
                "title": key.title,
                "items": key.items.len(),
                "recall_days": key.recall_days,
                "asks": key.question.map(|question| question.id),
                "source": key.source,
                "terms": key.terms,
            })
        });
        return print_list(rows, workspace);
    }
    let mut rows = Vec::new();
    for key in keys() {
        let items = message!("items-counted", count = key.items.len());
        rows.push((key.id.clone(), format!("{} ({items})", key.title)));
    }
    let text = workspace.terminal.list(&rows);
    workspace.terminal.print_lines(&format!("{text}\n{}\n", message!("keys-need-your-copy")))
}

fn introduce(key: &Key, workspace: &Workspace) {
    let width = workspace.terminal.width().min(100);
    let say = |text: String| workspace.terminal.say(&textwrap::fill(&text, wrapping(width)));
    let items = message!("items-counted", count = key.items.len());
    say(format!("{}: {items}, {}.", key.title, key.recall));
    say(message!("source", source = key.source.as_str()) + ".");
    say(message!("terms-are", terms = key.terms.as_str()));
    if let Some(caution) = &key.caution {
        say(message!("look-at-copy", caution = caution.as_str()));
    }
    workspace.terminal.say("");
}

/// Returns the labels of all scales; those that the file does not give are asked for.
fn ask_labels(
    key: &Key,
    file: &WordingFile,
    typed: &mut Typed<'_>,
    workspace: &Workspace,
) -> Result<BTreeMap<String, Vec<String>>, CommandError> {
    let mut labels = file.labels.clone();
    for scale in key.scales.iter().filter(|scale| !file.labels.contains_key(&scale.id)) {
        workspace.terminal.say(&message!(
            "options-of-scale",
            scale = scale.id.as_str(),
            ends = ends(scale)
        ));
        labels.insert(scale.id.clone(), typed.labels(scale)?);
    }
    Ok(labels)
}

/// Says which end of a scale is which, where the key knows.
pub(super) fn ends(scale: &KeyScale) -> String {
    let lowest = scale.values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = scale.values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    match (&scale.lowest, &scale.highest) {
        (Some(low), Some(high)) => {
            let (lowest, highest) = (value_name(lowest), value_name(highest));
            let (low, high) = (low.as_str(), high.as_str());
            let ends = message!(
                "ends-of-scale",
                lowest = lowest,
                low = low,
                highest = highest,
                high = high
            );
            format!(" ({ends})")
        }
        _ => String::new(),
    }
}

/// Returns the answer to what the key asks about the copy.
pub(super) fn ask_choice(
    key: &Key,
    given: Option<&str>,
    workspace: &Workspace,
) -> Result<Option<String>, CommandError> {
    let Some(KeyQuestion { text, choices, .. }) = &key.question else {
        return match given {
            None => Ok(None),
            Some(_) => {
                Err(CommandError::usage(message!("key-asks-nothing", key = key.id.as_str()))
                    .hint(message!("leave-choose-out")))
            }
        };
    };
    let names: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    if let Some(given) = given {
        return if names.contains(&given) {
            Ok(Some(given.to_owned()))
        } else {
            Err(CommandError::usage(message!(
                "no-answer-to",
                given = given,
                question = text.as_str()
            ))
            .hint(message!("choose-takes", choices = names.join(", "))))
        };
    }
    // The choice decides which items are turned round, so none of them is offered as the usual one.
    workspace.terminal.say(text);
    let mut options: Vec<String> = choices.iter().map(|choice| choice.label.clone()).collect();
    options.push(message!("i-do-not-know"));
    let last = options.len() - 1;
    let chosen = workspace.terminal.choose(&message!("your-copy-says"), &options, last).map_err(
        |error| error.hint(message!("or-answer-with-choose", choices = names.join(", "))),
    )?;
    match names.get(chosen) {
        Some(name) => Ok(Some((*name).to_owned())),
        None => {
            Err(CommandError::failed(message!("key-needs-answer")).hint(message!("look-it-up")))
        }
    }
}

/// Shows every item beside the key and has the person confirm it, unless an option already does; `hint` names it.
pub(super) fn confirm(
    key: &Key,
    wording: &mut Wording,
    (yes, hint): (bool, String),
    workspace: &Workspace,
) -> Result<(), CommandError> {
    workspace.terminal.say(&beside(key, wording));
    if yes {
        return Ok(());
    }
    let hint = |error: CommandError| error.hint(hint.clone());
    let right =
        workspace.terminal.confirm(&message!("items-at-their-numbers"), false).map_err(hint)?;
    if !right {
        return Err(CommandError::failed(message!("not-confirmed")).hint(message!("order-of-key")));
    }
    if !wording.adapted {
        let question = message!("is-published-wording");
        wording.adapted = !workspace.terminal.confirm(&question, false).map_err(hint)?;
    }
    Ok(())
}

/// Lays out each item with what the key does with it.
fn beside(key: &Key, wording: &Wording) -> String {
    let parts = key.parts(wording.choice.as_deref());
    let mut text = String::new();
    for (item, words) in key.items.iter().zip(&wording.items) {
        let in_parts: Vec<String> = parts
            .iter()
            .filter_map(|(title, items)| {
                let (_, reversed) = items.iter().find(|(number, _)| *number == item.number)?;
                Some(if *reversed {
                    message!("part-reverse-scored", title = title.as_str())
                } else {
                    title.clone()
                })
            })
            .collect();
        let mut facts =
            vec![in_parts.join("; "), message!("answers-by-scale", scale = item.scale.as_str())];
        if item.private {
            facts.push(message!("private"));
        }
        if item.support_if.is_some() {
            facts.push(message!("shows-support"));
        }
        let _ = writeln!(text, "{:>3}  {}", item.number, printable(words));
        let _ = writeln!(text, "     {}", facts.join("; "));
    }
    for scale in &key.scales {
        let labels = wording.labels.get(&scale.id).into_iter().flatten();
        let options: Vec<String> = scale
            .values
            .iter()
            .zip(labels)
            .map(|(value, label)| format!("{} {}", value_name(*value), printable(label)))
            .collect();
        let _ = writeln!(text, "{}{}: {}", scale.id, ends(scale), options.join(", "));
    }
    text
}
