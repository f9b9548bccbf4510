//! Drafts that prove a detector or a rule.

use bezint_core::{Action, Confidence, Context};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, ops::Range};

/// The drafts of one detector or rule.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Examples {
    /// Drafts in which it must find something.
    pub matching: Vec<Example>,
    /// Drafts that it must let pass.
    pub passing: Vec<Example>,
}

impl Examples {
    /// Which kinds are missing.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &'static str> {
        let kinds = [(&self.matching, "match"), (&self.passing, "pass")];
        kinds.into_iter().filter(|(drafts, _)| drafts.is_empty()).map(|(_, should)| should)
    }

    /// How many there are, of both kinds.
    pub(crate) fn len(&self) -> usize {
        self.matching.len() + self.passing.len()
    }
}

/// One draft, and what must come of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Where it stands, in bytes of the source.
    pub span: Range<usize>,
    /// The draft.
    pub draft: String,
    /// Where it would be posted; only a rule looks at it.
    pub context: Context,
    /// The exact words found, if the author says so; only for a detector.
    pub found: Option<Vec<String>>,
    /// The highest confidence found, if the author says so; only for a detector.
    pub confidence: Option<Confidence>,
    /// The action asked, if the author says so; only for a rule.
    pub action: Option<Action>,
}

/// The drafts of a file beside a policy, and what the policy must make of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Drafts<'s> {
    pub(crate) source: &'s str,
    /// In the order of the file.
    pub drafts: Vec<Draft>,
}

/// One draft of such a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Where it stands, in bytes of the source.
    pub span: Range<usize>,
    /// The draft.
    pub draft: String,
    /// Where it would be posted.
    pub context: Context,
    /// What the whole policy must ask.
    pub action: Action,
    /// The ids of all detectors whose findings must make a rule fire, if the author says so.
    pub found: Option<BTreeSet<String>>,
}
