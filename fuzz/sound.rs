//! What must hold of every verdict, whatever the policy, the draft and its context are.

use bezint_core::{Action, Context, Engine};

/// Judges a draft and panics if the verdict is not sound.
pub fn judge(engine: &Engine, draft: &str, context: &Context) {
    let verdict = engine.evaluate(draft, context);
    assert_eq!(verdict, engine.evaluate(draft, context), "the same question has the same answer");
    assert_eq!(verdict, engine.explain(draft, context).verdict, "what is explained is the verdict");

    let units: Vec<u16> = draft.encode_utf16().collect();
    let is_inside = |unit: usize| unit > 0 && (0xDC00..0xE000).contains(&units.get(unit).copied().unwrap_or(0));
    for finding in &verdict.findings {
        assert!(!finding.spans.is_empty(), "a finding is somewhere");
        for (start, end) in finding.spans.iter().map(|span| (span.start as usize, span.end as usize)) {
            assert!(start < end && end <= units.len(), "a finding is in its draft");
            assert!(!is_inside(start) && !is_inside(end), "a finding is made of whole characters");
        }
        assert!(finding.spans.is_sorted_by(|one, next| one.end <= next.start), "its places are in order and apart");
    }
    assert!(verdict.findings.is_sorted_by_key(|finding| finding.spans[0].start), "findings are in order");

    let strongest = verdict.reasons.first().map_or(Action::Allow, |reason| reason.action);
    assert_eq!(verdict.action, strongest, "the verdict is the strongest reason's");
    assert!(verdict.action <= engine.card().stance.ceiling(), "the stance is a ceiling");
    for reason in &verdict.reasons {
        assert!(reason.action <= strongest, "the strongest reason comes first");
        assert!(reason.findings.iter().all(|place| (*place as usize) < verdict.findings.len()), "a reason has findings");
    }
}
