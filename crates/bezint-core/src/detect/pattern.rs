//! A pattern in a text: the windows around its cores, and the matches in them.

use super::{Anchor, anchor};
use crate::policy::Pattern;
use regex_automata::{Input, meta::Regex, util::primitives::NonMaxUsize};
use std::{ops::Range, sync::OnceLock};

/// The compiled expression of a pattern, made when it is first needed.
#[derive(Debug, Default)]
pub(super) struct Compiled(OnceLock<Option<Regex>>);

impl Compiled {
    /// Reports the spans of a pattern's matches that pass its check. `cores` are the places of its core in `text`, in
    /// order of their starts.
    pub(super) fn find(
        &self,
        pattern: &Pattern,
        text: &str,
        cores: impl Iterator<Item = Range<usize>>,
        mut found: impl FnMut(Range<usize>),
    ) {
        // `Pattern::new` has compiled it before, so it compiles.
        let regex = self.0.get_or_init(|| anchor::compile(&pattern.regex, pattern.group).ok());
        let Some(regex) = regex else { return };
        windows(&pattern.anchor, text.as_bytes(), cores, |window| {
            search(regex, pattern.group, text, window, |span| {
                let passes = |check: super::Check| text.get(span.clone()).is_some_and(|number| check.passes(number));
                if pattern.check.is_none_or(passes) {
                    found(span);
                }
            });
        });
    }
}

/// Reports what a group of an expression matches in a window, from left to right.
fn search(regex: &Regex, group: u8, text: &str, window: Range<usize>, mut found: impl FnMut(Range<usize>)) {
    let group = usize::from(group);
    let mut slots: Vec<Option<NonMaxUsize>> = vec![None; 2 * (group + 1)];
    let mut from = window.start;
    while from < window.end {
        let input = Input::new(text).range(from..window.end);
        if regex.search_slots(&input, &mut slots).is_none() {
            return;
        }
        let slot = |number: usize| slots.get(number).copied().flatten().map(NonMaxUsize::get);
        if let (Some(start), Some(end)) = (slot(2 * group), slot(2 * group + 1))
            && start < end
        {
            // An expression over bytes can end inside a character; what a person sees is the character.
            found(text.floor_char_boundary(start)..text.ceil_char_boundary(end));
        }
        // A match is never empty: `Anchor::derive` refuses expressions that can match nothing.
        from = slot(1).unwrap_or(window.end).max(from + 1);
    }
}

/// Reports the windows around cores, joined where they meet. Takes time in proportion to the text and the cores.
fn windows(
    anchor: &Anchor,
    text: &[u8],
    cores: impl Iterator<Item = Range<usize>>,
    mut found: impl FnMut(Range<usize>),
) {
    let Anchor::Core { core, before, after } = anchor else {
        return found(0..text.len());
    };
    // Only in a run can what stands before the core begin inside the run itself.
    let inside = matches!(core, super::Core::Run { bytes, .. } if !bytes.is_disjoint(&before.bytes));
    let mut open: Option<Range<usize>> = None;
    for core in cores {
        let done = open.as_ref().map_or(0, |window| window.end);
        // The open window has been walked over already, so that no byte is walked over twice.
        let start = core.start.checked_sub(done).map(|gap| {
            let ahead = text.get(done..core.start).unwrap_or_default().iter().rev().copied();
            core.start - before.over(ahead).min(gap)
        });
        let joins = open.is_some() && start.is_none_or(|start| start == done);
        let enough = core.start - start.unwrap_or(0);
        if !joins && !inside && u32::try_from(enough).is_ok_and(|enough| enough < before.min) {
            continue;
        }
        let (seen, skip) = (core.end.max(done), done.saturating_sub(core.end));
        let mut rest = *after;
        rest.max = rest.max.map(|max| max.saturating_sub(u32::try_from(skip).unwrap_or(u32::MAX)));
        let end = seen + rest.over(text.get(seen..).unwrap_or_default().iter().copied());
        match &mut open {
            Some(window) if joins => window.end = end,
            _ => {
                if let Some(window) = open.replace(start.unwrap_or(core.start)..end) {
                    found(window);
                }
            }
        }
    }
    open.into_iter().for_each(found);
}
