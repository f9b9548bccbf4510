//! Versions of a policy, one after another.

use bezint_core::Policy;

/// Why a policy cannot take the place of one that was there before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotNewer {
    /// It is another policy.
    #[error("this is the policy `{new}`, and the one before it is `{old}`: name a version of the same policy")]
    Other {
        /// The id of the one before.
        old: String,
        /// Its own.
        new: String,
    },
    /// It has changed, and nobody could tell the two apart.
    #[error("this policy has changed since version {old}, and its version is {new}: raise `version` above {old}")]
    NotGrown {
        /// The version of the one before.
        old: u64,
        /// Its own.
        new: u64,
    },
}

/// Whether a policy may take the place of an older one: it is the same, or a later version of it.
///
/// ```
/// use bezint_policy::{NotNewer, Packs, read, succeeds};
///
/// let source = "[policy]\nid = \"a\"\nversion = 1\ntitle = \"b\"\nlanguages = [\"en\"]\nstance = \"open\"";
/// let [renamed, raised] = [("\"b\"", "\"c\""), ("version = 1", "version = 2")].map(|(old, new)| source.replace(old, new));
/// let [old, renamed, raised] = [source, &renamed, &raised].map(|source| read(source, &Packs::default()).unwrap());
/// assert_eq!(succeeds(old.policy(), old.policy()), Ok(()));
/// assert_eq!(succeeds(raised.policy(), old.policy()), Ok(()));
/// assert_eq!(succeeds(renamed.policy(), old.policy()), Err(NotNewer::NotGrown { old: 1, new: 1 }));
/// ```
///
/// # Errors
/// It is another policy, or has changed without a higher version.
pub fn succeeds(new: &Policy, old: &Policy) -> Result<(), NotNewer> {
    if new.card.id != old.card.id {
        return Err(NotNewer::Other { old: old.card.id.clone(), new: new.card.id.clone() });
    }
    if new != old && new.card.version <= old.card.version {
        return Err(NotNewer::NotGrown { old: old.card.version, new: new.card.version });
    }
    Ok(())
}
