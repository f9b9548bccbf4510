//! Finding: one index over the draft gives candidates, and each candidate is confirmed where it stands.
//!
//! 1. *Index.* One pass over the folded draft finds every place where a term or a pattern could be: the longest word
//!    of a term, the core of a pattern ([`Anchor`]), the digits of a number.
//!    Where folding changed the draft, a second pass over the draft as typed does so for patterns and numbers, since a
//!    token is what was typed, and a number in full-width digits is what it folds to.
//! 2. *Confirm.* Around each place the term is compared, or the pattern's expression and check are run; a number's
//!    digits are counted and checked.
//! 3. *Weigh.* What stands near a hit sets what it is worth (`near`). What is worth nothing, or less than the detector's
//!    floor, is no hit, and neither is what stands in an allowed term (`allowed`).
//! 4. *Separate.* Of hits of one detector that overlap, the best stays (`overlap`). Hits of different detectors all
//!    stay: a rule may ask more for one of them than for the other, and no rule may lose what it asks.
//!
//! A draft without candidates costs the passes of step 1 and nothing else. All steps take time in proportion to the
//! draft and the number of hits.

mod allowed;
mod anchor;
mod bytes;
mod check;
mod entropy;
mod expression;
mod literals;
mod near;
mod numbers;
mod overlap;
mod pattern;
mod runs;
mod term;
mod trace;

pub(crate) use allowed::value;
pub use anchor::{Anchor, Around, Core, Reach};
pub use bytes::ByteSet;
pub use check::Check;
pub use entropy::Entropy;
pub use expression::PatternError;
pub(crate) use expression::compiled_size;
pub(crate) use trace::Candidate;

use crate::{
    Confidence, Evidence,
    policy::{Detector, Kind, Matching},
    text::Folded,
};
use literals::Literals;
use near::Surroundings;
use numbers::Numbers;
use pattern::Compiled;
use runs::Runs;
use std::ops::Range;

/// One place where a detector found something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The detector's place in the policy.
    pub(crate) detector: usize,
    /// In the draft as typed, in UTF-8 bytes.
    pub(crate) span: Range<usize>,
    /// What it is worth.
    pub(crate) confidence: Confidence,
    /// The terms near by that had a say in that.
    pub(crate) near: Vec<Nearby>,
}

/// A term near a hit: its place in the detector's list of [`crate::policy::Near`], and in that one's list of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nearby {
    pub(crate) near: usize,
    pub(crate) term: usize,
}

/// The index of a policy's detectors.
#[derive(Debug)]
pub(crate) struct Index {
    literals: Literals<Waiting>,
    runs: Runs<usize>,
    numbers: Numbers,
    /// The cores of all patterns, numbered by detector: the detector, and which of its pattern's cores.
    cores: Vec<(usize, usize)>,
    /// The numbers of those that are not cores, but stand for a pattern that is looked for everywhere.
    everywhere: Vec<usize>,
    /// One for each detector; those of patterns are used.
    compiled: Vec<Compiled>,
    near: near::Index,
}

/// What stands where: the number of a detector or core, and a span in UTF-8 bytes. Sorts by number, then by place.
type Place = (usize, usize, usize);

/// Who waits for a literal.
#[derive(Debug)]
enum Waiting {
    Term { detector: usize, term: usize },
    Core(usize),
}

impl Index {
    /// Builds the index. Expressions are compiled, and terms near by indexed, when they are first needed.
    pub(crate) fn new(detectors: &[Detector]) -> Self {
        let mut literals: Vec<(Vec<u8>, Waiting)> = Vec::new();
        let (mut runs, mut numbers) = (Vec::new(), Vec::new());
        let (mut cores, mut everywhere) = (Vec::new(), Vec::new());
        for (detector, Detector { kind, .. }) in detectors.iter().enumerate() {
            match kind {
                Kind::Terms { terms, .. } => literals.extend(terms.iter().enumerate().map(|(place, term)| {
                    (term::longest_word(term).as_bytes().to_vec(), Waiting::Term { detector, term: place })
                })),
                Kind::Number(number) => numbers.push((detector, number)),
                Kind::Pattern(pattern) => match &pattern.anchor {
                    Anchor::Everywhere => {
                        everywhere.push(cores.len());
                        cores.push((detector, 0));
                    }
                    Anchor::Cores(arounds) => {
                        for (which, around) in arounds.iter().enumerate() {
                            match &around.core {
                                Core::Literals(all) => {
                                    literals.extend(all.iter().map(|one| (one.clone(), Waiting::Core(cores.len()))));
                                }
                                Core::Run { bytes, min } => {
                                    runs.push((*bytes, usize::try_from(*min).unwrap_or(usize::MAX), cores.len()));
                                }
                            }
                            cores.push((detector, which));
                        }
                    }
                },
            }
        }
        Self {
            literals: Literals::new(literals),
            runs: Runs::new(runs),
            numbers: Numbers::new(&numbers),
            cores,
            everywhere,
            compiled: detectors.iter().map(|_| Compiled::default()).collect(),
            near: near::Index::default(),
        }
    }

    /// Everything the detectors find in a draft, by detector, then by place.
    pub(crate) fn find(&self, detectors: &[Detector], draft: &str) -> Vec<Hit> {
        let folded = Folded::new(draft);
        let places = self.places(detectors, draft, &folded);
        let surroundings = Surroundings::new(&self.near, detectors, draft, &folded, &places);
        kept(places.iter().filter_map(|&place| weighed(detectors, &surroundings, place)))
    }

    /// Steps 1 and 2: where something stands, each place once.
    fn places(&self, detectors: &[Detector], draft: &str, folded: &Folded<'_>) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        self.confirmed(detectors, folded.text(), true, |detector, span| {
            let typed = folded.typed(span);
            places.push((detector, typed.start, typed.end));
        });
        if !folded.is_as_typed() {
            self.confirmed(detectors, draft, false, |detector, span| places.push((detector, span.start, span.end)));
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Steps 1 and 2 in one text: reports what stands there, with its detector.
    fn confirmed(
        &self,
        detectors: &[Detector],
        text: &str,
        with_terms: bool,
        mut found: impl FnMut(usize, Range<usize>),
    ) {
        let mut places: Vec<Place> = Vec::new();
        self.literals.find(text, |waiting, place| match *waiting {
            Waiting::Core(core) => places.push((core, place.start, place.end)),
            Waiting::Term { detector, term } if with_terms => {
                if let Some(Kind::Terms { terms, matching }) = detectors.get(detector).map(|detector| &detector.kind)
                    && let Some(span) = terms.get(term).and_then(|term| term::confirm(text, term, place, *matching))
                {
                    found(detector, span);
                }
            }
            Waiting::Term { .. } => {}
        });
        self.runs.find(text, |&core, run| places.push((core, run.start, run.end)));
        self.numbers.find(text, &mut found);
        places.extend(self.everywhere.iter().map(|&core| (core, 0, 0)));
        places.sort_unstable();
        let core = |&(number, ..): &Place| self.cores.get(number).copied().unwrap_or_default();
        for of_one in places.chunk_by(|a, b| core(a).0 == core(b).0) {
            let detector = of_one.first().map_or(0, |place| core(place).0);
            if let Some(Kind::Pattern(pattern)) = detectors.get(detector).map(|detector| &detector.kind)
                && let Some(compiled) = self.compiled.get(detector)
            {
                let cores = of_one.iter().map(|place| (core(place).1, place.1..place.2));
                compiled.find(pattern, text, cores, |span| found(detector, span));
            }
        }
    }
}

/// Something that stands in the draft, with what it is worth there.
#[derive(Debug, Clone)]
struct Weighed {
    place: Place,
    /// `None`: nothing, so it is no hit.
    worth: Option<Confidence>,
    near: Vec<Nearby>,
    /// The allowed term that makes it none.
    allowed: Option<usize>,
    /// Of its detector: if it is worth less, it is no hit.
    floor: Confidence,
}

/// Step 3: what a place is worth.
fn weighed(detectors: &[Detector], surroundings: &Surroundings<'_>, place: Place) -> Option<Weighed> {
    let (number, start, end) = place;
    let detector = detectors.get(number)?;
    let (worth, near) = surroundings.weigh(number, detector, &(start..end));
    let allowed = surroundings.allowed(detectors, (number, detector), &(start..end));
    Some(Weighed { place, worth, near, allowed, floor: detector.floor })
}

/// Step 4: the hits that stay.
fn kept(all: impl Iterator<Item = Weighed>) -> Vec<Hit> {
    let mut hits = all.filter_map(Weighed::hit).collect();
    overlap::separate(&mut hits);
    hits
}

impl Weighed {
    /// What counts of what it is worth.
    fn confidence(&self) -> Option<Confidence> {
        self.worth.filter(|worth| *worth >= self.floor && self.allowed.is_none())
    }

    fn hit(self) -> Option<Hit> {
        let confidence = self.confidence()?;
        let Self { place: (detector, start, end), near, .. } = self;
        Some(Hit { detector, span: start..end, confidence, near })
    }
}

impl Hit {
    /// What made the hit worth what it is.
    pub(crate) fn evidence(&self, detector: &Detector, draft: &str) -> Vec<Evidence> {
        let check = detector.kind.check().map(|check| Evidence::Check { check: check.to_string() });
        let entropy = detector.kind.entropy().map(|_| {
            let Entropy(centibits) = Entropy::of(draft.get(self.span.clone()).unwrap_or_default());
            Evidence::Entropy { centibits }
        });
        let near = self.near.iter().filter_map(|nearby| {
            let near = detector.near.get(nearby.near)?;
            Some(Evidence::Near { term: near.terms.get(nearby.term)?.clone(), confidence: near.confidence? })
        });
        check.into_iter().chain(entropy).chain(near).collect()
    }
}
