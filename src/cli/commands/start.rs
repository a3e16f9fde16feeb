//! `checkin start`: a check-in, from the first question to the result.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use clap::Args;

use super::step;
use crate::cli::answer_file::AnswerFile;
use crate::cli::answering::Ending;
use crate::cli::commands::event::ask_event;
use crate::cli::error::{CommandError, Kind};
use crate::cli::input::{read_text, read_value};
use crate::cli::outcome;
use crate::cli::sitting::{CONTEXT, Sitting};
use crate::cli::terminal::Mode;
use crate::cli::workspace::Workspace;
use crate::history::{CheckIn, Draft, Kept, Query};
use crate::language::message;
use crate::questionnaire::{Questionnaire, QuestionnaireId};
use crate::report::wording::day;

/// Do a check-in
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin start                        the weekly check-in\n  checkin start pulse                  eight questions\n  checkin start --date 2026-11-13      a late entry for that day\n  checkin start --answers week.json    without questions\n  checkin start --answers - < week.toml\n\nA file of answers, each a value or a label: {\"answers\": {\"support.heard\": 4, \"support.alone\": \"skipped\"}, \"note\": \"…\"}"
)]
pub(crate) struct StartArgs {
    /// Questionnaire to answer (default: that of the weekly check-in)
    questionnaire: Option<String>,

    /// Day that a late entry is about
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
    date: Option<NaiveDate>,

    /// Take the answers from a TOML or JSON file (- for standard input), without questions
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,

    /// Begin a new check-in even if one is open
    #[arg(long)]
    new: bool,

    /// Print the finished check-in as JSON
    #[arg(long, requires = "answers")]
    json: bool,
}

/// Does a check-in.
pub(crate) fn start(args: &StartArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let id = match &args.questionnaire {
        Some(id) => QuestionnaireId::new(id.as_str()),
        None => workspace.settings.questionnaire.clone(),
    };
    if let Some(date) = args.date {
        check_date(date, workspace)?;
    }
    let questionnaire = workspace.questionnaire(&id)?;
    // A passphrase is asked for before the first answer, so that none waits for it.
    workspace.store.unlock()?;
    workspace.refuse_silent_change(&questionnaire)?;
    if let Some(path) = &args.answers {
        let kept = from_file(path, args.date, questionnaire, workspace)?;
        return if args.json {
            workspace.terminal.print(&outcome::json(&kept, workspace)?)
        } else {
            outcome::show(&kept, workspace).map(drop)
        };
    }
    if !args.new {
        match take_up(workspace, Some(&id), args.date)? {
            TakeUp::GoOn(sitting) => return conduct(*sitting, workspace),
            TakeUp::Left => return Ok(()),
            TakeUp::BeginNew | TakeUp::Nothing => {}
        }
    }
    begin(questionnaire, args.date, workspace)
}

/// Begins a check-in and conducts it.
pub(crate) fn begin(
    questionnaire: Arc<Questionnaire>,
    date: Option<NaiveDate>,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    if !goes_on_beside_another(&questionnaire.id, date.unwrap_or(workspace.today()), workspace)? {
        return Ok(());
    }
    conduct(Sitting::begin(workspace, questionnaire, date)?, workspace)
}

/// Says that the week has a check-in already: a second one is rarely what a person wants. Returns whether
/// to begin it.
fn goes_on_beside_another(
    id: &QuestionnaireId,
    date: NaiveDate,
    workspace: &Workspace,
) -> Result<bool, CommandError> {
    if !workspace.store.exists() {
        return Ok(true);
    }
    let week = workspace.settings.week_start().week_of(date);
    let query = Query {
        from: Some(week),
        to: Some(week + TimeDelta::days(6)),
        questionnaire: Some(id.clone()),
        last: None,
    };
    let found = workspace.store.check_in_scores(&query, &[])?;
    let same_day = found.iter().rfind(|kept| kept.content.date == date);
    if let Some(kept) = same_day {
        workspace.terminal.say(&message!("second-of-day", id = kept.id.short()));
    } else if let Some(kept) = found.last() {
        let on = day(kept.content.date);
        workspace.terminal.say(&message!("second-of-week", day = on, id = kept.id.short()));
    } else {
        return Ok(true);
    }
    goes_on(true, workspace)
}

/// Asks whether to begin all the same, where what was said would be behind the screen at once.
fn goes_on(default: bool, workspace: &Workspace) -> Result<bool, CommandError> {
    match workspace.terminal.mode() {
        Mode::Screen => workspace.terminal.confirm(&message!("begin-all-the-same"), default),
        Mode::Lines => Ok(true),
    }
}

/// What becomes of open drafts.
pub(crate) enum TakeUp<'a> {
    /// The person goes on with this one.
    GoOn(Box<Sitting<'a>>),
    /// The person wants a new check-in.
    BeginNew,
    /// The person wants nothing more for now.
    Left,
    /// None is open here.
    Nothing,
}

/// Offers to go on with an open draft.
pub(crate) fn take_up<'a>(
    workspace: &'a Workspace,
    id: Option<&QuestionnaireId>,
    date: Option<NaiveDate>,
) -> Result<TakeUp<'a>, CommandError> {
    if !workspace.store.exists() {
        return Ok(TakeUp::Nothing);
    }
    let mut outcome = TakeUp::Nothing;
    let drafts = workspace.store.drafts()?;
    let fitting = drafts.into_iter().filter(|draft| {
        id.is_none_or(|id| draft.answered.questionnaire == *id)
            && date.is_none_or(|date| draft.date == date)
    });
    for draft in fitting {
        let Some(sitting) = Sitting::resume(workspace, draft)? else {
            workspace.terminal.say(&message!("open-elsewhere"));
            if !goes_on(false, workspace)? {
                return Ok(TakeUp::Left);
            }
            continue;
        };
        match ask_about(&sitting, workspace)? {
            About::GoOn => return Ok(TakeUp::GoOn(Box::new(sitting))),
            About::Leave => {}
            About::Discard => sitting.discard()?,
            About::Nothing => {
                workspace.terminal.say(&message!("left-answers-kept"));
                return Ok(TakeUp::Left);
            }
        }
        outcome = TakeUp::BeginNew;
    }
    Ok(outcome)
}

enum About {
    GoOn,
    Leave,
    Discard,
    Nothing,
}

fn ask_about(sitting: &Sitting<'_>, workspace: &Workspace) -> Result<About, CommandError> {
    let draft = sitting.draft();
    let old = is_past_recall(draft, sitting.questionnaire(), workspace);
    workspace.terminal.say(&message!(
        "draft-open",
        title = workspace.title(sitting.questionnaire())?,
        age = age(draft, workspace),
        answered = draft.answered.responses.len()
    ));
    if old {
        workspace.terminal.say(&message!("draft-old", day = day(draft.date)));
    }
    let options = [
        message!("draft-go-on", day = day(draft.date)),
        message!("draft-begin-new"),
        message!("draft-discard"),
    ];
    loop {
        let choice = workspace
            .terminal
            .choose_or_leave(&message!("what-would-you-like"), &options, usize::from(old))
            .map_err(|error| error.hint(message!("answers-from-file")))?;
        return Ok(match choice {
            None => About::Nothing,
            Some(0) => About::GoOn,
            Some(1) => About::Leave,
            Some(_) if workspace.terminal.confirm(&message!("really-discard"), false)? => {
                About::Discard
            }
            Some(_) => continue,
        });
    }
}

fn is_past_recall(draft: &Draft, questionnaire: &Questionnaire, workspace: &Workspace) -> bool {
    let days = (workspace.today() - draft.begun.day(workspace.settings.week_start())).num_days();
    days > i64::from(questionnaire.recall_days)
}

/// Returns how long ago a draft was touched, in words.
pub(crate) fn age(draft: &Draft, workspace: &Workspace) -> String {
    let minutes = (workspace.clock.now().instant - draft.touched).num_minutes().max(0);
    match minutes {
        0 => message!("touched-a-moment-ago"),
        1..60 => message!("touched-minutes-ago", count = minutes),
        60..1440 => message!("touched-hours-ago", count = minutes / 60),
        _ => message!("touched-days-ago", count = minutes / 1440),
    }
}

/// Asks everything, then what the person wants to add, and finishes.
pub(crate) fn conduct(mut sitting: Sitting<'_>, workspace: &Workspace) -> Result<(), CommandError> {
    loop {
        if sitting.ask()? == Ending::Left {
            let is_empty = sitting.is_empty();
            let told =
                if is_empty { message!("left-nothing") } else { message!("left-answers-kept") };
            workspace.terminal.say(&told);
            return Ok(());
        }
        step::ask_how_it_went(workspace)?;
        match close(&mut sitting, workspace)? {
            Close::Finish => break,
            Close::Questions => sitting.reopen(),
            Close::Leave => {
                workspace.terminal.say(&message!("left-complete"));
                return Ok(());
            }
        }
    }
    let kept = sitting.finish()?;
    // Apart from the questions, which stand above it line by line.
    workspace.terminal.say("");
    let suggestions = outcome::show(&kept, workspace)?;
    step::offer(&suggestions, workspace)
}

#[derive(Clone, Copy, PartialEq)]
enum Close {
    Finish,
    Questions,
    Leave,
}

/// The moment after the last question: add something, go back, or see the result.
fn close(sitting: &mut Sitting<'_>, workspace: &Workspace) -> Result<Close, CommandError> {
    let terminal = &workspace.terminal;
    loop {
        let has_note = sitting.draft().note.is_some();
        let note = if has_note { message!("change-note") } else { message!("add-note") };
        let mut options = vec![message!("finish"), note];
        let offers_context = workspace.settings.context;
        if offers_context {
            let has_context = sitting.has_context();
            options.push(if has_context {
                message!("change-context")
            } else {
                message!("add-context")
            });
        }
        options.push(message!("mark-event"));
        options.push(message!("back-to-questions"));
        options.push(message!("leave-for-now"));
        let choice = match terminal.choose_or_leave(&message!("last-question"), &options, 0) {
            Ok(Some(choice)) => choice,
            Ok(None) => return Ok(Close::Leave),
            Err(error) if error.kind() == Kind::Interrupted => return Err(error),
            // Scripted answers end here: everything is answered, so the check-in is finished.
            Err(_) if !terminal.has_person() => return Ok(Close::Finish),
            Err(_) if terminal.mode() == Mode::Lines => return Ok(Close::Leave),
            Err(error) => return Err(error),
        };
        match choice + usize::from(choice >= 2 && !offers_context) {
            0 => return Ok(Close::Finish),
            1 => {
                let before = sitting.draft().note.as_ref();
                let before = before.map(|note| note.as_written().to_owned()).unwrap_or_default();
                let (note, goes_on) = terminal.edit_line_to_keep(&message!("note"), &before)?;
                sitting.set_note(&note)?;
                if !goes_on {
                    return Ok(Close::Leave);
                }
            }
            2 => sitting.ask_context()?,
            3 => match ask_event(workspace) {
                Err(error) if error.kind() == Kind::Left => {
                    terminal.say(&message!("no-event-marked"));
                }
                asked => asked?,
            },
            4 => return Ok(Close::Questions),
            _ => return Ok(Close::Leave),
        }
    }
}

fn from_file(
    path: &std::path::Path,
    date: Option<NaiveDate>,
    questionnaire: Arc<Questionnaire>,
    workspace: &Workspace,
) -> Result<Kept<CheckIn>, CommandError> {
    let text = read_text(path, 1024 * 1024)?;
    let value = read_value(path, &text)?;
    let context = workspace.questionnaire(&QuestionnaireId::new(CONTEXT))?;
    // What is wrong is told with the labels that the person knows.
    let known = (workspace.in_language(&questionnaire)?, workspace.in_language(&context)?);
    let file = AnswerFile::check(&value, &known.0, &known.1)?;
    let mut sitting = Sitting::begin(workspace, questionnaire, date)?;
    sitting.fill(file, &context);
    sitting.finish()
}

/// Refuses a day in the future.
pub(crate) fn check_date(date: NaiveDate, workspace: &Workspace) -> Result<(), CommandError> {
    if date > workspace.today() {
        return Err(CommandError::usage(message!("day-in-future", date = date.to_string()))
            .hint(message!("late-entry-is-past")));
    }
    Ok(())
}
