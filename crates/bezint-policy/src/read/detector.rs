//! Detectors: what `[[detectors]]` and the files of the packs say.

use super::{
    TERMS_FILE,
    examples::{self, Of},
    find::terms,
    kind,
    parts::{Known, distance},
    source::{Sink, Table, Value},
    text::text,
};
use crate::{About, Pack, Packs, Problem, example::Examples, lint::ordinary, written::WrittenDetector};
use bezint_core::{
    Confidence, Text, UnknownWord,
    policy::{Detector, Kind, Near, Within},
};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

const TITLE: &str = "title = { en = \"the name of a project\", nl = \"de naam van een project\" }";

/// One `[[detectors]]` of a policy.
pub(super) fn read<'s>(
    value: &Value<'s>,
    languages: &[String],
    known: Known,
    sink: &mut Sink<'s>,
) -> Option<(Detector, WrittenDetector)> {
    let mut table = sink.table(value, "a detector")?;
    let id = table.need("id", "id = \"acme.projects\"", sink);
    let named = id.and_then(|value| self::id(value, sink));
    let detector = body(&mut table, named.unwrap_or_default(), languages, known, sink);
    let examples =
        table.get("examples").map_or(Some(Examples::default()), |value| examples::read(value, Of::Detector, sink));
    let terms = table.peek("terms").map(|value| placed(value, sink)).unwrap_or_default();
    let terms_file = table.peek(TERMS_FILE).map(Spanned::span);
    let pattern = table.peek("pattern").map(Spanned::span);
    table.finish(sink);
    Some((detector?, WrittenDetector { id: Some(id?.span()), examples: examples?, terms, terms_file, pattern }))
}

/// Terms with their places, those that are there twice too.
fn placed<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Vec<(Range<usize>, String)> {
    let term = |item: &Value<'s>| match item.get_ref() {
        DeValue::String(term) => Some((item.span(), bezint_core::text::fold_term(term))),
        _ => None,
    };
    sink.items(value).iter().filter_map(term).collect()
}

/// A file of the packs: one detector with its documentation, whose parts may be found as these are.
pub(super) fn read_pack<'s>(
    document: &Spanned<DeTable<'s>>,
    id: &str,
    packs: &Packs,
    sink: &mut Sink<'s>,
) -> Option<Pack> {
    let languages = ["en", "nl"].map(str::to_owned);
    let mut table = Table::new("a pack", 0..0, document.get_ref());
    let detector = body(&mut table, id.to_owned(), &languages, Known { detectors: &[], packs }, sink);
    let about = table.need("about", "[about]", sink).and_then(|value| about(value, &languages, sink));
    let examples = examples::need_both(&mut table, "this pack", sink);
    table.finish(sink);
    Some(Pack { detector: detector?, about: about?, examples: examples? })
}

fn about<'s>(value: &Value<'s>, languages: &[String], sink: &mut Sink<'s>) -> Option<About> {
    let mut table = sink.table(value, "`about`")?;
    let mut say = |key, such_as, sink: &mut Sink<'s>| -> Option<Text> {
        table.need(key, such_as, sink).and_then(|value| text(value, languages, sink))
    };
    let why = say("why", "why = { en = \"…\", nl = \"…\" }", sink);
    let advice = say("advice", "advice = { en = \"…\", nl = \"…\" }", sink);
    let source = table.need("source", "source = [\"https://…\"]", sink);
    let source = source.map(|value| sink.list(value, |sink, item| sink.text(item, "a source")));
    table.finish(sink);
    Some(About { why: why?, advice: advice?, source: source? })
}

/// What a detector says, whoever named it, without its examples.
fn body<'s>(
    table: &mut Table<'_, 's>,
    id: String,
    languages: &[String],
    known: Known,
    sink: &mut Sink<'s>,
) -> Option<Detector> {
    let title = table.need("title", TITLE, sink).and_then(|value| text(value, languages, sink));
    let instead = table.get("instead").and_then(|value| text(value, languages, sink));
    let kind = kind::read(table, known, sink);
    let confidence = table.get("confidence").map_or(Some(Some(Confidence::High)), |value| worth(value, sink));
    let at_own = table.get("own");
    let own = at_own.map_or(Some(None), |value| worth(value, sink).map(Some));
    if let (Some(at_own), Some(Kind::Combination(_))) = (at_own, &kind) {
        sink.add(at_own.span(), Problem::KeyWithout { key: "own", of: "`terms`, a `pattern` or a `number`" });
    }
    let near = table.get("near").map(|value| sink.list(value, |sink, item| near(item, sink))).unwrap_or_default();
    let allowed = table.get("allowed").map_or(Some(Vec::new()), |value| terms(value, sink));
    let (floor, kind, mut allowed) = (Confidence::Low, kind?, allowed?);
    if let Kind::Terms(terms) = &kind {
        allowed.extend(ordinary::spared(terms));
    }
    Some(Detector { id, title: title?, instead, kind, confidence: confidence?, own: own?, near, allowed, floor })
}

/// An id: parts of small letters, digits and hyphens, with dots between them.
pub(super) fn id<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<String> {
    let id = sink.text(value, "this id")?;
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if id.split('.').all(|part| !part.is_empty() && part.bytes().all(good)) {
        return Some(id);
    }
    sink.add(value.span(), Problem::BadId { id });
    None
}

/// A confidence, or `none`.
fn worth<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Option<Confidence>> {
    match value.get_ref() {
        DeValue::String(word) if word == "none" => Some(None),
        DeValue::String(word) => match word.parse() {
            Ok(confidence) => Some(Some(confidence)),
            Err(UnknownWord { found, mut expected }) => {
                expected.push("none");
                sink.unknown(value, UnknownWord { found, expected });
                None
            }
        },
        _ => sink.word(value).map(Some),
    }
}

fn near<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Near> {
    let mut table = sink.table(value, "`near`")?;
    let terms = table.need("terms", "terms = [\"customer number\"]", sink).and_then(|value| terms(value, sink));
    let within = table.get("within").map_or(Some(Within::Sentence), |value| distance(value, sink));
    let confidence = match table.get("confidence") {
        Some(value) => worth(value, sink),
        None => {
            sink.add(table.span.clone(), Problem::IdleNear);
            None
        }
    };
    table.finish(sink);
    Some(Near { terms: terms?, within: within?, confidence: confidence? })
}
