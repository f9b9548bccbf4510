//! Further ways to read a text: with its disguises off, and in the order in which it is shown.

use super::{
    Folded,
    disguise::{Change, Disguises},
    map::{Map, Piece},
};
use crate::Disguise;
use std::ops::Range;

/// A way to read the disguised places of a folded text, with some of the text around them.
///
/// ```
/// use bezint_core::text::{Folded, Reading};
/// let readings = Reading::all(&Folded::new("about N.e.p.t.u.n.u.s, again"));
/// // Each piece stands by itself.
/// assert_eq!(readings[0].text(), "\0about Neptunus, again");
/// assert_eq!(readings[0].folded(7..15), Some(6..21));
/// // What is not disguised is found without it.
/// assert_eq!(readings[0].folded(1..6), None);
/// assert!(Reading::all(&Folded::new("about Neptunus")).is_empty());
/// ```
#[derive(Debug)]
pub struct Reading {
    text: String,
    map: Map,
    /// Where one piece of the text ends and the next begins.
    breaks: Vec<usize>,
    has_shapes: bool,
}

/// Text around a disguised place that is read with it, in bytes, up to a blank; and how far away a blank is looked for.
const CONTEXT: usize = 32;
const FURTHEST: usize = 256;

/// Stands between two pieces of the text: no term has it.
const BREAK: char = '\0';

impl Reading {
    /// The ways to read a folded draft; none, if nothing in it is disguised.
    pub fn all(folded: &Folded<'_>) -> Vec<Self> {
        let mut readings: Vec<Self> = folded.turned().map(|turned| Self::turned(folded.text(), turned)).collect();
        let folded = folded.text();
        let Disguises { shapes, words, is_ambiguous } = Disguises::new(folded);
        if !shapes.is_empty() {
            readings.push(Self::new(folded, &shapes, true));
        }
        if words.iter().any(|change| change.to.is_some_and(char::is_alphabetic)) {
            readings.push(Self::new(folded, &words, false));
        }
        if is_ambiguous {
            let other = |change: Change| Change { to: change.to.map(|to| if to == 'i' { 'l' } else { to }), ..change };
            readings.push(Self::new(folded, &words.into_iter().map(other).collect::<Vec<_>>(), false));
        }
        readings
    }

    /// Reads a span of a text from right to left.
    fn turned(folded: &str, span: Range<usize>) -> Self {
        let around = around(folded, &span);
        let mut text = folded.get(around.start..span.start).unwrap_or_default().to_owned();
        let mut map = Map { is_turned: true, ..Map::default() };
        map.add(0, 0, around.start..around.start);
        for (at, c) in folded.get(span.clone()).unwrap_or_default().char_indices().rev() {
            let at = span.start + at;
            map.add(text.len(), c.len_utf8(), at..at + c.len_utf8());
            text.push(c);
        }
        map.add(text.len(), 0, span.end..span.end);
        text.push_str(folded.get(span.end..around.end).unwrap_or_default());
        Self { text, map, breaks: Vec::new(), has_shapes: true }
    }

    /// Reads a text with changes, which come by place.
    fn new(folded: &str, changes: &[Change], has_shapes: bool) -> Self {
        let mut reading = Self { text: String::new(), map: Map::default(), breaks: Vec::new(), has_shapes };
        let mut read = 0..0;
        for Change { span, to } in changes {
            let around = around(folded, span);
            if around.start > read.end || reading.text.is_empty() {
                reading.text.push_str(folded.get(read.clone()).unwrap_or_default());
                reading.breaks.push(reading.text.len());
                reading.map.add(reading.text.len(), BREAK.len_utf8(), around.start..around.start);
                reading.text.push(BREAK);
                read.start = around.start;
            }
            reading.text.push_str(folded.get(read.start..span.start).unwrap_or_default());
            reading.map.add(reading.text.len(), to.map_or(0, char::len_utf8), span.clone());
            reading.text.extend(to);
            read = span.end..around.end.max(read.end);
        }
        reading.text.push_str(folded.get(read).unwrap_or_default());
        reading
    }

    /// How it reads.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether patterns and numbers can be found in it, and not terms only.
    pub fn has_shapes(&self) -> bool {
        self.has_shapes
    }

    /// The span of the folded text that reads like a span of this one; both in UTF-8 bytes. `None`: nothing of it is
    /// disguised, or it is not of one piece.
    pub fn folded(&self, span: Range<usize>) -> Option<Range<usize>> {
        let breaks = |at: usize| self.breaks.partition_point(|&place| place < at);
        if breaks(span.start) != breaks(span.end) {
            return None;
        }
        let changes = self.map.pieces.partition_point(|piece| piece.at + piece.len <= span.start);
        self.map.pieces.get(changes).filter(|piece| piece.at < span.end)?;
        Some(self.map.back(span))
    }

    /// What disguises a span of this text.
    pub(crate) fn disguise(&self, span: &Range<usize>) -> Disguise {
        let inside = self.map.pieces.partition_point(|piece| piece.at <= span.start);
        let inside = self.map.pieces.get(inside..).into_iter().flatten().take_while(|piece| piece.at < span.end);
        match () {
            () if self.map.is_turned => Disguise::Reversed,
            () if inside.filter(|piece| piece.len == 0).count() > 0 => Disguise::Apart,
            () => Disguise::Replaced,
        }
    }

    /// Whether something was taken out here, so that a word may begin or end.
    pub fn is_edge(&self, at: usize) -> bool {
        let pieces = self.map.pieces.get(self.map.pieces.partition_point(|piece| piece.at < at)..);
        let is_out = |piece: &Piece| piece.len == 0 && piece.origin_len > 0;
        pieces.into_iter().flatten().take_while(|piece| piece.at == at).any(is_out)
    }
}

/// A span with the text around it that belongs to it.
fn around(text: &str, span: &Range<usize>) -> Range<usize> {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let bytes = text.as_bytes();
    let before = bytes.get(..span.start.saturating_sub(CONTEXT)).unwrap_or_default();
    let start = before.iter().rev().take(FURTHEST).take_while(|byte| !is_blank(byte)).count();
    let context = bytes.len().min(span.end + CONTEXT);
    let after = bytes.get(context..).unwrap_or_default();
    let end = after.iter().take(FURTHEST).take_while(|byte| !is_blank(byte)).count();
    text.floor_char_boundary(before.len() - start)..text.ceil_char_boundary(context + end)
}
