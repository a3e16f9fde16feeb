//! Owns drafts in the store: each answer is on the disk by itself, in a transaction of its own.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Connection, OptionalExtension as _, Transaction, params};
use semver::Version;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::digest::{canonical, draft_digest};
use super::error::{Damage, HistoryError};
use super::record::{Answered, DefinitionHash, Draft, DraftId, digits};
use super::rows::RecordRow;
use super::store::{KeptDefinition, Store, keep_definitions, require_definition};
use crate::checkin::{Moment, Response, Responses, Untrusted};
use crate::questionnaire::{ItemId, QuestionnaireId};

/// What of a draft does not change after its start.
#[derive(PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    questionnaire: QuestionnaireId,
    version: Version,
    definition: DefinitionHash,
    begun: Moment,
    date: NaiveDate,
    late: bool,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "digits")]
    seed: Option<u64>,
}

/// The parts of a draft that are kept one by one.
#[derive(Clone, Copy)]
enum Part<'a> {
    Response(&'a ItemId),
    ItemNote(&'a ItemId),
    Note,
    Context,
}

impl Store {
    /// Keeps a new draft, with the definitions it answers; makes the history if there is none.
    pub fn start_draft(
        &self,
        draft: &Draft,
        definitions: &[KeptDefinition],
    ) -> Result<(), HistoryError> {
        let outcome = self.ensure(draft.id.0).and_then(|()| {
            self.write(|tx| {
                keep_definitions(tx, definitions)?;
                keep_whole(tx, draft)
            })
        });
        self.settle_draft(outcome, draft)
    }

    /// Writes a whole draft back, after [`HistoryError::DraftGone`] or a failure.
    ///
    /// What the history holds of the draft beyond `draft` stays, so that no answer is lost.
    pub fn restore_draft(&self, draft: &Draft) -> Result<(), HistoryError> {
        let outcome = self.write(|tx| keep_whole(tx, draft));
        self.settle_draft(outcome, draft)
    }

    /// Keeps a response, or takes it back. After a failure it can simply be kept again.
    pub fn keep_response(
        &self,
        draft: DraftId,
        item: &ItemId,
        response: Option<&Response>,
        at: DateTime<Utc>,
    ) -> Result<(), HistoryError> {
        let text = response.map(canonical).transpose()?;
        self.keep_part(draft, Part::Response(item), text.as_deref(), at)
    }

    /// Keeps the note to an item, or takes it back.
    pub fn keep_item_note(
        &self,
        draft: DraftId,
        item: &ItemId,
        note: Option<&Untrusted>,
        at: DateTime<Utc>,
    ) -> Result<(), HistoryError> {
        let text = note.map(canonical).transpose()?;
        self.keep_part(draft, Part::ItemNote(item), text.as_deref(), at)
    }

    /// Keeps the note to the whole check-in, or takes it back.
    pub fn keep_draft_note(
        &self,
        draft: DraftId,
        note: Option<&Untrusted>,
        at: DateTime<Utc>,
    ) -> Result<(), HistoryError> {
        let text = note.map(canonical).transpose()?;
        self.keep_part(draft, Part::Note, text.as_deref(), at)
    }

    /// Keeps the answers about the week's context so far, or takes them back.
    ///
    /// The history must hold their definition: see [`Store::keep_definition`].
    pub fn keep_context(
        &self,
        draft: DraftId,
        context: Option<&Answered>,
        at: DateTime<Utc>,
    ) -> Result<(), HistoryError> {
        let text = context.map(canonical).transpose()?;
        let outcome = self.write(|tx| {
            touch(tx, draft, at)?;
            keep_context_definition(tx, draft, context)?;
            write_part(tx, draft, Part::Context, text.as_deref())
        });
        self.settle(outcome, |connection| {
            Ok(holds_part(connection, draft, Part::Context, text.as_deref())?.then_some(()))
        })
    }

    /// Returns all drafts, the earliest first.
    pub fn drafts(&self) -> Result<Vec<Draft>, HistoryError> {
        self.read_snapshot(|snapshot| {
            let drafts = read_all(&snapshot.connection)?;
            snapshot.seal.check_drafts(&snapshot.connection)?;
            Ok(drafts)
        })
    }

    /// Removes a draft; one that is gone already is no error.
    pub fn discard_draft(&self, draft: DraftId) -> Result<(), HistoryError> {
        let outcome = self.write(|tx| {
            tx.execute("DELETE FROM draft WHERE id = ?1", [draft.0.as_bytes()])?;
            Ok(())
        });
        self.settle(outcome, |connection| {
            let mut statement = connection.prepare("SELECT 1 FROM draft WHERE id = ?1")?;
            let there = statement.exists([draft.0.as_bytes()])?;
            Ok((!there).then_some(()))
        })
    }

    fn keep_part(
        &self,
        draft: DraftId,
        part: Part<'_>,
        text: Option<&str>,
        at: DateTime<Utc>,
    ) -> Result<(), HistoryError> {
        let outcome = self.write(|tx| {
            touch(tx, draft, at)?;
            write_part(tx, draft, part, text)
        });
        self.settle(outcome, |connection| {
            Ok(holds_part(connection, draft, part, text)?.then_some(()))
        })
    }

    /// After a failure, looks whether all that the draft has is in the file after all.
    fn settle_draft(
        &self,
        outcome: Result<(), HistoryError>,
        draft: &Draft,
    ) -> Result<(), HistoryError> {
        self.settle(outcome, |connection| {
            let kept = read_all(connection)?.into_iter().find(|kept| kept.id == draft.id);
            let whole = kept.is_some_and(|kept| {
                kept.begun == draft.begun
                    && kept.note == draft.note
                    && kept.context == draft.context
                    && kept.item_notes == draft.item_notes
                    && kept.answered == draft.answered
            });
            Ok(whole.then_some(()))
        })
    }
}

impl Part<'_> {
    /// Returns the part's name and its item, as they are in the table.
    fn key(&self) -> (&'static str, &str) {
        match self {
            Part::Response(item) => ("response", item.as_str()),
            Part::ItemNote(item) => ("item-note", item.as_str()),
            Part::Note => ("note", ""),
            Part::Context => ("context", ""),
        }
    }
}

/// Reads all drafts, the earliest first; each part is checked by itself.
pub(super) fn read_all(connection: &Connection) -> Result<Vec<Draft>, HistoryError> {
    // The rows themselves: an index that is from an earlier day would leave drafts out.
    let mut statement =
        connection.prepare("SELECT id, touched, content, digest FROM draft NOT INDEXED")?;
    let mut rows = statement.query([])?;
    let mut drafts = Vec::new();
    while let Some(row) = rows.next()? {
        let id = DraftId(Uuid::from_bytes(row.get(0)?));
        let damaged = || HistoryError::Damaged(Damage::Draft(id));
        let touched: String = row.get(1).map_err(|_| damaged())?;
        let touched = DateTime::parse_from_rfc3339(&touched).map_err(|_| damaged())?;
        let content = row.get_ref(2)?.as_bytes().unwrap_or_default();
        let digest = row.get_ref(3)?.as_bytes().unwrap_or_default();
        let start = checked(id, START, (content, digest))?;
        let mut draft = from_start(id, touched.with_timezone(&Utc), start);
        read_parts(connection, &mut draft)?;
        drafts.push(draft);
    }
    drafts.sort_by_key(|draft| draft.id);
    Ok(drafts)
}

/// The key under which the digest of a draft's start is taken.
const START: (&str, &str) = ("start", "");

fn keep_whole(tx: &Transaction<'_>, draft: &Draft) -> Result<(), HistoryError> {
    let start = Start {
        questionnaire: draft.answered.questionnaire.clone(),
        version: draft.answered.version.clone(),
        definition: draft.answered.definition.clone(),
        begun: draft.begun.clone(),
        date: draft.date,
        late: draft.late,
        seed: draft.seed,
    };
    let text = canonical(&start)?;
    require_definition(tx, &start.definition.0)?;
    tx.execute(
        "INSERT INTO draft (id, definition, touched, content, digest) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET definition = excluded.definition,
             touched = excluded.touched, content = excluded.content, digest = excluded.digest",
        params![
            draft.id.0.as_bytes(),
            start.definition.0,
            draft.touched.to_rfc3339(),
            text,
            draft_digest(draft.id, START, text.as_bytes()),
        ],
    )?;
    for (item, response) in &draft.answered.responses {
        write_part(tx, draft.id, Part::Response(item), Some(&canonical(response)?))?;
    }
    for (item, note) in &draft.item_notes {
        write_part(tx, draft.id, Part::ItemNote(item), Some(&canonical(note)?))?;
    }
    if let Some(note) = &draft.note {
        write_part(tx, draft.id, Part::Note, Some(&canonical(note)?))?;
    }
    if let Some(context) = &draft.context {
        keep_context_definition(tx, draft.id, Some(context))?;
        write_part(tx, draft.id, Part::Context, Some(&canonical(context)?))?;
    }
    Ok(())
}

/// Notes when a draft was last worked on; the error says what became of one that is gone.
fn touch(tx: &Transaction<'_>, draft: DraftId, at: DateTime<Utc>) -> Result<(), HistoryError> {
    let found = tx.execute(
        "UPDATE draft SET touched = ?2 WHERE id = ?1",
        params![draft.0.as_bytes(), at.to_rfc3339()],
    )?;
    if found == 1 {
        return Ok(());
    }
    Err(HistoryError::DraftGone { finished: RecordRow::find(tx, draft.record())?.is_some() })
}

fn keep_context_definition(
    tx: &Transaction<'_>,
    draft: DraftId,
    context: Option<&Answered>,
) -> Result<(), HistoryError> {
    let definition = context.map(|context| &context.definition);
    if let Some(definition) = definition {
        require_definition(tx, &definition.0)?;
    }
    tx.execute(
        "UPDATE draft SET context_definition = ?2 WHERE id = ?1",
        params![draft.0.as_bytes(), definition.map(|hash| &hash.0)],
    )?;
    Ok(())
}

fn write_part(
    tx: &Transaction<'_>,
    draft: DraftId,
    part: Part<'_>,
    text: Option<&str>,
) -> Result<(), HistoryError> {
    let (name, item) = part.key();
    match text {
        Some(text) => tx.execute(
            "INSERT INTO draft_part (draft, part, item, content, digest) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET content = excluded.content, digest = excluded.digest",
            params![
                draft.0.as_bytes(),
                name,
                item,
                text,
                draft_digest(draft, (name, item), text.as_bytes()),
            ],
        )?,
        None => tx.execute(
            "DELETE FROM draft_part WHERE draft = ?1 AND part = ?2 AND item = ?3",
            params![draft.0.as_bytes(), name, item],
        )?,
    };
    Ok(())
}

/// Returns whether a part of a draft is in the file just so.
fn holds_part(
    connection: &Connection,
    draft: DraftId,
    part: Part<'_>,
    text: Option<&str>,
) -> Result<bool, HistoryError> {
    let (name, item) = part.key();
    let kept: Option<String> = connection
        .query_row(
            "SELECT content FROM draft_part WHERE draft = ?1 AND part = ?2 AND item = ?3",
            params![draft.0.as_bytes(), name, item],
            |row| row.get(0),
        )
        .optional()?;
    Ok(kept.as_deref() == text)
}

fn from_start(id: DraftId, touched: DateTime<Utc>, start: Start) -> Draft {
    let Start { questionnaire, version, definition, begun, date, late, seed } = start;
    let answered = Answered { questionnaire, version, definition, responses: Responses::new() };
    Draft {
        id,
        answered,
        begun,
        touched,
        date,
        late,
        seed,
        item_notes: BTreeMap::new(),
        note: None,
        context: None,
    }
}

fn read_parts(connection: &Connection, draft: &mut Draft) -> Result<(), HistoryError> {
    let id = draft.id;
    // A part whose draft is not as it was written would be left out, and so would one that only a damaged
    // index leads to: the rows themselves are looked at.
    let strays = "SELECT 1 FROM draft_part WHERE +draft NOT IN (SELECT id FROM draft NOT INDEXED)";
    if connection.prepare(strays)?.exists([])? {
        return Err(HistoryError::Damaged(Damage::Drafts));
    }
    let mut statement = connection
        .prepare("SELECT part, item, content, digest FROM draft_part WHERE +draft = ?1")?;
    let mut rows = statement.query([id.0.as_bytes()])?;
    while let Some(row) = rows.next()? {
        let damaged = |_| HistoryError::Damaged(Damage::Draft(id));
        let part: String = row.get(0).map_err(damaged)?;
        let item: String = row.get(1).map_err(damaged)?;
        let content = row.get_ref(2)?.as_bytes().unwrap_or_default();
        let digest = row.get_ref(3)?.as_bytes().unwrap_or_default();
        let (key, value) = ((part.as_str(), item.as_str()), (content, digest));
        match part.as_str() {
            "response" => {
                draft.answered.responses.insert(ItemId::new(&item), checked(id, key, value)?);
            }
            "item-note" => {
                draft.item_notes.insert(ItemId::new(&item), checked(id, key, value)?);
            }
            "note" => draft.note = Some(checked(id, key, value)?),
            "context" => draft.context = Some(checked(id, key, value)?),
            _ => return Err(HistoryError::Damaged(Damage::Draft(id))),
        }
    }
    Ok(())
}

/// Parses one part once its digest says that it is what was written, where it was written.
fn checked<T: DeserializeOwned>(
    draft: DraftId,
    key: (&str, &str),
    (content, digest): (&[u8], &[u8]),
) -> Result<T, HistoryError> {
    let damaged = || HistoryError::Damaged(Damage::Draft(draft));
    if draft_digest(draft, key, content) != digest {
        return Err(damaged());
    }
    serde_json::from_slice(content).map_err(|_| damaged())
}
