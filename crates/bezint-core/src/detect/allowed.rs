//! What is fine: hits that stand inside an allowed term, or are written with the same letters and digits as one.

use super::Detector;
use crate::text::fold_term;
use std::{collections::BTreeMap, ops::Range};

/// The allowed terms by detector and by their letters and digits.
#[derive(Debug)]
pub(super) struct Values(BTreeMap<(usize, String), usize>);

impl Values {
    pub(super) fn new(detectors: &[Detector]) -> Self {
        let terms = detectors.iter().enumerate().flat_map(|(detector, Detector { allowed, .. })| {
            allowed.iter().enumerate().map(move |(term, text)| ((detector, value(text)), term))
        });
        Self(terms.collect())
    }

    /// The term that has the same letters and digits as a hit.
    pub(super) fn same(&self, detector: usize, hit: &str) -> Option<usize> {
        self.0.get(&(detector, value(hit))).copied()
    }
}

/// The letters and digits of a text, however it is written.
pub(crate) fn value(text: &str) -> String {
    let mut value = fold_term(text);
    value.retain(char::is_alphanumeric);
    value
}

/// Where the allowed terms of a draft stand: for each, its detector, its span and which term it is.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<(usize, usize, usize, usize)>);

impl Places {
    pub(super) fn add(&mut self, detector: usize, span: &Range<usize>, term: usize) {
        self.0.push((detector, span.start, span.end, term));
    }

    /// Sorts them by detector and start, and lets each stand for those before it that end later, so that one look tells
    /// whether any covers a hit.
    pub(super) fn sort(&mut self) {
        self.0.sort_unstable();
        let mut furthest: Option<(usize, usize, usize)> = None;
        for (detector, _, end, term) in &mut self.0 {
            match furthest {
                Some((of, far, by)) if of == *detector && far > *end => (*end, *term) = (far, by),
                _ => furthest = Some((*detector, *end, *term)),
            }
        }
    }

    /// A term that a hit stands in.
    pub(super) fn around(&self, detector: usize, hit: &Range<usize>) -> Option<usize> {
        let last = self.0.partition_point(|&(of, start, ..)| (of, start) <= (detector, hit.start)).checked_sub(1)?;
        let &(of, _, end, term) = self.0.get(last)?;
        (of == detector && end >= hit.end).then_some(term)
    }
}
