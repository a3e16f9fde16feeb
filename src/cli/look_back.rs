//! Owns how records of the history become the material of a look back.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::error::CommandError;
use super::workspace::Workspace;
use crate::checkin::Event;
use crate::history::{CheckInSummary, DefinitionHash, Kept, Query};
use crate::questionnaire::{Questionnaire, ScoreId};
use crate::report::{Material, ScoreHistory};
use crate::scoring::{Fingerprint, continues, fingerprint, score_range};
use crate::trend::{Reading, Series};

/// Which scores a look back shows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Selection {
    /// How many weeks; 12 is usual.
    pub(crate) weeks: u32,
    /// Only these scores; empty means all.
    pub(crate) scores: Vec<ScoreId>,
}

/// One score's latest meaning and its readings so far.
struct Gathered {
    definition: Arc<Questionnaire>,
    fingerprint: Fingerprint,
    readings: Vec<Reading>,
}

impl Workspace {
    /// Puts together what a look back is made from.
    pub(crate) fn material(&self, selection: &Selection) -> Result<Material, CommandError> {
        let (mut check_ins, mut events) = (Vec::new(), Vec::new());
        if self.store.exists() {
            check_ins = self.store.check_in_summaries(&Query::default())?;
            events = self.events()?;
        }
        let used = self.definitions_of(&check_ins)?;
        Ok(Material {
            today: self.today(),
            week_start: self.settings.week_start(),
            weeks: selection.weeks,
            check_in_days: check_ins.iter().map(|kept| kept.content.date).collect(),
            caveats: caveats(used.values()),
            scores: histories(&check_ins, &used, selection),
            events,
        })
    }

    /// Returns all events.
    pub(crate) fn events(&self) -> Result<Vec<Event>, CommandError> {
        Ok(self.store.events()?.into_iter().map(|kept| kept.content).collect())
    }

    fn definitions_of(
        &self,
        check_ins: &[Kept<CheckInSummary>],
    ) -> Result<BTreeMap<DefinitionHash, Arc<Questionnaire>>, CommandError> {
        let mut used = BTreeMap::new();
        for kept in check_ins {
            let hash = &kept.content.definition;
            if !used.contains_key(hash) {
                used.insert(hash.clone(), self.definition(hash)?);
            }
        }
        Ok(used)
    }
}

fn histories(
    check_ins: &[Kept<CheckInSummary>],
    used: &BTreeMap<DefinitionHash, Arc<Questionnaire>>,
    selection: &Selection,
) -> Vec<ScoreHistory> {
    let mut fingerprints: BTreeMap<(&DefinitionHash, &ScoreId), Fingerprint> = BTreeMap::new();
    let mut gathered: BTreeMap<ScoreId, Gathered> = BTreeMap::new();
    for kept in check_ins {
        let Some(definition) = used.get(&kept.content.definition) else { continue };
        for (id, stored) in &kept.content.scores {
            let wanted = selection.scores.is_empty() || selection.scores.contains(id);
            let Some(score) = definition.score(id).filter(|_| wanted) else { continue };
            let print = fingerprints
                .entry((&kept.content.definition, id))
                .or_insert_with(|| fingerprint(definition, score));
            let before = gathered.get(id);
            let goes_on = before.is_none_or(|before| {
                let old = before.definition.score(id);
                old.is_some_and(|old| {
                    continues(
                        (score, print),
                        (old, &before.fingerprint),
                        &before.definition.version,
                    )
                })
            });
            let reading = Reading {
                date: kept.content.date,
                sequence: kept.sequence,
                value: stored.value.clone(),
                continues: goes_on,
            };
            let entry = gathered.entry(id.clone()).or_insert_with(|| Gathered {
                definition: definition.clone(),
                fingerprint: print.clone(),
                readings: Vec::new(),
            });
            entry.definition = definition.clone();
            entry.fingerprint = print.clone();
            entry.readings.push(reading);
        }
    }
    in_order_of_definition(gathered)
}

/// Puts scores in the order of the definition that was used last for each.
fn in_order_of_definition(gathered: BTreeMap<ScoreId, Gathered>) -> Vec<ScoreHistory> {
    let mut placed: Vec<((String, usize), ScoreHistory)> = gathered
        .into_iter()
        .filter_map(|(id, gathered)| {
            let definition = gathered.definition;
            let place = definition.scores.iter().position(|score| score.id == id)?;
            let score = &definition.scores[place];
            let history = ScoreHistory {
                title: score.title.clone(),
                group: score.group,
                better: score.better,
                range: score_range(&definition, score),
                series: Series::new(id, gathered.readings),
            };
            Some(((definition.id.to_string(), place), history))
        })
        .collect();
    placed.sort_by(|(a, _), (b, _)| a.cmp(b));
    placed.into_iter().map(|(_, history)| history).collect()
}

/// Returns what must be said of the questionnaires used.
fn caveats<'a>(used: impl Iterator<Item = &'a Arc<Questionnaire>>) -> Vec<String> {
    let mut credits: Vec<String> = Vec::new();
    let mut unvalidated = false;
    for definition in used {
        unvalidated |= !definition.provenance.validated;
        credits.extend(definition.provenance.credit.clone());
        credits.extend(definition.parts.iter().filter_map(|part| part.provenance.credit.clone()));
    }
    credits.sort();
    credits.dedup();
    let mut caveats = vec!["This is self-report and not a diagnosis.".to_owned()];
    if unvalidated {
        caveats[0].push_str(
            " The questionnaires are not validated instruments; compare yourself with yourself.",
        );
    }
    caveats.extend(credits);
    caveats
}
