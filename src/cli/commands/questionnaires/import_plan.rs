//! Owns what is decided about an imported form, by options or by asking: values of options, the
//! score, and whether a doubtful key is confirmed. What is not decided is not scored.

use std::collections::BTreeMap;

use clap::{Args, ValueEnum};

use super::import_report::Report;
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::interop::{Form, FormItem, Plan, Proposal};
use crate::questionnaire::value_name;
use crate::render::text::printable;
use crate::report::wording::counted;

/// What can be decided on the command line.
#[derive(Clone, Debug, Args)]
pub(crate) struct Decisions {
    /// Values of the options in the order of the file, for all items with as many options or, as
    /// ITEM=0,1,2, for one; `order` counts from 1, `codes` takes numeric codes of the file
    #[arg(long, value_name = "VALUES")]
    values: Vec<String>,

    /// Compute a score of all items, or of those of `--items`; `file` takes the one that the file describes
    #[arg(long, value_name = "METHOD")]
    score: Option<ScoreWord>,

    /// Items of the score; with `--key` in the order of the key
    #[arg(long, value_name = "ITEMS", value_delimiter = ',')]
    pub(super) items: Vec<String>,

    /// Items of the score that are reverse-scored
    #[arg(long, value_name = "ITEMS", value_delimiter = ',', requires = "score")]
    reverse: Vec<String>,

    /// Confirm the key as the report shows it
    #[arg(long)]
    pub(super) confirm: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum ScoreWord {
    Sum,
    Mean,
    File,
}

/// Decides by the options given, and asks for the rest where somebody can be asked.
pub(super) fn decide(
    given: &Decisions,
    form: &Form,
    report: &Report,
    (workspace, is_quiet): (&Workspace, bool),
) -> Result<Plan, CommandError> {
    let asks = !is_quiet && workspace.terminal.has_person();
    let mut plan = Plan { values: values(&given.values, form)?, ..Plan::default() };
    if asks && given.values.is_empty() {
        ask_values(form, &mut plan, workspace)?;
    }
    plan.scores = match given.score {
        Some(word) => scores(word, given, form)?,
        None if asks => ask_scores(form, &plan, workspace)?,
        None => Vec::new(),
    };
    if !plan.scores.is_empty() && (report.is_doubtful() || is_described(&plan.scores, form)) {
        confirm(given, &plan.scores, report, (workspace, asks))?;
    }
    Ok(plan)
}

/// Returns whether a score was taken from the file's own description.
fn is_described(scores: &[Proposal], form: &Form) -> bool {
    scores.iter().any(|score| form.proposals.contains(score))
}

/// A key with doubts, or one that the file describes, is never used before a person has said yes.
fn confirm(
    given: &Decisions,
    scores: &[Proposal],
    report: &Report,
    (workspace, asks): (&Workspace, bool),
) -> Result<(), CommandError> {
    if given.confirm {
        return Ok(());
    }
    for score in scores {
        workspace.terminal.say(&format!("Key: {}", in_words(score)));
    }
    let doubts = report.doubts();
    if asks && workspace.terminal.confirm("Is this the key of your questionnaire?", false)? {
        return Ok(());
    }
    let error = CommandError::failed("the key is to be confirmed; nothing was added");
    let error = if doubts.is_empty() { error } else { error.cause(doubts) };
    Err(error.hint("`--confirm` confirms it; without `--score` the items are taken unscored"))
}

/// Tells a score in words: how, over which items, which of them reverse-scored.
pub(super) fn in_words(score: &Proposal) -> String {
    let names =
        |links: &[String]| links.iter().map(|link| printable(link)).collect::<Vec<_>>().join(", ");
    let method = if score.is_mean { "mean" } else { "sum" };
    let reverse = match score.reverse.as_slice() {
        [] => "none reverse-scored".to_owned(),
        reverse => format!("reverse-scored: {}", names(reverse)),
    };
    format!("{}: {method} of {}; {reverse}", printable(&score.title), names(&score.items))
}

fn values(given: &[String], form: &Form) -> Result<BTreeMap<String, Vec<f64>>, CommandError> {
    let wrong = |text: &str| {
        CommandError::usage(format!("`--values {text}` cannot be read"))
            .hint("write 0,1,2,3 or ITEM=0,1,2,3, `order` or `codes`")
    };
    let mut values = BTreeMap::new();
    for text in given {
        let (only, list) = match text.rsplit_once('=') {
            Some((item, list)) => (Some(item), list),
            None => (None, text.as_str()),
        };
        if let Some(item) = only
            && !form.items.iter().any(|known| known.link == item && known.choices().is_some())
        {
            return Err(CommandError::usage(format!("`{item}` is not an item with options here"))
                .hint("the report lists the items that were taken"));
        }
        let numbers: Option<Vec<f64>> = match list {
            "order" | "codes" => None,
            list => Some(numbers(list).ok_or_else(|| wrong(text))?),
        };
        for item in form.items.iter().filter(|item| only.is_none_or(|only| item.link == only)) {
            let Some(options) = item.choices() else { continue };
            let found = match (&numbers, list) {
                (Some(numbers), _) if only.is_some() || numbers.len() == options.len() => {
                    Some(numbers.clone())
                }
                (None, "codes") => item.codes(),
                (None, _) => Some(places(options.len())),
                _ => None,
            };
            // What the file says of an item stays, unless the item is named.
            if let Some(found) = found.filter(|_| only.is_some() || item.values().is_none()) {
                values.insert(item.link.clone(), found);
            }
        }
    }
    Ok(values)
}

fn numbers(list: &str) -> Option<Vec<f64>> {
    let numbers = list.split(',').map(|number| number.trim().parse().ok());
    let numbers: Option<Vec<f64>> = numbers.collect();
    numbers.filter(|numbers| numbers.iter().all(|number| number.is_finite() && number.abs() <= 1e9))
}

/// The proposal for options without weights: 1, 2, 3 in the order of the file.
fn places(count: usize) -> Vec<f64> {
    (1u32..).take(count).map(f64::from).collect()
}

/// Returns the items that a score can use: those whose answers have values.
fn scorable<'f>(form: &'f Form, plan: &Plan) -> Vec<&'f FormItem> {
    let has_values = |item: &&FormItem| {
        item.is_scorable()
            && (item.choices().is_none()
                || item.values().is_some()
                || plan.values.contains_key(&item.link))
    };
    form.items.iter().filter(has_values).collect()
}

fn scores(word: ScoreWord, given: &Decisions, form: &Form) -> Result<Vec<Proposal>, CommandError> {
    if word == ScoreWord::File {
        if form.proposals.is_empty() {
            return Err(CommandError::failed("the file describes no score that could be taken")
                .hint("`--score sum` or `--score mean` with `--items` makes one"));
        }
        return Ok(form.proposals.clone());
    }
    let items = if given.items.is_empty() {
        form.items.iter().filter(|item| item.is_scorable()).map(|item| item.link.clone()).collect()
    } else {
        given.items.clone()
    };
    Ok(vec![total(form, items, given.reverse.clone(), word == ScoreWord::Mean)])
}

fn total(form: &Form, items: Vec<String>, reverse: Vec<String>, is_mean: bool) -> Proposal {
    let because = "the person".to_owned();
    Proposal { id: "total".into(), title: form.title.clone(), items, reverse, is_mean, because }
}

/// Asks for the values of each set of options that has none; an empty line leaves them unscored.
fn ask_values(form: &Form, plan: &mut Plan, workspace: &Workspace) -> Result<(), CommandError> {
    let mut sets: Vec<(Vec<String>, Vec<&FormItem>)> = Vec::new();
    for item in form.items.iter().filter(|item| item.values().is_none()) {
        let Some(options) = item.choices() else { continue };
        let labels: Vec<String> = options.iter().map(|option| option.label.clone()).collect();
        match sets.iter_mut().find(|(known, _)| *known == labels) {
            Some((_, items)) => items.push(item),
            None => sets.push((labels, vec![item])),
        }
    }
    for (labels, items) in sets {
        let proposal = items[0].codes().unwrap_or_else(|| places(labels.len()));
        let shown: Vec<String> = proposal.iter().map(|value| value_name(*value)).collect();
        workspace.terminal.say(&format!(
            "The file gives no values for: {} ({}).",
            labels.iter().map(|label| printable(label)).collect::<Vec<_>>().join(" | "),
            counted(items.len(), "item")
        ));
        let question = "Their values, with commas, or `none` to leave them unscored";
        loop {
            let line = workspace.terminal.ask_line(question, &shown.join(","))?;
            if line.trim() == "none" {
                break;
            }
            let Some(values) = numbers(&line).filter(|values| values.len() == labels.len()) else {
                workspace.terminal.say(&format!("Please give {} numbers.", labels.len()));
                continue;
            };
            plan.values.extend(items.iter().map(|item| (item.link.clone(), values.clone())));
            break;
        }
    }
    Ok(())
}

fn ask_scores(
    form: &Form,
    plan: &Plan,
    workspace: &Workspace,
) -> Result<Vec<Proposal>, CommandError> {
    let terminal = &workspace.terminal;
    let items = scorable(form, plan);
    let mut options = vec!["No score for now".to_owned()];
    options.extend(
        form.proposals.iter().map(|proposal| format!("As the file says: {}", in_words(proposal))),
    );
    if !items.is_empty() {
        options.push(format!("The sum of all {}", counted(items.len(), "item")));
        options.push(format!("The mean of all {}", counted(items.len(), "item")));
    }
    if options.len() == 1 {
        return Ok(Vec::new());
    }
    let chosen = terminal.choose("How is it scored?", &options, 0)?;
    if chosen == 0 {
        return Ok(Vec::new());
    }
    if let Some(proposal) = form.proposals.get(chosen - 1) {
        return Ok(vec![proposal.clone()]);
    }
    let names: Vec<String> = items
        .iter()
        .map(|item| format!("{}: {}", printable(&item.link), printable(&item.text)))
        .collect();
    let none = vec![false; names.len()];
    let reversed = terminal.choose_many("Which are reverse-scored?", &names, &none)?;
    let link = |place: &usize| items[*place].link.clone();
    let all = items.iter().map(|item| item.link.clone()).collect();
    let is_mean = chosen + 1 == options.len();
    Ok(vec![total(form, all, reversed.iter().map(link).collect(), is_mean)])
}
