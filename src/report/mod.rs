//! The report model: what is said about a period, put together once, laid out by renderers.

mod build;
mod model;
mod plot;
mod tell;
mod verdict;
pub mod wording;

pub use crate::checkin::Untrusted;
pub use crate::trend::{Drift, DriftVerdict, Judged, Row, Shift, Verdict};
pub use build::{Material, ScoreHistory, is_away, look_back};
pub use model::{
    Attendance, Attended, Dated, EventLine, Figure, Judgement, Period, Report, ScoreLine, Section,
    Slot,
};
pub use plot::{MapPoint, Plot, PlotPoint, ShiftMark, StrainMap};
pub use tell::judgement;
pub use verdict::Telling;
