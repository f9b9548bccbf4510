//! Reading a payload in bounded memory.
//!
//! A byte that says "here is an empty text" becomes the two dozen of a `String`; a byte of a text stays one byte. So what
//! a payload takes in memory is bounded by how many of its bytes are not text, its *structure*, and those are counted
//! while it is read: a payload of nothing but empty texts is refused before it has become four hundred megabytes.

use super::SealError;
use postcard::{
    Error,
    de_flavors::{Flavor, Slice},
};

/// Bytes of a payload that may be something other than text. Policies of a hundred thousand terms have a tenth of it.
pub const MAX_STRUCTURE: usize = 4 << 20;

/// Bytes that count while they are read.
pub(super) struct Counted<'p> {
    bytes: Slice<'p>,
    /// How many more may be structure.
    left: usize,
}

impl<'p> Counted<'p> {
    pub(super) fn new(payload: &'p [u8]) -> Self {
        Self { bytes: Slice::new(payload), left: MAX_STRUCTURE }
    }
}

impl<'p> Flavor<'p> for Counted<'p> {
    type Remainder = &'p [u8];
    type Source = &'p [u8];

    fn pop(&mut self) -> Result<u8, Error> {
        self.left = self.left.checked_sub(1).ok_or(TOO_MUCH)?;
        self.bytes.pop()
    }

    fn size_hint(&self) -> Option<usize> {
        self.bytes.size_hint()
    }

    fn try_take_n(&mut self, count: usize) -> Result<&'p [u8], Error> {
        self.bytes.try_take_n(count)
    }

    fn finalize(self) -> Result<&'p [u8], Error> {
        self.bytes.finalize()
    }
}

/// Of postcard's errors, one that nothing else in reading a policy gives: no part of a policy is a single character.
const TOO_MUCH: Error = Error::DeserializeBadChar;

/// Why a payload is refused that could not be read for this reason.
pub(super) fn refusal(error: Error) -> SealError {
    if error == TOO_MUCH {
        SealError::TooMany { what: "bytes besides its texts", most: MAX_STRUCTURE }
    } else {
        SealError::Unreadable
    }
}
