//! Owns the reading of an ordinary line of JSON: in one pass, without an allocation.
//!
//! It takes less than JSON allows, and never other than it. `None` means that a line is not ordinary,
//! not that it is wrong.

use serde_json::value::RawValue;

use super::line::is_date;
use crate::checkin::Response;
use crate::questionnaire::Item;
use crate::scoring::{Plan, Sheet};

/// Reads ordinary lines of answers to one questionnaire.
#[derive(Debug)]
pub(super) struct Ordinary {
    /// By the place of the item, each of its names as a key with its colon: `"support.heard":`.
    keys: Vec<Vec<String>>,
}

impl Ordinary {
    pub(super) fn new(plan: &Plan) -> Self {
        let of = plan.questionnaire();
        let keys = |item: &Item| {
            let is_own = item.id.questionnaire() == of.id.as_str();
            let local = is_own.then(|| item.id.local());
            let names = std::iter::once(item.id.as_str()).chain(local);
            names.map(|name| format!("\"{name}\":")).collect()
        };
        Self { keys: of.items.iter().map(keys).collect() }
    }

    /// Fills an empty `sheet` from a line and returns the line's id as JSON text.
    pub(super) fn read<'a>(
        &self,
        line: &'a [u8],
        plan: &Plan,
        sheet: &mut Sheet,
    ) -> Option<&'a str> {
        let mut scan = Scan { rest: line };
        let (mut id, mut has_date, mut has_answers) = (None, false, false);
        let mut member = scan.opened()?;
        while member {
            let key = scan.text()?;
            scan.take(b':')?;
            match key {
                b"id" if id.is_none() => id = Some(scan.value()?),
                b"date" if !has_date => {
                    has_date = true;
                    scan.text().and_then(utf8).filter(|date| is_date(date))?;
                }
                b"answers" if !has_answers => {
                    has_answers = true;
                    self.answers(&mut scan, plan, sheet)?;
                }
                _ => return None,
            }
            member = scan.goes_on()?;
        }
        scan.pass_space();
        (has_answers && scan.rest.is_empty()).then(|| id.unwrap_or("null"))
    }

    fn answers(&self, scan: &mut Scan, plan: &Plan, sheet: &mut Sheet) -> Option<()> {
        // Answers mostly come in the order of the items.
        let mut likely = 0;
        let mut member = scan.opened()?;
        while member {
            let place = self.place(scan, plan, likely)?;
            let response = &mut sheet.responses[place];
            if response.is_some() {
                return None;
            }
            *response = Some(scan.response()?);
            likely = place + 1;
            member = scan.goes_on()?;
        }
        Some(())
    }

    /// Reads a key with its colon and returns the place of its item.
    fn place(&self, scan: &mut Scan, plan: &Plan, likely: usize) -> Option<usize> {
        scan.pass_space();
        for key in self.keys.get(likely).into_iter().flatten() {
            if let Some(rest) = scan.rest.strip_prefix(key.as_bytes()) {
                scan.rest = rest;
                return Some(likely);
            }
        }
        let name = scan.text().and_then(utf8)?;
        scan.take(b':')?;
        plan.place(name, likely)
    }
}

fn utf8(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// What is still to be read of a line.
struct Scan<'a> {
    rest: &'a [u8],
}

impl<'a> Scan<'a> {
    /// Reads a response that is not compound.
    fn response(&mut self) -> Option<Response> {
        self.pass_space();
        match self.rest {
            [digit @ b'0'..=b'9', b',' | b'}', ..] => {
                self.rest = &self.rest[1..];
                Some(Response::number(f64::from(digit - b'0')))
            }
            [b'"', ..] => match self.text()? {
                b"skipped" => Some(Response::Skipped),
                b"not_applicable" => Some(Response::NotApplicable),
                _ => None,
            },
            _ => match self.token()? {
                b"true" => Some(Response::yes_no(true)),
                b"false" => Some(Response::yes_no(false)),
                number => serde_json::from_slice(number).ok().map(Response::number),
            },
        }
    }

    /// Reads up to what can come behind a value.
    fn token(&mut self) -> Option<&'a [u8]> {
        let ends = |byte: &u8| matches!(byte, b',' | b'}' | b' ' | b'\t' | b'\n' | b'\r');
        let (token, rest) = self.rest.split_at(self.rest.iter().position(ends)?);
        self.rest = rest;
        Some(token)
    }

    /// Reads a text that has no escapes.
    fn text(&mut self) -> Option<&'a [u8]> {
        self.take(b'"')?;
        let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..b' ');
        let (text, rest) = self.rest.split_at(self.rest.iter().position(ends)?);
        self.rest = rest.strip_prefix(b"\"")?;
        Some(text)
    }

    /// Reads a value of any kind, as it is written.
    fn value(&mut self) -> Option<&'a str> {
        let mut values = serde_json::Deserializer::from_slice(self.rest).into_iter::<&RawValue>();
        let value = values.next()?.ok()?;
        self.rest = &self.rest[values.byte_offset()..];
        Some(value.get())
    }

    /// Opens an object and returns whether it has a member.
    fn opened(&mut self) -> Option<bool> {
        self.take(b'{')?;
        Some(self.take(b'}').is_none())
    }

    /// Goes on behind a member and returns whether there is another.
    fn goes_on(&mut self) -> Option<bool> {
        match self.take(b',') {
            Some(()) => Some(true),
            None => self.take(b'}').map(|()| false),
        }
    }

    fn take(&mut self, token: u8) -> Option<()> {
        self.pass_space();
        self.rest = self.rest.strip_prefix(&[token])?;
        Some(())
    }

    fn pass_space(&mut self) {
        // What is not white space is mostly told from it by the first comparison alone.
        while let [first @ ..=b' ', rest @ ..] = self.rest
            && matches!(first, b' ' | b'\t' | b'\n' | b'\r')
        {
            self.rest = rest;
        }
    }
}
