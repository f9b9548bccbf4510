//! What is said of a policy, a detector or a rule, fact by fact, and which facts differ.

use crate::time;
use bezint_core::{
    Confidence, Policy, Text,
    policy::{
        Card, Combination, Detector, Find, Kind, Layer, Matching, Near, Number, Off, Part, Pattern, Role, Rule, Terms,
        Within,
    },
};
use serde::Serialize;
use std::collections::BTreeSet;

/// A fact that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// What it is about, as the policy names it.
    pub what: String,
    /// What was said; `None`: nothing.
    pub old: Option<String>,
    /// What is said; `None`: nothing.
    pub new: Option<String>,
}

/// What is said, in an order for people. A list is a fact for each of its items.
pub(super) type Facts = Vec<(String, String)>;

pub(super) fn of_card(card: &Card) -> Facts {
    let mut facts = Facts::new();
    facts.push(("id".to_owned(), card.id.clone()));
    facts.push(("version".to_owned(), card.version.to_string()));
    facts.extend(card.owner.iter().map(|owner| ("owner".to_owned(), owner.clone())));
    facts.extend(card.valid_from.map(|from| ("valid_from".to_owned(), time::write(from))));
    facts.extend(card.valid_until.map(|until| ("valid_until".to_owned(), time::write(until))));
    add_text(&mut facts, "title", &card.title);
    facts.push(("languages".to_owned(), card.languages.join(", ")));
    facts.extend(card.contact.iter().map(|contact| ("contact".to_owned(), contact.clone())));
    add_all(&mut facts, "domain", &card.domains);
    facts.push(("stance".to_owned(), card.stance.to_string()));
    facts.push(("on_error".to_owned(), card.on_error.to_string()));
    facts.push(("corrections".to_owned(), card.corrections.to_string()));
    facts
}

pub(super) fn of_detector(detector: &Detector) -> Facts {
    let mut facts = Facts::new();
    add_text(&mut facts, "title", &detector.title);
    detector.instead.iter().for_each(|instead| add_text(&mut facts, "instead", instead));
    match &detector.kind {
        Kind::Terms(terms) => add_terms(&mut facts, "", terms),
        Kind::Pattern(pattern) => add_pattern(&mut facts, "", pattern),
        Kind::Number(number) => add_number(&mut facts, "", number),
        Kind::Combination(combination) => add_parts(&mut facts, combination),
    }
    facts.push(("confidence".to_owned(), worth(detector.confidence)));
    facts.extend(detector.own.map(|own| ("confidence at an own domain".to_owned(), worth(own))));
    facts.push(("confidence at least".to_owned(), detector.floor.to_string()));
    add_all(&mut facts, "allowed", &detector.allowed);
    for (number, Near { terms, within, confidence }) in (1..).zip(&detector.near) {
        facts.push((format!("near {number} within"), distance(*within)));
        facts.push((format!("near {number} confidence"), worth(*confidence)));
        add_all(&mut facts, &format!("near {number} term"), terms);
    }
    facts
}

/// What is said of terms, those of the detector itself or of one of its parts.
fn add_terms(facts: &mut Facts, of: &str, Terms { terms, matching, typos }: &Terms) {
    add_all(facts, &format!("{of}term"), terms);
    let matching = match matching {
        Matching::Word => "word",
        Matching::Part => "part",
        Matching::Inflected => "inflected",
    };
    facts.push((format!("{of}match"), matching.to_owned()));
    facts.extend(typos.then(|| (format!("{of}typos"), typos.to_string())));
}

fn add_pattern(facts: &mut Facts, of: &str, pattern: &Pattern) {
    facts.push((format!("{of}pattern"), pattern.regex.clone()));
    facts.push((format!("{of}group"), pattern.group.to_string()));
    facts.extend(pattern.check.map(|check| (format!("{of}check"), check.to_string())));
    facts.extend(pattern.entropy.map(|least| (format!("{of}entropy"), least.to_string())));
}

fn add_number(facts: &mut Facts, of: &str, Number { digits, check }: &Number) {
    add_all(facts, &format!("{of}digits"), digits);
    facts.extend(check.map(|check| (format!("{of}check"), check.to_string())));
}

fn add_parts(facts: &mut Facts, Combination { parts, at_least, within }: &Combination) {
    for (role, key) in [(Role::All, "all"), (Role::Any, "any"), (Role::None, "none")] {
        let names: Vec<_> = parts.iter().filter(|part| part.role == role).map(|part| part.name.clone()).collect();
        add_all(facts, key, &names);
    }
    facts.push(("at_least".to_owned(), at_least.to_string()));
    facts.push(("within".to_owned(), distance(*within)));
    for Part { name, find, allowed, .. } in parts {
        let of = format!("part {name}: ");
        match find {
            Find::Terms(terms) => add_terms(facts, &of, terms),
            Find::Pattern(pattern) => add_pattern(facts, &of, pattern),
            Find::Number(number) => add_number(facts, &of, number),
        }
        add_all(facts, &format!("{of}allowed"), allowed);
    }
}

fn distance(within: Within) -> String {
    match within {
        Within::Sentence => "sentence".to_owned(),
        Within::Characters(most) => most.to_string(),
    }
}

/// The layers of a policy, each with its version.
pub(super) fn of_layers(policy: &Policy) -> Facts {
    let fact = |layer: &Layer| {
        let owner = layer.owner.as_ref().map(|owner| format!(", {owner}")).unwrap_or_default();
        (format!("layer {}", layer.id), format!("version {}{owner}", layer.version))
    };
    policy.layers.iter().map(fact).collect()
}

/// What of the packs is switched off, each with why.
pub(super) fn of_off(policy: &Policy) -> Facts {
    let mut facts = Facts::new();
    for Off { name, why } in &policy.off {
        facts.push(("off".to_owned(), name.clone()));
        why.iter().for_each(|why| add_text(&mut facts, &format!("off {name} why"), why));
    }
    facts
}

pub(super) fn of_rule(policy: &Policy, rule: &Rule) -> Facts {
    let mut facts = Facts::new();
    let layers: Vec<_> = policy.layers_of(rule).map(|layer| layer.id.as_str()).collect();
    if !layers.is_empty() {
        facts.push(("layers".to_owned(), layers.join(", ")));
    }
    facts.push(("clause".to_owned(), rule.clause.clone()));
    facts.extend(rule.owner.iter().map(|owner| ("owner".to_owned(), owner.clone())));
    add_text(&mut facts, "title", &rule.title);
    add_text(&mut facts, "advice", &rule.advice);
    for (what, all) in [("when", &rule.when), ("unless", &rule.unless)] {
        for when in all {
            let detector = usize::try_from(when.detector).ok().and_then(|place| policy.detectors.get(place));
            let id = detector.map(|detector| detector.id.as_str()).unwrap_or_default();
            let least = if when.at_least > 1 { format!(", at_least {}", when.at_least) } else { String::new() };
            facts.push((format!("{what} {id}"), format!("confidence {}{least}", when.confidence)));
        }
    }
    if let Some(add) = &rule.add {
        add_text(&mut facts, "add", add);
    }
    add_all(&mut facts, "site", &rule.sites);
    add_all(&mut facts, "role", &rule.roles);
    add_all(&mut facts, "except_role", &rule.except_roles);
    facts.extend(rule.periods.iter().map(|period| ("holds".to_owned(), time::write_period(period))));
    facts
}

fn worth(confidence: Option<Confidence>) -> String {
    confidence.map_or("none", Confidence::as_str).to_owned()
}

fn add_text(facts: &mut Facts, what: &str, text: &Text) {
    facts.extend(text.iter().map(|(language, words)| (format!("{what}.{language}"), words.clone())));
}

fn add_all(facts: &mut Facts, what: &str, items: &[impl ToString]) {
    facts.extend(items.iter().map(|item| (what.to_owned(), item.to_string())));
}

/// The facts that differ, by what they are about, in the order of the policies. One that took the place of one other is
/// one field.
pub(super) fn fields(old: &Facts, new: &Facts) -> Vec<Field> {
    let (before, after): (BTreeSet<_>, BTreeSet<_>) = (old.iter().collect(), new.iter().collect());
    let mut fields = Vec::new();
    let mut seen = BTreeSet::new();
    for (what, _) in old.iter().chain(new).filter(|(what, _)| seen.insert(what)) {
        let field = |old: Option<&String>, new: Option<&String>| Field {
            what: what.clone(),
            old: old.cloned(),
            new: new.cloned(),
        };
        let (was, is) = (only(what, old, &after), only(what, new, &before));
        if let ([was], [is]) = (was.as_slice(), is.as_slice()) {
            fields.push(field(Some(was), Some(is)));
            continue;
        }
        fields.extend(was.into_iter().map(|value| field(Some(value), None)));
        fields.extend(is.into_iter().map(|value| field(None, Some(value))));
    }
    fields
}

/// What some facts say of one thing and others do not.
fn only<'f>(what: &str, facts: &'f Facts, others: &BTreeSet<&(String, String)>) -> Vec<&'f String> {
    let only = facts.iter().filter(|fact| fact.0 == what && !others.contains(fact));
    only.map(|(_, value)| value).collect()
}
