//! Detectors and packs that no rule uses.

use super::Warnings;
use crate::{Authored, Problem, packs::stands_for};
use std::collections::BTreeSet;

pub(super) fn warn(Authored { policy, header, detectors, .. }: &Authored<'_>, warnings: &mut Warnings) {
    let named = policy.rules.iter().flat_map(|rule| rule.when.iter().chain(&rule.unless));
    let used: BTreeSet<u32> = named.map(|when| when.detector).collect();
    for ((place, detector), written) in (0..).zip(&policy.detectors).zip(detectors) {
        if let Some(id) = &written.id
            && !used.contains(&place)
        {
            warnings.push((id.clone(), Problem::IdleDetector { id: detector.id.clone() }));
        }
    }
    let in_use = || (0..).zip(&policy.detectors).filter(|(place, _)| used.contains(place));
    for (place, name) in &header.packs {
        if !in_use().any(|(_, detector)| stands_for(name, &detector.id)) {
            warnings.push((place.clone(), Problem::IdlePack { name: name.clone() }));
        }
    }
}
