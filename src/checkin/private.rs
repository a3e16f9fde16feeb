//! Owns the wrappers that keep a person's words and answers out of errors, logs and panics.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A value that must not show in diagnostics: its `Debug` prints the content in unit tests only.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private<T>(pub T);

impl<T: fmt::Debug> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if cfg!(test) { self.0.fmt(f) } else { f.write_str("(private)") }
    }
}

/// Text that a person or a file gave: private, and not safe to show without a renderer's escaping.
///
/// It has no `Display` on purpose. A renderer takes [`Untrusted::as_written`] and escapes it for
/// its own format; storage takes it as it is.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Untrusted(String);

impl Untrusted {
    /// Wraps text from outside.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Returns the text exactly as it came, for storage and for a renderer's escaping.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// Returns whether there is nothing but white space in it.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Debug for Untrusted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if cfg!(test) { self.0.fmt(f) } else { f.write_str("(private)") }
    }
}
