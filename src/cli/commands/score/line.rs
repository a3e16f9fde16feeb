//! Owns the reading of one line of JSON: its id, and its answers by the rules for answers in files.
//!
//! An ordinary line is read in one pass without an allocation. Whatever is out of the ordinary goes
//! through [`answer_file`], which knows every form and says what is wrong.

use std::fmt;

use chrono::NaiveDate;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Problem;
use crate::checkin::Response;
use crate::cli::answer_file;
use crate::cli::input::strict_json;
use crate::scoring::{Plan, Sheet};

/// Fills `sheet` from a line and returns the line's id as JSON text.
pub(super) fn read<'a>(line: &'a [u8], plan: &Plan, sheet: &mut Sheet) -> Result<&'a str, Problem> {
    plan.clear(sheet);
    let text = std::str::from_utf8(line).map_err(|_| Problem::new("the line is not UTF-8"))?;
    if text.trim().is_empty() {
        return Err(Problem::new("the line is empty"));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    match (LineSeed { plan, sheet }).deserialize(&mut reader) {
        Ok(id) if reader.end().is_ok() => Ok(id),
        _ => read_with_care(text, plan, sheet),
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
fn read_with_care<'a>(text: &'a str, plan: &Plan, sheet: &mut Sheet) -> Result<&'a str, Problem> {
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

/// Reads an ordinary line; anything else is an error, without a word why.
struct LineSeed<'s, 'q> {
    plan: &'s Plan<'q>,
    sheet: &'s mut Sheet,
}

/// Why an ordinary line is none.
const UNUSUAL: &str = "unusual";

impl<'de> DeserializeSeed<'de> for LineSeed<'_, '_> {
    type Value = &'de str;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<&'de str, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for LineSeed<'_, '_> {
    type Value = &'de str;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(UNUSUAL)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<&'de str, A::Error> {
        let (mut id, mut has_date, mut has_answers) = (None, false, false);
        while let Some(key) = map.next_key::<&'de str>()? {
            match key {
                "id" if id.is_none() => id = Some(map.next_value::<&'de RawValue>()?.get()),
                "date" if !has_date => {
                    has_date = true;
                    if !is_date(map.next_value::<&'de str>()?) {
                        return Err(A::Error::custom(UNUSUAL));
                    }
                }
                "answers" if !has_answers => {
                    has_answers = true;
                    map.next_value_seed(AnswersSeed { plan: self.plan, sheet: &mut *self.sheet })?;
                }
                _ => return Err(A::Error::custom(UNUSUAL)),
            }
        }
        if has_answers { Ok(id.unwrap_or("null")) } else { Err(A::Error::custom(UNUSUAL)) }
    }
}

struct AnswersSeed<'s, 'q> {
    plan: &'s Plan<'q>,
    sheet: &'s mut Sheet,
}

impl<'de> DeserializeSeed<'de> for AnswersSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for AnswersSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(UNUSUAL)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // Answers mostly come in the order of the items.
        let mut likely = 0;
        while let Some(key) = map.next_key::<&'de str>()? {
            let place = self.plan.place(key, likely).ok_or_else(|| A::Error::custom(UNUSUAL))?;
            let response = &mut self.sheet.responses[place];
            if response.is_some() {
                return Err(A::Error::custom(UNUSUAL));
            }
            *response = Some(map.next_value_seed(ResponseSeed)?);
            likely = place + 1;
        }
        Ok(())
    }
}

/// Reads the forms of a response that are not compound.
struct ResponseSeed;

impl<'de> DeserializeSeed<'de> for ResponseSeed {
    type Value = Response;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Response, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for ResponseSeed {
    type Value = Response;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(UNUSUAL)
    }

    #[expect(clippy::cast_precision_loss, reason = "as everywhere that JSON numbers are read")]
    fn visit_u64<E>(self, value: u64) -> Result<Response, E> {
        Ok(Response::number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "as everywhere that JSON numbers are read")]
    fn visit_i64<E>(self, value: i64) -> Result<Response, E> {
        Ok(Response::number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Response, E> {
        Ok(Response::number(value))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Response, E> {
        Ok(Response::yes_no(value))
    }

    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Response, E> {
        match word {
            "skipped" => Ok(Response::Skipped),
            "not_applicable" => Ok(Response::NotApplicable),
            _ => Err(E::custom(UNUSUAL)),
        }
    }
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
