//! Finding: one index over the draft gives candidates, and each candidate is confirmed where it stands.
//!
//! 1. *Index.* One pass over the folded draft finds every place where a term or a pattern could be: the longest word
//!    of a term, the core of a pattern ([`Anchor`]), the digits of a number.
//!    Where folding changed the draft, patterns and numbers are looked for in the draft as typed too, since a token is
//!    what was typed, and a number in full-width digits is what it folds to; most places are the same (`typed`). Where
//!    letters stand apart, or digits stand for letters, what that reads like is looked at too
//!    ([`Reading`](crate::text::Reading)).
//! 2. *Confirm.* Around each place the term is compared, or the pattern's expression and check are run; a number's
//!    digits are counted and checked.
//! 3. *Combine.* Parts that stand together make a combination (`combine`). The patterns among the parts are not even run
//!    when another part that it takes is nowhere in the draft, or not in the same sentence (`parts`).
//! 4. *Weigh.* What stands near a hit sets what it is worth (`near`). What is worth nothing, or less than the detector's
//!    floor, is no hit, and neither is what stands in an allowed term (`allowed`).
//! 5. *Separate.* Of hits of one detector that overlap, the best stays (`overlap`). Hits of different detectors all
//!    stay: a rule may ask more for one of them than for the other, and no rule may lose what it asks.
//! 6. *Gather.* The same term or the same value twice is one hit in two places, worth what it is in the better one
//!    (`gather`).
//!
//! A draft without candidates costs the passes of step 1 and nothing else. All steps take time in proportion to the
//! draft and the number of hits.

mod allowed;
pub(crate) mod anchor;
mod bytes;
pub(crate) mod check;
mod combine;
pub(crate) mod entropy;
pub(crate) mod expression;
mod gather;
mod grams;
mod index;
mod inflection;
mod literals;
mod near;
mod numbers;
mod overlap;
mod own;
mod parts;
mod pattern;
mod runs;
mod source;
mod term;
mod trace;
mod typed;
mod typo;
mod view;

pub use anchor::{Anchor, Around, Core, Reach, Step};
pub use bytes::ByteSet;
pub use check::Check;
pub use entropy::Entropy;
pub use expression::PatternError;
pub(crate) use index::Index;
pub(crate) use own::Own;
pub(crate) use trace::Candidate;
pub use typo::is_typo;

use crate::{
    Confidence, Disguise, Evidence,
    policy::{Detector, Kind, Matching},
    text::{Distances, Folded, Offsets, Reading},
};
use combine::PartHit;
use near::Surroundings;
use std::ops::Range;
use view::views;

/// Something that a detector found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    /// The detector's place in the policy.
    pub(crate) detector: usize,
    /// Where it stands, one place at least, by place: in the draft as typed, in UTF-8 bytes.
    pub(crate) places: Vec<Range<usize>>,
    /// The place that is worth the most, which all that follows is about.
    best: Range<usize>,
    /// What it is worth there.
    pub(crate) confidence: Confidence,
    seen: Seen,
    /// The company's own domain that it is at, if its detector asks for that.
    own: Option<String>,
    /// The terms near by that had a say in that.
    pub(crate) near: Vec<Nearby>,
    /// Of a combination: the first hit of each part that made it, by the part's place.
    pub(crate) parts: Vec<PartHit>,
}

/// A term near a hit: its place in the detector's list of [`crate::policy::Near`], and in that one's list of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nearby {
    pub(crate) near: usize,
    pub(crate) term: usize,
}

/// What stands where: the number of a source or core, and a span in UTF-8 bytes. Sorts by number, then by place.
type Place = (usize, usize, usize);

/// A source that stands in the draft as typed, from one byte to another. Sorts by source, then by place, then the
/// best written first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stand {
    source: usize,
    start: usize,
    end: usize,
    seen: Seen,
}

/// What a source stands in the draft as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    /// Letters that are off.
    errors: usize,
    /// Of terms: which one.
    term: Option<usize>,
    disguise: Option<Disguise>,
}

impl Index {
    /// Everything the detectors find in a draft, by detector, then by place.
    pub(crate) fn find(&self, detectors: &[Detector], own: Own<'_>, draft: &str) -> Vec<Hit> {
        kept(self.weighed(detectors, own, draft, &Folded::new(draft)), detectors, draft)
    }

    /// Steps 1 to 4: all that stands in a draft, by detector, then by place.
    fn weighed(&self, detectors: &[Detector], own: Own<'_>, draft: &str, folded: &Folded<'_>) -> Vec<Weighed> {
        let readings = Reading::all(folded);
        let (views, distances) = (views(draft, folded, &readings), Distances::new(draft));
        let places = self.places(detectors, draft, folded, &views, &distances);
        let sources = &self.sources;
        let surroundings = Surroundings::new(&self.near, detectors, sources, draft, distances, &views, &places);
        let weighed = |number: usize, span: Range<usize>, seen: Seen, parts: Vec<PartHit>| {
            let detector = detectors.get(number)?;
            let at = |_| own.domain(draft.get(span.clone()).unwrap_or_default()).map(str::to_owned);
            let own = detector.own.as_ref().and_then(at);
            let alone = detector.own.filter(|_| own.is_some()).unwrap_or(detector.confidence);
            let (worth, near) = surroundings.weigh(number, detector, alone, &span);
            let worth = if seen.errors > 0 { worth.map(Confidence::lower) } else { worth };
            let allowed = surroundings.allowed(detectors, sources, number, &span);
            Some(Weighed {
                detector: number,
                span,
                seen,
                own,
                alone,
                worth,
                near,
                allowed,
                floor: detector.floor,
                parts,
            })
        };
        let (whole, parts) = places.split_at(places.partition_point(|stand| stand.source < detectors.len()));
        let whole = whole.iter();
        let mut all: Vec<Weighed> = whole
            .filter_map(|&Stand { source, start, end, seen }| weighed(source, start..end, seen, Vec::new()))
            .collect();
        let detector = |stand: &Stand| sources.get(stand.source).map(|source| source.detector);
        for of_one in parts.chunk_by(|a, b| detector(a) == detector(b)) {
            let Some(number) = of_one.first().and_then(detector) else { continue };
            let Some(Kind::Combination(combination)) = detectors.get(number).map(|detector| &detector.kind) else {
                continue;
            };
            let hits = of_one.iter().filter_map(|&Stand { source, start, end, .. }| {
                let part = sources.get(source)?.part?;
                surroundings.allowed(detectors, sources, source, &(start..end)).is_none().then_some((part, start..end))
            });
            let made = combination.made(hits.collect(), &surroundings.distances);
            all.extend(made.into_iter().filter_map(|made| weighed(number, made.span, Seen::default(), made.parts)));
        }
        if !parts.is_empty() {
            all.sort_by_key(|weighed| (weighed.detector, weighed.span.start, weighed.span.end));
        }
        all
    }
}

/// Something that stands in the draft, with what it is worth there.
#[derive(Debug, Clone)]
struct Weighed {
    detector: usize,
    /// In the draft as typed, in UTF-8 bytes.
    span: Range<usize>,
    seen: Seen,
    /// The own domain that it is at.
    own: Option<String>,
    /// What it is worth without what is near.
    alone: Option<Confidence>,
    /// `None`: nothing, so it is no hit.
    worth: Option<Confidence>,
    near: Vec<Nearby>,
    /// The allowed term that makes it none.
    allowed: Option<usize>,
    /// Of its detector: if it is worth less, it is no hit.
    floor: Confidence,
    /// Of a combination: what made it.
    parts: Vec<PartHit>,
}

impl Seen {
    /// How many letters are off; `None`: none is.
    fn typos(self) -> Option<u8> {
        u8::try_from(self.errors).ok().filter(|errors| *errors > 0)
    }
}

/// Steps 5 and 6: the hits that stay, by detector, then by their first place.
fn kept(all: Vec<Weighed>, detectors: &[Detector], draft: &str) -> Vec<Hit> {
    let (mut counting, other): (Vec<_>, Vec<_>) = all.into_iter().partition(|weighed| weighed.confidence().is_some());
    overlap::separate(&mut counting);
    gather::gather(counting, &other, detectors, draft)
}

impl Weighed {
    /// What counts of what it is worth.
    fn confidence(&self) -> Option<Confidence> {
        self.worth.filter(|worth| *worth >= self.floor && self.allowed.is_none())
    }

    fn hit(self) -> Option<Hit> {
        let confidence = self.confidence()?;
        let Self { detector, span, seen, own, near, parts, .. } = self;
        Some(Hit { detector, places: vec![span.clone()], best: span, confidence, seen, own, near, parts })
    }
}

impl Hit {
    /// Where it stands first.
    pub(crate) fn start(&self) -> usize {
        self.places.first().map_or(0, |place| place.start)
    }

    /// The spans of the hit and of what it is made of.
    pub(crate) fn spans(&self) -> impl Iterator<Item = &Range<usize>> {
        self.places.iter().chain(self.parts.iter().map(|(_, span)| span))
    }

    /// What made the hit worth what it is. `offsets` know [`Hit::spans`].
    pub(crate) fn evidence(&self, detector: &Detector, draft: &str, offsets: &Offsets) -> Vec<Evidence> {
        let check = detector.kind.check().map(|check| Evidence::Check { check: check.to_string() });
        let entropy = detector.kind.entropy().map(|_| {
            let Entropy(centibits) = Entropy::of(draft.get(self.best.clone()).unwrap_or_default());
            Evidence::Entropy { centibits }
        });
        let parts = self.parts.iter().filter_map(|(part, span)| {
            let part = detector.kind.part(*part)?.name.clone();
            Some(Evidence::Part { part, span: offsets.span(span)? })
        });
        let own = self.own.clone().map(|domain| Evidence::Own { domain });
        let near = self.near.iter().filter_map(|nearby| {
            let near = detector.near.get(nearby.near)?;
            Some(Evidence::Near { term: near.terms.get(nearby.term)?.clone(), confidence: near.confidence? })
        });
        let disguise = self.seen.disguise.map(|disguise| Evidence::Disguise { disguise });
        let typos = self.seen.typos().map(|letters| Evidence::Typos { letters });
        let written = check.into_iter().chain(typos).chain(disguise).chain(entropy);
        written.chain(parts).chain(own).chain(near).collect()
    }
}
