//! Owns what pictures are drawn from: points on a true time axis, shifts, and strain against resources.
//! Values and words only; where a point lands on paper is the renderer's.

use chrono::NaiveDate;

use super::build::ScoreHistory;
use super::model::{Figure, Period, ScoreLine, Section};
use super::tell::{Judging, paragraphs};
use crate::checkin::WeekStart;
use crate::questionnaire::{Better, Group};
use crate::trend::{Began, Reading, Row, Verdict};

/// One score over the days of a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// One point a check-in with a value, ascending by day.
    pub points: Vec<PlotPoint>,
    /// Shifts recorded in the period or lying in it, ascending.
    pub shifts: Vec<ShiftMark>,
}

/// One check-in's value of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct PlotPoint {
    /// The day it is about.
    pub date: NaiveDate,
    /// Its place in the order of entry, by which the check-in behind it is found.
    pub sequence: u64,
    /// The value.
    pub figure: Figure,
    /// The usual range for this check-in, from those before it; `None` while it is too early.
    pub usual_range: Option<(Figure, Figure)>,
    /// Whether it goes on from the point before: the week after, and comparable with it.
    pub goes_on: bool,
    /// Whether the days it asks about overlap with those of the point before.
    pub overlaps: bool,
    /// What was said of it.
    pub verdict: Verdict,
    /// The verdict in two or three words.
    pub brief: String,
    /// The verdict in whole sentences.
    pub sentences: Vec<String>,
}

impl PlotPoint {
    /// Returns the usual range, where the verdict rests on it: a level that moved does not.
    pub fn judged_by_range(&self) -> Option<&(Figure, Figure)> {
        let by_level = matches!(self.verdict, Verdict::PossibleShift | Verdict::ClearShift);
        self.usual_range.as_ref().filter(|_| !by_level)
    }
}

/// A recorded shift.
#[derive(Clone, Debug, PartialEq)]
pub struct ShiftMark {
    /// The first day of the new level.
    pub date: NaiveDate,
    /// Whether the new level is higher.
    pub is_up: bool,
    /// The day of the check-in that confirmed it.
    pub confirmed_on: NaiveDate,
    /// The mean before and after.
    pub levels: (Figure, Figure),
    /// Where it may lie at the earliest and the latest.
    pub between: (NaiveDate, NaiveDate),
    /// The shift in a sentence.
    pub words: String,
}

/// Strain against resources, check-in by check-in.
#[derive(Clone, Debug, PartialEq)]
pub struct StrainMap {
    /// The title of the strain score.
    pub strain: String,
    /// The title of the score of all resources.
    pub resources: String,
    /// The lowest and highest strain possible.
    pub strain_range: (f64, f64),
    /// The lowest and highest resources possible.
    pub resources_range: (f64, f64),
    /// The check-ins that have both, ascending by day.
    pub points: Vec<MapPoint>,
    /// What can be said about change in the two.
    pub verdicts: Vec<String>,
}

/// One check-in on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// The day.
    pub date: NaiveDate,
    /// Its strain.
    pub strain: Figure,
    /// Its resources.
    pub resources: Figure,
}

/// Returns what one score's picture over the period is drawn from.
pub(super) fn plot(
    history: &ScoreHistory,
    judging: &Judging<'_>,
    (period, week_start): (Period, WeekStart),
) -> Plot {
    let mut points: Vec<PlotPoint> = Vec::new();
    let mut before: Option<&Reading> = None;
    for (reading, row) in judging.readings() {
        if period.from <= reading.date && reading.date <= period.to {
            let mut point = point(reading, row, judging);
            if let Some(before) = before {
                let weeks = week_start.week_of(reading.date) - week_start.week_of(before.date);
                let afresh = row.n == 1 && matches!(row.began, Began::Gap | Began::Afresh);
                point.goes_on = weeks.num_weeks() <= 1 && !afresh;
                let days = (reading.date - before.date).num_days();
                point.overlaps = days < i64::from(history.recall_days);
            }
            points.push(point);
        }
        before = Some(reading);
    }
    Plot { points, shifts: judging.shifts(period) }
}

/// A point that does not go on from one before.
fn point(reading: &Reading, row: &Row, judging: &Judging<'_>) -> PlotPoint {
    let telling = judging.telling(row);
    PlotPoint {
        date: reading.date,
        sequence: reading.sequence,
        figure: judging.figure(row.score),
        usual_range: row
            .figures
            .as_ref()
            .map(|figures| (judging.figure(figures.range.0), judging.figure(figures.range.1))),
        goes_on: false,
        overlaps: false,
        verdict: row.verdict,
        brief: telling.brief(row),
        sentences: telling.sentences(row),
    }
}

/// Returns the map of the first strain score against the first summary where high is good; `None`
/// where the period has no check-in with both.
pub(super) fn strain_map(sections: &[Section]) -> Option<StrainMap> {
    let first = |group: Group, better: Better| -> Option<&ScoreLine> {
        let of_group = sections.iter().filter(move |section| section.group == group);
        of_group.flat_map(|section| &section.scores).find(|line| line.better == better)
    };
    let strain = first(Group::Strain, Better::Lower)?;
    let resources = first(Group::Summary, Better::Higher)?;
    let both = |point: &PlotPoint| {
        let other = resources.plot.points.iter().find(|other| other.date == point.date)?;
        Some(MapPoint {
            date: point.date,
            strain: point.figure.clone(),
            resources: other.figure.clone(),
        })
    };
    let points: Vec<MapPoint> = strain.plot.points.iter().filter_map(both).collect();
    let section = |group: Group, line: &ScoreLine| Section {
        group,
        heading: String::new(),
        scores: vec![line.clone()],
    };
    let both = [section(Group::Summary, resources), section(Group::Strain, strain)];
    (!points.is_empty()).then(|| StrainMap {
        verdicts: paragraphs(&both),
        strain: strain.title.clone(),
        resources: resources.title.clone(),
        strain_range: strain.range,
        resources_range: resources.range,
        points,
    })
}
