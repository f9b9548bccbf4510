//! The index: where something could stand, and whether it does.

use super::{
    Anchor, Core, Place, Seen, Stand,
    literals::Literals,
    near,
    numbers::Numbers,
    parts::Parts,
    pattern::Compiled,
    runs::Runs,
    source::{Find, Source, sources},
    term,
    typed::Typed,
    typo,
    view::View,
};
use crate::{
    policy::{Detector, Kind},
    text::{Distances, Folded},
};
use std::ops::Range;

/// The index of a policy's detectors.
#[derive(Debug)]
pub(crate) struct Index {
    pub(super) sources: Vec<Source>,
    literals: Literals<Waiting>,
    runs: Runs<usize>,
    typed: Typed,
    numbers: Numbers,
    /// The cores of all patterns, numbered by source: the source, and which of its pattern's cores.
    cores: Vec<(usize, usize)>,
    /// The numbers of those that are not cores, but stand for a pattern that is looked for everywhere.
    everywhere: Vec<usize>,
    /// One for each source; those of patterns are used.
    compiled: Vec<Compiled>,
    pub(super) near: near::Index,
}

/// Who waits for a literal.
#[derive(Debug)]
pub(super) enum Waiting {
    Term {
        source: usize,
        term: usize,
        /// Where in the term the literal stands.
        at: usize,
    },
    /// A piece of a term that may be mistyped.
    Typo {
        source: usize,
        term: usize,
        seed: typo::Seed,
    },
    Core(usize),
}

impl Index {
    /// Builds the index. Expressions are compiled, and terms near by indexed, when they are first needed.
    pub(crate) fn new(detectors: &[Detector]) -> Self {
        let sources = sources(detectors);
        let mut literals: Vec<(&[u8], Waiting)> = Vec::new();
        let (mut runs, mut numbers) = (Vec::new(), Vec::new());
        let (mut cores, mut everywhere) = (Vec::new(), Vec::new());
        for (number, source) in sources.iter().enumerate() {
            match source.find(detectors) {
                None => {}
                Some(Find::Number(digits)) => numbers.push((number, digits)),
                Some(Find::Terms(terms)) => {
                    for (place, term) in terms.terms.iter().enumerate() {
                        let (word, at) = term::longest_word(term);
                        literals.push((word.as_bytes(), Waiting::Term { source: number, term: place, at }));
                        let seeds = typo::seeds(term).filter(|_| terms.typos);
                        literals.extend(seeds.map(|(piece, seed)| {
                            (piece.as_bytes(), Waiting::Typo { source: number, term: place, seed })
                        }));
                    }
                }
                Some(Find::Pattern(pattern)) => match &pattern.anchor {
                    Anchor::Everywhere => {
                        everywhere.push(cores.len());
                        cores.push((number, 0));
                    }
                    Anchor::Cores(arounds) => {
                        for (which, around) in arounds.iter().enumerate() {
                            match &around.core {
                                Core::Literals(all) => {
                                    literals.extend(all.iter().map(|one| (one.as_slice(), Waiting::Core(cores.len()))));
                                }
                                Core::Run { bytes, min } => {
                                    runs.push((*bytes, usize::try_from(*min).unwrap_or(usize::MAX), cores.len()));
                                }
                            }
                            cores.push((number, which));
                        }
                    }
                },
            }
        }
        let of_cores = literals.iter().filter_map(|(literal, waiting)| match waiting {
            Waiting::Core(core) if !literal.is_ascii() => Some((*literal, Waiting::Core(*core))),
            Waiting::Core(_) | Waiting::Term { .. } | Waiting::Typo { .. } => None,
        });
        Self {
            typed: Typed::new(of_cores.collect(), &runs, cores.len()),
            literals: Literals::new(literals),
            runs: Runs::new(runs),
            numbers: Numbers::new(&numbers),
            cores,
            everywhere,
            compiled: sources.iter().map(|_| Compiled::default()).collect(),
            near: near::Index::default(),
            sources,
        }
    }

    /// Where something stands in a draft, each place once, by source.
    pub(super) fn places(
        &self,
        detectors: &[Detector],
        draft: &str,
        folded: &Folded<'_>,
        views: &[View<'_>],
        distances: &Distances<'_>,
    ) -> Vec<Stand> {
        let mut places: Vec<Stand> = Vec::new();
        let add = |places: &mut Vec<Stand>, view: &View<'_>, source, (term, errors), span: Range<usize>| {
            let disguise = view.disguise(&span);
            let seen = Seen { errors, term, disguise };
            places.extend(view.typed(span).map(|Range { start, end }| Stand { source, start, end, seen }));
        };
        let mut cores: Vec<Vec<Place>> = Vec::new();
        for view in views {
            let mut found = |source, found, span| add(&mut places, view, source, found, span);
            let mut of_view = match cores.first().filter(|_| view.is_typed()) {
                Some(of_folded) => self.typed.places(draft, folded, of_folded),
                None => self.candidates(detectors, view, &mut found),
            };
            if view.with_shapes {
                self.numbers.find(view.text, |source, span| found(source, (None, 0), span));
                of_view.extend(self.everywhere.iter().map(|&core| (core, 0, 0)));
            }
            sort(&mut of_view);
            cores.push(of_view);
        }
        places.sort_unstable();
        let mut parts = Parts::new(&self.sources, detectors, places.len());
        let mut searched = Searched { folded, windows: Vec::new() };
        for number in self.waiting(detectors, &places, &cores) {
            let Some(source) = self.sources.get(number).copied() else { continue };
            let Some(Find::Pattern(pattern)) = source.find(detectors) else { continue };
            let Some(compiled) = self.compiled.get(number) else { continue };
            let beside = parts.beside(number, &places, distances);
            if beside.as_ref().is_some_and(Vec::is_empty) {
                continue;
            }
            searched.windows.clear();
            for (view, cores) in views.iter().zip(&cores) {
                let cores = self.of_source(cores, number);
                if cores.is_empty() {
                    continue;
                }
                let cores = cores.iter().map(|place| (self.core(place).1, place.1..place.2));
                let is_wanted = |window: &Range<usize>| {
                    searched.is_new(view, window)
                        && beside.as_ref().is_none_or(|beside| reaches(beside, view.typed(window.clone()), distances))
                };
                compiled.find(pattern, view.text, cores, is_wanted, |span| {
                    add(&mut places, view, number, (None, 0), span);
                });
            }
        }
        places.sort_unstable();
        places.dedup_by_key(|stand| (stand.source, stand.start, stand.end));
        places
    }

    /// The terms of a text, as far as they are wanted, reported by source; and the places of the cores of patterns in it.
    fn candidates(
        &self,
        detectors: &[Detector],
        view: &View<'_>,
        mut found: impl FnMut(usize, (Option<usize>, usize), Range<usize>),
    ) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        self.literals.find(view.text, |waiting, place| match *waiting {
            Waiting::Core(core) if view.with_shapes => places.push((core, place.start, place.end)),
            Waiting::Term { source, term, at } if view.with_terms => {
                if let Some(Find::Terms(terms)) = self.sources.get(source).and_then(|source| source.find(detectors))
                    && let Some(text_of_term) = terms.terms.get(term)
                    && let Some(span) = term::confirm(view, text_of_term, at, place, terms.matching)
                {
                    found(source, (Some(term), 0), span);
                }
            }
            Waiting::Typo { source, term, seed } if view.with_typos() => {
                let mut begins = seed.begins(view.text, place.start).peekable();
                if begins.peek().is_some()
                    && let Some(Find::Terms(terms)) = self.sources.get(source).and_then(|source| source.find(detectors))
                    && let Some(text_of_term) = terms.terms.get(term)
                    && let Some((span, errors)) = typo::confirm(view, text_of_term, seed, begins, terms.matching)
                {
                    found(source, (Some(term), errors), span);
                }
            }
            Waiting::Core(_) | Waiting::Term { .. } | Waiting::Typo { .. } => {}
        });
        if view.with_shapes {
            self.runs.find(view.text, |&core, run| places.push((core, run.start, run.end)));
        }
        places
    }

    /// The sources whose patterns are worth running, those with the fewest cores first of one detector. Of a combination
    /// none is, if another part that it takes is nowhere in the draft.
    fn waiting(&self, detectors: &[Detector], stands: &[Stand], cores: &[Vec<Place>]) -> Vec<usize> {
        let of_views =
            cores.iter().flat_map(|cores| cores.chunk_by(|one, other| self.core(one).0 == self.core(other).0));
        let mut counts: Vec<Place> =
            of_views.filter_map(|of_one| Some((self.core(of_one.first()?).0, of_one.len(), 0))).collect();
        sort(&mut counts);
        counts.dedup_by(|(next, more, _), (number, count, _)| {
            let same = next == number;
            *count += if same { *more } else { 0 };
            same
        });
        let stands = |number: usize| stands.binary_search_by_key(&number, |stand| stand.source).is_ok();
        let has_cores = |number: usize| counts.binary_search_by_key(&number, |(number, ..)| *number).is_ok();
        let is_possible = |number: usize, source: &Source| {
            let (Some(part), Some(detector)) = (source.part, detectors.get(source.detector)) else { return true };
            let Kind::Combination(combination) = &detector.kind else { return true };
            let first = number.saturating_sub(part);
            combination.is_possible(|part| stands(first + part) || has_cores(first + part))
        };
        let waiting = counts.iter().filter_map(|&(number, count, _)| {
            let source = self.sources.get(number).filter(|source| is_possible(number, source))?;
            Some((source.detector, count, number))
        });
        let mut waiting: Vec<Place> = waiting.collect();
        sort(&mut waiting);
        waiting.into_iter().map(|(.., number)| number).collect()
    }

    /// Of the places of cores those that are of one source.
    fn of_source<'c>(&self, cores: &'c [Place], number: usize) -> &'c [Place] {
        let from = cores.partition_point(|place| self.core(place).0 < number);
        let rest = cores.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|place| self.core(place).0 == number)).unwrap_or_default()
    }

    /// The source of a core, and which of its pattern's cores it is.
    fn core(&self, &(number, ..): &Place) -> (usize, usize) {
        self.cores.get(number).copied().unwrap_or_default()
    }
}

/// Sorts by the first two numbers; where one core begins in two ways, both are in the same window.
fn sort(places: &mut [Place]) {
    places.sort_unstable_by_key(|&(first, second, _)| (first, second));
}

/// Whether a piece of the draft as typed, if it is one, touches any of these sentences, which are in order.
fn reaches(sentences: &[usize], piece: Option<Range<usize>>, distances: &Distances<'_>) -> bool {
    piece.is_none_or(|piece| {
        let next = sentences.partition_point(|sentence| *sentence < distances.sentence(piece.start));
        sentences.get(next).is_some_and(|sentence| *sentence <= distances.sentence(piece.end))
    })
}

/// The windows of the folded draft that an expression was looked for in, by place.
struct Searched<'draft> {
    folded: &'draft Folded<'draft>,
    windows: Vec<(usize, usize)>,
}

impl Searched<'_> {
    /// Whether a window is worth searching. One of the draft as typed is not if it is the same in the folded draft, and
    /// so is what stands right beside it: a search sees no further.
    fn is_new(&mut self, view: &View<'_>, window: &Range<usize>) -> bool {
        if view.is_folded() {
            self.windows.push((window.start, window.end));
            return true;
        }
        let same = view.unchanged(self.folded, window);
        same.is_none_or(|same| self.windows.binary_search(&(same.start, same.end)).is_err())
    }
}
