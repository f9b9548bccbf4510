//! Tries drafts on a detector, on a rule, or on a whole policy.

use crate::{
    Diagnostic, Diagnostics, Draft, Problem, Severity,
    diagnostic::Walk,
    example::{Example, Examples},
    written::WrittenRule,
};
use bezint_core::{
    Action, Audience, Confidence, Context, Engine, Finding, Policy, Span, Verdict,
    explain::{Limit, Outcome},
    policy::{Card, Detector, Rule, Step, When},
};
use std::{collections::BTreeSet, ops::Range};

/// One draft that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// What it was tried on.
    pub subject: Subject,
    /// Where the draft stands, in bytes of the source.
    pub span: Range<usize>,
    /// The line where it begins, from 1.
    pub line: usize,
    /// The character of that line where it begins, from 1.
    pub column: usize,
    /// What was not as it should be. For the draft of a file it holds no word of the draft; for an example of the
    /// policy, which its author made up, it may.
    pub problem: Option<Problem>,
    pub(crate) audience: Audience,
    /// The rules that fired, and what each asked.
    pub(crate) fired: Vec<(String, Action)>,
}

/// What a draft is tried on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The detector of this id, as an example of it.
    Detector(String),
    /// The rule of this id, as an example of it.
    Rule(String),
    /// The policy as a whole.
    Policy,
}

impl Trial {
    fn new(subject: Subject, span: &Range<usize>, problem: Option<Problem>) -> Self {
        let (audience, fired) = (Audience::default(), Vec::new());
        Self { subject, span: span.clone(), line: 0, column: 0, problem, audience, fired }
    }

    /// The same with what a policy made of the draft.
    fn with(mut self, context: &Context, verdict: Verdict) -> Self {
        self.audience = context.audience;
        self.fired = verdict.reasons.into_iter().map(|reason| (reason.rule, reason.action)).collect();
        self
    }

    /// Its problem, with its place.
    fn diagnostic(self) -> Option<Diagnostic> {
        let Self { problem, span, line, column, .. } = self;
        problem.map(|problem| Diagnostic { problem, severity: Severity::Error, span, line, column })
    }
}

/// Puts trials in the order of their source, and gives each its line and column.
pub(crate) fn locate(source: &str, mut trials: Vec<Trial>) -> Vec<Trial> {
    trials.sort_by_key(|trial| trial.span.start);
    let mut walk = Walk::new(source);
    for trial in &mut trials {
        (trial.line, trial.column) = walk.to(trial.span.start);
    }
    trials
}

/// The problems of trials, if there are any.
pub(crate) fn told(trials: Vec<Trial>) -> Result<(), Diagnostics> {
    let problems = trials.into_iter().filter_map(Trial::diagnostic);
    let problems = Diagnostics(problems.collect());
    if problems.0.is_empty() { Ok(()) } else { Err(problems) }
}

/// The examples of a detector, tried on it alone, in a company with these domains.
pub(crate) fn of_detector(detector: &Detector, examples: &Examples, domains: &[String]) -> Vec<Trial> {
    if examples.len() == 0 {
        return Vec::new();
    }
    let anything = When { detector: 0, confidence: Confidence::Low, at_least: 1 };
    let engine = Engine::new(heard(domains, vec![detector.clone()], [(String::new(), vec![anything])]));
    let trial = |example: &Example, problem| Trial::new(Subject::Detector(detector.id.clone()), &example.span, problem);
    let matching = examples.matching.iter().map(|example| trial(example, unlike(&engine, detector, example)));
    let passing = examples.passing.iter().map(|example| {
        let verdict = engine.evaluate(&example.draft, &example.context);
        let found = words(&example.draft, &verdict.findings);
        let problem = (!found.is_empty()).then(|| Problem::Found { detector: detector.id.clone(), found });
        trial(example, problem)
    });
    matching.chain(passing).collect()
}

/// How what a detector finds differs from what an example says it should.
fn unlike(engine: &Engine, detector: &Detector, example: &Example) -> Option<Problem> {
    let verdict = engine.evaluate(&example.draft, &example.context);
    let found = words(&example.draft, &verdict.findings);
    let sure = verdict.findings.iter().map(|finding| finding.confidence).max();
    let detector = detector.id.clone();
    match (sure, &example.found, example.confidence) {
        (None, ..) => Some(Problem::NotFound { detector }),
        (Some(_), Some(expected), _) if *expected != found => {
            Some(Problem::FoundOther { detector, found, expected: expected.clone() })
        }
        (Some(sure), _, Some(expected)) if expected != sure => {
            Some(Problem::OtherConfidence { detector, found: sure, expected })
        }
        _ => None,
    }
}

/// The examples of a rule, tried on the whole policy.
pub(crate) fn of_rule(engine: &Engine, rule: &Rule, examples: &Examples) -> Vec<Trial> {
    let id = || rule.id.clone();
    let trial = |example: &Example, problem, verdict| {
        Trial::new(Subject::Rule(id()), &example.span, problem).with(&example.context, verdict)
    };
    let matching = examples.matching.iter().map(|example| {
        let verdict = engine.evaluate(&example.draft, &example.context);
        let reason = verdict.reasons.iter().find(|reason| reason.rule == rule.id);
        let problem = match (reason, example.action) {
            (None, _) => Some(Problem::Silent {
                rule: id(),
                found: about(engine.policy(), &example.draft, rule),
                because: because(engine, rule, example),
            }),
            (Some(reason), Some(expected)) if reason.action != expected => {
                Some(Problem::OtherAction { rule: id(), found: reason.action, expected })
            }
            _ => None,
        };
        trial(example, problem, verdict)
    });
    let passing = examples.passing.iter().map(|example| {
        let verdict = engine.evaluate(&example.draft, &example.context);
        let reason = verdict.reasons.iter().find(|reason| reason.rule == rule.id);
        let problem = reason.map(|reason| {
            let places = reason.findings.iter().filter_map(|place| verdict.findings.get(usize::try_from(*place).ok()?));
            let found = words(&example.draft, places);
            Problem::Fired { rule: id(), action: reason.action, found }
        });
        trial(example, problem, verdict)
    });
    matching.chain(passing).collect()
}

/// The sentences to add, each of which must be what makes its rule silent.
pub(crate) fn of_added<'a>(policy: &Policy, rules: impl Iterator<Item = (&'a Rule, &'a WrittenRule)>) -> Vec<Trial> {
    let with_add = rules.filter_map(|(rule, written)| Some((rule, rule.add.as_ref()?, written.add.as_ref()?)));
    let with_add: Vec<_> = with_add.collect();
    if with_add.is_empty() {
        return Vec::new();
    }
    let silencing = with_add.iter().map(|(rule, ..)| (rule.id.clone(), rule.unless.clone()));
    let engine = Engine::new(heard(&policy.card.domains, policy.detectors.clone(), silencing));
    let trials = with_add.iter().flat_map(|(Rule { id, .. }, add, span)| {
        add.iter().map(|(language, sentence)| {
            let verdict = engine.evaluate(sentence, &Context::default());
            let silences = verdict.reasons.iter().any(|reason| reason.rule == *id);
            let not_enough = || Problem::AddIsNotEnough { rule: id.clone(), language: language.clone() };
            Trial::new(Subject::Rule(id.clone()), span, (!silences).then(not_enough))
        })
    });
    trials.collect()
}

/// The drafts of a file, tried on the whole policy.
pub(crate) fn of_policy(engine: &Engine, drafts: &[Draft]) -> Vec<Trial> {
    let trial = |draft: &Draft| {
        let verdict = engine.evaluate(&draft.draft, &draft.context);
        let problem = if verdict.action != draft.action {
            let rules = verdict.reasons.iter().map(|reason| reason.rule.clone()).collect();
            Some(Problem::OtherVerdict { found: verdict.action, expected: draft.action, rules })
        } else {
            let found: BTreeSet<_> = verdict.findings.iter().map(|finding| finding.detector.clone()).collect();
            let expected = draft.found.as_ref().filter(|expected| **expected != found);
            expected.map(|expected| Problem::OtherDetectors {
                found: found.into_iter().collect(),
                expected: expected.iter().cloned().collect(),
            })
        };
        Trial::new(Subject::Policy, &draft.span, problem).with(&draft.context, verdict)
    };
    drafts.iter().map(trial).collect()
}

/// Why a rule is silent on an example, although its detectors find something in it.
fn because(engine: &Engine, rule: &Rule, example: &Example) -> &'static str {
    let trace = engine.explain(&example.draft, &example.context);
    let considered = trace.rules.iter().find(|considered| considered.rule == rule.id);
    match considered.map(|considered| (considered.outcome, considered.limits.first())) {
        Some((_, Some(Limit::Sites(_)))) => "the rule is for other `sites`: give the example a `site`",
        Some((_, Some(Limit::Roles(_)))) => "the rule is for other `roles`: give the example `roles`",
        Some((_, Some(Limit::ExceptRoles(_)))) => "the rule is not for somebody with these `roles`",
        Some((_, Some(Limit::Periods(_)))) => "the rule does not hold at that `time`",
        Some((Outcome::NoStep, _)) => "its `action` is for other audiences, or for surer findings",
        Some((Outcome::Allows, _)) => "what it asks of that audience is `allow`",
        Some((Outcome::Excused, _)) => "its `unless` is found too",
        _ => "they are not sure enough, or too few, for its `when`",
    }
}

/// What the detectors of a rule find in a draft, whoever could read it and whenever.
fn about(policy: &Policy, draft: &str, rule: &Rule) -> Vec<String> {
    let anything = |when: &When| When { confidence: Confidence::Low, at_least: 1, ..*when };
    let when = rule.when.iter().map(anything).collect();
    let engine = Engine::new(heard(&policy.card.domains, policy.detectors.clone(), [(String::new(), when)]));
    let verdict = engine.evaluate(draft, &Context::default());
    words(draft, &verdict.findings)
}

/// A policy of nothing but these domains, these detectors, and rules that fire on whatever they find.
pub(crate) fn heard(
    domains: &[String],
    detectors: Vec<Detector>,
    rules: impl IntoIterator<Item = (String, Vec<When>)>,
) -> Policy {
    let steps = [Step { audience: Audience::SelfOnly, confidence: Confidence::Low, action: Action::Advise }];
    let rule = |(id, when)| Rule { id, when, steps: steps.to_vec(), ..Rule::default() };
    Policy {
        card: Card { domains: domains.to_vec(), ..Card::default() },
        detectors,
        rules: rules.into_iter().map(rule).collect(),
        ..Policy::default()
    }
}

/// The words of a draft at all places of these findings, by place.
pub(crate) fn words<'f>(draft: &str, findings: impl IntoIterator<Item = &'f Finding>) -> Vec<String> {
    let mut spans: Vec<Span> = findings.into_iter().flat_map(|finding| &finding.spans).copied().collect();
    spans.sort_unstable();
    let units: Vec<u16> = draft.encode_utf16().collect();
    let cut = |span: Span| units.get(usize::try_from(span.start).ok()?..usize::try_from(span.end).ok()?);
    spans.into_iter().filter_map(cut).map(String::from_utf16_lossy).collect()
}
