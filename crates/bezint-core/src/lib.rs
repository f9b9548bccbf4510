//! The Bezint engine: a draft and its context in, a verdict out.
//!
//! Pure: no input or output, no clock, no globals, no panics. The same draft, policy and context give the same verdict.

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod decide;
pub mod detect;
mod engine;
pub mod policy;
pub mod sealed;
pub mod text;
mod verdict;
mod words;

pub use engine::Engine;
pub use policy::Policy;
pub use verdict::{Context, Evidence, Finding, Reason, Span, Verdict};
pub use words::{Action, Audience, Confidence, OnError, Stance, Text, UnknownWord};
