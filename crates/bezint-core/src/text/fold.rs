//! Folding: the draft as it compares, with an exact way back to the draft as typed.
//!
//! Folding takes off what does not change what is said: accents, ornamental and full-width letters, invisible
//! characters, look-alikes of another script ([`super::letters`] says how one character folds). ASCII stays as it is,
//! case included, because tokens need their case; everything that compares folded text does so without ASCII case.
//! So a draft in plain ASCII, or one in which nothing needs folding, *is* its folded form: no copy and no map.
//!
//! # The way back
//! A map ([`super::map`]) has a piece for each place where folded and typed text differ. A piece that is empty on the
//! folded side is an invisible character. An accent that went belongs to the piece of the letter before it. So the typed
//! span of a folded span begins with the whole first character and ends with the whole last character, its accents
//! included.

use super::{
    letters::{self, Fold},
    map::{Map, Piece},
};
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
    map: Map,
    /// Where in the folded text an order of writing is prescribed, and whether it is from right to left.
    orders: Vec<(usize, bool)>,
}

impl<'draft> Folded<'draft> {
    /// Folds a draft.
    pub fn new(draft: &'draft str) -> Self {
        let (mut map, mut orders) = (Map::default(), Vec::new());
        if draft.is_ascii() {
            return Self { text: Cow::Borrowed(draft), map, orders };
        }
        let mut text = String::new();
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
            match fold {
                Fold::Mark => add_mark(&mut map.pieces, &text, at, typed.len_utf8()),
                _ => map.add(text.len(), folding.len(), at..same_from),
            }
            if fold == Fold::Replaced {
                text.push_str(&folding);
            }
            if matches!(typed, '\u{202A}'..='\u{202E}') {
                orders.push((text.len(), typed == '\u{202E}'));
            }
        }
        if map.pieces.is_empty() {
            return Self { text: Cow::Borrowed(draft), map, orders };
        }
        text.push_str(draft.get(same_from..).unwrap_or_default());
        Self { text: Cow::Owned(text), map, orders }
    }

    /// The spans of the folded text that are shown from right to left, whatever they are written in: after an override,
    /// up to what ends it.
    pub(super) fn turned(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.orders.iter().skip(1).map(|(end, _)| *end).chain([self.text.len()]);
        let turned = self.orders.iter().zip(ends).filter(|((_, is_turned), _)| *is_turned);
        turned.filter_map(|((start, _), end)| {
            let line = self.text.get(*start..end)?.split('\n').next()?;
            Some(*start..start + line.len())
        })
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether folding changed nothing.
    pub fn is_as_typed(&self) -> bool {
        self.map.pieces.is_empty()
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
        let follows = |one: &Piece, next: &Piece| one.origin_end() == next.origin && one.at + one.len == next.at;
        self.map.pieces.chunk_by(follows).filter_map(|chunk| {
            let (first, last) = (chunk.first()?, chunk.last()?);
            Some((first.origin..last.origin_end(), first.at..last.at + last.len))
        })
    }

    /// The span of the folded text that a span of the typed draft is, if folding changed nothing in it or right beside
    /// it; both in UTF-8 bytes.
    pub(crate) fn unchanged(&self, typed: &Range<usize>) -> Option<Range<usize>> {
        let next = self.map.pieces.partition_point(|piece| piece.origin_end() < typed.start);
        if self.map.pieces.get(next).is_some_and(|piece| piece.origin <= typed.end) {
            return None;
        }
        let last = next.checked_sub(1).and_then(|last| self.map.pieces.get(last));
        let at = last.map_or(typed.start, |last| last.at + last.len + typed.start - last.origin_end());
        Some(at..at + typed.len())
    }

    /// What of a span of the folded text stands in the draft, which is given again: spans of it, each of the same bytes in
    /// a row, with something changed or left out between two of them; all in UTF-8 bytes. For letters that are not ASCII
    /// and have lost an accent it may be more.
    pub(crate) fn kept<'f>(&'f self, draft: &'f str, folded: Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let Range { start: mut at, end } = folded;
        let (before, after) =
            self.map.pieces.split_at(self.map.pieces.partition_point(|piece| piece.at + piece.len <= at));
        let mut typed = before.last().map_or(at, |last| last.origin_end() + at - (last.at + last.len));
        let inside = after.iter().take_while(move |piece| piece.at < end);
        let kept = inside.map(Some).chain([None]).map(move |piece| {
            let start = typed;
            let Some(piece) = piece else { return start..start + end.saturating_sub(at) };
            let is_base = at <= piece.at && draft.as_bytes().get(piece.origin).is_some_and(u8::is_ascii);
            let kept = piece.at.saturating_sub(at) + usize::from(is_base);
            (at, typed) = (piece.at + piece.len, piece.origin_end());
            start..start + kept
        });
        kept.filter(|kept| !kept.is_empty())
    }

    /// The span of the typed draft that folded to a span of the folded text; both in UTF-8 bytes.
    pub fn typed(&self, folded: Range<usize>) -> Range<usize> {
        self.map.back(folded)
    }
}

/// Gives an accent that is dropped, and what is invisible before it, to the character they stand on.
fn add_mark(pieces: &mut Vec<Piece>, text: &str, at: usize, len: usize) {
    let mut start = at;
    while let Some(invisible) = pieces.pop_if(|last| last.len == 0 && last.origin_end() == start) {
        start = invisible.origin;
    }
    if let Some(last) = pieces.last_mut()
        && last.origin_end() == start
    {
        last.origin_len = at + len - last.origin;
        return;
    }
    let base = text.chars().next_back().map_or(0, char::len_utf8);
    let (at_base, origin) = (text.len() - base, start - base);
    pieces.push(Piece { at: at_base, len: base, origin, origin_len: at + len - origin });
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
