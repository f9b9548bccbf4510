//! Many literals, looked for in one pass.

use aho_corasick::{
    Input,
    automaton::{Automaton, OverlappingState},
    nfa::contiguous::NFA,
};
use std::ops::Range;

/// Literals with someone who waits for each; found without ASCII case, overlapping ones too.
#[derive(Debug)]
pub(super) struct Literals<W> {
    automaton: Option<NFA>,
    /// Sorted by literal, so that those who wait for the same one stand together.
    waiting: Vec<W>,
    /// For each literal, where those who wait for it begin in `waiting`.
    begins: Vec<usize>,
}

impl<W> Literals<W> {
    /// Builds the index.
    pub(super) fn new(literals: impl IntoIterator<Item = (Vec<u8>, W)>) -> Self {
        let mut literals: Vec<(Vec<u8>, W)> = literals.into_iter().filter(|(literal, _)| !literal.is_empty()).collect();
        literals.iter_mut().for_each(|(literal, _)| literal.make_ascii_lowercase());
        literals.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        let (mut distinct, mut begins, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
        for (literal, waits) in literals {
            if distinct.last() != Some(&literal) {
                begins.push(waiting.len());
                distinct.push(literal);
            }
            waiting.push(waits);
        }
        begins.push(waiting.len());
        let build = || NFA::builder().ascii_case_insensitive(true).prefilter(false).build(&distinct);
        // Building fails only above 2^31 states, more than a sealed policy has bytes.
        let automaton = (!distinct.is_empty()).then(build).and_then(Result::ok);
        Self { automaton, waiting, begins }
    }

    /// Reports every place of every literal in a text, in the order of their ends, to each who waits for it.
    pub(super) fn find(&self, text: &str, mut found: impl FnMut(&W, Range<usize>)) {
        let Some(automaton) = &self.automaton else { return };
        let input = Input::new(text);
        let mut state = OverlappingState::start();
        while automaton.try_find_overlapping(&input, &mut state).is_ok()
            && let Some(hit) = state.get_match()
        {
            let literal = hit.pattern().as_usize();
            let (Some(&from), Some(&to)) = (self.begins.get(literal), self.begins.get(literal + 1)) else { continue };
            self.waiting.get(from..to).unwrap_or_default().iter().for_each(|waits| found(waits, hit.range()));
        }
    }
}
