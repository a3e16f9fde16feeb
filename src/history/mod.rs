//! The history: every finished change as an entry of an append-only log, and drafts beside it.
//!
//! Owns the database file. Must not score, format, or let SQL types out of this folder.

mod backup;
mod chain;
mod check;
mod connection;
mod copies;
mod copy;
mod damage;
mod digest;
mod drafts;
mod entries;
mod error;
mod exports;
mod facts;
mod head;
mod id;
mod lineage;
mod log;
mod merge;
mod protect;
mod query;
mod record;
mod recovery;
mod relisting;
mod replace;
mod restore;
mod rows;
mod schema;
mod seal;
mod secret;
mod site;
mod source;
mod store;
#[cfg(test)]
mod tests;
mod unlock;
mod vault;
mod writing;

pub use backup::{Backup, Reason};
pub use check::{Check, Progress, Recompute, ScoresAgree};

pub use error::{Damage, EngineError, HistoryError};
pub use exports::Export;
pub use facts::{Facts, HeadFacts};
pub use merge::Merged;
pub use protect::{Protected, Protection};
pub use query::{CheckInScores, CheckInSummary, Query};
pub use record::{
    Answered, CheckIn, Content, DefinitionHash, Draft, DraftId, Imported, Kept, RecordId,
    StoredScore,
};
pub use recovery::{RecoveryKey, RecoveryKeyError};
pub use restore::Restored;
pub use site::{Around, Notice};
pub use store::{KeptDefinition, Store};
pub use vault::{Ask, AskError, Asked, Passphrase};
