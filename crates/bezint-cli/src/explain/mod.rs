//! `bezint explain`

mod text;

use crate::{Outcome, failure::Failure, format::Format, input::Input, policy_file, posting::Posting};
use bezint_core::Engine;
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

/// Say how a policy comes to its verdict on a draft
///
/// Tells of one draft how it is read (accents, ornamental letters, look-alikes and invisible characters are taken off
/// before terms are compared), what each detector found and by what evidence, what was dropped and why, and why each
/// rule fires or does not. The verdict is the one that `scan` gives.
///
/// The answer repeats words of the draft. `scan` does not.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Explain {
    /// The policy, in TOML or sealed
    #[arg(long, value_name = "POLICY")]
    policy: PathBuf,
    #[command(flatten)]
    posting: Posting,
    /// What the answer is
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The draft; the standard input if `-` or left out
    #[arg(default_value = "-")]
    file: PathBuf,
}

const HELP: &str = "\
A rule that does not fire
  is for others      it is not for this site, these roles or this time
  finds too little   its detectors find nothing, or too few different things of enough confidence
  has no step        no step of its action is for this audience and this confidence
  allows             the step that applies asks nothing
  is silent          something that its `unless` names is in the draft

In JSON, places are in UTF-16 units, as JavaScript counts, and every rule is told of at length.

Exit codes:
  0  the draft is explained, whatever the verdict
  2  the policy or the draft cannot be read

Example:
  echo 'Neptunus ships on Monday!' | bezint explain --policy acme.toml --audience company";

impl Explain {
    pub fn run(self) -> Result<Outcome, Failure> {
        let engine = Engine::new(policy_file::either(&self.policy)?);
        let draft = Input::open(&self.file)?.draft()?;
        let trace = engine.explain(&draft, &self.posting.context());
        let mut out = BufWriter::new(io::stdout().lock());
        match self.format {
            Format::Text => {
                text::write(&mut out, &trace, &draft, engine.card().languages.first().map_or("en", String::as_str))?
            }
            Format::Json => {
                serde_json::to_writer_pretty(&mut out, &trace).map_err(io::Error::from)?;
                writeln!(out)?;
            }
        }
        out.flush()?;
        Ok(Outcome::Quiet)
    }
}
