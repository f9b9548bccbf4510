//! `bezint scan`

mod drafts;
mod jsonl;
mod progress;
mod sarif;
mod sources;
mod text;

use crate::{Outcome, failure::Failure, policy_file, posting::Posting};
use bezint_core::{Action, Engine, Text, Verdict};
use drafts::{Columns, Draft, Entry};
use progress::Progress;
use rayon::prelude::*;
use serde_json::Value;
use sources::{Form, Source};
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

/// Drafts that are judged at the same time, and bytes of them, at most: what is read stays in the memory until then.
const MOST_AT_ONCE: usize = 4096;
const MOST_BYTES_AT_ONCE: usize = 4 << 20;

/// Say what a policy makes of drafts
///
/// Judges one draft, or all drafts of many files and folders, on all processors at once; the answers keep the order of
/// the drafts. A draft is told by its place and never repeated. What cannot be read is said in its place, and the rest
/// is scanned.
///
/// A folder stands for all files in it and in its folders, without those whose names begin with a dot.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Scan {
    /// The policy, in TOML or sealed
    #[arg(long, value_name = "POLICY")]
    policy: PathBuf,
    #[command(flatten)]
    posting: Posting,
    /// What the drafts stand in; told by the end of a file's name, if left out: .jsonl, .csv, else text
    #[arg(long, value_enum)]
    format: Option<Form>,
    #[command(flatten)]
    columns: Columns,
    /// What the answer is; jsonl for --format jsonl, else text, if left out
    #[arg(long, value_enum)]
    output: Option<Output>,
    /// Files and folders with drafts; the standard input if `-` or left out
    #[arg(default_value = "-", value_name = "FILE")]
    files: Vec<PathBuf>,
}

const HELP: &str = "\
JSON lines: each line is an object with `text`, and if you like `id`, `audience` and `site`, which
count before the options. CSV: the first line names the columns; `id`, `audience` and `site` count
there too. A post of several lines is one cell between quotes, one string of JSON, or one file.

Answers as JSON lines have `file`, `line`, `id`, `action`, `findings` (with `spans` in UTF-16 units of
the draft, as JavaScript counts) and `reasons`; or `error`, for what cannot be read. SARIF 2.1.0 is
what code hosts and build servers show.

Exit codes:
  0  no draft asks for more than advice
  1  a draft asks to be confirmed, justified or blocked
  2  the policy or some of the drafts cannot be read; the rest is scanned

Examples:
  echo 'Neptunus ships on Monday!' | bezint scan --policy acme.toml --audience followers
  bezint scan --policy acme.bezint posts/ archive.csv --column message
  bezint scan --policy acme.bezint --output sarif blog/ > bezint.sarif";

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Output {
    /// For people
    Text,
    /// For programs: a verdict a line
    Jsonl,
    /// For code hosts and build servers
    Sarif,
}

/// A draft of a source, judged.
struct Judged<'s> {
    source: &'s Source,
    line: Option<u64>,
    id: Option<Value>,
    /// The draft with its verdict, or why there is none.
    found: Result<(String, Verdict), String>,
}

impl Judged<'_> {
    /// The file, and the line if it has many drafts.
    fn place(&self) -> String {
        let name = self.source.name();
        self.line.map_or(name.clone(), |line| format!("{name}:{line}"))
    }
}

/// Tells of drafts as they are judged.
trait Answer {
    fn take(&mut self, judged: &Judged<'_>, out: &mut dyn Write) -> io::Result<()>;
    /// After the last.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}

impl Scan {
    pub fn run(self) -> Result<Outcome, Failure> {
        let policy = policy_file::either(&self.policy)?;
        let sources = sources::sources(&self.files, self.format)?;
        let mut answer: Box<dyn Answer> = match self.output.unwrap_or(match self.format {
            Some(Form::Jsonl) => Output::Jsonl,
            _ => Output::Text,
        }) {
            Output::Text => {
                let one = matches!(sources.as_slice(), [Source { form: Form::Text, .. }])
                    && self.files.iter().all(|file| !file.is_dir());
                Box::new(text::Text::new(policy.card.languages.first().cloned(), one))
            }
            Output::Jsonl => Box::new(jsonl::Lines),
            Output::Sarif => Box::new(sarif::Sarif::new(&policy)),
        };
        let context = self.posting.context();
        let engine = Engine::new(policy);
        let progress = Progress::new(&sources);
        let mut out = BufWriter::new(io::stdout().lock());
        let mut worst = Outcome::Quiet;
        let mut entries = sources.iter().flat_map(|source| {
            let entries = match source.open() {
                Ok(reader) => drafts::entries(source, progress.over(reader), &self.columns, &context),
                Err(error) => Box::new(std::iter::once(drafts::unreadable(&error))),
            };
            entries.map(move |entry| (source, entry))
        });
        loop {
            let some = at_once(&mut entries);
            if some.is_empty() {
                break;
            }
            let judged: Vec<_> = some.into_par_iter().map(|(source, entry)| judge(&engine, source, entry)).collect();
            progress.aside(|| {
                for judged in &judged {
                    worst = worst.max(outcome(judged));
                    answer.take(judged, &mut out)?;
                }
                out.flush()
            })?;
        }
        progress.aside(|| answer.end(&mut out).and_then(|()| out.flush()))?;
        Ok(worst)
    }
}

/// The next entries, as many as are judged at the same time.
fn at_once<'s>(entries: &mut impl Iterator<Item = (&'s Source, Entry)>) -> Vec<(&'s Source, Entry)> {
    let (mut some, mut bytes) = (Vec::new(), 0);
    while some.len() < MOST_AT_ONCE && bytes < MOST_BYTES_AT_ONCE {
        let Some((source, entry)) = entries.next() else { break };
        bytes += entry.draft.as_ref().map_or(0, |draft| draft.text.len());
        some.push((source, entry));
    }
    some
}

fn judge<'s>(engine: &Engine, source: &'s Source, Entry { line, id, draft }: Entry) -> Judged<'s> {
    let found = draft.map(|Draft { text, context }| {
        let verdict = engine.evaluate(&text, &context);
        (text, verdict)
    });
    Judged { source, line, id, found }
}

/// How it counts for the exit code.
fn outcome(judged: &Judged<'_>) -> Outcome {
    match &judged.found {
        Err(_) => Outcome::Flawed,
        Ok((_, verdict)) if verdict.action >= Action::Confirm => Outcome::Held,
        Ok(_) => Outcome::Quiet,
    }
}

/// A text in the policy's first language.
fn said<'t>(text: &'t Text, language: Option<&str>) -> &'t str {
    let preferred = language.and_then(|language| text.get(language));
    preferred.or_else(|| text.values().next()).map(String::as_str).unwrap_or_default()
}
