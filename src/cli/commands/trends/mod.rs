//! `checkin trends`: each score over time.

mod browse;
mod file;
#[cfg(fuzzing)]
pub(in crate::cli) mod fuzzing;

use clap::{Args, ValueEnum};

use crate::cli::error::CommandError;
use crate::cli::look_back::{PeriodArgs, Selection};
use crate::cli::workspace::Workspace;
use crate::language::message;
use crate::questionnaire::ScoreId;
use crate::render::picture::{calendar, line_chart, multiples, strain_map};
use crate::render::{RenderError, json, text};
use crate::report::{Report, look_back};

/// Show each score over time
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin trends                                all scores, small\n  checkin trends strain                         one score, large\n  checkin trends strain --since 2026-01-01\n  checkin trends --view calendar                weeks with and without a check-in\n  checkin trends --view map                     strain against resources\n  checkin trends --browse                       move between scores and weeks\n  checkin trends --json\n  checkin trends --file scores.csv --items 10 --range 10 50\n\nIn the table's row of bars a dot is a week without a check-in, ~ leave or illness, ? too few answers."
)]
pub(crate) struct TrendsArgs {
    /// Scores to show, for example `strain` or `weekly.resources` (default: all)
    #[arg(value_name = "SCORE")]
    scores: Vec<String>,

    /// Picture to draw (default: chart for one score, small for all)
    #[arg(long, value_enum, value_name = "PICTURE")]
    view: Option<View>,

    /// Move between scores and weeks on the whole screen, and see the answers behind a point
    #[arg(long, conflicts_with_all = ["json", "view"])]
    browse: bool,

    #[command(flatten)]
    period: PeriodArgs,

    #[command(flatten)]
    file: file::FileArgs,

    /// Print as JSON
    #[arg(long, conflicts_with = "view")]
    json: bool,
}

/// What to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum View {
    /// Each score as a line over time, with its usual range
    Chart,
    /// All scores side by side, small
    Small,
    /// Latest and former value, week by week
    Table,
    /// Weeks with and without a check-in
    Calendar,
    /// Strain against resources
    Map,
}

impl View {
    /// How many weeks it shows unless told otherwise.
    fn weeks(self) -> u32 {
        match self {
            View::Chart | View::Small => 26,
            View::Table | View::Map => 12,
            View::Calendar => 52,
        }
    }
}

/// Shows each score over time.
pub(crate) fn trends(args: &TrendsArgs, workspace: &Workspace) -> Result<(), CommandError> {
    if let Some(path) = &args.file.file {
        return file::trends_of_file(path, &args.file, args.json, workspace);
    }
    let usual = match args.scores.as_slice() {
        // Read aloud, a chart is a list of every check-in; the table is short and has the verdicts.
        [] if workspace.terminal.is_plain() => View::Table,
        [] => View::Small,
        _ => View::Chart,
    };
    let view = if args.json { View::Table } else { args.view.unwrap_or(usual) };
    let scores: Vec<ScoreId> = args.scores.iter().map(|id| score_id(id)).collect();
    let period = args.period.period(view.weeks(), workspace)?;
    let material = workspace.material(&Selection { period, scores: scores.clone() })?;
    if let Some(missing) =
        scores.iter().find(|id| material.scores.iter().all(|known| known.series.score != **id))
    {
        let all = workspace.material(&Selection { period, scores: Vec::new() })?;
        let known = all.scores.iter().map(|known| known.series.score.as_typed());
        let error =
            CommandError::failed(message!("history-without-score", score = missing.as_typed()));
        return Err(match crate::questionnaire::nearest(missing.as_typed(), known) {
            Some(near) => error.hint(message!("did-you-mean", near = near)),
            None => error.hint(message!("trends-show-scores")),
        });
    }
    let report = look_back(&material);
    let is_one = report.sections.iter().map(|section| section.scores.len()).sum::<usize>() == 1;
    let view =
        if view == View::Small && args.view.is_none() && is_one { View::Chart } else { view };
    if args.browse {
        return browse::browse(&report, workspace);
    }
    if args.json {
        return print_rendered(json::render(&report, &workspace.layout()), workspace);
    }
    draw(&report, view, workspace)
}

/// Prints a picture of the report.
fn draw(report: &Report, view: View, workspace: &Workspace) -> Result<(), CommandError> {
    let render = match view {
        View::Chart => line_chart::render,
        View::Small => multiples::render,
        View::Table => text::render,
        View::Calendar => calendar::render,
        View::Map => strain_map::render,
    };
    if view == View::Map && report.map.is_none() {
        let error = CommandError::failed(message!("map-needs-both"));
        return Err(error.hint(message!("weekly-gives-both")));
    }
    if report.sections.is_empty() && view != View::Calendar {
        if !workspace.has_check_in()? {
            workspace.terminal.say(&message!("no-check-in-start"));
            return Ok(());
        }
        workspace.terminal.say(&message!("no-check-in-in-period"));
    }
    print_rendered(render(report, &workspace.layout()), workspace)
}

fn print_rendered(
    bytes: Result<Vec<u8>, RenderError>,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let bytes = bytes
        .map_err(|error| CommandError::failed(message!("cannot-lay-out-report")).because(error))?;
    workspace.terminal.print_bytes(&bytes)
}

/// Returns the score that a name means; without a full stop `strain` is `strain.strain`.
pub(crate) fn score_id(name: &str) -> ScoreId {
    if name.contains('.') { ScoreId::new(name) } else { ScoreId::new(format!("{name}.{name}")) }
}
