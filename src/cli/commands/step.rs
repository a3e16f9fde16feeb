//! `checkin step`: one small step, and whether it happened.

use std::fmt::Write as _;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;

use crate::checkin::{Course, Happened, Step, Untrusted};
use crate::cli::error::{CommandError, Kind};
use crate::cli::outcome::print_list;
use crate::cli::terminal::Mode;
use crate::cli::workspace::Workspace;
use crate::guidance::Chosen;
use crate::history::{Content, Kept, Store};
use crate::language::message;
use crate::render::text::printable;
use crate::report::wording::{day, list_day, step_course};

/// Choose one small step, say how it went, or list the steps
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin step add 'Ask Sam for ten minutes on Tuesday'\n  checkin step answer yes\n  checkin step answer partly 1a2b3c4d\n  checkin step list\n\nA step that did not happen is no failure; it says something about the week.\n\n`checkin history delete ID` erases one."
)]
pub(crate) struct StepArgs {
    /// What to do; without it, list them
    #[command(subcommand)]
    command: Option<StepCommand>,
}

#[derive(Debug, Subcommand)]
enum StepCommand {
    /// Choose a step; without the text it is asked for
    #[command(
        after_help = "Examples:\n  checkin step add\n  checkin step add 'Ask Sam for ten minutes on Tuesday'"
    )]
    Add {
        /// What it is
        text: Option<String>,
    },
    /// Say whether a step happened
    #[command(
        after_help = "Examples:\n  checkin step answer yes\n  checkin step answer partly 1a2b3c4d"
    )]
    Answer {
        /// How it went
        #[arg(value_enum)]
        happened: HappenedArg,
        /// Step, by its id (default: the latest open one)
        #[arg(value_name = "ID")]
        id: Option<String>,
    },
    /// List the steps, oldest first
    #[command(after_help = "Examples:\n  checkin step list\n  checkin step list --json")]
    List {
        /// Print as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum HappenedArg {
    /// It did
    Yes,
    /// In part
    Partly,
    /// It did not
    No,
    /// Something else is more important now
    NoLongerMatters,
}

impl From<HappenedArg> for Happened {
    fn from(happened: HappenedArg) -> Self {
        match happened {
            HappenedArg::Yes => Self::Yes,
            HappenedArg::Partly => Self::Partly,
            HappenedArg::No => Self::No,
            HappenedArg::NoLongerMatters => Self::NoLongerMatters,
        }
    }
}

/// Chooses, answers or lists steps.
pub(crate) fn step(args: &StepArgs, workspace: &Workspace) -> Result<(), CommandError> {
    match &args.command {
        None => list(false, workspace),
        Some(StepCommand::Add { text: Some(text) }) => add(text, workspace),
        Some(StepCommand::Add { text: None }) => {
            let text = workspace.terminal.ask_line(&message!("one-small-step"), "");
            add(&text.map_err(|error| error.hint(message!("give-step-text")))?, workspace)
        }
        Some(StepCommand::Answer { happened, id }) => {
            let kept = find(id.as_deref(), workspace)?;
            answer(&kept, (*happened).into(), workspace)
        }
        Some(StepCommand::List { json }) => list(*json, workspace),
    }
}

/// Asks how open steps went, the earliest first. Enter alone leaves a step open.
pub(crate) fn ask_how_it_went(workspace: &Workspace) -> Result<(), CommandError> {
    let terminal = &workspace.terminal;
    for kept in open_steps(workspace)? {
        if kept.content.date >= workspace.today() {
            continue;
        }
        let mut options = vec![message!("ask-next-time")];
        options.extend(Happened::ALL.map(step_course));
        let text = printable(kept.content.text.as_written());
        let prompt = message!("did-it-happen", day = day(kept.content.date), text = text);
        match terminal.choose_or_leave(&prompt, &options, 0) {
            Ok(Some(choice @ 1..)) => {
                if let Some(happened) = Happened::ALL.get(choice - 1) {
                    answer(&kept, *happened, workspace)?;
                }
            }
            Ok(_) => {}
            // Scripted answers end here; the step stays open.
            Err(_) if terminal.mode() == Mode::Lines => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Offers to take one small step into the week; Enter alone takes none.
pub(crate) fn offer(suggestions: &[Chosen], workspace: &Workspace) -> Result<(), CommandError> {
    let terminal = &workspace.terminal;
    let mut options = vec![message!("not-this-week")];
    options.extend(suggestions.iter().map(|chosen| chosen.text.clone()));
    options.push(message!("in-my-words"));
    let choice = match terminal.choose_or_leave(&message!("step-for-the-week"), &options, 0) {
        Ok(choice) => choice.unwrap_or(0),
        // Scripted answers end here; everything is kept.
        Err(_) if terminal.mode() == Mode::Lines => return Ok(()),
        Err(error) => return Err(error),
    };
    match (choice, suggestions.get(choice.wrapping_sub(1))) {
        (0, _) => {
            terminal.say(&message!("no-step-taken"));
            Ok(())
        }
        (_, Some(chosen)) => {
            let score = Some(chosen.score.clone());
            keep(Step { score, ..new(&chosen.text, workspace) }, workspace)
        }
        (_, None) => {
            let text = match terminal.ask_line(&message!("one-small-step"), "") {
                Err(error) if error.kind() == Kind::Left => String::new(),
                asked => asked?,
            };
            if text.trim().is_empty() { Ok(()) } else { add(&text, workspace) }
        }
    }
}

fn new(text: &str, workspace: &Workspace) -> Step {
    Step { date: workspace.today(), text: Untrusted::new(text.trim()), score: None, course: None }
}

fn add(text: &str, workspace: &Workspace) -> Result<(), CommandError> {
    let step = new(text, workspace);
    if step.text.is_blank() {
        return Err(
            CommandError::usage(message!("step-is-empty")).hint(message!("nothing-was-kept"))
        );
    }
    keep(step, workspace)
}

fn keep(step: Step, workspace: &Workspace) -> Result<(), CommandError> {
    let id = workspace.append(&Content::Step(step))?;
    workspace.terminal.say(&message!("step-kept", id = id.short()));
    Ok(())
}

fn open_steps(workspace: &Workspace) -> Result<Vec<Kept<Step>>, CommandError> {
    let mut steps = workspace.read(Store::steps)?;
    steps.retain(|kept| kept.content.course.is_none());
    Ok(steps)
}

fn find(id: Option<&str>, workspace: &Workspace) -> Result<Kept<Step>, CommandError> {
    let Some(id) = id else {
        return open_steps(workspace)?.pop().ok_or_else(|| {
            CommandError::failed(message!("no-step-open")).hint(message!("steps-are-listed"))
        });
    };
    let none = || {
        CommandError::failed(message!("no-such-step", id = id)).hint(message!("steps-are-listed"))
    };
    let fits = |kept: &Kept<Step>| kept.id.short() == id || kept.id.0.to_string() == id;
    workspace.read(Store::steps)?.into_iter().find(fits).ok_or_else(none)
}

fn answer(
    kept: &Kept<Step>,
    happened: Happened,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let course = Some(Course { date: workspace.today(), happened });
    let step = Step { course, ..kept.content.clone() };
    workspace.store.edit(kept.id, kept.edits, &Content::Step(step))?;
    workspace.terminal.say(&match happened {
        Happened::Yes => message!("good-to-know-yes"),
        Happened::Partly => message!("good-to-know-partly"),
        Happened::No => message!("good-to-know-no"),
        Happened::NoLongerMatters => message!("good-to-know-aside"),
    });
    Ok(())
}

fn list(as_json: bool, workspace: &Workspace) -> Result<(), CommandError> {
    let steps = workspace.read(Store::steps)?;
    if as_json {
        let list = steps.iter().map(|kept| {
            let step = &kept.content;
            json!({
                "format": crate::render::json::JSON_FORMAT,
                "id": kept.id,
                "date": step.date,
                "text": step.text.as_written(),
                "score": step.score,
                "happened": step.course.as_ref().map(|course| course.happened),
                "answered": step.course.as_ref().map(|course| course.date),
            })
        });
        return print_list(list, workspace);
    }
    if steps.is_empty() {
        workspace.terminal.say(&message!("no-step-yet"));
    }
    let mut text = String::new();
    for kept in &steps {
        let step = &kept.content;
        let course = match &step.course {
            Some(course) => {
                let date = course.date;
                let date = if workspace.terminal.is_plain() { day(date) } else { list_day(date) };
                format!("{}, {date}", step_course(course.happened))
            }
            None => message!("step-open"),
        };
        let (words, id) = (printable(step.text.as_written()), kept.id.short());
        let _ = if workspace.terminal.is_plain() {
            let day = day(step.date);
            let line = message!("step-listed", day = day, text = words, course = course, id = id);
            writeln!(text, "{line}")
        } else {
            writeln!(text, "{}  {id}  {words} ({course})", list_day(step.date))
        };
    }
    workspace.terminal.print_lines(&text)
}
