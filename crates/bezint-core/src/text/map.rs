//! The way back from a text to the one it was made of.
//!
//! A map is a list of pieces, one for each place where the two differ; between two pieces the texts are the same bytes,
//! shifted. A piece that is empty on this side stands for something that was left out.

use std::ops::Range;

/// The places where a text differs from its origin, in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Map {
    pub(super) pieces: Vec<Piece>,
    /// Whether some pieces stand in another order in the origin.
    pub(super) is_turned: bool,
}

/// A place where the texts differ. Offsets and lengths in UTF-8 bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Where it begins in this text.
    pub(super) at: usize,
    pub(super) len: usize,
    /// Where it begins in the origin.
    pub(super) origin: usize,
    pub(super) origin_len: usize,
}

impl Piece {
    /// Where it ends in the origin.
    pub(super) fn origin_end(&self) -> usize {
        self.origin + self.origin_len
    }
}

impl Map {
    pub(super) fn add(&mut self, at: usize, len: usize, origin: Range<usize>) {
        self.pieces.push(Piece { at, len, origin: origin.start, origin_len: origin.len() });
    }

    /// The span of the origin that became a span of this text: from the first of what it is made of to the last.
    pub(super) fn back(&self, span: Range<usize>) -> Range<usize> {
        let first = self.source(span.start);
        if span.is_empty() {
            return first.start..first.start;
        }
        let last = self.source(span.end - 1);
        let (mut start, mut end) = (first.start, last.end);
        if self.is_turned {
            let inside = self.pieces.partition_point(|piece| piece.at < span.start);
            let inside = self.pieces.iter().skip(inside).take_while(|piece| piece.at < span.end);
            for piece in inside.filter(|piece| piece.len > 0) {
                (start, end) = (start.min(piece.origin), end.max(piece.origin_end()));
            }
            (start, end) = (start.min(last.start), end.max(first.end));
        }
        start..end
    }

    /// What a byte comes from: a whole piece, or the one same byte.
    fn source(&self, byte: usize) -> Range<usize> {
        let next = self.pieces.partition_point(|piece| piece.at <= byte);
        let Some(piece) = next.checked_sub(1).and_then(|last| self.pieces.get(last)) else {
            return byte..byte + 1;
        };
        let into = byte - piece.at;
        if into < piece.len {
            return piece.origin..piece.origin_end();
        }
        let origin = piece.origin_end() + into - piece.len;
        origin..origin + 1
    }
}
