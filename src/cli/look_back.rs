//! Owns how records of the history become the material of a look back.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::error::CommandError;
use super::workspace::Workspace;
use crate::checkin::Event;
use crate::history::{CheckInSummary, DefinitionHash, Kept, Query};
use crate::questionnaire::{Basis, Group, Questionnaire, Score, ScoreId};
use crate::report::{Material, ScoreHistory};
use crate::scoring::{Fingerprint, continues, fingerprint, score_range, smallest_spread};
use crate::trend::constants::{S0, S0_SUMMARY};
use crate::trend::{Reading, Series, Setup};

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
    /// The most scores judged together in any questionnaire that fed the series.
    together: u32,
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
        let baselines: Vec<NaiveDate> =
            events.iter().filter(|event| event.new_baseline).map(|event| event.from).collect();
        Ok(Material {
            today: self.today(),
            week_start: self.settings.week_start(),
            weeks: selection.weeks,
            check_in_days: check_ins.iter().map(|kept| kept.content.date).collect(),
            caveats: caveats(used.values()),
            scores: histories(&check_ins, &used, selection, &baselines),
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
    baselines: &[NaiveDate],
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
                together: 1,
            });
            entry.together = entry.together.max(judged_together(definition, score));
            entry.definition = definition.clone();
            entry.fingerprint = print.clone();
            entry.readings.push(reading);
        }
    }
    in_order_of_definition(gathered, baselines)
}

/// Puts scores in the order of the definition that was used last for each.
fn in_order_of_definition(
    gathered: BTreeMap<ScoreId, Gathered>,
    baselines: &[NaiveDate],
) -> Vec<ScoreHistory> {
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
                setup: setup(&definition, score, gathered.together),
                baselines: baselines.to_vec(),
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

/// Returns how many series are judged together with this one (m): the item-based scores outside
/// strain of its questionnaire. Summaries and strain stand alone.
fn judged_together(definition: &Questionnaire, score: &Score) -> u32 {
    let is_domain =
        |score: &&Score| matches!(score.basis, Basis::Items { .. }) && score.group != Group::Strain;
    if !is_domain(&score) {
        return 1;
    }
    let domains = definition.scores.iter().filter(is_domain).count();
    u32::try_from(domains).unwrap_or(u32::MAX)
}

fn setup(definition: &Questionnaire, score: &Score, together: u32) -> Setup {
    let is_summary = matches!(score.basis, Basis::Scores { .. });
    Setup {
        smallest_spread: smallest_spread(definition, score),
        prior_spread: if is_summary { S0_SUMMARY } else { S0 },
        together,
    }
}
