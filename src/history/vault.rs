//! Owns encryption: the passphrase, the key derived from it, and what tells a wrong passphrase, a damaged
//! file and a foreign file apart. The cipher itself is the engine's (SQLCipher 4 with its defaults).

use std::cell::RefCell;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::rc::Rc;

use hmac::{KeyInit as _, Mac as _};
use pbkdf2::pbkdf2_hmac;
use sha2::Sha512;
use zeroize::Zeroizing;

use super::chain::keyed;
use super::digest::Digest;
use super::error::HistoryError;
use super::head::{Hex, Lock};
use super::secret::Secret;

/// Bytes of the salt, the first of an encrypted file.
pub(super) const SALT: usize = 16;

/// Rounds of the key derivation, the default of SQLCipher 4.
const ROUNDS: u32 = 256_000;

/// SQLCipher 4: pages of 4096 bytes, the last 80 of which hold the vector (16) and the code (64).
const PAGE: usize = 4096;
const RESERVE: usize = 80;
const VECTOR: usize = 16;

/// What every plain database of the engine begins with.
const PLAIN: &[u8; SALT] = b"SQLite format 3\0";

/// A passphrase; wiped from memory when dropped, never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes a passphrase as it was typed or read.
    pub fn new(text: Zeroizing<String>) -> Self {
        Self(text)
    }

    /// Returns the text, for a judge of its strength and for sealing it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(passphrase)")
    }
}

/// The key of an encrypted file, with the salt it was derived with.
#[derive(Clone)]
pub(super) struct Key {
    bytes: Secret,
    salt: [u8; SALT],
}

impl Key {
    /// Derives the key with PBKDF2-HMAC-SHA512; takes a good part of a second on purpose.
    pub(super) fn derive(passphrase: &Passphrase, salt: [u8; SALT]) -> Self {
        let bytes = Secret::filled(|bytes| {
            pbkdf2_hmac::<Sha512>(passphrase.0.as_bytes(), &salt, ROUNDS, bytes);
            Ok::<(), Infallible>(())
        });
        let Ok(bytes) = bytes;
        Self { bytes, salt }
    }

    /// Returns the salt.
    pub(super) fn salt(&self) -> [u8; SALT] {
        self.salt
    }

    /// Returns the form in which the engine takes a derived key.
    #[cfg(feature = "encryption")]
    pub(super) fn for_engine(&self) -> Zeroizing<String> {
        let key = Zeroizing::new(data_encoding::HEXLOWER.encode(self.bytes.bytes()));
        Zeroizing::new(format!("x'{}{}'", *key, data_encoding::HEXLOWER.encode(&self.salt)))
    }

    /// Returns what the head file keeps, to tell a right passphrase from a wrong one.
    pub(super) fn lock(&self) -> Lock {
        Lock { salt: Hex::of(&self.salt), check: Hex::of(&self.check()) }
    }

    /// Returns whether this is the key that the head file speaks of.
    pub(super) fn opens(&self, lock: &Lock) -> bool {
        lock.check == Hex::of(&self.check())
    }

    fn check(&self) -> Digest {
        keyed(self.bytes.bytes(), b"checkin key check 1").finalize().into_bytes().into()
    }

    /// Returns whether any page of the file was written with this key, be the rest damaged or not.
    pub(super) fn wrote_part_of(&self, path: &Path) -> bool {
        let Ok(mut file) = File::open(path) else { return false };
        let mut hmac_salt = self.salt;
        for byte in &mut hmac_salt {
            *byte ^= 0x3a;
        }
        let mut hmac_key = Zeroizing::new([0; 32]);
        pbkdf2_hmac::<Sha512>(self.bytes.bytes(), &hmac_salt, 2, hmac_key.as_mut());
        let mut page = vec![0; PAGE];
        for number in 1_u32.. {
            if file.read_exact(&mut page).is_err() {
                break;
            }
            let start = if number == 1 { SALT } else { 0 };
            let coded = PAGE - RESERVE + VECTOR;
            let mut mac = hmac::Hmac::<Sha512>::new_from_slice(hmac_key.as_ref())
                .expect("HMAC takes keys of every length");
            mac.update(&page[start..coded]);
            mac.update(&number.to_le_bytes());
            if mac.verify_slice(&page[coded..]).is_ok() {
                return true;
            }
        }
        false
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(key)")
    }
}

/// For which file a passphrase is wanted, and how often one was wrong so far.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The encrypted file.
    pub file: &'a Path,
    /// 0 at first.
    pub wrong: u32,
}

/// Why there is no passphrase; the asker's own error.
pub type AskError = Box<dyn Error + Send + Sync>;

/// Asks for the passphrase of a file; an error ends the attempt, and no byte was changed.
pub type Ask = Rc<dyn Fn(Asked<'_>) -> Result<Passphrase, AskError>>;

/// How the encrypted history of this process is opened: the key once derived, and whom to ask for it.
#[derive(Default)]
pub(super) struct Vault {
    pub(super) ask: Option<Ask>,
    key: RefCell<Option<Key>>,
    passphrase: RefCell<Option<Passphrase>>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(vault)")
    }
}

impl Vault {
    /// Returns the key for a file with this salt; asks if it is not known. With the `lock` of the head
    /// file a wrong passphrase is found before the file is touched, and asked for again.
    pub(super) fn key(
        &self,
        path: &Path,
        salt: [u8; SALT],
        lock: Option<&Lock>,
    ) -> Result<Key, HistoryError> {
        if let Some(key) = self.key.borrow().as_ref().filter(|key| key.salt == salt) {
            return Ok(key.clone());
        }
        let ask = self.ask.clone().ok_or(HistoryError::Locked)?;
        for wrong in 0.. {
            let asked = Asked { file: path, wrong };
            let passphrase = match ask(asked) {
                Ok(passphrase) => passphrase,
                Err(_) if wrong > 0 => {
                    return Err(HistoryError::WrongPassphrase { in_force: None });
                }
                Err(error) => return Err(HistoryError::NoPassphrase(error)),
            };
            let key = Key::derive(&passphrase, salt);
            if lock.is_none_or(|lock| key.opens(lock)) {
                self.keep(passphrase, key.clone());
                return Ok(key);
            }
        }
        Err(HistoryError::Locked)
    }

    /// Goes on with this passphrase and its key.
    pub(super) fn keep(&self, passphrase: Passphrase, key: Key) {
        *self.passphrase.borrow_mut() = Some(passphrase);
        *self.key.borrow_mut() = Some(key);
    }

    /// Returns the passphrase, once a file was opened with it.
    pub(super) fn passphrase(&self) -> Option<Passphrase> {
        self.passphrase.borrow().clone()
    }

    /// Derives the key that the passphrase in force gives with another salt.
    pub(super) fn key_of_same_passphrase(&self, salt: [u8; SALT]) -> Option<Key> {
        self.passphrase().map(|passphrase| Key::derive(&passphrase, salt))
    }

    /// Forgets passphrase and key.
    pub(super) fn forget(&self) {
        *self.passphrase.borrow_mut() = None;
        *self.key.borrow_mut() = None;
    }
}

/// What a file is by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A plain database.
    Plain,
    /// Something else, whose first bytes would be the salt of an encrypted history.
    Other([u8; SALT]),
    /// Too short to be either.
    Short,
}

/// Looks at the first bytes of a file.
pub(super) fn sniff(path: &Path) -> Result<Kind, HistoryError> {
    let mut first = [0; SALT];
    let mut file = File::open(path).map_err(|_| HistoryError::NoAccess)?;
    match file.read_exact(&mut first) {
        Ok(()) if first == *PLAIN => Ok(Kind::Plain),
        Ok(()) => Ok(Kind::Other(first)),
        Err(_) => Ok(Kind::Short),
    }
}
