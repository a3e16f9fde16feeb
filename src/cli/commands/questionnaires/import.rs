//! `checkin questionnaires import`: a questionnaire of another program becomes a definition.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::adopt::{ask_choice, confirm, find_key, fitting};
use super::import_plan::{Decisions, decide};
use super::import_report::Report;
use super::placing::{Place, place};
use crate::cli::error::CommandError;
use crate::cli::input::read_bytes;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::interop::{
    Candidate, Code, Foreign, Form, LARGEST, Outcome, Wanted, compose, join, known_keys,
    read_foreign, slug,
};
use crate::language::message;
use crate::questionnaire::{Key, KeyProblem, Outline, Wording};
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
    #[arg(long, value_name = "DAYS", value_parser = crate::cli::argument::whole::<u32>, conflicts_with = "key")]
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
    args.place.refuse_taken(&usual_id(key.as_ref(), &form), workspace)?;
    if !args.json {
        report.print_found(workspace)?;
    }
    let key = match key {
        None if may_offer_key(args, workspace) => offer_key(&args.place, &form, workspace)?,
        key => key,
    };
    let made = match &key {
        Some(key) => with_key(args, &form, (key, &mut report), workspace),
        None => with_decisions(args, &form, &mut report, workspace),
    };
    let outline = match made {
        Err(error) if args.json => {
            report.asks(&error);
            report.print(true, workspace)?;
            return Err(error);
        }
        made => made?,
    };
    place(&outline, &args.place, workspace)?;
    report.installed(&outline, args.place.output.as_deref());
    report.print(args.json, workspace)
}

/// Returns the id that the definition has where none is given.
fn usual_id(key: Option<&Key>, form: &Form) -> String {
    key.map_or_else(|| slug(&form.name), |key| key.id.clone())
}

/// Returns whether somebody can be asked for a key who has not decided yet how to score.
fn may_offer_key(args: &ImportArgs, workspace: &Workspace) -> bool {
    let is_open = args.decisions.is_open() && args.recall_days.is_none();
    is_open && !args.json && workspace.terminal.has_person()
}

/// Offers the keys that the form may be meant for, before anything else is asked.
fn offer_key(
    place: &Place,
    form: &Form,
    workspace: &Workspace,
) -> Result<Option<Key>, CommandError> {
    let mut keys = known_keys(form);
    if keys.is_empty() {
        return Ok(None);
    }
    let offer = |key: &Key| {
        message!(
            "score-by-key",
            key = key.id.as_str(),
            title = key.title.as_str(),
            count = key.items.len()
        )
    };
    let mut options: Vec<String> = keys.iter().map(offer).collect();
    options.push(message!("score-without-key"));
    let chosen = workspace.terminal.choose_or_leave(&message!("how-scored"), &options, 0)?;
    let Some(chosen) = chosen.filter(|chosen| *chosen < keys.len()) else { return Ok(None) };
    let key = keys.swap_remove(chosen);
    place.refuse_taken(&key.id, workspace)?;
    Ok(Some(key))
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
        let report = several_to_json(&args.file, &list, &several());
        print_json(&report, workspace)?;
    }
    if args.json || !workspace.terminal.has_person() {
        return Err(several());
    }
    let chosen = workspace.terminal.choose_or_leave(&message!("which-of-several"), &options, 0)?;
    chosen.and_then(|place| candidates.get(place)).map(|one| one.name.clone()).ok_or_else(several)
}

/// Returns the report of a file that holds several questionnaires, with the members of every report.
fn several_to_json(file: &Path, candidates: &[Value], error: &CommandError) -> Value {
    json!({
        "format": JSON_FORMAT,
        "file": file.display().to_string(),
        "kind": null,
        "verdict": "ask",
        "findings": [],
        "reasons": error.reasons(),
        "candidates": candidates,
    })
}

/// Joins the imported wording with a key; whatever the file says of weights, the key counts.
fn with_key(
    args: &ImportArgs,
    form: &Form,
    (key, report): (&Key, &mut Report),
    workspace: &Workspace,
) -> Result<Outline, CommandError> {
    let joined = join(form, key, &args.decisions.items).map_err(|problem| {
        CommandError::failed(message!("file-does-not-fit-key", key = key.id.as_str()))
            .because(problem)
            .hint(message!("items-in-order-of-key"))
    })?;
    report.add(&joined.findings, workspace);
    let choice = choice(args, key, workspace)?;
    // What the texts are in is told by the form, whatever was asked for.
    let language = form.language.clone().or_else(|| args.language.clone());
    let mut wording = Wording {
        id: args.place.id(&key.id),
        language: language.unwrap_or_else(|| "en".into()),
        items: joined.items.clone(),
        labels: joined.labels.clone(),
        choice,
        adapted: args.adapted,
    };
    let fits = |problem: KeyProblem| {
        let hint = fitting(&problem);
        CommandError::failed(message!("wording-does-not-fit")).because(problem).hint(hint)
    };
    key.join(&wording).map_err(fits)?;
    let by_order = joined.by_order_alone(key, wording.choice.as_deref());
    report.add(&by_order, workspace);
    confirm_key(args, (key, &mut wording), report, workspace)?;
    if !by_order.is_empty() {
        confirm_order(args, workspace)?;
    }
    let mut outline = key.join(&wording).map_err(fits)?;
    // Nobody was asked whether this is the published wording, so the file must show it.
    let is_as_published = || joined.is_as_published(key, wording.choice.as_deref());
    if args.decisions.confirm && outline.validated && !is_as_published() {
        (outline.validated, outline.validation) = (false, None);
        workspace.terminal.say(&message!("not-called-validated"));
    }
    report.scored_by_key(&key.id, &outline, &joined.links);
    Ok(outline)
}

/// Returns the answer to what the key asks about the copy; under `--json` it is never asked.
fn choice(
    args: &ImportArgs,
    key: &Key,
    workspace: &Workspace,
) -> Result<Option<String>, CommandError> {
    match &key.question {
        Some(question) if args.json && args.choose.is_none() => {
            let names: Vec<&str> = question.choices.iter().map(|one| one.id.as_str()).collect();
            Err(CommandError::failed(format!("the key `{}` asks: {}", key.id, question.text))
                .hint(format!("answer with `--choose`, one of {}", names.join(", "))))
        }
        _ => ask_choice(key, args.choose.as_deref(), workspace),
    }
}

/// Has the person confirm that the items belong to the key as shown; under `--json` nobody is asked.
fn confirm_key(
    args: &ImportArgs,
    (key, wording): (&Key, &mut Wording),
    report: &Report,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let is_confirmed = args.decisions.confirm;
    if args.json && !is_confirmed {
        let doubts = report.doubts();
        let error = CommandError::failed("the key is to be confirmed; nothing was added");
        let error = if doubts.is_empty() { error } else { error.cause(doubts) };
        return Err(error.hint("`--confirm` confirms that the items are as the key has them"));
    }
    confirm(key, wording, (is_confirmed, message!("confirm-confirms-here")), workspace)
}

/// Asks about labels that have their values by their order alone.
fn confirm_order(args: &ImportArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let question = "Do the labels stand at the right values?";
    if args.decisions.confirm || workspace.terminal.confirm(question, false)? {
        return Ok(());
    }
    Err(CommandError::failed("not confirmed; nothing was added").hint(
        "put the options in the file in the order of the key's values, or give them those values",
    ))
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
