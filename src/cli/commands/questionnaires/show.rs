//! `checkin questionnaires show`: one definition, in words or as its file.

use std::fmt::Write as _;

use clap::Args;
use serde_json::Value;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::questionnaire::{
    Basis, Condition, Item, ItemKind, Method, Need, Questionnaire, QuestionnaireId, ResponseOption,
    Score, Test, canonical, definition_hash,
};
use crate::render::text::printable;
use crate::report::wording::{better, counted};

/// Show a questionnaire: items, scales, scores and where it comes from
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin questionnaires show support\n  checkin questionnaires show support --toml > my-support.toml"
)]
pub(crate) struct ShowArgs {
    /// Questionnaire to show
    #[arg(value_name = "ID")]
    id: String,

    /// Print the definition file as it is
    #[arg(long, conflicts_with = "json")]
    toml: bool,

    /// Print the canonical form as JSON, includes expanded
    #[arg(long)]
    json: bool,
}

/// Shows a definition.
pub(crate) fn show(args: &ShowArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let id = QuestionnaireId::new(args.id.as_str());
    if args.toml
        && let Some(source) = workspace.catalogue()?.source(&id)
    {
        return workspace.terminal.print(source.text());
    }
    let definition = workspace.questionnaire(&id)?;
    if args.json {
        let mut value: Value = serde_json::from_str(&canonical(&definition))
            .map_err(|error| CommandError::failed("cannot write the JSON").because(error))?;
        value["hash"] = definition_hash(&definition).into();
        return print_json(&value, workspace);
    }
    workspace.terminal.print_lines(&in_words(&definition, workspace.terminal.width().min(100)))
}

fn in_words(definition: &Questionnaire, width: usize) -> String {
    let mut text = format!("{} ({} {})\n", definition.title, definition.id, definition.version);
    if let Some(about) = &definition.about {
        let _ = writeln!(text, "{}", textwrap::fill(about, width));
    }
    let minutes = (definition.items.len() * 5).div_ceil(60);
    let _ = writeln!(
        text,
        "\n{}, about {}. {}.",
        counted(definition.items.len(), "item"),
        counted(minutes, "minute"),
        definition.recall
    );
    let mut scale: Option<&ItemKind> = None;
    for item in &definition.items {
        if scale != Some(&item.kind) {
            let _ = writeln!(text, "\n{}", answers(item));
            scale = Some(&item.kind);
        }
        item_lines(&mut text, item, width);
    }
    for score in &definition.scores {
        score_lines(&mut text, score, width);
    }
    provenance(&mut text, definition, width);
    printable_lines(&text)
}

/// Texts of a definition are checked when it is read; this is the last gate before the terminal.
fn printable_lines(text: &str) -> String {
    let mut safe: String =
        text.lines().map(|line| printable(line) + "\n").collect::<Vec<_>>().concat();
    safe.truncate(safe.trim_end().len());
    safe.push('\n');
    safe
}

fn answers(item: &Item) -> String {
    let options = |options: &[ResponseOption]| {
        options
            .iter()
            .map(|option| format!("{} {}", option.value, option.label))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match &item.kind {
        ItemKind::Scale { options: scale } => format!("Answers: {}", options(scale)),
        ItemKind::Many { options: many } => format!("Any of: {}", options(many)),
        ItemKind::YesNo => "Answers: yes (true), no (false)".into(),
        ItemKind::Text => "Answer: free text".into(),
        ItemKind::Number { min, max, step, unit } => {
            let mut words = "Answer: a number".to_owned();
            let mut add = |word: &str, value: Option<f64>| {
                if let Some(value) = value {
                    let _ = write!(words, " {word} {value}");
                }
            };
            add("from", *min);
            add("to", *max);
            add("in steps of", *step);
            if let Some(unit) = unit {
                let _ = write!(words, " ({unit})");
            }
            words
        }
    }
}

fn item_lines(text: &mut String, item: &Item, width: usize) {
    let indent = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("      ");
    let _ = writeln!(text, "{}", textwrap::fill(&format!("{}: {}", item.id, item.text), indent));
    let mut marks = Vec::new();
    if let Some(label) = &item.not_applicable {
        marks.push(format!("not applicable: {label}"));
    }
    if item.optional {
        marks.push("optional".into());
    }
    if item.private {
        marks.push("private".into());
    }
    if let Some(condition) = &item.ask_if {
        marks.push(format!("asked if {}", condition_words(condition)));
    }
    if !marks.is_empty() {
        let _ = writeln!(text, "      ({})", marks.join("; "));
    }
}

fn condition_words(condition: &Condition) -> String {
    let all = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(condition_words).collect();
        format!("({})", parts.join(word))
    };
    match condition {
        Condition::Any(parts) => all(parts, " or "),
        Condition::All(parts) => all(parts, " and "),
        Condition::Item { item, test } => match test {
            Test::AtLeast(value) => format!("{item} is {value} or more"),
            Test::AtMost(value) => format!("{item} is {value} or less"),
            Test::Is(value) => format!("{item} is {value}"),
            Test::IsNot(value) => format!("{item} is not {value}"),
            Test::Answered(true) => format!("{item} is answered"),
            Test::Answered(false) => format!("{item} is not answered"),
        },
    }
}

fn score_lines(text: &mut String, score: &Score, width: usize) {
    let _ = writeln!(text, "\nScore {}: {}", score.id, score.title);
    let mut facts = Vec::new();
    match &score.basis {
        Basis::Items { items, reverse, weights, method, missing } => {
            let method = match method {
                Method::Mean => "mean",
                Method::Sum => "sum",
                Method::Count(_) => "count",
            };
            facts.push(format!("{method} of {}", names(items)));
            if !reverse.is_empty() {
                facts.push(format!("reverse-scored: {}", names(reverse)));
            }
            if !weights.is_empty() {
                let weights: Vec<String> =
                    weights.iter().map(|(item, weight)| format!("{item} {weight}")).collect();
                facts.push(format!("weights: {}", weights.join(", ")));
            }
            facts.push(match missing.need {
                Need::AtLeast(count) => format!("at least {count} of {} answered", items.len()),
                Need::Share(share) => format!("a share of {share} of those that apply answered"),
            });
        }
        Basis::Scores { scores, reverse, .. } => {
            facts.push(format!("mean of {}", names(scores)));
            if !reverse.is_empty() {
                facts.push(format!("turned round: {}", names(reverse)));
            }
        }
    }
    if let Some(output) = &score.output {
        facts.push(format!("mapped to {} to {}", output.from, output.to));
    }
    facts.push(better(score.better).into());
    for band in &score.bands {
        facts.push(format!("from {}: {}", band.from, band.label));
    }
    let indent = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
    let _ = writeln!(text, "{}", textwrap::fill(&format!("{}.", facts.join("; ")), indent));
    if let Some(source) = &score.bands_source {
        let indent = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
        let _ = writeln!(text, "{}", textwrap::fill(&format!("Bands: {source}"), indent));
    }
}

fn names<T: std::fmt::Display>(ids: &[T]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn provenance(text: &mut String, definition: &Questionnaire, width: usize) {
    text.push('\n');
    let provenance = &definition.provenance;
    let validated = match &provenance.validation {
        Some(citation) => format!("Validated: {citation}"),
        None => "Not a validated instrument.".into(),
    };
    let lines = [
        Some(validated),
        provenance.source.as_ref().map(|source| format!("Source: {source}")),
        provenance.credit.clone(),
        provenance.license.as_ref().map(|license| format!("Licence: {license}")),
        provenance.terms.as_ref().map(|terms| format!("Terms: {terms}")),
    ];
    for line in lines.into_iter().flatten() {
        let _ = writeln!(text, "{}", textwrap::fill(&line, width));
    }
}
