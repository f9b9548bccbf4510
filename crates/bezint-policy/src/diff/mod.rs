//! How two policies differ: what changes, and for whom.
//!
//! A policy, a detector and a rule are each a list of facts, and lists of facts are compared as sets. What a rule asks
//! is compared by audience and confidence, under the ceiling of its own policy's stance: a step that the stance never
//! lets through is no difference, and another stance is one in every rule it reaches.

mod facts;
pub(crate) mod shift;

pub use facts::Field;
pub use shift::Shift;

use bezint_core::{Policy, Text};
use serde::Serialize;
use std::collections::BTreeMap;

/// How a policy differs from an earlier one.
///
/// ```
/// use bezint_policy::{Difference, Packs, read};
///
/// let source = "[policy]\nid = \"a\"\nversion = 1\ntitle = \"b\"\nlanguages = [\"en\"]\nstance = \"open\"";
/// let newer = source.replace("version = 1", "version = 2");
/// let (old, new) = (read(source, &Packs::default())?, read(&newer, &Packs::default())?);
/// let difference = Difference::new(old.policy(), new.policy());
/// assert_eq!(difference.policy[0].what, "version");
/// assert!(Difference::new(old.policy(), old.policy()).is_empty());
/// # Ok::<(), bezint_policy::Diagnostics>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What is said of the policy itself.
    pub policy: Vec<Field>,
    /// Detectors, by their order in the new policy; those that are gone last.
    pub detectors: Vec<Changed>,
    /// Rules, in the same order.
    pub rules: Vec<Changed>,
}

/// A detector or a rule that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Its id.
    pub id: String,
    /// Its title, the new one if there is one.
    pub title: Text,
    /// Whether it is there at all.
    pub how: How,
    /// What changed of what is said of it; nothing for what is added or removed.
    pub fields: Vec<Field>,
    /// What changed of what a rule asks, and for whom.
    pub shifts: Vec<Shift>,
}

/// What became of a detector or a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It was not there before.
    Added,
    /// It is there no longer.
    Removed,
    /// It is another than it was.
    Changed,
}

impl Difference {
    /// Compares two policies.
    pub fn new(old: &Policy, new: &Policy) -> Self {
        let detectors = pairs(&old.detectors, &new.detectors, |detector| &detector.id);
        let detectors = detectors.into_iter().filter_map(|(before, after)| {
            let facts = [before, after].map(|detector| detector.map(facts::of_detector));
            let named = after.or(before)?;
            changed(&named.id, &named.title, facts, Vec::new())
        });
        let rules = pairs(&old.rules, &new.rules, |rule| &rule.id);
        let rules = rules.into_iter().filter_map(|(before, after)| {
            let facts = [before.map(|rule| facts::of_rule(old, rule)), after.map(|rule| facts::of_rule(new, rule))];
            let asked = |rule, policy: &Policy| shift::asked(rule, policy.card.stance.ceiling());
            let named = after.or(before)?;
            changed(&named.id, &named.title, facts, shift::shifts(&asked(before, old), &asked(after, new)))
        });
        Self {
            policy: facts::fields(&of_policy(old), &of_policy(new)),
            detectors: detectors.collect(),
            rules: rules.collect(),
        }
    }

    /// Whether nothing changes for anyone.
    pub fn is_empty(&self) -> bool {
        self.policy.is_empty() && self.detectors.is_empty() && self.rules.is_empty()
    }
}

fn of_policy(policy: &Policy) -> facts::Facts {
    facts::of_card(&policy.card).into_iter().chain(facts::of_layers(policy)).chain(facts::of_off(policy)).collect()
}

/// What changed, if anything did.
fn changed(id: &str, title: &Text, facts: [Option<facts::Facts>; 2], shifts: Vec<Shift>) -> Option<Changed> {
    let (how, fields) = match facts {
        [Some(before), Some(after)] => (How::Changed, facts::fields(&before, &after)),
        [None, _] => (How::Added, Vec::new()),
        [_, None] => (How::Removed, Vec::new()),
    };
    let same = how == How::Changed && fields.is_empty() && shifts.is_empty();
    (!same).then(|| Changed { id: id.to_owned(), title: title.clone(), how, fields, shifts })
}

/// What has the same id in two lists, in the order of the new one; what is only in the old one last.
fn pairs<'p, T>(old: &'p [T], new: &'p [T], id: impl Fn(&T) -> &str) -> Vec<(Option<&'p T>, Option<&'p T>)> {
    let named = |all: &'p [T]| all.iter().map(|one| (id(one).to_owned(), one)).collect::<BTreeMap<_, _>>();
    let (before, after) = (named(old), named(new));
    let there = new.iter().map(|one| (before.get(id(one)).copied(), Some(one)));
    let gone = old.iter().filter(|one| !after.contains_key(id(one))).map(|one| (Some(one), None));
    there.chain(gone).collect()
}
