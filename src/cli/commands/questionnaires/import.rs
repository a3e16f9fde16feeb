//! `checkin questionnaires import`: a questionnaire of another program becomes a definition.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::adopt::{ask_choice, confirm, find_key};
use super::import_plan::{Decisions, decide};
use super::import_report::Report;
use super::placing::{Place, place};
use crate::cli::error::CommandError;
use crate::cli::input::read_bytes;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::interop::{
    Candidate, Code, Foreign, Form, LARGEST, Outcome, Wanted, compose, join, read_foreign, slug,
};
use crate::language::message;
use crate::questionnaire::{Outline, Wording};
use crate::render::json::JSON_FORMAT;

/// Import a questionnaire of another program: FHIR, OpenScales, REDCap, XLSForm, LimeSurvey
///
/// Takes what can be asked, tells what it left and why, and scores nothing that nobody confirmed:
/// scores come from a key of checkin (`--key`) or from `--score`, never from a guess. Nothing is
/// fetched.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires import form.json\n  checkin questionnaires import who.json --key who-5 --confirm\n  checkin questionnaires import dictionary.csv --score sum --items a,b,c --reverse b\n  checkin questionnaires import form.json --values 0,1,2,3 --score mean --json\n\nThe codes of the report are told in docs/importing.md."
)]
pub(crate) struct ImportArgs {
    /// File to import
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Format of the file (default: told by what is in it)
    #[arg(long, value_name = "FORMAT")]
    from: Option<ForeignName>,

    /// Choices sheet of an XLSForm that is kept as two CSV files
    #[arg(long, value_name = "FILE")]
    choices: Option<PathBuf>,

    /// Which questionnaire of the file: its id, canonical address or form name
    #[arg(long, value_name = "NAME")]
    id: Option<String>,

    /// Language of the texts, a BCP 47 tag
    #[arg(long, value_name = "TAG")]
    language: Option<String>,

    /// Take items too that can only be asked and not scored
    #[arg(long)]
    unscored: bool,

    /// Key of checkin that scores the imported wording
    #[arg(long, value_name = "KEY", conflicts_with_all = ["score", "values", "reverse"])]
    key: Option<String>,

    /// Answer to what the key asks about the copy
    #[arg(long, value_name = "CHOICE", requires = "key")]
    choose: Option<String>,

    /// The wording differs from the published one; the result is not called validated
    #[arg(long, requires = "key")]
    adapted: bool,

    /// Days that the items ask about
    #[arg(long, value_name = "DAYS", conflicts_with = "key")]
    recall_days: Option<u32>,

    #[command(flatten)]
    decisions: Decisions,

    /// Print the report as JSON and ask nothing
    #[arg(long)]
    json: bool,

    #[command(flatten)]
    place: Place,
}

/// The formats by name.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum ForeignName {
    Fhir,
    Openscales,
    Redcap,
    Xlsform,
    Limesurvey,
}

impl From<ForeignName> for Foreign {
    fn from(name: ForeignName) -> Self {
        match name {
            ForeignName::Fhir => Foreign::Fhir,
            ForeignName::Openscales => Foreign::OpenScales,
            ForeignName::Redcap => Foreign::RedCap,
            ForeignName::Xlsform => Foreign::XlsForm,
            ForeignName::Limesurvey => Foreign::LimeSurvey,
        }
    }
}

/// Imports a questionnaire.
pub(crate) fn import(args: &ImportArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let key = args.key.as_deref().map(find_key).transpose()?;
    let bytes = read_bytes(&args.file, LARGEST as u64)?;
    let choices =
        args.choices.as_deref().map(|path| read_bytes(path, LARGEST as u64)).transpose()?;
    let mut named = args.id.clone();
    let mut reading = loop {
        let wanted = Wanted {
            language: args.language.as_deref(),
            one: named.as_deref(),
            unscored: args.unscored,
        };
        match read_foreign(&bytes, choices.as_deref(), args.from.map(Foreign::from), wanted) {
            Outcome::Read(reading) => break reading,
            Outcome::Several(candidates) => named = Some(choose_one(&candidates, args, workspace)?),
        }
    };
    // Who names a key needs no proposal.
    reading.findings.retain(|finding| key.is_none() || finding.code != Code::Known);
    let mut report = Report::new(&args.file, &reading);
    let Some(form) = reading.form else {
        report.print(args.json, workspace)?;
        return Err(CommandError::failed(message!(
            "import-refused",
            file = args.file.display().to_string()
        ))
        .hint(message!("report-says-what")));
    };
    args.place.refuse_taken(&usual_id(args, &form), workspace)?;
    if !args.json {
        report.print_found(workspace)?;
    }
    let outline = match &key {
        Some(_) => with_key(args, &form, &mut report, workspace)?,
        None => with_decisions(args, &form, &mut report, workspace)?,
    };
    place(&outline, &args.place, workspace)?;
    report.installed(&outline, args.place.output.as_deref());
    report.print(args.json, workspace)
}

/// Returns the id that the definition has where none is given.
fn usual_id(args: &ImportArgs, form: &Form) -> String {
    args.key.clone().unwrap_or_else(|| slug(&form.name))
}

fn choose_one(
    candidates: &[Candidate],
    args: &ImportArgs,
    workspace: &Workspace,
) -> Result<String, CommandError> {
    let options: Vec<String> = candidates
        .iter()
        .map(|candidate| match candidate.title.as_str() {
            "" => candidate.name.clone(),
            title => format!("{} ({title})", candidate.name),
        })
        .collect();
    let several = || {
        let list = options
            .iter()
            .map(|option| crate::render::text::printable(option).into_owned())
            .collect();
        let message = match &args.id {
            Some(id) => message!("names-none-of-several", id = id.as_str()),
            None => message!("several-in-file"),
        };
        CommandError::listed(message, list).hint(message!("id-says-which"))
    };
    if args.json {
        let list: Vec<Value> =
            candidates.iter().map(|one| json!({"id": one.name, "title": one.title})).collect();
        let report = json!({"format": JSON_FORMAT, "verdict": "ask", "candidates": list});
        print_json(&report, workspace)?;
    }
    if args.json || !workspace.terminal.has_person() {
        return Err(several());
    }
    let chosen = workspace.terminal.choose_or_leave(&message!("which-of-several"), &options, 0)?;
    chosen.and_then(|place| candidates.get(place)).map(|one| one.name.clone()).ok_or_else(several)
}

/// Joins the imported wording with a key; whatever the file says of weights, the key counts.
fn with_key(
    args: &ImportArgs,
    form: &Form,
    report: &mut Report,
    workspace: &Workspace,
) -> Result<Outline, CommandError> {
    let key = find_key(args.key.as_deref().unwrap_or_default())?;
    let joined = join(form, &key, &args.decisions.items).map_err(|problem| {
        CommandError::failed(message!("file-does-not-fit-key", key = key.id.as_str()))
            .because(problem)
            .hint(message!("items-in-order-of-key"))
    })?;
    report.add(&joined.findings, workspace);
    // What the texts are in is told by the form, whatever was asked for.
    let language = form.language.clone().or_else(|| args.language.clone());
    let mut wording = Wording {
        id: args.place.id(&key.id),
        language: language.unwrap_or_else(|| "en".into()),
        items: joined.items,
        labels: joined.labels,
        choice: ask_choice(&key, args.choose.as_deref(), workspace)?,
        adapted: args.adapted,
    };
    confirm(&key, &mut wording, args.decisions.confirm, workspace)
        .map_err(|error| error.hint(message!("confirm-confirms-here")))?;
    let mut outline = key.join(&wording).map_err(|problem| {
        CommandError::failed(message!("wording-does-not-fit")).because(problem)
    })?;
    // Nobody was asked whether this is the published wording, so the file must show it.
    if args.decisions.confirm && outline.validated && !joined.is_as_published {
        (outline.validated, outline.validation) = (false, None);
        workspace.terminal.say(&message!("not-called-validated"));
    }
    report.scored_by_key(&key.id);
    Ok(outline)
}

/// Makes a definition of the form with the values and scores that the person decided on.
fn with_decisions(
    args: &ImportArgs,
    form: &Form,
    report: &mut Report,
    workspace: &Workspace,
) -> Result<Outline, CommandError> {
    let (mut plan, is_confirmed) = decide(&args.decisions, form, report, (workspace, args.json))?;
    plan.id = args.place.id(&slug(&form.name));
    plan.language.clone_from(&args.language);
    plan.recall_days = args.recall_days;
    plan.file = file_name(&args.file);
    let composed = compose(form, &plan).map_err(|problem| {
        CommandError::failed(message!("cannot-score-like-that"))
            .because(problem)
            .hint(message!("values-of-options"))
    })?;
    report.add(&composed.findings, workspace);
    report.composed(&plan, &composed, is_confirmed);
    Ok(composed.outline)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| "standard input".into(), |name| name.to_string_lossy().into_owned())
}
