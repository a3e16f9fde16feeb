//! Owns how ids of records and drafts are made and shortened.

use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

use super::record::{DraftId, RecordId};

/// How many of an id's last digits a person is shown; the first ones are the time and much alike.
const SHORT: usize = 8;

impl RecordId {
    /// Makes the id of a record begun at `instant` from random bytes.
    pub fn new(instant: DateTime<Utc>, random: &[u8; 10]) -> Self {
        Self(version_7(instant, random))
    }

    /// Returns the last eight hexadecimal digits, the form for people.
    pub fn short(self) -> String {
        let digits = self.0.simple().to_string();
        digits[digits.len() - SHORT..].to_owned()
    }
}

impl DraftId {
    /// Makes the id of a draft begun at `instant` from random bytes.
    pub fn new(instant: DateTime<Utc>, random: &[u8; 10]) -> Self {
        Self(version_7(instant, random))
    }

    /// Returns the id that the finished check-in has.
    pub fn record(self) -> RecordId {
        RecordId(self.0)
    }
}

/// Returns the instant that is part of a version 7 id; the epoch for any other id.
pub(super) fn instant_of(id: Uuid) -> DateTime<Utc> {
    let (seconds, nanos) = id.get_timestamp().map_or((0, 0), |at| at.to_unix());
    i64::try_from(seconds)
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, nanos))
        .unwrap_or_default()
}

fn version_7(instant: DateTime<Utc>, random: &[u8; 10]) -> Uuid {
    let millis = u64::try_from(instant.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, random).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_keeps_its_instant_and_is_of_version_7() {
        let instant = DateTime::from_timestamp_millis(1_790_000_000_123).unwrap();
        let id = RecordId::new(instant, &[0xab; 10]);
        assert_eq!(id.0.get_version_num(), 7);
        assert_eq!(instant_of(id.0), instant);
        assert_eq!(instant_of(Uuid::nil()), DateTime::<Utc>::default());
    }

    #[test]
    fn ids_sort_by_instant() {
        let early = RecordId::new(DateTime::from_timestamp_millis(1).unwrap(), &[0xff; 10]);
        let late = RecordId::new(DateTime::from_timestamp_millis(2).unwrap(), &[0; 10]);
        assert!(early < late);
    }

    #[test]
    fn short_form_is_the_random_end() {
        let id = DraftId::new(DateTime::default(), &[1, 2, 3, 4, 5, 6, 7, 8, 9, 0xf0]).record();
        assert_eq!(id.short(), "070809f0");
    }
}
