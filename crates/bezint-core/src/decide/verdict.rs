//! From rulings to the verdict that people and programs read.

use super::rules::{Ruling, rulings};
use crate::{Context, Finding, Policy, Reason, Verdict, detect::Hit, text::Offsets};
use std::collections::BTreeSet;

/// Findings a verdict shows at most, the first of each reason apart. All findings count for its action; those above
/// this number are left out, those of the strongest reasons last.
const MOST_FINDINGS: usize = 1000;
/// Places a verdict shows at most, the first of each finding apart.
const MOST_PLACES: usize = 1000;

/// The verdict on what was found in a draft. `hits` come by detector, then by place.
pub(crate) fn verdict(policy: &Policy, draft: &str, hits: &[Hit], context: &Context) -> Verdict {
    let rulings = rulings(policy, draft, hits, context);
    let shown = shown(&rulings, hits);
    let offsets = Offsets::new(draft, shown.iter().flat_map(|hit| hit.spans()));
    let mut most = MOST_PLACES;
    let findings = shown.iter().filter_map(|hit| finding(policy, draft, hit, &offsets, &mut most)).collect();
    let reasons = rulings.iter().map(|ruling| reason(policy, ruling, &shown)).collect();
    Verdict { action: rulings.first().map(|ruling| ruling.action).unwrap_or_default(), findings, reasons }
}

/// The hits that the verdict shows, by place.
fn shown<'hits>(rulings: &[Ruling<'_>], hits: &'hits [Hit]) -> Vec<&'hits Hit> {
    let mut shown = BTreeSet::new();
    for ruling in rulings {
        let about = hits.iter().enumerate().filter(|(_, hit)| ruling.is_about(hit));
        for (number, (place, _)) in about.enumerate() {
            if number > 0 && shown.len() >= MOST_FINDINGS {
                break;
            }
            shown.insert(place);
        }
    }
    let mut shown: Vec<&Hit> = shown.into_iter().filter_map(|place| hits.get(place)).collect();
    shown.sort_by_key(|hit| (hit.places.first().map(|place| (place.start, place.end)), hit.detector));
    shown
}

fn finding(policy: &Policy, draft: &str, hit: &Hit, offsets: &Offsets, most: &mut usize) -> Option<Finding> {
    let places = hit.places.iter().take((*most).max(1));
    *most = most.saturating_sub(places.len());
    let detector = policy.detectors.get(hit.detector)?;
    Some(Finding {
        detector: detector.id.clone(),
        title: detector.title.clone(),
        instead: detector.instead.clone(),
        spans: places.filter_map(|place| offsets.span(place)).collect(),
        confidence: hit.confidence,
        evidence: hit.evidence(detector, draft, offsets),
    })
}

fn reason(policy: &Policy, ruling: &Ruling<'_>, shown: &[&Hit]) -> Reason {
    let rule = ruling.rule;
    let protected = ruling.protected.and_then(|place| policy.detectors.get(place));
    Reason {
        rule: rule.id.clone(),
        action: ruling.action,
        clause: rule.clause.clone(),
        owner: rule.owner.clone(),
        layers: policy.layers_of(rule).map(|layer| layer.title.clone()).collect(),
        title: rule.title.clone(),
        advice: rule.advice.clone(),
        add: rule.add.clone(),
        protected: protected.map(|detector| detector.title.clone()),
        findings: (0..).zip(shown).filter(|(_, hit)| ruling.is_about(hit)).map(|(place, _)| place).collect(),
    }
}
