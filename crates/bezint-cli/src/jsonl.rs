//! Drafts and verdicts as JSON lines.

use crate::{Outcome, failure::Failure, input::Input, scan::outcome};
use bezint_core::{Action, Confidence, Context, Engine, Span, UnknownWord, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufWriter, Write};

/// A line of input. What else stands in it is ignored.
#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    id: Option<Value>,
    text: String,
    #[serde(default)]
    audience: Option<String>,
    #[serde(default)]
    site: Option<String>,
}

/// A line of output.
#[derive(Debug, Serialize)]
struct Answer<'v> {
    id: Value,
    action: Action,
    findings: Vec<Found<'v>>,
    reasons: Vec<Reason<'v>>,
}

#[derive(Debug, Serialize)]
struct Found<'v> {
    detector: &'v str,
    span: Span,
    confidence: Confidence,
}

#[derive(Debug, Serialize)]
struct Reason<'v> {
    rule: &'v str,
    action: Action,
    clause: &'v str,
    findings: &'v [u32],
}

/// A line of output for a line that could not be read.
#[derive(Debug, Serialize)]
struct Refusal {
    id: Value,
    error: String,
}

/// Answers every line with a line. Blank lines are passed over.
pub fn answer(engine: &Engine, context: &Context, Input { name, mut lines }: Input) -> Result<Outcome, Failure> {
    let unreadable = |error| Failure::Read { from: name.clone(), error };
    let mut out = BufWriter::new(io::stdout().lock());
    let mut worst = Outcome::Quiet;
    let mut line = Vec::new();
    for number in 1_u64.. {
        line.clear();
        if lines.read_until(b'\n', &mut line).map_err(&unreadable)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let mut id = Value::from(number);
        match verdict(engine, context, line.trim_ascii(), &mut id) {
            Ok(verdict) => {
                worst = worst.max(outcome(verdict.action));
                write(&mut out, &answered(id, &verdict))?;
            }
            Err(error) => {
                worst = Outcome::Flawed;
                write(&mut out, &Refusal { id, error })?;
            }
        }
    }
    out.flush()?;
    Ok(worst)
}

/// The verdict on a line, and the line's own id if it has one. The reason why it cannot be read never repeats what the
/// line says.
fn verdict(engine: &Engine, context: &Context, line: &[u8], id: &mut Value) -> Result<Verdict, String> {
    let asked: Asked = serde_json::from_slice(line).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => "this is no object with a `text`, all fields of the right type".to_owned(),
        _ => format!("this is not JSON from character {} on", error.column()),
    })?;
    if let Some(own) = asked.id {
        *id = own;
    }
    let mut context = context.clone();
    if let Some(audience) = &asked.audience {
        let right = |error: UnknownWord| format!("`audience` is not one of {}", error.expected.join(", "));
        context.audience = audience.parse().map_err(right)?;
    }
    context.site = asked.site.unwrap_or(context.site);
    Ok(engine.evaluate(&asked.text, &context))
}

fn answered(id: Value, verdict: &Verdict) -> Answer<'_> {
    let findings = verdict.findings.iter();
    let reasons = verdict.reasons.iter();
    Answer {
        id,
        action: verdict.action,
        findings: findings
            .map(|found| Found { detector: &found.detector, span: found.span, confidence: found.confidence })
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

fn write(out: &mut impl Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
