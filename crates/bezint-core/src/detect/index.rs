//! The index: where something could stand, and whether it does.

use super::{
    Anchor, Core, Place, Seen, Stand,
    literals::Literals,
    near,
    numbers::Numbers,
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
    text::Folded,
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
            of_view.sort_unstable();
            cores.push(of_view);
        }
        let vain = self.in_vain(detectors, &places, &cores);
        let mut searched = Searched { folded, windows: Vec::new() };
        for (view, cores) in views.iter().zip(&cores) {
            let add = |source, span| add(&mut places, view, source, (None, 0), span);
            self.confirm(detectors, view, cores, &vain, &mut searched, add);
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

    /// The combinations, in order, of which a part is perhaps in the draft, but another that it takes is not: its
    /// patterns are not worth running.
    fn in_vain(&self, detectors: &[Detector], stands: &[Stand], cores: &[Vec<Place>]) -> Vec<usize> {
        if self.sources.len() == detectors.len() {
            return Vec::new();
        }
        let of_cores = cores.iter().flat_map(|cores| cores.chunk_by(|(one, ..), (other, ..)| one == other));
        let of_cores = of_cores.filter_map(|of_one| Some(self.core(of_one.first()?).0));
        let mut present: Vec<(usize, usize)> = stands
            .iter()
            .map(|stand| stand.source)
            .chain(of_cores)
            .filter_map(|source| self.sources.get(source).and_then(|source| Some((source.detector, source.part?))))
            .collect();
        present.sort_unstable();
        present.dedup();
        let vain = present.chunk_by(|(one, _), (other, _)| one == other).filter_map(|parts| {
            let (detector, _) = *parts.first()?;
            let Kind::Combination(combination) = &detectors.get(detector)?.kind else { return None };
            (!combination.is_possible(|part| parts.binary_search(&(detector, part)).is_ok())).then_some(detector)
        });
        vain.collect()
    }

    /// Runs the patterns at the places of their cores in a text.
    fn confirm(
        &self,
        detectors: &[Detector],
        view: &View<'_>,
        cores: &[Place],
        vain: &[usize],
        searched: &mut Searched<'_>,
        mut found: impl FnMut(usize, Range<usize>),
    ) {
        for of_one in cores.chunk_by(|a, b| self.core(a).0 == self.core(b).0) {
            let number = of_one.first().map_or(0, |place| self.core(place).0);
            let source = self.sources.get(number).copied().unwrap_or_default();
            if source.part.is_some() && vain.binary_search(&source.detector).is_ok() {
                continue;
            }
            if let Some(Find::Pattern(pattern)) = source.find(detectors)
                && let Some(compiled) = self.compiled.get(number)
            {
                let cores = of_one.iter().map(|place| (self.core(place).1, place.1..place.2));
                let is_new = |window: &Range<usize>| searched.is_new(view, number, window);
                compiled.find(pattern, view.text, cores, is_new, |span| found(number, span));
            }
        }
    }

    /// The source of a core, and which of its pattern's cores it is.
    fn core(&self, &(number, ..): &Place) -> (usize, usize) {
        self.cores.get(number).copied().unwrap_or_default()
    }
}

/// The windows of the folded draft that expressions were run in: by source, then by place.
struct Searched<'draft> {
    folded: &'draft Folded<'draft>,
    windows: Vec<Place>,
}

impl Searched<'_> {
    /// Whether a window is worth searching. One of the draft as typed is not if it is the same in the folded draft, and
    /// so is what stands right beside it: a search sees no further.
    fn is_new(&mut self, view: &View<'_>, source: usize, window: &Range<usize>) -> bool {
        let place = |window: &Range<usize>| (source, window.start, window.end);
        if view.is_folded() {
            self.windows.push(place(window));
            return true;
        }
        let same = view.unchanged(self.folded, window);
        same.is_none_or(|same| self.windows.binary_search(&place(&same)).is_err())
    }
}
