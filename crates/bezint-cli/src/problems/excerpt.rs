//! A part of a source that is too long to be shown around a problem: a file may be one line of millions of characters.

use bezint_policy::Diagnostic;
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::ops::Range;

/// Bytes that the lines around a problem may have to be shown as they are.
const MOST_AROUND: usize = 4_000;
/// Bytes that are shown before a problem, and from where it begins, if they have more.
const BEFORE: usize = 60;
const AFTER: usize = 200;

/// The part of one line around the beginning of a problem.
#[derive(Debug)]
pub struct Excerpt<'p> {
    name: &'p str,
    source: &'p str,
    part: Range<usize>,
    problem: &'p Diagnostic,
}

impl<'p> Excerpt<'p> {
    /// The excerpt, where the lines around a problem are too long.
    pub fn new(name: &'p str, source: &'p str, problem: &'p Diagnostic) -> Option<Self> {
        let Range { start, end } = problem.span;
        let ends = |from: usize| source[from..].match_indices('\n').map(move |(at, _)| from + at);
        let begins = || source[..start].rmatch_indices('\n').map(|(at, _)| at + 1);
        let (first, last) = (begins().nth(1).unwrap_or(0), ends(end).nth(1).unwrap_or(source.len()));
        if last - first <= MOST_AROUND {
            return None;
        }
        let line = begins().next().unwrap_or(0)..ends(start).next().unwrap_or(source.len());
        let part = source.floor_char_boundary(line.start.max(start.saturating_sub(BEFORE)))
            ..source.ceil_char_boundary(line.end.min(start + AFTER));
        Some(Self { name, source, part, problem })
    }

    /// The part of the problem's words that is shown.
    pub fn span(&self) -> Range<usize> {
        self.problem.span.start..self.problem.span.end.clamp(self.problem.span.start, self.part.end)
    }
}

impl SourceCode for Excerpt<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        // Without lines around it is asked where the problem is, and with them what is to be shown.
        let from = if lines_before == 0 { span.offset() } else { self.part.start };
        let text = self.source.get(from..self.part.end).ok_or(MietteError::OutOfBounds)?;
        let (line, column) = (self.problem.line - 1, self.problem.column - 1);
        let at = SourceSpan::from((from, text.len()));
        let contents = MietteSpanContents::new_named(self.name.to_owned(), text.as_bytes(), at, line, column, 1);
        Ok(Box::new(contents))
    }
}
