//! Problems of a policy for people: each with its line, a marker under the words, and what to do.

mod excerpt;

use bezint_policy::{Diagnostic, Diagnostics, Severity};
use excerpt::Excerpt;
use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};
use std::{
    fmt,
    io::{self, IsTerminal},
    ops::Range,
    path::Path,
};

/// Problems that are shown at most: nobody reads more, and showing one takes a walk through its file.
pub const MOST_SHOWN: usize = 100;

/// How many there are of each kind: `2 mistakes and 1 warning`.
pub fn counted(problems: &Diagnostics) -> String {
    let kinds = [(Severity::Error, "mistake"), (Severity::Warning, "warning")];
    let counts = kinds.map(|(severity, name)| (problems.count(severity), name));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, name)| many(count, name));
    counts.collect::<Vec<_>>().join(" and ")
}

/// `1 rule`, `2 rules`.
pub fn many(count: usize, name: &str) -> String {
    if count == 1 { format!("1 {name}") } else { format!("{count} {name}s") }
}

/// The first of the problems, each with its lines.
pub fn problems_in(path: &Path, source: &str, problems: &Diagnostics) -> String {
    let name = path.display().to_string();
    let whole = NamedSource::new(&name, source.to_owned());
    let mut told = String::new();
    for diagnostic in problems.0.iter().take(MOST_SHOWN) {
        let excerpt = Excerpt::new(&name, source, diagnostic);
        let shown = match &excerpt {
            Some(excerpt) => Shown { diagnostic, span: excerpt.span(), source: excerpt },
            None => Shown { diagnostic, span: diagnostic.span.clone(), source: &whole },
        };
        // Writing into a string does not fail.
        let _ = handler().render_report(&mut told, &shown);
        told.push('\n');
    }
    match problems.0.len().saturating_sub(MOST_SHOWN) {
        0 => told,
        more => format!("{told}and {more} more\n"),
    }
}

/// Colours only on a terminal, and not where they are unwelcome.
fn handler() -> GraphicalReportHandler {
    let coloured = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let theme = if coloured { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    GraphicalReportHandler::new_themed(theme).with_links(false)
}

/// A problem with the source it is in.
struct Shown<'p> {
    diagnostic: &'p Diagnostic,
    /// Where, as far as it is shown.
    span: Range<usize>,
    source: &'p dyn SourceCode,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.fmt(f)
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.problem.fmt(f)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.diagnostic.problem.help().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::underline(self.span.clone()))))
    }
}
