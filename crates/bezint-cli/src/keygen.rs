//! `bezint keygen`

use crate::{Outcome, failure::Failure, key_file};
use bezint_core::sealed::PrivateKey;
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Make a pair of keys to sign policies with
///
/// Writes the private key to a file that only you can read, and prints the public key. Whoever has the private key can
/// make policies in your name, so keep it where the policy is sealed and nowhere else, and keep a copy: without it no
/// later policy is accepted where the public key is asked for. The public key is no secret.
///
/// Keys are Ed25519, each written as one word: `bezint-private-` or `bezint-public-` and 64 hexadecimal digits. In the
/// file, lines that begin with `#` are remarks.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Keygen {
    /// Where to write the private key; a file that is there already is left as it is
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

const HELP: &str = "\
Exit codes:
  0  the key is written
  2  it cannot be written, or something is there already

Example:
  bezint keygen acme.key
  bezint seal acme.toml --key acme.key -o acme.bezint
  bezint verify acme.bezint --public-key bezint-public-…";

impl Keygen {
    pub fn run(self) -> Result<Outcome, Failure> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(Failure::Randomness)?;
        let key = PrivateKey::from_seed(seed);
        key_file::write(&self.file, &key)?;
        writeln!(io::stdout(), "{}", key.public_key())?;
        Ok(Outcome::Quiet)
    }
}
