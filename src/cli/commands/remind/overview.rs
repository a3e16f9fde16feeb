//! Owns the list of ways, with what is installed.

use std::fmt::Write as _;

use clap::ValueEnum as _;
use serde_json::json;

use super::RemindArgs;
use super::install::is_there;
use super::place::Places;
use super::plan::{Place, Plan, Way};
use crate::cli::due::Due;
use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::language::{message, moment};

/// Lists the ways of this system with what is installed, and says whether reminders are snoozed.
pub(super) fn overview(args: &RemindArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let places = Places::find(workspace)?;
    let now = workspace.clock.now();
    let snoozed = Due::read(workspace.folder()).and_then(|due| due.snoozed_at(now));
    let ways: Vec<(Way, bool)> = Way::value_variants()
        .iter()
        .filter(|way| way.foreign_system().is_none())
        .map(|way| (*way, is_installed(&Plan::new(*way, args.at, &places, workspace))))
        .collect();
    if args.json {
        let list: Vec<_> = ways
            .iter()
            .map(|(way, installed)| json!({ "way": way.name(), "installed": installed }))
            .collect();
        let object = json!({
            "format": crate::render::json::JSON_FORMAT,
            "snoozed_until": snoozed.map(|until| until.to_rfc3339()),
            "ways": list,
        });
        return print_json(&object, workspace);
    }
    let mut text = String::new();
    for (way, installed) in ways {
        let state = if installed {
            format!(", {}", message!("reminder-installed-mark"))
        } else {
            String::new()
        };
        let name = way.name();
        let _ = if workspace.terminal.is_plain() {
            writeln!(text, "{name}: {}{state}.", way.about())
        } else {
            writeln!(text, "{name:<15} {}{state}", way.about())
        };
    }
    if let Some(until) = snoozed {
        let _ = writeln!(text, "{}", message!("quiet-until", moment = moment(until)));
    }
    workspace.terminal.print_lines(&text)?;
    workspace.terminal.say(&message!("remind-prints-one"));
    Ok(())
}

/// Returns whether all of it is in place; what cannot be read counts as not. A calendar's event is
/// beyond what can be known.
fn is_installed(plan: &Plan) -> bool {
    let known = |place: &Place| is_there(place).unwrap_or(false);
    plan.way != Way::Calendar && plan.parts.iter().all(|part| known(&part.place))
}
