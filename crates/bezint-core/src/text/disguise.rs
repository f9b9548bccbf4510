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
//!
//! One pass over the folded text finds where that may be; ordinary text has next to none of it. What is wrong with a
//! guess costs nothing but time: it is only an additional way to read ([`super::Reading`]).

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
const FURTHEST: usize = 32;
/// Characters of a word with digits for letters.
const LEAST_WORD: usize = 4;
const LONGEST_WORD: usize = 40;
/// Digits of a number with letters for digits, and how far around a word they are looked for.
const LEAST_DIGITS: usize = 6;
const AROUND: usize = 48;

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
fn regional(c: char) -> Option<char> {
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
    pub(super) fn new(text: &str) -> Self {
        let mut found = Self::default();
        let mut before = Before::default();
        let (mut start, mut kinds) = (0, 0);
        for (at, &byte) in text.as_bytes().iter().chain([&b' ']).enumerate() {
            let kind = kind(byte);
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
    fn look(&mut self, text: &str, words: Range<usize>, before: &mut Before) {
        let mut at = words.start.max(before.end);
        while let Some(word) = word(text, at).filter(|word| word.start < words.end) {
            self.add_between(text, before.end..word.start);
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

    /// Takes out emoji that stand right between two letters or digits.
    fn add_between(&mut self, text: &str, gap: Range<usize>) {
        let glued = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
        let bytes = text.as_bytes();
        if bytes.get(gap.start).is_some_and(u8::is_ascii)
            || !gap.start.checked_sub(1).is_some_and(|before| glued(bytes.get(before)))
            || !glued(bytes.get(gap.end))
        {
            return;
        }
        if text.get(gap.clone()).is_some_and(|between| between.chars().all(is_emoji)) {
            self.join(gap);
        }
    }

    fn join(&mut self, gap: Range<usize>) {
        if !gap.is_empty() {
            self.shapes.push(Change { span: gap.clone(), to: None });
            self.words.push(Change { span: gap, to: None });
        }
    }

    /// Reads on from the first of several single characters as long as the same stands between each two, and gives
    /// where that ends.
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
        spelled.gaps.into_iter().for_each(|gap| self.join(gap));
        Some(spelled.end)
    }

    /// Reads a word in which letters and digits are mixed.
    fn add_word(&mut self, text: &str, word: Range<usize>) {
        let Some(mixed) = text.as_bytes().get(word.clone()) else { return };
        let before = word.start.checked_sub(1).and_then(|before| text.as_bytes().get(before));
        if before.is_some_and(|before| matches!(before, b'/' | b'=' | b'_' | b'.')) {
            return;
        }
        let is_number = mixed.iter().all(|&byte| byte.is_ascii_digit() || digit(byte).is_some());
        if is_number {
            return self.add_number(text, word);
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

    /// Reads the digits of a long number, of which a word holds letters.
    fn add_number(&mut self, text: &str, word: Range<usize>) {
        let bytes = text.as_bytes();
        let belongs = |byte: &u8| byte.is_ascii_digit() || digit(*byte).is_some() || b" .-/".contains(byte);
        let before = bytes.get(word.start.saturating_sub(AROUND)..word.start).unwrap_or_default();
        let after = bytes.get(word.end..).unwrap_or_default().iter().take(AROUND);
        let before = before.iter().rev().take_while(|byte| belongs(byte)).filter(|byte| byte.is_ascii_digit()).count();
        let after = after.take_while(|byte| belongs(byte)).filter(|byte| byte.is_ascii_digit()).count();
        let own = bytes.get(word.clone()).unwrap_or_default();
        if before + after + own.iter().filter(|byte| byte.is_ascii_digit()).count() >= LEAST_DIGITS {
            for (place, to) in own.iter().enumerate().filter_map(|(place, byte)| Some((place, digit(*byte)?))) {
                self.shapes.push(Change { span: word.start + place..word.start + place + 1, to: Some(to) });
            }
        }
    }
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
fn is_emoji(c: char) -> bool {
    c >= '\u{2022}' && !c.is_alphanumeric()
}

/// Single characters with the same between each two.
struct Spelled {
    letters: Vec<(Range<usize>, char)>,
    /// What stands between two of them.
    gaps: Vec<Range<usize>>,
    end: usize,
}

impl Spelled {
    /// Reads on from a single character. `None`: there are fewer than three.
    fn new(text: &str, first: usize) -> Option<Self> {
        let (span, c) = single(text, first)?;
        let mut spelled = Self { end: span.end, letters: vec![(span, c)], gaps: Vec::new() };
        let mut between = None;
        while let Some((gap, span, c)) = spelled.next(text) {
            let written = text.get(gap.clone())?;
            let between = *between.get_or_insert(written);
            let blank = |gap: &str| gap.bytes().all(|byte| byte.is_ascii_whitespace());
            if is_same(written, between) {
                spelled.gaps.push(gap);
            } else if let Some((sign, at)) = sign_between(written, between) {
                let at = gap.start + at..gap.start + at + 1;
                spelled.gaps.extend([gap.start..at.start, at.end..gap.end]);
                spelled.letters.push((at, sign));
            } else if !(blank(written) && blank(between) && written.len() > between.len()) {
                break;
            }
            spelled.end = span.end;
            spelled.letters.push((span, c));
        }
        (spelled.letters.len() >= 3).then_some(spelled)
    }

    /// The next single character, and what stands before it.
    fn next(&self, text: &str) -> Option<(Range<usize>, Range<usize>, char)> {
        let end = text.len().min(self.end + FURTHEST);
        let near = text.get(self.end..text.floor_char_boundary(end))?;
        let at = self.end + near.find(|c: char| c.is_alphanumeric() || regional(c).is_some())?;
        let (span, c) = single(text, at)?;
        Some((self.end..at, span, c))
    }
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

/// Whether the same stands between two letters as between two others. One emoji is as good as another.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |gap: &'_ str| gap.chars().filter(|c| !is_emoji(*c)).collect::<String>();
    one == other || one.contains(is_emoji) && other.contains(is_emoji) && plain(one) == plain(other)
}

/// The sign in the place of a letter, `_` in `p . _ . x`, and where in the gap it is.
fn sign_between(gap: &str, between: &str) -> Option<(char, usize)> {
    let signs = gap.char_indices().filter(|(_, sign)| sign.is_ascii_graphic());
    let mut signs = signs.map(|(at, sign)| (sign, at));
    signs.find(|(_, at)| {
        let sides = gap.get(..*at).zip(gap.get(at + 1..));
        sides.is_some_and(|(before, after)| is_same(before, between) && is_same(after, between))
    })
}
