//! What stands near a hit, or around it, and changes what it is worth.
//!
//! All terms of all lists are looked for together, once per draft, and only in drafts with a hit of a detector that has
//! such a list: those that are near, and the one of what is allowed. They stand as whole words in the folded draft, or in
//! it with its disguises off; distances are counted in the draft as typed. A word that belongs to the hit itself does not
//! count: a hit is no evidence for itself.

use super::{
    Detector, Matching, Nearby, Stand,
    allowed::{self, Values},
    literals::Literals,
    source::Source,
    term,
    view::View,
};
use crate::{
    Confidence,
    policy::{Kind, Near, Within},
    text::Distances,
};
use std::{ops::Range, sync::OnceLock};

/// The terms of all lists, indexed when first needed.
#[derive(Debug, Default)]
pub(super) struct Index {
    terms: OnceLock<Literals<Whose>>,
    allowed: OnceLock<Values>,
}

/// A term: its source, its list, its place in the list; and where in the term its longest word begins.
#[derive(Debug, Clone, Copy)]
struct Whose {
    list: (usize, usize),
    term: usize,
    at: usize,
}

/// The list of what a source allows, which comes before those of what is near.
const ALLOWED: usize = 0;

/// One end of a term in the draft, in UTF-8 bytes of the draft as typed.
type End = ((usize, usize), usize, usize);

/// Where the terms of a draft stand.
#[derive(Debug)]
pub(super) struct Surroundings<'draft> {
    draft: &'draft str,
    index: &'draft Index,
    pub(super) distances: Distances<'draft>,
    /// List, start, term; sorted.
    starts: Vec<End>,
    /// List, end, term; sorted.
    ends: Vec<End>,
    allowed: allowed::Places,
}

impl<'draft> Surroundings<'draft> {
    /// Looks for terms around the places of a draft, which come sorted by source.
    pub(super) fn new(
        index: &'draft Index,
        detectors: &[Detector],
        sources: &[Source],
        draft: &'draft str,
        distances: Distances<'draft>,
        views: &[View<'_>],
        places: &[Stand],
    ) -> Self {
        let mut found =
            Self { draft, index, distances, starts: Vec::new(), ends: Vec::new(), allowed: allowed::Places::default() };
        // What has a place, and the combinations that these could be parts of.
        let of_places = places.chunk_by(|one, other| one.source == other.source).filter_map(|of_one| of_one.first());
        let mut hit: Vec<usize> = of_places
            .filter_map(|stand| sources.get(stand.source).map(|source| [stand.source, source.detector]))
            .flatten()
            .collect();
        hit.sort_unstable();
        hit.dedup();
        let has_lists = |number: &usize| {
            (ALLOWED..).map_while(|list| lists(detectors, sources, (*number, list))).any(|terms| !terms.is_empty())
        };
        if !hit.iter().any(has_lists) {
            return found;
        }
        for view in views.iter().filter(|view| view.with_terms) {
            index.terms.get_or_init(|| literals(detectors, sources)).find(view.text, |whose, word| {
                if hit.binary_search(&whose.list.0).is_ok()
                    && let Some(text) = lists(detectors, sources, whose.list).and_then(|terms| terms.get(whose.term))
                    && let Some(span) = term::confirm(view, text, whose.at, word, Matching::Word)
                    && let Some(span) = view.typed(span)
                {
                    if whose.list.1 == ALLOWED {
                        return found.allowed.add(whose.list.0, &span, whose.term);
                    }
                    found.starts.push((whose.list, span.start, whose.term));
                    found.ends.push((whose.list, span.end, whose.term));
                }
            });
        }
        found.starts.sort_unstable();
        found.ends.sort_unstable();
        found.allowed.sort();
        found
    }

    /// What a hit is worth here that is worth so much `alone`, and which terms had a say. The last list that applies
    /// decides.
    pub(super) fn weigh(
        &self,
        place: usize,
        detector: &Detector,
        alone: Option<Confidence>,
        hit: &Range<usize>,
    ) -> (Option<Confidence>, Vec<Nearby>) {
        // Between the parts of a combination is near it.
        let after = if let Kind::Combination(_) = detector.kind { hit.start } else { hit.end };
        let mut confidence = alone;
        let mut nearby = Vec::new();
        for (number, near) in detector.near.iter().enumerate() {
            if let Some(term) = self.nearby((place, ALLOWED + 1 + number), near, hit, after) {
                confidence = near.confidence;
                nearby.push(Nearby { near: number, term });
            }
        }
        (confidence, nearby)
    }

    /// The allowed term that makes a hit of a source none.
    pub(super) fn allowed(
        &self,
        detectors: &[Detector],
        sources: &[Source],
        number: usize,
        hit: &Range<usize>,
    ) -> Option<usize> {
        if lists(detectors, sources, (number, ALLOWED)).is_none_or(<[_]>::is_empty) {
            return None;
        }
        let same = || {
            let values = self.index.allowed.get_or_init(|| {
                let lists = (0..sources.len())
                    .filter_map(|number| Some((number, lists(detectors, sources, (number, ALLOWED))?)));
                Values::new(lists)
            });
            values.same(number, self.draft.get(hit.clone()).unwrap_or_default())
        };
        self.allowed.around(number, hit).or_else(same)
    }

    /// A term of a list that is near enough: the one before the hit, where labels stand, else the one after it.
    fn nearby(&self, list: (usize, usize), near: &Near, hit: &Range<usize>, after: usize) -> Option<usize> {
        let last = self.ends.partition_point(|&(of, end, _)| (of, end) <= (list, hit.start)).checked_sub(1);
        let before = last.and_then(|last| self.ends.get(last)).filter(|(of, end, _)| {
            *of == list && self.is_near(near.within, *end..hit.start, (end.saturating_sub(1), hit.start))
        });
        let next = self.starts.partition_point(|&(of, start, _)| (of, start) < (list, after));
        let after = || {
            self.starts.get(next).filter(|(of, start, _)| {
                let is_near = || self.is_near(near.within, hit.end..*start, (hit.end.saturating_sub(1), *start));
                *of == list && (*start < hit.end || is_near())
            })
        };
        before.or_else(after).map(|&(_, _, term)| term)
    }

    /// Whether two things are near: what lies between them, and the last byte of one and the first of the other.
    fn is_near(&self, within: Within, between: Range<usize>, (left, right): (usize, usize)) -> bool {
        match within {
            Within::Sentence => self.distances.together(left, right),
            Within::Characters(most) => self.distances.characters(between) <= most,
        }
    }
}

/// The terms of one list of a source.
fn lists<'p>(detectors: &'p [Detector], sources: &[Source], (number, list): (usize, usize)) -> Option<&'p [String]> {
    let source = sources.get(number)?;
    match (list.checked_sub(ALLOWED + 1), source.part) {
        (None, _) => Some(source.allowed(detectors)),
        (Some(near), None) => detectors.get(source.detector)?.near.get(near).map(|near| near.terms.as_slice()),
        (Some(_), Some(_)) => None,
    }
}

fn literals(detectors: &[Detector], sources: &[Source]) -> Literals<Whose> {
    Literals::new((0..sources.len()).flat_map(|number| {
        let all = (ALLOWED..).map_while(move |list| Some((list, lists(detectors, sources, (number, list))?)));
        all.flat_map(move |(list, terms)| {
            terms.iter().enumerate().map(move |(term, text)| {
                let (word, at) = term::longest_word(text);
                (word, Whose { list: (number, list), term, at })
            })
        })
    }))
}
