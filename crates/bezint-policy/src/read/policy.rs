//! The whole of a policy: `[policy]`, `[[detectors]]`, `[[rules]]`.

use super::{
    changes::{self, Stack},
    detector, domains,
    overrides::{self, Overridden},
    parts::Known,
    rule,
    source::{Sink, Table, Value},
    text::{self, text},
};
use crate::{
    Authored, Packs, Problem,
    packs::{PROTECTED, stands_for},
    written::{WrittenDetector, WrittenHeader},
};
use bezint_core::{
    Action, OnError, Policy, Stance,
    limits::{MOST_DETECTORS, MOST_DOMAINS, MOST_NAMED, MOST_RULES},
    policy::{Card, Detector, Layer},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};
use toml::{Spanned, de::DeTable};

pub(super) fn read<'s>(
    document: &Spanned<DeTable<'s>>,
    packs: &Packs,
    below: Option<&Authored<'_>>,
    sink: &mut Sink<'s>,
) -> Option<Authored<'s>> {
    let mut table = Table::new("this file", 0..0, document.get_ref());
    let header = table
        .need("policy", "[policy]; `bezint new` writes a whole policy to begin with", sink)
        .and_then(|value| header(value, packs, below, sink));
    let Header { languages, card, detectors: mut taken, stance, written, layers } = header.unwrap_or_default();
    let mut complete = true;
    let overridden = table.get("overrides").map(|value| overrides::apply(value, &mut taken, packs, &languages, sink));
    let Overridden { gone, off, titles } = overridden.unwrap_or_default();
    let mut written = written;
    written.off = below.map(|below| below.header.off.clone()).unwrap_or_default();
    written.off.extend(titles);
    // No policy can change or leave out what protects.
    let mut detectors = match below {
        Some(below) => below.policy.detectors.clone(),
        None => packs.named(PROTECTED).cloned().collect(),
    };
    detectors.extend(taken);

    let mut written_detectors: Vec<_> = detectors.iter().map(|_| WrittenDetector::default()).collect();
    let mut seen = BTreeMap::new();
    for value in some(table.get("detectors"), "detectors", detectors.len()..MOST_DETECTORS, sink) {
        let known = Known { detectors: &detectors, packs };
        if let Some((detector, written)) = detector::read(value, &languages, known, sink) {
            let (id, place) = (&detector.id, written.id.clone().unwrap_or_default());
            if stands_for(PROTECTED, id) {
                sink.add(place.clone(), Problem::ProtectedId);
            } else if packs.detectors().iter().any(|pack| pack.id == *id) {
                sink.add(place.clone(), Problem::PackId { id: id.clone() });
            }
            if below.is_some_and(|below| below.policy.detectors.iter().any(|known| known.id == *id)) {
                sink.add(place.clone(), Problem::IdBelow { id: id.clone() });
            }
            once(id, place, &mut seen, sink);
            written_detectors.push(written);
            detectors.push(detector);
        } else {
            complete = false;
        }
    }

    let stack = Stack::new(below, &layers);
    let (mut rules, mut written_rules) = stack.below(&mut table, sink);
    let ceiling = stance.map_or(Action::Block, Stance::ceiling);
    seen.clear();
    let mut named: usize = rules.iter().map(|rule| rule.when.len() + rule.unless.len()).sum();
    for value in some(table.get("rules"), "rules", rules.len()..MOST_RULES, sink) {
        let scope = rule::Scope { detectors: &detectors, complete, packs, off: &gone, languages: &languages };
        if let Some((mut rule, written)) = rule::read(value, &scope, sink) {
            once(&rule.id, written.id.clone(), &mut seen, sink);
            if below.is_some_and(|below| below.policy.rules.iter().any(|known| known.id == rule.id)) {
                sink.add(written.id.clone(), Problem::IdBelow { id: rule.id.clone() });
            }
            stack.own(&mut rule, ceiling);
            named += rule.when.len() + rule.unless.len();
            if named > MOST_NAMED {
                let problem = Problem::TooMany { what: "detectors in the rules", most: MOST_NAMED };
                sink.add(written.id, problem);
                break;
            }
            rules.push(rule);
            written_rules.push(written);
        }
    }
    let delegates = stack.delegates(&mut table, &rules, sink);
    table.finish(sink);
    let protects = |(_, detector): &(u32, &Detector)| stands_for(PROTECTED, &detector.id);
    let protected = (0..).zip(&detectors).filter(protects).map(|(place, _)| place).collect();
    let off = below.map(|below| below.policy.off.clone()).unwrap_or_default().into_iter().chain(off).collect();
    let policy = Policy { card: card?, detectors, protected, rules, layers, off };
    let (detectors, rules) = (written_detectors, written_rules);
    Some(Authored { source: sink.source, policy, header: written, detectors, rules, delegates })
}

/// The items of a list, from as many as there are already to as many as there may be; of more, that is said at the
/// first, and no more is read.
fn some<'v, 's>(
    list: Option<&'v Value<'s>>,
    what: &'static str,
    Range { start, end: most }: Range<usize>,
    sink: &mut Sink<'s>,
) -> &'v [Value<'s>] {
    let items = list.map(|value| sink.items(value)).unwrap_or_default();
    let (read, more) = items.split_at_checked(most.saturating_sub(start)).unwrap_or((items, &[]));
    if let Some(first) = more.first() {
        sink.add(first.span(), Problem::TooMany { what, most });
    }
    read
}

/// Says so when an id is used for the second time.
fn once(id: &str, span: Range<usize>, seen: &mut BTreeMap<String, Range<usize>>, sink: &mut Sink) {
    if let Some(first) = seen.get(id) {
        let line = sink.line(first);
        sink.add(span, Problem::TwiceId { id: id.to_owned(), line });
    } else {
        seen.insert(id.to_owned(), span);
    }
}

/// What `[policy]` says, as far as it can be read, so that one mistake in it does not make mistakes of all that follows.
#[derive(Default)]
struct Header {
    languages: Vec<String>,
    card: Option<Card>,
    /// Of the packs in use.
    detectors: Vec<Detector>,
    /// Its own: the ceiling on the rules of this layer.
    stance: Option<Stance>,
    written: WrittenHeader,
    /// None, if it stands on nothing.
    layers: Vec<Layer>,
}

fn header<'s>(value: &Value<'s>, packs: &Packs, below: Option<&Authored<'_>>, sink: &mut Sink<'s>) -> Option<Header> {
    let mut table = sink.table(value, "[policy]")?;
    if below.is_some() || table.peek("extends").is_some() {
        let extends = table.get("extends").filter(|_| below.is_none());
        extends.iter().for_each(|extends| sink.add(extends.span(), Problem::StandsOnAnother));
    }
    let id = table.need("id", "id = \"acme\"", sink).and_then(|value| detector::id(value, sink));
    let version = table.need("version", "version = 1", sink);
    let version = version.and_then(|value| sink.number(value, 1..1 << 48, "a whole number from 1 up"));
    let mut written = WrittenHeader { protected: packs.protected().to_vec(), ..Default::default() };
    let languages = match below {
        Some(below) => below.policy.card.languages.clone(),
        None => {
            let languages = table.need("languages", "languages = [\"en\", \"nl\"]", sink);
            written.languages = languages.map(Spanned::span).unwrap_or_default();
            languages.map(|value| text::languages(value, sink)).unwrap_or_default()
        }
    };
    let title = table.need("title", "title = \"How we talk about our work\"", sink);
    let title = title.and_then(|value| text(value, &languages, sink));
    written.why = table.get("why").and_then(|value| text(value, &languages, sink));
    let owner = table.get("owner").and_then(|value| sink.text(value, "this owner"));
    sink.zone = below.and_then(|below| below.header.zone.clone());
    sink.enter(table.get("zone"));
    written.zone = sink.zone.clone();
    let contact = table.get("contact").and_then(|value| sink.text(value, "this contact"));
    let mut detectors = Vec::new();
    for item in table.get("packs").map(|value| sink.items(value)).unwrap_or_default() {
        if let Some(name) = take(item, packs, &mut detectors, sink) {
            written.packs.push((item.span(), name));
        }
    }
    let header = match below {
        Some(below) => {
            detectors.retain(|own| !below.policy.detectors.iter().any(|known| known.id == own.id));
            let stance = table.get("stance").and_then(|value| lower(value, below, sink));
            let own = || Some(Layer { id: id?, version: version?, title: title?, owner });
            let layers = changes::layers(below, own(), table.span.clone(), sink);
            let card = layers.as_ref().map(|layers| changes::card(below, layers, contact));
            Header { languages, card, detectors, stance, written, layers: layers.unwrap_or_default() }
        }
        None => {
            let (valid_from, valid_until) = sink.validity(&mut table);
            written.domains = table.get("domains").map(|value| domains::read(value, sink)).unwrap_or_default();
            let own = written.domains.iter().map(|(_, domain)| domain.clone());
            let own: BTreeSet<_> = own.take(MOST_DOMAINS).collect();
            written.valid_until = table.get("valid_until").map(Spanned::span);
            let stance = table.need("stance", "stance = \"coached\"", sink).and_then(|value| sink.word(value));
            // Where the company wants control, it says so itself if people may correct the tool.
            let corrections = table.get("corrections").map(|value| sink.flag(value));
            let corrections = corrections.unwrap_or(stance != Some(Stance::Controlled));
            let on_error = table.get("on_error").map_or(Some(OnError::default()), |value| sink.word(value));
            let spoken = languages.clone();
            let card = || {
                Some(Card {
                    id: id?,
                    version: version?,
                    owner,
                    valid_from,
                    valid_until,
                    title: title?,
                    languages,
                    contact,
                    domains: own.into_iter().collect(),
                    stance: stance?,
                    on_error: on_error?,
                    corrections,
                })
            };
            Header { languages: spoken, card: card(), detectors, stance: None, written, layers: Vec::new() }
        }
    };
    table.finish(sink);
    Some(header)
}

/// A stance that does not go beyond the one below.
fn lower<'s>(value: &Value<'s>, below: &Authored<'_>, sink: &mut Sink<'s>) -> Option<Stance> {
    let (stance, most): (Stance, Stance) = (sink.word(value)?, below.policy.card.stance);
    if stance > most {
        sink.add(value.span(), Problem::AboveBelow { stance, most });
    }
    Some(stance)
}

/// Takes the detectors that a name stands for into use, each once, and gives the name.
fn take<'s>(value: &Value<'s>, packs: &Packs, detectors: &mut Vec<Detector>, sink: &mut Sink<'s>) -> Option<String> {
    let name = sink.text(value, "this name")?;
    if stands_for(PROTECTED, &name) {
        sink.add(value.span(), Problem::AlwaysInUse { name });
        return None;
    }
    if packs.named(&name).next().is_none() {
        let nearest = sink.nearest(&name, packs.names());
        sink.add(value.span(), Problem::UnknownPack { name, nearest });
        return None;
    }
    for detector in packs.named(&name) {
        if !detectors.iter().any(|other| other.id == detector.id) {
            detectors.push(detector.clone());
        }
    }
    Some(name)
}
