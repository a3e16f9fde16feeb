//! `checkin history edit`: corrects a past check-in and keeps what was there before.

use chrono::NaiveDate;
use clap::Args;

use super::find;
use super::sheet::Sheet;
use super::show::in_words;
use crate::checkin::{Response, ResponseProblem, Responses, Untrusted, check_responses};
use crate::cli::answer_file::{item_id, options, read_response};
use crate::cli::commands::start::check_date;
use crate::cli::error::CommandError;
use crate::cli::screen;
use crate::cli::sitting::{CONTEXT, kept_definition, stored_score};
use crate::cli::words::of_response;
use crate::cli::workspace::Workspace;
use crate::history::{CheckIn, Content, Imported, Kept};
use crate::language::message;
use crate::questionnaire::{Item, ItemId, QuestionnaireId};
use crate::render::text::{printable, sentence};
use crate::scoring::score;

/// Correct a past check-in; what was there before is kept
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin history edit last                              choose what to correct or add\n  checkin history edit last --set support.heard=often --set support.alone=skipped\n  checkin history edit last --set context.client-hours=25\n  checkin history edit 2026-11-13 --note 'On call all week'"
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
    #[arg(long, value_name = "N", value_parser = crate::cli::argument::whole::<usize>, conflicts_with_all = ["set", "note", "date"])]
    take: Option<usize>,

    /// New day that it is about
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
    date: Option<NaiveDate>,
}

/// Corrects a check-in.
pub(crate) fn edit(args: &EditArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let kept = find(&args.check_in, workspace)?;
    let mut changed = kept.content.clone();
    if let Some(number) = args.take {
        changed = version(number, &kept, workspace)?;
    } else if args.set.is_empty() && args.note.is_none() && args.date.is_none() {
        if !choose(&mut changed, workspace)? {
            workspace.terminal.say(&message!("nothing-changed"));
            return Ok(());
        }
    } else {
        apply(args, &mut changed, workspace)?;
    }
    save(&kept, changed, workspace)
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
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let mut sheets = Sheet::all_of(check_in, workspace)?;
    for change in &args.set {
        let (name, value) = change.split_once('=').ok_or_else(|| {
            CommandError::usage(message!("not-item-and-value", text = change.as_str()))
                .hint(message!("set-for-example"))
        })?;
        let id = item_id(name, &sheets[0].definition);
        let of_item = sheets.iter().position(|sheet| sheet.definition.item(&id).is_some());
        // That there is no such item is told with all that does not fit.
        let sheet = &mut sheets[of_item.unwrap_or_default()];
        let response = response_to((&id, name), value, sheet)?;
        sheet.put(id, response);
    }
    let problems = problems(&sheets, check_in.imported);
    if !problems.is_empty() {
        let list = problems.iter().map(|problem| format!("- {}", printable(&of_response(problem))));
        return Err(CommandError::listed(message!("answers-do-not-fit"), list.collect())
            .hint(message!("items-are-listed", id = sheet_of(&problems[0], &sheets))));
    }
    Sheet::put_back(&sheets, check_in);
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

/// Returns the questionnaire that the item of a problem is from; the check-in's own where there is no such item.
fn sheet_of<'a>(problem: &ResponseProblem, sheets: &'a [Sheet]) -> &'a str {
    let questionnaire = problem.item().as_str().split('.').next().unwrap_or_default();
    let mut ids = sheets.iter().map(|sheet| sheet.definition.id.as_str());
    ids.find(|id| *id == questionnaire).unwrap_or(sheets[0].definition.id.as_str())
}

/// Returns what is wrong with corrected answers. Of imported scores alone there are no answers to be complete, and
/// of the week's context some questions may be open.
fn problems(sheets: &[Sheet], imported: Option<Imported>) -> Vec<ResponseProblem> {
    let scores_alone = imported == Some(Imported::Scores) && sheets[0].responses().is_empty();
    let of_sheet = |(place, sheet): (usize, &Sheet)| {
        let may_be_open = scores_alone || place > 0;
        let given: Vec<ItemId> = sheet.responses().keys().cloned().collect();
        let found = check_responses(&sheet.shown, sheet.responses()).into_iter();
        found.filter(move |it| !may_be_open || given.contains(it.item()))
    };
    sheets.iter().enumerate().flat_map(of_sheet).collect()
}

/// Reads a new answer to an item, in the words of its definition or in the person's.
fn response_to(
    (id, name): (&ItemId, &str),
    value: &str,
    sheet: &Sheet,
) -> Result<Response, CommandError> {
    let wordings = [&*sheet.definition, &sheet.shown];
    let items: Vec<&Item> = wordings.iter().filter_map(|each| each.item(id)).collect();
    let Some(item) = items.last() else { return Ok(Response::Skipped) };
    let number = || serde_json::from_str(&value.replacen(',', ".", 1));
    let json = serde_json::from_str(value).or_else(|_| number()).unwrap_or_else(|_| value.into());
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
fn choose(check_in: &mut CheckIn, workspace: &Workspace) -> Result<bool, CommandError> {
    let before = check_in.clone();
    let mut sheets = Sheet::all_of(check_in, workspace)?;
    // Who does not want to be asked about the week is not asked here either.
    sheets.retain(|sheet| {
        workspace.settings.context || sheet.is_of(check_in) || !sheet.responses().is_empty()
    });
    let mut interrupted = false;
    loop {
        let asked = |(place, sheet): (usize, &Sheet)| {
            sheet.items_asked().into_iter().map(move |item| (place, item))
        };
        let items: Vec<(usize, Item)> = sheets.iter().enumerate().flat_map(asked).collect();
        let options = options_of(check_in, &sheets, &items, workspace);
        let is_changed = *check_in != before;
        let default = if is_changed { 0 } else { 3.min(options.len() - 1) };
        let told = |error: CommandError| {
            let error = error.hint(message!("edit-without-terminal"));
            if is_changed { error.hint(message!("changes-not-kept")) } else { error }
        };
        screen::set_farewell(is_changed.then(|| sentence(&message!("changes-not-kept"))));
        let choice = if std::mem::take(&mut interrupted) {
            None
        } else {
            let question = message!("what-to-correct");
            let choice = workspace.terminal.choose_or_leave(&question, &options, default);
            choice.map_err(told)?
        };
        let keep = || workspace.terminal.confirm(&message!("keep-what-was-changed"), true);
        let choice = match choice {
            Some(choice) => choice,
            None if !is_changed || !keep()? => 1,
            None => 0,
        };
        match choice {
            0 if problems(&sheets, check_in.imported).is_empty() => {
                screen::set_farewell(None);
                return Ok(is_changed);
            }
            0 => {
                workspace.terminal.say(&message!("question-opened"));
            }
            1 => {
                screen::set_farewell(None);
                return Ok(false);
            }
            2 => {
                let note = check_in.note.as_ref().map(|note| note.as_written().to_owned());
                let note = note.as_deref().unwrap_or_default();
                let (typed, goes_on) =
                    workspace.terminal.edit_line_to_keep(&message!("note"), note)?;
                interrupted = !goes_on;
                check_in.note = Some(Untrusted::new(typed.trim())).filter(|note| !note.is_blank());
            }
            number => {
                let (place, item) = &items[number - 3];
                let asked = sheets[*place].ask_again(item, &mut check_in.item_notes, workspace);
                asked.map_err(told)?;
                Sheet::put_back(&sheets, check_in);
            }
        }
    }
}

/// Returns what can be chosen: saving, leaving, the note, and every item with what was answered.
fn options_of(
    check_in: &CheckIn,
    sheets: &[Sheet],
    items: &[(usize, Item)],
    workspace: &Workspace,
) -> Vec<String> {
    let note = match &check_in.note {
        Some(note) => message!("note-line", text = printable(note.as_written())),
        None => message!("add-note"),
    };
    let items = items.iter().map(|(place, item)| {
        let given = said(item, sheets[*place].responses());
        let asked = item.text.trim_end_matches('.');
        let between = if asked.ends_with('?') { "" } else { ":" };
        workspace.terminal.as_option(asked, &format!("{between} {given}"))
    });
    [message!("save-changes"), message!("leave-unchanged"), note].into_iter().chain(items).collect()
}

/// Returns what was answered to an item, in words.
fn said(item: &Item, responses: &Responses) -> String {
    let response = responses.get(&item.id);
    response.map_or_else(|| message!("response-open"), |response| in_words(item, response))
}

fn save(
    kept: &Kept<CheckIn>,
    mut changed: CheckIn,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let settles = !workspace.store.rivals(kept.id)?.is_empty();
    if changed == kept.content && !settles {
        workspace.terminal.say(&message!("nothing-different"));
        return Ok(());
    }
    if kept.content.context.is_none() && changed.context.is_some() {
        let asked = workspace.questionnaire(&QuestionnaireId::new(CONTEXT))?;
        workspace.store.keep_definition(&kept_definition(&asked))?;
    }
    let before = Sheet::all_of(&kept.content, workspace)?;
    let now = Sheet::all_of(&changed, workspace)?;
    if changed.imported != Some(Imported::Scores) || !changed.answered.responses.is_empty() {
        changed.imported = changed.imported.map(|_| Imported::Answers);
        let computed = score(&now[0].definition, now[0].responses());
        changed.scores = computed.into_iter().map(stored_score).collect();
    }
    let both = before.iter().zip(&now);
    let answers: Vec<String> =
        both.flat_map(|(before, now)| changed_answers(before, now)).collect();
    let answers =
        if answers.is_empty() { String::new() } else { format!(": {}", answers.join("; ")) };
    workspace.store.edit(kept.id, kept.edits, &Content::CheckIn(changed))?;
    workspace.refresh_due();
    workspace.terminal.say(&message!("corrected", answers = answers, id = kept.id.short()));
    Ok(())
}

/// Returns which answers are different now, in words: a number typed from memory may be another option.
fn changed_answers(before: &Sheet, now: &Sheet) -> Vec<String> {
    let items = now.shown.items.iter();
    let both =
        items.map(|item| (item, said(item, before.responses()), said(item, now.responses())));
    both.filter(|(_, before, now)| before != now)
        .map(|(item, before, now)| {
            message!("answer-changed", item = item.id.as_str(), now = now, before = before)
        })
        .collect()
}
