//! `bezint seal`

use crate::{Outcome, failure::Failure, policy_file};
use std::{fs, path::PathBuf};

/// Turn a policy into the form that the engine loads
///
/// Checks the policy first; one with mistakes, or with an example that does not hold, is not sealed. The same policy
/// gives the same bytes.
#[derive(Debug, clap::Args)]
pub struct Seal {
    /// The policy, in TOML
    policy: PathBuf,
    /// Where to write the sealed policy, such as `acme.bezint`
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Seal {
    pub fn run(self) -> Result<Outcome, Failure> {
        let sealed = policy_file::authored(&self.policy, |authored| authored.seal())?;
        fs::write(&self.output, sealed).map_err(|error| Failure::Write { to: self.output, error })?;
        Ok(Outcome::Quiet)
    }
}
