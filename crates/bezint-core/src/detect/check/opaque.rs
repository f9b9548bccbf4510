//! What was drawn by lot, as secrets are, and what only stands in the place of it.

/// Words that say of what they stand in that it is none.
const PLACEHOLDERS: &[&str] = &[
    "changeme",
    "change_me",
    "change-me",
    "dummy",
    "example",
    "fake",
    "foobar",
    "insert",
    "placeholder",
    "redacted",
    "replace",
    "sample",
    "voorbeeld",
    "your",
    "hunter2",
];
/// As often as nobody draws the same character in a row. An `A` may: in base 64 it is a zero.
const SAME_IN_A_ROW: usize = 6;
/// As many characters as nobody draws that are those two, three or four places before them.
const AGAIN: usize = 9;
/// As many letters as nobody draws in the order of the alphabet.
const ALPHABET: usize = 8;
/// Different characters there are at least.
const DIFFERENT: usize = 5;

/// Whether a text could have been drawn by lot: it has different characters, no long row of the same one, more than
/// the letters of a word, and it does not say that it is a placeholder.
pub(super) fn opaque(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    let mut seen = [false; 256];
    bytes.iter().for_each(|&byte| {
        if let Some(seen) = seen.get_mut(usize::from(byte)) {
            *seen = true;
        }
    });
    let different = seen.iter().filter(|seen| **seen).count();
    let mut rows = bytes.chunk_by(|one, next| one == next);
    different >= DIFFERENT
        && rows.all(|row| row.len() < SAME_IN_A_ROW || row.first() == Some(&b'A'))
        && !(2..=4).any(|period| repeats(bytes, period))
        && !is_word(bytes)
        && !is_alphabet(&lower)
        && !is_placeholder(&lower)
}

/// Whether a text in lower case says of itself that it is none.
pub(super) fn is_placeholder(lower: &[u8]) -> bool {
    PLACEHOLDERS.iter().any(|word| lower.windows(word.len()).any(|part| part == word.as_bytes()))
}

/// Whether there are only letters, few of them capitals: words, and names in camel case, look so.
fn is_word(bytes: &[u8]) -> bool {
    let capitals = bytes.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    !bytes.iter().any(u8::is_ascii_digit) && (capitals * 4 <= letters || capitals == letters)
}

/// Whether a few characters follow each other again and again.
fn repeats(bytes: &[u8], period: usize) -> bool {
    let mut again = bytes.iter().zip(bytes.iter().skip(period)).scan(0, |row, (one, later)| {
        *row = if one == later && *one != b'A' { *row + 1 } else { 0 };
        Some(*row)
    });
    again.any(|row| row >= AGAIN)
}

/// Whether a part of the alphabet stands there in its order.
fn is_alphabet(lower: &[u8]) -> bool {
    let follows = |one: &u8, next: &u8| one.is_ascii_lowercase() && one.checked_add(1) == Some(*next);
    lower.chunk_by(follows).any(|letters| letters.len() >= ALPHABET)
}

#[cfg(test)]
mod tests {
    use super::opaque;

    #[test]
    fn what_is_drawn_by_lot_is_opaque() {
        for text in ["8c1f09a7b44e", "kQ7-vT2m_x", "Zm9vYmFyYmF6", "live_4eC39HqLyjW"] {
            assert!(opaque(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn placeholders_and_words_are_not() {
        for text in [
            "xxxxxxxx-1a2b",
            "aaaabbbb",
            "1111222233334444",
            "GR1348941123123123123",
            "your-token-1a2b3c",
            "AKIAIOSFODNN7EXAMPLE",
            "congratulations",
            "access_token",
            "Authorization",
        ] {
            assert!(!opaque(text.as_bytes()), "{text}");
        }
    }
}
