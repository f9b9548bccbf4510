//! `bezint check`

use crate::{
    Outcome, clock,
    failure::Failure,
    format::Format,
    policy_file,
    problems::{counted, many, problems_in},
};
use bezint_core::Policy;
use bezint_policy::{Diagnostic, Diagnostics, Severity};
use serde::Serialize;
use std::{
    io::{self, Write},
    ops::Range,
    path::PathBuf,
};

/// Say everything that is wrong with a policy, and what is hardly meant
///
/// Reads the policy and runs its examples. Every mistake is shown at once, with its line, and with what to do about it.
/// A policy that can be read is also searched for what its author hardly meant: a rule that never fires, a detector
/// that nobody uses, examples that are missing. Those are warnings: such a policy can be sealed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Check {
    /// The policy, in TOML
    policy: PathBuf,
    /// What the answer is
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const HELP: &str = "\
Exit codes:
  0  the policy can be sealed; there may be warnings
  2  the policy has mistakes, or cannot be read

Examples:
  bezint check acme.toml
  bezint check acme.toml --format json | jq '.problems[].message'

In JSON, a `span` is in bytes of the file, and `line` and `column` count characters from 1.";

/// What was found, for programs.
#[derive(Debug, Serialize)]
struct Report {
    detectors: Option<usize>,
    rules: Option<usize>,
    /// How many hold.
    examples: Option<usize>,
    mistakes: usize,
    warnings: usize,
    problems: Vec<Told>,
}

#[derive(Debug, Serialize)]
struct Told {
    severity: &'static str,
    line: usize,
    column: usize,
    span: Range<usize>,
    message: String,
    help: Option<String>,
}

impl Report {
    fn new(problems: &Diagnostics) -> Self {
        let told = |diagnostic: &Diagnostic| Told {
            severity: match diagnostic.severity {
                Severity::Warning => "warning",
                Severity::Error => "mistake",
            },
            line: diagnostic.line,
            column: diagnostic.column,
            span: diagnostic.span.clone(),
            message: diagnostic.problem.to_string(),
            help: diagnostic.problem.help(),
        };
        Self {
            detectors: None,
            rules: None,
            examples: None,
            mistakes: problems.count(Severity::Error),
            warnings: problems.count(Severity::Warning),
            problems: problems.0.iter().map(told).collect(),
        }
    }

    fn write(&self) -> Result<(), Failure> {
        Ok(writeln!(io::stdout(), "{}", serde_json::to_string_pretty(self).map_err(io::Error::from)?)?)
    }
}

impl Check {
    pub fn run(self) -> Result<Outcome, Failure> {
        let read = policy_file::authored(&self.policy, |authored| {
            let warnings = authored.warnings(clock::now());
            let examples = match authored.prove() {
                Ok(examples) => examples,
                Err(mistakes) => return Err(mistakes.and(warnings)),
            };
            let Policy { detectors, protected, rules, .. } = authored.policy();
            // Every policy has those of protected speech.
            let (detectors, rules) = (detectors.len() - protected.len(), rules.len());
            let shown = problems_in(&self.policy, authored.source(), &warnings);
            Ok((detectors, rules, examples, warnings, shown))
        });
        match (self.format, read) {
            (Format::Text, read) => {
                let (detectors, rules, examples, warnings, shown) = read?;
                let (detectors, rules) = (many(detectors, "detector"), many(rules, "rule"));
                let proof = match examples {
                    0 => "no example shows what they do".to_owned(),
                    1 => "the one example holds".to_owned(),
                    all => format!("all {all} examples hold"),
                };
                let mut summary = format!("{detectors}, {rules}; {proof}");
                if !warnings.0.is_empty() {
                    summary = format!("{summary}; {}", counted(&warnings));
                }
                // Nobody is left to warn if the standard error is gone.
                let _ = io::stderr().write_all(shown.as_bytes());
                writeln!(io::stdout(), "{}: {summary}", self.policy.display())?;
                Ok(Outcome::Quiet)
            }
            (Format::Json, Ok((detectors, rules, examples, warnings, _))) => {
                let (detectors, rules, examples) = (Some(detectors), Some(rules), Some(examples));
                Report { detectors, rules, examples, ..Report::new(&warnings) }.write()?;
                Ok(Outcome::Quiet)
            }
            (Format::Json, Err(Failure::Policy { problems, .. })) => {
                Report::new(&problems).write()?;
                Ok(Outcome::Flawed)
            }
            (Format::Json, Err(failure)) => Err(failure),
        }
    }
}
