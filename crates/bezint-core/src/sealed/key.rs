//! The keys that policies are signed with: Ed25519 (RFC 8032), and how they are written.
//!
//! A key is one word: `bezint-public-` or `bezint-private-`, then 64 hexadecimal digits. The word says which of the two
//! it is, so that a private key is never handed out, or built into an extension, for a public one.

use ed25519_compact as ed25519;
use serde::{Serialize, Serializer};
use std::{fmt, str::FromStr};

/// Bytes of a key, public or private.
const KEY: usize = 32;
/// Bytes of a signature.
pub(super) const SIGNATURE: usize = 64;

/// Tells whose signature a sealed policy must bear.
///
/// ```
/// use bezint_core::sealed::{PrivateKey, PublicKey};
///
/// let public = PrivateKey::from_seed([7; 32]).public_key();
/// assert_eq!(public.to_string().parse(), Ok(public));
/// assert!("bezint-private-07".parse::<PublicKey>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct PublicKey([u8; KEY]);

/// Signs sealed policies. Whoever has it can make policies in its owner's name.
#[derive(Clone, PartialEq, Eq)]
pub struct PrivateKey([u8; KEY]);

/// What is not a key, or not the kind of key that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not a {kind} key: that is `bezint-{kind}-` and 64 hexadecimal digits, as `bezint keygen` writes it")]
pub struct NotAKey {
    kind: &'static str,
}

impl PublicKey {
    const KIND: &str = "public";

    pub(super) fn from_bytes(bytes: [u8; KEY]) -> Self {
        Self(bytes)
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Whether its owner signed these bytes.
    pub(super) fn signed(&self, bytes: &[u8], signature: &[u8; SIGNATURE]) -> bool {
        ed25519::PublicKey::new(self.0).verify(bytes, &ed25519::Signature::new(*signature)).is_ok()
    }
}

impl PrivateKey {
    const KIND: &str = "private";

    /// The key of a seed, which must be 32 bytes that nobody can guess.
    pub fn from_seed(seed: [u8; KEY]) -> Self {
        Self(seed)
    }

    /// The key that others know its signatures by.
    pub fn public_key(&self) -> PublicKey {
        PublicKey(*self.pair().pk)
    }

    /// The word that this key is written as. It is a secret.
    pub fn reveal(&self) -> String {
        write(Self::KIND, &self.0)
    }

    pub(super) fn sign(&self, bytes: &[u8]) -> [u8; SIGNATURE] {
        *self.pair().sk.sign(bytes, None)
    }

    fn pair(&self) -> ed25519::KeyPair {
        ed25519::KeyPair::from_seed(ed25519::Seed::new(self.0))
    }
}

impl FromStr for PublicKey {
    type Err = NotAKey;

    fn from_str(written: &str) -> Result<Self, NotAKey> {
        read(Self::KIND, written).map(Self)
    }
}

impl FromStr for PrivateKey {
    type Err = NotAKey;

    fn from_str(written: &str) -> Result<Self, NotAKey> {
        read(Self::KIND, written).map(Self)
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write(Self::KIND, &self.0))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Says nothing of the key.
impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey")
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn write(kind: &str, bytes: &[u8; KEY]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("bezint-{kind}-{digits}")
}

fn read(kind: &'static str, written: &str) -> Result<[u8; KEY], NotAKey> {
    let digits = written.trim().strip_prefix("bezint-").and_then(|rest| rest.strip_prefix(kind)?.strip_prefix('-'));
    let digits =
        digits.filter(|digits| digits.len() == 2 * KEY && digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let byte = |place: usize| u8::from_str_radix(digits?.get(2 * place..2 * place + 2)?, 16).ok();
    let mut key = [0; KEY];
    for (place, to) in key.iter_mut().enumerate() {
        *to = byte(place).ok_or(NotAKey { kind })?;
    }
    Ok(key)
}
