//! `bezint check`

use crate::{
    Outcome, clock,
    failure::Failure,
    policy_file,
    problems::{counted, many, problems_in},
};
use std::{
    io::{self, Write},
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
}

const HELP: &str = "\
Exit codes:
  0  the policy can be sealed; there may be warnings
  2  the policy has mistakes, or cannot be read";

impl Check {
    pub fn run(self) -> Result<Outcome, Failure> {
        let (summary, warnings) = policy_file::authored(&self.policy, |authored| {
            let warnings = authored.warnings(clock::now());
            let examples = match authored.prove() {
                Ok(examples) => examples,
                Err(mistakes) => return Err(mistakes.and(warnings)),
            };
            let detectors = many(authored.policy().detectors.len(), "detector");
            let rules = many(authored.policy().rules.len(), "rule");
            let mut summary = format!("{detectors}, {rules}; all {examples} examples hold");
            if !warnings.0.is_empty() {
                summary = format!("{summary}; {}", counted(&warnings));
            }
            Ok((summary, problems_in(&self.policy, authored.source(), &warnings)))
        })?;
        // Nobody is left to warn if the standard error is gone.
        let _ = io::stderr().write_all(warnings.as_bytes());
        writeln!(io::stdout(), "{}: {summary}", self.policy.display())?;
        Ok(Outcome::Quiet)
    }
}
