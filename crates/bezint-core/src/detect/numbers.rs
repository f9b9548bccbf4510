//! Numbers, all kinds found in one pass over the digits of a text.
//!
//! A number is a row of groups of digits with one separator between two of them. It stands by itself: no letter, digit or
//! other character that would make it part of something else (an amount, an address, a longer number) touches it. From
//! where a number can begin, the groups are gone through once, up to the longest number that is waited for; wherever a
//! number can end, those who wait for as many digits are told. So the time is bounded by the digits of the text and the
//! number of kinds, not by their product with how they may be grouped.

use super::Check;
use crate::policy::Number;
use std::ops::Range;

/// As many digits as a number can have.
const MOST: usize = Number::MOST as usize;

/// Who waits for numbers, by how many digits they have.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The detector, and what its numbers must pass.
    waiting: Vec<Vec<(usize, Option<Check>)>>,
}

impl Numbers {
    /// Builds the index from detectors and what they look for.
    pub(super) fn new(numbers: &[(usize, &Number)]) -> Self {
        let mut waiting = Vec::new();
        for (detector, number) in numbers {
            for digits in number.digits.iter().map(|&digits| usize::from(digits)).filter(|digits| *digits <= MOST) {
                if waiting.len() <= digits {
                    waiting.resize(digits + 1, Vec::new());
                }
                waiting.get_mut(digits).into_iter().for_each(|these| these.push((*detector, number.check)));
            }
        }
        Self { waiting }
    }

    /// Reports every number with its detector. Those of one detector can overlap.
    pub(super) fn find(&self, text: &str, mut found: impl FnMut(usize, Range<usize>)) {
        let text = text.as_bytes();
        let mut from = 0;
        while !self.waiting.is_empty()
            && let Some(start) = text.iter().skip(from).position(u8::is_ascii_digit).map(|gap| from + gap)
        {
            let first = digits(text, start);
            if can_begin(text, start, first) {
                self.begin(text, start, &mut found);
            }
            from = start + first;
        }
    }

    /// Reports the numbers that begin at a place.
    fn begin(&self, text: &[u8], start: usize, found: &mut impl FnMut(usize, Range<usize>)) {
        let (mut number, mut count, mut end) = ([0; MOST], 0, start);
        loop {
            for &digit in text.iter().skip(end).take_while(|byte| byte.is_ascii_digit()) {
                let Some(place) = number.get_mut(count) else { return };
                *place = digit;
                count += 1;
                end += 1;
            }
            if count >= self.waiting.len() {
                return;
            }
            if !text.get(end).is_some_and(|&byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                let number = number.get(..count).unwrap_or_default();
                for &(detector, check) in self.waiting.get(count).into_iter().flatten() {
                    if check.is_none_or(|check| check.holds(number)) {
                        found(detector, start..end);
                    }
                }
            }
            match (text.get(end), text.get(end + 1)) {
                (Some(&between), Some(next)) if is_separator(between) && next.is_ascii_digit() => end += 1,
                _ => return,
            }
        }
    }
}

/// How many digits stand in a row from here.
fn digits(text: &[u8], start: usize) -> usize {
    text.iter().skip(start).take_while(|byte| byte.is_ascii_digit()).count()
}

/// Whether a number can begin with a group of so many digits. Digits that are spaced out, `1 2 3 4`, are one number.
fn can_begin(text: &[u8], start: usize, first: usize) -> bool {
    let before = |by: usize| start.checked_sub(by).and_then(|place| text.get(place)).copied();
    match before(1) {
        None => true,
        Some(b' ') => first > 1 || !before(2).is_some_and(|byte| byte.is_ascii_digit()),
        Some(byte) => !byte.is_ascii_alphanumeric() && !b".,/_+#@-".contains(&byte),
    }
}

fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'.' | b'-' | b'/')
}
