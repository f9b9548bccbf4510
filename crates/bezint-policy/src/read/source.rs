//! A source, the problems found in it, and how its values are read.

use crate::{
    Diagnostics, Problem, Severity,
    nearest::nearest,
    texts::Texts,
    time::{self, Day},
};
use bezint_core::UnknownWord;
use jiff::tz::TimeZone;
use std::{
    cell::OnceCell,
    ops::{Range, RangeInclusive},
    str::FromStr,
};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Problems of one kind that are told of a document or a table: whoever makes more of them has another file in mind, and
/// waits for an answer all the same.
const MOST_ALIKE: usize = 10_000;

/// Names that are compared with what was written, of one document, to find what was meant. After so many the file is not
/// one with slips, and whoever wrote it waits for an answer.
const MOST_COMPARED: usize = 200_000;

/// A value with its place.
pub(super) type Value<'s> = Spanned<DeValue<'s>>;

/// Takes every problem of a source.
pub(super) struct Sink<'s> {
    pub source: &'s str,
    /// In which moments are told that do not say how far from UTC they are.
    pub zone: Option<TimeZone>,
    problems: Vec<(Range<usize>, Problem)>,
    /// How many more names may be compared.
    compared: usize,
    /// Where lines end, for [`Sink::line`].
    line_ends: OnceCell<Vec<usize>>,
    /// Whether a problem may repeat a text of the source.
    quotes: bool,
    /// The text files that the source names.
    pub texts: Option<&'s Texts>,
}

impl<'s> Sink<'s> {
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            zone: None,
            problems: Vec::new(),
            compared: MOST_COMPARED,
            line_ends: OnceCell::new(),
            quotes: true,
            texts: None,
        }
    }

    /// One of a source that names text files.
    pub fn with_texts(source: &'s str, texts: &'s Texts) -> Self {
        Self { texts: Some(texts), ..Self::new(source) }
    }

    /// One that never repeats a text of the source.
    pub fn discreet(source: &'s str) -> Self {
        Self { quotes: false, ..Self::new(source) }
    }

    /// The document as far as it can be understood.
    pub fn parse(&mut self) -> Spanned<DeTable<'s>> {
        let (table, errors) = DeTable::parse_recoverable(self.source);
        let mut errors: Vec<_> =
            errors.into_iter().map(|error| (error.span().unwrap_or_default(), error.message().to_owned())).collect();
        errors.sort_by_key(|(span, _)| span.start);
        // What is wrong with the rest of a line follows from what is wrong with its beginning.
        errors.dedup_by_key(|(span, _)| self.line(span));
        for (span, message) in errors.into_iter().take(MOST_ALIKE) {
            self.add(span, Problem::Syntax { message });
        }
        table
    }

    pub fn add(&mut self, span: Range<usize>, problem: Problem) {
        self.problems.push((span, problem));
    }

    /// The name that was perhaps meant.
    pub fn nearest<'c>(&mut self, written: &str, names: impl IntoIterator<Item = &'c str>) -> Option<String> {
        let left = self.compared;
        let mut counted = 0;
        let names = names.into_iter().take(left).inspect(|_| counted += 1);
        let nearest = nearest(written, names).map(str::to_owned);
        self.compared = left.saturating_sub(counted);
        nearest
    }

    /// The line of a place, from 1.
    pub fn line(&self, span: &Range<usize>) -> usize {
        let ends = self.line_ends.get_or_init(|| self.source.match_indices('\n').map(|(end, _)| end).collect());
        ends.partition_point(|end| *end < span.start) + 1
    }

    /// What was read, if nothing is wrong with it. Where the TOML itself is broken only that is told: what follows
    /// from it would be noise.
    pub fn finish<T>(mut self, read: Option<T>) -> Result<T, Diagnostics> {
        if self.problems.iter().any(|(_, problem)| matches!(problem, Problem::Syntax { .. })) {
            self.problems.retain(|(_, problem)| matches!(problem, Problem::Syntax { .. }));
        }
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => Err(Diagnostics::locate(self.source, self.problems, Severity::Error)),
        }
    }

    fn wrong<T>(&mut self, value: &Value, expected: impl Into<String>) -> Option<T> {
        let (expected, found) = (expected.into(), self.found(value));
        self.add(value.span(), Problem::WrongType { expected, found });
        None
    }

    /// What a value is, in words that may be told.
    fn found(&self, value: &Value) -> String {
        match value.get_ref() {
            DeValue::String(_) if !self.quotes => "a text".into(),
            value => kind(value),
        }
    }

    /// A text that is not empty.
    pub fn text(&mut self, value: &Value, what: &'static str) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                self.add(value.span(), Problem::Empty { what });
                None
            }
            DeValue::String(text) => Some(text.to_string()),
            _ => self.wrong(value, "a text between quotes"),
        }
    }

    /// A whole number within bounds.
    pub fn number(&mut self, value: &Value, bounds: Range<u64>, expected: &'static str) -> Option<u64> {
        let number = match value.get_ref() {
            DeValue::Integer(digits) => u64::from_str_radix(digits.as_str(), digits.radix()).ok(),
            _ => None,
        };
        number.filter(|number| bounds.contains(number)).or_else(|| self.wrong(value, expected))
    }

    /// Yes or no.
    pub fn flag(&mut self, value: &Value) -> bool {
        match value.get_ref() {
            DeValue::Boolean(yes) => *yes,
            _ => self.wrong(value, "true or false, without quotes").unwrap_or_default(),
        }
    }

    /// A number, with or without a point, within bounds.
    pub fn decimal(&mut self, value: &Value, bounds: RangeInclusive<f64>, expected: &'static str) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Integer(digits) => digits.as_str().parse().ok().filter(|_| digits.radix() == 10),
            DeValue::Float(digits) => digits.as_str().parse().ok(),
            _ => None,
        };
        number.filter(|number| bounds.contains(number)).or_else(|| self.wrong(value, expected))
    }

    /// The moment of something: of a day, its first.
    pub fn moment(&mut self, value: &Value) -> Option<i64> {
        self.seconds(value, Day::Begins)
    }

    /// The moment from which something is over: of a day, which counts as a whole, the first after it.
    pub fn end(&mut self, value: &Value) -> Option<i64> {
        self.seconds(value, Day::Ends)
    }

    fn seconds(&mut self, value: &Value, day: Day) -> Option<i64> {
        let DeValue::Datetime(written) = value.get_ref() else {
            return self.wrong(value, "a day or a moment, without quotes, such as 2026-12-31 or 2026-12-31T09:00:00Z");
        };
        let seconds = time::seconds(*written, self.zone.as_ref(), day);
        seconds.map_err(|problem| self.add(value.span(), problem)).ok()
    }

    /// The moments from which something is valid, and from which it no longer is. Days are in UTC where there is no zone.
    /// Both keys may be left out.
    pub fn validity(&mut self, table: &mut Table<'_, 's>) -> (Option<i64>, Option<i64>) {
        let from = table.get("valid_from").and_then(|value| self.bound(value, Day::Begins));
        let end = table.get("valid_until");
        let until = end.and_then(|value| self.bound(value, Day::Ends));
        if let (Some(from), Some(until), Some(end)) = (from, until, end)
            && until <= from
        {
            self.add(end.span(), Problem::EndsBeforeBegin { of: "this policy" });
        }
        (from, until)
    }

    fn bound(&mut self, value: &Value, day: Day) -> Option<i64> {
        let is_day = value.get_ref().as_datetime().is_some_and(|written| written.time.is_none());
        let zone = self.zone.clone();
        if is_day {
            self.zone.get_or_insert(TimeZone::UTC);
        }
        let seconds = self.seconds(value, day);
        self.zone = zone;
        seconds
    }

    /// Takes the zone that is named, if one is, for the moments that follow. After a name that no zone has it is UTC: one
    /// mistake, not one of every moment.
    pub fn enter(&mut self, named: Option<&Value>) {
        let Some(value) = named else { return };
        let zone = self.text(value, "this zone").and_then(|name| {
            let zone = time::zone(&name);
            zone.map_err(|problem| self.add(value.span(), problem)).ok()
        });
        self.zone = Some(zone.unwrap_or(TimeZone::UTC));
    }

    /// One of a list of words.
    pub fn word<W: FromStr<Err = UnknownWord>>(&mut self, value: &Value) -> Option<W> {
        let DeValue::String(written) = value.get_ref() else {
            // A word that is none is answered with all there are.
            let words = "".parse::<W>().err().map(|UnknownWord { expected, .. }| expected.join(", "));
            return self.wrong(value, format!("one of {}, between quotes", words.unwrap_or_default()));
        };
        written.parse().map_err(|error| self.unknown(value, error)).ok()
    }

    /// Says which words would have been right.
    pub fn unknown(&mut self, value: &Value, UnknownWord { found, expected }: UnknownWord) {
        let nearest = self.nearest(&found, expected.iter().copied());
        self.add(value.span(), Problem::UnknownWord { found, nearest, expected });
    }

    /// The items of a list; a single value is a list of one.
    pub fn items<'v>(&mut self, value: &'v Value<'s>) -> &'v [Value<'s>] {
        match value.get_ref() {
            DeValue::Array(items) => items,
            _ => std::slice::from_ref(value),
        }
    }

    /// The items of a list that must have some.
    pub fn filled<'v>(&mut self, value: &'v Value<'s>) -> &'v [Value<'s>] {
        let items = self.items(value);
        if items.is_empty() {
            self.add(value.span(), Problem::Empty { what: "this list" });
        }
        items
    }

    /// Reads every item of a list, or of a single value, and keeps what could be read.
    pub fn list<'v, T>(
        &mut self,
        value: &'v Value<'s>,
        mut read: impl FnMut(&mut Self, &'v Value<'s>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.items(value);
        items.iter().filter_map(|item| read(self, item)).collect()
    }

    /// A table.
    pub fn table<'v>(&mut self, value: &'v Value<'s>, of: &'static str) -> Option<Table<'v, 's>> {
        match value.get_ref() {
            DeValue::Table(entries) => Some(Table::new(of, value.span(), entries)),
            _ => {
                let found = self.found(value);
                self.add(value.span(), Problem::NotATable { of, found });
                None
            }
        }
    }
}

/// A table that remembers which keys it was asked for: these are the keys it may have.
pub(super) struct Table<'v, 's> {
    of: &'static str,
    pub span: Range<usize>,
    entries: &'v DeTable<'s>,
    known: Vec<&'static str>,
}

impl<'v, 's> Table<'v, 's> {
    pub fn new(of: &'static str, span: Range<usize>, entries: &'v DeTable<'s>) -> Self {
        Self { of, span, entries, known: Vec::new() }
    }

    /// The value of a key that may be left out.
    pub fn get(&mut self, key: &'static str) -> Option<&'v Value<'s>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entries.get(key)
    }

    /// The value of a key, whether or not it may be there.
    pub fn peek(&self, key: &str) -> Option<&'v Value<'s>> {
        self.entries.get(key)
    }

    /// The value of a key that must be there.
    pub fn need(&mut self, key: &'static str, such_as: &'static str, sink: &mut Sink<'s>) -> Option<&'v Value<'s>> {
        let value = self.get(key);
        if value.is_none() {
            sink.add(self.span.clone(), Problem::MissingKey { of: self.of, key, such_as });
        }
        value
    }

    /// Says which keys nobody asked for.
    pub fn finish(self, sink: &mut Sink<'s>) {
        let strangers = self.entries.keys().filter(|key| !self.known.contains(&key.get_ref().as_ref()));
        for key in strangers.take(MOST_ALIKE) {
            let nearest = sink.nearest(key.get_ref(), self.known.iter().copied());
            let (of, known) = (self.of, self.known.clone());
            sink.add(key.span(), Problem::UnknownKey { of, key: key.get_ref().to_string(), nearest, known });
        }
    }
}

/// What a value is, in words.
fn kind(value: &DeValue) -> String {
    match value {
        DeValue::String(text) => format!("the text `{text}`"),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Datetime(moment) => moment.to_string(),
        DeValue::Array(_) => "a list".into(),
        DeValue::Table(_) => "a table".into(),
    }
}
