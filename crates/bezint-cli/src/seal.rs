//! `bezint seal`

use crate::{Outcome, failure::Failure, key_file, policy_file};
use bezint_policy::succeeds;
use std::{fs, path::PathBuf};

/// Turn a policy into the form that the engine loads
///
/// Checks the policy first; one with mistakes, or with an example that does not hold, is not sealed. With a key of
/// `bezint keygen` it is signed: an engine that is told the public key accepts no policy of anyone else. The same policy
/// and key give the same bytes.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Seal {
    /// The policy, in TOML
    policy: PathBuf,
    /// Where to write the sealed policy, such as `acme.bezint`
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// The file of the private key to sign it with
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,
    /// The sealed policy that this one comes after: refuses one that has changed and whose `version` has not grown
    #[arg(long, value_name = "SEALED")]
    after: Option<PathBuf>,
}

const HELP: &str = "\
Exit codes:
  0  the sealed policy is written
  2  it is not: the policy has mistakes, its version did not grow, or a file cannot be read or written

Example:
  bezint seal acme.toml -o acme.bezint
  bezint seal acme.toml --key acme.key --after acme.bezint -o acme.bezint";

impl Seal {
    pub fn run(self) -> Result<Outcome, Failure> {
        let key = self.key.as_deref().map(key_file::read).transpose()?;
        let old = self.after.as_deref().map(policy_file::sealed).transpose()?;
        let (sealed, succeeds) = policy_file::authored(&self.policy, |authored| {
            let succeeds = old.as_ref().map_or(Ok(()), |old| succeeds(authored.policy(), old));
            Ok((authored.seal_with(key.as_ref())?, succeeds))
        })?;
        succeeds.map_err(|error| Failure::Succession { path: self.policy, error })?;
        fs::write(&self.output, sealed).map_err(|error| Failure::Write { to: self.output, error })?;
        Ok(Outcome::Quiet)
    }
}
