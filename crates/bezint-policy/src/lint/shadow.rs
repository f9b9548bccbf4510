//! Rules that never decide, because another always asks for as much.

use super::{Warnings, rules::is_met_with};
use crate::{Authored, Problem, scope, written::WrittenRule};
use bezint_core::{
    Action, Confidence, Policy,
    policy::{Rule, Step, When},
};
use std::collections::{BTreeMap, BTreeSet};

/// Rules with the same `when` that a rule is compared with at most: a policy of thousands must not take minutes.
const MOST_COMPARED: usize = 500;

pub(super) fn warn(Authored { policy, rules, .. }: &Authored<'_>, warnings: &mut Warnings) {
    shadowed(policy, rules, warnings);
}

/// Rules with the same `when`, each with its place in the policy.
type Group<'p> = Vec<(usize, &'p Rule, &'p WrittenRule)>;

/// Rules that never decide, because another with the same `when` always asks for as much. Of two that do so to each
/// other, the later one is told.
fn shadowed(policy: &Policy, rules: &[WrittenRule], warnings: &mut Warnings) {
    let ceiling = policy.card.stance.ceiling();
    let mut alike: BTreeMap<BTreeSet<(u32, Confidence, u32)>, Group> = BTreeMap::new();
    for (place, (rule, written)) in policy.rules.iter().zip(rules).enumerate() {
        let when = rule.when.iter().map(|when| (when.detector, when.confidence, when.at_least));
        alike.entry(when.collect()).or_default().push((place, rule, written));
    }
    for group in alike.values() {
        for (place, rule, written) in group.iter().filter(|(.., written)| !written.below) {
            let shadow = group.iter().take(MOST_COMPARED).find(|(other_place, other, _)| {
                place != other_place
                    && covers(other, rule, ceiling)
                    && (other_place < place || !covers(rule, other, ceiling))
            });
            if let Some((_, other, _)) = shadow {
                warnings.push((written.id.clone(), Problem::Shadowed { by: other.id.clone() }));
            }
        }
    }
}

/// Whether a rule asks for as much as another wherever the other fires.
fn covers(rule: &Rule, other: &Rule, ceiling: Action) -> bool {
    let asks = |step: &Step| {
        rule.steps.iter().any(|own| {
            own.audience <= step.audience
                && own.confidence <= step.confidence
                && own.action.min(ceiling) >= step.action.min(ceiling)
        })
    };
    let excused = |unless: &When| other.unless.iter().any(|other| is_met_with(other, unless));
    rule.unless.iter().all(excused)
        && scope::within(&rule.sites, &other.sites)
        && scope::within(&rule.roles, &other.roles)
        && rule.except_roles.iter().all(|role| other.except_roles.contains(role))
        && scope::cover(&rule.periods, &other.periods)
        && other.steps.iter().all(asks)
}
