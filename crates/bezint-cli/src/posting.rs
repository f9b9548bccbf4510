//! Where and when a draft would be posted, and by whom: options of the commands that judge drafts.

use crate::clock;
use bezint_core::{Audience, Context, UnknownWord};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::str::FromStr;

#[derive(Debug, clap::Args)]
pub struct Posting {
    /// Who could read the post
    #[arg(long, default_value_t, value_name = "AUDIENCE", value_parser = words(Audience::ALL, Audience::as_str))]
    audience: Audience,
    /// The site it would be posted on: an adapter's id (`x`) or a host
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// A role of whoever posts; may be given more than once
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// A domain that is the company's own, beside those of the policy; may be given more than once
    #[arg(long = "domain", value_name = "DOMAIN", value_parser = domain)]
    domains: Vec<String>,
    /// When it would be posted, such as `2026-01-01T09:00:00+01:00`; now, if left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    time: Option<i64>,
}

/// Reads one of the design's words, and lists them in the help and for the shell's completion.
pub fn words<W>(all: &'static [W], name: fn(W) -> &'static str) -> impl TypedValueParser<Value = W>
where
    W: Copy + FromStr<Err = UnknownWord> + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|word| name(*word))).try_map(|word| word.parse())
}

/// Reads the name of a domain.
pub fn domain(written: &str) -> Result<String, &'static str> {
    bezint_policy::domain(written).ok_or("write what stands behind the `@` of your addresses: acme.example")
}

/// Reads a moment of the command line.
pub fn moment(written: &str) -> Result<i64, &'static str> {
    bezint_policy::time::parse(written).ok_or("write it with date, time and zone: 2026-01-01T09:00:00+01:00")
}

impl Posting {
    pub fn context(self) -> Context {
        let time = self.time.unwrap_or_else(clock::now);
        Context {
            audience: self.audience,
            site: self.site.unwrap_or_default(),
            roles: self.roles,
            time,
            domains: self.domains,
        }
    }
}
