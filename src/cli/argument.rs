//! Owns how days and numbers are read from the command line.

use std::str::FromStr;

use chrono::NaiveDate;
use chrono::format::ParseErrorKind;

use crate::language::message;

/// Reads a day like 2026-11-20.
pub(crate) fn day(text: &str) -> Result<NaiveDate, String> {
    text.trim().parse().map_err(|error: chrono::ParseError| match error.kind() {
        ParseErrorKind::OutOfRange | ParseErrorKind::Impossible => message!("no-such-day"),
        _ => message!("write-a-day"),
    })
}

/// Reads a number from `MIN` to `MAX`.
pub(crate) fn number<const MIN: u32, const MAX: u32>(text: &str) -> Result<u32, String> {
    let number = text.trim().parse().ok().filter(|number| (MIN..=MAX).contains(number));
    number.ok_or_else(|| message!("write-a-number", from = MIN, to = MAX))
}

/// Reads a whole number.
pub(crate) fn whole<T: FromStr>(text: &str) -> Result<T, String> {
    text.trim().parse().map_err(|_| message!("write-a-whole-number"))
}

/// Reads a number that may have decimals.
pub(crate) fn decimal(text: &str) -> Result<f64, String> {
    let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
    number.ok_or_else(|| message!("write-a-decimal"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_another_form_is_told_with_an_example() {
        assert_eq!(day("2026-11-20"), Ok(NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()));
        for wrong in ["yesterday", "20/11/2026", "20.11.2026", "", "2026-11"] {
            assert_eq!(day(wrong), Err("write a day like 2026-11-20".into()), "{wrong}");
        }
        for wrong in ["2026-02-30", "2026-13-01"] {
            assert!(day(wrong).unwrap_err().contains("no such day"), "{wrong}");
        }
    }

    #[test]
    fn other_numbers_are_whole_or_have_decimals() {
        assert_eq!(whole::<u32>("3"), Ok(3));
        assert_eq!(decimal("-62.5"), Ok(-62.5));
        for wrong in ["3.5", "-1", "x", ""] {
            assert_eq!(whole::<u32>(wrong), Err("write a whole number, like 3".into()), "{wrong}");
        }
        for wrong in ["3,5", "x", "", "NaN", "inf"] {
            assert!(decimal(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_number_is_one_of_those_that_are_named() {
        assert_eq!(number::<1, 500>("500"), Ok(500));
        for wrong in ["0", "501", "-1", "4.5", "four", "", "99999999999"] {
            assert_eq!(
                number::<1, 500>(wrong),
                Err("write a number from 1 to 500".into()),
                "{wrong}"
            );
        }
    }
}
