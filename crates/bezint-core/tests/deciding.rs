//! Which rules fire, and what they ask.

mod support;

use bezint_core::{
    Action, Audience, Confidence, Context, Engine, Policy, Stance,
    policy::{Matching, Period, Rule, When},
};
use support::*;

fn with_rule(change: impl FnOnce(&mut Rule)) -> Policy {
    let mut only = rule("only", [0]);
    change(&mut only);
    policy(vec![terms("word", Matching::Word, &["geheim", "privé"])], vec![only])
}

fn action(policy: &Policy, draft: &str, context: Context) -> Action {
    Engine::new(policy.clone()).evaluate(draft, &context).action
}

fn public() -> Context {
    Context::default()
}

#[test]
fn a_quiet_draft_gets_an_empty_verdict() {
    let engine = Engine::new(with_rule(|_| {}));
    assert_eq!(evaluate(&engine, "Mooi weer vandaag"), bezint_core::Verdict::default());
    assert_eq!(evaluate(&engine, ""), bezint_core::Verdict::default());
}

#[test]
fn steps_go_by_audience_and_confidence_and_the_strongest_decides() {
    let policy = with_rule(|rule| {
        rule.steps = vec![
            step(Audience::Group, Confidence::Low, Action::Advise),
            step(Audience::Followers, Confidence::Medium, Action::Block),
            step(Audience::Public, Confidence::High, Action::Justify),
        ];
    });
    let asked = |audience| action(&policy, "geheim", Context { audience, ..public() });
    let all = [Action::Allow, Action::Allow, Action::Advise, Action::Advise, Action::Block, Action::Block];
    assert_eq!(Audience::ALL.iter().map(|&audience| asked(audience)).collect::<Vec<_>>(), all);
}

#[test]
fn the_stance_is_a_ceiling() {
    let mut policy = with_rule(|rule| rule.steps[0].action = Action::Block);
    for stance in Stance::ALL {
        policy.card.stance = *stance;
        assert_eq!(action(&policy, "geheim", public()), stance.ceiling());
    }
}

#[test]
fn sites_roles_and_times_limit_a_rule() {
    let by_site = with_rule(|rule| rule.sites = vec!["x".to_owned(), "example.com".to_owned()]);
    let on = |site: &str| action(&by_site, "geheim", Context { site: site.to_owned(), ..public() }) > Action::Allow;
    assert!(on("x") && on("example.com") && on("www.Example.com"));
    assert!(!on("") && !on("www.x") && !on("badexample.com") && !on("example.com.evil.net"));

    let by_role = with_rule(|rule| {
        rule.roles = vec!["sales".to_owned()];
        rule.except_roles = vec!["spokesperson".to_owned()];
    });
    let roles = |roles: &[&str]| {
        let roles = roles.iter().map(|role| (*role).to_owned()).collect();
        action(&by_role, "geheim", Context { roles, ..public() }) > Action::Allow
    };
    assert!(roles(&["sales"]) && roles(&["it", "sales"]));
    assert!(!roles(&[]) && !roles(&["it"]) && !roles(&["sales", "spokesperson"]));

    let period = |from, until| Period { from, until };
    let by_time = with_rule(|rule| rule.periods = vec![period(Some(100), Some(200)), period(Some(300), None)]);
    let at = |time| action(&by_time, "geheim", Context { time, ..public() }) > Action::Allow;
    assert_eq!([99, 100, 199, 200, 299, 300].map(at), [false, true, true, false, false, true]);
}

#[test]
fn only_different_findings_count() {
    let policy = with_rule(|rule| rule.when[0].at_least = 2);
    assert_eq!(action(&policy, "geheim GEHEIM gehéim", public()), Action::Allow);
    assert_eq!(action(&policy, "geheim privé", public()), Action::Confirm);
}

#[test]
fn a_rule_is_silent_where_the_draft_says_what_it_misses() {
    let when = |detector, confidence| When { detector, confidence, at_least: 1 };
    let mut only = rule("only", [0]);
    only.unless = vec![when(1, Confidence::Medium), when(2, Confidence::High)];
    only.add = Some(text("I work here."));
    let words = [("praise", "beste"), ("disclosure", "ik werk"), ("unsure", "wij")];
    let detectors = words.map(|(id, term)| terms(id, Matching::Word, &[term]));
    let engine = Engine::new(policy(detectors.into(), vec![only]));
    let verdict = evaluate(&engine, "Beste broodjes! Wij zijn blij.");
    assert_eq!(verdict.action, Action::Confirm);
    assert_eq!(verdict.reasons[0].add, Some(text("I work here.")));
    assert_eq!(verdict.findings.len(), 1);
    assert_eq!(evaluate(&engine, "Ik werk hier.\n\nBeste broodjes!"), bezint_core::Verdict::default());
}

#[test]
fn protected_speech_is_never_more_than_advised_about() {
    let detectors = vec![
        terms("word", Matching::Word, &["geheim", "plan"]),
        pattern("number", "[0-9]{4}"),
        terms("protected", Matching::Word, &["vakbond"]),
    ];
    let mut policy = policy(detectors, vec![rule("words", [0]), rule("numbers", [1])]);
    policy.protected = vec![2];
    let engine = Engine::new(policy);
    let asked = |draft: &str| {
        let reasons = evaluate(&engine, draft).reasons.into_iter();
        reasons.map(|reason| (reason.rule, reason.action, reason.protected.is_some())).collect::<Vec<_>>()
    };
    let told = |rule: &str, action, protected| (rule.to_owned(), action, protected);
    assert_eq!(asked("De vakbond kent het geheim."), [told("words", Action::Advise, true)]);
    assert_eq!(asked("Geheim. De vakbond. Plan."), [told("words", Action::Confirm, false)]);
    assert_eq!(asked("De vakbond kent het geheim. Het plan ook."), [told("words", Action::Confirm, false)]);
    assert_eq!(asked("De vakbond kent code 1234."), [told("numbers", Action::Confirm, false)]);
    assert_eq!(asked("De vakbond!"), []);
}

#[test]
fn reasons_come_strongest_first_and_point_at_their_findings() {
    let rules = ["advises", "allows", "blocks", "also advises"].into_iter().zip([1, 0, 0, 1]);
    let mut rules: Vec<Rule> = rules.map(|(id, detector)| rule(id, [detector])).collect();
    for (rule, action) in rules.iter_mut().zip([Action::Advise, Action::Allow, Action::Block, Action::Advise]) {
        rule.steps[0].action = action;
    }
    let detectors = ["geheim", "later", "niets"].map(|term| terms(term, Matching::Word, &[term]));
    let engine = Engine::new(policy(detectors.into(), rules));
    let verdict = evaluate(&engine, "later geheim niets geheim");
    assert_eq!(verdict.action, Action::Block);
    let reasons: Vec<_> = verdict.reasons.iter().map(|reason| (reason.rule.as_str(), &reason.findings[..])).collect();
    assert_eq!(reasons, [("blocks", &[1][..]), ("advises", &[0]), ("also advises", &[0])]);
    let found: Vec<_> = verdict.findings.iter().map(|finding| finding.detector.as_str()).collect();
    assert_eq!(found, ["later", "geheim"]);
}

#[test]
fn a_reason_is_about_findings_of_its_step_only() {
    let near = [near(&["zeer"], bezint_core::policy::Within::Characters(2), Some(Confidence::High))];
    let word = weighed(terms("word", Matching::Word, &["geheim"]), Some(Confidence::Low), &near);
    let mut only = rule("only", [0]);
    only.steps = vec![
        step(Audience::SelfOnly, Confidence::Low, Action::Advise),
        step(Audience::SelfOnly, Confidence::High, Action::Block),
    ];
    let verdict = evaluate(&Engine::new(policy(vec![word], vec![only])), "geheim en zeer geheim");
    assert_eq!(verdict.action, Action::Block);
    assert_eq!(verdict.findings.len(), 1);
    assert_eq!(verdict.findings[0].evidence.len(), 1);
}

#[test]
fn a_finding_says_what_could_stand_in_its_place() {
    let mut policy = with_rule(|_| {});
    policy.detectors[0].instead = Some(text("een project"));
    assert_eq!(evaluate(&Engine::new(policy.clone()), "geheim").findings[0].instead, policy.detectors[0].instead);
}
