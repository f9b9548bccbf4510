//! `bezint test`

mod json;
mod junit;
mod text;

use crate::{Outcome, failure::Failure, policy_file};
use bezint_policy::{Gap, Subject, Trial};
use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

/// Try a policy on its own examples and on further drafts
///
/// Reports by detector, by rule and by file of drafts, then which rules, audiences and actions no draft reaches. A
/// draft that is not answered as its author says fails the test; a part that is not reached does not.
///
/// Drafts of a file may be taken from life, and are told by their place only. The examples in the policy are its
/// author's own: what is found in them may be shown.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct Test {
    /// The policy, in TOML
    policy: PathBuf,
    /// Files of further drafts
    #[arg(value_name = "FILE.drafts.toml")]
    drafts: Vec<PathBuf>,
    /// What the answer is
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const HELP: &str = "\
Further drafts stand in a file of their own, by custom named `….drafts.toml`:

  [[drafts]]
  draft = \"Neptunus ships on Monday!\"
  audience = \"followers\"        # public, if left out
  action = \"confirm\"            # what the policy must ask
  found = [\"acme.projects\"]     # if you like: every detector that makes a rule fire

  `site`, `roles` and `time` are as in the examples of a rule. Without a `time` a draft
  is posted on 1970-01-01, before any rule that begins at a moment.

Exit codes:
  0  every draft is answered as it should be
  1  some draft is not
  2  the policy or a file of drafts cannot be read, or has mistakes

Examples:
  bezint test acme.toml
  bezint test acme.toml posts.drafts.toml --format junit > bezint.xml";

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
    /// For build servers, as JUnit writes it
    Junit,
}

/// What came of it all.
struct Report {
    /// Of the policy's own examples first, then file by file.
    files: Vec<Tried>,
    /// How many rules the policy has.
    rules: usize,
    /// What no draft reaches.
    gaps: Vec<Gap>,
}

/// The drafts of one file.
struct Tried {
    file: String,
    trials: Vec<Trial>,
}

impl Report {
    fn trials(&self) -> impl Iterator<Item = &Trial> {
        self.files.iter().flat_map(|tried| &tried.trials)
    }

    fn failed(&self) -> usize {
        failed(self.trials())
    }
}

fn failed<'t>(trials: impl IntoIterator<Item = &'t Trial>) -> usize {
    trials.into_iter().filter(|trial| trial.problem.is_some()).count()
}

/// The id of what a draft was tried on, and what kind of thing that is.
fn subject(trial: &Trial) -> (&'static str, Option<&str>) {
    match &trial.subject {
        Subject::Detector(id) => ("detector", Some(id)),
        Subject::Rule(id) => ("rule", Some(id)),
        Subject::Policy => ("policy", None),
    }
}

impl Test {
    pub fn run(self) -> Result<Outcome, Failure> {
        let sources = self.drafts.iter().map(|path| policy_file::source(path)).collect::<Result<Vec<_>, _>>()?;
        let mut unreadable = None;
        let report = policy_file::authored(&self.policy, |authored| {
            let own = Tried { file: self.policy.display().to_string(), trials: authored.trials() };
            let mut files = vec![own];
            for (path, source) in self.drafts.iter().zip(&sources) {
                match authored.read_drafts(source) {
                    Ok(drafts) => {
                        files.push(Tried { file: path.display().to_string(), trials: authored.try_on(&drafts) });
                    }
                    Err(problems) => {
                        unreadable = Some(Failure::Drafts { path: path.clone(), problems });
                        break;
                    }
                }
            }
            let gaps = authored.gaps(files.iter().flat_map(|tried| &tried.trials));
            Ok(Report { files, rules: authored.policy().rules.len(), gaps })
        })?;
        if let Some(failure) = unreadable {
            return Err(failure);
        }
        let mut out = BufWriter::new(io::stdout().lock());
        match self.format {
            Format::Text => text::write(&mut out, &report)?,
            Format::Json => json::write(&mut out, &report)?,
            Format::Junit => junit::write(&mut out, &report)?,
        }
        out.flush()?;
        Ok(if report.failed() == 0 { Outcome::Quiet } else { Outcome::Held })
    }
}
