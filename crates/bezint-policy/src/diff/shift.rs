//! What a rule asks of whom, and how that differs.

use bezint_core::{Action, Audience, Confidence, policy::Rule};
use serde::Serialize;

/// What a rule asks now and did not ask before, of these audiences and for findings of these confidences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Shift {
    /// The fewest and the most readers.
    pub audiences: (Audience, Audience),
    /// The lowest and the highest.
    pub confidences: (Confidence, Confidence),
    /// What it asked; `allow` if the rule was not there.
    pub old: Action,
    /// What it asks; `allow` if the rule is there no longer.
    pub new: Action,
}

/// By confidence, by audience.
pub(crate) type Asked = Vec<(Confidence, Vec<(Audience, Action)>)>;

/// What a rule asks, under a ceiling; of no rule: nothing.
pub(crate) fn asked(rule: Option<&Rule>, ceiling: Action) -> Asked {
    let asks = |audience: Audience, confidence: Confidence| {
        let steps = rule.iter().flat_map(|rule| &rule.steps);
        let applies = steps.filter(|step| audience >= step.audience && confidence >= step.confidence);
        applies.map(|step| step.action.min(ceiling)).max().unwrap_or_default()
    };
    let audiences = |confidence| Audience::ALL.iter().map(|&audience| (audience, asks(audience, confidence))).collect();
    Confidence::ALL.iter().map(|&confidence| (confidence, audiences(confidence))).collect()
}

/// Where two differ; neighbours that differ in the same way are told together.
pub(crate) fn shifts(old: &Asked, new: &Asked) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = Vec::new();
    for ((confidence, before), (_, after)) in old.iter().zip(new) {
        let asked = before.iter().zip(after).map(|(&(audience, old), &(_, new))| (audience, old, new));
        let asked: Vec<_> = asked.collect();
        for alike in asked.chunk_by(|one, next| (one.1, one.2) == (next.1, next.2)) {
            let (Some(&(first, old, new)), Some(&(last, ..))) = (alike.first(), alike.last()) else { continue };
            if old == new {
                continue;
            }
            let audiences = (first, last);
            let same = |shift: &&mut Shift| (shift.audiences, shift.old, shift.new) == (audiences, old, new);
            match shifts.iter_mut().find(same) {
                Some(shift) => shift.confidences.1 = *confidence,
                None => shifts.push(Shift { audiences, confidences: (*confidence, *confidence), old, new }),
            }
        }
    }
    shifts
}
