//! Owns the writes to the log: each change of a record is an entry, and the record's row follows it.

use rusqlite::{Connection, Transaction, params};

use super::connection;
use super::digest::{canonical, entry_digest, random};
use super::error::HistoryError;
use super::query::present;
use super::record::{CheckIn, Content, DraftId, Kept, RecordId};
use super::rows::{self, Listed, Place, place};
use super::store::{KeptDefinition, Store, keep_definitions, require_definition};

impl Store {
    /// Makes a check-in of a draft: keeps it and removes the draft, both or neither.
    ///
    /// Makes the history if there is none. Finishing a second time changes nothing, unless the
    /// content differs; then it is kept under an id of its own, so that nothing is lost.
    pub fn finish(
        &self,
        draft: DraftId,
        check_in: &CheckIn,
        definitions: &[KeptDefinition],
    ) -> Result<Kept<CheckIn>, HistoryError> {
        let content = Content::CheckIn(check_in.clone());
        let text = canonical(&content)?;
        let other = RecordId::new(check_in.moment.instant, &random()?);
        let outcome = self.ensure(draft.0).and_then(|()| {
            self.write(|tx| {
                keep_definitions(tx, definitions)?;
                tx.execute("DELETE FROM draft WHERE id = ?1", [draft.0.as_bytes()])?;
                if let Some(kept) = kept_as(tx, draft.record(), &text)? {
                    return Ok(kept);
                }
                let taken = place(tx, draft.record())?.is_some();
                let id = if taken { other } else { draft.record() };
                add(tx, id, &content, &text)
            })
        });
        let kept = self.settle(outcome, |connection| {
            Ok(kept_as(connection, draft.record(), &text)?.or(kept_as(connection, other, &text)?))
        })?;
        Ok(Kept {
            id: kept.id,
            sequence: kept.sequence,
            edits: kept.edits,
            content: match kept.content {
                Content::CheckIn(content) => content,
                Content::Note(_) | Content::Event(_) => check_in.clone(),
            },
        })
    }

    /// Keeps a new record; makes the history if there is none.
    ///
    /// Doing so again with the same id changes nothing; other content under that id is refused.
    pub fn append(&self, id: RecordId, content: &Content) -> Result<Kept<Content>, HistoryError> {
        let records = [(id, content.clone())];
        let mut kept = self.append_all(&records, &[])?;
        Ok(kept.pop().expect("one record in, one out"))
    }

    /// Keeps new records, all or none, with the definitions that check-ins among them name.
    pub fn append_all(
        &self,
        records: &[(RecordId, Content)],
        definitions: &[KeptDefinition],
    ) -> Result<Vec<Kept<Content>>, HistoryError> {
        let Some((first, _)) = records.first() else { return Ok(Vec::new()) };
        let texts =
            records.iter().map(|(_, content)| canonical(content)).collect::<Result<Vec<_>, _>>()?;
        let outcome = self.ensure(first.0).and_then(|()| {
            self.write(|tx| {
                keep_definitions(tx, definitions)?;
                let add_or_find = |((id, content), text): (&(RecordId, Content), &String)| match (
                    kept_as(tx, *id, text)?,
                    place(tx, *id)?,
                ) {
                    (Some(kept), _) => Ok(kept),
                    (None, Some(_)) => Err(HistoryError::Taken { id: *id }),
                    (None, None) => add(tx, *id, content, text),
                };
                records.iter().zip(&texts).map(add_or_find).collect()
            })
        });
        self.settle(outcome, |connection| {
            records
                .iter()
                .zip(&texts)
                .map(|((id, _), text)| kept_as(connection, *id, text))
                .collect()
        })
    }

    /// Changes a record and keeps its former state.
    ///
    /// `edits` is what [`Kept::edits`] said when the edit began: if the record was changed since,
    /// nothing is written.
    pub fn edit(
        &self,
        id: RecordId,
        edits: u32,
        content: &Content,
    ) -> Result<Kept<Content>, HistoryError> {
        let text = canonical(content)?;
        let outcome = self.write(|tx| {
            let before = live_place(tx, id)?;
            if before.kind != rows::kind(content) {
                return Err(HistoryError::OtherKind { id });
            }
            if before.edits != edits {
                return Err(HistoryError::Changed { id });
            }
            let sequence = add_entry(tx, id, &Change::edit(&before, content, &text))?;
            put_record(tx, id, content, sequence)?;
            Ok(Kept {
                id,
                sequence: before.first_sequence,
                edits: edits + 1,
                content: content.clone(),
            })
        });
        self.settle(outcome, |connection| {
            let kept = present(connection, id)?;
            Ok((kept.edits == edits + 1 && kept.content == *content).then_some(kept))
        })
    }

    /// Deletes a record: erases the content of all its entries, former states among them.
    ///
    /// The entries and their digests stay, without the salts that a guess would need.
    pub fn delete(&self, id: RecordId) -> Result<(), HistoryError> {
        let outcome = self.write(|tx| {
            let before = live_place(tx, id)?;
            tx.execute(
                "UPDATE entry SET content = NULL, salt = NULL
                 WHERE record = ?1 AND content IS NOT NULL",
                [id.0.as_bytes()],
            )?;
            let sequence = add_entry(tx, id, &Change::delete(&before))?;
            tx.execute(
                "UPDATE record SET date = NULL, week = NULL, questionnaire = NULL, deleted = 1,
                     definition = NULL, context_definition = NULL,
                     device = (SELECT id FROM device WHERE own = 1), sequence = ?2
                 WHERE id = ?1",
                params![id.0.as_bytes(), sequence],
            )?;
            Ok(())
        });
        self.settle(outcome, |connection| {
            Ok(place(connection, id)?.is_some_and(|place| place.deleted).then_some(()))
        })?;
        // The engine overwrites what it frees, but moving rows between pages can leave a copy behind.
        connection::rewrite(self.path())
    }
}

/// One entry to be written; its record and its place are given apart.
struct Change<'a> {
    kind: &'a str,
    change: &'static str,
    parent: Option<&'a Place>,
    text: Option<&'a str>,
}

impl<'a> Change<'a> {
    fn add(content: &'a Content, text: &'a str) -> Self {
        Self { kind: rows::kind(content), change: "add", parent: None, text: Some(text) }
    }

    fn edit(before: &'a Place, content: &'a Content, text: &'a str) -> Self {
        let kind = rows::kind(content);
        Self { kind, change: "edit", parent: Some(before), text: Some(text) }
    }

    fn delete(before: &'a Place) -> Self {
        Self { kind: &before.kind, change: "delete", parent: Some(before), text: None }
    }
}

/// Writes an entry after the device's newest and returns its sequence; the chain's code comes in here.
fn add_entry(tx: &Transaction<'_>, id: RecordId, change: &Change<'_>) -> Result<u64, HistoryError> {
    let (device, sequence): ([u8; 16], u64) = tx.query_row(
        "SELECT id, 1 + coalesce((SELECT max(sequence) FROM entry WHERE device = id), 0)
         FROM device WHERE own = 1",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let salt = change.text.map(|_| random::<16>()).transpose()?;
    let digest = entry_digest(
        salt.as_ref().map_or(&[], <[u8; 16]>::as_slice),
        change.text.unwrap_or("").as_bytes(),
    );
    tx.execute(
        "INSERT INTO entry (device, sequence, record, kind, change, parent_device,
             parent_sequence, content, salt, digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            device,
            sequence,
            id.0.as_bytes(),
            change.kind,
            change.change,
            change.parent.map(|place| place.device),
            change.parent.map(|place| place.sequence),
            change.text,
            salt,
            digest,
        ],
    )?;
    Ok(sequence)
}

fn add(
    tx: &Transaction<'_>,
    id: RecordId,
    content: &Content,
    text: &str,
) -> Result<Kept<Content>, HistoryError> {
    let sequence = add_entry(tx, id, &Change::add(content, text))?;
    put_record(tx, id, content, sequence)?;
    Ok(Kept { id, sequence, edits: 0, content: content.clone() })
}

/// Makes the row of a record, or brings it in line with the entry that edited it.
fn put_record(
    tx: &Transaction<'_>,
    id: RecordId,
    content: &Content,
    sequence: u64,
) -> Result<(), HistoryError> {
    let listed = Listed::of(content);
    let check_in = if let Content::CheckIn(check_in) = content { Some(check_in) } else { None };
    let week = check_in.map(|check_in| check_in.week.to_string());
    // Years past 9999 have a sign in front and would sort wrongly.
    if [Some(&listed.date), week.as_ref()].into_iter().flatten().any(|day| day.len() != 10) {
        return Err(HistoryError::Unwritable);
    }
    let definition = check_in.map(|check_in| &check_in.answered.definition);
    let context = check_in.and_then(|check_in| check_in.context.as_ref()).map(|c| &c.definition);
    for hash in [definition, context].into_iter().flatten() {
        require_definition(tx, hash)?;
    }
    tx.execute(
        "INSERT INTO record (id, kind, date, week, questionnaire, definition, context_definition,
             first_sequence, device, sequence, edits, deleted)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, id, ?8, 0, 0 FROM device WHERE own = 1
         ON CONFLICT (id) DO UPDATE SET date = excluded.date, week = excluded.week,
             questionnaire = excluded.questionnaire, definition = excluded.definition,
             context_definition = excluded.context_definition,
             device = excluded.device, sequence = excluded.sequence, edits = edits + 1",
        params![
            id.0.as_bytes(),
            rows::kind(content),
            listed.date,
            week,
            listed.questionnaire,
            definition.map(|hash| &hash.0),
            context.map(|hash| &hash.0),
            sequence,
        ],
    )?;
    Ok(())
}

/// Returns the record in its present state if any of its entries holds exactly this content.
fn kept_as(
    connection: &Connection,
    id: RecordId,
    text: &str,
) -> Result<Option<Kept<Content>>, HistoryError> {
    let known = connection
        .prepare("SELECT 1 FROM entry WHERE record = ?1 AND content = ?2")?
        .exists(params![id.0.as_bytes(), text])?;
    if known { present(connection, id).map(Some) } else { Ok(None) }
}

fn live_place(connection: &Connection, id: RecordId) -> Result<Place, HistoryError> {
    match place(connection, id)? {
        Some(place) if place.deleted => Err(HistoryError::Deleted { id }),
        Some(place) => Ok(place),
        None => Err(HistoryError::NoRecord),
    }
}
