//! `checkin history edit`: corrects a past check-in and keeps what was there before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::Args;

use super::find;
use super::show::in_words;
use crate::checkin::{Response, Responses, Session, Untrusted, check_responses};
use crate::cli::answer_file::{item_id, options, read_response};
use crate::cli::answering::{Change, Desk, answer_one};
use crate::cli::commands::start::check_date;
use crate::cli::error::CommandError;
use crate::cli::sitting::stored_score;
use crate::cli::words::of_response;
use crate::cli::workspace::Workspace;
use crate::history::{CheckIn, Content, Imported, Kept};
use crate::language::message;
use crate::questionnaire::{Item, ItemId, Questionnaire};
use crate::render::text::printable;
use crate::scoring::score;

/// Correct a past check-in; what was there before is kept
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin history edit last                              choose what to correct\n  checkin history edit last --set support.heard=often --set support.alone=skipped\n  checkin history edit 2026-11-13 --note 'On call all week'"
)]
pub(crate) struct EditArgs {
    /// Check-in: its id, its date, or `last`
    #[arg(value_name = "CHECK-IN")]
    check_in: String,

    /// New answer: item id, equals sign, and a label such as `often` or `almost-always`, or the value as in a file of answers
    #[arg(long, value_name = "ITEM=VALUE")]
    set: Vec<String>,

    /// New note to the whole check-in; empty removes it
    #[arg(long)]
    note: Option<String>,

    /// After a merge, of the versions that `history show` tells of, the one to go on with; 0 is the present one
    #[arg(long, value_name = "N", conflicts_with_all = ["set", "note", "date"])]
    take: Option<usize>,

    /// New day that it is about
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::day::argument)]
    date: Option<NaiveDate>,
}

/// Corrects a check-in.
pub(crate) fn edit(args: &EditArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let kept = find(&args.check_in, workspace)?;
    let definition = workspace.definition(&kept.content.answered.definition)?;
    let mut changed = kept.content.clone();
    if let Some(number) = args.take {
        changed = version(number, &kept, workspace)?;
    } else if args.set.is_empty() && args.note.is_none() && args.date.is_none() {
        if !choose(&mut changed, &workspace.in_language(&definition)?, workspace)? {
            workspace.terminal.say(&message!("nothing-changed"));
            return Ok(());
        }
    } else {
        apply(args, &mut changed, &definition, workspace)?;
    }
    save(&kept, changed, &definition, workspace)
}

/// Returns one of the versions that two machines left side by side.
fn version(
    number: usize,
    kept: &Kept<CheckIn>,
    workspace: &Workspace,
) -> Result<CheckIn, CommandError> {
    let Some(place) = number.checked_sub(1) else { return Ok(kept.content.clone()) };
    match workspace.store.rivals(kept.id)?.into_iter().nth(place) {
        Some((_, Content::CheckIn(version))) => Ok(version),
        _ => Err(CommandError::failed(message!("no-such-version", number = number.to_string()))
            .hint(message!("versions-are-shown", id = kept.id.short()))),
    }
}

fn apply(
    args: &EditArgs,
    check_in: &mut CheckIn,
    definition: &Questionnaire,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let shown = workspace.in_language(definition)?;
    let about = check_in.context.as_ref().map(|context| workspace.definition(&context.definition));
    let about = about.transpose()?;
    for change in &args.set {
        let (name, value) = change.split_once('=').ok_or_else(|| {
            CommandError::usage(message!("not-item-and-value", text = change.as_str()))
                .hint(message!("set-for-example"))
        })?;
        let id = item_id(name, definition);
        if let (Some(context), Some(about)) = (&mut check_in.context, &about)
            && about.item(&id).is_some()
        {
            let worded = workspace.in_language(about)?;
            let response = response_to((&id, name), value, &[about, &worded])?;
            context.responses.insert(id, response);
            continue;
        }
        let response = response_to((&id, name), value, &[definition, &shown])?;
        check_in.answered.responses.insert(id, response);
    }
    // Of imported scores there are no answers to be complete.
    let has_no_answers = check_in.answered.responses.is_empty() && args.set.is_empty();
    let mut problems = match check_in.imported {
        Some(Imported::Scores) if has_no_answers => Vec::new(),
        _ => check_responses(definition, &check_in.answered.responses),
    };
    if let (Some(context), Some(about)) = (&check_in.context, &about) {
        // Of the week's context, some questions may be open.
        let of_given = check_responses(about, &context.responses).into_iter();
        problems.extend(of_given.filter(|it| context.responses.contains_key(it.item())));
    }
    if !problems.is_empty() {
        let list = problems.iter().map(|problem| format!("- {}", printable(&of_response(problem))));
        return Err(CommandError::listed(message!("answers-do-not-fit"), list.collect())
            .hint(message!("items-are-listed", id = definition.id.as_str())));
    }
    if let Some(note) = &args.note {
        check_in.note = Some(Untrusted::new(note.trim())).filter(|note| !note.is_blank());
    }
    if let Some(date) = args.date {
        check_date(date, workspace)?;
        check_in.date = date;
        check_in.week = workspace.settings.week_start().week_of(date);
        check_in.late = date < check_in.moment.day(workspace.settings.week_start());
    }
    Ok(())
}

/// Reads a new answer to an item, in the words of any of these definitions.
fn response_to(
    (id, name): (&ItemId, &str),
    value: &str,
    wordings: &[&Questionnaire],
) -> Result<Response, CommandError> {
    let items: Vec<&Item> = wordings.iter().filter_map(|each| each.item(id)).collect();
    // That there is no such item is told with all that does not fit.
    let Some(item) = items.last() else { return Ok(Response::Skipped) };
    let json = serde_json::from_str(value).unwrap_or_else(|_| value.into());
    read_response(&json, &items).ok_or_else(|| {
        CommandError::usage(message!("value-unreadable", name = name)).hint(what_can_be_read(item))
    })
}

fn what_can_be_read(item: &Item) -> String {
    let labels = options(item).iter().map(|option| format!("`{}`", option.label));
    let labels = labels.collect::<Vec<_>>().join(", ");
    if labels.is_empty() {
        message!("values-that-can-be-read")
    } else {
        message!("labels-that-can-be-read", labels = labels)
    }
}

/// Lets the person choose answers to change; returns whether to save.
fn choose(
    check_in: &mut CheckIn,
    definition: &Questionnaire,
    workspace: &Workspace,
) -> Result<bool, CommandError> {
    let before = check_in.clone();
    loop {
        let session = Session::new(definition, check_in.seed, check_in.answered.responses.clone());
        let items = session.items_asked();
        let mut options = vec![message!("save-changes"), message!("leave-unchanged")];
        options.push(match &check_in.note {
            Some(note) => message!("note-line", text = printable(note.as_written())),
            None => message!("add-note"),
        });
        options.extend(items.iter().map(|item| {
            let response = check_in.answered.responses.get(&item.id);
            let given =
                response.map_or_else(|| message!("response-open"), |given| in_words(item, given));
            workspace.terminal.as_option(item.text.trim_end_matches('.'), &format!(": {given}"))
        }));
        let default = if *check_in == before { 3.min(options.len() - 1) } else { 0 };
        let choice = workspace
            .terminal
            .choose_or_leave(&message!("what-to-correct"), &options, default)
            .map_err(|error| error.hint(message!("edit-without-terminal")))?;
        let keep = || workspace.terminal.confirm(&message!("keep-what-was-changed"), true);
        let choice = match choice {
            Some(choice) => choice,
            None if *check_in == before || !keep()? => 1,
            None => 0,
        };
        match choice {
            0 if check_responses(definition, &check_in.answered.responses).is_empty() => {
                return Ok(*check_in != before);
            }
            0 => {
                workspace.terminal.say(&message!("question-opened"));
            }
            1 => return Ok(false),
            2 => {
                let note = check_in.note.as_ref().map(|note| note.as_written().to_owned());
                let typed = workspace
                    .terminal
                    .edit_line(&message!("note"), note.as_deref().unwrap_or_default())?;
                check_in.note = Some(Untrusted::new(typed.trim())).filter(|note| !note.is_blank());
            }
            place => ask_again(items[place - 3], check_in, definition, workspace)?,
        }
    }
}

fn ask_again(
    item: &Item,
    check_in: &mut CheckIn,
    definition: &Questionnaire,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let mut session = Session::new(definition, check_in.seed, check_in.answered.responses.clone());
    let mut notes = check_in.item_notes.clone();
    let mut responses = BTreeMap::new();
    let mut keep = |change: Change<'_>| {
        match change {
            Change::Response(item, response) => {
                responses.insert(item.clone(), response.clone());
            }
            Change::Note(item, text) if text.is_blank() => {
                notes.remove(item);
            }
            Change::Note(item, text) => {
                notes.insert(item.clone(), text.clone());
            }
        }
        Ok(())
    };
    let support = String::new;
    let mut desk = Desk {
        keep: &mut keep,
        support: &support,
        as_of: None,
        notes: check_in.item_notes.clone(),
    };
    answer_one(&workspace.terminal, item, &mut session, &mut desk)?;
    check_in.answered.responses.extend(responses);
    check_in.item_notes = notes;
    // A change can close later questions: their answers go, as at the end of a check-in.
    let asked: Vec<_> = Session::new(definition, None, check_in.answered.responses.clone())
        .items_asked()
        .into_iter()
        .map(|item| item.id.clone())
        .collect();
    check_in.answered.responses.retain(|item, _| asked.contains(item));
    Ok(())
}

fn save(
    kept: &Kept<CheckIn>,
    mut changed: CheckIn,
    definition: &Questionnaire,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let settles = !workspace.store.rivals(kept.id)?.is_empty();
    if changed == kept.content && !settles {
        workspace.terminal.say(&message!("nothing-different"));
        return Ok(());
    }
    if changed.imported != Some(Imported::Scores) || !changed.answered.responses.is_empty() {
        changed.imported = changed.imported.map(|_| Imported::Answers);
        changed.scores =
            score(definition, &changed.answered.responses).into_iter().map(stored_score).collect();
    }
    let shown = workspace.in_language(definition)?;
    let both = (&kept.content.answered.responses, &changed.answered.responses);
    let mut answers = changed_answers(both, &shown);
    if let (Some(before), Some(now)) = (&kept.content.context, &changed.context) {
        let about = workspace.in_language(&*workspace.definition(&now.definition)?)?;
        answers.extend(changed_answers((&before.responses, &now.responses), &about));
    }
    let answers =
        if answers.is_empty() { String::new() } else { format!(": {}", answers.join("; ")) };
    workspace.store.edit(kept.id, kept.edits, &Content::CheckIn(changed))?;
    workspace.refresh_due();
    workspace.terminal.say(&message!("corrected", answers = answers, id = kept.id.short()));
    Ok(())
}

/// Returns which answers are different now, in words: a number typed from memory may be another option.
fn changed_answers(
    (before, now): (&Responses, &Responses),
    definition: &Questionnaire,
) -> Vec<String> {
    let said = |item: &Item, responses: &Responses| {
        let response = responses.get(&item.id);
        response.map_or_else(|| message!("response-open"), |response| in_words(item, response))
    };
    definition
        .items
        .iter()
        .map(|item| (item, said(item, before), said(item, now)))
        .filter(|(_, before, now)| before != now)
        .map(|(item, before, now)| {
            message!("answer-changed", item = item.id.as_str(), now = now, before = before)
        })
        .collect()
}
