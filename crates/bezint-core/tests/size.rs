//! Large and hostile drafts: an answer in time in proportion, a verdict of bounded size, and the right action.

mod support;

use bezint_core::{
    Action, Audience, Confidence, Engine, Span, Verdict,
    detect::Check,
    policy::{Combination, Detector, Find, Kind, Matching, Part, Role, Within},
};
use proptest::prelude::*;
use std::time::{Duration, Instant};
use support::*;

fn sample() -> Engine {
    let bsn = [near(&["bsn", "sofi nummer"], Within::Sentence, Some(Confidence::High))];
    let order = [near(&["order"], Within::Characters(20), None)];
    engine(vec![
        weighed(checked("bsn", r"\b[0-9]{4}[. ]?[0-9]{2}[. ]?[0-9]{3}\b", 0, Some(Check::Bsn)), None, &bsn),
        weighed(
            checked("card", r"\b(?:[0-9][ -]?){12,18}[0-9]\b", 0, Some(Check::Luhn)),
            Some(Confidence::Low),
            &order,
        ),
        checked("iban", r"(?i)\b[a-z]{2}[0-9]{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b", 0, Some(Check::Iban)),
        pattern("mail", r"(?i)\b[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b"),
        pattern("key", "-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
        checked("password", r"(?i)\bpassword(?: is|:|=) ?(\S{6,})", 1, None),
        terms("code", Matching::Word, &["project phoenix", "phoenix"]),
        terms("part", Matching::Part, &["aaaa", "bbbbb c"]),
        combination("sentence", Within::Sentence),
        combination("characters", Within::Characters(200)),
    ])
}

fn combination(id: &str, within: Within) -> Detector {
    let find = |detector: Detector| match detector.kind {
        Kind::Terms(terms) => Find::Terms(terms),
        Kind::Pattern(pattern) => Find::Pattern(pattern),
        Kind::Number(_) | Kind::Combination(_) => unreachable!(),
    };
    let part = |role, detector| Part { name: "part".to_owned(), role, find: find(detector), allowed: Vec::new() };
    let parts = vec![
        part(Role::All, pattern("number", "[0-9]{1,4}")),
        part(Role::All, terms("order", Matching::Word, &["order"])),
        part(Role::Any, terms("words", Matching::Word, &["a", "bsn", "project"])),
        part(Role::None, terms("against", Matching::Word, &["against"])),
    ];
    let kind = Kind::Combination(Combination { parts, at_least: 1, within });
    Detector { kind, ..terms(id, Matching::Word, &[]) }
}

/// How long it takes to evaluate a draft so many times.
fn time(engine: &Engine, draft: &str, times: usize) -> Duration {
    let start = Instant::now();
    for _ in 0..times {
        std::hint::black_box(evaluate(engine, std::hint::black_box(draft)));
    }
    start.elapsed()
}

#[test]
fn time_grows_in_proportion() {
    let engine = sample();
    for piece in [
        "1",
        "a",
        "@",
        "a@",
        "a@b.",
        "é",
        "e\u{301}",
        "\u{200B}",
        " ",
        "\n",
        ". ",
        "1 ",
        "12-",
        "nl12",
        "phoenix ",
        "1 order a ",
        "order ",
        "1 order a. against ",
        "12 a 3 order ",
        "project    ",
        "bsn 111222333. ",
        "4111111111111111 order ",
        "-----BEGIN ",
        "BEGIN A ",
        "password",
        "password:a",
        "bbbbb ",
        "١",
        "ａ@",
        "a ",
        "a.",
        "ph0enix ",
        "a1a1 ",
        "1l2345 ",
        "a🎉",
        "🇦",
        "\u{202E}a1",
    ] {
        let (short, long) = (piece.repeat((2 << 10) / piece.len()), piece.repeat((16 << 10) / piece.len()));
        time(&engine, &short, 1);
        // The shortest times of the same amount of text in parts and in one, measured until they are alike: the machine
        // may be busy with something else. In quadratic time the one would take eight times as long, always.
        let (mut in_parts, mut in_one) = (Duration::MAX, Duration::MAX);
        let alike = (0..200).any(|_| {
            in_parts = in_parts.min(time(&engine, &short, 8));
            in_one = in_one.min(time(&engine, &long, 1));
            in_one < 3 * in_parts
        });
        assert!(alike, "{piece:?}: {in_parts:?} in parts, {in_one:?} in one");
    }
}

#[test]
fn a_verdict_shows_a_bounded_number_of_findings_and_every_reason_one() {
    let [phoenix, later] = ["phoenix", "later"].map(|term| terms(term, Matching::Word, &[term]));
    let detectors = [pattern("number", "[0-9]{4}"), phoenix, later];
    let mut rules = [rule("advises", [0]), rule("blocks", [1]), rule("also advises", [2])];
    for (rule, action) in rules.iter_mut().zip([Action::Advise, Action::Block, Action::Advise]) {
        rule.steps = vec![step(Audience::Public, Confidence::Low, action)];
    }
    let engine = Engine::new(policy(detectors.into(), rules.into()));
    let Verdict { action, findings, reasons } = evaluate(
        &engine,
        &((1000..6000).map(|number| format!("{number} ")).collect::<String>() + &"later ".repeat(5000) + "phoenix"),
    );
    assert_eq!(action, Action::Block);
    assert_eq!(findings.len(), 1001);
    let shown: Vec<_> = reasons.iter().map(|reason| (reason.rule.as_str(), reason.findings.len())).collect();
    assert_eq!(shown, [("blocks", 1), ("advises", 999), ("also advises", 1)]);
    assert_eq!(findings.iter().map(|finding| finding.spans.len()).sum::<usize>(), 1001);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_draft_gets_a_verdict(draft in any::<String>()) {
        let engine = sample();
        let verdict = evaluate(&engine, &draft);
        prop_assert_eq!(&verdict, &evaluate(&engine, &draft));
        let units = draft.encode_utf16().count();
        let inside = |span: Span| span.start < span.end && span.end as usize <= units;
        prop_assert!(verdict.findings.iter().flat_map(|finding| &finding.spans).all(|span| inside(*span)));
    }
}
