//! `checkin remind snooze`: quiet for a while, kept in the `due` file.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use clap::Args;

use crate::cli::due::{Due, in_zone};
use crate::cli::error::CommandError;
use crate::cli::workspace::Workspace;
use crate::language::{message, moment};

/// The longest that reminders can be quiet, in days.
const LONGEST_DAYS: i64 = 366;

/// Keep all reminders quiet for a while
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  checkin remind snooze                      until tomorrow\n  checkin remind snooze --for 3h\n  checkin remind snooze --for 2d\n  checkin remind snooze --until 2026-12-01\n  checkin remind snooze --off\n\nA check-in stays due; only reminders are quiet. For time away there is `checkin event add leave`."
)]
pub(super) struct SnoozeArgs {
    /// How long: hours, days or weeks, like 3h, 2d or 1w
    #[arg(long = "for", value_name = "TIME", value_parser = length)]
    length: Option<TimeDelta>,

    /// First day on which they may speak again
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::argument::day, conflicts_with = "length")]
    until: Option<NaiveDate>,

    /// Let them speak again
    #[arg(long, conflicts_with_all = ["length", "until"])]
    off: bool,
}

/// Keeps reminders quiet for a while, or no longer.
pub(super) fn snooze(args: &SnoozeArgs, workspace: &Workspace) -> Result<(), CommandError> {
    let now = workspace.clock.now();
    let start = workspace.settings.week_start();
    // Without a file nothing is known but the week: what is due then is due.
    let due = Due::read(workspace.folder()).unwrap_or_else(|| Due::new(now, start, None, &[]));
    if args.off {
        Due { snoozed: None, ..due }.write(workspace.folder())?;
        workspace.terminal.say(&message!("reminders-speak-again"));
        return Ok(());
    }
    let day = args.until.unwrap_or_else(|| now.day(start) + chrono::Days::new(1));
    let until: DateTime<FixedOffset> = match args.length {
        Some(length) => now.local() + length,
        None => in_zone(day.and_time(start.day_end), now),
    };
    if until <= now.local() {
        return Err(CommandError::usage(message!("day-not-to-come", day = day.to_string())));
    }
    if until - now.local() > TimeDelta::days(LONGEST_DAYS) {
        return Err(
            CommandError::usage(message!("quiet-year-at-most")).hint(message!("remove-for-good"))
        );
    }
    Due { snoozed: Some(until), ..due }.write(workspace.folder())?;
    workspace.terminal.say(&message!("reminders-quiet-until", moment = moment(until)));
    Ok(())
}

fn length(text: &str) -> Result<TimeDelta, String> {
    let wrong = || message!("write-a-length");
    let unit = text.chars().next_back().ok_or_else(wrong)?;
    let number = text[..text.len() - unit.len_utf8()].parse::<u16>().map_err(|_| wrong())?;
    let number = i64::from(number);
    match unit {
        _ if number == 0 => Err(wrong()),
        'h' => Ok(TimeDelta::hours(number)),
        'd' => Ok(TimeDelta::days(number)),
        'w' => Ok(TimeDelta::weeks(number)),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_a_unit() {
        assert_eq!(length("3h"), Ok(TimeDelta::hours(3)));
        assert_eq!(length("1w"), Ok(TimeDelta::days(7)));
        for wrong in ["", "3", "0d", "h", "-1d", "3m", "99999d", "3é"] {
            assert!(length(wrong).is_err(), "{wrong}");
        }
    }
}
