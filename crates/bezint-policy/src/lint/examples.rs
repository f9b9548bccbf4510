//! Examples that are missing.

use super::Warnings;
use crate::{Authored, Problem, written::WrittenRule};
use bezint_core::{Action, Audience, policy::Rule};
use std::collections::BTreeSet;

pub(super) fn warn(authored: &Authored<'_>, warnings: &mut Warnings) {
    let none = |of, should| Problem::NoExamples { of, should };
    for written in &authored.detectors {
        let missing = written.id.iter().flat_map(|id| written.examples.missing().map(|should| (id.clone(), should)));
        warnings.extend(missing.map(|(id, should)| (id, none("this detector", should))));
    }
    for (rule, written) in authored.own_rules() {
        let missing = written.examples.missing();
        warnings.extend(missing.map(|should| (written.id.clone(), none("this rule", should))));
        if !written.examples.matching.is_empty() {
            audiences(rule, written, warnings);
        }
    }
}

/// Audiences that a rule names and none of its examples is for. An audience that it names counts for all wider ones, up
/// to the next that it names.
fn audiences(rule: &Rule, written: &WrittenRule, warnings: &mut Warnings) {
    let asking = || rule.steps.iter().zip(&written.steps).filter(|(step, _)| step.action > Action::Allow);
    let named: BTreeSet<Audience> = asking().map(|(step, _)| step.audience).collect();
    let widest = |audience: Audience| named.range(..=audience).next_back();
    let tried: BTreeSet<_> =
        written.examples.matching.iter().filter_map(|example| widest(example.context.audience)).collect();
    for audience in named.iter().filter(|audience| !tried.contains(audience)) {
        if let Some((_, place)) = asking().find(|(step, _)| step.audience == *audience) {
            warnings.push((place.clone(), Problem::NoAudienceExample { audience: *audience }));
        }
    }
}
