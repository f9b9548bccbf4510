//! From UTF-8 bytes to UTF-16 units, the unit of JavaScript's strings.

use crate::Span;
use std::ops::Range;

/// Turns byte offsets of one text into UTF-16 offsets, walking on from the last one asked: offsets in ascending order
/// cost one pass over the text together.
///
/// ```
/// use bezint_core::text::Utf16;
/// let mut utf16 = Utf16::new("é🔒x");
/// assert_eq!([0, 2, 6, 7].map(|byte| utf16.units(byte)), [0, 1, 3, 4]);
/// ```
#[derive(Debug)]
pub struct Utf16<'text> {
    text: &'text str,
    byte: usize,
    units: usize,
}

impl<'text> Utf16<'text> {
    /// Starts at the beginning of a text.
    pub fn new(text: &'text str) -> Self {
        Self { text, byte: 0, units: 0 }
    }

    /// UTF-16 units before a byte offset that lies between two characters. Beyond the text's end counts as its end.
    pub fn units(&mut self, byte: usize) -> u32 {
        if byte < self.byte {
            (self.byte, self.units) = (0, 0);
        }
        let byte = byte.min(self.text.len());
        let passed = self.text.as_bytes().get(self.byte..byte).unwrap_or_default();
        self.units += passed.iter().map(|&byte| units_of_byte(byte)).sum::<usize>();
        self.byte = byte;
        u32::try_from(self.units).unwrap_or(u32::MAX)
    }
}

/// Some byte offsets of one text and their UTF-16 offsets, to be asked in any order.
#[derive(Debug)]
pub(crate) struct Offsets(Vec<(usize, u32)>);

impl Offsets {
    /// Of the ends of spans in UTF-8 bytes.
    pub(crate) fn new<'s>(text: &str, spans: impl Iterator<Item = &'s Range<usize>>) -> Self {
        let mut bytes: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut utf16 = Utf16::new(text);
        Self(bytes.into_iter().map(|byte| (byte, utf16.units(byte))).collect())
    }

    /// One of these spans in UTF-16 units.
    pub(crate) fn span(&self, span: &Range<usize>) -> Option<Span> {
        let units = |byte| self.0.binary_search_by_key(&byte, |(byte, _)| *byte).ok().and_then(|at| self.0.get(at));
        Some(Span { start: units(span.start)?.1, end: units(span.end)?.1 })
    }
}

/// A character's first byte stands for all its units: two where UTF-8 takes four bytes, else one.
fn units_of_byte(byte: u8) -> usize {
    usize::from(!matches!(byte, 0x80..0xC0)) + usize::from(byte >= 0xF0)
}
