//! Finding: one index over the draft gives candidates, each candidate is confirmed.

mod anchor;
mod check;

pub use anchor::{Anchor, PatternError};
pub use check::Check;
