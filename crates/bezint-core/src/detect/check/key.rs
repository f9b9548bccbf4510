//! What is called a key of no service that is known: it must look more like one than what has the form of one.

use super::opaque::opaque;

/// What a key says of itself, as a part between hyphens and the like, that opens nothing.
const FOR_TRIAL: &[&str] = &["demo", "mock", "name", "sandbox", "test", "testing"];
/// What stands between the parts of a name.
const BETWEEN: &[u8] = b"-_./:~+";
/// Letters and digits up to which a part of a name may mix both, as in `v2` or `eu1`.
const SHORT: usize = 5;
/// As many letters as nobody draws in the order of the alphabet, and digits in the order of counting, whatever stands
/// between them: `a1b2c3d4…`.
const IN_ORDER: usize = 7;
/// From this length on a key may be of small letters and digits only, or of capitals and digits; identifiers are shorter.
const LONG: usize = 20;

/// Whether a text could be a key, by nothing but its looks.
pub(super) fn key(bytes: &[u8]) -> bool {
    let has = |is: fn(&u8) -> bool| bytes.iter().any(is);
    let mixed = has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase);
    let lower = bytes.to_ascii_lowercase();
    (mixed || bytes.len() >= LONG)
        && opaque(bytes)
        && !is_name(&lower)
        && longest(&lower, u8::is_ascii_lowercase) < IN_ORDER
        && longest(&lower, u8::is_ascii_digit) < IN_ORDER
}

/// Whether a text is put together of parts as names are, words and numbers, or one of its parts says that it opens nothing.
fn is_name(lower: &[u8]) -> bool {
    let (mut parts, mut are_plain) = (0, true);
    for part in lower.split(|byte| BETWEEN.contains(byte)).filter(|part| !part.is_empty()) {
        if FOR_TRIAL.iter().any(|word| word.as_bytes() == part) {
            return true;
        }
        let digits = part.iter().filter(|byte| byte.is_ascii_digit()).count();
        are_plain &= part.len() <= SHORT || digits == 0 || digits == part.len();
        parts += 1;
    }
    parts > 1 && are_plain
}

/// The longest row of neighbours among those bytes that are of one kind; after the 9 comes the 0.
fn longest(bytes: &[u8], is_kind: fn(&u8) -> bool) -> usize {
    let (mut before, mut row, mut most) = (0, 0, 0);
    for &byte in bytes.iter().filter(|byte| is_kind(byte)) {
        let follows = byte == before + 1 || (before, byte) == (b'9', b'0');
        row = if follows { row + 1 } else { 1 };
        most = most.max(row);
        before = byte;
    }
    most
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn what_is_drawn_by_lot_is_a_key() {
        for text in [
            "7f1k2m9x0q3zB3z1nt",
            "q7Vd2mKx0PzR4tLw",
            "8c1f09a7b44e8c1f09a7b44e2d",
            "6f0c2d9e-41b7-4c3a-9d58-0b7e1f2a9c64",
        ] {
            assert!(key(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn names_counting_and_short_codes_are_none() {
        for text in [
            "eu1-staging-4820591736",
            "POSTS-V2-API-KEY",
            "key_test_q7Vd2mKx0PzR4tLw",
            "px-a1b2c3d4-e5f6-g7h8-Q",
            "abcdefg48205+Bezint",
            "q7vd2mkx0pzr4tlw",
        ] {
            assert!(!key(text.as_bytes()), "{text}");
        }
    }
}
