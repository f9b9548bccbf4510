//! Which of the overlapping hits of one detector stay.
//!
//! The best first: the one with the highest confidence, of those the longest, of those the one that begins first. Each
//! next one stays if it overlaps none that stays. So the strongest confidence is never lost, and of two terms of which
//! one is part of the other the longer is found.

use super::Weighed;
use std::{cmp::Reverse, collections::BTreeMap};

/// Removes hits that overlap a better one of the same detector. Hits come, and stay, by detector, then by place.
pub(super) fn separate(hits: &mut Vec<Weighed>) {
    let apart =
        |(left, right): (&Weighed, &Weighed)| left.detector != right.detector || left.span.end <= right.span.start;
    if hits.iter().zip(hits.iter().skip(1)).all(apart) {
        return;
    }
    let mut best_first = std::mem::take(hits);
    best_first.sort_by_key(|hit| (hit.detector, Reverse(hit.worth), Reverse(hit.span.len()), hit.span.start));
    let mut stay: BTreeMap<(usize, usize), Weighed> = BTreeMap::new();
    for hit in best_first {
        let before = stay.range(..(hit.detector, hit.span.end)).next_back();
        if before.is_none_or(|(_, before)| before.detector != hit.detector || before.span.end <= hit.span.start) {
            stay.insert((hit.detector, hit.span.start), hit);
        }
    }
    hits.extend(stay.into_values());
}
