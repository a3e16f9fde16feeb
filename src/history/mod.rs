//! The history: every finished change as an entry of an append-only log, and drafts beside it.
//!
//! Owns the database file. Must not score, format, or let SQL types out of this folder.

mod connection;
mod digest;
mod drafts;
mod error;
mod exports;
mod id;
mod log;
mod query;
mod record;
mod rows;
mod schema;
mod store;
#[cfg(test)]
mod tests;

pub use error::{Damage, EngineError, HistoryError};
pub use exports::Export;
pub use query::{CheckInScores, CheckInSummary, Query};
pub use record::{
    Answered, CheckIn, Content, DefinitionHash, Draft, DraftId, Imported, Kept, RecordId,
    StoredScore,
};
pub use store::{KeptDefinition, Store};
