//! The trace for people.

use crate::{
    places::{Places, visible},
    problems::many,
};
use bezint_core::{
    Audience, Confidence, Disguise,
    explain::{Asked, Candidate, Considered, Limit, Outcome, Trace, Weighed},
    policy::{Off, Step},
};
use bezint_policy::time;
use std::io::{self, Write};

pub(super) fn write(out: &mut impl Write, trace: &Trace, draft: &str, language: &str) -> io::Result<()> {
    let places = Places::new(draft);
    writeln!(out, "{}", trace.verdict.action)?;
    writeln!(out, "\nFolded")?;
    for change in &trace.folded {
        let (place, typed) = (places.of(change.span), places.words(change.span));
        if change.folded.is_empty() {
            writeln!(out, "  {place} {typed} is left out")?;
        } else {
            writeln!(out, "  {place} {typed} is read as {}", visible(&change.folded))?;
        }
    }
    if trace.folded.is_empty() {
        writeln!(out, "  nothing: it is read as it is typed")?;
    }
    writeln!(out, "\nFound")?;
    for found in &trace.candidates {
        let worth = found.confidence.map_or("no finding", Confidence::as_str);
        writeln!(out, "  {} {} {}: {}", places.of(found.span), found.detector, places.words(found.span), worth)?;
        writeln!(out, "      {}", evidence(found, &places).join("; "))?;
        if let Some(same) = found.same_as {
            writeln!(out, "      one finding with {} at {}", places.words(same), places.of(same))?;
        }
        if let Some(better) = found.covered_by {
            writeln!(out, "      no finding: it overlaps {} at {}", places.words(better), places.of(better))?;
        }
    }
    if trace.candidates.is_empty() {
        writeln!(out, "  nothing")?;
    }
    if !trace.off.is_empty() {
        writeln!(out, "\nNot looked for")?;
    }
    for Off { name, why } in &trace.off {
        let why = why.as_ref().and_then(|why| why.get(language).or(why.values().next()));
        let because = why.map(|why| format!(", because: {}", visible(why))).unwrap_or_default();
        writeln!(out, "  {name} is switched off{because}")?;
    }
    writeln!(out, "\nRules, for the audience {}", trace.audience)?;
    let width = trace.rules.iter().map(|rule| rule.rule.len()).max().unwrap_or_default();
    for rule in &trace.rules {
        let owner = rule.owner.as_ref().map(|owner| format!(", {owner}")).unwrap_or_default();
        let layers = if rule.layers.is_empty() { String::new() } else { format!(" ({})", rule.layers.join(", then ")) };
        let action = if rule.outcome == Outcome::Fires { rule.action.as_str() } else { "silent" };
        writeln!(out, "  {action:7}  {:width$}  {}{owner}{layers}", rule.rule, rule.clause)?;
        for line in because(rule, trace) {
            writeln!(out, "           {line}")?;
        }
    }
    writeln!(out, "\nThe stance {} lets a rule ask {} at most.", trace.stance, trace.ceiling)
}

fn named(confidence: Option<Confidence>) -> &'static str {
    confidence.map_or("nothing", Confidence::as_str)
}

/// How it is written so that a machine would not see it.
fn disguised(disguise: Disguise) -> &'static str {
    match disguise {
        Disguise::Apart => "disguised: something stands between the letters",
        Disguise::Replaced => "disguised: digits or signs stand for letters, or letters for digits",
        Disguise::Reversed => "disguised: written from right to left",
    }
}

/// What made it worth what it is, in the order in which it was weighed.
fn evidence(found: &Candidate, places: &Places) -> Vec<String> {
    let check = found.check.map(|check| format!("passes the check {check}"));
    let typos = found.typos.map(|letters| format!("written {} off", many(letters.into(), "letter")));
    let disguise = found.disguise.map(|disguise| disguised(disguise).to_owned());
    let alone = match &found.own {
        Some(domain) => format!("at the own domain {}: {}", visible(domain), named(found.alone)),
        None => format!("by itself: {}", named(found.alone)),
    };
    let entropy = found.entropy.map(|entropy| format!("entropy {entropy}"));
    let near = found.near.iter().map(|near| format!("near {}: {}", visible(&near.term), named(near.confidence)));
    let parts = found.parts.iter().map(|part| format!("{} {}", part.part, places.words(part.span)));
    let floor = found
        .confidence
        .filter(|worth| *worth < found.floor)
        .map(|_| format!("no finding: the policy wants {} confidence", found.floor));
    let allowed = found.allowed.as_ref().map(|term| format!("no finding: {} is allowed", visible(term)));
    check
        .into_iter()
        .chain(typos)
        .chain(disguise)
        .chain(entropy)
        .chain(parts)
        .chain([alone])
        .chain(near)
        .chain(floor)
        .chain(allowed)
        .collect()
}

/// Why a rule fires, or does not, a reason a line.
fn because(rule: &Considered, trace: &Trace) -> Vec<String> {
    match rule.outcome {
        Outcome::Limited => rule.limits.iter().map(limit).collect(),
        Outcome::Unmet => unmet(&rule.when),
        Outcome::NoStep => met(rule).chain(rule.steps.iter().map(|weighed| off(&weighed.step, rule, trace))).collect(),
        Outcome::Excused => excused(&rule.unless).collect(),
        Outcome::Allows => met(rule).chain(["what it asks here is allow".to_owned()]).collect(),
        Outcome::Fires => {
            let ceiling = (rule.without_ceiling > trace.ceiling)
                .then(|| format!("the stance {} lets it ask {}", trace.stance, trace.ceiling));
            let protected = rule.protected.as_ref();
            let protected =
                protected.map(|by| format!("asks advise at most, because of {by}: this is protected speech"));
            met(rule).chain(strongest(rule)).chain(ceiling).chain(protected).collect()
        }
    }
}

fn limit(limit: &Limit) -> String {
    match limit {
        Limit::Sites(sites) => format!("is for the site {}", sites.join(" or ")),
        Limit::Roles(roles) => format!("is for the role {}", roles.join(" or ")),
        Limit::ExceptRoles(roles) => format!("is not for the role {}", roles.join(" or ")),
        Limit::Periods(periods) => {
            let periods: Vec<_> = periods.iter().map(time::write_period).collect();
            format!("holds {}", periods.join(", and "))
        }
    }
}

fn unmet(when: &[Asked]) -> Vec<String> {
    let found = when.iter().filter(|asked| asked.found > 0);
    let lines: Vec<_> = found.map(lacking).collect();
    if lines.is_empty() { vec!["nothing is found of what it is about".to_owned()] } else { lines }
}

fn lacking(Asked { detector, confidence, at_least, found, counting, .. }: &Asked) -> String {
    if *counting == 0 {
        return format!("{detector}: {found} found, of which none has the confidence {confidence}");
    }
    format!("{detector}: {counting} found; it takes {at_least} different ones")
}

fn met(rule: &Considered) -> impl Iterator<Item = String> {
    rule.when.iter().filter(|asked| asked.met).map(found)
}

fn excused(unless: &[Asked]) -> impl Iterator<Item = String> {
    unless.iter().filter(|asked| asked.met).map(|asked| format!("is silent, because of {}", found(asked)))
}

fn found(asked: &Asked) -> String {
    format!("{}: {} found", asked.detector, asked.counting)
}

/// Why a step does not apply.
fn off(step: &Step, rule: &Considered, trace: &Trace) -> String {
    let audience = (trace.audience < step.audience).then(|| format!("from the audience {} on", step.audience));
    let confidence = rule
        .highest
        .filter(|highest| *highest < step.confidence)
        .map(|highest| format!("from the confidence {} on, and this is {highest}", step.confidence));
    let only: Vec<_> = audience.into_iter().chain(confidence).collect();
    format!("asks {} only {}", step.action, only.join(" and "))
}

/// The step that decides.
fn strongest(rule: &Considered) -> Option<String> {
    let decides = |weighed: &&Weighed| weighed.applies && weighed.step.action == rule.without_ceiling;
    let step = rule.steps.iter().find(decides)?.step;
    let on = |name, from: &str| format!("from the {name} {from} on");
    let mut from = Vec::new();
    if step.audience > Audience::SelfOnly {
        from.push(on("audience", step.audience.as_str()));
    }
    if step.confidence > Confidence::Low {
        from.push(on("confidence", step.confidence.as_str()));
    }
    let from = if from.is_empty() { "always".to_owned() } else { from.join(" and ") };
    Some(format!("asks {} {from}", step.action))
}
