//! `checkin event`: what happened in a working life, by day or range, on the trend's axis.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use serde_json::json;

use crate::checkin::{Event, EventKind, Untrusted};
use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::workspace::Workspace;
use crate::history::{Content, Store};
use crate::language::message;
use crate::render::text::{printable, sentence};
use crate::report::wording::{day, event_days, event_kind, list_day};

/// Mark leave, illness, incidents and other events, or list them
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin event add leave --from 2026-12-21 --to 2027-01-03\n  checkin event add incident --from 2026-11-12 'Assault on the ward'\n  checkin event add illness            open until `checkin event end`\n  checkin event end                    back today\n  checkin event list\n\n`checkin history delete ID` erases one."
)]
pub(crate) struct EventArgs {
    /// What to do; without it, list them
    #[command(subcommand)]
    command: Option<EventCommand>,
}

#[derive(Debug, Subcommand)]
enum EventCommand {
    /// Mark an event; without a kind it is asked for
    #[command(
        after_help = "Examples:\n  checkin event add\n  checkin event add leave --from 2026-12-21 --to 2027-01-03\n  checkin event add new-role --new-baseline"
    )]
    Add(AddArgs),
    /// End open leave or illness
    #[command(
        after_help = "Examples:\n  checkin event end                    back today\n  checkin event end --to 2026-11-22"
    )]
    End {
        /// Last day of it (default: yesterday)
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
        to: Option<NaiveDate>,
    },
    /// List the events, oldest first
    #[command(after_help = "Examples:\n  checkin event list\n  checkin event list --json")]
    List {
        /// Print as JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Args)]
struct AddArgs {
    /// Kind of event
    #[arg(value_enum)]
    kind: Option<KindArg>,
    /// A few words about it
    text: Option<String>,
    /// First day (default: today)
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
    from: Option<NaiveDate>,
    /// Last day of a range
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
    to: Option<NaiveDate>,
    /// Compare later check-ins with each other only, from the first one on or after this day
    #[arg(long)]
    new_baseline: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindArg {
    /// Time off
    Leave,
    /// Time off ill
    Illness,
    /// Critical incident
    Incident,
    /// New role, team or workplace
    NewRole,
    /// Supervision session
    Supervision,
    /// Anything else
    Other,
}

const KINDS: [EventKind; 6] = [
    EventKind::Leave,
    EventKind::Illness,
    EventKind::Incident,
    EventKind::NewRole,
    EventKind::Supervision,
    EventKind::Other,
];

impl From<KindArg> for EventKind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Leave => Self::Leave,
            KindArg::Illness => Self::Illness,
            KindArg::Incident => Self::Incident,
            KindArg::NewRole => Self::NewRole,
            KindArg::Supervision => Self::Supervision,
            KindArg::Other => Self::Other,
        }
    }
}

/// Marks, ends or lists events.
pub(crate) fn event(args: &EventArgs, workspace: &Workspace) -> Result<(), CommandError> {
    match &args.command {
        None => list(false, workspace),
        Some(EventCommand::Add(args)) => match args.kind {
            Some(kind) => add(kind.into(), args, workspace),
            None => ask_event(workspace).map_err(|error| error.hint(message!("give-event-kind"))),
        },
        Some(EventCommand::End { to }) => end(*to, workspace),
        Some(EventCommand::List { json }) => list(*json, workspace),
    }
}

fn add(kind: EventKind, args: &AddArgs, workspace: &Workspace) -> Result<(), CommandError> {
    keep(
        Event {
            kind,
            from: args.from.unwrap_or_else(|| workspace.today()),
            to: args.to,
            text: args.text.as_deref().map(Untrusted::new).filter(|text| !text.is_blank()),
            new_baseline: args.new_baseline,
        },
        workspace,
    )
}

/// Asks for an event and keeps it.
pub(crate) fn ask_event(workspace: &Workspace) -> Result<(), CommandError> {
    let labels: Vec<String> = KINDS.map(event_kind).into();
    let question = message!("what-kind-of-event");
    let Some(kind) = workspace.terminal.choose_or_leave(&question, &labels, 0)? else {
        workspace.terminal.say(&message!("no-event-marked"));
        return Ok(());
    };
    let kind = KINDS[kind];
    let today = workspace.today();
    let from = ask_date(&message!("first-day"), Some(today), workspace)?.unwrap_or(today);
    let last = if kind.is_leave() { message!("last-day-open") } else { message!("last-day-one") };
    let to = loop {
        match ask_date(&last, None, workspace)? {
            Some(to) if to < from => {
                workspace.terminal.say(&sentence(&ends_before(to, from)));
            }
            to => break to,
        }
    };
    let text = Untrusted::new(workspace.terminal.ask_line(&message!("a-few-words"), "")?.trim());
    let text = Some(text).filter(|text| !text.is_blank());
    keep(Event { kind, from, to, text, new_baseline: false }, workspace)
}

fn ends_before(to: NaiveDate, from: NaiveDate) -> String {
    message!("event-ends-before", to = to.to_string(), from = from.to_string())
}

fn ask_date(
    prompt: &str,
    default: Option<NaiveDate>,
    workspace: &Workspace,
) -> Result<Option<NaiveDate>, CommandError> {
    let shown = default.map(|day| day.to_string()).unwrap_or_default();
    loop {
        let line = workspace.terminal.ask_line(prompt, &shown)?;
        match line.trim() {
            "" => return Ok(None),
            text => match text.parse() {
                Ok(date) => return Ok(Some(date)),
                Err(_) => workspace.terminal.say(&message!("please-a-day")),
            },
        }
    }
}

fn keep(event: Event, workspace: &Workspace) -> Result<(), CommandError> {
    if let Some(to) = event.to.filter(|to| *to < event.from) {
        return Err(
            CommandError::usage(ends_before(to, event.from)).hint(message!("nothing-was-kept"))
        );
    }
    let (kind, days) = (event_kind(event.kind), event_days(&event));
    let is_open = event.kind.is_leave() && event.to.is_none();
    if let Some(same) = workspace.read(Store::events)?.iter().find(|kept| kept.content == event) {
        workspace.terminal.say(&message!("event-marked-already", id = same.id.short()));
        return Ok(());
    }
    let id = workspace.append(&Content::Event(event))?;
    workspace.refresh_due();
    workspace.terminal.say(&message!("event-marked", kind = kind, day = days, id = id.short()));
    if is_open {
        workspace.terminal.say(&message!("event-stays-open"));
    }
    Ok(())
}

fn end(to: Option<NaiveDate>, workspace: &Workspace) -> Result<(), CommandError> {
    let to = to.unwrap_or_else(|| workspace.today() - chrono::Days::new(1));
    let events = workspace.read(Store::events)?;
    let open = events
        .into_iter()
        .rev()
        .find(|kept| kept.content.kind.is_leave() && kept.content.to.is_none())
        .ok_or_else(|| {
            CommandError::failed(message!("no-leave-open")).hint(message!("events-are-listed"))
        })?;
    let to = to.max(open.content.from);
    let event = Event { to: Some(to), ..open.content.clone() };
    let days = event_days(&event);
    workspace.store.edit(open.id, open.edits, &Content::Event(event))?;
    workspace.refresh_due();
    workspace.terminal.say(&message!(
        "event-ended",
        kind = event_kind(open.content.kind),
        days = days
    ));
    Ok(())
}

fn list(as_json: bool, workspace: &Workspace) -> Result<(), CommandError> {
    let events = workspace.read(Store::events)?;
    if as_json {
        let list: Vec<_> = events
            .iter()
            .map(|kept| {
                let event = &kept.content;
                json!({
                    "format": crate::render::json::JSON_FORMAT,
                    "id": kept.id,
                    "kind": event.kind,
                    "from": event.from,
                    "to": event.to,
                    "text": event.text.as_ref().map(Untrusted::as_written),
                    "new_baseline": event.new_baseline,
                })
            })
            .collect();
        return print_list(list.into_iter(), workspace);
    }
    if events.is_empty() {
        workspace.terminal.say(&message!("no-event-yet"));
    }
    let is_plain = workspace.terminal.is_plain();
    let shown_day = if is_plain { day } else { list_day };
    let mut text = String::new();
    for kept in &events {
        let event = &kept.content;
        let to = match event.to {
            Some(to) if to == event.from => String::new(),
            Some(to) => format!(" {}", message!("event-to", day = shown_day(to))),
            None if event.kind.is_leave() => format!(" ({})", message!("event-open")),
            None => String::new(),
        };
        let words = event.text.as_ref().map(|text| printable(text.as_written()));
        let words = words.map(|words| format!(": {words}")).unwrap_or_default();
        let baseline = message!("event-new-baseline");
        let baseline = if event.new_baseline { format!(", {baseline}") } else { String::new() };
        let (kind, from, id) = (event_kind(event.kind), shown_day(event.from), kept.id.short());
        let _ = if is_plain {
            let what = format!("{from}{to}: {kind}{baseline}{words}");
            writeln!(text, "{}", message!("event-listed", what = what, id = id))
        } else {
            writeln!(text, "{from}{to}  {id}  {kind}{baseline}{words}")
        };
    }
    workspace.terminal.print_lines(&text)
}
