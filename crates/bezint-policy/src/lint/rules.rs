//! Rules that ask for what cannot be.

use super::Warnings;
use crate::{Authored, Problem, written::WrittenRule};
use bezint_core::{
    Action, Confidence, Policy,
    policy::{Detector, Kind, Rule, Step, Terms, When},
};
use std::ops::Range;

pub(super) fn warn(authored: &Authored<'_>, now: i64, warnings: &mut Warnings) {
    for (rule, written) in authored.own_rules() {
        of_rule(&authored.policy, rule, written, now, warnings);
    }
}

fn of_rule(policy: &Policy, rule: &Rule, written: &WrittenRule, now: i64, warnings: &mut Warnings) {
    if rule.steps.iter().all(|step| step.action == Action::Allow) {
        warnings.push((written.id.clone(), Problem::AsksNothing));
    }
    if let Some(place) = &written.times
        && rule.periods.iter().all(|period| period.until.is_some_and(|until| until <= now))
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
    too_many(policy, rule, written, warnings);
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
pub(super) fn is_met_with(when: &When, other: &When) -> bool {
    when.detector == other.detector && when.confidence <= other.confidence && when.at_least <= other.at_least
}

/// What the surest finding of a detector is worth; `None`: it has no findings at all.
fn most_sure(detector: &Detector) -> Option<Confidence> {
    detector.near.iter().filter_map(|near| near.confidence).chain(detector.confidence).max()
}

/// Different findings that a rule asks for and its terms never make.
fn too_many(policy: &Policy, rule: &Rule, written: &WrittenRule, warnings: &mut Warnings) {
    for (when, place) in rule.when.iter().zip(&written.when) {
        let detector = usize::try_from(when.detector).ok().and_then(|place| policy.detectors.get(place));
        let Some(Detector { id, kind: Kind::Terms(Terms { terms, .. }), .. }) = detector else { continue };
        if usize::try_from(when.at_least).is_ok_and(|at_least| at_least > terms.len()) {
            let (detector, at_least, most) = (id.clone(), when.at_least, terms.len());
            warnings.push((place.clone(), Problem::NeverSoMany { detector, at_least, most }));
        }
    }
}
