//! Folding: the draft as it compares, with an exact way back to the draft as typed.
//!
//! Folding takes off what does not change what is said: accents, ornamental and full-width letters, invisible
//! characters, look-alikes of another script ([`super::letters`] says how one character folds). ASCII stays as it is,
//! case included, because tokens need their case; everything that compares folded text does so without ASCII case.
//! So a draft in plain ASCII, or one in which nothing needs folding, *is* its folded form: no copy and no map.
//!
//! # The way back
//! A map is a list of pieces, one for each place where folded and typed text differ; between two pieces the texts are
//! the same bytes, shifted. A piece that is empty on the folded side is an invisible character. An accent that went
//! belongs to the piece of the letter before it. So the typed span of a folded span begins with the whole first
//! character and ends with the whole last character, its accents included.

use super::letters::{self, Fold};
use std::{borrow::Cow, ops::Range};

/// A draft in folded form, and the way back.
///
/// ```
/// use bezint_core::text::Folded;
/// let folded = Folded::new("Pröject ﬁ\u{200B}nch");
/// assert_eq!(folded.text(), "Project finch");
/// assert_eq!(folded.typed(8..13), 9..18);
/// ```
#[derive(Debug)]
pub struct Folded<'draft> {
    text: Cow<'draft, str>,
    pieces: Vec<Piece>,
}

/// A place where folded and typed text differ. Offsets and lengths in UTF-8 bytes.
#[derive(Debug, Clone, Copy)]
struct Piece {
    folded: usize,
    folded_len: usize,
    typed: usize,
    typed_len: usize,
}

impl<'draft> Folded<'draft> {
    /// Folds a draft.
    pub fn new(draft: &'draft str) -> Self {
        if draft.is_ascii() {
            return Self { text: Cow::Borrowed(draft), pieces: Vec::new() };
        }
        let mut text = String::new();
        let mut pieces = Vec::new();
        let mut same_from = 0;
        let mut folding = String::new();
        for (at, typed) in draft.char_indices().filter(|(_, typed)| !typed.is_ascii()) {
            folding.clear();
            let fold = letters::fold(typed, &mut folding);
            if fold == Fold::Kept {
                continue;
            }
            text.push_str(draft.get(same_from..at).unwrap_or_default());
            same_from = at + typed.len_utf8();
            if fold == Fold::Mark {
                add_mark(&mut pieces, &text, at, typed.len_utf8());
            } else {
                let (folded, folded_len) = (text.len(), folding.len());
                pieces.push(Piece { folded, folded_len, typed: at, typed_len: typed.len_utf8() });
            }
            if fold == Fold::Replaced {
                text.push_str(&folding);
            }
        }
        if pieces.is_empty() {
            return Self { text: Cow::Borrowed(draft), pieces };
        }
        text.push_str(draft.get(same_from..).unwrap_or_default());
        Self { text: Cow::Owned(text), pieces }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether folding changed nothing.
    pub fn is_as_typed(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Where folding changed the draft, in its order: a span of the typed draft and the span of the folded text that
    /// it became, both in UTF-8 bytes. Changes that follow on each other are one.
    ///
    /// ```
    /// use bezint_core::text::Folded;
    /// let changes: Vec<_> = Folded::new("a ﬁｎ b\u{200B}").changes().collect();
    /// assert_eq!(changes, [(2..8, 2..5), (10..13, 7..7)]);
    /// ```
    pub fn changes(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        let follows = |one: &Piece, next: &Piece| {
            one.typed + one.typed_len == next.typed && one.folded + one.folded_len == next.folded
        };
        self.pieces.chunk_by(follows).filter_map(|chunk| {
            let (first, last) = (chunk.first()?, chunk.last()?);
            Some((first.typed..last.typed + last.typed_len, first.folded..last.folded + last.folded_len))
        })
    }

    /// The span of the typed draft that folded to a span of the folded text; both in UTF-8 bytes.
    pub fn typed(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.source(folded.start).start;
        let end = if folded.is_empty() { start } else { self.source(folded.end - 1).end };
        start..end
    }

    /// What a folded byte comes from: a whole piece, or the one same byte.
    fn source(&self, byte: usize) -> Range<usize> {
        let next = self.pieces.partition_point(|piece| piece.folded <= byte);
        let Some(piece) = next.checked_sub(1).and_then(|last| self.pieces.get(last)) else {
            return byte..byte + 1;
        };
        let end = piece.typed + piece.typed_len;
        let into = byte - piece.folded;
        if into < piece.folded_len {
            return piece.typed..end;
        }
        let typed = end + into - piece.folded_len;
        typed..typed + 1
    }
}

/// Gives an accent that is dropped, and what is invisible before it, to the character they stand on.
fn add_mark(pieces: &mut Vec<Piece>, text: &str, at: usize, len: usize) {
    let mut start = at;
    while let Some(invisible) = pieces.pop_if(|last| last.folded_len == 0 && last.typed + last.typed_len == start) {
        start = invisible.typed;
    }
    if let Some(last) = pieces.last_mut()
        && last.typed + last.typed_len == start
    {
        last.typed_len = at + len - last.typed;
        return;
    }
    let base = text.chars().next_back().map_or(0, char::len_utf8);
    let (folded, typed) = (text.len() - base, start - base);
    pieces.push(Piece { folded, folded_len: base, typed, typed_len: at + len - typed });
}

/// A term as it is kept in a sealed policy: folded, in lower case, each run of white space one blank, none around it.
///
/// ```
/// assert_eq!(bezint_core::text::fold_term("  Projét\u{A0} FÉNIX "), "projet fenix");
/// ```
pub fn fold_term(term: &str) -> String {
    let folded = Folded::new(term).text().to_ascii_lowercase();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
