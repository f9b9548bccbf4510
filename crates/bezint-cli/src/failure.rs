//! Why a command could not do what it was asked, and how that is told.

use bezint_core::sealed::SealError;
use bezint_policy::{Diagnostics, Problem};
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};
use std::{
    fmt::{self, Write as _},
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

/// Mistakes that are shown at most: nobody reads more, and showing one takes a walk through its file.
const MOST_SHOWN: usize = 100;

/// Why a command could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or the standard input cannot be read.
    #[error("cannot read {from}: {error}")]
    Read { from: String, error: io::Error },
    /// A file cannot be written.
    #[error("cannot write {}: {error}", .to.display())]
    Write { to: PathBuf, error: io::Error },
    /// The standard output is gone or full.
    #[error("cannot write the answer: {0}")]
    Answer(#[from] io::Error),
    /// A policy in TOML has mistakes.
    #[error("{}", count(.problems))]
    Policy { path: PathBuf, source_text: String, problems: Diagnostics },
    /// A file of drafts has mistakes. They are told without its lines: the drafts may be taken from life.
    #[error("{}", places(.path, .problems))]
    Drafts { path: PathBuf, problems: Diagnostics },
    /// No pack has this name.
    #[error("no pack is called `{name}`{}", .nearest.map(|name| format!("; did you mean `{name}`?")).unwrap_or_default())]
    UnknownPack { name: String, nearest: Option<&'static str> },
    /// A sealed policy cannot be loaded.
    #[error("{}: {error}", .path.display())]
    Sealed { path: PathBuf, error: SealError },
}

fn count(problems: &Diagnostics) -> String {
    match problems.0.len() {
        1 => "1 mistake".to_owned(),
        many => format!("{many} mistakes"),
    }
}

/// The mistakes of a file by their place, one a line, with what to do about them.
fn places(path: &Path, problems: &Diagnostics) -> String {
    let mut told = format!("{} has {}", path.display(), count(problems));
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
        let mut told = String::new();
        if let Self::Policy { path, source_text, problems } = self {
            let source = NamedSource::new(path.display().to_string(), source_text.clone());
            for diagnostic in problems.0.iter().take(MOST_SHOWN) {
                let shown = Shown { problem: &diagnostic.problem, span: diagnostic.span.clone(), source: &source };
                // Writing into a string does not fail.
                let _ = handler().render_report(&mut told, &shown);
                told.push('\n');
            }
            let first = if problems.0.len() > MOST_SHOWN {
                format!("; these are the first {MOST_SHOWN}")
            } else {
                String::new()
            };
            let _ = writeln!(told, "bezint: {} has {self}{first}", path.display());
        } else {
            let _ = writeln!(told, "bezint: {self}");
        }
        // Nobody is left to tell if the standard error is gone.
        let _ = io::stderr().write_all(told.as_bytes());
    }
}

/// Colours only on a terminal, and not where they are unwelcome.
fn handler() -> GraphicalReportHandler {
    let coloured = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let theme = if coloured { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    GraphicalReportHandler::new_themed(theme).with_links(false)
}

/// A problem with the source it is in.
#[derive(Debug)]
struct Shown<'p> {
    problem: &'p Problem,
    span: std::ops::Range<usize>,
    source: &'p NamedSource<String>,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.fmt(f)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.problem.help().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::underline(self.span.clone()))))
    }
}
