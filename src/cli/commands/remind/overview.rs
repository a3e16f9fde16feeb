//! Owns the list of ways, with what is installed.

use std::fmt::Write as _;

use clap::ValueEnum as _;
use serde_json::json;

use super::install::is_there;
use super::place::Places;
use super::plan::{Place, Plan, Way};
use super::{RemindArgs, USUAL_TIME};
use crate::cli::due::Due;
use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::workspace::{Environment, Workspace};
use crate::language::{message, moment};
use crate::report::wording::joined;

/// A way of this system, and what there is of it.
struct Listed {
    way: Way,
    is_installed: bool,
    /// Whether the program that it needs is in the search path.
    is_found: bool,
}

/// Lists the ways of this system with what is installed, and says whether reminders are snoozed.
pub(super) fn overview(args: &RemindArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let places = Places::find(workspace)?;
    let now = workspace.clock.now();
    let snoozed = Due::read(workspace.folder()).and_then(|due| due.snoozed_at(now));
    let ways: Vec<Listed> = Way::value_variants()
        .iter()
        .filter(|way| way.foreign_system().is_none())
        .map(|way| Listed {
            way: *way,
            is_installed: is_installed(&Plan::new(*way, USUAL_TIME, &places, workspace)),
            is_found: is_found(way.programs()),
        })
        .collect();
    if args.json {
        let object = |Listed { way, is_installed, is_found }: &Listed| json!({ "way": way.name(), "installed": is_installed, "found": is_found });
        let list: Vec<_> = ways.iter().map(object).collect();
        let object = json!({
            "format": crate::render::json::JSON_FORMAT,
            "snoozed_until": snoozed.map(|until| until.to_rfc3339()),
            "ways": list,
        });
        return print_json(&object, workspace);
    }
    let (shown, elsewhere): (Vec<_>, Vec<_>) =
        ways.into_iter().partition(|listed| listed.is_found || listed.is_installed);
    let row = |Listed { way, is_installed, .. }: Listed| {
        let installed = message!("reminder-installed-mark");
        let state = if is_installed { format!(", {installed}") } else { String::new() };
        let end = if workspace.terminal.is_plain() { "." } else { "" };
        (way.name(), format!("{}{state}{end}", way.about()))
    };
    let rows: Vec<_> = shown.into_iter().map(row).collect();
    let mut text = workspace.terminal.list(&rows);
    if !elsewhere.is_empty() {
        let names: Vec<String> = elsewhere.iter().map(|listed| listed.way.name()).collect();
        let _ = writeln!(text, "{}", message!("ways-not-found", names = joined(&names)));
    }
    if let Some(until) = snoozed {
        let _ = writeln!(text, "{}", message!("quiet-until", moment = moment(until)));
    }
    workspace.terminal.print_lines(&text)?;
    workspace.terminal.say(&message!("remind-prints-one"));
    Ok(())
}

/// Returns whether one of these programs is in the search path, or none is needed.
pub(super) fn is_found(programs: &[&str]) -> bool {
    let folders = Environment::search_path();
    let is_here = |name: &&str| {
        let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        folders.iter().any(|folder| folder.join(&file).is_file())
    };
    programs.is_empty() || programs.iter().any(is_here)
}

/// Returns whether all of it is in place; what cannot be read counts as not. A calendar's event is
/// beyond what can be known.
fn is_installed(plan: &Plan) -> bool {
    let known = |place: &Place| is_there(place).unwrap_or(false);
    plan.way != Way::Calendar && plan.parts.iter().all(|part| known(&part.place))
}
