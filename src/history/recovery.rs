//! Owns the recovery key: its form for people, and the file in which the passphrase is sealed with it.
//!
//! The file lies beside the database and in every backup. While the passphrase changes it holds both the
//! old and the new one, each under the salt of the file that it opens.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead as _, Payload};
use chacha20poly1305::{KeyInit as _, XChaCha20Poly1305, XNonce};
use data_encoding::{Encoding, Specification};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::digest::random;
use super::error::{Damage, HistoryError};
use super::head::Hex;
use super::secret::Secret;
use super::site::{Notice, Site};
use super::vault::{Key, Passphrase, SALT};
use crate::files::{Overwrite, write_file};

/// The name of the file.
const FILE: &str = "recovery";

/// The version of the file's form.
const FORMAT: u32 = 1;

/// Letters in a group, as it is printed.
const GROUP: usize = 4;

/// Digits of the key itself, and with the checksum at its end.
const KEY_DIGITS: usize = 52;
const ALL_DIGITS: usize = 56;

/// A recovery key: 32 random bytes; wiped from memory when dropped, never shown by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Secret);

/// Why a text is no recovery key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryKeyError {
    /// It has too few or too many letters and digits.
    #[error("a recovery key has 14 groups of 4, this has {0} letters and digits")]
    Length(usize),
    /// It has a sign that is in no recovery key.
    #[error("a recovery key has letters without I, L, O, U and digits only")]
    Sign,
    /// The checksum does not fit, so that at least one sign is wrong.
    #[error("its last group does not fit the others; at least one sign is mistyped")]
    Checksum,
}

impl RecoveryKey {
    /// Makes a new key.
    pub fn new() -> Result<Self, HistoryError> {
        Secret::filled(|bytes| getrandom::fill(bytes).map_err(|_| HistoryError::NoRandom)).map(Self)
    }

    /// Takes the bytes of a key; `None` if there are more or fewer than 32.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Secret::copy_of(bytes).map(Self)
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }

    /// Writes it in groups of four, the last of which is a checksum.
    pub fn to_groups(&self) -> Zeroizing<String> {
        let mut digits = Zeroizing::new(alphabet().encode(self.bytes()));
        digits.push_str(&checksum(self.bytes()));
        let mut groups = Zeroizing::new(String::with_capacity(ALL_DIGITS + ALL_DIGITS / GROUP));
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                groups.push('-');
            }
            groups.push(digit);
        }
        groups
    }

    /// Reads what [`RecoveryKey::to_groups`] wrote, typed in any case, with any blanks and dashes.
    pub fn parse(text: &str) -> Result<Self, RecoveryKeyError> {
        let ignored = |c: &char| !c.is_whitespace() && *c != '-';
        let digits: Zeroizing<String> = Zeroizing::new(text.chars().filter(ignored).collect());
        if digits.chars().count() != ALL_DIGITS {
            return Err(RecoveryKeyError::Length(digits.chars().count()));
        }
        if !digits.is_ascii() {
            return Err(RecoveryKeyError::Sign);
        }
        let (key, sum) = digits.split_at(KEY_DIGITS);
        let bytes = alphabet().decode(key.as_bytes()).map(Zeroizing::new);
        let bytes = bytes.map_err(|_| RecoveryKeyError::Sign)?;
        let mut expected = [0; GROUP];
        for (place, digit) in expected.iter_mut().zip(sum.bytes()) {
            *place = canonical_digit(digit);
        }
        Self::from_bytes(&bytes)
            .filter(|_| expected == checksum(&bytes).as_bytes())
            .ok_or(RecoveryKeyError::Checksum)
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(recovery key)")
    }
}

/// Crockford's base 32: no I, L, O, U; what is mistaken for 1 or 0 is read as that.
fn alphabet() -> Encoding {
    let mut form = Specification::new();
    form.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    form.translate.from.push_str("abcdefghjkmnpqrstvwxyzILOilo");
    form.translate.to.push_str("ABCDEFGHJKMNPQRSTVWXYZ110110");
    form.check_trailing_bits = true;
    form.encoding().expect("the alphabet has 32 different signs")
}

fn canonical_digit(digit: u8) -> u8 {
    match digit.to_ascii_uppercase() {
        b'I' | b'L' => b'1',
        b'O' => b'0',
        other => other,
    }
}

/// Twenty bits of the key's digest, as four digits.
fn checksum(bytes: &[u8]) -> String {
    let digest =
        Sha256::new().chain_update(b"checkin recovery key 1").chain_update(bytes).finalize();
    alphabet().encode(&digest[..5])[..GROUP].to_owned()
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecoveryFile {
    format: u32,
    /// The random id of the history; it is part of what is sealed.
    history: Hex,
    sealed: Vec<Sealed>,
}

/// A passphrase sealed with the recovery key (XChaCha20-Poly1305, the history's id as associated data).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sealed {
    /// The salt of the file that the passphrase opens.
    salt: Hex,
    nonce: Hex,
    text: String,
}

impl Sealed {
    /// Seals a passphrase.
    pub(super) fn new(
        recovery: &RecoveryKey,
        history: &[u8; 16],
        salt: &[u8; SALT],
        passphrase: &Passphrase,
    ) -> Result<Self, HistoryError> {
        let nonce: [u8; 24] = random()?;
        let payload = Payload { msg: passphrase.reveal().as_bytes(), aad: history };
        let text = XChaCha20Poly1305::new(recovery.bytes().into())
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_| HistoryError::Unwritable)?;
        let text = data_encoding::HEXLOWER.encode(&text);
        Ok(Self { salt: Hex::of(salt), nonce: Hex::of(&nonce), text })
    }

    /// Opens it; `None` if the key is another one.
    pub(super) fn open(&self, recovery: &RecoveryKey, history: &[u8; 16]) -> Option<Passphrase> {
        let nonce: [u8; 24] = self.nonce.bytes()?;
        let text = data_encoding::HEXLOWER.decode(self.text.as_bytes()).ok()?;
        let payload = Payload { msg: text.as_slice(), aad: history };
        let opened = XChaCha20Poly1305::new(recovery.bytes().into())
            .decrypt(&XNonce::from(nonce), payload)
            .ok()?;
        let text = String::from_utf8(opened).ok()?;
        Some(Passphrase::new(Zeroizing::new(text)))
    }
}

/// Returns where the file of a database file is.
pub(super) fn path(database: &Path) -> PathBuf {
    database.with_file_name(FILE)
}

/// Returns whether there is such a file beside the database file.
pub(super) fn exists(database: &Path) -> bool {
    fs::symlink_metadata(path(database)).is_ok_and(|found| found.is_file())
}

/// Writes the sealed passphrases of a history.
pub(super) fn write(
    database: &Path,
    history: &[u8; 16],
    sealed: &[Sealed],
) -> Result<(), HistoryError> {
    let file = RecoveryFile { format: FORMAT, history: Hex::of(history), sealed: sealed.to_vec() };
    let mut text = serde_json::to_vec_pretty(&file).map_err(|_| HistoryError::Unwritable)?;
    text.push(b'\n');
    Ok(write_file(&path(database), Overwrite::Allowed, &text)?)
}

/// The id of a history and its passphrase, sealed; while that changes, the old one and the new one.
pub(super) type SealedOf = ([u8; 16], Vec<Sealed>);

/// Reads the sealed passphrases beside a database file, with the id of their history.
pub(super) fn read(database: &Path) -> Result<Option<SealedOf>, HistoryError> {
    let damaged = || HistoryError::Damaged(Damage::Recovery);
    let text = match fs::read(path(database)) {
        Ok(text) if text.len() <= 64 * 1024 => text,
        Ok(_) => return Err(damaged()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(_) => return Err(HistoryError::NoAccess),
    };
    let file: RecoveryFile = serde_json::from_slice(&text).map_err(|_| damaged())?;
    let history = file.history.bytes().ok_or_else(damaged)?;
    if file.format == FORMAT { Ok(Some((history, file.sealed))) } else { Err(damaged()) }
}

/// Returns whether the file beside an encrypted history holds the passphrase in force, sealed with the key
/// that the history keeps.
pub(super) fn is_right(
    site: &Site,
    key: &Key,
    connection: &Connection,
) -> Result<bool, HistoryError> {
    let Some(recovery) = super::backup::recovery_key(connection)? else { return Ok(false) };
    let Some(passphrase) = site.vault.passphrase() else { return Ok(false) };
    let Ok(Some((history, sealed))) = read(&site.path) else { return Ok(false) };
    let in_force = sealed.iter().find(|sealed| sealed.salt.bytes() == Some(key.salt()));
    Ok(in_force
        .is_some_and(|sealed| sealed.open(&recovery, &history).as_ref() == Some(&passphrase)))
}

/// Writes the file anew, where it is not right.
pub(super) fn mend(site: &Site, key: &Key, connection: &Connection) -> Result<(), HistoryError> {
    if is_right(site, key, connection)? {
        return Ok(());
    }
    // Without a key that somebody holds there is nothing to seal with.
    let Some(recovery) = super::backup::recovery_key(connection)? else { return Ok(()) };
    let passphrase = site.vault.passphrase().ok_or(HistoryError::Locked)?;
    let history = super::seal::history_id(connection)?;
    let sealed = Sealed::new(&recovery, &history, &key.salt(), &passphrase)?;
    write(&site.path, &history, &[sealed])?;
    site.notices.borrow_mut().push(Notice::RecoveryMended);
    Ok(())
}

/// After an interrupted change, leaves only the passphrase of the file in force, or none of a plain one.
pub(super) fn settle(site: &Site, key: Option<&Key>) -> Result<(), HistoryError> {
    let Some((history, sealed)) = read(&site.path)? else { return Ok(()) };
    let in_force: Vec<Sealed> = sealed
        .iter()
        .filter(|sealed| key.is_some_and(|key| sealed.salt.bytes() == Some(key.salt())))
        .cloned()
        .collect();
    if key.is_none() {
        return remove(&site.path);
    }
    if in_force.len() < sealed.len() { write(&site.path, &history, &in_force) } else { Ok(()) }
}

/// Removes the file; one that is gone already is no error.
pub(super) fn remove(database: &Path) -> Result<(), HistoryError> {
    match fs::remove_file(path(database)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(HistoryError::NoAccess),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_however_it_is_typed() {
        for byte in [0, 1, 0x5a, 0xff] {
            let key = RecoveryKey::from_bytes(&[byte; 32]).unwrap();
            let groups = key.to_groups();
            assert_eq!(groups.len(), ALL_DIGITS + ALL_DIGITS / GROUP - 1);
            let typed = [
                groups.to_string(),
                groups.to_lowercase(),
                groups.replace('-', "  "),
                groups.replace('0', "o").replace('1', "l"),
            ];
            for text in typed {
                assert_eq!(RecoveryKey::parse(&text), Ok(key.clone()), "{text}");
            }
        }
    }

    #[test]
    fn every_mistyped_sign_is_found() {
        let bytes: [u8; 32] = std::array::from_fn(|i| u8::try_from(i * 7).unwrap());
        let key = RecoveryKey::from_bytes(&bytes).unwrap();
        let groups = key.to_groups().replace('-', "");
        for place in 0..groups.len() {
            for other in ["2", "Z"] {
                let mut typed = groups.clone();
                typed.replace_range(place..=place, other);
                if typed != groups {
                    assert!(RecoveryKey::parse(&typed).is_err(), "{place}: {other}");
                }
            }
        }
        assert_eq!(RecoveryKey::parse("abcd"), Err(RecoveryKeyError::Length(4)));
        assert_eq!(RecoveryKey::parse(&"u".repeat(56)), Err(RecoveryKeyError::Sign));
    }

    #[test]
    fn a_sealed_passphrase_opens_with_its_key_and_history_only() {
        let (key, history) = (RecoveryKey::from_bytes(&[3; 32]).unwrap(), [9; 16]);
        let passphrase = Passphrase::new(Zeroizing::new("four words of mine".into()));
        let sealed = Sealed::new(&key, &history, &[1; 16], &passphrase).unwrap();
        assert_eq!(sealed.open(&key, &history), Some(passphrase));
        assert_eq!(sealed.open(&RecoveryKey::from_bytes(&[4; 32]).unwrap(), &history), None);
        assert_eq!(sealed.open(&key, &[8; 16]), None);
    }
}
