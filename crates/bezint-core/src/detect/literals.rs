//! Many literals, looked for in one pass.
//!
//! Where the text begins as some literals do ([`super::grams`]), these stand together, since all are sorted. So only the
//! last of them that does not come after the text can stand there, and those that it begins with.
//!
//! Compared with an automaton (Aho-Corasick, which this replaced) it is built in the time that sorting takes, as it has
//! no states to fill, its memory stays close to the processor, and a place costs the same however many literals there
//! are. What an automaton has and this has not: there every byte costs the same, here a place of a text that goes on as a
//! literal does costs as many bytes as the two have in common.

use super::grams::{GRAM, Grams};
use std::{cmp::Ordering, ops::Range};

/// Literals with someone who waits for each; found without ASCII case, overlapping ones too.
#[derive(Debug)]
pub(super) struct Literals<W> {
    /// The bytes of all literals, in lower case.
    bytes: Vec<u8>,
    /// Sorted, each once.
    literals: Vec<Literal>,
    /// Sorted by literal, so that those who wait for the same one stand together.
    waiting: Vec<W>,
    grams: Grams,
}

#[derive(Debug)]
struct Literal {
    bytes: Range<usize>,
    waiting: Range<usize>,
    /// The longest other literal that this one begins with.
    begins_with: Option<usize>,
}

impl<W> Literals<W> {
    /// Builds the index. Empty literals are never found.
    pub(super) fn new<L: AsRef<[u8]>>(literals: impl IntoIterator<Item = (L, W)>) -> Self {
        let mut bytes = Vec::new();
        let mut all: Vec<(Range<usize>, W)> = Vec::new();
        for (literal, waits) in literals {
            let start = bytes.len();
            bytes.extend_from_slice(literal.as_ref());
            if start < bytes.len() {
                all.push((start..bytes.len(), waits));
            }
        }
        bytes.make_ascii_lowercase();
        let of = |place: &Range<usize>| bytes.get(place.clone()).unwrap_or_default();
        all.sort_unstable_by(|(a, _), (b, _)| of(a).cmp(of(b)));
        let (mut distinct, mut waiting): (Vec<Literal>, Vec<W>) = (Vec::new(), Vec::new());
        for (place, waits) in all {
            waiting.push(waits);
            match distinct.last_mut().filter(|last| of(&last.bytes) == of(&place)) {
                Some(last) => last.waiting.end = waiting.len(),
                None => {
                    let mut begins_with = distinct.len().checked_sub(1);
                    while let Some(literal) = begins_with.and_then(|before| distinct.get(before))
                        && !of(&place).starts_with(of(&literal.bytes))
                    {
                        begins_with = literal.begins_with;
                    }
                    distinct.push(Literal { bytes: place, waiting: waiting.len() - 1..waiting.len(), begins_with });
                }
            }
        }
        let grams = Grams::new(distinct.iter().map(|literal| of(&literal.bytes)));
        Self { bytes, literals: distinct, waiting, grams }
    }

    /// Reports every place of every literal in a text, to each who waits for it.
    pub(super) fn find(&self, text: &str, mut found: impl FnMut(&W, Range<usize>)) {
        self.grams.find(text.as_bytes(), |at, these| {
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            // Of one there is no choice.
            let choice = self.literals.get(these.clone()).filter(|choice| choice.len() > 1).unwrap_or_default();
            let after = choice.partition_point(|literal| self.against(literal, rest) != Ordering::Greater);
            let mut last = Some(these.start + after.saturating_sub(1));
            while let Some(literal) = last.and_then(|last| self.literals.get(last)) {
                let end = at + literal.bytes.len();
                if self.against(literal, rest) == Ordering::Equal {
                    let waiting = self.waiting.get(literal.waiting.clone()).unwrap_or_default();
                    waiting.iter().for_each(|waits| found(waits, at..end));
                }
                last = literal.begins_with.filter(|shorter| these.contains(shorter));
            }
        });
    }

    /// Whether a literal comes before or after a text in the order of literals, or begins it. The two have the same gram.
    fn against(&self, literal: &Literal, text: &[u8]) -> Ordering {
        let literal = self.bytes.get(literal.bytes.clone()).unwrap_or_default();
        let (known, end) = (literal.len().min(GRAM), literal.len().min(text.len()));
        let rest = text.get(known..end).unwrap_or_default();
        literal.iter().skip(known).copied().cmp(rest.iter().map(u8::to_ascii_lowercase))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn all_places_are_found_once(
            literals in prop::collection::vec("[aAbB@`\\x00 ]{0,9}", 0..40),
            text in "[aAbB@`\\x00 é]{0,60}",
        ) {
            let mut found = Vec::new();
            Literals::new(literals.iter().zip(0..)).find(&text, |number: &usize, place| found.push((*number, place)));
            found.sort_by_key(|(number, place)| (*number, place.start));
            let begins = |at: usize, literal: &str| {
                let there = text.as_bytes().get(at..at + literal.len());
                !literal.is_empty() && there.is_some_and(|there| there.eq_ignore_ascii_case(literal.as_bytes()))
            };
            let expected = literals.iter().enumerate().flat_map(|(number, literal)| {
                let places = (0..text.len()).filter(move |at| begins(*at, literal));
                places.map(move |at| (number, at..at + literal.len()))
            });
            prop_assert_eq!(found, expected.collect::<Vec<_>>());
        }
    }
}
