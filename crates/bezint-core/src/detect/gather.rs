//! The same thing in several places is one hit: whoever reads of it is told once, and what makes it sure in one place
//! makes it sure in all.
//!
//! The same is the same term, however it is written or inflected, and the same letters and digits of what has a shape.
//! A number that is worth nothing in one place, since nothing there tells what it is, is that number still where another
//! place tells. A word is not: it may well mean something else there.

use super::{Detector, Hit, Weighed, allowed::value};
use crate::policy::Kind;
use std::collections::BTreeMap;

/// What makes two places of a detector the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Same {
    Term(usize),
    Value(String),
}

/// The hits that these places are. `counting` overlap none of the same detector; `other` are worth nothing by themselves.
/// Both come by detector, then by place, and so do the hits, by their first place.
pub(super) fn gather(counting: Vec<Weighed>, other: &[Weighed], detectors: &[Detector], draft: &str) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    let mut known: BTreeMap<(usize, Same), usize> = BTreeMap::new();
    let many = counting.len() + other.len() > 1;
    for weighed in counting {
        let place = if many { *known.entry((weighed.detector, weighed.same(draft))).or_insert(hits.len()) } else { 0 };
        match (hits.get_mut(place), weighed.hit()) {
            (Some(known), Some(further)) => known.add(further),
            (_, hit) => hits.extend(hit),
        }
    }
    let mut is_added = false;
    for weighed in other {
        let has_shape = |detector: &Detector| matches!(detector.kind, Kind::Pattern(_) | Kind::Number(_));
        if weighed.allowed.is_some()
            || !detectors.get(weighed.detector).is_some_and(has_shape)
            || hits.binary_search_by_key(&weighed.detector, |hit| hit.detector).is_err()
        {
            continue;
        }
        if let Some(known) = known.get(&(weighed.detector, weighed.same(draft))).and_then(|known| hits.get_mut(*known))
        {
            known.places.push(weighed.span.clone());
            is_added = true;
        }
    }
    if is_added {
        hits.iter_mut().for_each(Hit::order);
        hits.sort_by_key(|hit| (hit.detector, hit.start()));
    }
    hits
}

impl Weighed {
    fn same(&self, draft: &str) -> Same {
        match self.seen.term {
            Some(term) => Same::Term(term),
            None => Same::Value(value(draft.get(self.span.clone()).unwrap_or_default())),
        }
    }
}

impl Hit {
    /// The same thing in a further place, which comes after all of this one's.
    fn add(&mut self, mut further: Self) {
        self.places.append(&mut further.places);
        if further.confidence > self.confidence {
            let places = std::mem::take(&mut self.places);
            *self = Self { places, ..further };
        }
    }

    /// Puts its places in order, of those that overlap only the first.
    fn order(&mut self) {
        self.places.sort_unstable_by_key(|place| (place.start, place.end));
        self.places.dedup_by(|next, kept| next.start < kept.end);
    }
}
