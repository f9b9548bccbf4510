//! `bezint diff`

mod drafts;
mod text;

use crate::{Outcome, failure::Failure, format::Format, policy_file, posting::Posting};
use bezint_policy::{Difference, NotNewer, succeeds};
use drafts::Tried;
use serde::Serialize;
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

/// Say what changes from one policy to another, and for whom
///
/// Compares what is said of the policy itself, its detectors, and its rules: which are added, removed or changed, and
/// for which audiences a rule becomes stronger or weaker. What a stance never lets through is no difference. The order
/// of detectors and rules is none either. A policy that
/// changes must have a higher `version`; if it has not, that is said too.
///
/// With `--drafts` both policies also judge real drafts: a text with a draft on each line, posted as the options say, or
/// a file that ends in `.toml`, as `bezint test` reads it. Drafts are told by their line and never repeated.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Diff {
    /// The policy as it was, in TOML or sealed
    old: PathBuf,
    /// The policy as it is, in TOML or sealed
    new: PathBuf,
    /// Drafts that both are tried on
    #[arg(long, value_name = "FILE")]
    drafts: Option<PathBuf>,
    #[command(flatten)]
    posting: Posting,
    /// What the answer is
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const HELP: &str = "\
Exit codes:
  0  nothing changes for anyone, and every draft gets the verdict it got
  1  something changes
  2  a policy or the drafts cannot be read

Example:
  bezint diff acme.bezint acme.toml --drafts posts.txt --audience followers";

/// All that differs.
#[derive(Debug, Serialize)]
struct Report {
    #[serde(flatten)]
    difference: Difference,
    /// Whether the new policy, if it differs, has a version above that of the old one, as it must to take its place.
    version_grew: bool,
    /// What differs on real drafts, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    drafts: Option<Tried>,
}

impl Report {
    fn is_empty(&self) -> bool {
        self.difference.is_empty() && self.drafts.as_ref().is_none_or(|tried| tried.changed.is_empty())
    }
}

impl Diff {
    pub fn run(self) -> Result<Outcome, Failure> {
        let (old, new) = (policy_file::either(&self.old)?, policy_file::either(&self.new)?);
        let difference = Difference::new(&old, &new);
        let version_grew = difference.is_empty() || !matches!(succeeds(&new, &old), Err(NotNewer::NotGrown { .. }));
        let context = self.posting.context();
        let drafts = self.drafts.map(|path| drafts::tried(&path, &context, old, new)).transpose()?;
        let report = Report { difference, version_grew, drafts };
        let mut out = BufWriter::new(io::stdout().lock());
        match self.format {
            Format::Text => text::write(&mut out, &report)?,
            Format::Json => {
                serde_json::to_writer_pretty(&mut out, &report).map_err(io::Error::from)?;
                writeln!(out)?;
            }
        }
        out.flush()?;
        Ok(if report.is_empty() { Outcome::Quiet } else { Outcome::Held })
    }
}
