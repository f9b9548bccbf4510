//! Examples that are missing.

use super::Warnings;
use crate::{Authored, Problem, example::Examples};
use bezint_core::{Action, Audience, policy::Step};
use std::{collections::BTreeSet, ops::Range};

pub(super) fn warn(authored: &Authored<'_>, warnings: &mut Warnings) {
    let none = |of, should| Problem::NoExamples { of, should };
    for written in &authored.detectors {
        let missing = written.id.iter().flat_map(|id| written.examples.missing().map(|should| (id.clone(), should)));
        warnings.extend(missing.map(|(id, should)| (id, none("this detector", should))));
    }
    for (rule, written) in authored.own_rules() {
        let missing = written.examples.missing();
        warnings.extend(missing.map(|should| (written.id.clone(), none("this rule", should))));
        audiences(&rule.steps, &written.steps, &written.examples, warnings);
    }
    for (rule, written) in authored.policy.rules.iter().zip(&authored.rules) {
        for change in written.changes.iter().filter(|change| !change.below) {
            let missing = change.examples.missing();
            warnings.extend(missing.map(|should| (change.rule.clone(), none("this change", should))));
            audiences(&rule.steps, &change.steps, &change.examples, warnings);
        }
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
