//! What the engine is asked and what it answers.

use crate::{Action, Audience, Confidence, Disguise, Text};
use serde::{Deserialize, Serialize};

/// Where and when a draft would be posted, and by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Context {
    /// Who could read it. Left out: everyone.
    pub audience: Audience,
    /// The site: its adapter's id (`x`), else its host.
    pub site: String,
    /// The roles of the person.
    pub roles: Vec<String>,
    /// Seconds since 1970-01-01 UTC. The engine has no clock.
    pub time: i64,
    /// Domains that are the company's own beside those of its policy, in small letters.
    pub domains: Vec<String>,
}

/// The strongest action of all rules that fired, with its reasons.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The strongest of all reasons' actions; `allow` without any.
    pub action: Action,
    /// What was found, by place in the draft.
    pub findings: Vec<Finding>,
    /// Rules that fired, strongest action first, then by their order in the policy.
    pub reasons: Vec<Reason>,
}

/// One thing that a detector found, in one or more places.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The detector's id.
    pub detector: String,
    /// What was found, in a person's words.
    pub title: Text,
    /// What could stand in its place.
    pub instead: Option<Text>,
    /// Where: one place at least, by place. The same number twice, or the same term, is one finding.
    pub spans: Vec<Span>,
    /// How sure, in the place where that is surest.
    pub confidence: Confidence,
    /// What made it so there.
    pub evidence: Vec<Evidence>,
}

/// A place in the original draft, in UTF-16 code units (JavaScript's string offsets), end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Of the first unit.
    pub start: u32,
    /// After the last unit.
    pub end: u32,
}

/// What raised or lowered a confidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
pub enum Evidence {
    /// A checksum came out right.
    Check {
        /// Its name, such as `bsn`.
        check: String,
    },
    /// It is a term with typing errors, so that it is worth less.
    Typos {
        /// How many letters are off.
        letters: u8,
    },
    /// It is written so that a machine would not see it.
    Disguise {
        /// How.
        disguise: Disguise,
    },
    /// Its characters are as mixed as those of a key or a password.
    Entropy {
        /// In hundredths of a bit per character.
        centibits: u16,
    },
    /// A part of the combination stands in it.
    Part {
        /// The part's name in the policy.
        part: String,
        /// Its words in the draft.
        span: Span,
    },
    /// It is at one of the company's own domains.
    Own {
        /// The domain, as the policy or the host names it. Never the draft's text.
        domain: String,
    },
    /// A term of the policy stands near by.
    Near {
        /// The term, as the policy has it. Never the draft's text.
        term: String,
        /// What the hit is worth with it.
        confidence: Confidence,
    },
}

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The rule's id.
    pub rule: String,
    /// What it asks, never above the stance's ceiling.
    pub action: Action,
    /// The place in the policy to look up.
    pub clause: String,
    /// Who answers questions about it.
    pub owner: Option<String>,
    /// The layer of the policy that it is of, then those that changed it; none: the policy is of one piece.
    pub layers: Vec<Text>,
    /// What is the matter.
    pub title: Text,
    /// What to do instead.
    pub advice: Text,
    /// A sentence that, added to the draft, leaves this rule nothing to say.
    pub add: Option<Text>,
    /// What the draft speaks of where this rule has something to say, if nobody may be kept from saying that (reporting
    /// wrongdoing, a union, one's own pay and conditions): the rule then asks `advise` at most.
    pub protected: Option<Text>,
    /// Places in [`Verdict::findings`] of what made it fire.
    pub findings: Vec<u32>,
}
