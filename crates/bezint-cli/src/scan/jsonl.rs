//! The answer for programs: a line of JSON a draft.

use super::{Answer, Judged};
use bezint_core::{Action, Confidence, Span, Verdict};
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};

pub struct Lines;

#[derive(Debug, Serialize)]
struct Line<'j> {
    /// The source's own, else the line.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(flatten)]
    said: Said<'j>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Said<'j> {
    Verdict { action: Action, findings: Vec<Found<'j>>, reasons: Vec<Reason<'j>> },
    Refusal { error: &'j str },
}

#[derive(Debug, Serialize)]
struct Found<'v> {
    detector: &'v str,
    spans: &'v [Span],
    confidence: Confidence,
}

#[derive(Debug, Serialize)]
struct Reason<'v> {
    rule: &'v str,
    action: Action,
    clause: &'v str,
    findings: &'v [u32],
}

impl Answer for Lines {
    fn take(&mut self, judged: &Judged<'_>, out: &mut dyn Write) -> io::Result<()> {
        let id = judged.id.clone().or(judged.line.map(Value::from));
        // Of the standard input a program knows what it asked, and its lines are the ids.
        let named = judged.source.path.is_some();
        let said = match &judged.found {
            Ok((_, verdict)) => said(verdict),
            Err(error) => Said::Refusal { error },
        };
        let file = named.then(|| judged.source.name());
        serde_json::to_writer(&mut *out, &Line { id, file, line: judged.line.filter(|_| named), said })?;
        out.write_all(b"\n")
    }

    fn end(&mut self, _: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

fn said(verdict: &Verdict) -> Said<'_> {
    let findings = verdict.findings.iter();
    let reasons = verdict.reasons.iter();
    Said::Verdict {
        action: verdict.action,
        findings: findings
            .map(|finding| Found { detector: &finding.detector, spans: &finding.spans, confidence: finding.confidence })
            .collect(),
        reasons: reasons
            .map(|reason| Reason {
                rule: &reason.rule,
                action: reason.action,
                clause: &reason.clause,
                findings: &reason.findings,
            })
            .collect(),
    }
}
