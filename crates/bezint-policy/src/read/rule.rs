//! Rules: what `[[rules]]` says.

use super::{
    detector::id,
    domains,
    examples::{self, Of},
    source::{Sink, Table, Value},
    steps,
    text::text,
    times,
};
use crate::{
    Packs, Problem,
    example::Examples,
    packs::{PROTECTED, stands_for},
    written::WrittenRule,
};
use bezint_core::{
    Confidence,
    limits::MOST_NAMED,
    policy::{Detector, Rule, When},
};
use std::ops::Range;
use toml::{Spanned, de::DeValue};

/// What a rule can speak of.
pub(super) struct Scope<'p> {
    /// The detectors of the policy, its own and those of the packs in use.
    pub detectors: &'p [Detector],
    /// Whether that is all of them: false when some could not be read, so that a name that is not there may yet be right.
    pub complete: bool,
    /// All packs, for what to say about a name that is not in use.
    pub packs: &'p Packs,
    /// The ids of those that the policy switches off.
    pub off: &'p [String],
    /// The languages of the policy.
    pub languages: &'p [String],
}

/// One `[[rules]]`.
pub(super) fn read<'s>(value: &Value<'s>, scope: &Scope, sink: &mut Sink<'s>) -> Option<(Rule, WrittenRule)> {
    let mut table = sink.table(value, "a rule")?;
    let named = table.need("id", "id = \"projects\"", sink);
    let rule_id = named.and_then(|value| id(value, sink));
    let clause = table.need("clause", "clause = \"2.1\"", sink).and_then(|value| sink.text(value, "this clause"));
    let owner = table.get("owner").and_then(|value| sink.text(value, "this owner"));
    let title = table.need("title", "title = \"This is the name of a project that is not public.\"", sink);
    let title = title.and_then(|value| text(value, scope.languages, sink));
    let advice = table.need("advice", "advice = \"Say what it is about without its name.\"", sink);
    let advice = advice.and_then(|value| text(value, scope.languages, sink));
    let why = table.get("why").and_then(|value| text(value, scope.languages, sink));
    let when = table.need("when", "when = \"acme.projects\"", sink).map(|value| whens(value, "`when`", scope, sink));
    for (place, When { detector, .. }) in when.iter().flatten() {
        let named = usize::try_from(*detector).ok().and_then(|place| scope.detectors.get(place));
        if named.is_some_and(|detector| stands_for(PROTECTED, &detector.id)) {
            sink.add(place.clone(), Problem::AboutProtected);
            break;
        }
    }
    let unless = table.get("unless").map(|value| whens(value, "`unless`", scope, sink));
    let added = table.get("add");
    if let (Some(added), None) = (added, &unless) {
        sink.add(added.span(), Problem::AddWithoutUnless);
    }
    let add = added.and_then(|value| text(value, scope.languages, sink));
    let steps = steps::read(&mut table, sink);
    let except = table.get("except_roles").map(Spanned::span);
    let sites = sites(&mut table, sink);
    let [roles, except_roles] = ["roles", "except_roles"].map(|key| names(&mut table, key, sink));
    let outer = sink.zone.clone();
    sink.enter(table.get("zone"));
    let (times, periods) = times::read(&mut table, &[], sink).unzip();
    let periods = periods.unwrap_or_default();
    let of = Of::rule(&periods);
    let examples = table.get("examples").map_or(Some(Examples::default()), |value| examples::read(value, of, sink));
    let zone = std::mem::replace(&mut sink.zone, outer);
    table.finish(sink);
    let (when_places, when) = when?.into_iter().unzip();
    let (unless_places, unless) = unless.unwrap_or_default().into_iter().unzip();
    let (step_places, steps) = steps?.into_iter().unzip();
    let rule = Rule {
        id: rule_id?,
        clause: clause?,
        owner,
        title: title?,
        advice: advice?,
        when,
        unless,
        add,
        sites,
        roles,
        except_roles,
        periods,
        layers: Vec::new(),
        steps,
    };
    let written = WrittenRule {
        below: false,
        id: named?.span(),
        why,
        when: when_places,
        unless: unless_places,
        add: added.map(Spanned::span),
        steps: step_places,
        except_roles: except,
        times,
        zone,
        examples: examples?,
        changes: Vec::new(),
    };
    Some((rule, written))
}

pub(super) fn names<'s>(table: &mut Table<'_, 's>, key: &'static str, sink: &mut Sink<'s>) -> Vec<String> {
    let value = table.get(key);
    value.map(|value| sink.list(value, |sink, item| sink.text(item, "this name"))).unwrap_or_default()
}

/// Sites, each by the name that Bezint has for it, or by a host.
pub(super) fn sites<'s>(table: &mut Table<'_, 's>, sink: &mut Sink<'s>) -> Vec<String> {
    let good = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
    let site = |sink: &mut Sink<'s>, item: &Value<'s>| {
        let written = sink.text(item, "this site")?;
        if written.bytes().all(good) {
            return Some(written);
        }
        let nearest = Some(domains::bare(&written).to_lowercase()).filter(|host| host.bytes().all(good));
        sink.add(item.span(), Problem::BadSite { written, nearest });
        None
    };
    table.get("sites").map(|value| sink.list(value, site)).unwrap_or_default()
}

/// What a rule is about, or what makes it silent: names, or tables that say more. Each with its place.
fn whens<'s>(value: &Value<'s>, of: &'static str, scope: &Scope, sink: &mut Sink<'s>) -> Vec<(Range<usize>, When)> {
    let items = sink.filled(value);
    let mut whens = Vec::new();
    for item in items {
        whens.extend(one(item, of, scope, sink).unwrap_or_default().into_iter().map(|when| (item.span(), when)));
        // One name can stand for thousands, so a short list can be a long one. Whoever reads the rule says so.
        if whens.len() > MOST_NAMED {
            break;
        }
    }
    whens
}

fn one<'s>(value: &Value<'s>, of: &'static str, scope: &Scope, sink: &mut Sink<'s>) -> Option<Vec<When>> {
    let (mut confidence, mut at_least) = (Some(Confidence::Low), Some(1));
    let mut named = value;
    if let DeValue::Table(_) = value.get_ref() {
        let mut table = sink.table(value, of)?;
        let detector = table.need("detector", "detector = \"acme.projects\"", sink);
        confidence = table.get("confidence").map_or(confidence, |value| sink.word(value));
        if let Some(value) = table.get("at_least") {
            at_least = sink.number(value, 1..1_001, "a whole number from 1 to 1000");
        }
        table.finish(sink);
        named = detector?;
    }
    let name = sink.text(named, "this name")?;
    let (confidence, at_least) = (confidence?, u32::try_from(at_least?).ok()?);
    let meant = (0..).zip(scope.detectors).filter(|(_, detector)| stands_for(&name, &detector.id));
    let when: Vec<_> = meant.map(|(detector, _)| When { detector, confidence, at_least }).collect();
    if when.is_empty() && scope.complete {
        let problem = unknown(name, scope, sink);
        sink.add(named.span(), problem);
    }
    Some(when)
}

/// Why a name stands for nothing.
fn unknown(id: String, scope: &Scope, sink: &mut Sink) -> Problem {
    if scope.off.iter().any(|off| stands_for(&id, off)) {
        return Problem::SwitchedOff { id };
    }
    if scope.packs.named(&id).next().is_some() {
        return Problem::UnusedPack { id };
    }
    let own = scope.detectors.iter().map(|detector| detector.id.as_str());
    let nearest = sink.nearest(&id, own.chain(scope.packs.names()));
    Problem::UnknownDetector { id, nearest }
}
