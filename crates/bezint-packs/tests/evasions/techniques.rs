//! How people hide words from a machine, and what nobody could read in them any more.

/// What a detector finds in one of its examples, and what stands around it.
pub struct Hidden {
    pub id: &'static str,
    pub before: String,
    pub words: String,
    pub after: String,
}

/// One way to hide words.
pub struct Technique {
    pub name: &'static str,
    pub hide: fn(&str) -> String,
    /// What it does to the words, which tells what is lost.
    does: Does,
}

/// What a technique does, as far as it can lose something.
#[derive(PartialEq)]
enum Does {
    /// What is hidden can be read again, whatever it is.
    Nothing,
    /// Puts this between letters: where it belongs to the words, nobody knows which is which.
    Separates(char),
    /// Changes the case of letters, or has one case only.
    Case,
    /// Writes digits and signs for letters.
    Digits,
    /// Writes letters for digits.
    Letters,
}

impl Technique {
    /// Why a reader cannot tell what was there.
    pub fn cannot_be_undone(&self, class: &str, words: &str) -> Option<&'static str> {
        let is_drawn = matches!(class, "tokens" | "secrets" | "passwords");
        match self.does {
            Does::Separates(sign) if words.contains(sign) => Some("the sign belongs to the words too"),
            Does::Case | Does::Digits | Does::Letters if is_drawn => Some("another case or digit makes another secret"),
            Does::Letters if is_code(words) => Some("what is a letter and what a digit is lost"),
            Does::Case if class == "network" && is_code(words) => Some("the case of an address is its checksum"),
            Does::Digits if words.contains(|c: char| c.is_ascii_digit()) => Some("which digits were letters is lost"),
            Does::Case if class == "numbers" && words.starts_with(['1', '3', '0']) => {
                Some("the case of an address counts")
            }
            _ => None,
        }
    }
}

const fn technique(name: &'static str, does: Does, hide: fn(&str) -> String) -> Technique {
    Technique { name, hide, does }
}

/// All of them.
pub const TECHNIQUES: &[Technique] = &[
    technique("spaced", Does::Nothing, |words| between(words, " ", "   ")),
    technique("dotted", Does::Separates('.'), |words| between(words, ".", " ")),
    technique("hyphenated", Does::Separates('-'), |words| between(words, "-", " ")),
    technique("starred", Does::Separates('*'), |words| between(words, "*", " ")),
    technique("one a line", Does::Nothing, |words| between(words, "\n", "\n\n")),
    technique("emoji between all", Does::Nothing, |words| between(words, "🎉", " ")),
    technique("an emoji in each word", Does::Nothing, |words| in_each(words, "🔥")),
    technique("zero-width", Does::Nothing, |words| between(words, "\u{200B}", " ")),
    technique("soft hyphens", Does::Nothing, |words| between(words, "\u{AD}", " ")),
    technique("combining marks", Does::Nothing, |words| words.chars().flat_map(|c| [c, '\u{336}']).collect()),
    technique("full-width", Does::Nothing, |words| each(words, |c| from(c, '!'..='~', '！'))),
    technique("bold", Does::Nothing, |words| {
        each(words, |c| from(from(from(c, 'a'..='z', '𝐚'), 'A'..='Z', '𝐀'), '0'..='9', '𝟎'))
    }),
    technique("circled", Does::Nothing, |words| each(words, |c| from(from(c, 'a'..='z', 'ⓐ'), 'A'..='Z', 'Ⓐ'))),
    technique("Arabic digits", Does::Nothing, |words| each(words, |c| from(c, '0'..='9', '٠'))),
    technique("keycaps", Does::Nothing, |words| {
        let cap = |c: char| if c.is_ascii_digit() { format!("{c}\u{FE0F}\u{20E3}") } else { c.to_string() };
        words.chars().map(cap).collect()
    }),
    technique("regional indicators", Does::Case, |words| {
        between(&each(words, |c| from(c.to_ascii_uppercase(), 'A'..='Z', '\u{1F1E6}')), "\u{200B}", " ")
    }),
    technique("look-alikes", Does::Nothing, |words| {
        each(words, |c| {
            "aceiopsxyABCEHIKMOPT"
                .chars()
                .zip("асеіорѕхуАВСЕНІКМОРТ".chars())
                .find(|(l, _)| *l == c)
                .map_or(c, |(_, like)| like)
        })
    }),
    technique("digits for letters", Does::Digits, |words| {
        each(words, |c| {
            "eoasit".chars().zip("30@$17".chars()).find(|(l, _)| l.eq_ignore_ascii_case(&c)).map_or(c, |(_, like)| like)
        })
    }),
    technique("some digits for letters", Does::Digits, |words| {
        each(words, |c| "eo".chars().zip("30".chars()).find(|(l, _)| *l == c).map_or(c, |(_, like)| like))
    }),
    technique("letters for digits", Does::Letters, |words| words.replace('0', "O").replace('1', "l")),
    technique("mixed case", Does::Case, |words| {
        let turned = |(at, c): (usize, char)| if at % 2 == 0 { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() };
        words.chars().enumerate().map(turned).collect()
    }),
    technique("right to left", Does::Nothing, |words| {
        format!("\u{202E}{}\u{202C}", words.chars().rev().collect::<String>())
    }),
    technique("broken over lines", Does::Separates('-'), |words| in_each(words, "-\n")),
    technique("in words", Does::Nothing, |words| {
        words.replace('@', " [at] ").replacen('.', " [dot] ", if words.contains('@') { 9 } else { 0 })
    }),
];

/// Whether letters and digits are mixed in one word.
fn is_code(words: &str) -> bool {
    let mixes = |word: &str| word.contains(|c: char| c.is_ascii_digit()) && word.contains(|c: char| c.is_alphabetic());
    words.split(|c: char| !c.is_alphanumeric()).any(mixes)
}

/// Puts something between all that is no blank, and something else in the place of blanks.
fn between(words: &str, separator: &str, blank: &str) -> String {
    let letters = |word: &str| word.chars().map(String::from).collect::<Vec<_>>().join(separator);
    words.split_whitespace().map(letters).collect::<Vec<_>>().join(blank)
}

/// Puts something into the middle of each word.
fn in_each(words: &str, sign: &str) -> String {
    let put = |word: &str| {
        let middle = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
        if middle == 0 { word.to_owned() } else { format!("{}{sign}{}", &word[..middle], &word[middle..]) }
    };
    words.split(' ').map(put).collect::<Vec<_>>().join(" ")
}

fn each(words: &str, hide: impl Fn(char) -> char) -> String {
    words.chars().map(hide).collect()
}

/// A character of a range, as the one in the same place of a row that begins elsewhere.
fn from(c: char, of: std::ops::RangeInclusive<char>, to: char) -> char {
    if !of.contains(&c) {
        return c;
    }
    char::from_u32(u32::from(c) - u32::from(*of.start()) + u32::from(to)).unwrap()
}
