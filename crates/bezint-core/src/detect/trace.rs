//! What becomes of everything that stands in a draft, hit or not.

use super::{Detector, Folded, Hit, Index, Nearby, PartHit, Weighed, kept};
use crate::Confidence;
use std::ops::Range;

/// What a detector found, and what became of it.
#[derive(Debug)]
pub(crate) struct Candidate {
    /// The detector's place in the policy.
    pub(crate) detector: usize,
    /// In the draft as typed, in UTF-8 bytes.
    pub(crate) span: Range<usize>,
    /// What it is worth; `None`: nothing, so it is no hit.
    pub(crate) worth: Option<Confidence>,
    /// The terms near by that had a say in that.
    pub(crate) near: Vec<Nearby>,
    /// The allowed term that makes it no hit.
    pub(crate) allowed: Option<usize>,
    /// Of a combination: what made it.
    pub(crate) parts: Vec<PartHit>,
    /// The better hit of the same detector that it overlaps, if there is one.
    pub(crate) covered_by: Option<Range<usize>>,
}

impl Index {
    /// What [`Index::find`] finds in a draft, and everything that it weighed for that.
    pub(crate) fn trace(&self, detectors: &[Detector], draft: &str, folded: &Folded<'_>) -> (Vec<Hit>, Vec<Candidate>) {
        let all = self.weighed(detectors, draft, folded);
        let hits = kept(all.iter().cloned());
        let candidates = all.into_iter().map(|weighed| candidate(weighed, &hits)).collect();
        (hits, candidates)
    }
}

fn candidate(weighed: Weighed, hits: &[Hit]) -> Candidate {
    let stands = weighed.confidence().is_some();
    let Weighed { detector, span, worth, near, allowed, parts, .. } = weighed;
    let next = hits.partition_point(|hit| (hit.detector, hit.span.end) <= (detector, span.start));
    let stays = hits.get(next).filter(|hit| hit.detector == detector && hit.span.start < span.end);
    let covered_by = stays.filter(|hit| stands && hit.span != span).map(|hit| hit.span.clone());
    Candidate { detector, span, worth, near, allowed, parts, covered_by }
}
