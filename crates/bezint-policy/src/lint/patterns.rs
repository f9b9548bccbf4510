//! Patterns that find ordinary text, or cost more than they should.

use super::{Warnings, ordinary};
use crate::{Authored, Problem, trial};
use bezint_core::{
    Confidence, Context, Engine,
    detect::Anchor,
    policy::{Detector, Kind, When},
};
use std::ops::Range;

/// Bytes that a compiled pattern takes before its author is told: more than any that ships.
const HEAVY: usize = 512 << 10;

/// A pattern of the policy's own, with its place.
type Own<'p> = (&'p Detector, &'p Range<usize>);

pub(super) fn warn(Authored { policy, detectors, .. }: &Authored<'_>, warnings: &mut Warnings) {
    let own = policy.detectors.iter().zip(detectors);
    let own: Vec<Own> = own.filter_map(|(detector, written)| Some((detector, written.pattern.as_ref()?))).collect();
    for (detector, place) in &own {
        let Kind::Pattern(pattern) = &detector.kind else { continue };
        if pattern.anchor == Anchor::Everywhere {
            warnings.push(((*place).clone(), Problem::WidePattern));
        }
        let bytes = pattern.compiled_size();
        if bytes > HEAVY {
            warnings.push(((*place).clone(), Problem::HeavyPattern { kib: bytes.div_ceil(1024) }));
        }
    }
    find_ordinary_text(&own, warnings);
}

/// What is found in ordinary text with some confidence. A detector that is sure of little may do so.
fn find_ordinary_text(own: &[Own], warnings: &mut Warnings) {
    if own.is_empty() {
        return;
    }
    let whens = (0..).zip(own).map(|(detector, _)| When { detector, confidence: Confidence::Medium, at_least: 1 });
    let detectors = own.iter().map(|(detector, _)| (*detector).clone()).collect();
    let anything = (String::new(), whens.collect());
    let engine = Engine::new(trial::heard(&[], detectors, [anything]));
    let mut found: Vec<Option<(String, &str, usize)>> = vec![None; own.len()];
    for sentence in ordinary::sentences() {
        let verdict = engine.evaluate(sentence, &Context::default());
        for ((detector, _), found) in own.iter().zip(&mut found) {
            let Some(finding) = verdict.findings.iter().find(|finding| finding.detector == detector.id) else {
                continue;
            };
            let words = || trial::words(sentence, [finding]).swap_remove(0);
            let (.., times) = found.get_or_insert_with(|| (words(), sentence, 0));
            *times += 1;
        }
    }
    for ((_, place), found) in own.iter().zip(found) {
        if let Some((words, sentence, times)) = found {
            let of = ordinary::sentences().count();
            warnings.push(((*place).clone(), Problem::FindsOrdinaryText { words, sentence, times, of }));
        }
    }
}
