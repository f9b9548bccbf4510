//! `bezint new`

mod ask;
mod template;

use crate::{
    Outcome,
    failure::Failure,
    posting::{domain, words},
    schema,
};
use ask::Asker;
use bezint_core::Stance;
use bezint_policy::Document;
use std::{
    fs::File,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Write a policy to begin with
///
/// Asks a handful of questions, on the standard error, and writes a commented policy that holds from the start: `check`
/// has nothing to say about it, and its examples reach every part of it. Beside it comes the page for colleagues, in each
/// language: of acme.toml, acme.en.html; and bezint.schema.json, by which an editor completes and checks it. A question whose
/// option is given is not asked.
#[derive(Debug, clap::Args)]
#[command(after_long_help = HELP)]
pub struct New {
    /// The name of the company
    #[arg(long, value_name = "NAME", value_parser = not_blank)]
    company: Option<String>,
    /// Whom people can ask: an address, or a sentence
    #[arg(long, value_name = "CONTACT", value_parser = not_blank)]
    contact: Option<String>,
    /// A domain of the company's own, whose addresses are its own too; may be given more than once
    #[arg(long = "domain", value_name = "DOMAIN", value_parser = domain)]
    domains: Vec<String>,
    /// What is done on social media
    #[arg(long, value_enum, value_delimiter = ',', value_name = "ACTIVITIES")]
    activities: Vec<Activity>,
    /// How far social media is part of the work
    #[arg(long, value_enum)]
    part: Option<Part>,
    /// Who decides what is posted
    #[arg(long, value_enum)]
    coordination: Option<Coordination>,
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
    /// The same as `--output`
    #[arg(value_name = "FILE", conflicts_with = "output")]
    file: Option<PathBuf>,
}

const HELP: &str = "\
Exit codes:
  0  the policy is written
  2  it cannot be, or a question was not answered; a file that is there is never written over

Examples:
  bezint new -o acme.toml
  bezint new --company Acme --contact press@acme.example --domain acme.example --stance coached \\
    --activities tell,answer --part some --coordination departments --languages en,nl \\
    --topics people,secrets,projects --name Neptunus -o acme.toml";

/// A language that policies can be begun in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Language {
    En,
    Nl,
}

/// What a company does on social media.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Activity {
    /// It tells about its work
    Tell,
    /// It answers questions
    Answer,
    /// It looks for colleagues
    Recruit,
    /// It follows what is said
    Listen,
}

/// How far social media is part of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// People post for themselves
    Aside,
    /// Of some jobs
    Some,
    /// Of every job
    Everyone,
}

/// Who decides what is posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Coordination {
    /// One department
    Central,
    /// Each department for itself
    Departments,
    /// Teams that manage themselves
    Teams,
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
    /// Figures, takeovers, reorganisations, products and bids that are not told yet
    Plans,
    /// Break-ins, leaks and court cases
    Incidents,
    /// Customers and colleagues, by name
    Others,
    /// Praise, promises, and speaking for the company
    Voice,
}

/// What a policy is begun from.
struct Answers {
    company: String,
    contact: String,
    domains: Vec<String>,
    activities: Vec<Activity>,
    part: Part,
    coordination: Coordination,
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
        let path = self.output.or(self.file);
        let mut asker = Asker::new(self.languages)?;
        let company = asker.company(self.company)?;
        let contact = asker.contact(self.contact)?;
        let domains = asker.domains(self.domains, &contact)?;
        let activities = asker.activities(self.activities)?;
        let part = asker.part(self.part)?;
        let coordination = asker.coordination(self.coordination)?;
        let stance = asker.stance(self.stance)?;
        let mut topics = asker.topics(self.topics)?;
        let others = topics.iter().any(|topic| *topic != Topic::Projects);
        let names = if topics.contains(&Topic::Projects) { asker.names(self.names, !others)? } else { Vec::new() };
        // Without names there is nothing to say about projects.
        topics.retain(|topic| *topic != Topic::Projects || !names.is_empty());
        let languages = asker.languages().to_vec();
        let answers =
            Answers { company, contact, domains, activities, part, coordination, stance, languages, topics, names };

        let name = path.as_deref().unwrap_or(Path::new("policy.toml"));
        let policy = template::policy(&answers, &name.display().to_string());
        let read = bezint_policy::read(&policy, bezint_packs::packs());
        let pages = read.and_then(|authored| {
            authored.prove()?;
            let page = |language: &Language| {
                let page = Document::new(&authored, language.code(), bezint_packs::why)?;
                Some((language.code(), page.html()))
            };
            Ok(answers.languages.iter().filter_map(page).collect::<Vec<_>>())
        });
        let pages = match pages {
            Ok(pages) => pages,
            Err(problems) => return Err(Failure::Policy { path: name.to_owned(), source_text: policy, problems }),
        };
        match path {
            Some(to) => {
                create(&to, &policy)?;
                for (language, page) in pages {
                    create(&to.with_extension(format!("{language}.html")), &page)?;
                }
                // Its first line names this file, which may be there for another policy.
                schema::beside(&to)?;
                asker.tell_written(&to);
            }
            None => io::stdout().write_all(policy.as_bytes())?,
        }
        Ok(Outcome::Quiet)
    }
}

/// Writes a file that is not there: what is there already is somebody's work.
fn create(to: &Path, text: &str) -> Result<(), Failure> {
    let written = File::create_new(to).and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| Failure::Write { to: to.to_owned(), error })
}
