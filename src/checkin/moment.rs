//! Owns when something happened, as data: the instant, the offset, the zone and the person's week.

use chrono::{
    DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, Offset, TimeDelta, Utc, Weekday,
};
use serde::{Deserialize, Serialize};

/// An instant together with the place on earth's clocks where it was lived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// The instant.
    pub instant: DateTime<Utc>,
    /// Seconds east of Greenwich at that instant and place.
    pub offset_seconds: i32,
    /// The zone's IANA name, or `UTC+hh:mm` where the system does not tell it.
    pub zone: String,
}

/// The rhythm of the week: it runs from `weekday` at `day_end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekStart {
    /// The day on which the weekly check-in falls due.
    pub weekday: Weekday,
    /// The clock time at which a day ends; what is done before it belongs to the day before.
    pub day_end: NaiveTime,
}

impl Moment {
    /// Makes a moment from a local time and the zone's name.
    pub fn new(now: DateTime<FixedOffset>, zone: impl Into<String>) -> Self {
        Self {
            instant: now.with_timezone(&Utc),
            offset_seconds: now.offset().local_minus_utc(),
            zone: zone.into(),
        }
    }

    /// Returns the local time.
    pub fn local(&self) -> DateTime<FixedOffset> {
        let offset = FixedOffset::east_opt(self.offset_seconds).unwrap_or_else(|| Utc.fix());
        self.instant.with_timezone(&offset)
    }

    /// Returns the person's day: the calendar day, or the one before until `day_end`.
    pub fn day(&self, start: WeekStart) -> NaiveDate {
        let local = self.local().naive_local();
        if local.time() < start.day_end { local.date() - Days::new(1) } else { local.date() }
    }
}

impl WeekStart {
    /// Returns the day that names the week of `day`: the last set weekday on or before it.
    pub fn week_of(self, day: NaiveDate) -> NaiveDate {
        let since = day.weekday().days_since(self.weekday);
        day - TimeDelta::days(i64::from(since))
    }
}
