//! Owns composing: items and scores of included questionnaires, in the order of the file.

use std::ops::Range;
use std::sync::Arc;

use super::super::decode::raw::{RawFile, RawInclude};
use super::super::diagnostic::Diagnostic;
use super::super::id::{ItemId, QuestionnaireId};
use super::super::model::{Condition, Item, Part, Questionnaire};
use super::super::nearest::nearest;
use super::super::score::{Basis, Score};
use super::{Placed, Resolve, item_id};

/// What the search for an included questionnaire gives.
#[derive(Clone, Debug)]
pub(crate) enum Lookup {
    /// The questionnaire, expanded and checked.
    Found(Arc<Questionnaire>),
    /// There is none of that name; the nearest that there is.
    Unknown(Option<String>),
    /// It has mistakes of its own.
    Faulty,
    /// It includes, by way of others, the one that asks.
    Cycle,
}

/// What a questionnaire is composed of.
pub(super) struct Composed {
    pub(super) items: Vec<Placed>,
    pub(super) scores: Vec<Score>,
    pub(super) parts: Vec<Part>,
}

/// Expands all includes. Own items are added by their place in the file afterwards.
pub(super) fn expand(
    raw: &RawFile,
    own: &QuestionnaireId,
    resolve: &Resolve<'_>,
    problems: &mut Vec<Diagnostic>,
) -> Composed {
    let mut composed = Composed { items: Vec::new(), scores: Vec::new(), parts: Vec::new() };
    let mut sources: Vec<Arc<Questionnaire>> = Vec::new();
    for include in &raw.includes {
        let id = QuestionnaireId::new(include.from.value.as_str());
        let lookup = if id == *own { Lookup::Cycle } else { resolve(&id) };
        let Some(source) = found(lookup, include, problems) else { continue };
        for item in chosen(include, &source, problems) {
            if composed.items.iter().all(|known| known.item.id != item.id) {
                composed.items.push(Placed { item: item.clone(), span: include.span.clone() });
            }
        }
        add_parts(&source, &mut composed.parts);
        if sources.iter().all(|known| known.id != source.id) {
            sources.push(source);
        }
    }
    for placed in &composed.items {
        report_lost_condition(placed, &composed.items, problems);
    }
    for source in &sources {
        add_scores(source, &mut composed);
    }
    composed
}

fn found(
    lookup: Lookup,
    include: &RawInclude,
    problems: &mut Vec<Diagnostic>,
) -> Option<Arc<Questionnaire>> {
    let (name, span) = (&include.from.value, include.from.span.clone());
    match lookup {
        Lookup::Found(questionnaire) => return Some(questionnaire),
        Lookup::Unknown(near) => problems.push(
            Diagnostic::error(format!("there is no questionnaire `{name}`"), span)
                .with_hint(
                    "add the included questionnaire first: `checkin questionnaires add FILE`",
                )
                .with_nearest(near.as_deref()),
        ),
        Lookup::Faulty => problems.push(
            Diagnostic::error(format!("the included questionnaire `{name}` has mistakes"), span)
                .with_hint("correct it first"),
        ),
        Lookup::Cycle => problems.push(
            Diagnostic::error(format!("including `{name}` leads back to this questionnaire"), span)
                .with_hint("leave one of the includes out"),
        ),
    }
    None
}

/// Returns the items that an include takes, in the order of its source.
fn chosen<'q>(
    include: &RawInclude,
    source: &'q Questionnaire,
    problems: &mut Vec<Diagnostic>,
) -> Vec<&'q Item> {
    let Some(names) = &include.items else { return source.items.iter().collect() };
    super::report_doubles("item", names.iter(), problems);
    let mut wanted: Vec<ItemId> = Vec::new();
    for name in names {
        let id = item_id(&source.id, &name.value);
        if source.item(&id).is_some() {
            wanted.push(id);
        } else {
            let known: Vec<&str> = source.items.iter().map(|item| item.id.local()).collect();
            let message = format!("`{}` has no item `{}`", source.id, name.value);
            problems.push(
                Diagnostic::error(message, name.span.clone())
                    .with_nearest(nearest(&name.value, known)),
            );
        }
    }
    source.items.iter().filter(|item| wanted.contains(&item.id)).collect()
}

/// An included item may only be asked under a condition on an item that is included before it.
fn report_lost_condition(placed: &Placed, items: &[Placed], problems: &mut Vec<Diagnostic>) {
    let Some(condition) = &placed.item.ask_if else { return };
    for needed in mentioned(condition) {
        let before = items.iter().take_while(|other| other.item.id != placed.item.id);
        if before.into_iter().all(|other| other.item.id != *needed) {
            let message = format!(
                "`{}` is asked depending on `{needed}`, which is not included before it",
                placed.item.id
            );
            problems.push(
                Diagnostic::error(message, placed.span.clone())
                    .with_hint("include that item as well"),
            );
        }
    }
}

/// Returns the items that a condition looks at.
fn mentioned(condition: &Condition) -> Vec<&ItemId> {
    match condition {
        Condition::Item { item, .. } => vec![item],
        Condition::Any(parts) | Condition::All(parts) => parts.iter().flat_map(mentioned).collect(),
    }
}

fn add_parts(source: &Questionnaire, parts: &mut Vec<Part>) {
    let has_own = source.items.iter().any(|item| item.id.questionnaire() == source.id.as_str());
    let own = (has_own || source.parts.is_empty()).then(|| Part {
        id: source.id.clone(),
        version: source.version.clone(),
        title: source.title.clone(),
        provenance: source.provenance.clone(),
    });
    for part in source.parts.iter().cloned().chain(own) {
        if parts.iter().all(|known| known.id != part.id) {
            parts.push(part);
        }
    }
}

/// Takes along the scores whose items (or parts) are all present.
fn add_scores(source: &Questionnaire, composed: &mut Composed) {
    for score in &source.scores {
        let complete = match &score.basis {
            Basis::Items { items, .. } => {
                items.iter().all(|id| composed.items.iter().any(|placed| placed.item.id == *id))
            }
            Basis::Scores { scores, .. } => {
                scores.iter().all(|id| composed.scores.iter().any(|known| known.id == *id))
            }
        };
        if complete && composed.scores.iter().all(|known| known.id != score.id) {
            composed.scores.push(score.clone());
        }
    }
}

/// Puts own items between the included ones, by their place in the file.
pub(super) fn insert_by_place(items: &mut Vec<Placed>, own: Placed, span: &Range<usize>) {
    let place = items.iter().position(|known| known.span.start > span.start);
    items.insert(place.unwrap_or(items.len()), own);
}
