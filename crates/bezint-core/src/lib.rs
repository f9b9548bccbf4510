//! The Bezint engine: a draft and its context in, a verdict out.
//!
//! Pure: no input or output, no clock, no globals, no panics. The same draft, policy and context give the same verdict.
//!
//! A draft goes through stages that know nothing of each other but their results:
//!
//! | stage | from | to |
//! |---|---|---|
//! | [`text`] | a draft | its folded form, and the way back |
//! | [`detect`] | both forms | hits: which detector, where, how sure, by what terms near by |
//! | [`decide`] | hits and a [`Context`] | rulings, and from these the [`Verdict`] |
//!
//! ```
//! use bezint_core::{Action, Audience, Confidence, Context, Engine, Policy, Span, Stance, Text, policy::*};
//!
//! let text = |words: &str| Text::from([("en".to_owned(), words.to_owned())]);
//! let policy = Policy {
//!     card: Card { id: "acme".to_owned(), version: 1, stance: Stance::Coached, ..Card::default() },
//!     detectors: vec![Detector {
//!         id: "acme.codenames".to_owned(),
//!         title: text("A project's codename"),
//!         instead: None,
//!         kind: Kind::Terms(Terms { terms: vec!["project finch".to_owned()], matching: Matching::Word, typos: false }),
//!         confidence: Some(Confidence::High),
//!         own: None,
//!         near: Vec::new(),
//!         allowed: Vec::new(),
//!         floor: Confidence::Low,
//!     }],
//!     rules: vec![Rule {
//!         id: "codenames".to_owned(),
//!         clause: "3.2".to_owned(),
//!         title: text("This project is not public yet."),
//!         advice: text("Leave its name out."),
//!         when: vec![When { detector: 0, confidence: Confidence::Low, at_least: 1 }],
//!         steps: vec![Step { audience: Audience::Group, confidence: Confidence::Medium, action: Action::Confirm }],
//!         ..Rule::default()
//!     }],
//!     ..Policy::default()
//! };
//! let engine = Engine::new(policy);
//! let verdict = engine.evaluate("Trots op Projéct  FINCH!", &Context::default());
//! assert_eq!(verdict.action, Action::Confirm);
//! assert_eq!(verdict.findings[0].spans, [Span { start: 9, end: 23 }]);
//! ```

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

pub mod decide;
pub mod detect;
mod engine;
pub mod explain;
pub mod limits;
pub mod policy;
pub mod sealed;
pub mod text;
mod verdict;
mod words;

pub use engine::Engine;
pub use policy::Policy;
pub use verdict::{Context, Evidence, Finding, Reason, Span, Verdict};
pub use words::{Action, Audience, Confidence, Disguise, OnError, Stance, Text, UnknownWord};
