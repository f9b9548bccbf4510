//! The answer as SARIF 2.1.0, which code hosts and build servers show.
//!
//! A result is a rule that fired on a draft, at the places of its findings. No text of a draft is in it, and no
//! fingerprint: one made of a short text can be guessed back.

use super::{Answer, Judged, said, sources::Source};
use crate::places::Places;
use bezint_core::{Action, Policy, Reason, Span, policy::Rule};
use serde_json::{Value, json};
use std::{
    io::{self, Write},
    path::{Component, Path},
};

/// Of what was found only; drafts are not kept.
pub struct Sarif {
    /// The policy's first.
    language: Option<String>,
    rules: Vec<Value>,
    results: Vec<Value>,
    notifications: Vec<Value>,
}

impl Sarif {
    pub fn new(policy: &Policy) -> Self {
        let language = policy.card.languages.first().cloned();
        let rule = |rule: &Rule| {
            json!({
                "id": rule.id,
                "shortDescription": { "text": said(&rule.title, language.as_deref()) },
                "help": { "text": said(&rule.advice, language.as_deref()) },
                "properties": { "clause": rule.clause, "owner": rule.owner },
            })
        };
        let rules = policy.rules.iter().map(rule).collect();
        Self { language, rules, results: Vec::new(), notifications: Vec::new() }
    }

    fn result(&self, reason: &Reason, locations: Vec<Value>) -> Value {
        let said = |text| said(text, self.language.as_deref());
        let message = format!("{} {} {}", reason.clause, said(&reason.title), said(&reason.advice));
        json!({
            "ruleId": reason.rule,
            "level": level(reason.action),
            "message": { "text": message },
            "locations": locations,
            "properties": { "action": reason.action },
        })
    }
}

fn level(action: Action) -> &'static str {
    match action {
        Action::Allow => "none",
        Action::Advise => "note",
        Action::Confirm | Action::Justify => "warning",
        Action::Block => "error",
    }
}

impl Answer for Sarif {
    fn take(&mut self, judged: &Judged<'_>, _: &mut dyn Write) -> io::Result<()> {
        match &judged.found {
            Err(why) => self.notifications.push(json!({
                "level": "error",
                "message": { "text": why },
                "locations": [location(judged.source, judged.line.map(|line| json!({ "startLine": line })))],
            })),
            Ok((draft, verdict)) if !verdict.reasons.is_empty() => {
                let places = Places::new(draft);
                for reason in &verdict.reasons {
                    let findings = reason.findings.iter().filter_map(|place| usize::try_from(*place).ok());
                    let spans = findings
                        .filter_map(|place| verdict.findings.get(place))
                        .flat_map(|finding| finding.spans.iter().copied());
                    let locations = match judged.line {
                        // Where a draft is one of many, what it is written in says more than where in the draft it is.
                        Some(line) => vec![location(judged.source, Some(json!({ "startLine": line })))],
                        None => spans.map(|span| location(judged.source, Some(region(&places, span)))).collect(),
                    };
                    self.results.push(self.result(reason, locations));
                }
            }
            Ok(_) => {}
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let take = std::mem::take::<Vec<Value>>;
        let whole = self.notifications.is_empty();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "bezint",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": take(&mut self.rules),
                } },
                "columnKind": "unicodeCodePoints",
                "invocations": [{
                    "executionSuccessful": whole,
                    "toolExecutionNotifications": take(&mut self.notifications),
                }],
                "results": take(&mut self.results),
            }],
        });
        serde_json::to_writer_pretty(&mut *out, &log)?;
        writeln!(out)
    }
}

fn region(places: &Places<'_>, Span { start, end }: Span) -> Value {
    let ((start_line, start_column), (end_line, end_column)) = (places.line_column(start), places.line_column(end));
    json!({ "startLine": start_line, "startColumn": start_column, "endLine": end_line, "endColumn": end_column })
}

fn location(source: &Source, region: Option<Value>) -> Value {
    let uri = source.path.as_deref().map_or_else(|| "stdin".to_owned(), uri);
    let mut place = json!({ "artifactLocation": { "uri": uri } });
    if let Some(region) = region {
        place["region"] = region;
    }
    json!({ "physicalLocation": place })
}

/// A path as a URI: what has a meaning there, or none, is escaped. A path from the root begins with `file://`.
fn uri(path: &Path) -> String {
    let mut uri = String::new();
    for component in path.components() {
        let part = match component {
            Component::CurDir => continue,
            Component::RootDir => {
                uri.push_str("file://");
                ""
            }
            other => &other.as_os_str().to_string_lossy(),
        };
        if !uri.is_empty() && component != Component::RootDir {
            uri.push('/');
        }
        for byte in part.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
                other => uri.push_str(&format!("%{other:02X}")),
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_path_is_a_uri() {
        assert_eq!(uri(Path::new("./posts/één 1.txt")), "posts/%C3%A9%C3%A9n%201.txt");
        assert_eq!(uri(Path::new("/tmp/a#b")), "file:///tmp/a%23b");
        assert_eq!(uri(Path::new("../a")), "../a");
    }
}
