//! Owns when the next check-in is due, and the small file that answers without opening the history
//! or reading the settings. Reminders rest on this file alone.

use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, TimeZone};
use serde::Deserialize;

use super::error::CommandError;
use super::workspace::Workspace;
use crate::checkin::{Event, Moment, WeekStart};
use crate::files::{Overwrite, create_private_folder, write_file};
use crate::history::Query;
use crate::language::message;

/// The name of the file in the data folder. It is never encrypted and holds nothing but what [`Due`] has.
const FILE: &str = "due";

/// When a check-in is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    /// From this instant on; it lies at the end of a day, and not in leave.
    pub(crate) from: DateTime<FixedOffset>,
    /// Not on the days of leave or illness: first day, last day (absent: still open).
    pub(crate) away: Vec<(NaiveDate, Option<NaiveDate>)>,
    /// Reminders are quiet until this instant, if the person asked for that.
    pub(crate) snoozed: Option<DateTime<FixedOffset>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DueFile {
    due: String,
    #[serde(default)]
    away: Vec<Vec<String>>,
    snoozed: Option<String>,
}

impl Due {
    /// Computes it from the day of the last check-in and from the events.
    pub(crate) fn new(
        now: &Moment,
        week_start: WeekStart,
        last: Option<NaiveDate>,
        events: &[Event],
    ) -> Self {
        let today = now.day(week_start);
        let present = week_start.week_of(today);
        let week = match last.map(|day| week_start.week_of(day)) {
            Some(done) if done >= present => done + Days::new(7),
            _ => present,
        };
        let away = events
            .iter()
            .filter(|event| event.kind.is_leave())
            .filter(|event| event.to.is_none_or(|to| to >= today))
            .map(|event| (event.from, event.to))
            .collect();
        let day = after_leave(week, events);
        Self { from: in_zone(day.and_time(week_start.day_end), now), away, snoozed: None }
    }

    /// Returns whether reminders speak at `now`: a check-in is due and they are not snoozed.
    ///
    /// The person's day follows from the file too: `from` lies at the end of a day.
    pub(crate) fn reminds(&self, now: &Moment) -> bool {
        let start = WeekStart { weekday: self.from.weekday(), day_end: self.from.time() };
        self.is_due(now.local(), now.day(start)) && self.snoozed_at(now).is_none()
    }

    /// Returns until when reminders are quiet, if they are at `now`.
    pub(crate) fn snoozed_at(&self, now: &Moment) -> Option<DateTime<FixedOffset>> {
        self.snoozed.filter(|until| now.local() < *until)
    }

    /// Returns whether a check-in is due at `now`, on the person's day `today`.
    pub(crate) fn is_due(&self, now: DateTime<FixedOffset>, today: NaiveDate) -> bool {
        now >= self.from && self.away_on(today).is_none()
    }

    /// Returns the leave that `today` lies in: its first and last day (absent: still open).
    pub(crate) fn away_on(&self, today: NaiveDate) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let covers = |from: NaiveDate, to: Option<NaiveDate>| {
            from <= today && to.is_none_or(|to| today <= to)
        };
        let (from, mut to) = self.away.iter().copied().find(|(from, to)| covers(*from, *to))?;
        // Leave that goes on where this one ends is one with it.
        while let Some(next) = to.and_then(|to| to.succ_opt()) {
            let goes_on = |(from, to): &&(NaiveDate, Option<NaiveDate>)| {
                *from <= next && to.is_none_or(|to| next <= to)
            };
            let Some((_, further)) = self.away.iter().find(goes_on) else { break };
            to = *further;
        }
        Some((from, to))
    }

    /// Reads the file; `None` if it is missing or cannot be read, which counts as due.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(folder.join(FILE)).ok()?;
        let file: DueFile = toml::from_str(&text).ok()?;
        let mut away = Vec::new();
        for days in &file.away {
            let from = days.first()?.parse().ok()?;
            let to = days.get(1).map(|day| day.parse()).transpose().ok()?;
            away.push((from, to));
        }
        let instant = |text: &String| DateTime::parse_from_rfc3339(text).ok();
        let snoozed = file.snoozed.as_ref().and_then(instant);
        Some(Self { from: instant(&file.due)?, away, snoozed })
    }

    /// Writes the file; the data folder is made if it is not there.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), CommandError> {
        create_private_folder(folder).map_err(|error| {
            CommandError::failed(message!("cannot-make-data-folder")).because(error)
        })?;
        let mut text = format!("due = \"{}\"\n", self.from.to_rfc3339());
        let away: Vec<String> = self
            .away
            .iter()
            .map(|(from, to)| match to {
                Some(to) => format!("[\"{from}\", \"{to}\"]"),
                None => format!("[\"{from}\"]"),
            })
            .collect();
        let _ = writeln!(text, "away = [{}]", away.join(", "));
        if let Some(until) = self.snoozed {
            let _ = writeln!(text, "snoozed = \"{}\"", until.to_rfc3339());
        }
        let path = folder.join(FILE);
        write_file(&path, Overwrite::Allowed, text.as_bytes()).map_err(|error| {
            CommandError::failed(message!("cannot-write", path = path.display().to_string()))
                .because(error)
        })
    }
}

impl Workspace {
    /// Computes when the next check-in is due, from the history.
    pub(crate) fn due(&self) -> Result<Due, CommandError> {
        let now = self.clock.now();
        let query = Query {
            questionnaire: Some(self.settings.questionnaire.clone()),
            last: Some(1),
            ..Query::default()
        };
        let read = || -> Result<_, CommandError> {
            let last = self.store.check_in_scores(&query, &[])?.pop();
            Ok((last.map(|kept| kept.content.date), self.events()?))
        };
        let (last, events) =
            if self.store.exists() { self.store.in_one_state(read)? } else { Default::default() };
        let due = Due::new(now, self.settings.week_start(), last, &events);
        let snoozed = Due::read(self.folder()).and_then(|kept| kept.snoozed_at(now));
        Ok(Due { snoozed, ..due })
    }

    /// Writes the `due` file anew where it does not say this: it was lost, or damaged.
    ///
    /// Whoever only looks is not told of a failure; the file is written again with the next change.
    pub(crate) fn mend_due(&self, due: &Due) {
        if self.store.exists() && Due::read(self.folder()).as_ref() != Some(due) {
            let _ = due.write(self.folder());
        }
    }

    /// Brings the `due` file up to date after a change of the history or the settings.
    ///
    /// A failure is said and is no failure of the command: without the file a check-in counts as due.
    pub(crate) fn refresh_due(&self) {
        if !self.store.exists() {
            return;
        }
        if let Err(error) = self.due().and_then(|due| due.write(self.folder())) {
            self.terminal.say(&message!("due-not-renewed"));
            self.terminal.say(error.display().trim_end());
        }
    }
}

/// Returns the first day from `due` on that is not in leave or illness.
fn after_leave(due: NaiveDate, events: &[Event]) -> NaiveDate {
    let mut day = due;
    while let Some(leave) = events.iter().find(|it| it.kind.is_leave() && it.covers(day)) {
        // While it is open nobody knows the day; nor is a day written that RFC 3339 has no year for.
        let next = leave.to.and_then(|to| to.succ_opt()).filter(|next| next.year() <= 9999);
        let Some(next) = next else { return due };
        day = next;
    }
    day
}

/// Returns a local date and time as an instant: in the zone of the machine where that is the zone of
/// `now`, else with the offset of `now`.
pub(crate) fn in_zone(local: NaiveDateTime, now: &Moment) -> DateTime<FixedOffset> {
    let here = now.local();
    let system = chrono::Local.from_local_datetime(&here.naive_local()).earliest();
    if system.is_some_and(|system| system == here)
        && let Some(instant) = chrono::Local.from_local_datetime(&local).earliest()
    {
        return instant.fixed_offset();
    }
    here.offset().from_local_datetime(&local).single().unwrap_or(here)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkin::EventKind;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn event(kind: EventKind, from: &str, to: Option<&str>) -> Event {
        Event { kind, from: day(from), to: to.map(day), text: None, new_baseline: false }
    }

    #[test]
    fn leave_moves_what_falls_due_in_it_to_the_day_after() {
        let leave = event(EventKind::Leave, "2026-12-21", Some("2027-01-03"));
        let until_sunday = event(EventKind::Leave, "2026-12-23", Some("2026-12-27"));
        let ill = event(EventKind::Illness, "2026-12-28", Some("2026-12-29"));
        let later = event(EventKind::Leave, "2026-12-26", Some("2027-01-03"));
        let open = event(EventKind::Illness, "2026-12-24", None);
        let work = event(EventKind::Supervision, "2026-12-25", Some("2026-12-30"));
        let far = event(EventKind::Leave, "2026-12-24", Some("+12026-01-01"));
        for (events, expected) in [
            (vec![], "2026-12-25"),
            (vec![leave], "2027-01-04"),
            (vec![ill, until_sunday], "2026-12-30"),
            (vec![later], "2026-12-25"),
            (vec![open], "2026-12-25"),
            (vec![work], "2026-12-25"),
            (vec![far], "2026-12-25"),
        ] {
            assert_eq!(after_leave(day("2026-12-25"), &events), day(expected), "{events:?}");
        }
    }
}
