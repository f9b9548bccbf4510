//! Why a sealed policy is refused.

use super::{FORMAT, MAX_PAYLOAD, PublicKey};
use serde::Serialize;

/// Why a sealed policy is refused: a sentence ([`std::fmt::Display`]), a code for programs ([`SealError::code`]), and
/// facts, which serialize beside the code.
///
/// ```
/// use bezint_core::sealed::{SealError, open};
///
/// let refused = open(b"BEZINT\0\x09\0").unwrap_err();
/// assert_eq!(refused, SealError::Format { found: 9 });
/// assert_eq!(refused.code(), "format");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
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
    /// It holds more of something than any policy may.
    #[error("this policy has more {what} than any policy may have, which is {most}")]
    TooMany {
        /// What it has too many of.
        what: &'static str,
        /// How many there may be.
        most: usize,
    },
    /// The checksum is wrong.
    #[error("this sealed policy is damaged: fetch it again")]
    Damaged,
    /// It is signed, and not by the key it names.
    #[error("the signature of this sealed policy is wrong: fetch it again, and ask who made it if it stays so")]
    BadSignature,
    /// The checksum is right, and yet it cannot be read.
    #[error("this sealed policy cannot be read: seal it again")]
    Unreadable,
    /// A rule is about a detector that is not there.
    #[error("rule `{rule}` of this policy is about a detector that is not there: seal it again")]
    NoDetector {
        /// The rule's id.
        rule: String,
    },
    /// It is not signed, and must be.
    #[error("this policy is not signed, and only one signed with {wanted} is accepted: seal it with that key")]
    Unsigned {
        /// The key it must be signed with.
        wanted: PublicKey,
    },
    /// It is signed with another key than it must be.
    #[error("this policy is signed with {found}, and only one signed with {wanted} is accepted")]
    OtherKey {
        /// The key it is signed with.
        found: PublicKey,
        /// The key it must be signed with.
        wanted: PublicKey,
    },
    /// It is an earlier version of a policy that was there already.
    #[error("this is version {found} of the policy `{id}`, and version {known} is there already: take the newer one")]
    Older {
        /// The policy's id.
        id: String,
        /// Its version.
        found: u64,
        /// The version that is there already.
        known: u64,
    },
    /// Its time has yet to come.
    #[error("this policy is not valid yet")]
    NotYetValid {
        /// From when on it is valid, in seconds since 1970-01-01 UTC.
        from: i64,
    },
    /// Its time is over.
    #[error("this policy is no longer valid: ask for a newer one")]
    NoLongerValid {
        /// The first second at which it no longer is, in seconds since 1970-01-01 UTC.
        until: i64,
    },
}

impl SealError {
    /// Its name for programs, which stays the same when the sentence changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotSealed => "not-sealed",
            Self::Format { .. } => "format",
            Self::Length { .. } => "length",
            Self::TooLarge { .. } => "too-large",
            Self::TooMany { .. } => "too-many",
            Self::Damaged => "damaged",
            Self::BadSignature => "bad-signature",
            Self::Unreadable => "unreadable",
            Self::NoDetector { .. } => "no-detector",
            Self::Unsigned { .. } => "unsigned",
            Self::OtherKey { .. } => "other-key",
            Self::Older { .. } => "older",
            Self::NotYetValid { .. } => "not-yet-valid",
            Self::NoLongerValid { .. } => "no-longer-valid",
        }
    }

    /// Whether the policy is whole, and only not what is asked for: another key, version or time.
    pub fn is_whole(&self) -> bool {
        matches!(
            self,
            Self::Unsigned { .. }
                | Self::OtherKey { .. }
                | Self::Older { .. }
                | Self::NotYetValid { .. }
                | Self::NoLongerValid { .. }
        )
    }
}
