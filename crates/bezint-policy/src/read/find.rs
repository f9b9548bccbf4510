//! How something is found by itself: by terms, by a pattern, or as a number.

use super::{
    TERMS_FILE,
    source::{Sink, Table, Value},
};
use crate::Problem;
use bezint_core::{
    UnknownWord,
    detect::Entropy,
    limits::MOST_TERM,
    policy::{Find, Matching, Number, Pattern, Terms},
};
use std::ops::Range;
use toml::de::DeValue;

/// Reads terms, a pattern or a number.
pub(super) fn read<'s>(table: &mut Table<'_, 's>, sink: &mut Sink<'s>) -> Option<Find> {
    let own = Simple::of(table);
    if let Some(another) = own.ways().nth(1) {
        sink.add(another.span(), Problem::FindsTwice);
        return None;
    }
    if own.terms.is_some() || own.terms_file.is_some() {
        own.strangers(&["group", "entropy"], "a `pattern`", sink);
        own.strangers(&["check"], "a `pattern` or a `number`", sink);
        let matching = own.get("match").map_or(Some(Matching::Word), |value| matching(value, sink));
        let listed = own.terms.map_or(Some(Vec::new()), |value| terms(value, sink));
        let of_file = own.terms_file.map_or(Some(Vec::new()), |value| of_file(value, sink));
        let mut terms = [listed?, of_file?].concat();
        terms.sort();
        terms.dedup();
        let (matching, typos) = (matching?, own.get("typos"));
        if let Some(value) = typos.filter(|_| matching == Matching::Part) {
            sink.add(value.span(), Problem::KeyWithout { key: "typos", of: "a `match` by `word` or `inflected`" });
        }
        return Some(Find::Terms(Terms { terms, matching, typos: typos.is_some_and(|value| sink.flag(value)) }));
    }
    own.strangers(&["match", "typos"], "`terms`", sink);
    let check = own.get("check").map_or(Some(None), |value| sink.word(value).map(Some));
    if let Some(value) = own.number {
        own.strangers(&["group", "entropy"], "a `pattern`", sink);
        return Some(Find::Number(Number { digits: digits(value, sink)?, check: check? }));
    }
    let Some(value) = own.pattern else {
        sink.add(table.span.clone(), Problem::FindsNothing);
        return None;
    };
    let number = "the number of a group, from 0 to 255";
    let group = own.get("group").map_or(Some(0), |value| sink.number(value, 0..256, number));
    let entropy = own.get("entropy").map_or(Some(None), |value| entropy(value, sink).map(Some));
    let regex = sink.text(value, "this pattern")?;
    match Pattern::new(&regex, u8::try_from(group?).ok()?, check?) {
        Ok(pattern) => Some(Find::Pattern(Pattern { entropy: entropy?, ..pattern })),
        Err(error) => {
            let span = within(sink.source, value.span(), &regex, error.span);
            sink.add(span, Problem::BadPattern { message: error.message });
            None
        }
    }
}

/// The keys of terms, patterns and numbers.
pub(super) struct Simple<'v, 's> {
    terms: Option<&'v Value<'s>>,
    terms_file: Option<&'v Value<'s>>,
    pattern: Option<&'v Value<'s>>,
    number: Option<&'v Value<'s>>,
    others: [(&'static str, Option<&'v Value<'s>>); 5],
}

impl<'v, 's> Simple<'v, 's> {
    pub fn of(table: &mut Table<'v, 's>) -> Self {
        let (terms, pattern, number) = (table.get("terms"), table.get("pattern"), table.get("number"));
        let terms_file = table.get(TERMS_FILE);
        let others = ["match", "typos", "group", "check", "entropy"];
        Self { terms, terms_file, pattern, number, others: others.map(|key| (key, table.get(key))) }
    }

    /// The ways of finding that are there.
    pub fn ways(&self) -> impl Iterator<Item = &'v Value<'s>> {
        [self.terms.or(self.terms_file), self.pattern, self.number].into_iter().flatten()
    }

    fn get(&self, key: &str) -> Option<&'v Value<'s>> {
        self.others.iter().find(|(name, _)| *name == key).and_then(|(_, value)| *value)
    }

    /// Says which of these keys are there and belong to something else.
    pub fn strangers(&self, keys: &[&str], of: &'static str, sink: &mut Sink<'s>) {
        for (key, value) in self.others.iter().filter(|(key, _)| keys.contains(key)) {
            if let Some(value) = value {
                sink.add(value.span(), Problem::KeyWithout { key, of });
            }
        }
    }
}

/// The terms of a text file.
fn of_file<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Vec<String>> {
    let path = sink.text(value, "this path")?;
    let terms = sink.texts.and_then(|texts| texts.get(&path));
    if terms.is_none() {
        sink.add(value.span(), Problem::TermsElsewhere { path });
    }
    terms.map(<[String]>::to_vec)
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
    let mut digits: Vec<_> = sink.filled(value).iter().filter_map(|item| count(sink, item)).collect();
    digits.sort_unstable();
    digits.dedup();
    (!digits.is_empty()).then_some(digits)
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
        DeValue::String(word) if word == "inflected" => Some(Matching::Inflected),
        _ => {
            let found = sink.text(value, "this word")?;
            sink.unknown(value, UnknownWord { found, expected: vec!["word", "part", "inflected"] });
            None
        }
    }
}

/// Terms as the engine looks for them: folded, each once.
pub(super) fn terms<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Vec<String>> {
    if let DeValue::String(one) = value.get_ref()
        && one.contains(',')
    {
        let terms = one.split(',').map(|term| term.trim().to_owned()).filter(|term| !term.is_empty()).collect();
        sink.add(value.span(), Problem::CommaTerm { terms });
        return None;
    }
    let items = sink.filled(value);
    let mut term = |item: &Value<'s>| {
        let term = sink.text(item, "a term")?;
        if term.len() > MOST_TERM {
            sink.add(item.span(), Problem::LongTerm { most: MOST_TERM });
            return None;
        }
        let folded = bezint_core::text::fold_term(&term);
        if folded.is_empty() {
            sink.add(item.span(), Problem::BlankTerm { term });
            return None;
        }
        Some(folded)
    };
    let mut terms: Vec<_> = items.iter().filter_map(&mut term).collect();
    terms.sort();
    terms.dedup();
    (!terms.is_empty()).then_some(terms)
}
