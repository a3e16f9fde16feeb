//! Owns how a day is read from the command line. What it says is English, like all that is said of a command line.

use chrono::NaiveDate;
use chrono::format::ParseErrorKind;

/// Reads a day like 2026-11-20.
pub(crate) fn argument(text: &str) -> Result<NaiveDate, String> {
    text.trim().parse().map_err(|error: chrono::ParseError| match error.kind() {
        ParseErrorKind::OutOfRange | ParseErrorKind::Impossible => {
            "the calendar has no such day; write one like 2026-11-20".into()
        }
        _ => "write a day like 2026-11-20".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_another_form_is_told_with_an_example() {
        assert_eq!(argument("2026-11-20"), Ok(NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()));
        for wrong in ["yesterday", "20/11/2026", "20.11.2026", "", "2026-11"] {
            assert_eq!(argument(wrong), Err("write a day like 2026-11-20".into()), "{wrong}");
        }
        for wrong in ["2026-02-30", "2026-13-01"] {
            assert!(argument(wrong).unwrap_err().contains("no such day"), "{wrong}");
        }
    }
}
