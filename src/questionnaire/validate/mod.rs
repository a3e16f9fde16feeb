//! Owns the way from the raw form to a checked questionnaire: rules across fields and files.

mod example;
mod include;
mod item;
mod score;
mod summary;

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::decode::fields::At;
use super::decode::raw::RawFile;
use super::diagnostic::Diagnostic;
use super::id::{ItemId, QuestionnaireId, ScoreId};
use super::model::{FORMAT, Origin, Provenance, Questionnaire};
use super::nearest::nearest;
pub(super) use include::Lookup;

/// Hands out other questionnaires, expanded and checked.
pub(super) type Resolve<'a> = dyn Fn(&QuestionnaireId) -> Lookup + 'a;

/// The recall period in days where a file does not give it: a week.
const RECALL_DAYS: u32 = 7;

/// Checks a raw file; `None` if anything is wrong. `example_spans` get the places of the examples.
pub(super) fn validate(
    raw: RawFile,
    resolve: &Resolve<'_>,
    problems: &mut Vec<Diagnostic>,
    example_spans: &mut Vec<Range<usize>>,
) -> Option<Questionnaire> {
    if raw.is_unread {
        return None;
    }
    // Without an id everything else is still checked, so that one run finds all.
    let id = raw.id.as_ref().map_or("unnamed", |id| id.value.as_str());
    let id = QuestionnaireId::new(id);
    let recall = Recall {
        text: raw.recall.as_ref().map(|recall| recall.value.clone()).unwrap_or_default(),
        days: raw.recall_days.as_ref().map_or(RECALL_DAYS, |days| days.value),
    };
    warn_of_recall(&raw, recall.days, problems);
    let provenance = provenance(&raw, problems);
    let mut composed = include::expand(&raw, &id, resolve, problems);
    item::add_own(&raw, &id, &recall, &mut composed, problems);
    if composed.items.is_empty() && raw.items.is_empty() && raw.includes.is_empty() {
        problems.push(
            Diagnostic::error("the questionnaire has no item", raw.span.clone())
                .with_hint("add an [[item]], or an [[include]] of another questionnaire"),
        );
    }
    let declared = raw.items.iter().filter_map(|item| item.id.as_ref());
    let declared = declared.map(|name| ItemId::qualified(&id, &name.value)).collect();
    let names = Names { own: &id, items: &composed.items, declared };
    let scores = score::scores(&raw, &names, &composed.scores, problems);
    let examples = example::examples(&raw, (&names, &scores), problems, example_spans);
    if problems.iter().any(|problem| problem.severity == super::Severity::Error) {
        return None;
    }
    Some(Questionnaire {
        format: FORMAT,
        version: raw.version?.value,
        title: raw.title?.value,
        language: raw.language.map_or_else(|| "en".into(), |language| language.value),
        about: raw.about.map(|about| about.value),
        recall: recall.text,
        recall_days: recall.days,
        provenance,
        shuffle: raw.shuffle,
        parts: composed.parts,
        items: composed.items.into_iter().map(|item| item.item).collect(),
        scores,
        examples,
        id,
    })
}

/// The recall period of a file.
pub(super) struct Recall {
    text: String,
    days: u32,
}

/// An item with the place that a message about it points to.
pub(super) struct Placed {
    item: super::model::Item,
    span: Range<usize>,
}

/// The names that a file may use.
pub(super) struct Names<'a> {
    own: &'a QuestionnaireId,
    items: &'a [Placed],
    /// Own items, those with mistakes of their own among them: those are reported once, not again
    /// wherever they are named.
    declared: Vec<ItemId>,
}

impl Names<'_> {
    /// Returns the item that a name means, or reports that there is none.
    fn item(&self, name: &At<String>, problems: &mut Vec<Diagnostic>) -> Option<&Placed> {
        let id = item_id(self.own, &name.value);
        let found = self.items.iter().find(|placed| placed.item.id == id);
        if found.is_none() && !self.declared.contains(&id) {
            let own = self.own;
            let known: Vec<String> = self
                .items
                .iter()
                .map(|placed| {
                    if placed.item.id.questionnaire() == own.as_str() {
                        placed.item.id.local().to_owned()
                    } else {
                        placed.item.id.to_string()
                    }
                })
                .collect();
            let near = nearest(&name.value, known.iter().map(String::as_str));
            let message = format!("there is no item `{}` here", name.value);
            problems.push(Diagnostic::error(message, name.span.clone()).with_nearest(near));
        }
        found
    }
}

/// Returns the qualified id that a name means; without a full stop it is the file's own.
pub(super) fn item_id(own: &QuestionnaireId, name: &str) -> ItemId {
    if name.contains('.') { ItemId::new(name) } else { ItemId::qualified(own, name) }
}

/// Returns the qualified id that a name means; without a full stop it is the file's own.
pub(super) fn score_id(own: &QuestionnaireId, name: &str) -> ScoreId {
    if name.contains('.') { ScoreId::new(name) } else { ScoreId::qualified(own, name) }
}

/// Reports names that are the same after case folding and NFC.
pub(super) fn report_doubles<'a>(
    what: &str,
    names: impl Iterator<Item = &'a At<String>>,
    problems: &mut Vec<Diagnostic>,
) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for name in names {
        let folded: String = name.value.nfc().flat_map(char::to_lowercase).collect();
        if !seen.insert(folded) {
            let message = format!("the {what} `{}` is there twice", name.value);
            problems.push(Diagnostic::error(message, name.span.clone()));
        }
    }
}

fn warn_of_recall(raw: &RawFile, days: u32, problems: &mut Vec<Diagnostic>) {
    if days > RECALL_DAYS
        && let Some(given) = &raw.recall_days
    {
        let message = format!(
            "the recall period of {days} days is longer than the weekly rhythm; weekly check-ins overlap"
        );
        problems.push(Diagnostic::warning(message, given.span.clone()).with_hint(
            "answer it less often, or ask about 7 days; trends mark overlapping check-ins",
        ));
    }
}

fn provenance(raw: &RawFile, problems: &mut Vec<Diagnostic>) -> Provenance {
    let origin = raw.origin.as_ref().map_or(Origin::Original, |origin| origin.value);
    if let Some(given) = raw.origin.as_ref().filter(|_| origin != Origin::Original)
        && raw.source.is_none()
    {
        problems.push(
            Diagnostic::error(
                "a questionnaire that is not original names its `source`",
                given.span.clone(),
            )
            .with_hint("add `source = \"…\"` with the citation"),
        );
    }
    let validated = raw.validated.as_ref().is_some_and(|validated| validated.value);
    match (&raw.validated, &raw.validation) {
        (Some(given), None) if given.value => problems.push(
            Diagnostic::error("`validated = true` needs `validation`", given.span.clone())
                .with_hint("add `validation = \"citation\"`, or write `validated = false`"),
        ),
        (_, Some(citation)) if !validated => problems.push(
            Diagnostic::error("`validation` needs `validated = true`", citation.span.clone())
                .with_hint("add it, or leave `validation` out"),
        ),
        _ => {}
    }
    let text = |field: &Option<At<String>>| field.as_ref().map(|field| field.value.clone());
    Provenance {
        origin,
        source: text(&raw.source),
        credit: text(&raw.credit),
        license: text(&raw.license),
        terms: text(&raw.terms),
        validated,
        validation: text(&raw.validation),
    }
}
