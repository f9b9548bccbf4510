//! Where the other parts of a combination stand, so that a pattern among its parts is run only near them.
//!
//! What a combination is made of stands in one sentence. So where a part that it takes is rare, such as a name of a price,
//! another that is common, such as an amount, need not be looked for in all the other sentences.

use super::{Stand, source::Source};
use crate::{
    policy::{Combination, Detector, Find, Kind, Role, Within},
    text::Distances,
};

/// What is known of the parts of the combination whose patterns are being run, one after the other.
pub(super) struct Parts<'index> {
    sources: &'index [Source],
    detectors: &'index [Detector],
    /// How many stands there were before any pattern was run; these are sorted.
    sorted: usize,
    detector: Option<usize>,
    /// How many stands there were before the first pattern of this detector was run.
    before: usize,
    /// The parts whose patterns have been run.
    run: Vec<usize>,
}

impl<'index> Parts<'index> {
    pub(super) fn new(sources: &'index [Source], detectors: &'index [Detector], sorted: usize) -> Self {
        Self { sources, detectors, sorted, detector: None, before: sorted, run: Vec::new() }
    }

    /// The sentences, in order, that hold every other part that it takes, as far as these have been looked for; `None`:
    /// it may stand anywhere. Sources come by detector, and with all that has been found before.
    pub(super) fn beside(&mut self, number: usize, stands: &[Stand], distances: &Distances<'_>) -> Option<Vec<usize>> {
        let &Source { detector, part } = self.sources.get(number)?;
        let part = part?;
        if self.detector.replace(detector) != Some(detector) {
            self.before = stands.len();
            self.run.clear();
        }
        let Kind::Combination(Combination { parts, within: Within::Sentence, .. }) =
            &self.detectors.get(detector)?.kind
        else {
            return None;
        };
        let first = number.checked_sub(part)?;
        let known = parts.iter().enumerate().filter(|(other, said)| {
            let is_known = !matches!(said.find, Find::Pattern(_)) || self.run.contains(other);
            *other != part && said.role == Role::All && is_known
        });
        let mut shared: Option<Vec<usize>> = None;
        for (other, _) in known {
            let mut sentences = self.sentences(first + other, stands, distances);
            if let Some(shared) = shared {
                sentences.retain(|sentence| shared.binary_search(sentence).is_ok());
            }
            shared = Some(sentences);
        }
        self.run.push(part);
        shared
    }

    /// The sentences that a source begins in, in order.
    fn sentences(&self, number: usize, stands: &[Stand], distances: &Distances<'_>) -> Vec<usize> {
        let sorted = stands.get(..self.sorted).unwrap_or_default();
        let from = sorted.partition_point(|stand| stand.source < number);
        let terms = sorted.get(from..).unwrap_or_default().iter().take_while(|stand| stand.source == number);
        let patterns = stands.get(self.before..).unwrap_or_default().iter().filter(|stand| stand.source == number);
        let mut sentences: Vec<usize> = terms.chain(patterns).map(|stand| distances.sentence(stand.start)).collect();
        sentences.sort_unstable();
        sentences.dedup();
        sentences
    }
}
