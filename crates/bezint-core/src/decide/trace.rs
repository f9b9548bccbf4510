//! Why a rule fires, or does not.

use super::rules::{self, Judged};
use crate::{
    Action, Confidence, Context, Policy,
    detect::Hit,
    policy::{Period, Rule, Step, When},
    words::words,
};
use serde::Serialize;

/// What a rule made of the findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Considered {
    /// The rule's id.
    pub rule: String,
    /// The place in the policy to look up.
    pub clause: String,
    /// Who answers questions about it.
    pub owner: Option<String>,
    /// The id of the layer that it is of, then of those that changed it; none: the policy is of one piece.
    pub layers: Vec<String>,
    /// Whether it fires, and if not, what it failed on.
    pub outcome: Outcome,
    /// What it asks; `allow` if it does not fire.
    pub action: Action,
    /// The detector of the protected speech that it would speak up about, so that it asks `advise` at most.
    pub protected: Option<String>,
    /// What its steps ask without the stance's ceiling; `allow` if none applies.
    pub without_ceiling: Action,
    /// What keeps it from this site, these roles and this time.
    pub limits: Vec<Limit>,
    /// What it is about, and what was found of that.
    pub when: Vec<Asked>,
    /// What makes it silent, and what was found of that.
    pub unless: Vec<Asked>,
    /// The highest confidence of what counts; `None`: not enough was found.
    pub highest: Option<Confidence>,
    /// Its steps, in their order in the policy.
    pub steps: Vec<Weighed>,
}

/// A step of a rule, and whether it is for this audience and for findings of this confidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// The step.
    #[serde(flatten)]
    pub step: Step,
    /// Whether it applies.
    pub applies: bool,
}

/// One thing a rule is about, and what was found of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The detector's id.
    pub detector: String,
    /// Findings below this do not count.
    pub confidence: Confidence,
    /// How many different findings it takes.
    pub at_least: u32,
    /// How many the detector has.
    pub found: usize,
    /// How many of these count.
    pub counting: usize,
    /// Whether that is enough.
    pub met: bool,
}

words! {
    /// What became of a rule.
    Outcome {
        /// It is not for this site, these roles or this time.
        Limited = "limited",
        /// Not enough was found.
        Unmet = "unmet",
        /// No step is for this audience and for findings of this confidence.
        NoStep = "no_step",
        /// It asks nothing.
        Allows = "allows",
        /// It would ask something, but what makes it silent is in the draft.
        Excused = "excused",
        /// It is a reason of the verdict.
        Fires = "fires",
    }
}

/// What keeps a rule from a context, by its name in the policy and with what the policy says there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// It is for these sites.
    Sites(Vec<String>),
    /// It is for these roles.
    Roles(Vec<String>),
    /// It is not for these roles.
    ExceptRoles(Vec<String>),
    /// It holds in these periods.
    Periods(Vec<Period>),
}

/// What each rule made of what was found, by their order in the policy. `hits` come by detector.
pub(crate) fn trace(policy: &Policy, draft: &str, hits: &[Hit], context: &Context) -> Vec<Considered> {
    let judged = Judged::new(policy, draft, hits, context);
    policy.rules.iter().map(|rule| considered(policy, rule, &judged)).collect()
}

fn considered(policy: &Policy, rule: &Rule, judged: &Judged<'_>) -> Considered {
    let Judged { hits, context, .. } = judged;
    let limits = limits(rule, context);
    let [when, unless] = [&rule.when, &rule.unless]
        .map(|all| all.iter().filter_map(|when| asked(policy, when, hits)).collect::<Vec<_>>());
    let met: Vec<When> = rule.when.iter().filter(|when| rules::is_met(when, hits)).copied().collect();
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

fn asked(policy: &Policy, when: &When, hits: &[Hit]) -> Option<Asked> {
    let detector = policy.detectors.get(usize::try_from(when.detector).ok()?)?;
    let of_detector = hits.iter().filter(|hit| rules::counts(&When { confidence: Confidence::Low, ..*when }, hit));
    Some(Asked {
        detector: detector.id.clone(),
        confidence: when.confidence,
        at_least: when.at_least,
        found: of_detector.count(),
        counting: hits.iter().filter(|hit| rules::counts(when, hit)).count(),
        met: rules::is_met(when, hits),
    })
}
