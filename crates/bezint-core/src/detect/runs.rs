//! Runs of certain bytes, all kinds looked for in one pass.

use super::bytes::ByteSet;
use std::ops::Range;

/// Kinds of run with someone who waits for each.
#[derive(Debug, Default)]
pub(super) struct Runs<W> {
    /// Each holds at most [`WIDTH`] kinds.
    tables: Vec<Table<W>>,
}

/// As many kinds as a mask has bits.
const WIDTH: usize = u32::BITS as usize;

#[derive(Debug)]
struct Table<W> {
    /// For each byte, the kinds it belongs to.
    kinds_of: [u32; 256],
    kinds: Vec<Kind<W>>,
}

#[derive(Debug)]
struct Kind<W> {
    bytes: ByteSet,
    waiting: Vec<(usize, W)>,
}

impl<W> Runs<W> {
    /// Builds the index from the bytes of a run, how many it takes, and who waits for it.
    pub(super) fn new(runs: impl IntoIterator<Item = (ByteSet, usize, W)>) -> Self {
        let mut kinds: Vec<Kind<W>> = Vec::new();
        for (bytes, min, waits) in runs {
            match kinds.iter_mut().find(|kind| kind.bytes == bytes) {
                Some(kind) => kind.waiting.push((min, waits)),
                None => kinds.push(Kind { bytes, waiting: vec![(min, waits)] }),
            }
        }
        let mut tables = Vec::new();
        while !kinds.is_empty() {
            let rest = kinds.split_off(kinds.len().min(WIDTH));
            tables.push(Table::new(std::mem::replace(&mut kinds, rest)));
        }
        Self { tables }
    }

    /// Reports every run that is long enough, to each who waits for it.
    pub(super) fn find(&self, text: &str, mut found: impl FnMut(&W, Range<usize>)) {
        self.tables.iter().for_each(|table| table.find(text.as_bytes(), &mut found));
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
                    let run = *start..at;
                    kind.waiting
                        .iter()
                        .filter(|(min, _)| run.len() >= *min)
                        .for_each(|(_, waits)| found(waits, run.clone()));
                }
            }
        }
    }
}
