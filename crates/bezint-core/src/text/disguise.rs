//! Disguises that a reader sees through and folding does not: letters with something between them, and digits in the
//! place of letters or letters in the place of digits.
//!
//! | disguise | is read as |
//! |---|---|
//! | three and more single characters with the same between each two, `N e p t`, `N.e.p.t`, `N 🎉 e 🎉 p 🎉 t` | `Nept` |
//! | a row of regional indicators that is longer than a flag | letters |
//! | emoji right between two letters or digits, `Nep🎉tunus` | `Neptunus` |
//! | digits and signs in a word of letters, `N3ptun0$` (for terms only) | `Neptunos` |
//! | letters in a long number, `O6-l2345678` | `06-12345678` |
//! | regional indicators in one word with digits, unless all are flags | letters |
//! | a hyphen at the end of a line, in the middle of a word | nothing |
//! | `[at]`, `(dot)`, `{punt}`, with the blanks around | `@`, `.` |
//!
//! One pass over the folded text finds where that may be; ordinary text has next to none of it. What is wrong with a
//! guess costs nothing but time: it is only an additional way to read ([`super::Reading`]).

use super::spelled::Spelled;
use std::ops::Range;

/// Changes to a text that take disguises off, by place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Disguises {
    /// Those of letters that stand apart, and of letters that stand for digits.
    pub(super) shapes: Vec<Change>,
    /// Those of letters that stand apart, and of digits and signs that stand for letters.
    pub(super) words: Vec<Change>,
    /// Whether one of `words` can be read in two ways.
    pub(super) is_ambiguous: bool,
}

/// What is read in the place of a span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) span: Range<usize>,
    /// `None`: nothing.
    pub(super) to: Option<char>,
}

/// As far as two characters of a word can be apart, in bytes: an emoji of a whole family, and a blank on either side.
pub(super) const FURTHEST: usize = 32;
/// Characters of a word with digits for letters.
const LEAST_WORD: usize = 4;
const LONGEST_WORD: usize = 40;
/// Digits of a number with letters for digits, and how far around a word they are looked for.
const LEAST_DIGITS: usize = 6;
const AROUND: usize = 48;

/// Signs that stand inside numbers and addresses.
const INSIDE: &[u8] = b".,:/_@-";

/// What people write for the signs of an address.
const SAID: &[(&[u8], char)] =
    &[(b"at", '@'), (b"apenstaart", '@'), (b"apenstaartje", '@'), (b"dot", '.'), (b"punt", '.'), (b"point", '.')];

/// Bytes that such a word takes with its brackets and blanks.
const LONGEST_SAID: usize = 18;

const LETTER: u8 = 1;
/// A digit that looks like a letter.
const LEET: u8 = 2;
const OTHER_DIGIT: u8 = 4;
const SIGN: u8 = 8;
const BEYOND_ASCII: u8 = 16;

/// For each byte, what it is in a word; 0: it stands between words.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::indexing_slicing, reason = "the compiler evaluates it")]
        let kind = &mut kinds[byte];
        *kind = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'2' | b'6' | b'9' => OTHER_DIGIT,
            b'0'..=b'9' => LEET,
            b'@' | b'$' | b'!' => SIGN,
            0x80.. => BEYOND_ASCII,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

fn kind(byte: u8) -> u8 {
    KINDS.get(usize::from(byte)).copied().unwrap_or_default()
}

/// The letter that a digit or sign stands for. `1` and `!` can be an `i` or an `l`: this gives the first.
fn letter(byte: u8) -> Option<char> {
    Some(match byte {
        b'0' => 'o',
        b'1' | b'!' => 'i',
        b'3' => 'e',
        b'4' | b'@' => 'a',
        b'5' | b'$' => 's',
        b'7' => 't',
        b'8' => 'b',
        _ => return None,
    })
}

/// The digit that a letter stands for.
fn digit(byte: u8) -> Option<char> {
    Some(match byte {
        b'O' | b'o' => '0',
        b'I' | b'l' => '1',
        b'Z' => '2',
        b'S' => '5',
        b'B' => '8',
        _ => return None,
    })
}

/// The letter of a regional indicator, two of which make a flag.
pub(super) fn regional(c: char) -> Option<char> {
    let place = u32::from(c).checked_sub(0x1F1E6).filter(|place| *place < 26)?;
    char::from_u32(u32::from('A') + place)
}

/// What stands before a word: where the last one ends, and where the last two begin that were a single character.
#[derive(Default)]
struct Before {
    end: usize,
    singles: [Option<usize>; 2],
}

impl Disguises {
    /// Finds the disguises of a folded text.
    #[inline(never)]
    pub(super) fn new(text: &str) -> Self {
        let mut found = Self::default();
        let mut before = Before::default();
        let (mut start, mut kinds) = (0, 0);
        for (at, &byte) in text.as_bytes().iter().chain([&b' ']).enumerate() {
            let kind = kind(byte);
            if kind == 0 {
                match byte {
                    b'\n' => found.add_break(text, at),
                    b'[' | b'(' | b'{' => found.add_said(text, at),
                    _ => {}
                }
            }
            if kind != 0 {
                start = if kinds == 0 { at } else { start };
                kinds |= kind;
            } else if kinds != 0 {
                let is_mixed = kinds & LETTER != 0 && kinds & (LEET | OTHER_DIGIT) != 0;
                if at - start == 1 || is_mixed || kinds & (SIGN | BEYOND_ASCII) != 0 {
                    found.look(text, start..at, &mut before);
                } else {
                    before = Before { end: at, singles: [None; 2] };
                }
                kinds = 0;
            }
        }
        for changes in [&mut found.shapes, &mut found.words] {
            changes.sort_by_key(|change| change.span.start);
            changes.dedup();
        }
        found
    }

    /// Looks closer at words that perhaps are no ordinary ones.
    #[inline(never)]
    fn look(&mut self, text: &str, words: Range<usize>, before: &mut Before) {
        let mut at = words.start.max(before.end);
        while let Some(word) = word(text, at).filter(|word| word.start < words.end) {
            self.add_between(text, before.end..word.start);
            if let Some(end) = self.add_regional(text.as_bytes(), before.end, word.start) {
                *before = Before { end, singles: [None; 2] };
                at = end;
                continue;
            }
            let is_near = word.start - before.end <= FURTHEST;
            let [first, second] = before.singles.map(|single| single.filter(|_| word.is_single && is_near));
            if let Some(end) = first.and_then(|first| self.spell(text, first)) {
                *before = Before { end, singles: [None; 2] };
                at = end;
                continue;
            }
            *before = Before { end: word.end, singles: [second, word.is_single.then_some(word.start)] };
            at = word.end;
            if word.kinds & SIGN != 0 || word.kinds & LETTER != 0 && word.kinds & (LEET | OTHER_DIGIT) != 0 {
                self.add_word(text, word.start..word.end);
            }
        }
    }

    /// Reads regional indicators in one word with digits as letters, and gives where that ends. Pairs of them are flags.
    #[inline(never)]
    fn add_regional(&mut self, bytes: &[u8], before: usize, word: usize) -> Option<usize> {
        let last = before.checked_sub(1).filter(|last| last + 1 == word);
        let mut at = last.filter(|last| bytes.get(*last).is_some_and(u8::is_ascii_digit)).unwrap_or(word);
        let (mut letters, mut row, mut has_digits, mut has_letters) = (Vec::new(), 0, false, false);
        for _ in 0..LONGEST_WORD {
            match bytes.get(at..)? {
                [0xF0, 0x9F, 0x87, letter @ 0xA6..=0xBF, ..] => {
                    letters.push((at, char::from(b'A' + (letter - 0xA6))));
                    (row, at) = (row + 1, at + 4);
                    continue;
                }
                [byte, ..] if byte.is_ascii_alphanumeric() => has_digits |= byte.is_ascii_digit(),
                _ => break,
            }
            has_letters |= row != 0 && row != 2;
            (row, at) = (0, at + 1);
        }
        if !has_digits || !(has_letters || row != 0 && row != 2) {
            return None;
        }
        letters.into_iter().for_each(|(at, letter)| self.change(at..at + 4, Some(letter)));
        Some(at)
    }

    /// Takes out a hyphen at the end of a line, in the middle of a word.
    #[inline(never)]
    fn add_break(&mut self, text: &str, line: usize) {
        let is_part = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
        let goes_on = |byte: Option<&u8>| byte.is_some_and(|byte| *byte != b'-' && INSIDE.contains(byte));
        let bytes = text.as_bytes();
        if let Some(hyphen) = line.checked_sub(1).filter(|hyphen| bytes.get(*hyphen) == Some(&b'-'))
            && hyphen.checked_sub(1).is_some_and(|before| is_part(bytes.get(before)))
            && (is_part(bytes.get(line + 1)) || goes_on(bytes.get(line + 1)))
        {
            self.change(hyphen..line + 1, None);
        }
    }

    /// Reads `[at]` and `(dot)`, and the blanks around it, as what they say.
    #[inline(never)]
    fn add_said(&mut self, text: &str, at: usize) {
        let bytes = text.as_bytes();
        let rest = bytes.get(at + 1..).unwrap_or_default().iter().take(LONGEST_SAID);
        let Some(len) = rest.clone().position(|byte| matches!(byte, b']' | b')' | b'}')) else { return };
        let word = bytes.get(at + 1..at + 1 + len).unwrap_or_default().trim_ascii();
        let Some((_, sign)) = SAID.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)) else { return };
        let end = at + len + 2;
        let blank = |at: usize| usize::from(bytes.get(at) == Some(&b' '));
        let span = at - at.checked_sub(1).map_or(0, blank)..end + blank(end);
        self.change(span, Some(*sign));
    }

    /// Takes out emoji that stand right between two letters or digits, or before a sign between two.
    #[inline(never)]
    fn add_between(&mut self, text: &str, gap: Range<usize>) {
        let bytes = text.as_bytes();
        let is_part = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        if bytes.get(gap.start).is_some_and(u8::is_ascii)
            || !gap.start.checked_sub(1).is_some_and(is_part)
            || !is_part(gap.end)
        {
            return;
        }
        let sign = usize::from(bytes.get(gap.end - 1).is_some_and(|byte| INSIDE.contains(byte)));
        let emoji = gap.start..gap.end - sign;
        if text.get(emoji.clone()).is_some_and(|between| between.chars().all(is_emoji)) {
            self.change(emoji, None);
        }
    }

    /// Reads something as another character, or as nothing, whatever it is looked at as.
    #[inline(never)]
    fn change(&mut self, span: Range<usize>, to: Option<char>) {
        if !span.is_empty() {
            self.shapes.push(Change { span: span.clone(), to });
            self.words.push(Change { span, to });
        }
    }

    /// Reads on from the first of several single characters as long as the same stands between each two, and gives
    /// where that ends.
    #[inline(never)]
    fn spell(&mut self, text: &str, first: usize) -> Option<usize> {
        let spelled = Spelled::new(text, first)?;
        let count = |wanted: fn(char) -> bool| spelled.letters.iter().filter(|(_, c)| wanted(*c)).count();
        let leet = count(|c| !c.is_ascii_alphabetic()) <= count(|c| c.is_ascii_alphabetic());
        for (span, c) in &spelled.letters {
            let stands_for = text.get(span.clone()).and_then(|typed| typed.chars().next()).and_then(regional);
            if stands_for.is_some() {
                self.shapes.push(Change { span: span.clone(), to: stands_for });
            }
            let letter = u8::try_from(*c).ok().and_then(letter).filter(|_| leet);
            self.is_ambiguous |= letter == Some('i');
            if letter.or(stands_for).is_some() {
                self.words.push(Change { span: span.clone(), to: letter.or(stands_for) });
            }
        }
        spelled.gaps.into_iter().for_each(|gap| self.change(gap, None));
        spelled.blanks.into_iter().for_each(|gap| self.change(gap, Some(' ')));
        Some(spelled.end)
    }

    /// Reads a word in which letters and digits are mixed.
    #[inline(never)]
    fn add_word(&mut self, text: &str, word: Range<usize>) {
        let Some(mixed) = text.as_bytes().get(word.clone()) else { return };
        let is_number = mixed.iter().all(|&byte| byte.is_ascii_digit() || digit(byte).is_some());
        if is_number {
            return self.add_number(text, word);
        }
        let before = word.start.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        if before.is_some_and(|before| matches!(before, b'/' | b'=' | b'_' | b'.')) {
            return;
        }
        // A name is mentioned with `@` before it, and a sentence ends with `!`.
        let marks = |byte: &&u8| matches!(byte, b'@' | b'!');
        let start = mixed.iter().take_while(marks).count();
        let end = mixed.len() - mixed.iter().rev().take_while(marks).count();
        let Some(mixed) = mixed.get(start..end) else { return };
        let start = word.start + start;
        let letters = mixed.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        let stand_for = mixed.iter().filter(|byte| letter(**byte).is_some()).count();
        let begins_with_number = mixed.iter().take_while(|byte| byte.is_ascii_digit()).count() > 1;
        let is_address = mixed.contains(&b'@') && text.as_bytes().get(word.end) == Some(&b'.');
        if (LEAST_WORD..=LONGEST_WORD).contains(&mixed.len())
            && letters + stand_for == mixed.len()
            && (1..=letters).contains(&stand_for)
            && !begins_with_number
            && !is_address
        {
            for (place, to) in mixed.iter().enumerate().filter_map(|(place, byte)| Some((place, letter(*byte)?))) {
                self.is_ambiguous |= to == 'i';
                self.words.push(Change { span: start + place..start + place + 1, to: Some(to) });
            }
        }
    }

    /// Reads the digits of a long number, of which a word holds letters, and so perhaps do the words beside it.
    #[inline(never)]
    fn add_number(&mut self, text: &str, word: Range<usize>) {
        if self.shapes.last().is_some_and(|known| known.span.start >= word.start) {
            return;
        }
        let bytes = text.as_bytes();
        let before = bytes.get(word.start.saturating_sub(AROUND)..word.start).unwrap_or_default();
        let after = bytes.get(word.end..bytes.len().min(word.end + AROUND)).unwrap_or_default();
        let start = word.start - of_number(before, true);
        let end = word.end + of_number(after, false);
        let Some(number) = bytes.get(start..end) else { return };
        let digits = number.iter().filter(|byte| byte.is_ascii_digit()).count();
        let letters = number.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
        if digits + letters >= LEAST_DIGITS && digits >= letters {
            for (place, to) in number.iter().enumerate().filter_map(|(place, byte)| Some((place, digit(*byte)?))) {
                self.shapes.push(Change { span: start + place..start + place + 1, to: Some(to) });
            }
        }
    }
}

fn between_digits(byte: u8) -> bool {
    b" .-/:".contains(&byte)
}

/// How many bytes on one side of a number belong to it. By itself, a single letter may be a word.
#[inline(never)]
fn of_number(side: &[u8], backwards: bool) -> usize {
    let (mut kept, mut word, mut has_letter) = (0, 0, false);
    for at in 0..=side.len() {
        let place = if backwards { side.len().checked_sub(at + 1) } else { Some(at) };
        match place.and_then(|place| side.get(place)) {
            Some(byte) if byte.is_ascii_digit() => word += 1,
            Some(&byte) if digit(byte).is_some() => (word, has_letter) = (word + 1, true),
            Some(&byte) if !between_digits(byte) => break,
            _ if word == 1 && has_letter => break,
            _ => (kept, word, has_letter) = (at, 0, false),
        }
    }
    kept
}

/// A letter, or a digit, or more of them with nothing between.
struct Word {
    start: usize,
    end: usize,
    /// What it is made of.
    kinds: u8,
    is_single: bool,
}

/// The next word of a text.
fn word(text: &str, from: usize) -> Option<Word> {
    let bytes = text.as_bytes();
    let (mut start, mut at, mut kinds, mut count) = (from, from, 0, 0);
    while let Some(&byte) = bytes.get(at) {
        let (mut kind, mut len) = (kind(byte), 1);
        if kind == BEYOND_ASCII {
            let c = text.get(at..)?.chars().next()?;
            len = c.len_utf8();
            if regional(c).is_some() {
                let single = Word { start: at, end: at + len, kinds: kind, is_single: true };
                return Some(if count == 0 { single } else { Word { start, end: at, kinds, is_single: count == 1 } });
            }
            kind = if c.is_alphanumeric() { kind } else { 0 };
        }
        match kind {
            0 if count > 0 => break,
            0 => start = at + len,
            _ => {
                kinds |= kind;
                count += 1;
            }
        }
        at += len;
    }
    (count > 0).then_some(Word { start, end: at, kinds, is_single: count == 1 && kinds != SIGN })
}

/// Whether a character is an emoji or another sign that no word needs.
pub(super) fn is_emoji(c: char) -> bool {
    c >= '\u{2022}' && !c.is_alphanumeric()
}
