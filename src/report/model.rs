//! Owns the report: every number raw and as shown, and every word, ready to be laid out.
//! Must not know an output format.

use chrono::{Days, NaiveDate};

use super::page::Page;
use super::plot::{Plot, StrainMap};
use super::wording::in_figures;
use crate::checkin::{Untrusted, WeekStart};
use crate::questionnaire::{Better, Group, ScoreId};
use crate::scoring::shown;
use crate::trend::{Row, Thresholds};

/// A look back over some weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The heading.
    pub title: String,
    /// The first day of the period.
    pub from: NaiveDate,
    /// The last day of the period.
    pub to: NaiveDate,
    /// The days that name the weeks of the period, ascending.
    pub weeks: Vec<NaiveDate>,
    /// How many check-ins were done and how many weeks went without, in words.
    pub attendance: Attendance,
    /// The scores, by the section they belong to.
    pub sections: Vec<Section>,
    /// Strain against resources, where there are check-ins with both.
    pub map: Option<StrainMap>,
    /// Events that touch the period, ascending by first day.
    pub events: Vec<EventLine>,
    /// Events and steps as they stand on the axis of the charts, ascending; their places number them.
    pub marks: Vec<EventLine>,
    /// What can be said about change, in whole sentences.
    pub verdicts: Vec<String>,
    /// What the supervision page has beside the look back.
    pub page: Page,
    /// What the reader must know about the numbers.
    pub caveats: Vec<String>,
}

/// Days to look back over, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Period {
    /// Returns the last `weeks` weeks up to `to`, the one of `to` included; at least one.
    pub fn last(weeks: u32, to: NaiveDate, start: WeekStart) -> Self {
        let back = Days::new(7 * u64::from(weeks.max(1) - 1));
        let from = start.week_of(to).checked_sub_days(back).unwrap_or(NaiveDate::MIN);
        Self { from, to }
    }

    /// Returns the days that name the weeks that touch the period, ascending.
    pub fn weeks(self, start: WeekStart) -> Vec<NaiveDate> {
        let next = |week: &NaiveDate| week.checked_add_days(Days::new(7));
        std::iter::successors(Some(start.week_of(self.from)), next)
            .take_while(|week| *week <= self.to)
            .collect()
    }
}

/// How the weeks of the period went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendance {
    /// Finished check-ins.
    pub done: usize,
    /// Past weeks without a check-in and without leave.
    pub missed: usize,
    /// Weeks of leave or illness without a check-in.
    pub away: usize,
    /// What each week of the period was.
    pub weeks: Vec<Attended>,
    /// The same in words.
    pub words: String,
}

/// What one week was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attended {
    /// A check-in was finished.
    Done,
    /// None, and no leave.
    Missed,
    /// Leave or illness.
    Away,
    /// Nothing expected: before the first check-in, or the present week.
    Open,
}

/// The scores of one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The group.
    pub group: Group,
    /// Its heading.
    pub heading: String,
    /// Its scores.
    pub scores: Vec<ScoreLine>,
}

/// One score over the period.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreLine {
    /// Which score.
    pub score: ScoreId,
    /// Its title.
    pub title: String,
    /// Which direction is good.
    pub better: Better,
    /// The lowest and highest possible value.
    pub range: (f64, f64),
    /// The latest value in the period.
    pub latest: Option<Dated>,
    /// The comparable value before it.
    pub former: Option<Dated>,
    /// Latest minus former.
    pub difference: Option<Figure>,
    /// The difference in words, for example "up 6.3".
    pub difference_words: String,
    /// One slot a week of the period.
    pub slots: Vec<Slot>,
    /// What is said of the latest value.
    pub judgement: Option<Judgement>,
    /// What pictures of it are drawn from.
    pub plot: Plot,
}

/// What is said of a value against those before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The engine's row.
    pub row: Row,
    /// The thresholds used.
    pub thresholds: Thresholds,
    /// The verdict in whole sentences.
    pub sentences: Vec<String>,
    /// Shifts recorded in the period before this value, in whole sentences.
    pub shifts: Vec<String>,
    /// What can be said of a slow drift.
    pub drift: Option<String>,
    /// The usual range as shown, in the score's own unit.
    pub usual_range: Option<String>,
}

/// A number with the day it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// The day.
    pub date: NaiveDate,
    /// The number.
    pub figure: Figure,
}

/// A number, unrounded and as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Unrounded.
    pub raw: f64,
    /// As shown: one decimal, half to even, as the person writes numbers.
    pub shown: String,
}

impl Figure {
    /// Returns a number with its one decimal.
    pub(super) fn new(raw: f64) -> Self {
        Self { raw, shown: in_figures(raw) }
    }

    /// Returns the number as shown, with a decimal point in every language, for machines.
    pub fn plain(&self) -> String {
        shown(self.raw)
    }
}

/// What one week has to show.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// The week's (latest) value.
    Value(Figure),
    /// A check-in, but too few answers for this score.
    NoValue,
    /// No check-in, and no leave.
    Missed,
    /// Leave or illness.
    Away,
    /// Nothing expected: before the first check-in, or the present week.
    Open,
}

/// An event as the report shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLine {
    /// The first day.
    pub from: NaiveDate,
    /// The last day, if it is a range that has ended.
    pub to: Option<NaiveDate>,
    /// The days in words.
    pub when: String,
    /// The kind in words.
    pub kind: String,
    /// The person's own words.
    pub text: Option<Untrusted>,
}
