//! A policy as its author wrote it: proves its examples, then seals it.

use crate::{
    Diagnostics, Pack, Problem,
    example::{Example, Examples},
};
use bezint_core::{
    Action, Audience, Confidence, Context, Engine, OnError, Policy, Span, Stance, Text,
    policy::{Card, Detector, Rule, Step, When},
    sealed,
};
use std::ops::Range;

/// A policy that reads well, with the examples that are to prove it.
#[derive(Debug, Clone, PartialEq)]
pub struct Authored<'s> {
    pub(crate) source: &'s str,
    pub(crate) policy: Policy,
    /// By place in [`Policy::detectors`]; those of the packs are proved already and have none here.
    pub(crate) detector_examples: Vec<Examples>,
    /// By place in [`Policy::rules`].
    pub(crate) rule_examples: Vec<Examples>,
}

impl Authored<'_> {
    /// The policy. It can be tried on drafts, proved or not.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Runs every example and says which fail, or how many there are.
    pub fn prove(&self) -> Result<usize, Diagnostics> {
        let mut problems = Vec::new();
        for (detector, examples) in self.policy.detectors.iter().zip(&self.detector_examples) {
            prove_detector(detector, examples, &mut problems);
        }
        if self.rule_examples.iter().any(|examples| *examples != Examples::default()) {
            let engine = Engine::new(self.policy.clone());
            for (rule, examples) in self.policy.rules.iter().zip(&self.rule_examples) {
                prove_rule(&engine, &self.policy.detectors, rule, examples, &mut problems);
            }
        }
        told(self.source, problems)?;
        Ok(self.detector_examples.iter().chain(&self.rule_examples).map(Examples::len).sum())
    }

    /// The sealed form, once every example holds.
    pub fn seal(&self) -> Result<Vec<u8>, Diagnostics> {
        self.prove()?;
        Ok(sealed::seal(&self.policy))
    }
}

/// Runs the examples of a pack.
pub(crate) fn prove_pack(source: &str, pack: &Pack) -> Result<(), Diagnostics> {
    let mut problems = Vec::new();
    prove_detector(&pack.detector, &pack.examples, &mut problems);
    told(source, problems)
}

type Problems = Vec<(Range<usize>, Problem)>;

fn told(source: &str, problems: Problems) -> Result<(), Diagnostics> {
    if problems.is_empty() { Ok(()) } else { Err(Diagnostics::locate(source, problems)) }
}

fn prove_detector(detector: &Detector, examples: &Examples, problems: &mut Problems) {
    if *examples == Examples::default() {
        return;
    }
    let anything = When { detector: 0, confidence: Confidence::Low, at_least: 1 };
    let engine = Engine::new(heard(vec![detector.clone()], vec![anything]));
    let id = || detector.id.clone();
    for Example { span, draft, context, found: expected, confidence, .. } in &examples.matching {
        let verdict = engine.evaluate(draft, context);
        let found = words(draft, verdict.findings.iter().map(|finding| finding.span));
        let sure = verdict.findings.iter().map(|finding| finding.confidence).max();
        let problem = match (sure, expected, confidence) {
            (None, ..) => Problem::NotFound { detector: id() },
            (Some(_), Some(expected), _) if *expected != found => {
                Problem::FoundOther { detector: id(), found, expected: expected.clone() }
            }
            (Some(sure), _, Some(expected)) if *expected != sure => {
                Problem::OtherConfidence { detector: id(), found: sure, expected: *expected }
            }
            _ => continue,
        };
        problems.push((span.clone(), problem));
    }
    for Example { span, draft, context, .. } in &examples.passing {
        let verdict = engine.evaluate(draft, context);
        if !verdict.findings.is_empty() {
            let found = words(draft, verdict.findings.iter().map(|finding| finding.span));
            problems.push((span.clone(), Problem::Found { detector: id(), found }));
        }
    }
}

fn prove_rule(engine: &Engine, detectors: &[Detector], rule: &Rule, examples: &Examples, problems: &mut Problems) {
    let id = || rule.id.clone();
    for Example { span, draft, context, action: expected, .. } in &examples.matching {
        let verdict = engine.evaluate(draft, context);
        let problem = match (verdict.reasons.iter().find(|reason| reason.rule == rule.id), expected) {
            (None, _) => Problem::Silent { rule: id(), found: about(detectors, draft, rule) },
            (Some(reason), Some(expected)) if reason.action != *expected => {
                Problem::OtherAction { rule: id(), found: reason.action, expected: *expected }
            }
            _ => continue,
        };
        problems.push((span.clone(), problem));
    }
    for Example { span, draft, context, .. } in &examples.passing {
        let verdict = engine.evaluate(draft, context);
        if let Some(reason) = verdict.reasons.iter().find(|reason| reason.rule == rule.id) {
            let places = reason.findings.iter().filter_map(|place| verdict.findings.get(usize::try_from(*place).ok()?));
            let found = words(draft, places.map(|finding| finding.span));
            problems.push((span.clone(), Problem::Fired { rule: id(), action: reason.action, found }));
        }
    }
}

/// What the detectors of a rule find in a draft, whoever could read it and whenever.
fn about(detectors: &[Detector], draft: &str, rule: &Rule) -> Vec<String> {
    let verdict = Engine::new(heard(detectors.to_vec(), rule.when.clone())).evaluate(draft, &Context::default());
    words(draft, verdict.findings.iter().map(|finding| finding.span))
}

/// A policy of nothing but these detectors and one rule that fires on whatever they find.
fn heard(detectors: Vec<Detector>, when: Vec<When>) -> Policy {
    let card = Card {
        id: String::new(),
        version: 1,
        title: Text::new(),
        languages: Vec::new(),
        contact: None,
        stance: Stance::Open,
        on_error: OnError::Open,
    };
    let rule = Rule {
        id: String::new(),
        clause: String::new(),
        owner: None,
        title: Text::new(),
        advice: Text::new(),
        when,
        sites: Vec::new(),
        roles: Vec::new(),
        except_roles: Vec::new(),
        from: None,
        until: None,
        steps: vec![Step { audience: Audience::SelfOnly, confidence: Confidence::Low, action: Action::Advise }],
    };
    Policy { card, detectors, rules: vec![rule] }
}

/// The words of a draft at these places.
fn words(draft: &str, spans: impl Iterator<Item = Span>) -> Vec<String> {
    let units: Vec<u16> = draft.encode_utf16().collect();
    let cut = |span: Span| units.get(usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?);
    spans.filter_map(cut).map(String::from_utf16_lossy).collect()
}
