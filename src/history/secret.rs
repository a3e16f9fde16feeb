//! Owns the bytes of a key: in one place, however often the key is moved or cloned, and wiped at the end. A plain
//! array would leave a copy on the stack with every move.

use std::fmt;
use std::rc::Rc;

use zeroize::Zeroizing;

/// The 32 bytes of a key; never shown.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Secret(Rc<Zeroizing<[u8; 32]>>);

impl Secret {
    /// Makes the bytes where they stay, all zero before `fill`.
    pub(super) fn filled<E>(fill: impl FnOnce(&mut [u8; 32]) -> Result<(), E>) -> Result<Self, E> {
        let mut bytes = Rc::new(Zeroizing::new([0; 32]));
        fill(Rc::get_mut(&mut bytes).expect("nobody else has it yet"))?;
        Ok(Self(bytes))
    }

    /// Copies 32 bytes; `None` if there are more or fewer.
    pub(super) fn copy_of(bytes: &[u8]) -> Option<Self> {
        let fits = |place: &mut [u8; 32]| {
            (bytes.len() == place.len()).then(|| place.copy_from_slice(bytes)).ok_or(())
        };
        Self::filled(fits).ok()
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}
