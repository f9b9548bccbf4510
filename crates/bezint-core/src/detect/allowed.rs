//! What is fine: hits that stand inside an allowed term, or are written with the same letters and digits as one.

use crate::text::fold_term;
use std::{collections::BTreeMap, ops::Range};

/// The allowed terms by source and by their letters and digits.
#[derive(Debug)]
pub(super) struct Values(BTreeMap<(usize, String), usize>);

impl Values {
    /// From the number of each source with its list.
    pub(super) fn new<'p>(lists: impl Iterator<Item = (usize, &'p [String])>) -> Self {
        let terms = lists.flat_map(|(source, allowed)| {
            allowed.iter().enumerate().map(move |(term, text)| ((source, value(text)), term))
        });
        Self(terms.collect())
    }

    /// The term that has the same letters and digits as a hit.
    pub(super) fn same(&self, source: usize, hit: &str) -> Option<usize> {
        self.0.get(&(source, value(hit))).copied()
    }
}

/// The letters and digits of a text, however it is written.
pub(crate) fn value(text: &str) -> String {
    let mut value = fold_term(text);
    value.retain(char::is_alphanumeric);
    value
}

/// Where the allowed terms of a draft stand: for each, its source, its span and which term it is.
#[derive(Debug, Default)]
pub(super) struct Places(Vec<(usize, usize, usize, usize)>);

impl Places {
    pub(super) fn add(&mut self, source: usize, span: &Range<usize>, term: usize) {
        self.0.push((source, span.start, span.end, term));
    }

    /// Sorts them by source and start, and lets each stand for those before it that end later, so that one look tells
    /// whether any covers a hit.
    pub(super) fn sort(&mut self) {
        self.0.sort_unstable();
        let mut furthest: Option<(usize, usize, usize)> = None;
        for (source, _, end, term) in &mut self.0 {
            match furthest {
                Some((of, far, by)) if of == *source && far > *end => (*end, *term) = (far, by),
                _ => furthest = Some((*source, *end, *term)),
            }
        }
    }

    /// A term that a hit stands in.
    pub(super) fn around(&self, source: usize, hit: &Range<usize>) -> Option<usize> {
        let last = self.0.partition_point(|&(of, start, ..)| (of, start) <= (source, hit.start)).checked_sub(1)?;
        let &(of, _, end, term) = self.0.get(last)?;
        (of == source && end >= hit.end).then_some(term)
    }
}
