//! What is not wrong with a policy but hardly meant: warnings. Each is certain, and none needs
//! a draft of the author's.

use crate::{Authored, Problem, packs::stands_for, trial, written::WrittenRule};
use bezint_core::{
    Action, Confidence, Context, Engine, Policy,
    policy::{Detector, Rule, Step, When},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// Rules with the same `when` that a rule is compared with at most: a policy of thousands must not take minutes.
const MOST_COMPARED: usize = 500;

type Warnings = Vec<(Range<usize>, Problem)>;

/// Languages in which the packs have their texts.
const PACK_LANGUAGES: [&str; 2] = ["en", "nl"];

/// Every warning, in no particular order. `now` is in seconds since 1970-01-01 UTC.
pub(crate) fn warnings(authored: &Authored<'_>, now: i64) -> Warnings {
    let Authored { policy, header, detectors, rules, .. } = authored;
    let mut warnings = Vec::new();
    let used: BTreeSet<u32> =
        policy.rules.iter().flat_map(|rule| rule.when.iter().chain(&rule.unless)).map(|when| when.detector).collect();
    for ((place, detector), written) in (0..).zip(&policy.detectors).zip(detectors) {
        if let Some(id) = &written.id {
            if !used.contains(&place) {
                warnings.push((id.clone(), Problem::IdleDetector { id: detector.id.clone() }));
            }
            let missing = written.examples.missing();
            warnings.extend(missing.map(|should| (id.clone(), Problem::NoExamples { of: "this detector", should })));
        }
    }
    let in_use = || (0..).zip(&policy.detectors).filter(|(place, _)| used.contains(place));
    for (place, name) in &header.packs {
        if !in_use().any(|(_, detector)| stands_for(name, &detector.id)) {
            warnings.push((place.clone(), Problem::IdlePack { name: name.clone() }));
        }
    }
    if let (Some(until), Some(place)) = (policy.card.valid_until, &header.valid_until)
        && until <= now
    {
        warnings.push((place.clone(), Problem::PolicyOver));
    }
    if !header.packs.is_empty() {
        let foreign = policy.card.languages.iter().filter(|language| !PACK_LANGUAGES.contains(&language.as_str()));
        warnings.extend(
            foreign.map(|language| (header.languages.clone(), Problem::PackLanguage { language: language.clone() })),
        );
    }
    for (rule, written) in policy.rules.iter().zip(rules) {
        of_rule(policy, rule, written, now, &mut warnings);
    }
    no_contact(policy, rules, &mut warnings);
    protected(authored, &mut warnings);
    shadowed(policy, rules, &mut warnings);
    warnings
}

fn of_rule(policy: &Policy, rule: &Rule, written: &WrittenRule, now: i64, warnings: &mut Warnings) {
    let missing = written.examples.missing();
    warnings.extend(missing.map(|should| (written.id.clone(), Problem::NoExamples { of: "this rule", should })));
    if rule.steps.iter().all(|step| step.action == Action::Allow) {
        warnings.push((written.id.clone(), Problem::AsksNothing));
    }
    if let (Some(until), Some(place)) = (rule.until, &written.until)
        && until <= now
    {
        warnings.push((place.clone(), Problem::Over));
    }
    if let Some(place) = &written.except_roles
        && !rule.roles.is_empty()
        && rule.roles.iter().all(|role| rule.except_roles.contains(role))
    {
        warnings.push((place.clone(), Problem::NobodyLeft));
    }
    let excused = |when: &When| rule.unless.iter().any(|unless| is_met_with(unless, when));
    if let Some(place) = written.unless.first()
        && rule.when.iter().all(excused)
    {
        warnings.push((place.clone(), Problem::AlwaysExcused));
    }
    let (stance, ceiling) = (policy.card.stance, policy.card.stance.ceiling());
    for (Step { action, .. }, place) in rule.steps.iter().zip(&written.steps) {
        if *action > ceiling {
            warnings.push((place.clone(), Problem::AboveStance { action: *action, stance, ceiling }));
        }
    }
    unsure(policy, rule, written, warnings);
}

/// Confidences that a rule asks for and its detectors never have.
fn unsure(policy: &Policy, rule: &Rule, written: &WrittenRule, warnings: &mut Warnings) {
    let detector = |when: &When| policy.detectors.get(usize::try_from(when.detector).ok()?);
    let problem = |whens: &[&When], confidence| {
        let detectors = whens.iter().filter_map(|when| detector(when)).map(|detector| detector.id.clone()).collect();
        Problem::NeverSoSure { detectors, confidence }
    };
    let mut surest = |whens: &[When], places: &[Range<usize>]| {
        let whens: Vec<(&When, &Range<usize>)> = whens.iter().zip(places).collect();
        let mut surest = None;
        for named in whens.chunk_by(|(_, one), (_, other)| one == other) {
            let whens: Vec<&When> = named.iter().map(|(when, _)| *when).collect();
            let reach = |when: &&When| detector(when).and_then(most_sure).filter(|most| *most >= when.confidence);
            let most = whens.iter().filter_map(reach).max();
            surest = surest.max(most);
            if let (None, [(when, place), ..]) = (most, named) {
                warnings.push(((*place).clone(), problem(&whens, when.confidence)));
            }
        }
        surest
    };
    surest(&rule.unless, &written.unless);
    let Some(surest) = surest(&rule.when, &written.when) else { return };
    for (step, place) in rule.steps.iter().zip(&written.steps).filter(|(step, _)| step.confidence > surest) {
        warnings.push((place.clone(), problem(&rule.when.iter().collect::<Vec<_>>(), step.confidence)));
    }
}

/// Whether one is met wherever the other is.
fn is_met_with(when: &When, other: &When) -> bool {
    when.detector == other.detector && when.confidence <= other.confidence && when.at_least <= other.at_least
}

/// What the surest finding of a detector is worth; `None`: it has no findings at all.
fn most_sure(detector: &Detector) -> Option<Confidence> {
    detector.near.iter().filter_map(|near| near.confidence).chain(detector.confidence).max()
}

/// Rules that speak up about what nobody may be kept from saying.
fn protected(Authored { policy, header, rules, .. }: &Authored<'_>, warnings: &mut Warnings) {
    let asking = policy.rules.iter().zip(rules).filter(|(rule, _)| {
        rule.steps.iter().any(|step| step.action > Action::Advise) && !rule.unless.iter().any(is_protected(policy))
    });
    let asking: Vec<_> = asking.collect();
    if asking.is_empty() {
        return;
    }
    let heard =
        trial::heard(policy.detectors.clone(), asking.iter().map(|(rule, _)| (rule.id.clone(), rule.when.clone())));
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

/// Who is stopped for good must know whom to ask. Said once, at the first that stops.
fn no_contact(policy: &Policy, rules: &[WrittenRule], warnings: &mut Warnings) {
    if policy.card.contact.is_some() || policy.card.stance.ceiling() < Action::Block {
        return;
    }
    let steps = policy.rules.iter().zip(rules).flat_map(|(rule, written)| rule.steps.iter().zip(&written.steps));
    if let Some((_, place)) = steps.into_iter().find(|(step, _)| step.action == Action::Block) {
        warnings.push((place.clone(), Problem::NoContact));
    }
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
        for (place, rule, written) in group {
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
    let within = |wide: &[String], narrow: &[String]| {
        wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(|name| wide.contains(name)))
    };
    let asks = |step: &Step| {
        rule.steps.iter().any(|own| {
            own.audience <= step.audience
                && own.confidence <= step.confidence
                && own.action.min(ceiling) >= step.action.min(ceiling)
        })
    };
    let excused = |unless: &When| other.unless.iter().any(|other| is_met_with(other, unless));
    rule.unless.iter().all(excused)
        && within(&rule.sites, &other.sites)
        && within(&rule.roles, &other.roles)
        && rule.except_roles.iter().all(|role| other.except_roles.contains(role))
        && rule.from.is_none_or(|from| other.from.is_some_and(|other| from <= other))
        && rule.until.is_none_or(|until| other.until.is_some_and(|other| until >= other))
        && other.steps.iter().all(asks)
}
