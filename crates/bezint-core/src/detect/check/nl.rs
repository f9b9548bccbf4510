//! Numbers of the Netherlands.

use super::parts::{digit, rest_97};

pub(super) fn bsn(number: &[u8]) -> bool {
    matches!(number.len(), 8 | 9) && elfproef(number) == Some(0) && number.iter().any(|&digit| digit != b'0')
}

pub(super) fn onderwijsnummer(number: &[u8]) -> bool {
    number.len() == 9 && number.starts_with(b"10") && elfproef(number) == Some(5)
}

pub(super) fn btw(number: &[u8]) -> bool {
    let number = number.strip_prefix(b"NL").unwrap_or(number);
    let Some((digits, &[b'B', tens, ones])) = number.split_last_chunk::<3>() else { return false };
    let office = digit(tens).zip(digit(ones)).is_some_and(|(tens, ones)| tens + ones > 0);
    let rest = || rest_97(b"NL".iter().chain(number));
    // Zeros in front are left out at times.
    let old =
        || matches!(digits.len(), 7..=9) && elfproef(digits) == Some(0) && digits.iter().any(|&digit| digit != b'0');
    office && (old() || digits.len() == 9 && rest() == Some(1))
}

/// What the digits, from the right times -1, 2, 3 and so on, leave when divided by 11.
fn elfproef(number: &[u8]) -> Option<u32> {
    let (&last, rest) = number.split_last()?;
    let sum = rest.iter().rev().zip(2..).try_fold(0, |sum, (&byte, weight)| Some(sum + weight * digit(byte)?))?;
    Some((sum + 11 - digit(last)?) % 11)
}
