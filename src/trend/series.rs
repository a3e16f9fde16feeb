//! Owns a score's dated values as one series: one value a date, in order, breaks marked; pure.

use chrono::NaiveDate;

use super::engine::Entry;
use crate::checkin::Private;
use crate::questionnaire::ScoreId;

/// One score of one check-in, as it comes from the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The day it is about.
    pub date: NaiveDate,
    /// Its place in the order of entry; an edit keeps it.
    pub sequence: u64,
    /// The value, unrounded, in the score's own unit; `None` if the score has no value.
    pub value: Option<Private<f64>>,
    /// Whether it can be compared with the reading before it (same fingerprint, or declared comparable).
    pub continues: bool,
}

/// All readings of one score.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Which score.
    pub score: ScoreId,
    /// Its readings: ascending by date, at most one a date.
    pub readings: Vec<Reading>,
}

impl Series {
    /// Puts readings into order. Of several on one date the one entered last that has a value counts.
    pub fn new(score: ScoreId, mut readings: Vec<Reading>) -> Self {
        readings.sort_by_key(|reading| (reading.date, reading.sequence));
        let mut kept: Vec<Reading> = Vec::with_capacity(readings.len());
        for reading in readings {
            match kept.last_mut() {
                Some(last) if last.date == reading.date => {
                    let continues = last.continues && reading.continues;
                    if reading.value.is_some() || last.value.is_none() {
                        *last = reading;
                    }
                    last.continues = continues;
                }
                _ => kept.push(reading),
            }
        }
        Self { score, readings: kept }
    }

    /// Returns what the engine judges: each reading with a value, on 0 to 100 of `range`.
    ///
    /// A series starts afresh at a break in comparability and at the first reading on or after each
    /// day of `baselines`.
    pub fn entries(&self, (low, high): (f64, f64), baselines: &[NaiveDate]) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::with_capacity(self.readings.len());
        let mut broken = false;
        for reading in &self.readings {
            broken |= !reading.continues;
            let Some(value) = &reading.value else { continue };
            let since = entries.last().map(|last| last.date);
            let baseline = baselines
                .iter()
                .any(|day| *day <= reading.date && since.is_some_and(|since| since < *day));
            entries.push(Entry {
                date: reading.date,
                score: (value.0 - low) / (high - low) * 100.0,
                starts_afresh: broken || baseline,
            });
            broken = false;
        }
        entries
    }

    /// Returns the readings with a value since the last break in comparability.
    pub fn comparable(&self) -> Vec<(&Reading, f64)> {
        let from = self.readings.iter().rposition(|reading| !reading.continues).unwrap_or(0);
        self.readings[from..]
            .iter()
            .filter_map(|reading| reading.value.as_ref().map(|value| (reading, value.0)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(day: u32, sequence: u64, value: Option<f64>) -> Reading {
        let date = NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
        Reading { date, sequence, value: value.map(Private), continues: true }
    }

    fn values(series: &Series) -> Vec<Option<f64>> {
        series.readings.iter().map(|r| r.value.as_ref().map(|v| v.0)).collect()
    }

    fn series(readings: Vec<Reading>) -> Series {
        Series::new(ScoreId::new("a.a"), readings)
    }

    #[test]
    fn readings_are_ordered_by_date() {
        let series = series(vec![reading(8, 1, Some(2.0)), reading(1, 2, Some(1.0))]);
        assert_eq!(values(&series), [Some(1.0), Some(2.0)]);
    }

    #[test]
    fn of_one_date_the_last_entered_with_a_value_counts() {
        let series =
            series(vec![reading(1, 3, None), reading(1, 2, Some(20.0)), reading(1, 1, Some(10.0))]);
        assert_eq!(values(&series), [Some(20.0)]);
    }

    #[test]
    fn a_break_starts_the_comparison_afresh() {
        let mut broken = reading(8, 2, Some(2.0));
        broken.continues = false;
        let series = series(vec![reading(1, 1, Some(1.0)), broken, reading(15, 3, Some(3.0))]);
        let comparable: Vec<f64> = series.comparable().into_iter().map(|(_, v)| v).collect();
        assert_eq!(comparable, [2.0, 3.0]);
    }
}
