//! A set of bytes.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Visitor},
};
use std::fmt;

/// A set of bytes, as one bit each.
///
/// Written, it is the first and the last byte of each of its ranges: most sets are a few ranges, and a policy has more than
/// a thousand sets to be read before it can judge anything.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteSet([u64; 4]);

impl ByteSet {
    /// No bytes.
    pub const NONE: Self = Self([0; 4]);

    /// Adds the bytes from `first` to `last`, both included.
    pub fn add(&mut self, first: u8, last: u8) {
        for (word, bits) in (0..).zip(&mut self.0) {
            let (from, to) = (first.max(word << 6), last.min((word << 6) | 63));
            if from <= to {
                *bits |= (u64::MAX >> (63 - (to - from))) << (from & 63);
            }
        }
    }

    /// The bytes that are in either.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        let mut bits = self.0;
        bits.iter_mut().zip(other.0).for_each(|(mine, theirs)| *mine |= theirs);
        Self(bits)
    }

    /// Whether no byte is in both.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).all(|(mine, theirs)| mine & theirs == 0)
    }

    /// Whether a byte is in it.
    pub fn contains(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte >> 6)).is_some_and(|bits| bits >> (byte & 63) & 1 == 1)
    }

    /// Whether all of its bytes are ASCII.
    pub(super) fn is_ascii(&self) -> bool {
        let [_, _, beyond @ ..] = self.0;
        beyond == [0; 2]
    }

    /// For each byte whether it is in it: faster to ask, and larger.
    pub(super) fn table(&self) -> [bool; 256] {
        let mut table = [false; 256];
        table.iter_mut().zip(0..=u8::MAX).for_each(|(is_in, byte)| *is_in = self.contains(byte));
        table
    }

    /// Its bytes, in order.
    pub fn iter(&self) -> impl Iterator<Item = u8> {
        (0..=u8::MAX).filter(|&byte| self.contains(byte))
    }
}

impl Serialize for ByteSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut ranges: Vec<u8> = Vec::new();
        for byte in self.iter() {
            match ranges.last_mut() {
                Some(last) if last.checked_add(1) == Some(byte) => *last = byte,
                _ => ranges.extend([byte, byte]),
            }
        }
        serializer.serialize_bytes(&ranges)
    }
}

impl<'de> Deserialize<'de> for ByteSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ranges;

        impl Visitor<'_> for Ranges {
            type Value = ByteSet;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("ranges of bytes, in order and apart")
            }

            fn visit_bytes<E: Error>(self, written: &[u8]) -> Result<ByteSet, E> {
                let (ranges, rest) = written.as_chunks();
                let apart = |[_, last]: &[u8; 2], [first, _]: &[u8; 2]| *last < first.saturating_sub(1);
                if !rest.is_empty() || !ranges.is_sorted_by(apart) || ranges.iter().any(|[first, last]| first > last) {
                    return Err(E::custom("these are no ranges"));
                }
                let mut set = ByteSet::NONE;
                ranges.iter().for_each(|[first, last]| set.add(*first, *last));
                Ok(set)
            }
        }

        deserializer.deserialize_bytes(Ranges)
    }
}

impl fmt::Debug for ByteSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: Vec<u8> = self.iter().collect();
        write!(f, "ByteSet(\"{}\")", bytes.escape_ascii())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(ranges: &[[u8; 2]]) -> ByteSet {
        let mut set = ByteSet::NONE;
        ranges.iter().for_each(|[first, last]| set.add(*first, *last));
        set
    }

    #[test]
    fn a_range_is_each_of_its_bytes() {
        for first in 0..=u8::MAX {
            for last in first..=u8::MAX {
                let set = set(&[[first, last]]);
                assert!(
                    (0..=u8::MAX).all(|byte| set.contains(byte) == (first..=last).contains(&byte)),
                    "{first}-{last}"
                );
            }
        }
        assert_eq!(set(&[[9, 8]]), ByteSet::NONE);
    }

    #[test]
    fn what_is_written_is_read() {
        for ranges in [&[][..], &[[0, 255]], &[[0, 0], [2, 2], [255, 255]], &[[48, 57], [65, 90], [95, 95], [97, 122]]]
        {
            let written = postcard::to_allocvec(&set(ranges)).unwrap();
            assert_eq!(written, [&[ranges.len() as u8 * 2], ranges.as_flattened()].concat());
            assert_eq!(postcard::from_bytes(&written), Ok(set(ranges)));
        }
    }

    #[test]
    fn what_nobody_writes_is_not_read() {
        for ranges in [&[1_u8][..], &[2, 1], &[1, 2, 3, 4], &[1, 2, 2, 4], &[5, 6, 1, 2], &[1, 2, 4]] {
            let written = postcard::to_allocvec(ranges).unwrap();
            assert!(postcard::from_bytes::<ByteSet>(&written).is_err(), "{ranges:?}");
        }
    }
}
