//! `checkin questionnaires show`: one definition, in words or as its file.

use std::fmt::Write as _;

use clap::Args;
use serde_json::Value;

use crate::cli::error::CommandError;
use crate::cli::outcome::print_json;
use crate::cli::workspace::Workspace;
use crate::language::{decimal, message};
use crate::questionnaire::{
    Basis, Condition, Item, ItemKind, Method, Need, Questionnaire, QuestionnaireId, ResponseOption,
    Score, Test, canonical, definition_hash,
};
use crate::render::text::{printable, wrapping};
use crate::report::wording::better;

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
            .map_err(|error| CommandError::failed(message!("cannot-write-json")).because(error))?;
        value["hash"] = definition_hash(&definition).into();
        return print_json(&value, workspace);
    }
    let shown = workspace.in_language(&definition)?;
    workspace.terminal.print_lines(&in_words(&shown, workspace.terminal.width().min(100)))
}

fn in_words(definition: &Questionnaire, width: usize) -> String {
    let mut text = format!("{} ({} {})\n", definition.title, definition.id, definition.version);
    if let Some(about) = &definition.about {
        let _ = writeln!(text, "{}", textwrap::fill(about, wrapping(width)));
    }
    let minutes = (definition.items.len() * 5).div_ceil(60);
    let mut head = message!("items-and-minutes", count = definition.items.len(), minutes = minutes);
    let recall = definition.recall.trim_end_matches('.');
    if !recall.is_empty() {
        let _ = write!(head, " {recall}.");
    }
    let _ = writeln!(text, "\n{head}");
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
            .map(|option| format!("{} {}", exact(option.value), option.label))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match &item.kind {
        ItemKind::Scale { options: scale } => message!("answers-are", options = options(scale)),
        ItemKind::Many { options: many } => message!("any-of", options = options(many)),
        ItemKind::YesNo => message!("answers-yes-no"),
        ItemKind::Text => message!("answer-free-text"),
        ItemKind::Number { min, max, step, unit } => {
            let limits = [
                min.map(|value| message!("number-from", value = exact(value))),
                max.map(|value| message!("number-to", value = exact(value))),
                step.map(|value| message!("number-steps", value = exact(value))),
            ];
            let mut words = message!("answer-number");
            for limit in limits.into_iter().flatten() {
                let _ = write!(words, " {limit}");
            }
            if let Some(unit) = unit {
                let _ = write!(words, " ({unit})");
            }
            words
        }
    }
}

fn item_lines(text: &mut String, item: &Item, width: usize) {
    let indent = wrapping(width).initial_indent("  ").subsequent_indent("      ");
    let _ = writeln!(text, "{}", textwrap::fill(&format!("{}: {}", item.id, item.text), indent));
    let mut marks = Vec::new();
    if let Some(label) = &item.not_applicable {
        marks.push(message!("not-applicable-is", label = label.as_str()));
    }
    if item.optional {
        marks.push(message!("optional"));
    }
    if item.private {
        marks.push(message!("private"));
    }
    if let Some(condition) = &item.ask_if {
        marks.push(message!("asked-if", condition = condition_words(condition)));
    }
    if !marks.is_empty() {
        let _ = writeln!(text, "      ({})", marks.join("; "));
    }
}

fn condition_words(condition: &Condition) -> String {
    let all = |parts: &[Condition], word: String| {
        let parts: Vec<String> = parts.iter().map(condition_words).collect();
        format!("({})", parts.join(&format!(" {word} ")))
    };
    match condition {
        Condition::Any(parts) => all(parts, message!("or")),
        Condition::All(parts) => all(parts, message!("and")),
        Condition::Item { item, test } => {
            let item = item.as_str();
            match test {
                Test::AtLeast(value) => message!("is-or-more", item = item, value = exact(*value)),
                Test::AtMost(value) => message!("is-or-less", item = item, value = exact(*value)),
                Test::Is(value) => message!("is-value", item = item, value = value.to_string()),
                Test::IsNot(value) => {
                    message!("is-not-value", item = item, value = value.to_string())
                }
                Test::Answered(true) => message!("is-answered", item = item),
                Test::Answered(false) => message!("is-not-answered", item = item),
            }
        }
    }
}

fn score_lines(text: &mut String, score: &Score, width: usize) {
    let (id, title) = (score.id.as_str(), score.title.as_str());
    let _ = writeln!(text, "\n{}", message!("score-named", id = id, title = title));
    let facts = facts(score);
    let indent = wrapping(width).initial_indent("  ").subsequent_indent("  ");
    let _ = writeln!(text, "{}", textwrap::fill(&format!("{}.", facts.join("; ")), indent));
    if let Some(source) = &score.bands_source {
        let indent = wrapping(width).initial_indent("  ").subsequent_indent("  ");
        let _ = writeln!(
            text,
            "{}",
            textwrap::fill(&message!("bands-source", source = source), indent)
        );
    }
}

/// Returns how a score is made, fact by fact.
fn facts(score: &Score) -> Vec<String> {
    let mut facts = Vec::new();
    match &score.basis {
        Basis::Items { items, reverse, weights, method, missing } => {
            facts.push(match method {
                Method::Mean => message!("mean-of", names = names(items)),
                Method::Sum => message!("sum-of", names = names(items)),
                Method::Count(_) => message!("count-of", names = names(items)),
            });
            if !reverse.is_empty() {
                facts.push(message!("reverse-scored-items", names = names(reverse)));
            }
            if !weights.is_empty() {
                let weights: Vec<String> = weights
                    .iter()
                    .map(|(item, weight)| format!("{item} {}", exact(*weight)))
                    .collect();
                facts.push(message!("weights", weights = weights.join(", ")));
            }
            facts.push(match missing.need {
                Need::AtLeast(count) => {
                    message!("at-least-answered", count = count, of = items.len())
                }
                Need::Share(share) => message!("share-answered", share = exact(share)),
            });
        }
        Basis::Scores { scores, reverse, .. } => {
            facts.push(message!("mean-of", names = names(scores)));
            if !reverse.is_empty() {
                facts.push(message!("turned-round", names = names(reverse)));
            }
        }
    }
    if let Some(output) = &score.output {
        facts.push(message!("mapped-to", low = exact(output.from), high = exact(output.to)));
    }
    facts.push(better(score.better));
    for band in &score.bands {
        facts.push(message!("band-from", from = exact(band.from), label = band.label.as_str()));
    }
    facts
}

/// Returns a number with all its digits, as the person writes it.
fn exact(value: f64) -> String {
    decimal(&value.to_string())
}

fn names<T: std::fmt::Display>(ids: &[T]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn provenance(text: &mut String, definition: &Questionnaire, width: usize) {
    text.push('\n');
    let provenance = &definition.provenance;
    let validated = match &provenance.validation {
        Some(citation) => message!("validated-by", citation = citation),
        None => message!("not-validated-sentence"),
    };
    let lines = [
        Some(validated),
        provenance.source.as_ref().map(|source| message!("source", source = source)),
        provenance.credit.clone(),
        provenance.license.as_ref().map(|license| message!("licence-is", licence = license)),
        provenance.terms.as_ref().map(|terms| message!("terms-are", terms = terms)),
    ];
    for line in lines.into_iter().flatten() {
        let _ = writeln!(text, "{}", textwrap::fill(&line, wrapping(width)));
    }
}
