//! Owns "now": the system's clock and zone, or the instant fixed by `CHECKIN_NOW`.

use chrono::{DateTime, FixedOffset};

use super::error::CommandError;
use crate::checkin::Moment;
use crate::language::message;

/// The moment at which this run takes place; read once.
#[derive(Clone, Debug)]
pub(crate) struct Clock {
    now: Moment,
}

impl Clock {
    /// Reads the clock. `fixed` is the value of `CHECKIN_NOW`, an RFC 3339 date and time.
    pub(crate) fn read(fixed: Option<&str>) -> Result<Self, CommandError> {
        let now = match fixed {
            Some(text) => {
                let now = DateTime::<FixedOffset>::parse_from_rfc3339(text).map_err(|error| {
                    CommandError::usage(message!("now-is-no-date", text = text))
                        .because(error)
                        .hint(message!("now-is-like"))
                })?;
                Moment::new(now, format!("UTC{}", now.offset()))
            }
            None => {
                #[expect(clippy::disallowed_methods, reason = "this is where now comes from")]
                let now = chrono::Local::now().fixed_offset();
                let zone = iana_time_zone::get_timezone();
                Moment::new(now, zone.unwrap_or_else(|_| format!("UTC{}", now.offset())))
            }
        };
        Ok(Self { now })
    }

    /// Returns the moment of this run.
    pub(crate) fn now(&self) -> &Moment {
        &self.now
    }
}
