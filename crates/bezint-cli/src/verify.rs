//! `bezint verify`

use crate::{Outcome, clock, failure::Failure, format::Format, policy_file, posting::moment, problems::many};
use bezint_core::{
    OnError, Policy, Stance, Text,
    policy::{Layer, Off},
    sealed::{self, Acceptance, Known, PublicKey, SealError},
};
use bezint_policy::time;
use serde::Serialize;
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

/// Say whether a sealed policy is whole, whether an engine accepts it, and what it is
///
/// Opens it as the engine does: its magic, format, length, checksum and signature must be right, and all of it must be
/// readable. Then looks whether it is one that is accepted: signed with the key that is asked for, not older than the
/// policy in use, and valid.
///
/// The checksum finds damage, not ill will: whoever can write a policy can write its checksum, and sign it with a key of
/// their own. Only `--public-key` tells whose policy it is.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Verify {
    /// The sealed policy
    sealed: PathBuf,
    /// Accept only what is signed with this key, which `bezint keygen` printed
    #[arg(long, value_name = "KEY")]
    public_key: Option<PublicKey>,
    /// Accept no earlier version than that of this sealed policy, if it is the same policy
    #[arg(long, value_name = "SEALED")]
    not_older_than: Option<PathBuf>,
    /// When it must be valid, such as `2026-01-01T09:00:00+01:00`; now, if left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    time: Option<i64>,
    /// What the answer is
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const HELP: &str = "\
Exit codes:
  0  the engine accepts it
  1  it is whole, and the engine refuses it: another key, an earlier version, or not valid at that time
  2  it is not a sealed policy, damaged, or cannot be read

Example:
  bezint seal acme.toml --key acme.key -o acme.bezint
  bezint verify acme.bezint
  bezint verify acme.bezint --public-key bezint-public-… --not-older-than in-use.bezint";

/// The whole answer.
#[derive(Debug, Serialize)]
struct Report<'p> {
    /// Why it is not accepted.
    refused: Option<Refused>,
    /// What it is, as far as it can be read.
    #[serde(flatten)]
    told: Option<Told<'p>>,
}

#[derive(Debug, Serialize)]
struct Refused {
    message: String,
    #[serde(flatten)]
    error: SealError,
}

/// What a sealed policy is.
#[derive(Debug, Serialize)]
struct Told<'p> {
    signed_with: Option<PublicKey>,
    id: &'p str,
    version: u64,
    owner: Option<&'p str>,
    valid_from: Option<i64>,
    valid_until: Option<i64>,
    title: &'p Text,
    languages: &'p [String],
    contact: Option<&'p str>,
    stance: Stance,
    on_error: OnError,
    domains: &'p [String],
    /// What it is made of, the lowest first; none: it is of one piece.
    layers: &'p [Layer],
    off: &'p [Off],
    /// Without those of protected speech, which every policy has.
    detectors: usize,
    rules: usize,
    /// Of the file.
    bytes: usize,
}

impl Verify {
    pub fn run(self) -> Result<Outcome, Failure> {
        let acceptance = Acceptance {
            public_key: self.public_key,
            not_older_than: self
                .not_older_than
                .as_deref()
                .map(policy_file::sealed)
                .transpose()?
                .map(|known| Known { id: known.card.id, version: known.card.version }),
            at: Some(self.time.unwrap_or_else(clock::now)),
        };
        let bytes = policy_file::bytes(&self.sealed)?;
        let refused = sealed::accept(&bytes, &acceptance).err();
        let opened = sealed::open(&bytes).and_then(|policy| Ok((sealed::signer(&bytes)?, policy)));
        let told = opened.as_ref().ok().map(|(signer, policy)| told(policy, *signer, bytes.len()));
        let mut out = BufWriter::new(io::stdout().lock());
        let outcome = match (&refused, &told) {
            (None, _) => Outcome::Quiet,
            (Some(_), Some(_)) => Outcome::Held,
            (Some(_), None) => Outcome::Flawed,
        };
        match (self.format, refused, told) {
            (Format::Text, Some(error), None) => return Err(Failure::Sealed { path: self.sealed, error }),
            (Format::Text, refused, told) => {
                match refused {
                    Some(error) => writeln!(out, "{} is not accepted: {error}", self.sealed.display())?,
                    None => {
                        let also = if told.as_ref().is_some_and(|told| told.signed_with.is_some()) {
                            ", and so is its signature"
                        } else {
                            ""
                        };
                        writeln!(out, "{} is whole: its checksum is right{also}", self.sealed.display())?;
                    }
                }
                told.map_or(Ok(()), |told| write(&mut out, &told))?;
            }
            (Format::Json, refused, told) => {
                let refused = refused.map(|error| Refused { message: error.to_string(), error });
                serde_json::to_writer_pretty(&mut out, &Report { refused, told }).map_err(io::Error::from)?;
                writeln!(out)?;
            }
        }
        out.flush()?;
        Ok(outcome)
    }
}

fn told(policy: &Policy, signed_with: Option<PublicKey>, bytes: usize) -> Told<'_> {
    let Policy { card, detectors, protected, rules, layers, off } = policy;
    Told {
        signed_with,
        id: &card.id,
        version: card.version,
        owner: card.owner.as_deref(),
        valid_from: card.valid_from,
        valid_until: card.valid_until,
        title: &card.title,
        languages: &card.languages,
        contact: card.contact.as_deref(),
        stance: card.stance,
        on_error: card.on_error,
        domains: &card.domains,
        layers,
        off,
        detectors: detectors.len() - protected.len(),
        rules: rules.len(),
        bytes,
    }
}

fn write(out: &mut impl Write, told: &Told<'_>) -> io::Result<()> {
    let moment = |seconds: Option<i64>| seconds.map(time::write);
    writeln!(out, "  policy     {}, version {}", told.id, told.version)?;
    for (language, title) in told.title {
        writeln!(out, "  title      {title} ({language})")?;
    }
    writeln!(out, "  languages  {}", told.languages.join(", "))?;
    writeln!(out, "  owner      {}", told.owner.unwrap_or("none"))?;
    writeln!(out, "  contact    {}", told.contact.unwrap_or("none"))?;
    writeln!(out, "  valid      {}", validity(moment(told.valid_from), moment(told.valid_until)))?;
    match told.signed_with {
        Some(key) => writeln!(out, "  signed     with {key}")?,
        None => writeln!(out, "  signed     no")?,
    }
    writeln!(out, "  stance     {}: a rule asks {} at most", told.stance, told.stance.ceiling())?;
    writeln!(out, "  on error   {}", told.on_error)?;
    for Layer { id, version, owner, .. } in told.layers {
        let owner = owner.as_ref().map(|owner| format!(", {owner}")).unwrap_or_default();
        writeln!(out, "  layer      {id}, version {version}{owner}")?;
    }
    if !told.domains.is_empty() {
        writeln!(out, "  own        {}", told.domains.join(", "))?;
    }
    if !told.off.is_empty() {
        let names: Vec<_> = told.off.iter().map(|off| off.name.as_str()).collect();
        writeln!(out, "  off        {}", names.join(", "))?;
    }
    writeln!(out, "  holds      {}, {}", many(told.detectors, "detector"), many(told.rules, "rule"))?;
    writeln!(out, "  size       {}", many(told.bytes, "byte"))
}

fn validity(from: Option<String>, until: Option<String>) -> String {
    match (from, until) {
        (None, None) => "always".to_owned(),
        (Some(from), None) => format!("from {from}"),
        (None, Some(until)) => format!("until {until}"),
        (Some(from), Some(until)) => format!("from {from} until {until}"),
    }
}
