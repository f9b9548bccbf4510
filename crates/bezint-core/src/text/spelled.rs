//! Single characters with the same between each two: `N e p t`, `N.e.p.t`, `N 🎉 e 🎉 p 🎉 t`.

use super::disguise::{FURTHEST, is_emoji, regional};
use std::ops::Range;

/// Signs that stand before the first character, at most: `+`, or `(`.
const SIGNS_BEFORE: usize = 3;

/// Single characters with the same between each two.
pub(super) struct Spelled {
    /// Letters, digits, and the signs that stand between them as they do.
    pub(super) letters: Vec<(Range<usize>, char)>,
    /// What stands between two of them.
    pub(super) gaps: Vec<Range<usize>>,
    /// What stands between two words.
    pub(super) blanks: Vec<Range<usize>>,
    pub(super) end: usize,
}

impl Spelled {
    /// Reads on from a single character. `None`: there are fewer than three.
    pub(super) fn new(text: &str, first: usize) -> Option<Self> {
        let (span, c) = single(text, first)?;
        let mut spelled = Self { end: span.end, letters: vec![(span, c)], gaps: Vec::new(), blanks: Vec::new() };
        let between = spelled.between(text)?;
        spelled.signs_before(text, first, between);
        while let Some((gap, span, c)) = spelled.next(text) {
            let written = text.get(gap.clone())?;
            if !spelled.read_gap(written, gap.start, between) {
                break;
            }
            spelled.end = span.end;
            spelled.letters.push((span, c));
        }
        (spelled.letters.len() >= 3).then_some(spelled)
    }

    /// What stands between each two: that which stands there first, or second if that is a part of it.
    fn between<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (first, span, _) = self.next(text)?;
        let first = text.get(first)?;
        let second = Self::next_after(text, span.end).and_then(|(second, ..)| text.get(second));
        Some(second.filter(|second| !second.is_empty() && first.starts_with(second)).unwrap_or(first))
    }

    /// Takes in the signs before the first character, such as the `+` of a number.
    fn signs_before(&mut self, text: &str, first: usize, between: &str) {
        let mut at = first;
        for _ in 0..SIGNS_BEFORE {
            let Some(before) = text.get(..at).and_then(|before| before.strip_suffix(between)) else { return };
            let Some(sign) = before.chars().next_back().filter(|sign| is_sign(*sign, between)) else { return };
            self.gaps.push(before.len()..at);
            at = before.len() - sign.len_utf8();
        }
    }

    /// Reads what stands between two characters if it is not the same as between the others: signs with that between
    /// them, and blanks between two words. `false`: it is something else.
    fn read_gap(&mut self, written: &str, start: usize, between: &str) -> bool {
        let (mut signs, mut gaps, mut rest) = (Vec::new(), Vec::new(), written);
        let at = |rest: &str| start + written.len() - rest.len();
        while !rest.is_empty() {
            let is_blank = rest.bytes().all(|byte| byte.is_ascii_whitespace());
            if is_blank && rest != between {
                self.blanks.push(at(rest)..at(""));
                break;
            }
            let Some(after) = after_separator(rest, between) else { return false };
            gaps.push(at(rest)..at(after));
            rest = after;
            if let Some(sign) = rest.chars().next().filter(|sign| is_sign(*sign, between)) {
                let end = at(rest) + sign.len_utf8();
                signs.push((at(rest)..end, sign));
                rest = rest.get(sign.len_utf8()..).unwrap_or_default();
            } else if !rest.bytes().all(|byte| byte.is_ascii_whitespace()) {
                return false;
            }
        }
        self.gaps.extend(gaps);
        self.letters.extend(signs);
        true
    }

    /// The next single character, and what stands before it.
    fn next(&self, text: &str) -> Option<(Range<usize>, Range<usize>, char)> {
        Self::next_after(text, self.end)
    }

    fn next_after(text: &str, from: usize) -> Option<(Range<usize>, Range<usize>, char)> {
        let end = text.len().min(from + FURTHEST);
        let near = text.get(from..text.floor_char_boundary(end))?;
        let at = from + near.find(|c: char| c.is_alphanumeric() || regional(c).is_some())?;
        let (span, c) = single(text, at)?;
        Some((from..at, span, c))
    }
}

/// What follows the same as stands between two letters, if a text begins with that. One emoji is as good as another.
fn after_separator<'t>(text: &'t str, between: &str) -> Option<&'t str> {
    let (before, after) = between.split_once(is_emoji).unwrap_or((between, ""));
    if before.len() == between.len() {
        return text.strip_prefix(between).filter(|_| !between.is_empty());
    }
    let emoji = text.strip_prefix(before)?;
    let rest = emoji.trim_start_matches(is_emoji);
    (rest.len() < emoji.len()).then_some(rest)?.strip_prefix(after.trim_start_matches(is_emoji))
}

/// Whether a character can be one of those that are spelled, though it is no letter and no digit.
fn is_sign(sign: char, between: &str) -> bool {
    sign.is_ascii_punctuation() && !between.contains(sign)
}

/// A character that stands by itself.
fn single(text: &str, at: usize) -> Option<(Range<usize>, char)> {
    let mut characters = text.get(at..)?.chars();
    let c = characters.next()?;
    let span = at..at + c.len_utf8();
    match regional(c) {
        Some(letter) => Some((span, letter)),
        None => (!characters.next().is_some_and(char::is_alphanumeric)).then_some((span, c)),
    }
}
