//! The sealed policy: a policy as bytes, whole or not at all.
//!
//! | bytes | what |
//! |---|---|
//! | 7 | the magic `BEZINT\0` |
//! | 2 | the format's version, little-endian |
//! | 4 | the payload's length, little-endian |
//! | 32 | SHA-256 of the payload |
//! | the rest | the payload: [`Policy`] in [postcard](https://postcard.jamesmunns.com/wire-format)'s form |
//!
//! The checksum finds damage, not ill will: whoever can write a policy can write its checksum. Nothing is allocated for
//! a length that a policy merely claims; what is read is bounded by the bytes that are there.

use crate::{Policy, policy::When};
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 7] = b"BEZINT\0";
/// The version that this engine writes, and the only one it reads.
const FORMAT: u16 = 1;
/// Bytes a payload may have.
const MAX_PAYLOAD: usize = 16 << 20;

/// Why a policy cannot be sealed or a sealed policy cannot be loaded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// It does not begin as a sealed policy does.
    #[error("this is not a sealed policy")]
    NotSealed,
    /// It has a format this engine does not know.
    #[error(
        "this policy is sealed in format {found}, and this Bezint reads format {FORMAT}: use a newer Bezint, or seal the policy again with this one"
    )]
    Format {
        /// Its format.
        found: u16,
    },
    /// It ends early, or goes on after its end.
    #[error("this sealed policy should have {expected} bytes after its head and has {found}: fetch it again")]
    Length {
        /// Bytes that its head promises.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// It is larger than any policy may be.
    #[error("this policy takes {found} bytes, and no policy may take more than {MAX_PAYLOAD}")]
    TooLarge {
        /// Bytes it takes.
        found: u64,
    },
    /// The checksum is wrong.
    #[error("this sealed policy is damaged: fetch it again")]
    Damaged,
    /// The checksum is right, and yet it cannot be read.
    #[error("this sealed policy cannot be read: seal it again")]
    Unreadable,
    /// A rule is about a detector that is not there.
    #[error("rule `{rule}` of this policy is about a detector that is not there: seal it again")]
    NoDetector {
        /// The rule's id.
        rule: String,
    },
}

/// The sealed form of a policy. The same policy gives the same bytes. What is too large to be a policy, or has a rule
/// about a detector that is not there, [`open`] refuses.
pub fn seal(policy: &Policy) -> Vec<u8> {
    // Writing plain data to memory does not fail.
    let payload = postcard::to_allocvec(policy).unwrap_or_default();
    let length = u32::try_from(payload.len()).unwrap_or(u32::MAX);
    let mut sealed = MAGIC.to_vec();
    sealed.extend(FORMAT.to_le_bytes());
    sealed.extend(length.to_le_bytes());
    sealed.extend(Sha256::digest(&payload));
    sealed.extend(payload);
    sealed
}

/// The policy in a sealed form.
///
/// # Errors
/// Everything that is not, byte for byte, what [`seal`] makes of a sound policy.
pub fn open(sealed: &[u8]) -> Result<Policy, SealError> {
    let sealed = sealed.strip_prefix(MAGIC).ok_or(SealError::NotSealed)?;
    let (format, sealed) = sealed.split_first_chunk().ok_or(SealError::NotSealed)?;
    let found = u16::from_le_bytes(*format);
    if found != FORMAT {
        return Err(SealError::Format { found });
    }
    let (length, sealed) = sealed.split_first_chunk().ok_or(SealError::NotSealed)?;
    let (checksum, payload) = sealed.split_first_chunk::<32>().ok_or(SealError::NotSealed)?;
    let (expected, found) = (u64::from(u32::from_le_bytes(*length)), as_u64(payload.len()));
    if expected.max(found) > as_u64(MAX_PAYLOAD) {
        return Err(SealError::TooLarge { found: expected.max(found) });
    }
    if expected != found {
        return Err(SealError::Length { expected, found });
    }
    if Sha256::digest(payload).as_slice() != checksum {
        return Err(SealError::Damaged);
    }
    let (policy, rest) = postcard::take_from_bytes::<Policy>(payload).map_err(|_| SealError::Unreadable)?;
    if !rest.is_empty() {
        return Err(SealError::Unreadable);
    }
    let is_there = |when: &When| usize::try_from(when.detector).is_ok_and(|place| place < policy.detectors.len());
    match policy.rules.iter().find(|rule| !rule.when.iter().chain(&rule.unless).all(is_there)) {
        Some(rule) => Err(SealError::NoDetector { rule: rule.id.clone() }),
        None => Ok(policy),
    }
}

fn as_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}
