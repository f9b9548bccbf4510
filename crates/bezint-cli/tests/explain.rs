//! `bezint explain`

mod support;

#[path = "../../../tests/corpus/mod.rs"]
#[allow(dead_code, reason = "the tests of the packs look at the corpus as a whole")]
mod corpus;

use bezint_core::{Action, Engine, explain::Outcome};
use bezint_policy::read;
use support::{bezint, expect, said};

const TRACED: &str = "crates/bezint-cli/tests/policies/traced.toml";

#[test]
fn the_trace_of_every_draft_of_the_corpus_is_of_its_verdict() {
    for (policy, source) in corpus::POLICIES {
        let authored = read(source, bezint_packs::packs()).unwrap_or_else(|problems| panic!("{policy}: {problems}"));
        let engine = Engine::new(authored.policy().clone());
        for case in corpus::cases(policy) {
            let (verdict, trace) =
                (engine.evaluate(&case.draft, &case.context()), engine.explain(&case.draft, &case.context()));
            assert_eq!(trace.verdict, verdict, "{}", case.id);
            assert_eq!(case.wrong(&trace.verdict), None);
            for rule in &trace.rules {
                let reason = verdict.reasons.iter().find(|reason| reason.rule == rule.rule);
                let fires =
                    if reason.is_some() { rule.outcome == Outcome::Fires } else { rule.action == Action::Allow };
                assert!(fires && rule.action == reason.map(|reason| reason.action).unwrap_or_default(), "{}", case.id);
            }
            for finding in &verdict.findings {
                let stays = trace.candidates.iter().any(|found| {
                    (&found.detector, found.span, found.confidence, found.covered_by)
                        == (&finding.detector, finding.spans[0], Some(finding.confidence), None)
                });
                assert!(stays, "{}", case.id);
            }
        }
    }
}

#[test]
fn people_are_told_what_became_of_everything() {
    let mut answers = String::new();
    let options: [(&[&str], &str); 8] = [
        (&["--audience", "followers"], "It is confidential: ｎéptunus\u{200B} noord\nNEPTUNUS!"),
        (&["--audience", "named", "--role", "spokesperson"], "Orion before 😀 Neptunus"),
        (&["--audience", "group"], "Orion, ORION!"),
        (&[], "Somebody called about 147258364, and I do not know what it is. Bestelnummer 593614276?"),
        (&[], "The works council was not asked about Orion and Neptunus"),
        (&[], "Orion ships on Monday, with the blessing of Sanne"),
        (&["--domain", "More.Example"], "Ask sanne@mail.traced.example, bram@more.example or joan@other.example"),
        (&[], "We ship on Monday!"),
    ];
    for (options, draft) in options {
        let fixed = ["explain", "--policy", TRACED, "--site", "x", "--time", "2026-03-01T00:00:00Z"];
        let (code, out, err) = said(&bezint(&[&fixed, options].concat(), draft));
        assert_eq!((code, err.as_str()), (0, ""));
        answers.push_str(&out);
        answers.push('\n');
    }
    expect("explain.txt", &answers);
}

#[test]
fn programs_are_told_the_same() {
    let arguments = ["explain", "--policy", TRACED, "--time", "2025-12-01T00:00:00Z", "--format", "json"];
    let (code, out, err) = said(&bezint(&arguments, "😀 Neptunus Ñoord"));
    assert_eq!((code, err.as_str()), (0, ""));
    expect("explain.json", &out);
}
