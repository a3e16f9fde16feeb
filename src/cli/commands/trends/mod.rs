//! `checkin trends`: each score over time.

mod file;

use clap::Args;

use crate::cli::error::CommandError;
use crate::cli::look_back::Selection;
use crate::cli::workspace::Workspace;
use crate::questionnaire::ScoreId;
use crate::render::{json, text};
use crate::report::{Report, look_back};

/// Show each score over time
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin trends\n  checkin trends strain.strain --weeks 26\n  checkin trends --json\n  checkin trends --file scores.csv --items 10 --range 10 50\n\nIn the row of bars a dot is a week without a check-in, ~ leave or illness, ? too few answers."
)]
pub(crate) struct TrendsArgs {
    /// Scores to show, for example `strain.strain` (default: all)
    #[arg(value_name = "SCORE")]
    scores: Vec<String>,

    /// Weeks to look back over, this one included
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..=520))]
    weeks: u32,

    #[command(flatten)]
    file: file::FileArgs,

    /// Print as JSON
    #[arg(long)]
    json: bool,
}

/// Shows each score over time.
pub(crate) fn trends(args: &TrendsArgs, workspace: &Workspace) -> Result<(), CommandError> {
    if let Some(path) = &args.file.file {
        return file::trends_of_file(path, &args.file, args.json, workspace);
    }
    let scores: Vec<ScoreId> = args.scores.iter().map(|id| score_id(id)).collect();
    let material = workspace.material(&Selection { weeks: args.weeks, scores: scores.clone() })?;
    if let Some(missing) =
        scores.iter().find(|id| material.scores.iter().all(|known| known.series.score != **id))
    {
        let all = workspace.material(&Selection { weeks: 1, scores: Vec::new() })?;
        let known = all.scores.iter().map(|known| known.series.score.as_str());
        let error = CommandError::failed(format!("the history has no score `{missing}`"));
        return Err(match crate::questionnaire::nearest(missing.as_str(), known) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint("`checkin trends` shows all scores there are"),
        });
    }
    print(&look_back(&material), args.json, workspace)
}

/// Prints a look back as text or JSON.
pub(crate) fn print(
    report: &Report,
    as_json: bool,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let options = workspace.layout();
    let bytes =
        if as_json { json::render(report, &options) } else { text::render(report, &options) };
    let bytes =
        bytes.map_err(|error| CommandError::failed("cannot lay out the report").because(error))?;
    if !as_json && report.sections.is_empty() {
        workspace.terminal.say("No check-in in this period.");
    }
    workspace.terminal.print_bytes(&bytes)
}

/// Returns the score that a name means; without a full stop `strain` is `strain.strain`.
pub(crate) fn score_id(name: &str) -> ScoreId {
    if name.contains('.') { ScoreId::new(name) } else { ScoreId::new(format!("{name}.{name}")) }
}
