//! Policies for tests, with as few words as possible.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use bezint_core::{
    Action, Audience, Confidence, Context, Engine, Policy, Span, Stance, Text, Verdict,
    detect::Check,
    policy::{Card, Detector, Kind, Matching, Near, Pattern, Rule, Step, Terms, When, Within},
    text::fold_term,
};

pub fn text(words: &str) -> Text {
    Text::from([("en".to_owned(), words.to_owned())])
}

pub fn terms(id: &str, matching: Matching, terms: &[&str]) -> Detector {
    let terms = terms.iter().map(|term| fold_term(term)).collect();
    detector(id, Kind::Terms(Terms { terms, matching, typos: false }))
}

pub fn pattern(id: &str, regex: &str) -> Detector {
    checked(id, regex, 0, None)
}

pub fn checked(id: &str, regex: &str, group: u8, check: Option<Check>) -> Detector {
    detector(id, Kind::Pattern(Pattern::new(regex, group, check).unwrap()))
}

fn detector(id: &str, kind: Kind) -> Detector {
    Detector {
        id: id.to_owned(),
        title: text(id),
        instead: None,
        kind,
        confidence: Some(Confidence::Medium),
        own: None,
        near: Vec::new(),
        allowed: Vec::new(),
        floor: Confidence::Low,
    }
}

/// A detector with a base confidence and what changes it.
pub fn weighed(detector: Detector, confidence: Option<Confidence>, near: &[Near]) -> Detector {
    Detector { confidence, near: near.to_vec(), ..detector }
}

pub fn near(terms: &[&str], within: Within, confidence: Option<Confidence>) -> Near {
    Near { terms: terms.iter().map(|term| fold_term(term)).collect(), within, confidence }
}

pub fn step(audience: Audience, confidence: Confidence, action: Action) -> Step {
    Step { audience, confidence, action }
}

/// A rule for everyone, everywhere, always, about one finding of any of these detectors, which asks to confirm.
pub fn rule(id: &str, detectors: impl IntoIterator<Item = u32>) -> Rule {
    let when = |detector| When { detector, confidence: Confidence::Low, at_least: 1 };
    Rule {
        id: id.to_owned(),
        clause: "1".to_owned(),
        title: text(id),
        advice: text("think"),
        when: detectors.into_iter().map(when).collect(),
        steps: vec![step(Audience::SelfOnly, Confidence::Low, Action::Confirm)],
        ..Rule::default()
    }
}

pub fn policy(detectors: Vec<Detector>, rules: Vec<Rule>) -> Policy {
    let card = Card {
        id: "test".to_owned(),
        version: 1,
        title: text("Test"),
        languages: vec!["en".to_owned()],
        stance: Stance::Controlled,
        corrections: true,
        ..Card::default()
    };
    Policy { card, detectors, rules, ..Policy::default() }
}

/// An engine with one rule about all its detectors.
pub fn engine(detectors: Vec<Detector>) -> Engine {
    let all = 0..u32::try_from(detectors.len()).unwrap();
    Engine::new(policy(detectors, vec![rule("all", all)]))
}

pub fn evaluate(engine: &Engine, draft: &str) -> Verdict {
    engine.evaluate(draft, &Context::default())
}

/// What was found, by place: detector and the words of the draft.
pub fn found(engine: &Engine, draft: &str) -> Vec<(String, String)> {
    let units: Vec<u16> = draft.encode_utf16().collect();
    let words = |span: &Span| String::from_utf16(&units[span.start as usize..span.end as usize]).unwrap();
    let findings = evaluate(engine, draft).findings;
    let places = findings.iter().flat_map(|finding| finding.spans.iter().map(move |span| (span, &finding.detector)));
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|(span, _)| **span);
    places.into_iter().map(|(span, detector)| (detector.clone(), words(span))).collect()
}

/// The words of the draft that were found.
pub fn words(engine: &Engine, draft: &str) -> Vec<String> {
    found(engine, draft).into_iter().map(|(_, words)| words).collect()
}

/// Bytes before the payload of a sealed policy.
pub const HEAD: usize = 22;

/// A sealed policy of this payload, which may be anything.
pub fn with_payload(payload: &[u8]) -> Vec<u8> {
    let mut sealed = bezint_core::sealed::seal(&policy(Vec::new(), Vec::new()), None)[..10].to_vec();
    sealed.extend(u32::try_from(payload.len()).unwrap().to_le_bytes());
    sealed.extend(bezint_core::sealed::checksum(payload));
    sealed.extend(payload);
    sealed
}
