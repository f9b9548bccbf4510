//! What is looked for in a draft: what detectors find, and the parts of combinations.

use crate::policy::{self, Detector, Kind, Number, Part, Pattern, Terms};

/// A detector, or a part of one. Sources are numbered: first all detectors, by their place in the policy, then all parts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Source {
    pub(super) detector: usize,
    /// Its place in the combination.
    pub(super) part: Option<usize>,
}

/// How something is found.
#[derive(Debug, Clone, Copy)]
pub(super) enum Find<'policy> {
    Terms(&'policy Terms),
    Pattern(&'policy Pattern),
    Number(&'policy Number),
}

/// All sources of a policy, in the order of their numbers.
pub(super) fn sources(detectors: &[Detector]) -> Vec<Source> {
    let whole = (0..detectors.len()).map(|detector| Source { detector, part: None });
    let parts = detectors
        .iter()
        .enumerate()
        .flat_map(|(detector, said)| (0..parts(said).len()).map(move |part| Source { detector, part: Some(part) }));
    whole.chain(parts).collect()
}

/// The parts of a detector; none, if it is no combination.
fn parts(detector: &Detector) -> &[Part] {
    match &detector.kind {
        Kind::Combination(combination) => &combination.parts,
        Kind::Terms(_) | Kind::Pattern(_) | Kind::Number(_) => &[],
    }
}

impl Source {
    /// How it is found; a combination is not found but made of its parts.
    pub(super) fn find(self, detectors: &[Detector]) -> Option<Find<'_>> {
        let detector = detectors.get(self.detector)?;
        let Some(part) = self.part else {
            return match &detector.kind {
                Kind::Terms(terms) => Some(Find::Terms(terms)),
                Kind::Pattern(pattern) => Some(Find::Pattern(pattern)),
                Kind::Number(number) => Some(Find::Number(number)),
                Kind::Combination(_) => None,
            };
        };
        parts(detector).get(part).map(|part| match &part.find {
            policy::Find::Terms(terms) => Find::Terms(terms),
            policy::Find::Pattern(pattern) => Find::Pattern(pattern),
            policy::Find::Number(number) => Find::Number(number),
        })
    }

    /// The terms in which a hit of it is none.
    pub(super) fn allowed(self, detectors: &[Detector]) -> &[String] {
        let Some(detector) = detectors.get(self.detector) else { return &[] };
        match self.part {
            None => &detector.allowed,
            Some(part) => parts(detector).get(part).map_or(&[], |part| &part.allowed),
        }
    }
}
