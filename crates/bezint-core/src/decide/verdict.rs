//! From rulings to the verdict that people and programs read.

use super::rules::{Ruling, rulings};
use crate::{Context, Finding, Policy, Reason, Span, Verdict, detect::Hit, text::Utf16};
use std::collections::BTreeSet;

/// Findings a verdict shows at most, the first of each reason apart. All findings count for its action; those above
/// this number are left out, those of the strongest reasons last.
const MOST_FINDINGS: usize = 1000;

/// The verdict on what was found in a draft. `hits` come by detector, then by place.
pub(crate) fn verdict(policy: &Policy, draft: &str, hits: &[Hit], context: &Context) -> Verdict {
    let rulings = rulings(policy, draft, hits, context);
    let shown = shown(&rulings, hits);
    let offsets = offsets(draft, &shown);
    let findings = shown.iter().filter_map(|hit| finding(policy, hit, &offsets)).collect();
    let reasons = rulings.iter().map(|ruling| reason(ruling, &shown)).collect();
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
    shown.sort_by_key(|hit| (hit.span.start, hit.span.end, hit.detector));
    shown
}

/// The ends of the hits in UTF-8 bytes and UTF-16 units, in order.
fn offsets(draft: &str, hits: &[&Hit]) -> Vec<(usize, u32)> {
    let mut bytes: Vec<usize> = hits.iter().flat_map(|hit| [hit.span.start, hit.span.end]).collect();
    bytes.sort_unstable();
    bytes.dedup();
    let mut utf16 = Utf16::new(draft);
    bytes.into_iter().map(|byte| (byte, utf16.units(byte))).collect()
}

fn finding(policy: &Policy, hit: &Hit, offsets: &[(usize, u32)]) -> Option<Finding> {
    let detector = policy.detectors.get(hit.detector)?;
    let units = |byte| offsets.binary_search_by_key(&byte, |(byte, _)| *byte).ok().and_then(|at| offsets.get(at));
    Some(Finding {
        detector: detector.id.clone(),
        title: detector.title.clone(),
        span: Span { start: units(hit.span.start)?.1, end: units(hit.span.end)?.1 },
        confidence: hit.confidence,
        evidence: hit.evidence(detector),
    })
}

fn reason(ruling: &Ruling<'_>, shown: &[&Hit]) -> Reason {
    let rule = ruling.rule;
    Reason {
        rule: rule.id.clone(),
        action: ruling.action,
        clause: rule.clause.clone(),
        owner: rule.owner.clone(),
        title: rule.title.clone(),
        advice: rule.advice.clone(),
        findings: (0..).zip(shown).filter(|(_, hit)| ruling.is_about(hit)).map(|(place, _)| place).collect(),
    }
}
