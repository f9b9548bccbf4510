//! Protected speech: about wrongdoing, a union, or one's own pay and conditions nobody is more than advised, whatever a
//! rule asks.
//!
//! It goes by sentence, and only for what is said. A finding with a shape of its own, such as a token or a number, is
//! not what such a sentence is about: protected words around it must not be a way past the rule.

use crate::{
    Confidence, Policy,
    detect::Hit,
    policy::{Find, Kind, Part, Role},
    text::Sentences,
};
use std::{collections::BTreeMap, ops::Range};

/// Findings below this protect nothing.
const FLOOR: Confidence = Confidence::Medium;

/// The protected sentences of a draft.
#[derive(Debug)]
pub(super) struct Protected<'policy> {
    policy: &'policy Policy,
    sentences: Sentences,
    /// By number of the sentence: the detector that protects it.
    by: BTreeMap<usize, usize>,
}

impl<'policy> Protected<'policy> {
    /// `None`: nothing of the draft is protected.
    pub(super) fn new(policy: &'policy Policy, draft: &str, hits: &[Hit]) -> Option<Self> {
        let protects = |hit: &&Hit| hit.confidence >= FLOOR && policy.protects(hit.detector);
        let mut protecting = hits.iter().filter(protects).peekable();
        protecting.peek()?;
        let sentences = Sentences::new(draft);
        let mut by = BTreeMap::new();
        for hit in protecting {
            for sentence in hit.places.iter().flat_map(|place| touched(&sentences, place)) {
                by.entry(sentence).or_insert(hit.detector);
            }
        }
        Some(Self { policy, sentences, by })
    }

    /// The detector that protects these findings, if all of them are said in protected sentences.
    pub(super) fn by<'h>(&self, findings: impl Iterator<Item = &'h Hit>) -> Option<usize> {
        let mut first = None;
        for hit in findings {
            if self.has_a_shape(hit.detector) {
                return None;
            }
            for sentence in hit.places.iter().flat_map(|place| touched(&self.sentences, place)) {
                let by = self.by.get(&sentence)?;
                first = first.or(Some(*by));
            }
        }
        first
    }

    fn has_a_shape(&self, detector: usize) -> bool {
        let shaped = |part: &Part| part.role != Role::None && !matches!(part.find, Find::Terms(_));
        match self.policy.detectors.get(detector).map(|detector| &detector.kind) {
            Some(Kind::Terms(_)) => false,
            Some(Kind::Combination(combination)) => combination.parts.iter().any(shaped),
            Some(Kind::Pattern(_) | Kind::Number(_)) | None => true,
        }
    }
}

/// The numbers of the sentences that a span is in.
fn touched(sentences: &Sentences, span: &Range<usize>) -> std::ops::RangeInclusive<usize> {
    sentences.number(span.start)..=sentences.number(span.end.saturating_sub(1).max(span.start))
}
