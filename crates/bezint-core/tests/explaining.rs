//! What is told of how a verdict came about.

mod support;

use bezint_core::{
    Action, Audience, Confidence, Context, Engine, Span, Stance,
    explain::{Limit, Outcome, Trace},
    policy::{Detector, Matching, Period, Within},
};
use proptest::prelude::*;
use support::*;

fn explain(engine: &Engine, draft: &str) -> Trace {
    engine.explain(draft, &Context::default())
}

#[test]
fn what_folding_changed_is_told_in_utf16() {
    let trace = explain(&engine(vec![terms("word", Matching::Word, &["finch"])]), "😀 Prójéct ﬁ\u{200B}nch");
    let changes: Vec<_> =
        trace.folded.iter().map(|change| (change.span.start, change.span.end, change.folded.as_str())).collect();
    assert_eq!(changes, [(5, 6, "o"), (7, 8, "e"), (11, 13, "fi")]);
    assert_eq!(trace.candidates[0].span, Span { start: 11, end: 16 });
}

#[test]
fn what_is_worth_nothing_or_covered_is_told_too() {
    let lists = [
        near(&["zeer"], Within::Characters(2), Some(Confidence::High)),
        near(&["bijvoorbeeld"], Within::Sentence, None),
    ];
    let words = terms("word", Matching::Word, &["geheim", "geheim plan", "plan"]);
    let engine = engine(vec![weighed(words, Some(Confidence::Low), &lists)]);
    let trace = explain(&engine, "zeer geheim plan! Bijvoorbeeld geheim.");
    let told: Vec<_> = trace
        .candidates
        .iter()
        .map(|found| {
            let near: Vec<_> = found.near.iter().map(|near| (near.term.as_str(), near.confidence)).collect();
            (found.span.start, found.span.end, found.confidence, near, found.covered_by.map(|by| (by.start, by.end)))
        })
        .collect();
    let zeer = ("zeer", Some(Confidence::High));
    let expected = [
        (5, 11, Some(Confidence::High), vec![zeer], Some((5, 16))),
        (5, 16, Some(Confidence::High), vec![zeer], None),
        (12, 16, Some(Confidence::Low), vec![], Some((5, 16))),
        (31, 37, None, vec![("bijvoorbeeld", None)], None),
    ];
    assert_eq!(told, expected);
    assert_eq!(trace.verdict, evaluate(&engine, "zeer geheim plan! Bijvoorbeeld geheim."));
}

#[test]
fn a_rule_says_what_it_failed_on() {
    let ids = ["limited", "unmet", "no step", "allows", "excused", "fires"];
    let mut rules = ids.map(|id| rule(id, [0]));
    rules[0].sites = vec!["x".to_owned()];
    rules[0].roles = vec!["sales".to_owned()];
    rules[0].except_roles = vec!["press".to_owned()];
    let later = vec![Period { from: Some(20), until: None }];
    rules[0].periods = later.clone();
    rules[1].when[0].at_least = 2;
    rules[2].steps[0].confidence = Confidence::High;
    rules[3].steps[0].action = Action::Allow;
    rules[4].unless = rules[4].when.clone();
    rules[5].steps[0].action = Action::Block;
    let mut policy = policy(vec![terms("word", Matching::Word, &["geheim"])], rules.into());
    policy.card.stance = Stance::Coached;
    let context = Context { roles: vec!["press".to_owned()], time: 15, ..Context::default() };
    let trace = Engine::new(policy).explain("geheim GEHEIM", &context);
    assert_eq!((trace.audience, trace.ceiling), (Audience::Public, Action::Justify));
    let outcomes: Vec<_> = trace.rules.iter().map(|rule| rule.outcome).collect();
    assert_eq!(outcomes, Outcome::ALL);
    let named = |name: &str| vec![name.to_owned()];
    let limits = [
        Limit::Sites(named("x")),
        Limit::Roles(named("sales")),
        Limit::ExceptRoles(named("press")),
        Limit::Periods(later),
    ];
    assert_eq!(trace.rules[0].limits, limits);
    let asked = &trace.rules[1].when[0];
    assert_eq!((asked.found, asked.counting, asked.met), (1, 1, false));
    assert!(trace.rules[4].unless[0].met);
    assert_eq!((trace.rules[5].without_ceiling, trace.rules[5].action), (Action::Block, Action::Justify));
}

proptest! {
    /// The trace is of the verdict that is given, and of its reasons.
    #[test]
    fn the_trace_is_of_the_verdict(
        draft in "([ab] |zeer |ä|\u{200B}|[.] ){0,12}",
        audience in prop::sample::select(Audience::ALL.to_vec()),
        time in 0_i64..3,
    ) {
        let lists = [near(&["zeer"], Within::Characters(3), Some(Confidence::High)), near(&["b"], Within::Sentence, None)];
        let mut rules = [rule("one", [0, 1]), rule("other", [1])];
        rules[0].periods = vec![Period { from: Some(1), until: None }];
        rules[0].when[0].at_least = 2;
        rules[1].periods = vec![Period { from: None, until: Some(2) }];
        rules[1].unless = rules[0].when.clone();
        rules[1].steps[0] = step(Audience::Group, Confidence::Medium, Action::Block);
        let detectors = vec![
            terms("letters", Matching::Word, &["a", "b", "a b", "aa"]),
            weighed(terms("a", Matching::Part, &["a"]), Some(Confidence::Low), &lists),
            terms("protected", Matching::Word, &["zeer"]),
        ];
        let mut policy = policy(detectors, rules.into());
        policy.protected = vec![2];
        let engine = Engine::new(policy);
        let context = Context { audience, time, ..Context::default() };
        let trace = engine.explain(&draft, &context);
        prop_assert_eq!(&trace.verdict, &engine.evaluate(&draft, &context));
        for rule in &trace.rules {
            let reason = trace.verdict.reasons.iter().find(|reason| reason.rule == rule.rule);
            prop_assert_eq!(rule.outcome == Outcome::Fires, reason.is_some());
            prop_assert_eq!(rule.action, reason.map(|reason| reason.action).unwrap_or_default());
            prop_assert_eq!(rule.protected.is_some(), reason.is_some_and(|reason| reason.protected.is_some()));
            prop_assert_eq!(rule.outcome == Outcome::Limited, !rule.limits.is_empty());
        }
    }
}

#[test]
fn what_is_allowed_or_below_the_floor_is_told_too() {
    let word = terms("word", Matching::Word, &["geheim", "plan"]);
    let lists = [near(&["zeer"], Within::Characters(1), Some(Confidence::High))];
    let engine = engine(vec![Detector {
        allowed: vec!["publiek geheim".to_owned()],
        floor: Confidence::High,
        ..weighed(word, Some(Confidence::Low), &lists)
    }]);
    let trace = explain(&engine, "publiek geheim, zeer geheim, plan");
    let told: Vec<_> = trace
        .candidates
        .iter()
        .map(|found| (found.span.start, found.confidence, found.allowed.as_deref(), found.floor))
        .collect();
    let (low, high) = (Some(Confidence::Low), Some(Confidence::High));
    let expected = [
        (8, low, Some("publiek geheim"), Confidence::High),
        (21, high, None, Confidence::High),
        (29, low, None, Confidence::High),
    ];
    assert_eq!(told, expected);
    assert_eq!(trace.verdict.findings.len(), 1);
}
