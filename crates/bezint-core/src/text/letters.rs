//! How one character folds.
//!
//! - Accents are dropped, and what is invisible.
//! - Unicode's compatibility decomposition (NFKD, UAX #15) undoes full-width letters, ligatures, mathematical alphabets,
//!   circled and superscript forms, non-breaking spaces and precomposed accents. Only what comes out as Latin, Greek,
//!   Cyrillic or punctuation is kept, in [`super::table`]: a few kilobytes, where the whole of Unicode's would be a sixth
//!   of what a browser may download. Other scripts compare as they are typed.
//! - Decimal digits of every script become ASCII digits.
//! - Letters without a decomposition but with a usual spelling (`ø`, `æ`, `ß`) get it, and letters of Cyrillic, Greek and
//!   the phonetic alphabet that look like a Latin letter become it (after UTS #39).
//!
//! A look-alike is chosen per pair of cases, so that folded Russian or Greek still compares without case: Cyrillic `в`
//! becomes `b` because `В` looks like `B`. ASCII letters keep their case, since tokens need it; other letters are
//! lower-cased.

use super::table::ROWS;

/// What folding does with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    /// It stays as it is.
    Kept,
    /// Something else stands for it.
    Replaced,
    /// It is an accent on the character before it and goes.
    Mark,
    /// It is invisible and goes.
    Invisible,
}

/// Folds a character that is not ASCII, and appends the result.
pub(super) fn fold(typed: char, out: &mut String) -> Fold {
    if is_invisible(typed) {
        return Fold::Invisible;
    }
    if is_mark(typed) {
        return Fold::Mark;
    }
    let start = out.len();
    match decomposed(typed) {
        Some(parts) => parts.chars().for_each(|part| plain(part, out)),
        None => plain(typed, out),
    }
    let same = out.get(start..).is_some_and(|folded| folded.chars().eq([typed]));
    if same { Fold::Kept } else { Fold::Replaced }
}

/// The compatibility decomposition of a character without its accents, if it has one that is kept.
fn decomposed(c: char) -> Option<&'static str> {
    let code = u32::from(c);
    let next = ROWS.partition_point(|(first, ..)| *first <= code);
    let &(first, width, row) = ROWS.get(next.checked_sub(1)?)?;
    let width = usize::from(width);
    let start = usize::try_from(code - first).ok()?.checked_mul(width)?;
    row.get(start..start + width).filter(|parts| !parts.starts_with('\t'))
}

/// Appends what stands for a fully decomposed character.
fn plain(part: char, out: &mut String) {
    if part.is_ascii() {
        return out.push(part);
    }
    if let Some(digit) = digit(part) {
        return out.push(digit);
    }
    if let Some(ascii) = punctuation(part) {
        return out.push(ascii);
    }
    if let Some(letter) = white_on_black(part) {
        return out.push(letter);
    }
    // The one letter with a lower case of two characters, İ, is decomposed before it comes here.
    let small = part.to_lowercase().next().unwrap_or(part);
    match latin(small) {
        Some(letters) if small == part => out.push_str(letters),
        Some(letters) => out.extend(letters.chars().map(|letter| letter.to_ascii_uppercase())),
        None => out.push(small),
    }
}

/// Characters that show nothing: zero-width, bidirectional controls, soft hyphen, variation selectors, tags and fillers
/// (`Default_Ignorable_Code_Point`), and the Arabic letter stretcher.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic, which writers may leave out. The marks of other
/// scripts are vowels and stay.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C2}'
        | '\u{5C4}'..='\u{5C5}' | '\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20F0}' | '\u{FE20}'..='\u{FE2F}')
}

/// The ASCII digit of a decimal digit of another script (general category `Nd` of Unicode 16; every ten are in order).
fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let next = ZEROS.partition_point(|&zero| zero <= code);
    let zero = ZEROS.get(next.checked_sub(1)?)?;
    char::from_digit(code - zero, 10)
}

/// The zero of every script's decimal digits that compatibility decomposition leaves alone.
const ZEROS: [u32; 67] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0, 0xF20,
    0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
    0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0,
    0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950,
];

/// The letter in a black circle or square, which has no decomposition as its white sister has.
fn white_on_black(c: char) -> Option<char> {
    let place = match c {
        '\u{1F150}'..='\u{1F169}' => u32::from(c) - 0x1F150,
        '\u{1F170}'..='\u{1F189}' => u32::from(c) - 0x1F170,
        _ => return None,
    };
    char::from_u32(u32::from('A') + place)
}

/// Punctuation and spaces that come in many shapes.
fn punctuation(c: char) -> Option<char> {
    Some(match c {
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' => '-',
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{2BC}' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '«' | '»' => '"',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{2217}' => '*',
        '\u{2219}' | '\u{3002}' => '.',
        '\u{2236}' | '\u{A789}' => ':',
        space if space.is_whitespace() => ' ',
        _ => return None,
    })
}

/// The Latin spelling of a lower-case letter that looks like one, or is written as one.
fn latin(small: char) -> Option<&'static str> {
    Some(match small {
        'æ' | 'ᴁ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ɑ' | 'ᴀ' | 'а' | 'α' => "a",
        'ʙ' | 'в' | 'β' | 'ɓ' | 'ƀ' => "b",
        'ᴄ' | 'с' | 'ϲ' | 'ƈ' | 'ȼ' => "c",
        'đ' | 'ð' | 'ɖ' | 'ɗ' | 'ᴅ' | 'ԁ' => "d",
        'ᴇ' | 'е' | 'ε' | 'ɛ' | 'ǝ' | 'ɇ' => "e",
        'ꜰ' | 'ƒ' => "f",
        'ɡ' | 'ɢ' | 'ɠ' | 'ǥ' => "g",
        'ħ' | 'ʜ' | 'н' | 'η' | 'һ' => "h",
        'ı' | 'ɪ' | 'і' | 'ι' | 'ɨ' => "i",
        'ȷ' | 'ᴊ' | 'ј' | 'ɉ' => "j",
        'ᴋ' | 'к' | 'κ' | 'ƙ' | 'ĸ' => "k",
        'ł' | 'ʟ' | 'ƚ' | 'ɫ' | 'ӏ' => "l",
        'ᴍ' | 'м' | 'μ' => "m",
        'ɴ' | 'ν' | 'ɲ' | 'ƞ' | 'ŋ' => "n",
        'ø' | 'ᴏ' | 'о' | 'ο' | 'ɵ' | 'օ' => "o",
        'ᴘ' | 'р' | 'ρ' | 'ƥ' => "p",
        'ǫ' | 'ԛ' | 'ɋ' => "q",
        'ʀ' | 'ɍ' => "r",
        'ꜱ' | 'ѕ' | 'ʂ' | 'ſ' => "s",
        'ŧ' | 'ᴛ' | 'т' | 'τ' | 'ƭ' | 'ʈ' => "t",
        'ᴜ' | 'ʉ' | 'ս' => "u",
        'ᴠ' | 'ѵ' | 'ʋ' => "v",
        'ᴡ' | 'ԝ' => "w",
        'х' | 'χ' => "x",
        'ʏ' | 'у' | 'υ' | 'ү' | 'ƴ' | 'ɏ' => "y",
        'ᴢ' | 'ζ' | 'ƶ' => "z",
        'ς' => "σ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::decomposed;
    use unicode_normalization::char::decompose_compatible;

    #[test]
    fn the_table_is_unicodes() {
        for c in '\u{80}'..=char::MAX {
            let mut parts = String::new();
            decompose_compatible(c, |part| parts.push(part));
            parts.retain(|part| !matches!(part, '\u{300}'..='\u{36F}' | '\u{AD}'));
            let kept = parts.chars().all(|part| matches!(part, '\0'..='\u{58F}' | '\u{2000}'..='\u{22FF}'));
            let itself = parts.is_empty() || parts.chars().eq([c]) || matches!(c, '™' | '℠');
            let expected = (kept && !itself).then_some(parts.as_str());
            assert_eq!(decomposed(c), expected, "U+{:04X}", u32::from(c));
        }
    }
}
