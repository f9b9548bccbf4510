//! Runs of certain bytes.
//!
//! A run of at least so many bytes covers one of any so many places in a row, so that the places in between need not be
//! looked at: kinds of which only long runs count cost next to nothing in text that holds none. Those that are alike are
//! looked for together first, as one kind of all their bytes. Kinds of which short runs count are looked for in one pass
//! over all bytes.

use super::bytes::ByteSet;
use std::ops::Range;

/// Kinds of run with someone who waits for each.
#[derive(Debug)]
pub(super) struct Runs<W> {
    short: Vec<Table<W>>,
    long: Vec<Group<W>>,
}

/// As many kinds as a mask has bits.
const WIDTH: usize = u32::BITS as usize;
/// How many bytes make a run a long one.
const LONG: usize = 5;

/// Short runs of at most [`WIDTH`] kinds.
#[derive(Debug)]
struct Table<W> {
    /// For each byte, the kinds it belongs to.
    kinds_of: [u32; 256],
    kinds: Vec<Kind<W>>,
}

/// Long runs of kinds that are alike.
#[derive(Debug)]
struct Group<W> {
    /// The bytes of all kinds, and for each byte whether it is one.
    bytes: ByteSet,
    table: [bool; 256],
    /// How many bytes it takes for any of them.
    min: usize,
    kinds: Vec<Kind<W>>,
}

#[derive(Debug)]
struct Kind<W> {
    bytes: ByteSet,
    table: [bool; 256],
    /// How many bytes it takes for anyone who waits.
    min: usize,
    waiting: Vec<(usize, W)>,
}

impl<W> Runs<W> {
    /// Builds the index from the bytes of a run, how many it takes, and who waits for it.
    pub(super) fn new(runs: impl IntoIterator<Item = (ByteSet, usize, W)>) -> Self {
        let mut kinds: Vec<Kind<W>> = Vec::new();
        for (bytes, min, waits) in runs {
            match kinds.iter_mut().find(|kind| kind.bytes == bytes) {
                Some(kind) => {
                    kind.min = kind.min.min(min);
                    kind.waiting.push((min, waits));
                }
                None => kinds.push(Kind { bytes, table: bytes.table(), min, waiting: vec![(min, waits)] }),
            }
        }
        let (long, mut kinds): (Vec<_>, Vec<_>) = kinds.into_iter().partition(|kind| kind.min >= LONG);
        let mut short = Vec::new();
        while !kinds.is_empty() {
            let rest = kinds.split_off(kinds.len().min(WIDTH));
            short.push(Table::new(std::mem::replace(&mut kinds, rest)));
        }
        Self { short, long: Group::all(long) }
    }

    /// Reports every run that is long enough, to each who waits for it.
    pub(super) fn find(&self, text: &str, mut found: impl FnMut(&W, Range<usize>)) {
        self.short.iter().for_each(|table| table.find(text.as_bytes(), &mut found));
        self.long.iter().for_each(|group| group.find(text.as_bytes(), &mut found));
    }
}

impl<W> Table<W> {
    fn new(kinds: Vec<Kind<W>>) -> Self {
        let mut kinds_of = [0; 256];
        for (bit, kind) in kinds.iter().enumerate() {
            for byte in kind.bytes.iter() {
                if let Some(mask) = kinds_of.get_mut(usize::from(byte)) {
                    *mask |= 1 << bit;
                }
            }
        }
        Self { kinds_of, kinds }
    }

    fn find(&self, text: &[u8], found: &mut impl FnMut(&W, Range<usize>)) {
        let mut began = [0; WIDTH];
        let mut inside = 0_u32;
        let kinds = text.iter().map(|&byte| self.kinds_of.get(usize::from(byte)).copied().unwrap_or(0));
        for (at, now) in kinds.chain([0]).enumerate() {
            let mut changed = now ^ inside;
            inside = now;
            while changed != 0 {
                let bit = changed.trailing_zeros();
                changed &= changed - 1;
                let (Some(start), Some(kind)) = (began.get_mut(bit as usize), self.kinds.get(bit as usize)) else {
                    break;
                };
                if now >> bit & 1 == 1 {
                    *start = at;
                } else {
                    kind.report(&(*start..at), found);
                }
            }
        }
    }
}

impl<W> Group<W> {
    /// Puts kinds together by whether they hold blanks and letters: what words and sentences are made of, these make
    /// common whatever else they hold.
    fn all(kinds: Vec<Kind<W>>) -> Vec<Self> {
        let look = |bytes: &ByteSet| (bytes.contains(b' '), bytes.iter().any(|byte| byte.is_ascii_lowercase()));
        let mut groups: Vec<Self> = Vec::new();
        for kind in kinds {
            match groups.iter_mut().find(|group| look(&group.bytes) == look(&kind.bytes)) {
                Some(group) => {
                    group.bytes = group.bytes.union(kind.bytes);
                    group.table = group.bytes.table();
                    group.min = group.min.min(kind.min);
                    group.kinds.push(kind);
                }
                None => groups.push(Self { bytes: kind.bytes, table: kind.table, min: kind.min, kinds: vec![kind] }),
            }
        }
        groups
    }

    fn find(&self, text: &[u8], found: &mut impl FnMut(&W, Range<usize>)) {
        long_runs(&self.table, self.min, text, |of_all| {
            let part = text.get(of_all.clone()).unwrap_or_default();
            for kind in &self.kinds {
                long_runs(&kind.table, kind.min, part, |run| {
                    kind.report(&(of_all.start + run.start..of_all.start + run.end), found);
                });
            }
        });
    }
}

impl<W> Kind<W> {
    fn report(&self, run: &Range<usize>, found: &mut impl FnMut(&W, Range<usize>)) {
        let enough = self.waiting.iter().filter(|(min, _)| run.len() >= *min);
        enough.for_each(|(_, waits)| found(waits, run.clone()));
    }
}

/// Reports the runs of certain bytes that are long enough. No byte is looked at more than once, and few are at all.
fn long_runs(bytes: &[bool; 256], min: usize, text: &[u8], mut found: impl FnMut(Range<usize>)) {
    let belongs = |byte: &u8| bytes.get(usize::from(*byte)).is_some_and(|is_in| *is_in);
    // Where the next run can begin at the earliest, and up to where it is known to go on.
    let (mut start, mut known) = (0_usize, 0);
    while let Some(last) = start.checked_add(min)
        && let Some(unknown) = text.get(known..last)
    {
        let back = unknown.iter().rev().take_while(|byte| belongs(byte)).count();
        if back < unknown.len() {
            (start, known) = (last - back, last);
            continue;
        }
        let end = last + text.iter().skip(last).take_while(|byte| belongs(byte)).count();
        found(start..end);
        (start, known) = (end + 1, end + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every longest row of bytes that belong to a kind, from one that does not to the next.
    fn naive(bytes: &ByteSet, min: usize, text: &str) -> Vec<Range<usize>> {
        let belongs = |at: usize| text.as_bytes().get(at).is_some_and(|&byte| bytes.contains(byte));
        let starts = (0..text.len()).filter(|&at| belongs(at) && !at.checked_sub(1).is_some_and(belongs));
        let runs = starts.map(|start| start..(start..).find(|&at| !belongs(at)).unwrap());
        runs.filter(|run| run.len() >= min).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn all_that_are_long_enough_are_found(
            kinds in prop::collection::vec(("[ aBc1-]{1,4}", 1..12_usize), 1..40),
            text in "[ aBc1-]{0,60}",
        ) {
            let kinds: Vec<_> = kinds.iter().zip(0..).map(|((bytes, min), number)| {
                let mut set = ByteSet::NONE;
                bytes.bytes().for_each(|byte| set.add(byte, byte));
                (set, *min, number)
            }).collect();
            let mut found: Vec<(i32, Range<usize>)> = Vec::new();
            Runs::new(kinds.clone()).find(&text, |number, run| found.push((*number, run)));
            found.sort_by_key(|(number, run)| (*number, run.start));
            let expected = kinds.iter().flat_map(|(set, min, number)| {
                naive(set, *min, &text).into_iter().map(move |run| (*number, run))
            });
            prop_assert_eq!(found, expected.collect::<Vec<_>>());
        }
    }
}
