//! What checks are made of.

/// The value of a digit.
pub(super) fn digit(byte: u8) -> Option<u32> {
    byte.is_ascii_digit().then(|| u32::from(byte - b'0'))
}

/// The value of a digit or a capital: A is 10, Z is 35.
pub(super) fn value(byte: u8) -> Option<u32> {
    if byte.is_ascii_uppercase() { Some(u32::from(byte - b'A') + 10) } else { digit(byte) }
}

/// The digits of a number of exactly this many.
pub(super) fn digits<const N: usize>(number: &[u8]) -> Option<[u32; N]> {
    let number: &[u8; N] = number.try_into().ok()?;
    let mut digits = [0; N];
    for (place, &byte) in digits.iter_mut().zip(number) {
        *place = digit(byte)?;
    }
    Some(digits)
}

/// The number that digits write, if there are at most eighteen.
pub(super) fn number(digits: &[u8]) -> Option<u64> {
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    digits.iter().try_fold(0, |so_far, &byte| Some(so_far * 10 + u64::from(digit(byte)?)))
}

/// The sum of digits, each times its weight; digits without a weight do not count.
pub(super) fn sum(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
}

/// The rest by 97 of a number with letters as 10 to 35: ISO/IEC 7064, MOD 97-10.
pub(super) fn rest_97<'n>(mut number: impl Iterator<Item = &'n u8>) -> Option<u32> {
    number.try_fold(0, |rest, &byte| {
        let value = value(byte)?;
        Some((rest * if value < 10 { 10 } else { 100 } + value) % 97)
    })
}

/// Whether the last digit is the check digit of ISO/IEC 7064, MOD 11,10.
pub(super) fn mod_11_10(digits: &[u32]) -> bool {
    let Some((last, rest)) = digits.split_last() else { return false };
    let check = rest.iter().fold(10, |check, digit| {
        let sum = (check + digit) % 10;
        2 * if sum == 0 { 10 } else { sum } % 11
    });
    (check + last) % 10 == 1
}

/// Whether two digits each can be a month and a day.
pub(super) fn is_date(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}
