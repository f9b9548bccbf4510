//! `bezint packs`

use crate::{Outcome, failure::Failure, format::Format};
use bezint_core::{Confidence, Text};
use bezint_policy::{Example, Pack};
use serde::Serialize;
use std::io::{self, BufWriter, Write};

/// List what ships with Bezint, or show a part of it
///
/// Without a name: every detector that a policy can take into use, one a line, its id first. With the id of a detector
/// (`nl.bsn`) or of a group (`nl`): what it finds, why that matters, what to do instead, where the facts come from, and
/// the drafts that prove it. In JSON it is always a list, and everything is told.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Packs {
    /// A detector (`nl.bsn`) or a group (`nl`)
    name: Option<String>,
    /// What the answer is
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const HELP: &str = "\
Exit codes:
  0  what ships is told
  2  nothing that ships has this name

Examples:
  bezint packs
  bezint packs nl.bsn
  bezint packs secrets --format json";

impl Packs {
    pub fn run(self) -> Result<Outcome, Failure> {
        let packs = match &self.name {
            Some(name) => named(name)?,
            None => bezint_packs::library().iter().collect(),
        };
        let mut out = BufWriter::new(io::stdout().lock());
        match (self.format, &self.name) {
            (Format::Json, _) => {
                let packs: Vec<_> = packs.into_iter().map(Told::from).collect();
                serde_json::to_writer_pretty(&mut out, &packs).map_err(io::Error::from)?;
                writeln!(out)?;
            }
            (Format::Text, None) => list(&mut out, &packs)?,
            (Format::Text, Some(_)) => {
                for (place, pack) in packs.into_iter().enumerate() {
                    show(&mut out, pack, if place > 0 { "\n" } else { "" })?;
                }
            }
        }
        out.flush()?;
        Ok(Outcome::Quiet)
    }
}

/// The packs that a name stands for.
fn named(name: &str) -> Result<Vec<&'static Pack>, Failure> {
    let packs = bezint_packs::packs();
    let meant: Vec<_> = packs.named(name).map(|detector| &detector.id).collect();
    if meant.is_empty() {
        return Err(Failure::UnknownPack { name: name.to_owned(), nearest: packs.nearest(name) });
    }
    Ok(bezint_packs::library().iter().filter(|pack| meant.contains(&&pack.detector.id)).collect())
}

fn list(out: &mut impl Write, packs: &[&Pack]) -> io::Result<()> {
    let width = packs.iter().map(|pack| pack.detector.id.len()).max().unwrap_or_default();
    for pack in packs {
        let titles: Vec<_> = pack.detector.title.values().map(String::as_str).collect();
        writeln!(out, "{:width$}  {}", pack.detector.id, titles.join(" / "))?;
    }
    Ok(())
}

fn show(out: &mut impl Write, pack: &Pack, before: &str) -> io::Result<()> {
    writeln!(out, "{before}{}", pack.detector.id)?;
    for (language, title) in &pack.detector.title {
        writeln!(out, "\n  {language}  {title}")?;
        for text in [&pack.about.why, &pack.about.advice] {
            writeln!(out, "      {}", text.get(language).map(String::as_str).unwrap_or_default())?;
        }
    }
    writeln!(out, "\n  Facts from")?;
    for source in &pack.about.source {
        writeln!(out, "    {source}")?;
    }
    writeln!(out, "\n  Found in")?;
    for Example { draft, found, confidence, .. } in &pack.examples.matching {
        let found = found.iter().flatten().map(|words| format!("“{words}”"));
        let known: Vec<_> = found.chain(confidence.map(|confidence| confidence.to_string())).collect();
        let known = if known.is_empty() { String::new() } else { format!("  ({})", known.join(", ")) };
        writeln!(out, "    {}{known}", line(draft))?;
    }
    writeln!(out, "\n  Passes")?;
    for Example { draft, .. } in &pack.examples.passing {
        writeln!(out, "    {}", line(draft))?;
    }
    Ok(())
}

/// A draft on one line.
fn line(draft: &str) -> String {
    draft.split('\n').collect::<Vec<_>>().join(" ⏎ ")
}

/// A pack for programs.
#[derive(Debug, Serialize)]
struct Told<'p> {
    id: &'p str,
    title: &'p Text,
    why: &'p Text,
    advice: &'p Text,
    source: &'p [String],
    found_in: Vec<Draft<'p>>,
    passes: Vec<&'p str>,
}

#[derive(Debug, Serialize)]
struct Draft<'p> {
    draft: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<&'p [String]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<Confidence>,
}

impl<'p> From<&'p Pack> for Told<'p> {
    fn from(pack: &'p Pack) -> Self {
        let Pack { detector, about, examples } = pack;
        Self {
            id: &detector.id,
            title: &detector.title,
            why: &about.why,
            advice: &about.advice,
            source: &about.source,
            found_in: examples.matching.iter().map(Draft::from).collect(),
            passes: examples.passing.iter().map(|example| example.draft.as_str()).collect(),
        }
    }
}

impl<'p> From<&'p Example> for Draft<'p> {
    fn from(example: &'p Example) -> Self {
        Self { draft: &example.draft, found: example.found.as_deref(), confidence: example.confidence }
    }
}
