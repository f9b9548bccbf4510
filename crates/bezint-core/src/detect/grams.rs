//! Grams: where a text begins as literals do.
//!
//! The next four bytes at a place of the text are hashed, and so are its next three, two and one: bits tell whether any
//! literal begins so. Few places of ordinary text get further; for them a table tells which literals those are. Literals
//! shorter than four bytes are found by all they have.

use std::ops::Range;

/// As many bytes as a gram has at most.
pub(super) const GRAM: usize = 4;
/// A gram as it is looked up: how many bytes it has, and these, the first one lowest.
const LENGTHS: [(usize, u32); GRAM] = [(4, 0xFFFF_FFFF), (3, 0xFF_FFFF), (2, 0xFFFF), (1, 0xFF)];
/// Set in every lower-case letter. Setting it everywhere is good enough to tell what is unlikely.
const CASE: u32 = 0x2020_2020;
/// Bits for each gram, so that most bits stay unset; and how many there are at least and at most, as powers of two: what
/// a processor holds near at hand.
const BITS_A_GRAM: usize = 32;
const FEWEST_BITS: u32 = 17;
const MOST_BITS: u32 = 20;

/// What literals begin with.
#[derive(Debug, Default)]
pub(super) struct Grams {
    /// The lengths that grams have; one again and again in the place of those that none has.
    lengths: [(usize, u32); GRAM],
    /// Those that are set for a gram.
    bits: Vec<u64>,
    /// How far a hash is shifted to be the number of a bit, and of a place in the table.
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
        let has = |(length, _): &(usize, u32)| grams.iter().any(|gram| gram.length == *length);
        let mut some = LENGTHS.into_iter().find(has).unwrap_or_default();
        let lengths = LENGTHS.map(|length| {
            some = Some(length).filter(has).unwrap_or(some);
            some
        });
        let bits = grams.len().saturating_mul(BITS_A_GRAM).next_power_of_two().ilog2().clamp(FEWEST_BITS, MOST_BITS);
        let places = grams.len().saturating_mul(2).next_power_of_two().ilog2();
        let mut all = Self {
            lengths,
            bits: vec![0; 1 << (bits - u64::BITS.ilog2())],
            shifts: (u32::BITS - bits, u32::BITS - places),
            table: vec![Gram::default(); 1 << places],
        };
        for gram in grams {
            let (_, mask) = LENGTHS.into_iter().find(|(length, _)| *length == gram.length).unwrap_or_default();
            let bit = all.bit(gram.bytes, mask);
            all.bits.get_mut(bit / 64).into_iter().for_each(|bits| *bits |= 1 << (bit % 64));
            let free = all.places(gram.bytes).find(|place| all.taken(*place).is_none());
            let free = free.and_then(|free| all.table.get_mut(free));
            free.into_iter().for_each(|free| *free = gram.clone());
        }
        all
    }

    /// Reports the places of a text where literals begin with the same gram as the rest of the text, and which.
    pub(super) fn find(&self, text: &[u8], mut found: impl FnMut(usize, Range<usize>)) {
        if self.table.is_empty() {
            return;
        }
        // One bit for each length. All of them, whatever the first says: that is faster than to ask.
        let likely = |gram: u32| {
            self.lengths.iter().rev().fold(0_u8, |likely, (_, mask)| {
                let bit = self.bit(gram, *mask);
                likely << 1 | self.bits.get(bit / 64).map_or(0, |bits| (bits >> (bit % 64) & 1) as u8)
            })
        };
        let mut look = |at: usize, gram: u32, likely: u8, rest: usize| {
            let gram = u32::from_le_bytes(gram.to_le_bytes().map(|byte| byte.to_ascii_lowercase()));
            let mut before = 0;
            for (place, (length, mask)) in self.lengths.into_iter().enumerate() {
                if likely >> place & 1 == 1 && length != before && length <= rest {
                    let mut taken = self.places(gram & mask).map_while(|place| self.taken(place));
                    let same = taken.find(|taken| (taken.bytes, taken.length) == (gram & mask, length));
                    same.into_iter().for_each(|gram| found(at, gram.literals.clone()));
                }
                before = length;
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

    fn bit(&self, gram: u32, mask: u32) -> usize {
        (hash((gram | CASE) & mask) >> self.shifts.0) as usize
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
