//! The sealed policy: a policy as bytes, whole or not at all.
//!
//! | bytes | what |
//! |---|---|
//! | 7 | the magic `BEZINT\0` |
//! | 2 | the format's version, little-endian |
//! | 1 | 1 if it is signed, 0 if not |
//! | 4 | the payload's length, little-endian |
//! | 8 | XXH64 of the payload, little-endian |
//! | so many | the payload: [`Policy`] in [postcard](https://postcard.jamesmunns.com/wire-format)'s form |
//! | 32 | if signed: the public key |
//! | 64 | if signed: the Ed25519 signature, with that key, of everything before it |
//!
//! The checksum finds damage, not ill will, so it is one that costs next to nothing where an engine has just been loaded
//! and its code is not optimised yet: there, SHA-256 took longer than all else together. Whoever can write a policy can write its checksum, and sign it with a key of
//! their own. Ill will is kept out by [`Acceptance::public_key`]. Nothing is allocated for a length that a policy merely
//! claims; what is read is bounded by the bytes that are there and by [`MAX_STRUCTURE`], and nothing is read before
//! checksum and signature are right.

mod acceptance;
mod key;
mod refusal;
mod structure;

pub use acceptance::{Acceptance, Known};
pub use key::{NotAKey, PrivateKey, PublicKey};
pub use refusal::SealError;
pub use structure::MAX_STRUCTURE;

use crate::{
    Policy,
    limits::{self, TooMany},
    policy::{Card, Rule},
};
use key::SIGNATURE;
use serde::Deserialize;
use structure::Counted;
use twox_hash::XxHash64;

const MAGIC: &[u8; 7] = b"BEZINT\0";
/// The version that this engine writes, and the only one it reads.
const FORMAT: u16 = 1;
/// Bytes a payload may have.
pub const MAX_PAYLOAD: usize = 16 << 20;
/// The largest number that JavaScript holds exactly, as it does all smaller ones: `Number.MAX_SAFE_INTEGER`.
const MAX_NUMBER: u64 = (1 << 53) - 1;
/// Bytes after the payload of one that is signed: the public key and the signature.
const SIGNED: usize = 32 + SIGNATURE;

/// The sealed form of a policy, signed if there is a key for it. The same policy and key give the same bytes. What is
/// too large to be a policy, or has a rule about a detector that is not there, [`open`] refuses.
pub fn seal(policy: &Policy, key: Option<&PrivateKey>) -> Vec<u8> {
    // Writing plain data to memory does not fail.
    let payload = postcard::to_allocvec(policy).unwrap_or_default();
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    let mut sealed = MAGIC.to_vec();
    sealed.extend(FORMAT.to_le_bytes());
    sealed.push(key.is_some().into());
    sealed.extend(length.to_le_bytes());
    sealed.extend(checksum(&payload));
    sealed.extend(payload);
    if let Some(key) = key {
        sealed.extend(key.public_key().as_bytes());
        let signature = key.sign(&sealed);
        sealed.extend(signature);
    }
    sealed
}

/// What stands before a payload, by which damage to it is found.
pub fn checksum(payload: &[u8]) -> [u8; 8] {
    XxHash64::oneshot(0, payload).to_le_bytes()
}

/// The policy in a sealed form, whoever made it and whenever it is valid.
///
/// # Errors
/// Everything that is not, byte for byte, what [`seal`] makes of a sound policy.
pub fn open(sealed: &[u8]) -> Result<Policy, SealError> {
    accept(sealed, &Acceptance::default())
}

/// The policy in a sealed form, if it is one that is accepted.
///
/// # Errors
/// What [`open`] refuses, and what is whole but not accepted.
pub fn accept(sealed: &[u8], acceptance: &Acceptance) -> Result<Policy, SealError> {
    let Envelope { payload, signer } = Envelope::open(sealed)?;
    acceptance.of_signer(signer)?;
    let policy = read(payload)?;
    acceptance.of_card(&policy.card)?;
    Ok(policy)
}

/// Whose signature a sealed form bears, if any.
///
/// # Errors
/// What is wrong with the form itself. Its payload is not read.
pub fn signer(sealed: &[u8]) -> Result<Option<PublicKey>, SealError> {
    Envelope::open(sealed).map(|envelope| envelope.signer)
}

/// A sealed form whose length, checksum and signature are right.
struct Envelope<'s> {
    payload: &'s [u8],
    signer: Option<PublicKey>,
}

impl<'s> Envelope<'s> {
    fn open(sealed: &'s [u8]) -> Result<Self, SealError> {
        let rest = sealed.strip_prefix(MAGIC).ok_or(SealError::NotSealed)?;
        let (format, rest) = rest.split_first_chunk().ok_or(SealError::NotSealed)?;
        let found = u16::from_le_bytes(*format);
        if found != FORMAT {
            return Err(SealError::Format { found });
        }
        let ([signed], rest) = rest.split_first_chunk().ok_or(SealError::NotSealed)?;
        let (length, rest) = rest.split_first_chunk().ok_or(SealError::NotSealed)?;
        let (right, body) = rest.split_first_chunk().ok_or(SealError::NotSealed)?;
        let after = match signed {
            0 => 0,
            1 => SIGNED,
            _ => return Err(SealError::Damaged),
        };
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let (expected, found) = (as_u64(length.saturating_add(after)), as_u64(body.len()));
        if expected.max(found) > as_u64(MAX_PAYLOAD + after) {
            return Err(SealError::TooLarge { found: expected.max(found) });
        }
        let split = body.split_at_checked(length).filter(|(_, tail)| tail.len() == after);
        let (payload, tail) = split.ok_or(SealError::Length { expected, found })?;
        if checksum(payload) != *right {
            return Err(SealError::Damaged);
        }
        Ok(Self { payload, signer: signer_of(sealed, tail)? })
    }
}

/// Whose key stands in the bytes after the payload, which are none or [`SIGNED`], if the signature is theirs.
fn signer_of(sealed: &[u8], tail: &[u8]) -> Result<Option<PublicKey>, SealError> {
    let Some((key, signature)) = tail.split_first_chunk() else { return Ok(None) };
    let key = PublicKey::from_bytes(*key);
    let (Ok(signature), Some((before, _))) = (signature.try_into(), sealed.split_last_chunk::<SIGNATURE>()) else {
        return Err(SealError::BadSignature);
    };
    if key.signed(before, signature) { Ok(Some(key)) } else { Err(SealError::BadSignature) }
}

/// The policy that a payload is.
fn read(payload: &[u8]) -> Result<Policy, SealError> {
    let mut reader = postcard::Deserializer::from_flavor(Counted::new(payload));
    let policy = Policy::deserialize(&mut reader).map_err(structure::refusal)?;
    let rest = reader.finalize().map_err(structure::refusal)?;
    if !rest.is_empty() || !is_exact_in_javascript(&policy.card) {
        return Err(SealError::Unreadable);
    }
    if let Some(TooMany { what, most }) = limits::exceeded(&policy) {
        return Err(SealError::TooMany { what, most });
    }
    let is_there = |place: u32| usize::try_from(place).is_ok_and(|place| place < policy.detectors.len());
    let of_layers = |rule: &Rule| are_places(&rule.layers, policy.layers.len());
    match policy.rules.iter().find(|rule| !rule.when.iter().chain(&rule.unless).all(|when| is_there(when.detector))) {
        Some(rule) => Err(SealError::NoDetector { rule: rule.id.clone() }),
        None if !are_places(&policy.protected, policy.detectors.len()) => Err(SealError::Unreadable),
        None if !policy.rules.iter().all(of_layers) => Err(SealError::Unreadable),
        None => Ok(policy),
    }
}

/// Whether these are places in a list of so many, each once and in order.
fn are_places(places: &[u32], of: usize) -> bool {
    places.is_sorted_by(|one, next| one < next)
        && places.last().is_none_or(|last| usize::try_from(*last).is_ok_and(|last| last < of))
}

/// Whether JavaScript, whose numbers are all floating-point, can hold the numbers of a card.
fn is_exact_in_javascript(card: &Card) -> bool {
    let times = card.valid_from.iter().chain(&card.valid_until);
    card.version <= MAX_NUMBER && times.map(|time| time.unsigned_abs()).all(|time| time <= MAX_NUMBER)
}

fn as_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}
