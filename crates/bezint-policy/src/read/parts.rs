//! Combinations: `parts`, which of them it takes, and how near each other they stand.

use super::{
    find::{self, terms},
    source::{Sink, Table, Value},
};
use crate::{Packs, Problem, lint::ordinary};
use bezint_core::policy::{Combination, Detector, Find, Kind, Part, Role, Within};
use toml::de::DeValue;

/// As many parts as a combination has at most: more than a person can keep in mind.
const MOST_PARTS: usize = 32;

/// The detectors whose way of finding a part can take over.
#[derive(Clone, Copy)]
pub(super) struct Known<'p> {
    /// Those of the policy that stand before this one, and those of the packs in use.
    pub detectors: &'p [Detector],
    pub packs: &'p Packs,
}

impl<'p> Known<'p> {
    fn all(self) -> impl Iterator<Item = &'p Detector> {
        self.detectors.iter().chain(self.packs.detectors())
    }
}

/// The keys of a combination that stand beside `parts`.
pub(super) struct Keys<'v, 's> {
    lists: [(Role, &'static str, Option<&'v Value<'s>>); 3],
    at_least: Option<&'v Value<'s>>,
    within: Option<&'v Value<'s>>,
}

impl<'v, 's> Keys<'v, 's> {
    pub fn of(table: &mut Table<'v, 's>) -> Self {
        let lists = [(Role::All, "all"), (Role::Any, "any"), (Role::None, "none")];
        Self {
            lists: lists.map(|(role, key)| (role, key, table.get(key))),
            at_least: table.get("at_least"),
            within: table.get("within"),
        }
    }

    /// Those that are there, by name.
    pub fn written(&self) -> impl Iterator<Item = (&'static str, &'v Value<'s>)> {
        let others = [("at_least", self.at_least), ("within", self.within)];
        let lists = self.lists.iter().map(|(_, key, value)| (*key, *value));
        lists.chain(others).filter_map(|(key, value)| Some((key, value?)))
    }
}

/// Reads a combination.
pub(super) fn read<'s>(
    value: &Value<'s>,
    keys: &Keys<'_, 's>,
    known: Known,
    sink: &mut Sink<'s>,
) -> Option<Combination> {
    let DeValue::Table(entries) = value.get_ref() else {
        sink.table(value, "`parts`");
        return None;
    };
    if entries.is_empty() || entries.len() > MOST_PARTS {
        sink.add(value.span(), Problem::PartsBound { most: MOST_PARTS });
        return None;
    }
    let roles = roles(entries.keys().map(|name| name.get_ref().as_ref()).collect(), keys, sink);
    let within = keys.within.map_or(Some(Within::Sentence), |value| distance(value, sink));
    let mut parts = Vec::new();
    for (name, value) in entries {
        let role = match &roles {
            None => Some(Role::All),
            Some(roles) => roles.iter().find(|(named, _)| named == name.get_ref()).map(|(_, role)| *role),
        };
        if role.is_none() {
            sink.add(name.span(), Problem::IdlePart { name: name.get_ref().to_string() });
        }
        if let (Some((find, allowed)), Some(role)) = (part(value, known, sink), role) {
            parts.push(Part { name: name.get_ref().to_string(), role, find, allowed });
        }
    }
    let any = roles.iter().flatten().filter(|(_, role)| *role == Role::Any).count();
    let at_least = at_least(any, keys, sink)?;
    if parts.len() == entries.len() && !parts.iter().any(|part| part.role != Role::None) {
        sink.add(value.span(), Problem::OnlyAgainst);
        return None;
    }
    (parts.len() == entries.len()).then_some(Combination { parts, at_least, within: within? })
}

/// What each part does, by name; `None`: nothing is said, so that it takes all.
fn roles<'s>(names: Vec<&str>, keys: &Keys<'_, 's>, sink: &mut Sink<'s>) -> Option<Vec<(String, Role)>> {
    keys.lists.iter().any(|(.., value)| value.is_some()).then(|| {
        let mut roles: Vec<(String, Role)> = Vec::new();
        for (role, _, value) in keys.lists {
            for item in value.map(|value| sink.items(value)).unwrap_or_default() {
                let Some(name) = sink.text(item, "the name of a part") else { continue };
                if !names.contains(&name.as_str()) {
                    let nearest = sink.nearest(&name, names.iter().copied());
                    sink.add(item.span(), Problem::UnknownPart { name, nearest });
                } else if roles.iter().any(|(known, _)| *known == name) {
                    sink.add(item.span(), Problem::TwicePart { name });
                } else {
                    roles.push((name, role));
                }
            }
        }
        roles
    })
}

/// How many different ones it takes of `any`.
fn at_least<'s>(any: usize, keys: &Keys<'_, 's>, sink: &mut Sink<'s>) -> Option<u32> {
    let Some(value) = keys.at_least else { return Some(u32::from(any > 0)) };
    if any == 0 {
        sink.add(value.span(), Problem::KeyWithout { key: "at_least", of: "`any`" });
        return None;
    }
    let wanted = sink.number(value, 1..1_001, "a whole number from 1 up")?;
    if wanted > u64::try_from(any).unwrap_or(u64::MAX) {
        sink.add(value.span(), Problem::TooFewParts { any });
        return None;
    }
    u32::try_from(wanted).ok()
}

/// How one part is found, and what is allowed in it.
fn part<'s>(value: &Value<'s>, known: Known, sink: &mut Sink<'s>) -> Option<(Find, Vec<String>)> {
    let mut table = sink.table(value, "a part")?;
    let taken = table.get("detector");
    let own = table.get("allowed").map(|value| terms(value, sink).unwrap_or_default());
    let found = match taken {
        Some(name) => {
            let found = take(name, known, sink);
            table.finish(sink);
            return found.map(|(find, mut allowed)| {
                allowed.extend(own.unwrap_or_default());
                (find, allowed)
            });
        }
        None => find::read(&mut table, sink),
    };
    table.finish(sink);
    let (found, mut allowed) = (found?, own.unwrap_or_default());
    if let Find::Terms(terms) = &found {
        allowed.extend(ordinary::spared(terms));
    }
    Some((found, allowed))
}

/// How a detector finds.
fn take<'s>(value: &Value<'s>, known: Known, sink: &mut Sink<'s>) -> Option<(Find, Vec<String>)> {
    let id = sink.text(value, "this id")?;
    let Some(detector) = known.all().find(|detector| detector.id == id) else {
        let nearest = sink.nearest(&id, known.all().map(|detector| detector.id.as_str()));
        sink.add(value.span(), Problem::UnknownForPart { id, nearest });
        return None;
    };
    let find = match &detector.kind {
        Kind::Terms(terms) => Find::Terms(terms.clone()),
        Kind::Pattern(pattern) => Find::Pattern(pattern.clone()),
        Kind::Number(number) => Find::Number(number.clone()),
        Kind::Combination(_) => {
            sink.add(value.span(), Problem::PartOfParts { id });
            return None;
        }
    };
    Some((find, detector.allowed.clone()))
}

/// `"sentence"`, or a number of characters.
pub(super) fn distance<'s>(value: &Value<'s>, sink: &mut Sink<'s>) -> Option<Within> {
    match value.get_ref() {
        DeValue::String(word) if word == "sentence" => Some(Within::Sentence),
        _ => {
            let characters = sink.number(value, 0..10_001, "\"sentence\" or a number of characters up to 10000")?;
            Some(Within::Characters(u32::try_from(characters).ok()?))
        }
    }
}
