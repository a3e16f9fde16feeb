//! Owns the store: where the history lies, how it comes to be, and the definitions in it.
//! Every method opens the file, does one thing and closes it; reads that belong together may share
//! one state of it.

use std::cell::{OnceCell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use semver::Version;
use uuid::Uuid;

use super::connection;
use super::digest::{definition_hash, random};
use super::error::{Damage, HistoryError};
use super::id::instant_of;
use super::record::DefinitionHash;
use super::rows::RecordRow;
use crate::questionnaire::QuestionnaireId;

/// The name of the database file in the data folder.
const FILE: &str = "history.db";

/// The history in a data folder.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    /// The state that reads share, while there is one.
    shared: RefCell<Option<Rc<Snapshot>>>,
}

/// One consistent state of the file, and what was read and checked of it.
#[derive(Debug)]
pub(super) struct Snapshot {
    pub(super) connection: Connection,
    records: OnceCell<Vec<RecordRow>>,
}

impl Snapshot {
    fn open(path: &Path) -> Result<Self, HistoryError> {
        let connection = connection::open_state(path)?;
        super::rows::check_newest(&connection)?;
        Ok(Self { connection, records: OnceCell::new() })
    }

    /// Returns the rows of all records, checked once.
    pub(super) fn records(&self) -> Result<&[RecordRow], HistoryError> {
        if self.records.get().is_none() {
            let records = RecordRow::all(&self.connection)?;
            return Ok(self.records.get_or_init(|| records));
        }
        Ok(self.records.get_or_init(Vec::new))
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
        Self { path: folder.join(FILE), shared: RefCell::new(None) }
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
        *self.shared.borrow_mut() = Some(Rc::new(Snapshot::open(&self.path)?));
        let outcome = work();
        *self.shared.borrow_mut() = None;
        outcome
    }

    /// Returns whether there is a history, be it whole or not.
    pub fn exists(&self) -> bool {
        connection::exists(&self.path)
    }

    /// Returns where the database file is or would be.
    pub fn path(&self) -> &Path {
        &self.path
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
                Some(bytes) if definition_hash(&bytes) == hash.0 => {
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
        connection::create(&self.path, |tx| {
            tx.execute(
                "INSERT INTO about (one, history, program) VALUES (1, ?1, ?2)",
                params![random::<16>()?, env!("CARGO_PKG_VERSION")],
            )?;
            tx.execute(
                "INSERT INTO device (id, created, own) VALUES (?1, ?2, 1)",
                params![random::<16>()?, instant_of(id).to_rfc3339()],
            )?;
            Ok(())
        })
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
            None => read(&Snapshot::open(&self.path)?),
        }
    }

    /// Writes in one transaction.
    pub(super) fn write<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, HistoryError>,
    ) -> Result<T, HistoryError> {
        connection::write(&self.path, write)
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
        match connection::open_state(&self.path).and_then(|connection| look(&connection)) {
            Ok(Some(value)) => Ok(value),
            Ok(None) | Err(HistoryError::Missing { .. }) => Err(HistoryError::NotSaved(cause)),
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
        if definition_hash(definition.canonical.as_bytes()) != definition.hash.0 {
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
