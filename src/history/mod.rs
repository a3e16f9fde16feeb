//! The history: every finished change as an entry of an append-only log, and drafts beside it.
//!
//! Owns the database file. Must not score, format, or let SQL types out of this folder.

mod record;

pub use record::{
    Answered, CheckIn, Content, DefinitionHash, Draft, DraftId, Kept, RecordId, StoredScore,
};
