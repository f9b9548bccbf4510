//! `bezint verify`

use crate::{Outcome, failure::Failure, format::Format, policy_file, problems::many};
use bezint_core::{OnError, Policy, Stance, Text};
use serde::Serialize;
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

/// Say whether a sealed policy is whole, and what it is
///
/// Opens it as the engine does: its magic, format, length and checksum must be right, and all of it must be readable.
/// The checksum finds damage, not ill will: whoever can write a policy can write its checksum.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Verify {
    /// The sealed policy
    sealed: PathBuf,
    /// What the answer is
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const HELP: &str = "\
Exit codes:
  0  the engine loads it
  2  the engine refuses it, for the reason given

Example:
  bezint seal acme.toml -o acme.bezint
  bezint verify acme.bezint";

/// What a sealed policy is.
#[derive(Debug, Serialize)]
struct Told<'p> {
    id: &'p str,
    version: u64,
    title: &'p Text,
    languages: &'p [String],
    contact: Option<&'p str>,
    stance: Stance,
    on_error: OnError,
    detectors: usize,
    rules: usize,
    /// Of the file.
    bytes: usize,
}

impl Verify {
    pub fn run(self) -> Result<Outcome, Failure> {
        let (policy, bytes) = policy_file::sealed(&self.sealed)?;
        let told = told(&policy, bytes);
        let mut out = BufWriter::new(io::stdout().lock());
        match self.format {
            Format::Text => {
                writeln!(out, "{} is whole: its checksum is right", self.sealed.display())?;
                write(&mut out, &told)?;
            }
            Format::Json => {
                serde_json::to_writer_pretty(&mut out, &told).map_err(io::Error::from)?;
                writeln!(out)?;
            }
        }
        out.flush()?;
        Ok(Outcome::Quiet)
    }
}

fn told(Policy { card, detectors, rules }: &Policy, bytes: usize) -> Told<'_> {
    Told {
        id: &card.id,
        version: card.version,
        title: &card.title,
        languages: &card.languages,
        contact: card.contact.as_deref(),
        stance: card.stance,
        on_error: card.on_error,
        detectors: detectors.len(),
        rules: rules.len(),
        bytes,
    }
}

fn write(out: &mut impl Write, told: &Told<'_>) -> io::Result<()> {
    writeln!(out, "  policy     {}, version {}", told.id, told.version)?;
    for (language, title) in told.title {
        writeln!(out, "  title      {title} ({language})")?;
    }
    writeln!(out, "  languages  {}", told.languages.join(", "))?;
    writeln!(out, "  contact    {}", told.contact.unwrap_or("none"))?;
    writeln!(out, "  stance     {}: a rule asks {} at most", told.stance, told.stance.ceiling())?;
    writeln!(out, "  on error   {}", told.on_error)?;
    writeln!(out, "  holds      {}, {}", many(told.detectors, "detector"), many(told.rules, "rule"))?;
    writeln!(out, "  size       {}", many(told.bytes, "byte"))
}
