//! Making a combination out of its parts.
//!
//! The hits of all parts that speak for it are walked from left to right with a window that always ends at the hit that
//! was reached last. Its left end follows: past what is too far away or in an earlier sentence, and past what the
//! window can do without. So what remains is the narrowest piece of the draft that ends there and holds what it takes.
//! Pieces that overlap are one finding. Every hit enters the window once and leaves it once: the time is in proportion
//! to the hits, whatever they are.

use crate::{
    policy::{Combination, Role, Within},
    text::Distances,
};
use std::ops::Range;

/// A hit of a part: the part's place in the combination, and where, in UTF-8 bytes of the draft as typed.
pub(super) type PartHit = (usize, Range<usize>);

/// A finding of a combination.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) span: Range<usize>,
    /// The first hit of each of its parts.
    pub(super) parts: Vec<PartHit>,
}

impl Combination {
    /// Whether parts that perhaps are in a draft could make it at all.
    pub(super) fn is_possible(&self, present: impl Fn(usize) -> bool) -> bool {
        let roles = || self.parts.iter().enumerate();
        let any = roles().filter(|(place, part)| part.role == Role::Any && present(*place)).count();
        roles().all(|(place, part)| part.role != Role::All || present(place)) && any >= at_least(self)
    }

    /// The findings that hits of its parts make, by place.
    pub(super) fn made(&self, mut hits: Vec<PartHit>, distances: &Distances<'_>) -> Vec<Made> {
        hits.sort_unstable_by_key(|(part, span)| (span.start, span.end, *part));
        let against: Vec<PartHit> = hits.extract_if(.., |(part, _)| self.role(*part) == Some(Role::None)).collect();
        let against = Against::new(against, self.within, distances);
        let mut window = Window::new(self);
        let mut made: Vec<Made> = Vec::new();
        let mut left = 0;
        for (right, (part, span)) in hits.iter().enumerate() {
            window.add(*part);
            while let Some((first, begin)) = hits.get(left).filter(|_| left < right)
                && (!self.reaches(begin.start..span.end, distances) || window.spares(*first))
            {
                window.remove(*first);
                left += 1;
            }
            let Some(of_window) = hits.get(left..=right).filter(|_| window.is_complete()) else { continue };
            let start = of_window.first().map_or(span.start, |(_, first)| first.start);
            if !self.reaches(start..span.end, distances) || against.has(&(start..span.end), distances) {
                continue;
            }
            match made.last_mut().filter(|last| start < last.span.end) {
                Some(last) => last.add(*part, span),
                None => {
                    let mut new = Made { span: start..span.end, parts: Vec::new() };
                    of_window.iter().for_each(|(part, span)| new.add(*part, span));
                    made.push(new);
                }
            }
        }
        made
    }

    fn role(&self, part: usize) -> Option<Role> {
        self.parts.get(part).map(|part| part.role)
    }

    /// Whether a piece of the draft is not too large.
    fn reaches(&self, piece: Range<usize>, distances: &Distances<'_>) -> bool {
        match self.within {
            Within::Sentence => distances.together(piece.start, piece.end.saturating_sub(1)),
            Within::Characters(most) => distances.characters(piece) <= most,
        }
    }
}

impl Made {
    fn add(&mut self, part: usize, span: &Range<usize>) {
        self.span.end = self.span.end.max(span.end);
        if !self.parts.iter().any(|(known, _)| *known == part) {
            self.parts.push((part, span.clone()));
        }
    }
}

/// How many different parts it takes of those of which any will do. Hostile policies may ask for more than there are.
fn at_least(combination: &Combination) -> usize {
    usize::try_from(combination.at_least).unwrap_or(usize::MAX)
}

/// How many hits of each part are in the window.
struct Window<'policy> {
    combination: &'policy Combination,
    counts: Vec<usize>,
    /// Parts that must be there and are not.
    missing: usize,
    /// Different parts of those of which any will do.
    any: usize,
}

impl<'policy> Window<'policy> {
    fn new(combination: &'policy Combination) -> Self {
        let missing = combination.parts.iter().filter(|part| part.role == Role::All).count();
        Self { combination, counts: vec![0; combination.parts.len()], missing, any: 0 }
    }

    fn add(&mut self, part: usize) {
        let Some(count) = self.counts.get_mut(part) else { return };
        *count += 1;
        match self.combination.role(part) {
            Some(Role::All) if *count == 1 => self.missing -= 1,
            Some(Role::Any) if *count == 1 => self.any += 1,
            _ => {}
        }
    }

    fn remove(&mut self, part: usize) {
        let Some(count) = self.counts.get_mut(part) else { return };
        *count -= 1;
        match self.combination.role(part) {
            Some(Role::All) if *count == 0 => self.missing += 1,
            Some(Role::Any) if *count == 0 => self.any -= 1,
            _ => {}
        }
    }

    fn is_complete(&self) -> bool {
        self.missing == 0 && self.any >= at_least(self.combination)
    }

    /// Whether the window stays complete without one hit of a part.
    fn spares(&self, part: usize) -> bool {
        let last = self.counts.get(part) == Some(&1);
        let needed = match self.combination.role(part) {
            Some(Role::All) => last,
            Some(Role::Any) => last && self.any <= at_least(self.combination),
            _ => false,
        };
        self.is_complete() && !needed
    }
}

/// The hits that speak against a combination.
enum Against {
    /// The sentences that have one, in order.
    Sentences(Vec<usize>),
    /// Their starts, each with the furthest end so far, in characters; and how far away they still count.
    Characters(Vec<(u32, u32)>, u32),
}

impl Against {
    fn new(hits: Vec<PartHit>, within: Within, distances: &Distances<'_>) -> Self {
        match within {
            Within::Sentence => Self::Sentences(hits.iter().map(|(_, span)| distances.sentence(span.start)).collect()),
            Within::Characters(most) => {
                let mut furthest = 0;
                let places = hits.into_iter().map(|(_, span)| {
                    furthest = furthest.max(distances.characters(0..span.end));
                    (distances.characters(0..span.start), furthest)
                });
                Self::Characters(places.collect(), most)
            }
        }
    }

    /// Whether one is near a piece of the draft.
    fn has(&self, piece: &Range<usize>, distances: &Distances<'_>) -> bool {
        match self {
            Self::Sentences(all) => !all.is_empty() && all.binary_search(&distances.sentence(piece.start)).is_ok(),
            Self::Characters(all, most) => {
                let (start, end) = (distances.characters(0..piece.start), distances.characters(0..piece.end));
                let next = all.partition_point(|(begins, _)| *begins <= end.saturating_add(*most));
                let last = next.checked_sub(1).and_then(|last| all.get(last));
                last.is_some_and(|(_, ends)| ends.saturating_add(*most) >= start)
            }
        }
    }
}
