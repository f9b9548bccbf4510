//! How much a policy may hold. Far more than any company needs, and little enough that what is read from a file that
//! somebody else made takes memory and time in proportion to that file.

use crate::Policy;

/// Detectors that a policy may have.
pub const MOST_DETECTORS: usize = 5_000;
/// Rules that a policy may have.
pub const MOST_RULES: usize = 5_000;
/// Detectors that all rules of a policy together may name, each as often as it is named: one name can stand for many.
pub const MOST_NAMED: usize = 250_000;
/// Domains of its own that a policy may have.
pub const MOST_DOMAINS: usize = 1_000;
/// Bytes that a term may be written in.
pub const MOST_TERM: usize = 1_000;
/// Bytes that a regular expression may be written in: reading one takes hundreds of bytes for each.
pub const MOST_PATTERN: usize = 10_000;

/// What a policy has too many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany {
    /// What they are.
    pub what: &'static str,
    /// How many there may be.
    pub most: usize,
}

/// What a policy has too many of, if anything.
pub fn exceeded(policy: &Policy) -> Option<TooMany> {
    let named = policy.rules.iter().map(|rule| rule.when.len().saturating_add(rule.unless.len()));
    let counts = [
        ("detectors", policy.detectors.len(), MOST_DETECTORS),
        ("rules", policy.rules.len(), MOST_RULES),
        ("domains", policy.card.domains.len(), MOST_DOMAINS),
        ("detectors in the rules", named.sum(), MOST_NAMED),
    ];
    let too_many = counts.into_iter().find(|(_, count, most)| count > most);
    too_many.map(|(what, _, most)| TooMany { what, most })
}
