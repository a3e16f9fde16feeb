//! From responses to scores, exactly by the definition; pure.

mod score;

pub use score::{NoValue, ScoreResult, Tally, Value};
