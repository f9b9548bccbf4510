//! How a verdict came about: every stage of [`Engine::evaluate`](crate::Engine::evaluate), with what it dropped.
//!
//! Nothing here decides: what is told comes from the functions that judge a draft. It costs more time and memory than a
//! verdict, and a program that only judges drafts does not carry it.

use crate::{
    Action, Audience, Confidence, Context, Policy, Span, Stance, Verdict, decide,
    detect::{self, Check, Entropy},
    policy::{Period, Step},
    text::{Folded, Offsets},
    words::words,
};
use serde::Serialize;
use std::ops::Range;

/// How the verdict on one draft came about. It holds words of the draft only where folding changed them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Trace {
    /// Where folding changed the draft, by place.
    pub folded: Vec<Change>,
    /// Everything that detectors found, by their order in the policy, then by place.
    pub candidates: Vec<Candidate>,
    /// Every rule, by their order in the policy.
    pub rules: Vec<Considered>,
    /// Who could read the post.
    pub audience: Audience,
    /// The policy's stance.
    pub stance: Stance,
    /// The strongest action that stance lets a rule take.
    pub ceiling: Action,
    /// What came of it.
    pub verdict: Verdict,
}

/// A place where folding changed the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What was typed.
    pub span: Span,
    /// What it is compared as; empty: it is left out.
    pub folded: String,
}

/// Something that a detector found: a finding, or what became none. What fails its check is not found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// The detector's id.
    pub detector: String,
    /// Where.
    pub span: Span,
    /// The check it passed.
    pub check: Option<Check>,
    /// Of a combination: the parts that made it.
    pub parts: Vec<PartFound>,
    /// What it is worth by itself; `None`: nothing.
    pub alone: Option<Confidence>,
    /// The terms near by that had a say, in their order in the policy: the last decides.
    pub near: Vec<Nearby>,
    /// What it is worth; `None`: nothing, so it is no finding.
    pub confidence: Option<Confidence>,
    /// How mixed its characters are, if its detector asks for that.
    pub entropy: Option<Entropy>,
    /// What its detector's findings are worth at least: what is worth less is no finding.
    pub floor: Confidence,
    /// The allowed term that it stands in, or is written like, so that it is no finding.
    pub allowed: Option<String>,
    /// The better one of the same detector that it overlaps, so that it is no finding.
    pub covered_by: Option<Span>,
}

/// A part of a combination, in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartFound {
    /// The part's name in the policy.
    pub part: String,
    /// Where it stands first.
    pub span: Span,
}

/// A term that stands near a candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Nearby {
    /// The term, as the policy has it.
    pub term: String,
    /// What the candidate is worth with it; `None`: nothing.
    pub confidence: Option<Confidence>,
}

/// What a rule made of the findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Considered {
    /// The rule's id.
    pub rule: String,
    /// The place in the policy to look up.
    pub clause: String,
    /// Who answers questions about it.
    pub owner: Option<String>,
    /// The id of the layer that it is of, then of those that changed it; none: the policy is of one piece.
    pub layers: Vec<String>,
    /// Whether it fires, and if not, what it failed on.
    pub outcome: Outcome,
    /// What it asks; `allow` if it does not fire.
    pub action: Action,
    /// The detector of the protected speech that it would speak up about, so that it asks `advise` at most.
    pub protected: Option<String>,
    /// What its steps ask without the stance's ceiling; `allow` if none applies.
    pub without_ceiling: Action,
    /// What keeps it from this site, these roles and this time.
    pub limits: Vec<Limit>,
    /// What it is about, and what was found of that.
    pub when: Vec<Asked>,
    /// What makes it silent, and what was found of that.
    pub unless: Vec<Asked>,
    /// The highest confidence of what counts; `None`: not enough was found.
    pub highest: Option<Confidence>,
    /// Its steps, in their order in the policy.
    pub steps: Vec<Weighed>,
}

/// A step of a rule, and whether it is for this audience and for findings of this confidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// The step.
    #[serde(flatten)]
    pub step: Step,
    /// Whether it applies.
    pub applies: bool,
}

/// One thing a rule is about, and what was found of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The detector's id.
    pub detector: String,
    /// Findings below this do not count.
    pub confidence: Confidence,
    /// How many different findings it takes.
    pub at_least: u32,
    /// How many the detector has.
    pub found: usize,
    /// How many of these count.
    pub counting: usize,
    /// How many of these are different.
    pub different: usize,
    /// Whether that is enough.
    pub met: bool,
}

words! {
    /// What became of a rule.
    Outcome {
        /// It is not for this site, these roles or this time.
        Limited = "limited",
        /// Not enough was found.
        Unmet = "unmet",
        /// No step is for this audience and for findings of this confidence.
        NoStep = "no_step",
        /// It asks nothing.
        Allows = "allows",
        /// It would ask something, but what makes it silent is in the draft.
        Excused = "excused",
        /// It is a reason of the verdict.
        Fires = "fires",
    }
}

/// What keeps a rule from a context, by its name in the policy and with what the policy says there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// It is for these sites.
    Sites(Vec<String>),
    /// It is for these roles.
    Roles(Vec<String>),
    /// It is not for these roles.
    ExceptRoles(Vec<String>),
    /// It holds in these periods.
    Periods(Vec<Period>),
}

pub(crate) fn explain(policy: &Policy, index: &detect::Index, draft: &str, context: &Context) -> Trace {
    let folded = Folded::new(draft);
    let changes: Vec<_> = folded.changes().collect();
    let (hits, candidates) = index.trace(&policy.detectors, draft, &folded);
    let found = candidates
        .iter()
        .flat_map(|found| std::iter::once(&found.span).chain(found.parts.iter().map(|(_, span)| span)));
    let spans = found.chain(changes.iter().map(|(typed, _)| typed));
    let offsets = Offsets::new(draft, spans);
    let change = |(typed, to): &(_, Range<usize>)| {
        let folded = folded.text().get(to.clone()).unwrap_or_default().to_owned();
        Some(Change { span: offsets.span(typed)?, folded })
    };
    Trace {
        folded: changes.iter().filter_map(change).collect(),
        candidates: candidates.into_iter().filter_map(|found| candidate(policy, draft, found, &offsets)).collect(),
        rules: decide::trace(policy, draft, &hits, context),
        audience: context.audience,
        stance: policy.card.stance,
        ceiling: policy.card.stance.ceiling(),
        verdict: decide::verdict(policy, draft, &hits, context),
    }
}

fn candidate(policy: &Policy, draft: &str, found: detect::Candidate, offsets: &Offsets) -> Option<Candidate> {
    let detector = policy.detectors.get(found.detector)?;
    let entropy = || Entropy::of(draft.get(found.span.clone()).unwrap_or_default());
    let near = found.near.iter().filter_map(|nearby| {
        let near = detector.near.get(nearby.near)?;
        Some(Nearby { term: near.terms.get(nearby.term)?.clone(), confidence: near.confidence })
    });
    let parts = found.parts.iter().filter_map(|(part, span)| {
        Some(PartFound { part: detector.kind.part(*part)?.name.clone(), span: offsets.span(span)? })
    });
    Some(Candidate {
        detector: detector.id.clone(),
        span: offsets.span(&found.span)?,
        check: detector.kind.check(),
        parts: parts.collect(),
        alone: detector.confidence,
        near: near.collect(),
        confidence: found.worth,
        entropy: detector.kind.entropy().map(|_| entropy()),
        floor: detector.floor,
        allowed: found.allowed.and_then(|term| detector.allowed.get(term).cloned()),
        covered_by: found.covered_by.and_then(|span| offsets.span(&span)),
    })
}
