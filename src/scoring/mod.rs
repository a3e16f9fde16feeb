//! From responses to scores, exactly by the definition; pure.

mod arithmetic;
mod attained;
mod band;
mod compute;
mod example;
mod explain;
mod fingerprint;
mod missing;
mod plan;
mod range;
mod rounding;
mod score;
mod step;
#[cfg(test)]
mod tests;

pub use attained::{Attained, attained};
pub use band::band_of;
pub use compute::score;
pub use example::{ExampleProblem, FailedExample, failed_examples};
pub use explain::{Explanation, explain};
pub use fingerprint::{Fingerprint, continues, fingerprint};
pub use plan::{Plan, Scored, Sheet};
pub use range::score_range;
pub use rounding::shown;
pub use score::{ItemStep, NoValue, PartStep, ScoreResult, Steps, Tally, Value};
pub use step::smallest_spread;
