//! What an author wrote beside what the engine needs: places in the source, reasons, examples.

use crate::example::Examples;
use bezint_core::Text;
use jiff::tz::TimeZone;
use std::ops::Range;

/// Of `[policy]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct WrittenHeader {
    /// Why there is a policy.
    pub why: Option<Text>,
    /// Where `valid_until` stands.
    pub valid_until: Option<Range<usize>>,
    /// In which times are told where a rule names no other.
    pub zone: Option<TimeZone>,
    /// Where `languages` stands.
    pub languages: Range<usize>,
    /// Each of the company's own domains, with its place.
    pub domains: Vec<(Range<usize>, String)>,
    /// The titles of the detectors of each of `Policy::off`.
    pub off: Vec<Vec<Text>>,
    /// Each name in `packs`, with its place.
    pub packs: Vec<(Range<usize>, String)>,
    /// Drafts of protected speech, to try the rules on.
    pub protected: Vec<String>,
}

/// Of a detector.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct WrittenDetector {
    /// Where its id stands; `None`: it is one of the packs.
    pub id: Option<Range<usize>>,
    /// Those of the packs are proved already, and have none here.
    pub examples: Examples,
    /// Each of its terms, folded, with its place, in the order of the source.
    pub terms: Vec<(Range<usize>, String)>,
    /// Where the file of further terms is named.
    pub terms_file: Option<Range<usize>>,
    /// Where its pattern stands.
    pub pattern: Option<Range<usize>>,
}

/// Of a rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WrittenRule {
    /// Whether it is of a layer below, whose source has its places.
    pub below: bool,
    /// Where its id stands.
    pub id: Range<usize>,
    /// Why there is such a rule.
    pub why: Option<Text>,
    /// The place of each `when` of the rule; those that one name stands for share theirs.
    pub when: Vec<Range<usize>>,
    /// The place of each `unless`, in the same way.
    pub unless: Vec<Range<usize>>,
    /// Where `add` stands.
    pub add: Option<Range<usize>>,
    /// The place of each step's action.
    pub steps: Vec<Range<usize>>,
    /// Where `except_roles` stands.
    pub except_roles: Option<Range<usize>>,
    /// Where it says when it ends or, if it does not, begins.
    pub times: Option<Range<usize>>,
    /// In which its times are told.
    pub zone: Option<TimeZone>,
    pub examples: Examples,
    /// What layers above changed of it, the lowest first.
    pub changes: Vec<WrittenChange>,
}

/// Of a change of a rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct WrittenChange {
    /// Whether it is of a layer below, whose source has its places.
    pub below: bool,
    /// Where the id of the rule stands.
    pub rule: Range<usize>,
    /// Why it is changed.
    pub why: Option<Text>,
    /// The place of each step's action; none: it has no steps of its own.
    pub steps: Vec<Range<usize>>,
    pub examples: Examples,
}
