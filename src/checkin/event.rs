//! Owns events: dated things in a person's working life that stand on the trend's axis.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::private::Untrusted;

/// One event, on a day or over a range of days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// What kind of event it is.
    pub kind: EventKind,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; absent: the first day only, or, for leave and illness, still open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Untrusted>,
    /// Whether a new baseline begins at the first check-in on or after `from`.
    #[serde(default)]
    pub new_baseline: bool,
}

/// The kinds of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventKind {
    /// Time off; weeks in it are neither due nor missed.
    Leave,
    /// Time off ill; weeks in it are neither due nor missed.
    Illness,
    /// A critical incident.
    Incident,
    /// A new role, team or workplace.
    NewRole,
    /// A supervision session.
    Supervision,
    /// Anything else.
    Other,
}

impl EventKind {
    /// Returns whether weeks in such an event are neither due nor missed.
    pub fn is_leave(self) -> bool {
        matches!(self, EventKind::Leave | EventKind::Illness)
    }

    /// Returns the name shown to people.
    pub fn label(self) -> &'static str {
        match self {
            EventKind::Leave => "leave",
            EventKind::Illness => "illness",
            EventKind::Incident => "critical incident",
            EventKind::NewRole => "new role",
            EventKind::Supervision => "supervision",
            EventKind::Other => "other",
        }
    }
}

impl Event {
    /// Returns whether `day` lies in the event. Open leave and illness cover every later day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        let to = match self.to {
            Some(to) => to,
            None if self.kind.is_leave() => NaiveDate::MAX,
            None => self.from,
        };
        self.from <= day && day <= to
    }
}
