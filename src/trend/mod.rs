//! From a dated series to what can be said about it; pure, no clock, no history.

pub mod constants;
mod drift;
mod engine;
mod reliable;
mod series;
mod split;
#[cfg(test)]
mod tests;

pub use drift::{Drift, DriftFigures, DriftVerdict};
pub use engine::{
    Began, Entry, Figures, Judged, Row, Setup, Shift, Thresholds, Verdict, judge, judge_latest,
};
pub use reliable::{RELIABLE, reliable_change_index};
pub use series::{Reading, Series};
