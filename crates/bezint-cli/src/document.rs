//! `bezint document`

use crate::{Outcome, failure::Failure, policy_file};
use bezint_policy::Document as Page;
use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

/// Write a policy as a page for people
///
/// What is asked, why, examples, whom to ask, and what Bezint does and does not do. The page is made from the policy
/// alone: its texts, the `why` of the policy and of its rules, its examples, and what the packs say of the detectors
/// that ship. In HTML it is one file that fetches nothing, in light and dark, and fit to be printed.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Document {
    /// The policy, in TOML
    policy: PathBuf,
    /// One of the policy's languages; the first, if left out
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// How it is written; HTML into a file that ends in `.html`, else Markdown, if left out
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where to write the page; the standard output, if left out
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const HELP: &str = "\
Exit codes:
  0  the page is written
  2  the policy has mistakes or cannot be read, or does not speak the language

Examples:
  bezint document acme.toml -o policy.html
  bezint document acme.toml --language nl -o beleid.html
  bezint document acme.toml --format json | jq -r .title";

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For a wiki
    Markdown,
    /// For people: a page that needs nothing else
    Html,
    /// For programs: the parts of the page, without markup
    Json,
}

impl Document {
    pub fn run(self) -> Result<Outcome, Failure> {
        let (page, language) = policy_file::authored(&self.policy, |authored| {
            let first = authored.policy().card.languages.first();
            let language = self.language.as_ref().or(first).cloned().unwrap_or_default();
            Ok((Page::new(authored, &language, bezint_packs::why), language))
        })?;
        let page = page.ok_or(Failure::Language { policy: self.policy, language })?;
        let named_html = || self.output.as_ref().is_some_and(|path| path.extension().is_some_and(|it| it == "html"));
        let format = self.format.unwrap_or(if named_html() { Format::Html } else { Format::Markdown });
        let page = match format {
            Format::Markdown => page.markdown(),
            Format::Html => page.html(),
            Format::Json => serde_json::to_string_pretty(&page).map_err(io::Error::from)? + "\n",
        };
        match self.output {
            Some(to) => fs::write(&to, page).map_err(|error| Failure::Write { to, error })?,
            None => io::stdout().write_all(page.as_bytes())?,
        }
        Ok(Outcome::Quiet)
    }
}
