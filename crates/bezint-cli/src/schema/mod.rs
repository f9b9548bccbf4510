//! `bezint schema`

mod json;
mod markdown;

use crate::{Outcome, failure::Failure};
use bezint_policy::language::{DRAFTS, File, LAYER, PACK, POLICY};
use std::{
    fs,
    io::{self, Write},
    path::Path,
};

/// Write what editors need to complete and check a policy
///
/// A JSON Schema (draft 2020-12) of a kind of file, or with `--markdown` the reference of the whole language as a page.
/// Both are made of what the reader of policies is tested against.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Schema {
    /// The kind of file
    #[arg(value_enum, default_value_t)]
    file: Kind,
    /// Write the reference page instead, of all kinds
    #[arg(long, conflicts_with = "file")]
    markdown: bool,
}

const HELP: &str = "\
An editor with Taplo (Even Better TOML) reads the schema that the first line of a file names, as that of
every policy does that `bezint new` writes, beside which it writes the schema too:

  #:schema bezint.schema.json

Examples:
  bezint schema > bezint.schema.json
  bezint schema layer > layer.schema.json
  bezint schema drafts > drafts.schema.json
  bezint schema --markdown > reference.md";

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Kind {
    /// A policy
    #[default]
    Policy,
    /// A layer on a policy
    Layer,
    /// A detector of the packs
    Pack,
    /// Drafts to try a policy on
    Drafts,
}

impl Schema {
    pub fn run(self) -> Result<Outcome, Failure> {
        let written = if self.markdown { markdown::reference() } else { schema(self.file.file()) };
        io::stdout().write_all(written.as_bytes())?;
        Ok(Outcome::Quiet)
    }
}

impl Kind {
    fn file(self) -> &'static File {
        match self {
            Self::Policy => &POLICY,
            Self::Layer => &LAYER,
            Self::Pack => &PACK,
            Self::Drafts => &DRAFTS,
        }
    }
}

/// Writes the schema beside a policy that names it, unless it is there.
pub fn beside(policy: &Path) -> Result<(), Failure> {
    let to = policy.with_file_name("bezint.schema.json");
    if to.exists() {
        return Ok(());
    }
    fs::write(&to, schema(&POLICY)).map_err(|error| Failure::Write { to, error })
}

fn schema(file: &File) -> String {
    format!("{:#}\n", json::schema(file))
}
