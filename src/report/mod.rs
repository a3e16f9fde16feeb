//! The report model: what is said about a period, put together once, laid out by renderers.

mod build;
mod model;
mod page;
mod plot;
mod record;
mod tell;
mod verdict;
pub mod wording;

pub use crate::checkin::{Answer, Private, Response, Untrusted};
pub(crate) use crate::questionnaire::is_hostile;
pub use crate::questionnaire::{
    Basis, Condition, Item, ItemKind, Origin, Questionnaire, ResponseOption, ScoreId, Test,
    printable,
};
pub use crate::scoring::NoValue;
pub use crate::trend::{Drift, DriftVerdict, Judged, Row, Shift, Verdict};
pub use build::{Extras, Material, ScoreHistory, is_away, look_back};
pub use model::{
    Attendance, Attended, Dated, EventLine, Figure, Judgement, Period, Report, ScoreLine, Section,
    Slot,
};
pub use page::{
    AnswerLine, Choices, NoteLine, Page, Part, Question, SourceLine, StepLine, levels, moved,
    source_line,
};
pub use plot::{MapPoint, Plot, PlotPoint, ShiftMark, StrainMap};
pub use record::{Absent, CheckInRecord, Form, RecordKey, RecordedScore};
pub use tell::judgement;
pub use verdict::Telling;
