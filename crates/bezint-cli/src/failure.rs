//! Why a command could not do what it was asked, and how that is told.

use crate::problems::{MOST_SHOWN, counted, problems_in};
use bezint_core::sealed::{NotAKey, SealError};
use bezint_policy::{Diagnostics, NotNewer};
use std::{
    fmt::Write as _,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Why a command could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or the standard input cannot be read.
    #[error("cannot read {from}: {}", why(.error))]
    Read { from: String, error: io::Error },
    /// A file cannot be written.
    #[error("cannot write {}: {}", .to.display(), why_not_written(.error))]
    Write { to: PathBuf, error: io::Error },
    /// A sealed policy stands where one in TOML is wanted.
    #[error("{} is sealed, and this takes the TOML that it was sealed from; `bezint verify` tells what is in it", .path.display())]
    IsSealed { path: PathBuf },
    /// The standard output is gone or full.
    #[error("cannot write the answer: {0}")]
    Answer(#[from] io::Error),
    /// A policy in TOML has mistakes.
    #[error("{}", counted(.problems))]
    Policy { path: PathBuf, source_text: String, problems: Diagnostics },
    /// A file of drafts has mistakes. They are told without its lines: the drafts may be taken from life.
    #[error("{}", places(.path, .problems))]
    Drafts { path: PathBuf, problems: Diagnostics },
    /// The input ended before a question was answered.
    #[error("there was no answer; give it with {option}")]
    Unanswered { option: &'static str },
    /// A document cannot be written in a language.
    #[error(
        "cannot write {} in `{language}`: it must be a language of the policy, and one of en, nl",
        .policy.display()
    )]
    Language { policy: PathBuf, language: String },
    /// A file is not counts out of a journal. Where it is wrong is told, and nothing of what stands there.
    #[error("{} is not counts that Bezint saved for a company: {why}", .path.display())]
    Counts { path: PathBuf, why: String },
    /// Too few people handed in their counts.
    #[error(
        "{people} people are too few: every number must be about at least {at_least}, so nothing can be told of them"
    )]
    TooFew { people: usize, at_least: usize },
    /// No pack has this name.
    #[error("no pack is called `{name}`{}", .nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default())]
    UnknownPack { name: String, nearest: Option<&'static str> },
    /// The system has no random numbers for a key.
    #[error("cannot make a key: {0}")]
    Randomness(getrandom::Error),
    /// The file of a new key is there already.
    #[error("{} is there already, and a key is never overwritten: choose another name", .path.display())]
    KeyThere { path: PathBuf },
    /// The file of a key holds something else.
    #[error("{}: {error}", .path.display())]
    Key { path: PathBuf, error: NotAKey },
    /// A policy cannot take the place of the one before it.
    #[error("{}: {error}", .path.display())]
    Succession { path: PathBuf, error: NotNewer },
    /// A sealed policy cannot be loaded.
    #[error("{}: {error}{}", .path.display(), how_to_seal(.error))]
    Sealed { path: PathBuf, error: SealError },
}

/// Why something cannot be read, for people.
pub fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::InvalidData => "it is not text in UTF-8".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not read it".to_owned(),
        _ => error.to_string(),
    }
}

fn why_not_written(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::AlreadyExists => {
            "it is there already, and is somebody's work: choose another name, or move it away".to_owned()
        }
        io::ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        _ => why(error),
    }
}

fn how_to_seal(error: &SealError) -> &'static str {
    if *error == SealError::NotSealed { "; `bezint seal` makes one of a policy in TOML" } else { "" }
}

/// The mistakes of a file by their place, one a line, with what to do about them.
fn places(path: &Path, problems: &Diagnostics) -> String {
    let mut told = format!("{} has {}", path.display(), counted(problems));
    for diagnostic in problems.0.iter().take(MOST_SHOWN) {
        let help = diagnostic.problem.help().map(|help| format!("\n    help: {help}")).unwrap_or_default();
        // Writing into a string does not fail.
        let _ = write!(told, "\n  {}:{diagnostic}{help}", path.display());
    }
    told
}

impl Failure {
    /// Tells it on the standard error. A reader that went away is no failure to speak of.
    pub fn tell(&self) {
        if matches!(self, Self::Answer(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return;
        }
        let told = match self {
            Self::Policy { path, source_text, problems } => {
                let shown = problems_in(path, source_text, problems);
                format!("{shown}bezint: {} has {self}\n", path.display())
            }
            other => format!("bezint: {other}\n"),
        };
        // Nobody is left to tell if the standard error is gone.
        let _ = io::stderr().write_all(told.as_bytes());
    }
}
