//! A pattern in a text: the windows around its cores, and the matches in them.

use super::{Anchor, Check, Core, expression::Expression};
use crate::policy::Pattern;
use std::{ops::Range, sync::OnceLock};

/// The compiled expression of a pattern, made when it is first needed.
#[derive(Debug, Default)]
pub(super) struct Compiled(OnceLock<Option<Expression>>);

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
        let expression = self.0.get_or_init(|| Expression::new(&pattern.regex, pattern.group).ok());
        let Some(expression) = expression else { return };
        windows(&pattern.anchor, text.as_bytes(), cores, |window| {
            expression.find(text, window, |bytes| {
                // An expression over bytes can end inside a character; what a person sees is the character.
                let span = text.floor_char_boundary(bytes.start)..text.ceil_char_boundary(bytes.end);
                let passes = |check: Check| text.get(span.clone()).is_some_and(|number| check.passes(number));
                if pattern.check.is_none_or(passes) {
                    found(span);
                }
            });
        });
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
    let inside = matches!(core, Core::Run { bytes, .. } if !bytes.is_disjoint(&before.bytes));
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
