//! What of a policy no draft has reached.

use crate::Trial;
use bezint_core::{
    Action, Audience, Policy,
    policy::{Rule, Step},
};
use std::collections::{BTreeMap, BTreeSet};

/// A part of a rule that no draft has reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The rule's id.
    pub rule: String,
    /// The part.
    pub unreached: Unreached,
}

/// Which part of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreached {
    /// All of it: it never fired.
    Rule,
    /// It never fired from this audience on, up to the next one that the rule names.
    Audience(Audience),
    /// It never asked for this.
    Action(Action),
}

/// The gaps that these trials leave, by rule.
pub(crate) fn gaps<'t>(policy: &Policy, trials: impl IntoIterator<Item = &'t Trial>) -> Vec<Gap> {
    let mut reached: BTreeMap<&str, BTreeSet<(Audience, Action)>> = BTreeMap::new();
    for trial in trials {
        for (id, action) in &trial.fired {
            reached.entry(id).or_default().insert((trial.audience, *action));
        }
    }
    let (ceiling, never) = (policy.card.stance.ceiling(), BTreeSet::new());
    let of = |rule: &Rule| {
        let unreached = unreached(rule, ceiling, reached.get(rule.id.as_str()).unwrap_or(&never));
        let gap = |unreached| Gap { rule: rule.id.clone(), unreached };
        unreached.into_iter().map(gap).collect::<Vec<_>>()
    };
    policy.rules.iter().flat_map(of).collect()
}

fn unreached(rule: &Rule, ceiling: Action, reached: &BTreeSet<(Audience, Action)>) -> Vec<Unreached> {
    if reached.is_empty() {
        return vec![Unreached::Rule];
    }
    let asking = || rule.steps.iter().filter(|step| step.action > Action::Allow);
    let audiences: BTreeSet<Audience> = asking().map(|step| step.audience).collect();
    let actions: BTreeSet<Action> = asking().map(|Step { action, .. }| (*action).min(ceiling)).collect();
    // The audience that a rule names counts for all wider ones up to the next that it names.
    let widest = |audience: Audience| audiences.range(..=audience).next_back();
    let audiences = audiences.iter().filter(|named| !reached.iter().any(|(at, _)| widest(*at) == Some(*named)));
    let actions = actions.iter().filter(|action| !reached.iter().any(|(_, asked)| asked == *action));
    audiences.copied().map(Unreached::Audience).chain(actions.copied().map(Unreached::Action)).collect()
}
