//! Owns free notes that stand on their own, outside a check-in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::private::Untrusted;

/// One note on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The day it is about.
    pub date: NaiveDate,
    /// The person's own words.
    pub text: Untrusted,
}
