//! Owns how records of the history become the material of a look back.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use clap::Args;

use super::error::CommandError;
use super::workspace::Workspace;
use crate::checkin::Event;
use crate::history::{CheckInScores, DefinitionHash, HistoryError, Kept, Query, Store};
use crate::language::message;
use crate::questionnaire::{Basis, Group, Questionnaire, Score, ScoreId};
use crate::report::wording::day;
use crate::report::{Material, Period, ScoreHistory};
use crate::scoring::{Fingerprint, continues, fingerprint, score_range, smallest_spread};
use crate::trend::constants::{S0, S0_SUMMARY};
use crate::trend::{Reading, Series, Setup};

/// The period to look back over, by options.
#[derive(Debug, Args)]
pub(crate) struct PeriodArgs {
    /// Weeks to look back over, the last one included
    #[arg(long, value_name = "N", visible_alias = "weeks", value_parser = crate::cli::argument::number::<1, 10_000>)]
    last: Option<u32>,

    /// First day to look at; the week it lies in is shown whole
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day, conflicts_with = "last")]
    since: Option<NaiveDate>,

    /// Last day to look at (default: today); later check-ins are left out of the comparison too
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day)]
    until: Option<NaiveDate>,
}

impl PeriodArgs {
    /// Returns whether any option chooses the days.
    pub(crate) fn is_given(&self) -> bool {
        self.last.is_some() || self.since.is_some() || self.until.is_some()
    }

    /// Returns the period; without options the last `usual` weeks.
    pub(crate) fn period(&self, usual: u32, workspace: &Workspace) -> Result<Period, CommandError> {
        let today = workspace.today();
        let start = workspace.settings.week_start();
        let to = self.until.unwrap_or(today).min(today);
        if to < NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(to) {
            return Err(CommandError::usage(message!("before-1900", day = to.to_string())));
        }
        let Some(since) = self.since else {
            return Ok(Period::last(self.last.unwrap_or(usual), to, start));
        };
        if since > to {
            return Err(CommandError::usage(message!(
                "since-after-until",
                since = since.to_string(),
                to = to.to_string()
            ))
            .hint(message!("since-and-until")));
        }
        if (to - since).num_weeks() > 10_000 {
            return Err(CommandError::usage(message!(
                "period-too-long",
                since = since.to_string(),
                to = to.to_string()
            )));
        }
        Ok(Period { from: start.week_of(since), to })
    }
}

/// Which scores a look back shows, and over which days.
#[derive(Clone, Debug)]
pub(crate) struct Selection {
    /// The days.
    pub(crate) period: Period,
    /// Only these scores; empty means all.
    pub(crate) scores: Vec<ScoreId>,
}

/// The definitions that check-ins were made with.
type Used = BTreeMap<DefinitionHash, Arc<Questionnaire>>;

/// One score's latest meaning and its readings so far.
struct Gathered<'a> {
    definition: &'a Arc<Questionnaire>,
    hash: &'a DefinitionHash,
    readings: Vec<Reading>,
    /// Where its meaning changed, in words.
    changes: Vec<(NaiveDate, String)>,
    /// The most scores judged together in any questionnaire that fed the series.
    together: u32,
}

impl Workspace {
    /// Returns the last `weeks` weeks, the present one included.
    pub(crate) fn last_weeks(&self, weeks: u32) -> Period {
        Period::last(weeks, self.today(), self.settings.week_start())
    }

    /// Reads from the history; there is nothing in one that is not there yet.
    pub(crate) fn read<T: Default>(
        &self,
        read: impl FnOnce(&Store) -> Result<T, HistoryError>,
    ) -> Result<T, CommandError> {
        if !self.store.exists() {
            return Ok(T::default());
        }
        Ok(read(&self.store)?)
    }

    /// Returns whether there has been any check-in.
    pub(crate) fn has_check_in(&self) -> Result<bool, CommandError> {
        let query = Query { last: Some(1), ..Query::default() };
        Ok(!self.read(|store| store.check_in_summaries(&query))?.is_empty())
    }

    /// Puts together what a look back is made from.
    pub(crate) fn material(&self, selection: &Selection) -> Result<Material, CommandError> {
        self.store.in_one_state(|| self.gather(selection))
    }

    fn gather(&self, selection: &Selection) -> Result<Material, CommandError> {
        let (mut check_ins, mut events, mut steps) = (Vec::new(), Vec::new(), Vec::new());
        let mut used = Used::new();
        if self.store.exists() {
            let query = Query { to: Some(selection.period.to), ..Query::default() };
            check_ins = self.store.check_in_scores(&query, &selection.scores)?;
            for hash in self.store.definitions_of(&query)? {
                let definition = self.definition(&hash)?;
                used.insert(hash, definition);
            }
            events = self.events()?;
            steps = self.store.steps()?.into_iter().map(|kept| kept.content).collect();
        }
        let baselines: Vec<NaiveDate> =
            events.iter().filter(|event| event.new_baseline).map(|event| event.from).collect();
        Ok(Material {
            today: self.today(),
            week_start: self.settings.week_start(),
            period: selection.period,
            check_in_days: check_ins.iter().map(|kept| kept.content.date).collect(),
            caveats: caveats(used.values()),
            scores: histories(&check_ins, (&used, &self.titles(&used)?), &baselines),
            steps,
            extras: None,
            events,
        })
    }

    /// Returns all events.
    pub(crate) fn events(&self) -> Result<Vec<Event>, CommandError> {
        Ok(self.store.events()?.into_iter().map(|kept| kept.content).collect())
    }

    /// Returns the titles of scores in the person's language; none where that is the definitions' own.
    fn titles(&self, used: &Used) -> Result<BTreeMap<ScoreId, String>, CommandError> {
        let mut titles = BTreeMap::new();
        if self.settings.language.is_some() {
            for definition in used.values() {
                let scores = self.in_language(definition)?.scores;
                titles.extend(scores.into_iter().map(|score| (score.id, score.title)));
            }
        }
        Ok(titles)
    }
}

fn histories(
    check_ins: &[Kept<CheckInScores>],
    (used, titles): (&Used, &BTreeMap<ScoreId, String>),
    baselines: &[NaiveDate],
) -> Vec<ScoreHistory> {
    let mut fingerprints = Fingerprints::default();
    let mut gathered: BTreeMap<ScoreId, Gathered<'_>> = BTreeMap::new();
    for kept in check_ins {
        let Some((hash, definition)) = used.get_key_value(&kept.content.definition) else {
            continue;
        };
        for (id, value) in &kept.content.values {
            let Some(score) = definition.score(id) else { continue };
            // Within one definition a score keeps its meaning; only between two is it looked at.
            let before = gathered.get(id).filter(|before| before.hash != hash);
            let met = before.map(|before| {
                let old = fingerprints.of(before.hash, before.definition, id);
                let new = fingerprints.of(hash, definition, id);
                let goes_on = match (before.definition.score(id), &old, &new) {
                    (Some(score_before), Some(old), Some(new)) => {
                        let version = &before.definition.version;
                        continues((score, new), (score_before, old), version)
                    }
                    _ => false,
                };
                (before.definition, goes_on, old != new)
            });
            let goes_on = met.is_none_or(|(_, goes_on, _)| goes_on);
            let reading = Reading {
                date: kept.content.date,
                sequence: kept.sequence,
                value: value.clone(),
                continues: goes_on,
            };
            let change = met.filter(|(_, _, differs)| *differs).map(|(before, _, _)| {
                let title = titles.get(id).unwrap_or(&score.title);
                change(title, (before, definition), goes_on, reading.date)
            });
            let entry = gathered.entry(id.clone()).or_insert_with(|| Gathered {
                definition,
                hash,
                readings: Vec::new(),
                changes: Vec::new(),
                together: 1,
            });
            entry.together = entry.together.max(judged_together(definition, score));
            (entry.definition, entry.hash) = (definition, hash);
            entry.changes.extend(change);
            entry.readings.push(reading);
        }
    }
    in_order_of_definition(gathered, titles, baselines)
}

/// The fingerprints of scores that were needed, each computed once.
#[derive(Default)]
struct Fingerprints<'a>(BTreeMap<(&'a DefinitionHash, ScoreId), Fingerprint>);

impl<'a> Fingerprints<'a> {
    /// Returns the fingerprint of a score that the definition has.
    fn of(
        &mut self,
        hash: &'a DefinitionHash,
        definition: &Questionnaire,
        id: &ScoreId,
    ) -> Option<Fingerprint> {
        if let Some(known) = self.0.get(&(hash, id.clone())) {
            return Some(known.clone());
        }
        let print = fingerprint(definition, definition.score(id)?);
        self.0.insert((hash, id.clone()), print.clone());
        Some(print)
    }
}

/// Says that a score changed its meaning, and whether the two are compared.
fn change(
    title: &str,
    (old, new): (&Questionnaire, &Questionnaire),
    goes_on: bool,
    date: NaiveDate,
) -> (NaiveDate, String) {
    let on = day(date);
    let (old, new) = (old.version.to_string(), new.version.to_string());
    let words = if goes_on {
        message!("version-comparable", title = title, day = on, new = new, old = old)
    } else {
        message!("version-not-compared", title = title, day = on, new = new, old = old)
    };
    (date, words)
}

/// Puts scores in the order of the definition that was used last for each.
fn in_order_of_definition(
    gathered: BTreeMap<ScoreId, Gathered<'_>>,
    titles: &BTreeMap<ScoreId, String>,
    baselines: &[NaiveDate],
) -> Vec<ScoreHistory> {
    let mut placed: Vec<((String, usize), ScoreHistory)> = gathered
        .into_iter()
        .filter_map(|(id, gathered)| {
            let definition = gathered.definition;
            let place = definition.scores.iter().position(|score| score.id == id)?;
            let score = &definition.scores[place];
            let history = ScoreHistory {
                title: titles.get(&id).unwrap_or(&score.title).clone(),
                group: score.group,
                better: score.better,
                range: score_range(definition, score),
                recall_days: definition.recall_days,
                changes: gathered.changes,
                series: Series::new(id, gathered.readings),
                setup: setup(definition, score, gathered.together),
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
    let mut caveats = vec![if unvalidated {
        message!("self-report-not-validated")
    } else {
        message!("self-report")
    }];
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
