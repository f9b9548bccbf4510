//! Rules that speak up about what nobody may be kept from saying.

use super::Warnings;
use crate::{Authored, Problem, trial};
use bezint_core::{Action, Context, Engine, Policy, policy::When};
use std::collections::BTreeMap;

pub(super) fn warn(authored: &Authored<'_>, warnings: &mut Warnings) {
    let Authored { policy, header, .. } = authored;
    let asking = authored.own_rules().filter(|(rule, _)| {
        rule.steps.iter().any(|step| step.action > Action::Advise) && !rule.unless.iter().any(is_protected(policy))
    });
    let asking: Vec<_> = asking.collect();
    if asking.is_empty() {
        return;
    }
    let heard = trial::heard(
        &policy.card.domains,
        policy.detectors.clone(),
        asking.iter().map(|(rule, _)| (rule.id.clone(), rule.when.clone())),
    );
    let engine = Engine::new(heard);
    let mut caught: BTreeMap<String, &String> = BTreeMap::new();
    for draft in &header.protected {
        for reason in engine.evaluate(draft, &Context::default()).reasons {
            caught.entry(reason.rule).or_insert(draft);
        }
    }
    for (rule, written) in asking {
        if let Some(draft) = caught.get(&rule.id) {
            warnings.push((written.id.clone(), Problem::CatchesProtected { draft: (*draft).clone() }));
        }
    }
}

fn is_protected(policy: &Policy) -> impl Fn(&When) -> bool {
    |when| policy.protected.contains(&when.detector)
}
