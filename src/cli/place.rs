//! Owns what tells one machine and data folder from another, so that a copied folder is a device of its
//! own. Only a digest of it is kept.

use std::path::Path;

use sha2::{Digest as _, Sha256};

/// Returns a digest of this machine and this data folder.
pub(super) fn place(folder: &Path) -> [u8; 32] {
    let mut hash = Sha256::new().chain_update(b"checkin place 1");
    let real = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    for part in [machine(), real.as_os_str().as_encoded_bytes().to_vec()] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash.finalize().into()
}

/// The name of the machine, and on Linux its id.
fn machine() -> Vec<u8> {
    let mut name = std::fs::read("/etc/machine-id").unwrap_or_default();
    #[cfg(unix)]
    name.extend_from_slice(rustix::system::uname().nodename().to_bytes());
    name
}
