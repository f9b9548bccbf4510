//! Text: what a draft says once disguises and ornaments are off, and where in the draft it says it.
//!
//! - [`Folded`]: the draft with its letters made comparable, and the way back to the draft as typed.
//! - [`Reading`]: other ways to read it, where letters stand apart or digits stand for letters.
//! - [`Sentences`]: where sentences begin.
//! - [`Utf16`]: from UTF-8 bytes to the UTF-16 units of JavaScript.

mod disguise;
mod distances;
mod fold;
mod letters;
mod map;
mod reading;
mod sentences;
mod spelled;
mod table;
mod utf16;

pub(crate) use distances::Distances;
pub use fold::{Folded, fold_term};
pub use reading::Reading;
pub use sentences::Sentences;
pub(crate) use utf16::Offsets;
pub use utf16::Utf16;
