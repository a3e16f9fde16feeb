//! Owns the names of what can be found not to be as it was written.

use super::record::{DefinitionHash, DraftId, RecordId};

/// What is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// The file as a whole: cut short, or its inner order broken.
    #[error("the file is cut short or its inner order is broken")]
    File,
    /// The tables are not those of its schema version.
    #[error("the file does not have the tables of its version")]
    Tables,
    /// The records listed are not those that the log holds.
    #[error("its list of records does not fit its log")]
    Records,
    /// A record.
    #[error("the record `{}` is not as it was written", .0.short())]
    Record(RecordId),
    /// A draft.
    #[error("the draft `{}` is not as it was written", .0.record().short())]
    Draft(DraftId),
    /// A definition.
    #[error("the definition `{}` is not as it was written", .0.0)]
    Definition(DefinitionHash),
    /// The scores of a check-in are not those that its answers give.
    #[error("the scores of the record `{}` are not those that its answers give", .0.short())]
    Scores(RecordId),
    /// The log has gaps, or entries that belong to no device.
    #[error("its log has gaps")]
    Log,
    /// The devices, or their newest entries, are not those that were sealed.
    #[error("its list of devices is not as it was written")]
    Devices,
    /// The drafts are not those that were sealed.
    #[error("its open check-ins are not as they were written")]
    Drafts,
    /// The records of exports are not those that were sealed.
    #[error("its list of exports is not as it was written")]
    Exports,
    /// The seal over the whole file does not fit.
    #[error("parts of it are from different days, or its seal is broken")]
    Seal,
    /// The head file beside the history is damaged.
    #[error("the file `head` beside it is not as it was written")]
    Head,
    /// The head file beside the history is gone.
    #[error("the file `head` beside it is gone")]
    HeadMissing,
    /// The head file tells of an earlier state than the history has.
    #[error("the file `head` beside it is from an earlier day")]
    HeadBehind,
    /// The history is in an earlier state than the one that was last written.
    #[error("it was put back to an earlier day")]
    RolledBack,
    /// The sealed passphrase is damaged.
    #[error(
        "the file `recovery` beside it is gone or not as it was written; the next write makes it anew"
    )]
    Recovery,
}

impl Damage {
    /// Returns whether a writer at work could make it seem so for a moment.
    pub(super) fn may_be_a_race(&self) -> bool {
        matches!(
            self,
            Self::Head | Self::HeadMissing | Self::HeadBehind | Self::RolledBack | Self::File
        )
    }
}
