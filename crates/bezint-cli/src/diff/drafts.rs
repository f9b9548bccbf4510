//! What two policies make of the same drafts.

use crate::{failure::Failure, policy_file};
use bezint_core::{Action, Audience, Context, Engine, Policy, Verdict};
use serde::Serialize;
use std::{collections::BTreeSet, path::Path};

/// What came of it.
#[derive(Debug, Serialize)]
pub(super) struct Tried {
    /// How many drafts there were.
    pub tried: usize,
    /// Those that get another verdict.
    pub changed: Vec<Changed>,
}

/// A draft that gets another verdict, by its place only.
#[derive(Debug, Serialize)]
pub(super) struct Changed {
    /// Where it begins, from 1.
    pub line: usize,
    /// Who could read it.
    pub audience: Audience,
    pub old: Action,
    pub new: Action,
    /// Rules that did not fire before, or asked something else.
    pub now: Vec<Asks>,
    /// Rules that fire no longer.
    pub no_longer: Vec<String>,
}

/// What a rule asks.
#[derive(Debug, Serialize)]
pub(super) struct Asks {
    pub rule: String,
    pub action: Action,
}

/// A draft, where it begins, and where it would be posted.
type Draft = (usize, String, Context);

/// Tries both policies on the drafts of a file.
pub(super) fn tried(path: &Path, context: &Context, old: Policy, new: Policy) -> Result<Tried, Failure> {
    let source = policy_file::source(path)?;
    let drafts = if path.extension().is_some_and(|extension| extension == "toml") {
        written(path, &source, &old, &new)?
    } else {
        let lines = (1..).zip(source.lines()).filter(|(_, draft)| !draft.trim().is_empty());
        lines.map(|(line, draft)| (line, draft.to_owned(), context.clone())).collect()
    };
    let (old, new) = (Engine::new(old), Engine::new(new));
    let changed = drafts.iter().filter_map(|draft| compared(draft, &old, &new)).collect();
    Ok(Tried { tried: drafts.len(), changed })
}

/// The drafts of a file in TOML. They may name detectors of either policy.
fn written(path: &Path, source: &str, old: &Policy, new: &Policy) -> Result<Vec<Draft>, Failure> {
    let mut either = new.clone();
    either.detectors.extend(old.detectors.iter().cloned());
    let drafts = bezint_policy::read_drafts(source, &either)
        .map_err(|problems| Failure::Drafts { path: path.to_owned(), problems })?;
    let ends: Vec<usize> = source.match_indices('\n').map(|(end, _)| end).collect();
    let line = |start| ends.partition_point(|end| *end < start) + 1;
    Ok(drafts.drafts.into_iter().map(|draft| (line(draft.span.start), draft.draft, draft.context)).collect())
}

fn compared((line, draft, context): &Draft, old: &Engine, new: &Engine) -> Option<Changed> {
    let (before, after) = (old.evaluate(draft, context), new.evaluate(draft, context));
    let fired = |verdict: &Verdict| {
        let reasons = verdict.reasons.iter();
        reasons.map(|reason| (reason.rule.clone(), reason.action)).collect::<BTreeSet<_>>()
    };
    let (was, is) = (fired(&before), fired(&after));
    let fires = |rule: &str| is.iter().any(|(other, _)| other == rule);
    let now = is.difference(&was).map(|(rule, action)| Asks { rule: rule.clone(), action: *action }).collect();
    let no_longer = was.iter().map(|(rule, _)| rule).filter(|rule| !fires(rule)).cloned().collect();
    let changed =
        Changed { line: *line, audience: context.audience, old: before.action, new: after.action, now, no_longer };
    (was != is).then_some(changed)
}
