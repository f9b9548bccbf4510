//! A set of bytes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A set of bytes, as one bit each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ByteSet([u64; 4]);

impl ByteSet {
    /// No bytes.
    pub const NONE: Self = Self([0; 4]);

    /// Adds the bytes from `first` to `last`, both included.
    pub fn add(&mut self, first: u8, last: u8) {
        for byte in first..=last {
            if let Some(bits) = self.0.get_mut(usize::from(byte >> 6)) {
                *bits |= 1 << (byte & 63);
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

impl fmt::Debug for ByteSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes: Vec<u8> = self.iter().collect();
        write!(f, "ByteSet(\"{}\")", bytes.escape_ascii())
    }
}
