//! `bezint new`

mod ask;
mod template;

use crate::{Outcome, failure::Failure, posting::words};
use ask::Asker;
use bezint_core::Stance;
use std::{
    fs::File,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Write a policy to begin with
///
/// Asks a handful of questions, on the standard error, and writes a commented policy that holds from the start: `check`
/// has nothing to say about it, and its examples reach every part of it. A question whose option is given is not asked.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct New {
    /// The name of the company
    #[arg(long, value_name = "NAME", value_parser = not_blank)]
    company: Option<String>,
    /// Whom people can ask: an address, or a sentence
    #[arg(long, value_name = "CONTACT", value_parser = not_blank)]
    contact: Option<String>,
    /// How far the policy goes: open (advises), coached (asks to confirm or to say why), controlled (may block)
    #[arg(long, value_name = "STANCE", value_parser = words(Stance::ALL, Stance::as_str))]
    stance: Option<Stance>,
    /// Its languages, the preferred one first, which is also the one that the questions are asked in
    #[arg(long, value_enum, value_delimiter = ',', value_name = "LANGUAGES")]
    languages: Vec<Language>,
    /// What it is about
    #[arg(long, value_enum, value_delimiter = ',', value_name = "TOPICS")]
    topics: Vec<Topic>,
    /// A name that is not public yet, for the topic `projects`; may be given more than once
    #[arg(long = "name", value_name = "NAME", value_parser = not_blank)]
    names: Vec<String>,
    /// Where to write the policy, such as `acme.toml`; the standard output, if left out
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const HELP: &str = "\
Exit codes:
  0  the policy is written
  2  it cannot be, or a question was not answered; a file that is there is never written over

Examples:
  bezint new -o acme.toml
  bezint new --company Acme --contact press@acme.example --stance coached \\
    --languages en,nl --topics people,secrets,projects --name Neptunus -o acme.toml";

/// A language that policies can be begun in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Language {
    En,
    Nl,
}

/// What a policy can be about from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Topic {
    /// Numbers and addresses of people
    People,
    /// Keys and passwords
    Secrets,
    /// What is marked as confidential
    Markings,
    /// Addresses inside the company's network
    Network,
    /// Names that are not public yet
    Projects,
}

/// What a policy is begun from.
struct Answers {
    company: String,
    contact: String,
    stance: Stance,
    languages: Vec<Language>,
    topics: Vec<Topic>,
    names: Vec<String>,
}

fn not_blank(written: &str) -> Result<String, &'static str> {
    let written = written.trim();
    if written.is_empty() { Err("write something") } else { Ok(written.to_owned()) }
}

impl New {
    pub fn run(self) -> Result<Outcome, Failure> {
        let path = self.output.clone();
        let mut asker = Asker::new(self.languages)?;
        let company = asker.company(self.company)?;
        let contact = asker.contact(self.contact)?;
        let stance = asker.stance(self.stance)?;
        let topics = asker.topics(self.topics)?;
        let names = if topics.contains(&Topic::Projects) { asker.names(self.names)? } else { Vec::new() };
        let answers = Answers { company, contact, stance, languages: asker.languages().to_vec(), topics, names };

        let name = path.as_deref().unwrap_or(Path::new("policy.toml"));
        let policy = template::policy(&answers, &name.display().to_string());
        let proved = bezint_policy::read(&policy, bezint_packs::packs()).and_then(|authored| authored.prove());
        if let Err(problems) = proved {
            return Err(Failure::Policy { path: name.to_owned(), source_text: policy, problems });
        }
        match path {
            Some(to) => {
                // What is there already is somebody's work.
                let written = File::create_new(&to).and_then(|mut file| file.write_all(policy.as_bytes()));
                written.map_err(|error| Failure::Write { to: to.clone(), error })?;
                asker.tell_written(&to);
            }
            None => io::stdout().write_all(policy.as_bytes())?,
        }
        Ok(Outcome::Quiet)
    }
}
