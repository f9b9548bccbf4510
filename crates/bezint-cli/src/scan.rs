//! `bezint scan`

use crate::{Outcome, clock, failure::Failure, jsonl, policy_file};
use bezint_core::{Action, Audience, Context, Engine, Text, Verdict};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Write},
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
    /// Who could read the post
    #[arg(long, default_value_t, value_name = "AUDIENCE", help = audience_help())]
    audience: Audience,
    /// The site it would be posted on: an adapter's id (`x`) or a host
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    /// A role of whoever posts; may be given more than once
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// When it would be posted, such as `2026-01-01T09:00:00+01:00`; now, if left out
    #[arg(long, value_name = "TIME", value_parser = moment)]
    time: Option<i64>,
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

fn audience_help() -> String {
    let names: Vec<_> = Audience::ALL.iter().map(|audience| audience.as_str()).collect();
    format!("Who could read the post: {}", names.join(", "))
}

fn moment(written: &str) -> Result<i64, &'static str> {
    bezint_policy::time::parse(written).ok_or("write it with date, time and zone: 2026-01-01T09:00:00+01:00")
}

impl Scan {
    pub fn run(self) -> Result<Outcome, Failure> {
        let engine = Engine::new(policy_file::either(&self.policy)?);
        let time = self.time.unwrap_or_else(clock::now);
        let context = Context { audience: self.audience, site: self.site.unwrap_or_default(), roles: self.roles, time };

        let from =
            if self.file.as_os_str() == "-" { "the standard input".into() } else { self.file.display().to_string() };
        let unreadable = |error| Failure::Read { from: from.clone(), error };
        let mut drafts: Box<dyn BufRead> = if self.file.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            Box::new(BufReader::new(File::open(&self.file).map_err(unreadable)?))
        };
        match self.format {
            Format::Text => {
                let mut draft = String::new();
                drafts.read_to_string(&mut draft).map_err(unreadable)?;
                let verdict = engine.evaluate(&draft, &context);
                tell(&verdict, &draft, engine.card().languages.first().map(String::as_str))?;
                Ok(outcome(verdict.action))
            }
            Format::Jsonl => jsonl::answer(&engine, &context, drafts, unreadable),
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
    writeln!(out, "{}", verdict.action)?;
    for reason in &verdict.reasons {
        writeln!(out, "\n  {}: {} {}", reason.action, reason.clause, said(&reason.title, language))?;
        writeln!(out, "  {}", said(&reason.advice, language))?;
        if let Some(owner) = &reason.owner {
            writeln!(out, "  {owner}")?;
        }
        let places = reason.findings.iter().filter_map(|place| verdict.findings.get(usize::try_from(*place).ok()?));
        for finding in places {
            let (line, column) = place(draft, finding.span.start);
            writeln!(out, "    {line}:{column} {} ({})", finding.detector, finding.confidence)?;
        }
    }
    Ok(())
}

fn said<'t>(text: &'t Text, language: Option<&str>) -> &'t str {
    let preferred = language.and_then(|language| text.get(language));
    preferred.or_else(|| text.values().next()).map(String::as_str).unwrap_or_default()
}

/// The line and the character, from 1, of a UTF-16 offset.
fn place(draft: &str, offset: u32) -> (usize, usize) {
    let (mut line, mut column, mut units) = (1, 1, 0);
    for character in draft.chars().take_while(|character| {
        units += character.len_utf16();
        u32::try_from(units).is_ok_and(|units| units <= offset)
    }) {
        (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    (line, column)
}
