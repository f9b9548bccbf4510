//! The `[[drafts]]` of a file beside a policy.

use super::{
    examples::context,
    source::{Sink, Table, Value},
};
use crate::{Draft, Problem};
use bezint_core::{Context, Policy};
use std::collections::BTreeSet;
use toml::{Spanned, de::DeTable};

pub(super) fn read<'s>(document: &Spanned<DeTable<'s>>, policy: &Policy, sink: &mut Sink<'s>) -> Vec<Draft> {
    let mut table = Table::new("a file of drafts", 0..0, document.get_ref());
    sink.enter(table.get("zone"));
    let drafts = table.need("drafts", "[[drafts]]", sink);
    let drafts = drafts.map(|value| sink.list(value, |sink, item| draft(item, policy, sink)));
    table.finish(sink);
    drafts.unwrap_or_default()
}

fn draft<'s>(value: &Value<'s>, policy: &Policy, sink: &mut Sink<'s>) -> Option<Draft> {
    let mut table = sink.table(value, "a draft")?;
    let written = table.need("draft", "draft = \"We ship on Monday!\"", sink);
    let draft = written.and_then(|value| sink.text(value, "this draft"));
    let action = table.need("action", "action = \"allow\"", sink).and_then(|value| sink.word(value));
    let found = table.get("found").map(|value| sink.list(value, |sink, item| detector(item, policy, sink)));
    let mut posted = Context::default();
    context(&mut table, &mut posted, sink);
    table.finish(sink);
    Some(Draft {
        span: written?.span(),
        draft: draft?,
        context: posted,
        action: action?,
        found: found.map(BTreeSet::from_iter),
    })
}

/// The id of a detector of the policy.
fn detector<'s>(value: &Value<'s>, policy: &Policy, sink: &mut Sink<'s>) -> Option<String> {
    let id = sink.text(value, "this id")?;
    let known = || policy.detectors.iter().map(|detector| detector.id.as_str());
    if !known().any(|known| known == id) {
        let nearest = sink.nearest(&id, known());
        sink.add(value.span(), Problem::UnknownDetector { id, nearest });
        return None;
    }
    Some(id)
}
