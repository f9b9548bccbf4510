//! How a detector finds: its terms, its pattern or its number.

use super::source::{Sink, Table, Value};
use crate::Problem;
use bezint_core::{
    UnknownWord,
    detect::Entropy,
    policy::{Kind, Matching, Number, Pattern},
};
use std::ops::Range;
use toml::de::DeValue;

/// Reads how a detector finds.
pub(super) fn read<'s>(table: &mut Table<'_, 's>, sink: &mut Sink<'s>) -> Option<Kind> {
    let (terms, pattern, number) = (table.get("terms"), table.get("pattern"), table.get("number"));
    let (matching, group) = (table.get("match"), table.get("group"));
    let (check, entropy) = (table.get("check"), table.get("entropy"));
    let mut ways = [terms, pattern, number].into_iter().flatten();
    if let (None, _) | (_, Some(_)) = (ways.next(), ways.next()) {
        match number.or(pattern) {
            Some(another) => sink.add(another.span(), Problem::FindsTwice),
            None => sink.add(table.span.clone(), Problem::FindsNothing),
        }
        return None;
    }
    let strangers = [
        ("match", matching, "`terms`", terms.is_some()),
        ("group", group, "a `pattern`", pattern.is_some()),
        ("check", check, "a `pattern` or a `number`", terms.is_none()),
        ("entropy", entropy, "a `pattern`", pattern.is_some()),
    ];
    for (key, value, of, fits) in strangers {
        if let Some(value) = value.filter(|_| !fits) {
            sink.add(value.span(), Problem::KeyWithout { key, of });
        }
    }
    if let Some(value) = terms {
        let matching = matching.map_or(Some(Matching::Word), |value| self::matching(value, sink))?;
        return Some(Kind::Terms { terms: self::terms(value, sink)?, matching });
    }
    let check = check.map_or(Some(None), |value| sink.word(value).map(Some));
    if let Some(value) = number {
        return Some(Kind::Number(Number { digits: digits(value, sink)?, check: check? }));
    }
    let group = group.map_or(Some(0), |value| sink.number(value, 0..256, "the number of a group, from 0 to 255"));
    let entropy = entropy.map_or(Some(None), |value| self::entropy(value, sink).map(Some));
    let value = pattern?;
    let regex = sink.text(value, "this pattern")?;
    match Pattern::new(&regex, u8::try_from(group?).ok()?, check?) {
        Ok(pattern) => Some(Kind::Pattern(Pattern { entropy: entropy?, ..pattern })),
        Err(error) => {
            let span = within(sink.source, value.span(), &regex, error.span);
            sink.add(span, Problem::BadPattern { message: error.message });
            None
        }
    }
}

/// How many digits a number can have: one count, or a list.
fn digits<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Vec<u8>> {
    let count = |sink: &mut Sink<'s>, value: &Value<'s>| {
        let count = sink.number(value, 3..u64::from(Number::MOST) + 1, "a number of digits, from 3 to 32")?;
        u8::try_from(count).ok()
    };
    if !matches!(value.get_ref(), DeValue::Array(_)) {
        return Some(vec![count(sink, value)?]);
    }
    let mut digits = sink.list(value, count);
    digits.sort_unstable();
    digits.dedup();
    if digits.is_empty() {
        sink.add(value.span(), Problem::Empty { what: "this list" });
        return None;
    }
    Some(digits)
}

/// The place in the source of a part of a text, if the text stands there as it is; else the whole.
fn within(source: &str, whole: Range<usize>, text: &str, part: Range<usize>) -> Range<usize> {
    match source.get(whole.clone()).and_then(|written| written.find(text)) {
        Some(offset) => whole.start + offset + part.start..whole.start + offset + part.end,
        None => whole,
    }
}

/// Bits per character, in hundredths.
fn entropy<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Entropy> {
    let bits = sink.decimal(value, 0.01..=8.0, "bits per character, from 0.01 to 8, such as 3.5")?;
    Some(Entropy((bits * 100.0).round() as u16))
}

fn matching<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Matching> {
    match value.get_ref() {
        DeValue::String(word) if word == "word" => Some(Matching::Word),
        DeValue::String(word) if word == "part" => Some(Matching::Part),
        _ => {
            let found = sink.text(value, "this word")?;
            sink.unknown(value, UnknownWord { found, expected: vec!["word", "part"] });
            None
        }
    }
}

/// Terms as the engine looks for them: folded, each once.
pub(super) fn terms<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Vec<String>> {
    let mut terms = sink.list(value, |sink, item| {
        let term = sink.text(item, "a term")?;
        let folded = bezint_core::text::fold_term(&term);
        if folded.is_empty() {
            sink.add(item.span(), Problem::BlankTerm { term });
            return None;
        }
        Some(folded)
    });
    if terms.is_empty() {
        sink.add(value.span(), Problem::Empty { what: "this list" });
        return None;
    }
    terms.sort();
    terms.dedup();
    Some(terms)
}
