//! A term in a folded text.
//!
//! The index looks for a term's longest word; here the rest of the term is compared around a place of that word. Folded
//! text keeps its ASCII case, so comparing goes without.

use super::{Matching, inflection, view::View};
use std::ops::Range;

/// The longest word of a term, its rarest part, more or less; and where it begins in the term.
pub(super) fn longest_word(term: &str) -> (&str, usize) {
    let words = term.split(' ').scan(0, |next, word| {
        let at = *next;
        *next += word.len() + 1;
        Some((word, at))
    });
    words.max_by_key(|(word, _)| word.len()).unwrap_or_default()
}

/// The span of a term in a text, where `word` is a place of its longest word, which begins at a place of the term.
pub(super) fn confirm(
    view: &View<'_>,
    term: &str,
    at: usize,
    word: Range<usize>,
    matching: Matching,
) -> Option<Range<usize>> {
    let text = view.text;
    let (before, after) = (term.get(..at)?, term.get(at + word.len()..)?);
    let bytes = text.as_bytes();
    let ahead = before.bytes().rev();
    let start = word.start - follow(ahead, bytes.get(..word.start)?.iter().rev().copied())?;
    let end = word.end + follow(after.bytes(), bytes.get(word.end..)?.iter().copied())?;
    let span = start..end;
    let stands_alone = || stands_alone(view, &span);
    match matching {
        Matching::Part => Some(span),
        Matching::Word => stands_alone().then_some(span),
        Matching::Inflected => {
            inflection::widened(text, span.clone()).or_else(|| stands_alone().then_some(span.clone()))
        }
    }
}

/// How many bytes of a text it takes to read some bytes of a term; a blank reads a whole run of white space.
fn follow(term: impl Iterator<Item = u8>, text: impl Iterator<Item = u8> + Clone) -> Option<usize> {
    let mut rest = text;
    let mut len = 0;
    for wanted in term {
        if wanted == b' ' {
            let blanks = rest.clone().take_while(u8::is_ascii_whitespace).count();
            rest.nth(blanks.checked_sub(1)?);
            len += blanks;
        } else {
            rest.next().filter(|found| found.eq_ignore_ascii_case(&wanted))?;
            len += 1;
        }
    }
    Some(len)
}

/// Whether neither side of a span is a letter or digit.
pub(super) fn stands_alone(view: &View<'_>, span: &Range<usize>) -> bool {
    let before = view.text.get(..span.start).and_then(|before| before.chars().next_back());
    let after = view.text.get(span.end..).and_then(|after| after.chars().next());
    (!before.is_some_and(char::is_alphanumeric) || view.is_edge(span.start))
        && (!after.is_some_and(char::is_alphanumeric) || view.is_edge(span.end))
}
