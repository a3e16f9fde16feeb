//! Owns the identifiers of questionnaires, items and scores; must not know what they name.

use std::fmt;

use compact_str::{CompactString, format_compact};
use serde::{Deserialize, Serialize};

/// The id of a questionnaire in kebab-case, for example `support`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionnaireId(CompactString);

/// The qualified id of an item: questionnaire, full stop, local id; for example `support.heard`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(CompactString);

/// The qualified id of a score: questionnaire, full stop, local id; for example `support.support`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScoreId(CompactString);

macro_rules! text_id {
    ($name:ident) => {
        impl $name {
            /// Wraps `text`, which the caller has checked to be well formed.
            pub fn new(text: impl Into<CompactString>) -> Self {
                Self(text.into())
            }

            /// Returns the id as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "`{}`", self.0)
            }
        }
    };
}

text_id!(QuestionnaireId);
text_id!(ItemId);
text_id!(ScoreId);

macro_rules! qualified_id {
    ($name:ident) => {
        impl $name {
            /// Joins the questionnaire's id and a local id.
            pub fn qualified(questionnaire: &QuestionnaireId, local: &str) -> Self {
                Self(format_compact!("{questionnaire}.{local}"))
            }

            /// Returns the id of the questionnaire that defines it, the part before the full stop.
            pub fn questionnaire(&self) -> &str {
                self.0.split_once('.').map_or("", |(before, _)| before)
            }

            /// Returns the part after the full stop.
            pub fn local(&self) -> &str {
                self.0.split_once('.').map_or(&self.0, |(_, after)| after)
            }
        }
    };
}

qualified_id!(ItemId);
qualified_id!(ScoreId);

impl ScoreId {
    /// Returns the id as a person may type it: `strain` for `strain.strain`.
    pub fn as_typed(&self) -> &str {
        if self.local() == self.questionnaire() { self.local() } else { self.as_str() }
    }
}
