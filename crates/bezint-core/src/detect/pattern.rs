//! A pattern in a text: the windows around its cores, and the matches in them.

use super::{Anchor, Around, Core, Entropy, expression::Expression};
use crate::policy::Pattern;
use std::{ops::Range, sync::OnceLock};

/// The compiled expression of a pattern, made when it is first needed.
#[derive(Debug, Default)]
pub(super) struct Compiled(OnceLock<Option<Expression>>);

impl Compiled {
    /// Reports the spans of a pattern's matches that pass its check and have its entropy. `cores` are the places of its
    /// cores in `text`: which one, and where; sorted.
    pub(super) fn find(
        &self,
        pattern: &Pattern,
        text: &str,
        cores: impl Iterator<Item = (usize, Range<usize>)>,
        mut found: impl FnMut(Range<usize>),
    ) {
        let windows = windows(&pattern.anchor, text.as_bytes(), cores);
        if windows.is_empty() {
            return;
        }
        // `Pattern::new` has compiled it before, so it compiles.
        let expression = self.0.get_or_init(|| Expression::new(&pattern.regex, pattern.group).ok());
        let Some(expression) = expression else { return };
        expression.find(text, windows, |bytes| {
            // An expression over bytes can end inside a character; what a person sees is the character.
            let span = text.floor_char_boundary(bytes.start)..text.ceil_char_boundary(bytes.end);
            if text.get(span.clone()).is_some_and(|words| passes(pattern, words)) {
                found(span);
            }
        });
    }
}

/// Whether the text of a pattern's group is what it must be.
fn passes(pattern: &Pattern, words: &str) -> bool {
    pattern.check.is_none_or(|check| check.passes(words))
        && pattern.entropy.is_none_or(|least| Entropy::of(words) >= least)
}

/// The windows around cores, joined where they meet. Takes time in proportion to the text and the cores.
fn windows(anchor: &Anchor, text: &[u8], cores: impl Iterator<Item = (usize, Range<usize>)>) -> Vec<Range<usize>> {
    let Anchor::Cores(arounds) = anchor else {
        return vec![Range { start: 0, end: text.len() }];
    };
    let mut windows: Vec<Range<usize>> = Vec::new();
    let (mut which, mut first) = (0, 0);
    for (number, core) in cores {
        let Some(around) = arounds.get(number) else { continue };
        if number != which {
            (which, first) = (number, windows.len());
        }
        let open = windows.get_mut(first..).and_then(|of_this_core| of_this_core.last_mut());
        let new = widened(around, text, core, open);
        windows.extend(new);
    }
    windows.sort_unstable_by_key(|window| window.start);
    windows.dedup_by(|next, open| {
        let meet = next.start <= open.end;
        open.end = if meet { open.end.max(next.end) } else { open.end };
        meet
    });
    windows
}

/// Adds the window of a core to the last one before it if they meet, and else returns it. The bytes of that last one
/// have been walked over already, so that no byte is walked over twice.
fn widened(
    Around { core: kind, before, after }: &Around,
    text: &[u8],
    core: Range<usize>,
    open: Option<&mut Range<usize>>,
) -> Option<Range<usize>> {
    let done = open.as_ref().map_or(0, |open| open.end);
    let walked = text.get(done..core.start).map(|gap| before.over(gap.iter().rev().copied()));
    let start = walked.map_or(done, |walked| core.start - walked);
    let joins = open.is_some() && start == done;
    // Only in a run can what stands before the core begin inside the run itself.
    let inside = matches!(kind, Core::Run { bytes, .. } if !bytes.is_disjoint(&before.bytes));
    let enough = u32::try_from(core.start.saturating_sub(start)).is_ok_and(|walked| walked >= before.min);
    if !joins && !inside && !enough {
        return None;
    }
    let seen = core.end.max(done);
    let mut rest = *after;
    rest.max = rest.max.map(|max| max.saturating_sub(u32::try_from(seen - core.end).unwrap_or(u32::MAX)));
    let end = seen + rest.over(text.get(seen..).unwrap_or_default().iter().copied());
    match open {
        Some(open) if joins => {
            open.end = end;
            None
        }
        _ => Some(start..end),
    }
}
