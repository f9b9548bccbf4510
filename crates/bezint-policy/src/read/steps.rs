//! What a rule asks for: one action, or one by confidence, by audience, or by both.

use super::source::{Sink, Table, Value};
use crate::Problem;
use bezint_core::{Audience, Confidence, policy::Step};
use std::ops::Range;
use toml::de::DeValue;

/// Reads `action` and `audience`: each step with the place of its action.
pub(super) fn read<'s>(table: &mut Table<'_, 's>, sink: &mut Sink<'s>) -> Option<Vec<(Range<usize>, Step)>> {
    let audience = table.get("audience");
    let action = table.need("action", "action = \"confirm\"", sink)?;
    let mut steps = Steps(Vec::new());
    if by_audience(action) {
        if let Some(audience) = audience {
            sink.add(audience.span(), Problem::TwoAudiences);
        }
        steps.each(action, Audience::ALL, Audience::as_str, sink, |steps, value, audience, sink| {
            steps.by_confidence(value, audience, sink);
        });
    } else {
        let audience = audience.map_or(Some(Audience::Named), |value| sink.word(value))?;
        steps.by_confidence(action, audience, sink);
    }
    steps.check(sink);
    Some(steps.0)
}

/// Whether a table of actions is by audience. Audiences and confidences have no name in common.
fn by_audience(action: &Value) -> bool {
    let DeValue::Table(entries) = action.get_ref() else { return false };
    entries
        .iter()
        .any(|(key, value)| key.get_ref().parse::<Audience>().is_ok() || matches!(value.get_ref(), DeValue::Table(_)))
}

/// Steps with the places of their actions.
struct Steps(Vec<(Range<usize>, Step)>);

impl Steps {
    fn by_confidence<'s>(&mut self, value: &Value<'s>, audience: Audience, sink: &mut Sink<'s>) {
        if let DeValue::Table(_) = value.get_ref() {
            self.each(value, Confidence::ALL, Confidence::as_str, sink, |steps, value, confidence, sink| {
                steps.add(value, audience, confidence, sink);
            });
        } else {
            self.add(value, audience, Confidence::Low, sink);
        }
    }

    /// Goes through a table whose keys are words.
    fn each<'v, 's, W: Copy>(
        &mut self,
        value: &'v Value<'s>,
        words: &[W],
        name: fn(W) -> &'static str,
        sink: &mut Sink<'s>,
        mut then: impl FnMut(&mut Self, &'v Value<'s>, W, &mut Sink<'s>),
    ) {
        let Some(mut table) = sink.table(value, "`action`") else { return };
        for word in words {
            if let Some(value) = table.get(name(*word)) {
                then(self, value, *word, sink);
            }
        }
        table.finish(sink);
    }

    fn add<'s>(&mut self, value: &Value<'s>, audience: Audience, confidence: Confidence, sink: &mut Sink<'s>) {
        if let Some(action) = sink.word(value) {
            self.0.push((value.span(), Step { audience, confidence, action }));
        }
    }

    /// Says which steps never count because another always asks for as much.
    fn check(&self, sink: &mut Sink) {
        for (index, (span, step)) in self.0.iter().enumerate() {
            let covers = |other: &Step| {
                other.audience <= step.audience && other.confidence <= step.confidence && other.action >= step.action
            };
            let stronger = self.0.iter().enumerate().find(|(place, (_, other))| *place != index && covers(other));
            if let Some((_, (_, Step { audience, confidence, action }))) = stronger {
                let (audience, confidence, action) = (*audience, *confidence, *action);
                sink.add(span.clone(), Problem::IdleStep { action, audience, confidence });
            }
        }
    }
}
