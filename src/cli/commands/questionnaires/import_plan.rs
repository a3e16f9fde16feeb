//! Owns what is decided about an imported form, by options or by asking: values of options, the
//! score, and whether a doubtful key is confirmed. What is not decided is not scored.

use std::collections::BTreeMap;

use clap::{Args, ValueEnum};

use super::import_report::Report;
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::interop::{Form, FormItem, Plan, Proposal, known_keys};
use crate::language::message;
use crate::questionnaire::value_name;
use crate::render::text::printable;

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

impl Decisions {
    /// Returns whether nothing was said of values and scores.
    pub(super) fn is_open(&self) -> bool {
        self.score.is_none() && self.values.is_empty() && self.items.is_empty()
    }
}

/// Decides by the options given, and asks for the rest where somebody can be asked. Says too whether a person
/// confirmed the key.
pub(super) fn decide(
    given: &Decisions,
    form: &Form,
    report: &Report,
    (workspace, is_quiet): (&Workspace, bool),
) -> Result<(Plan, bool), CommandError> {
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
        return Ok((plan, true));
    }
    Ok((plan, given.confirm))
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
        workspace.terminal.say(&message!("key-in-words", key = in_words(score)));
    }
    let doubts = report.doubts();
    if asks && workspace.terminal.confirm(&message!("is-key-of-yours"), false)? {
        return Ok(());
    }
    let error = CommandError::failed(message!("key-to-be-confirmed"));
    let error = if doubts.is_empty() { error } else { error.cause(doubts) };
    Err(error.hint(message!("confirm-or-unscored")))
}

/// Tells a score in words: how, over which items, which of them reverse-scored.
pub(super) fn in_words(score: &Proposal) -> String {
    let names =
        |links: &[String]| links.iter().map(|link| printable(link)).collect::<Vec<_>>().join(", ");
    let reverse = match score.reverse.as_slice() {
        [] => message!("none-reverse-scored"),
        reverse => message!("these-reverse-scored", items = names(reverse)),
    };
    let (title, items) = (printable(&score.title), names(&score.items));
    if score.is_mean {
        message!("score-by-mean", title = title, items = items, reverse = reverse)
    } else {
        message!("score-by-sum", title = title, items = items, reverse = reverse)
    }
}

fn values(given: &[String], form: &Form) -> Result<BTreeMap<String, Vec<f64>>, CommandError> {
    let wrong = |text: &str| {
        CommandError::usage(message!("values-unreadable", text = text))
            .hint(message!("values-like"))
    };
    let mut values = BTreeMap::new();
    for text in given {
        let (only, list) = match text.rsplit_once('=') {
            Some((item, list)) => (Some(item), list),
            None => (None, text.as_str()),
        };
        if let Some(item) = only
            && !form.items.iter().any(|known| known.link == item && known.option_count() > 0)
        {
            return Err(CommandError::usage(message!("not-item-with-options", item = item))
                .hint(message!("report-lists-items")));
        }
        let numbers: Option<Vec<f64>> = match list {
            "order" | "codes" => None,
            list => Some(numbers(list).ok_or_else(|| wrong(text))?),
        };
        for item in form.items.iter().filter(|item| only.is_none_or(|only| item.link == only)) {
            let options = item.option_count();
            let found = match (&numbers, list) {
                (_, _) if options == 0 => None,
                (Some(numbers), _) if only.is_some() || numbers.len() == options => {
                    Some(numbers.clone())
                }
                (None, "codes") => item.codes(),
                // Yes and no have no order.
                (None, _) if item.choices().is_some() => Some(places(options)),
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
            && (item.option_count() == 0
                || item.values().is_some()
                || plan.values.contains_key(&item.link))
    };
    form.items.iter().filter(has_values).collect()
}

fn scores(word: ScoreWord, given: &Decisions, form: &Form) -> Result<Vec<Proposal>, CommandError> {
    if word == ScoreWord::File {
        if form.proposals.is_empty() {
            return Err(CommandError::failed(message!("no-score-described"))
                .hint(message!("score-makes-one")));
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

/// Asks for the values of each set of options that has none, or not all, or equal ones; `none` leaves them
/// unscored.
fn ask_values(form: &Form, plan: &mut Plan, workspace: &Workspace) -> Result<(), CommandError> {
    let mut sets: Vec<(Options, Vec<&FormItem>)> = Vec::new();
    for item in form.items.iter().filter(|item| item.values().is_none()) {
        let options = match item.choices() {
            Some(options) => {
                options.iter().map(|option| (option.label.clone(), option.value)).collect()
            }
            None if item.option_count() > 0 => vec![("yes".into(), None), ("no".into(), None)],
            None => continue,
        };
        match sets.iter_mut().find(|(known, _)| *known == options) {
            Some((_, items)) => items.push(item),
            None => sets.push((options, vec![item])),
        }
    }
    for (options, items) in sets {
        workspace.terminal.say(&what_is_given(&options, items.len()));
        let proposal = proposed(&options, items[0]);
        let question = message!("their-values");
        loop {
            let line = workspace.terminal.ask_line(&question, &proposal)?;
            if line.trim() == "none" {
                break;
            }
            let Some(values) = numbers(&line).filter(|values| values.len() == options.len()) else {
                workspace.terminal.say(&message!("please-give-numbers", count = options.len()));
                continue;
            };
            plan.values.extend(items.iter().map(|item| (item.link.clone(), values.clone())));
            break;
        }
    }
    Ok(())
}

/// The labels of options and what the file gives of their values.
type Options = Vec<(String, Option<f64>)>;

fn what_is_given(options: &Options, items: usize) -> String {
    let shown = |(label, value): &(String, Option<f64>)| match value {
        Some(value) => format!("{} {}", value_name(*value), printable(label)),
        None => printable(label).into_owned(),
    };
    let given = options.iter().filter(|(_, value)| value.is_some()).count();
    let list = options.iter().map(shown).collect::<Vec<_>>().join(" | ");
    match given {
        0 => message!("no-values-given", options = list, count = items),
        _ if given < options.len() => {
            message!("some-values-given", options = list, count = items)
        }
        _ => message!("equal-values-given", options = list, count = items),
    }
}

/// Proposes values only where the file gives none at all: half a key of its own is no ground for another.
fn proposed(options: &Options, item: &FormItem) -> String {
    if options.iter().any(|(_, value)| value.is_some()) {
        return "none".into();
    }
    let values = match item.choices() {
        Some(_) => item.codes().unwrap_or_else(|| places(options.len())),
        None => vec![1.0, 0.0],
    };
    values.into_iter().map(value_name).collect::<Vec<_>>().join(",")
}

fn ask_scores(
    form: &Form,
    plan: &Plan,
    workspace: &Workspace,
) -> Result<Vec<Proposal>, CommandError> {
    let terminal = &workspace.terminal;
    let items = scorable(form, plan);
    let mut options = vec![message!("no-score-for-now")];
    options.extend(
        form.proposals.iter().map(|proposal| message!("as-file-says", score = in_words(proposal))),
    );
    if !items.is_empty() {
        // Who has more items than the key counts is told so.
        let key = known_keys(form).into_iter().find(|key| key.items.len() != items.len());
        let beside = |score: String| match &key {
            Some(key) => message!(
                "score-beside-key",
                score = score,
                key = key.id.as_str(),
                count = key.items.len()
            ),
            None => score,
        };
        options.push(beside(message!("sum-of-all", count = items.len())));
        options.push(beside(message!("mean-of-all", count = items.len())));
    }
    if options.len() == 1 {
        return Ok(Vec::new());
    }
    let chosen = terminal.choose(&message!("how-scored"), &options, 0)?;
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
    let reversed = terminal.choose_many(&message!("which-reverse-scored"), &names, &none)?;
    let link = |place: &usize| items[*place].link.clone();
    let all = items.iter().map(|item| item.link.clone()).collect();
    let is_mean = chosen + 1 == options.len();
    Ok(vec![total(form, all, reversed.iter().map(link).collect(), is_mean)])
}
