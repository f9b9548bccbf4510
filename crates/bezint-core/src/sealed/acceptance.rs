//! Which sealed policies are accepted, of those that are whole.

use super::{PublicKey, SealError};
use crate::policy::Card;

/// What is asked of a sealed policy besides that it is whole. The default asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// It must be signed with this key.
    pub public_key: Option<PublicKey>,
    /// It must not be an earlier version of this policy.
    pub not_older_than: Option<Known>,
    /// It must be valid at this time, in seconds since 1970-01-01 UTC.
    pub at: Option<i64>,
}

/// A policy that is there already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u64,
}

impl Acceptance {
    /// Whether the signature is the one that is asked for.
    pub(super) fn of_signer(&self, signer: Option<PublicKey>) -> Result<(), SealError> {
        match (self.public_key, signer) {
            (Some(wanted), None) => Err(SealError::Unsigned { wanted }),
            (Some(wanted), Some(found)) if found != wanted => Err(SealError::OtherKey { found, wanted }),
            _ => Ok(()),
        }
    }

    /// Whether version and time are as asked for.
    pub(super) fn of_card(&self, card: &Card) -> Result<(), SealError> {
        if let Some(Known { id, version }) = &self.not_older_than
            && card.id == *id
            && card.version < *version
        {
            return Err(SealError::Older { id: id.clone(), found: card.version, known: *version });
        }
        let Some(at) = self.at else { return Ok(()) };
        match (card.valid_from, card.valid_until) {
            (Some(from), _) if at < from => Err(SealError::NotYetValid { from }),
            (_, Some(until)) if at >= until => Err(SealError::NoLongerValid { until }),
            _ => Ok(()),
        }
    }
}
