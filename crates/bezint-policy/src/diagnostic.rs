//! Problems with their place in the source.

use crate::Problem;
use std::{fmt, ops::Range};

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The policy does what it says, which is hardly what its author means.
    Warning,
    /// The policy cannot be sealed.
    Error,
}

/// One problem and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong; its [`fmt::Display`] says so in a sentence, [`Problem::help`] says what to do.
    pub problem: Problem,
    /// How bad it is.
    pub severity: Severity,
    /// Where, in UTF-8 bytes of the source.
    pub span: Range<usize>,
    /// The line where it begins, from 1.
    pub line: usize,
    /// The character of that line where it begins, from 1.
    pub column: usize,
}

/// Problems of a source, by place. As an `Err` it is never without one that is an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics(pub Vec<Diagnostic>);

impl Diagnostics {
    /// Gives each problem its line and column, and sorts them by place.
    pub(crate) fn locate(source: &str, mut found: Vec<(Range<usize>, Problem)>, severity: Severity) -> Self {
        found.sort_by_key(|(span, _)| span.start);
        let mut walk = Walk::new(source);
        let located = found.into_iter().map(|(span, problem)| {
            let (line, column) = walk.to(span.start);
            Diagnostic { problem, severity, span, line, column }
        });
        Self(located.collect())
    }

    /// These and others of the same source, by place.
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self.0.sort_by_key(|diagnostic| diagnostic.span.start);
        self
    }

    /// How many are as bad as this.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}

/// A walk through the source that never goes back, so that many problems cost one walk.
pub(crate) struct Walk<'s> {
    rest: &'s str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'s> Walk<'s> {
    pub(crate) fn new(source: &'s str) -> Self {
        Self { rest: source, offset: 0, line: 1, column: 1 }
    }

    /// The line and the character of it, from 1, of a place that is not before the last one asked for.
    pub(crate) fn to(&mut self, to: usize) -> (usize, usize) {
        let mut characters = self.rest.chars();
        while self.offset < to
            && let Some(character) = characters.next()
        {
            self.offset += character.len_utf8();
            if character == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.rest = characters.as_str();
        (self.line, self.column)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.problem)
    }
}

/// One line a problem: `line:column: what is wrong`.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, diagnostic) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            diagnostic.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let found = vec![(8..9, Problem::Empty { what: "b" }), (2..3, Problem::Empty { what: "a" })];
        let located = Diagnostics::locate("é=1\né😀=2", found, Severity::Error);
        let places: Vec<_> = located.0.iter().map(|it| (it.line, it.column)).collect();
        assert_eq!(places, [(1, 2), (2, 3)]);
    }
}
