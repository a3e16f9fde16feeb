//! Owns what an import says about a file: a code, where, and why.

use std::fmt;

/// The codes of findings. E: refused, the whole file or an item. K: taken, but the key must be
/// confirmed before anything is scored. W: to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// Not JSON, beyond the limits, or a key is there twice.
    Json,
    /// Not a questionnaire of a known kind.
    Type,
    /// FHIR STU3.
    Stu3,
    /// Something that must be understood and is not.
    Modifier,
    /// An item without a name, or two with the same.
    LinkId,
    /// The response options are somewhere else.
    ExternalValueSet,
    /// The items are somewhere else.
    External,
    /// Several answers to one item.
    Repeats,
    /// An answer beyond the options.
    Open,
    /// Asked only under a condition.
    Branch,
    /// Below another question.
    Child,
    /// Of a kind that is not scored.
    ItemType,
    /// Response options that cannot be told apart, or too few.
    Option,
    /// More, or longer, than a definition can hold.
    Limit,
    /// Nothing that can be scored is left.
    Nothing,
    /// Some options have no weight.
    Partial,
    /// Options with equal weights.
    Ties,
    /// An option that stands for no answer, whose code is no value.
    NoAnswer,
    /// A weight that differs from the option's own value.
    RepeatKey,
    /// A computed item.
    Total,
    /// A score that only an expression tells.
    Expression,
    /// The file's weights differ from those of the key.
    OtherKey,
    /// With a key: only their order in the file gives the options their values.
    Order,
    /// An instrument for which there is a key.
    Known,
    /// No weights at all.
    NoWeight,
    /// A value filled in beforehand, left out on purpose.
    Initial,
    /// Items with different values in one score.
    Scales,
    /// Something that should be in the file and is not.
    Absent,
    /// Something the file says that is not understood and does not change the questions.
    Ignored,
}

impl Code {
    /// Returns the code as it is printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "E-JSON",
            Self::Type => "E-TYPE",
            Self::Stu3 => "E-STU3",
            Self::Modifier => "E-MODIFIER",
            Self::LinkId => "E-LINKID",
            Self::ExternalValueSet => "E-EXTERNAL-VS",
            Self::External => "E-EXTERNAL",
            Self::Repeats => "E-REPEATS",
            Self::Open => "E-OPEN",
            Self::Branch => "E-BRANCH",
            Self::Child => "E-CHILD",
            Self::ItemType => "E-TYPE-ITEM",
            Self::Option => "E-OPTION",
            Self::Limit => "E-LIMIT",
            Self::Nothing => "E-NOTHING",
            Self::Partial => "K-PARTIAL",
            Self::Ties => "K-TIES",
            Self::NoAnswer => "K-NOANSWER",
            Self::RepeatKey => "K-REPEATKEY",
            Self::Total => "K-TOTAL",
            Self::Expression => "K-EXPR",
            Self::OtherKey => "K-OTHERKEY",
            Self::Order => "K-ORDER",
            Self::Known => "K-KNOWN",
            Self::NoWeight => "W-NOWEIGHT",
            Self::Initial => "W-INITIAL",
            Self::Scales => "W-SCALES",
            Self::Absent => "W-ABSENT",
            Self::Ignored => "W-IGNORED",
        }
    }

    /// Returns whether it marks the key as to be confirmed.
    pub fn is_key(self) -> bool {
        self.name().starts_with("K-")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One thing that an import says about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind of thing.
    pub code: Code,
    /// The name of the item in the file, where it is about one.
    pub link: Option<String>,
    /// What was found and why it matters: a fragment without a full stop.
    pub reason: String,
}

impl Finding {
    /// Makes a finding about the whole file.
    pub fn file(code: Code, reason: impl Into<String>) -> Self {
        Self { code, link: None, reason: reason.into() }
    }

    /// Makes a finding about one item.
    pub fn item(code: Code, link: &str, reason: impl Into<String>) -> Self {
        Self { code, link: Some(link.to_owned()), reason: reason.into() }
    }
}
