//! How a verdict came about: every stage of [`Engine::evaluate`](crate::Engine::evaluate), with what it dropped.
//!
//! Nothing here decides: what is told comes from the functions that judge a draft. It costs more time and memory than a
//! verdict, and a program that only judges drafts does not carry it.

use crate::{
    Action, Audience, Confidence, Context, Disguise, Policy, Span, Stance, Verdict, decide,
    detect::{self, Check, Entropy, Own},
    policy::Off,
    text::{Folded, Offsets},
};
pub use decide::{Asked, Considered, Limit, Outcome, Weighed};
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
    /// What of the packs the policy has switched off, so that nothing of it was looked for.
    pub off: Vec<Off>,
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
    /// Of a term with typing errors: how many letters are off, so that it is worth less.
    pub typos: Option<u8>,
    /// How it is disguised.
    pub disguise: Option<Disguise>,
    /// The check it passed.
    pub check: Option<Check>,
    /// Of a combination: the parts that made it.
    pub parts: Vec<PartFound>,
    /// The company's own domain that it is at, if its detector asks for that.
    pub own: Option<String>,
    /// What it is worth by itself, or at an own domain; `None`: nothing.
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
    /// The place of the finding that it is once more, where that place is worth more or comes first.
    pub same_as: Option<Span>,
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

pub(crate) fn explain(policy: &Policy, index: &detect::Index, draft: &str, context: &Context) -> Trace {
    let folded = Folded::new(draft);
    let changes: Vec<_> = folded.changes().collect();
    let (hits, candidates) = index.trace(&policy.detectors, Own::new(policy, context), draft, &folded);
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
        off: policy.off.clone(),
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
        typos: found.typos,
        disguise: found.disguise,
        check: detector.kind.check(),
        parts: parts.collect(),
        alone: found.alone,
        own: found.own,
        near: near.collect(),
        confidence: found.worth,
        entropy: detector.kind.entropy().map(|_| entropy()),
        floor: detector.floor,
        allowed: found.allowed.and_then(|term| detector.allowed.get(term).cloned()),
        covered_by: found.covered_by.and_then(|span| offsets.span(&span)),
        same_as: found.same_as.and_then(|span| offsets.span(&span)),
    })
}
