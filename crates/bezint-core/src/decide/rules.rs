//! Which rules fire, and what they ask.

use super::protected::Protected;
use crate::{
    Action, Confidence, Context, Policy,
    detect::Hit,
    policy::{Rule, Step, When},
};
use std::cmp::Reverse;

/// What a rule asks, and on what grounds.
#[derive(Debug)]
pub(super) struct Ruling<'policy> {
    pub(super) rule: &'policy Rule,
    /// Up to the stance's ceiling, and up to `advise` in protected speech.
    pub(super) action: Action,
    /// The detector of the protected speech that all of it is about.
    pub(super) protected: Option<usize>,
    /// What was met of the rule's `when`.
    met: Vec<When>,
    /// Of the weakest step that asks this action: findings below it did not make the rule ask it.
    floor: Confidence,
}

impl Ruling<'_> {
    /// Whether a hit is one of those that made the rule ask what it asks.
    pub(super) fn is_about(&self, hit: &Hit) -> bool {
        hit.confidence >= self.floor && self.met.iter().any(|when| counts(when, hit))
    }
}

/// The rules that ask for more than `allow`: the strongest action first, then by their order in the policy.
///
/// `hits` come by detector.
pub(super) fn rulings<'policy>(
    policy: &'policy Policy,
    draft: &str,
    hits: &[Hit],
    context: &Context,
) -> Vec<Ruling<'policy>> {
    if hits.is_empty() {
        return Vec::new();
    }
    let judged = Judged::new(policy, draft, hits, context);
    let applies = policy.rules.iter().filter(|rule| is_for(rule, context));
    let mut rulings: Vec<_> = applies.filter_map(|rule| ruling(rule, &judged)).collect();
    rulings.sort_by_key(|ruling| Reverse(ruling.action));
    rulings
}

/// Whether a rule is for the site, the roles and the time.
fn is_for(rule: &Rule, context: &Context) -> bool {
    is_for_site(rule, context) && is_for_roles(rule, context) && !excepts(rule, context) && holds(rule, context)
}

pub(super) fn is_for_site(rule: &Rule, context: &Context) -> bool {
    rule.sites.is_empty() || rule.sites.iter().any(|site| is_site(site, &context.site))
}

pub(super) fn is_for_roles(rule: &Rule, context: &Context) -> bool {
    rule.roles.is_empty() || has_role(&rule.roles, context)
}

pub(super) fn excepts(rule: &Rule, context: &Context) -> bool {
    has_role(&rule.except_roles, context)
}

pub(super) fn holds(rule: &Rule, context: &Context) -> bool {
    rule.periods.is_empty() || rule.periods.iter().any(|period| period.contains(context.time))
}

fn has_role(roles: &[String], context: &Context) -> bool {
    roles.iter().any(|role| context.roles.contains(role))
}

/// Whether a site is the one a rule names, or a host below the host it names (`www.example.com` below `example.com`).
fn is_site(named: &str, site: &str) -> bool {
    let Some((above, tail)) = site.len().checked_sub(named.len()).and_then(|at| site.split_at_checked(at)) else {
        return false;
    };
    tail.eq_ignore_ascii_case(named) && (above.is_empty() || above.ends_with('.') && named.contains('.'))
}

/// What rules are judged by.
#[derive(Debug)]
pub(super) struct Judged<'j> {
    ceiling: Action,
    /// By detector.
    pub(super) hits: &'j [Hit],
    pub(super) context: &'j Context,
    protected: Option<Protected<'j>>,
}

impl<'j> Judged<'j> {
    pub(super) fn new(policy: &'j Policy, draft: &'j str, hits: &'j [Hit], context: &'j Context) -> Self {
        let ceiling = policy.card.stance.ceiling();
        Self { ceiling, hits, context, protected: Protected::new(policy, draft, hits) }
    }
}

/// What a rule asks of a draft; `None`: nothing.
pub(super) fn ruling<'policy>(rule: &'policy Rule, judged: &Judged<'_>) -> Option<Ruling<'policy>> {
    let Judged { ceiling, hits, context, protected } = judged;
    if is_excused(rule, hits) {
        return None;
    }
    let met: Vec<When> = rule.when.iter().filter(|when| is_met(when, hits)).copied().collect();
    let highest = highest(&met, hits)?;
    let steps = rule.steps.iter().filter(|step| applies(step, context, highest));
    let asked = steps.map(|step| (step.action.min(*ceiling), Reverse(step.confidence))).max();
    let (action, Reverse(floor)) = asked.filter(|(action, _)| *action > Action::Allow)?;
    let mut ruling = Ruling { rule, action, protected: None, met, floor };
    ruling.protected = protected.as_ref().and_then(|protected| {
        let about = hits.iter().filter(|hit| ruling.is_about(hit));
        protected.by(about)
    });
    if ruling.protected.is_some() {
        ruling.action = action.min(Action::Advise);
    }
    Some(ruling)
}

/// Whether the draft holds what makes the rule silent.
pub(super) fn is_excused(rule: &Rule, hits: &[Hit]) -> bool {
    rule.unless.iter().any(|unless| is_met(unless, hits))
}

/// Whether a finding counts for a `when`.
pub(super) fn counts(when: &When, hit: &Hit) -> bool {
    usize::try_from(when.detector).is_ok_and(|detector| detector == hit.detector) && hit.confidence >= when.confidence
}

/// The findings that count for a `when`. `hits` come by detector.
fn counting<'h>(when: &'h When, hits: &'h [Hit]) -> impl Iterator<Item = &'h Hit> {
    let detector = usize::try_from(when.detector).unwrap_or(usize::MAX);
    let first = hits.partition_point(|hit| hit.detector < detector);
    let of_detector = hits.iter().skip(first).take_while(move |hit| hit.detector == detector);
    of_detector.filter(move |hit| hit.confidence >= when.confidence)
}

/// The highest confidence of the findings that count for what was met.
pub(super) fn highest(met: &[When], hits: &[Hit]) -> Option<Confidence> {
    met.iter().flat_map(|when| counting(when, hits)).map(|hit| hit.confidence).max()
}

/// Whether a step is for this audience and for findings of this confidence.
pub(super) fn applies(step: &Step, context: &Context, highest: Confidence) -> bool {
    context.audience >= step.audience && highest >= step.confidence
}

/// Whether there are enough findings: the same thing in several places is one.
pub(super) fn is_met(when: &When, hits: &[Hit]) -> bool {
    let wanted = usize::try_from(when.at_least).unwrap_or(usize::MAX).max(1);
    counting(when, hits).nth(wanted - 1).is_some()
}
