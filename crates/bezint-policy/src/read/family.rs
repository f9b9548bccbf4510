//! Families: files of the packs that hold the token formats of many services, each of which becomes a detector.
//!
//! What all of a family have in common (what it is, why it matters, what to do) is said once, with `{service}` where the
//! name of the service stands. A token is known either by its own form, or, where that says
//! nothing, by what it is a value of.

use super::{
    detector, examples,
    source::{Sink, Table, Value},
    text::text,
};
use crate::{About, Pack, Problem};
use bezint_core::{
    Confidence, Text,
    detect::Check,
    policy::{Detector, Kind, Pattern},
};
use toml::{Spanned, de::DeTable};

/// What stands between a name and its value: the rest of the name, what closes it, what gives it a value in a language
/// of programs, settings, commands or people, and what opens the value.
const GIVES: &str = concat!(
    r#"[0-9A-Za-z_.\-\x20\[\]]{0,30}[\\"'`\])]{0,3}\s{0,3}"#,
    r#"(?:[:?.+|]{0,4}=>?|[:,>]|->|\bis\b)?[\s\\"'`(=]{0,12}"#
);

/// What a token that is known by its form stands behind: nothing, a character that belongs to no token, or such a
/// character as strings and addresses write it (`\n`, `%3D`).
const ALONE: &str = r"(?:^|[^0-9A-Za-z_.~-]|\\[nrt]|%[0-9A-F]{2})";

/// What a family says of all its tokens.
struct Common {
    title: Text,
    why: Text,
    advice: Text,
}

/// The detectors of a family, as packs.
pub(super) fn read<'s>(document: &Spanned<DeTable<'s>>, group: &str, sink: &mut Sink<'s>) -> Option<Vec<Pack>> {
    let languages = ["en", "nl"].map(str::to_owned);
    let mut table = Table::new("a family", 0..0, document.get_ref());
    // What is missing here has been said already, and the tokens are read all the same.
    let mut say = |key, such_as, sink: &mut Sink<'s>| -> Text {
        table.need(key, such_as, sink).and_then(|value| text(value, &languages, sink)).unwrap_or_default()
    };
    let title = say("title", "title = { en = \"a key of {service}\", nl = \"…\" }", sink);
    let why = say("why", "why = { en = \"…\", nl = \"…\" }", sink);
    let advice = say("advice", "advice = { en = \"…\", nl = \"…\" }", sink);
    let common = Common { title, why, advice };
    let tokens = table.need("tokens", "[[tokens]]", sink);
    let packs = tokens.map(|value| sink.list(value, |sink, item| token(item, group, &common, sink)));
    table.finish(sink);
    packs
}

fn token<'s>(value: &Value<'s>, group: &str, common: &Common, sink: &mut Sink<'s>) -> Option<Pack> {
    let mut table = sink.table(value, "a token")?;
    let id = table.need("id", "id = \"acme-key\"", sink).and_then(|value| detector::id(value, sink));
    let service = table.need("service", "service = \"Acme\"", sink).and_then(|value| sink.text(value, "this service"));
    let name = table.get("name");
    let form = table.need("form", "form = 'acme_[0-9a-z]{32}'", sink);
    let pattern = form.and_then(|form| pattern(name, form, sink));
    let confidence = table.get("confidence").map_or(Some(Confidence::High), |value| sink.word(value));
    let source = table.need("source", "source = \"https://…\"", sink);
    let source = source.map(|value| sink.list(value, |sink, item| sink.text(item, "a source")));
    let examples = examples::need_both(&mut table, "this token", sink);
    table.finish(sink);

    let service = service?;
    let filled = |text: &Text| {
        let fill = |(language, text): (&String, &String)| (language.clone(), text.replace("{service}", &service));
        text.iter().map(fill).collect::<Text>()
    };
    let detector = Detector {
        id: format!("{group}.{}", id?),
        title: filled(&common.title),
        instead: None,
        kind: Kind::Pattern(pattern?),
        confidence: Some(confidence?),
        own: None,
        near: Vec::new(),
        allowed: Vec::new(),
        floor: Confidence::Low,
    };
    let about = About { why: filled(&common.why), advice: filled(&common.advice), source: source? };
    Some(Pack { detector, about, examples: examples? })
}

/// The expression of a token, the first group of which it is: its form, standing by itself, or as the value of something
/// that has the name.
fn pattern<'s>(name: Option<&Value<'s>>, form: &Value<'s>, sink: &mut Sink<'s>) -> Option<Pattern> {
    let token = sink.text(form, "this form")?;
    let before = match name {
        None => ALONE.to_owned(),
        Some(name) => named(&sink.text(name, "this name")?) + GIVES + r"\b{start-half}",
    };
    let regex = format!(r"{before}({token})(?:[^0-9A-Za-z_~-]|$)");
    let pattern = Pattern::new(&regex, 1, Some(Check::Opaque));
    pattern.map_err(|error| sink.add(form.span(), Problem::BadPattern { message: error.message })).ok()
}

/// A name in any case: at the beginning of a word, behind a `_`, or as a word in camel case.
fn named(name: &str) -> String {
    let mut depth = 0_u32;
    let alternatives = name.split(|sign| {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        sign == '|' && depth == 0
    });
    let capital = |name: &str| {
        let first = name.chars().next().filter(char::is_ascii_lowercase)?;
        Some(format!("{}(?i:{})", first.to_ascii_uppercase(), name.get(1..)?))
    };
    let capitals: Vec<_> = alternatives.filter_map(capital).collect();
    let camel = if capitals.is_empty() { String::new() } else { format!("|[0-9a-z](?:{})", capitals.join("|")) };
    format!(r"(?:(?:\b{{start-half}}|_)(?i:{name}){camel})")
}
