//! Deciding: which rules fire on what was found, and the verdict that makes.
//!
//! A rule is looked at if it is for the site, the roles and the time. It fires if one of its `when` is met: enough
//! different findings of a detector, of enough confidence. The strongest of its steps that are for the audience and for
//! one of these findings is what it asks, up to the ceiling of the policy's stance. It is silent after all if one of its
//! `unless` is met in the same way: then the draft says what the rule would ask it to say.
//! And about what is said in protected speech (`protected`) it asks `advise` at most.
//!
//! A verdict speaks only of what a rule has something to say about. A rule that asks `allow` is no reason, and a
//! finding that no reason is about stays out: it would be noise to the one who reads it.

mod protected;
mod rules;
mod trace;
mod verdict;

pub(crate) use trace::trace;
pub use trace::{Asked, Considered, Limit, Outcome, Weighed};
pub(crate) use verdict::verdict;
