//! From a dated series to what can be said about it; pure, no clock, no history.

mod series;

pub use series::{FEWEST_FOR_A_VERDICT, Reading, Series};
