//! The detectors and the starter policy that ship with Bezint.
//!
//! Each detector is one file, `packs/<group>/<name>.toml`, with its documentation, and with drafts in which it must
//! find something and drafts that it must let pass. The build runs them all; what is compiled in needs no parser.

use bezint_core::Text;
use bezint_policy::{Pack, Packs};
use std::sync::LazyLock;

/// The starter policy, sealed: quiet on ordinary posts, right on the obvious.
///
/// ```
/// let engine = bezint_core::Engine::load(bezint_packs::STARTER)?;
/// assert_eq!(engine.card().id, "starter");
/// # Ok::<(), bezint_core::sealed::SealError>(())
/// ```
pub const STARTER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starter"));

/// All detectors, for a policy to take into use.
///
/// ```
/// let packs = bezint_packs::packs();
/// assert!(packs.detectors().iter().any(|detector| detector.id == "nl.bsn"));
/// ```
pub fn packs() -> &'static Packs {
    static PACKS: LazyLock<Packs> = LazyLock::new(|| {
        let detectors = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/detectors")));
        let protected = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/protected")));
        Packs::new(detectors.expect("the build of this crate wrote them"))
            .with_protected(protected.expect("the build of this crate wrote them"))
    });
    &PACKS
}

/// All packs with their documentation and their examples, in the order of [`packs`]: for people. A program that only
/// judges drafts does not call this, and does not carry it.
///
/// ```
/// let pack = bezint_packs::library().iter().find(|pack| pack.detector.id == "nl.bsn").unwrap();
/// assert!(!pack.about.why["nl"].is_empty());
/// ```
pub fn library() -> &'static [Pack] {
    static LIBRARY: LazyLock<Vec<Pack>> = LazyLock::new(|| {
        let library = postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/library")));
        library.expect("the build of this crate wrote them")
    });
    &LIBRARY
}

/// Why a detector that ships matters, for [`Document::new`](bezint_policy::Document::new).
///
/// ```
/// assert!(bezint_packs::why("nl.bsn").unwrap().contains_key("nl"));
/// ```
pub fn why(id: &str) -> Option<&'static Text> {
    library().iter().find(|pack| pack.detector.id == id).map(|pack| &pack.about.why)
}
