//! Owns the store: where the history lies, how it comes to be, and the definitions in it.
//! Every method opens the file, does one thing and closes it; reads that belong together may share
//! one state of it.

use std::cell::{OnceCell, RefCell};
use std::path::Path;
use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use semver::Version;
use uuid::Uuid;

use super::check::{self, Check, Progress};
use super::error::{Damage, HistoryError};
use super::id::instant_of;
use super::protect::recompute;
use super::record::{DefinitionHash, RecordId};
use super::rows::RecordRow;
use super::seal::Seal;
use super::site::{Around, Notice, Site};
use super::vault::Ask;
use crate::files::sync_folder;
use crate::questionnaire::{QuestionnaireId, canonical_hash};

/// The history in a data folder.
#[derive(Debug)]
pub struct Store {
    pub(super) site: Site,
    /// The state that reads share, while there is one.
    shared: RefCell<Option<Rc<Snapshot>>>,
}

/// One consistent state of the file, and what was read and checked of it.
#[derive(Debug)]
pub(super) struct Snapshot {
    pub(super) connection: Connection,
    pub(super) seal: Seal,
    records: OnceCell<Vec<RecordRow>>,
}

impl Snapshot {
    fn open(site: &Site) -> Result<Self, HistoryError> {
        let (connection, seal) = site.open_state()?;
        Ok(Self { connection, seal, records: OnceCell::new() })
    }

    /// Returns the rows of all records by day, checked once: each by itself, and that they are all there.
    pub(super) fn records(&self) -> Result<&[RecordRow], HistoryError> {
        if let Some(records) = self.records.get() {
            return Ok(records);
        }
        let (mut records, tally) = RecordRow::all(&self.connection)?;
        if !self.seal.covers_records(tally) {
            return Err(HistoryError::Damaged(Damage::Records));
        }
        records.sort_unstable_by(|a, b| a.order().cmp(&b.order()));
        Ok(self.records.get_or_init(|| records))
    }

    /// Returns the row of a record, if there is such a record.
    pub(super) fn record(&self, id: RecordId) -> Result<Option<&RecordRow>, HistoryError> {
        Ok(self.records()?.iter().find(|record| record.id == id))
    }
}

/// A definition as the history keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDefinition {
    /// The SHA-256 of `canonical`.
    pub hash: DefinitionHash,
    /// Which questionnaire it defines.
    pub questionnaire: QuestionnaireId,
    /// In which version.
    pub version: Version,
    /// Its canonical form, RFC 8785 JSON.
    pub canonical: String,
}

impl Store {
    /// Names the history in `folder`; touches nothing.
    pub fn new(folder: &Path) -> Self {
        Self { site: Site::new(folder), shared: RefCell::new(None) }
    }

    /// Tells the history of the world around it; without that it is not checked daily.
    #[must_use]
    pub fn around(mut self, around: Around) -> Self {
        self.site.around = Some(around);
        self
    }

    /// Says whom to ask for the passphrase of an encrypted history.
    #[must_use]
    pub fn asking(mut self, ask: Ask) -> Self {
        self.site.vault.ask = Some(ask);
        self
    }

    /// Checks everything there is; an error means that the check could not be made.
    pub fn check(&self, progress: &mut Progress<'_>) -> Result<Check, HistoryError> {
        let (connection, problem) = match self.site.open_state() {
            Ok((connection, _)) => {
                let problem = self.site.recovery_problem(&connection)?;
                (Some(connection), problem)
            }
            // What is damaged is looked at as far as the engine can walk through it.
            Err(HistoryError::Damaged(damage)) => (self.site.open_as_it_is().ok(), Some(damage)),
            Err(error) => return Err(error),
        };
        let mut check = match connection {
            Some(connection) => check::full(&connection, &recompute(&self.site), progress)?,
            None => Check::default(),
        };
        if let Some(problem) = problem.filter(|problem| !check.problems.contains(problem)) {
            check.problems.insert(0, problem);
        }
        Ok(check)
    }

    /// Returns what happened on the way since this was last asked, and is no error.
    pub fn notices(&self) -> Vec<Notice> {
        self.site.notices.take()
    }

    /// Runs `work`, whose reads all see one state of the history, opened once.
    ///
    /// Nothing may be written, and nobody asked, meanwhile: a writer waits until it is over.
    pub fn in_one_state<T, E: From<HistoryError>>(
        &self,
        work: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        if self.shared.borrow().is_some() || !self.exists() {
            return work();
        }
        *self.shared.borrow_mut() = Some(Rc::new(Snapshot::open(&self.site)?));
        let outcome = work();
        *self.shared.borrow_mut() = None;
        outcome
    }

    /// Returns whether there is a history, be it whole or not.
    pub fn exists(&self) -> bool {
        self.site.exists()
    }

    /// Returns where the database file is or would be.
    pub fn path(&self) -> &Path {
        &self.site.path
    }

    /// Keeps a definition whole, in a history that is there; one that is kept already stays.
    pub fn keep_definition(&self, definition: &KeptDefinition) -> Result<(), HistoryError> {
        self.write(|tx| keep_definitions(tx, std::slice::from_ref(definition)))
    }

    /// Returns the canonical form of a definition.
    pub fn definition(&self, hash: &DefinitionHash) -> Result<Option<String>, HistoryError> {
        self.read(|connection| {
            let content = connection
                .query_row("SELECT content FROM definition WHERE hash = ?1", [&hash.0], |row| {
                    Ok(row.get_ref(0)?.as_bytes()?.to_vec())
                })
                .optional()?;
            let damaged = || HistoryError::Damaged(Damage::Definition(hash.clone()));
            match content {
                Some(bytes) if canonical_hash(&bytes) == hash.0 => {
                    String::from_utf8(bytes).map(Some).map_err(|_| damaged())
                }
                Some(_) => Err(damaged()),
                None => Ok(None),
            }
        })
    }

    /// Returns the definitions of this version that check-ins or drafts use.
    pub fn answered_definitions(
        &self,
        questionnaire: &QuestionnaireId,
        version: &Version,
    ) -> Result<Vec<DefinitionHash>, HistoryError> {
        self.read(|connection| {
            let mut statement = connection.prepare(
                "SELECT hash FROM definition AS d WHERE questionnaire = ?1 AND version = ?2 AND (
                     EXISTS (SELECT 1 FROM record WHERE definition = d.hash)
                     OR EXISTS (SELECT 1 FROM record WHERE context_definition = d.hash)
                     OR EXISTS (SELECT 1 FROM draft WHERE definition = d.hash)
                     OR EXISTS (SELECT 1 FROM draft WHERE context_definition = d.hash))
                 ORDER BY hash",
            )?;
            let key = params![questionnaire.as_str(), version.to_string()];
            let hashes = statement.query_map(key, |row| Ok(DefinitionHash(row.get(0)?)))?;
            Ok(hashes.collect::<Result<_, _>>()?)
        })
    }

    /// Makes the history, if there is none; `id` is that of the first record or draft.
    pub(super) fn ensure(&self, id: Uuid) -> Result<(), HistoryError> {
        if self.exists() {
            return Ok(());
        }
        self.site.create(instant_of(id))
    }

    /// Reads one consistent state of the history.
    pub(super) fn read<T>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, HistoryError>,
    ) -> Result<T, HistoryError> {
        self.read_snapshot(|snapshot| read(&snapshot.connection))
    }

    /// Reads one consistent state of the history, the one that is shared if there is one.
    pub(super) fn read_snapshot<T>(
        &self,
        read: impl FnOnce(&Snapshot) -> Result<T, HistoryError>,
    ) -> Result<T, HistoryError> {
        let shared = self.shared.borrow().clone();
        match shared {
            Some(snapshot) => read(&snapshot),
            None => read(&Snapshot::open(&self.site)?),
        }
    }

    /// Writes in one transaction.
    pub(super) fn write<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, HistoryError>,
    ) -> Result<T, HistoryError> {
        self.site.write(write)
    }

    /// After a failure that leaves it open, looks whether the write is in the file after all.
    ///
    /// `look` returns what was to be saved, if it is there.
    pub(super) fn settle<T>(
        &self,
        outcome: Result<T, HistoryError>,
        look: impl FnOnce(&Connection) -> Result<Option<T>, HistoryError>,
    ) -> Result<T, HistoryError> {
        let cause = match outcome {
            Err(error) if error.leaves_doubt() => Box::new(error),
            certain => return certain,
        };
        match self.site.open_state().and_then(|(connection, _)| look(&connection)) {
            // It is there; once the folder is synced it also survives a power cut.
            Ok(Some(value)) => match sync_folder(self.site.folder()) {
                Ok(()) => Ok(value),
                Err(_) => Err(HistoryError::Unknown(cause)),
            },
            Ok(None) | Err(HistoryError::Missing { .. } | HistoryError::Lost { .. }) => {
                Err(HistoryError::NotSaved(cause))
            }
            // What could not be opened for the write, for the same reason, was not written.
            Err(HistoryError::Damaged(found)) if cause.is_damage(&found) => Err(*cause),
            Err(_) => Err(HistoryError::Unknown(cause)),
        }
    }
}

/// Keeps definitions whole, after checking that each has the hash it is said to have.
pub(super) fn keep_definitions(
    tx: &Transaction<'_>,
    definitions: &[KeptDefinition],
) -> Result<(), HistoryError> {
    for definition in definitions {
        if canonical_hash(definition.canonical.as_bytes()) != definition.hash.0 {
            return Err(HistoryError::WrongHash);
        }
        tx.execute(
            "INSERT INTO definition (hash, questionnaire, version, content)
             VALUES (?1, ?2, ?3, ?4) ON CONFLICT (hash) DO NOTHING",
            params![
                definition.hash.0,
                definition.questionnaire.as_str(),
                definition.version.to_string(),
                definition.canonical,
            ],
        )?;
    }
    Ok(())
}

/// Refuses content that names a definition the history does not hold.
pub(super) fn require_definition(connection: &Connection, hash: &str) -> Result<(), HistoryError> {
    let known = connection.prepare("SELECT 1 FROM definition WHERE hash = ?1")?.exists([hash])?;
    if known { Ok(()) } else { Err(HistoryError::NoDefinition) }
}
