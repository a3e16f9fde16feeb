//! Owns the writes to the log: each change of a record is an entry, and the record's row follows it.

use rusqlite::{Connection, Transaction, params};

use super::chain::{DeviceId, Entry};
use super::copies;
use super::digest::{Digest, canonical, entry_digest, random};
use super::error::{Damage, HistoryError};
use super::lineage::Lineage;
use super::query::present;
use super::record::{CheckIn, Content, DraftId, Kept, RecordId};
use super::rows::{self, RecordRow};
use super::seal::own_device;
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
                let taken = RecordRow::find(tx, draft.record())?.is_some();
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
                Content::Note(_) | Content::Event(_) | Content::Step(_) => check_in.clone(),
            },
        })
    }

    /// Keeps a new record; makes the history if there is none.
    ///
    /// Doing so again with the same id changes nothing; other content under that id is refused.
    pub fn append(&self, id: RecordId, content: &Content) -> Result<Kept<Content>, HistoryError> {
        let records = [(id, content.clone())];
        let mut kept = self.append_all(&records, &[])?;
        kept.pop().ok_or(HistoryError::NoRecord)
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
                    RecordRow::find(tx, *id)?,
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
        let outcome = self.write(|tx| edit(tx, id, edits, (content, &text)));
        self.settle(outcome, |connection| {
            let kept = present(connection, id)?;
            Ok((kept.edits == edits + 1 && kept.content == *content).then_some(kept))
        })
    }

    /// Deletes a record: erases the content of all its entries, former states among them.
    ///
    /// The entries and their digests stay, without the salts that a guess would need. The engine
    /// overwrites in the file what it frees (`secure_delete`); copies elsewhere are beyond reach.
    pub fn delete(&self, id: RecordId) -> Result<(), HistoryError> {
        let outcome = self.write(|tx| copies::delete(&self.site, tx, id));
        self.settle(outcome, |connection| {
            Ok(RecordRow::find(connection, id)?.is_some_and(|row| row.deleted).then_some(()))
        })
    }
}

/// One entry to be written.
struct Change<'a> {
    kind: &'a str,
    name: &'static str,
    parent: Option<(DeviceId, u64)>,
    text: Option<&'a str>,
}

/// Writes an entry after the newest of the device that writes here.
fn add_entry(
    tx: &Transaction<'_>,
    record: RecordId,
    change: &Change<'_>,
) -> Result<(), HistoryError> {
    let own = own_device(tx)?;
    // The turns of a device ascend, so the newest entry of each has its greatest.
    let turn: u64 = tx.query_row(
        "SELECT coalesce(max((SELECT turn FROM entry WHERE device = d.id
             ORDER BY sequence DESC LIMIT 1)), 0) + 1 FROM device AS d",
        [],
        |row| row.get(0),
    )?;
    let salt = change.text.map(|_| random::<16>()).transpose()?;
    let digest = entry_digest(
        salt.as_ref().map_or(&[], <[u8; 16]>::as_slice),
        change.text.unwrap_or("").as_bytes(),
    );
    let mut entry = Entry {
        device: own.device,
        sequence: own.sequence + 1,
        record,
        kind: change.kind.to_owned(),
        change: change.name.to_owned(),
        parent: change.parent,
        content: change.text.map(str::to_owned),
        salt,
        digest,
        code: Digest::default(),
        turn,
    };
    entry.code = entry.code_after(&own.code, &own.key);
    entry.insert(tx)
}

/// Brings the row of a record up to date with its entries.
pub(super) fn renew_row(tx: &Transaction<'_>, id: RecordId) -> Result<RecordRow, HistoryError> {
    let entries = Entry::of_record(tx, id)?;
    let row = Lineage::of(id, &entries)?.row()?;
    let listed = &row.listed;
    for hash in [&listed.definition, &listed.context_definition].into_iter().flatten() {
        require_definition(tx, hash)?;
    }
    row.save(tx)?;
    Ok(row)
}

/// Erases the content of all entries of a record; the engine overwrites what it frees.
pub(super) fn erase(tx: &Transaction<'_>, id: RecordId) -> Result<(), HistoryError> {
    tx.execute(
        "UPDATE entry SET content = NULL, salt = NULL WHERE record = ?1 AND content IS NOT NULL",
        [id.0.as_bytes()],
    )?;
    Ok(())
}

/// Writes the first entry of a record.
pub(super) fn add(
    tx: &Transaction<'_>,
    id: RecordId,
    content: &Content,
    text: &str,
) -> Result<Kept<Content>, HistoryError> {
    let kind = rows::kind(content);
    add_entry(tx, id, &Change { kind, name: "add", parent: None, text: Some(text) })?;
    let row = renew_row(tx, id)?;
    Ok(Kept { id, sequence: row.first_turn, edits: row.edits, content: content.clone() })
}

/// Writes an edit of every version that stands: where there are several, it settles the conflict.
pub(super) fn edit(
    tx: &Transaction<'_>,
    id: RecordId,
    edits: u32,
    (content, text): (&Content, &str),
) -> Result<Kept<Content>, HistoryError> {
    let before = live_row(tx, id)?;
    if before.kind != rows::kind(content) {
        return Err(HistoryError::OtherKind { id });
    }
    if before.edits != edits {
        return Err(HistoryError::Changed { id });
    }
    let entries = Entry::of_record(tx, id)?;
    let lineage = Lineage::of(id, &entries)?;
    if lineage.row()? != before {
        return Err(HistoryError::Damaged(Damage::Record(id)));
    }
    for head in lineage.heads() {
        let parent = Some((head.device, head.sequence));
        add_entry(tx, id, &Change { kind: &before.kind, name: "edit", parent, text: Some(text) })?;
    }
    let after = renew_row(tx, id)?;
    Ok(Kept { id, sequence: after.first_turn, edits: after.edits, content: content.clone() })
}

/// Writes a deletion and erases the content of all entries of the record.
pub(super) fn delete(tx: &Transaction<'_>, id: RecordId) -> Result<(), HistoryError> {
    let before = live_row(tx, id)?;
    erase(tx, id)?;
    let parent = Some((before.device, before.sequence));
    add_entry(tx, id, &Change { kind: &before.kind, name: "delete", parent, text: None })?;
    renew_row(tx, id).map(drop)
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

fn live_row(connection: &Connection, id: RecordId) -> Result<RecordRow, HistoryError> {
    match RecordRow::find(connection, id)? {
        Some(row) if row.deleted => Err(HistoryError::Deleted { id }),
        Some(row) => Ok(row),
        None => Err(HistoryError::NoRecord),
    }
}
