//! The `examples` of a detector or a rule.

use super::{
    domains,
    source::{Sink, Table, Value},
};
use crate::{
    Problem,
    example::{Example, Examples},
};
use bezint_core::{Context, policy::Period};
use toml::de::DeValue;

/// Whose examples they are: this decides which keys one may have.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Of {
    Detector,
    /// A time that an example leaves out is the first at which its rule holds.
    Rule {
        from: i64,
    },
}

impl Of {
    /// Of a rule that holds in these periods.
    pub fn rule(periods: &[Period]) -> Self {
        Self::Rule { from: periods.first().and_then(|first| first.from).unwrap_or(0) }
    }

    fn time(self) -> i64 {
        match self {
            Self::Detector => 0,
            Self::Rule { from } => from,
        }
    }
}

pub(super) fn read<'s>(value: &Value<'s>, of: Of, sink: &mut Sink<'s>) -> Option<Examples> {
    let mut table = sink.table(value, "`examples`")?;
    let mut drafts = |key, sink: &mut Sink<'s>| match table.get(key) {
        Some(value) => sink.list(value, |sink, item| example(item, of, sink)),
        None => Vec::new(),
    };
    let matching = drafts("match", sink);
    let passing = drafts("pass", sink);
    table.finish(sink);
    Some(Examples { matching, passing })
}

/// Reads the `examples` of a detector that ships, of which there must be both kinds.
pub(super) fn need_both<'s>(table: &mut Table<'_, 's>, of: &'static str, sink: &mut Sink<'s>) -> Option<Examples> {
    let value = table.need("examples", "examples = { match = [\"…\"], pass = [\"…\"] }", sink)?;
    let examples = read(value, Of::Detector, sink)?;
    for should in examples.missing() {
        sink.add(value.span(), Problem::NoExamples { of, should });
    }
    Some(examples)
}

fn example<'s>(value: &Value<'s>, of: Of, sink: &mut Sink<'s>) -> Option<Example> {
    let mut example = Example {
        span: value.span(),
        draft: String::new(),
        context: Context { time: of.time(), ..Context::default() },
        found: None,
        confidence: None,
        action: None,
    };
    if let DeValue::String(draft) = value.get_ref() {
        example.draft = draft.to_string();
        return Some(example);
    }
    let mut table = sink.table(value, "an example")?;
    let draft = table.need("draft", "draft = \"We ship on Monday!\"", sink)?;
    example.draft = sink.text(draft, "this draft")?;
    match of {
        Of::Detector => {
            example.found = table.get("found").map(|value| sink.list(value, |sink, item| sink.text(item, "a finding")));
            let domains = table.get("domains").map(|value| domains::read(value, sink)).unwrap_or_default();
            example.context.domains = domains.into_iter().map(|(_, domain)| domain).collect();
            example.confidence = table.get("confidence").and_then(|value| sink.word(value));
        }
        Of::Rule { .. } => {
            example.action = table.get("action").and_then(|value| sink.word(value));
            context(&mut table, &mut example.context, sink);
        }
    }
    table.finish(sink);
    Some(example)
}

/// Where a draft would be posted, as far as it is said.
pub(super) fn context<'s>(table: &mut Table<'_, 's>, context: &mut Context, sink: &mut Sink<'s>) {
    if let Some(audience) = table.get("audience").and_then(|value| sink.word(value)) {
        context.audience = audience;
    }
    if let Some(site) = table.get("site").and_then(|value| sink.text(value, "this site")) {
        context.site = site;
    }
    if let Some(roles) = table.get("roles") {
        context.roles = sink.list(roles, |sink, item| sink.text(item, "a role"));
    }
    let outer = sink.zone.clone();
    sink.enter(table.get("zone"));
    if let Some(time) = table.get("time").and_then(|value| sink.moment(value)) {
        context.time = time;
    }
    sink.zone = outer;
}
