//! What is the company's own: addresses at its domains.

mod support;

use bezint_core::{Confidence, Context, Engine, Evidence, Policy, policy::Within};
use support::*;

/// Finds addresses, which are worth `own` at a domain of the company's.
fn company(own: Option<Option<Confidence>>) -> Policy {
    let mut addresses = weighed(
        pattern("address", r"[a-z]+@[a-z.]+"),
        Some(Confidence::Medium),
        &[near(&["mobile"], Within::Sentence, Some(Confidence::High))],
    );
    addresses.own = own;
    let mut policy = policy(vec![addresses], vec![rule("address", [0])]);
    policy.card.domains = vec!["acme.example".to_owned()];
    policy
}

fn worth(policy: &Policy, context: &Context, draft: &str) -> Vec<Confidence> {
    let findings = Engine::new(policy.clone()).evaluate(draft, context).findings;
    findings.into_iter().map(|finding| finding.confidence).collect()
}

#[test]
fn an_address_of_the_companys_own_is_worth_what_its_detector_says() {
    use Confidence::{Low, Medium};
    let draft = "sanne@mail.acme.example and bram@other.example";
    let context = Context::default();
    assert_eq!(worth(&company(None), &context, draft), [Medium, Medium]);
    assert_eq!(worth(&company(Some(Some(Low))), &context, draft), [Low, Medium]);
    assert_eq!(worth(&company(Some(None)), &context, draft), [Medium]);
}

#[test]
fn what_is_near_has_the_last_word() {
    let draft = "mobile sanne@acme.example";
    assert_eq!(worth(&company(Some(Some(Confidence::Low))), &Context::default(), draft), [Confidence::High]);
}

#[test]
fn a_host_can_add_domains() {
    let context = Context { domains: vec!["other.example".to_owned()], ..Context::default() };
    let draft = "sanne@acme.example and bram@other.example and joan@third.example";
    assert_eq!(worth(&company(Some(None)), &context, draft), [Confidence::Medium]);
}

#[test]
fn it_is_evidence_and_told() {
    let engine = Engine::new(company(Some(Some(Confidence::Low))));
    let finding = &evaluate(&engine, "sanne@mail.acme.example").findings[0];
    assert_eq!(finding.evidence, [Evidence::Own { domain: "acme.example".to_owned() }]);
    let trace = engine.explain("sanne@mail.acme.example, bram@other.example", &Context::default());
    let told: Vec<_> = trace.candidates.iter().map(|found| (found.own.as_deref(), found.alone)).collect();
    assert_eq!(told, [(Some("acme.example"), Some(Confidence::Low)), (None, Some(Confidence::Medium))]);
}
