//! Owns why a person's own copy of the wording does not fit a key.

/// Why a wording does not fit a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// The number of texts is not that of the items.
    #[error("the key has {expected} items, the wording {found}")]
    ItemCount {
        /// Items of the key.
        expected: usize,
        /// Texts given.
        found: usize,
    },
    /// The labels of a scale are missing or not as many as its values.
    #[error("the scale `{scale}` has {expected} values, the wording gives {found} labels for it")]
    LabelCount {
        /// The scale.
        scale: String,
        /// Its values.
        expected: usize,
        /// Labels given.
        found: usize,
    },
    /// A label of one end of a scale stands at another value.
    #[error(
        "on the scale `{scale}` the label `{label}` stands at the value {value}, and in the key it belongs to {expected}"
    )]
    Anchor {
        /// The scale.
        scale: String,
        /// The label.
        label: String,
        /// The value that it stands at.
        value: String,
        /// The value that the key has it at.
        expected: String,
    },
    /// The key's question is open, or its answer is none of the choices.
    #[error("the key depends on `{question}`, which is one of {choices}")]
    Open {
        /// The question's name.
        question: String,
        /// The names of the choices.
        choices: String,
    },
}
