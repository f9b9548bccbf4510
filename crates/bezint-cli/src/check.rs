//! `bezint check`

use crate::{Outcome, failure::Failure, policy_file};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Say everything that is wrong with a policy
///
/// Reads the policy and runs its examples. Every mistake is shown at once, with its line, and with what to do about it.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The policy, in TOML
    policy: PathBuf,
}

impl Check {
    pub fn run(self) -> Result<Outcome, Failure> {
        let summary = policy_file::authored(&self.policy, |authored| {
            let examples = authored.prove()?;
            let (detectors, rules) = (authored.policy().detectors.len(), authored.policy().rules.len());
            Ok(format!("{detectors} detectors, {rules} rules; all {examples} examples hold"))
        })?;
        writeln!(io::stdout(), "{}: {summary}", self.policy.display())?;
        Ok(Outcome::Quiet)
    }
}
