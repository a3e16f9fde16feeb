//! `checkin questionnaires check`: every mistake of definition files, in one run.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::cli::error::CommandError;
use crate::cli::outcome::print_list;
use crate::cli::workspace::{Workspace, read_definition};
use crate::questionnaire::{Catalogue, Checked, Diagnostic, Severity, Source};
use crate::render::text::printable;
use crate::report::wording::counted;
use crate::scoring::failed_examples;

/// Check definition files and run their worked examples
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires check my-team.toml\n  checkin questionnaires check *.toml --json\n\nThe exit code is 0 when no file has a mistake, 1 otherwise; warnings are no mistakes."
)]
pub(crate) struct CheckArgs {
    /// Definition files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Print the findings as JSON
    #[arg(long)]
    json: bool,
}

/// A file with everything found in it.
struct Finding {
    source: Source,
    checked: Checked,
}

/// Checks definition files.
pub(crate) fn check(args: &CheckArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let catalogue = workspace.catalogue()?;
    let mut findings = Vec::new();
    for path in &args.files {
        let source = read_definition(path)?;
        let checked = check_source(&source, catalogue);
        findings.push(Finding { source, checked });
    }
    if args.json {
        let list: Vec<Value> = findings.iter().map(as_json).collect();
        print_list(list.into_iter(), workspace)?;
    } else {
        workspace.terminal.print(&in_words(&findings, workspace))?;
    }
    let faulty = findings.iter().filter(|finding| finding.checked.has_errors()).count();
    if faulty > 0 {
        let files = counted(faulty, "file");
        return Err(CommandError::failed(format!("{files} of {} with mistakes", findings.len())));
    }
    Ok(())
}

/// Checks one file, its worked examples among it.
pub(crate) fn check_source(source: &Source, catalogue: &Catalogue) -> Checked {
    if source.stem().contains('.') {
        let diagnostics = catalogue.check_translation(source);
        return Checked { questionnaire: None, diagnostics, example_spans: Vec::new() };
    }
    let mut checked = catalogue.check(source);
    if let Some(questionnaire) = &checked.questionnaire {
        let failed = failed_examples(questionnaire);
        let found: Vec<Diagnostic> = failed
            .iter()
            .map(|failed| {
                let span = checked.example_spans.get(failed.index).cloned().unwrap_or(0..0);
                Diagnostic::error(failed.problem.to_string(), span)
                    .with_hint("correct the example, or the score's definition")
            })
            .collect();
        checked.diagnostics.extend(found);
    }
    checked
}

fn in_words(findings: &[Finding], workspace: &Workspace) -> String {
    let mut text = String::new();
    for Finding { source, checked } in findings {
        for diagnostic in &checked.diagnostics {
            text.push_str(&source.render(diagnostic, workspace.terminal.result_color()));
            text.push('\n');
        }
        let errors = checked.diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
        let warnings = checked.diagnostics.len() - errors;
        let verdict = match &checked.questionnaire {
            None if errors == 0 => "fine: a complete translation".into(),
            Some(definition) if errors == 0 => format!(
                "fine: {}, {}, {}",
                counted(definition.items.len(), "item"),
                counted(definition.scores.len(), "score"),
                counted(definition.examples.len(), "worked example")
            ),
            _ => counted(errors, "mistake"),
        };
        let warned = if warnings > 0 {
            format!(", {}", counted(warnings, "warning"))
        } else {
            String::new()
        };
        let _ = writeln!(text, "{}: {verdict}{warned}", printable(source.path()));
    }
    text
}

fn as_json(finding: &Finding) -> Value {
    let findings: Vec<Value> = finding
        .checked
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let (line, column) = finding.source.line_and_column(diagnostic.span.start);
            json!({
                "severity": match diagnostic.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                "line": line,
                "column": column,
                "message": diagnostic.message,
                "hint": diagnostic.hint,
            })
        })
        .collect();
    json!({
        "format": crate::render::json::JSON_FORMAT,
        "file": finding.source.path(),
        "fine": !finding.checked.has_errors(),
        "findings": findings,
    })
}
