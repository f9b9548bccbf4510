//! Places in a draft for people: a line and a character, from 1.

use bezint_core::Span;

/// The places of one draft.
pub struct Places<'draft> {
    draft: &'draft str,
    /// For each UTF-16 unit, and for the end: the byte, line and column of its character.
    units: Vec<(usize, usize, usize)>,
}

impl<'draft> Places<'draft> {
    pub fn new(draft: &'draft str) -> Self {
        let (mut line, mut column) = (1, 1);
        let mut units = Vec::with_capacity(draft.len() + 1);
        for (byte, character) in draft.char_indices() {
            units.extend(std::iter::repeat_n((byte, line, column), character.len_utf16()));
            (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        units.push((draft.len(), line, column));
        Self { draft, units }
    }

    /// Where a span begins, as `line:column`.
    pub fn of(&self, span: Span) -> String {
        let (line, column) = self.line_column(span.start);
        format!("{line}:{column}")
    }

    /// The line of a UTF-16 unit, and the character of that line.
    pub fn line_column(&self, unit: u32) -> (usize, usize) {
        let (_, line, column) = self.at(unit);
        (line, column)
    }

    /// The words of a span, between quotation marks, on one line, and with what cannot be seen written out.
    pub fn words(&self, span: Span) -> String {
        visible(self.draft.get(self.at(span.start).0..self.at(span.end).0).unwrap_or_default())
    }

    fn at(&self, unit: u32) -> (usize, usize, usize) {
        let unit = usize::try_from(unit).ok().and_then(|unit| self.units.get(unit));
        unit.or(self.units.last()).copied().unwrap_or((0, 1, 1))
    }
}

/// A text between quotation marks, on one line, and with what cannot be seen written out.
pub fn visible(text: &str) -> String {
    let mut written = String::from("“");
    for character in text.chars() {
        match character {
            '"' | '\'' | '\\' => written.push(character),
            other => written.extend(other.escape_debug()),
        }
    }
    written.push('”');
    written
}
