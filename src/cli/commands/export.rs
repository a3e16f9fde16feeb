//! `checkin export`: the supervision page as a file. A consent step, not a dump: the person chooses what
//! goes in, sees exactly what will be written, and then it is written.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use crate::cli::error::CommandError;
use crate::cli::page::{PageArgs, PageChoice};
use crate::cli::workspace::{Workspace, random};
use crate::files::{Overwrite, WriteError, write_file};
use crate::history::{Export, RecordId};
use crate::language::message;
use crate::render::text::printable;
use crate::render::{Format, page_text};
use crate::report::wording::day;
use crate::report::{Part, Report, look_back};

/// Write the supervision page, after showing exactly what goes in
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin export                                  asks, shows the page, writes HTML\n  checkin export --format md --last 26\n  checkin export --include events,steps,notes --without stigma\n  checkin export --format json -o - --yes\n  checkin export -o - --yes | age -r RECIPIENT > page.html.age    encrypted for your supervisor\n\nNotes, single answers and the week's context are out unless you ask for them. Private items go in only by name. What was exported when, and with which choices, is kept: `checkin history exports`."
)]
pub(crate) struct ExportArgs {
    /// Form of the page (default: by the ending of --output, else html)
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Option<FormatArg>,

    /// File or folder to write to, or - for standard output (default: this folder)
    #[arg(long, short, value_name = "FILE|FOLDER|-")]
    output: Option<PathBuf>,

    /// Typst template for the PDF, instead of the built-in one
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,

    /// Write over an existing file
    #[arg(long)]
    force: bool,

    /// Open the written file
    #[arg(long)]
    open: bool,

    /// Do not ask; what goes in is as the options say
    #[arg(long)]
    yes: bool,

    #[command(flatten)]
    page: PageArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// One HTML file, which prints on one A4 page
    Html,
    /// Markdown
    Md,
    /// Text as on a terminal
    Txt,
    /// The scores, one row a check-in and score
    Csv,
    /// Everything chosen, as JSON
    Json,
    /// The same, one object a line
    Ndjson,
    /// FHIR R4 Bundle of the scores, and of the answers where they are included
    Fhir,
    /// PDF, where this build can
    Pdf,
}

impl FormatArg {
    #[cfg_attr(
        feature = "pdf",
        expect(clippy::unnecessary_wraps, reason = "a build without the feature refuses PDF")
    )]
    fn format(self) -> Result<Format, CommandError> {
        Ok(match self {
            #[cfg(feature = "pdf")]
            FormatArg::Pdf => Format::Pdf,
            #[cfg(not(feature = "pdf"))]
            FormatArg::Pdf => {
                return Err(CommandError::failed(message!("no-pdf-in-build"))
                    .hint(message!("html-prints"))
                    .hint(message!("build-with-pdf")));
            }
            FormatArg::Html => Format::Html,
            FormatArg::Md => Format::Markdown,
            FormatArg::Txt => Format::Text,
            FormatArg::Csv => Format::Csv,
            FormatArg::Json => Format::Json,
            FormatArg::Ndjson => Format::Ndjson,
            FormatArg::Fhir => Format::Fhir,
        })
    }
}

/// Where a page goes.
enum Target {
    StandardOutput,
    File(PathBuf),
}

/// Writes the page.
pub(crate) fn export(args: &ExportArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let format = args.format()?;
    let mut choice = args.page.choice(workspace)?;
    if !args.yes && !args.page.says_when() {
        let chosen = choose_period(&mut choice, workspace).map_err(without_questions)?;
        if chosen.is_none() {
            nothing_written(workspace);
            return Ok(());
        }
    }
    if !args.yes && !args.page.says_what() {
        choose(&mut choice, workspace).map_err(without_questions)?;
    }
    let target = args.target(&choice, format);
    let mut report = look_back(&workspace.page_material(&choice)?);
    if report.sections.is_empty() {
        return Err(CommandError::failed(message!("period-without-check-in"))
            .hint(message!("choose-another-period")));
    }
    let mut force = args.force;
    if !args.yes {
        let options = workspace.layout();
        let chosen =
            choose_questions(&mut choice, &report, workspace).map_err(without_questions)?;
        if chosen.is_none() {
            nothing_written(workspace);
            return Ok(());
        }
        report = look_back(&workspace.page_material(&choice)?);
        let page = page_text::render(&report, &options).map_err(not_laid_out)?;
        workspace.terminal.say(&String::from_utf8_lossy(&page));
        let is_there = matches!(&target, Target::File(path) if path.is_file());
        let place = match &target {
            Target::StandardOutput => message!("standard-output"),
            Target::File(path) => format!("`{}`", path.display()),
        };
        let prompt = if is_there {
            message!("write-over-it", place = place)
        } else {
            message!("write-it", place = place)
        };
        if !workspace.terminal.confirm(&prompt, false).map_err(without_questions)? {
            nothing_written(workspace);
            return Ok(());
        }
        force |= is_there;
    }
    let bytes = args.render(format, &report, workspace)?;
    write(&bytes, &target, force, workspace)?;
    remember(&report, &choice, (format, &target), workspace)
        .map_err(|error| error.hint(message!("export-not-remembered")))?;
    if let (Target::File(path), true) = (&target, args.open) {
        open::that_detached(path).map_err(|error| {
            CommandError::failed(message!("nothing-opened-page")).because(error)
        })?;
    }
    Ok(())
}

fn nothing_written(workspace: &Workspace) {
    workspace.terminal.say(&message!("nothing-written"));
}

impl ExportArgs {
    fn format(&self) -> Result<Format, CommandError> {
        let ending = self.output.as_deref().and_then(Path::extension);
        let by_ending = ending.and_then(|ending| {
            let ending = ending.to_string_lossy().to_lowercase();
            let ending = if ending == "htm" { "html".into() } else { ending };
            FormatArg::from_str(&ending, true).ok()
        });
        self.format.or(by_ending).unwrap_or(FormatArg::Html).format()
    }

    /// Renders the page; a PDF by the person's own template, if there is one.
    fn render(
        &self,
        format: Format,
        report: &Report,
        workspace: &Workspace,
    ) -> Result<Vec<u8>, CommandError> {
        #[cfg(feature = "pdf")]
        if let (Format::Pdf, Some(path)) = (format, &self.template) {
            let template = crate::cli::input::read_text(path, 1024 * 1024)?;
            let bytes = crate::render::pdf::render_with(&template, report, &workspace.layout());
            return bytes.map_err(not_laid_out);
        }
        if self.template.is_some() {
            return Err(CommandError::usage(message!("template-is-for-pdf"))
                .hint(message!("add-format-pdf")));
        }
        format.render(report, &workspace.layout()).map_err(not_laid_out)
    }

    /// Returns where the page goes; a file's name has the days and never a name of a person.
    fn target(&self, choice: &PageChoice, format: Format) -> Target {
        let (from, to) = (choice.period.from, choice.period.to);
        let name = format!("checkin-{from}-to-{to}.{}", format.extension());
        match &self.output {
            None => Target::File(name.into()),
            Some(path) if path.as_os_str() == "-" => Target::StandardOutput,
            Some(path) if path.is_dir() || path.as_os_str().to_string_lossy().ends_with('/') => {
                Target::File(path.join(name))
            }
            Some(path) => Target::File(path.clone()),
        }
    }
}

fn without_questions(error: CommandError) -> CommandError {
    error.hint(message!("export-without-questions"))
}

fn not_laid_out(error: crate::render::RenderError) -> CommandError {
    CommandError::failed(message!("cannot-lay-out-page")).because(error)
}

/// Asks for the weeks: 12, as the options have it, or others; `None` if the question was left.
fn choose_period(
    choice: &mut PageChoice,
    workspace: &Workspace,
) -> Result<Option<()>, CommandError> {
    let terminal = &workspace.terminal;
    // Since an export of today there is nothing to tell.
    let last = workspace.last_export()?.filter(|last| last.to < choice.period.to);
    let last_weeks = |count: u32| message!("weeks-last", count = count);
    let mut options = vec![last_weeks(12), last_weeks(4), last_weeks(26)];
    options.push(message!("weeks-from-day"));
    if let Some(last) = &last {
        options.push(message!("weeks-since-export", day = day(last.to)));
    }
    let period = &mut choice.period;
    let Some(weeks) = terminal.choose_or_leave(&message!("which-weeks"), &options, 0)? else {
        return Ok(None);
    };
    match weeks {
        0 => {}
        1 => *period = workspace.last_weeks(4),
        2 => *period = workspace.last_weeks(26),
        3 => loop {
            let line = terminal.ask_line(&message!("first-day-like"), "")?;
            match line.trim().parse::<NaiveDate>() {
                Ok(first) if first <= period.to => {
                    period.from = workspace.settings.week_start().week_of(first);
                    break;
                }
                _ => terminal.say(&message!("please-a-day-up-to", day = period.to.to_string())),
            }
        },
        _ => {
            if let Some(last) = last {
                period.from = workspace.week_after(&last, period.to);
            }
        }
    }
    Ok(Some(()))
}

/// Asks for the parts and the scores that go in.
fn choose(choice: &mut PageChoice, workspace: &Workspace) -> Result<(), CommandError> {
    let terminal = &workspace.terminal;
    let labels: Vec<String> = Part::ALL.map(Part::label).to_vec();
    let chosen: Vec<bool> =
        Part::ALL.iter().map(|part| choice.choices.parts.contains(part)).collect();
    let parts = terminal.choose_many(&message!("what-goes-in"), &labels, &chosen)?;
    choice.choices.parts = parts.into_iter().map(|place| Part::ALL[place]).collect();
    let report = look_back(&workspace.page_material(choice)?);
    let lines = || report.sections.iter().flat_map(|section| &section.scores);
    let titles: Vec<String> = lines().map(|line| line.title.clone()).collect();
    if titles.is_empty() {
        return Ok(());
    }
    let all = vec![true; titles.len()];
    let kept = terminal.choose_many(&message!("which-scores"), &titles, &all)?;
    let left = lines().enumerate().filter(|(place, _)| !kept.contains(place));
    choice.choices.without.extend(left.map(|(_, line)| line.score.clone()));
    Ok(())
}

/// Lets the person keep, change or drop the questions; `None` if this was left.
fn choose_questions(
    choice: &mut PageChoice,
    report: &Report,
    workspace: &Workspace,
) -> Result<Option<()>, CommandError> {
    let questions = &report.page.questions;
    if questions.is_empty() || choice.choices.questions.is_some() {
        return Ok(Some(()));
    }
    let terminal = &workspace.terminal;
    for question in questions {
        let reason = question.reason.as_deref().unwrap_or_default();
        let text = printable(question.text.as_written());
        terminal.say(&format!("- {text} ({reason})"));
    }
    let options =
        [message!("questions-keep"), message!("questions-change"), message!("questions-drop")];
    let chosen = terminal.choose_or_leave(&message!("these-questions"), &options, 0)?;
    choice.choices.questions = match chosen {
        None => return Ok(None),
        Some(0) => return Ok(Some(())),
        Some(1) => {
            let mut own = Vec::new();
            for question in questions {
                let text = question.text.as_written();
                own.push(terminal.edit_line(&message!("question-drop"), text)?);
            }
            own.push(terminal.ask_line(&message!("question-own"), "")?);
            own.retain(|text| !text.trim().is_empty());
            Some(own)
        }
        Some(_) => Some(Vec::new()),
    };
    Ok(Some(()))
}

fn write(
    bytes: &[u8],
    target: &Target,
    force: bool,
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let path = match target {
        Target::StandardOutput => return workspace.terminal.print_bytes(bytes),
        Target::File(path) => path,
    };
    let overwrite = if force { Overwrite::Allowed } else { Overwrite::Never };
    write_file(path, overwrite, bytes).map_err(|error| {
        let exists = matches!(error, WriteError::Exists { .. });
        let error =
            CommandError::failed(message!("cannot-write", path = path.display().to_string()))
                .because(error);
        if exists { error.hint(message!("force-writes-over")) } else { error }
    })?;
    workspace.terminal.say(&message!("written", path = path.display().to_string()));
    Ok(())
}

/// Keeps that a page was given out, and with which choices.
fn remember(
    report: &Report,
    choice: &PageChoice,
    (format, target): (Format, &Target),
    workspace: &Workspace,
) -> Result<(), CommandError> {
    let moment = workspace.clock.now().clone();
    let id = RecordId::new(moment.instant, &random()?);
    let scores = report.sections.iter().flat_map(|section| &section.scores);
    let export = Export {
        moment,
        format: format.extension().into(),
        from: report.from,
        to: report.to,
        parts: choice.choices.parts.iter().map(|part| part.name().to_owned()).collect(),
        scores: scores.map(|line| line.score.clone()).collect(),
        to_standard_output: matches!(target, Target::StandardOutput),
    };
    Ok(workspace.store.keep_export(id, &export)?)
}
