//! What becomes of everything that stands in a draft, hit or not.

use super::{Detector, Folded, Hit, Index, Nearby, Own, PartHit, Weighed, kept};
use crate::{Confidence, Disguise};
use std::ops::Range;

/// What a detector found, and what became of it.
#[derive(Debug)]
pub(crate) struct Candidate {
    /// The detector's place in the policy.
    pub(crate) detector: usize,
    /// In the draft as typed, in UTF-8 bytes.
    pub(crate) span: Range<usize>,
    pub(crate) typos: Option<u8>,
    pub(crate) disguise: Option<Disguise>,
    /// The own domain that it is at.
    pub(crate) own: Option<String>,
    /// What it is worth by itself.
    pub(crate) alone: Option<Confidence>,
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
    /// The place that decides what the hit is worth that this is one place of, if it is another.
    pub(crate) same_as: Option<Range<usize>>,
}

impl Index {
    /// What [`Index::find`] finds in a draft, and everything that it weighed for that.
    pub(crate) fn trace(
        &self,
        detectors: &[Detector],
        own: Own<'_>,
        draft: &str,
        folded: &Folded<'_>,
    ) -> (Vec<Hit>, Vec<Candidate>) {
        let all = self.weighed(detectors, own, draft, folded);
        let hits = kept(all.clone(), detectors, draft);
        let places = hits.iter().flat_map(|hit| hit.places.iter().map(move |place| (hit, place)));
        let mut places: Vec<_> = places.collect();
        places.sort_by_key(|(hit, place)| (hit.detector, place.start));
        let candidates = all.into_iter().map(|weighed| candidate(weighed, &places)).collect();
        (hits, candidates)
    }
}

/// `places` are those of all hits, by detector, then by place.
fn candidate(weighed: Weighed, places: &[(&Hit, &Range<usize>)]) -> Candidate {
    let stands = weighed.confidence().is_some();
    let Weighed { detector, span, seen, own, alone, worth, near, allowed, parts, .. } = weighed;
    let next = places.partition_point(|(hit, place)| (hit.detector, place.end) <= (detector, span.start));
    let stays = places.get(next).filter(|(hit, place)| hit.detector == detector && place.start < span.end);
    let covered_by = stays.filter(|(_, place)| stands && **place != span).map(|(_, place)| (*place).clone());
    let is_place = stays.filter(|(hit, place)| **place == span && hit.best != span);
    let same_as = is_place.map(|(hit, _)| hit.best.clone());
    let (typos, disguise) = (seen.typos(), seen.disguise);
    Candidate { detector, span, typos, disguise, own, alone, worth, near, allowed, parts, covered_by, same_as }
}
