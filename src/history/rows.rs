//! Owns the way from rows to types: every row is checked against its digest before it is more than bytes.

use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::digest::entry_digest;
use super::error::{Damage, HistoryError};
use super::record::{CheckIn, Content, Kept, RecordId};

/// The columns that [`KeptRow`] reads, in its order. A record without its entry is damage, not absence.
pub(super) const COLUMNS: &str = "r.id, r.first_sequence, r.edits, r.kind, r.date, r.questionnaire,
     e.record, e.kind, e.salt, e.digest, e.content
     FROM record AS r LEFT JOIN entry AS e ON e.device = r.device AND e.sequence = r.sequence";

/// One record beside its present entry, as borrowed from the engine.
pub(super) struct KeptRow<'a> {
    row: &'a Row<'a>,
    pub(super) id: RecordId,
}

impl<'a> KeptRow<'a> {
    pub(super) fn new(row: &'a Row<'a>) -> Result<Self, HistoryError> {
        Ok(Self { row, id: record_id(row.get(0)?) })
    }

    /// Returns the content's bytes once the digest says that they are those that were written.
    pub(super) fn checked(&self) -> Result<&'a [u8], HistoryError> {
        let row = self.row;
        let bytes = |column: usize| {
            row.get_ref(column).ok().and_then(|value| value.as_bytes_or_null().ok().flatten())
        };
        match (bytes(6), bytes(8), bytes(9), bytes(10)) {
            (Some(record), Some(salt), Some(digest), Some(content))
                if record == self.id.0.as_bytes()
                    && bytes(3) == bytes(7)
                    && entry_digest(salt, content) == digest =>
            {
                Ok(content)
            }
            _ => Err(self.damage()),
        }
    }

    /// Reads the content with `parse`, and holds the record's date and questionnaire against it.
    pub(super) fn kept<T>(
        &self,
        parse: impl FnOnce(&'a [u8]) -> Option<(T, Listed)>,
    ) -> Result<Kept<T>, HistoryError> {
        let (content, listed) = parse(self.checked()?).ok_or_else(|| self.damage())?;
        let same = self.row.get::<_, String>(4).is_ok_and(|date| date == listed.date)
            && self.row.get::<_, Option<String>>(5).is_ok_and(|name| name == listed.questionnaire);
        let (sequence, edits) = (self.row.get(1), self.row.get(2));
        match (same, sequence, edits) {
            (true, Ok(sequence), Ok(edits)) => Ok(Kept { id: self.id, sequence, edits, content }),
            _ => Err(self.damage()),
        }
    }

    fn damage(&self) -> HistoryError {
        HistoryError::Damaged(Damage::Record(self.id))
    }
}

/// The columns of a record by which it is listed.
pub(super) struct Listed {
    pub(super) date: String,
    pub(super) questionnaire: Option<String>,
}

impl Listed {
    pub(super) fn of(content: &Content) -> Self {
        match content {
            Content::CheckIn(check_in) => Self::of_check_in(check_in),
            Content::Note(note) => Self { date: note.date.to_string(), questionnaire: None },
            Content::Event(event) => Self { date: event.from.to_string(), questionnaire: None },
        }
    }

    fn of_check_in(check_in: &CheckIn) -> Self {
        Self {
            date: check_in.date.to_string(),
            questionnaire: Some(check_in.answered.questionnaire.to_string()),
        }
    }
}

/// Parses the content of a record of any kind.
pub(super) fn content(bytes: &[u8]) -> Option<(Content, Listed)> {
    let content: Content = serde_json::from_slice(bytes).ok()?;
    let listed = Listed::of(&content);
    Some((content, listed))
}

/// Parses the content of a record of one kind.
pub(super) fn content_of<T>(
    bytes: &[u8],
    of_kind: impl FnOnce(Content) -> Option<T>,
) -> Option<(T, Listed)> {
    let (content, listed) = content(bytes)?;
    Some((of_kind(content)?, listed))
}

/// Returns the record's name in the `kind` columns, the same as in its JSON.
pub(super) fn kind(content: &Content) -> &'static str {
    match content {
        Content::CheckIn(_) => "check-in",
        Content::Note(_) => "note",
        Content::Event(_) => "event",
    }
}

pub(super) fn record_id(bytes: [u8; 16]) -> RecordId {
    RecordId(Uuid::from_bytes(bytes))
}

/// Checks the newest entry of each device; the code that chains the entries is checked here later.
pub(super) fn check_newest(connection: &Connection) -> Result<(), HistoryError> {
    let mut statement = connection.prepare(
        "SELECT e.record, e.salt, e.digest, e.content FROM device AS d
         JOIN entry AS e ON e.device = d.id
          AND e.sequence = (SELECT max(sequence) FROM entry WHERE device = d.id)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (record, salt, digest): ([u8; 16], Option<[u8; 16]>, [u8; 32]) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let content = row.get_ref(3)?.as_bytes_or_null().ok().flatten();
        if let (Some(salt), Some(content)) = (salt, content)
            && entry_digest(&salt, content) != digest
        {
            return Err(HistoryError::Damaged(Damage::Record(record_id(record))));
        }
    }
    Ok(())
}

/// What a record's row says about its place in the log.
pub(super) struct Place {
    pub(super) kind: String,
    pub(super) first_sequence: u64,
    pub(super) device: [u8; 16],
    pub(super) sequence: u64,
    pub(super) edits: u32,
    pub(super) deleted: bool,
}

pub(super) fn place(connection: &Connection, id: RecordId) -> Result<Option<Place>, HistoryError> {
    let mut statement = connection.prepare(
        "SELECT kind, first_sequence, device, sequence, edits, deleted FROM record WHERE id = ?1",
    )?;
    let place = statement.query_row([id.0.as_bytes()], |row| {
        Ok(Place {
            kind: row.get(0)?,
            first_sequence: row.get(1)?,
            device: row.get(2)?,
            sequence: row.get(3)?,
            edits: row.get(4)?,
            deleted: row.get(5)?,
        })
    });
    Ok(place.optional()?)
}
