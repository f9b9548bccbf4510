//! Why a rule fires, or does not.

use super::rules::{self, Judged};
use crate::{
    Action, Confidence, Context, Policy,
    detect::Hit,
    explain::{Asked, Considered, Limit, Outcome, Weighed},
    policy::{Rule, Step, When},
};

/// What each rule made of what was found, by their order in the policy. `hits` come by detector.
pub(crate) fn trace(policy: &Policy, draft: &str, hits: &[Hit], context: &Context) -> Vec<Considered> {
    let judged = Judged::new(policy, draft, hits, context);
    policy.rules.iter().map(|rule| considered(policy, rule, &judged)).collect()
}

fn considered(policy: &Policy, rule: &Rule, judged: &Judged<'_>) -> Considered {
    let Judged { draft, hits, context, .. } = judged;
    let limits = limits(rule, context);
    let [when, unless] = [&rule.when, &rule.unless]
        .map(|all| all.iter().filter_map(|when| asked(policy, when, draft, hits)).collect::<Vec<_>>());
    let met: Vec<When> = rule.when.iter().filter(|when| rules::is_met(when, draft, hits)).copied().collect();
    let highest = rules::highest(&met, hits);
    let applies = |step: &Step| highest.is_some_and(|highest| rules::applies(step, context, highest));
    let steps: Vec<_> = rule.steps.iter().map(|step| Weighed { step: *step, applies: applies(step) }).collect();
    let without_ceiling = steps.iter().filter(|weighed| weighed.applies).map(|weighed| weighed.step.action).max();
    let ruling = rules::ruling(rule, judged).filter(|_| limits.is_empty());
    let outcome = match ruling {
        _ if !limits.is_empty() => Outcome::Limited,
        Some(_) => Outcome::Fires,
        None if highest.is_none() => Outcome::Unmet,
        None if without_ceiling.is_none() => Outcome::NoStep,
        None if without_ceiling == Some(Action::Allow) => Outcome::Allows,
        None => Outcome::Excused,
    };
    let protected = ruling.as_ref().and_then(|ruling| policy.detectors.get(ruling.protected?));
    Considered {
        rule: rule.id.clone(),
        clause: rule.clause.clone(),
        owner: rule.owner.clone(),
        layers: policy.layers_of(rule).map(|layer| layer.id.clone()).collect(),
        outcome,
        action: ruling.map(|ruling| ruling.action).unwrap_or_default(),
        protected: protected.map(|detector| detector.id.clone()),
        without_ceiling: without_ceiling.unwrap_or_default(),
        limits,
        when,
        unless,
        highest,
        steps,
    }
}

/// What keeps a rule from this context; nothing, exactly if [`rules::is_for`] says so.
fn limits(rule: &Rule, context: &Context) -> Vec<Limit> {
    let limits = [
        (!rules::is_for_site(rule, context)).then(|| Limit::Sites(rule.sites.clone())),
        (!rules::is_for_roles(rule, context)).then(|| Limit::Roles(rule.roles.clone())),
        rules::excepts(rule, context).then(|| Limit::ExceptRoles(rule.except_roles.clone())),
        (!rules::holds(rule, context)).then(|| Limit::Periods(rule.periods.clone())),
    ];
    limits.into_iter().flatten().collect()
}

fn asked(policy: &Policy, when: &When, draft: &str, hits: &[Hit]) -> Option<Asked> {
    let detector = policy.detectors.get(usize::try_from(when.detector).ok()?)?;
    let of_detector = hits.iter().filter(|hit| rules::counts(&When { confidence: Confidence::Low, ..*when }, hit));
    Some(Asked {
        detector: detector.id.clone(),
        confidence: when.confidence,
        at_least: when.at_least,
        found: of_detector.count(),
        counting: hits.iter().filter(|hit| rules::counts(when, hit)).count(),
        different: rules::different(when, draft, hits).last().unwrap_or_default(),
        met: rules::is_met(when, draft, hits),
    })
}
