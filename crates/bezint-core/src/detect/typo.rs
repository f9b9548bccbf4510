//! Terms with typing errors: a letter too many, too few or another one, or two that changed places.
//!
//! Who mistypes a word knows it: its first letter is right, and so are its digits, since another digit is another thing.
//! A stop or a bracket is no typing error, but belongs to what stands beside the word.
//! A term of 8 letters and more is found with one error, one of 14 and more with two; in a shorter one an error makes
//! another word too easily.
//!
//! A term with *n* errors at most is cut into *n* + 1 pieces with a letter between each two. An error is in one piece, or
//! in the letter between two of them and one of these, so one piece at least is as it should be. The index looks for the
//! pieces: where none stands, nothing is compared, and neither is what cannot begin where a piece says that it would, or
//! soon goes on otherwise.

use super::{Matching, inflection, term, view::View};
use std::{ops::Range, str::Chars};

/// Letters of terms that are found with one error, and with two.
const ONE: usize = 8;
const TWO: usize = 14;

/// How many errors a term may have.
fn most(term: &str) -> usize {
    let letters = term.chars().filter(|c| c.is_alphabetic()).count();
    usize::from(letters >= ONE) + usize::from(letters >= TWO)
}

/// The pieces of a term, in characters.
fn pieces(term: &str) -> impl Iterator<Item = Range<usize>> {
    let (most, all) = (most(term), term.chars().count());
    let len = (all - most) / (most + 1);
    (0..=most).filter(move |_| most > 0).map(move |piece| {
        let start = piece * (len + 1);
        start..if piece == most { all } else { start + len }
    })
}

/// A piece of a term, and what can be said of a place of it without the term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seed {
    /// Characters of the term before it.
    ahead: u16,
    /// Errors that the term may have.
    most: u8,
    /// The term's first letter.
    first: char,
}

/// The pieces of a term that the index looks for; none, if it must be written right.
pub(super) fn seeds(term: &str) -> impl Iterator<Item = (&str, Seed)> {
    let byte = |character: usize| term.char_indices().nth(character).map_or(term.len(), |(at, _)| at);
    let (most, first) = (most(term), term.chars().next());
    pieces(term).filter_map(move |piece| {
        let seed = Seed { ahead: piece.start.try_into().ok()?, most: most.try_into().ok()?, first: first? };
        Some((term.get(byte(piece.start)..byte(piece.end))?, seed))
    })
}

impl Seed {
    /// Where the term could begin, with the piece at this place of a text.
    pub(super) fn begins<'t>(&self, text: &'t str, place: usize) -> impl Iterator<Item = usize> + use<'t> {
        let Self { ahead, most, first } = *self;
        let (ahead, most) = (usize::from(ahead), usize::from(most));
        let before = text.get(..place).unwrap_or_default();
        let starts = std::iter::once(place).chain(before.char_indices().rev().map(|(at, _)| at));
        // The first piece begins where the term does.
        let starts = starts.skip(ahead.saturating_sub(most)).take(if ahead == 0 { 1 } else { 2 * most + 1 });
        starts.filter(move |start| {
            let (before, rest) = text.split_at_checked(*start).unwrap_or_default();
            rest.starts_with(|c: char| c.eq_ignore_ascii_case(&first)) && !before.ends_with(char::is_alphanumeric)
        })
    }
}

/// The span of a mistyped term in a text, and how many errors it has, where it could begin at these places.
pub(super) fn confirm(
    view: &View<'_>,
    term: &str,
    Seed { most, .. }: Seed,
    starts: impl Iterator<Item = usize>,
    matching: Matching,
) -> Option<(Range<usize>, usize)> {
    let most = usize::from(most);
    let found = starts.filter_map(|start| {
        let rest = view.text.get(start..).filter(|rest| fits(term.chars(), rest.chars(), most))?;
        ends(term, rest, most)
            .filter_map(|(end, errors)| Some((stands(view, start..start + end, matching)?, errors)))
            .min_by_key(|(_, errors)| *errors)
    });
    // What is written right is found without this.
    found.min_by_key(|(_, errors)| *errors).filter(|(_, errors)| *errors > 0)
}

/// Whether a text can begin with a term that has so many errors at most, seen from what it costs to tell: whatever is
/// the same goes without error, and after it one letter or two are passed over for each.
fn fits(mut term: Chars<'_>, mut text: Chars<'_>, errors: usize) -> bool {
    loop {
        let (rest_of_term, rest_of_text) = (term.clone(), text.clone());
        let Some(wanted) = term.next() else { return true };
        if text.next().is_some_and(|c| is_same(wanted, c)) {
            continue;
        }
        let Some(errors) = errors.checked_sub(1) else { return false };
        let (mut after_term, mut after_text) = (term.clone(), text.clone());
        after_term.next();
        after_text.next();
        return fits(term.clone(), text.clone(), errors)
            || fits(term, rest_of_text, errors)
            || fits(rest_of_term, text, errors)
            || fits(after_term, after_text, errors);
    }
}

/// Whether a character of a text is that of a term.
fn is_same(wanted: char, c: char) -> bool {
    wanted.eq_ignore_ascii_case(&c) || wanted == ' ' && c.is_whitespace()
}

/// The whole word that a mistyped term is or is in.
fn stands(view: &View<'_>, span: Range<usize>, matching: Matching) -> Option<Range<usize>> {
    let inflected = || inflection::widened(view.text, span.clone()).filter(|_| matching == Matching::Inflected);
    if term::stands_alone(view, &span) { Some(span) } else { inflected() }
}

/// Whether a word is a term with typing errors.
pub fn is_typo(term: &str, word: &str) -> bool {
    let begins = term.chars().next() == word.chars().next();
    begins && ends(term, word, most(term)).any(|(end, errors)| end == word.len() && errors > 0)
}

/// Whether a character can be there, or be left out, by a slip of a finger.
fn is_slip(c: char) -> bool {
    c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '\'')
}

/// How far into a text a term reaches, in bytes, and with how many errors, for every end that takes no more than the most.
///
/// The distance is the optimal string alignment, a row for each character of the text and of each row only what can still
/// come to so few errors.
fn ends(term: &str, text: &str, most: usize) -> impl Iterator<Item = (usize, usize)> {
    let term: Vec<char> = term.chars().collect();
    let wide = term.len() + 1;
    let too_many = most + 1;
    let mut earlier = vec![too_many; wide];
    let cost = move |c: char| if is_slip(c) { 1 } else { too_many };
    let left_out = term.iter().scan(0, |errors, c| {
        *errors = too_many.min(*errors + cost(*c));
        Some(*errors)
    });
    let mut last: Vec<usize> = std::iter::once(0).chain(left_out).collect();
    let mut previous = '\0';
    let longest = term.len() + most;
    text.char_indices()
        .take(longest)
        .enumerate()
        .map_while(move |(row, (at, c))| {
            let same = |wanted: char| is_same(wanted, c);
            let mut next = vec![too_many; wide];
            let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(too_many);
            let extra = cost(c);
            let from = (row + 1).saturating_sub(most);
            for column in from..wide.min(row + most + 2) {
                let errors = match column.checked_sub(1).and_then(|before| term.get(before)) {
                    None => cell(&last, column) + extra,
                    Some(&wanted) => {
                        let cost = cost(wanted);
                        let swaps = column.checked_sub(2).and_then(|before| term.get(before)).is_some_and(|&ahead| {
                            same(ahead) && wanted.eq_ignore_ascii_case(&previous) && !same(wanted)
                        });
                        let swapped = if swaps { cell(&earlier, column - 2) + cost.max(extra) } else { too_many };
                        let replaced = cell(&last, column - 1) + if same(wanted) { 0 } else { cost.max(extra) };
                        replaced.min(swapped).min(cell(&last, column) + extra).min(cell(&next, column - 1) + cost)
                    }
                };
                if let Some(place) = next.get_mut(column) {
                    *place = errors.min(too_many);
                }
            }
            earlier = std::mem::replace(&mut last, next);
            previous = c;
            let lost = last.iter().all(|errors| *errors > most);
            (!lost).then(|| (at + c.len_utf8(), cell(&last, wide - 1)))
        })
        .filter(move |(_, errors)| *errors <= most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_has_few_errors_fits(term in "[ab -]{1,12}", text in "[abA -]{0,14}", most in 0..3_usize) {
            let stands = ends(&term, &text, most).next().is_some();
            prop_assert!(!stands || fits(term.chars(), text.chars(), most));
        }
    }
}
