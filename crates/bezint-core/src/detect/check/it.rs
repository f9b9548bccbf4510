//! Numbers of Italy.

use super::{
    luhn::luhn,
    parts::{number, value},
};

pub(super) fn person(code: &[u8]) -> bool {
    let Some((&check, body)) = code.split_last().filter(|(_, body)| body.len() == 15 && is_dated(body)) else {
        return false;
    };
    let sum = body.iter().zip([true, false].iter().cycle()).try_fold(0, |sum, (&byte, odd)| {
        let value = value(byte)?;
        let value = if value > 9 { value - 10 } else { value };
        let odd = odd.then(|| usize::try_from(value).ok().and_then(|place| ODD.get(place)));
        Some(sum + odd.map_or(Some(value), |odd| odd.copied())?)
    });
    sum.is_some_and(|sum| u32::from(check) == u32::from(b'A') + sum % 26)
}

/// Whether the month is one of the letters for it, and the day one of a month, with 40 more for a woman. Where two people
/// would have the same code, letters stand for digits.
fn is_dated(body: &[u8]) -> bool {
    let digit = |byte: &u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        byte => {
            b"LMNPQRSTUV".iter().zip(0..).find_map(|(letter, value)| (letter == byte).then_some(value)).unwrap_or(9)
        }
    };
    let Some([month, tens, ones]) = body.get(8..11) else { return false };
    b"ABCDEHLMPRST".contains(month) && matches!(10 * digit(tens) + digit(ones), 1..=31 | 41..=71)
}

pub(super) fn vat(code: &[u8]) -> bool {
    let office = code.get(7..10).and_then(number);
    code.len() == 11
        && office.is_some_and(|office| matches!(office, 1..=100 | 120 | 121 | 888 | 999))
        && code.get(..7) != Some(b"0000000")
        && luhn(code)
}

/// What a letter counts for in an odd place, the first being odd; a digit counts as the letter of its value.
const ODD: &[u32; 26] = &[1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
