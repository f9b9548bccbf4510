//! What stands near a hit, or around it, and changes what it is worth.
//!
//! All terms of all lists are looked for together, once per draft, and only in drafts with a hit of a detector that has
//! such a list: those that are near, and the one of what is allowed. They stand as whole words in the folded draft; distances are counted in the draft as typed. A word
//! that belongs to the hit itself does not count: a hit is no evidence for itself.

use super::{
    Detector, Matching, Nearby, Place,
    allowed::{self, Values},
    literals::Literals,
    term,
};
use crate::{
    Confidence,
    policy::{Near, Within},
    text::{Folded, Sentences},
};
use std::{cell::OnceCell, ops::Range, sync::OnceLock};

/// The terms of all lists, indexed when first needed.
#[derive(Debug, Default)]
pub(super) struct Index {
    terms: OnceLock<Literals<Whose>>,
    allowed: OnceLock<Values>,
}

/// A term: its detector, its list, its place in the list.
#[derive(Debug, Clone, Copy)]
struct Whose {
    list: (usize, usize),
    term: usize,
}

/// The list of what a detector allows, which comes before those of what is near.
const ALLOWED: usize = 0;

/// One end of a term in the draft, in UTF-8 bytes of the draft as typed.
type End = ((usize, usize), usize, usize);

/// Where the terms of a draft stand.
#[derive(Debug)]
pub(super) struct Surroundings<'draft> {
    draft: &'draft str,
    index: &'draft Index,
    sentences: OnceCell<Sentences>,
    /// List, start, term; sorted.
    starts: Vec<End>,
    /// List, end, term; sorted.
    ends: Vec<End>,
    allowed: allowed::Places,
}

impl<'draft> Surroundings<'draft> {
    /// Looks for terms around the hits of a draft, which come sorted by detector.
    pub(super) fn new(
        index: &'draft Index,
        detectors: &[Detector],
        draft: &'draft str,
        folded: &Folded<'_>,
        hits: &[Place],
    ) -> Self {
        let mut found = Self {
            draft,
            index,
            sentences: OnceCell::new(),
            starts: Vec::new(),
            ends: Vec::new(),
            allowed: allowed::Places::default(),
        };
        let is_hit = |detector: usize| hits.binary_search_by_key(&detector, |(detector, ..)| *detector).is_ok();
        let wanted = |(place, Detector { near, allowed, .. }): (usize, &Detector)| {
            !(near.is_empty() && allowed.is_empty()) && is_hit(place)
        };
        if hits.is_empty() || !detectors.iter().enumerate().any(wanted) {
            return found;
        }
        index.terms.get_or_init(|| literals(detectors)).find(folded.text(), |whose, word| {
            let (detector, list) = whose.list;
            if is_hit(detector)
                && let Some(terms) = detectors.get(detector).and_then(|detector| terms(detector, list))
                && let Some(text) = terms.get(whose.term)
                && let Some(span) = term::confirm(folded.text(), text, word, Matching::Word)
            {
                let span = folded.typed(span);
                if list == ALLOWED {
                    return found.allowed.add(detector, &span, whose.term);
                }
                found.starts.push((whose.list, span.start, whose.term));
                found.ends.push((whose.list, span.end, whose.term));
            }
        });
        found.starts.sort_unstable();
        found.ends.sort_unstable();
        found.allowed.sort();
        found
    }

    /// What a hit is worth here, and which terms had a say. The last list that applies decides.
    pub(super) fn weigh(
        &self,
        place: usize,
        detector: &Detector,
        hit: &Range<usize>,
    ) -> (Option<Confidence>, Vec<Nearby>) {
        let mut confidence = detector.confidence;
        let mut nearby = Vec::new();
        for (number, near) in detector.near.iter().enumerate() {
            if let Some(term) = self.nearby((place, ALLOWED + 1 + number), near, hit) {
                confidence = near.confidence;
                nearby.push(Nearby { near: number, term });
            }
        }
        (confidence, nearby)
    }

    /// The allowed term that makes a hit none.
    pub(super) fn allowed(
        &self,
        detectors: &[Detector],
        (place, detector): (usize, &Detector),
        hit: &Range<usize>,
    ) -> Option<usize> {
        if detector.allowed.is_empty() {
            return None;
        }
        let same = || {
            let values = self.index.allowed.get_or_init(|| Values::new(detectors));
            values.same(place, self.draft.get(hit.clone()).unwrap_or_default())
        };
        self.allowed.around(place, hit).or_else(same)
    }

    /// A term of a list that is near enough: the one before the hit, where labels stand, else the one after it.
    fn nearby(&self, list: (usize, usize), near: &Near, hit: &Range<usize>) -> Option<usize> {
        let last = self.ends.partition_point(|&(of, end, _)| (of, end) <= (list, hit.start)).checked_sub(1);
        let before = last.and_then(|last| self.ends.get(last)).filter(|(of, end, _)| {
            *of == list && self.is_near(near.within, *end..hit.start, (end.saturating_sub(1), hit.start))
        });
        let next = self.starts.partition_point(|&(of, start, _)| (of, start) < (list, hit.end));
        let after = || {
            self.starts.get(next).filter(|(of, start, _)| {
                *of == list && self.is_near(near.within, hit.end..*start, (hit.end.saturating_sub(1), *start))
            })
        };
        before.or_else(after).map(|&(_, _, term)| term)
    }

    /// Whether two things are near: what lies between them, and the last byte of one and the first of the other.
    fn is_near(&self, within: Within, between: Range<usize>, (left, right): (usize, usize)) -> bool {
        match within {
            Within::Sentence => self.sentences.get_or_init(|| Sentences::new(self.draft)).together(left, right),
            Within::Characters(most) => {
                let most = usize::try_from(most).unwrap_or(usize::MAX);
                let between = self.draft.get(between).unwrap_or_default();
                between.len() <= most || between.chars().nth(most).is_none()
            }
        }
    }
}

/// The terms of one list of a detector.
fn terms(detector: &Detector, list: usize) -> Option<&[String]> {
    match list.checked_sub(ALLOWED + 1) {
        None => Some(&detector.allowed),
        Some(number) => detector.near.get(number).map(|near| near.terms.as_slice()),
    }
}

fn literals(detectors: &[Detector]) -> Literals<Whose> {
    Literals::new(detectors.iter().enumerate().flat_map(|(detector, said)| {
        (ALLOWED..=ALLOWED + said.near.len()).flat_map(move |list| {
            terms(said, list).unwrap_or_default().iter().enumerate().map(move |(place, text)| {
                (term::longest_word(text).as_bytes().to_vec(), Whose { list: (detector, list), term: place })
            })
        })
    }))
}
