//! Owns the reading of one line of JSON: its id, and its answers by the rules for answers in files.
//!
//! Whatever is out of the ordinary goes through [`answer_file`], which knows every form and says what
//! is wrong.

use std::fmt;

use chrono::NaiveDate;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Problem;
use super::ordinary::Ordinary;
use crate::cli::answer_file;
use crate::cli::input::strict_json;
use crate::scoring::{Plan, Sheet};

/// Fills `sheet` from a line and returns the line's id as JSON text.
pub(super) fn read<'a>(
    line: &'a [u8],
    ordinary: &Ordinary,
    plan: &Plan,
    sheet: &mut Sheet,
) -> Result<&'a str, Problem> {
    plan.clear(sheet);
    match ordinary.read(line, plan, sheet) {
        Some(id) => Ok(id),
        None => read_with_care(line, plan, sheet),
    }
}

/// Returns everything that is wrong with the responses of a sheet.
pub(super) fn problems(plan: &Plan, sheet: &Sheet) -> Vec<String> {
    let items = plan.questionnaire().items.iter().map(|item| item.id.clone());
    let given =
        items.zip(&sheet.responses).filter_map(|(id, response)| Some((id, response.clone()?)));
    let found = crate::checkin::check_responses(plan.questionnaire(), &given.collect());
    found.iter().map(ToString::to_string).collect()
}

/// Reads a line that is not an ordinary one: in another form that is allowed as well, or wrong.
fn read_with_care<'a>(line: &'a [u8], plan: &Plan, sheet: &mut Sheet) -> Result<&'a str, Problem> {
    let text = std::str::from_utf8(line).map_err(|_| Problem::new("the line is not UTF-8"))?;
    // A line that is cut off ends at its last column, not at the beginning of the next one.
    let text = text.trim_end();
    if text.is_empty() {
        return Err(Problem::new("the line is empty"));
    }
    let mut found = Found::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let whole = FoundSeed(&mut found).deserialize(&mut reader).and_then(|()| reader.end());
    let id = found.id.unwrap_or("null");
    let wrong = |text: String| Problem { id: id.to_owned(), text };
    match whole {
        Ok(()) => {}
        Err(error) if error.is_data() => {
            found.problems.push("the line is not a JSON object".into());
        }
        Err(error) => {
            return Err(wrong(format!("not correct JSON at column {}", error.column())));
        }
    }
    let mut problems = found.problems;
    match found.answers.map(strict_json) {
        None if problems.is_empty() => problems.push("there are no `answers`".into()),
        None => {}
        Some(Err(error)) => problems.push(error.to_string()),
        Some(Ok(answers)) => {
            let responses = answer_file::responses(&answers, plan.questionnaire(), &mut problems);
            plan.clear(sheet);
            for (item, response) in responses {
                if let Some(place) = plan.place(item.as_str(), 0) {
                    sheet.responses[place] = Some(response);
                }
            }
        }
    }
    if problems.is_empty() { Ok(id) } else { Err(wrong(super::joined(&problems))) }
}

/// What is wrong with a date that is none.
pub(super) const NO_DATE: &str = "`date` is not a day like 2026-09-04";

/// Returns whether a text is a date like 2026-09-04.
pub(super) fn is_date(text: &str) -> bool {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else { return false };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0, |number: u32, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let (Some(year), Some(month), Some(day)) =
        (number(&[a, b, c, d]), number(&[e, f]), number(&[g, h]))
    else {
        return false;
    };
    i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_some())
}

/// What a line holds, whatever is wrong with it.
#[derive(Default)]
struct Found<'a> {
    id: Option<&'a str>,
    answers: Option<&'a str>,
    has_date: bool,
    problems: Vec<String>,
}

struct FoundSeed<'s, 'a>(&'s mut Found<'a>);

impl<'de> DeserializeSeed<'de> for FoundSeed<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FoundSeed<'_, 'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let found = self.0;
        while let Some(key) = map.next_key::<String>()? {
            let twice = match key.as_str() {
                "id" => {
                    let id = map.next_value::<&'de RawValue>()?.get();
                    found.id.replace(id).is_some()
                }
                "answers" => {
                    let answers = map.next_value::<&'de RawValue>()?.get();
                    found.answers.replace(answers).is_some()
                }
                "date" => {
                    let date = map.next_value::<serde_json::Value>()?;
                    if !date.is_null() && !date.as_str().is_some_and(is_date) {
                        found.problems.push(NO_DATE.into());
                    }
                    std::mem::replace(&mut found.has_date, true)
                }
                other => {
                    map.next_value::<IgnoredAny>()?;
                    found.problems.push(unknown_key(other));
                    false
                }
            };
            if twice {
                found.problems.push(format!("the key `{key}` is there twice"));
            }
        }
        Ok(())
    }
}

fn unknown_key(key: &str) -> String {
    const KEYS: [&str; 3] = ["id", "date", "answers"];
    match crate::questionnaire::nearest(key, KEYS) {
        Some(near) => format!("unknown key `{key}`; did you mean `{near}`?"),
        None => format!("unknown key `{key}`; there are {}", KEYS.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, LazyLock};

    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::joined;
    use super::*;
    use crate::questionnaire::{Catalogue, Questionnaire, QuestionnaireId};
    use crate::scoring::Scored;

    static SUPPORT: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| {
        Catalogue::new(Vec::new()).load(&QuestionnaireId::new("support")).expect("it is built in")
    });

    const LINE: &str = r#"{"id":7,"date":"2026-09-04","answers":{"support.heard":4,"support.recognised":"skipped","understood":2.0,"alone":1}}"#;

    const PIECES: &[&str] = &[
        "",
        " ",
        "\t",
        "\r",
        "\u{c}",
        "\u{a0}",
        "\"",
        "\\",
        "\\u0041",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "-",
        "+",
        "0",
        "1",
        "07",
        ".",
        "e5",
        "1e999",
        "-0",
        "true",
        "null",
        "NaN",
        "\"x\"",
        "[1,2]",
        "{\"a\":1}",
        "id",
        "date",
        "answers",
        "alone",
        "support.alone",
        "\"id\":1,",
        "ü",
        "\u{1}",
        "\u{7f}",
        "12345678901234567890",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn an_ordinary_line_is_read_as_with_care(
            changes in prop::collection::vec((0..LINE.len(), 0..3_usize, select(PIECES)), 0..4),
        ) {
            let plan = Plan::new(&SUPPORT);
            let mut line = LINE.to_owned();
            for (at, length, piece) in changes {
                let at = at.min(line.len());
                let to = (at + length).min(line.len());
                if line.is_char_boundary(at) && line.is_char_boundary(to) {
                    line.replace_range(at..to, piece);
                }
            }
            let (mut quick, mut careful) = (Sheet::default(), Sheet::default());
            plan.clear(&mut quick);
            if let Some(id) = Ordinary::new(&plan).read(line.as_bytes(), &plan, &mut quick) {
                let read = read_with_care(line.as_bytes(), &plan, &mut careful);
                prop_assert_eq!(judged(Ok(id), &plan, &mut quick), judged(read, &plan, &mut careful));
            }
        }
    }

    /// Returns what a line with these responses comes to.
    fn judged(
        read: Result<&str, Problem>,
        plan: &Plan,
        sheet: &mut Sheet,
    ) -> Result<(String, Vec<Scored>), Problem> {
        let id = read?.to_owned();
        match plan.score(sheet) {
            Some(scored) => Ok((id, scored.to_vec())),
            None => Err(Problem { id, text: joined(&problems(plan, sheet)) }),
        }
    }

    #[test]
    fn usual_lines_are_ordinary() {
        let plan = Plan::new(&SUPPORT);
        let spaced = LINE.replace(':', ": ").replace(',', ", ");
        for line in [LINE, &spaced, &format!("{LINE}\r\n")] {
            let mut sheet = Sheet::default();
            plan.clear(&mut sheet);
            let id = Ordinary::new(&plan).read(line.as_bytes(), &plan, &mut sheet);
            assert_eq!(id, Some("7"), "{line}");
            assert!(sheet.responses.iter().all(Option::is_some), "{line}");
        }
    }
}
