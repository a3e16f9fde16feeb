//! Owns the reminder as an iCalendar file (RFC 5545): one event a week, with an alarm.

use chrono::{Datelike, Days, Duration, NaiveTime, Weekday};
use icalendar::{Alarm, Calendar, CalendarDateTime, Component, Event, EventLike, Trigger};

use super::place::Places;
use super::plan::{Part, Place, Plan, Way};
use super::words;
use crate::checkin::{Moment, WeekStart};
use crate::language::message;

/// The same in every file, so that a calendar replaces the event instead of showing two.
const UID: &str = "checkin-weekly-reminder";

/// Makes the file: weekly from the next due day on, at a local time of any zone.
pub(super) fn calendar(now: &Moment, start: WeekStart, at: NaiveTime, places: &Places) -> Plan {
    let today = now.day(start);
    let week = start.week_of(today);
    let first = if week == today { today } else { week + Days::new(7) };
    let stamp = now.instant.format("%Y%m%dT%H%M%SZ").to_string();
    let mut alarm = Alarm::display(&words(), Trigger::after_start(Duration::zero()));
    alarm.add_property("UID", format!("{UID}-alarm")).add_property("DTSTAMP", &stamp);
    let event = Event::new()
        .uid(UID)
        .summary(&message!("reminder-title"))
        .description(&words())
        .starts(CalendarDateTime::Floating(first.and_time(at)))
        .add_property("DTSTAMP", &stamp)
        .add_property("DURATION", "PT10M")
        .add_property("TRANSP", "TRANSPARENT")
        .add_property("RRULE", format!("FREQ=WEEKLY;BYDAY={}", two_letters(first.weekday())))
        .alarm(alarm)
        .done();
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//checkin//checkin reminder//EN"))
        .push(event);
    let place = Place::File(places.data.join("reminder.ics"));
    Plan::of_texts(Way::Calendar, vec![Part { place, text: calendar.to_string() }])
}

fn two_letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}
