//! The report for people.

use super::{Report, drafts::Tried};
use crate::{places::visible, problems::many};
use bezint_core::{Action, Confidence};
use bezint_policy::{Changed, Field, How, Shift};
use std::{
    fmt::Display,
    io::{self, Write},
};

/// Fields that are shown of one thing at most: a list of terms can be long.
const MOST_FIELDS: usize = 20;

pub(super) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let difference = &report.difference;
    if difference.is_empty() {
        writeln!(out, "Nothing changes for anyone.")?;
    }
    if !difference.policy.is_empty() {
        writeln!(out, "Policy")?;
        fields(out, "  ", &difference.policy)?;
    }
    for (kind, all) in [("Detectors", &difference.detectors), ("Rules", &difference.rules)] {
        if !all.is_empty() {
            writeln!(out, "{kind}")?;
        }
        for changed in all {
            one(out, changed)?;
        }
    }
    if !report.version_grew {
        writeln!(out, "The version did not grow: raise it before you seal this.")?;
    }
    match &report.drafts {
        Some(tried) => drafts(out, tried),
        None => Ok(()),
    }
}

fn one(out: &mut impl Write, Changed { id, title, how, fields: said, shifts }: &Changed) -> io::Result<()> {
    let how = match how {
        How::Added => "added",
        How::Removed => "removed",
        How::Changed => "changed",
    };
    let title = title.values().next().map(String::as_str).unwrap_or_default();
    writeln!(out, "  {how:7}  {id}: {title}")?;
    for shift in shifts {
        writeln!(out, "           {}", shifted(shift))?;
    }
    fields(out, "           ", said)
}

fn fields(out: &mut impl Write, indent: &str, fields: &[Field]) -> io::Result<()> {
    for Field { what, old, new } in fields.iter().take(MOST_FIELDS) {
        match (old, new) {
            (Some(old), Some(new)) => writeln!(out, "{indent}{what}: {}, was {}", visible(new), visible(old))?,
            (Some(old), None) => writeln!(out, "{indent}{what}: no longer {}", visible(old))?,
            (None, new) => writeln!(out, "{indent}{what}: now {}", visible(new.as_deref().unwrap_or_default()))?,
        }
    }
    match fields.len().saturating_sub(MOST_FIELDS) {
        0 => Ok(()),
        more => writeln!(out, "{indent}and {more} more"),
    }
}

fn shifted(Shift { audiences, confidences, old, new }: &Shift) -> String {
    let compared = if new > old { "stronger" } else { "weaker" };
    let audiences = range(audiences.0, audiences.1);
    let all = *confidences == (Confidence::Low, Confidence::High);
    let sure = if all { String::new() } else { format!(", confidence {}", range(confidences.0, confidences.1)) };
    format!("{compared} for {audiences}{sure}: {new}, was {old}")
}

fn range<T: Display + PartialEq>(first: T, last: T) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

fn drafts(out: &mut impl Write, tried: &Tried) -> io::Result<()> {
    writeln!(out, "Drafts")?;
    for changed in &tried.changed {
        let action = if changed.new == changed.old {
            format!("{}, as before", changed.new)
        } else {
            format!("{}, was {}", changed.new, changed.old)
        };
        let now = changed.now.iter().map(|asks| format!("{} asks {}", asks.rule, asks.action));
        let rules: Vec<_> = now.chain(changed.no_longer.iter().map(|rule| format!("{rule} no longer fires"))).collect();
        writeln!(out, "  line {}, for {}: {action} ({})", changed.line, changed.audience, rules.join(", "))?;
    }
    let count = |compared: fn(Action, Action) -> bool| {
        tried.changed.iter().filter(|changed| compared(changed.new, changed.old)).count()
    };
    let (stronger, weaker) = (count(|new, old| new > old), count(|new, old| new < old));
    let (all, changed) = (many(tried.tried, "draft"), tried.changed.len());
    writeln!(out, "  {all}: {changed} judged otherwise, {stronger} stronger, {weaker} weaker")
}
