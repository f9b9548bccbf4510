//! The detectors that a policy can take into use by name.

use crate::{example::Examples, nearest::nearest};
use bezint_core::{Text, policy::Detector};
use serde::{Deserialize, Serialize};

/// The group whose detectors find protected speech. They are in use in every policy.
pub const PROTECTED: &str = "protected";

/// Detectors by id, in order of id. A policy takes them into use one by one (`nl.bsn`) or by group (`nl`,
/// `secrets.token`).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Packs {
    detectors: Vec<Detector>,
    protected: Vec<String>,
}

impl Packs {
    /// Sorts the detectors by id.
    pub fn new(mut detectors: Vec<Detector>) -> Self {
        detectors.sort_by(|one, other| one.id.cmp(&other.id));
        Self { detectors, protected: Vec::new() }
    }

    /// The same with drafts of protected speech, for a policy to be tried on.
    pub fn with_protected(self, protected: Vec<String>) -> Self {
        Self { protected, ..self }
    }

    /// Drafts of protected speech.
    pub fn protected(&self) -> &[String] {
        &self.protected
    }

    /// All of them, by id.
    pub fn detectors(&self) -> &[Detector] {
        &self.detectors
    }

    /// Those that a name stands for: the one of that id, or those of that group. None: nobody has that name.
    pub fn named<'p>(&'p self, name: &str) -> impl Iterator<Item = &'p Detector> {
        self.detectors.iter().filter(move |detector| stands_for(name, &detector.id))
    }

    /// The name that was perhaps meant by one that stands for nothing.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        nearest(name, self.names())
    }

    /// Every name that stands for something: ids and groups.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.detectors.iter().flat_map(|detector| {
            let groups = detector.id.match_indices('.').filter_map(|(end, _)| detector.id.get(..end));
            groups.chain([detector.id.as_str()])
        })
    }
}

/// Whether a name is an id, or the group that an id begins with.
pub(crate) fn stands_for(name: &str, id: &str) -> bool {
    id.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// One file of the packs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// What it finds and how.
    pub detector: Detector,
    /// Its documentation.
    pub about: About,
    /// Its proof.
    pub examples: Examples,
}

/// What a person wants to know of a detector.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// Why it matters when this is posted.
    pub why: Text,
    /// What to do instead.
    pub advice: Text,
    /// Where the facts about the form come from.
    pub source: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_a_whole_part_of_an_id() {
        assert!(stands_for("nl.bsn", "nl.bsn"));
        assert!(stands_for("nl", "nl.bsn"));
        assert!(!stands_for("n", "nl.bsn"));
        assert!(!stands_for("nl.bs", "nl.bsn"));
        assert!(!stands_for("", "nl.bsn"));
    }
}
