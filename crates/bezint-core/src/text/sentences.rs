//! Where sentences begin: simple rules that hold for Dutch and English as people type it.
//!
//! A sentence ends at the end of a line, unless the line ends with a colon, a word goes on behind a hyphen, or there is
//! one letter only on a line; at `!`, `?` or `…` before white space; and at a full stop before white space, unless what
//! follows goes on in lower case, or the stop belongs to an abbreviation (`dhr.`) or to initials (`J.`, `b.v.`).
//! Numbers, addresses and file names hold no white space, so their stops end nothing.

/// The places in one text where a sentence begins.
///
/// ```
/// use bezint_core::text::Sentences;
/// let sentences = Sentences::new("Bel dhr. Jansen om 10.30 uur. Zijn nummer volgt!");
/// assert!(sentences.together(0, 24));
/// assert!(!sentences.together(24, 30));
/// ```
#[derive(Debug)]
pub struct Sentences {
    starts: Vec<usize>,
}

/// Abbreviations, in lower case and without the stop, that are followed by more of the same sentence.
const ABBREVIATIONS: &[&str] = &[
    "art", "blz", "bijv", "bv", "ca", "cf", "dhr", "dr", "drs", "enz", "etc", "fig", "incl", "ing", "inz", "ir", "jl",
    "jr", "max", "mej", "mevr", "mr", "mrs", "ms", "mw", "nr", "nrs", "pag", "prof", "resp", "sr", "st", "str", "tel",
    "vs", "zgn",
];

impl Sentences {
    /// Finds the sentences of a text in one pass.
    pub fn new(text: &str) -> Self {
        let ends = text.match_indices(['.', '!', '?', '…', '\n']);
        let starts = ends.filter_map(|(at, end)| {
            let (before, rest) = (text.get(..at)?, text.get(at + end.len()..)?);
            if end == "\n" {
                let goes_on = before.trim_end_matches([' ', '\t', '\r']).ends_with(':')
                    || is_broken(before, rest)
                    || is_single(&mut before.bytes().rev())
                    || is_single(&mut rest.bytes());
                return (!goes_on).then_some(at + end.len());
            }
            let rest = rest.trim_start_matches([')', ']', '"', '\'', '”', '’', '»']);
            let next = rest.trim_start_matches([' ', '\t', '\u{A0}']);
            if next.len() == rest.len() {
                return None;
            }
            let goes_on = end == "." && (next.starts_with(char::is_lowercase) || is_abbreviated(before.as_bytes()));
            (!goes_on).then_some(text.len() - rest.len())
        });
        Self { starts: starts.collect() }
    }

    /// Whether two byte offsets lie in the same sentence.
    pub fn together(&self, a: usize, b: usize) -> bool {
        self.number(a) == self.number(b)
    }

    /// The number of the sentence that a byte offset lies in, from 0.
    pub(crate) fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }
}

/// Whether a word is broken over two lines.
fn is_broken(before: &str, rest: &str) -> bool {
    matches!(before.as_bytes(), [.., last, b'-'] if last.is_ascii_alphanumeric())
        && rest.bytes().next().is_some_and(|next| next.is_ascii_alphanumeric())
}

/// Whether there is one letter or digit on a line, which begins here, and nothing else.
#[inline(never)]
fn is_single(line: &mut dyn Iterator<Item = u8>) -> bool {
    let mut characters = line.take_while(|byte| *byte != b'\n').filter(|byte| !byte.is_ascii_whitespace());
    characters.next().is_some_and(|first| first.is_ascii_alphanumeric()) && characters.next().is_none()
}

/// Whether the word that these bytes end with is one that a stop shortens.
fn is_abbreviated(before: &[u8]) -> bool {
    const LONGEST: usize = 12;
    let nearby = before.rchunks(LONGEST).next().unwrap_or_default();
    let word = nearby.rsplit(|&byte| !byte.is_ascii_alphabetic() && byte != b'.').next().unwrap_or_default();
    let initials = !word.is_empty() && word.split(|&byte| byte == b'.').all(|part| part.len() == 1);
    initials || ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
}
