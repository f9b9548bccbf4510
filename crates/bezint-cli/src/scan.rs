//! `bezint scan`

use crate::{Outcome, failure::Failure, input::Input, jsonl, places::Places, policy_file, posting::Posting};
use bezint_core::{Action, Engine, Text, Verdict};
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Say what a policy makes of drafts
///
/// Text is one draft; JSON lines are many: each line an object with `text`, and if you like `id`, `audience` and
/// `site`, which count before the options. Each gets one line back: `id`, `action`, `findings` (with `span` in UTF-16
/// units, as JavaScript counts) and `reasons`. A line that cannot be read gets `id` (its number) and `error`.
#[derive(Debug, clap::Args)]
pub struct Scan {
    /// The policy, in TOML or sealed
    #[arg(long, value_name = "POLICY")]
    policy: PathBuf,
    #[command(flatten)]
    posting: Posting,
    /// What the input is, and the answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// The drafts; the standard input if `-` or left out
    #[arg(default_value = "-")]
    file: PathBuf,
}

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// One draft; the answer is for people
    #[default]
    Text,
    /// A draft a line; a verdict a line
    Jsonl,
}

impl Scan {
    pub fn run(self) -> Result<Outcome, Failure> {
        let engine = Engine::new(policy_file::either(&self.policy)?);
        let context = self.posting.context();
        let input = Input::open(&self.file)?;
        match self.format {
            Format::Text => {
                let draft = input.draft()?;
                let verdict = engine.evaluate(&draft, &context);
                tell(&verdict, &draft, engine.card().languages.first().map(String::as_str))?;
                Ok(outcome(verdict.action))
            }
            Format::Jsonl => jsonl::answer(&engine, &context, input),
        }
    }
}

/// How a verdict counts for the exit code.
pub fn outcome(action: Action) -> Outcome {
    if action >= Action::Confirm { Outcome::Held } else { Outcome::Quiet }
}

/// A verdict for people. It points at the words by line and column and does not repeat them.
fn tell(verdict: &Verdict, draft: &str, language: Option<&str>) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let places = Places::new(draft);
    writeln!(out, "{}", verdict.action)?;
    for reason in &verdict.reasons {
        writeln!(out, "\n  {}: {} {}", reason.action, reason.clause, said(&reason.title, language))?;
        writeln!(out, "  {}", said(&reason.advice, language))?;
        if let Some(add) = &reason.add {
            writeln!(out, "  Or add: {}", said(add, language))?;
        }
        if let Some(owner) = &reason.owner {
            writeln!(out, "  {owner}")?;
        }
        let found = reason.findings.iter().filter_map(|place| verdict.findings.get(usize::try_from(*place).ok()?));
        for finding in found {
            let place = places.of(finding.span);
            writeln!(out, "    {place} {} ({})", finding.detector, finding.confidence)?;
        }
    }
    Ok(())
}

fn said<'t>(text: &'t Text, language: Option<&str>) -> &'t str {
    let preferred = language.and_then(|language| text.get(language));
    preferred.or_else(|| text.values().next()).map(String::as_str).unwrap_or_default()
}
