//! The files that are written in the language.

/// A kind of file.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Its short name.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// The name of the table that the whole file is.
    pub root: &'static str,
}

/// A company's policy.
pub const POLICY: File = File { name: "policy", title: "A social media policy for Bezint", root: "policy file" };
/// A layer on a policy.
pub const LAYER: File =
    File { name: "layer", title: "A layer on a social media policy for Bezint", root: "layer file" };
/// A detector that ships with Bezint.
pub const PACK: File = File { name: "pack", title: "A detector that ships with Bezint", root: "pack file" };
/// Drafts to try a policy on.
pub const DRAFTS: File = File { name: "drafts", title: "Drafts to try a policy on", root: "drafts file" };
