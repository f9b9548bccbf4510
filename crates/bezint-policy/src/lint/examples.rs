//! Examples that are missing.

use super::Warnings;
use crate::{Authored, Problem, example::Examples};
use bezint_core::{Action, Audience, policy::Step};
use std::{collections::BTreeSet, ops::Range};

pub(super) fn warn(authored: &Authored<'_>, warnings: &mut Warnings) {
    for written in &authored.detectors {
        if let Some(id) = &written.id {
            missing("this detector", id, &written.examples, warnings);
        }
    }
    for (rule, written) in authored.own_rules() {
        missing("this rule", &written.id, &written.examples, warnings);
        audiences(&rule.steps, &written.steps, &written.examples, warnings);
    }
    for (rule, written) in authored.policy.rules.iter().zip(&authored.rules) {
        for change in written.changes.iter().filter(|change| !change.below) {
            missing("this change", &change.rule, &change.examples, warnings);
            audiences(&rule.steps, &change.steps, &change.examples, warnings);
        }
    }
}

/// Says once that there are no examples, or of which kind there are none.
fn missing(of: &'static str, place: &Range<usize>, examples: &Examples, warnings: &mut Warnings) {
    if examples.len() == 0 {
        warnings.push((place.clone(), Problem::Unproved { of }));
    } else {
        warnings.extend(examples.missing().map(|should| (place.clone(), Problem::NoExamples { of, should })));
    }
}

/// Audiences that a rule names and none of its examples is for. An audience that it names counts for all wider ones, up
/// to the next that it names.
fn audiences(steps: &[Step], places: &[Range<usize>], examples: &Examples, warnings: &mut Warnings) {
    if examples.matching.is_empty() {
        return;
    }
    let asking = || steps.iter().zip(places).filter(|(step, _)| step.action > Action::Allow);
    let named: BTreeSet<Audience> = asking().map(|(step, _)| step.audience).collect();
    let widest = |audience: Audience| named.range(..=audience).next_back();
    let tried: BTreeSet<_> = examples.matching.iter().filter_map(|example| widest(example.context.audience)).collect();
    for audience in named.iter().filter(|audience| !tried.contains(audience)) {
        if let Some((_, place)) = asking().find(|(step, _)| step.audience == *audience) {
            warnings.push((place.clone(), Problem::NoAudienceExample { audience: *audience }));
        }
    }
}
