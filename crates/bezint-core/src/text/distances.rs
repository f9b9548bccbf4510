//! How far apart two places of a draft are: in sentences, and in characters.

use super::Sentences;
use std::{cell::OnceCell, ops::Range};

/// Distances in one draft. What is needed for them is found out once, when first asked; from then on an answer takes
/// the same time however far apart the places are.
#[derive(Debug)]
pub(crate) struct Distances<'draft> {
    draft: &'draft str,
    sentences: OnceCell<Sentences>,
    /// How many characters begin before each block of [`BLOCK`] bytes; nothing for a draft of one byte a character.
    blocks: OnceCell<Vec<u32>>,
}

const BLOCK: usize = 64;

impl<'draft> Distances<'draft> {
    pub(crate) fn new(draft: &'draft str) -> Self {
        Self { draft, sentences: OnceCell::new(), blocks: OnceCell::new() }
    }

    /// Whether two byte offsets lie in the same sentence.
    pub(crate) fn together(&self, a: usize, b: usize) -> bool {
        self.sentence(a) == self.sentence(b)
    }

    /// The number of the sentence that a byte offset lies in.
    pub(crate) fn sentence(&self, byte: usize) -> usize {
        self.sentences.get_or_init(|| Sentences::new(self.draft)).number(byte)
    }

    /// How many characters a span of bytes holds.
    pub(crate) fn characters(&self, span: Range<usize>) -> u32 {
        self.before(span.end).saturating_sub(self.before(span.start))
    }

    fn before(&self, byte: usize) -> u32 {
        let blocks = self.blocks.get_or_init(|| {
            let mut before = 0_u32;
            let blocks = self.draft.as_bytes().chunks(BLOCK).map(|block| {
                before = before.saturating_add(begun(block));
                before
            });
            if self.draft.is_ascii() { Vec::new() } else { std::iter::once(0).chain(blocks).collect() }
        });
        if blocks.is_empty() {
            return u32::try_from(byte).unwrap_or(u32::MAX);
        }
        let block = byte / BLOCK;
        let rest = self.draft.as_bytes().get(block * BLOCK..byte).unwrap_or_default();
        blocks.get(block).copied().unwrap_or_default().saturating_add(begun(rest))
    }
}

/// How many characters begin in these bytes.
fn begun(bytes: &[u8]) -> u32 {
    let begins = bytes.iter().filter(|byte| !matches!(byte, 0x80..0xC0)).count();
    u32::try_from(begins).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_from_any_place() {
        for draft in ["plain".repeat(40), "é🎉a漢".repeat(50), String::new()] {
            let distances = Distances::new(&draft);
            let bounds = draft.char_indices().map(|(at, _)| at).chain([draft.len()]);
            for (number, at) in (0..).zip(bounds) {
                assert_eq!(distances.characters(0..at), number, "{at}");
            }
        }
    }
}
