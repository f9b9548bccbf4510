//! Every technique of hiding on every class of what is found: what a reader can undo, the engine sees through.
//!
//! What is hidden are the words that each detector that ships finds in its own examples; the rest of the example stays as
//! it is. [`Technique::cannot_be_undone`] says what is left out, since no reader could tell what was there either.
//!
//! ```sh
//! cargo test -p bezint-packs --test evasions -- --nocapture   # prints the table
//! ```

#[path = "evasions/techniques.rs"]
mod techniques;

use bezint_core::{
    Action, Audience, Confidence, Context, Engine, OnError, Policy, Stance, Text,
    policy::{Card, Rule, Step, When},
};
use std::{collections::BTreeMap, fmt::Write};
use techniques::{Hidden, TECHNIQUES};

/// In percent, of what a reader can undo.
const MUST: usize = 95;
/// Of a family of tokens, which all are found in the same way, every so manieth is tried.
const EVERY: usize = 8;

/// All detectors, that tell all they find.
fn all_on() -> Engine {
    let detectors = bezint_packs::packs().detectors().to_vec();
    let anything = |detector| When { detector, confidence: Confidence::Low, at_least: 1 };
    let rule = Rule {
        id: "anything".to_owned(),
        clause: String::new(),
        owner: None,
        title: Text::new(),
        advice: Text::new(),
        when: (0..).zip(&detectors).map(|(place, _)| anything(place)).collect(),
        unless: Vec::new(),
        add: None,
        sites: Vec::new(),
        roles: Vec::new(),
        except_roles: Vec::new(),
        periods: Vec::new(),
        layers: Vec::new(),
        steps: vec![Step { audience: Audience::SelfOnly, confidence: Confidence::Low, action: Action::Advise }],
    };
    let card = Card {
        id: "evasions".to_owned(),
        version: 1,
        owner: None,
        valid_from: None,
        valid_until: None,
        title: Text::new(),
        languages: Vec::new(),
        contact: None,
        domains: Vec::new(),
        stance: Stance::Open,
        on_error: OnError::Open,
        corrections: true,
    };
    let (protected, rules, layers, off) = (Vec::new(), vec![rule], Vec::new(), Vec::new());
    Engine::new(Policy { card, detectors, protected, rules, layers, off })
}

/// What is found in the first example of each detector, by class.
fn hidden(engine: &Engine) -> BTreeMap<&'static str, Vec<Hidden>> {
    let mut hidden: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut tokens = 0;
    for pack in bezint_packs::library() {
        let id = pack.detector.id.as_str();
        let class = class(id);
        tokens += usize::from(class == "tokens");
        if class == "protected" || class == "tokens" && tokens % EVERY != 0 {
            continue;
        }
        let of_it = pack.examples.matching.iter().filter_map(|example| {
            let findings = engine.evaluate(&example.draft, &Context::default()).findings;
            let span = findings.into_iter().find(|finding| finding.detector == id)?.spans[0];
            let units: Vec<u16> = example.draft.encode_utf16().collect();
            let text = |range: std::ops::Range<usize>| String::from_utf16(&units[range]).unwrap();
            let (start, end) = (span.start as usize, span.end as usize);
            Some(Hidden { id, before: text(0..start), words: text(start..end), after: text(end..units.len()) })
        });
        hidden.entry(class).or_default().extend(of_it.take(2));
    }
    hidden
}

/// The class of a detector.
fn class(id: &'static str) -> &'static str {
    let (group, name) = id.split_once('.').unwrap();
    match group {
        "secrets" if name.starts_with("token.") => "tokens",
        "secrets" if name.starts_with("pass") => "passwords",
        "intl" if name == "email" => "addresses",
        "intl" if name.ends_with("address") => "network",
        "be" | "de" | "es" | "eu" | "fr" | "intl" | "it" | "nl" | "pl" | "uk" | "us" => "numbers",
        _ => group,
    }
}

#[test]
fn what_a_reader_can_undo_is_seen_through() {
    let engine = all_on();
    let hidden = hidden(&engine);
    let mut table = format!("{:<24}", "found / can be undone");
    hidden.keys().for_each(|class| write!(table, "{class:>12}").unwrap());
    let (mut missed, mut all_found, mut all_tried) = (String::new(), 0, 0);
    for technique in TECHNIQUES {
        write!(table, "\n{:<24}", technique.name).unwrap();
        for (class, of_class) in &hidden {
            let (mut found, mut tried) = (0, 0);
            for thing in of_class {
                let words = (technique.hide)(&thing.words);
                if words == thing.words || technique.cannot_be_undone(class, &thing.words).is_some() {
                    continue;
                }
                tried += 1;
                let draft = format!("{}{words}{}", thing.before, thing.after);
                let findings = engine.evaluate(&draft, &Context::default()).findings;
                if findings.iter().any(|finding| finding.detector == thing.id) {
                    found += 1;
                } else {
                    writeln!(missed, "{}\t{class}\t{}\t{draft:?}", technique.name, thing.id).unwrap();
                }
            }
            let cell = if tried == 0 { "-".to_owned() } else { format!("{found}/{tried}") };
            write!(table, "{cell:>12}").unwrap();
            (all_found, all_tried) = (all_found + found, all_tried + tried);
        }
    }
    println!("{table}\n{all_found} of {all_tried}, {:.1}%", 100.0 * all_found as f64 / all_tried as f64);
    assert!(all_found * 100 >= all_tried * MUST, "{all_found} of {all_tried}\n{missed}");
}
