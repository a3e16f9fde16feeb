//! Owns the report: every number raw and as shown, and every word, ready to be laid out.
//! Must not know an output format.

use chrono::NaiveDate;

use crate::checkin::Untrusted;
use crate::questionnaire::{Better, Group, ScoreId};
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
    /// Events that touch the period, ascending by first day.
    pub events: Vec<EventLine>,
    /// What can be said about change, in whole sentences.
    pub verdicts: Vec<String>,
    /// What the reader must know about the numbers.
    pub caveats: Vec<String>,
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
    /// The same in words.
    pub words: String,
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
    /// The difference in words, for example "up 6.3, better".
    pub difference_words: String,
    /// One slot a week of the period.
    pub slots: Vec<Slot>,
    /// What is said of the latest value.
    pub judgement: Option<Judgement>,
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
    /// As shown: one decimal, half to even.
    pub shown: String,
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
