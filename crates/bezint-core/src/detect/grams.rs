//! Grams: where a text begins as literals do.
//!
//! One look into a table by the next three bytes at a place of the text, and one at the bits found there for the fourth,
//! tell whether any literal may begin so. Few places of ordinary text get further; for them a second table tells which
//! literals those are, by their first four bytes. Literals shorter than that are found by all they have.

use std::ops::Range;

/// As many bytes as a gram has at most.
pub(super) const GRAM: usize = 4;
/// A gram as it is looked up: how many bytes it has, and these, the first one lowest.
const LENGTHS: [(usize, u32); GRAM] = [(4, 0xFFFF_FFFF), (3, 0xFF_FFFF), (2, 0xFFFF), (1, 0xFF)];
/// Set in every lower-case letter. Setting it everywhere is good enough to tell what is unlikely.
const CASE: u32 = 0x2020_2020;
/// Bits of the third byte by which marks are looked up, beside the hash of the first two, and of the fourth that have a
/// mark of their own.
const THIRD: u32 = 5;
const FOURTH: u32 = 3;
/// Marks for each gram, so that most stay unset; and bits of the hash at least and at most: what a processor holds near
/// at hand.
const MARKS_A_GRAM: usize = 4;
const FEWEST_BITS: u32 = 10;
const MOST_BITS: u32 = 12;

/// What literals begin with.
#[derive(Debug, Default)]
pub(super) struct Grams {
    /// For each hash of two bytes and some bits of a third: for each pattern of bits of a fourth, whether a gram goes on
    /// so; and above these, for each shorter length, whether a gram ends there.
    marks: Vec<u16>,
    /// How far a hash is shifted to be that of two bytes, and a place in the table.
    shifts: (u32, u32),
    /// Grams with the literals that they are, or begin; by hash, each at the next free place.
    table: Vec<Gram>,
}

/// What some literals begin with.
#[derive(Debug, Clone, Default)]
struct Gram {
    bytes: u32,
    length: usize,
    literals: Range<usize>,
}

impl Grams {
    /// Of literals, which come sorted.
    pub(super) fn new<'l>(literals: impl Iterator<Item = &'l [u8]>) -> Self {
        let mut grams: Vec<Gram> = Vec::new();
        for (number, literal) in literals.enumerate() {
            let (bytes, length) = (begin(literal), literal.len().min(GRAM));
            match grams.last_mut().filter(|last| (last.bytes, last.length) == (bytes, length)) {
                Some(last) => last.literals.end = number + 1,
                None => grams.push(Gram { bytes, length, literals: number..number + 1 }),
            }
        }
        if grams.is_empty() {
            return Self::default();
        }
        let marks = (grams.len().saturating_mul(MARKS_A_GRAM) >> THIRD).next_power_of_two();
        let bits = marks.ilog2().clamp(FEWEST_BITS, MOST_BITS);
        let places = grams.len().saturating_mul(2).next_power_of_two().ilog2();
        let mut all = Self {
            marks: vec![0; 1 << (bits + THIRD)],
            shifts: (u32::BITS - bits, u32::BITS - places),
            table: vec![Gram::default(); 1 << places],
        };
        for gram in grams {
            all.mark(&gram);
            let free = all.places(gram.bytes).find(|place| all.taken(*place).is_none());
            let free = free.and_then(|free| all.table.get_mut(free));
            free.into_iter().for_each(|free| *free = gram.clone());
        }
        all
    }

    /// Marks a gram, whatever stands after one that is short.
    fn mark(&mut self, gram: &Gram) {
        let mark = match GRAM - gram.length {
            0 => 1 << fourth(gram.bytes),
            shorter => 1 << ((1 << FOURTH) + shorter - 1),
        };
        let seconds = if gram.length < 2 { 0..=0xFF } else { 0..=0 };
        let thirds = if gram.length < 3 { 0..1 << THIRD } else { 0..1 };
        for (second, third) in seconds.flat_map(|second| thirds.clone().map(move |third| (second, third))) {
            let place = self.place(gram.bytes | second << 8 | third << 16);
            self.marks.get_mut(place).into_iter().for_each(|marks| *marks |= mark);
        }
    }

    /// Reports the places of a text where literals begin with the same gram as the rest of the text, and which.
    pub(super) fn find(&self, text: &[u8], mut found: impl FnMut(usize, Range<usize>)) {
        if self.table.is_empty() {
            return;
        }
        // One bit for each length.
        let likely = |gram: u32| {
            let marks = self.marks.get(self.place(gram)).copied().unwrap_or_default();
            (marks >> fourth(gram) & 1) | (marks >> (1 << FOURTH) << 1)
        };
        let mut look = |at: usize, gram: u32, likely: u16, rest: usize| {
            let gram = u32::from_le_bytes(gram.to_le_bytes().map(|byte| byte.to_ascii_lowercase()));
            for (place, (length, mask)) in LENGTHS.into_iter().enumerate() {
                if likely >> place & 1 == 1 && length <= rest {
                    let mut taken = self.places(gram & mask).map_while(|place| self.taken(place));
                    let same = taken.find(|taken| (taken.bytes, taken.length) == (gram & mask, length));
                    same.into_iter().for_each(|gram| found(at, gram.literals.clone()));
                }
            }
        };
        for (at, next) in text.array_windows::<GRAM>().enumerate() {
            let gram = u32::from_le_bytes(*next);
            let likely = likely(gram);
            if likely != 0 {
                look(at, gram, likely, GRAM);
            }
        }
        for at in (text.len() + 1).saturating_sub(GRAM)..text.len() {
            let rest = text.get(at..).unwrap_or_default();
            let gram = begin(rest);
            look(at, gram, likely(gram), rest.len());
        }
    }

    /// Where the marks of a gram are.
    fn place(&self, gram: u32) -> usize {
        let pair = hash((gram | CASE) & 0xFFFF) >> self.shifts.0;
        (pair << THIRD | gram >> 16 & ((1 << THIRD) - 1)) as usize
    }

    /// Where in the table a gram is looked for, one place after the other.
    fn places(&self, gram: u32) -> impl Iterator<Item = usize> + use<> {
        let (first, last) = ((hash(gram) >> self.shifts.1) as usize, self.table.len() - 1);
        (0..=last).map(move |step| (first + step) & last)
    }

    /// The gram at a place of the table.
    fn taken(&self, place: usize) -> Option<&Gram> {
        self.table.get(place).filter(|gram| !gram.literals.is_empty())
    }
}

/// The first bytes of a text, in lower case.
fn begin(text: &[u8]) -> u32 {
    text.iter().take(GRAM).rev().fold(0, |gram, byte| gram << 8 | u32::from(byte.to_ascii_lowercase()))
}

/// Spreads grams over the highest bits: 2³² divided by the golden ratio, as Knuth does it.
fn hash(gram: u32) -> u32 {
    gram.wrapping_mul(0x9E37_79B1)
}

/// The bits of the fourth byte of a gram that have a mark of their own.
fn fourth(gram: u32) -> u32 {
    gram >> 24 & ((1 << FOURTH) - 1)
}
