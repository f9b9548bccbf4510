//! For authors: reads a policy from TOML, proves its examples, seals it.
//!
//! ```
//! use bezint_policy::{Packs, read};
//!
//! let source = r#"
//! [policy]
//! id = "acme"
//! version = 1
//! title = "How we talk about our work"
//! languages = ["en"]
//! stance = "coached"
//!
//! [[detectors]]
//! id = "acme.projects"
//! title = "the name of a project"
//! terms = ["Neptunus"]
//!
//! [[rules]]
//! id = "projects"
//! clause = "2.1"
//! title = "This is the name of a project that is not public."
//! advice = "Say what it is about without its name."
//! when = "acme.projects"
//! action = "confirm"
//! examples = { match = ["Neptunus ships on Monday!"], pass = ["We ship on Monday!"] }
//! "#;
//!
//! let sealed = read(source, &Packs::default())?.seal()?;
//! assert!(bezint_core::Engine::load(&sealed).is_ok());
//!
//! let mistaken = source.replace("confirm", "confrim");
//! let problems = read(&mistaken, &Packs::default()).unwrap_err();
//! assert_eq!(problems.to_string(), "20:10: `confrim` is not one of allow, advise, confirm, justify, block");
//! # Ok::<(), bezint_policy::Diagnostics>(())
//! ```

#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic))]
#![cfg_attr(not(test), deny(clippy::indexing_slicing, clippy::string_slice))]

mod authored;
mod coverage;
mod delegate;
mod diagnostic;
mod diff;
mod document;
mod example;
pub mod language;
mod layers;
mod lint;
mod nearest;
mod packs;
mod problem;
mod read;
mod scope;
mod succession;
mod texts;
pub mod time;
mod trial;
mod written;

pub use authored::Authored;
pub use coverage::{Gap, Unreached};
pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use diff::{Changed, Difference, Field, How, Shift};
pub use document::{Document, Escaped};
pub use example::{Draft, Drafts, Example, Examples};
pub use layers::{Layers, Misread};
pub use packs::{About, PROTECTED, Pack, Packs};
pub use problem::Problem;
pub use read::{domain, read, read_drafts, read_family, read_pack};
pub use succession::{NotNewer, succeeds};
pub use trial::{Subject, Trial};
