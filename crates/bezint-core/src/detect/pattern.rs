//! A pattern in a text: the windows around its cores, and the matches in them.

use super::{Anchor, Around, ByteSet, Core, Entropy, Reach, expression::Expression};
use crate::policy::Pattern;
use std::{ops::Range, sync::OnceLock};

/// The compiled expression of a pattern, made when it is first needed.
#[derive(Debug, Default)]
pub(super) struct Compiled(OnceLock<Option<Expression>>);

impl Compiled {
    /// Reports the spans of a pattern's matches that pass its check and have its entropy. `cores` are the places of its
    /// cores in `text`: which one, and where; sorted. Windows that are not new are left out.
    pub(super) fn find(
        &self,
        pattern: &Pattern,
        text: &str,
        cores: impl Iterator<Item = (usize, Range<usize>)>,
        is_new: impl FnMut(&Range<usize>) -> bool,
        mut found: impl FnMut(Range<usize>),
    ) {
        let mut windows = windows(&pattern.anchor, text.as_bytes(), cores);
        windows.retain(is_new);
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
    let (mut which, mut first, mut ahead) = (0, 0, Ahead::default());
    for (number, core) in cores {
        let Some(around) = arounds.get(number) else { continue };
        if number != which {
            (which, first, ahead) = (number, windows.len(), Ahead::default());
        }
        let Some(end) = ahead.reaches(around, text, &core) else { continue };
        let open = windows.get_mut(first..).and_then(|of_this_core| of_this_core.last_mut());
        let new = widened(around, text, core.start..end, open);
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

/// Adds a window from a core on to the last one before it if they meet, and else returns it, with what can stand before
/// the core. The bytes of that last one have been walked over already, so that no byte is walked over twice.
fn widened(
    Around { core: kind, before, .. }: &Around,
    text: &[u8],
    from_core: Range<usize>,
    open: Option<&mut Range<usize>>,
) -> Option<Range<usize>> {
    let done = open.as_ref().map_or(0, |open| open.end);
    let walked = text.get(done..from_core.start).map(|gap| before.over(gap.iter().rev().copied()));
    let start = walked.map_or(done, |walked| from_core.start - walked);
    match open {
        Some(open) if start == done => {
            open.end = open.end.max(from_core.end);
            None
        }
        _ => is_enough(kind, before, from_core.start - start).then_some(start..from_core.end),
    }
}

/// Whether the way on one side of a core is long enough for a match. Only in a run can it begin inside the core itself.
fn is_enough(kind: &Core, reach: &Reach, walked: usize) -> bool {
    let inside = |bytes: &ByteSet| reach.steps.iter().any(|step| !bytes.is_disjoint(&step.bytes));
    u32::try_from(walked).map_or(true, |walked| walked >= reach.min)
        || matches!(kind, Core::Run { bytes, .. } if inside(bytes))
}

/// How far a match can go after the cores of one kind, which come by place: for each step, bytes that are known to be
/// some it can go over, so that none is looked at twice.
#[derive(Default)]
struct Ahead(Vec<Range<usize>>);

impl Ahead {
    /// Where a match ends at the latest that holds this core; `None`: there can be none.
    fn reaches(
        &mut self,
        Around { core: kind, after, .. }: &Around,
        text: &[u8],
        core: &Range<usize>,
    ) -> Option<usize> {
        let begin = if let Core::Literals(_) = kind { core.start } else { core.end };
        self.0.resize(after.steps.len(), 0..0);
        let mut end = begin;
        for (step, known) in after.steps.iter().zip(&mut self.0) {
            if !(known.start..=known.end).contains(&end) {
                *known = end..end;
            }
            let last = end.saturating_add(step.limit()).min(text.len());
            let unknown = text.get(known.end..last).unwrap_or_default();
            known.end += unknown.iter().take_while(|byte| step.bytes.contains(**byte)).count();
            end = known.end.min(last);
        }
        is_enough(kind, after, end - begin).then_some(end)
    }
}
